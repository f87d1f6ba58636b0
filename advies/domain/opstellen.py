"""First words for a letter, from figures: a draft that a person edits, never a conclusion.

A letter goes outside, so every figure here is written as it may be shown: counts below the threshold are not
told, and kanalen are never added up.
"""

from collections.abc import Iterable, Mapping, Sequence

from advies.domain.adviesteksten import METEN, draft_advies, lower_first
from advies.domain.brief import Adviestekst, Bevindingtekst
from basis.druk.document import Staaf, Staafdiagram
from inzicht.domain.buurten import Uitschieter, find_uitschieter
from inzicht.domain.onderdrukken import publish
from inzicht.domain.tellen import Telling, Themacijfer
from inzicht.domain.woorden import (
    MENSEN,
    MINST_VOOR_PROCENT,
    count_phrase,
    join_nl,
    named_by,
    number,
    percent,
    units,
)
from inzicht.domain.zinnen import top_sentence
from organisaties.enums import Kanaal

AANTAL_BEVINDINGEN = 5
AANTAL_STAVEN = 8
WOORDEN_IN_ZIN = 4
# The same thing said in turn, so that five findings do not read as a form.
_WOORDZINNEN = (
    "Bewoners hadden het hierbij vaak over {woorden}.",
    "Woorden die hier steeds terugkomen, zijn {woorden}.",
    "Vaak ging het dan over {woorden}.",
)


def top_themas(telling: Telling, hoogstens: int = AANTAL_BEVINDINGEN) -> tuple[Themacijfer, ...]:
    """Give the most named themes, of the largest kanaal where there are more."""
    return tuple(cijfer for cijfer in telling.deel().themas if cijfer.aantal)[:hoogstens]


def hide_order(cijfers: Iterable[Themacijfer], drempel: int) -> list[Themacijfer]:
    """Put figures that are not told behind the others, by name, so that their place tells nothing."""
    return sorted(cijfers, key=lambda cijfer: cijfer.naam if 0 < cijfer.aantal < drempel else "")


def main_kanaal(telling: Telling) -> str:
    """Name the kanaal along which most were heard."""
    return telling.volgorde[0] if telling.kanalen else ""


def figure_sentence(telling: Telling, codes: Sequence[str], drempel: int) -> str:
    """Say by how many themes were named, and in which buurt clearly more; '' for themes nobody knows."""
    deel = telling.deel()
    cijfers = [cijfer for code in codes if (cijfer := deel.find(code))]
    if not cijfers:
        return ""
    zinnen = [_named_by(telling, cijfers, drempel)]
    if len(cijfers) == 1:
        zinnen += [_interval(cijfers[0]), _buurt_sentence(telling, cijfers[0], drempel)]
    return " ".join(zin for zin in zinnen if zin)


def _named_by(telling: Telling, cijfers: Sequence[Themacijfer], drempel: int) -> str:
    if telling.delen:
        return _named_per_kanaal(telling, cijfers, drempel)
    kanaal = main_kanaal(telling)
    eerste, *rest = cijfers
    waar = "noemden" if kanaal in MENSEN else f"is genoemd {named_by(kanaal)}"
    if not rest and not eerste.aantal:
        return _nobody(eerste.van, kanaal, drempel)
    zin = count_phrase(eerste.aantal, eerste.van, kanaal, drempel=drempel)
    if eerste.van < drempel:
        zin = f"minder dan {drempel} {units(kanaal)}"
    if not rest:
        return f"Dit {waar} {zin}."
    anderen = [f"het thema “{cijfer.naam}” {_short(cijfer, drempel)}" for cijfer in rest]
    return f"Het thema “{eerste.naam}” {waar} {join_nl([zin, *anderen])}."


def _nobody(van: int, kanaal: str, drempel: int) -> str:
    if van < drempel:
        return "Dit is niet genoemd."
    geen = "noemde niemand" if kanaal in MENSEN else f"is genoemd {named_by(kanaal)} geen"
    return f"Dit {geen} van de {number(van)} {units(kanaal)}."


