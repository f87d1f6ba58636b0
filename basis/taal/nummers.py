"""Finders for numbers with a check digit or a fixed series: IBAN, BSN, licence plate.

What looks alike (a phone number, an order number, a BSN) is told apart by check digits and by the words
before it, never by order alone.
"""

import re
from collections.abc import Iterator

from basis.taal.contactpatronen import cijfers_van
from basis.taal.maskertypen import Spanne

# --- IBAN --------------------------------------------------------------------------------------------

_IBAN_LENGTE = {
    "NL": 18, "BE": 16, "DE": 22, "FR": 27, "GB": 22, "PL": 28, "TR": 26, "UA": 29, "ES": 24, "IT": 27,
    "PT": 25, "LU": 20, "AT": 20, "CH": 21, "RO": 24, "BG": 22, "HU": 28, "CZ": 24, "SE": 24, "DK": 18,
    "IE": 22, "GR": 27, "LT": 20, "LV": 21, "EE": 20,
}  # fmt: skip
_IBAN = re.compile(r"(?<![^\W_])[A-Z]{2}[ .]?\d{2}(?:[ .-]?[A-Z0-9]){11,}", re.IGNORECASE)
_BANKWOORD = re.compile(r"(?:iban|rekening|bank|overmaken|overschrijven|\brek\b)[^\n]{0,40}$", re.IGNORECASE)


def find_ibans(tekst: str) -> Iterator[Spanne]:
    """Bank accounts: by country length and mod-97 (ISO 13616), a mistyped one only after a bank word."""
    for m in _IBAN.finditer(tekst):
        lengte = _IBAN_LENGTE.get(m.group()[:2].upper())
        eind = _end_of_characters(tekst, m.start(), lengte) if lengte else None
        if eind is None or eind > m.end() or tekst[eind : eind + 1].isalnum():
            continue
        nummer = re.sub(r"[ .-]", "", tekst[m.start() : eind]).upper()
        typefout = _BANKWOORD.search(tekst, max(0, m.start() - 60), m.start()) is not None
        if is_iban(nummer) or (typefout and sum(teken.isdigit() for teken in nummer) >= 10):
            yield m.start(), eind


def _end_of_characters(tekst: str, begin: int, aantal: int) -> int | None:
    """Position after the `aantal`-th letter or digit from `begin`; None where the text is too short."""
    for positie in range(begin, len(tekst)):
        aantal -= tekst[positie].isalnum()
        if aantal == 0:
            return positie + 1
    return None


def is_iban(nummer: str) -> bool:
    """Mod-97 check of ISO 13616 on a number without separators, in capitals."""
    if not nummer.isascii() or not nummer.isalnum():
        return False
    return int("".join(str(int(teken, 36)) for teken in nummer[4:] + nummer[:4])) % 97 == 1


# --- BSN ---------------------------------------------------------------------------------------------

_BSN = re.compile(
    r"(?<![\w.,/€+-])(?<!\d[ .,])"
    r"(?:\d{3}[ .-]\d{3}[ .-]\d{3}|\d{4}[ .-]\d{2}[ .-]\d{3}|\d{3}[ .-]\d{2}[ .-]\d{3}"
    r"|\d{2}[ .-]\d{3}[ .-]\d{3}|\d{8,9})"
    r"(?![\w€%])(?![.,/-]\d)(?! ?\d)"
)
_BSN_WOORD = re.compile(
    r"\b(?:bsn|burgerservice ?nummer|burgerservicenr|sofi(?:-?nummer)?|sofinr)\b[^\n\d]{0,30}$", re.IGNORECASE
)
_ANDER_NUMMER = re.compile(
    r"(?:€|\b(?:kvk|klant|order|dossier|zaak|polis|factuur|lidmaatschaps?|artikel|meter|bestel|case|ticket|"
    r"melding|referentie|ref|nummer van|bedrag|kenmerk)[a-z-]*)[^\n\d]{0,15}$",
    re.IGNORECASE,
)
_ANDERE_CODE = re.compile(
    r"\b(?:type|model|versie|code|formulier|serie|product|artikel|bestel|order|onderdeel)[a-z-]*[^\n\d]{0,15}$",
    re.IGNORECASE,
)
_EENHEID_NA = re.compile(r" ?(?:euro|inwoners|mensen|keer|m2|km|kwh)\b", re.IGNORECASE)


def find_bsns(tekst: str) -> Iterator[Spanne]:
    """Citizen service numbers: after "bsn" any of 8 or 9 digits, elsewhere only 9 that pass the 11-test."""
    for m in _BSN.finditer(tekst):
        voor = tekst[max(0, m.start() - 60) : m.start()]
        if _BSN_WOORD.search(voor) or _is_los_bsn(m, voor):
            yield m.span()


