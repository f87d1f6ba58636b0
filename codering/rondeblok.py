"""What this room tells on the page of a ronde."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from codering.enums import Runstatus
from codering.models import Analyserun, Codering, Uitspraak
from organisaties.blokken import Rondeblok
from organisaties.enums import Recht
from organisaties.models import Bronwijziging, Lidmaatschap, Ronde


def build(ronde: Ronde, lid: Lidmaatschap) -> Rondeblok | None:
    """Tell how many statements there are and how far the analysis and the review have come."""
    if not lid.mag(Recht.LEZEN):
        return None
    aantal = Uitspraak.objects.filter(ronde=ronde).count()
    run = Analyserun.objects.filter(ronde=ronde).first()
    if run is not None and run.status in (Runstatus.WACHT, Runstatus.BEZIG):
        loopt = _("De analyse loopt: %(stap)s.") % {"stap": (run.stap or run.get_status_display()).lower()}
        url = reverse("codering:run", args=[run.pk])
        return Rondeblok(_("Coderen"), (loopt,), _("Voortgang bekijken"), url, bezig=True)
    if not aantal and not Bronwijziging.objects.open().filter(ronde=ronde).exists():
        return Rondeblok(
            _("Coderen"), (_("Zodra er antwoorden zijn, worden het uitspraken die u kunt indelen."),)
        )
    regels: tuple[str, ...] = (ngettext("%(n)s uitspraak", "%(n)s uitspraken", aantal) % {"n": aantal},)
    url = reverse("codering:ronde", args=[ronde.pk])
    if run is None or run.status == Runstatus.MISLUKT:
        return Rondeblok(_("Coderen"), regels, _("Analyse starten"), url)
    besluiten = Codering.objects.geldend().filter(uitspraak__ronde=ronde, ingetrokken=False)
    nagekeken = besluiten.values("uitspraak").distinct().count()
    regels = (*regels, ngettext("%(n)s nagekeken", "%(n)s nagekeken", nagekeken) % {"n": nagekeken})
    return Rondeblok(
        _("Coderen"), regels, _("Nakijken"), reverse("codering:nakijken", args=[ronde.pk]), klaar=True
    )
