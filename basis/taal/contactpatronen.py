"""Finders for e-mail addresses and phone numbers. Each takes a text and yields spans."""

import re
from collections.abc import Iterator

from basis.taal.maskertypen import Spanne

SCHEIDING = r"[ \u00a0\u00ad\u2009\u202f./\u2010-\u2015-]"

# --- e-mail ------------------------------------------------------------------------------------------

_EMAIL = re.compile(
    # The limits (RFC 5321: 64 before the @, 63 a label) also keep the time in proportion to the text.
    r"[\w.%+'-]{0,63}\w ?@ ?\w[\w-]{0,62}(?:\.\w[\w-]{0,62})+"
    # Written out to dodge robots: "jan at ziggo punt nl", "jan(at)ziggo.nl".
    r"|\b[\w.%+-]{1,64} ?(?:[(\[] ?(?:at|apenstaartje) ?[)\]]|\b(?:at|apenstaartje)\b) ?"
    r"[\w-]{1,63}(?:(?:\.| ?\b(?:punt|dot)\b ?)(?:nl|com|net|org|be|eu|pl|tr|ua)\b)+",
    re.IGNORECASE,
)


def find_emails(tekst: str) -> Iterator[Spanne]:
    """E-mail addresses, also the common ways to write them out."""
    return (m.span() for m in _EMAIL.finditer(tekst))


# --- phone -------------------------------------------------------------------------------------------

# National: a zero and nine digits. Dutch and foreign with country code. Separators anywhere, at most three in
# a row ("015 - 2").
_VOLGENDE = rf"(?:[()]?{SCHEIDING}{{0,3}}[()]?\d)"
_TELEFOON = re.compile(
    rf"(?<![\w+])(?<!\d[.,])(?:\(?0[1-9]{_VOLGENDE}{{8}}"
    rf"|\(?(?:\+|00){SCHEIDING}?(?:31\)?(?:{SCHEIDING}{{0,2}}\(0\)|{SCHEIDING}?0)?{_VOLGENDE}{{9}}"
    rf"|(?!31)[1-9]\d{{0,2}}\)?{_VOLGENDE}{{7,11}}))(?!\w)"
)
_LIJKT_DATUM = re.compile(r"0\d[-./ ](?:0?\d|1[0-2])[-./ ](?:19|20)\d\d")
_DATUMREEKS = re.compile(r"\b[0-3]?\d[-./][01]?\d[-./](?:19|20)?\d\d\b")
# A local number without area code, or a mobile number without its zero, needs a word that says so.
_TELEFOON_LOKAAL = re.compile(
    r"\b(?:tel(?:efoon)?(?:nummer|nr)?|telnr|bel(?:len)?|mobiel(?:nummer)?|gsm|app(?:en)?|whatsapp"
    r"|06[- ]?(?:nummer|nr))\b"
    rf"[.:]?(?: (?:is|op|naar|me|mij|ons|gerust|even|dan|nummer)\b){{0,3}}[.:]? ?"
    rf"((?:6{SCHEIDING}?)?\d(?:{SCHEIDING}?\d){{5,8}})(?!\w)(?!{SCHEIDING}?\d)",
    re.IGNORECASE,
)


def find_telefoons(tekst: str) -> Iterator[Spanne]:
    """Numbers at which a person can be reached; not 0800 and 0900, not short public numbers."""
    for m in _TELEFOON.finditer(tekst):
        if _is_telefoon(m.group()):
            yield m.span()
    yield from (m.span(1) for m in _TELEFOON_LOKAAL.finditer(tekst))


# --- phone, spoken -----------------------------------------------------------------------------------

_EEN_TOT_NEGEN = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_TIENTAL = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_TWEE_CIJFERS = re.compile(
    rf"(?:(?:{_EEN_TOT_NEGEN})[eë]n)?(?:{_TIENTAL})"
    "|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
)
_TELWOORD = rf"(?:{_TWEE_CIJFERS.pattern}|{_EEN_TOT_NEGEN}|nul|\d{{1,4}})"
_GESPROKEN = re.compile(rf"\bnul(?:[ ,.-]{{1,3}}{_TELWOORD}\b){{4,9}}", re.IGNORECASE)


def find_gesproken_telefoons(tekst: str) -> Iterator[Spanne]:
    """Phone numbers written as they are said: "nul zes twaalf vierendertig zesenvijftig achtenzeventig"."""
    for m in _GESPROKEN.finditer(tekst):
        woorden = re.findall(r"[^\W_]+", m.group().lower())
        if sum(_count_cijfers(woord) for woord in woorden) == 10:
            yield m.span()


def _count_cijfers(woord: str) -> int:
    if woord.isdigit():
        return len(woord)
    return 2 if _TWEE_CIJFERS.fullmatch(woord) else 1


def _is_telefoon(gevonden: str) -> bool:
    if gevonden.lstrip("(").startswith(("+", "00")):
        return True
    if _LIJKT_DATUM.match(gevonden) or _DATUMREEKS.search(gevonden):
        return False
    return not cijfers_van(gevonden).startswith(("0800", "0900", "0906", "0909"))


def cijfers_van(tekst: str) -> str:
    """Only the digits of `tekst`."""
    return "".join(teken for teken in tekst if "0" <= teken <= "9")
