"""Every kind of question: from what a phone sends to a value, a row, words, and back."""

from uuid import UUID

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from organisaties.domain.bonnen import make_token
from peilingen.bewonerformulieren import FORMULIEREN, MAX_KORT, build_formulier
from peilingen.bewonerformulieren.getallen import parse_getal
from peilingen.domain.bewonerlijst import list_buurten, list_plekken
from peilingen.domain.inzenden import correct_inzending, submit_inzending
from peilingen.domain.velden import build_velden
from peilingen.domain.waarden import Antwoordwaarde, list_gegeven, read_waarden
from peilingen.enums import ZONDER_ANTWOORD, Vraagsoort
from peilingen.models import Antwoord, Inzending
from peilingen.refusals import OnjuistAntwoord
from tests.peilingen.makers_soorten import CODE, Soortenlijst, maak_soorten
from tests.peilingen.telefoon import Telefoon


@pytest.fixture
def lijst(mensen) -> Soortenlijst:
    return maak_soorten(mensen.ronde)


def vul(lijst: Soortenlijst, sleutel: str, **velden):
    """The form of a question with what a phone sent."""
    gegevens = QueryDict(mutable=True)
    for naam, waarde in velden.items():
        gegevens.setlist(naam, waarde if isinstance(waarde, list) else [waarde])
    organisatie = lijst.vragenlijst.ronde.organisatie
    return build_formulier(
        lijst.op(sleutel),
        data=gegevens,
        buurten=list_buurten(organisatie),
        plekken=list_plekken(organisatie),
    )


def lees(lijst: Soortenlijst, sleutel: str, **velden) -> Antwoordwaarde | None:
    formulier = vul(lijst, sleutel, **velden)
    assert formulier.is_valid(), formulier.errors
    return formulier.waarde()


def fouten(lijst: Soortenlijst, sleutel: str, **velden) -> dict[str, str]:
    formulier = vul(lijst, sleutel, **velden)
    assert not formulier.is_valid()
    return {naam: " ".join(teksten) for naam, teksten in formulier.errors.items()}


def geef(lijst: Soortenlijst) -> dict[str, tuple[dict, Antwoordwaarde, list[str]]]:
    """Per question what a phone sends, what it means, and how it reads."""
    meer, oud = lijst.op("v6"), lijst.op("v18")
    park, markt = (keuze.pk for keuze in list(meer.keuzes.all())[:2])
    leeftijd = oud.keuzes.get(volgorde=2).pk
    gebied, plek = lijst.gebieden[0], lijst.plekken[0]
    return {
        "v3": (
            {"tekst": "Een bankje\r\nen licht"},
            Antwoordwaarde(tekst="Een bankje\nen licht"),
            ["Een bankje\nen licht"],
        ),
        "v4": ({"tekst": "  groen  "}, Antwoordwaarde(tekst="groen"), ["groen"]),
        "v5": ({"keuzes": "anders", "tekst": "Bos"}, Antwoordwaarde(tekst="Bos"), ["Bos"]),
        "v6": (
            {"keuzes": [str(markt), str(park)]},
            Antwoordwaarde(keuzes=(park, markt)),
            ["Park", "Markt"],
        ),
        "v7": ({"getal": "weet_niet"}, Antwoordwaarde(bijzonder="weet_niet"), ["Weet ik niet"]),
        "v8": ({"getal": "4"}, Antwoordwaarde(getal=4), ["prettig"]),
        "v9": ({"getal": "1"}, Antwoordwaarde(getal=1), ["zeer onprettig"]),
        "v10": ({"getal": "1,5 km"}, Antwoordwaarde(waarde="1.5"), ["1,5 km"]),
        "v12": (
            {"dag": "1", "maand": "05", "jaar": "2019"},
            Antwoordwaarde(waarde="2019-05-01"),
            ["1 mei 2019"],
        ),
        "v13": ({"jaar": "1984"}, Antwoordwaarde(waarde="1984"), ["1984"]),
        "v14": ({"r_k1": "2", "r_k3": "1"}, Antwoordwaarde(waarde=["k3", "k1"]), ["1. Winkels", "2. Groen"]),
        "v15": (
            {"gebied": str(gebied.pk), "straat": "bij de molen"},
            Antwoordwaarde(gebied=gebied.pk, tekst="bij de molen"),
            ["Hof van Delft (bij de molen)"],
        ),
        "v17": (
            {"plek": str(plek.pk), "tekst": "de tuin"},
            Antwoordwaarde(plek=plek.pk, tekst="de tuin"),
            ["Buurthuis De Wending (de tuin)"],
        ),
        "v18": ({"keuzes": str(leeftijd)}, Antwoordwaarde(keuzes=(leeftijd,)), ["27 tot en met 66"]),
        "v19": (
            {"s_s1": "k3", "s_s3": "k1"},
            Antwoordwaarde(waarde={"s1": "k3", "s3": "k1"}),
            ["Ik voel mij thuis.: eens", "Ik voel mij veilig.: oneens"],
        ),
    }


