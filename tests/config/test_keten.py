"""The chain and the next step on every page of a ronde, for each role."""

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from config.keten import STAPPEN, build_keten, build_volgende_stap, find_recht
from organisaties.domain.fasen import FASEN, advance_ronde
from organisaties.enums import Fase, Recht, Rol
from tests.fabrieken import maak_antwoorden

TAG = Template("{% load grondvlak %}{% ronde_volgende_stap as stap %}{{ stap.naam }}|{{ stap.url }}")


def show(mensen, rol=Rol.ORGANISATOR, **context):
    verzoek = RequestFactory().get("/ergens/")
    alles = {"ronde": mensen.ronde, "lid": mensen.lid(rol), "request": verzoek, "onderdeel": "", **context}
    return TAG.render(Context(alles))


def test_the_chain_has_a_link_for_each_part_and_a_page_for_each_link():
    assert [stap.onderdeel for stap in STAPPEN] == list(FASEN)
    assert all(isinstance(find_recht(stap.adres), Recht) for stap in STAPPEN)


def test_the_chain_says_how_far_the_ronde_is(mensen):
    advance_ronde(ronde=mensen.ronde, wie=mensen.organisator.gebruiker, naar=Fase.CODEREN)
    mensen.ronde.refresh_from_db()
    keten = build_keten(mensen.ronde, "coderen", mensen.organisator)
    assert [stap["staat"] for stap in keten] == ["klaar", "klaar", "bezig", "straks", "straks", "straks"]
    assert [stap["actief"] for stap in keten] == [False, False, True, False, False, False]


@pytest.mark.parametrize("rol", list(Rol))
def test_every_link_that_is_offered_opens(mensen, inloggen, rol):
    client = inloggen(mensen.lid(rol))
    keten = build_keten(mensen.ronde, "", mensen.lid(rol))
    open_ = [stap for stap in keten if stap["url"]]
    assert open_
    assert [client.get(stap["url"]).status_code for stap in open_] == [200] * len(open_)


def test_a_note_taker_sees_the_meetings_only(mensen, inloggen):
    keten = build_keten(mensen.ronde, "", mensen.notulist)
    assert [str(stap["naam"]) for stap in keten if stap["url"]] == ["Bijeenkomsten"]
    tekst = inloggen(mensen.notulist).get(f"/rondes/{mensen.ronde.pk}/").content.decode()
    for titel in ("Ophalen", "Coderen", "Inzicht", "Advies", "Opvolging"):
        assert f">{titel}</h2>" not in tekst


def test_pages_offer_the_next_step_of_the_ronde(mensen):
    assert show(mensen) == f"Antwoorden ophalen|/peilingen/rondes/{mensen.ronde.pk}/"
    assert show(mensen, onderdeel="coderen") == show(mensen)


def test_pages_look_to_the_right_first(mensen):
    maak_antwoorden(mensen.ronde, ["De lift is kapot"])
    assert "|/codering/" in show(mensen, onderdeel="ophalen")


def test_a_page_of_the_work_at_hand_offers_nothing_more(mensen):
    assert show(mensen, onderdeel="ophalen") == "|"


def test_a_view_that_set_its_own_step_or_none_keeps_it(mensen, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert show(mensen, volgende_stap=None) == "|"
        assert show(mensen, volgende_stap={"naam": "Eigen", "url": "/x/"}) == "Eigen|/x/"


def test_pages_without_a_ronde_pay_nothing(mensen, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert show(mensen, ronde=None) == "|"
        assert show(mensen, ronde="alleen een naam") == "|"


def test_when_nothing_waits_an_organiser_is_led_to_the_ronde(mensen):
    advance_ronde(ronde=mensen.ronde, wie=mensen.organisator.gebruiker, naar=Fase.AFGEROND)
    mensen.ronde.refresh_from_db()
    assert show(mensen) == f"Naar de ronde|/rondes/{mensen.ronde.pk}/"
    assert show(mensen, rol=Rol.LEZER) == "|"


def test_the_page_that_is_next_does_not_point_at_itself(mensen):
    stap = build_volgende_stap(mensen.ronde, "", mensen.organisator, "/elders/")
    assert stap is not None
    assert build_volgende_stap(mensen.ronde, "", mensen.organisator, stap["url"]) is None


def test_the_next_step_asks_as_much_for_few_answers_as_for_many(mensen, django_assert_max_num_queries):
    for aantal in (1, 3):
        maak_antwoorden(mensen.ronde, ["De lift is kapot"] * aantal)
        with django_assert_max_num_queries(20):
            show(mensen)
