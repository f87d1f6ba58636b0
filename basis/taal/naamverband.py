"""Names that stand on no list, known by what is said beside them: "Mihaela en haar man", "Xoë (17)", "Ayten hanım"."""

import re

from basis.taal import naamwoorden as nw
from basis.taal import naamwoorden_context as nc
from basis.taal.maskertypen import NAAMTEKEN
from basis.taal.naamlijsten import is_plaats, namenlijst
from basis.taal.naamzin import Zin, is_achternaam, is_gewoon_woord, is_onbekend, is_voornaam, lijkt_typefout
from basis.taal.stopwoorden import STOPWOORDEN
from basis.taal.woordenlijst import is_woord

_SAMEN = (" en ", ", ", " & ", "/", " + ")
_NA_NAAM = tuple(NAAMTEKEN + teken for teken in _SAMEN)
_LEEFTIJD = re.compile(r" ?\(\d{1,2}(?: ?(?:jr|jaar|j)\.?)?\)|, ?\d{1,2} ?(?:jr|jaar)\b")
_BIJSTELLING = re.compile(r", (?:mijn|onze|ons|m'n|haar|zijn|de) (\w+)")
_VAN_DICHTBIJ = re.compile(
    r" van (?:hiernaast|hierboven|hieronder|boven|beneden|de overkant|(?:een|twee|drie|vier|vijf|zes) ?hoog|nummer \d)"
)
_UIT_PLAATS = re.compile(r" uit (?:de |het )?([A-ZÀ-Þ][\w-]+)")


# No capitals inside, as abbreviations have ("VvE-bew"), and not too short.
_GEWOON_GESCHREVEN = re.compile(r"(?:Mc|Mac|[DdOo]['’])?\w[^\W\d_A-Z]{2,}(?:['’-][A-Za-zÀ-ž][^\W\d_A-Z]+)*")


def stands_after_naam(zin: Zin, i: int, vorige_eind: int) -> bool:
    """True where token `i` goes on a list of names: "Kees, Tesfu"; the name before it ended at `vorige_eind`.

    Only forwards: going back as well, a long list would take a reading for each of its names.
    """
    begin = zin.begin[i]
    if not zin.telt_hoofdletter(i):
        return False
    return zin.tekst[vorige_eind:begin] in _SAMEN or zin.tekst[max(0, begin - 5) : begin].endswith(_NA_NAAM)


def is_door_verband(zin: Zin, i: int, na_naam: bool) -> bool:
    """True where the words around the capitalised token `i` say that it is someone's name.

    `na_naam`: it goes on a list of names.
    """
    klein = zin.klein[i]
    if klein in STOPWOORDEN or klein in nw.GEEN_NAAM or klein in nc.ORGANISATIES or zin.na_drager(i):
        return False
    onbekend = _is_new_name(zin, i)
    if not onbekend and not is_voornaam(klein):
        return is_achternaam(klein) and na_naam
    if zin.wordt_plaatsnaam(i + 1) or is_plaats(klein):
        return False
    if onbekend and (na_naam or _stands_before_naam(zin, i)):
        return True
    if zin.volgend(i) in nc.MENSENWERK or _is_followed_by_person(zin, i):
        return True
    return onbekend and zin.schrijfwijze_goed(i) and _stands_where_people_stand(zin, i)


def _stands_before_naam(zin: Zin, i: int) -> bool:
    """True for "Tesfu en Kees"."""
    return zin.volgend(i) == "en" and zin.sluit_aan(i + 1) and zin.klein[i + 2] in namenlijst().zeker