def test_every_kind_has_a_form():
    assert set(FORMULIEREN) == set(Vraagsoort.values) - {Vraagsoort.ONDERDEEL}


def test_what_a_phone_sends_becomes_a_value_a_row_words_and_the_same_form_again(lijst):
    antwoorden = {}
    for sleutel, (velden, waarde, woorden) in geef(lijst).items():
        formulier = vul(lijst, sleutel, **velden)
        assert formulier.is_valid(), (sleutel, formulier.errors)
        assert (formulier.waarde(), formulier.woorden()) == (waarde, woorden), sleutel
        assert lees(lijst, sleutel, **build_velden(lijst.op(sleutel), waarde)) == waarde, sleutel
        antwoorden[lijst.op(sleutel).pk] = waarde
    submit_inzending(
        vragenlijst=lijst.vragenlijst, token=make_token(), antwoorden=antwoorden, mag_citeren=None
    )
    inzending = Inzending.objects.get()
    assert read_waarden(inzending) == antwoorden
    gelezen = {vraag.sleutel: woorden for vraag, woorden in list_gegeven(inzending)}
    assert gelezen == {**{sleutel: woorden for sleutel, (_, _, woorden) in geef(lijst).items()}, "v16": []}
    correct_inzending(inzending=inzending, antwoorden=antwoorden, mag_citeren=None)
    assert read_waarden(Inzending.objects.get()) == antwoorden


def test_a_place_that_is_taken_off_the_list_keeps_its_name_in_the_answer(lijst):
    vraag, plek = lijst.op("v17"), lijst.plekken[0]
    submit_inzending(
        vragenlijst=lijst.vragenlijst,
        token=make_token(),
        antwoorden={vraag.pk: Antwoordwaarde(plek=plek.pk)},
        mag_citeren=None,
    )
    plek.delete()
    assert read_waarden(Inzending.objects.get()) == {vraag.pk: Antwoordwaarde(tekst="Buurthuis De Wending")}


# "Weet ik niet" and "wil ik niet zeggen"


@pytest.mark.parametrize(
    ("sleutel", "velden"),
    [
        ("v3", {"tekst": " ", "bijzonder": "weet_niet"}),
        ("v4", {"bijzonder": ["weet_niet", "wil_niet"]}),
        ("v7", {"getal": "weet_niet"}),
        ("v10", {"getal": "", "bijzonder": "weet_niet"}),
        ("v14", {"bijzonder": "weet_niet"}),
        ("v16", {"gebied": "weet_niet"}),
        ("v17", {"bijzonder": "weet_niet"}),
        ("v19", {"bijzonder": "weet_niet"}),
    ],
)
def test_not_knowing_is_an_answer_also_where_one_is_required(lijst, sleutel, velden):
    lijst.vragenlijst.vragen.update(verplicht=True)
    assert lees(lijst, sleutel, **velden) == Antwoordwaarde(bijzonder="weet_niet")


