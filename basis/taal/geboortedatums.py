"""Finder for dates of birth: a date counts only when what stands beside it says that someone was born.

"Geboren", "jarig" and the like say so, but also an age ("12-03-1948, 77 jr"), a title or a name right before the
brackets around a date, and "*" or "°". The date of a meeting, a letter or a house stays.
"""

import re
from collections.abc import Iterator

from basis.taal.maskertypen import NAAMTEKEN, Spanne

_MAAND = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|march|apr(?:il)?|mei|may|jun[ei]?|jul[iy]?"
    r"|aug(?:ustus|ust)?|sep(?:t(?:ember)?)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık"
    r"|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia)\.?"
)
_DAG = r"(?:0?[1-9]|[12]\d|3[01])"
_JAAR = r"(?:(?:18|19|20)\d\d|'?\d\d)"
_CIJFERDATUM = (
    rf"{_DAG}(?P<s{{n}}>[-/. ])(?:0?[1-9]|1[0-2])(?P=s{{n}}){_JAAR}"
    r"|(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])"
)
_JAAR_ERBIJ = r"[ -](?:(?:18|19|20)\d\d|['’]\d\d)"
_DATUM = (
    rf"(?:{_CIJFERDATUM}|{_DAG}(?:e|ste|de|st|nd|rd|th)?[ -]{_MAAND}(?:{_JAAR_ERBIJ})?"
    rf"|{_MAAND} {_DAG}(?:st|nd|rd|th)?,? (?:19|20)\d\d)(?!\d)"
)
_VOLLE_DATUM = rf"(?:{_CIJFERDATUM}|{_DAG}(?:e|ste|de)?[ -]{_MAAND}{_JAAR_ERBIJ})(?!\d)"

_VOOR = re.compile(
    r"\b(?:geboren|geb|geboortedatum|geboortedag|geboorte|jarig|verjaardag|verjaar(?:t|de)?|gebdat|gbd|d\.o\.b|dob"
    r"|born|birthday|date of birth|do[gğ]um(?: tarihi(?:m)?)?|urodz(?:ony|ona|iłem|iłam)(?: się)?"
    r"|ter wereld(?: gekomen)?)\b"
    rf"[^\d\n!?]{{0,30}}?(?<!\d)(?P<datum>{_DATUM.format(n=1)})",
    re.IGNORECASE,
)
_NA = re.compile(
    rf"(?<!\d)(?P<datum>{_DATUM.format(n=1)})(?: \w+| \(|,){{0,4}}? ?\(?"
    r"(?:geboren|jarig|geb\.|verjaardag|verjaar|ter wereld|doğdum|doğumlu|urodz)",
    re.IGNORECASE,
)
# "gebdat 060758"
_AANEEN = re.compile(
    r"\b(?:geb|gebdat|geboortedatum|geboren|gbd|dob)\b[ .:]{0,3}"
    r"(?P<datum>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:(?:19|20)\d\d|\d\d))(?!\d)",
    re.IGNORECASE,
)
# With an age after it: "22-06-1955, 69 jr" or "12-03-1948 (77)".
_MET_LEEFTIJD = re.compile(
    rf"(?<!\d)(?P<datum>{_VOLLE_DATUM.format(n=1)})(?:,? ?\(?|, )(?:1[0-1]\d|[1-9]?\d) ?(?:jr|jaar|jaren|j\b|\))",
    re.IGNORECASE,
)
_NA_LEEFTIJD = re.compile(
    rf"\b(?:1[0-1]\d|[1-9]?\d) ?(?:jr|jaar|j)\b\.?[,;]? ?\(?(?P<datum>{_VOLLE_DATUM.format(n=1)})",
    re.IGNORECASE,
)
# Right after a title or a name, in brackets or between commas, and after the sign of birth.
_BIJ_PERSOON = re.compile(
    rf"(?:(?:{NAAMTEKEN}|\b(?:dhr|mw|mevr|mevrouw|meneer|cl|cliënt|client|bewoner)\b\.?),? ?\(|{NAAMTEKEN}, "
    rf"|(?<!\w)[*°] ?)(?P<datum>{_VOLLE_DATUM.format(n=1)})",
    re.IGNORECASE,
)
# "ik ben van 12-4-1966", "mijn dochter is van 3 mei 2012"
_IS_VAN = re.compile(
    r"(?:\b(?:ik|hij|zij|ze) (?:ben|is)|(?:^|[.,;\n] ?)ben|\b(?:mijn|onze|m'n|me) (?:man|vrouw|zoon|dochter|moeder"
    r"|vader|"
    r"oudste|jongste|kind|broer|zus|oma|opa) is)(?: nog)? (?:er (?:een|eentje) )?van "
    rf"(?P<datum>{_VOLLE_DATUM.format(n=1)})",
    re.IGNORECASE,
)
# "ik word op 11 december 80", "mijn moeder wordt 3 mei 90 jaar"
_WORDT = re.compile(
    r"\b(?:ik word|ik werd|(?:hij|zij|ze|je|moeder|vader|man|vrouw|zoon|dochter|oma|opa|buurvrouw|buurman)"
    r" (?:wordt|werd))"
    rf"(?: op| komende?| aanstaande)?(?: \w+dag)? (?P<datum>{_DATUM.format(n=1)}),? (?:alweer |al |dan )?"
    r"(?:1[0-1]\d|[1-9]?\d)\b",
    re.IGNORECASE,
)
_PATRONEN = (_VOOR, _NA, _AANEEN, _MET_LEEFTIJD, _NA_LEEFTIJD, _BIJ_PERSOON, _IS_VAN, _WORDT)


def find_geboortedatums(tekst: str) -> Iterator[Spanne]:
    """Dates beside "geboren", "jarig" and the like, beside an age, or right after whom they are of."""
    for patroon in _PATRONEN:
        yield from (m.span("datum") for m in patroon.finditer(tekst))
