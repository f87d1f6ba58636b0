"""Refusals: what an act raises when it may not be done, with a text for the user.

An act raises one before anything is written. `config.middleware` shows the text and the status.
"""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Weigering(Exception):
    """An act was refused; `str()` is a sentence for the user that says what to do."""

    status = 400
    tekst: "StrOrPromise" = _("Dit kan nu niet.")

    def __init__(self, tekst: object = "") -> None:
        super().__init__(str(tekst or self.tekst))


class GeenRecht(Weigering):
    """The member's role does not allow the act."""

    status = 403
    tekst = _("Dat mag u in deze organisatie niet doen. Vraag het aan een beheerder.")


class OngeldigeFase(Weigering):
    """A ronde cannot go to the asked phase."""

    status = 409
    tekst = _("De ronde kan nu niet naar deze fase.")


class RondenaamBestaat(Weigering):
    """The organisation has a ronde of this name."""

    status = 409
    tekst = _("U hebt al een ronde met deze naam. Kies een andere.")


class LaatsteBeheerder(Weigering):
    """An organisation would be left without anyone who can manage it."""

    status = 409
    tekst = _("Dit is de enige beheerder. Maak eerst iemand anders beheerder; daarna kan dit wel.")


class GeenWachtwoordlink(Weigering):
    """A beheerder may not open the account of someone who belongs to others too."""

    status = 403
    tekst = _(
        "Deze persoon hoort ook bij een andere organisatie of beheert de server. Daarom kunt u hier geen link "
        "maken. Bij het inloggen kan hij of zij zelf “Wachtwoord vergeten” kiezen."
    )


class OrganisatieBestaat(Weigering):
    """There is an organisation of this name."""

    status = 409
    tekst = _("Er is al een organisatie met deze naam. Kies een andere naam.")


class GebiedBestaat(Weigering):
    """The area is in the list already."""

    status = 409
    tekst = _("Dit gebied staat al in de lijst.")


class KaartOnleesbaar(Weigering):
    """A file with outlines cannot be used; the text says why."""

    tekst = _("Dit bestand kunnen wij niet lezen. Kies een GeoJSON-bestand.")


class GebiedInGebruik(Weigering):
    """Answers or smaller areas hang on the area."""

    status = 409
    tekst = _("Bij dit gebied horen antwoorden of kleinere gebieden. Daarom blijft het staan.")
