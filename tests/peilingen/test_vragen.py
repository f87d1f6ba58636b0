"""Adding, changing, moving and taking out questions, and which stam they get."""

import pytest

from peilingen.domain.sjablonen import SJABLONEN
from peilingen.domain.vraagrijen import MAX_VRAGEN
from peilingen.domain.vragen import (
    add_vraag,
    change_vraag,
    delete_vraag,
    move_vraag,
    restore_vraag,
)
from peilingen.domain.vragenlijsten import (
    close_vragenlijst,
    copy_vragenlijst,
    create_vragenlijst,
    open_vragenlijst,
)
from peilingen.enums import Herkomst, Vraagsoort
from peilingen.models import Vraagstam, Vragenlijst
from peilingen.refusals import OnjuisteVraag, UitBestand, VragenlijstStaatOpen, VragenStaanVast
from tests.fabrieken import maak_antwoorden, maak_ronde
from tests.peilingen.makers import OPEN_VRAAG, maak_concept, stuur_in


@pytest.fixture
def wie(mensen):
    return mensen.organisator.gebruiker


@pytest.fixture
def lijst(mensen, wie):
    return maak_concept(mensen.ronde, wie)


@pytest.fixture
def vraag(lijst):
    return lijst.vragen.get()


def teksten(lijst):
    return [vraag.tekst for vraag in lijst.vragen.all()]


def volgorde(lijst):
    return [vraag.volgorde for vraag in lijst.vragen.all()]


def test_questions_come_at_the_end_with_their_choices(lijst, wie):
    vraag = add_vraag(
        vragenlijst=lijst,
        wie=wie,
        soort=Vraagsoort.EEN_KEUZE,
        tekst="  Komt u \n ook? ",
        keuzes=[" ja ", "", "nee"],
    )
    assert (vraag.tekst, vraag.volgorde) == ("Komt u ook?", 2)
    assert [(keuze.volgorde, keuze.tekst) for keuze in vraag.keuzes.all()] == [(1, "ja"), (2, "nee")]


def test_a_scale_has_five_steps_from_low_to_high(lijst, wie):
    vraag = add_vraag(vragenlijst=lijst, wie=wie, soort=Vraagsoort.SCHAAL, tekst="Hoe gaat het?")
    assert [(keuze.volgorde, keuze.tekst) for keuze in vraag.keuzes.all()] == [
        (1, "heel slecht"),
        (2, "slecht"),
        (3, "tussenin"),
        (4, "goed"),
        (5, "heel goed"),
    ]
    with pytest.raises(OnjuisteVraag, match=r"vijf stappen, van laag naar hoog\. U hebt er 3"):
        add_vraag(vragenlijst=lijst, wie=wie, soort=Vraagsoort.SCHAAL, tekst="En nu?", keuzes=["1", "2", "3"])


@pytest.mark.parametrize(
    ("velden", "veld", "tekst"),
    [
        ({"tekst": "  "}, "tekst", "Schrijf eerst de vraag op"),
        ({"tekst": "x" * 501}, "tekst", "501 tekens"),
        ({"soort": "ja_nee"}, "soort", "Kies wat voor vraag"),
        ({"soort": "een_keuze", "keuzes": ["Ja", "ja"]}, "keuzes", "“ja” staat er twee keer"),
        ({"soort": "een_keuze", "keuzes": ["x" * 201, "y"]}, "keuzes", "hoogstens 200 tekens"),
        ({"soort": "meer_keuzes", "keuzes": [str(n) for n in range(26)]}, "keuzes", "hoogstens 25"),
        ({"uitleg": "x" * 1003}, "uitleg", "3 tekens te lang"),
    ],
)
def test_what_cannot_be_asked_is_refused_at_its_field(lijst, wie, velden, veld, tekst):
    with pytest.raises(OnjuisteVraag, match=tekst) as fout:
        add_vraag(vragenlijst=lijst, wie=wie, **{"soort": "open", "tekst": "Wat vindt u?", **velden})
    assert fout.value.veld == veld
    assert lijst.vragen.count() == 1


def test_there_is_an_end_to_questions(lijst, wie):
    for nummer in range(MAX_VRAGEN - 1):
        add_vraag(vragenlijst=lijst, wie=wie, soort=Vraagsoort.OPEN, tekst=f"Vraag {nummer}")
    with pytest.raises(OnjuisteVraag, match=f"hoogstens {MAX_VRAGEN}"):
        add_vraag(vragenlijst=lijst, wie=wie, soort=Vraagsoort.OPEN, tekst="Nog een")


