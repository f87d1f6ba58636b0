import json
from html.parser import HTMLParser

import pytest

from advies.domain.onderdelen import add_bevinding, choose_citaat, remove_onderdeel
from advies.domain.vaststellen import settle_advies
from advies.models import Adviesconcept, Bevinding
from codering.models import Citaat
from tests.advies.makers import maak_brief, maak_citaat, tel_vragen, verplaats_uitspraak
from tests.codering.makers import maak_uitspraken

pytestmark = pytest.mark.django_db
STIL = {"X-Grondvlak-Bewaar": "1"}


class Formulierlezer(HTMLParser):
    """Reads what a browser would send of the letter's form."""

    def __init__(self):
        super().__init__()
        self.velden, self._gebied, self._keuze = {}, None, None

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if "name" not in a and tag != "option":
            return
        if tag == "textarea":
            self._gebied, self.velden[a["name"]] = a["name"], ""
        elif tag == "select":
            self._keuze = a["name"]
        elif tag == "option" and "selected" in a:
            self.velden[self._keuze] = a["value"]
        elif tag == "input" and a.get("type") in {"checkbox", "radio"}:
            if "checked" in a:
                self.velden.setdefault(a["name"], []).append(a["value"])
        elif tag == "input":
            self.velden[a["name"]] = a.get("value", "")

    def handle_data(self, data):
        if self._gebied:
            self.velden[self._gebied] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.velden[self._gebied] = self.velden[self._gebied].removeprefix("\n")
            self._gebied = None


def open_brief(client, advies):
    antwoord = client.get(f"/advies/{advies.pk}/")
    assert antwoord.status_code == 200
    return lees_velden(antwoord)


def lees_velden(antwoord):
    lezer = Formulierlezer()
    lezer.feed(antwoord.content.decode())
    return lezer.velden


def lees(antwoord):
    return " ".join(antwoord.content.decode().replace("\u00a0", " ").split())


@pytest.fixture
def advies(cijfers):
    return maak_brief(cijfers)


@pytest.fixture
def client_org(cijfers, inloggen):
    return inloggen(cijfers.mensen.organisator)


def adres(advies, rest=""):
    return f"/advies/{advies.pk}/{rest}"


def test_without_letters_the_list_offers_to_begin(cijfers, client_org):
    tekst = lees(client_org.get(f"/advies/rondes/{cijfers.mensen.ronde.pk}/"))
    assert "Nog geen brief" in tekst
    assert f"/advies/rondes/{cijfers.mensen.ronde.pk}/nieuw/" in tekst


def test_without_figures_there_is_nothing_to_write_on(mensen, inloggen):
    client = inloggen(mensen.organisator)
    assert f"{mensen.ronde.pk}/nieuw/" not in lees(client.get(f"/advies/rondes/{mensen.ronde.pk}/"))
    assert "Er zijn nog geen cijfers" in lees(client.get(f"/advies/rondes/{mensen.ronde.pk}/nieuw/"))


def test_a_reader_sees_letters_and_begins_none(advies, cijfers, inloggen):
    tekst = lees(inloggen(cijfers.mensen.lezer).get(f"/advies/rondes/{cijfers.mensen.ronde.pk}/"))
    assert "Advies over onze buurten" in tekst
    assert "Brief beginnen" not in tekst


def test_the_list_asks_as_much_for_one_letter_as_for_three(advies, cijfers, inloggen):
    client = inloggen(cijfers.mensen.lezer)
    lijst = f"/advies/rondes/{cijfers.mensen.ronde.pk}/"
    een = tel_vragen(client, lijst)
    maak_brief(cijfers)
    maak_brief(cijfers)
    assert tel_vragen(client, lijst) == een


def test_the_largest_themes_are_chosen_beforehand(cijfers, client_org):
    nieuw = f"/advies/rondes/{cijfers.mensen.ronde.pk}/nieuw/"
    tekst = lees(client_org.get(nieuw))
    assert "Dit noemden 15 van de 50 inzenders (30 %)." in tekst
    assert lees_velden(client_org.get(nieuw))["themas"] == ["ontmoeten", "groen", "veilig"]
    antwoord = client_org.post(
        nieuw, {"themas": ["groen"], "soort": "ongevraagd", "betreft": "Bomen", "geadresseerde": "De raad"}
    )
    advies = Adviesconcept.objects.get()
    assert antwoord.url == adres(advies)
    assert (advies.betreft, advies.bevindingen.get().kop) == ("Bomen", "Groen")


