"""Whether one more inzending may come in from a resident's page: by consent, by link, and not too many an hour."""

from datetime import datetime

from django.utils import timezone

from peilingen.domain.drukte import check_inzendingen
from peilingen.domain.inzenden import is_open
from peilingen.domain.toestemming import Startgegevens, check_toestemming
from peilingen.domain.uitnodigen import use_link
from peilingen.models import Vragenlijst
from peilingen.refusals import VragenlijstGesloten


def admit(
    vragenlijst: Vragenlijst,
    start: Startgegevens,
    *,
    link: str = "",
    nu: datetime | None = None,
    uitloop: bool = False,
) -> None:
    """Let a new inzending in, inside the transaction that keeps it; a personal link is used up by it.

    Raises VragenlijstGesloten, ToestemmingOntbreekt, TeDruk, AlleenGenodigden and LinkGebruikt; then nothing is
    written, and the draft stays.
    """
    nu = nu or timezone.now()
    if not is_open(vragenlijst, uitloop=uitloop, nu=nu):
        raise VragenlijstGesloten
    check_toestemming(vragenlijst, start.toestemming)
    check_inzendingen(vragenlijst, nu)
    use_link(vragenlijst, link)
