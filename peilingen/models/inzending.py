"""What people answered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisaties.enums import Kanaal
from organisaties.models import Gebied, Gebonden, Plek
from peilingen.enums import Bijzonder, Toestemming
from peilingen.models.vragenlijst import Keuze, Vraag, Vragenlijst


class Inzending(Gebonden):
    """One person's answers, once. No address, no exact time, no sequential number."""

    organisatie_pad = "vragenlijst__ronde__organisatie"

    vragenlijst = models.ForeignKey(Vragenlijst, on_delete=models.CASCADE, related_name="inzendingen")
    kanaal = models.CharField(_("kanaal"), max_length=20, choices=Kanaal.choices, default=Kanaal.ENQUETE)
    gebied = models.ForeignKey(Gebied, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    groep = models.CharField(_("gebied zoals opgegeven"), max_length=200, blank=True)
    mag_citeren = models.BooleanField(_("woorden mogen aangehaald worden"), null=True, blank=True)
    hulp = models.BooleanField(_("ingevuld voor iemand anders"), default=False)
    toestemming = models.CharField(
        _("toestemming gegeven door"),
        max_length=10,
        choices=Toestemming.choices,
        default=Toestemming.GEEN,
        blank=True,
    )
    taal = models.CharField(_("taal van de pagina's"), max_length=10, default="nl")
    sleutel = models.CharField(_("sleutel tegen dubbel versturen"), max_length=64)
    bonhash = models.CharField(_("hash van de boncode"), max_length=64, blank=True)
    ingediend_op = models.DateTimeField(_("ingediend (op het uur)"))

    class Meta:
        indexes = (models.Index(fields=("vragenlijst", "ingediend_op"), name="inzending_per_uur"),)
        verbose_name = _("inzending")
        verbose_name_plural = _("inzendingen")
        constraints = (
            models.UniqueConstraint(fields=("vragenlijst", "sleutel"), name="inzending_telt_een_keer"),
        )

    def __str__(self) -> str:
        return f"{self.get_kanaal_display()}"


class Antwoord(Gebonden):
    """The answer to one question; which fields count depends on its soort.

    `tekst` holds people's own words, those behind "anders, namelijk" too, and the name of an area or place. `getal` is
    the step of a scale. `waarde` holds what is neither: a number as "12.5", a date as "2024-05-01" or "1984", a
    ranking as a list of keys of choices (first choice first), a matrix as key of statement -> key of choice.
    """

    organisatie_pad = "inzending__vragenlijst__ronde__organisatie"

    inzending = models.ForeignKey(Inzending, on_delete=models.CASCADE, related_name="antwoorden")
    vraag = models.ForeignKey(Vraag, on_delete=models.CASCADE, related_name="antwoorden")
    tekst = models.TextField(_("tekst"), blank=True)
    getal = models.IntegerField(_("getal"), null=True, blank=True)
    keuzes = models.ManyToManyField(Keuze, blank=True, related_name="+")
    waarde = models.JSONField(_("waarde"), null=True, blank=True)
    plek = models.ForeignKey(Plek, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    bijzonder = models.CharField(
        _("geen antwoord, maar wel gezegd"), max_length=10, choices=Bijzonder.choices, blank=True
    )

    class Meta:
        verbose_name = _("antwoord")
        verbose_name_plural = _("antwoorden")
        constraints = (models.UniqueConstraint(fields=("inzending", "vraag"), name="een_antwoord_per_vraag"),)

    def __str__(self) -> str:
        return self.tekst[:60]
