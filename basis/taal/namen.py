"""Finder for names of persons in Dutch text: lists of names, read by rules about the words around them.

Full named-entity recognition is too slow and cannot be had offline for Dutch; a list alone masks "Wil" and
"Bakker" in every second answer. So: a name that is no Dutch word counts wherever it has a capital; one that
is also a word ("Roos", "Mark", "de Boer") needs a cue, such as a title, initials, a surname after it, or a
capital in the middle of a sentence.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from basis.taal import naamwoorden as nw
from basis.taal.maskertypen import Spanne
from basis.taal.naamlijsten import is_plaats, namenlijst
from basis.taal.naamzin import (
    LANGSTE_RIJ,
    Zin,
    is_achternaam,
    is_gewoon_woord,
    is_voornaam,
    lijkt_plaats,
    scan_zin,
)
from basis.taal.stopwoorden import STOPWOORDEN
from basis.taal.woordenlijst import is_woord

# "mijn naam is …": whatever follows with a capital is a name.
_VOORSTELLEN = re.compile(
    r"\b(?:(?:mijn|m'n|haar|zijn|z'n) (?:volledige )?naam is|(?:ik|hij|zij|ze) (?:heet|heette)|genaamd"
    r"|(?:man|vrouw|zoon|dochter|buurman|buurvrouw|collega|jongen|meisje|begeleider|vriendin) heet"
    r"|noem me maar"
    r"|my name is|i am called)[ :]+",
    re.IGNORECASE,
)
# A form field or "ik ben …": what follows has to look like a name.
_MOGELIJK = re.compile(
    r"(?:\b(?:voor|achter|roep)?naam ?:|\bcontactpersoon(?: is)?:?|\bik ben|\bnamens"
    r"|\bmet vriendelijke groet(?:en)?"
    r"|\bt\.?[an]\.?v\.?|\bgetekend|\bondergetekende|\bafzender:?)[ ,:;!.\n-]+(?=[^\W\d_])",
    re.IGNORECASE,
)
# A name that closes the answer, also without a capital: "groetjes wil".
_GROET = re.compile(
    r"\b(?:groet(?:en|jes)?|gr|grtjs|mvg|m\.v\.g|hoogachtend|liefs|getekend|kus(?:jes)?)\b"
    r"[ ,.!:;\n-]+(?:van |de )?"
    r"(?=[^\W\d_]+(?:[ .][^\W\d_]+){0,3}[\s.!]*(?:\n|$))",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _geen_personen() -> re.Pattern[str]:
    plaats = "|".join(nw.ACHTERVOEGSELS_PLAATS)
    namen = "|".join(map(re.escape, nw.GEEN_PERSONEN))
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
        lambda m: m.group() if _is_persoon_voor(tekst[: m.start()]) else "\0" * len(m.group()), tekst
    )


def _is_persoon_voor(tekst: str) -> bool:
    """True where a text ends in a title, a first name with a capital or initials, particles left out."""
    woorden = tekst[-60:].split()
    while woorden and woorden[-1].lower() in nw.TUSSENVOEGSELS:
        woorden.pop()
    if not woorden:
        return False
    laatste, klein = woorden[-1], woorden[-1].lower()
    initialen = re.fullmatch(r"(?:[A-Z]\.)+", laatste) is not None
    return klein in nw.AANSPREKINGEN or initialen or (laatste[0].isupper() and is_voornaam(klein))


def find_namen(tekst: str, vrij: tuple[str, ...] = ()) -> Iterator[Spanne]:
    """Names of persons, first in text first; spans never overlap. `vrij` are names of places, no persons."""
    tekst = _geen_personen().sub(lambda m: "\0" * len(m.group()), tekst)
    if vrij and (eigen := _eigen_namen(vrij)) is not None:
        tekst = _hide(tekst, eigen)
    zin = scan_zin(tekst)
    aanwijzingen = _aanwijzingen(tekst)
    i = 0
    while i < zin.aantal:
        begin, eind = _naam_at(zin, i, aanwijzingen.get(zin.begin[i], ""))
        if eind > begin:
            yield zin.begin[begin], zin.eind[eind - 1]
        i = max(eind, i + 1)


def _aanwijzingen(tekst: str) -> dict[int, str]:
    """Positions where a name is announced, with how strongly: "voorstellen", "mogelijk" or "groet"."""
    gevonden = {m.end(): "mogelijk" for m in _MOGELIJK.finditer(tekst)}
    gevonden.update((m.end(), "groet") for m in _GROET.finditer(tekst))
    gevonden.update((m.end(), "voorstellen") for m in _VOORSTELLEN.finditer(tekst))
    return gevonden


def _naam_at(zin: Zin, i: int, aanwijzing: str) -> Spanne:
    """First and one past the last token of the name that is announced by or starts at token `i`."""
    klein = zin.klein[i]
    if aanwijzing:
        eind = _after_aanwijzing(zin, i, aanwijzing)
        if eind > i:
            return i, eind
    if klein in nw.AANSPREKINGEN or klein in nw.ROLLEN:
        return _after_titel(zin, i)
    if zin.is_initialen(i):
        return i, _after_initialen(zin, i)
    if zin.hoofdletter[i]:
        return _with_hoofdletter(zin, i)
    if klein in ("de", "van", "el", "ten", "ter"):
        return _with_tussenvoegsel(zin, i)
    if klein in namenlijst().zonder_hoofdletter and zin.is_nederlands:
        eind = zin.extend_naam(i + 1, klein=True)
        return (eind, eind) if zin.wordt_plaatsnaam(eind) else (i, eind)
    return i, i


# --- after a cue -------------------------------------------------------------------------------------


def _after_aanwijzing(zin: Zin, i: int, aanwijzing: str) -> int:
    """End of the name at `i` after a cue in the words before it; `i` where what follows is no name."""
    start = zin.skip_tussenvoegsels(zin.skip_initialen(i))
    if start >= zin.aantal:
        return i
    klein, hoofd = zin.klein[start], zin.telt_hoofdletter(start)
    achternamen = namenlijst().achternamen if aanwijzing != "mogelijk" else namenlijst().eigen_achternamen
    bekend = is_voornaam(klein) or klein in achternamen
    if klein in nw.GEEN_NAAM:
        return i
    if zin.is_achternaam_na(zin.skip_initialen(i), start):
        return zin.extend_naam(start + 1, klein=not hoofd)
    if klein in STOPWOORDEN and not (hoofd and bekend) and not (aanwijzing != "mogelijk" and klein == "wil"):
        return i
    if hoofd and aanwijzing == "voorstellen":
        goed = True
    elif hoofd:
        goed = bekend or not (is_gewoon_woord(klein) or is_plaats(klein))
    else:
        goed = is_voornaam(klein) if aanwijzing == "groet" else _is_naam_klein(klein, aanwijzing)
    return zin.extend_naam(start + 1, klein=not hoofd) if goed else i


def _is_naam_klein(klein: str, aanwijzing: str) -> bool:
    """True for a name without capital: after "mijn naam is" any, after "ik ben" a sure one."""
    if aanwijzing == "voorstellen":
        return is_voornaam(klein) or (len(klein) > 2 and not is_woord(klein))
    return klein in namenlijst().zeker and len(klein) > 3


def _after_titel(zin: Zin, i: int) -> Spanne:
    """The name after a title or role at `i`; a chain ("de heer dr. Jansen") is one announcement."""
    j, sterk = i, False
    einde = min(zin.aantal, i + LANGSTE_RIJ)
    while j < einde and (zin.klein[j] in nw.AANSPREKINGEN or zin.klein[j] in nw.ROLLEN):
        sterk = zin.klein[j] in nw.AANSPREKINGEN
        j += 1
        if j >= zin.aantal or not zin.sluit_aan(j - 1, na_afkorting=True):
            return i, i
    start = zin.skip_initialen(j)
    kern = zin.skip_tussenvoegsels(start)
    if kern < zin.aantal and _is_kern_na_titel(zin, start, kern, sterk):
        eind = zin.extend_naam(kern + 1, klein=not zin.telt_hoofdletter(kern))
        return (j, eind) if sterk or not zin.wordt_plaatsnaam(eind) else (i, i)
    if start > j and sterk and not zin.wordt_plaatsnaam(start):
        return j, start
    return i, i


def _is_kern_na_titel(zin: Zin, start: int, kern: int, sterk: bool) -> bool:
    """True where token `kern`, after particles from `start` on, is a name; `sterk`: after "mevrouw"."""
    klein = zin.klein[kern]
    if zin.is_achternaam_na(start, kern):
        return True
    if klein in nw.GEEN_NAAM or klein in STOPWOORDEN:
        return False
    if not zin.telt_hoofdletter(kern):
        return _is_klein_na_titel(zin, start, kern, sterk)
    if sterk:
        return not lijkt_plaats(klein) or klein in namenlijst().achternamen
    return _is_hoofd_na_rol(zin, start, kern)


def _is_hoofd_na_rol(zin: Zin, start: int, kern: int) -> bool:
    """True for a capitalised name after a role: "wijkagent Kees", "huisarts Van den Berg"."""
    klein = zin.klein[kern]
    lijst = namenlijst()
    if kern > start:
        zeker = zin.hoofdletter[kern - 1] or klein in nw.GEWONE_ACHTERNAMEN
        return klein in lijst.eigen_achternamen or (zeker and klein in lijst.achternamen)
    if not zin.schrijfwijze_goed(kern) or is_plaats(klein):
        return False
    bekend = is_voornaam(klein) or klein in lijst.eigen_achternamen or klein in nw.GEWONE_ACHTERNAMEN
    return bekend or not (is_gewoon_woord(klein) or lijkt_plaats(klein))


def _is_klein_na_titel(zin: Zin, start: int, kern: int, sterk: bool) -> bool:
    """True for a name without (telling) capital after a title: "mevrouw de wit", "buurvrouw fatima"."""
    klein = zin.klein[kern]
    lijst = namenlijst()
    if kern > start:
        # "mevrouw van de bakker" is no name, "meneer de boer" and "mevrouw van den berg" are.
        lidwoord = zin.klein[kern - 1] in ("de", "het") and kern - start > 1
        return klein in lijst.eigen_achternamen or (klein in nw.GEWONE_ACHTERNAMEN and not lidwoord)
    if sterk and (klein in lijst.eigen_achternamen or klein in nw.GEWONE_ACHTERNAMEN):
        return True
    return klein in lijst.zeker and (len(klein) > 3 or klein in nw.VOORAL_VOORNAAM)


def _after_initialen(zin: Zin, i: int) -> int:
    """End of "J. de Boer" at `i`; `i` where the letter is something else ("plan B. Meer groen")."""
    kern_vanaf = zin.skip_initialen(i)
    kern = zin.skip_tussenvoegsels(kern_vanaf)
    if kern >= zin.aantal or not zin.hoofdletter[kern] or zin.is_initialen(kern):
        return i
    if zin.wordt_plaatsnaam(kern_vanaf) or (kern > kern_vanaf and zin.hoofdletter[kern_vanaf]):
        return i
    return zin.extend_naam(kern + 1, klein=False) if _is_na_initialen(zin, i, kern_vanaf, kern) else i


def _is_na_initialen(zin: Zin, i: int, kern_vanaf: int, kern: int) -> bool:
    """True where token `kern` is the surname that goes with the initials at `i`."""
    klein, initialen = zin.klein[kern], zin.woord[i]
    if zin.is_achternaam_na(kern_vanaf, kern):
        return True
    if klein in STOPWOORDEN:
        return False
    if klein in namenlijst().eigen_achternamen or klein in nw.GEWONE_ACHTERNAMEN:
        return True
    if not initialen.endswith(".") or not zin.hoofdletters_zeggen_iets:
        return False
    # A to E alone number a list: "A. Bloem in de berm B. Een boom".
    meer = kern > kern_vanaf or initialen.count(".") > 1
    lijst = initialen[0] > "E" and klein in namenlijst().achternamen
    return meer or (not is_plaats(klein) and (lijst or not is_gewoon_woord(klein)))


# --- without a cue -----------------------------------------------------------------------------------


def _with_hoofdletter(zin: Zin, i: int) -> Spanne:
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
    if klein in ("van", "de", "el", "ten", "ter"):
        return _with_tussenvoegsel(zin, i)
    handelt = zin.is_midden(i) or zin.volgend(i) in nw.PERSOONSVORM or zin.volgend(i) == "van"
    if is_achternaam(klein) and handelt and not zin.wordt_plaatsnaam(i + 1):
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
    """A surname with its particles but without first name: "Van der Meer", "de Vries"."""
    kern = zin.skip_tussenvoegsels(i)
    if kern >= zin.aantal or kern == i or not zin.hoofdletter[kern] or not zin.schrijfwijze_goed(kern):
        return i, i
    lijst = namenlijst()
    bekend = (
        lijst.achternamen if zin.klein[kern - 1] in ("der", "den", "ter", "ten") else lijst.eigen_achternamen
    )
    if zin.klein[kern] not in bekend or zin.wordt_plaatsnaam(kern + 1):
        return i, i
    if kern == i + 1:
        if zin.klein[i] == "de" and zin.klein[kern] not in nw.ACHTERNAMEN_MET_DE:
            return i, i
        if zin.klein[i] == "van" and not zin.hoofdletter[i]:
            return kern, zin.extend_naam(kern + 1, klein=False)
    return i, zin.extend_naam(kern + 1, klein=False)


def is_zeker_samengesteld(klein: str) -> bool:
    """True for a double first name of which a part is sure: "anne-marie"."""
    return "-" in klein and any(deel in namenlijst().zeker for deel in klein.split("-"))