@pytest.mark.parametrize("sleutel", ["v6", "v8", "v9", "v12", "v13", "v15"])
def test_not_knowing_counts_only_where_it_was_offered(lijst, sleutel):
    formulier = vul(lijst, sleutel, bijzonder="weet_niet")
    assert formulier.is_valid()
    assert formulier.waarde() is None


@pytest.mark.parametrize(
    ("sleutel", "velden"),
    [
        ("v3", {"tekst": "Een bankje"}),
        ("v5", {"keuzes": "wil_niet", "tekst": "Bos"}),
        ("v10", {"getal": "3"}),
        ("v14", {"r_k1": "1"}),
        ("v16", {"gebied": "weet_niet", "straat": "Kerkpad"}),
        ("v17", {"tekst": "de hoek"}),
        ("v19", {"s_s1": "k1"}),
    ],
)
def test_a_real_answer_wins_from_not_knowing(lijst, sleutel, velden):
    waarde = lees(lijst, sleutel, **{"bijzonder": "weet_niet", **velden})
    assert waarde is not None
    assert waarde.bijzonder == ""


def test_a_required_question_asks_for_an_answer(lijst):
    lijst.vragenlijst.vragen.update(verplicht=True)
    for vraag in lijst.vragenlijst.vragen.exclude(soort__in=ZONDER_ANTWOORD):
        assert fouten(lijst, vraag.sleutel), vraag


# One kind after the other


def test_typed_words_choose_anders_by_themselves(lijst):
    assert lees(lijst, "v5", tekst="Bos") == Antwoordwaarde(tekst="Bos")
    park = lijst.keuze("v6", 1)
    assert lees(lijst, "v6", keuzes=park, tekst="Bos") == Antwoordwaarde(keuzes=(UUID(park),), tekst="Bos")
    assert 'value="anders" checked' in vul(lijst, "v5", tekst="Bos").render_keuzes()


def test_anders_without_words_and_words_beside_another_choice_are_asked_about(lijst):
    assert fouten(lijst, "v5", keuzes="anders") == {
        "tekst": "Schrijf op wat u bedoelt, of kies een ander antwoord."
    }
    assert "haal uw tekst weg" in fouten(lijst, "v5", keuzes=lijst.keuze("v5", 1), tekst="Bos")["tekst"]


def test_no_more_choices_than_the_question_allows(lijst):
    alle = [str(keuze.pk) for keuze in lijst.op("v6").keuzes.all()]
    assert fouten(lijst, "v6", keuzes=alle) == {"keuzes": "Kies er hoogstens 2. U koos er 3."}
    assert fouten(lijst, "v6", keuzes=alle[:2], tekst="Bos") == {
        "keuzes": "Kies er hoogstens 2. U koos er 3."
    }


