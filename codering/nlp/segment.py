"""Cut an answer into statements (the unit of coding) and a statement into clauses (units of meaning).

Usually one answer stays one statement. It is cut where the writer plainly turns to something else: list
items, lines, "en verder", and, in a long text, the end of a sentence. Offsets are code points of the text
as given: `tekst[begin:eind]` is the statement.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LANG = 200
"""From this many characters on, the end of a sentence may end a statement."""
MAX_UITSPRAAK = 600
"""No statement is longer than this; the embedding model reads no further anyway."""
_KORT = 40
_HALF = re.compile("[\ud800-\udfff]")
# spaCy takes signs off a word one by one and reads the whole rest each time: a row of 50,000 takes it minutes.
_LANGE_RIJ = re.compile(r"(?:_|[^\w\s]){100,}")
_TERUGWIJZEND = frozenset(
    "dat die dit dan daar daarom daardoor ze zij hij het er maar want dus zo en ook zelf toen hierdoor nu".split()
)


@dataclass(frozen=True, slots=True)
class Spanne:
    """A stretch of a text: `begin` up to, not including, `eind`."""

    begin: int
    eind: int


def split_uitspraken(
    teksten: Sequence[str], beschermd: Sequence[Sequence[Spanne]] = ()
) -> list[tuple[Spanne, ...]]:
    """Statements of each text. No cut falls inside a stretch of `beschermd` (personal data to be masked)."""
    documenten = _read(teksten)
    return [
        tuple(_uitspraken(doc, beschermd[nummer] if beschermd else ()))
        for nummer, doc in enumerate(documenten)
    ]


def split_deelzinnen(teksten: Iterable[str]) -> list[tuple[str, ...]]:
    """Clauses of each text, in order; a text without clear clauses is one clause."""
    heel = [mend(tekst) for tekst in teksten]
    return [
        tuple(tekst[s.begin : s.eind] for s in _spannen(doc, doc.user_data["deelzinnen"]))
        for tekst, doc in zip(heel, _read(heel), strict=True)
    ]


def mend(tekst: str) -> str:
    """`tekst` with a question mark for each half of a surrogate pair, which is no character; of the same length."""
    return _HALF.sub("?", tekst)


def _read(teksten: Iterable[str]) -> "Iterator[Doc]":
    tam = (_LANGE_RIJ.sub(_shorten, mend(tekst)) for tekst in teksten)
    return _nlp().pipe(tam, batch_size=256)


def _shorten(m: re.Match[str]) -> str:
    """The ends of a long row of signs, with letters between: a word as long, with few signs to take off."""
    rij = m.group()
    return rij[:10] + "x" * (len(rij) - 20) + rij[-10:]


@lru_cache(maxsize=1)
def _nlp() -> "Language":
    from codering.nlp.spacy_nl import build_nlp

    return build_nlp()


def _uitspraken(doc: "Doc", beschermd: Sequence[Spanne]) -> Iterator[Spanne]:
    blokken = _spannen(doc, doc.user_data["blokken"], beschermd)
    for blok in blokken:
        if blok.eind - blok.begin <= LANG:
            yield blok
            continue
        grenzen = [g for g in doc.user_data["zinnen"] if blok.begin < g < blok.eind]
        zinnen = _cut(doc.text, blok, grenzen, beschermd)
        yield from _limit(doc.text, _join_zinnen(doc.text, zinnen), beschermd)


def _spannen(doc: "Doc", grenzen: Sequence[int], beschermd: Sequence[Spanne] = ()) -> list[Spanne]:
    return _cut(doc.text, Spanne(0, len(doc.text)), grenzen, beschermd)


def _cut(tekst: str, geheel: Spanne, grenzen: Iterable[int], beschermd: Sequence[Spanne]) -> list[Spanne]:
    """Cut `geheel` at `grenzen`; white space around a piece is dropped, and pieces without a word or sign too."""
    vrij = (g for g in grenzen if not any(b.begin < g < b.eind for b in beschermd))
    punten = [geheel.begin, *vrij, geheel.eind]
    return [s for b, e in pairwise(punten) if (s := _strip(tekst, b, e)).begin < s.eind]


def _strip(tekst: str, begin: int, eind: int) -> Spanne:
    stuk = tekst[begin:eind]
    links = len(stuk) - len(stuk.lstrip())
    return Spanne(begin + links, max(begin + links, begin + len(stuk.rstrip())))


def _join_zinnen(tekst: str, zinnen: Sequence[Spanne]) -> list[Spanne]:
    """Put short sentences, and those that point back ("Dat …"), with the sentence before."""
    uit: list[Spanne] = []
    for zin in zinnen:
        woord = re.match(r"\W*(\w+)", tekst[zin.begin : zin.eind])
        hoort_erbij = (
            zin.eind - zin.begin < _KORT
            or (uit and uit[-1].eind - uit[-1].begin < _KORT)
            or (woord is not None and woord.group(1).lower() in _TERUGWIJZEND)
        )
        if uit and hoort_erbij and zin.eind - uit[-1].begin <= MAX_UITSPRAAK:
            uit[-1] = Spanne(uit[-1].begin, zin.eind)
        else:
            uit.append(zin)
    return uit


def _limit(tekst: str, stukken: Iterable[Spanne], beschermd: Sequence[Spanne]) -> Iterator[Spanne]:
    """Cut what is still too long at white space (or anywhere, in a text without any)."""
    for stuk in stukken:
        grenzen = []
        begin = stuk.begin
        while stuk.eind - begin > MAX_UITSPRAAK:
            spatie = tekst.rfind(" ", begin + 1, begin + MAX_UITSPRAAK)
            begin = spatie + 1 if spatie > begin else begin + MAX_UITSPRAAK
            grenzen.append(begin)
        yield from _cut(tekst, stuk, grenzen, beschermd)
