"""Questionnaires and their questions."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisaties.domain.codes import format_code
from organisaties.models import Gebonden, GebondenQuerySet, Organisatie, Ronde
from peilingen.enums import ZONDER_ANTWOORD, Grondslag, Herkomst, Vraagsoort, Vragenlijststatus, Werving


class Vraagstam(Gebonden):
    """The identity of a question across rondes: the same stam means the same words."""

    organisatie = models.ForeignKey(Organisatie, on_delete=models.CASCADE, related_name="vraagstammen")
    naam = models.CharField(_("naam"), max_length=500)
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("vraagstam")
        verbose_name_plural = _("vraagstammen")
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class VragenlijstQuerySet(GebondenQuerySet["Vragenlijst"]):
    """Queries of questionnaires."""

    def met_aantallen(self) -> "VragenlijstQuerySet":
        """Add how many people answered (`aantal_inzendingen`) and how many questions there are (`aantal_vragen`).

        A heading and a block of information are no questions.
        """
        vraag = models.Q(vragen__isnull=False) & ~models.Q(vragen__soort__in=ZONDER_ANTWOORD)
        return self.annotate(
            aantal_inzendingen=models.Count("inzendingen", distinct=True),
            aantal_vragen=models.Count("vragen", filter=vraag, distinct=True),
        )

    def over_te_nemen(self) -> "VragenlijstQuerySet":
        """Give those that a next ronde can ask again, oldest first: made here, with questions."""
        eigen = self.filter(herkomst=Herkomst.EIGEN, vragen__isnull=False)
        return eigen.order_by("gemaakt_op", "pk").distinct()

    def op_code(self, code: str) -> "VragenlijstQuerySet":
        """Find the questionnaire that was opened under this code."""
        return self.filter(code=code).exclude(status=Vragenlijststatus.CONCEPT)


class Vragenlijst(Gebonden):
    """Questions that were asked together, here or elsewhere."""

    organisatie_pad = "ronde__organisatie"

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="vragenlijsten")
    titel = models.CharField(_("titel"), max_length=200)
    inleiding = models.TextField(_("inleiding"), blank=True)
    werving = models.CharField(
        _("hoe zijn mensen bereikt?"), max_length=20, choices=Werving.choices, default=Werving.OPEN
    )
    steekproef_hoe = models.TextField(_("hoe de steekproef getrokken is"), blank=True)
    steekproef_gevraagd = models.PositiveIntegerField(_("zoveel mensen gevraagd"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=20, choices=Vragenlijststatus.choices, default=Vragenlijststatus.CONCEPT
    )
    herkomst = models.CharField(
        _("herkomst"), max_length=20, choices=Herkomst.choices, default=Herkomst.EIGEN
    )
    code = models.CharField(_("code"), max_length=12, unique=True, null=True, blank=True)
    sjabloon = models.CharField(_("begonnen met sjabloon"), max_length=40, blank=True)
    vraag_citaat = models.BooleanField(_("vragen of woorden aangehaald mogen worden"), default=True)
    talen = models.JSONField(_("talen naast Nederlands"), default=list, blank=True)
    grondslag = models.CharField(
        _("op welke grond verwerkt u de antwoorden?"),
        max_length=20,
        choices=Grondslag.choices,
        default=Grondslag.TOESTEMMING,
    )
    verantwoordelijke = models.CharField(
        _("wie is verantwoordelijk voor de gegevens?"), max_length=200, blank=True
    )
    ook_onder_16 = models.BooleanField(_("ook voor mensen onder de 16"), default=False)
    toont_resultaten = models.BooleanField(_("bewoners zien de tussenstand"), default=False)
    alleen_genodigden = models.BooleanField(_("alleen met een persoonlijke link"), default=False)
    max_per_uur = models.PositiveIntegerField(_("hoogstens zoveel inzendingen per uur"), default=3000)
    proefcode = models.CharField(
        _("code van de proeflink"), max_length=40, unique=True, null=True, blank=True
    )
    geopend_op = models.DateTimeField(_("geopend op"), null=True, blank=True)
    gesloten_op = models.DateTimeField(_("gesloten op"), null=True, blank=True)
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = VragenlijstQuerySet.as_manager()

    # The language of the words that this object carries; another one only on translated copies, never saved.
    taal = "nl"

    class Meta:
        verbose_name = _("vragenlijst")
        verbose_name_plural = _("vragenlijsten")
        ordering = ("-gemaakt_op",)

    def __str__(self) -> str:
        return self.titel

    @property
    def leescode(self) -> str:
        """The code as people read it from a wall."""
        return format_code(self.code or "")


class Vraag(Gebonden):
    """One question; a change of words makes a new version of the same stam."""

    organisatie_pad = "vragenlijst__ronde__organisatie"

    vragenlijst = models.ForeignKey(Vragenlijst, on_delete=models.CASCADE, related_name="vragen")
    stam = models.ForeignKey(Vraagstam, on_delete=models.RESTRICT, related_name="vragen")
    versie = models.PositiveSmallIntegerField(_("versie"), default=1)
    volgorde = models.PositiveSmallIntegerField(_("volgorde"))
    sleutel = models.CharField(_("sleutel"), max_length=40)
    soort = models.CharField(_("soort"), max_length=20, choices=Vraagsoort.choices, default=Vraagsoort.OPEN)
    tekst = models.CharField(_("vraag"), max_length=500, blank=True)
    uitleg = models.TextField(_("uitleg"), blank=True)
    verplicht = models.BooleanField(_("verplicht"), default=False)
    instellingen = models.JSONField(_("instellingen van deze soort"), default=dict, blank=True)
    voorwaarde = models.JSONField(_("alleen vragen als"), default=dict, blank=True)

    # The language of the words that this object carries; another one only on translated copies, never saved.
    taal = "nl"

    class Meta:
        verbose_name = _("vraag")
        verbose_name_plural = _("vragen")
        ordering = ("volgorde",)
        constraints = (
            models.UniqueConstraint(fields=("vragenlijst", "volgorde"), name="vraag_op_zijn_plaats"),
            models.UniqueConstraint(fields=("vragenlijst", "sleutel"), name="vraag_heeft_eigen_sleutel"),
        )

    def __str__(self) -> str:
        return self.tekst or str(_("(geen vraag)"))


class Keuze(Gebonden):
    """One option of a choice question, or one step of a scale or matrix (`volgorde` 1 is the lowest)."""

    organisatie_pad = "vraag__vragenlijst__ronde__organisatie"

    vraag = models.ForeignKey(Vraag, on_delete=models.CASCADE, related_name="keuzes")
    volgorde = models.PositiveSmallIntegerField(_("volgorde"))
    sleutel = models.CharField(_("sleutel"), max_length=40)
    tekst = models.CharField(_("tekst"), max_length=200)

    class Meta:
        verbose_name = _("keuze")
        verbose_name_plural = _("keuzes")
        ordering = ("volgorde",)
        constraints = (
            models.UniqueConstraint(fields=("vraag", "sleutel"), name="keuze_heeft_eigen_sleutel"),
        )

    def __str__(self) -> str:
        return self.tekst


class Stelling(Gebonden):
    """One statement of a matrix: a row, of which the choices of the question are the columns."""

    organisatie_pad = "vraag__vragenlijst__ronde__organisatie"

    vraag = models.ForeignKey(Vraag, on_delete=models.CASCADE, related_name="stellingen")
    volgorde = models.PositiveSmallIntegerField(_("volgorde"))
    sleutel = models.CharField(_("sleutel"), max_length=40)
    tekst = models.CharField(_("tekst"), max_length=300)

    class Meta:
        verbose_name = _("stelling")
        verbose_name_plural = _("stellingen")
        ordering = ("volgorde",)
        constraints = (
            models.UniqueConstraint(fields=("vraag", "sleutel"), name="stelling_heeft_eigen_sleutel"),
        )

    def __str__(self) -> str:
        return self.tekst


class Vertaling(Gebonden):
    """The words of one place of a questionnaire in another language.

    `plek` names the place: "titel", "inleiding", or the key of a question with what of it: "v1.tekst", "v1.uitleg",
    "v1.eenheid", "v1.k2" (a choice), "v1.s1" (a statement). `bron_hash` is the sha256 of the Dutch words that were
    translated: another hash than that of the words now means that the translation is out of date.
    """

    organisatie_pad = "vragenlijst__ronde__organisatie"

    vragenlijst = models.ForeignKey(Vragenlijst, on_delete=models.CASCADE, related_name="vertalingen")
    taal = models.CharField(_("taal"), max_length=10)
    plek = models.CharField(_("plek"), max_length=90)
    tekst = models.TextField(_("vertaling"))
    bron_hash = models.CharField(_("hash van de Nederlandse tekst"), max_length=64)

    class Meta:
        verbose_name = _("vertaling")
        verbose_name_plural = _("vertalingen")
        constraints = (
            models.UniqueConstraint(fields=("vragenlijst", "taal", "plek"), name="plek_een_keer_vertaald"),
        )

    def __str__(self) -> str:
        return f"{self.taal} {self.plek}"