@pytest.mark.parametrize(
    ("getypt", "gelezen"),
    [
        ("12", "12"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("1.250", "1250"),
        ("1 250 000", "1250000"),
        ("1.250,75", "1250.75"),
        ("€ 3", "3"),
        ("007", "7"),
        ("-0", "0"),
        ("−3,0", "-3"),
        ("١٢٫٥", "12.5"),
        ("100", "100"),
        ("10 km", "10"),
        ("10KM", "10"),
    ],
)
def test_numbers_as_people_type_them(getypt, gelezen):
    assert f"{parse_getal(getypt, 'km'):f}" == gelezen


@pytest.mark.parametrize(
    "getypt", ["veel", "1e5", "NaN", "1,2,3", "12 of 13", "--1", "9" * 40, "∞", "½", "²"]
)
def test_what_is_no_number(getypt):
    assert parse_getal(getypt) is None


@pytest.mark.parametrize(
    ("getypt", "fout"),
    [
        ("ver", "“ver” is geen getal. Schrijf het in cijfers, bijvoorbeeld 12,5."),
        ("51", "Schrijf een getal van 0 tot en met 50."),
        ("-1", "Schrijf een getal van 0 tot en met 50."),
        ("1,25", "Schrijf hoogstens 1 cijfers achter de komma."),
    ],
)
def test_a_number_that_does_not_fit_is_met_with_what_does(lijst, getypt, fout):
    assert fouten(lijst, "v10", getal=getypt) == {"getal": fout}


@pytest.mark.parametrize(
    ("delen", "fout"),
    [
        (("", "3", "1984"), {"dag": "Schrijf ook de dag op."}),
        (("27", "", ""), {"maand": "Schrijf ook de maand op.", "jaar": "Schrijf ook het jaar op."}),
        (("27", "13", "1984"), {"maand": "De maand is een getal van 1 tot en met 12."}),
        (
            ("x", "3", "84"),
            {
                "dag": "De dag is een getal van 1 tot en met 31.",
                "jaar": "Schrijf het jaar met vier cijfers, bijvoorbeeld 1984.",
            },
        ),
        (("31", "2", "2000"), {"dag": "Deze dag bestaat niet in deze maand. Kijk de dag na."}),
    ],
)
def test_a_date_that_cannot_be_names_the_part(lijst, delen, fout):
    assert fouten(lijst, "v12", **dict(zip(("dag", "maand", "jaar"), delen, strict=True))) == fout


def test_a_year_outside_its_bounds(lijst):
    assert fouten(lijst, "v13", jaar="2026") == {"jaar": "Kies een jaar van 1900 tot en met 2020."}


def test_a_ranking_may_have_gaps_and_no_doubles(lijst):
    assert lees(lijst, "v14", r_k2="3") == Antwoordwaarde(waarde=["k2"])
    assert fouten(lijst, "v14", r_k1="1", r_k3="1") == {
        "r_k3": "Plaats 1 gaf u twee keer. Geef elk antwoord een eigen plaats."
    }


def test_a_required_matrix_names_the_statements_that_are_left(lijst):
    lijst.vragenlijst.vragen.update(verplicht=True)
    assert fouten(lijst, "v19", s_s2="k1") == {
        "s_s1": "Kies ook hier een antwoord.",
        "s_s3": "Kies ook hier een antwoord.",
    }


def test_searching_an_area(lijst):
    """Words that are one name choose it; several ask; none stay as they are."""
    assert lees(lijst, "v16", straat="hof van delft") == Antwoordwaarde(gebied=lijst.gebieden[0].pk)
    assert "meer dan één" in fouten(lijst, "v16", straat="buitenhof")["gebied"]
    formulier = vul(lijst, "v16", straat="buitenhof")
    assert [naam for _sleutel, naam in formulier.treffers] == ["Buitenhof-Noord", "Buitenhof-Zuid"]
    noord = lijst.gebieden[1].pk
    assert lees(lijst, "v16", straat="buitenhof", gebied=str(noord)) == Antwoordwaarde(gebied=noord)
    assert lees(lijst, "v16", straat="buitenhof", gebied="") == Antwoordwaarde(tekst="buitenhof")
    assert lees(lijst, "v16", straat="Kerkpad") == Antwoordwaarde(tekst="Kerkpad")


def test_searching_a_place(lijst):
    assert lees(lijst, "v17", tekst="cafe de ster") == Antwoordwaarde(plek=lijst.plekken[2].pk)
    assert "meer dan één" in fouten(lijst, "v17", tekst="speeltuin")["plek"]
    assert lees(lijst, "v17", tekst="het bankje") == Antwoordwaarde(tekst="het bankje")


def test_one_line_is_not_longer_than_people_read(lijst):
    assert "1 teken te lang" in fouten(lijst, "v4", tekst="x" * (MAX_KORT + 1))["tekst"]


@pytest.mark.parametrize(
    ("sleutel", "waarde"),
    [
        ("v10", Antwoordwaarde(waarde="veel")),
        ("v10", Antwoordwaarde(waarde=12)),
        ("v12", Antwoordwaarde(waarde="2019-02-30")),
        ("v13", Antwoordwaarde(waarde="84")),
        ("v14", Antwoordwaarde(waarde=["k1", "k1"])),
        ("v14", Antwoordwaarde(waarde=["k9"])),
        ("v14", Antwoordwaarde(waarde={"k1": "k2"})),
        ("v19", Antwoordwaarde(waarde={"s1": "k9"})),
        ("v19", Antwoordwaarde(waarde={"s1": ["k1"]})),
        ("v3", Antwoordwaarde(waarde="x")),
        ("v3", Antwoordwaarde(bijzonder="misschien")),
        ("v2", Antwoordwaarde(tekst="x")),
        ("v17", Antwoordwaarde(plek=UUID(int=1))),
    ],
)
def test_an_answer_of_another_shape_is_refused(lijst, sleutel, waarde):
    with pytest.raises(OnjuistAntwoord):
        submit_inzending(
            vragenlijst=lijst.vragenlijst,
            token=make_token(),
            antwoorden={lijst.op(sleutel).pk: waarde},
            mag_citeren=None,
        )
    assert not Antwoord.objects.exists()


# Whatever is sent


GETYPT = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(["anders", "weet_niet", "geen", "", "1", "3", "k1", "\x00", "²", "1,5", "٣"]),
    ),
    max_size=3,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gegevens=st.data())
