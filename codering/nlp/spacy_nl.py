"""The spaCy pipeline for Dutch: a blank model with our own components. Imports spaCy: load it late."""

import re
from collections.abc import Iterator
from itertools import pairwise

import spacy
from spacy.language import Language
from spacy.tokens import Doc

_AFKORTINGEN = frozenset(
    "dhr mevr mw hr drs ir mr dr prof ds jl bijv bv b.v o.a oa nr e.d ed i.p.v ipv i.v.m ivm m.b.t mbt t.a.v "
    "d.w.z dwz nl enz etc ca evt incl excl max min p.p pp tel str afd resp st m.n mn t.o.v tov z.o.z n.a.v "
    "o.l.v v.a va t/m a.u.b aub m.i z.g.a.n s.v.p svp vgl art pag blz red".split()
)
_OPSOMTEKEN = re.compile(r"(?:[-*–—•●▪◦·]|\d{1,2}[.)]|[a-h]\))[ \t]+")
_REGELEINDE = re.compile(r"\n\s*")
_BULLET = re.compile(r"(?<=\s)[•●▪◦]\s*")
_VERDER = re.compile(
    r"(?:(?<=[,;.!?])\s+|(?<!\s)\s+)(?=(?:en|maar) (?:verder|daarnaast|ook nog)\b|ten (?:tweede|derde|vierde)\b)",
    re.IGNORECASE,
)
_NUMMERS = re.compile(r"(?:(?<=\s)|^)(\d)[.)]\s+(?=\S)")
_DEELZIN = re.compile(
    r"(?<!\s)\s*(?:→|->|=>|;|…|\.\.\.)\s*|(?<!\s)\s+[-–—]+\s+"
    r"|,\s+(?=(?:maar|want|en|dus|zodat|omdat|terwijl|waardoor)\b)"
    r"|(?<!\s)\s+(?=(?:maar|omdat|terwijl|waardoor|en verder|en daarnaast)\b)",
    re.IGNORECASE,
)
_MIN_WOORDEN = 3
_REGELBREEDTE = 50


@Language.component("zinsgrenzen")
def zinsgrenzen(doc: Doc) -> Doc:
    """Sentence starts, without those after an abbreviation or inside a mask such as "[naam]"."""
    starts = [zin.start for zin in doc.sents if zin.start > 0 and not _is_afkorting(doc, zin.start)]
    doc.user_data["zinnen"] = [doc[i].idx for i in starts]
    return doc


@Language.component("blokgrenzen")
def blokgrenzen(doc: Doc) -> Doc:
    """Where the writer starts a new item: lines, list signs, "1. … 2. …", "en verder"."""
    tekst = doc.text
    grenzen = {m.end() for m in _REGELEINDE.finditer(tekst) if not _is_afgebroken(tekst, m)}
    grenzen |= {m.start() for m in _BULLET.finditer(tekst)}
    grenzen |= {m.end() for m in _VERDER.finditer(tekst)}
    grenzen |= set(_genummerd(tekst))
    doc.user_data["blokken"] = sorted(grenzen)
    return doc


@Language.component("deelzinsgrenzen")
def deelzinsgrenzen(doc: Doc) -> Doc:
    """Clause starts: sentences and items, and within them dashes, arrows, semicolons and conjunctions."""
    tekst = doc.text
    tekens = (m.end() for m in _DEELZIN.finditer(tekst))
    kandidaten = sorted({*doc.user_data["zinnen"], *doc.user_data["blokken"], *tekens})
    grenzen: list[int] = []
    vorige = 0
    for grens, volgende in pairwise([*kandidaten, len(tekst)]):
        if _has_words(tekst[vorige:grens]) and _has_words(tekst[grens:volgende]):
            grenzen.append(grens)
            vorige = grens
    doc.user_data["deelzinnen"] = grenzen
    return doc


def _has_words(tekst: str) -> bool:
    """True for three words or more, without counting on in a long text."""
    return len(tekst.split(None, _MIN_WOORDEN)) >= _MIN_WOORDEN


def build_nlp() -> Language:
    """A blank Dutch model that fills `doc.user_data` with `zinnen`, `blokken` and `deelzinnen`."""
    nlp = spacy.blank("nl")
    nlp.max_length = 10_000_000
    nlp.add_pipe("sentencizer")
    for naam in ("zinsgrenzen", "blokgrenzen", "deelzinsgrenzen"):
        nlp.add_pipe(naam)
    return nlp


def _is_afkorting(doc: Doc, start: int) -> bool:
    if doc[start - 1].text != ".":
        woord = doc[start - 1].text
        return woord.endswith(".") and woord.rstrip(".").lower() in _AFKORTINGEN
    if start < 2:
        return False
    return doc[start - 2].text.lower() in _AFKORTINGEN or not doc[start - 1].whitespace_


def _is_afgebroken(tekst: str, einde: re.Match[str]) -> bool:
    """A line that was wrapped: long, without a final stop, and going on in lower case."""
    if "\n" in einde.group()[1:] or _OPSOMTEKEN.match(tekst, einde.end()):
        return False
    begin = tekst.rfind("\n", 0, einde.start()) + 1
    vorige = tekst[begin : einde.start()].rstrip()
    volgende = tekst[einde.end() : einde.end() + 1]
    return len(vorige) >= _REGELBREEDTE and vorige[-1] not in ".!?:;" and volgende.islower()


def _genummerd(tekst: str) -> Iterator[int]:
    """Starts of "1. … 2. …" in running text: only where the numbers count up from one."""
    nummers = [(int(m.group(1)), m.start()) for m in _NUMMERS.finditer(tekst)]
    if [n for n, _ in nummers] == list(range(1, len(nummers) + 1)) and len(nummers) > 1:
        yield from (begin for _, begin in nummers)
