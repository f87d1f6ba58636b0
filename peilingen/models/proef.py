"""Answers of who tries a questionnaire out."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisaties.models import Gebonden
from peilingen.models.vragenlijst import Vragenlijst


class Proefinzending(Gebonden):
    """What someone filled in by the test link: a table of its own, so that it can never be counted."""

    organisatie_pad = "vragenlijst__ronde__organisatie"

    vragenlijst = models.ForeignKey(Vragenlijst, on_delete=models.CASCADE, related_name="proefinzendingen")
    gegevens = models.JSONField(_("ingevuld per stap"), default=dict)
    taal = models.CharField(_("taal"), max_length=10, default="nl")
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("proefinzending")
        verbose_name_plural = _("proefinzendingen")
        ordering = ("-gemaakt_op",)

    def __str__(self) -> str:
        return f"proef bij {self.vragenlijst_id}"
