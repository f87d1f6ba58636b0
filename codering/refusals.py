"""Refusals of this room."""

from django.utils.translation import gettext_lazy as _

from organisaties.refusals import Weigering


class AnalyseLoopt(Weigering):
    """A run of this ronde is still under way."""

    status = 409
    tekst = _("Er loopt al een analyse van deze ronde. Wacht tot die klaar is.")


class NietsTeAnalyseren(Weigering):
    """The ronde has no statements."""

    status = 409
    tekst = _("Deze ronde heeft nog geen antwoorden. Lees eerst een bestand in.")


class VreemdThema(Weigering):
    """A theme of another codebook was chosen."""

    tekst = _("Dit thema hoort niet bij het codeboek van deze ronde.")


class AndersBeslist(Weigering):
    """The statement was decided by someone else after this person saw it; nothing was written."""

    status = 409
    tekst = _("Iemand anders heeft deze uitspraak intussen nagekeken. Bekijk eerst wat er nu staat.")


class NietsOngedaanTeMaken(Weigering):
    """The last decision on the statement is not this person's, or not the one they saw."""

    status = 409
    tekst = _(
        "Er is geen besluit van u om ongedaan te maken. Misschien heeft een ander de uitspraak nagekeken."
    )
