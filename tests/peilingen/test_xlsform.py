"""XLSForm: what we write is accepted by pyxform and reads back; what others write comes in, or is reported by row."""

from dataclasses import replace
from io import BytesIO

from hypothesis import Phase, given, settings
from openpyxl import Workbook, load_workbook

from peilingen.domain.vorm.typen import Vorm
from peilingen.domain.vorm.xlsform_lezen import read_xlsform
from peilingen.domain.vorm.xlsform_schrijven import write_xlsform
from tests.peilingen.makers_vorm import maak_vorm, vormen


def keur(data: bytes) -> str:
    """What pyxform makes of a workbook; it raises what it refuses."""
    from pyxform.xls2xform import convert

    return convert(data, file_type=".xlsx").xform


def maak_werkmap(survey: list[tuple], choices: list[tuple] = (), settings: list[tuple] = ()) -> bytes:
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
