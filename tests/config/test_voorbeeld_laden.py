"""Loading the example: its texts, its dates, who can sign in, and going on in the worker."""

import csv
from datetime import date, timedelta

import pytest
from django.core.management import call_command

from advies.enums import Adviesstatus
from advies.models import Adviesconcept
from basis.taal.maskeren import find_maskers
from bijeenkomsten.models import Bijeenkomst, Signaal
from codering.models import Analyserun
from config.voorbeeld import load_voorbeeld
from config.voorbeeld.verhaal import GEGEVENS, Kalender
from config.werker import empty_queues
from organisaties.enums import Fase
from organisaties.models import Gebruiker, Organisatie, Ronde

POSTBUS = "2600 AA"
# All that the example holds of people, so that masking can be seen. None of it is anyone's.
VERZONNEN = {
    "De Wit", "Gerda de Wit", "Wim", "Yilmaz", "Fatma", "sjaak",
    "06-12345678", "015-0000000", "c.bakker@example.org", "2625 ZZ 14",
}  # fmt: skip


@pytest.mark.parametrize("opties", [["--met-aanmeldingen"], []], ids=["met", "zonder"])
def test_people_can_sign_in_only_with_the_flag(db, capsys, opties):
    call_command("voorbeeld", "--zonder-analyse", *opties)
    regels = capsys.readouterr().out.splitlines()
    assert len(regels) == (3 if opties else 0)
    assert Gebruiker.objects.count() == 3
    assert all(gebruiker.has_usable_password() == bool(opties) for gebruiker in Gebruiker.objects.all())
    assert not Analyserun.objects.exists()
    assert Organisatie.objects.get().contact


def test_the_worker_goes_on_where_loading_ended(transactional_db):
    """With one small ronde, for the others take as long again."""
    call_command("voorbeeld", "--zonder-analyse")
    Ronde.objects.exclude(naam__startswith="Met de rollator").delete()
    empty_queues()
    assert Ronde.objects.get().fase == Fase.AFGEROND
    assert Adviesconcept.objects.get().status == Adviesstatus.VASTGESTELD


def test_twice_is_refused_in_one_line(db, capsys):
    call_command("voorbeeld", "--zonder-analyse")
    with pytest.raises(SystemExit) as stop:
        call_command("voorbeeld")
    assert stop.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert Organisatie.objects.count() == 1


def test_dates_follow_the_day_of_loading(db):
    dag = date(2031, 2, 3)
    load_voorbeeld(aanmeldingen=False, vandaag=dag)
    assert Bijeenkomst.objects.get(code="avond1").datum == dag
    assert Ronde.objects.filter(
        naam="Stadsgesprek voorjaar 2031", vorige__naam="Stadsgesprek voorjaar 2030"
    ).exists()
    assert Signaal.objects.latest("ontvangen_op").ontvangen_op == dag - timedelta(days=2)


def test_half_years_are_named_as_people_do():
    namen = [Kalender(date(2026, maand, 1)).half(0) for maand in (1, 7, 8, 12)]
    assert namen == ["voorjaar 2026", "voorjaar 2026", "najaar 2026", "najaar 2026"]


def test_the_texts_name_nobody_but_invented_people():
    gevonden = set()
    # What people decided on repeats how a statement begins; the statement itself is in another file.
    teksten = [pad for pad in GEGEVENS.rglob("*.csv") if pad.name != "besluiten.csv"]
    for bestand in [*teksten, GEGEVENS.parent / "antwoorden.csv"]:
        with bestand.open(encoding="utf-8", newline="") as rijen:
            for rij in csv.DictReader(rijen, delimiter=";"):
                tekst = "\n".join(rij.values())
                gevonden |= {tekst[masker.begin : masker.eind] for masker in find_maskers(tekst)}
    for bestand in GEGEVENS.rglob("*.toml"):
        tekst = bestand.read_text(encoding="utf-8").replace(POSTBUS, "")
        gevonden |= {tekst[masker.begin : masker.eind] for masker in find_maskers(tekst)}
    assert gevonden <= VERZONNEN
