"""Answers from paper or elsewhere into a questionnaire: by the acts, and by the pages."""

import io
from unicodedata import normalize as unicode_normalize

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from basis.tabel import Meting, Savkolom, Savsoort, Tabel, read_tabel, write_csv, write_sav
from organisaties.enums import Kanaal, Rol
from organisaties.models import Auditregel, Bronwijziging
from peilingen.domain.antwoordkolommen import Celsoort, Deel, Kolom
from peilingen.domain.cellen import read_namen
from peilingen.domain.invoer_cellen import Celprobleem, build_lezers
from peilingen.domain.invoer_kolommen import list_doelen, match_kolommen, normalise
from peilingen.domain.invoer_lijst import read_antwoorden_in, read_lezing, upload_antwoorden
from peilingen.domain.invulbestand import UITLEG, write_invulbestand
from peilingen.domain.inzenden import list_vragen
from peilingen.domain.nummeren import number_vragen
from peilingen.domain.vragenlijsten import close_vragenlijst
from peilingen.domain.waarden import read_waarden
from peilingen.enums import Invoerstatus, Vragenlijststatus
from peilingen.models import Invoerbestand, Inzending
from peilingen.refusals import AlIngelezen, NogNietGeopend, OnjuisteInvoer, OnjuisteKoppeling, UitBestand

from .makers_cijfers import als_bestand, maak_alles, op_sleutel, schrijf, stuur, voorbeelden

KLEIN = """kent;schaal;Wat mist u in uw buurt?;kanaal
ja;goed;Een bankje;papier
 NEE ;5;;
;;;
"""


@pytest.fixture
def alles(mensen):
    return maak_alles(mensen)


@pytest.fixture
def breng_in(mensen, alles):
    """Upload a file and read it in with what its columns say."""

    def doe(inhoud: str | bytes, naam: str = "in.csv", **velden) -> int:
        data = inhoud if isinstance(inhoud, bytes) else inhoud.encode()
        wie = mensen.organisator.gebruiker
        invoer = upload_antwoorden(lijst=alles.lijst, wie=wie, bestand=als_bestand(data, naam))
        return read_antwoorden_in(
            invoer=invoer, wie=wie, koppeling=velden.pop("koppeling", invoer.koppeling), **velden
        )

    return doe


def antwoorden_van(alles) -> list[dict]:
    sleutels = {vraag.pk: sleutel for sleutel, vraag in alles.vragen.items()}
    return [
        {sleutels[pk]: waarde for pk, waarde in read_waarden(inzending).items()}
        for inzending in Inzending.objects.order_by("kanaal")
    ]


def test_columns_are_known_by_key_heading_and_words(breng_in, alles):
    assert breng_in(KLEIN) == 2
    een, twee = antwoorden_van(alles)
    kanalen = list(Inzending.objects.order_by("pk").values_list("kanaal", flat=True))
    assert kanalen == [Kanaal.PAPIER, Kanaal.PAPIER]
    assert {alles.keuze("kent", 1), alles.keuze("kent", 2)} == {w["kent"].keuzes[0] for w in (een, twee)}
    assert sorted(w["schaal"].getal for w in (een, twee)) == [4, 5]
    assert Bronwijziging.objects.count() == 1
    assert Auditregel.objects.get(handeling="antwoorden_ingelezen").omschrijving == "in.csv: 2"


def test_the_same_file_comes_in_once_per_questionnaire(mensen, breng_in, alles):
    breng_in(KLEIN)
    with pytest.raises(AlIngelezen):
        breng_in(KLEIN)
    ander = maak_alles(mensen, "Een andere")
    wie = mensen.organisator.gebruiker
    invoer = upload_antwoorden(lijst=ander.lijst, wie=wie, bestand=als_bestand(KLEIN.encode()))
    assert read_antwoorden_in(invoer=invoer, wie=wie, koppeling=invoer.koppeling) == 2
    assert Inzending.objects.count() == 4


