"""How people in the room join in: the codes and addresses that are open now."""

from dataclasses import dataclass
from functools import lru_cache

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from basis.druk.qr import render_qr_svg
from bijeenkomsten.enums import Bijeenkomststatus
from bijeenkomsten.models import Bijeenkomst
from organisaties.domain.codes import format_code
from organisaties.models import Ronde
from peilingen.enums import Vragenlijststatus
from peilingen.models import Vragenlijst


@dataclass(frozen=True, slots=True)
class Deelname:
    """One way to join: what it is, the address where one types the code, and a QR code (`<svg>`) that skips both."""

    wat: str
    code: str
    adres: str
    qr: str


def list_deelnames(ronde: Ronde, basis: str) -> list[Deelname]:
    """Give the newest open questionnaire and the newest open meeting of a ronde, each with a code.

    `basis` is the address of this site, such as "https://voorbeeld.nl". Nothing when nothing is open.
    """
    gevonden = []
    lijst = Vragenlijst.objects.filter(ronde=ronde, status=Vragenlijststatus.OPEN, code__isnull=False)
    if vragenlijst := lijst.order_by(F("geopend_op").desc(nulls_last=True), "-gemaakt_op").first():
        pad = reverse("peilingen:bewoner", args=[vragenlijst.code])
        gevonden.append(_make(_("Vragenlijst"), str(vragenlijst.code), basis, pad))
    if bijeenkomst := find_open_bijeenkomst(ronde):
        pad = reverse("bijeenkomsten:ideekaart", args=[bijeenkomst.code])
        gevonden.append(_make(_("Uw idee"), str(bijeenkomst.code), basis, pad))
    return gevonden


def find_open_bijeenkomst(ronde: Ronde) -> Bijeenkomst | None:
    """Give the meeting that is going on, the latest when there are more."""
    rijen = Bijeenkomst.objects.filter(ronde=ronde, status=Bijeenkomststatus.OPEN, code__isnull=False)
    return rijen.order_by("-datum", "pk").first()


def is_open(ronde: Ronde) -> bool:
    """Tell whether people can join in now, so that a wall makes sense."""
    lijsten = Vragenlijst.objects.filter(ronde=ronde, status=Vragenlijststatus.OPEN)
    avonden = Bijeenkomst.objects.filter(ronde=ronde, status=Bijeenkomststatus.OPEN)
    return lijsten.exists() or avonden.exists()


def _make(wat: str, code: str, basis: str, pad: str) -> Deelname:
    kaal = basis.rstrip("/")
    return Deelname(wat, format_code(code), kaal.partition("://")[2], _draw(f"{kaal}{pad}"))


@lru_cache(maxsize=32)
def _draw(adres: str) -> str:
    return render_qr_svg(adres)
