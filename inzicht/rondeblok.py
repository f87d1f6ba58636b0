"""What this room tells on the page of a ronde."""

from django.urls import reverse
from django.utils.translation import gettext as _

from inzicht.domain.cijfers import cached_telling, current_run
from inzicht.domain.kanalen import list_kanalen
from inzicht.domain.woorden import join_nl, number
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
    namen = [f"“{cijfer.naam.lower()}”" for cijfer in telling.deel().themas if cijfer.aantal][:GENOEMD]
    regel = (
        _("Vaakst genoemd: %(themas)s.") % {"themas": join_nl(namen)} if namen else _("Geen thema gevonden.")
    )
    regels = [regel]
    if kanalen := list_kanalen(telling):
        regels.append(join_nl([f"{number(keuze.aantal)} {keuze.eenheid}" for keuze in kanalen]))
    url = reverse("inzicht:ronde", args=[ronde.pk])
    return Rondeblok(_("Inzicht"), tuple(regels), _("Cijfers bekijken"), url, klaar=True)
