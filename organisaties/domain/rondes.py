"""Making rondes and moving them on."""

from django.db import transaction
from django.utils.translation import gettext as _

from organisaties.domain.audit import log_handeling
from organisaties.enums import Fase
from organisaties.models import Gebruiker, Organisatie, Ronde
from organisaties.refusals import OngeldigeFase, RondenaamBestaat

# One step forward, or one back when it was too early; a ronde that is done can be followed again.
_VOLGORDE = list(Fase)
STAPPEN: dict[Fase, frozenset[Fase]] = {
    fase: frozenset(_VOLGORDE[max(0, i - 1) : i] + _VOLGORDE[i + 1 : i + 2])
    for i, fase in enumerate(_VOLGORDE)
}


@transaction.atomic
def create_ronde(
    *,
    organisatie: Organisatie,
    wie: Gebruiker,
    naam: str,
    vraagstelling: str = "",
    vorige: Ronde | None = None,
) -> Ronde:
    """Start a ronde in the first phase; raises RondenaamBestaat."""
    if Ronde.objects.van(organisatie).filter(naam__iexact=naam.strip()).exists():
        raise RondenaamBestaat
    ronde = Ronde.objects.create(
        organisatie=organisatie, naam=naam.strip(), vraagstelling=vraagstelling.strip(), vorige=vorige
    )
    log_handeling(
        organisatie=organisatie, wie=wie, handeling="ronde_gemaakt", op=ronde, omschrijving=ronde.naam
    )
    return ronde


@transaction.atomic
def move_ronde(*, ronde: Ronde, wie: Gebruiker, naar: Fase) -> Ronde:
    """Bring a ronde to a neighbouring phase; raises OngeldigeFase for any other."""
    vast = Ronde.objects.select_for_update().get(pk=ronde.pk)
    if naar not in STAPPEN[Fase(vast.fase)]:
        raise OngeldigeFase(
            _("De ronde staat op “%(van)s” en kan niet in één keer naar “%(naar)s”.")
            % {"van": vast.get_fase_display(), "naar": naar.label}
        )
    vast.fase = naar
    vast.save(update_fields=["fase"])
    log_handeling(
        organisatie=vast.organisatie,
        wie=wie,
        handeling="fase_veranderd",
        op=vast,
        omschrijving=str(naar.label),
    )
    return vast