def test_a_row_never_comes_in_twice_even_if_the_record_of_the_file_is_lost(breng_in):
    breng_in(KLEIN)
    Invoerbestand.objects.all().delete()
    breng_in(KLEIN)
    assert Inzending.objects.count() == 2


def test_the_file_is_deleted_once_it_is_in(breng_in, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        breng_in(KLEIN)
    invoer = Invoerbestand.objects.get()
    assert (invoer.status, bool(invoer.bestand), invoer.overgeslagen) == (Invoerstatus.INGELEZEN, False, 0)


def test_all_errors_are_told_with_row_and_column_and_nothing_is_kept(breng_in, alles):
    with pytest.raises(OnjuisteInvoer) as gevangen:
        breng_in(
            "kort;schaal;jaren;dag;rang_k1;rang_k2;kanaal;hulp\n"
            "a;goed;3;1-5-2024;1;2;;\n"
            "b;misschien;1.000;31-2-2024;2;2;fax;soms\n"
        )
    assert gevangen.value.fouten == [
        (
            "Rij 3, kolom 2: “misschien” is geen keuze bij vraag 5. "
            "Kies uit: heel slecht, slecht, tussenin, goed, heel goed."
        ),
        "Rij 3, kolom 3: “1.000” is geen getal. Schrijf het zonder punten, met een komma voor wat erachter komt.",
        "Rij 3, kolom 4: “31-2-2024” is hier geen datum. Schrijf de datum zoals 31-12-2026.",
        "Rij 3, kolom 6: Plaats 2 staat er twee keer bij deze vraag.",
        (
            "Rij 3, kolom 7: “fax” is geen kanaal. Kies uit: online vragenlijst, papieren vragenlijst, "
            "tafelgesprek, ideekaart, telefoon, e-mail, brief, markt of straat, spreekuur, anders."
        ),
        "Rij 3, kolom 8: “soms” is geen ja of nee.",
    ]
    assert not Inzending.objects.exists()
    assert Invoerbestand.objects.get().status == Invoerstatus.GEUPLOAD


@pytest.mark.parametrize(
    ("sleutel", "cel", "verwacht"),
    [
        ("kent", "JA", {"keuzes": [1]}),
        ("kent", "  3,   Soms ", {"keuzes": [3]}),
        ("kent", "3", {"keuzes": [3]}),
        ("kent", "soms wel", {"tekst": "soms wel"}),
        ("kent", "anders", {"tekst": "anders"}),
        ("kent", "(weet ik niet)", {"bijzonder": "weet_niet"}),
        ("kent", "weet niet", {"bijzonder": "weet_niet"}),
        ("waar", "Park; markt", {"keuzes": [1, 2]}),
        ("waar", "Markt, Park", {"keuzes": [1, 2]}),
        ("waar", "bieb; of café", {"tekst": "bieb, of café"}),
        ("waar", "Park|de kade", {"keuzes": [1], "tekst": "de kade"}),
        ("waar_k2", "x", {"keuzes": [2]}),
        ("waar_k2", "Markt", {"keuzes": [2]}),
        ("waar_k2", "0", None),
        ("schaal", "tussenin", {"getal": 3}),
        ("jaren", "12,50", {"waarde": "12.5"}),
        ("jaren", "12 jaar", {"waarde": "12"}),
        ("jaren", "-0,5", {"waarde": "-0.5"}),
        ("jaren", "100", {"waarde": "100"}),
        ("dag", "2024-05-01", {"waarde": "2024-05-01"}),
        ("dag", "2024-05-01T00:00:00", {"waarde": "2024-05-01"}),
        ("dag", "1/5/2024", {"waarde": "2024-05-01"}),
        ("jaar", "1984", {"waarde": "1984"}),
        ("rang", "rust; groen", {"waarde": ["k2", "k1"]}),
        ("buurt", "west", {"gebied": 0}),
        ("buurt", "Nergens", {"tekst": "Nergens"}),
        ("buurt", "(weet ik niet)", {}),
        ("plek", "huiskamer jan de wit", {"plek": True}),
        ("plek", "het bankje", {"tekst": "het bankje"}),
        ("open", "weet ik niet", {"tekst": "weet ik niet"}),
        ("open", "(geen antwoord)", None),
        ("leeftijd", "(niet gevraagd)", None),
        ("kort", "   ", None),
    ],
)
def test_a_cell_becomes_an_answer(alles, sleutel, cel, verwacht):
    tabel = Tabel("x", (sleutel, "bij"), ((cel, ""),), (2,))
    lezing = read_lezing(lijst=alles.lijst, tabel=tabel, koppeling={sleutel: sleutel})
    assert lezing.fouten == ()
    if verwacht is None:
        assert (lezing.rijen, lezing.leeg) == ((), 1)
        return
    waarde = next(iter(lezing.rijen[0].antwoorden.values()))
    vraag = sleutel.split("_")[0]
    assert waarde.keuzes == tuple(alles.keuze(vraag, nummer) for nummer in verwacht.get("keuzes", []))
    assert waarde.gebied == (alles.gebieden[0].pk if "gebied" in verwacht else None)
    assert waarde.plek == (alles.plek.pk if "plek" in verwacht else None)
    assert (waarde.tekst, waarde.getal, waarde.waarde, waarde.bijzonder) == tuple(
        verwacht.get(naam, leeg)
        for naam, leeg in (("tekst", ""), ("getal", None), ("waarde", None), ("bijzonder", ""))
    )


@pytest.mark.parametrize(
    ("sleutel", "cel", "tekst"),
    [
        ("schaal", "9", "geen keuze bij vraag 5"),
        ("schaal", "0", "geen keuze"),
        ("leeftijd", "oud", "Kies uit: jonger dan 16, 16 tot en met 26"),
        ("waar_k1", "misschien", "Zet een x of laat de cel leeg"),
        ("jaren", "veel", "geen getal"),
        ("jaren", "1e9", "geen getal"),
        ("jaren", "١٢", "geen getal"),
        ("dag", "1984", "geen datum"),
        ("dag", "2024-13-01", "geen datum"),
        ("jaar", "84", "Schrijf een jaar, zoals 1984"),
        ("rang_k1", "4", "van 1 tot en met 3"),
        ("rang_k1", "²", "geen plaats"),
        ("rang", "zee", "geen keuze bij vraag 9"),
        ("matrix_s1", "schoon", "geen keuze bij vraag 10"),
    ],
)
def test_a_cell_that_cannot_be_an_answer(alles, sleutel, cel, tekst):
    tabel = Tabel("x", (sleutel,), ((cel,),), (14,))
    lezing = read_lezing(lijst=alles.lijst, tabel=tabel, koppeling={sleutel: sleutel})
    assert [str(fout)[:17] for fout in lezing.fouten] == ["Rij 14, kolom 1: "]
    assert tekst in str(lezing.fouten[0])
    assert len(str(lezing.fouten[0])) < 400


def test_an_answer_and_a_reason_for_none_do_not_go_together(alles):
    tabel = Tabel("x", ("waar_k1", "waar_k2"), (("x", "(weet ik niet)"),), (2,))
    lezing = read_lezing(
        lijst=alles.lijst, tabel=tabel, koppeling={"waar_k1": "waar_k1", "waar_k2": "waar_k2"}
    )
    assert "Laat er één staan" in str(lezing.fouten[0])


def test_a_name_that_is_not_in_the_list_beside_own_words(alles):
    tabel = Tabel("x", ("buurt", "buurt_woorden"), (("Wets", "bij de brug"),), (2,))
    lezing = read_lezing(
        lijst=alles.lijst, tabel=tabel, koppeling={"buurt": "buurt", "buurt_woorden": "buurt_woorden"}
    )
    assert "“Wets” staat niet in uw lijst" in str(lezing.fouten[0])


def test_an_answer_to_a_question_that_is_not_asked_is_counted_and_left_out(breng_in, alles):
    tekst = "kent,leeftijd\nnee,80 of ouder\n"
    tabel = Tabel("x", ("kent", "leeftijd"), (("nee", "80 of ouder"),), (2,))
    assert (
        read_lezing(lijst=alles.lijst, tabel=tabel, koppeling={"kent": "kent", "leeftijd": "leeftijd"}).buiten
        == 1
    )
    breng_in(tekst)
    assert [sorted(waarden) for waarden in antwoorden_van(alles)] == [["kent"]]


@pytest.mark.parametrize(
    ("koppeling", "tekst"),
    [
        ({}, "Kies minstens één kolom"),
        ({"a": "kanaal"}, "Kies minstens één kolom"),
        ({"a": "v99"}, "intussen veranderd"),
        ({"a": "kent", "b": "kent"}, "voor meer dan één kolom"),
        ({"a": "waar", "b": "waar_k1"}, "vraag 4 als geheel en ook per keuze"),
    ],
)
def test_columns_that_cannot_be(alles, koppeling, tekst):
    tabel = Tabel("x", ("a", "b"), (("ja", "nee"),), (2,))
    with pytest.raises(OnjuisteKoppeling, match=tekst):
        read_lezing(lijst=alles.lijst, tabel=tabel, koppeling=koppeling)


def test_a_closed_questionnaire_takes_what_was_given_before(mensen, alles, breng_in):
    dicht = close_vragenlijst(vragenlijst=alles.lijst, wie=mensen.organisator.gebruiker)
    alles.lijst.refresh_from_db()
    assert breng_in(KLEIN) == 2
    assert Inzending.objects.first().ingediend_op <= dicht.gesloten_op


def test_a_draft_and_a_file_take_nothing(mensen, alles):
    wie = mensen.organisator.gebruiker
    alles.lijst.status = Vragenlijststatus.CONCEPT
    with pytest.raises(NogNietGeopend):
        upload_antwoorden(lijst=alles.lijst, wie=wie, bestand=als_bestand(b"kent\nja\n"))
    alles.lijst.herkomst = "bestand"
    with pytest.raises(UitBestand):
        upload_antwoorden(lijst=alles.lijst, wie=wie, bestand=als_bestand(b"kent\nja\n"))


def sav(kolommen: list[Savkolom], rijen: list[tuple]) -> bytes:
    stroom = io.BytesIO()
    write_sav(stroom, kolommen, rijen)
    return stroom.getvalue()


def test_a_statistics_file_of_another_program_goes_by_labels_not_by_codes(breng_in, alles):
    kolommen = [
        Savkolom(
            "Q1", "Kent u het buurthuis?", waarden=((1, "Nee"), (2, "Ja"), (99, "Weet niet")), gemist=(99,)
        ),
        Savkolom("Q2", "Wat mist u in uw buurt?", Savsoort.TEKST),
        Savkolom("gewicht", "", meting=Meting.SCHAAL),
    ]
    breng_in(sav(kolommen, [(1, "Een bankje", 1.5), (2, "", 0.5), (99, "", 1)]), "enquete.sav")
    gekozen = [waarden["kent"] for waarden in antwoorden_van(alles)]
    assert sorted(w.bijzonder for w in gekozen) == ["", "", "weet_niet"]
    assert {w.keuzes for w in gekozen} == {(alles.keuze("kent", 1),), (alles.keuze("kent", 2),), ()}


def test_the_spreadsheet_to_key_in_comes_back_without_choosing(mensen, alles, breng_in):
    stroom = io.BytesIO()
    write_invulbestand(alles.lijst, stroom)
    werkmap = openpyxl.load_workbook(stroom)
    blad = werkmap["Invullen"]
    kop = [cel.value for cel in blad[1]]
    assert werkmap.sheetnames == ["Invullen", "Uitleg", "Keuzelijsten"]
    assert (kop[0], kop[1], blad["A2"].value) == (
        "formulier",
        "Woorden mogen aangehaald worden [mag_citeren]",
        UITLEG,
    )
    plek = {naam.rpartition("[")[2].rstrip("]"): nummer for nummer, naam in enumerate(kop, start=1)}
    lijsten = {str(deel.sqref): deel.formula1 for deel in blad.data_validations.dataValidation}
    vrij = {
        "open",
        "kort",
        "kent_anders",
        "waar_anders",
        "jaren",
        "dag",
        "jaar",
        "buurt_woorden",
        "plek_woorden",
    }
    assert len(lijsten) == len(set(plek) - vrij - {"formulier"})
    getypt: list[tuple[str, str | float]] = [
        ("kent", "ja"), ("waar_k1", "x"), ("schaal", "goed"), ("jaren", 12.5), ("rang_k2", 1), ("matrix_s1", "eens"),
        ("buurt", "West"), ("leeftijd", "80 of ouder"), ("mag_citeren", "nee"), ("open", "Een bankje"),
    ]  # fmt: skip
    for sleutel, waarde in getypt:
        blad.cell(3, plek[sleutel]).value = waarde
    blad.cell(3, 1).value = 17
    uit = io.BytesIO()
    werkmap.save(uit)
    assert breng_in(uit.getvalue(), "invulbestand.xlsx") == 1
    (waarden,) = antwoorden_van(alles)
    assert sorted(waarden) == [
        "buurt",
        "jaren",
        "kent",
        "leeftijd",
        "matrix",
        "open",
        "rang",
        "schaal",
        "waar",
    ]
    assert Inzending.objects.get().mag_citeren is False
    assert Inzending.objects.get().kanaal == Kanaal.PAPIER


def test_an_empty_spreadsheet_brings_nothing(alles, breng_in):
    stroom = io.BytesIO()
    write_invulbestand(alles.lijst, stroom)
    with pytest.raises(OnjuisteInvoer):
        breng_in(stroom.getvalue(), "leeg.xlsx")


# Properties of the mapping, on plain values.

woord = st.text("abcde éV1[]–.?", min_size=1, max_size=8).map(lambda t: " ".join(t.split())).filter(bool)


@st.composite
def lijsten(draw: st.DrawFn) -> list[Kolom]:
    namen = draw(
        st.lists(st.from_regex(r"[a-e][a-z0-9_]{0,3}", fullmatch=True), min_size=1, max_size=5, unique=True)
    )
    return [
        Kolom(naam, f"{nummer}. {draw(woord)}", Celsoort.TEKST, Deel.WAARDE, None, nummer)
        for nummer, naam in enumerate(namen, start=1)
    ]


@given(lijsten(), st.lists(woord, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_columns_does_not_matter(doelen, vreemd, toeval):
    koppen = list(
        dict.fromkeys([*(doel.kop for doel in doelen[:2]), *(doel.naam for doel in doelen), *vreemd])
    )
    een = match_kolommen(Tabel("x", tuple(koppen), (), ()), doelen)
    toeval.shuffle(koppen)
    assert match_kolommen(Tabel("x", tuple(koppen), (), ()), doelen) == een


@given(lijsten(), st.lists(woord, unique=True, max_size=6))
def test_a_column_that_names_nothing_is_never_taken(doelen, koppen):
    bekend = {normalise(naam) for doel in doelen for naam in (doel.naam, doel.titel)}
    gekozen = match_kolommen(Tabel("x", tuple(koppen), (), ()), doelen)
    assert list(gekozen) == koppen
    for kop, doel in gekozen.items():
        haken = normalise(kop.rpartition("[")[2].rstrip("] ")) if kop.rstrip().endswith("]") else ""
        assert not doel or normalise(kop) in bekend or haken in bekend
    gebruikt = [doel for doel in gekozen.values() if doel]
    assert len(gebruikt) == len(set(gebruikt))


@pytest.fixture
def lezers(alles):
    vragen = list_vragen(alles.lijst)
    doelen = {doel.naam: doel for doel in list_doelen(vragen)}
    return (
        build_lezers(vragen, number_vragen(vragen.values()), read_namen(alles.lijst.ronde.organisatie)),
        doelen,
        alles,
    )


def test_every_cell_gives_an_answer_nothing_or_a_line(lezers):
    alle, doelen, _alles = lezers

    @given(
        st.sampled_from(sorted(naam for naam, doel in doelen.items() if doel.vraag)),
        st.text(max_size=20) | woord,
    )
    def klopt(naam, tekst):
        try:
            alle[doelen[naam].vraag].read([(doelen[naam], tekst)])
        except Celprobleem as gevangen:
            fout = gevangen
        else:
            return
        assert str(fout)
        assert fout.kolom.naam == naam

    klopt()


def test_capitals_spaces_and_width_of_labels_do_not_matter(lezers):
    alle, doelen, alles = lezers
    spatie = st.text(" \t\u00a0", max_size=3)

    @given(st.sampled_from(list(alles.vragen["schaal"].keuzes.all())), spatie, spatie, st.booleans())
    def klopt(keuze, voor, na, groot):
        tekst = keuze.tekst.upper() if groot else keuze.tekst
        tekst = voor + unicode_normalize("NFC", tekst).replace(" ", "  ") + na
        assert alle[doelen["schaal"].vraag].read([(doelen["schaal"], tekst)]).getal == keuze.volgorde

    klopt()


def test_any_order_of_columns_brings_the_same_answers(mensen, alles):
    for antwoorden in voorbeelden(alles):
        stuur(alles.lijst, antwoorden)
    tabel = read_tabel(schrijf(alles.lijst, "xlsx"))
    for nummer, stap in enumerate((1, 7, 11)):
        sprongen = [(plek * stap) % 29 for plek in range(len(tabel.kolommen))]
        plekken = sorted(range(len(tabel.kolommen)), key=sprongen.__getitem__)
        stroom = io.StringIO()
        rijen = [[rij[plek] for plek in plekken] for rij in tabel.rijen]
        write_csv(stroom, [tabel.kolommen[plek] for plek in plekken], rijen)
        kopie = maak_alles(mensen, f"Kopie {nummer}")
        wie = mensen.organisator.gebruiker
        invoer = upload_antwoorden(
            lijst=kopie.lijst, wie=wie, bestand=als_bestand(stroom.getvalue().encode())
        )
        read_antwoorden_in(invoer=invoer, wie=wie, koppeling=invoer.koppeling)
        assert op_sleutel(kopie.lijst) == op_sleutel(alles.lijst)


# The pages.


def test_the_way_through_the_pages(mensen, inloggen, alles):
    client = inloggen(mensen.organisator)
    adres = f"/peilingen/{alles.lijst.pk}/invoer/"
    assert "Invulbestand downloaden" in client.get(adres).content.decode()
    tekst = "kent;open;iets\nja;Een bankje;x\nnee;;y\n"
    pagina = client.post(adres, {"bestand": als_bestand(tekst.encode())}, follow=True)
    inhoud = pagina.content.decode()
    assert "<strong>2 inzendingen</strong>" in inhoud
    assert "Deze kolom wordt niet gebruikt: iets." in inhoud
    hier = pagina.request["PATH_INFO"]
    velden = {"kolom_0": "kent", "kolom_1": "open", "kolom_2": "", "kanaal": "markt"}
    assert not Inzending.objects.exists()
    klaar = client.post(hier, {**velden, "inlezen": "1"}, follow=True)
    assert "2 inzendingen zijn ingelezen." in klaar.content.decode()
    assert set(Inzending.objects.values_list("kanaal", flat=True)) == {Kanaal.MARKT}
    assert client.get(hier).status_code == 302
    weer = client.post(adres, {"bestand": als_bestand(tekst.encode())})
    assert weer.status_code == 400
    assert "al ingelezen" in weer.content.decode()


def test_errors_stand_on_the_page_and_nothing_comes_in(mensen, inloggen, alles):
    client = inloggen(mensen.organisator)
    tekst = "schaal\n" + "misschien\n" * 60
    pagina = client.post(
        f"/peilingen/{alles.lijst.pk}/invoer/", {"bestand": als_bestand(tekst.encode())}, follow=True
    )
    hier = pagina.request["PATH_INFO"]
    antwoord = client.post(hier, {"kolom_0": "schaal", "kanaal": "papier", "inlezen": "1"})
    assert antwoord.status_code == 422
    inhoud = antwoord.content.decode()
    assert "Rij 2, kolom 1: “misschien” is geen keuze bij vraag 5" in inhoud
    assert inhoud.count("is geen keuze") == 50
    assert "En nog 10 fouten." in inhoud
    assert not Inzending.objects.exists()


def test_a_changed_choice_shows_its_preview_alone(mensen, inloggen, alles):
    client = inloggen(mensen.organisator)
    pagina = client.post(
        f"/peilingen/{alles.lijst.pk}/invoer/", {"bestand": als_bestand(b"a;b\nja;nee\n")}, follow=True
    )
    assert "Kies minstens één kolom" in pagina.content.decode()
    hier = pagina.request["PATH_INFO"]
    deel = client.post(
        hier, {"kolom_0": "kent", "kolom_1": "", "kanaal": "papier"}, headers={"HX-Request": "true"}
    )
    assert "<html" not in deel.content.decode()
    assert "<strong>1 inzending</strong>" in deel.content.decode()


def test_thrown_away_goes_back_to_the_questionnaire(mensen, inloggen, alles):
    client = inloggen(mensen.organisator)
    client.post(f"/peilingen/{alles.lijst.pk}/invoer/", {"bestand": als_bestand(b"kent\nja\n")})
    weg = client.post(f"/invoer/{Invoerbestand.objects.get().pk}/weggooien/")
    assert weg["Location"] == f"/peilingen/{alles.lijst.pk}/invoer/"
    assert not Invoerbestand.objects.exists()


@pytest.mark.parametrize("inhoud", [b"", b"\xff\xfe\0", b"$FL2@(#) SPSS", b"x" * 50])
def test_a_file_that_cannot_be_read_is_said_at_the_field(mensen, inloggen, alles, inhoud):
    antwoord = inloggen(mensen.organisator).post(
        f"/peilingen/{alles.lijst.pk}/invoer/", {"bestand": als_bestand(inhoud, "in.sav")}
    )
    assert antwoord.status_code == 400


@pytest.mark.parametrize("rol", [Rol.CODEUR, Rol.NOTULIST, Rol.LEZER])
@pytest.mark.parametrize("pad", ["uitvoer", "invoer", "invulbestand"])
def test_only_organisers(mensen, inloggen, alles, rol, pad):
    assert inloggen(mensen.lid(rol)).get(f"/peilingen/{alles.lijst.pk}/{pad}/").status_code == 403


@pytest.mark.parametrize("pad", ["uitvoer", "invoer", "invulbestand"])
def test_elsewhere_it_does_not_exist(mensen, inloggen, alles, pad):
    assert inloggen(mensen.elders).get(f"/peilingen/{alles.lijst.pk}/{pad}/").status_code == 404


def test_the_spreadsheet_has_a_safe_name(mensen, inloggen, alles):
    antwoord = inloggen(mensen.organisator).get(f"/peilingen/{alles.lijst.pk}/invulbestand/")
    assert antwoord["Content-Disposition"] == 'attachment; filename="invulbestand-alle-soorten.xlsx"'
