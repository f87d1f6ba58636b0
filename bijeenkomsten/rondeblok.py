"""What this room tells on the page of a ronde."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bijeenkomsten.domain.stand import Avondstand, read_stand
from organisaties.blokken import Rondeblok
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde


def build(ronde: Ronde, lid: Lidmaatschap) -> Rondeblok | None:
    """Tell what was noted, and which meeting waits or is under way."""
    if not lid.mag(Recht.NOTEREN) and not lid.mag(Recht.LEZEN):
        return None
    stand = read_stand(ronde)
    titel, regels = _("Bijeenkomsten"), describe_stand(stand)
    if not lid.mag(Recht.NOTEREN):
        return Rondeblok(titel, regels, klaar=stand.gehoord)
    avond = stand.bezig or stand.straks
    if avond is not None:
        url = reverse("bijeenkomsten:bijeenkomst", args=[avond.pk])
        actie = _("Bijeenkomst volgen") if stand.bezig else _("Bijeenkomst voorbereiden")
        return Rondeblok(titel, regels, actie, url, klaar=False, bezig=True)
    actie = _("Notities en signalen") if stand.gehoord else _("Bijeenkomst of signalen")
    url = reverse("bijeenkomsten:ronde", args=[ronde.pk])
    return Rondeblok(titel, regels, actie, url, klaar=stand.gehoord)


def describe_stand(stand: Avondstand) -> tuple[str, ...]:
    """Say the numbers in a few words each."""
    if not stand.gehoord and not stand.bijeenkomsten:
        return (_("Nog geen bijeenkomst, telefoontje of brief."),)
    aantallen = [
        (stand.bijeenkomsten, ngettext("%(n)s bijeenkomst", "%(n)s bijeenkomsten", stand.bijeenkomsten)),
        (stand.notities, ngettext("%(n)s notitie", "%(n)s notities", stand.notities)),
        (stand.kaarten, ngettext("%(n)s ideekaart", "%(n)s ideekaarten", stand.kaarten)),
        (stand.signalen, ngettext("%(n)s signaal", "%(n)s signalen", stand.signalen)),
    ]
    woorden = [zin % {"n": aantal} for aantal, zin in aantallen if aantal]
    regel = (", ".join(woorden),)
    return (*regel, _("“%(titel)s” is bezig.") % {"titel": stand.bezig}) if stand.bezig else regel
