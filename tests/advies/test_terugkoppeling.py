"""The public page "Wat is ermee gedaan?", and above all what never stands on it."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from advies.domain.brief import Bevindingtekst, Brief
from advies.domain.nakijken import find_kleine_aantallen
from advies.domain.opvolgen import (
    add_toezegging,
    change_reactie,
    publish_advies,
    record_reactie,
    send_advies,
    unpublish_advies,
    update_toezegging,
    withdraw_opvolging,
)
from advies.domain.terugkoppeling import build_terugkoppeling, find_openbaar
from advies.domain.vaststellen import reopen_advies
from advies.models import Adviesconcept, Bevinding
from codering.domain.citaten import withdraw_citaat
from codering.models import Citaat
from organisaties.domain.bewaren import delete_verlopen
from organisaties.models import Organisatie, Ronde
from peilingen.enums import Herkomst, Vragenlijststatus, Werving
from peilingen.models import Vragenlijst
from tests.advies.makers import maak_brief, maak_citaat, maak_vastgesteld, plat
from tests.fabrieken import maak_organisatie, maak_ronde
from tests.vormgeving.pagina import Pagina

pytestmark = pytest.mark.django_db
PAD = "/terugkoppeling/onze-buurten/"
DAG = date(2026, 4, 7)
CITAAT = "In de zaal 0 is geen koffie"


@pytest.fixture
def wie(cijfers):
    return cijfers.mensen.organisator.gebruiker


def openbaar(cijfers, *codes, blijvend=None) -> Adviesconcept:
    wie = cijfers.mensen.organisator.gebruiker
    advies = maak_vastgesteld(cijfers, *codes, blijvend=blijvend)
    return publish_advies(advies=advies, wie=wie, slug="onze-buurten")


def punten(advies):
    return list(advies.adviespunten.order_by("volgorde"))


def lees(pad=PAD):
    """What a stranger reads; no cookie comes along."""
    antwoord = Client().get(pad)
    assert antwoord.status_code == 200
    assert not antwoord.cookies
    return plat(antwoord)


def test_a_resident_reads_what_was_heard_asked_answered_and_promised(cijfers, wie):
    Ronde.objects.update(vraagstelling="Wat heeft u nodig om prettig te wonen?")
    Organisatie.objects.filter(pk=cijfers.mensen.organisatie.pk).update(contact="vragen@raad.test")
    cijfers.mensen.ronde.refresh_from_db()
    cijfers.mensen.organisatie.refresh_from_db()
    advies = openbaar(cijfers, blijvend=True)
    send_advies(advies=advies, wie=wie, datum=DAG, termijn=date(2026, 5, 19))
    eerste, tweede, _derde = punten(advies)
    record_reactie(
        adviespunt=eerste, wie=wie, standpunt="onderzoekt", tekst="Later meer.", datum=date(2026, 5, 1)
    )
    record_reactie(
        adviespunt=eerste,
        wie=wie,
        standpunt="neemt_over",
        tekst="Het college <b>doet</b> dit.",
        datum=date(2026, 6, 1),
        bron="Brief 2026/77",
    )
    rij = add_toezegging(
        adviespunt=eerste, wie=wie, tekst="Een inloop", door="afdeling Welzijn", termijn=date(2026, 9, 1)
    )
    update_toezegging(
        toezegging=rij, wie=wie, status="gedaan", toelichting="Open sinds juli.", stand_op=date(2026, 7, 1)
    )
    record_reactie(adviespunt=tweede, wie=wie, standpunt="neemt_niet_over", tekst="", datum=date(2026, 6, 1))
    woorden = Pagina.read(Client().get(PAD).content.decode()).boom.text_content()
    tekst = " ".join(woorden.replace("\u00a0", " ").split())
    for zin in (
        "Wat is ermee gedaan?",
        "Advies over onze buurten",
        "Adviesraad Test vroeg bewoners wat er speelt.",
        "Wat heeft u nodig om prettig te wonen?",
        "Wij hoorden 50 inzenders.",
        "Op 7 april 2026 stuurden wij een brief met advies naar: College van Delft.",
        "De gemeente heeft op 2 van de 3 punten geantwoord.",
        "Dit noemden 15 van de 50 inzenders (30 %).",
        f"‘{CITAAT}’",
        "een bewoner van Poptahof",
        "De gemeente neemt het over.",
        "Het college <b>doet</b> dit.",
        "1 juni 2026, Brief 2026/77",
        "Later meer.",
        "Gedaan (stand op 1 juli 2026)",
        "Open sinds juli.",
        "Klaar op 1 september 2026.",
        "Gebeurt niet",
        "Reactie is te laat",
        "Wij vroegen haar vóór 19 mei 2026 te antwoorden.",
        "vragen@raad.test",
        f"Voor het laatst veranderd op {timezone.localdate().day} ",
    ):
        assert zin in tekst, zin


def test_the_page_is_one_for_residents(cijfers):
    openbaar(cijfers, blijvend=True)
    pagina = Pagina.read(Client().get(PAD).content.decode())
    assert len(pagina.boom.xpath("//h1")) == 1
    assert pagina.boom.xpath("//script | //form | //img | //input") == []
    assert len(pagina.boom.xpath("//link[@rel='stylesheet']")) == 1
    assert pagina.list_verwijzingen() - set(pagina.ids) == set()
    assert all(icoon.getnext() is not None for icoon in pagina.boom.xpath("//p[@class='stand']/svg"))


@pytest.mark.parametrize("pad", ["/terugkoppeling/bestaat-niet/", PAD])
def test_what_is_not_public_is_not_there_in_plain_words(pad, cijfers, wie):
    advies = openbaar(cijfers)
    unpublish_advies(advies=advies, wie=wie)
    antwoord = Client().get(pad)
    assert antwoord.status_code == 404
    assert "Op dit adres staat geen verslag, of het is van het web gehaald." in plat(antwoord)
    assert "Advies over onze buurten" not in plat(antwoord)


def test_a_draft_is_never_shown_whatever_its_row_says(cijfers):
    concept = maak_brief(cijfers)
    Adviesconcept.objects.filter(pk=concept.pk).update(slug="onze-buurten", gepubliceerd_op=timezone.now())
    assert Client().get(PAD).status_code == 404
    concept.refresh_from_db()
    assert build_terugkoppeling(concept, DAG) is None


def test_nothing_of_a_draft_comes_along(cijfers, wie):
    advies = openbaar(cijfers)
    voor = lees()
    nieuw = reopen_advies(advies=advies, wie=wie)
    Bevinding.objects.filter(advies=nieuw).update(kop="Geheim concept", cijferzin="Dit noemden 2 van de 50.")
    nieuw.adviespunten.update(tekst="Geheim punt")
    maak_citaat(cijfers, 24, blijvend=True)
    assert lees() == voor
    assert "Geheim" not in voor


def test_the_page_shows_the_words_that_were_settled_not_the_rows(cijfers):
    advies = openbaar(cijfers)
    voor = lees()
    advies.bevindingen.update(kop="Anders", tekst="Anders", cijferzin="Dit noemden 3 van de 50 inzenders.")
    advies.adviespunten.update(tekst="Anders")
    Adviesconcept.objects.filter(pk=advies.pk).update(betreft="Anders", geadresseerde="Anders")
    Ronde.objects.update(naam="Interne naam", vraagstelling="Een vraag die niet in de brief staat")
    assert lees() == voor


def test_small_counts_are_not_told(cijfers):
    openbaar(cijfers, "veilig")
    tekst = lees()
    assert "Dit noemden minder dan 5 van de 50 inzenders." in tekst
    assert "2 van de 50" not in tekst
    assert "(4 %)" not in tekst


def test_quotes_stand_there_only_when_they_were_released_to_stay(cijfers):
    advies = openbaar(cijfers, blijvend=False)
    assert CITAAT not in lees()
    assert "een bewoner van" not in lees()
    assert advies.bevindingen.get(volgorde=1).gedrukt_citaat == CITAAT  # the letter has it


def test_a_quote_that_was_withdrawn_leaves_the_page_at_once(cijfers, wie):
    openbaar(cijfers, blijvend=True)
    assert CITAAT in lees()
    withdraw_citaat(citaat=Citaat.objects.get(), wie=wie)
    assert CITAAT not in lees()


def test_no_words_of_residents_but_released_ones(cijfers):
    openbaar(cijfers, blijvend=True)
    tekst = lees()
    assert not [u.tekst for u in cijfers.uitspraken[1:] if u.tekst in tekst]


def test_when_the_sources_are_gone_the_page_says_so_and_keeps_the_frozen_figures(cijfers):
    openbaar(cijfers, blijvend=True)
    delete_verlopen(organisatie=cijfers.mensen.organisatie, nu=timezone.now() + timedelta(days=5000))
    tekst = lees()
    assert "De antwoorden van bewoners zelf zijn intussen verwijderd." in tekst
    assert "Dit noemden 15 van de 50 inzenders (30 %)." in tekst
    assert CITAAT in tekst


def test_what_was_taken_back_and_who_entered_it_stay_inside(cijfers, wie):
    advies = openbaar(cijfers)
    wie.naam = "Annelies Invoerder"
    wie.save()
    eerste = punten(advies)[0]
    fout = record_reactie(adviespunt=eerste, wie=wie, standpunt="deels", tekst="Vergissing", datum=DAG)
    withdraw_opvolging(rij=fout, wie=wie)
    goed = record_reactie(adviespunt=eerste, wie=wie, standpunt="deels", tekst="Kladtekst", datum=DAG)
    change_reactie(reactie=goed, wie=wie, standpunt="deels", tekst="Zo is het.", datum=DAG)
    weg = add_toezegging(adviespunt=eerste, wie=wie, tekst="Nooit beloofd")
    withdraw_opvolging(rij=weg, wie=wie)
    tekst = lees()
    assert "Zo is het." in tekst
    for woord in ("Vergissing", "Kladtekst", "Nooit beloofd", "Annelies", wie.email):
        assert woord not in tekst


def test_the_page_holds_no_keys_of_rows(cijfers, wie):
    advies = openbaar(cijfers, blijvend=True)
    record_reactie(adviespunt=punten(advies)[0], wie=wie, standpunt="deels", tekst="Ja", datum=DAG)
    tekst = lees()
    rijen = [advies, advies.ronde, *advies.bevindingen.all(), *punten(advies), *cijfers.uitspraken]
    assert not [rij for rij in rijen if str(rij.pk) in tekst]


def test_another_organisations_page_is_its_own(cijfers):
    openbaar(cijfers)
    Organisatie.objects.exclude(pk=cijfers.mensen.organisatie.pk).update(contact="elders@raad.test")
    assert "elders@raad.test" not in lees()
    assert find_openbaar("onze-buurten").organisatie == "Adviesraad Test"


def maak_vragenlijst(ronde, **velden):
    alles = {
        "titel": "Opnieuw",
        "status": Vragenlijststatus.OPEN,
        "werving": Werving.OPEN,
        "herkomst": Herkomst.EIGEN,
        "code": "nieuw2027",
        "geopend_op": timezone.now(),
    }
    return Vragenlijst.objects.create(ronde=ronde, **(alles | velden))


def test_who_wants_to_answer_again_finds_the_next_questionnaire(cijfers):
    advies = openbaar(cijfers)
    volgende = maak_ronde(cijfers.mensen.organisatie, "Najaar 2026")
    volgende.vorige = advies.ronde
    volgende.save()
    lijst = maak_vragenlijst(volgende)
    assert 'href="/v/nieuw2027/"' in lees()
    for velden in (
        {"status": Vragenlijststatus.GESLOTEN},
        {"status": Vragenlijststatus.CONCEPT},
        {"status": Vragenlijststatus.OPEN, "werving": Werving.STEEKPROEF},
        {"werving": Werving.BIJEENKOMST},
        {"werving": Werving.OPEN, "herkomst": Herkomst.BESTAND},
    ):
        Vragenlijst.objects.filter(pk=lijst.pk).update(**velden)
        assert "nieuw2027" not in lees(), velden


def test_a_ronde_of_others_is_not_the_next(cijfers):
    advies = openbaar(cijfers)
    vreemd = maak_ronde(maak_organisatie("Vreemd"))
    Ronde.objects.filter(pk=vreemd.pk).update(vorige=advies.ronde)
    maak_vragenlijst(vreemd)
    assert "nieuw2027" not in lees()


def test_the_period_comes_from_what_was_open_before_the_figures(cijfers):
    ronde = cijfers.mensen.ronde
    begin = timezone.now() - timedelta(days=400)
    maak_vragenlijst(ronde, code="oud2026a", geopend_op=begin, gesloten_op=begin + timedelta(days=3))
    advies = openbaar(cijfers)
    verslag = build_terugkoppeling(advies, DAG)
    assert verslag.periode.van == timezone.localdate(begin)
    maak_vragenlijst(ronde, code="later27a", geopend_op=timezone.now() + timedelta(days=400))
    assert build_terugkoppeling(advies, DAG).periode == verslag.periode


def test_a_member_looks_first_and_strangers_do_not(cijfers, inloggen):
    advies = maak_vastgesteld(cijfers)
    pad = f"/advies/{advies.pk}/publicatie/voorbeeld/"
    assert Client().get(pad).status_code == 302
    tekst = plat(inloggen(cijfers.mensen.lezer).get(pad))
    assert "Dit is een voorbeeld." in tekst
    assert "Dit noemden 15 van de 50 inzenders (30 %)." in tekst
    assert f"/advies/{advies.pk}/publicatie/" in tekst


def test_publishing_gives_an_address_and_a_code_and_can_be_undone(cijfers, inloggen):
    advies = maak_vastgesteld(cijfers)
    client = inloggen(cijfers.mensen.organisator)
    pagina = f"/advies/{advies.pk}/publicatie/"
    assert 'value="advies-over-onze-buurten"' in plat(client.get(pagina))
    assert client.post(f"{pagina}publiceren/", {"slug": "Onze buurten"}).url == pagina
    tekst = plat(client.get(pagina))
    assert f'value="http://testserver{PAD}"' in tekst
    assert "<svg" in tekst and 'class="qr"' in tekst  # noqa: PT018
    assert lees()
    qr = client.get(f"{pagina}qr.svg")
    assert (qr["Content-Type"], qr.content[:5]) == ("image/svg+xml", b"<?xml")
    client.post(f"{pagina}stoppen/")
    assert Client().get(PAD).status_code == 404
    assert "nog niet openbaar" in plat(client.get(pagina))


@pytest.mark.parametrize(
    ("slug", "fout"),
    [
        ("", "Dit veld is verplicht."),
        ("???", "Een webadres bestaat uit letters, cijfers en streepjes."),
        ("al-bezet", "Dit webadres is al van een andere pagina."),
        ("x" * 61, "60"),
    ],
)
def test_a_wrong_address_is_refused_and_stays(slug, fout, cijfers, wie, inloggen):
    publish_advies(advies=maak_vastgesteld(cijfers), wie=wie, slug="al-bezet")
    advies = maak_vastgesteld(cijfers)
    antwoord = inloggen(cijfers.mensen.organisator).post(
        f"/advies/{advies.pk}/publicatie/publiceren/", {"slug": slug}
    )
    assert antwoord.status_code == 422
    assert fout in plat(antwoord)
    assert f'value="{slug}"' in plat(antwoord) or not slug
    advies.refresh_from_db()
    assert advies.gepubliceerd_op is None


def test_who_publishes_is_told_of_small_counts_and_of_quotes_that_stay_behind(cijfers, wie, inloggen):
    advies = maak_vastgesteld(cijfers, blijvend=False)
    client = inloggen(cijfers.mensen.organisator)
    tekst = plat(client.get(f"/advies/{advies.pk}/publicatie/"))
    assert "1 citaat uit de brief staat niet op de pagina" in tekst
    assert "klein aantal" not in tekst
    Organisatie.objects.filter(pk=cijfers.mensen.organisatie.pk).update(drempel=20)
    tekst = plat(client.get(f"/advies/{advies.pk}/publicatie/"))
    assert "Bij bevinding 1 staat een klein aantal." in tekst
    assert "“Dit noemden 15 van de 50 inzenders (30 %).”" in tekst


@pytest.mark.parametrize(
    ("zin", "klein"),
    [
        ("Dit noemden 15 van de 50 inzenders (30 %).", False),
        ("Dit noemden minder dan 5 van de 50 inzenders.", False),
        ("Dit noemden 3 van de 50 inzenders.", True),
        ("Drie van de vijftig inzenders noemden dit.", True),
        ("Eén van de flats heeft een lift.", True),
        ("Een bewoner van de flat belde.", False),
        ("Op 3-4-2026 noemden 12 van de 50 dit.", False),
        ("Dit noemde 4 % van de 1.200 inzenders.", False),
        ("In 2026 noemden 1.204 mensen dit.", False),
    ],
)
def test_small_counts_in_sentences_are_found(zin, klein):
    brief = Brief(afzender="x", betreft="y", bevindingen=(Bevindingtekst("Kop", "Goed.", zin),))
    assert [deel.zin for deel in find_kleine_aantallen(brief, 5)] == ([zin] if klein else [])


def test_the_page_asks_little_of_the_database(cijfers):
    openbaar(cijfers, blijvend=True)
    with CaptureQueriesContext(connection) as vragen:
        lees()
    assert len(vragen) <= 20


@pytest.mark.parametrize(("taal", "kop"), [("en", "What was done with it?"), ("tr", "Bununla ne yapıldı?")])
def test_around_the_words_of_others_nothing_dutch_is_left_in_another_language(taal, kop, cijfers, wie):
    advies = openbaar(cijfers, blijvend=True)
    send_advies(advies=advies, wie=wie, datum=DAG, termijn=date(2026, 5, 19))
    eerste, tweede, _derde = punten(advies)
    record_reactie(
        adviespunt=eerste, wie=wie, standpunt="deels", tekst="Een deel.", datum=DAG, bron="Brief 3"
    )
    rij = add_toezegging(adviespunt=eerste, wie=wie, tekst="Iets", door="de wijk", termijn=date(2026, 9, 1))
    update_toezegging(toezegging=rij, wie=wie, status="bezig", toelichting="Het komt.", stand_op=DAG)
    record_reactie(adviespunt=tweede, wie=wie, standpunt="neemt_niet_over", tekst="", datum=DAG)
    boom = Pagina.read(Client().get(f"{PAD}?taal={taal}").content.decode()).boom
    assert (boom.get("lang"), boom.xpath("string(//h1)")) == (taal, kop)
    for deel in boom.xpath("//main//*[@lang='nl']"):
        deel.drop_tree()
    woorden = set(" ".join(boom.xpath("//main//text()")).lower().split())
    assert not woorden & {"de", "het", "een", "wij", "gemeente", "punt", "naar", "niet", "bewoners", "stand"}
