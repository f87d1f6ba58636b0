"""Telling the room above that a source changed, without a row for every pause in someone's typing."""

from uuid import UUID

from django.db import connection

from organisaties.domain.bronnen import report_bronwijziging
from organisaties.enums import Wijzigingsoort
from organisaties.models import Bronwijziging, Ronde


def report_bron(*, ronde: Ronde, bronsoort: str, bron_id: UUID, soort: Wijzigingsoort) -> None:
    """Report one source; call inside the transaction of the change.

    A change row that nobody has read yet stands for later changes too, because the reader asks for the text as
    it is then. The row is locked, so that a reader at work leaves it for the next time. A deletion always gets
    its own row, after the others.
    """
    rijen = Bronwijziging.objects.open().filter(bronsoort=bronsoort, bron_id=bron_id)
    open_rijen = list(
        rijen.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked)
    )
    weg = Wijzigingsoort.VERWIJDERD
    if open_rijen and open_rijen[-1].soort != weg and soort != weg:
        return
    report_bronwijziging(ronde=ronde, bronsoort=bronsoort, ids=[bron_id], soort=soort)
