"""The glossary names every noun of the domain, and nothing that is gone."""

import dataclasses
import enum
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import Any

import pytest
from django.apps import apps
from django.db import models

import codering.nlp.types
from tests.project.bestanden import PROJECTMAP

KAMERS = ("config", "advies", "inzicht", "codering", "peilingen", "bijeenkomsten", "organisaties")
# The pipeline imports heavy packages where it works; its nouns are those of `types`.
OVERSLAAN = ("codering.nlp", "config.settings", "migrations", "asgi", "wsgi")
REGEL = re.compile(r"^\| (?P<woord>[^|]+) \| (?P<uitleg>[^|]+) \| (?P<waar>[^|]+) \|$", re.MULTILINE)
TEKST = (PROJECTMAP / "docs" / "glossary.md").read_text(encoding="utf-8")
REGELS = [
    (r["woord"], re.findall(r"`([\w.]+)`", r["waar"])) for r in REGEL.finditer(TEKST) if "`" in r["waar"]
]
PADEN = [pad for _woord, paden in REGELS for pad in paden]


def resolve(pad: str) -> Any:
    """Give the module, or the name in a module, that a dotted path points to."""
    try:
        return importlib.import_module(pad)
    except ModuleNotFoundError:
        module, _, naam = pad.rpartition(".")
        return getattr(importlib.import_module(module), naam)


def iter_modules() -> Iterator[ModuleType]:
    for kamer in KAMERS:
        pakket = importlib.import_module(kamer)
        for gevonden in pkgutil.walk_packages(pakket.__path__, f"{kamer}."):
            if not any(deel in gevonden.name for deel in OVERSLAAN):
                yield importlib.import_module(gevonden.name)


def iter_own_classes(module: ModuleType) -> Iterator[type]:
    for naam, waarde in vars(module).items():
        if isinstance(waarde, type) and waarde.__module__ == module.__name__ and not naam.startswith("_"):
            yield waarde


@cache
def nouns() -> dict[str, type]:
    """Give the classes that must be explained, by their full name."""
    modellen = [m for m in apps.get_models() if m._meta.app_label in KAMERS]
    keuzes = [k for m in iter_modules() for k in iter_own_classes(m) if issubclass(k, models.TextChoices)]
    waarden = [
        klasse
        for klasse in iter_own_classes(codering.nlp.types)
        if dataclasses.is_dataclass(klasse) or issubclass(klasse, enum.Enum)
    ]
    return {f"{k.__module__}.{k.__name__}": k for k in (*modellen, *keuzes, *waarden)}


def test_every_noun_of_the_domain_is_explained():
    genoemd = {id(resolve(pad)) for pad in PADEN}
    assert sorted(naam for naam, klasse in nouns().items() if id(klasse) not in genoemd) == []
    assert nouns()


@pytest.mark.parametrize("pad", PADEN)
def test_what_the_glossary_names_exists(pad):
    resolve(pad)


def test_the_words_are_in_alphabetical_order():
    woorden = [woord.casefold() for woord, _paden in REGELS]
    assert woorden == sorted(woorden)
