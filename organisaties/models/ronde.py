"""One cycle of asking, listening, advising and following."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisaties.enums import Fase
from organisaties.models.basis import Gebonden
from organisaties.models.organisatie import Organisatie


class Ronde(Gebonden):
    """A ronde of an organisation; each may follow an earlier one."""

    organisatie = models.ForeignKey(Organisatie, on_delete=models.CASCADE, related_name="rondes")
    naam = models.CharField(_("naam"), max_length=200)
    vraagstelling = models.TextField(_("waar gaat deze ronde over?"), blank=True)
    fase = models.CharField(_("fase"), max_length=20, choices=Fase.choices, default=Fase.VOORBEREIDEN)
    vorige = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="volgende"
    )
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("ronde")
        verbose_name_plural = _("rondes")
        ordering = ("-gemaakt_op", "naam")
        constraints = (models.UniqueConstraint(fields=("organisatie", "naam"), name="rondenaam_een_keer"),)

    def __str__(self) -> str:
        return self.naam
