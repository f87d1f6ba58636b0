"""The appendix of a letter: how was counted, with the tables as they may be shown."""

from collections.abc import Mapping, Sequence

from advies.domain.brief import Bijlage
from advies.domain.opstellen import heard, hide_order, main_kanaal
from basis.druk.document import Gegevenstabel
from inzicht.domain.onderdrukken import keep_largest, publish, show_aantal
from inzicht.domain.tellen import OVERIG, Telling, Themacijfer
from inzicht.domain.woorden import MINST_VOOR_PROCENT, join_nl, number, percent, units

KOLOMMEN_IN_BRIEF = 6


def method_appendix(
    telling: Telling,
    drempel: int,
    herkomst: Sequence[tuple[str, str]],
    *,
    definities: Sequence[tuple[str, str]] = (),
    opmerkingen: Sequence[str] = (),
) -> Bijlage:
    """Write how was counted: the full table of themes per kanaal, and the table per buurt of the largest.

    `definities` are names of themes with what they mean; `opmerkingen` are paragraphs that hold for this letter
    only.
    """
    return Bijlage(
        alineas=(*_method_paragraphs(telling, drempel), *opmerkingen),
        tabellen=(*_theme_tables(telling, drempel), *_group_tables(telling, drempel)),
        themas=tuple(f"{naam}: {definitie}" for naam, definitie in definities),
        herkomst=tuple(f"{naam}: {waarde}" for naam, waarde in herkomst),
    )


def describe_uitkomsten(aantallen: Mapping[str, int]) -> str:
    """Say what became of every statement, per status as the language pipeline names them; the parts add up."""
    thema, zonder = aantallen["thema"], aantallen["geen_thema"]
    leeg, mislukt = aantallen["geen_antwoord"], aantallen["mislukt"]
    niet_gelukt = f", {number(mislukt)} die de computer niet kon beoordelen" if mislukt else ""
    return (
        f"{number(thema + zonder + leeg + mislukt)}: {number(thema)} waarbij de computer een thema voorstelde, "
        f"{number(zonder)} zonder, {number(leeg)} zonder inhoudelijk antwoord{niet_gelukt}"
    )


def _method_paragraphs(telling: Telling, drempel: int) -> tuple[str, ...]:
    delen = list(telling.delen.values()) or [telling]
    zonder = sum(deel.zonder_inhoud for deel in delen)
    geen = (
        f" In {number(zonder)} gevallen was er geen inhoudelijk antwoord, zoals “weet ik niet”; die tellen niet mee in "
        "de aandelen."
        if zonder
        else ""
    )
    wie = heard(telling, drempel)
    verzameld = f"Wij verzamelden {number(telling.uitspraken)} uitspraken van {wie}.{geen} {_reach(telling)}"
    ingedeeld = (
        "Namen, telefoonnummers en andere persoonsgegevens zijn eerst afgeschermd. Daarna stelde een computerprogramma "
        f"bij elke uitspraak nul, één of meer thema’s voor. {_checked(delen)}"
    )
    geteld = (
        "Wie een thema meer dan eens noemt, telt één keer. Iemand kan meer thema’s noemen; daarom tellen de thema’s "
        f"niet op tot het totaal. {_kanalen(telling, drempel)}Aantallen van 1 tot en met {drempel - 1} laten wij niet "
        "zien, en ook niet wat nodig is om ze uit te rekenen. Citaten zijn woordelijk, soms ingekort met (…)."
    )
    return verzameld, ingedeeld, geteld


def _reach(telling: Telling) -> str:
    geloot = [kanaal for kanaal, deel in telling.delen.items() if deel.marges]
    if geloot and len(geloot) < len(telling.delen):
        wie = join_nl([units(kanaal, voluit=True) for kanaal in geloot])
        return f"Alleen de {wie} zijn door loting gekozen; daarom staan alleen bij hun cijfers marges."
    if geloot or telling.marges:
        return "De inzenders zijn door loting gekozen; daarom staan er marges bij hun cijfers."
    return (
        "Deze mensen zijn niet door loting gekozen. De cijfers zeggen wat zij noemden, en niet hoeveel procent van "
        "alle bewoners er zo over denkt."
    )


def _checked(delen: Sequence[Telling]) -> str:
    alle = sum(cijfer.aantal for deel in delen for cijfer in deel.themas)
    gedaan = sum(cijfer.bevestigd for deel in delen for cijfer in deel.themas)
    if not gedaan:
        return "Die voorstellen zijn nog niet door mensen nagekeken."
    if gedaan == alle:
        return "Mensen keken al die voorstellen na; hun besluit telt."
    return (
        f"Mensen keken een deel na: van de {number(alle)} keer dat iemand bij een thema is geteld, rust dat "
        f"{number(gedaan)} keer op hun besluit. Waar zij anders besloten dan de computer, telt hun besluit."
    )


