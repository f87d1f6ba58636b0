"""Choices of this room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Werving(models.TextChoices):
    """How people were reached. Only a declared probability sample gets intervals and difference tests."""

    OPEN = "open", _("open uitnodiging")
    BIJEENKOMST = "bijeenkomst", _("bijeenkomst")
    PANEL = "panel", _("panel")
    STEEKPROEF = "steekproef", _("aselecte steekproef")


class Vragenlijststatus(models.TextChoices):
    """Whether people can answer."""

    CONCEPT = "concept", _("concept")
    OPEN = "open", _("open")
    GESLOTEN = "gesloten", _("gesloten")


class Herkomst(models.TextChoices):
    """Whether the answers were given here or brought in."""

    EIGEN = "eigen", _("hier gevraagd")
    BESTAND = "bestand", _("uit een bestand")


class Vraagsoort(models.TextChoices):
    """What kind of answer a question takes; a TEKSTBLOK and an ONDERDEEL (heading of a section) take none."""

    OPEN = "open", _("open vraag")
    KORT = "kort", _("korte open vraag")
    EEN_KEUZE = "een_keuze", _("één keuze")
    MEER_KEUZES = "meer_keuzes", _("meer keuzes")
    SCHAAL = "schaal", _("schaal")
    GETAL = "getal", _("getal")
    DATUM = "datum", _("datum of jaar")
    RANGORDE = "rangorde", _("rangorde")
    MATRIX = "matrix", _("stellingen")
    BUURT = "buurt", _("buurt")
    PLEK = "plek", _("plek")
    LEEFTIJD = "leeftijd", _("leeftijdsgroep")
    TEKSTBLOK = "tekstblok", _("uitleg zonder vraag")
    ONDERDEEL = "onderdeel", _("kop van een onderdeel")


# Answers in people's own words: what becomes statements.
WOORDSOORTEN = (Vraagsoort.OPEN, Vraagsoort.KORT)
# Kinds whose choices are written by who asks; a scale and a matrix have theirs from low to high.
KEUZESOORTEN = (
    Vraagsoort.EEN_KEUZE,
    Vraagsoort.MEER_KEUZES,
    Vraagsoort.SCHAAL,
    Vraagsoort.RANGORDE,
    Vraagsoort.MATRIX,
    Vraagsoort.LEEFTIJD,
)
ZONDER_ANTWOORD = (Vraagsoort.TEKSTBLOK, Vraagsoort.ONDERDEEL)


class Bijzonder(models.TextChoices):
    """An answer that is none of the choices, and not empty either."""

    WEET_NIET = "weet_niet", _("weet ik niet")
    WIL_NIET = "wil_niet", _("wil ik niet zeggen")


class Grondslag(models.TextChoices):
    """The ground on which answers may be processed (article 6 of the GDPR)."""

    TOESTEMMING = "toestemming", _("toestemming van wie antwoordt")
    ALGEMEEN_BELANG = "algemeen_belang", _("een taak van algemeen belang")
    GERECHTVAARDIGD = "gerechtvaardigd", _("een gerechtvaardigd belang")


class Toestemming(models.TextChoices):
    """Who said yes to the processing of the answers, where that was asked."""

    GEEN = "", _("niet gevraagd")
    ZELF = "zelf", _("wie antwoordt")
    OUDER = "ouder", _("een ouder of voogd")


class Invoerstatus(models.TextChoices):
    """How far a brought-in file has come."""

    GEUPLOAD = "geupload", _("wacht op kolommen kiezen")
    INGELEZEN = "ingelezen", _("ingelezen")
