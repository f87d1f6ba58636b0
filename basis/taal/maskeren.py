"""Find personal data in Dutch text and replace it by masks such as "[naam]".

Masking is a proposal: it misses things and it hits things that are no personal data, so a person looks at it
before anything is published. It is deterministic, works per text, and is idempotent: masking masked text
changes nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from basis.taal.adressen import find_adressen, find_postcodes
from basis.taal.contactpatronen import find_emails, find_gesproken_telefoons, find_telefoons
from basis.taal.geboortedatums import find_geboortedatums
from basis.taal.maskertypen import MASKERTEKST, NAAMTEKEN, NEUTRAAL, Masker, Maskersoort, Spanne
from basis.taal.namen import find_namen
from basis.taal.nummers import find_bsns, find_ibans, find_kentekens

__all__ = ["MASKERTEKST", "Masker", "Maskersoort", "apply_maskers", "find_maskers", "find_maskers_batch"]

_MASKER = re.compile("|".join(re.escape(masker) for masker in MASKERTEKST.values()))
_SOORT = {masker: soort for soort, masker in MASKERTEKST.items()}
_TEKENS = frozenset((NAAMTEKEN, NEUTRAAL))

_Zoeker = Callable[[str], Iterator[Spanne]]

# In order of trust: where two kinds claim the same characters, the first one gets them.
_MET_CIJFERS: tuple[tuple[Maskersoort, _Zoeker], ...] = (
    (Maskersoort.IBAN, find_ibans),
    (Maskersoort.GEBOORTEDATUM, find_geboortedatums),
    (Maskersoort.TELEFOON, find_telefoons),
    (Maskersoort.BSN, find_bsns),
    (Maskersoort.KENTEKEN, find_kentekens),
    (Maskersoort.POSTCODE_HUISNUMMER, find_postcodes),
    (Maskersoort.ADRES, find_adressen),
)
_CIJFER = re.compile(r"\d")
_NUL = re.compile(r"\bnul\b", re.IGNORECASE)
_APENSTAART = re.compile(r"@|\bat\b|\(at\)|\[at\]|apenstaart", re.IGNORECASE)


def find_maskers(tekst: str, vrij: tuple[str, ...] = ()) -> tuple[Masker, ...]:
    """Personal data in `tekst`: ordered, not overlapping, offsets in code points of `tekst`.

    `vrij` are names that an organisation uses for its places: no persons, though they may be called after one.

    The text is read again after masking until nothing new turns up, because a mask changes what the words
    around it say. Each mask, an old one in `tekst` too, is read as one neutral character: so the last reading
    of a text is the first reading of its masked form, which is what makes masking idempotent.
    """
    oud = [(*m.span(), _SOORT[m.group()]) for m in _MASKER.finditer(tekst)]
    werk, posities = _neutralise(tekst, range(len(tekst) + 1), oud)
    gevonden: list[Masker] = []
    while nieuw := _find_once(werk, vrij):
        gevonden += [Masker(posities[b], posities[e], soort, MASKERTEKST[soort]) for b, e, soort in nieuw]
        werk, posities = _neutralise(werk, posities, sorted(nieuw))
    return tuple(sorted(gevonden, key=lambda masker: masker.begin))


def _neutralise(
    tekst: str, posities: Sequence[int], spannen: list[tuple[int, int, Maskersoort]]
) -> tuple[str, Sequence[int]]:
    """`tekst` with each span as one character, and for each position in it the position in the original."""
    if not spannen:
        return tekst, posities
    delen: list[str] = []
    nieuw: list[int] = []
    vorige = 0
    for begin, eind, soort in spannen:
        delen += [tekst[vorige:begin], NAAMTEKEN if soort is Maskersoort.NAAM else NEUTRAAL]
        nieuw += posities[vorige : begin + 1]
        vorige = eind
    return "".join((*delen, tekst[vorige:])), [*nieuw, *posities[vorige:]]


def _find_once(tekst: str, vrij: tuple[str, ...]) -> list[tuple[int, int, Maskersoort]]:
    gevonden: list[tuple[int, int, Maskersoort]] = []
    bezet = bytearray(len(tekst))
    for soort, (begin, eind) in _kandidaten(tekst, vrij):
        if not any(bezet[begin:eind]) and _TEKENS.isdisjoint(tekst[begin:eind]):
            bezet[begin:eind] = b"\1" * (eind - begin)
            gevonden.append((begin, eind, soort))
    return gevonden


def _kandidaten(tekst: str, vrij: tuple[str, ...]) -> Iterator[tuple[Maskersoort, Spanne]]:
    if _APENSTAART.search(tekst):
        yield from ((Maskersoort.EMAIL, spanne) for spanne in find_emails(tekst))
    if _CIJFER.search(tekst):
        for soort, zoeker in _MET_CIJFERS:
            yield from ((soort, spanne) for spanne in zoeker(tekst))
    if _NUL.search(tekst):
        yield from ((Maskersoort.TELEFOON, spanne) for spanne in find_gesproken_telefoons(tekst))
    yield from ((Maskersoort.NAAM, spanne) for spanne in find_namen(tekst, vrij))


def apply_maskers(tekst: str, maskers: Iterable[Masker]) -> str:
    """`tekst` with each of `maskers` (as `find_maskers` gives them) put in; the rest is left as it is."""
    delen, vorige = [], 0
    for masker in sorted(maskers, key=lambda m: m.begin):
        if masker.begin < vorige or masker.eind > len(tekst):
            raise ValueError("maskers overlappen of vallen buiten de tekst")
        delen += [tekst[vorige : masker.begin], masker.masker]
        vorige = masker.eind
    return "".join((*delen, tekst[vorige:]))


def find_maskers_batch(teksten: Iterable[str], vrij: tuple[str, ...] = ()) -> tuple[tuple[Masker, ...], ...]:
    """`find_maskers` for each text, in order."""
    return tuple(find_maskers(tekst, vrij) for tekst in teksten)