def test_a_letter_without_theme_is_refused_and_keeps_what_was_typed(cijfers, client_org):
    nieuw = f"/advies/rondes/{cijfers.mensen.ronde.pk}/nieuw/"
    antwoord = client_org.post(nieuw, {"soort": "gevraagd", "betreft": "Bomen", "geadresseerde": "De raad"})
    assert antwoord.status_code == 422
    assert "Kies minstens één thema." in lees(antwoord)
    assert "De raad</textarea>" in antwoord.content.decode()


def test_the_address_of_the_letter_before_is_offered(advies, cijfers, client_org):
    tekst = client_org.get(f"/advies/rondes/{cijfers.mensen.ronde.pk}/nieuw/").content.decode()
    assert "College van Delft" in tekst


def test_the_letter_is_written_on_its_own_page(advies, client_org):
    velden = open_brief(client_org, advies)
    bevinding = advies.bevindingen.first()
    velden[f"b-{bevinding.pk}-kop"] = "Er is geen plek\nom binnen te lopen"
    velden["aanhef"] = "Beste raad,"
    antwoord = client_org.post(adres(advies, "bewaren/"), velden)
    assert antwoord.url == adres(advies)
    advies.refresh_from_db()
    assert advies.aanhef == "Beste raad,"
    assert advies.bevindingen.first().kop == "Er is geen plek om binnen te lopen"
    assert client_org.get(adres(advies, "bewaren/")).url == adres(advies)


def test_saving_the_page_as_it_is_changes_nothing(advies, client_org):
    voor = list(Bevinding.objects.values()), Adviesconcept.objects.values().get(pk=advies.pk)
    client_org.post(adres(advies, "bewaren/"), open_brief(client_org, advies))
    assert (list(Bevinding.objects.values()), Adviesconcept.objects.values().get(pk=advies.pk)) == voor


def test_pauses_save_too_and_one_page_never_clashes_with_itself(advies, client_org):
    velden = open_brief(client_org, advies)
    for slot in ("Eerst", "Dan", velden["slot"], "Ten slotte"):
        antwoord = client_org.post(adres(advies, "bewaren/"), velden | {"slot": slot}, headers=STIL)
        assert antwoord.status_code == 204
        advies.refresh_from_db()
        assert advies.slot == slot.strip()


def test_two_windows_that_change_the_same_text_are_shown_both(advies, client_org):
    een, twee = open_brief(client_org, advies), open_brief(client_org, advies)
    client_org.post(adres(advies, "bewaren/"), een | {"slot": "Van een", "aanhef": "Beste raad,"})
    stil = client_org.post(adres(advies, "bewaren/"), twee | {"slot": "Van twee"}, headers=STIL)
    assert stil.status_code == 409
    antwoord = client_org.post(adres(advies, "bewaren/"), twee | {"slot": "Van twee", "plaats": "Den Hoorn"})
    assert antwoord.status_code == 409
    tekst = lees(antwoord)
    assert "In een ander venster staat nu:" in tekst
    assert '<a href="#id_slot">Wat wij van u vragen</a>' in tekst
    assert "Van een" in tekst
    assert "Van twee</textarea>" in tekst
    advies.refresh_from_db()
    assert (advies.slot, advies.aanhef, advies.plaats) == ("Van een", "Beste raad,", "Den Hoorn")
    velden = lees_velden(antwoord)
    assert client_org.post(adres(advies, "bewaren/"), velden | {"slot": "Samen"}).status_code == 302
    advies.refresh_from_db()
    assert advies.slot == "Samen"


def test_a_text_that_cannot_be_saved_is_given_back_whole(advies, client_org):
    velden = open_brief(client_org, advies) | {
        "betreft": "x" * 201,
        "slot": "Wat ik net typte",
        "datum": "31-31-2026",
    }
    antwoord = client_org.post(adres(advies, "bewaren/"), velden)
    assert antwoord.status_code == 422
    tekst = lees(antwoord)
    assert "x" * 201 in tekst
    assert "Wat ik net typte</textarea>" in tekst
    assert "Vul een datum in die bestaat" in tekst
    assert client_org.post(adres(advies, "bewaren/"), velden, headers=STIL).status_code == 422
    advies.refresh_from_db()
    assert advies.slot != "Wat ik net typte"


