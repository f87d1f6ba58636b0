"""Choices of this room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Grond(models.TextChoices):
    """What a note rests on."""

    ERVARING = "ervaring", _("eigen ervaring")
    WAARNEMING = "waarneming", _("zelf gezien")
