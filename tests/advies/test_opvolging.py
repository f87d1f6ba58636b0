"""The pages on which is entered what came of a letter."""

from datetime import timedelta

import pytest
from django.utils import timezone

from advies.domain.opvolgen import (
    add_toezegging,
    publish_advies,
    record_reactie,
    send_advies,
    update_toezegging,
    withdraw_opvolging,
)
from advies.domain.opvolglijst import find_te_volgen, list_brieven
from advies.domain.vaststellen import reopen_advies, settle_advies
from advies.models import Adviesconcept, Reactie, Toezegging
from advies.rondeblok import build_opvolging
from tests.advies.makers import maak_brief, maak_vastgesteld, plat, tel_vragen

pytestmark = pytest.mark.django_db
VANDAAG = timezone.localdate()
GISTEREN = VANDAAG - timedelta(days=1)
VORIGE_MAAND = VANDAAG - timedelta(days=30)


@pytest.fixture
def advies(cijfers):
    return maak_vastgesteld(cijfers)


@pytest.fixture
def punten(advies):
    return list(advies.adviespunten.order_by("volgorde"))


@pytest.fixture
def wie(cijfers):
    return cijfers.mensen.organisator.gebruiker


@pytest.fixture
def client_org(cijfers, inloggen):
    return inloggen(cijfers.mensen.organisator)


@pytest.fixture
def lijst(cijfers):
    return f"/advies/rondes/{cijfers.mensen.ronde.pk}/opvolging/"


def antwoord(punt, wie, standpunt="neemt_over", tekst="Wij doen het.", datum=VORIGE_MAAND, bron="2026/12"):
    return record_reactie(adviespunt=punt, wie=wie, standpunt=standpunt, tekst=tekst, datum=datum, bron=bron)


def invoer(**velden):
    leeg = {
        "standpunt": "",
        "tekst": "",
        "datum": "",
        "bron": "",
        "t-tekst": "",
        "t-door": "",
        "t-termijn": "",
    }
    return {**leeg, **velden}


def test_without_a_letter_the_page_says_where_to_begin(mensen, inloggen):
    pad = f"/advies/rondes/{mensen.ronde.pk}/opvolging/"
    tekst = plat(inloggen(mensen.organisator).get(pad))
    assert "Nog niets om te volgen" in tekst
    assert f"/advies/rondes/{mensen.ronde.pk}/" in tekst


def test_with_a_draft_the_page_says_to_settle_it(cijfers, client_org, lijst):
    concept = maak_brief(cijfers)
    tekst = plat(client_org.get(lijst))
    assert "De brief is nog een concept" in tekst
    assert f'href="/advies/{concept.pk}/"' in tekst


def test_a_settled_letter_asks_when_it_was_sent(advies, client_org, lijst):
    tekst = plat(client_org.get(lijst))
    assert "Is de brief verstuurd?" in tekst
    assert f'value="{(advies.datum + timedelta(weeks=6)).isoformat()}"' in tekst
    pad, prefix = f"/advies/{advies.pk}/versturen/", f"v-{advies.pk}"
    uit = client_org.post(
        pad, {f"{prefix}-datum": VORIGE_MAAND.isoformat(), f"{prefix}-termijn": GISTEREN.isoformat()}
    )
    assert uit.url == f"{lijst}#brief-{advies.pk}"
    advies.refresh_from_db()
    assert (advies.verstuurd_op, advies.reactietermijn) == (VORIGE_MAAND, GISTEREN)
    assert "reactie is te laat" in plat(client_org.get(lijst))
    client_org.post(f"/advies/{advies.pk}/niet-verstuurd/")
    advies.refresh_from_db()
    assert advies.verstuurd_op is None


@pytest.mark.parametrize(
    ("datum", "termijn", "fout"),
    [
        ("gisteren", "", "Vul een datum in die bestaat"),
        ("2099-01-01", "2099-02-01", "Deze dag moet nog komen"),
        ("2026-03-15", "2026-03-14", "Deze dag ligt vóór de dag van versturen."),
        ("0226-04-07", "2026-05-01", "Kijk het jaar na"),
    ],
)
def test_odd_days_are_refused_and_stay_on_the_page(advies, client_org, datum, termijn, fout):
    prefix = f"v-{advies.pk}"
    uit = client_org.post(
        f"/advies/{advies.pk}/versturen/", {f"{prefix}-datum": datum, f"{prefix}-termijn": termijn}
    )
    assert uit.status_code == 422
    assert fout in plat(uit)
    assert f'value="{datum}"' in plat(uit)
    assert Adviesconcept.objects.get(pk=advies.pk).verstuurd_op is None