def test_typed_in_a_letter_that_was_settled_meanwhile_is_given_back(advies, cijfers, client_org):
    velden = open_brief(client_org, advies) | {"slot": "Dit was nog niet klaar"}
    settle_advies(advies=advies, wie=cijfers.mensen.beheerder.gebruiker)
    antwoord = client_org.post(adres(advies, "bewaren/"), velden)
    assert antwoord.status_code == 409
    assert "Dit was nog niet klaar" in lees(antwoord)


def test_nonsense_as_start_of_a_page_overwrites_nothing(advies, client_org):
    for basis in ("", "geen json", "[1]"):
        velden = open_brief(client_org, advies) | {"basis": basis, "slot": "Mijn slot"}
        assert client_org.post(adres(advies, "bewaren/"), velden, headers=STIL).status_code == 409
    advies.refresh_from_db()
    assert advies.slot != "Mijn slot"


@pytest.mark.parametrize(
    ("rest", "extra"),
    [
        ("bevindingen/toevoegen/", {"nieuw-kop": "Nieuw"}),
        ("adviespunten/toevoegen/", {"nieuw-advies": "Doe iets"}),
        ("bevindingen/{b}/verplaatsen/", {"naar": "omlaag"}),
        ("bevindingen/{b}/weghalen/", {}),
        ("adviespunten/{p}/weghalen/", {}),
        ("citaat/{b}/", {}),
        ("citaat/{b}/gebruiken/", {"citaat": ""}),
        ("cijfers/", {}),
        ("cijfers/{b}/", {"zin": "nieuw"}),
        ("vaststellen/", {}),
    ],
)
def test_no_button_loses_what_was_typed(rest, extra, advies, client_org):
    velden = open_brief(client_org, advies) | {"slot": "Net getypt"} | extra
    pad = rest.format(b=advies.bevindingen.first().pk, p=advies.adviespunten.first().pk)
    assert client_org.post(adres(advies, pad), velden).status_code == 302
    advies.refresh_from_db()
    assert advies.slot == "Net getypt"


@pytest.mark.parametrize(
    "rest", ["bevindingen/toevoegen/", "bevindingen/{b}/weghalen/", "cijfers/", "vaststellen/", "citaat/{b}/"]
)
def test_a_button_waits_for_what_must_be_settled_first(rest, advies, client_org):
    velden = open_brief(client_org, advies) | {"betreft": "x" * 201, "nieuw-kop": "Nieuw"}
    pad = rest.format(b=advies.bevindingen.first().pk)
    assert client_org.post(adres(advies, pad), velden).status_code == 422
    assert advies.bevindingen.aanwezig().count() == 2


def test_findings_move_with_buttons(advies, client_org):
    eerste, tweede = advies.bevindingen.all()
    antwoord = client_org.post(adres(advies, f"bevindingen/{tweede.pk}/verplaatsen/"), {"naar": "omhoog"})
    assert antwoord.url == f"{adres(advies)}#bevinding-{tweede.pk}"
    assert list(advies.bevindingen.aanwezig()) == [tweede, eerste]


def test_taking_out_offers_to_put_back(advies, client_org):
    eerste = advies.bevindingen.first()
    antwoord = client_org.post(adres(advies, f"bevindingen/{eerste.pk}/weghalen/"), {}, follow=True)
    tekst = lees(antwoord)
    terug = adres(advies, f"bevindingen/{eerste.pk}/terugzetten/")
    assert "“Ontmoeten” is uit de brief gehaald." in tekst
    assert tekst.count(f'formaction="{terug}"') == 2
    client_org.post(terug, {})
    assert advies.bevindingen.aanwezig().count() == 2


def test_text_typed_in_a_finding_that_another_window_took_out_is_kept(advies, client_org):
    velden = open_brief(client_org, advies)
    eerste = advies.bevindingen.first()
    client_org.post(adres(advies, f"bevindingen/{eerste.pk}/weghalen/"), {})
    velden[f"b-{eerste.pk}-tekst"] = "Dit schreef ik er nog bij."
    assert client_org.post(adres(advies, "bewaren/"), velden).status_code == 302
    eerste.refresh_from_db()
    assert eerste.tekst == "Dit schreef ik er nog bij."


def test_a_part_that_the_page_did_not_hold_stays_as_it_is(advies, cijfers, client_org):
    velden = open_brief(client_org, advies)
    nieuw = add_bevinding(advies=advies, wie=cijfers.mensen.organisator.gebruiker, kop="Van een ander")
    assert client_org.post(adres(advies, "bewaren/"), velden).status_code == 302
    nieuw.refresh_from_db()
    assert nieuw.kop == "Van een ander"


