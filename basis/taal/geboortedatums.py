"""Finder for dates of birth: a date counts only when the words beside it say that someone was born."""

import re
from collections.abc import Iterator

from basis.taal.maskertypen import Spanne

_MAAND = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sep(?:t(?:ember)?)?"
    r"|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_JAAR = r"(?:(?:18|19|20)\d\d|'?\d\d)"
_DATUM = (
    rf"(?:(?:0?[1-9]|[12]\d|3[01])(?P<s{{n}}>[-/. ])(?:0?[1-9]|1[0-2])(?P=s{{n}}){_JAAR}"
    r"|(?:19|20)\d\d-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])"
    rf"|(?:0?[1-9]|[12]\d|3[01])(?:e|ste|de)?[ -]{_MAAND}(?:[ -](?:(?:18|19|20)\d\d|'\d\d))?)(?!\d)"
)
_VOOR = re.compile(
    r"\b(?:geboren|geb|geboortedatum|geboortedag|geboorte|jarig|verjaardag|verjaar(?:t|de)?|gebdat|gbd|d\.o\.b)\b"
    rf"[^\d\n!?]{{0,30}}?(?<!\d)(?P<datum>{_DATUM.format(n=1)})",
    re.IGNORECASE,
)
_NA = re.compile(
    rf"(?<!\d)(?P<datum>{_DATUM.format(n=1)})(?: \w+| \(|,){{0,4}}? ?\(?"
    r"(?:geboren|jarig|geb\.|verjaardag|verjaar)",
    re.IGNORECASE,
)


def find_geboortedatums(tekst: str) -> Iterator[Spanne]:
    """Dates after or shortly before "geboren", "geb.", "geboortedatum", "jarig" and the like."""
    yield from (m.span("datum") for m in _VOOR.finditer(tekst))
    yield from (m.span("datum") for m in _NA.finditer(tekst))
