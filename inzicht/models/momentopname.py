"""Figures as they stood."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from codering.models import Analyserun
from organisaties.models import Gebonden, Ronde


class Momentopname(Gebonden):
    """Frozen figures that an advice cites; never changed, so that a printed number keeps its ground.

    `cijfers` is the JSON of `inzicht.domain.tellen.Telling`; `bronhash` tells whether the statements and
    decisions behind it are still the same.
    """

    organisatie_pad = "ronde__organisatie"

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="momentopnamen")
    run = models.ForeignKey(Analyserun, on_delete=models.SET_NULL, null=True, related_name="+")
    cijfers = models.JSONField(_("cijfers"))
    bronhash = models.CharField(max_length=64)
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("momentopname")
        verbose_name_plural = _("momentopnamen")
        ordering = ("-gemaakt_op",)

    def __str__(self) -> str:
        return f"cijfers van {self.gemaakt_op:%d-%m-%Y}"
