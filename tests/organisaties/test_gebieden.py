import pytest
from django.utils import timezone

from bijeenkomsten.models import Signaal
from organisaties.domain.gebieden import (
    add_gebied,
    delete_gebied,
    known_gemeenten,
    list_verwijzingen,
    load_gemeente,
)
from organisaties.enums import Gebiedsoort, Kanaal, Rol
from organisaties.models import Gebied
from organisaties.refusals import GebiedBestaat, GebiedInGebruik
from tests.fabrieken import maak_gebied

PAGINA = "/organisatie/gebieden/"


def test_delft_has_its_wijken_and_buurten(mensen):
    assert "Delft" in known_gemeenten()
    assert load_gemeente(organisatie=mensen.organisatie, gemeente="Delft") == 1 + 13 + 91
    assert load_gemeente(organisatie=mensen.organisatie, gemeente="Delft") == 0
    buurt = Gebied.objects.van(mensen.organisatie).op_naam(" poptahof-noord ").get()
    assert buurt.soort == Gebiedsoort.BUURT
    assert buurt.boven is not None
    assert buurt.boven.naam == "Voorhof"
    assert buurt.boven.boven.naam == "Delft"
    assert Gebied.objects.van(mensen.organisatie).op_naam(buurt.cbs_code).get() == buurt


def test_areas_of_another_organisation_stay_theirs(mensen):
    load_gemeente(organisatie=mensen.organisatie, gemeente="Delft")
    assert not Gebied.objects.van(mensen.elders.organisatie).exists()


def add(mensen, naam="Flat Zuid", soort=Gebiedsoort.FLAT, boven=None):
    return add_gebied(
        organisatie=mensen.organisatie, wie=mensen.organisator.gebruiker, naam=naam, soort=soort, boven=boven
    )


def test_an_area_is_added_once(mensen):
    wijk = add(mensen, "Voorhof", Gebiedsoort.WIJK)
    flat = add(mensen, " Flat Zuid ", boven=wijk)
    assert (flat.naam, flat.boven) == ("Flat Zuid", wijk)
    with pytest.raises(GebiedBestaat):
        add(mensen, "FLAT ZUID", boven=wijk)
    assert add(mensen, "Flat Zuid").boven is None


def test_an_area_with_answers_or_parts_stays(mensen):
    wijk = add(mensen, "Voorhof", Gebiedsoort.WIJK)
    flat = add(mensen, boven=wijk)
    with pytest.raises(GebiedInGebruik):
        delete_gebied(gebied=wijk, wie=mensen.organisator.gebruiker)
    Signaal.objects.create(
        ronde=mensen.ronde, kanaal=Kanaal.MAIL, tekst="x", gebied=flat, ontvangen_op=timezone.localdate()
    )
    with pytest.raises(GebiedInGebruik):
        delete_gebied(gebied=flat, wie=mensen.organisator.gebruiker)
    assert Gebied.objects.van(mensen.organisatie).count() == 2


def test_every_model_that_names_an_area_is_asked():
    """A hidden relation (related_name="+") counts too."""
    from django.apps import apps

    verwijzers = {
        f"{model._meta.label}.{veld.name}"
        for model in apps.get_models()
        for veld in model._meta.get_fields()
        if veld.is_relation and veld.concrete and veld.related_model is Gebied
    }
    gevraagd = {f"{rel.related_model._meta.label}.{rel.field.name}" for rel in list_verwijzingen()}
    assert verwijzers <= gevraagd
    assert "peilingen.Inzending.gebied" in gevraagd


def test_the_page_reads_in_adds_removes_and_puts_back(mensen, inloggen):
    client = inloggen(mensen.organisator)
    assert "Buurten van Delft inlezen" in client.get(PAGINA).content.decode()
    antwoord = client.post(f"{PAGINA}inlezen/", {"gemeente": "Delft"}, follow=True)
    assert "Er zijn 105 gebieden bij gekomen." in antwoord.content.decode()
    assert "Buurten van Delft inlezen" not in antwoord.content.decode()
    wijk = Gebied.objects.van(mensen.organisatie).op_naam("Voorhof").get()
    client.post(PAGINA, {"naam": "Flat Zuid", "soort": "flat", "boven": wijk.pk})
    flat = Gebied.objects.van(mensen.organisatie).op_naam("Flat Zuid").get()
    tekst = client.post(f"{PAGINA}{flat.pk}/weghalen/", follow=True).content.decode()
    assert "“Flat Zuid” is weggehaald." in tekst
    client.post(f"{PAGINA}terugzetten/")
    terug = Gebied.objects.van(mensen.organisatie).op_naam("Flat Zuid").get()
    assert (terug.soort, terug.boven) == (Gebiedsoort.FLAT, wijk)
    assert client.post(f"{PAGINA}terugzetten/").status_code == 404


@pytest.mark.parametrize(
    "fout",
    [{"naam": ""}, {"naam": "x" * 121}, {"soort": "land"}, {"boven": "geen-uuid"}, {"naam": "Bestaat"}],
)
def test_what_cannot_be_added_stays_typed(mensen, inloggen, fout):
    add(mensen, "bestaat", Gebiedsoort.BUURT)
    velden = {"naam": "Noord", "soort": "buurt", "boven": ""} | fout
    tekst = inloggen(mensen.organisator).post(PAGINA, velden).content.decode()
    assert "Dit klopt nog niet" in tekst
    assert not velden["naam"] or f'value="{velden["naam"]}"' in tekst
    assert Gebied.objects.van(mensen.organisatie).count() == 1


def test_an_area_of_others_is_no_part_and_no_target(mensen, inloggen):
    vreemd = maak_gebied(mensen.elders.organisatie, "Elders")
    client = inloggen(mensen.organisator)
    assert (
        "Dit klopt nog niet"
        in client.post(PAGINA, {"naam": "Noord", "soort": "buurt", "boven": vreemd.pk}).content.decode()
    )
    assert client.post(f"{PAGINA}{vreemd.pk}/weghalen/").status_code == 404
    assert client.post(f"{PAGINA}inlezen/", {"gemeente": "../delft"}).status_code == 404


def test_the_list_of_areas_asks_as_much_for_one_as_for_a_town(mensen, inloggen, django_assert_num_queries):
    client = inloggen(mensen.organisator)
    add(mensen)
    for _keer in range(2):
        with django_assert_num_queries(7):
            client.get(PAGINA)
        load_gemeente(organisatie=mensen.organisatie, gemeente="Delft")


@pytest.mark.parametrize("rol", [Rol.CODEUR, Rol.NOTULIST, Rol.LEZER])
def test_only_organisers_change_areas(mensen, inloggen, rol):
    client = inloggen(mensen.lid(rol))
    assert client.get(PAGINA).status_code == 403
    assert client.post(f"{PAGINA}inlezen/", {"gemeente": "Delft"}).status_code == 403
