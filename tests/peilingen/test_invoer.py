"""Bringing in a file: by the acts, and by the pages."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from basis.tabel import Savkolom, Savsoort, write_sav
from organisaties.domain.gebieden import load_gemeente
from organisaties.enums import Kanaal, Rol
from organisaties.models import Auditregel, Bronwijziging
from peilingen.domain.invoer import discard_invoer, open_tabel, read_invoer, upload_invoer
from peilingen.domain.koppeling import guess_koppeling, match_kanaal, question_of
from peilingen.enums import Invoerstatus, Vragenlijststatus, Werving
from peilingen.models import Antwoord, Invoerbestand, Inzending, Vraag, Vragenlijst
from peilingen.refusals import AlIngelezen, OnjuisteKoppeling, OnleesbaarBestand

LANG = """nummer;buurt;kanaal;vraag;antwoord
1;Poptahof-Noord;papier;Wat mist u?;Een bankje
1;Poptahof-Noord;papier;Wat gaat goed?;De buren
2;Nergenshuizen;fax;Wat mist u?;=1+1
3;;;Wat mist u?;
"""
BREED = """Wat mist u in uw buurt?,Wat gaat er goed?,Wijk
Een bankje om te zitten,De buren zijn aardig,Voorhof
,Het park is mooi,Voorhof
"""


def bestand(inhoud: str, naam: str = "enquête.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, inhoud.encode())


@pytest.fixture
def upload(mensen):
    def doe(inhoud, naam="enquête.csv"):
        return upload_invoer(
            ronde=mensen.ronde, wie=mensen.organisator.gebruiker, bestand=bestand(inhoud, naam)
        )

    return doe


def test_columns_are_guessed(upload):
    assert upload(LANG).koppeling == {
        "nummer": "nummer", "buurt": "buurt", "kanaal": "kanaal", "vraag": "vraag", "antwoord": "antwoord",
    }  # fmt: skip


def test_long_texts_are_guessed_to_be_answers():
    kolommen = ("Vindt u het hier fijn?", "Cijfer")
    rijen = [("Ja, want de buren zijn aardig en er is een park", "8")]
    assert guess_koppeling(kolommen, rijen) == {"Vindt u het hier fijn?": "antwoord", "Cijfer": "negeren"}


@pytest.mark.parametrize(
    ("waarde", "kanaal"),
    [
        ("Papier", Kanaal.PAPIER),
        ("online", Kanaal.ENQUETE),
        ("tafelgesprek", Kanaal.TAFEL),
        ("fax", None),
        ("", None),
    ],
)
def test_kanalen_are_recognised(waarde, kanaal):
    assert match_kanaal(waarde) == kanaal


def test_a_bare_label_is_no_question():
    assert question_of("tekst") == ""
    assert question_of(" Wat mist u? ") == "Wat mist u?"


def test_one_respondent_with_two_answers_counts_once(upload, mensen):
    load_gemeente(organisatie=mensen.organisatie, gemeente="Delft")
    invoer = upload(LANG)
    lijst = read_invoer(
        invoer=invoer, wie=mensen.organisator.gebruiker, rollen=invoer.koppeling, werving=Werving.PANEL
    )
    assert lijst.status == Vragenlijststatus.GESLOTEN
    assert lijst.werving == Werving.PANEL
    assert sorted((i.groep, i.kanaal, i.antwoorden.count()) for i in Inzending.objects.all()) == [
        ("Nergenshuizen", Kanaal.ENQUETE, 1),
        ("Poptahof-Noord", Kanaal.PAPIER, 2),
    ]
    assert Inzending.objects.get(groep="Poptahof-Noord").gebied.naam == "Poptahof-Noord"
    assert sorted(Vraag.objects.values_list("tekst", flat=True)) == ["Wat gaat goed?", "Wat mist u?"]
    assert Bronwijziging.objects.open().count() == 3
    invoer.refresh_from_db()
    assert (invoer.status, invoer.overgeslagen, bool(invoer.bestand)) == (Invoerstatus.INGELEZEN, 1, False)
    assert Auditregel.objects.filter(handeling="bestand_ingelezen").exists()


def test_each_answer_column_is_a_question(upload, mensen):
    invoer = upload(BREED)
    read_invoer(invoer=invoer, wie=mensen.organisator.gebruiker, rollen=invoer.koppeling)
    assert sorted(Antwoord.objects.values_list("vraag__tekst", "tekst")) == [
        ("Wat gaat er goed?", "De buren zijn aardig"),
        ("Wat gaat er goed?", "Het park is mooi"),
        ("Wat mist u in uw buurt?", "Een bankje om te zitten"),
    ]
    assert Inzending.objects.count() == 2


def test_the_same_question_keeps_its_stam(upload, mensen):
    for inhoud in (LANG, LANG.replace("Een bankje", "Een boom")):
        invoer = upload(inhoud)
        read_invoer(invoer=invoer, wie=mensen.organisator.gebruiker, rollen=invoer.koppeling)
    assert Vraag.objects.count() == 4
    assert len(set(Vraag.objects.values_list("stam", flat=True))) == 2


def test_the_same_file_is_read_once(upload, mensen):
    invoer = upload(LANG)
    assert upload(LANG) == invoer
    read_invoer(invoer=invoer, wie=mensen.organisator.gebruiker, rollen=invoer.koppeling)
    with pytest.raises(AlIngelezen):
        read_invoer(invoer=invoer, wie=mensen.organisator.gebruiker, rollen=invoer.koppeling)
    with pytest.raises(AlIngelezen):
        upload(LANG)
    assert Vragenlijst.objects.count() == 1


def test_a_double_number_is_refused_with_both_rows_and_nothing_is_read(upload, mensen):
    invoer = upload("nummer,antwoord\n7,eerste antwoord\n8,tweede\n7,derde antwoord\n")
    with pytest.raises(OnjuisteKoppeling, match="Rij 4: nummer “7” staat ook in rij 2"):
        read_invoer(invoer=invoer, wie=mensen.organisator.gebruiker, rollen=invoer.koppeling)
    assert not Vragenlijst.objects.exists()
    assert not Bronwijziging.objects.exists()


@pytest.mark.parametrize(
    ("rollen", "tekst"),
    [
        ({}, "minstens één kolom"),
        ({"vraag": "antwoord", "antwoord": "antwoord", "buurt": "vraag"}, "hoort één kolom met antwoorden"),
        ({"antwoord": "antwoord", "buurt": "buurt", "kanaal": "buurt"}, "meer dan één kolom"),
    ],
)
def test_columns_that_do_not_go_together(upload, mensen, rollen, tekst):
    with pytest.raises(OnjuisteKoppeling, match=tekst):
        read_invoer(invoer=upload(LANG), wie=mensen.organisator.gebruiker, rollen=rollen)


def test_a_long_number_is_shown_in_short(upload, mensen):
    invoer = upload(f"nummer,antwoord\n{'x' * 9999},eerste antwoord\n{'x' * 9999},tweede antwoord\n")
    with pytest.raises(OnjuisteKoppeling) as gevangen:
        read_invoer(invoer=invoer, wie=mensen.organisator.gebruiker, rollen=invoer.koppeling)
    assert len(str(gevangen.value)) < 250


def test_a_column_of_ever_different_texts_is_no_column_of_questions(upload, mensen):
    rijen = "".join(f"opmerking {nummer},een antwoord\n" for nummer in range(501))
    invoer = upload(f"vraag,antwoord\n{rijen}")
    with pytest.raises(OnjuisteKoppeling, match="501 verschillende vragen"):
        read_invoer(invoer=invoer, wie=mensen.organisator.gebruiker, rollen=invoer.koppeling)
    assert not Vraag.objects.exists()


def test_a_very_long_question_is_cut_to_what_fits(upload, mensen):
    invoer = upload(f"vraag,antwoord\n{'Waarom? ' * 200},Daarom niet\n{'Waarom? ' * 200},Daarom wel\n")
    read_invoer(invoer=invoer, wie=mensen.organisator.gebruiker, rollen=invoer.koppeling)
    assert len(Vraag.objects.get().tekst) == 500


def test_a_file_that_got_lost_is_kept_again(upload):
    invoer = upload(LANG)
    invoer.bestand.storage.delete(invoer.bestand.name)
    with pytest.raises(OnleesbaarBestand, match="staat er niet meer"):
        open_tabel(invoer)
    opnieuw = upload(LANG)
    assert opnieuw == invoer
    assert len(open_tabel(opnieuw).rijen) == 4


def test_thrown_away_is_gone(upload, mensen, django_capture_on_commit_callbacks):
    invoer = upload(LANG)
    naam, opslag = invoer.bestand.name, invoer.bestand.storage
    with django_capture_on_commit_callbacks(execute=True):
        discard_invoer(invoer=invoer, wie=mensen.organisator.gebruiker)
    assert not opslag.exists(naam)
    assert not Invoerbestand.objects.exists()


def test_the_way_through_the_pages(mensen, inloggen):
    client = inloggen(mensen.organisator)
    antwoord = client.post(f"/rondes/{mensen.ronde.pk}/invoer/", {"bestand": bestand(LANG)}, follow=True)
    tekst = antwoord.content.decode()
    assert "Welke kolom is wat?" in tekst
    assert "3 antwoorden" in tekst
    assert "Nergenshuizen" in tekst
    adres = antwoord.request["PATH_INFO"]
    velden = {f"kolom_{i}": rol for i, rol in enumerate(["nummer", "buurt", "kanaal", "vraag", "antwoord"])}
    gelezen = client.post(
        adres, {**velden, "kanaal": "tafel", "werving": "open", "inlezen": "1"}, follow=True
    )
    assert "ingelezen" in gelezen.content.decode()
    assert Antwoord.objects.count() == 3


def test_a_changed_choice_shows_its_preview_alone(mensen, inloggen, upload):
    client = inloggen(mensen.organisator)
    invoer = upload(BREED)
    velden = {
        "kolom_0": "negeren",
        "kolom_1": "antwoord",
        "kolom_2": "negeren",
        "kanaal": "enquete",
        "werving": "open",
    }
    deel = client.post(f"/invoer/{invoer.pk}/", velden, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in deel
    assert "2 antwoorden" in deel
    assert not Vragenlijst.objects.exists()


def test_unreadable_raises_for_callers(upload):
    with pytest.raises(OnleesbaarBestand, match=r"enquête\.csv"):
        upload("id,tekst\n")


@pytest.mark.parametrize("rol", [Rol.CODEUR, Rol.NOTULIST, Rol.LEZER])
def test_only_organisers_bring_in_files(mensen, inloggen, rol):
    assert inloggen(mensen.lid(rol)).get(f"/rondes/{mensen.ronde.pk}/invoer/").status_code == 403


GESLOTEN = """buurt;Wat mist u?;Vindt u het fijn?;Waar komt u?;Cijfer;Jaren
Voorhof;Een bankje;ja;Park; 4;12,5
;;Nee;park|Markt;2;3
Voorhof;;JA;;;
"""
ROLLEN = {
    "buurt": "buurt", "Wat mist u?": "antwoord", "Vindt u het fijn?": "keuze", "Waar komt u?": "keuzes",
    "Cijfer": "schaal", "Jaren": "getal",
}  # fmt: skip


def test_closed_questions_come_along_where_someone_says_so(upload, mensen):
    invoer = upload(GESLOTEN)
    lijst = read_invoer(invoer=invoer, wie=mensen.organisator.gebruiker, rollen=ROLLEN)
    vragen = {vraag.tekst: vraag for vraag in lijst.vragen.prefetch_related("keuzes")}
    assert [(v.tekst, v.soort, [k.tekst for k in v.keuzes.all()]) for v in vragen.values()] == [
        ("Wat mist u?", "open", []),
        ("Vindt u het fijn?", "een_keuze", ["ja", "Nee"]),
        ("Waar komt u?", "meer_keuzes", ["Markt", "Park"]),
        ("Cijfer", "schaal", ["1", "2", "3", "4", "5"]),
        ("Jaren", "getal", []),
    ]
    assert vragen["Jaren"].instellingen == {"decimalen": 1}
    gegeven = Antwoord.objects.filter(inzending__vragenlijst=lijst)
    assert set(gegeven.filter(vraag__soort="schaal").values_list("getal", flat=True)) == {2, 4}
    assert set(gegeven.filter(vraag__soort="getal").values_list("waarde", flat=True)) == {"12.5", "3"}
    assert sorted(gegeven.filter(keuzes__isnull=False).values_list("keuzes__tekst", flat=True)) == [
        "Markt", "Nee", "Park", "Park", "ja", "ja",
    ]  # fmt: skip
    assert Bronwijziging.objects.open().count() == 1


@pytest.mark.parametrize(
    ("inhoud", "rollen", "tekst"),
    [
        ("a;b\nx;veel\n", {"a": "antwoord", "b": "getal"}, "Rij 2, kolom 2: “veel” is geen getal"),
        ("a;b\nx;1.000\n", {"b": "getal"}, "zonder punten"),
        ("a;b\nx;goed\n", {"b": "schaal"}, "geen stap van een schaal"),
        (
            "a;b\n" + "".join(f"x;keuze {n}\n" for n in range(26)),
            {"b": "keuze"},
            "26 verschillende antwoorden",
        ),
        (f"a;b\nx;{'lang ' * 60}\n", {"b": "keuze"}, "staan lange antwoorden"),
        (
            "vraag;a;b\nWat?;x;y\n",
            {"vraag": "vraag", "a": "antwoord", "b": "keuze"},
            "alleen open antwoorden",
        ),
    ],
)
def test_a_column_that_is_no_closed_question(upload, mensen, inhoud, rollen, tekst):
    with pytest.raises(OnjuisteKoppeling, match=tekst):
        read_invoer(invoer=upload(inhoud), wie=mensen.organisator.gebruiker, rollen=rollen)
    assert not Vragenlijst.objects.exists()


def test_a_statistics_file_comes_in_by_its_labels(mensen):
    kolommen = [
        Savkolom(
            "q1", "Hoe gaat het?", waarden=((3, "goed"), (1, "slecht"), (2, "gaat"), (9, "?")), gemist=(9,)
        ),
        Savkolom("q2", "Wat mist u in uw buurt?", Savsoort.TEKST),
    ]
    stroom = io.BytesIO()
    write_sav(stroom, kolommen, [(1, "Een bankje om even te zitten"), (9, ""), (3, "")])
    wie = mensen.organisator.gebruiker
    invoer = upload_invoer(
        ronde=mensen.ronde, wie=wie, bestand=SimpleUploadedFile("a.sav", stroom.getvalue())
    )
    assert invoer.koppeling == {"Hoe gaat het?": "negeren", "Wat mist u in uw buurt?": "antwoord"}
    lijst = read_invoer(invoer=invoer, wie=wie, rollen={**invoer.koppeling, "Hoe gaat het?": "schaal"})
    schaal = lijst.vragen.get(soort="schaal")
    assert [keuze.tekst for keuze in schaal.keuzes.all()] == ["slecht", "gaat", "goed"]
    assert set(schaal.antwoorden.values_list("getal", flat=True)) == {1, 3}
