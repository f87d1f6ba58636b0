"""Codebooks and their themes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisaties.models import Gebonden, Organisatie

KLEUREN = 30


class Codeboek(Gebonden):
    """An organisation's list of themes; a change of meaning makes a new version."""

    organisatie = models.ForeignKey(Organisatie, on_delete=models.CASCADE, related_name="codeboeken")
    naam = models.CharField(_("naam"), max_length=120)
    versie = models.PositiveSmallIntegerField(_("versie"), default=1)
    bron = models.CharField(_("overgenomen van"), max_length=120, blank=True)
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("codeboek")
        verbose_name_plural = _("codeboeken")
        ordering = ("naam", "-versie")
        constraints = (
            models.UniqueConstraint(fields=("organisatie", "naam", "versie"), name="codeboekversie"),
        )

    def __str__(self) -> str:
        return f"{self.naam} (versie {self.versie})"


class Thema(Gebonden):
    """One theme of a codebook, with what belongs to it and what does not.

    `voorbeelden` holds statements that belong to it, one a line. `gemaakt_op` is not known of old themes; a decision
    from before it says nothing about the theme.
    """

    organisatie_pad = "codeboek__organisatie"

    codeboek = models.ForeignKey(Codeboek, on_delete=models.CASCADE, related_name="themas")
    code = models.SlugField(_("code"))
    naam = models.CharField(_("naam"), max_length=120)
    definitie = models.TextField(_("wat is het?"))
    wel = models.TextField(_("wat hoort erbij?"), blank=True)
    niet = models.TextField(_("wat hoort er niet bij?"), blank=True)
    voorbeelden = models.TextField(_("voorbeelden van uitspraken"), blank=True)
    volgorde = models.PositiveSmallIntegerField(_("volgorde"))
    gemaakt_op = models.DateTimeField(auto_now_add=True, null=True)

    class Meta:
        verbose_name = _("thema")
        verbose_name_plural = _("thema’s")
        ordering = ("volgorde",)
        constraints = (models.UniqueConstraint(fields=("codeboek", "code"), name="themacode_een_keer"),)

    def __str__(self) -> str:
        return self.naam

    @property
    def voorbeeldregels(self) -> tuple[str, ...]:
        """The example statements."""
        return tuple(regel for regel in self.voorbeelden.splitlines() if regel)

    @property
    def kleur(self) -> int:
        """Number of the theme's colour and pattern: its place, and around again after thirty."""
        return (self.volgorde - 1) % KLEUREN + 1
