"""Translations by the organiser: what is missing or out of date, and what residents then read."""

import pytest
from django.utils import translation

from organisaties.domain.bonnen import make_token
from organisaties.models import Auditregel
from peilingen.domain.bewonerlijst import find_bewonerlijst, forget_gelezen
from peilingen.domain.bewoording import EENSWOORDEN, LEEFTIJDEN, SCHAALWOORDEN
from peilingen.domain.inzenden import Antwoordwaarde, list_vragen, submit_inzending
from peilingen.domain.sjablonen import SJABLONEN
from peilingen.domain.vertaalwerk import (
    choose_talen,
    copy_vraagvertalingen,
    save_vertalingen,
)
from peilingen.domain.vertalen import (
    find_ontbrekend,
    list_plekken,
    name_talen,
    rate_vertaald,
    translate_lijst,
)
from peilingen.domain.voorstellen import find_voorstellen, read_sjabloonwoorden
from peilingen.domain.vragen import add_vraag, change_vraag
from peilingen.domain.vragenlijsten import change_vragenlijst, copy_vragenlijst, create_vragenlijst
from peilingen.domain.waarden import list_gegeven
from peilingen.enums import Herkomst, Vraagsoort
from peilingen.models import Inzending, Vertaling, Vraag
from peilingen.refusals import OnbekendeTaal, OnjuisteVertaling, UitBestand
from tests.fabrieken import maak_ronde
from tests.peilingen.makers_bewoner import CODE, maak_vragenlijst
from tests.peilingen.makers_vertalen import vertaal


@pytest.fixture
def wie(mensen):
    return mensen.organisator.gebruiker


@pytest.fixture
def lijst(mensen, wie):
    """A title, an introduction, a matrix, a number with a unit and a question with choices."""
    lijst = create_vragenlijst(ronde=mensen.ronde, wie=wie, titel="Buurtvragen")
    change_vragenlijst(vragenlijst=lijst, wie=wie, inleiding="Wij horen graag\nhoe het gaat.")
    for soort, velden in (
        (Vraagsoort.EEN_KEUZE, {"keuzes": ["Ja", "Nee", "10"], "uitleg": "Kies er een."}),
        (Vraagsoort.MATRIX, {"keuzes": ["oneens", "eens"], "stellingen": ["Het is hier schoon."]}),
        (Vraagsoort.GETAL, {"instellingen": {"eenheid": "keer"}}),
    ):
        add_vraag(vragenlijst=lijst, wie=wie, soort=soort, tekst=f"Vraag {soort}?", **velden)
    lijst.refresh_from_db()
    return lijst


@pytest.fixture(autouse=True)
def _vers():
    forget_gelezen()


def woorden(vraag):
    return (
        [keuze.tekst for keuze in vraag.keuzes.all()],
        [stelling.tekst for stelling in vraag.stellingen.all()],
    )


def test_every_text_has_a_place_and_what_has_no_letters_needs_none(lijst):
    assert [plek.plek for plek in list_plekken(lijst, list_vragen(lijst).values())] == [
        "titel",
        "inleiding",
        "v1.tekst",
        "v1.uitleg",
        "v1.k1",
        "v1.k2",
        "v2.tekst",
        "v2.s1",
        "v2.k1",
        "v2.k2",
        "v3.tekst",
        "v3.eenheid",
    ]


def test_without_languages_nothing_is_missing(lijst):
    assert find_ontbrekend(lijst) == []


def test_what_is_missing_and_what_is_out_of_date_is_named_per_language(lijst, wie):
    vertaal(lijst, wie)
    vertaal(lijst, wie, "pl", titel="", v1_k1="")
    change_vraag(
        vraag=Vraag.objects.get(vragenlijst=lijst, sleutel="v3"),
        wie=wie,
        soort=Vraagsoort.GETAL,
        tekst="Hoe vaak komt u hier?",
    )
    arabisch, pools = find_ontbrekend(lijst)
    assert (arabisch.naam, arabisch.totaal, arabisch.gedaan) == ("Arabisch", 12, 11)
    assert ([p.plek for p in arabisch.ontbrekend], [p.plek for p in arabisch.verouderd]) == ([], ["v3.tekst"])
    assert ([p.plek for p in pools.ontbrekend], pools.gedaan) == (["titel", "v1.k1"], 9)


