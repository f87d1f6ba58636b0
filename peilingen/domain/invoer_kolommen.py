"""Which column of a file holds which question of a questionnaire. Plain values: nothing is written here.

Only a column whose name says so is taken by itself; any other one is for a person to choose, never for a guess. The
outcome does not depend on the order of the columns.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from basis.tabel import Tabel
from peilingen.domain.antwoordkolommen import (
    STAND,
    Celsoort,
    Deel,
    Kolom,
    Stand,
    list_rijkolommen,
    list_vraagkolommen,
)
from peilingen.enums import Vraagsoort
from peilingen.models import Vraag
from peilingen.refusals import OnjuisteKoppeling

HEEL = (Vraagsoort.MEER_KEUZES, Vraagsoort.RANGORDE)
"""Kinds with several columns that may also come in one, with marks between the choices."""
RIJNAMEN = ("kanaal", "taal", "hulp", "mag_citeren")
_IN_HAKEN = re.compile(r"\[([^\[\]]+)\]\s*$")


def normalise(tekst: str) -> str:
    """Give a text as it is compared: without capitals, and with single spaces."""
    return " ".join(tekst.split()).casefold()


def list_doelen(vragen: Mapping[UUID, Vraag]) -> list[Kolom]:
    """Give everything that a column of a file may hold, in the order of the questionnaire."""
    doelen = [kolom for kolom in list_rijkolommen() if kolom.naam in RIJNAMEN]
    gezien: set[UUID] = set()
    kolommen = list_vraagkolommen(vragen)
    bezet = {kolom.naam for kolom in kolommen}
    for kolom in kolommen:
        vraag = vragen[kolom.vraag] if kolom.vraag else None
        if vraag and vraag.soort in HEEL and vraag.pk not in gezien and vraag.sleutel not in bezet:
            doelen.append(_whole(kolom, vraag))
        if kolom.vraag:
            gezien.add(kolom.vraag)
        doelen.append(kolom)
    return doelen


def _whole(kolom: Kolom, vraag: Vraag) -> Kolom:
    return replace(
        kolom,
        naam=vraag.sleutel,
        titel=f"{kolom.nummer}. {vraag.tekst}",
        celsoort=Celsoort.TEKST,
        deel=Deel.WAARDE,
        onderwerp="",
        sleutel="",
        codes=(),
    )


def match_kolommen(tabel: Tabel, doelen: Sequence[Kolom]) -> dict[str, str]:
    """Give for each column the name of what it holds, "" where its name does not say."""
    namen = {doel.naam.casefold(): doel.naam for doel in doelen}
    koppen, teksten = _index(doelen, _headings), _index(doelen, _texts)
    labels = [info.label for info in tabel.info] or [""] * len(tabel.kolommen)
    keuzes: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for kolom, label in zip(tabel.kolommen, labels, strict=True):
        if (gevonden := _match(kolom, label, namen, koppen, teksten)) is not None:
            rang, doel = gevonden
            keuzes[doel].append((rang, kolom))
    uit = dict.fromkeys(tabel.kolommen, "")
    for doel, kandidaten in keuzes.items():
        beste = min(rang for rang, _kolom in kandidaten)
        winnaars = [kolom for rang, kolom in kandidaten if rang == beste]
        if len(winnaars) == 1:
            uit[winnaars[0]] = doel
    return uit


def _match(
    kolom: str, label: str, namen: Mapping[str, str], koppen: Mapping[str, str], teksten: Mapping[str, str]
) -> tuple[int, str] | None:
    haken = _IN_HAKEN.search(kolom)
    pogingen = [(namen, haken.group(1) if haken else ""), (namen, kolom)]
    pogingen += [(koppen, kolom), (koppen, label), (teksten, kolom), (teksten, label)]
    for rang, (waar, wat) in enumerate(pogingen):
        if wat and (doel := waar.get(normalise(wat))) is not None:
            return rang, doel
    return None


def _index(doelen: Sequence[Kolom], woorden: Callable[[Kolom], Iterable[str]]) -> dict[str, str]:
    """Give what names one target; what names two names none."""
    paren = [(normalise(woord), doel.naam) for doel in doelen for woord in set(woorden(doel)) if woord]
    keren = Counter(woord for woord, _doel in paren)
    return {woord: doel for woord, doel in paren if keren[woord] == 1}


def _headings(doel: Kolom) -> Iterable[str]:
    return (doel.titel,)


def _texts(doel: Kolom) -> Iterable[str]:
    """The words of a question, and of a choice or statement as other programs write them."""
    if not doel.vraag:
        return ()
    if not doel.onderwerp:
        return (doel.vraagtekst,)
    return (f"{doel.vraagtekst} – {doel.onderwerp}", f"{doel.vraagtekst} [{doel.onderwerp}]")


def check_doelen(koppeling: Mapping[str, str], doelen: Sequence[Kolom]) -> None:
    """Refuse a choice of columns that cannot be; raises OnjuisteKoppeling."""
    bekend = {doel.naam: doel for doel in doelen}
    gekozen = [naam for naam in koppeling.values() if naam]
    if any(naam not in bekend for naam in gekozen):
        raise OnjuisteKoppeling(_("De vragen zijn intussen veranderd. Kies de kolommen opnieuw."))
    for naam, keren in Counter(gekozen).items():
        if keren > 1:
            raise OnjuisteKoppeling(
                _("U koos “%(doel)s” voor meer dan één kolom. Kies er één.") % {"doel": bekend[naam].titel}
            )
    vragen = {bekend[naam].vraag for naam in gekozen if bekend[naam].vraag}
    if not vragen:
        raise OnjuisteKoppeling(_("Kies minstens één kolom met antwoorden op een vraag."))
    heel = {
        bekend[naam].vraag
        for naam in gekozen
        if bekend[naam].soort in HEEL and bekend[naam].deel == Deel.WAARDE
    }
    for naam in gekozen:
        if bekend[naam].vraag in heel and bekend[naam].deel in (Deel.KEUZE, Deel.RANG):
            raise OnjuisteKoppeling(
                _("U koos vraag %(nummer)s als geheel en ook per keuze. Kies een van de twee.")
                % {"nummer": bekend[naam].nummer}
            )


def spell_tabel(tabel: Tabel) -> Tabel:
    """Give the cells of a statistics file in words, and what is missing as "(niet gevraagd)" and the like.

    The names of the columns stay. A code that its file calls missing without saying why is an empty cell; where
    words are missing, the variable beside them (`v1_stand`) tells why.
    """
    if not tabel.info:
        return tabel
    woorden = [dict(info.waarden) for info in tabel.info]
    plekken = {kolom: plek for plek, kolom in enumerate(tabel.kolommen)}
    naast = [
        (plekken[kolom], plekken[f"{kolom}{STAND}"]) for kolom in plekken if f"{kolom}{STAND}" in plekken
    ]
    rijen = []
    for rij in tabel.rijen:
        cellen = [
            _spell(cel, namen.get(cel, ""), info.is_gemist(cel))
            for cel, namen, info in zip(rij, woorden, tabel.info, strict=True)
        ]
        for tekst, stand in naast:
            cellen[tekst] = cellen[tekst] or (cellen[stand] if cellen[stand].startswith("(") else "")
        rijen.append(tuple(cellen))
    return replace(tabel, rijen=tuple(rijen))


def _spell(cel: str, label: str, gemist: bool) -> str:
    if not gemist:
        return label or cel
    stand = read_stand(label)
    return f"({stand.woord})" if stand else ""


def read_stand(tekst: str) -> Stand | None:
    """Tell which reason for no answer a text names, with or without brackets around it."""
    kaal = normalise(tekst).strip("()")
    return _STANDEN.get(kaal)


_STANDEN = {stand.woord: stand for stand in Stand} | {
    "weet niet": Stand.WEET_NIET,
    "wil niet zeggen": Stand.WIL_NIET,
    "zeg ik liever niet": Stand.WIL_NIET,
    "niet van toepassing": Stand.NIET_GEVRAAGD,
    "n.v.t.": Stand.NIET_GEVRAAGD,
}
