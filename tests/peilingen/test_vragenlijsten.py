"""Making, opening, closing, copying and deleting questionnaires."""

import pytest

from codering.domain.uitspraken import process_wijzigingen
from codering.models import Inbedding, Uitspraak
from organisaties.domain.bonnen import make_token
from organisaties.domain.codes import ALFABET, find_adres, register_codezoeker
from organisaties.domain.volgende import describe_overname, start_volgende_ronde
from organisaties.models import Auditregel, Bronwijziging
from peilingen.domain.concepten import Stapinvoer, save_stap
from peilingen.domain.inzenden import submit_inzending
from peilingen.domain.sjablonen import SJABLONEN
from peilingen.domain.vragen import add_vraag
from peilingen.domain.vragenlijsten import (
    change_vragenlijst,
    close_vragenlijst,
    copy_vragenlijst,
    copy_vragenlijsten,
    create_vragenlijst,
    delete_vragenlijst,
    open_vragenlijst,
    reopen_vragenlijst,
)
from peilingen.enums import Herkomst, Vraagsoort, Vragenlijststatus, Werving
from peilingen.models import (
    Antwoord,
    Inzending,
    Inzendingconcept,
    Keuze,
    Vraag,
    Vraagstam,
    Vragenlijst,
)
from peilingen.refusals import (
    CodeBezet,
    NietTeOpenen,
    UitBestand,
    VragenlijstGesloten,
    VragenStaanVast,
)
from tests.fabrieken import maak_antwoorden, maak_ronde
from tests.peilingen.makers import maak_concept, maak_open, stuur_in


@pytest.fixture
def wie(mensen):
    return mensen.organisator.gebruiker


@pytest.fixture
def lijst(mensen, wie):
    return maak_concept(mensen.ronde, wie)


def handelingen():
    return list(Auditregel.objects.order_by("tijd").values_list("handeling", flat=True))


@pytest.mark.parametrize("sleutel", SJABLONEN)
def test_a_template_can_be_opened_as_it_is(mensen, wie, sleutel):
    lijst = create_vragenlijst(ronde=mensen.ronde, wie=wie, sjabloon=sleutel)
    sjabloon = SJABLONEN[sleutel]
    assert (lijst.titel, lijst.sjabloon, lijst.status) == (sjabloon.titel, sleutel, Vragenlijststatus.CONCEPT)
    assert [(v.soort, v.tekst) for v in lijst.vragen.all()] == [(v.soort, v.tekst) for v in sjabloon.vragen]
    assert open_vragenlijst(vragenlijst=lijst, wie=wie).status == Vragenlijststatus.OPEN
    assert handelingen() == ["vragenlijst_gemaakt", "fase_veranderd", "vragenlijst_geopend"]


def test_the_first_template_has_two_open_questions_a_scale_a_choice_and_a_buurt(mensen, wie):
    lijst = create_vragenlijst(ronde=mensen.ronde, wie=wie, sjabloon="buurt")
    assert [vraag.soort for vraag in lijst.vragen.all()] == ["open", "open", "schaal", "een_keuze", "buurt"]


def test_opening_says_all_that_has_to_be_done(mensen, wie):
    lijst = create_vragenlijst(ronde=mensen.ronde, wie=wie)
    with pytest.raises(NietTeOpenen, match=r"waarom u dit vraagt.*minstens één vraag"):
        open_vragenlijst(vragenlijst=lijst, wie=wie)
    lijst = change_vragenlijst(vragenlijst=lijst, wie=wie, inleiding="Daarom.")
    add_vraag(vragenlijst=lijst, wie=wie, soort=Vraagsoort.MEER_KEUZES, tekst="Wat?", keuzes=["dit"])
    for tekst in ("Waar?", "Welke buurt?"):
        add_vraag(vragenlijst=lijst, wie=wie, soort=Vraagsoort.BUURT, tekst=tekst)
    with pytest.raises(NietTeOpenen, match=r"bij vraag 1 minstens twee keuzes.*één keer naar de buurt"):
        open_vragenlijst(vragenlijst=lijst, wie=wie)
    assert Vragenlijst.objects.get().status == Vragenlijststatus.CONCEPT


