"""Building a questionnaire: kinds of questions, their order, and what stands around them."""

from html import unescape

import pytest
from django.urls import reverse

from organisaties.enums import Fase
from organisaties.models import Auditregel
from peilingen.bouwformulieren import Gegevensformulier, Vraagformulier
from peilingen.bouwformulieren.soorten import GROEPEN
from peilingen.domain.instellingen import read_instellingen
from peilingen.domain.vragen import add_vraag, delete_vraag, duplicate_vraag, place_vraag, restore_vraag
from peilingen.domain.vragenlijsten import close_vragenlijst, create_vragenlijst, open_vragenlijst
from peilingen.enums import Vraagsoort, Werving
from peilingen.models import Vertaling, Vraag
from peilingen.refusals import VragenStaanVast
from tests.fabrieken import maak_gebied
from tests.peilingen.makers import OPEN_VRAAG, maak_concept, stuur_in

HX = {"HX-Request": "true"}


@pytest.fixture
def wie(mensen):
    return mensen.organisator.gebruiker


@pytest.fixture
def anna(mensen, inloggen):
    return inloggen(mensen.organisator)


@pytest.fixture
def lijst(mensen, wie):
    return maak_concept(mensen.ronde, wie)


def adres(naam, *wat):
    return reverse(f"peilingen:{naam}", args=[rij.pk for rij in wat])


def lees(antwoord):
    return " ".join(unescape(antwoord.content.decode()).split())


def vind_formulier(antwoord):
    """The organiser's form; the preview beside it has one too."""
    formulieren = [deel["form"] for deel in antwoord.context if "form" in deel]
    return next(f for f in formulieren if isinstance(f, Vraagformulier | Gegevensformulier))


def teksten(lijst):
    return [vraag.tekst for vraag in lijst.vragen.all()]


def maak_vier(lijst, wie):
    """Loose question, then two sections of one question each; the last depends on the one before."""
    een = add_vraag(vragenlijst=lijst, wie=wie, soort="onderdeel", tekst="Kop een")
    ja = add_vraag(vragenlijst=lijst, wie=wie, soort="een_keuze", tekst="Komt u?", keuzes=["ja", "nee"])
    twee = add_vraag(vragenlijst=lijst, wie=wie, soort="onderdeel", tekst="Kop twee")
    regels = [{"vraag": ja.sleutel, "is": "een_van", "keuzes": ["k1"]}]
    waarom = add_vraag(
        vragenlijst=lijst,
        wie=wie,
        soort="kort",
        tekst="Waarom?",
        voorwaarde={"alle": True, "regels": regels},
    )
    return een, ja, twee, waarom


# Kinds


def test_every_kind_can_be_chosen_once():
    soorten = [soort.soort for groep in GROEPEN for soort in groep.soorten]
    assert sorted(soorten) == sorted(Vraagsoort)


def test_a_new_question_begins_with_its_kind(lijst, anna):
    tekst = lees(anna.get(adres("vraag_nieuw", lijst)))
    assert "Wat voor vraag wordt het?" in tekst
    for soort in Vraagsoort:
        assert f"{adres('vraag_nieuw', lijst)}?soort={soort.value}" in tekst


VELDEN = {
    "open": {"tekst": "Wat mist u?"},
    "kort": {"tekst": "Hoe heet uw straat?", "weet_niet": "on"},
    "een_keuze": {"tekst": "Komt u?", "keuzes": "ja\nnee", "anders": "on"},
    "meer_keuzes": {"tekst": "Waar komt u?", "keuzes": "park\nmarkt\nplein", "meeste": "2"},
    "schaal": {"tekst": "Hoe is het?", "weergave": "smileys"},
    "getal": {"tekst": "Hoe lang?", "minimum": "0", "maximum": "99,5", "eenheid": "jaar", "decimalen": "1"},
    "datum": {"tekst": "Sinds wanneer?", "weergave": "jaar", "minimum": "1950"},
    "rangorde": {"tekst": "Wat eerst?", "keuzes": "groen\nrust", "wil_niet": "on"},
    "matrix": {"tekst": "Wat vindt u?", "stellingen": "Het is hier schoon\nHet is hier veilig"},
    "buurt": {"tekst": "In welke buurt woont u?", "weergave": "zoeken"},
    "plek": {"tekst": "Waar komt u graag?"},
    "leeftijd": {"tekst": "Hoe oud bent u?", "keuzes": "jong\noud"},
    "tekstblok": {"tekst": "Nu iets over u.", "uitleg": "Het blijft kort."},
    "onderdeel": {"tekst": "Over uzelf"},
}
BEWAARD = {
    "kort": {"weet_niet": True},
    "een_keuze": {"anders": True},
    "meer_keuzes": {"meeste": 2},
    "schaal": {"weergave": "smileys"},
    "getal": {"minimum": "0", "maximum": "99.5", "eenheid": "jaar", "decimalen": 1},
    "datum": {"weergave": "jaar", "minimum": "1950"},
    "rangorde": {"wil_niet": True},
    "buurt": {"weergave": "zoeken"},
}


