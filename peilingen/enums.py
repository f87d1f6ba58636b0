"""Choices of this room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Werving(models.TextChoices):
    """How people were reached. Only a declared probability sample gets intervals and difference tests."""

    OPEN = "open", _("open uitnodiging")
    BIJEENKOMST = "bijeenkomst", _("bijeenkomst")
    PANEL = "panel", _("panel")
    STEEKPROEF = "steekproef", _("aselecte steekproef")


class Vragenlijststatus(models.TextChoices):
    """Whether people can answer."""

    CONCEPT = "concept", _("concept")
    OPEN = "open", _("open")
    GESLOTEN = "gesloten", _("gesloten")


class Herkomst(models.TextChoices):
    """Whether the answers were given here or brought in."""

    EIGEN = "eigen", _("hier gevraagd")
    BESTAND = "bestand", _("uit een bestand")


class Vraagsoort(models.TextChoices):
    """What kind of answer a question takes."""

    OPEN = "open", _("open vraag")
    EEN_KEUZE = "een_keuze", _("één keuze")
    MEER_KEUZES = "meer_keuzes", _("meer keuzes")
    SCHAAL = "schaal", _("schaal")
    BUURT = "buurt", _("buurt")


class Invoerstatus(models.TextChoices):
    """How far a brought-in file has come."""

    GEUPLOAD = "geupload", _("wacht op kolommen kiezen")
    INGELEZEN = "ingelezen", _("ingelezen")
