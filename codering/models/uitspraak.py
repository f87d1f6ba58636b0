"""Statements: the unit of coding."""

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext_lazy as _

from bijeenkomsten.models import Ideekaart, Notitie, Signaal
from codering.enums import Kwaliteit, Uitkomststatus
from organisaties.enums import Kanaal
from organisaties.models import Gebied, Gebonden, GebondenQuerySet, Ronde
from peilingen.models import Antwoord

if TYPE_CHECKING:
    from uuid import UUID

    from codering.models.codeboek import Thema
    from codering.models.codering import Codering
    from codering.models.run import Analyserun, Runuitkomst, Themavoorstel

BRONVELDEN = ("antwoord", "notitie", "signaal", "ideekaart")
# The name under which a statement is shown and counted: its area, else what its speaker wrote.
GEBIEDSNAAM = Coalesce(NullIf(F("gebied__naam"), Value("")), F("groep"), output_field=models.CharField())


def _precies_een_bron() -> Q:
    keuzes = Q()
    for veld in BRONVELDEN:
        keuzes |= Q(**{f"{ander}__isnull": ander != veld for ander in BRONVELDEN})
    return keuzes


def _besluiten(**zoek: object) -> "QuerySet[Codering]":
    """Decisions of people, to look up per statement."""
    from codering.models.codering import Codering

    return Codering.objects.besluiten().filter(**zoek).order_by()


def _besloten() -> Exists:
    return Exists(_besluiten(uitspraak=OuterRef("pk")))


def _voorstellen(run: "Analyserun | None", **zoek: object) -> "QuerySet[Themavoorstel, UUID]":
    """Keys of the statements for which a run proposed a theme."""
    from codering.models.run import Themavoorstel

    rijen = Themavoorstel.objects.filter(uitkomst__run=run, **zoek).order_by()
    return rijen.values_list("uitkomst__uitspraak_id", flat=True)


def _uitkomsten(run: "Analyserun | None", **zoek: object) -> "QuerySet[Runuitkomst, UUID]":
    """Keys of the statements of which a run made this."""
    from codering.models.run import Runuitkomst

    return Runuitkomst.objects.filter(run=run, **zoek).order_by().values_list("uitspraak_id", flat=True)


class UitspraakQuerySet(GebondenQuerySet["Uitspraak"]):
    """Queries of statements."""

    def inhoudelijk(self) -> "UitspraakQuerySet":
        """Leave out non-answers."""
        return self.filter(kwaliteit=Kwaliteit.INHOUDELIJK)

    def zoek(self, woorden: str) -> "UitspraakQuerySet":
        """Give the statements that hold every word, in whatever form; without words, all of them."""
        if not woorden.strip():
            return self
        from basis.taal.lemmas import zoektekst

        rijen = self
        for woord in zoektekst(woorden).split():
            rijen = rijen.filter(zoektekst__contains=woord)
        return rijen

    def uit(self, plek: str) -> "UitspraakQuerySet":
        """Give the statements from the area of this name; "" gives those of which it is not known."""
        return self.alias(uit_plek=GEBIEDSNAAM).filter(uit_plek=plek)

    def met_besluit(self) -> "UitspraakQuerySet":
        """Give the statements that a person decided on."""
        return self.filter(_besloten())

    def zonder_besluit(self) -> "UitspraakQuerySet":
        """Give the statements that nobody decided on."""
        return self.filter(~_besloten())

    def met_voorstel(self, run: "Analyserun | None") -> "UitspraakQuerySet":
        """Give the statements for which a run proposed a theme."""
        return self.filter(pk__in=_voorstellen(run))

    def met_thema(self, thema: "Thema", run: "Analyserun | None") -> "UitspraakQuerySet":
        """Give the statements under a theme: by decision, else by proposal of this run."""
        besloten = Q(pk__in=_besluiten(themas=thema).values("uitspraak_id"))
        return self.filter(besloten | (Q(pk__in=_voorstellen(run, thema=thema)) & ~_besloten()))

    def zonder_thema(self, run: "Analyserun | None") -> "UitspraakQuerySet":
        """Give the statements under no theme: by decision, else because this run proposed none."""
        leeg = Exists(_besluiten(uitspraak=OuterRef("pk"), themas__isnull=True))
        return self.filter(leeg | (~Q(pk__in=_voorstellen(run)) & ~_besloten()))

    def met_soort(self, soort: str, run: "Analyserun | None") -> "UitspraakQuerySet":
        """Give the statements of a soort: by a person's word, else as this run proposes."""
        gezegd = Exists(_besluiten(uitspraak=OuterRef("pk")).exclude(soort=""))
        voorgesteld = Q(pk__in=_uitkomsten(run, soort=soort)) & ~gezegd
        return self.filter(Q(pk__in=_besluiten(soort=soort).values("uitspraak_id")) | voorgesteld)

    def mislukt(self, run: "Analyserun | None") -> "UitspraakQuerySet":
        """Give the statements that a run could not judge, and that nobody decided on since."""
        return self.filter(~_besloten(), pk__in=_uitkomsten(run, status=Uitkomststatus.MISLUKT))


