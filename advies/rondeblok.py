"""What this room tells on the page of a ronde."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from advies.models import Adviesconcept
from inzicht.domain.cijfers import current_run
from organisaties.blokken import Rondeblok
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde


def build(ronde: Ronde, lid: Lidmaatschap) -> Rondeblok | None:
    """Tell how many letters there are."""
    if not lid.mag(Recht.LEZEN):
        return None
    aantal = Adviesconcept.objects.filter(ronde=ronde).count()
    if aantal:
        regels = (ngettext("%(n)s brief", "%(n)s brieven", aantal) % {"n": aantal},)
        return Rondeblok(
            _("Advies"), regels, _("Naar de brief"), reverse("advies:ronde", args=[ronde.pk]), klaar=True
        )
    regels = (_("Uit de cijfers kiest u bevindingen; daar komt een brief uit die u zelf afmaakt."),)
    if current_run(ronde) is None or not lid.mag(Recht.ORGANISEREN):
        return Rondeblok(_("Advies"), regels)
    return Rondeblok(_("Advies"), regels, _("Brief beginnen"), reverse("advies:nieuw", args=[ronde.pk]))
