"""Settings of models that someone adds: nothing by default, and a clear line when they do not fit."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from config.settings.modellen import read_modelmap, read_taalserver

ADRES = "http://127.0.0.1:8080/v1"


def test_nothing_is_set_by_default():
    assert (settings.MODELMAP, settings.TAALSERVER) == (None, None)
    assert read_modelmap("") is None
    assert read_taalserver("", model="m") is None


def test_a_server_that_is_well_described():
    verwacht = {"adres": ADRES, "model": "m", "sleutel": "s", "wachttijd": 30.0, "elders": False}
    assert read_taalserver(ADRES, model="m", sleutel="s", wachttijd="30") == verwacht


@pytest.mark.parametrize(
    ("adres", "anders", "zegt"),
    [
        ("localhost:8080", {}, "Zo wel"),
        (ADRES, {"model": ""}, "welk model"),
        (ADRES, {"wachttijd": "lang"}, "Zo wel"),
        (ADRES, {"wachttijd": "900"}, "tussen 1 en 120"),
        ("http://model.example.org/v1", {"elders": True}, "https"),
    ],
)
def test_what_does_not_fit_is_said(adres, anders, zegt):
    with pytest.raises(ImproperlyConfigured, match=zegt):
        read_taalserver(adres, **({"model": "m"} | anders))


def test_a_folder_needs_the_package_or_a_model(tmp_path):
    with pytest.raises(ImproperlyConfigured, match="GRONDVLAK_MODELMAP"):
        read_modelmap(str(tmp_path))


def test_what_is_set_is_known_by_its_name():
    code = (
        "import django; django.setup()\n"
        "from codering.nlp.registry import NAMERS\n"
        "print(NAMERS.names(), type(NAMERS.build('server')).__name__)"
    )
    omgeving = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "GRONDVLAK_TAALSERVER": ADRES,
        "GRONDVLAK_TAALSERVER_MODEL": "m",
    }
    uitvoer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=omgeving
    )
    assert uitvoer.stdout.strip() == "['server', 'woorden'] Servernamer"
