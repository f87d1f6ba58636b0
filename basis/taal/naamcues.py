"""Names that are announced: by "mijn naam is", by a greeting, by a title or by initials."""

import re

from basis.taal import naamwoorden as nw
from basis.taal import naamwoorden_context as nc
from basis.taal.maskertypen import Spanne
from basis.taal.naamlijsten import is_plaats, namenlijst, woorden
from basis.taal.naamzin import (
    LANGSTE_RIJ,
    Zin,
    is_achternaam,
    is_gewoon_woord,
    is_onbekend,
    is_voornaam,
    lijkt_plaats,
    lijkt_typefout,
)
from basis.taal.stopwoorden import STOPWOORDEN
from basis.taal.woordenlijst import is_woord

AANSPREKINGEN = nw.AANSPREKINGEN | nc.AANSPREKINGEN_ELDERS
ROLLEN = nw.ROLLEN | nc.ROLLEN_EXTRA | nc.ROLLEN_ELDERS | nc.ROLLEN_ZONDER_HOOFDLETTERS
KLEIN_ONBEKEND = 5
"""Below this an unknown word without a capital may be anything."""

# "mijn naam is …": whatever follows with a capital is a name.
_VOORSTELLEN = re.compile(
    r"\b(?:(?:mijn|mn|m'n|haar|zijn|z'n) (?:volledige )?naam is|(?:ik|mijn|me) naam(?: is)?"
    r"|(?:ik|hij|zij|ze) (?:heet|heette|hiet)"
    r"|genaamd|(?:man|vrouw|zoon|dochter|buurman|buurvrouw|collega|jongen|meisje|begeleider|vriendin) heet"
    r"|noem me maar|my name(?: is|'s|’s)|i am called|(?:benim )?(?:adım|adim|ismim)|nazywam się|mam na imię"
    r"|ich hei(?:ß|ss)e|mein name ist|je m['’]appelle|mon nom est|me llamo|mi nombre es|mi nomber ta"
    r"|мене звати|меня зовут|моє ім['’]я|أنا اسمي|اسمي)[ :]+",
    re.IGNORECASE,
)
# A form field or "ik ben …": what follows has to look like a name.
_MOGELIJK = re.compile(
    r"(?:\b(?:voor|achter|roep)?naam ?:|\bnaam is|\bcontactpersoon(?: is)?:?|\bik ben|\bi am|\bi['’]m|\bnamens"
    r"|\bmet vriendelijke groet(?:en)?|\b(?:beste|lieve|geachte|hallo|hoi|hey|bedankt|dankjewel|dank aan|sterkte)"
    r"|\b(?:gesproken|aanw|aanwezig|afm|afwezig|verslag|notulist|notulen|melder|spreker|deelnemers|contact)[.:]+"
    r"|\b(?:overleg|gesprek|contact) m(?:et)?\b\.?|\been zekere"
    r"|\bt\.?[an]\.?v\.?|\bgetekend|\bondergetekende|\bafzender:?)[ ,:;!.\n-]+(?=[^\W\d_])",
    re.IGNORECASE,
)
# A name that closes the answer, also without a capital: "groetjes wil".
_GROET = re.compile(
    r"\b(?:groet(?:en|jes)?|gr|grtjs|mvg|m\.v\.g|hoogachtend|liefs|getekend|kus(?:jes)?)\b"
    r"[ ,.!:;\n-]{1,6}(?:van |de )?"
    r"(?=[^\W\d_]+(?:[ .][^\W\d_]+){0,3}[\s.!]{0,6}(?:\n|$))",
    re.IGNORECASE,
)


def find_aanwijzingen(tekst: str) -> dict[int, str]:
    """Positions where a name is announced, with how strongly: "voorstellen", "mogelijk" or "groet"."""
    gevonden = {m.end(): "mogelijk" for m in _MOGELIJK.finditer(tekst)}
    gevonden.update((m.end(), "groet") for m in _GROET.finditer(tekst))
    gevonden.update((m.end(), "voorstellen") for m in _VOORSTELLEN.finditer(tekst))
    return gevonden


def after_aanwijzing(zin: Zin, i: int, aanwijzing: str) -> int:
    """End of the name at `i` after a cue in the words before it; `i` where what follows is no name."""
    start = zin.skip_tussenvoegsels(zin.skip_initialen(i))
    if start >= zin.aantal:
        return i
    klein, hoofd = zin.klein[start], zin.telt_hoofdletter(start)
    achternamen = namenlijst().achternamen if aanwijzing != "mogelijk" else namenlijst().eigen_achternamen
    bekend = is_voornaam(klein) or klein in achternamen
    if klein in nw.GEEN_NAAM or klein in nc.ORGANISATIES:
        return i
    if zin.is_achternaam_na(zin.skip_initialen(i), start):
        return zin.extend_naam(start + 1, klein=not hoofd)
    if klein in STOPWOORDEN and not (hoofd and bekend) and not (aanwijzing != "mogelijk" and klein == "wil"):
        return i
    if hoofd and aanwijzing == "voorstellen":
        goed = True
    elif hoofd:
        goed = bekend or is_onbekend(klein)
    else:
        goed = is_voornaam(klein) if aanwijzing == "groet" else _is_naam_klein(klein, aanwijzing)
    return zin.extend_naam(start + 1, klein=not hoofd) if goed else i


