"""A text as tokens, with the questions that the rules for names ask of it."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from basis.taal import naamwoorden as nw
from basis.taal import naamwoorden_context as nc
from basis.taal.naamlijsten import is_plaats, namenlijst, woorden
from basis.taal.samenstellingen import split_samenstelling
from basis.taal.stopwoorden import STOPWOORDEN
from basis.taal.woordenlijst import is_engels, is_woord

# Accents that were typed as signs of their own, and the vowel signs of Arabic.
_BIJTEKEN = r"[\u0300-\u036f\u064b-\u0652]"
_LETTER = rf"[^\W\d_]{_BIJTEKEN}*"
_INITIAAL = r"(?:[A-ZÀ-Þ]|Ch|Th|Ph|IJ|Tj|Sj)\."
_TOKEN = re.compile(
    rf"(?<![\w.]){_INITIAAL}(?:[ -]?{_INITIAAL})*"
    r"|\b[vV]\.?[ ]?[dD]\.(?= )|\b[vV]/[dD]\b|['’][st]\b"
    rf"|(?:{_LETTER})+(?:['’-](?:{_LETTER})+)*"
)
# More initials, particles or titles in a row are no name; the limit keeps reading time in proportion.
LANGSTE_RIJ = 6
_AFKORTINGEN = frozenset("mevr mw mvr dhr hr mej fam drs dr ir ing mr mrs prof ds cl".split())
_ZINSEINDE = re.compile(r"[.!?:;\n\r•*\"“”„‘(\[–—>/…|]|(?:^|\s)-(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Zin:
    """Tokens of one text in parallel columns.

    hoofdletters_zeggen_iets: False in headlines and shouting. is_nederlands: False for a text of some length
    without a single Dutch function word; there "umut" or "grace" may be an ordinary word.
    """

    tekst: str
    begin: list[int]
    eind: list[int]
    woord: list[str]
    klein: list[str]
    hoofdletter: list[bool]
    hoofdletters_zeggen_iets: bool
    is_nederlands: bool

    @property
    def aantal(self) -> int:
        return len(self.woord)

    def volgend(self, i: int) -> str:
        """The next word in small letters, "" where something stands between."""
        return self.klein[i + 1] if self.sluit_aan(i) else ""

    def is_initialen(self, i: int) -> bool:
        """True for "J.", "A.B." and for a bare capital letter."""
        woord = self.woord[i]
        return self.hoofdletter[i] and (len(woord) == 1 or woord.endswith("."))

    def sluit_aan(self, i: int, na_afkorting: bool = False) -> bool:
        """True where only a space stands between token `i` and the next (or the dot of "dhr.")."""
        if i + 1 >= self.aantal:
            return False
        tussen = self.tekst[self.eind[i] : self.begin[i + 1]]
        if na_afkorting and self.klein[i] in _AFKORTINGEN:
            tussen = tussen.removeprefix(".")
        return tussen.strip(" \u00a0") == "" and (len(tussen) < 3)

    def skip_initialen(self, i: int) -> int:
        """Index of the first token from `i` on that is no initial."""
        einde = min(self.aantal, i + LANGSTE_RIJ)
        while i < einde and self.is_initialen(i) and self.sluit_aan(i):
            i += 1
        return i

    def skip_tussenvoegsels(self, i: int) -> int:
        """Index of the first token from `i` on that is no particle such as "van der"."""
        einde = min(self.aantal, i + LANGSTE_RIJ)
        while i < einde and self._is_tussenvoegsel(i) and self.sluit_aan(i):
            i += 1
        return i

    def _is_tussenvoegsel(self, i: int) -> bool:
        if i >= self.aantal:
            return False
        if self.klein[i] in nw.TUSSENVOEGSELS_VOOR_DEN:
            return i + 1 < self.aantal and self.klein[i + 1] in ("'t", "’t", "den")
        return self.klein[i] in nw.TUSSENVOEGSELS

    def is_achternaam_na(self, start: int, kern: int) -> bool:
        """True where the particles from `start` on ("van der") make a surname of token `kern`, word or not."""
        if kern == start or self.klein[kern - 1] not in nw.ACHTERNAAM_VOLGT:
            return False
        if self.klein[kern - 1] in nc.OOK_EEN_WOORD and not self.hoofdletter[kern]:
            return self.klein[kern] in namenlijst().eigen_achternamen
        return self.klein[kern] in namenlijst().achternamen

    def is_midden(self, i: int) -> bool:
        """True where a capital is no matter of course: inside a sentence of a normally typed text."""
        if i == 0 or not self.hoofdletters_zeggen_iets or is_plaats(self.klein[i]):
            return False
        return _ZINSEINDE.search(self.tekst, self.eind[i - 1], self.begin[i]) is None

    def na_drager(self, i: int) -> bool:
        """True after a word that makes the name one of a building, a group or a thing: "café Jansen"."""
        if i == 0 or not self.sluit_aan(i - 1):
            return False
        return self.klein[i - 1] in nw.DRAGERS or self.klein[i - 1].endswith(nw.DRAGERS_EIND)

    def schrijfwijze_goed(self, i: int) -> bool:
        """False for what looks like an abbreviation: all capitals in a text that has small letters too."""
        woord = self.woord[i]
        return not (woord.isupper() and len(woord) > 1) or (
            (len(woord) > 4 or not woord.isascii()) and not is_woord(self.klein[i])
        )

    def telt_hoofdletter(self, i: int) -> bool:
        """True for a capital that says something; in headlines and shouting none does."""
        return self.hoofdletter[i] and self.hoofdletters_zeggen_iets

    def is_werkwoord(self, i: int) -> bool:
        """True for "Wil", "Ben" and the like beside a subject: "ik Wil", "Ben je"."""
        if self.klein[i] not in nw.NAAM_ALS_WERKWOORD:
            return False
        vorige = self.klein[i - 1] if i > 0 and self.sluit_aan(i - 1) else ""
        return vorige in nw.ONDERWERPEN or self.volgend(i) in nw.ONDERWERPEN

    def wordt_plaatsnaam(self, eind: int) -> bool:
        """True where the token after a name shows that a street, school or park is named after the person."""
        if eind >= self.aantal or not self.sluit_aan(eind - 1):
            return False
        kern = self.skip_tussenvoegsels(eind)
        if kern < self.aantal and lijkt_plaats(self.klein[kern]):
            eigennaam = self.hoofdletter[kern] or not is_woord(self.klein[kern])
            if eigennaam and self.klein[kern] not in namenlijst().achternamen:
                return True
        na = nw.NA_NAAM_GEEN_PERSOON if self.hoofdletter[eind] else nw.NA_NAAM_KLEIN
        return self.klein[eind] in na

    def extend_naam(self, i: int, klein: bool) -> int:
        """End of the name whose last token so far is `i - 1`: particles, surnames, a closing initial."""
        while i < self.aantal and self.sluit_aan(i - 1):
            kern = self.skip_tussenvoegsels(i)
            if kern < self.aantal and self._hoort_bij_naam(
                kern, klein, self.klein[kern - 1] if kern > i else ""
            ):
                i = kern + 1
            else:
                break
        return i

    def _hoort_bij_naam(self, i: int, klein: bool, tussenvoegsel: str) -> bool:
        """True where token `i` continues a name.

        `klein`: the name so far was typed without capitals. `tussenvoegsel`: the particle before `i`, or "".
        """
        woord, kern = self.woord[i], self.klein[i]
        if woord.endswith(".") and self.hoofdletter[i] and not tussenvoegsel:
            return len(woord) == 2
        if (
            tussenvoegsel in nw.ACHTERNAAM_VOLGT
            and self.telt_hoofdletter(i)
            and kern in namenlijst().achternamen
        ):
            return True
        if kern in STOPWOORDEN or kern in nw.GEEN_NAAM or kern in nw.NA_NAAM_GEEN_PERSOON or len(kern) < 2:
            return False
        if self.telt_hoofdletter(i):
            lijst = namenlijst()
            if "-" in kern and any(deel in lijst.achternamen for deel in kern.split("-")):
                return True
            if kern in lijst.achternamen or (not tussenvoegsel and kern in lijst.voornamen):
                return True
            if tussenvoegsel and tussenvoegsel not in nw.ACHTERNAAM_VOLGT:
                return False
            return not (is_gewoon_woord(kern) or is_plaats(kern) or lijkt_plaats(kern) or woord.isupper())
        return (klein or self.hoofdletter[i]) and kern in namenlijst().eigen_achternamen


def scan_zin(tekst: str) -> Zin:
    """Tokens of `tekst`; a possessive ending ("Annie's") is left out of the token."""
    begin, eind, woorden = [], [], []
    for m in _TOKEN.finditer(tekst):
        woord = m.group()
        if woord.endswith(("'s", "’s")) and len(woord) > 3:
            stam = woord[:-2]
            if stam[0].isupper() or is_voornaam(stam.lower()):
                woord = stam
        begin.append(m.start())
        eind.append(m.start() + len(woord))
        woorden.append(woord)
    hoofd = [woord[0].isupper() for woord in woorden]
    klein = [to_klein(woord) for woord in woorden]
    normaal = len(woorden) < 4 or sum(hoofd) <= 0.6 * len(woorden) or not _is_kop(klein, hoofd)
    nederlands = len(klein) < 4 or not STOPWOORDEN.isdisjoint(klein)
    return Zin(tekst, begin, eind, woorden, klein, hoofd, normaal, nederlands)


def to_klein(woord: str) -> str:
    """Lower case as the lists have it: one character per letter, "İbrahim" → "ibrahim"."""
    klein = woord.lower()
    if klein.isascii():
        return klein
    klein = unicodedata.normalize("NFC", klein.replace("i\u0307", "i"))
    return re.sub("[\u064b-\u0652]", "", klein)


def _is_kop(klein: list[str], hoofd: list[bool]) -> bool:
    """True where ordinary words have a capital too, after the first: a headline, or all capitals."""
    namen = namenlijst()
    gewoon = 0
    for woord, groot in zip(klein[1:], hoofd[1:], strict=True):
        if groot and woord not in nw.TUSSENVOEGSELS and woord not in namen.voornamen:
            gewoon += 2 if woord in STOPWOORDEN else is_gewoon_woord(woord) and woord not in namen.achternamen
    return gewoon > 1


def is_voornaam(klein: str) -> bool:
    """True for a first name, a double one ("jan-peter") or its genitive ("ahmeds")."""
    voornamen = namenlijst().voornamen
    if klein in voornamen:
        return True
    if len(klein) > 6 and klein.startswith(nc.VOORNAAM_BEGIN) and is_onbekend(klein):
        return True
    if "-" in klein:
        return all(deel in voornamen for deel in klein.split("-"))
    return klein.endswith("s") and klein[:-1] in namenlijst().zeker and len(klein) > 4 and not is_woord(klein)


def is_achternaam(klein: str) -> bool:
    """True for a surname that is neither a word nor a place, in the lists or by its ending: "Szymczyk"."""
    if len(klein) < 4 or klein in namenlijst().eigen_achternamen:
        return len(klein) > 3
    return len(klein) > 5 and klein.endswith(nc.ACHTERNAAM_EIND) and is_onbekend(klein)


def lijkt_plaats(klein: str) -> bool:
    """True for a word that ends like a street, park or building: "bikoplein"."""
    return klein.endswith(nw.ACHTERVOEGSELS_PLAATS)


def is_gewoon_woord(klein: str) -> bool:
    """True for a word of the dictionary or a compound of such words."""
    return is_woord(klein) or len(split_samenstelling(klein)) > 1


@lru_cache(maxsize=50_000)
def is_onbekend(klein: str) -> bool:
    """True for what is no word of Dutch or English, no place and no organisation that we know: perhaps a name."""
    if len(klein) < 3 or klein in STOPWOORDEN or klein in nw.GEEN_NAAM or klein in nc.ORGANISATIES:
        return False
    if klein in nw.GEEN_VOORNAAM or klein in woorden() or is_plaats(klein) or lijkt_plaats(klein):
        return False
    if is_gewoon_woord(klein) or klein.endswith(nc.WOORD_EIND):
        return False
    groot = klein.capitalize()
    return not (is_woord(groot) or is_engels(klein) or is_engels(groot))


@lru_cache(maxsize=10_000)
def lijkt_typefout(klein: str) -> bool:
    """True where one letter more, less or other gives a Dutch word: "werkd", "zeeer"."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    for plek in range(len(klein) + 1):
        voor, na = klein[:plek], klein[plek:]
        if na and is_woord(voor + na[1:]):
            return True
        if any(
            is_woord(voor + letter + na) or (na and is_woord(voor + letter + na[1:])) for letter in letters
        ):
            return True
    return False
