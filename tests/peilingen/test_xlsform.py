"""XLSForm: what we write is accepted by pyxform and reads back; what others write comes in, or is reported by row."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import Phase, given, settings
from openpyxl import Workbook, load_workbook
from pyxform.xls2xform import convert

from peilingen.domain.instellingen import Instellingen
from peilingen.domain.voorwaarden import Regel, Vergelijking, Voorwaarde
from peilingen.domain.vorm.typen import Optie, Vorm
from peilingen.domain.vorm.xlsform_lezen import read_xlsform
from peilingen.domain.vorm.xlsform_schrijven import write_xlsform
from peilingen.refusals import OnleesbaarFormulier
from tests.peilingen.makers_vorm import maak_vorm, vormen


def keur(data: bytes) -> str:
    """What pyxform makes of a workbook; it raises what it refuses."""
    return convert(data, file_type=".xlsx").xform


def maak_werkmap(
    survey: Sequence[tuple], choices: Sequence[tuple] = (), settings: Sequence[tuple] = ()
) -> bytes:
    werkmap = Workbook()
    werkmap.active.title = "survey"
    for naam, rijen in (("survey", survey), ("choices", choices), ("settings", settings)):
        vel = werkmap["survey"] if naam == "survey" else werkmap.create_sheet(naam)
        for rij in rijen:
            vel.append(rij)
    uit = BytesIO()
    werkmap.save(uit)
    return uit.getvalue()


def wat_meekomt(vorm: Vorm) -> Vorm:
    """The questionnaire as XLSForm can hold it."""
    return Vorm(
        titel=vorm.titel,
        inleiding=vorm.inleiding,
        talen=tuple(
            taal
            for taal in dict.fromkeys((*vorm.talen, *sorted(vorm.vertalingen)))
            if set(vorm.vertalingen.get(taal, ())) - {"titel"}
        ),
        vragen=tuple(
            replace(
                vraag,
                stam=vraag.tekst,
                instellingen=replace(
                    vraag.instellingen,
                    eenheid="",
                    weet_niet=vraag.instellingen.weet_niet and bool(vraag.keuzes),
                    wil_niet=vraag.instellingen.wil_niet and bool(vraag.keuzes),
                ),
            )
            for vraag in vorm.vragen
        ),
        vertalingen={
            taal: {plek: replace(w, verouderd=False) for plek, w in plekken.items() if plek != "titel"}
            for taal, plekken in vorm.vertalingen.items()
            if set(plekken) - {"titel"}
        },
    )


def test_pyxform_accepts_what_we_write():
    xform = keur(write_xlsform(maak_vorm())[0])
    assert "Hoe is het in uw buurt?" in xform
    assert "selected( /data/v2 , 'k1')" in xform
    assert "هل تعرف مركز الحي؟" in xform


def test_out_and_back_is_the_same_but_for_what_was_reported():
    data, verlies = write_xlsform(maak_vorm())
    terug = read_xlsform(data)
    assert terug.vorm == wat_meekomt(maak_vorm())
    assert terug.meldingen == ()
    assert [str(melding) for melding in verlies] == [
        "De vertaling van de titel komt niet mee: XLSForm kent één titel.",
        "Welke vraag eerder met andere woorden is gesteld, komt niet mee.",
        "vraag 1: “anders, namelijk” komt mee. In andere programma's heet die keuze “Other”.",
        "vraag 1: “weet ik niet” en “zeg ik liever niet” worden gewone keuzes.",
        "“Over uzelf”: de uitleg bij het onderdeel wordt een blok tekst aan het begin.",
        "vraag 5: “weet ik niet” en “zeg ik liever niet” komen niet mee.",
        "vraag 5: de eenheid “jaar” komt niet mee.",
        "vraag 10: wordt een tekstvraag. De lijst met uw buurten komt niet mee.",
        "vraag 11: wordt een tekstvraag. De lijst met plekken komt niet mee.",
    ]


def test_the_same_questionnaire_gives_the_same_bytes():
    assert write_xlsform(maak_vorm()) == write_xlsform(maak_vorm())


@settings(max_examples=40, phases=[Phase.generate])
@given(vormen())
def test_any_questionnaire_is_accepted_by_pyxform_and_comes_back(vorm):
    data, _verlies = write_xlsform(vorm)
    keur(data)
    terug = read_xlsform(data)
    assert terug.vorm == wat_meekomt(vorm)
    assert terug.meldingen == ()


def test_no_cell_is_a_formula():
    vorm = replace(maak_vorm(), inleiding='=HYPERLINK("http://x")')
    blad = load_workbook(BytesIO(write_xlsform(vorm)[0]))["survey"]
    assert {cel.data_type for rij in blad.iter_rows() for cel in rij if cel.value} == {"s"}


# What others write

SURVEY = [
    (
        "type",
        "name",
        "label::English (en)",
        "label::Dutch (nl)",
        "label::French (fr)",
        "hint::Dutch (nl)",
        "required",
        "relevant",
        "constraint",
        "appearance",
        "calculation",
        "image",
    ),
    ("start", "begin"),
    (
        "text",
        "naam",
        "Your words",
        "Uw woorden",
        "Vos mots",
        "",
        "yes",
        "",
        "string-length(.) > 3",
        "multiline",
    ),
    ("select_one ja_nee", "thuis", "Home?", "Bent u thuis?", "", "Alleen overdag.", "", "", "", "minimal"),
    (
        "select_multiple dieren or_other",
        "dieren",
        "Pets?",
        "Welke dieren?",
        "",
        "",
        "",
        "${thuis} = 'ja'",
        "count-selected(.) <= 2",
    ),
    ("begin_group", "g1", "About you", "Over uzelf", "", "", "", "selected(${dieren}, 'kat')"),
    ("integer", "leeftijd", "Age", "Hoe oud bent u?", "", "", "", "", ". >= 16 and . <= 120"),
    ("begin_group", "g2", "", "", "", "", "", "${leeftijd} > 17"),
    ("decimal", "lengte", "Height", "Hoe lang bent u?", "", "", "", "${thuis} != 'nee' or ${leeftijd} < 20"),
    ("end_group",),
    ("end_group",),
    ("range", "cijfer", "Mark", "Welk cijfer?"),
    ("geopoint", "plek", "Where?", "Waar?"),
    ("image", "foto", "Photo", "Foto"),
    ("calculate", "som", "", "", "", "", "", "", "", "", "1 + 1"),
    ("note", "bedankt", "Thanks ${naam}", "Dank u ${naam}", "", "", "", "", "", "", "", "dank.png"),
    ("begin_repeat", "r1", "Children", "Kinderen"),
    ("date", "geboren", "Born", "Wanneer geboren?", "", "", "", "today() > '2020-01-01'", "", "year"),
    ("end_repeat",),
    ("rank dieren", "volgorde", "Order", "Zet op volgorde"),
    ("begin_group", "m1", "Agree?", "Bent u het eens?", "", "", "", "", "", "field-list"),
    ("select_one ja_nee", "m1_kop", "", "", "", "", "", "", "", "label"),
    ("select_one ja_nee", "m1_a", "Green", "Er is groen", "", "", "", "", "", "list-nolabel"),
    ("select_one ja_nee", "m1_b", "Safe", "Het is veilig", "", "", "", "", "", "list-nolabel"),
    ("end_group",),
]
CHOICES = [
    ("list_name", "name", "label::English (en)", "label::Dutch (nl)", "filter"),
    ("ja_nee", "ja", "Yes", "Ja", "x"),
    ("ja_nee", "nee", "No", "Nee"),
    ("dieren", "kat", "Cat", "Kat"),
    ("dieren", "hond", "Dog", "Hond"),
]
SETTINGS = [("form_title", "form_id", "style"), ("Huisdieren", "dieren", "pages")]


@pytest.fixture(scope="module")
def gelezen():
    return read_xlsform(maak_werkmap(SURVEY, CHOICES, SETTINGS))


def test_every_type_that_both_have_comes_in(gelezen):
    assert gelezen.vorm.titel == "Huisdieren"
    assert [(vraag.soort.value, vraag.tekst) for vraag in gelezen.vorm.vragen] == [
        ("open", "Uw woorden"),
        ("een_keuze", "Bent u thuis?"),
        ("meer_keuzes", "Welke dieren?"),
        ("onderdeel", "Over uzelf"),
        ("getal", "Hoe oud bent u?"),
        ("getal", "Hoe lang bent u?"),
        ("onderdeel", "Overige vragen"),
        ("getal", "Welk cijfer?"),
        ("tekstblok", "Dank u ${naam}"),
        ("onderdeel", "Kinderen"),
        ("datum", "Wanneer geboren?"),
        ("onderdeel", "Overige vragen"),
        ("rangorde", "Zet op volgorde"),
        ("matrix", "Bent u het eens?"),
    ]
    op_naam = {vraag.sleutel: vraag for vraag in gelezen.vorm.vragen}
    assert op_naam["naam"].verplicht
    assert op_naam["thuis"].uitleg == "Alleen overdag."
    assert op_naam["dieren"].instellingen == Instellingen(anders=True, meeste=2)
    assert op_naam["leeftijd"].instellingen == Instellingen(minimum="16", maximum="120")
    assert op_naam["lengte"].instellingen == Instellingen(decimalen=2)
    assert op_naam["cijfer"].instellingen == Instellingen(minimum="0", maximum="10")
    assert op_naam["geboren"].instellingen == Instellingen(weergave="jaar")
    assert op_naam["m1"].stellingen == (Optie("s1", "Er is groen"), Optie("s2", "Het is veilig"))
    assert op_naam["m1"].keuzes == (Optie("k1", "Ja"), Optie("k2", "Nee"))


def test_conditions_that_ours_can_say_come_in(gelezen):
    op_naam = {vraag.sleutel: vraag.voorwaarde for vraag in gelezen.vorm.vragen}
    een_van, hoogstens = Vergelijking.EEN_VAN, Vergelijking.HOOGSTENS
    assert op_naam["dieren"] == Voorwaarde((Regel("thuis", een_van, ("k1",)),))
    assert op_naam["g1"] == Voorwaarde((Regel("dieren", een_van, ("k1",)),))
    of = (Regel("thuis", Vergelijking.GEEN_VAN, ("k2",)), Regel("leeftijd", hoogstens, getal="19"))
    assert op_naam["lengte"] == Voorwaarde(of, alle=False)


def test_translations_come_in_by_language(gelezen):
    assert gelezen.vorm.talen == ("en",)
    woorden = {plek: w.tekst for plek, w in gelezen.vorm.vertalingen["en"].items()}
    assert woorden["naam.tekst"] == "Your words"
    assert woorden["thuis.k1"] == "Yes"
    assert woorden["m1.s1"] == "Green"


def test_what_does_not_come_along_is_told_by_row(gelezen):
    meldingen = [str(melding) for melding in gelezen.meldingen]
    for begin in (
        "De taal “French (fr)” kennen wij niet.",
        "blad settings: “style” komt niet mee.",
        "rij 2: “start” is iets van het toestel.",
        "rij 3: de eis “string-length(.) > 3” kan hier niet.",
        "rij 9: de voorwaarde van de groep erboven kan hier niet bij.",
        "rij 13: een vraag van de soort “geopoint” kan hier niet.",
        "rij 14: een vraag van de soort “image” kan hier niet.",
        "rij 15: een vraag van de soort “calculate” kan hier niet.",
        "rij 16: een antwoord dat in de tekst wordt ingevuld, komt niet mee.",
        "rij 16: de kolom “image” komt niet mee.",
        "rij 17: herhalen kan hier niet. Deze vragen komen één keer.",
        "rij 18: de voorwaarde “today() > '2020-01-01'” kan hier niet.",
        "blad choices, rij 2: de kolom “filter” komt niet mee.",
        "Hoe vragen eruitzien komt niet mee: minimal.",
    ):
        assert any(melding.startswith(begin) for melding in meldingen), (begin, meldingen)


def test_words_that_look_like_markup_stay():
    survey = [("type", "name", "label"), ("text", "a", "Bent u <18 of >67 & ${b}?")]
    gelezen = read_xlsform(maak_werkmap(survey))
    assert gelezen.vorm.vragen[0].tekst == "Bent u <18 of >67 & ${b}?"
    assert "<18 of >67 & $ {b}?" in str(
        load_workbook(BytesIO(write_xlsform(gelezen.vorm)[0]))["survey"]["C2"].value
    )


@pytest.mark.parametrize(
    ("data", "tekst"),
    [
        (b"PK\x03\x04", "Dit is geen leesbaar Excel-bestand (.xlsx)."),
        (maak_werkmap([("vraag", "antwoord"), ("a", "b")]), "Dit Excel-bestand is geen XLSForm"),
        (maak_werkmap([]), "Dit Excel-bestand is geen XLSForm"),
        (b"PK" + b"0" * 6_000_000, "Dit Excel-bestand is te groot voor een vragenlijst."),
    ],
)
def test_another_workbook_gets_one_clear_line(data, tekst):
    with pytest.raises(OnleesbaarFormulier) as fout:
        read_xlsform(data)
    assert str(fout.value).startswith(tekst)
