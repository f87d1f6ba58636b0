"""Name a group by the words that set it apart, in the form people used most, and its most central statement."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from basis.taal.lemmas import lemma as find_lemma
from basis.taal.lemmas import lemmatize
from codering.nlp.features import is_inhoudswoord
from codering.nlp.types import Naam
from codering.nlp.woordgebruik import Woordgebruik, read_woordgebruik

if TYPE_CHECKING:
    from codering.nlp.protocols import Vectoren

NAAMWOORDEN = 4
KERNWOORDEN = 8
_WOORDEN_VAN_UITSPRAAK = 9
_MIN_DEEL = 0.03
_GROOT = 40
"""From this size on a word has to be in three statements: two may be chance."""
_ANDER = 0.3
"""How much the group where a word is most at home counts in what is elsewhere."""
_GEEN_NAAMWOORD = 0.3
"""How much a word weighs that is not used as a noun: "kapot" tells something, "lift" tells more."""
_AL_GENOEMD = 0.5
"""How much a statement weighs that holds a word of the name already: the next word is to tell of the others."""
_NIETSZEGGEND = """
    aanraden acht alleen altijd antwoorden avond beetje begin beginnen bel bellen belt bijvoorbeeld binnen
    blij blijken blijven boel brengen buiten dag deel denken dichtbij ding dingen dinsdag doen donderdag
    dood drie dwars echt eerste eigenlijk elf enige fijn gaan gasten gestopt geval geven gewoon gisteren
    goed graag groot haken halen half hang hangen heel hele helft help helpen heten honderd hoog hoop hoor
    horen houden iemand ineens jaar kant keer keren kijken klein komen kopje kort krijgen laag laat laatste
    lang langzaam laten leeg leuk leven lezen lopen maand maandag maken makkelijk man manier mens middag
    minuut misschien moeilijk moment mooi morgen nacht najaar negen nemen nieuw noemen nooit ochtend open
    oud paar pakken persoon plaats plek praat praten proberen punt roepen sindsdien slecht snel sommig soms
    soort staan steeds stond stoppen stuk tegenwoordig tien tijd twaalf twee twintig uur vaak vandaag vast
    ver vier vijf vinden voelen vol voorjaar vraag vragen vrijdag vroeg vroeger vrouw wachten week weekend
    weer weten winter woensdag wél zaterdag zeggen zes zetten zeven zien zitten zoeken zomaar zomer zondag
