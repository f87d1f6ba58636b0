"""Phases: where a ronde stands, what is next, and a proposal when the phase lags behind. Nothing moves by itself."""

import pytest

from organisaties.blokken import ONDERDELEN, Rondeblok, build_blokken, find_volgende, register_rondeblok
from organisaties.domain.fasen import FASEN, UITLEG, VOLGORDE, advance_ronde, buurfasen, propose_fase
from organisaties.enums import Fase, Rol
from organisaties.models import Auditregel, Ronde
from organisaties.refusals import OngeldigeFase
from tests.fabrieken import maak_antwoorden, maak_ronde


def test_every_phase_is_explained_and_all_but_the_last_lead_on():
    assert list(UITLEG) == list(VOLGORDE)
    assert [fase for fase in VOLGORDE if not UITLEG[fase].verder] == [Fase.AFGEROND]


def test_every_phase_but_the_last_has_its_link_of_the_chain():
    assert {fase for fasen in FASEN.values() for fase in fasen} == set(VOLGORDE) - {Fase.AFGEROND}
    assert list(ONDERDELEN.values()) == list(FASEN)


def test_the_ends_have_one_neighbour():
    assert buurfasen(Fase.VOORBEREIDEN) == (None, Fase.OPHALEN)
    assert buurfasen(Fase.DUIDEN) == (Fase.CODEREN, Fase.ADVISEREN)
    assert buurfasen(Fase.AFGEROND) == (Fase.VOLGEN, None)


@pytest.mark.parametrize(
    ("fase", "klaar", "voorstel"),
    [
        (Fase.DUIDEN, ["ophalen", "coderen", "advies"], Fase.ADVISEREN),
        (Fase.VOORBEREIDEN, ["ophalen", "coderen"], Fase.CODEREN),
        (Fase.CODEREN, ["ophalen", "coderen", "inzicht"], None),
        (Fase.OPHALEN, ["inzicht"], None),
        (Fase.VOORBEREIDEN, [], None),
        (Fase.AFGEROND, ["advies", "opvolging"], None),
    ],
)
def test_what_is_done_proposes_a_phase(fase, klaar, voorstel):
    assert propose_fase(fase, klaar) == voorstel


def test_coding_during_the_evening_is_no_reason_to_leave_it():
    assert propose_fase(Fase.OPHALEN, ["ophalen", "coderen"], ["ophalen"]) is None
    assert propose_fase(Fase.OPHALEN, ["ophalen", "coderen", "advies"], ["ophalen"]) == Fase.ADVISEREN


def test_catching_up_goes_through_every_phase(mensen):
    ronde = advance_ronde(ronde=mensen.ronde, wie=mensen.organisator.gebruiker, naar=Fase.CODEREN)
    assert ronde.fase == Fase.CODEREN
    regels = (
        Auditregel.objects.van(mensen.organisatie).order_by("tijd").values_list("omschrijving", flat=True)
    )
    assert list(regels) == ["ophalen", "coderen"]


def test_catching_up_is_never_going_back(mensen):
    with pytest.raises(OngeldigeFase):
        advance_ronde(ronde=mensen.ronde, wie=mensen.organisator.gebruiker, naar=Fase.VOORBEREIDEN)
    assert Ronde.objects.get(pk=mensen.ronde.pk).fase == Fase.VOORBEREIDEN


def blok(onderdeel, *, klaar=False, bezig=False, url="/x/"):
    return Rondeblok(onderdeel, (), "Doen", url, klaar=klaar, bezig=bezig, onderdeel=onderdeel)


def choose(fase, *blokken):
    gekozen = find_volgende(fase, lambda delen: (b for b in blokken if b.onderdeel in delen))
    return gekozen.onderdeel if gekozen else None


def test_the_first_link_that_waits_is_next():
    assert choose(Fase.OPHALEN, blok("ophalen"), blok("coderen")) == "ophalen"
    assert choose(Fase.CODEREN, blok("ophalen", klaar=True), blok("coderen")) == "coderen"


def test_who_heard_residents_one_way_is_not_sent_after_another():
    assert (
        choose(Fase.OPHALEN, blok("ophalen", klaar=True), blok("bijeenkomsten"), blok("coderen")) == "coderen"
    )
    assert (
        choose(Fase.OPHALEN, blok("ophalen"), blok("bijeenkomsten", klaar=True), blok("coderen")) == "coderen"
    )


def test_what_is_under_way_comes_first():
    bezig = blok("bijeenkomsten", bezig=True)
    assert choose(Fase.OPHALEN, blok("ophalen", klaar=True), bezig, blok("coderen")) == "bijeenkomsten"


def test_work_that_goes_on_is_next_while_the_phase_is_there():
    open_lijst, nakijken = blok("ophalen", klaar=True, bezig=True), blok("coderen", klaar=True, bezig=True)
    rest = (blok("bijeenkomsten"), nakijken, blok("advies"))
    assert choose(Fase.VOORBEREIDEN, open_lijst, *rest) == "advies"
    assert choose(Fase.OPHALEN, open_lijst, *rest) == "ophalen"
    assert choose(Fase.CODEREN, open_lijst, *rest) == "coderen"
    assert choose(Fase.DUIDEN, open_lijst, *rest) == "advies"


