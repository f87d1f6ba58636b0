"""The example as a user finds it: loaded whole, once, and analysed by the real pipeline."""

import re

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone

from advies.domain.stand import derive_puntstand
from advies.enums import Adviesstatus, Puntstand
from advies.models import Adviesconcept, Adviespunt, Toezegging
from bijeenkomsten.models import Gesprekstafel, Ideekaart, Notitie, Signaal
from codering.enums import Kandidaatbesluit, Runstatus
from codering.models import Analyserun, Citaat, Codering, Kandidaatthema, Uitspraak
from config.voorbeeld import do_next_stretch
from config.voorbeeld.verhaal import read_verhalen
from inzicht.domain.cijfers import count_ronde
from inzicht.domain.meedoen import list_deelnames
from inzicht.models import Wand
from organisaties.domain.bewaren import delete_verlopen
from organisaties.enums import Fase, Kanaal
from organisaties.models import Auditregel, Organisatie, Ronde
from peilingen.domain.bezwaren import find_bezwaren
from peilingen.domain.instellingen import SMILEYS
from peilingen.domain.vertalen import find_ontbrekend
from peilingen.enums import Toestemming, Vraagsoort
from peilingen.models import Antwoord, Inzending, Papierformulier, Vragenlijst

ADRESSEN = ("/v/demo1/", "/v/demo2/", "/t/tafel4/", "/b/avond1/", "/terugkoppeling/voorbeeld/")
# All that the example holds of people, so that masking can be seen. None of it is anyone's.
PERSOONLIJK = ("De Wit", "Wim", "Yilmaz", "Fatma", "06-12345678", "015-0000000", "c.bakker@example.org")


@pytest.fixture(scope="module")
def geladen(django_db_setup, django_db_blocker):
    """The whole example, analysed by the real pipeline; undone after the tests of this file."""
    with django_db_blocker.unblock():
        geheel = transaction.atomic()
        geheel.__enter__()
        call_command("voorbeeld", "--met-aanmeldingen")
        yield Organisatie.objects.get(slug="voorbeeld")
        transaction.set_rollback(True)
        geheel.__exit__(None, None, None)


@pytest.fixture
def voorbeeld(geladen, db):
    return geladen


def ronde_in(organisatie, fase):
    return Ronde.objects.get(organisatie=organisatie, fase=fase)


def test_there_is_one_ronde_in_each_phase(voorbeeld):
    fasen = list(Ronde.objects.van(voorbeeld).order_by().values_list("fase", flat=True))
    assert sorted(fasen) == sorted(Fase.values)


@pytest.mark.parametrize("adres", ADRESSEN)
def test_a_stranger_opens_the_fixed_addresses(voorbeeld, adres):
    assert Client().get(adres).status_code == 200


def test_what_was_written_is_there_once(voorbeeld):
    for verhaal in read_verhalen(timezone.localdate()).values():
        ronde = Ronde.objects.get(naam=verhaal.naam)
        inzendingen = Inzending.objects.filter(vragenlijst__ronde=ronde)
        if "bestand" not in verhaal.kop:
            assert inzendingen.count() == len(verhaal.inzendingen) + len(verhaal.barometer)
        assert Notitie.objects.filter(tafel__bijeenkomst__ronde=ronde).count() == len(verhaal.notities)
        assert Ideekaart.objects.filter(bijeenkomst__ronde=ronde).count() == len(verhaal.ideekaarten)
        assert Signaal.objects.filter(ronde=ronde).count() == len(verhaal.signalen)


def test_the_sizes_are_those_of_a_real_evening(voorbeeld):
    ronde = ronde_in(voorbeeld, Fase.OPHALEN)
    assert Inzending.objects.filter(vragenlijst__ronde=ronde).count() >= 100
    assert Gesprekstafel.objects.filter(bijeenkomst__ronde=ronde).count() == 6
    assert Ideekaart.objects.filter(bijeenkomst__ronde=ronde).count() == 40
    assert Signaal.objects.filter(ronde=ronde).count() == 20
    assert 300 <= Uitspraak.objects.van(voorbeeld).count() <= 500