def test_moving_stops_at_either_end(lijst, wie):
    for tekst in ("B", "C"):
        add_vraag(vragenlijst=lijst, wie=wie, soort=Vraagsoort.OPEN, tekst=tekst)
    eerste, _tweede, derde = lijst.vragen.all()
    move_vraag(vraag=derde, wie=wie, plaatsen=-1)
    assert teksten(lijst) == [OPEN_VRAAG, "C", "B"]
    move_vraag(vraag=eerste, wie=wie, plaatsen=-1)
    assert teksten(lijst) == [OPEN_VRAAG, "C", "B"]
    move_vraag(vraag=eerste, wie=wie, plaatsen=9)
    assert teksten(lijst) == ["C", "B", OPEN_VRAAG]
    assert volgorde(lijst) == [1, 2, 3]


def test_a_question_that_was_taken_out_comes_back_where_it_was(lijst, wie, vraag):
    keuzes = ["ja", "nee", "soms"]
    midden = add_vraag(
        vragenlijst=lijst,
        wie=wie,
        soort=Vraagsoort.MEER_KEUZES,
        tekst="B",
        uitleg="U",
        verplicht=True,
        keuzes=keuzes,
    )
    add_vraag(vragenlijst=lijst, wie=wie, soort=Vraagsoort.OPEN, tekst="C")
    weg = delete_vraag(vraag=midden, wie=wie)
    assert (teksten(lijst), volgorde(lijst)) == ([OPEN_VRAAG, "C"], [1, 2])
    terug = restore_vraag(vragenlijst=lijst, wie=wie, weg=weg)
    assert (teksten(lijst), volgorde(lijst)) == ([OPEN_VRAAG, "B", "C"], [1, 2, 3])
    assert (terug.soort, terug.uitleg, terug.verplicht, terug.stam) == (
        Vraagsoort.MEER_KEUZES,
        "U",
        True,
        midden.stam,
    )
    assert [keuze.tekst for keuze in terug.keuzes.all()] == keuzes


def test_a_choice_whose_words_stay_keeps_its_row(lijst, wie):
    vraag = add_vraag(
        vragenlijst=lijst, wie=wie, soort=Vraagsoort.EEN_KEUZE, tekst="Komt u?", keuzes=["ja", "nee"]
    )
    ja = vraag.keuzes.get(tekst="ja")
    change_vraag(
        vraag=vraag, wie=wie, soort=Vraagsoort.EEN_KEUZE, tekst="Komt u?", keuzes=["misschien", "ja"]
    )
    assert [(keuze.volgorde, keuze.tekst) for keuze in vraag.keuzes.all()] == [(1, "misschien"), (2, "ja")]
    assert vraag.keuzes.get(tekst="ja") == ja


def test_identical_words_are_the_same_question_throughout_the_organisation(mensen, wie, vraag):
    andere = maak_concept(maak_ronde(mensen.organisatie, "Najaar"), wie).vragen.get()
    assert (andere.stam, andere.versie) == (vraag.stam, 1)
    elders = maak_concept(maak_ronde(mensen.elders.organisatie, "Elders"), mensen.elders.gebruiker)
    assert elders.vragen.get().stam != vraag.stam


def test_a_question_of_a_file_is_the_same_question_when_asked_here(mensen, wie):
    ingelezen = maak_antwoorden(mensen.ronde, ["Een bankje"])[0].vraag
    lijst = create_vragenlijst(ronde=mensen.ronde, wie=wie)
    vraag = add_vraag(vragenlijst=lijst, wie=wie, soort=Vraagsoort.OPEN, tekst=ingelezen.tekst)
    assert (vraag.stam, vraag.versie) == (ingelezen.stam, ingelezen.versie)


def test_a_typing_error_leaves_no_trace(wie, vraag):
    stam = vraag.stam
    anders = change_vraag(vraag=vraag, wie=wie, soort=Vraagsoort.OPEN, tekst="Wat mist u?")
    assert (anders.stam, anders.versie) == (stam, 1)
    assert [rij.naam for rij in Vraagstam.objects.all()] == ["Wat mist u?"]


