import io
from datetime import date

import pytest

from advies.domain.afdruk import build_brief, name_bestand, record_versie
from advies.domain.brief import Adviestekst, Bevindingtekst, Brief, build_document
from advies.domain.onderdelen import choose_citaat
from advies.domain.vastleggen import hash_inhoud, read_inhoud, to_inhoud
from advies.domain.vaststellen import settle_advies
from advies.domain.verversen import refresh_zin
from advies.models import Adviesconcept, Briefversie
from basis.druk.document import Citaat, Kop, Lijst
from tests.advies.makers import eerste_bevinding, maak_brief, maak_citaat, verplaats_uitspraak

pytestmark = pytest.mark.django_db
ZINNEN = (
    "Betreft: Advies over onze buurten",
    "College van Delft",
    "Wij hoorden 50 inzenders.",
    "1. Ontmoeten",
    "Dit noemden 15 van de 50 inzenders (30 %).",
    "‘In de zaal 0 is geen koffie’",
    "een bewoner van Poptahof",
    "2. Groen",
    "Dit noemden 10 van de 50 inzenders (20 %).",
    "(bevinding 1)",
    "Marja de Wit, voorzitter",
    "Bijlage: hoe wij tot deze bevindingen kwamen",
    "Klein (versie 1)",
)


def plat(tekst):
    return " ".join(tekst.replace("\u00a0", " ").split())


def lees_pdf(inhoud):
    from pypdf import PdfReader

    return plat(" ".join(bladzijde.extract_text() for bladzijde in PdfReader(io.BytesIO(inhoud)).pages))


def lees_docx(inhoud):
    import docx

    stuk = docx.Document(io.BytesIO(inhoud))
    cellen = [cel.text for tabel in stuk.tables for rij in tabel.rows for cel in rij.cells]
    return plat(" ".join([alinea.text for alinea in stuk.paragraphs] + cellen))


def opnieuw(advies):
    return Adviesconcept.objects.select_related("ronde__organisatie", "momentopname__run__codeboek").get(
        pk=advies.pk
    )


@pytest.fixture
def wie(cijfers):
    return cijfers.mensen.organisator.gebruiker


@pytest.fixture
def advies(cijfers, wie):
    advies = maak_brief(cijfers)
    choose_citaat(bevinding=eerste_bevinding(advies), wie=wie, citaat=maak_citaat(cijfers))
    return advies


@pytest.mark.parametrize("rol", ["organisator", "lezer"])
def test_the_pdf_holds_figures_and_quote(rol, advies, cijfers, inloggen):
    antwoord = inloggen(getattr(cijfers.mensen, rol)).get(f"/advies/{advies.pk}/brief.pdf")
    assert antwoord["Content-Type"] == "application/pdf"
    dag = opnieuw(advies).gewijzigd_op.date().isoformat()
    assert (
        antwoord["Content-Disposition"]
        == f'attachment; filename="advies-over-onze-buurten-{dag}-concept.pdf"'
    )
    tekst = lees_pdf(antwoord.content)
    for zin in ZINNEN:
        assert zin in tekst
    assert "Concept 1, nog niet vastgesteld" in tekst


def test_the_word_document_holds_the_same(advies, cijfers, inloggen):
    antwoord = inloggen(cijfers.mensen.lezer).get(f"/advies/{advies.pk}/brief.docx")
    tekst = lees_docx(antwoord.content)
    for zin in ZINNEN:
        assert zin in tekst
    assert ".docx" in antwoord["Content-Disposition"]


def test_the_page_shows_the_same_letter(advies, cijfers, inloggen):
    tekst = plat(inloggen(cijfers.mensen.lezer).get(f"/advies/{advies.pk}/voorbeeld/").content.decode())
    for zin in ZINNEN:
        assert zin in tekst
    assert "<svg" in tekst
    assert f"/inzicht/rondes/{cijfers.mensen.ronde.pk}/themas/ontmoeten/" in tekst


