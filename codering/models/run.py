"""What the machine proposed, and by which run. Never mixed with people's codings."""

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from codering.enums import Kandidaatbesluit, Runstatus, Uitkomststatus, Uitspraaksoort, Voorstelbron, Wijze
from codering.models.codeboek import Codeboek, Thema
from codering.models.codering import Codering
from codering.models.uitspraak import Uitspraak
from organisaties.models import Gebonden, GebondenQuerySet, Ronde

if TYPE_CHECKING:
    from uuid import UUID


class AnalyserunQuerySet(GebondenQuerySet["Analyserun"]):
    """Queries of runs."""

    def klaar(self) -> "AnalyserunQuerySet":
        """Give the finished runs, newest first."""
        return self.filter(status=Runstatus.KLAAR).order_by("-nummer")

    def lopend(self) -> "AnalyserunQuerySet":
        """Give the runs that wait or work."""
        return self.filter(status__in=(Runstatus.WACHT, Runstatus.BEZIG))


class Analyserun(Gebonden):
    """One pass of the machine over a ronde's statements, with all that is needed to repeat it."""

    organisatie_pad = "ronde__organisatie"

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="runs")
    nummer = models.PositiveIntegerField(_("nummer"))
    codeboek = models.ForeignKey(Codeboek, on_delete=models.RESTRICT, null=True, related_name="+")
    vanzelf = models.BooleanField(_("begonnen omdat er uitspraken bij kwamen"), default=False)
    status = models.CharField(_("status"), max_length=20, choices=Runstatus.choices, default=Runstatus.WACHT)
    stap = models.CharField(_("stap"), max_length=120, blank=True)
    gedaan = models.PositiveIntegerField(default=0)
    totaal = models.PositiveIntegerField(default=0)
    fout = models.TextField(_("wat ging er mis"), blank=True)
    seed = models.PositiveIntegerField(default=0)
    invoerhash = models.CharField(max_length=64, blank=True)
    herkomst = models.JSONField(_("herkomst"), default=dict)
    drempel_bulk = models.FloatField(_("zekerheid vanaf waar voorstellen samen kunnen"), null=True)
    wie = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    groepen_sinds = models.PositiveIntegerField(
        _("antwoorden toen de groepen opnieuw werden gezocht"), default=0
    )
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    klaar_op = models.DateTimeField(null=True, blank=True)

    objects: ClassVar = AnalyserunQuerySet.as_manager()

    class Meta:
        verbose_name = _("analyse")
        verbose_name_plural = _("analyses")
        ordering = ("-nummer",)
        constraints = (models.UniqueConstraint(fields=("ronde", "nummer"), name="runnummer_een_keer"),)

    def __str__(self) -> str:
        return f"analyse {self.nummer}"


class KandidaatthemaQuerySet(GebondenQuerySet["Kandidaatthema"]):
    """Queries of groups."""

    def breed(self) -> "KandidaatthemaQuerySet":
        """Give the wide groups, without the fine ones within them."""
        return self.filter(ouder=None)


class Kandidaatthema(Gebonden):
    """A group of statements that the machine found by itself: a theme for people to adopt or refuse.

    A fine group lies within a wide one, its `ouder`. A group that goes on from an earlier run keeps its number.
    """

    organisatie_pad = "run__ronde__organisatie"

    run = models.ForeignKey(Analyserun, on_delete=models.CASCADE, related_name="kandidaten")
    nummer = models.PositiveIntegerField()
    ouder = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="delen")
    naam = models.CharField(_("naam"), max_length=200)
    kernwoorden = models.JSONField(_("kernwoorden"), default=list)
    grootte = models.PositiveIntegerField(_("uitspraken"))
    stabiliteit = models.FloatField(_("stabiliteit"))
    voorbeeld = models.ForeignKey(Uitspraak, on_delete=models.SET_NULL, null=True, related_name="+")
    besluit = models.CharField(
        _("besluit"), max_length=20, choices=Kandidaatbesluit.choices, default=Kandidaatbesluit.OPEN
    )
    thema = models.ForeignKey(
        Thema, on_delete=models.SET_NULL, null=True, blank=True, related_name="kandidaten"
    )
    besloten_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    besloten_op = models.DateTimeField(_("besloten op"), null=True, blank=True)

    objects: ClassVar = KandidaatthemaQuerySet.as_manager()

    class Meta:
        verbose_name = _("kandidaatthema")
        verbose_name_plural = _("kandidaatthema’s")
        ordering = ("nummer",)
        constraints = (models.UniqueConstraint(fields=("run", "nummer"), name="kandidaatnummer"),)

    def __str__(self) -> str:
        return self.naam


