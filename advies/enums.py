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


class Standpunt(models.TextChoices):
    """What the receiver does with an advice point."""

    NEEMT_OVER = "neemt_over", _("neemt het over")
    DEELS = "deels", _("neemt het voor een deel over")
    ONDERZOEKT = "onderzoekt", _("zoekt het uit")
    NEEMT_NIET_OVER = "neemt_niet_over", _("neemt het niet over")


class Toezeggingstatus(models.TextChoices):
    """How a promise stands."""

    OPEN = "open", _("nog niet begonnen")
    BEZIG = "bezig", _("bezig")
    GEDAAN = "gedaan", _("gedaan")
    NIET_GEDAAN = "niet_gedaan", _("niet gedaan")


class Puntstand(models.TextChoices):
    """How an advice point stands, as followed from its reaction and promises."""

    WACHT = "wacht", _("wacht op reactie")
    TE_LAAT = "te_laat", _("reactie is te laat")
    BEANTWOORD = "beantwoord", _("er is een reactie")
    LOOPT = "loopt", _("er wordt aan gewerkt")
    GEDAAN = "gedaan", _("gedaan")
    DEELS = "deels", _("voor een deel gedaan")
    NIET = "niet", _("gebeurt niet")


class Puntfilter(models.TextChoices):
    """Which advice points a page shows."""

    ALLES = "alles", _("alle punten")
    OPEN = "open", _("zonder antwoord")
    TE_LAAT = "te_laat", _("te laat")
    LOOPT = "loopt", _("beantwoord en nog niet klaar")
    KLAAR = "klaar", _("klaar")
