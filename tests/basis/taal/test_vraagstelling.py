"""What the help for questions finds, and above all what it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basis.taal.aanwijzingen import Aanwijzingsoort as Soort
from basis.taal.taalcontrole import Tekstsoort, check_taal
from basis.taal.vakwoorden import VAKWOORDEN
from basis.taal.vraagstelling import find_stelling, find_vraagstelling
from basis.taal.woordhulp import find_woorden, list_vormen

DUBBEL = """
Hoe tevreden bent u over het groen en de veiligheid? | groen en de veiligheid
Hoe schoon en veilig is uw straat? | Hoe schoon en veilig
Vindt u uw buurt schoon en veilig? | schoon en veilig
Wat vindt u van de openingstijden en de prijzen? | openingstijden en de prijzen
Wat vindt u van straat, groen en afval? | groen en afval
Wat doet u voor de buurt en wat krijgt u terug? | en wat
Weet u waar u terecht kunt als u hulp nodig heeft, en hoe gaat dat? | en hoe
Kent u het buurthuis en komt u er weleens? | buurthuis en komt u
Hoe vaak sport u of gaat u wandelen? | u of gaat u
Welke plekken gebruikt of mist u? | gebruikt of mist u
Wat mist u in de buurt? Wat kan er beter? | Wat mist u in de buurt? Wat kan er beter?
"""
STUREND = """
Vindt u ook niet dat er te weinig groen is? | Vindt u ook niet
Vindt u niet dat de gemeente meer moet doen? | Vindt u niet
Bent u het ermee eens dat er te hard gereden wordt? | Bent u het ermee eens dat
Bent u ook van mening dat het plein weg moet? | Bent u ook van mening
Zou het niet beter zijn om het plein te sluiten? | Zou het niet beter
Moet de gemeente niet meer doen? | Moet de gemeente niet
U komt toch ook? | toch ook
Hoe goed vindt u de buurt? | Hoe goed vindt
Hoe fijn is het om hier te wonen? | Hoe fijn is
Wat vindt u van de vreselijke rommel op straat? | vreselijke
Wat vindt u van het prachtige nieuwe park? | prachtige
Waarom voelt u zich onveilig? | Waarom voelt u zich onveilig
Iedereen weet dat het druk is. Wat vindt u daarvan? | Iedereen weet
"""
ONTKENNING = """
Bent u niet tevreden over uw huis? | niet
Kent u niemand in uw buurt? | niemand
"""
DUBBELE_ONTKENNING = """
Bent u het oneens met het niet sluiten van het buurthuis? | oneens met het niet
Is het niet onveilig op straat? | niet onveilig
Kunt u niet zonder auto? | niet zonder
"""
GOED = """
Weet u of u hulp kunt krijgen?
Hoe vaak gaat u naar buiten?
Wat doet u als u ziek bent of hulp nodig hebt?
Wat gaat niet goed in uw buurt?
Wat lukt u niet meer alleen?
Hoe veilig voelt u zich in uw buurt?
Gaat u liever naar het park of naar het buurthuis?
Hebt u kinderen jonger dan 18 jaar?
Hebt u wel of geen auto?
Zijn er mensen op wie u kunt rekenen als het tegenzit?
Kunt u makkelijk lopend of met de fiets naar een winkel?
Hoe belangrijk is een bankje in de buurt voor u?
Met wie praat u over wat u meemaakt en wat u bezighoudt?
Wat vindt u van het plein?
Hoe tevreden of ontevreden bent u over uw woning?
Aan welke dingen in de buurt doet u mee?
Hoe is het contact tussen jongeren en ouderen?
Hoe gaat het tussen u en uw buren?
Hoe verplaatst u zich in en om de buurt?
Waar kunt u terecht met een vraag over geld?
Krijgt u hulp van familie of buren?
Is er iemand die u helpt als dat nodig is?
Kan iedereen in uw buurt meedoen? Waarom wel of niet?
Wat houdt u tegen om mee te doen?
Wat moet als eerste worden aangepakt?
Doet u mee aan activiteiten in de buurt of stad?
Wat is er voor kinderen en jongeren in de buurt?
"""


def lees(blok):
    return [tuple(regel.split(" | ")) for regel in blok.strip().splitlines()]


GEVALLEN = [
    *((Soort.DUBBELE_VRAAG, *paar) for paar in lees(DUBBEL)),
    *((Soort.STURENDE_VRAAG, *paar) for paar in lees(STUREND)),
    *((Soort.ONTKENNING, *paar) for paar in lees(ONTKENNING)),
    *((Soort.DUBBELE_ONTKENNING, *paar) for paar in lees(DUBBELE_ONTKENNING)),
]


@pytest.mark.parametrize(("soort", "vraag", "plek"), GEVALLEN)
def test_it_points_at_what_misleads(soort, vraag, plek):
    gevonden = {a.soort: vraag[a.begin : a.eind].strip() for a in find_vraagstelling(vraag)}
    assert gevonden.get(soort) == plek


@pytest.mark.parametrize("vraag", GOED.strip().splitlines())
def test_it_leaves_a_good_question_alone(vraag):
    assert check_taal(vraag).aanwijzingen == ()


def test_a_statement_to_agree_with_has_no_negation_at_all():
    (aanwijzing,) = find_stelling("Ik voel mij hier niet thuis.")
    assert aanwijzing.soort == Soort.ONTKENNING
    assert find_stelling("Ik voel mij hier thuis.") == []
    assert [a.soort for a in find_stelling("Het is hier schoon en het is hier veilig.")] == [
        Soort.DUBBELE_VRAAG
    ]


def test_what_misleads_comes_before_hard_words():
    soorten = [a.soort for a in check_taal("Hoe beoordeelt u de leefbaarheid en participatie?").aanwijzingen]
    assert soorten == [Soort.DUBBELE_VRAAG, Soort.VAKWOORD, Soort.MOEILIJK_WOORD]


def test_an_introduction_is_read_as_a_text_not_as_a_question():
    tekst = "U hoeft niet mee te doen. Wat wilt u? Wat kunt u? Uw antwoorden worden door ons gelezen."
    assert [a.soort for a in check_taal(tekst, Tekstsoort.TEKST).aanwijzingen] == [Soort.LIJDENDE_VORM]


def test_a_short_text_has_no_sure_level():
    assert not check_taal("Wat vindt u van het plein?").zeker
    assert check_taal("Wij wonen hier al lang. " * 30, Tekstsoort.TEKST).zeker


def test_words_of_the_sector_have_a_plain_one():
    (aanwijzing,) = find_woorden("Wat is nodig voor zelfredzaamheid?")
    assert (aanwijzing.soort, aanwijzing.alternatief) == (Soort.VAKWOORD, "zelf kunnen regelen")
    assert [a.soort for a in find_woorden("Wat doet de sociale basis?")] == [Soort.VAKWOORD]
    assert all(woord == woord.lower() and woord != ander for woord, ander in VAKWOORDEN.items())


def test_verbs_are_found_in_the_forms_that_spelling_gives():
    assert list_vormen("realiseren")[2:6] == ("realiseert", "realiseerde", "realiseerden", "gerealiseerd")
    assert [a.alternatief for a in find_woorden("De gemeente faciliteert dit.")] == ["mogelijk maken, helpen"]


def test_a_word_inside_another_word_is_left_alone():
    assert find_woorden("De conformist doet mee in de relevantie-groep.") == []


@given(st.text(alphabet="abc enoftu?.,'niet geen Vindt ook hoe goed", max_size=120))
def test_places_lie_within_the_text(tekst):
    for soort in Tekstsoort:
        for a in check_taal(tekst, soort).aanwijzingen:
            assert 0 <= a.begin < a.eind <= len(tekst)
            assert a.advies