def test_links_that_the_phase_left_behind_are_not_next():
    assert choose(Fase.ADVISEREN, blok("ophalen", klaar=True), blok("coderen"), blok("advies")) == "advies"
    assert (
        choose(Fase.VOLGEN, blok("ophalen"), blok("advies", klaar=True), blok("opvolging", klaar=True))
        is None
    )


def test_a_phase_that_runs_ahead_of_everything_leads_back():
    assert choose(Fase.CODEREN, blok("ophalen"), blok("coderen", url="")) == "ophalen"


def test_a_ronde_that_is_done_asks_for_nothing():
    assert choose(Fase.AFGEROND, blok("ophalen"), blok("opvolging")) is None


def test_no_more_blocks_are_made_than_it_takes():
    gemaakt = []

    def give(delen):
        for onderdeel in delen:
            gemaakt.append(onderdeel)
            yield blok(onderdeel)

    assert find_volgende(Fase.CODEREN, give).onderdeel == "coderen"
    assert gemaakt == ["coderen"]


def test_blocks_know_their_link(mensen):
    assert {b.onderdeel for b in build_blokken(mensen.ronde, mensen.beheerder)} <= set(FASEN)


def test_a_block_belongs_to_a_link():
    with pytest.raises(ValueError, match="hoort bij geen schakel"):
        register_rondeblok(5, lambda ronde, lid: None)


def test_the_page_says_where_the_ronde_stands_and_leads_on(mensen, inloggen):
    client = inloggen(mensen.organisator)
    adres = f"/rondes/{mensen.ronde.pk}/"
    tekst = client.get(adres).content.decode()
    assert "Fase 1 van 8: voorbereiden" in tekst
    assert "Beginnen met ophalen" in tekst
    tekst = client.post(f"{adres}fase/", {"naar": "ophalen"}, follow=True).content.decode()
    assert "Fase 2 van 8: ophalen" in tekst
    assert "Terug naar “voorbereiden”" in tekst


def test_the_page_proposes_to_catch_up_and_waits_for_a_person(mensen, inloggen):
    maak_antwoorden(mensen.ronde, ["De lift is kapot"])
    client = inloggen(mensen.organisator)
    adres = f"/rondes/{mensen.ronde.pk}/"
    assert "Ronde op “ophalen” zetten" in client.get(adres).content.decode()
    assert Ronde.objects.get(pk=mensen.ronde.pk).fase == Fase.VOORBEREIDEN
    antwoord = client.post(f"{adres}fase/", {"naar": "ophalen", "bijwerken": "1"}, follow=True)
    assert "De ronde staat nu op “ophalen”" in antwoord.content.decode()


def test_a_ronde_that_has_not_begun_offers_no_next_one(mensen, inloggen):
    client, adres = inloggen(mensen.organisator), f"/rondes/{mensen.ronde.pk}/"
    assert "Volgende ronde beginnen" not in client.get(adres).content.decode()
    maak_antwoorden(mensen.ronde, ["De lift is kapot"])
    assert "Volgende ronde beginnen" in client.get(adres).content.decode()


def test_at_the_end_the_next_ronde_is_the_way_on(mensen, inloggen):
    advance_ronde(ronde=mensen.ronde, wie=mensen.organisator.gebruiker, naar=Fase.AFGEROND)
    tekst = inloggen(mensen.organisator).get(f"/rondes/{mensen.ronde.pk}/").content.decode()
    assert "Fase 8 van 8: afgerond" in tekst
    assert tekst.count("Volgende ronde beginnen") == 1


@pytest.mark.parametrize("rol", list(Rol))
def test_everyone_sees_the_phase_and_organisers_move_it(mensen, inloggen, rol):
    client = inloggen(mensen.lid(rol))
    tekst = client.get(f"/rondes/{mensen.ronde.pk}/").content.decode()
    assert "Fase 1 van 8" in tekst
    mag = rol in (Rol.BEHEERDER, Rol.ORGANISATOR)
    assert ("Beginnen met ophalen" in tekst) is mag
    antwoord = client.post(f"/rondes/{mensen.ronde.pk}/fase/", {"naar": "ophalen"})
    assert antwoord.status_code == (302 if mag else 403)


@pytest.mark.parametrize("naar", ["", "onzin", "volgen"])
def test_a_phase_that_cannot_be_is_refused(mensen, inloggen, naar):
    antwoord = inloggen(mensen.organisator).post(f"/rondes/{mensen.ronde.pk}/fase/", {"naar": naar})
    assert antwoord.status_code == 409


def test_the_list_asks_as_much_for_one_ronde_as_for_three(mensen, inloggen, django_assert_num_queries):
    client = inloggen(mensen.organisator)
    client.get("/rondes/")
    with django_assert_num_queries(5):
        client.get("/rondes/")
    for nummer in (2, 3):
        maak_ronde(mensen.organisatie, f"Ronde {nummer}")
    with django_assert_num_queries(5):
        client.get("/rondes/")


def test_who_has_no_ronde_yet_learns_the_first_step(mensen, inloggen):
    mensen.ronde.delete()
    tekst = inloggen(mensen.organisator).get("/rondes/").content.decode()
    assert "Nog geen rondes" in tekst
    assert "Bijvoorbeeld" in tekst
    assert tekst.count('href="/rondes/nieuw/"') == 1
    assert 'href="/rondes/nieuw/"' not in inloggen(mensen.lezer).get("/rondes/").content.decode()