def test_a_translated_copy_has_every_word_and_the_questionnaire_stays_dutch(lijst, wie):
    vertaal(lijst, wie)
    omslag, vragen = translate_lijst(lijst, list_vragen(lijst), "ar")
    assert (omslag.titel, omslag.taal) == ("«Buurtvragen»", "ar")
    assert omslag.inleiding == "«Wij horen graag\nhoe het gaat.»"
    een, matrix, getal = vragen.values()
    assert [vraag.taal for vraag in vragen.values()] == ["ar", "ar", "ar"]
    assert (een.uitleg, woorden(een)) == ("«Kies er een.»", (["«Ja»", "«Nee»", "10"], []))
    assert woorden(matrix) == (["«oneens»", "«eens»"], ["«Het is hier schoon.»"])
    assert getal.instellingen["eenheid"] == "«keer»"
    assert (lijst.titel, lijst.taal) == ("Buurtvragen", "nl")
    assert woorden(next(iter(list_vragen(lijst).values())))[0] == ["Ja", "Nee", "10"]


def test_copying_does_not_change_what_was_read(lijst, wie):
    vertaal(lijst, wie)
    vragen = list_vragen(lijst)
    translate_lijst(lijst, vragen, "ar")
    assert [woorden(vraag) for vraag in vragen.values()] == [
        (["Ja", "Nee", "10"], []),
        (["oneens", "eens"], ["Het is hier schoon."]),
        ([], []),
    ]


def test_a_question_that_is_not_wholly_translated_stays_dutch(lijst, wie):
    vertaal(lijst, wie, v1_k2="", inleiding="")
    omslag, vragen = translate_lijst(lijst, list_vragen(lijst), "ar")
    assert (omslag.titel, omslag.taal) == ("Buurtvragen", "nl")
    assert [(vraag.taal, vraag.tekst) for vraag in vragen.values()] == [
        ("nl", "Vraag een_keuze?"),
        ("ar", "«Vraag matrix?»"),
        ("ar", "«Vraag getal?»"),
    ]
    assert rate_vertaald(vragen.values()) == "deel"


def test_a_language_that_was_left_out_is_not_shown_and_comes_back_whole(lijst, wie):
    vertaal(lijst, wie)
    zonder = choose_talen(vragenlijst=lijst, wie=wie, talen=[])
    assert translate_lijst(zonder, list_vragen(lijst), "ar")[0].taal == "nl"
    weer = choose_talen(vragenlijst=lijst, wie=wie, talen=["ar"])
    assert translate_lijst(weer, list_vragen(lijst), "ar")[0].taal == "ar"


def test_translating_takes_one_query(lijst, wie, django_assert_num_queries):
    vertaal(lijst, wie)
    vragen = list_vragen(lijst)
    with django_assert_num_queries(1):
        translate_lijst(lijst, vragen, "ar")
    with django_assert_num_queries(4):
        find_ontbrekend(lijst)


def test_languages_stand_in_one_order_and_an_unknown_one_is_refused(lijst, wie):
    assert choose_talen(vragenlijst=lijst, wie=wie, talen=["uk", "en", "uk"]).talen == ["en", "uk"]
    with pytest.raises(OnbekendeTaal):
        choose_talen(vragenlijst=lijst, wie=wie, talen=["xx"])
    assert Auditregel.objects.filter(handeling="talen_gekozen").count() == 1


def test_nothing_is_kept_in_a_language_that_was_not_chosen(lijst, wie):
    with pytest.raises(OnbekendeTaal):
        save_vertalingen(vragenlijst=lijst, wie=wie, taal="pl", teksten={"titel": "Pytania"})


def test_answers_from_a_file_are_not_translated(lijst, wie):
    lijst.herkomst = Herkomst.BESTAND
    lijst.save()
    with pytest.raises(UitBestand):
        choose_talen(vragenlijst=lijst, wie=wie, talen=["pl"])


def test_what_is_too_long_is_refused_and_nothing_is_written(lijst, wie):
    choose_talen(vragenlijst=lijst, wie=wie, talen=["pl"])
    with pytest.raises(OnjuisteVertaling):
        save_vertalingen(vragenlijst=lijst, wie=wie, taal="pl", teksten={"titel": "x" * 301, "v1.k1": "Tak"})
    assert not Vertaling.objects.exists()