def test_the_open_questionnaire_asks_five_questions_of_four_kinds(voorbeeld):
    lijst = Vragenlijst.objects.get(code="demo1")
    soorten = sorted(lijst.vragen.values_list("soort", flat=True))
    assert soorten == sorted([Vraagsoort.OPEN] * 2 + ["schaal", "een_keuze", "buurt"])


def test_the_barometer_has_what_a_questionnaire_can_have(voorbeeld):
    lijst = Vragenlijst.objects.get(code="demo2")
    vragen = {vraag.sleutel: vraag for vraag in lijst.vragen.all()}
    assert {"schaal", "matrix", "plek", "leeftijd", "onderdeel"} <= {vraag.soort for vraag in vragen.values()}
    assert vragen["v1"].instellingen == {"weergave": SMILEYS, "weet_niet": True}
    assert [sleutel for sleutel, vraag in vragen.items() if vraag.voorwaarde] == ["drempel"]
    assert find_bezwaren(lijst) == []


def test_the_barometer_is_wholly_translated(voorbeeld):
    standen = find_ontbrekend(Vragenlijst.objects.get(code="demo2"))
    assert [(stand.taal, stand.compleet) for stand in standen] == [("tr", True), ("ar", True)]
    pagina = Client().get("/v/demo2/?taal=ar").content.decode()
    assert 'dir="rtl"' in pagina
    assert "مقياس قصير للحي" in pagina


def test_the_barometer_was_filled_in_on_screens_on_paper_and_with_help(voorbeeld):
    inzendingen = Inzending.objects.filter(vragenlijst__code="demo2")
    assert set(inzendingen.values_list("taal", flat=True)) == {"nl", "tr", "ar"}
    assert inzendingen.filter(hulp=True).count() == 1
    assert not inzendingen.exclude(toestemming=Toestemming.ZELF).exists()
    getypt = Papierformulier.objects.filter(stapel__vragenlijst__code="demo2")
    papier = inzendingen.filter(kanaal=Kanaal.PAPIER)
    assert set(getypt.values_list("inzending", flat=True)) == set(papier.values_list("pk", flat=True))
    assert papier.count() == 2
    for sleutel in ("v1", "v2", "v3", "v4", "plek", "toegang", "drempel", "leeftijd", "buurt"):
        assert Antwoord.objects.filter(inzending__in=inzendingen, vraag__sleutel=sleutel).exists(), sleutel


def test_residents_see_the_counts_of_the_barometer(voorbeeld):
    pagina = Client().get("/v/demo2/resultaten/").content.decode()
    assert "Hoe gaat het in uw buurt?" in pagina
    assert Client().get("/v/demo1/resultaten/").status_code == 404


def test_a_colleague_tries_the_draft_by_its_link(voorbeeld):
    lijst = Vragenlijst.objects.get(ronde__fase=Fase.VOORBEREIDEN)
    assert Client().get(f"/v/proef/{lijst.proefcode}/").status_code == 200


def test_the_wall_asks_people_to_the_questionnaire_of_the_evening(voorbeeld):
    deelnames = list_deelnames(ronde_in(voorbeeld, Fase.OPHALEN), "https://voorbeeld.test")
    assert deelnames[0].code == "demo1"


def test_the_next_ronde_asks_the_same_again(voorbeeld):
    nu = ronde_in(voorbeeld, Fase.OPHALEN)
    assert nu.vorige == ronde_in(voorbeeld, Fase.VOLGEN)
    hier, daar = (
        [(vraag.stam_id, vraag.versie) for vraag in lijst.vragen.all()]
        for lijst in (nu.vragenlijsten.get(code="demo1"), nu.vorige.vragenlijsten.get())
    )
    assert hier == daar