def _stands_where_people_stand(zin: Zin, i: int) -> bool:
    """True for an unknown word in Dutch: inside a sentence not after "in" or "de", at its start before "zegt"."""
    if not zin.hoofdletters_zeggen_iets or not _is_dutch_around(zin, i):
        return False
    vreemd = not nc.VREEMDE_LETTERS.isdisjoint(zin.klein[i])
    if not zin.is_midden(i):
        return vreemd or (zin.volgend(i) in nc.NA_PERSOON and not lijkt_typefout(zin.klein[i]))
    if vreemd:
        return True
    if not zin.sluit_aan(i - 1) or (zin.hoofdletter[i - 1] and i > 1 and not zin.is_midden(i - 1)):
        return False
    vorige = zin.klein[i - 1]
    volgt_op_naam = vorige in ("en", "&") and i > 1 and zin.hoofdletter[i - 2]
    return (
        vorige not in nc.NIET_NA
        and not volgt_op_naam
        and not zin.na_drager(i)
        and not _is_groot_vervolg(zin, i)
    )


def _is_groot_vervolg(zin: Zin, i: int) -> bool:
    """True where a capitalised word that is no name follows or goes before: "Zimihc Theater", "Studio Zimihc"."""
    if zin.sluit_aan(i) and zin.hoofdletter[i + 1] and not is_onbekend(zin.klein[i + 1]):
        return True
    return zin.hoofdletter[i - 1] and is_gewoon_woord(zin.klein[i - 1]) and zin.is_midden(i - 1)


def _is_dutch_around(zin: Zin, i: int) -> bool:
    """True where most words beside token `i` that have no capital are Dutch."""
    woorden = [zin.klein[j] for j in range(max(0, i - 6), min(zin.aantal, i + 7)) if not zin.hoofdletter[j]]
    return len(woorden) > 1 and sum(map(is_woord, woorden)) > 0.6 * len(woorden)


def _is_followed_by_person(zin: Zin, i: int) -> bool:
    """True before an age, a place to come from, "mijn buurvrouw", "en haar man"."""
    tekst, eind = zin.tekst, zin.eind[i]
    if _LEEFTIJD.match(tekst, eind) or _VAN_DICHTBIJ.match(tekst, eind):
        return True
    rol = _BIJSTELLING.match(tekst, eind)
    if rol and (rol[1].lower() in nw.ROLLEN or rol[1].lower() in nw.AANSPREKINGEN):
        return True
    if zin.volgend(i) == "en" and zin.volgend(i + 1) in nc.EN_FAMILIE and zin.volgend(i + 2) in nc.FAMILIE:
        return True
    plaats = _UIT_PLAATS.match(tekst, eind)
    return plaats is not None and (is_plaats(plaats[1]) or is_onbekend(plaats[1].lower()))


def starts_full_name(zin: Zin, i: int) -> bool:
    """True where the unknown word `i` stands right before a surname: "Shairesh Ramdin", "Atgun Mentesoy"."""
    if not zin.telt_hoofdletter(i) or zin.na_drager(i) or not zin.sluit_aan(i) or not _is_new_name(zin, i):
        return False
    kern = zin.skip_tussenvoegsels(i + 1)
    if kern >= zin.aantal or not zin.hoofdletter[kern] or zin.wordt_plaatsnaam(kern + 1):
        return False
    if is_achternaam(zin.klein[kern]):
        return True
    if not zin.is_midden(i) or not _is_dutch_around(zin, i):
        return False
    # Two in a row that nothing knows.
    return _is_new_name(zin, kern) or (kern == i + 1 and is_voornaam(zin.klein[kern]))


def _is_new_name(zin: Zin, i: int) -> bool:
    """True for a word that nothing knows and that is written as a name is."""
    return is_onbekend(zin.klein[i]) and _GEWOON_GESCHREVEN.fullmatch(zin.woord[i]) is not None


def has_title_after(zin: Zin, i: int) -> bool:
    """True before a Turkish title: "Ayten hanım", "mehmet abi"."""
    if zin.volgend(i) not in nc.NA_NAAM_TITEL:
        return False
    return is_voornaam(zin.klein[i]) or (zin.hoofdletter[i] and is_onbekend(zin.klein[i]))
