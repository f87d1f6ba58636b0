"""Choices of this room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Bijeenkomststatus(models.TextChoices):
    """Whether tables and cards can be written."""

    VOORBEREIDEN = "voorbereiden", _("voorbereiden")
    OPEN = "open", _("bezig")
    GESLOTEN = "gesloten", _("afgelopen")


class Sprekersrol(models.TextChoices):
    """As what someone at the table spoke. Never who."""

    BEWONER = "bewoner", _("bewoner")
    VRIJWILLIGER = "vrijwilliger", _("vrijwilliger")
    PROFESSIONAL = "professional", _("professional")
    GEMEENTE = "gemeente", _("gemeente")


class Instemming(models.TextChoices):
    """How far the table agreed with what was said."""

    IEDEREEN = "iedereen", _("iedereen is het eens")
    MEESTEN = "meesten", _("de meesten zijn het eens")
    EENLING = "eenling", _("één persoon vindt dit")
    GEEN_CONSENSUS = "geen_consensus", _("geen consensus")


class Grond(models.TextChoices):
    """What a note rests on."""

    ERVARING = "ervaring", _("eigen ervaring")
    WAARNEMING = "waarneming", _("zelf gezien")
