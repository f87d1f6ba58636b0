"""Refusals of this room."""

from django.utils.translation import gettext_lazy as _

from organisaties.refusals import Weigering


class OnleesbaarBestand(Weigering):
    """The uploaded file cannot be read; the text names file, row and column."""

    tekst = _("Dit bestand is niet te lezen.")


class AlIngelezen(Weigering):
    """The same file was read in before in this ronde."""

    status = 409
    tekst = _("Dit bestand is in deze ronde al ingelezen.")


class OnjuisteKoppeling(Weigering):
    """The chosen columns do not make sense together, or their content does not fit."""

    tekst = _("Kies minstens één kolom met open antwoorden.")
