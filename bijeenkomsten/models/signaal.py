"""The logbook: what reaches the organisation outside questionnaires and meetings."""

from datetime import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organisaties.enums import Kanaal
from organisaties.models import Gebied, Gebonden, GebondenQuerySet, Ronde


class SignaalQuerySet(GebondenQuerySet["Signaal"]):
    """Queries of signals."""

    def levend(self) -> Self:
        """Leave out what was deleted and may still be brought back."""
        return self.filter(verwijderd_op=None)

    def weggegooid(self, voor: datetime) -> Self:
        """Give what was deleted before this moment."""
        return self.filter(verwijderd_op__lt=voor)


class Signaal(Gebonden):
    """A phone call, letter or word on the market. Not a case file."""

    organisatie_pad = "ronde__organisatie"

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="signalen")
    kanaal = models.CharField(_("kanaal"), max_length=20, choices=Kanaal.choices)
    gebied = models.ForeignKey(Gebied, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    tekst = models.TextField(_("tekst"))
    ontvangen_op = models.DateField(_("ontvangen op"))
    sleutel = models.CharField(_("sleutel tegen dubbel versturen"), max_length=64, blank=True)
    wie = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)
    verwijderd_op = models.DateTimeField(_("verwijderd op"), null=True, blank=True)

    objects: ClassVar = SignaalQuerySet.as_manager()

    class Meta:
        verbose_name = _("signaal")
        verbose_name_plural = _("signalen")
        ordering = ("-ontvangen_op", "-gemaakt_op")
        constraints = (
            models.UniqueConstraint(
                fields=("ronde", "sleutel"), condition=~models.Q(sleutel=""), name="signaal_telt_een_keer"
            ),
        )

    def __str__(self) -> str:
        return self.tekst[:60]
