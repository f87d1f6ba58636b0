"""Choices of this room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kwaliteit(models.TextChoices):
    """Whether a statement says something; the same values as `codering.nlp.types.Kwaliteit`."""

    INHOUDELIJK = "inhoudelijk", _("inhoudelijk")
    GEEN_ANTWOORD = "geen_antwoord", _("geen antwoord")
    WEET_NIET = "weet_niet", _("weet niet")
    ONDUIDELIJK = "onduidelijk", _("onduidelijk")


class Uitspraaksoort(models.TextChoices):
    """What a speaker does with a statement; a person decides it."""

    KNELPUNT = "knelpunt", _("knelpunt")
    WAARDERING = "waardering", _("waardering")
    WENS = "wens", _("wens")
    AANBOD = "aanbod", _("aanbod")
    FEIT = "feit", _("feit")
    GEEN = "geen", _("geen van deze")


class Runstatus(models.TextChoices):
    """How far an analysis has come."""

    WACHT = "wacht", _("wacht op zijn beurt")
    BEZIG = "bezig", _("bezig")
    KLAAR = "klaar", _("klaar")
    MISLUKT = "mislukt", _("mislukt")


class Uitkomststatus(models.TextChoices):
    """What a run made of a statement; every statement of a run has exactly one."""

    THEMA = "thema", _("één of meer thema’s voorgesteld")
    GEEN_THEMA = "geen_thema", _("geen thema gevonden")
    GEEN_ANTWOORD = "geen_antwoord", _("geen inhoudelijk antwoord")
    MISLUKT = "mislukt", _("niet gelukt")


class Wijze(models.TextChoices):
    """How a coding came about."""

    ENKEL = "enkel", _("door één codeur")
    BLIND = "blind", _("blind, in een codeerronde")
    BESLUIT = "besluit", _("besluit na vergelijken")


class Kandidaatbesluit(models.TextChoices):
    """What a person decided about a group that the machine found."""

    OPEN = "open", _("nog geen besluit")
    OVERGENOMEN = "overgenomen", _("overgenomen als thema")
    AFGEWEZEN = "afgewezen", _("geen thema")


class Voorstelbron(models.TextChoices):
    """What a proposal comes from."""

    CODEBOEK = "codeboek", _("lijkt op voorbeelden van dit thema")
    GROEP = "groep", _("hoort bij een groep die als thema is overgenomen")


class Raadpleegdoel(models.TextChoices):
    """What a language model was asked for."""

    NAMEN = "namen", _("namen van groepen")
    MENING = "mening", _("thema’s van uitspraken")