def test_an_answer_letter_is_entered_point_by_point(advies, punten, client_org, lijst):
    eerste, tweede = (f"/advies/{advies.pk}/antwoord/{punt.pk}/" for punt in punten[:2])
    assert "Wat antwoordt de gemeente op punt 1 van 3?" in plat(client_org.get(eerste))
    uit = client_org.post(
        eerste,
        invoer(standpunt="deels", tekst="Wij onderzoeken.", datum=GISTEREN.isoformat(), bron="2026/9")
        | {"t-tekst": "Een gesprek", "t-door": "Wijkregisseur", "t-termijn": "", "daarna": "nog_een"},
    )
    assert uit.url == eerste
    tekst = plat(client_org.get(eerste))
    assert "De gemeente antwoordde nog een keer" in tekst
    assert "Nog een toezegging bij dit punt" in tekst
    uit = client_org.post(
        eerste, invoer(datum=GISTEREN.isoformat(), bron="2026/9", daarna="volgende") | {"t-tekst": "Een plan"}
    )
    assert uit.url == tweede
    tekst = plat(client_org.get(tweede))
    assert f'value="{GISTEREN.isoformat()}"' in tekst
    assert 'value="2026/9"' in tekst
    uit = client_org.post(tweede, invoer(datum=GISTEREN.isoformat(), bron="2026/9", daarna="klaar"))
    assert uit.url == f"{lijst}#punt-{punten[1].pk}"  # nothing was filled in, nothing was saved
    reactie = Reactie.objects.get()
    assert (reactie.adviespunt, reactie.standpunt, reactie.bron) == (punten[0], "deels", "2026/9")
    assert list(Toezegging.objects.values_list("tekst", "door")) == [
        ("Een gesprek", "Wijkregisseur"),
        ("Een plan", ""),
    ]


def test_the_last_point_leads_back_to_the_overview(advies, punten, client_org, lijst):
    laatste = f"/advies/{advies.pk}/antwoord/{punten[-1].pk}/"
    assert 'value="volgende"' not in plat(client_org.get(laatste))
    uit = client_org.post(laatste, invoer(daarna="volgende", standpunt="onderzoekt", datum=str(GISTEREN)))
    assert uit.url == f"{lijst}#punt-{punten[-1].pk}"
    assert Reactie.objects.get().standpunt == "onderzoekt"


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"tekst": "Mooi <b>advies</b>"}, "Kies wat de gemeente met dit punt doet."),
        ({"standpunt": "deels", "tekst": "Mooi <b>advies</b>"}, "Vul in van welke dag het antwoord is."),
        ({"standpunt": "vaag", "tekst": "Mooi <b>advies</b>"}, "Selecteer een geldige keuze."),
        ({"tekst": "Mooi <b>advies</b>", "t-door": "Welzijn"}, "Vul in wat er is toegezegd."),
        ({"tekst": "Mooi <b>advies</b>" * 900}, "10.000"),
        ({"tekst": "Mooi <b>advies</b>", "bron": "x" * 201}, "200"),
    ],
)
def test_what_is_refused_stays_on_the_page(velden, fout, advies, punten, client_org):
    uit = client_org.post(f"/advies/{advies.pk}/antwoord/{punten[0].pk}/", invoer(**velden))
    tekst = plat(uit)
    assert uit.status_code == 422
    assert fout in tekst.replace("10000", "10.000")
    for waarde in ("Mooi &lt;b&gt;advies&lt;/b&gt;", velden.get("t-door", "")):
        assert waarde in tekst
    assert (Reactie.objects.count(), Toezegging.objects.count()) == (0, 0)


