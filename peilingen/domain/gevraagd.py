"""How many people each question was asked of: with conditions not everyone sees every question."""

from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from peilingen.domain.voorwaarden import has_voorwaarden, list_bronnen, list_gevraagd
from peilingen.domain.waarden import Antwoordwaarde, read_waarde
from peilingen.models import Antwoord, Inzending, Vraag, Vragenlijst


def count_gevraagd(vragenlijst: Vragenlijst, vragen: Mapping[UUID, Vraag]) -> Counter[UUID]:
    """Count per row of the questionnaire the people who were asked it; `vragen` are all rows, with their choices."""
    inzendingen = Inzending.objects.filter(vragenlijst=vragenlijst)
    if not has_voorwaarden(vragen):
        aantal = inzendingen.count()
        return Counter(dict.fromkeys(vragen, aantal))
    gegeven: dict[UUID, dict[UUID, Antwoordwaarde]] = {
        pk: {} for pk in inzendingen.values_list("pk", flat=True)
    }
    rijen = Antwoord.objects.filter(
        inzending__vragenlijst=vragenlijst, vraag__in=list_bronnen(vragen.values())
    )
    for rij in rijen.select_related("inzending__gebied", "plek").prefetch_related("keuzes"):
        rij.vraag = vragen[rij.vraag_id]
        gegeven[rij.inzending_id][rij.vraag_id] = read_waarde(rij, rij.inzending)
    teller: Counter[UUID] = Counter()
    for antwoorden in gegeven.values():
        teller.update(list_gevraagd(vragen, antwoorden))
    return teller
