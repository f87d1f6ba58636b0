"""Finder for names of persons in Dutch text: lists of names, read by rules about the words around them.

Full named-entity recognition is too slow and cannot be had offline for Dutch; a list alone masks "Wil" and
"Bakker" in every second answer. So: a name that is no Dutch word counts wherever it has a capital; one that
is also a word ("Roos", "Mark", "de Boer") needs a cue, such as a title, initials, a surname after it, or a
capital in the middle of a sentence (`naamcues`); and a word that nothing knows is a name where what stands
beside it says so (`naamverband`).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from basis.taal import naamwoorden as nw
from basis.taal import naamwoorden_context as nc
from basis.taal.maskertypen import Spanne
from basis.taal.naamcues import (
    AANSPREKINGEN,
    ROLLEN,
    after_aanwijzing,
    after_initialen,
    after_titel,
    find_aanwijzingen,
)
from basis.taal.naamlijsten import is_plaats, namenlijst
from basis.taal.naamverband import has_title_after, is_door_verband, stands_after_naam, starts_full_name
from basis.taal.naamzin import Zin, is_achternaam, is_onbekend, is_voornaam, scan_zin
from basis.taal.woordenlijst import is_woord

_PARTIKELS = frozenset("van de den der el al ben aït ait ould ten ter".split())
_LATIJN = re.compile("[a-zÀ-ɏ]", re.IGNORECASE)


@lru_cache(maxsize=1)
def _geen_personen() -> re.Pattern[str]:
    plaats = "|".join(nw.ACHTERVOEGSELS_PLAATS)
    namen = "|".join(map(re.escape, (*nw.GEEN_PERSONEN, *nc.BEKENDEN)))
    return re.compile(rf"\b(?:{namen})(?:['’]?s|{plaats})?\b", re.IGNORECASE)


@lru_cache(maxsize=16)
def _eigen_namen(vrij: tuple[str, ...]) -> re.Pattern[str] | None:
    """Names of places that stay readable; a single first name ("Irene") is not told from a person, so it goes."""
    namen = {" ".join(naam.split()) for naam in vrij}
    goed = sorted((n for n in namen if " " in n or not is_voornaam(n.lower())), key=lambda n: (-len(n), n))
    delen = [r"\s+".join(map(re.escape, naam.split())) for naam in goed if len(naam) > 2]
    return re.compile(rf"(?<!\w)(?:{'|'.join(delen)})(?!\w)", re.IGNORECASE) if delen else None


def _hide(tekst: str, patroon: re.Pattern[str]) -> str:
    """Blank out what the pattern finds, but not someone's surname: "mevrouw Rietveld", "Piet van Rietveld"."""
    return patroon.sub(
        lambda m: (
            m.group()
            if _is_persoon_voor(tekst[max(0, m.start() - 60) : m.start()])
            else "\0" * len(m.group())
        ),
        tekst,
    )


def _is_persoon_voor(tekst: str) -> bool:
    """True where a text ends in a title, a first name with a capital or initials, particles left out."""
    woorden = tekst.split()
    while woorden and woorden[-1].lower() in nw.TUSSENVOEGSELS:
        woorden.pop()
    if not woorden:
        return False
    laatste, klein = woorden[-1], woorden[-1].lower()
    initialen = re.fullmatch(r"(?:[A-Z]\.)+", laatste) is not None
    return klein in AANSPREKINGEN or initialen or (laatste[0].isupper() and is_voornaam(klein))


def find_namen(tekst: str, vrij: tuple[str, ...] = ()) -> Iterator[Spanne]:
    """Names of persons, first in text first; spans never overlap. `vrij` are names of places, no persons."""
    tekst = _geen_personen().sub(lambda m: "\0" * len(m.group()), tekst)
    if vrij and (eigen := _eigen_namen(vrij)) is not None:
        tekst = _hide(tekst, eigen)
    zin = scan_zin(tekst)
    aanwijzingen = find_aanwijzingen(tekst)
    i, vorige_eind = 0, len(tekst)
    while i < zin.aantal:
        na_naam = stands_after_naam(zin, i, vorige_eind)
        begin, eind = _naam_at(zin, i, aanwijzingen.get(zin.begin[i], ""), na_naam)
        if eind > begin:
            vorige_eind = zin.eind[eind - 1]
            yield zin.begin[begin], vorige_eind
        i = max(eind, i + 1)


def _naam_at(zin: Zin, i: int, aanwijzing: str, na_naam: bool) -> Spanne:
    """First and one past the last token of the name that is announced by or starts at token `i`.

    `na_naam`: a name went before it, as in a list.
    """
    klein = zin.klein[i]
    if aanwijzing:
        eind = after_aanwijzing(zin, i, aanwijzing)
        if eind > i:
            return i, eind
    if klein in AANSPREKINGEN or klein in ROLLEN:
        return after_titel(zin, i)
    if zin.is_initialen(i):
        return i, after_initialen(zin, i)
    if zin.hoofdletter[i]:
        return _with_hoofdletter(zin, i, na_naam)
    if has_title_after(zin, i):
        return i, i + 1
    return _without_hoofdletter(zin, i)


