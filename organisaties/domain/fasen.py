"""The phases of a ronde: what belongs to each, and which one fits what has been done."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from organisaties.domain.rondes import move_ronde
from organisaties.enums import Fase
from organisaties.models import Gebruiker, Ronde
from organisaties.refusals import OngeldigeFase

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

VOLGORDE = tuple(Fase)
# Each link of the chain, in order, with the phases in which it is the work at hand.
FASEN: dict[str, tuple[Fase, ...]] = {
    "ophalen": (Fase.VOORBEREIDEN, Fase.OPHALEN),
    "bijeenkomsten": (Fase.OPHALEN,),
    "coderen": (Fase.CODEREN,),
    "inzicht": (Fase.DUIDEN,),
    "advies": (Fase.ADVISEREN,),
    "opvolging": (Fase.DOEN, Fase.VOLGEN),
}
# Where a ronde is at least when a link has something to show. Figures come by themselves, so they say nothing.
BEREIKT: dict[str, Fase] = {
    "ophalen": Fase.OPHALEN,
    "bijeenkomsten": Fase.OPHALEN,
    "coderen": Fase.CODEREN,
    "advies": Fase.ADVISEREN,
    "opvolging": Fase.DOEN,
}
OPHALEND = frozenset({"ophalen", "bijeenkomsten"})


@dataclass(frozen=True, slots=True)
class Faseuitleg:
    """What a phase is for, and the button that takes the ronde to the next one."""

    uitleg: "StrOrPromise"
    verder: "StrOrPromise" = ""


UITLEG: dict[Fase, Faseuitleg] = {
    Fase.VOORBEREIDEN: Faseuitleg(
        _(
            "U bedenkt wat u wilt weten en van wie. U maakt een vragenlijst of plant een bijeenkomst. Opent u de "
            "vragenlijst, dan gaat de ronde vanzelf verder."
        ),
        _("Beginnen met ophalen"),
    ),
    Fase.OPHALEN: Faseuitleg(
        _("Bewoners vertellen: in een vragenlijst, aan tafel, aan de telefoon. Alles komt hier binnen."),
        _("Verder met coderen"),
    ),
    Fase.CODEREN: Faseuitleg(
        _("U deelt in wat bewoners zeiden. De computer stelt thema’s voor, u beslist."),
        _("Verder met duiden"),
    ),
    Fase.DUIDEN: Faseuitleg(
        _("U legt de uitkomsten terug bij bewoners. Herkennen zij zich erin, en wat ontbreekt nog?"),
        _("Verder met adviseren"),
    ),
    Fase.ADVISEREN: Faseuitleg(
        _("U schrijft de brief: wat bewoners vertelden, wat u adviseert en welke reactie u vraagt."),
        _("Verder met doen"),
    ),
    Fase.DOEN: Faseuitleg(
        _("De brief is weg. U noteert wat de gemeente antwoordt en wat zij toezegt."),
        _("Verder met volgen"),
    ),
    Fase.VOLGEN: Faseuitleg(
        _("U houdt bij wat er van de toezeggingen komt, en vertelt dat aan bewoners."),
        _("Ronde afronden"),
    ),
    Fase.AFGEROND: Faseuitleg(
        _("Deze ronde is klaar. In een volgende ronde kunt u dezelfde vragen opnieuw stellen.")
    ),
}


def is_voorbij(onderdeel: str, fase: Fase) -> bool:
    """Tell whether a ronde in this phase has left a link of the chain behind."""
    return VOLGORDE.index(fase) > max(VOLGORDE.index(eigen) for eigen in FASEN[onderdeel])


def buurfasen(fase: Fase) -> tuple[Fase | None, Fase | None]:
    """Give the phase before and the phase after, None at either end."""
    plaats = VOLGORDE.index(fase)
    vorige = VOLGORDE[plaats - 1] if plaats else None
    return vorige, VOLGORDE[plaats + 1] if plaats + 1 < len(VOLGORDE) else None


def propose_fase(fase: Fase, klaar: Iterable[str], bezig: Iterable[str] = ()) -> Fase | None:
    """Give the phase that fits the links that have something to show, if the ronde is not there yet.

    While people still answer (`bezig`), coding goes along with the evening and is no reason to leave it.
    """
    telt = set(klaar) - ({"coderen"} if OPHALEND & set(bezig) else set())
    bereikt = max((VOLGORDE.index(BEREIKT[deel]) for deel in telt if deel in BEREIKT), default=0)
    return VOLGORDE[bereikt] if bereikt > VOLGORDE.index(fase) else None


@transaction.atomic
def advance_ronde(*, ronde: Ronde, wie: Gebruiker, naar: Fase) -> Ronde:
    """Bring a ronde forward to a later phase, one step after the other; raises OngeldigeFase for an earlier one."""
    nu, doel = VOLGORDE.index(Fase(ronde.fase)), VOLGORDE.index(naar)
    if doel <= nu:
        raise OngeldigeFase
    for fase in VOLGORDE[nu + 1 : doel + 1]:
        ronde = move_ronde(ronde=ronde, wie=wie, naar=fase)
    return ronde