def test_a_code_is_made_kept_and_found_however_it_is_typed(lijst, wie):
    code = open_vragenlijst(vragenlijst=lijst, wie=wie).code or ""
    assert len(code) == 8
    assert set(code) <= set(ALFABET)
    assert find_adres(f" {code[:4].upper()} {code[4:]} ") == f"/v/{code}/"
    close_vragenlijst(vragenlijst=lijst, wie=wie)
    assert find_adres(code) == f"/v/{code}/"
    assert reopen_vragenlijst(vragenlijst=lijst, wie=wie).code == code


def test_a_code_may_be_asked_for_and_is_used_once(mensen, lijst, wie):
    assert open_vragenlijst(vragenlijst=lijst, wie=wie, code="Demo 1").code == "demo1"
    andere = maak_concept(mensen.ronde, wie)
    for code in ("demo1", "x", "te-lang-voor-een-code"):
        with pytest.raises(CodeBezet):
            open_vragenlijst(vragenlijst=andere, wie=wie, code=code)


def test_a_code_of_another_room_is_not_given_out_again(lijst, wie, monkeypatch):
    monkeypatch.setattr("organisaties.domain.codes._ZOEKERS", {})
    register_codezoeker(99, lambda code: "/t/tafel4/" if code == "tafel4" else None)
    with pytest.raises(CodeBezet):
        open_vragenlijst(vragenlijst=lijst, wie=wie, code="tafel4")


def test_pressing_twice_changes_nothing(lijst, wie):
    eerst = open_vragenlijst(vragenlijst=lijst, wie=wie)
    weer = open_vragenlijst(vragenlijst=lijst, wie=wie)
    assert (weer.code, weer.geopend_op) == (eerst.code, eerst.geopend_op)
    dicht = close_vragenlijst(vragenlijst=lijst, wie=wie)
    assert close_vragenlijst(vragenlijst=lijst, wie=wie).gesloten_op == dicht.gesloten_op
    assert handelingen()[-2:] == ["vragenlijst_geopend", "vragenlijst_gesloten"]


def test_opening_again_keeps_when_it_first_opened(lijst, wie):
    eerst = open_vragenlijst(vragenlijst=lijst, wie=wie).geopend_op
    close_vragenlijst(vragenlijst=lijst, wie=wie)
    weer = reopen_vragenlijst(vragenlijst=lijst, wie=wie)
    assert (weer.status, weer.geopend_op, weer.gesloten_op) == (Vragenlijststatus.OPEN, eerst, None)


def test_a_draft_cannot_be_reopened_nor_a_file_opened(mensen, lijst, wie):
    assert reopen_vragenlijst(vragenlijst=lijst, wie=wie).status == Vragenlijststatus.CONCEPT
    bestand = Vragenlijst.objects.create(
        ronde=mensen.ronde, titel="a.csv", herkomst=Herkomst.BESTAND, status=Vragenlijststatus.GESLOTEN
    )
    for act in (open_vragenlijst, reopen_vragenlijst):
        with pytest.raises(UitBestand):
            act(vragenlijst=bestand, wie=wie)
    with pytest.raises(UitBestand):
        copy_vragenlijst(vragenlijst=bestand, naar=mensen.ronde, wie=wie)


def test_what_people_read_stays_once_someone_answered(lijst, wie):
    open_vragenlijst(vragenlijst=lijst, wie=wie)
    stuur_in(lijst)
    for velden in ({"inleiding": "Anders."}, {"vraag_citaat": False}):
        with pytest.raises(VragenStaanVast):
            change_vragenlijst(vragenlijst=lijst, wie=wie, **velden)
    nieuw = change_vragenlijst(
        vragenlijst=lijst, wie=wie, titel="Beter", werving=Werving.PANEL, inleiding=lijst.inleiding
    )
    assert (nieuw.titel, nieuw.werving, nieuw.inleiding) == ("Beter", Werving.PANEL, lijst.inleiding)
    with pytest.raises(TypeError, match="status"):
        change_vragenlijst(vragenlijst=lijst, wie=wie, status="open")