def test_a_draft_takes_no_answer_and_a_strange_point_is_not_there(cijfers, advies, client_org):
    concept = maak_brief(cijfers)
    vreemd = concept.adviespunten.get(volgorde=1)
    assert client_org.get(f"/advies/{concept.pk}/antwoord/{vreemd.pk}/").status_code == 409
    assert client_org.get(f"/advies/{concept.pk}/publicatie/").status_code == 409
    assert client_org.get(f"/advies/{concept.pk}/publicatie/voorbeeld/").status_code == 409
    assert client_org.get(f"/advies/{advies.pk}/antwoord/{vreemd.pk}/").status_code == 404


def test_a_reaction_is_corrected(punten, wie, client_org, lijst):
    reactie = antwoord(punten[0], wie)
    pad = f"/advies/reacties/{reactie.pk}/"
    assert "Wij doen het.</textarea>" in plat(client_org.get(pad))
    uit = client_org.post(pad, invoer(standpunt="deels", tekst="Deels.", datum=""))
    assert uit.status_code == 422
    assert "Deels.</textarea>" in plat(uit)
    uit = client_org.post(pad, invoer(standpunt="deels", tekst="Deels.", datum=str(GISTEREN)))
    assert uit.url == f"{lijst}#punt-{punten[0].pk}"
    reactie.refresh_from_db()
    assert (reactie.standpunt, reactie.datum) == ("deels", GISTEREN)


def test_a_promise_is_corrected_and_its_stand_only_when_that_changes(punten, wie, client_org):
    rij = add_toezegging(adviespunt=punten[0], wie=wie, tekst="Een inloop", door="Welzijn")
    update_toezegging(toezegging=rij, wie=wie, status="bezig", toelichting="", stand_op=VORIGE_MAAND)
    pad, s = f"/advies/toezeggingen/{rij.pk}/", f"s-{rij.pk}"
    stand = {f"{s}-status": "bezig", f"{s}-toelichting": "", f"{s}-stand_op": str(VANDAAG)}
    assert client_org.post(pad, {"tekst": "", "door": "X", "termijn": ""} | stand).status_code == 422
    client_org.post(pad, {"tekst": "Twee inlopen", "door": "Welzijn", "termijn": str(VANDAAG)} | stand)
    rij.refresh_from_db()
    assert (rij.tekst, rij.termijn, rij.stand_op) == ("Twee inlopen", VANDAAG, VORIGE_MAAND)
    client_org.post(pad, {"tekst": "Twee inlopen", "door": "Welzijn"} | stand | {f"{s}-status": "gedaan"})
    rij.refresh_from_db()
    assert (rij.status, rij.stand_op) == ("gedaan", VANDAAG)


def test_the_stand_is_brought_up_to_date_from_the_overview(punten, wie, client_org, lijst):
    rij = add_toezegging(adviespunt=punten[0], wie=wie, tekst="Een inloop", termijn=GISTEREN)
    pad, s = f"/advies/toezeggingen/{rij.pk}/stand/", f"s-{rij.pk}"
    uit = client_org.post(
        pad, {f"{s}-status": "bezig", f"{s}-toelichting": "Er is een zaal.", f"{s}-stand_op": "2026-13-01"}
    )
    assert uit.status_code == 422
    assert "Er is een zaal.</textarea>" in plat(uit)
    assert '<details class="meer" open>' in plat(uit)
    uit = client_org.post(
        pad,
        {
            f"{s}-status": "gedaan",
            f"{s}-toelichting": "Open.",
            f"{s}-stand_op": str(GISTEREN),
            "keuze": "te_laat",
        },
    )
    assert uit.url == f"{lijst}?keuze=te_laat#punt-{punten[0].pk}"
    rij.refresh_from_db()
    assert (rij.status, rij.toelichting, rij.stand_op) == ("gedaan", "Open.", GISTEREN)


@pytest.mark.parametrize("soort", ["reacties", "toezeggingen"])
def test_what_was_taken_back_can_be_put_back(soort, punten, wie, client_org, lijst):
    reactie, toezegging = (
        antwoord(punten[0], wie),
        add_toezegging(adviespunt=punten[0], wie=wie, tekst="Iets"),
    )
    rij = reactie if soort == "reacties" else toezegging
    uit = client_org.post(f"/advies/{soort}/{rij.pk}/intrekken/")
    assert uit.url == f"{lijst}?ingetrokken={rij.pk}#punt-{punten[0].pk}"
    tekst = plat(client_org.get(uit.url))
    assert "is weggehaald." in tekst
    assert f"/advies/{soort}/{rij.pk}/terugzetten/" in tekst
    client_org.post(f"/advies/{soort}/{rij.pk}/terugzetten/")
    rij.refresh_from_db()
    assert rij.ingetrokken_op is None
    assert client_org.post(f"/advies/dingen/{rij.pk}/intrekken/").status_code == 404