def test_an_outdated_translation_counts_again_when_someone_says_that_it_is_right(lijst, wie):
    vertaal(lijst, wie)
    change_vragenlijst(vragenlijst=lijst, wie=wie, titel="Vragen over de buurt")
    lijst.refresh_from_db()
    zelfde = {"titel": "«Buurtvragen»"}
    assert save_vertalingen(vragenlijst=lijst, wie=wie, taal="ar", teksten=zelfde) == 0
    assert [plek.plek for plek in find_ontbrekend(lijst)[0].verouderd] == ["titel"]
    assert save_vertalingen(vragenlijst=lijst, wie=wie, taal="ar", teksten=zelfde, klopt=["titel"]) == 1
    assert find_ontbrekend(lijst)[0].compleet


def test_an_empty_translation_is_taken_away_and_unknown_places_are_left_alone(lijst, wie):
    vertaal(lijst, wie)
    save_vertalingen(vragenlijst=lijst, wie=wie, taal="ar", teksten={"titel": "  ", "v9.tekst": "niets"})
    assert [plek.plek for plek in find_ontbrekend(lijst)[0].ontbrekend] == ["titel"]
    assert not Vertaling.objects.filter(plek="v9.tekst").exists()


def test_a_copy_takes_its_translations_along(mensen, lijst, wie):
    vertaal(lijst, wie)
    kopie = copy_vragenlijst(
        vragenlijst=lijst, naar=maak_ronde(mensen.organisatie, "Najaar"), wie=wie, titel="Andere titel"
    )
    (stand,) = find_ontbrekend(kopie)
    assert ([plek.plek for plek in stand.verouderd], stand.ontbrekend) == (["titel"], ())


def test_a_duplicate_takes_the_words_of_its_question_along(lijst, wie):
    vertaal(lijst, wie)
    een = Vraag.objects.get(vragenlijst=lijst, sleutel="v1")
    dubbel = add_vraag(
        vragenlijst=lijst,
        wie=wie,
        soort=een.soort,
        tekst=een.tekst,
        uitleg=een.uitleg,
        keuzes=["Ja", "Nee", "10"],
    )
    copy_vraagvertalingen(van=een, naar=dubbel)
    assert find_ontbrekend(lijst)[0].compleet


def test_words_that_were_translated_before_are_proposed_also_usual_ones(mensen, lijst, wie):
    vertaal(lijst, wie, "pl", v2_s1="Tu jest czysto.")
    ander = create_vragenlijst(ronde=mensen.ronde, wie=wie, titel="Nog een")
    add_vraag(
        vragenlijst=ander,
        wie=wie,
        soort=Vraagsoort.EEN_KEUZE,
        tekst="Het is hier schoon.",
        keuzes=["Ja", "Misschien"],
    )
    plekken = list_plekken(ander, list_vragen(ander).values())
    gevonden = find_voorstellen(ander, "pl", plekken)
    assert gevonden == {"v1.tekst": "Tu jest czysto.", "v1.k1": "«Ja»"}
    assert find_voorstellen(ander, "uk", plekken) == {"v1.k1": "Так"}


def test_translations_of_another_organisation_are_never_proposed(mensen, lijst, wie):
    vertaal(lijst, wie, "pl")
    ander = create_vragenlijst(
        ronde=maak_ronde(mensen.elders.organisatie), wie=mensen.elders.gebruiker, titel="Buurtvragen"
    )
    assert find_voorstellen(ander, "pl", list_plekken(ander, [])) == {}


def test_residents_read_their_language_and_a_second_reader_asks_no_words_again(
    mensen, wie, django_assert_num_queries
):
    lijst = maak_vragenlijst(mensen.ronde).vragenlijst
    vertaal(lijst, wie)
    with translation.override("ar"):
        gevonden = find_bewonerlijst(CODE)
    assert gevonden is not None
    assert (gevonden.vragenlijst.titel, {vraag.taal for vraag in gevonden.vragen.values()}) == (
        "«Prettig wonen»",
        {"ar"},
    )
    with django_assert_num_queries(1):
        assert find_bewonerlijst(CODE, "ar").vragenlijst.taal == "ar"
    assert find_bewonerlijst(CODE, "pl").vragenlijst.taal == "nl"
    assert find_bewonerlijst(CODE, "nl").vragenlijst.titel == "Prettig wonen"


