"""What the receiver said and promised, and what came of it."""

from typing import ClassVar, Self, TypeVar

from django.conf import settings
from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from advies.enums import Standpunt, Toezeggingstatus
from advies.models.advies import Adviespunt
from organisaties.models import Gebonden, GebondenQuerySet

R = TypeVar("R", bound=models.Model, covariant=True)


class OpvolgingQuerySet(GebondenQuerySet[R]):
    """Queries of what was answered and promised."""

    def geldig(self) -> Self:
        """Give what was not withdrawn."""
        return self.filter(ingetrokken_op__isnull=True)


class Opvolging(Gebonden):
    """What the receiver did with an advice point; withdrawing keeps it, so that it can be put back."""

    organisatie_pad = "adviespunt__advies__ronde__organisatie"

    wie = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)
    ingetrokken_op = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    objects: ClassVar = OpvolgingQuerySet.as_manager()

    class Meta:
        abstract = True


class Reactie(Opvolging):
    """What the receiver answered to one advice point; a later one is added, the newest counts."""

    adviespunt = models.ForeignKey(Adviespunt, on_delete=models.CASCADE, related_name="reacties")
    standpunt = models.CharField(_("wat doet de gemeente ermee?"), max_length=20, choices=Standpunt.choices)
    tekst = models.TextField(_("reactie, in de woorden van de gemeente"), blank=True)
    datum = models.DateField(_("datum van de reactie"))
    bron = models.CharField(_("brief of kenmerk"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("reactie")
        verbose_name_plural = _("reacties")
        ordering: ClassVar = ("-datum", "-gemaakt_op")

    def __str__(self) -> str:
        return self.get_standpunt_display()


class Toezegging(Opvolging):
    """A promise about one advice point: who does what, by when, and how it stands."""

    adviespunt = models.ForeignKey(Adviespunt, on_delete=models.CASCADE, related_name="toezeggingen")
    tekst = models.TextField(_("wat is er toegezegd?"))
    door = models.CharField(_("wie doet het?"), max_length=200, blank=True)
    termijn = models.DateField(_("wanneer is het klaar?"), null=True, blank=True)
    status = models.CharField(
        _("hoe staat het ervoor?"),
        max_length=20,
        choices=Toezeggingstatus.choices,
        default=Toezeggingstatus.OPEN,
    )
    toelichting = models.TextField(_("toelichting bij de stand"), blank=True)
    stand_op = models.DateField(_("stand op"))

    class Meta:
        verbose_name = _("toezegging")
        verbose_name_plural = _("toezeggingen")
        ordering: ClassVar = (models.F("termijn").asc(nulls_last=True), "gemaakt_op")

    def __str__(self) -> str:
        return Truncator(self.tekst).chars(60)