def _is_los_bsn(m: re.Match[str], voor: str) -> bool:
    """True for nine digits that pass the 11-test and that no word beside them calls something else."""
    cijfers = cijfers_van(m.group())
    if len(cijfers) != 9 or not is_bsn(cijfers):
        return False
    return not _ANDER_NUMMER.search(voor) and not _EENHEID_NA.match(m.string, m.end())


def is_bsn(cijfers: str) -> bool:
    """The 11-test for citizen service numbers: weights 9..2 and -1 on 9 digits (8 get a leading zero)."""
    if len(cijfers) not in (8, 9) or not (cijfers.isascii() and cijfers.isdigit()):
        return False
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    som = sum(g * int(c) for g, c in zip(gewichten, cijfers.zfill(9), strict=True))
    return som % 11 == 0 and int(cijfers) > 0


# --- licence plate -----------------------------------------------------------------------------------

# The fourteen series ("sidecodes") of Dutch plates; L is a letter, C a digit.
_SIDECODES = (
    "LL-CC-CC", "CC-CC-LL", "CC-LL-CC", "LL-CC-LL", "LL-LL-CC", "CC-LL-LL", "CC-LLL-C", "C-LLL-CC",
    "LL-CCC-L", "L-CCC-LL", "LLL-CC-L", "L-CC-LLL", "C-LL-CCC", "CCC-LL-C",
)  # fmt: skip
_VORM = "|".join(code.replace("L", "[A-Z]").replace("C", r"\d") for code in _SIDECODES)
_KENTEKEN = re.compile(rf"(?<![\w-])(?:{_VORM})(?![\w-])", re.IGNORECASE)
# Without dashes: the letters have to stand apart from the digits, and be those that series since 1978 use.
_MEDEKLINKER = "[BDFGHJ-LNPR-TVXZ]"
_VORM_LOS = "|".join(
    code.replace("-", "[ ]?").replace("L", _MEDEKLINKER).replace("C", r"\d") for code in _SIDECODES[3:]
)
_KENTEKEN_LOS = re.compile(rf"(?<![\w-])(?:{_VORM_LOS})(?![\w-])(?! ?[€%])")
_VOERTUIG = (
    r"\b(?:kenteken(?:plaat)?|kent\.|nummerbord|nummerplaat|plaatje|auto|wagen|busje|bus|scooter|brommer|fatbike"
    r"|bestelbus(?:je)?|bestelauto|motor|taxi|caravan|camper|aanhanger|trailer|vrachtwagen|truck|polo|golf|opel"
    r"|volvo|bmw|audi|mercedes|toyota|fiat|peugeot|renault|citro[eë]n|kia|seat|skoda|tesla|ford|mazda|suzuki)"
)
_KENTEKEN_NA_WOORD = re.compile(
    rf"{_VOERTUIG}(?!\w)[^\n\d]{{0,25}}?(?<![\w-])"
    rf"({_VORM.replace('-', '[ -]?').replace('[A[ -]?Z]', '[A-Z]')})(?![\w-])",
    re.IGNORECASE,
)
# Lower-case letter groups that are words or months: "10-en-20", "1-mei-24".
_GEEN_LETTERGROEP = frozenset(
    "en of a b is in op te er ik je we ze zo nu na om al km mm cm kg ml cc jan feb mrt mar apr mei jun jul "
    "aug sep okt oct nov dec x".split()
)


def find_kentekens(tekst: str) -> Iterator[Spanne]:
    """Dutch licence plates: with dashes anywhere; without, after a word such as "kenteken" or by their letters."""
    for m in _KENTEKEN.finditer(tekst):
        letters = re.findall(r"[A-Za-z]+", m.group())
        woord = letters[0].lower() in _GEEN_LETTERGROEP and not (m.group().isupper() and len(letters) > 1)
        if not woord and not _ANDERE_CODE.search(tekst, max(0, m.start() - 60), m.start()):
            yield m.span()
    yield from (m.span() for m in _KENTEKEN_LOS.finditer(tekst) if _is_los_kenteken(m))
    for m in _KENTEKEN_NA_WOORD.finditer(tekst):
        letters = re.findall(r"[A-Za-z]+", m.group(1))
        genoemd = m.group().lower().startswith(("kent", "nummer"))
        los = " " in m.group(1) and not (genoemd or m.group(1).isupper())
        if not los and not any(groep.lower() in _GEEN_LETTERGROEP for groep in letters):
            yield m.span(1)


def _is_los_kenteken(m: re.Match[str]) -> bool:
    """True for a plate typed in one piece; one with spaces needs three letters together, or two pairs of them."""
    if " " not in m.group():
        return not _ANDERE_CODE.search(m.string, max(0, m.start() - 60), m.start())
    groepen = re.findall(r"[A-Z]+", m.group())
    return m.group().count(" ") == 2 and (len(groepen) == 2 or len(groepen[0]) == 3)