def test_points_are_chosen_by_how_they_stand(advies, punten, wie, client_org, lijst):
    send_advies(advies=advies, wie=wie, datum=VORIGE_MAAND, termijn=GISTEREN)
    antwoord(punten[0], wie, standpunt="neemt_niet_over")
    add_toezegging(adviespunt=punten[1], wie=wie, tekst="Iets", termijn=GISTEREN)
    for keuze, nummers in {
        "alles": (1, 2, 3),
        "open": (3,),
        "te_laat": (2, 3),
        "loopt": (2,),
        "klaar": (1,),
        "onzin": (1, 2, 3),
    }.items():
        tekst = plat(client_org.get(f"{lijst}?keuze={keuze}"))
        assert [n for n in (1, 2, 3) if f'id="punt-{punten[n - 1].pk}"' in tekst] == list(nummers), keuze
    assert "2 van 3 punten beantwoord" in tekst
    assert "2 punten te laat" in tekst


def test_the_way_back_leads_to_the_statements(advies, punten, cijfers, client_org, lijst):
    tekst = plat(client_org.get(lijst))
    assert f"/inzicht/rondes/{cijfers.mensen.ronde.pk}/themas/ontmoeten/" in tekst
    assert "Dit noemden 15 van de 50 inzenders (30 %)." in tekst


def test_the_letter_leads_to_what_came_of_it(advies, punten, wie, client_org, lijst):
    assert "Wat ervan kwam" not in plat(client_org.get(f"/advies/{advies.pk}/"))
    antwoord(punten[0], wie)
    tekst = plat(client_org.get(f"/advies/{advies.pk}/"))
    assert f'href="{lijst}#punt-{punten[0].pk}"' in tekst
    assert "De gemeente neemt het over." in tekst
    assert "Verzending invullen" in tekst


def test_a_reader_sees_all_and_enters_nothing(advies, punten, wie, cijfers, inloggen, lijst):
    antwoord(punten[0], wie)
    rij = add_toezegging(adviespunt=punten[0], wie=wie, tekst="Een inloop")
    weg = add_toezegging(adviespunt=punten[0], wie=wie, tekst="Vergissing")
    withdraw_opvolging(rij=weg, wie=wie)
    client = inloggen(cijfers.mensen.lezer)
    tekst = plat(client.get(lijst))
    assert "Wij doen het." in tekst
    assert "Een inloop" in tekst
    assert "Vergissing" not in tekst
    for knop in ("data-bewaak", "intrekken", "versturen", "antwoord/"):
        assert knop not in tekst
    for pad in (
        f"toezeggingen/{rij.pk}/stand/",
        f"{advies.pk}/versturen/",
        f"{advies.pk}/publicatie/publiceren/",
    ):
        assert client.post(f"/advies/{pad}").status_code == 403
    assert Toezegging.objects.get(pk=rij.pk).status == "open"


@pytest.mark.parametrize("rol", ["elders", "notulist"])
def test_who_is_elsewhere_or_may_not_read_sees_nothing(rol, advies, punten, wie, mensen, inloggen, lijst):
    rij = antwoord(punten[0], wie)
    client = inloggen(getattr(mensen, rol))
    code = 404 if rol == "elders" else 403
    for pad in (lijst, f"/advies/{advies.pk}/publicatie/", f"/advies/{advies.pk}/publicatie/voorbeeld/"):
        assert client.get(pad).status_code == code
    assert client.post(f"/advies/reacties/{rij.pk}/intrekken/").status_code == code
    assert client.get(f"/advies/{advies.pk}/antwoord/{punten[0].pk}/").status_code == code