def test_every_figure_leads_to_what_it_stands_on(advies, cijfers, client_org):
    citaat = maak_citaat(cijfers)
    choose_citaat(
        bevinding=advies.bevindingen.first(), wie=cijfers.mensen.organisator.gebruiker, citaat=citaat
    )
    tekst = lees(client_org.get(adres(advies)))
    for code in ("ontmoeten", "groen"):
        assert f'href="/inzicht/rondes/{cijfers.mensen.ronde.pk}/themas/{code}/"' in tekst
    assert f'href="/inzicht/uitspraken/{cijfers.uitspraken[0].pk}/citaat/' in tekst


def test_newer_figures_are_shown_and_taken_one_by_one(advies, cijfers, client_org):
    verplaats_uitspraak(cijfers, 0, "groen")
    tekst = lees(client_org.get(adres(advies)))
    assert "Er zijn nieuwere cijfers" in tekst
    assert "<ins>Dit noemden 14 van de 50 inzenders (28 %).</ins>" in tekst
    eerste, tweede = advies.bevindingen.all()
    client_org.post(adres(advies, f"cijfers/{eerste.pk}/"), {"zin": "nieuw"})
    eerste.refresh_from_db()
    tweede.refresh_from_db()
    assert "14 van de 50" in eerste.cijferzin
    assert "10 van de 50" in tweede.cijferzin


def test_taking_all_says_which_words_stayed(advies, cijfers, client_org):
    eigen = advies.bevindingen.first()
    Bevinding.objects.filter(pk=eigen.pk).update(cijferzin="Vijftien mensen zeiden dit.")
    verplaats_uitspraak(cijfers, 0, "groen")
    tekst = lees(client_org.post(adres(advies, "cijfers/"), {}, follow=True))
    assert "Eén zin hebt u zelf geschreven; die is blijven staan." in tekst
    assert "Mijn zin houden" in tekst
    assert "11 van de 50" in advies.bevindingen.last().cijferzin


def test_a_quote_is_chosen_or_released_from_the_letter(advies, cijfers, client_org):
    eerste = advies.bevindingen.first()
    kiezen = adres(advies, f"citaat/{eerste.pk}/")
    assert lees(client_org.get(f"{kiezen}?zoek=koffie")).count("is geen koffie</textarea>") == 10
    uitspraak = cijfers.uitspraken[0]
    vrijgeven = f"{kiezen}vrijgeven/{uitspraak.pk}/"
    fout = client_org.post(vrijgeven, {"tekst": "In de zaal is thee"})
    assert fout.status_code == 422
    assert "In de zaal is thee</textarea>" in fout.content.decode()
    antwoord = client_org.post(vrijgeven, {"tekst": "(…) is geen koffie", "blijvend": "ja"})
    assert antwoord.url == f"{adres(advies)}#bevinding-{eerste.pk}"
    eerste.refresh_from_db()
    assert eerste.citaat.tekst == "(…) is geen koffie"
    assert eerste.citaat.blijvend
    client_org.post(f"{kiezen}gebruiken/", {"citaat": ""})
    eerste.refresh_from_db()
    assert eerste.citaat is None
    client_org.post(f"{kiezen}gebruiken/", {"citaat": str(Citaat.objects.get().pk)})
    eerste.refresh_from_db()
    assert eerste.citaat == Citaat.objects.get()


@pytest.mark.parametrize("citaat", ["onzin", "3f8a2b90-1111-4222-8333-abcdefabcdef"])
def test_an_unknown_quote_is_refused(citaat, advies, client_org):
    eerste = advies.bevindingen.first()
    assert (
        client_org.post(adres(advies, f"citaat/{eerste.pk}/gebruiken/"), {"citaat": citaat}).status_code
        == 400
    )


def test_settling_and_going_on(advies, cijfers, client_org):
    tekst = lees(client_org.post(adres(advies, "vaststellen/"), open_brief(client_org, advies), follow=True))
    assert "De brief is vastgesteld." in tekst
    assert "Heropenen als nieuw concept" in tekst
    assert "Brief bewaren" not in tekst
    antwoord = client_org.post(adres(advies, "heropenen/"), {})
    nieuw = Adviesconcept.objects.get(kopie_van=advies)
    assert antwoord.url == adres(nieuw)


def test_a_letter_that_lacks_something_is_not_settled(cijfers, client_org):
    advies = maak_brief(cijfers, compleet=False)
    tekst = lees(client_org.get(adres(advies)))
    assert "Vul in aan wie de brief gaat." in tekst
    assert adres(advies, "vaststellen/") not in tekst
    assert client_org.post(adres(advies, "vaststellen/"), {}).status_code == 409