def test_a_copy_has_the_same_words_and_no_answers(mensen, wie):
    lijst = maak_open(mensen.ronde, wie)
    stuur_in(lijst)
    kopie = copy_vragenlijst(vragenlijst=lijst, naar=mensen.ronde, wie=wie, titel="Nog eens")
    assert (kopie.titel, kopie.status, kopie.code) == ("Nog eens", Vragenlijststatus.CONCEPT, None)
    assert kopie.inzendingen.count() == 0

    def woorden(rij):
        vragen = rij.vragen.prefetch_related("keuzes")
        return [(v.stam_id, v.versie, v.tekst, v.uitleg, [k.tekst for k in v.keuzes.all()]) for v in vragen]

    assert woorden(kopie) == woorden(lijst)


def test_a_next_ronde_asks_the_same_questions_again(mensen, wie):
    lijst = maak_open(mensen.ronde, wie)
    create_vragenlijst(ronde=mensen.ronde, wie=wie, titel="Leeg")
    maak_antwoorden(mensen.ronde, ["Uit een bestand"])
    Vragenlijst.objects.filter(titel="Vragenlijst").update(herkomst=Herkomst.BESTAND)
    assert "“Hoe is het in uw buurt?”" in describe_overname(mensen.ronde)[0]
    volgende = start_volgende_ronde(ronde=mensen.ronde, wie=wie, naam="Najaar 2026")
    kopie = volgende.vragenlijsten.get()
    assert (kopie.titel, kopie.status) == (lijst.titel, Vragenlijststatus.CONCEPT)
    assert [v.stam for v in kopie.vragen.all()] == [v.stam for v in lijst.vragen.all()]
    assert copy_vragenlijsten(van=maak_ronde(mensen.organisatie, "Leeg"), naar=volgende, wie=wie) == 0
    assert describe_overname(maak_ronde(mensen.organisatie, "Ook leeg")) == []


def test_deleting_takes_answers_drafts_statements_and_vectors(mensen, wie):
    lijst, blijft = maak_open(mensen.ronde, wie), maak_open(mensen.ronde, wie, titel="Blijft")
    stuur_in(lijst, "Een bankje bij de vijver")
    stuur_in(blijft, "Een speeltuin")
    lijst.refresh_from_db()
    stap = str(lijst.vragen.first().pk)
    save_stap(vragenlijst=lijst, token=make_token(), invoer=Stapinvoer(stap, {"tekst": ["Half"]}), taal="nl")
    while process_wijzigingen():
        pass
    for uitspraak in Uitspraak.objects.all():
        Inbedding.objects.create(
            sleutel=str(uitspraak.pk), model="m", inhoudhash=uitspraak.inhoudhash, vector=b""
        )
    assert Uitspraak.objects.count() == Inbedding.objects.count() == 2

    delete_vragenlijst(vragenlijst=lijst, wie=wie)
    while process_wijzigingen():
        pass
    assert list(Vragenlijst.objects.all()) == [blijft]
    assert [u.tekst for u in Uitspraak.objects.all()] == ["Een speeltuin"]
    assert Inbedding.objects.count() == 1
    assert Inzending.objects.count() == 1
    assert {antwoord.inzending.vragenlijst for antwoord in Antwoord.objects.all()} == {blijft}
    assert Vraag.objects.count() == Vraagstam.objects.count() == 5
    assert {keuze.vraag.vragenlijst for keuze in Keuze.objects.all()} == {blijft}
    assert not Inzendingconcept.objects.exists()
    assert not Bronwijziging.objects.exists()
    regel = Auditregel.objects.get(handeling="vragenlijst_verwijderd")
    assert regel.omschrijving == "Hoe is het in uw buurt?: 1 inzendingen, 4 antwoorden"


def test_a_deleted_questionnaire_takes_no_answers_and_its_code_opens_nothing(mensen, wie):
    lijst = maak_open(mensen.ronde, wie)
    close_vragenlijst(vragenlijst=lijst, wie=wie)
    lijst.refresh_from_db()
    with pytest.raises(VragenlijstGesloten):
        submit_inzending(vragenlijst=lijst, token=make_token(), antwoorden={}, mag_citeren=None)
    delete_vragenlijst(vragenlijst=lijst, wie=wie)
    assert find_adres(lijst.code or "") is None