def _without_hoofdletter(zin: Zin, i: int) -> Spanne:
    """A name that starts with token `i`, which has no capital: "el Idrissi", "zonder mohammed"."""
    klein = zin.klein[i]
    if klein in ("de", "van", "el", "ten", "ter"):
        return _with_tussenvoegsel(zin, i)
    if klein not in namenlijst().zonder_hoofdletter or (klein == "jan" and _is_januari(zin, i)):
        return i, i
    if not zin.is_nederlands and _LATIJN.match(klein):
        return i, i
    eind = zin.extend_naam(i + 1, klein=True)
    if zin.wordt_plaatsnaam(eind) or (klein in nc.OOK_KLEIN and zin.na_drager(i)):
        return eind, eind
    return i, eind


def _is_januari(zin: Zin, i: int) -> bool:
    """True for "sinds jan", "12 jan" and "jan 2024"."""
    if i > 0 and zin.klein[i - 1] in nc.VOOR_JANUARI:
        return True
    voor, na = zin.tekst[max(0, zin.begin[i] - 2) : zin.begin[i]], zin.tekst[zin.eind[i] : zin.eind[i] + 3]
    return any(teken.isdigit() for teken in voor + na)


def _with_hoofdletter(zin: Zin, i: int, na_naam: bool) -> Spanne:
    """A name that starts with the capitalised token `i`."""
    klein = zin.klein[i]
    if klein in nw.GEEN_NAAM or not zin.schrijfwijze_goed(i) or zin.is_werkwoord(i):
        return i, i
    if is_voornaam(klein):
        eind = zin.extend_naam(i + 1, klein=False)
        if zin.na_drager(i) or zin.wordt_plaatsnaam(eind):
            # Skipped as a whole, or "Brandsma" would be left over of "de Titus Brandsma".
            return eind, eind
        if eind > i + 1 or _is_zeker_of_midden(zin, i):
            return i, eind
    if zin.na_drager(i):
        eind = zin.skip_tussenvoegsels(i) + 1
        return eind, eind
    if klein in _PARTIKELS:
        return _with_tussenvoegsel(zin, i)
    return _by_words_beside(zin, i, na_naam)


def _by_words_beside(zin: Zin, i: int, na_naam: bool) -> Spanne:
    """A surname alone, or a word that only what stands beside it makes a name."""
    if starts_full_name(zin, i) or has_title_after(zin, i) or is_door_verband(zin, i, na_naam):
        return i, zin.extend_naam(i + 1, klein=False)
    handelt = zin.is_midden(i) or zin.volgend(i) in nw.PERSOONSVORM or zin.volgend(i) == "van"
    if is_achternaam(zin.klein[i]) and handelt and not zin.wordt_plaatsnaam(i + 1):
        return i, zin.extend_naam(i + 1, klein=False)
    return i, i


def _is_zeker_of_midden(zin: Zin, i: int) -> bool:
    klein = zin.klein[i]
    if klein in namenlijst().zeker or is_zeker_samengesteld(klein):
        return zin.hoofdletters_zeggen_iets or klein in namenlijst().zonder_hoofdletter or not is_woord(klein)
    if klein in nw.NAAM_VOOR_PERSOONSVORM and zin.volgend(i) in nw.PERSOONSVORM:
        return True
    return klein not in nw.ALLEEN_MET_AANWIJZING and zin.is_midden(i)


def _with_tussenvoegsel(zin: Zin, i: int) -> Spanne:
    """A surname with its particles but without first name: "Van der Meer", "de Vries", "El Idrissi"."""
    kern = zin.skip_tussenvoegsels(i)
    if kern >= zin.aantal or kern == i or not zin.hoofdletter[kern] or not zin.schrijfwijze_goed(kern):
        return i, i
    lijst = namenlijst()
    voor, klein = zin.klein[kern - 1], zin.klein[kern]
    bekend = lijst.achternamen if voor in ("der", "den", "ter", "ten") else lijst.eigen_achternamen
    vreemd = voor in nc.VOORVOEGSELS_ELDERS and zin.telt_hoofdletter(kern) and is_onbekend(klein)
    if is_plaats(f"{voor} {klein}"):
        return kern + 1, kern + 1
    if not (klein in bekend or vreemd) or klein in ROLLEN or zin.wordt_plaatsnaam(kern + 1):
        return i, i
    if kern == i + 1:
        if zin.klein[i] == "de" and klein not in nw.ACHTERNAMEN_MET_DE:
            return i, i
        if zin.klein[i] == "van" and not zin.hoofdletter[i]:
            return kern, zin.extend_naam(kern + 1, klein=False)
    return i, zin.extend_naam(kern + 1, klein=False)


def is_zeker_samengesteld(klein: str) -> bool:
    """True for a double first name of which a part is sure: "anne-marie"."""
    return "-" in klein and any(deel in namenlijst().zeker for deel in klein.split("-"))