class Uitspraak(Gebonden):
    """One statement of one source; everyone above sees the masked text only.

    `begin` and `eind` count Unicode code points in the source's own text. `eenheid` is what counts count:
    the inzending, the table, the card or the signal. `mag_citeren` is what the person said about being quoted;
    None where nobody was asked. Order within a ronde is by random key: arrival leaves no trace.
    """

    organisatie_pad = "ronde__organisatie"

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="uitspraken")
    antwoord = models.ForeignKey(Antwoord, on_delete=models.CASCADE, null=True, related_name="uitspraken")
    notitie = models.ForeignKey(Notitie, on_delete=models.CASCADE, null=True, related_name="uitspraken")
    signaal = models.ForeignKey(Signaal, on_delete=models.CASCADE, null=True, related_name="uitspraken")
    ideekaart = models.ForeignKey(Ideekaart, on_delete=models.CASCADE, null=True, related_name="uitspraken")
    volgnummer = models.PositiveSmallIntegerField(default=0)
    begin = models.PositiveIntegerField()
    eind = models.PositiveIntegerField()
    tekst = models.TextField(_("tekst, afgeschermd"))
    vraag = models.CharField(_("vraag"), max_length=500, blank=True)
    inhoudhash = models.CharField(max_length=64, db_index=True)
    bronhash = models.CharField(max_length=64)
    taal = models.CharField(_("taal"), max_length=10, default="nl")
    kwaliteit = models.CharField(_("kwaliteit"), max_length=20, choices=Kwaliteit.choices)
    zoektekst = models.TextField(blank=True)
    kanaal = models.CharField(_("kanaal"), max_length=20, choices=Kanaal.choices)
    gebied = models.ForeignKey(Gebied, on_delete=models.SET_NULL, null=True, related_name="+")
    groep = models.CharField(_("gebied zoals opgegeven"), max_length=200, blank=True)
    eenheid = models.UUIDField(db_index=True)
    mag_citeren = models.BooleanField(_("woorden mogen aangehaald worden"), null=True)

    objects: ClassVar = UitspraakQuerySet.as_manager()

    class Meta:
        verbose_name = _("uitspraak")
        verbose_name_plural = _("uitspraken")
        constraints = (
            models.CheckConstraint(condition=_precies_een_bron(), name="uitspraak_heeft_een_bron"),
            models.CheckConstraint(condition=Q(eind__gt=models.F("begin")), name="uitspraak_heeft_tekst"),
            models.UniqueConstraint(fields=("antwoord", "volgnummer"), name="uitspraak_van_antwoord"),
            models.UniqueConstraint(fields=("notitie", "volgnummer"), name="uitspraak_van_notitie"),
            models.UniqueConstraint(fields=("signaal", "volgnummer"), name="uitspraak_van_signaal"),
            models.UniqueConstraint(fields=("ideekaart", "volgnummer"), name="uitspraak_van_ideekaart"),
        )

    def __str__(self) -> str:
        return self.tekst[:60]


class Inbedding(models.Model):
    """The vector of a masked text under one model, kept under the hash of that text.

    Belongs to a text, not to a person or organisation; deleted when no statement has the text any more.
    """

    sleutel = models.CharField(max_length=64, primary_key=True)
    model = models.CharField(max_length=80)
    inhoudhash = models.CharField(max_length=64, db_index=True)
    vector = models.BinaryField()

    class Meta:
        verbose_name = _("inbedding")
        verbose_name_plural = _("inbeddingen")

    def __str__(self) -> str:
        return self.sleutel[:12]