def _kanalen(telling: Telling, drempel: int) -> str:
    if not telling.delen:
        return ""
    zin = "Wat langs verschillende wegen binnenkwam, tellen wij niet op: iemand kan meer dan één weg kiezen. "
    if "tafel" in telling.delen:
        zin += "Aan tafel tellen wij tafels en geen mensen. "
    if any(_is_small(deel, drempel) for deel in telling.delen.values()):
        zin += f"Van een weg waarlangs minder dan {drempel} binnenkwamen, geven wij geen cijfers. "
    if any(_is_untold(deel, drempel) for deel in telling.delen.values()):
        zin += f"Is langs een weg elk thema minder dan {drempel} keer genoemd, dan staat daarvan geen tabel. "
    return zin


def _is_small(deel: Telling, drempel: int) -> bool:
    """Tell whether so few said something along a kanaal that any figure of it tells who."""
    return bool(deel.themas) and deel.themas[0].van < drempel


def _is_untold(deel: Telling, drempel: int) -> bool:
    """Tell whether enough was heard along a kanaal, and yet no theme often enough to be told."""
    genoemd = any(cijfer.aantal for cijfer in deel.themas)
    return genoemd and not _is_small(deel, drempel) and all(c.aantal < drempel for c in deel.themas)


def _theme_tables(telling: Telling, drempel: int) -> list[tuple[str, Gegevenstabel]]:
    if not telling.delen:
        return _theme_table(telling, drempel, "Hoe vaak elk thema is genoemd")
    tabellen = []
    for kanaal in telling.volgorde:
        wie = units(kanaal, voluit=True)
        tabellen += _theme_table(telling.delen[kanaal], drempel, f"Hoe vaak elk thema is genoemd: {wie}")
    return tabellen


def _theme_table(deel: Telling, drempel: int, bijschrift: str) -> list[tuple[str, Gegevenstabel]]:
    rijen = tuple(_theme_row(c, drempel) for c in hide_order(deel.themas, drempel) if c.aantal)
    if all(c.aantal < drempel for c in deel.themas) or _is_small(deel, drempel):
        return []
    tabel = Gegevenstabel(
        kolommen=("Thema", "Genoemd door", "Aandeel", "Nagekeken"),
        rijen=rijen,
        bijschrift=f"{bijschrift}, van {number(deel.themas[0].van)}",
        uitlijning=("links", "rechts", "rechts", "rechts"),
    )
    return [("", tabel)]


def _theme_row(cijfer: Themacijfer, drempel: int) -> tuple[str, ...]:
    if cijfer.aantal < drempel:
        return cijfer.naam, show_aantal(cijfer.aantal, drempel), "–", "–"
    aandeel = percent(cijfer.aandeel) if cijfer.van >= MINST_VOOR_PROCENT else "–"
    return cijfer.naam, number(cijfer.aantal), aandeel, number(cijfer.bevestigd)


def _group_tables(telling: Telling, drempel: int) -> list[tuple[str, Gegevenstabel]]:
    """Give the table per buurt: only of the largest kanaal, and only its largest buurten."""
    deel, kanaal = telling.deel(), main_kanaal(telling)
    if _is_small(deel, drempel) or not any(deel.publiek.kolommen):
        return []
    publicatie = keep_largest(publish(deel, drempel, kanaal), deel.publiek, KOLOMMEN_IN_BRIEF)
    namen = {cijfer.code: cijfer.naam for cijfer in deel.themas}
    volgorde = {cijfer.code: plaats for plaats, cijfer in enumerate(hide_order(deel.themas, drempel))}
    getoond = [(code, cellen) for code, cellen in publicatie.rijen if any(cel != "0" for cel in cellen)]
    wie = f": {units(kanaal, voluit=True)}" if telling.delen else ""
    koppen = tuple(f"{naam} ({n})" for naam, n in zip(publicatie.kolommen, publicatie.omvang, strict=True))
    verteld = any(cel[:1].isdigit() and cel != "0" for _code, cellen in getoond for cel in cellen)
    if not verteld or publicatie.kolommen == (OVERIG,):
        return []
    tabel = Gegevenstabel(
        kolommen=("Thema", *koppen),
        rijen=tuple(
            (namen[code], *cellen) for code, cellen in sorted(getoond, key=lambda rij: volgorde[rij[0]])
        ),
        bijschrift=f"Thema’s per buurt{wie}",
        uitlijning=("links", *("rechts" for _kolom in koppen)),
    )
    return [(f"{publicatie.toelichting} Tussen haakjes staat van hoeveel {units(kanaal)} dat is.", tabel)]
