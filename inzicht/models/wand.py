"""What a wall shows during a meeting."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from codering.models import Thema
from organisaties.enums import Kanaal
from organisaties.models import Gebonden, Ronde


class Wand(Gebonden):
    """The wall of a ronde: only themes that a person released stand on it, in the order of their release.

    `kanaal` is what the wall counts; empty is the largest, whichever that is.
    """

    organisatie_pad = "ronde__organisatie"

    ronde = models.OneToOneField(Ronde, on_delete=models.CASCADE, related_name="wand")
    vraag = models.CharField(_("vraag van de avond"), max_length=300, blank=True)
    themas = models.ManyToManyField(Thema, related_name="+", blank=True)
    kanaal = models.CharField(_("wat de wand telt"), max_length=20, choices=Kanaal.choices, blank=True)
    donker = models.BooleanField(_("donkere achtergrond"), default=True)
    gewijzigd_op = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("wand")
        verbose_name_plural = _("wanden")

    def __str__(self) -> str:
        return self.vraag or str(self.ronde)
