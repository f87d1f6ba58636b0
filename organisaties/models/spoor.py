"""What leaves a trace: changes of sources for the rooms above, and the audit log for people."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from organisaties.enums import Wijzigingsoort
from organisaties.models.basis import Gebonden, GebondenQuerySet
from organisaties.models.organisatie import Organisatie
from organisaties.models.ronde import Ronde


class BronwijzigingQuerySet(GebondenQuerySet["Bronwijziging"]):
    """Queries of changes."""

    def open(self) -> "BronwijzigingQuerySet":
        """Give the changes that no room above has read yet, oldest first."""
        return self.filter(verwerkt=False).order_by("volgorde")


class Bronwijziging(Gebonden):
    """Says that a source changed, written in the same transaction as the change.

    The room above reads these and asks the source's adapter for its texts; a read row is deleted soon after, so
    that no list of residents' answers in order of arrival remains.
    """

    organisatie = models.ForeignKey(Organisatie, on_delete=models.CASCADE, related_name="+")
    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="+")
    bronsoort = models.CharField(max_length=40)
    bron_id = models.UUIDField()
    soort = models.CharField(max_length=20, choices=Wijzigingsoort.choices)
    verwerkt = models.BooleanField(default=False)
    volgorde = models.BigIntegerField(default=0)
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = BronwijzigingQuerySet.as_manager()

    class Meta:
        verbose_name = _("bronwijziging")
        verbose_name_plural = _("bronwijzigingen")
        indexes = (models.Index(fields=("verwerkt", "volgorde"), name="bronwijziging_open"),)

    def __str__(self) -> str:
        return f"{self.bronsoort} {self.soort}"


class Auditregel(Gebonden):
    """One line of the audit log: who did what to which object. Appended, never edited."""

    organisatie = models.ForeignKey(Organisatie, on_delete=models.CASCADE, related_name="auditregels")
    wie = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    handeling = models.CharField(max_length=60)
    object_soort = models.CharField(max_length=60)
    object_id = models.UUIDField(null=True)
    omschrijving = models.CharField(max_length=300, blank=True)
    tijd = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("regel in het logboek")
        verbose_name_plural = _("logboek")
        ordering = ("-tijd",)

    def __str__(self) -> str:
        return f"{self.handeling}: {self.omschrijving}"
