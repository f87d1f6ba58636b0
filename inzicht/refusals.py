"""What this room refuses, and what to do instead."""

from django.utils.translation import gettext_lazy as _

from organisaties.refusals import Weigering


class TeVeelThemas(Weigering):
    """More themes than people can read from the back of a room."""

    status = 422
    tekst = _("Op de wand passen hoogstens acht thema’s. Zet er een paar uit.")


class VreemdThema(Weigering):
    """A theme that is not in the codebook whose figures the wall shows."""

    status = 422
    tekst = _("Dit thema hoort niet bij deze ronde. Ververs de bladzijde en kies opnieuw.")
