"""A letter of advice and what it stands on."""

from typing import ClassVar, Self, TypeVar

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from advies.enums import Adviessoort, Adviesstatus
from codering.models import Citaat, Thema, Uitspraak
from inzicht.models import Momentopname
from organisaties.models import Gebonden, GebondenQuerySet, Ronde

D = TypeVar("D", bound=models.Model, covariant=True)


class Adviesconcept(Gebonden):
    """One letter, in the shape that councils write: addressee, findings, advice, request for a reaction.

    `momentopname` holds the figures of its opening, picture and appendix.
    """

    organisatie_pad = "ronde__organisatie"

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="adviezen")
    soort = models.CharField(
        _("soort advies"), max_length=20, choices=Adviessoort.choices, default=Adviessoort.ONGEVRAAGD
    )
    status = models.CharField(
        _("status"), max_length=20, choices=Adviesstatus.choices, default=Adviesstatus.CONCEPT
    )
    momentopname = models.ForeignKey(Momentopname, on_delete=models.RESTRICT, related_name="adviezen")
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
    vastgesteld_op = models.DateTimeField(_("vastgesteld op"), null=True, blank=True)
    verstuurd_op = models.DateField(_("verstuurd op"), null=True, blank=True)
    reactietermijn = models.DateField(_("reactie gevraagd vóór"), null=True, blank=True)
    slug = models.SlugField(_("naam in het webadres"), max_length=80, unique=True, null=True, blank=True)
    gepubliceerd_op = models.DateTimeField(_("openbaar sinds"), null=True, blank=True)
    kopie_van = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="kopieen"
    )

    class Meta:
        verbose_name = _("advies")
        verbose_name_plural = _("adviezen")
        ordering = ("-gemaakt_op",)

    def __str__(self) -> str:
        return self.betreft

    @property
    def is_concept(self) -> bool:
        """Whether the letter may still change."""
        return self.status == Adviesstatus.CONCEPT


class OnderdeelQuerySet(GebondenQuerySet[D]):
    """Queries of the parts of a letter."""

    def aanwezig(self) -> Self:
        """Give the parts that stand in the letter, in its order."""
        return self.filter(weggehaald_op__isnull=True).order_by("volgorde")

    def weggehaald(self) -> Self:
        """Give the parts that were taken out and can be put back, the last one first."""
        return self.filter(weggehaald_op__isnull=False).order_by("-weggehaald_op")


class Onderdeel(Gebonden):
    """A part of a letter with a place in its order; taking it out keeps it until the letter is vastgesteld."""

    organisatie_pad = "advies__ronde__organisatie"

    volgorde = models.PositiveSmallIntegerField(_("volgorde"))
    weggehaald_op = models.DateTimeField(_("weggehaald op"), null=True, blank=True)

    class Meta:
        abstract = True


class Bevinding(Onderdeel):
    """A person's claim that joins statements and themes.

    Its figure comes from its own `momentopname` (none for a claim without figures), so that one finding can
    follow newer figures before the others do. A draft shows the quote as it is released now; `citaattekst` is
    filled when the letter is vastgesteld, and only with a quote that was released for good, so that every
    other quote goes with its source.
    """

    advies = models.ForeignKey(Adviesconcept, on_delete=models.CASCADE, related_name="bevindingen")
    momentopname = models.ForeignKey(
        Momentopname, on_delete=models.RESTRICT, null=True, blank=True, related_name="bevindingen"
    )
    kop = models.CharField(_("kop"), max_length=200)
    tekst = models.TextField(_("tekst"), blank=True)
    cijferzin = models.TextField(_("zin met het cijfer"), blank=True)
    themas = models.ManyToManyField(Thema, related_name="bevindingen", blank=True)
    uitspraken = models.ManyToManyField(Uitspraak, related_name="bevindingen", blank=True)
    citaat = models.ForeignKey(
        Citaat, on_delete=models.SET_NULL, null=True, blank=True, related_name="bevindingen"
    )
    citaattekst = models.TextField(_("blijvend citaat zoals afgedrukt"), blank=True)
    citaatbron = models.CharField(_("van wie is het citaat?"), max_length=200, blank=True)

    objects: ClassVar = OnderdeelQuerySet.as_manager()

    class Meta:
        verbose_name = _("bevinding")
        verbose_name_plural = _("bevindingen")
        ordering = ("volgorde",)

    def __str__(self) -> str:
        return self.kop

    @property
    def gedrukt_citaat(self) -> str:
        """The quote as the letter prints it."""
        return self.citaattekst or (self.citaat.tekst if self.citaat else "")


class Adviespunt(Onderdeel):
    """What the receiver is asked to do; a later reaction and promises hang on this."""

    advies = models.ForeignKey(Adviesconcept, on_delete=models.CASCADE, related_name="adviespunten")
    tekst = models.TextField(_("advies"))
    bevindingen = models.ManyToManyField(Bevinding, related_name="adviespunten", blank=True)

    objects: ClassVar = OnderdeelQuerySet.as_manager()

    class Meta:
        verbose_name = _("adviespunt")
        verbose_name_plural = _("adviespunten")
        ordering = ("volgorde",)

    def __str__(self) -> str:
        return Truncator(self.tekst).chars(60)


class Briefversie(Gebonden):
    """The letter as it was downloaded: its content and the hash of that, so that a paper can be found again.

    `inhoud` names quotes by the hash of their words only: words of residents live in one place, and go there.
    """

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
