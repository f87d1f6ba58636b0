"""What this room tells on the page of a ronde."""

from django.urls import reverse
from django.utils.translation import gettext as _

from inzicht.domain.cijfers import current_run
from organisaties.blokken import Rondeblok
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde


def build(ronde: Ronde, lid: Lidmaatschap) -> Rondeblok | None:
    """Tell whether there are figures."""
    if not lid.mag(Recht.LEZEN):
        return None
    if current_run(ronde) is None:
        return Rondeblok(
            _("Inzicht"), (_("Na de analyse ziet u hier wat bewoners het vaakst noemen, en waar."),)
        )
    regels = (_("De cijfers per thema en per buurt staan klaar."),)
    return Rondeblok(
        _("Inzicht"), regels, _("Cijfers bekijken"), reverse("inzicht:ronde", args=[ronde.pk]), klaar=True
    )
