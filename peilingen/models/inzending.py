"""What people answered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisaties.enums import Kanaal
from organisaties.models import Gebied, Gebonden
from peilingen.models.vragenlijst import Keuze, Vraag, Vragenlijst


class Inzending(Gebonden):
    """One person's answers, once. No address, no exact time, no sequential number."""

    organisatie_pad = "vragenlijst__ronde__organisatie"

    vragenlijst = models.ForeignKey(Vragenlijst, on_delete=models.CASCADE, related_name="inzendingen")
    kanaal = models.CharField(_("kanaal"), max_length=20, choices=Kanaal.choices, default=Kanaal.ENQUETE)
    gebied = models.ForeignKey(Gebied, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    groep = models.CharField(_("gebied zoals opgegeven"), max_length=200, blank=True)
    mag_citeren = models.BooleanField(_("woorden mogen aangehaald worden"), null=True, blank=True)
    sleutel = models.CharField(_("sleutel tegen dubbel versturen"), max_length=64)
    bonhash = models.CharField(_("hash van de boncode"), max_length=64, blank=True)
    ingediend_op = models.DateTimeField(_("ingediend (op het uur)"))

    class Meta:
        verbose_name = _("inzending")
        verbose_name_plural = _("inzendingen")
        constraints = (
            models.UniqueConstraint(fields=("vragenlijst", "sleutel"), name="inzending_telt_een_keer"),
        )

    def __str__(self) -> str:
        return f"{self.get_kanaal_display()}"


class Antwoord(Gebonden):
    """The answer to one question."""

    organisatie_pad = "inzending__vragenlijst__ronde__organisatie"

    inzending = models.ForeignKey(Inzending, on_delete=models.CASCADE, related_name="antwoorden")
    vraag = models.ForeignKey(Vraag, on_delete=models.CASCADE, related_name="antwoorden")
    tekst = models.TextField(_("tekst"), blank=True)
    getal = models.IntegerField(_("getal"), null=True, blank=True)
    keuzes = models.ManyToManyField(Keuze, blank=True, related_name="+")

    class Meta:
        verbose_name = _("antwoord")
        verbose_name_plural = _("antwoorden")
        constraints = (models.UniqueConstraint(fields=("inzending", "vraag"), name="een_antwoord_per_vraag"),)

    def __str__(self) -> str:
        return self.tekst[:60]