"""
"""Words that may set a group apart, but tell nobody what it is about."""


class Woordnamer:
    """The default `Namer`: a word names a group when many of its statements hold it, and few others do.

    Nouns come before other words, and each next word is to tell of statements that those before leave out. Words
    that are mostly written with a capital inside a sentence (names of streets and people) come last.
    """

    def name(
        self, teksten: Sequence[str], vectoren: "Vectoren", leden: Sequence[Sequence[int]]
    ) -> tuple[Naam, ...]:
        """See `Namer.name`."""
        lemmas = [frozenset(filter(_is_zeggend, lemmatize(tekst))) for tekst in teksten]
        gebruik = read_woordgebruik(teksten)
        deel = _Delen(lemmas, leden)
        namen = []
        for nummer, groep in enumerate(leden):
            gekozen = _distinctive(nummer, deel, gebruik)
            gekozen.sort(key=lambda lemma: lemma in gebruik.eigennamen)
            woorden = tuple(dict.fromkeys(gebruik.vormen[lemma] for lemma in gekozen))[:KERNWOORDEN]
            centraal = _find_centraal(vectoren, groep)
            naam = ", ".join(woorden[:NAAMWOORDEN]) or _shorten(teksten[centraal])
            namen.append(Naam(naam, woorden, centraal))
        return tuple(namen)


def _is_zeggend(lemma: str) -> bool:
    return is_inhoudswoord(lemma) and len(lemma) > 2 and lemma not in _list_nietszeggend()


@lru_cache(maxsize=1)
def _list_nietszeggend() -> frozenset[str]:
    """The words and their base forms: "lopen" becomes "loop"."""
    woorden = _NIETSZEGGEND.split()
    return frozenset(woorden) | frozenset(map(find_lemma, woorden))


def _shorten(tekst: str) -> str:
    """The first words of a statement."""
    woorden = tekst.split()
    kort = " ".join(woorden[:_WOORDEN_VAN_UITSPRAAK])
    return f"{kort} …" if len(woorden) > _WOORDEN_VAN_UITSPRAAK else kort


class _Delen:
    """In which part of each group's statements, and of the others, a word is."""

    def __init__(self, lemmas: Sequence[frozenset[str]], leden: Sequence[Sequence[int]]) -> None:
        self.groepen = [[lemmas[plek] for plek in groep] for groep in leden]
        self.tel = [Counter(lemma for per_tekst in groep for lemma in per_tekst) for groep in self.groepen]
        self._overal = Counter(lemma for per_tekst in lemmas for lemma in per_tekst)
        self._totaal = len(lemmas)
        # Per word the two groups with the largest part, so that the largest of the others is known for each.
        self._hoogste: dict[str, list[tuple[float, int]]] = {}
        for nummer, tel in enumerate(self.tel):
            for lemma, aantal in tel.items():
                deel = (aantal + 0.5) / (len(leden[nummer]) + 2)
                rij = self._hoogste.setdefault(lemma, [])
                rij.append((deel, nummer))
                rij.sort(reverse=True)
                del rij[2:]

    def measure_elders(self, lemma: str, nummer: int) -> float:
        """The part outside a group: of all other statements, and somewhat of the group where it is largest."""
        groep = self.groepen[nummer]
        buiten = (self._overal[lemma] - self.tel[nummer][lemma] + 1) / (self._totaal - len(groep) + 2)
        ander = next((deel for deel, plek in self._hoogste[lemma] if plek != nummer), 0.0)
        return (1.0 - _ANDER) * buiten + _ANDER * ander


def _distinctive(nummer: int, delen: _Delen, gebruik: Woordgebruik) -> list[str]:
    """Words by how much they tell about the group, each next one about what is left.

    How much a word tells is its share in the group, times the log of how much larger that share is than elsewhere:
    a term of the Kullback-Leibler divergence.
    """
    groep = delen.groepen[nummer]
    minimum = max(2 if len(groep) > 2 else 1, round(_MIN_DEEL * len(groep)))
    minimum = max(minimum, 3) if len(groep) >= _GROOT else minimum
    waarde = {}
    for lemma, aantal in delen.tel[nummer].items():
        binnen, elders = aantal / len(groep), delen.measure_elders(lemma, nummer)
        if aantal >= minimum and binnen > elders:
            soort = 1.0 if lemma in gebruik.naamwoorden else _GEEN_NAAMWOORD
            waarde[lemma] = soort * log(binnen / elders)
    return _cover(groep, waarde)


def _cover(groep: Sequence[frozenset[str]], waarde: dict[str, float]) -> list[str]:
    """The word that tells most, then the one that tells most of the others, and so on."""
    gewicht = [1.0] * len(groep)
    waar = {lemma: [plek for plek, eigen in enumerate(groep) if lemma in eigen] for lemma in waarde}
    gekozen: list[str] = []
    while waar and len(gekozen) < KERNWOORDEN * 2:
        score = {lemma: round(waarde[lemma] * sum(gewicht[p] for p in waar[lemma]), 9) for lemma in waar}
        beste = min(score, key=lambda lemma: (-score[lemma], lemma))
        gekozen.append(beste)
        for plek in waar.pop(beste):
            gewicht[plek] *= _AL_GENOEMD
    return gekozen


def _find_centraal(vectoren: "Vectoren", groep: Sequence[int]) -> int:
    import numpy as np

    punten = vectoren[list(groep)].astype(np.float32)
    nabijheid = np.round((punten @ punten.mean(axis=0, dtype=np.float64)).astype(np.float64), 6)
    return groep[int(np.argmax(nabijheid))]
