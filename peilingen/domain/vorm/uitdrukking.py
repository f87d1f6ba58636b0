"""Conditions as XLSForm (`relevant`) and LimeSurvey (`relevance`) write them, read into a small tree.

Read are comparisons of one question with one value, `selected()`, `is_empty()`, `not`, and these joined by `and` and
`or`. Anything else (sums, dates of today, other functions) raises NietUitTeDrukken.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MAX_TEKENS = 4000
MAX_DIEPTE = 30

_WOORD = re.compile(
    r"""\s*(?:
        \$\{\s*(?P<verwijzing>[^}]+?)\s*\}
      | '(?P<enkel>[^']*)' | "(?P<dubbel>[^"]*)"
      | (?P<naam>\d+X\d+X[\w.]+|[^\W\d][\w.\-]*)
      | (?P<getal>-?\d+(?:\.\d+)?(?!\w))
      | (?P<teken><=|>=|==|!=|&&|\|\||[=<>!(),.])
    )""",
    re.VERBOSE,
)
_VERGELIJKT = {"==": "=", "eq": "=", "ne": "!=", "ge": ">=", "le": "<=", "gt": ">", "lt": "<"}
VERGELIJKINGEN = ("=", "!=", ">=", "<=", ">", "<")


class NietUitTeDrukkenError(ValueError):
    """The condition says more than ours can."""


@dataclass(frozen=True, slots=True)
class Naam:
    """A question of the file."""

    naam: str


@dataclass(frozen=True, slots=True)
class Waarde:
    """A word or number."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Roep:
    """A function and what it is given."""

    functie: str
    delen: "tuple[Knoop, ...]"


@dataclass(frozen=True, slots=True)
class Verband:
    """A comparison; `teken` is one of VERGELIJKINGEN."""

    teken: str
    links: "Knoop"
    rechts: "Knoop"


@dataclass(frozen=True, slots=True)
class Samen:
    """Parts that must all hold, or one of which must."""

    alle: bool
    delen: "tuple[Knoop, ...]"


@dataclass(frozen=True, slots=True)
class Niet:
    """The opposite."""

    deel: "Knoop"


Knoop = Naam | Waarde | Roep | Verband | Samen | Niet


def parse_uitdrukking(tekst: str) -> Knoop:
    """Give the tree of a condition; raises NietUitTeDrukkenError."""
    if len(tekst) > MAX_TEKENS:
        raise NietUitTeDrukkenError
    lezer = _Lezer(list(_split(tekst)))
    knoop = lezer.read_of(0)
    if lezer.soort:
        raise NietUitTeDrukkenError
    return knoop


def _split(tekst: str) -> Iterator[tuple[str, str]]:
    plek = 0
    while tekst[plek:].strip():
        gevonden = _WOORD.match(tekst, plek)
        if gevonden is None or gevonden.lastgroup is None:
            raise NietUitTeDrukkenError
        plek = gevonden.end()
        soort, woord = gevonden.lastgroup, gevonden[gevonden.lastgroup]
        if soort == "naam" and woord.lower() in _VERGELIJKT:
            soort, woord = "teken", woord.lower()
        elif soort == "naam" and woord.lower() in ("and", "or", "not"):
            soort, woord = "teken", {"and": "&&", "or": "||", "not": "!"}[woord.lower()]
        yield soort, _VERGELIJKT.get(woord, woord) if soort == "teken" else woord


class _Lezer:
    """Goes through the words once: `of` is made of `en`, `en` of comparisons."""

    def __init__(self, woorden: list[tuple[str, str]]) -> None:
        self._woorden, self._plek = woorden, 0

    @property
    def soort(self) -> str:
        """The kind of word that is next, "" at the end."""
        return self._woorden[self._plek][0] if self._plek < len(self._woorden) else ""

    def _next(self) -> str:
        woord = self._woorden[self._plek][1]
        self._plek += 1
        return woord

    def _accept(self, *tekens: str) -> str:
        """Take the next word if it is one of these signs."""
        if self.soort == "teken" and self._woorden[self._plek][1] in tekens:
            return self._next()
        return ""

    def read_of(self, diepte: int) -> Knoop:
        """Read parts joined by `or`."""
        delen = [self._read_en(diepte)]
        while self._accept("||"):
            delen.append(self._read_en(diepte))
        return delen[0] if len(delen) == 1 else Samen(False, tuple(delen))

    def _read_en(self, diepte: int) -> Knoop:
        delen = [self._read_verband(diepte)]
        while self._accept("&&"):
            delen.append(self._read_verband(diepte))
        return delen[0] if len(delen) == 1 else Samen(True, tuple(delen))

    def _read_verband(self, diepte: int) -> Knoop:
        links = self._read_deel(diepte)
        if teken := self._accept(*VERGELIJKINGEN):
            return Verband(teken, links, self._read_deel(diepte))
        return links

    def _read_deel(self, diepte: int) -> Knoop:
        if diepte > MAX_DIEPTE or not self.soort:
            raise NietUitTeDrukkenError
        if self._accept("!"):
            return Niet(self._read_deel(diepte + 1))
        if self._accept("("):
            knoop = self.read_of(diepte + 1)
            self._close()
            return knoop
        if self._accept("."):
            return Naam(".")
        return self._read_woord(diepte)

    def _read_woord(self, diepte: int) -> Knoop:
        soort = self.soort
        if soort == "teken":
            raise NietUitTeDrukkenError
        woord = self._next()
        if soort in ("enkel", "dubbel", "getal"):
            return Waarde(woord)
        if soort == "naam" and self._accept("("):
            return Roep(woord.lower(), self._read_delen(diepte + 1))
        return Naam(woord)

    def _read_delen(self, diepte: int) -> tuple[Knoop, ...]:
        if self._accept(")"):
            return ()
        delen = [self.read_of(diepte)]
        while self._accept(","):
            delen.append(self.read_of(diepte))
        self._close()
        return tuple(delen)

    def _close(self) -> None:
        if not self._accept(")"):
            raise NietUitTeDrukkenError