def test_a_version_that_was_replaced_unused_is_not_followed(advies, punten, cijfers, wie):
    ronde = cijfers.mensen.ronde
    nieuw = settle_advies(advies=reopen_advies(advies=advies, wie=wie), wie=wie)
    assert list(find_te_volgen(ronde)) == [nieuw]
    antwoord(punten[0], wie)
    assert list(find_te_volgen(ronde)) == [nieuw, advies]


def test_pages_ask_as_much_for_one_point_as_for_three(cijfers, wie, client_org, lijst):
    advies = maak_vastgesteld(cijfers)
    punten = list(advies.adviespunten.order_by("volgorde"))
    publish_advies(advies=advies, wie=wie, slug="onze-buurten")
    send_advies(advies=advies, wie=wie, datum=VORIGE_MAAND, termijn=GISTEREN)
    paden = [
        lijst,
        f"/advies/{advies.pk}/antwoord/{punten[0].pk}/",
        f"/advies/{advies.pk}/",
        f"/advies/{advies.pk}/publicatie/",
        "/terugkoppeling/onze-buurten/",
    ]
    antwoord(punten[0], wie)
    add_toezegging(adviespunt=punten[0], wie=wie, tekst="Eén")
    een = [tel_vragen(client_org, pad) for pad in paden]
    for punt in punten[:2]:  # one point stays open, so that the next step of the ronde is the same
        antwoord(punt, wie, tekst="Nog een antwoord")
        for tekst in ("Twee", "Drie", "Vier"):
            add_toezegging(adviespunt=punt, wie=wie, tekst=tekst)
    assert [tel_vragen(client_org, pad) for pad in paden] == een
    maak_vastgesteld(cijfers)
    maak_vastgesteld(cijfers)
    assert tel_vragen(client_org, lijst) == een[0]


def test_the_block_tells_how_it_stands_and_what_comes_next(cijfers, wie, inloggen, lijst):
    ronde, lid = cijfers.mensen.ronde, cijfers.mensen.organisator
    assert build_opvolging(ronde, cijfers.mensen.notulist) is None
    assert build_opvolging(ronde, lid).url == ""
    advies = maak_vastgesteld(cijfers, "groen")
    punten = list(advies.adviespunten.order_by("volgorde"))
    blok = build_opvolging(ronde, lid)
    assert blok.regels == ("De brief is vastgesteld. Vul in wanneer hij is verstuurd.",)
    assert (blok.actie, blok.url, blok.klaar) == ("Verzending invullen", f"{lijst}#brief-{advies.pk}", False)
    send_advies(advies=advies, wie=wie, datum=VORIGE_MAAND, termijn=GISTEREN)
    antwoord(punten[0], wie)
    blok = build_opvolging(ronde, lid)
    assert blok.regels == ("1 van 2 punten beantwoord.", "1 punt is te laat.")
    assert (blok.actie, blok.url) == ("Antwoord invoeren", f"/advies/{advies.pk}/antwoord/{punten[1].pk}/")
    assert build_opvolging(ronde, cijfers.mensen.lezer).actie == "Te late punten bekijken"
    rij = add_toezegging(adviespunt=punten[1], wie=wie, tekst="Iets", termijn=GISTEREN)
    assert build_opvolging(ronde, lid).actie == "Te late punten bekijken"
    update_toezegging(toezegging=rij, wie=wie, status="gedaan", toelichting="", stand_op=VANDAAG)
    blok = build_opvolging(ronde, lid)
    assert (blok.actie, blok.klaar, blok.bezig) == ("Pagina voor bewoners maken", True, True)
    publish_advies(advies=advies, wie=wie)
    blok = build_opvolging(ronde, lid)
    assert (blok.actie, blok.klaar, blok.bezig) == ("Opvolging bekijken", True, False)


def test_the_newest_letter_comes_first_and_points_keep_their_number(cijfers):
    oud, nieuw = maak_vastgesteld(cijfers), maak_vastgesteld(cijfers)
    brieven = list_brieven(cijfers.mensen.ronde, VANDAAG)
    assert [brief.advies for brief in brieven] == [nieuw, oud]
    assert [punt.nummer for punt in brieven[0].punten] == [1, 2, 3]
    assert [[n for n, _b in punt.bevindingen] for punt in brieven[0].punten] == [[1], [2], []]
