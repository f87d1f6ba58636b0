import pytest
from hypothesis import given
from hypothesis import strategies as st

from codering.domain.citaten import (
    AlVrijgegeven,
    LeegCitaat,
    VeranderdCitaat,
    check_citaat,
    release_citaat,
    withdraw_citaat,
)
from codering.models import Citaat
from organisaties.models import Auditregel

BRON = "Vroeger zat hier de buurtkamer, nu is er niks. Mijn moeder mist de soep op vrijdag."


@pytest.mark.parametrize(
    ("tekst", "citaat"),
    [
        (BRON, BRON),
        ("Nu is er niks.", "Nu is er niks."),
        ("“nu is er niks”", "nu is er niks"),
        ("Vroeger zat hier de buurtkamer (…) Mijn moeder mist de soep.", None),
        ("Vroeger zat hier de buurtkamer, (...) Mijn moeder mist de soep", None),
        ("[…] mist de soep op vrijdag.", "(…) mist de soep op vrijdag."),
        ("Vroeger zat hier\n de  buurtkamer", "Vroeger zat hier de buurtkamer"),
    ],
)
def test_a_quote_may_be_shortened(tekst, citaat):
    assert check_citaat(tekst, BRON) == (citaat or tekst.replace("(...)", "(…)"))


@pytest.mark.parametrize(
    "tekst",
    [
        "Vroeger zat hier het buurthuis",
        "nu is er wel iets",
        "Mijn moeder mist de soep (…) Vroeger zat hier de buurtkamer",
        "Vroeger zat hier de buurt",
        "zat hier de buurtkamer nu is er niks",
        "Vroeger mist de soep op vrijdag",
        "de soep (…) de soep op vrijdag",
    ],
)
def test_other_words_another_order_and_joined_halves_are_refused(tekst):
    with pytest.raises(VeranderdCitaat):
        check_citaat(tekst, BRON)


@pytest.mark.parametrize("tekst", ["", "  ", "(…)", "“”", "(…) (…)", "…!"])
def test_nothing_is_no_quote(tekst):
    with pytest.raises(LeegCitaat):
        check_citaat(tekst, BRON)


@given(st.lists(st.booleans(), min_size=16, max_size=16).filter(any))
def test_leaving_out_any_words_is_allowed_and_nothing_comes_in(houden):
    woorden = BRON.split()
    delen: list[str] = []
    open_ = False
    for woord, hou in zip(woorden, houden, strict=True):
        if hou and open_:
            delen[-1] += f" {woord}"
        elif hou:
            delen.append(woord)
        open_ = hou
    citaat = check_citaat(" (…) ".join(delen), BRON)
    assert [w for w in citaat.split() if w != "(…)"] == [w for w, h in zip(woorden, houden, strict=True) if h]


@pytest.mark.django_db
def test_releasing_leaves_a_trace(cijfers):
    uitspraak, wie = cijfers.uitspraken[0], cijfers.mensen.organisator.gebruiker
    citaat = release_citaat(uitspraak=uitspraak, wie=wie, tekst="Is geen koffie.", blijvend=True)
    assert (citaat.tekst, citaat.wie, citaat.blijvend) == ("Is geen koffie.", wie, True)
    regel = Auditregel.objects.get(handeling="citaat_vrijgegeven")
    assert (regel.wie, regel.object_id) == (wie, citaat.pk)


@pytest.mark.django_db
def test_a_released_statement_is_first_withdrawn(cijfers):
    uitspraak, wie = cijfers.uitspraken[0], cijfers.mensen.organisator.gebruiker
    citaat = release_citaat(uitspraak=uitspraak, wie=wie, tekst=uitspraak.tekst)
    with pytest.raises(AlVrijgegeven):
        release_citaat(uitspraak=uitspraak, wie=wie, tekst="geen koffie")
    withdraw_citaat(citaat=citaat, wie=wie)
    assert not Citaat.objects.exists()
    assert Auditregel.objects.filter(handeling="citaat_ingetrokken", wie=wie).count() == 1
    assert release_citaat(uitspraak=uitspraak, wie=wie, tekst="geen koffie").tekst == "geen koffie"


@pytest.mark.django_db
def test_a_changed_quote_is_given_back_with_the_reason(cijfers, inloggen):
    client = inloggen(cijfers.mensen.organisator)
    adres = f"/inzicht/uitspraken/{cijfers.uitspraken[0].pk}/citaat/"
    antwoord = client.post(adres, {"tekst": "In de zaal is nooit koffie"})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "In de zaal is nooit koffie</textarea>" in tekst
    assert "staat niet zo in de uitspraak" in tekst
    assert not Citaat.objects.exists()


@pytest.mark.django_db
def test_releasing_and_withdrawing_by_page(cijfers, inloggen):
    client = inloggen(cijfers.mensen.organisator)
    uitspraak = cijfers.uitspraken[0]
    adres = f"/inzicht/uitspraken/{uitspraak.pk}/citaat/"
    terug = f"/inzicht/rondes/{cijfers.mensen.ronde.pk}/themas/ontmoeten/"
    antwoord = client.post(adres, {"tekst": "(…) is geen koffie", "blijvend": "on", "terug": terug})
    assert antwoord.url == terug
    citaat = Citaat.objects.get()
    assert (citaat.tekst, citaat.blijvend) == ("(…) is geen koffie", True)
    assert "(…) is geen koffie" in client.get(adres).content.decode()
    antwoord = client.post(f"/inzicht/citaten/{citaat.pk}/intrekken/", {"terug": "//kwaad.example/"})
    assert antwoord.url == f"/inzicht/rondes/{cijfers.mensen.ronde.pk}/"
    assert not Citaat.objects.exists()


@pytest.mark.django_db
def test_only_who_organises_releases(cijfers, inloggen):
    adres = f"/inzicht/uitspraken/{cijfers.uitspraken[0].pk}/citaat/"
    for lid, status in (
        (cijfers.mensen.lezer, 403),
        (cijfers.mensen.codeur, 403),
        (cijfers.mensen.notulist, 403),
        (cijfers.mensen.elders, 404),
    ):
        assert inloggen(lid).post(adres, {"tekst": "koffie"}).status_code == status
    assert not Citaat.objects.exists()