@pytest.mark.parametrize("soort", list(Vraagsoort))
def test_each_kind_is_made_and_opened_again_as_it_was(lijst, anna, soort):
    pagina = anna.get(adres("vraag_nieuw", lijst), {"soort": soort.value})
    assert pagina.status_code == 200
    antwoord = anna.post(adres("vraag_nieuw", lijst), {"soort": soort.value, **VELDEN[soort.value]})
    nieuw = lijst.vragen.last()
    assert antwoord.url.endswith(f"#vraag-{nieuw.pk}")
    assert (nieuw.soort, nieuw.tekst, nieuw.instellingen) == (
        soort,
        VELDEN[soort.value]["tekst"],
        BEWAARD.get(soort.value, {}),
    )
    formulier = vind_formulier(anna.get(adres("vraag", lijst, nieuw)))
    weer = {naam: formulier[naam].value() for naam in formulier.fields}
    anna.post(adres("vraag", lijst, nieuw), {n: w for n, w in weer.items() if w not in (False, None)})
    zelfde = Vraag.objects.get(pk=nieuw.pk)
    assert (zelfde.tekst, zelfde.instellingen) == (nieuw.tekst, nieuw.instellingen)
    assert [k.tekst for k in zelfde.keuzes.all()] == [k.tekst for k in nieuw.keuzes.all()]
    assert anna.get(adres("vragenlijst", lijst)).status_code == 200


