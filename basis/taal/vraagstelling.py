"""How a question is put: two asks in one, words that lead, and negations that a reader has to turn around.

Rules of ours over spelling, after what handbooks of survey research agree on (one thing per question, no leading and no
loaded words, no double negatives; for example Dillman, Smyth and Christian, Internet, Phone, Mail, and Mixed-Mode
Surveys, 2014, chapter 4). A rule that often fires on a good question is worse than none: each is kept narrow, and
`tests/basis/taal/test_vraagstelling.py` holds both what it must find and what it must leave alone.
"""

import re
from collections.abc import Iterator

from basis.taal.aanwijzingen import Aanwijzing, Aanwijzingsoort
from basis.taal.lettergrepen import split_zinnen
from basis.taal.vraagpatronen import (
    GEEN_ONTKENNING,
    HOE_EN,
    JA_NEE,
    NEE,
    OMGEKEERD,
    OORDEEL,
    PAAR,
    STUREND,
    TWEE_BEWERINGEN,
    TWEE_VRAGEN,
    TWEE_WERKWOORDEN,
    VAST,
    VERVOLG,
)

ADVIES_TWEE = "Dit zijn twee vragen in één. Op welke krijgt u antwoord? Maak er twee vragen van."
ADVIES_PAAR = (
    "U vraagt hier één oordeel over twee dingen. Wie er verschillend over denkt, kan niet antwoorden."
)
ADVIES_ONTKENNING = "Een vraag met “niet” of “geen” lezen mensen snel verkeerd. Zeg het zonder ontkenning."
ADVIES_DUBBEL = "Twee ontkenningen in één zin: mensen moeten die omdraaien. Zeg het zonder ontkenning."


def find_vraagstelling(tekst: str) -> list[Aanwijzing]:
    """Give advice on how a question is put, in order of place and one of each kind."""
    zinnen = [(begin, eind, tekst[begin:eind]) for begin, eind in split_zinnen(tekst)]
    gevonden = [*_find_losse_vragen(zinnen)]
    for begin, _eind, zin in zinnen:
        sturend = [*_find_sturend(begin, zin)]
        gevonden += [*_find_dubbel(begin, zin), *sturend]
        ontkenning = _find_ontkenning(begin, zin)
        # "Vindt u niet dat …" leads; that it has a negation says nothing more.
        if ontkenning and (not sturend or ontkenning.soort == Aanwijzingsoort.DUBBELE_ONTKENNING):
            gevonden.append(ontkenning)
    return _first_of_each(gevonden)


def find_stelling(tekst: str) -> list[Aanwijzing]:
    """Give advice on a statement to agree with: two claims in one, leading words, any negation."""
    gevonden: list[Aanwijzing] = []
    for begin, eind in split_zinnen(tekst):
        zin = tekst[begin:eind]
        gevonden += _find_sturend(begin, zin)
        if m := TWEE_BEWERINGEN.search(_blank(VAST, zin)):
            gevonden.append(_make(begin, m, Aanwijzingsoort.DUBBELE_VRAAG, ADVIES_PAAR))
        if m := NEE.search(_blank(GEEN_ONTKENNING, zin)):
            gevonden.append(_make(begin, m, Aanwijzingsoort.ONTKENNING, ADVIES_ONTKENNING))
    return _first_of_each(gevonden)


def _find_losse_vragen(zinnen: list[tuple[int, int, str]]) -> Iterator[Aanwijzing]:
    """Two sentences that both ask, unless the second only asks for the reason."""
    vragen = [
        (begin, eind)
        for begin, eind, zin in zinnen
        if zin.rstrip("\"'”’) ").endswith("?") and not VERVOLG.fullmatch(zin.strip())
    ]
    if len(vragen) > 1:
        yield Aanwijzing(vragen[0][0], vragen[-1][1], Aanwijzingsoort.DUBBELE_VRAAG, ADVIES_TWEE)


def _find_dubbel(begin: int, zin: str) -> Iterator[Aanwijzing]:
    """Two asks within one sentence: two question words, two verbs with "u", or one judgement of two things."""
    leeg = _blank(VAST, zin)
    for patroon in (TWEE_VRAGEN, TWEE_WERKWOORDEN):
        if (m := patroon.search(leeg)) and not VERVOLG.fullmatch(leeg[m.start() :].strip()):
            yield _make(begin, m, Aanwijzingsoort.DUBBELE_VRAAG, ADVIES_TWEE)
            return
    oordeel = OORDEEL.search(leeg)
    if m := HOE_EN.search(leeg) or (PAAR.search(leeg, oordeel.end()) if oordeel else None):
        yield _make(begin, m, Aanwijzingsoort.DUBBELE_VRAAG, ADVIES_PAAR)


def _find_sturend(begin: int, zin: str) -> Iterator[Aanwijzing]:
    for patroon, advies in STUREND:
        if m := patroon.search(zin):
            yield _make(begin, m, Aanwijzingsoort.STURENDE_VRAAG, advies)
            return


def _find_ontkenning(begin: int, zin: str) -> Aanwijzing | None:
    leeg = _blank(GEEN_ONTKENNING, zin)
    nee, omgekeerd = list(NEE.finditer(leeg)), list(OMGEKEERD.finditer(leeg))
    alle = sorted([*nee, *omgekeerd], key=re.Match.start)
    if len(nee) > 1 or (nee and omgekeerd):
        plek = begin + alle[0].start(), begin + alle[-1].end()
        return Aanwijzing(*plek, Aanwijzingsoort.DUBBELE_ONTKENNING, ADVIES_DUBBEL)
    if nee and JA_NEE.match(zin):
        return _make(begin, nee[0], Aanwijzingsoort.ONTKENNING, ADVIES_ONTKENNING)
    return None


def _blank(patroon: re.Pattern[str], tekst: str) -> str:
    """Replace what a pattern finds by as many underscores, so that places stay what they are."""
    return patroon.sub(lambda m: "_" * len(m.group()), tekst)


def _make(begin: int, m: re.Match[str], soort: Aanwijzingsoort, advies: str) -> Aanwijzing:
    return Aanwijzing(begin + m.start(), begin + m.end(), soort, advies)


def _first_of_each(gevonden: list[Aanwijzing]) -> list[Aanwijzing]:
    """Keep the first of each kind: a second one of the same kind says nothing new."""
    eerste: dict[Aanwijzingsoort, Aanwijzing] = {}
    for aanwijzing in sorted(gevonden, key=lambda a: (a.begin, a.eind)):
        eerste.setdefault(aanwijzing.soort, aanwijzing)
    return list(eerste.values())
