"""What this room tells on the page of a ronde."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from codering.domain.nakijken import count_voortgang, current_run
from codering.enums import Runstatus
from codering.models import Analyserun, Uitspraak
from codering.tasks import list_gepland
from organisaties.blokken import Rondeblok
from organisaties.enums import Recht
from organisaties.models import Bronwijziging, Lidmaatschap, Ronde


def build(ronde: Ronde, lid: Lidmaatschap) -> Rondeblok | None:
    """Tell how many statements there are and how far the analysis and the review have come."""
    if not lid.mag(Recht.LEZEN):
        return None
    aantal = Uitspraak.objects.filter(ronde=ronde).count()
    run = Analyserun.objects.filter(ronde=ronde).first()
    klaar = current_run(ronde)
    loopt = run is not None and run.status in (Runstatus.WACHT, Runstatus.BEZIG)
    if run is not None and loopt and (klaar is None or not run.vanzelf):
        zin = _("De analyse loopt: %(stap)s.") % {"stap": (run.stap or run.get_status_display()).lower()}
        url = reverse("codering:run", args=[run.pk])
        return Rondeblok(_("Coderen"), (zin,), _("Voortgang bekijken"), url, bezig=True)
    if klaar is None or not aantal:
        return _describe_begin(ronde, aantal)
    return _describe_nakijken(klaar, aantal, mag=lid.mag(Recht.CODEREN))


def _count(aantal: int) -> str:
    return ngettext("%(n)s uitspraak", "%(n)s uitspraken", aantal) % {"n": aantal}


def _describe_begin(ronde: Ronde, aantal: int) -> Rondeblok:
    """There is nothing to review yet: answers are awaited, read, or wait for an analysis."""
    if not aantal and not Bronwijziging.objects.open().filter(ronde=ronde).exists():
        return Rondeblok(
            _("Coderen"), (_("Zodra er antwoorden zijn, worden het uitspraken die u kunt indelen."),)
        )
    url = reverse("codering:ronde", args=[ronde.pk])
    if not aantal:
        return Rondeblok(_("Coderen"), (_("De computer leest de antwoorden."),), _("Naar het coderen"), url)
    if list_gepland(ronde.pk).exists():
        straks = _("De eerste voorstellen komen vanzelf, binnen een paar minuten.")
        return Rondeblok(_("Coderen"), (_count(aantal), straks), _("Naar het coderen"), url)
    return Rondeblok(_("Coderen"), (_count(aantal),), _("Analyse starten"), url)


def _describe_nakijken(run: Analyserun, aantal: int, *, mag: bool) -> Rondeblok:
    """There are proposals: tell how many of them people looked at."""
    stand = count_voortgang(run)
    nagekeken = ngettext("%(n)s van %(alle)s nagekeken", "%(n)s van %(alle)s nagekeken", stand.totaal)
    regels = (_count(aantal), nagekeken % {"n": stand.nagekeken, "alle": stand.totaal})
    if not mag:
        url = reverse("codering:ronde", args=[run.ronde_id])
        return Rondeblok(_("Coderen"), regels, _("Naar het coderen"), url, klaar=True)
    # A letter rests on what people looked at: until anybody did, that is the next step in every phase.
    return Rondeblok(
        _("Coderen"),
        regels,
        _("Nakijken"),
        reverse("codering:nakijken", args=[run.ronde_id]),
        klaar=stand.nagekeken > 0 or not stand.totaal,
        bezig=stand.open > 0,
    )