def test_what_was_sent_is_read_back_in_the_language_of_the_page(mensen, wie):
    rij = maak_vragenlijst(mensen.ronde)
    vertaal(rij.vragenlijst, wie)
    antwoorden = {
        rij.open.pk: Antwoordwaarde(tekst="مقعد"),
        rij.schaal.pk: Antwoordwaarde(getal=4),
        rij.een.pk: Antwoordwaarde(keuzes=(rij.een.keuzes.all()[0].pk,)),
    }
    bon = submit_inzending(
        vragenlijst=rij.vragenlijst, token=make_token(), antwoorden=antwoorden, mag_citeren=None
    )
    vragen = translate_lijst(rij.vragenlijst, list_vragen(rij.vragenlijst), "ar")[1]
    gegeven = list_gegeven(Inzending.objects.get(pk=bon.inzending_id), vragen)
    assert [(vraag.tekst, woord) for vraag, woord in gegeven][:3] == [
        ("«Wat mist u in de buurt?»", ["مقعد"]),
        ("«Hoe prettig woont u hier?»", ["«prettig»"]),
        ("«Kent u het buurthuis?»", ["«Ja»"]),
    ]


def test_changing_words_that_people_read_leaves_a_line_with_what_they_were(mensen, wie):
    rij = maak_vragenlijst(mensen.ronde)
    lijst = rij.vragenlijst
    vertaal(lijst, wie)
    Inzending.objects.create(
        vragenlijst=lijst, sleutel="x", kanaal="enquete", taal="ar", ingediend_op="2026-03-15T19:00:00Z"
    )
    save_vertalingen(vragenlijst=lijst, wie=wie, taal="ar", teksten={"v1.tekst": "ماذا ينقصكم؟"})
    regel = Auditregel.objects.get(handeling="vertaling_veranderd_na_antwoorden")
    assert regel.omschrijving == "Prettig wonen, Arabisch: v1.tekst was “«Wat mist u in de buurt?»”"
    vertaal(lijst, wie, "pl")
    assert Auditregel.objects.filter(handeling="vertaling_veranderd_na_antwoorden").count() == 1


def test_every_text_of_a_template_has_a_proposal_in_every_language(mensen, wie):
    """If this fails: add the text to sjablonen/vertalingen.tsv with its translations, or take out what is gone."""
    nodig, bekend = set[str](), read_sjabloonwoorden()
    for sleutel in SJABLONEN:
        lijst = create_vragenlijst(ronde=mensen.ronde, wie=wie, sjabloon=sleutel)
        nodig |= {plek.tekst for plek in list_plekken(lijst, list_vragen(lijst).values())}
    gewoon = {str(woord) for woord in (*SCHAALWOORDEN, *EENSWOORDEN, *LEEFTIJDEN) if str(woord) not in bekend}
    assert sorted(nodig - set(bekend) - gewoon) == []
    assert sorted(set(bekend) - nodig) == []
    assert {frozenset(talen) for talen in bekend.values()} == {frozenset(name_talen())}
    assert [nl for nl, talen in bekend.items() if not all(tekst.strip() for tekst in talen.values())] == []


@pytest.mark.parametrize("taal", name_talen())
def test_a_questionnaire_from_a_template_is_wholly_proposed(mensen, wie, taal):
    lijst = create_vragenlijst(ronde=mensen.ronde, wie=wie, sjabloon="buurt")
    plekken = list_plekken(lijst, list_vragen(lijst).values())
    assert set(find_voorstellen(lijst, taal, plekken)) == {plek.plek for plek in plekken}


def test_a_telephone_number_keeps_its_order_between_arabic_letters(mensen, wie):
    rij = maak_vragenlijst(mensen.ronde)
    vertaal(rij.vragenlijst, wie, "ar", v1_tekst="اتصلوا بالرقم 0800-0432 مجانًا")
    vragen = translate_lijst(rij.vragenlijst, list_vragen(rij.vragenlijst), "ar")[1]
    assert vragen[rij.open.pk].tekst == "اتصلوا بالرقم \u20660800-0432\u2069 مجانًا"
