"""Statements: the unit of coding."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bijeenkomsten.models import Notitie, Signaal
from codering.enums import Kwaliteit
from organisaties.enums import Kanaal
from organisaties.models import Gebied, Gebonden, GebondenQuerySet, Ronde
from peilingen.models import Antwoord

BRONVELDEN = ("antwoord", "notitie", "signaal")


def _precies_een_bron() -> Q:
    keuzes = Q()
    for veld in BRONVELDEN:
        keuzes |= Q(**{f"{ander}__isnull": ander != veld for ander in BRONVELDEN})
    return keuzes


class UitspraakQuerySet(GebondenQuerySet["Uitspraak"]):
    """Queries of statements."""

    def inhoudelijk(self) -> "UitspraakQuerySet":
        """Leave out non-answers."""
        return self.filter(kwaliteit=Kwaliteit.INHOUDELIJK)

    def zoek(self, zoektekst: str) -> "UitspraakQuerySet":
        """Give the statements that hold every word; `zoektekst` comes from `basis.taal.lemmas.zoektekst`."""
        rijen = self
        for woord in zoektekst.split():
            rijen = rijen.filter(zoektekst__contains=woord)
        return rijen


class Uitspraak(Gebonden):
    """One statement of one source; everyone above sees the masked text only.

    `begin` and `eind` count Unicode code points in the source's own text. `eenheid` is what counts count:
    the inzending, the table or the signal. Order within a ronde is by random key: arrival leaves no trace.
    """

    organisatie_pad = "ronde__organisatie"

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="uitspraken")
    antwoord = models.ForeignKey(Antwoord, on_delete=models.CASCADE, null=True, related_name="uitspraken")
    notitie = models.ForeignKey(Notitie, on_delete=models.CASCADE, null=True, related_name="uitspraken")
    signaal = models.ForeignKey(Signaal, on_delete=models.CASCADE, null=True, related_name="uitspraken")
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

    objects = UitspraakQuerySet.as_manager()

    class Meta:
        verbose_name = _("uitspraak")
        verbose_name_plural = _("uitspraken")
        constraints = (
            models.CheckConstraint(condition=_precies_een_bron(), name="uitspraak_heeft_een_bron"),
            models.CheckConstraint(condition=Q(eind__gt=models.F("begin")), name="uitspraak_heeft_tekst"),
            models.UniqueConstraint(fields=("antwoord", "volgnummer"), name="uitspraak_van_antwoord"),
            models.UniqueConstraint(fields=("notitie", "volgnummer"), name="uitspraak_van_notitie"),
            models.UniqueConstraint(fields=("signaal", "volgnummer"), name="uitspraak_van_signaal"),
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
