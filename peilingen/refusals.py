"""Refusals of this room."""

from django.utils.translation import gettext_lazy as _

from organisaties.refusals import Weigering


class OnleesbaarBestand(Weigering):
    """The uploaded file cannot be read; the text names file, row and column."""

    tekst = _("Dit bestand is niet te lezen.")


class OnleesbaarFormulier(Weigering):
    """The uploaded form file cannot be read; the text names the place."""

    tekst = _("Dit formulierbestand is niet te lezen.")


class AlIngelezen(Weigering):
    """The same file was read in before in this ronde."""

    status = 409
    tekst = _("Dit bestand is in deze ronde al ingelezen.")


class OnjuisteKoppeling(Weigering):
    """The chosen columns do not make sense together, or their content does not fit."""

    tekst = _("Kies minstens één kolom met open antwoorden.")


class UitBestand(Weigering):
    """The questionnaire came from a file: its questions were asked elsewhere."""

    status = 409
    tekst = _("Deze antwoorden komen uit een bestand. Hier kunnen geen antwoorden bijkomen.")


class VragenStaanVast(Weigering):
    """What people read before they answered does not change any more."""

    status = 409
    tekst = _(
        "Er zijn al antwoorden. Wat mensen lazen voor ze antwoordden, blijft daarom zoals het is. "
        "Wilt u andere vragen? Maak dan een kopie."
    )


class VragenlijstStaatOpen(Weigering):
    """Someone may be answering right now."""

    status = 409
    tekst = _(
        "De vragenlijst staat open: misschien vult iemand hem nu in. Sluit hem eerst, dan kunt u hem veranderen."
    )


class NietTeOpenen(Weigering):
    """The questionnaire is not ready for people; the text says what has to be done."""

    status = 409
    tekst = _("De vragenlijst kan nog niet open.")


class CodeBezet(Weigering):
    """The asked code opens something else already, or is no code."""

    status = 409
    tekst = _("Deze code is al in gebruik. Kies een andere.")


class OnjuisteVraag(Weigering):
    """A question cannot be stored like this; the text says what to change. `veld` names the field."""

    tekst = _("Schrijf eerst de vraag op.")

    def __init__(self, tekst: object = "", veld: str = "tekst") -> None:
        super().__init__(tekst)
        self.veld = veld


class OnjuistAntwoord(Weigering):
    """An answer belongs to another question, or names a choice that its question does not have."""

    tekst = _("Deze vragen zijn intussen veranderd. Ga terug naar het begin en vul ze opnieuw in.")


class VragenlijstGesloten(Weigering):
    """Answers came after closing."""

    status = 409
    tekst = _("Deze vragenlijst is gesloten. Uw antwoorden zijn niet verstuurd.")
