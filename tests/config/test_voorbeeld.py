"""The example: loaded once, by the same acts, with sign-ins only when asked for."""

import pytest
from django.core.management import call_command

from codering.models import Analyserun
from organisaties.models import Auditregel, Gebruiker, Organisatie
from peilingen.models import Inzending

pytestmark = pytest.mark.django_db


def test_the_example_waits_for_the_worker(capsys):
    call_command("voorbeeld", "--zonder-analyse", "--met-aanmeldingen")
    organisatie = Organisatie.objects.get()
    assert Inzending.objects.van(organisatie).count() == 320
    assert Analyserun.objects.van(organisatie).lopend().count() == 1
    assert {"ronde_gemaakt", "bestand_ingelezen", "analyse_gestart"} <= set(
        Auditregel.objects.van(organisatie).values_list("handeling", flat=True)
    )
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert all(gebruiker.has_usable_password() for gebruiker in Gebruiker.objects.all())


def test_without_the_flag_nobody_can_sign_in(capsys):
    call_command("voorbeeld", "--zonder-analyse")
    assert capsys.readouterr().out == ""
    assert not any(gebruiker.has_usable_password() for gebruiker in Gebruiker.objects.all())


def test_twice_is_refused_in_one_line(capsys):
    call_command("voorbeeld", "--zonder-analyse")
    with pytest.raises(SystemExit) as stop:
        call_command("voorbeeld")
    assert stop.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert Organisatie.objects.count() == 1
