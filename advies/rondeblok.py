"""What this room tells on the page of a ronde."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from advies.domain.opvolglijst import Briefoverzicht, list_brieven
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


def build_opvolging(ronde: Ronde, lid: Lidmaatschap) -> Rondeblok | None:
    """Tell how many points were answered and what waits too long, and offer what comes first."""
    if not lid.mag(Recht.LEZEN):
        return None
    titel = _("Opvolging")
    brieven = list_brieven(ronde, timezone.localdate())
    if not brieven:
        return Rondeblok(titel, (_("Is de brief vastgesteld, dan volgt u hier wat de gemeente ermee doet."),))
    mag = lid.mag(Recht.ORGANISEREN)
    stil = next((b for b in brieven if mag and b.onderweg and b.advies.gepubliceerd_op is None), None)
    actie, url, klaar = _next_act(brieven, ronde, schrijven=mag)
    if klaar and stil is not None:
        # All is answered, and the residents who told it do not know yet.
        naam, url = _("Pagina voor bewoners maken"), reverse("advies:publicatie", args=[stil.advies.pk])
        return Rondeblok(titel, _tell(brieven), naam, url, klaar=True, bezig=True)
    return Rondeblok(titel, _tell(brieven), actie, url, klaar=klaar, bezig=not klaar)


def _tell(brieven: list[Briefoverzicht]) -> tuple[str, ...]:
    weg = [brief for brief in brieven if brief.onderweg]
    if not weg:
        return (_("De brief is vastgesteld. Vul in wanneer hij is verstuurd."),)
    aantal = sum(len(brief.punten) for brief in weg)
    gedaan, te_laat = sum(brief.beantwoord for brief in weg), sum(brief.te_laat for brief in weg)
    zin = ngettext("%(gedaan)s van %(n)s punt beantwoord.", "%(gedaan)s van %(n)s punten beantwoord.", aantal)
    regels = [zin % {"gedaan": gedaan, "n": aantal}]
    if te_laat:
        zin = ngettext("%(n)s punt is te laat.", "%(n)s punten zijn te laat.", te_laat)
        regels.append(zin % {"n": te_laat})
    return tuple(regels)


def _next_act(brieven: list[Briefoverzicht], ronde: Ronde, *, schrijven: bool) -> tuple[str, str, bool]:
    """Give the button, where it leads and whether the work is done for now."""
    url = reverse("advies:opvolging", args=[ronde.pk])
    if schrijven:
        for brief in brieven:
            if not brief.onderweg:
                return _("Verzending invullen"), f"{url}#brief-{brief.advies.pk}", False
            if brief.volgende is not None:
                punt = brief.volgende.punt
                return (
                    _("Antwoord invoeren"),
                    reverse("advies:antwoord", args=[brief.advies.pk, punt.pk]),
                    False,
                )
    if any(brief.te_laat for brief in brieven):
        return _("Te late punten bekijken"), f"{url}?keuze=te_laat", False
    return _("Opvolging bekijken"), url, not any(brief.volgende for brief in brieven)