def test_a_quote_that_went_is_missed_in_a_settled_letter(advies, cijfers, client_org):
    wie = cijfers.mensen.organisator.gebruiker
    choose_citaat(bevinding=advies.bevindingen.first(), wie=wie, citaat=maak_citaat(cijfers))
    settle_advies(advies=advies, wie=wie)
    Citaat.objects.get().delete()
    assert "Een citaat is uit deze brief verdwenen" in lees(client_org.get(adres(advies)))


def test_a_reader_reads_and_nothing_more(advies, cijfers, inloggen):
    client = inloggen(cijfers.mensen.lezer)
    tekst = lees(client.get(adres(advies)))
    assert "Dit noemden 15 van de 50 inzenders (30 %)." in tekst
    assert "<textarea" not in tekst
    assert client.get(adres(advies, "brief.pdf")).status_code == 200
    for rest in ("bewaren/", "vaststellen/", "heropenen/", "cijfers/", "bevindingen/toevoegen/"):
        assert client.post(adres(advies, rest), {}).status_code == 403


def test_other_organisations_find_no_letter(advies, cijfers, inloggen):
    client = inloggen(cijfers.mensen.elders)
    eerste = advies.bevindingen.first()
    for rest in ("", "voorbeeld/", "brief.pdf", "brief.docx", f"citaat/{eerste.pk}/"):
        assert client.get(adres(advies, rest)).status_code == 404
    for rest in (
        "bewaren/",
        "cijfers/",
        f"bevindingen/{eerste.pk}/weghalen/",
        f"citaat/{eerste.pk}/gebruiken/",
    ):
        assert client.post(adres(advies, rest), {"teken": "x"}).status_code == 404


def test_parts_of_another_letter_and_unknown_kinds_are_not_found(advies, cijfers, client_org):
    ander = maak_brief(cijfers).bevindingen.first()
    assert client_org.post(adres(advies, f"bevindingen/{ander.pk}/weghalen/"), {}).status_code == 404
    eerste = advies.bevindingen.first()
    assert client_org.post(adres(advies, f"dingen/{eerste.pk}/weghalen/"), {}).status_code == 404
    assert client_org.post(adres(advies, f"adviespunten/{eerste.pk}/weghalen/"), {}).status_code == 404
    assert client_org.post(adres(advies, "dingen/toevoegen/"), {}).status_code == 404


def test_pages_ask_as_much_for_one_finding_as_for_three(cijfers, client_org):
    wie = cijfers.mensen.organisator.gebruiker
    advies = maak_brief(cijfers, "ontmoeten")
    paginas = [adres(advies, pad) for pad in ("", "voorbeeld/")]
    een = [tel_vragen(client_org, pagina) for pagina in paginas]
    for code, plaats in (("groen", 24), ("veilig", 34)):
        bevinding = add_bevinding(advies=advies, wie=wie, themas=[cijfers.thema(code)])
        choose_citaat(bevinding=bevinding, wie=wie, citaat=maak_citaat(cijfers, plaats))
    assert [tel_vragen(client_org, pagina) for pagina in paginas] == een


def test_the_start_of_a_page_is_known_by_hashes_only(advies, client_org):
    basis = json.loads(open_brief(client_org, advies)["basis"])
    assert {"betreft", "slot", f"b-{advies.bevindingen.first().pk}-kop"} <= set(basis)
    assert all(len(merk) == 16 for merk in basis.values())


def test_a_quote_of_another_ronde_is_not_offered(advies, cijfers, client_org):
    from tests.fabrieken import maak_ronde

    elders = maak_uitspraken(maak_ronde(cijfers.mensen.organisatie, "Elders"), ["Iets heel anders"])[0]
    Citaat.objects.create(uitspraak=elders, tekst=elders.tekst)
    eerste = advies.bevindingen.first()
    assert "Iets heel anders" not in lees(client_org.get(adres(advies, f"citaat/{eerste.pk}/")))


def test_what_was_taken_out_is_not_printed(advies, cijfers, client_org):
    remove_onderdeel(onderdeel=advies.bevindingen.first(), wie=cijfers.mensen.organisator.gebruiker)
    tekst = lees(client_org.get(adres(advies, "voorbeeld/")))
    assert "1. Groen" in tekst
    assert "1. Ontmoeten" not in tekst
