"""Refusals of this room."""

from django.utils.translation import gettext_lazy as _

from organisaties.refusals import Weigering


class OnjuisteInvoer(Weigering):
    """A field holds what it cannot hold; the text says which and what to do."""

    tekst = _("Eén van de velden klopt niet. Kijk het na en bewaar opnieuw.")


class LegeTekst(Weigering):
    """There is nothing to keep."""

    tekst = _("Er staat nog niets. Typ eerst een tekst.")


class TeLang(Weigering):
    """The text is longer than is kept."""

    tekst = _("Deze tekst is te lang. Verdeel hem over meer stukken.")


class CodeBezet(Weigering):
    """The code is in use, or cannot be typed."""

    status = 409
    tekst = _(
        "Deze code is al in gebruik of niet bruikbaar. Kies een andere code van 4 tot 12 letters en cijfers."
    )


class NietOpen(Weigering):
    """The meeting has not begun."""

    status = 409
    tekst = _("De bijeenkomst is nog niet geopend. Vraag de organisator om op “Openen” te drukken.")


class Ingetrokken(Weigering):
    """The card was withdrawn; the same form does not bring it back by itself."""

    status = 409
    tekst = _(
        "Dit idee hebt u ingetrokken. Het is niet opnieuw verstuurd. Wilt u dat toch, druk dan nog een keer."
    )


class AlGesloten(Weigering):
    """The meeting is over, and so is the day in which a late text is still taken."""

    status = 409
    tekst = _("De bijeenkomst is afgelopen. Vraag de organisator om hem weer te openen.")


class OngeldigeStap(Weigering):
    """A meeting cannot go from where it is to where it is asked to go."""

    status = 409
    tekst = _("De bijeenkomst staat al zo. Er is niets veranderd.")


class NietLeeg(Weigering):
    """Something was written already, so it cannot be thrown away."""

    status = 409
    tekst = _("Hier is al iets in geschreven. Weggooien kan alleen zolang er niets in staat.")


class Onherstelbaar(Weigering):
    """What was deleted is gone for good."""

    status = 410
    tekst = _("Terughalen kan niet meer: de tekst is na een uur echt verwijderd.")