def test_every_statement_has_an_outcome_and_counts_add_up(voorbeeld):
    for ronde in Ronde.objects.van(voorbeeld).exclude(fase=Fase.VOORBEREIDEN):
        run = Analyserun.objects.get(ronde=ronde)
        assert run.status == Runstatus.KLAAR
        assert run.uitkomsten.count() == Uitspraak.objects.filter(ronde=ronde).count() > 0
        telling = count_ronde(ronde)
        assert telling.uitspraken == run.uitkomsten.count()
        for deel in telling.delen.values():
            assert all(cijfer.aantal <= cijfer.van <= deel.eenheden for cijfer in deel.themas)


def test_people_decided_and_took_back(voorbeeld):
    assert Codering.objects.van(voorbeeld).besluiten().count() >= 100
    assert Codering.objects.van(voorbeeld).filter(ingetrokken=True).count() == 2
    besluiten = Kandidaatthema.objects.van(voorbeeld).values_list("besluit", flat=True)
    assert {Kandidaatbesluit.OVERGENOMEN, Kandidaatbesluit.AFGEWEZEN, Kandidaatbesluit.OPEN} <= set(besluiten)
    assert Wand.objects.van(voorbeeld).filter(ronde__fase=Fase.OPHALEN).get().themas.count() == 5


def test_nobody_is_quoted_who_refused(voorbeeld):
    citaten = Citaat.objects.van(voorbeeld)
    assert citaten.filter(blijvend=True).exists()
    assert citaten.filter(blijvend=False).exists()
    assert not citaten.filter(uitspraak__mag_citeren=False).exists()


def test_the_followed_letter_shows_every_kind_of_answer(voorbeeld):
    advies = Adviesconcept.objects.get(slug="voorbeeld")
    assert (advies.ronde.fase, advies.status) == (Fase.VOLGEN, Adviesstatus.VASTGESTELD)
    assert advies.bevindingen.count() == advies.adviespunten.count() == 5
    standen = [
        derive_puntstand(
            standpunt=getattr(punt.reacties.first(), "standpunt", ""),
            statussen=[toezegging.status for toezegging in punt.toezeggingen.all()],
            termijn=advies.reactietermijn,
            vandaag=timezone.localdate(),
        )
        for punt in advies.adviespunten.all()
    ]
    assert {Puntstand.LOOPT, Puntstand.NIET, Puntstand.TE_LAAT} <= set(standen)


def test_the_last_ronde_is_done_and_one_letter_is_being_written(voorbeeld):
    klaar = Toezegging.objects.filter(adviespunt__advies__ronde=ronde_in(voorbeeld, Fase.AFGEROND))
    assert {toezegging.status for toezegging in klaar} == {"gedaan"}
    concept = Adviesconcept.objects.get(ronde=ronde_in(voorbeeld, Fase.ADVISEREN))
    assert concept.is_concept
    assert not Adviespunt.objects.filter(advies=concept, tekst="").exists()


def test_no_person_is_left_unmasked(voorbeeld):
    gezegd = "\n".join(Uitspraak.objects.van(voorbeeld).values_list("tekst", flat=True))
    assert "[naam]" in gezegd
    assert "[telefoon]" in gezegd
    assert not [woord for woord in PERSOONLIJK if woord in gezegd]
    assert not re.search(r"[\w.]+@[\w.]+|\b0\d[-\d ]{7,}", gezegd)


def test_nothing_is_overdue_for_deletion(voorbeeld):
    assert not any(delete_verlopen(organisatie=voorbeeld).values())


def test_what_happened_is_in_the_audit_log(voorbeeld):
    assert {
        "ronde_gemaakt", "vragenlijst_geopend", "bestand_ingelezen", "bijeenkomst_gesloten", "analyse_gestart",
        "citaat_vrijgegeven", "brief_vastgesteld", "brief_verstuurd", "advies_gepubliceerd",
    } <= set(Auditregel.objects.van(voorbeeld).values_list("handeling", flat=True))  # fmt: skip


def test_going_on_with_a_finished_example_does_nothing(voorbeeld):
    assert do_next_stretch(vandaag=timezone.localdate()) is None
