"""What the machine proposed, and by which run. Never mixed with people's codings."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from codering.enums import Kandidaatbesluit, Runstatus, Uitkomststatus, Voorstelbron
from codering.models.codeboek import Codeboek, Thema
from codering.models.codering import Codering
from codering.models.uitspraak import Uitspraak
from organisaties.models import Gebonden, GebondenQuerySet, Ronde


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
    wie = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
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


class Kandidaatthema(Gebonden):
    """A group of statements that the machine found by itself: a theme for people to adopt or refuse."""

    organisatie_pad = "run__ronde__organisatie"

    run = models.ForeignKey(Analyserun, on_delete=models.CASCADE, related_name="kandidaten")
    nummer = models.PositiveIntegerField()
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

    def met_thema(self, thema: Thema) -> "RunuitkomstQuerySet":
        """Give those whose statement stands under a theme: by decision, else by proposal."""
        besloten = Codering.objects.besluiten().filter(themas=thema).order_by().values("uitspraak_id")
        voorgesteld = Themavoorstel.objects.filter(thema=thema).order_by().values("uitkomst_id")
        return self.filter(Q(uitspraak__in=besloten) | (Q(pk__in=voorgesteld) & ~_besloten()))


def _besloten() -> Exists:
    return Exists(Codering.objects.besluiten().filter(uitspraak=OuterRef("uitspraak_id")).order_by())


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
    twijfel = models.FloatField(_("twijfel, 0 tot 1"), default=0.0)

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
