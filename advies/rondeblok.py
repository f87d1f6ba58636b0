"""What this room tells on the page of a ronde."""

from django.urls import reverse
from django.utils.translation import gettext as _

from advies.enums import Adviesstatus
from advies.models import Adviesconcept
from inzicht.domain.cijfers import current_run
from organisaties.blokken import Rondeblok
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde


def build(ronde: Ronde, lid: Lidmaatschap) -> Rondeblok | None:
    """Tell which letters there are, and offer to begin or to go on."""
    if not lid.mag(Recht.LEZEN):
        return None
    adviezen = list(Adviesconcept.objects.filter(ronde=ronde))
    mag = lid.mag(Recht.ORGANISEREN)
    concept = next((advies for advies in adviezen if advies.is_concept), None)
    if concept is not None:
        actie = _("Verder schrijven") if mag else _("Brief lezen")
        regel = _("Concept: %(betreft)s") % {"betreft": concept.betreft}
        return Rondeblok(_("Advies"), (regel,), actie, reverse("advies:brief", args=[concept.pk]))
    if adviezen:
        regels = tuple(
            _("%(stand)s: %(betreft)s")
            % {"stand": Adviesstatus(advies.status).label.capitalize(), "betreft": advies.betreft}
            for advies in adviezen
        )
        return Rondeblok(
            _("Advies"), regels, _("Brieven bekijken"), reverse("advies:ronde", args=[ronde.pk]), klaar=True
        )
    if not mag or current_run(ronde) is None:
        return Rondeblok(_("Advies"), (_("Nog geen brief. Met de cijfers van deze ronde begint u er een."),))
    url = reverse("advies:nieuw", args=[ronde.pk])
    return Rondeblok(
        _("Advies"), (_("Kies de bevindingen; de brief staat dan klaar."),), _("Brief beginnen"), url
    )
