"""What this room tells on the page of a ronde."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from inzicht.domain.cijfers import cached_telling, current_run
from inzicht.domain.kanalen import list_kanalen
from inzicht.domain.meedoen import is_open
from inzicht.domain.wand import find_wand, list_vrijgegeven
from inzicht.domain.woorden import join_nl
from organisaties.blokken import Rondeblok
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde

GENOEMD = 3


def build(ronde: Ronde, lid: Lidmaatschap) -> Rondeblok | None:
    """Tell what was named most."""
    if not lid.mag(Recht.LEZEN):
        return None
    run = current_run(ronde)
    if run is None:
        return Rondeblok(
            _("Inzicht"), (_("Na de analyse ziet u hier waar bewoners het vaakst over spreken."),)
        )
    telling = cached_telling(ronde, run)
    namen = [f"“{cijfer.naam}”" for cijfer in telling.deel().themas if cijfer.aantal][:GENOEMD]
    regel = (
        _("Vaakst genoemd: %(themas)s.") % {"themas": join_nl(namen)} if namen else _("Geen thema gevonden.")
    )
    regels = [regel]
    if kanalen := list_kanalen(telling):
        regels.append(join_nl([f"{keuze.aantal} {keuze.eenheid}" for keuze in kanalen]))
    url = reverse("inzicht:ronde", args=[ronde.pk])
    return Rondeblok(_("Inzicht"), tuple(regels), _("Cijfers bekijken"), url, klaar=True)


def build_wand(ronde: Ronde, lid: Lidmaatschap) -> Rondeblok | None:
    """Offer the wall while people can join in; it is never in the way of the next step."""
    if not lid.mag(Recht.LEZEN) or not is_open(ronde):
        return None
    aantal = len(list_vrijgegeven(find_wand(ronde), current_run(ronde)))
    regels = (
        _("Mensen kunnen nu meedoen. De wand laat de zaal zien hoe, en wat er al is gezegd."),
        ngettext("%(n)s thema vrijgegeven", "%(n)s thema’s vrijgegeven", aantal) % {"n": aantal}
        if aantal
        else _("Er zijn nog geen thema’s vrijgegeven."),
    )
    if aantal or not lid.mag(Recht.ORGANISEREN):
        actie, naam = _("Wand tonen"), "inzicht:wand"
    else:
        actie, naam = _("Wand klaarzetten"), "inzicht:wand_instellen"
    return Rondeblok(_("Wand"), regels, actie, reverse(naam, args=[ronde.pk]), klaar=True)