def _is_naam_klein(klein: str, aanwijzing: str) -> bool:
    """True for a name without capital: after "mijn naam is" any, after "ik ben" a sure one."""
    if aanwijzing == "voorstellen":
        bekend = is_voornaam(klein) and klein not in ("ken", "kent", "bent", "ben")
        return bekend or (len(klein) > 2 and not is_woord(klein) and klein not in woorden())
    return klein in namenlijst().zeker and len(klein) > 3


def after_titel(zin: Zin, i: int) -> Spanne:
    """The name after a title or role at `i`; a chain ("de heer dr. Jansen") is one announcement."""
    j, sterk = i, False
    einde = min(zin.aantal, i + LANGSTE_RIJ)
    while j < einde and (zin.klein[j] in AANSPREKINGEN or zin.klein[j] in ROLLEN):
        sterk = zin.klein[j] in AANSPREKINGEN
        j += 1
        if j >= zin.aantal or not zin.sluit_aan(j - 1, na_afkorting=True):
            return i, i
    start = zin.skip_initialen(j)
    kern = zin.skip_tussenvoegsels(start)
    if kern < zin.aantal and _is_kern_na_titel(zin, start, kern, sterk):
        eind = zin.extend_naam(kern + 1, klein=not zin.telt_hoofdletter(kern))
        begin = kern if kern == j + 1 and zin.woord[j] == "van" and is_voornaam(zin.klein[kern]) else j
        return (begin, eind) if sterk or not zin.wordt_plaatsnaam(eind) else (i, i)
    if start > j and sterk and not zin.wordt_plaatsnaam(start):
        return j, start
    return i, i


def _is_kern_na_titel(zin: Zin, start: int, kern: int, sterk: bool) -> bool:
    """True where token `kern`, after particles from `start` on, is a name; `sterk`: after "mevrouw"."""
    klein = zin.klein[kern]
    if zin.is_achternaam_na(start, kern):
        return True
    if klein in nw.GEEN_NAAM or klein in STOPWOORDEN or klein in nc.ORGANISATIES:
        return False
    if not zin.telt_hoofdletter(kern):
        return _is_klein_na_titel(zin, start, kern, sterk)
    if sterk:
        van_het = kern > start and zin.klein[kern - 1] == "het"
        return klein in namenlijst().achternamen or not (van_het or lijkt_plaats(klein))
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
    return is_voornaam(klein) or is_achternaam(klein) or klein in nw.GEWONE_ACHTERNAMEN or is_onbekend(klein)


def _is_klein_na_titel(zin: Zin, start: int, kern: int, sterk: bool) -> bool:
    """True for a name without (telling) capital after a title: "mevrouw de wit", "me buurman zbyszek"."""
    klein = zin.klein[kern]
    lijst = namenlijst()
    if kern > start:
        # "mevrouw van de bakker" is no name, "meneer de boer" and "mevrouw van den berg" are.
        lidwoord = zin.klein[kern - 1] in ("de", "het") and kern - start > 1
        if zin.klein[kern - 1] in nc.VOORVOEGSELS_ELDERS and is_onbekend(klein):
            return True
        gewoon = klein in nw.GEWONE_ACHTERNAMEN or (sterk and kern == start + 1 and _is_na_de(zin, kern))
        return klein in lijst.eigen_achternamen or (gewoon and not lidwoord)
    if sterk and (klein in lijst.eigen_achternamen or klein in nw.GEWONE_ACHTERNAMEN):
        return True
    if klein in nw.NAAM_ALS_WERKWOORD or klein in woorden():
        return False
    if klein in lijst.zeker and (len(klein) > 3 or klein in nw.VOORAL_VOORNAAM):
        return True
    eigen = start > 1 and zin.klein[start - 2] in nc.BEZITTELIJK
    if not zin.is_nederlands or not _is_onbekend_klein(zin, kern):
        return False
    handelt = sterk and (zin.volgend(kern) in nc.NA_TITEL_EN_NAAM or kern + 1 == zin.aantal)
    return handelt or ((sterk or eigen) and not lijkt_typefout(klein))


def _is_na_de(zin: Zin, i: int) -> bool:
    """True for "meneer de haas": a surname that goes with "de", and nobody's trade or place."""
    klein = zin.klein[i]
    if zin.klein[i - 1] != "de" or klein in ROLLEN or klein not in namenlijst().achternamen:
        return False
    return i + 1 == zin.aantal or not zin.sluit_aan(i) or zin.klein[i + 1] in nc.NA_TITEL_EN_NAAM


def _is_onbekend_klein(zin: Zin, i: int) -> bool:
    """True for a word without capital that is nothing we know, nor cut short with a dot."""
    klein = zin.klein[i]
    if len(klein) < KLEIN_ONBEKEND or not klein.isalpha() or zin.tekst[zin.eind[i] : zin.eind[i] + 1] == ".":
        return False
    return is_onbekend(klein)


def after_initialen(zin: Zin, i: int) -> int:
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
