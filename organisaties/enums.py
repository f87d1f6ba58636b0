"""Choices that several rooms share."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rol(models.TextChoices):
    """What a member does in an organisation; `rechten` says what each may."""

    BEHEERDER = "beheerder", _("beheerder")
    ORGANISATOR = "organisator", _("organisator")
    CODEUR = "codeur", _("codeur")
    NOTULIST = "notulist", _("notulist")
    LEZER = "lezer", _("lezer")


class Recht(models.TextChoices):
    """One kind of access; a view asks for exactly one."""

    TOEGANG = "toegang", _("de rondes van de organisatie zien")
    LEZEN = "lezen", _("uitkomsten lezen")
    NOTEREN = "noteren", _("notities en signalen invoeren")
    CODEREN = "coderen", _("uitspraken coderen")
    ORGANISEREN = "organiseren", _("rondes, vragenlijsten en brieven maken")
    BEHEREN = "beheren", _("leden en instellingen beheren")


RECHTEN: dict[Rol, frozenset[Recht]] = {
    Rol.BEHEERDER: frozenset(Recht),
    Rol.ORGANISATOR: frozenset(Recht) - {Recht.BEHEREN},
    Rol.CODEUR: frozenset({Recht.TOEGANG, Recht.LEZEN, Recht.CODEREN}),
    Rol.NOTULIST: frozenset({Recht.TOEGANG, Recht.NOTEREN}),
    Rol.LEZER: frozenset({Recht.TOEGANG, Recht.LEZEN}),
}


class Fase(models.TextChoices):
    """Where a ronde stands, in order."""

    VOORBEREIDEN = "voorbereiden", _("voorbereiden")
    OPHALEN = "ophalen", _("ophalen")
    CODEREN = "coderen", _("coderen")
    DUIDEN = "duiden", _("duiden")
    ADVISEREN = "adviseren", _("adviseren")
    DOEN = "doen", _("doen")
    VOLGEN = "volgen", _("volgen")
    AFGEROND = "afgerond", _("afgerond")


class Kanaal(models.TextChoices):
    """How a voice reached us. Figures are given per kanaal and never added over kanalen."""

    ENQUETE = "enquete", _("online vragenlijst")
    PAPIER = "papier", _("papieren vragenlijst")
    TAFEL = "tafel", _("tafelgesprek")
    IDEE = "idee", _("ideekaart")
    TELEFOON = "telefoon", _("telefoon")
    MAIL = "mail", _("e-mail")
    BRIEF = "brief", _("brief")
    MARKT = "markt", _("markt of straat")
    SPREEKUUR = "spreekuur", _("spreekuur")
    ANDERS = "anders", _("anders")


class Gebiedsoort(models.TextChoices):
    """How large an area is, from large to small."""

    GEMEENTE = "gemeente", _("gemeente")
    WIJK = "wijk", _("wijk")
    BUURT = "buurt", _("buurt")
    STRAAT = "straat", _("straat")
    FLAT = "flat", _("flat of complex")
    ANDERS = "anders", _("ander gebied")


# Small enough to choose from as "my buurt"; wijken only where there is nothing smaller.
KLEINE_GEBIEDEN = (Gebiedsoort.BUURT, Gebiedsoort.STRAAT, Gebiedsoort.FLAT, Gebiedsoort.ANDERS)


class Pleksoort(models.TextChoices):
    """A place one can walk into, or something that is not a place."""

    PLEK = "plek", _("plek")
    VOORZIENING = "voorziening", _("voorziening")
    VERBAND = "verband", _("verband of netwerk")


class Wijzigingsoort(models.TextChoices):
    """What happened to a source."""

    AANGEMAAKT = "aangemaakt", _("aangemaakt")
    GEWIJZIGD = "gewijzigd", _("gewijzigd")
    VERWIJDERD = "verwijderd", _("verwijderd")