def _named_per_kanaal(telling: Telling, cijfers: Sequence[Themacijfer], drempel: int) -> str:
    """Tell each kanaal by itself; one along which too few were heard is not told."""
    zinnen = []
    for cijfer in cijfers:
        eigen = {
            k: deel for k in telling.volgorde if (deel := telling.delen[k].find(cijfer.code)) and deel.aantal
        }
        genoeg = {k: deel for k, deel in eigen.items() if deel.van >= drempel}
        # One "minder dan" is enough: the first, when no kanaal has a count that may be told.
        getoond = [k for k, deel in genoeg.items() if deel.aantal >= drempel] or list(genoeg)[:1]
        delen = [
            f"{named_by(k)} " + count_phrase(genoeg[k].aantal, genoeg[k].van, k, drempel=drempel, voluit=True)
            for k in getoond
        ]
        wat = f"Het thema “{cijfer.naam}”" if len(cijfers) > 1 else "Dit"
        hoe = "een enkele keer genoemd" if eigen else "niet genoemd"
        zinnen.append(f"{wat} is genoemd {join_nl(delen)}." if delen else f"{wat} is {hoe}.")
        if ook := [f"{named_by(k)} {units(k, voluit=True)}" for k in genoeg if k not in getoond]:
            zinnen.append(f"Het kwam ook voor {join_nl(ook)}.")
    return " ".join(zinnen)


def _short(cijfer: Themacijfer, drempel: int) -> str:
    if 0 < cijfer.aantal < drempel:
        return f"minder dan {drempel}"
    procent = f" ({percent(cijfer.aandeel)})" if cijfer.van >= MINST_VOOR_PROCENT else ""
    return f"{number(cijfer.aantal)}{procent}"


def _interval(cijfer: Themacijfer) -> str:
    if cijfer.laag is None or cijfer.hoog is None:
        return ""
    return (
        f"Voor de hele groep waaruit is geloot, ligt dit naar verwachting tussen {percent(cijfer.laag)} en "
        f"{percent(cijfer.hoog)} (betrouwbaarheid {percent(0.95)})."
    )


def spot_groep(telling: Telling, cijfer: Themacijfer, drempel: int) -> Uitschieter | None:
    """Give the buurt that the average hides, if it may be named outside."""
    deel = telling.deel()
    return find_uitschieter(cijfer, deel.publiek, drempel, publish(deel, drempel))


def _buurt_sentence(telling: Telling, cijfer: Themacijfer, drempel: int) -> str:
    gevonden = spot_groep(telling, cijfer, drempel)
    if gevonden is None:
        return ""
    hier = f"{number(gevonden.aantal)} van de {number(gevonden.omvang)}"
    deel, gemiddeld = percent(gevonden.aandeel), percent(cijfer.aandeel)
    kanaal = main_kanaal(telling)
    if telling.delen:
        return (
            f"Bij de {units(kanaal, voluit=True)} kwam dit in {gevonden.groep} duidelijk vaker naar voren: {hier} "
            f"({deel}), tegen {gemiddeld} van al die {units(kanaal)} samen."
        )
    if kanaal not in MENSEN:
        return (
            f"In {gevonden.groep} kwam dit duidelijk vaker naar voren: {hier} ({deel}), tegen {gemiddeld} van alle "
            f"{units(kanaal)} samen."
        )
    return (
        f"In {gevonden.groep} kwam dit duidelijk vaker naar voren: daar noemden {hier} het ({deel}), tegen "
        f"{gemiddeld} van alle {units(kanaal)} samen."
    )


def draft_bevinding(
    telling: Telling, cijfer: Themacijfer, woorden: Sequence[str], drempel: int, plaats: int = 0
) -> Bevindingtekst:
    """Draft one finding from a theme: its name, the words that fell, and the figure."""
    zin = _WOORDZINNEN[plaats % len(_WOORDZINNEN)]
    genoemd = join_nl(list(woorden)[:WOORDEN_IN_ZIN])
    return Bevindingtekst(
        kop=cijfer.naam,
        tekst=zin.format(woorden=genoemd) if genoemd else "",
        cijferzin=figure_sentence(telling, [cijfer.code], drempel),
    )


def draft_adviespunten(
    telling: Telling, cijfers: Sequence[Themacijfer], drempel: int
) -> tuple[Adviestekst, ...]:
    """Draft one advice per finding, in that order, and one to look again in a year."""
    punten = []
    for nummer, cijfer in enumerate(cijfers, start=1):
        gevonden = spot_groep(telling, cijfer, drempel)
        tekst = draft_advies(cijfer.code, cijfer.naam, gevonden.groep if gevonden else "")
        punten.append(Adviestekst(tekst, (nummer,)))
    return (*punten, Adviestekst(METEN)) if punten else ()