class RunuitkomstQuerySet(GebondenQuerySet["Runuitkomst"]):
    """Queries of what a run made of statements."""

    def na_te_kijken(self) -> "RunuitkomstQuerySet":
        """Leave out what says nothing: there is nothing to decide about it."""
        return self.exclude(status=Uitkomststatus.GEEN_ANTWOORD)

    def op_twijfel(self) -> "RunuitkomstQuerySet":
        """Put the most doubtful first, in an order that is always the same."""
        return self.order_by("-twijfel", "uitspraak_id")

    def na(self, uitkomst: "Runuitkomst") -> "RunuitkomstQuerySet":
        """Give those that come after this one in the order of doubt."""
        gelijk = Q(twijfel=uitkomst.twijfel, uitspraak_id__gt=uitkomst.uitspraak_id)
        return self.filter(Q(twijfel__lt=uitkomst.twijfel) | gelijk)

    def voor(self, uitkomst: "Runuitkomst") -> "RunuitkomstQuerySet":
        """Give those that come before this one in the order of doubt."""
        gelijk = Q(twijfel=uitkomst.twijfel, uitspraak_id__lt=uitkomst.uitspraak_id)
        return self.filter(Q(twijfel__gt=uitkomst.twijfel) | gelijk)

    def met_besluit(self) -> "RunuitkomstQuerySet":
        """Give those whose statement a person decided on."""
        return self.filter(_besloten())

    def zonder_besluit(self) -> "RunuitkomstQuerySet":
        """Give those on whose statement nobody decided."""
        return self.filter(~_besloten())

    def zeker(self, drempel: float) -> "RunuitkomstQuerySet":
        """Give those whose proposals may be accepted together, from this certainty on.

        Not those on which a person decided, nor those of a blind round, which are decided by comparing; nor those
        with a theme that a group became, for of these nobody measured how often they are right.
        """
        groep = Themavoorstel.objects.filter(uitkomst=OuterRef("pk"), bron=Voorstelbron.GROEP).order_by()
        blind = Codering.objects.filter(uitspraak=OuterRef("uitspraak_id"), wijze=Wijze.BLIND).order_by()
        status = (Uitkomststatus.THEMA, Uitkomststatus.GEEN_THEMA)
        rijen = self.filter(zekerheid__gte=drempel, status__in=status).zonder_besluit()
        return rijen.filter(~Exists(groep), ~Exists(blind))

    def met_hoofdthema(self, thema: Thema | None) -> "RunuitkomstQuerySet":
        """Give those of which this is the surest theme; None: those for which no theme is proposed."""
        if thema is None:
            return self.filter(voorstellen__isnull=True)
        return self.alias(hoofdthema=_hoofdthema()).filter(hoofdthema=thema.pk)

    def hoofdthemas(self) -> "QuerySet[Runuitkomst, UUID | None]":
        """Give for each the key of its surest theme, None where none is proposed."""
        return self.annotate(hoofdthema=_hoofdthema()).values_list("hoofdthema", flat=True)

    def met_thema(self, thema: Thema) -> "RunuitkomstQuerySet":
        """Give those whose statement stands under a theme: by decision, else by proposal."""
        besloten = Codering.objects.besluiten().filter(themas=thema).order_by().values("uitspraak_id")
        voorgesteld = Themavoorstel.objects.filter(thema=thema).order_by().values("uitkomst_id")
        return self.filter(Q(uitspraak__in=besloten) | (Q(pk__in=voorgesteld) & ~_besloten()))


def _besloten() -> Exists:
    return Exists(Codering.objects.besluiten().filter(uitspraak=OuterRef("uitspraak_id")).order_by())


