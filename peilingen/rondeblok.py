"""What this room tells on the page of a ronde."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from organisaties.blokken import Rondeblok
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde
from peilingen.enums import Herkomst, Invoerstatus, Vragenlijststatus
from peilingen.models import Invoerbestand, Inzending, Vragenlijst


def build(ronde: Ronde, lid: Lidmaatschap) -> Rondeblok | None:
    """Tell how many people answered, which questionnaire is a draft or open, and which file still waits."""
    if not lid.mag(Recht.LEZEN):
        return None
    aantal = Inzending.objects.filter(vragenlijst__ronde=ronde).count()
    mag = lid.mag(Recht.ORGANISEREN)
    wacht = Invoerbestand.objects.filter(ronde=ronde, status=Invoerstatus.GEUPLOAD).first()
    if wacht is not None and mag:
        regels = (_("“%(naam)s” wacht nog: zeg welke kolom wat is.") % {"naam": wacht.bestandsnaam},)
        url = reverse("peilingen:koppelen", args=[wacht.pk])
        return Rondeblok(_("Ophalen"), regels, _("Kolommen kiezen"), url, klaar=False, bezig=True)
    lijsten = list(Vragenlijst.objects.filter(ronde=ronde, herkomst=Herkomst.EIGEN).order_by("-gemaakt_op"))
    open_lijsten = [lijst for lijst in lijsten if lijst.status == Vragenlijststatus.OPEN]
    concept = next((lijst for lijst in lijsten if lijst.status == Vragenlijststatus.CONCEPT), None)
    if open_lijsten:
        return _describe_open(open_lijsten, aantal, mag=mag)
    if concept is not None and not aantal:
        regels = (_("“%(titel)s” is nog een concept: bewoners zien het niet.") % {"titel": concept.titel},)
        url = reverse("peilingen:vragenlijst", args=[concept.pk])
        naam = _("Verder met de vragenlijst") if mag else _("Vragenlijst bekijken")
        return Rondeblok(_("Ophalen"), regels, naam, url, klaar=False, bezig=True)
    url = reverse("peilingen:ronde", args=[ronde.pk])
    if aantal:
        return Rondeblok(_("Ophalen"), (_count(aantal),), _("Vragenlijsten bekijken"), url, klaar=True)
    regels = (_("Nog geen antwoorden. Begin met een vragenlijst, of lees een bestand met antwoorden in."),)
    return Rondeblok(
        _("Ophalen"), regels, _("Antwoorden ophalen") if mag else "", url if mag else "", klaar=False
    )


def _describe_open(lijsten: list[Vragenlijst], aantal: int, *, mag: bool) -> Rondeblok:
    """What is open has to be shared until there are answers."""
    stand = _count(aantal) if aantal else _("Nog niemand heeft geantwoord.")
    if len(lijsten) > 1:
        zin = _("%(n)s vragenlijsten staan open.") % {"n": len(lijsten)}
        naam, url = _("Vragenlijsten bekijken"), reverse("peilingen:ronde", args=[lijsten[0].ronde_id])
    else:
        wat = {"titel": lijsten[0].titel, "code": lijsten[0].leescode}
        zin = _("“%(titel)s” staat open, met de code %(code)s.") % wat
        naam = _("Delen: poster, code en scherm") if mag else _("Vragenlijst bekijken")
        url = reverse("peilingen:delen" if mag else "peilingen:vragenlijst", args=[lijsten[0].pk])
    return Rondeblok(_("Ophalen"), (zin, stand), naam, url, klaar=aantal > 0, bezig=True)


def _count(aantal: int) -> str:
    return ngettext("%(n)s inzender", "%(n)s inzenders", aantal) % {"n": aantal}
