import pytest

from basis.taal.lemmas import split_compound
from basis.taal.samenstellingen import split_samenstelling

SAMENSTELLINGEN = """
buurt+huis speel+tuin energie+rekening huis+arts wijk+centrum zwerf+vuil koffie+ochtend parkeer+plaats
schuld+hulp+verlening wijk+agent speel+plein huur+schuld huur+achter+stand thuis+zorg voedsel+bank buurt+feest
fiets+pad school+plein zorg+verlener wacht+lijst bus+halte straat+verlichting zwem+les taal+les kook+club
moes+tuin grof+vuil groen+voorziening buurt+app woning+bouw+vereniging trap+lift lantaarn+paal keuken+tafel
huis+werk+begeleiding wijk+verpleging spreek+uur weggeef+kast
"""

MET_SCHAKEL = {
    "bewonersavond": ("bewoner", "avond"),
    "jongerenwerk": ("jongeren", "werk"),
    "ouderenzorg": ("ouderen", "zorg"),
    "kinderopvang": ("kind", "opvang"),
    "hondenpoep": ("hond", "poep"),
    "geluidsoverlast": ("geluid", "overlast"),
    "gezondheidscentrum": ("gezondheid", "centrum"),
    "dorpshuis": ("dorp", "huis"),
    "verkeersdrempel": ("verkeer", "drempel"),
    "vrijwilligerswerk": ("vrijwilliger", "werk"),
    "plantenbakken": ("plant", "bak"),
    "toeslagenaffaire": ("toeslag", "affaire"),
    "levensmiddelen": ("leven", "middel"),
    "zonnepanelen": ("zon", "paneel"),
    "ontmoetingsplek": ("ontmoeting", "plek"),
    "verzorgingshuis": ("verzorging", "huis"),
    "grondstoffen": ("grond", "stof"),
    "buurtpreventieteams": ("buurt", "preventie", "team"),
}

HEEL = """
eenzaamheid gezelligheid veiligheid ontmoeting vereniging vergadering verbinding voorziening opvang
omgeving overlast onderhoud belangrijk betaalbaar mogelijk vrijwilliger wandelen gemeente activiteit
organisatie bibliotheek verzorging ouderen begeleiding ondersteuning boodschappen student
burgemeester internet armoede vertrouwen natuurlijk werkeloos vriendschap gesprekken automaat
"""


@pytest.mark.parametrize("delen", SAMENSTELLINGEN.split())
def test_compounds(delen):
    assert split_compound(delen.replace("+", "")) == tuple(delen.split("+"))


@pytest.mark.parametrize(("woord", "delen"), MET_SCHAKEL.items())
def test_compounds_with_a_linking_sound(woord, delen):
    assert split_compound(woord) == delen


@pytest.mark.parametrize("woord", HEEL.split())
def test_words_that_stay_whole(woord):
    assert split_samenstelling(woord) == (woord,)


def test_hyphens_part_words_but_not_abbreviations():
    assert split_samenstelling("moeder-dochter-middag") == ("moeder", "dochter", "middag")
    assert split_samenstelling("wi-j") == ("wi-j",)
    assert split_samenstelling("burn-out") == ("burn-out",)
    assert split_samenstelling("65-plussers") == ("65-plussers",)


def test_long_nonsense_is_no_trouble():
    assert split_samenstelling("a" * 5000) == ("a" * 5000,)