def _hoofdthema() -> Subquery:
    """The surest theme of an outcome, in the order of the codebook where two are as sure."""
    voorstellen = Themavoorstel.objects.filter(uitkomst=OuterRef("pk"))
    eerste = voorstellen.order_by("-zekerheid", "thema__volgorde", "thema_id").values("thema_id")[:1]
    return Subquery(eerste, output_field=models.UUIDField())


class Runuitkomst(Gebonden):
    """What a run made of one statement; exists for each, so that counts add up."""

    organisatie_pad = "run__ronde__organisatie"

    run = models.ForeignKey(Analyserun, on_delete=models.CASCADE, related_name="uitkomsten")
    uitspraak = models.ForeignKey(Uitspraak, on_delete=models.CASCADE, related_name="uitkomsten")
    status = models.CharField(_("status"), max_length=20, choices=Uitkomststatus.choices)
    reden = models.CharField(_("reden"), max_length=200, blank=True)
    kandidaat = models.ForeignKey(
        Kandidaatthema, on_delete=models.SET_NULL, null=True, related_name="uitkomsten"
    )
    deel = models.ForeignKey(
        Kandidaatthema, on_delete=models.SET_NULL, null=True, related_name="deeluitkomsten"
    )
    tweede = models.ForeignKey(
        Kandidaatthema, on_delete=models.SET_NULL, null=True, related_name="ook_uitkomsten"
    )
    tweede_gewicht = models.FloatField(_("hoe sterk bij de tweede groep, 0 tot 0,5"), default=0.0)
    twijfel = models.FloatField(_("twijfel, 0 tot 1"), default=0.0)
    zekerheid = models.FloatField(_("zekerheid dat alle thema’s kloppen, 0 tot 1"), default=0.0)
    soort = models.CharField(
        _("voorgestelde soort"), max_length=20, choices=Uitspraaksoort.choices, blank=True
    )
    soort_zekerheid = models.FloatField(_("zekerheid van de soort, 0 tot 1"), default=0.0)

    objects: ClassVar = RunuitkomstQuerySet.as_manager()

    class Meta:
        verbose_name = _("uitkomst")
        verbose_name_plural = _("uitkomsten")
        constraints = (
            models.UniqueConstraint(fields=("run", "uitspraak"), name="een_uitkomst_per_uitspraak"),
        )
        indexes = (models.Index(fields=("run", "-twijfel", "uitspraak"), name="uitkomst_op_twijfel"),)

    def __str__(self) -> str:
        return self.get_status_display()


class Themavoorstel(Gebonden):
    """One theme proposed for one statement, how sure, and the words that weighed."""

    organisatie_pad = "uitkomst__run__ronde__organisatie"

    uitkomst = models.ForeignKey(Runuitkomst, on_delete=models.CASCADE, related_name="voorstellen")
    thema = models.ForeignKey(Thema, on_delete=models.CASCADE, related_name="voorstellen")
    bron = models.CharField(
        _("waar het voorstel vandaan komt"),
        max_length=20,
        choices=Voorstelbron.choices,
        default=Voorstelbron.CODEBOEK,
    )
    zekerheid = models.FloatField(_("zekerheid, 0 tot 1"))
    woorden = models.JSONField(_("woorden die meetelden"), default=list)
    vormen = models.JSONField(_("die woorden zoals ze in de uitspraak staan"), default=list)
    voorbeelden = models.JSONField(_("voorbeelden waar de uitspraak op lijkt"), default=list)
    getoetst = models.BooleanField(_("nagegaan wat er zonder die woorden gebeurt"), default=False)

    class Meta:
        verbose_name = _("voorstel")
        verbose_name_plural = _("voorstellen")
        ordering = ("-zekerheid",)
        constraints = (
            models.UniqueConstraint(fields=("uitkomst", "thema"), name="thema_een_keer_voorgesteld"),
            models.CheckConstraint(
                condition=models.Q(zekerheid__gte=0) & models.Q(zekerheid__lte=1),
                name="zekerheid_tussen_0_en_1",
            ),
        )

    def __str__(self) -> str:
        return f"{self.thema} ({self.zekerheid:.2f})"
