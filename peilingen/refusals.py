"""Refusals of this room."""

from collections.abc import Sequence

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


class PapierNietOpen(Weigering):
    """Answers on paper come in while a questionnaire is open, as all others do."""

    status = 409
    tekst = _("De vragenlijst staat niet open. Open of heropen hem, dan kunt u papieren antwoorden invoeren.")


class OnjuistFormulier(Weigering):
    """What was typed over from paper does not fit its questions; nothing was kept."""

    tekst = _("Kijk de gemarkeerde vragen na. Er is nog niets bewaard.")


class OnjuisteKoppeling(Weigering):
    """The chosen columns do not make sense together, or their content does not fit."""

    tekst = _("Kies minstens één kolom met antwoorden.")


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


class NietTeProberen(Weigering):
    """There is nothing to try out yet."""

    status = 409
    tekst = _("Er zijn nog geen vragen om te proberen. Voeg eerst een vraag toe.")


class ProefVol(Weigering):
    """More was sent by the test link than is kept."""

    status = 409
    tekst = _("Er zijn al te veel proeven bewaard, of deze is te lang. Wis eerst de proeven die er staan.")


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


class VraagNietInBibliotheek(Weigering):
    """The library has no such question, or has it no more."""

    status = 404
    tekst = _("Deze vraag staat niet in de bibliotheek. Kies een andere.")


class OnjuisteVoorwaarde(Weigering):
    """A condition does not hold together; the text says what to change. `regel` is its rule, from 1, 0 for none."""

    tekst = _("Deze voorwaarde klopt niet.")

    def __init__(self, tekst: object = "", regel: int = 0) -> None:
        super().__init__(tekst)
        self.regel = regel


class OnbekendeTaal(Weigering):
    """The questions cannot be translated into this language, or it was not chosen for this questionnaire."""

    tekst = _("In deze taal staat de vragenlijst niet. Kies haar eerst bij de talen.")


class OnjuisteVertaling(Weigering):
    """A translation cannot be kept like this; the text says what to change."""

    tekst = _("Deze vertaling is te lang. Maak haar korter.")


class NogNietGeopend(Weigering):
    """The questions may still change, so no answers can come to them."""

    status = 409
    tekst = _("Open eerst de vragenlijst. Daarna staan de vragen vast en kunnen er antwoorden bij.")


class OnjuisteInvoer(Weigering):
    """Cells of a file cannot be answers; `fouten` tells of each where it stands and what is wrong."""

    tekst = _("Er is niets ingelezen. Verbeter eerst de fouten in het bestand.")

    def __init__(self, tekst: object = "", fouten: Sequence[str] = ()) -> None:
        super().__init__(tekst)
        self.fouten = list(fouten)


class TeWeinigOmTeDelen(Weigering):
    """So few people answered that any of them could be recognised."""

    status = 409
    tekst = _("Er zijn nog te weinig antwoorden om te delen: mensen zouden te herkennen zijn.")


class OnjuistAntwoord(Weigering):
    """An answer belongs to another question, or names a choice that its question does not have."""

    tekst = _("Deze vragen zijn intussen veranderd. Ga terug naar het begin en vul ze opnieuw in.")


class VragenlijstGesloten(Weigering):
    """Answers came after closing."""

    status = 409
    tekst = _("Deze vragenlijst is gesloten. Uw antwoorden zijn niet verstuurd.")


class ToestemmingOntbreekt(Weigering):
    """Consent is what makes it right to use the answers, and nobody gave it."""

    status = 409
    tekst = _("Wij mogen uw antwoorden pas gebruiken als u daar ja op zegt. Er is nog niets verstuurd.")


class TeDruk(Weigering):
    """More came in within an hour than the questionnaire takes; `seconden` is how long to wait."""

    status = 429
    tekst = _("Er komen nu heel veel antwoorden tegelijk binnen. Wat u invulde, is bewaard.")

    def __init__(self, tekst: object = "", seconden: int = 60) -> None:
        super().__init__(tekst)
        self.seconden = seconden


class AlleenGenodigden(Weigering):
    """The questionnaire takes answers by personal link only, and this was none of its links."""

    status = 403
    tekst = _("Antwoorden kan hier alleen met een persoonlijke link. Uw antwoorden zijn niet verstuurd.")


class LinkGebruikt(Weigering):
    """Someone answered by this personal link before."""

    status = 409
    tekst = _("Met deze link is al geantwoord. Wat u nu invulde, is niet verstuurd.")


class OnjuisteGenodigden(Weigering):
    """A list of entries cannot be read like this; the text names the line."""

    tekst = _("Zet elke genodigde op een eigen regel.")