@pytest.mark.parametrize(
    ("velden", "melding", "veld"),
    [
        ({"soort": "getal", "minimum": "9", "maximum": "1"}, "hoger dan het hoogste", "minimum"),
        ({"soort": "getal", "minimum": "veel"}, "is geen getal", "minimum"),
        ({"soort": "getal", "eenheid": "e" * 31}, "Houd de eenheid kort", "eenheid"),
        ({"soort": "meer_keuzes", "keuzes": "a\nb", "meeste": "drie"}, "Kies een getal van 0", "meeste"),
        ({"soort": "matrix", "stellingen": " "}, "minstens één stelling", "stellingen"),
        ({"soort": "matrix", "stellingen": "a", "keuzes": "een"}, "minstens twee keuzes", "keuzes"),
        ({"soort": "schaal", "weergave": "raar"}, "Kies hoe deze vraag eruitziet", "weergave"),
        ({"soort": "rangorde", "keuzes": ""}, "minstens twee keuzes", "keuzes"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(lijst, anna, velden, melding, veld):
    getypt = {"tekst": "Een vraag?", "uitleg": "Wat uitleg", **velden}
    antwoord = anna.post(adres("vraag_nieuw", lijst), getypt)
    assert melding in " ".join(vind_formulier(antwoord).errors[veld])
    for naam, waarde in getypt.items():
        assert vind_formulier(antwoord)[naam].value() == waarde
    assert lijst.vragen.count() == 1


@pytest.mark.parametrize("kop", [{}, HX], ids=["zonder script", "met script"])
def test_another_kind_keeps_all_that_was_typed(lijst, anna, kop):
    getypt = {
        "soort": "open",
        "tekst": "Een vraag?",
        "keuzes": "ja\r\nnee",
        "stellingen": "Het is schoon",
        "uitleg": "Wat uitleg",
        "eenheid": "jaar",
        "verplicht": "on",
        "wissel": "1",
    }
    antwoord = anna.post(adres("vraag_nieuw", lijst), getypt, headers=kop)
    tekst = antwoord.content.decode()
    assert tekst.lstrip().startswith("<div") is bool(kop)
    for naam, waarde in getypt.items():
        if naam not in ("wissel", "verplicht"):
            assert f'name="{naam}"' in tekst
            assert waarde.split("\r\n")[-1] in tekst
    assert vind_formulier(antwoord)["verplicht"].value() is True
    formulier = vind_formulier(antwoord)
    terug = {naam: formulier[naam].value() for naam in formulier.fields}
    terug = {naam: waarde for naam, waarde in terug.items() if waarde not in (False, None)}
    weer = anna.post(adres("vraag_nieuw", lijst), {**terug, "soort": "een_keuze", "wissel": "1"})
    assert [veld.name for veld in vind_formulier(weer).hoofdvelden()] == [
        "tekst",
        "keuzes",
        "anders",
        "uitleg",
    ]
    assert vind_formulier(weer)["keuzes"].value() == "ja\nnee"
    assert lijst.vragen.count() == 1


def test_usual_choices_come_with_a_kind_and_go_with_it(lijst, anna):
    pad = adres("vraag_nieuw", lijst)
    schaal = vind_formulier(anna.get(pad, {"soort": "schaal"}))["keuzes"].value()
    assert schaal.splitlines()[0] == "heel slecht"
    ander = anna.post(pad, {"soort": "matrix", "keuzes": schaal.replace("\n", "\r\n"), "wissel": "1"})
    assert vind_formulier(ander)["keuzes"].value().splitlines()[0] == "helemaal oneens"
    een = anna.post(pad, {"soort": "een_keuze", "keuzes": schaal, "wissel": "1"})
    assert vind_formulier(een)["keuzes"].value() == ""


# How it will look


@pytest.mark.parametrize("soort", [soort for soort in Vraagsoort if soort != Vraagsoort.ONDERDEEL])
def test_beside_the_form_stands_the_page_of_the_resident(mensen, lijst, anna, soort):
    maak_gebied(mensen.organisatie, "Buurt West")
    velden = {"soort": soort.value, **VELDEN[soort.value], "uitleg": "<b>Vet</b>"}
    antwoord = anna.post(adres("vraag_voorbeeld", lijst), velden, headers=HX)
    beeld = unescape(unescape(antwoord.content.decode()))
    assert "srcdoc" in beeld
    assert VELDEN[soort.value]["tekst"] in beeld
    assert "<script" not in beeld
    assert "<b>Vet</b>" not in unescape(antwoord.content.decode())
    assert "frame-src 'self'" in antwoord.headers["Content-Security-Policy"]
    assert lijst.vragen.count() == 1


def test_a_question_that_is_not_right_yet_can_be_looked_at(lijst, anna):
    for velden in ({}, {"soort": "raar"}, {"soort": "getal", "minimum": "x"}, {"soort": "een_keuze"}):
        antwoord = anna.post(adres("vraag_voorbeeld", lijst), velden)
        assert "Hier komt uw vraag" in lees(antwoord)
    assert "geen vraag" in lees(anna.post(adres("vraag_voorbeeld", lijst), {"soort": "onderdeel"}))


def test_the_preview_has_the_number_that_the_question_has(lijst, wie, anna):
    tweede = add_vraag(vragenlijst=lijst, wie=wie, soort="open", tekst="Tweede?")
    velden = {"soort": "open", "tekst": "Anders?"}
    assert "Vraag 3 van 3" in lees(anna.post(adres("vraag_voorbeeld", lijst), velden))
    velden["vraag"] = str(tweede.pk)
    assert "Vraag 2 van 2" in lees(anna.post(adres("vraag_voorbeeld", lijst), velden))


# Order


def test_dragging_puts_a_question_before_another(lijst, wie, anna):
    _een, ja, _twee, waarom = maak_vier(lijst, wie)
    eerste = lijst.vragen.first()
    pad = adres("volgorde", lijst)
    antwoord = anna.post(pad, {"vraag": ja.pk, "voor": eerste.pk}, headers=HX)
    assert "Vraag 2 staat nu op plaats 1." in lees(antwoord)
    assert teksten(lijst) == ["Komt u?", OPEN_VRAAG, "Kop een", "Kop twee", "Waarom?"]
    antwoord = anna.post(pad, {"vraag": ja.pk, "voor": ""}, headers=HX)
    assert "Let op: “Waarom?” hangt nu af van een vraag die later komt." in lees(antwoord)
    assert "Deze vraag hangt af van een vraag die later komt." in lees(anna.get(adres("vragenlijst", lijst)))
    assert anna.post(pad, {"vraag": waarom.pk, "voor": ja.pk}).url.endswith(f"#vraag-{waarom.pk}")
    for fout in ({}, {"vraag": "x"}, {"vraag": ja.pk, "voor": "x"}):
        assert anna.post(pad, fout).status_code == 404


def test_a_section_moves_with_its_questions(lijst, wie, anna):
    een, _ja, twee, _waarom = maak_vier(lijst, wie)
    antwoord = anna.post(adres("verplaatsen", lijst, twee), {"naar": "omhoog"}, headers=HX)
    assert "“Kop twee” is verplaatst." in lees(antwoord)
    assert teksten(lijst) == [OPEN_VRAAG, "Kop twee", "Waarom?", "Kop een", "Komt u?"]
    antwoord = anna.post(adres("verplaatsen", lijst, twee), {"naar": "omhoog"}, headers=HX)
    assert "staat nog op dezelfde plaats" in lees(antwoord)
    place_vraag(vraag=een, wie=wie, voor=lijst.vragen.first())
    assert teksten(lijst) == [OPEN_VRAAG, "Kop een", "Komt u?", "Kop twee", "Waarom?"]


def test_rows_show_number_section_and_condition(lijst, wie, anna):
    maak_vier(lijst, wie)
    rijen = anna.get(adres("vragenlijst", lijst)).context["rijen"]
    assert [(rij.nummer, rij.kop, rij.binnen) for rij in rijen] == [
        (1, False, False),
        (None, True, False),
        (2, False, True),
        (None, True, False),
        (3, False, True),
    ]
    assert rijen[-1].voorwaarde == "Alleen als u bij vraag 2 “ja” koos."


def test_a_copy_stands_right_after_and_keeps_everything_but_its_key(lijst, wie, anna):
    _een, ja, _twee, waarom = maak_vier(lijst, wie)
    Vertaling.objects.create(
        vragenlijst=lijst, taal="en", plek=f"{ja.sleutel}.k1", tekst="yes", bron_hash="x"
    )
    kopie = duplicate_vraag(vraag=ja, wie=wie)
    assert teksten(lijst)[2:4] == ["Komt u?", "Komt u?"]
    assert (kopie.sleutel != ja.sleutel, kopie.stam, kopie.versie) == (True, ja.stam, ja.versie)
    assert [(k.sleutel, k.tekst) for k in kopie.keuzes.all()] == [("k1", "ja"), ("k2", "nee")]
    assert Vertaling.objects.get(plek=f"{kopie.sleutel}.k1").tekst == "yes"
    assert duplicate_vraag(vraag=waarom, wie=wie).voorwaarde == waarom.voorwaarde
    antwoord = anna.post(adres("vraag_dupliceren", lijst, waarom))
    assert antwoord.url == adres("vraag", lijst, lijst.vragen.all()[6])


def test_a_question_comes_back_with_keys_condition_settings_and_translations(lijst, wie, anna):
    *_anders, ja, _twee, waarom = maak_vier(lijst, wie)
    Vraag.objects.filter(pk=waarom.pk).update(instellingen={"weet_niet": True})
    for rij, plek in ((waarom, "tekst"), (ja, "k2")):
        Vertaling.objects.create(
            vragenlijst=lijst, taal="tr", plek=f"{rij.sleutel}.{plek}", tekst=plek, bron_hash="x"
        )
    weg = delete_vraag(vraag=waarom, wie=wie)
    assert [rij.plek for rij in Vertaling.objects.all()] == [f"{ja.sleutel}.k2"]
    terug = restore_vraag(vragenlijst=lijst, wie=wie, weg=weg)
    assert (terug.sleutel, terug.voorwaarde) == (waarom.sleutel, waarom.voorwaarde)
    assert read_instellingen(terug).weet_niet is True
    anna.post(adres("weghalen", lijst, ja))
    anna.post(adres("terugzetten", lijst))
    assert sorted(rij.plek for rij in Vertaling.objects.all()) == sorted(
        [f"{ja.sleutel}.k2", f"{waarom.sleutel}.tekst"]
    )
    assert [k.sleutel for k in lijst.vragen.get(tekst="Komt u?").keuzes.all()] == ["k1", "k2"]


# What stands around the questions

GEGEVENS = {"titel": "Wonen", "inleiding": "Daarom.", "werving": "open"}


def test_a_declared_sample_says_how_it_was_drawn(lijst, anna):
    velden = {**GEGEVENS, "werving": "steekproef"}
    antwoord = anna.post(adres("gegevens", lijst), velden)
    assert {"steekproef_hoe", "steekproef_gevraagd"} == set(vind_formulier(antwoord).errors)
    velden |= {"steekproef_hoe": "Loting uit het bevolkingsregister", "steekproef_gevraagd": "1.200"}
    anna.post(adres("gegevens", lijst), velden)
    lijst.refresh_from_db()
    assert (lijst.werving, lijst.steekproef_gevraagd) == (Werving.STEEKPROEF, 1200)


def test_settings_behind_more_are_kept(lijst, anna):
    velden = {
        **GEGEVENS,
        "grondslag": "algemeen_belang",
        "verantwoordelijke": " Gemeente  Delft ",
        "ook_onder_16": "on",
        "max_per_uur": "500",
    }
    anna.post(adres("gegevens", lijst), velden)
    lijst.refresh_from_db()
    assert (lijst.grondslag, lijst.verantwoordelijke, lijst.max_per_uur) == (
        "algemeen_belang",
        "Gemeente Delft",
        500,
    )
    assert (lijst.ook_onder_16, lijst.vraag_citaat) == (True, False)


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [("max_per_uur", "veel"), ("max_per_uur", "0"), ("verantwoordelijke", "v" * 201)],
)
def test_a_refused_setting_stays_on_the_page_that_is_opened_for_it(lijst, anna, veld, waarde):
    antwoord = anna.post(adres("gegevens", lijst), {**GEGEVENS, veld: waarde})
    assert veld in vind_formulier(antwoord).errors
    assert vind_formulier(antwoord)[veld].value() == waarde
    assert vind_formulier(antwoord).meer_open()


@pytest.mark.parametrize("naam", ["grondslag", "verantwoordelijke", "ook_onder_16"])
def test_what_people_read_is_fixed_once_there_are_answers(lijst, wie, anna, naam):
    from peilingen.domain.vragenlijsten import change_vragenlijst

    open_vragenlijst(vragenlijst=lijst, wie=wie)
    stuur_in(lijst)
    assert naam not in vind_formulier(anna.get(adres("gegevens", lijst))).fields
    with pytest.raises(VragenStaanVast):
        change_vragenlijst(vragenlijst=lijst, wie=wie, **{naam: "gerechtvaardigd"})


# Starting and opening


def test_opening_brings_the_ronde_from_preparing_to_collecting_and_says_so(mensen, lijst, anna):
    tekst = lees(anna.post(adres("openen", lijst), follow=True))
    mensen.ronde.refresh_from_db()
    assert mensen.ronde.fase == Fase.OPHALEN
    assert "De ronde staat nu op “ophalen”." in tekst
    assert Auditregel.objects.filter(handeling="fase_veranderd").count() == 1


def test_opening_in_a_later_phase_leaves_the_ronde_where_it_is(mensen, lijst, anna, wie):
    mensen.ronde.fase = Fase.CODEREN
    mensen.ronde.save()
    assert "De ronde staat nu op" not in lees(anna.post(adres("openen", lijst), follow=True))
    close_vragenlijst(vragenlijst=lijst, wie=wie)
    mensen.ronde.refresh_from_db()
    assert mensen.ronde.fase == Fase.CODEREN


def test_without_areas_the_way_to_them_stands_at_the_question(mensen, wie, anna):
    lijst = create_vragenlijst(ronde=mensen.ronde, wie=wie, sjabloon="buurt")
    buurt = lijst.vragen.get(soort=Vraagsoort.BUURT)
    paden = (adres("vragenlijst", lijst), adres("vraag", lijst, buurt))
    for pad in paden:
        assert "Buurten toevoegen" in lees(anna.get(pad))
    maak_gebied(mensen.organisatie, "Buurt West")
    for pad in paden:
        assert "Buurten toevoegen" not in lees(anna.get(pad))


def test_the_preview_may_be_framed_by_our_own_pages_only(lijst, anna):
    antwoord = anna.get(adres("voorbeeld", lijst))
    assert antwoord.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in antwoord.headers["Content-Security-Policy"]
    pagina = anna.get(adres("vragenlijst", lijst))
    assert pagina.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in pagina.headers["Content-Security-Policy"]
    assert "frame-src 'self'" in pagina.headers["Content-Security-Policy"]


def test_in_a_frame_the_preview_needs_no_bar(lijst, anna):
    assert "Terug naar de vragenlijst" in lees(anna.get(adres("voorbeeld", lijst)))
    kader = anna.get(adres("voorbeeld", lijst), headers={"Sec-Fetch-Dest": "iframe"})
    assert "Terug naar de vragenlijst" not in lees(kader)
