"""When residents were heard, and where they can answer next, for the public page."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from bijeenkomsten.models import Bijeenkomst
from inzicht.models import Momentopname
from organisaties.models import Ronde
from peilingen.enums import Herkomst, Vragenlijststatus, Werving
from peilingen.models import Vragenlijst


@dataclass(frozen=True, slots=True)
class Periode:
    """From which day to which day people were heard; None when that is not known."""

    van: date | None
    tot: date | None


def find_periode(ronde: Ronde, opname: Momentopname) -> Periode:
    """Give when people were heard; days after the figures were frozen tell nothing about them."""
    lijsten = Vragenlijst.objects.filter(ronde=ronde, geopend_op__isnull=False)
    momenten: list[datetime | None] = [
        moment for paar in lijsten.values_list("geopend_op", "gesloten_op") for moment in paar
    ]
    dagen = [timezone.localdate(moment) for moment in momenten if moment]
    dagen += Bijeenkomst.objects.filter(ronde=ronde).values_list("datum", flat=True)
    laatste = timezone.localdate(opname.gemaakt_op)
    eerder = [dag for dag in dagen if dag <= laatste]
    return Periode(min(eerder, default=None), max(eerder, default=None))


def find_vragenlijst(ronde: Ronde) -> str:
    """Give the code of a questionnaire of the next ronde that everyone may fill in now; '' when there is none."""
    lijsten = Vragenlijst.objects.filter(
        ronde__vorige=ronde,
        ronde__organisatie=ronde.organisatie_id,
        status=Vragenlijststatus.OPEN,
        werving=Werving.OPEN,
        herkomst=Herkomst.EIGEN,
        code__isnull=False,
    )
    eerste = lijsten.order_by("geopend_op").values_list("code", flat=True).first()
    return eerste or ""
