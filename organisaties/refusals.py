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