def overview_diagram(telling: Telling, drempel: int) -> Staafdiagram | None:
    """Draw the most named themes of the largest kanaal; nothing when even the first is too small to tell."""
    kanaal = main_kanaal(telling)
    top = top_themas(telling, AANTAL_STAVEN)
    if not top or top[0].aantal < drempel:
        return None
    waarvan = f" ({units(kanaal, voluit=True)})" if telling.delen else ""
    return Staafdiagram(
        titel=f"Waar bewoners het vaakst over spraken{waarvan}",
        beschrijving=top_sentence(telling.deel(), kanaal, drempel, voluit=bool(telling.delen)),
        staven=tuple(_bar(cijfer, drempel) for cijfer in hide_order(top, drempel)),
    )


def _bar(cijfer: Themacijfer, drempel: int) -> Staaf:
    if 0 < cijfer.aantal < drempel:
        return Staaf(label=cijfer.naam, waarde=None, bijschrift=f"< {drempel}")
    return Staaf(
        label=cijfer.naam,
        waarde=float(cijfer.aantal),
        bijschrift=f"{number(cijfer.aantal)} van {number(cijfer.van)}",
        laag=None if cijfer.laag is None else cijfer.laag * cijfer.van,
        hoog=None if cijfer.hoog is None else cijfer.hoog * cijfer.van,
    )


def heard(telling: Telling, drempel: int) -> str:
    """Say who were heard, each kanaal by itself; of few people it is not told how many, of tables it is."""
    if not telling.delen:
        return _count_heard(main_kanaal(telling), telling.eenheden, drempel)
    delen: Mapping[str, int] = telling.kanalen
    return join_nl([_count_heard(k, delen[k], drempel, voluit=True) for k in telling.volgorde])


def _count_heard(kanaal: str, aantal: int, drempel: int, *, voluit: bool = False) -> str:
    if 0 < aantal < drempel and kanaal != Kanaal.TAFEL:
        return f"minder dan {drempel} {units(kanaal, voluit=voluit)}"
    return f"{number(aantal)} {units(kanaal, aantal=aantal, voluit=voluit)}"


def tell_heard(telling: Telling, drempel: int) -> str:
    """Say in a sentence who were heard, or along which ways where there are more."""
    wie = heard(telling, drempel)
    if telling.delen:
        return f"Wij hoorden bewoners op verschillende manieren: {wie}."
    kanaal = main_kanaal(telling)
    return f"Wij hoorden {wie}." if kanaal in MENSEN else f"Wij hoorden bewoners {named_by(kanaal)} {wie}."


def opening(telling: Telling, aanleiding: str = "", *, drempel: int, gevraagd: bool = False) -> str:
    """Draft the paragraphs before the findings: why, who were heard, what they spoke of, what follows.

    Of hidden counts it is not told which is largest.
    """
    top = [cijfer for cijfer in top_themas(telling, 3) if cijfer.aantal >= drempel]
    namen = join_nl([f"“{lower_first(cijfer.naam)}”" for cijfer in top])
    wie = f"De {units(main_kanaal(telling), voluit=True)} hadden het" if telling.delen else "Zij hadden het"
    kern = f" {wie} het vaakst over {namen}." if namen else ""
    soort = "U vroeg ons om advies." if gevraagd else "Met deze brief geven wij u ongevraagd advies."
    slot = (
        f"{soort} U leest eerst wat bewoners ons vertelden en daarna wat wij u op grond daarvan adviseren. Achter elk "
        "cijfer staan uitspraken van bewoners. Hoe wij telden, staat in de bijlage."
    )
    gehoord = f"{tell_heard(telling, drempel)}{kern} Wij danken hen voor hun tijd en hun openheid."
    return "\n\n".join(deel for deel in (aanleiding.strip(), gehoord, slot) if deel)


def request_for_reaction() -> str:
    """Draft the request that ends a letter."""
    return (
        "Wij vragen u per adviespunt te laten weten of u het overneemt, wie het oppakt en wanneer bewoners er iets van "
        "merken. Uw reactie ontvangen wij graag binnen zes weken. Wij laten de bewoners die meedachten weten wat u "
        "antwoordt.\n\nNatuurlijk lichten wij deze brief graag mondeling toe."
    )
