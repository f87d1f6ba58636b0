"""Choices of this room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Adviessoort(models.TextChoices):
    """Whether the receiver asked for it."""

    ONGEVRAAGD = "ongevraagd", _("ongevraagd advies")
    GEVRAAGD = "gevraagd", _("gevraagd advies")


class Adviesstatus(models.TextChoices):
    """Whether the letter still changes."""

    CONCEPT = "concept", _("concept")
    VASTGESTELD = "vastgesteld", _("vastgesteld")