def test_other_words_for_an_earlier_question_make_a_new_version(mensen, lijst, wie, vraag):
    kopie = copy_vragenlijst(vragenlijst=lijst, naar=maak_ronde(mensen.organisatie, "Najaar"), wie=wie)
    nieuw = change_vraag(vraag=kopie.vragen.get(), wie=wie, soort=Vraagsoort.OPEN, tekst="Wat ontbreekt er?")
    assert (nieuw.stam, nieuw.versie) == (vraag.stam, 2)
    derde = copy_vragenlijst(vragenlijst=kopie, naar=maak_ronde(mensen.organisatie, "Winter"), wie=wie)
    assert derde.vragen.get().versie == 2
    terug = change_vraag(vraag=derde.vragen.get(), wie=wie, soort=Vraagsoort.OPEN, tekst=OPEN_VRAAG)
    assert (terug.stam, terug.versie) == (vraag.stam, 1)


def test_other_choices_make_a_new_version_too(mensen, wie):
    eerste = create_vragenlijst(ronde=mensen.ronde, wie=wie)
    soort, tekst = Vraagsoort.EEN_KEUZE, "Komt u?"
    vraag = add_vraag(vragenlijst=eerste, wie=wie, soort=soort, tekst=tekst, keuzes=["ja", "nee"])
    kopie = copy_vragenlijst(vragenlijst=eerste, naar=mensen.ronde, wie=wie)
    assert kopie.vragen.get().versie == 1
    nieuw = change_vraag(
        vraag=kopie.vragen.get(), wie=wie, soort=soort, tekst=tekst, keuzes=["ja", "nee", "soms"]
    )
    assert (nieuw.stam, nieuw.versie) == (vraag.stam, 2)


def test_words_of_another_question_make_it_that_question(lijst, wie, vraag):
    tweede = add_vraag(vragenlijst=lijst, wie=wie, soort=Vraagsoort.OPEN, tekst="Wat gaat goed?")
    anders = change_vraag(vraag=tweede, wie=wie, soort=Vraagsoort.OPEN, tekst=OPEN_VRAAG)
    assert anders.stam == vraag.stam
    assert [stam.naam for stam in Vraagstam.objects.all()] == [OPEN_VRAAG]


def test_questions_do_not_change_while_people_answer_or_after(lijst, wie, vraag):
    open_vragenlijst(vragenlijst=lijst, wie=wie)
    acts = (
        lambda: add_vraag(vragenlijst=lijst, wie=wie, soort="open", tekst="Nog iets?"),
        lambda: change_vraag(vraag=vraag, wie=wie, soort="open", tekst="Anders?"),
        lambda: move_vraag(vraag=vraag, wie=wie, plaatsen=1),
        lambda: delete_vraag(vraag=vraag, wie=wie),
    )
    for act in acts:
        with pytest.raises(VragenlijstStaatOpen):
            act()
    stuur_in(lijst)
    close_vragenlijst(vragenlijst=lijst, wie=wie)
    for act in acts:
        with pytest.raises(VragenStaanVast):
            act()
    assert teksten(lijst) == [OPEN_VRAAG]


def test_closed_without_answers_questions_may_change(lijst, wie, vraag):
    open_vragenlijst(vragenlijst=lijst, wie=wie)
    close_vragenlijst(vragenlijst=lijst, wie=wie)
    change_vraag(vraag=vraag, wie=wie, soort=Vraagsoort.OPEN, tekst="Anders?")
    assert teksten(lijst) == ["Anders?"]


def test_questions_of_a_file_never_change(mensen, wie):
    lijst = Vragenlijst.objects.create(ronde=mensen.ronde, titel="a.csv", herkomst=Herkomst.BESTAND)
    with pytest.raises(UitBestand):
        add_vraag(vragenlijst=lijst, wie=wie, soort=Vraagsoort.OPEN, tekst="Nog iets?")


@pytest.mark.parametrize("sjabloon", SJABLONEN.values(), ids=list(SJABLONEN))
def test_templates_ask_one_thing_in_plain_words(sjabloon):
    from basis.taal.leesbaarheid import measure_leesbaarheid

    assert sjabloon.inleiding
    assert sum(vraag.soort == Vraagsoort.OPEN for vraag in sjabloon.vragen) >= 2
    for vraag in sjabloon.vragen:
        assert vraag.tekst.endswith("?")
        assert len(vraag.tekst.split()) <= 12
        assert " en " not in vraag.tekst
        assert vraag.soort != Vraagsoort.SCHAAL or len(vraag.keuzes) == 5
        assert len(set(vraag.keuzes)) == len(vraag.keuzes)
    alles = " ".join([sjabloon.inleiding, *(f"{vraag.tekst} {vraag.uitleg}" for vraag in sjabloon.vragen)])
    assert measure_leesbaarheid(alles).niveau_schatting in {"A1", "A2", "B1"}