def test_small_counts_stay_out_of_the_letter(cijfers, inloggen):
    advies = maak_brief(cijfers, "veilig")
    tekst = lees_pdf(inloggen(cijfers.mensen.lezer).get(f"/advies/{advies.pk}/brief.pdf").content)
    assert "Dit noemden minder dan 5 van de 50 inzenders." in tekst
    assert "2 van de 50" not in tekst
    assert "Veiligheid < 5" in tekst


def test_each_other_letter_is_a_version_and_the_same_one_is_not(advies):
    assert record_versie(opnieuw(advies)).versie == 1
    assert record_versie(opnieuw(advies)).versie == 1
    Adviesconcept.objects.filter(pk=advies.pk).update(slot="Anders")
    assert record_versie(opnieuw(advies)).versie == 2
    versie = Briefversie.objects.get(advies=advies, nummer=1)
    assert versie.inhoudhash == hash_inhoud(versie.inhoud)
    assert "In de zaal 0" not in str(versie.inhoud)


def test_downloading_a_settled_letter_makes_no_version(advies, wie, cijfers, inloggen):
    settle_advies(advies=advies, wie=wie)
    tekst = lees_pdf(inloggen(cijfers.mensen.lezer).get(f"/advies/{advies.pk}/brief.pdf").content)
    assert "nog niet vastgesteld" not in tekst
    assert "‘In de zaal 0 is geen koffie’" in tekst
    assert Briefversie.objects.filter(advies=advies).count() == 1


def test_the_same_letter_gives_the_same_bytes(advies, cijfers, inloggen):
    client = inloggen(cijfers.mensen.lezer)
    for naam in ("brief.pdf", "brief.docx"):
        adres = f"/advies/{advies.pk}/{naam}"
        assert client.get(adres).content == client.get(adres).content


def test_the_letter_says_so_when_figures_are_of_two_moments(advies, wie, cijfers):
    verplaats_uitspraak(cijfers, 0, "groen")
    refresh_zin(bevinding=advies.bevindingen.last(), wie=wie, overnemen=True)
    assert "die bij bevinding 2 van" in build_brief(opnieuw(advies)).bijlage.alineas[-1]


def test_a_letter_goes_into_json_and_back(advies):
    brief = build_brief(opnieuw(advies))
    assert read_inhoud(to_inhoud(brief), [b.citaat for b in brief.bevindingen]) == brief
    zonder = read_inhoud(to_inhoud(brief), ["", ""])
    assert [(b.citaat, b.citaatbron) for b in zonder.bevindingen] == [("", ""), ("", "")]


def test_a_letter_has_the_shape_that_councils_write():
    brief = Brief(
        afzender="Adviesraad",
        betreft="De sociale basis",
        plaats="Delft",
        datum=date(2026, 3, 15),
        bevindingen=(Bevindingtekst("Kop", "Een.\n\nTwee.", "Drie.", "Vier", "een bewoner"),),
        adviespunten=(Adviestekst("Doe iets.", (1,)),),
        slot="Graag een antwoord.",
    )
    document = build_document(brief)
    koppen = [blok.tekst for blok in document.blokken if isinstance(blok, Kop)]
    assert koppen == [
        "Betreft: De sociale basis",
        "Wat bewoners ons vertellen",
        "1. Kop",
        "Wat wij u adviseren",
        "Wat wij van u vragen",
    ]
    assert Citaat("‘Vier’", "een bewoner") in document.blokken
    assert Lijst(("Doe iets (bevinding\u00a01).",), genummerd=True) in document.blokken
    assert (document.titel, document.voettekst) == ("De sociale basis", "Concept, nog niet vastgesteld")


def test_file_names_tell_what_they_are(advies):
    vers = opnieuw(advies)
    vers.betreft, vers.datum = "Ongevraagd: de “sociale basis” / wijk", date(2026, 3, 15)
    assert name_bestand(vers, "pdf") == "ongevraagd-de-sociale-basis-wijk-2026-03-15-concept.pdf"
    vers.betreft = "???"
    assert name_bestand(vers, "docx") == "advies-2026-03-15-concept.docx"
