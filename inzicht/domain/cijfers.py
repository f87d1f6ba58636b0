"""The figures of a ronde: decisions of people where there are any, else proposals of the newest run."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from codering.enums import Kwaliteit, Wijze
from codering.models import Analyserun, Codering, Thema, Themavoorstel, Uitspraak
from inzicht.domain.tellen import Telling, Telrij, count_rijen
from inzicht.models import Momentopname
from organisaties.domain.audit import log_handeling
from organisaties.enums import Kanaal
from organisaties.models import Gebruiker, Ronde
from peilingen.enums import Werving
from peilingen.models import Vragenlijst


@dataclass(frozen=True, slots=True)
class Geldend:
    """The themes that count for a statement, and whether a person decided them."""

    themas: tuple[str, ...]
    bevestigd: bool


def current_run(ronde: Ronde) -> Analyserun | None:
    """Give the newest finished run with a codebook."""
    return Analyserun.objects.filter(ronde=ronde, codeboek__isnull=False).klaar().select_related("codeboek").first()


def read_geldend(ronde: Ronde, run: Analyserun | None) -> dict[UUID, Geldend]:
    """Give what counts per statement: a decision after comparing, else the latest open one, else proposals."""
    geldend: dict[UUID, Geldend] = {}
    if run is not None:
        per: dict[UUID, list[str]] = {}
        voorstellen = Themavoorstel.objects.filter(uitkomst__run=run).order_by("thema__volgorde")
        for uitspraak_id, code in voorstellen.values_list("uitkomst__uitspraak_id", "thema__code"):
            per.setdefault(uitspraak_id, []).append(code)
        geldend = {uitspraak_id: Geldend(tuple(codes), False) for uitspraak_id, codes in per.items()}
    besluiten = (
        Codering.objects.geldend()
        .filter(uitspraak__ronde=ronde, ingetrokken=False)
        .prefetch_related("themas")
        .order_by("gemaakt_op")
    )
    for codering in sorted(besluiten, key=lambda c: (c.wijze == Wijze.BESLUIT, c.gemaakt_op)):
        geldend[codering.uitspraak_id] = Geldend(tuple(t.code for t in codering.themas.all()), True)
    return geldend


def count_ronde(ronde: Ronde) -> Telling:
    """Count a ronde as it stands now."""
    run = current_run(ronde)
    themas = Thema.objects.filter(codeboek=run.codeboek_id) if run else Thema.objects.none()
    return count_rijen(
        read_telrijen(ronde, run),
        {thema.code: thema.naam for thema in themas},
        steekproef=is_steekproef(ronde),
    )


def read_telrijen(ronde: Ronde, run: Analyserun | None) -> Iterable[Telrij]:
    """Give every statement of a ronde as counting sees it."""
    geldend = read_geldend(ronde, run)
    leeg = Geldend((), False)
    velden = ("pk", "eenheid", "gebied__naam", "groep", "kanaal", "kwaliteit")
    for pk, eenheid, gebied, groep, kanaal, kwaliteit in (
        Uitspraak.objects.filter(ronde=ronde).order_by("pk").values_list(*velden)
    ):
        keuze = geldend.get(pk, leeg)
        yield Telrij(
            eenheid=str(eenheid),
            groep=gebied or groep,
            kanaal=str(Kanaal(kanaal).label),
            themas=keuze.themas,
            bevestigd=keuze.bevestigd,
            inhoudelijk=kwaliteit == Kwaliteit.INHOUDELIJK,
        )


def is_steekproef(ronde: Ronde) -> bool:
    """Whether all that was asked in a ronde went to a declared probability sample."""
    wervingen = set(Vragenlijst.objects.filter(ronde=ronde).values_list("werving", flat=True))
    return wervingen == {Werving.STEEKPROEF}


@transaction.atomic
def freeze_cijfers(*, ronde: Ronde, wie: Gebruiker) -> Momentopname:
    """Freeze the figures as they are; the same figures are not frozen twice in a row."""
    run = current_run(ronde)
    cijfers = json.loads(json.dumps(count_ronde(ronde).to_json()))
    bronhash = hash_cijfers(cijfers)
    laatste = Momentopname.objects.filter(ronde=ronde).first()
    if laatste is not None and laatste.bronhash == bronhash:
        return laatste
    opname = Momentopname.objects.create(ronde=ronde, run=run, cijfers=cijfers, bronhash=bronhash)
    log_handeling(organisatie=ronde.organisatie, wie=wie, handeling="cijfers_vastgelegd", op=opname)
    return opname


def hash_cijfers(cijfers: object) -> str:
    """The hash of figures, to see whether they changed since."""
    return hashlib.sha256(json.dumps(cijfers, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
