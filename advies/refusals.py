"""Refusals of this room."""

from django.utils.translation import gettext_lazy as _

from organisaties.refusals import Weigering


class GeenCijfers(Weigering):
    """The ronde has no figures yet to write a letter on."""

    status = 409
    tekst = _("Er zijn nog geen cijfers. Laat de antwoorden eerst indelen bij thema’s.")


class GeenBevinding(Weigering):
    """A letter or finding was asked for without anything to say."""

    tekst = _("Kies minstens één thema, of schrijf zelf een kop.")


class AlVastgesteld(Weigering):
    """The letter is vastgesteld and does not change any more."""

    status = 409
    tekst = _(
        "Deze brief is vastgesteld en verandert niet meer. Heropen hem als nieuw concept als u verder wilt."
    )


class NogNietKlaar(Weigering):
    """Something must be filled in before the letter can be vastgesteld."""

    status = 409
    tekst = _("Deze brief is nog niet klaar om vast te stellen. Kijk bij “Nog te doen” wat er mist.")


class NogConcept(Weigering):
    """A draft was asked to be reopened."""

    status = 409
    tekst = _("Deze brief is nog een concept. U kunt hem gewoon bewerken.")


class VreemdCitaat(Weigering):
    """A quote of another ronde was chosen."""

    tekst = _("Dit citaat hoort niet bij deze ronde.")


class NogNietVastgesteld(Weigering):
    """A draft was sent, answered or published."""

    status = 409
    tekst = _("Deze brief is nog een concept. Stel hem eerst vast; daarna kan dit wel.")


class TermijnTeVroeg(Weigering):
    """The reaction was asked for before the letter was sent."""

    tekst = _("De dag waarvóór u een reactie vraagt, ligt vóór de dag van versturen. Kies een latere dag.")


class LegeToezegging(Weigering):
    """A promise without words."""

    tekst = _("Vul in wat er is toegezegd.")


class SlugBezet(Weigering):
    """Another page has this address."""

    status = 409
    tekst = _("Dit webadres is al van een andere pagina. Kies een ander adres.")


class LegeSlug(Weigering):
    """Nothing was left of the address that someone chose."""

    tekst = _("Een webadres bestaat uit letters, cijfers en streepjes. Kies een ander adres.")