def test_whatever_is_sent_is_an_answer_or_an_error_and_stays_in_the_form(lijst, gegevens):
    for vraag in lijst.vragenlijst.vragen.exclude(soort=Vraagsoort.ONDERDEEL).prefetch_related(
        "keuzes", "stellingen"
    ):
        namen = FORMULIEREN[vraag.soort].list_velden(vraag)
        velden = {naam: gegevens.draw(GETYPT, label=f"{vraag.sleutel} {naam}") for naam in namen}
        formulier = vul(lijst, vraag.sleutel, **velden)
        if formulier.is_valid() and (waarde := formulier.waarde()) is not None:
            assert formulier.woorden()
            assert lees(lijst, vraag.sleutel, **build_velden(vraag, waarde)) == waarde
        assert formulier.getypt == {naam: (velden[naam] or [""])[-1] for naam in namen}


def test_every_page_gives_back_what_was_typed_also_when_it_is_wrong(lijst):
    telefoon = (
        Telefoon(f"/v/{CODE}/").open().druk("Beginnen").druk("Volgende").druk("Volgende").druk("Volgende")
    )
    vreemd = '"><b>1e'
    for knop in ("Volgende", "Vorige"):
        telefoon.druk("Volgende", wizard_goto_step=str(lijst.op("v10").pk))
        telefoon.druk(knop, getal=vreemd)
        telefoon.druk("Volgende", wizard_goto_step=str(lijst.op("v10").pk))
        assert telefoon.boom.xpath("//input[@name='getal']/@value") == [vreemd]


@pytest.mark.parametrize(
    "vreemd", ["\x00", "²", "anders", "weet_niet", "9" * 30_000, "<script>", "‮abc", "k1"]
)
def test_no_page_breaks_on_what_a_phone_sends(lijst, vreemd):
    telefoon = Telefoon(f"/v/{CODE}/").open().druk("Beginnen")
    for vraag in lijst.vragenlijst.vragen.exclude(soort=Vraagsoort.ONDERDEEL):
        velden = {naam: [vreemd, vreemd] for naam in FORMULIEREN[vraag.soort].list_velden(vraag)}
        telefoon.druk("Volgende", wizard_goto_step=str(vraag.pk))
        for knop in ({}, {"zoek": "1"}, {"zoek": "alles"}, {"kaart.x": vreemd[:9], "kaart.y": "5"}):
            assert telefoon.druk("Volgende", **velden, **knop).antwoord.status_code == 200
    telefoon.druk("", wizard_goto_step="controle")
    assert telefoon.kop == "Klopt alles?"
