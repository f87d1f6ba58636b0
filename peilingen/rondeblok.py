"""What this room tells on the page of a ronde."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from organisaties.blokken import Rondeblok
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde
from peilingen.enums import Invoerstatus
from peilingen.models import Invoerbestand, Inzending


def build(ronde: Ronde, lid: Lidmaatschap) -> Rondeblok | None:
    """Tell how many people answered, and which file still waits for its columns."""
    if not lid.mag(Recht.LEZEN):
        return None
    aantal = Inzending.objects.filter(vragenlijst__ronde=ronde).count()
    mag = lid.mag(Recht.ORGANISEREN)
    wacht = Invoerbestand.objects.filter(ronde=ronde, status=Invoerstatus.GEUPLOAD).first()
    if wacht is not None and mag:
        regels = (_("“%(naam)s” wacht nog: zeg welke kolom wat is.") % {"naam": wacht.bestandsnaam},)
        url = reverse("peilingen:koppelen", args=[wacht.pk])
        return Rondeblok(_("Ophalen"), regels, _("Kolommen kiezen"), url, klaar=False)
    regels = (
        (ngettext("%(n)s inzender", "%(n)s inzenders", aantal) % {"n": aantal},)
        if aantal
        else (_("Nog geen antwoorden. U kunt een bestand van een enquête of bijeenkomst inlezen."),)
    )
    url = reverse("peilingen:upload", args=[ronde.pk]) if mag else ""
    return Rondeblok(_("Ophalen"), regels, _("Bestand inlezen") if mag else "", url, klaar=aantal > 0)
