"""A letter of advice and what it stands on."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from advies.enums import Adviessoort, Adviesstatus
from codering.models import Citaat, Thema, Uitspraak
from inzicht.models import Momentopname
from organisaties.models import Gebonden, Ronde


class Adviesconcept(Gebonden):
    """One letter, in the shape that councils write: addressee, findings, advice, request for a reaction."""

    organisatie_pad = "ronde__organisatie"

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="adviezen")
    soort = models.CharField(
        _("soort advies"), max_length=20, choices=Adviessoort.choices, default=Adviessoort.ONGEVRAAGD
    )
    status = models.CharField(
        _("status"), max_length=20, choices=Adviesstatus.choices, default=Adviesstatus.CONCEPT
    )
    momentopname = models.ForeignKey(Momentopname, on_delete=models.PROTECT, related_name="adviezen")
    geadresseerde = models.TextField(_("aan wie?"), blank=True)
    betreft = models.CharField(_("betreft"), max_length=200)
    plaats = models.CharField(_("plaats"), max_length=120, blank=True)
    datum = models.DateField(_("datum"), null=True, blank=True)
    aanhef = models.CharField(_("aanhef"), max_length=200, blank=True)
    aanleiding = models.TextField(_("aanleiding"), blank=True)
    slot = models.TextField(_("vraag om reactie en slot"), blank=True)
    ondertekening = models.TextField(_("ondertekening"), blank=True)
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("advies")
        verbose_name_plural = _("adviezen")
        ordering = ("-gemaakt_op",)

    def __str__(self) -> str:
        return self.betreft


class Bevinding(Gebonden):
    """A person's claim that joins statements and themes; its figure comes from the momentopname."""

    organisatie_pad = "advies__ronde__organisatie"

    advies = models.ForeignKey(Adviesconcept, on_delete=models.CASCADE, related_name="bevindingen")
    volgorde = models.PositiveSmallIntegerField(_("volgorde"))
    kop = models.CharField(_("kop"), max_length=200)
    tekst = models.TextField(_("tekst"), blank=True)
    cijferzin = models.TextField(_("zin met het cijfer"), blank=True)
    themas = models.ManyToManyField(Thema, related_name="bevindingen", blank=True)
    uitspraken = models.ManyToManyField(Uitspraak, related_name="bevindingen", blank=True)
    citaat = models.ForeignKey(Citaat, on_delete=models.SET_NULL, null=True, blank=True, related_name="bevindingen")
    citaattekst = models.TextField(_("citaat zoals afgedrukt"), blank=True)

    class Meta:
        verbose_name = _("bevinding")
        verbose_name_plural = _("bevindingen")
        ordering = ("volgorde",)

    def __str__(self) -> str:
        return self.kop


class Adviespunt(Gebonden):
    """What the receiver is asked to do; a later reaction and promises hang on this."""

    organisatie_pad = "advies__ronde__organisatie"

    advies = models.ForeignKey(Adviesconcept, on_delete=models.CASCADE, related_name="adviespunten")
    volgorde = models.PositiveSmallIntegerField(_("volgorde"))
    tekst = models.TextField(_("advies"))
    bevindingen = models.ManyToManyField(Bevinding, related_name="adviespunten", blank=True)

    class Meta:
        verbose_name = _("adviespunt")
        verbose_name_plural = _("adviespunten")
        ordering = ("volgorde",)

    def __str__(self) -> str:
        return self.tekst[:60]


class Briefversie(Gebonden):
    """The letter as it was downloaded: its content and the hash of each file, so that it can be found again."""

    organisatie_pad = "advies__ronde__organisatie"

    advies = models.ForeignKey(Adviesconcept, on_delete=models.CASCADE, related_name="versies")
    nummer = models.PositiveIntegerField(_("nummer"))
    inhoud = models.JSONField(_("inhoud"))
    inhoudhash = models.CharField(max_length=64)
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("versie van de brief")
        verbose_name_plural = _("versies van de brief")
        ordering = ("-nummer",)
        constraints = (models.UniqueConstraint(fields=("advies", "nummer"), name="briefversie_een_keer"),)

    def __str__(self) -> str:
        return f"versie {self.nummer}"
