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
    tekst = _(
        "Deze ronde heeft nog geen antwoorden, notities of signalen. Open een vragenlijst of lees een bestand in."
    )


class VreemdThema(Weigering):
    """A theme of another codebook was chosen."""

    tekst = _("Dit thema hoort niet bij het codeboek van deze ronde.")


class NietsOverTeNemen(Weigering):
    """No statement was chosen to accept, or this run has no threshold to accept by."""

    tekst = _("Er is geen uitspraak gekozen om over te nemen. Laat er minstens één aangevinkt.")


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


class KandidaatBesloten(Weigering):
    """Someone decided about the group already."""

    status = 409
    tekst = _("Over deze groep is al besloten. Draai dat besluit eerst terug als u er anders over denkt.")


class ThemaZonderNaam(Weigering):
    """The new theme has no name of letters or digits."""

    tekst = _("Geef het thema een naam.")


class ThemaBestaat(Weigering):
    """The codebook has a theme of this name."""

    status = 409
    tekst = _("Er is al een thema met deze naam. Kies een andere naam.")


class ThemaVast(Weigering):
    """What a theme is called or means may not change: it came with the program, or someone decided with it."""

    status = 409
    tekst = _(
        "De naam en de uitleg van dit thema staan vast, omdat er al mee is gewerkt. Voorbeelden kunt u wel toevoegen. "
        "Bedoelt u iets anders, maak dan een nieuw thema."
    )


class ThemaGecodeerd(Weigering):
    """Someone decided with the theme, so it stays."""

    status = 409
    tekst = _(
        "Iemand heeft al een uitspraak bij dit thema gezet. Daarom blijft het thema staan. Past het ergens niet, "
        "haal het dan bij die uitspraken weg."
    )


class ThemaInGebruik(Weigering):
    """The theme is used elsewhere, such as in a letter or on the wall."""

    status = 409
    tekst = _(
        "Dit thema wordt al gebruikt, bijvoorbeeld in een brief, op de wand of in een memo. Haal het daar eerst weg."
    )


class MagNietAanhalen(Weigering):
    """The person said that their words may not be quoted."""

    status = 409
    tekst = _(
        "Wie dit zei, wil niet worden aangehaald. Gebruik deze uitspraak alleen om te begrijpen en te tellen, en "
        "kies een ander citaat."
    )


class GeenTaalserver(Weigering):
    """Nobody set a language server up."""

    status = 409
    tekst = _("Er is geen taalmodel ingesteld. Wie de computer beheert, kan dat doen.")


class RaadplegingLoopt(Weigering):
    """The model is being asked about this run already."""

    status = 409
    tekst = _("Het taalmodel wordt al gevraagd over deze analyse. Wacht tot dat klaar is.")


class NietsTeRaadplegen(Weigering):
    """The run is not finished, or has no open group and no statement that nobody decided on."""

    status = 409
    tekst = _("Er is niets om te vragen: over alle uitspraken en groepen van deze analyse is al besloten.")
