"""The figures of a ronde: decisions of people where there are any, else proposals of the newest run."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models import Case, CharField, Count, F, Max, Value, When
from django.db.models.functions import Cast, Coalesce, NullIf

# One rule says which run's proposals are looked at, so that the figures and the review are of the same run.
from codering.domain.nakijken import current_run as current_run
from codering.enums import Kwaliteit, Wijze
from codering.models import Analyserun, Codering, Thema, Themavoorstel, Uitspraak
from inzicht.domain.tellen import Telling, Telrij, count_rijen, read_telling
from inzicht.models import Momentopname
from organisaties.domain.audit import log_handeling
from organisaties.models import Gebruiker, Ronde
from peilingen.enums import Werving
from peilingen.models import Vragenlijst

BEWAAR_SECONDEN = 60 * 60
# Raise when a Telling holds other fields, so that no older one is read from the cache.
VORM = 2
# The name under which a statement is counted: its area, else what its speaker wrote.
GEBIEDSNAAM = Coalesce(NullIf(F("gebied__naam"), Value("")), F("groep"), output_field=CharField())


@dataclass(frozen=True, slots=True)
class Geldend:
    """The themes that count for a statement, and whether a person decided them."""

    themas: tuple[str, ...]
    bevestigd: bool


def read_geldend(ronde: Ronde, run: Analyserun | None) -> dict[str, Geldend]:
    """Give what counts per statement: a decision after comparing, else the latest open one, else proposals.

    The keys are those of `_key`: text, because making UUIDs of tens of thousands of keys takes longer than
    counting.
    """
    per: dict[str, list[str]] = {}
    if run is not None:
        voorstellen = Themavoorstel.objects.filter(uitkomst__run=run).order_by()
        sleutel = _key("uitkomst__uitspraak_id")
        for uitspraak, code in voorstellen.values_list(sleutel, "thema__code"):
            per.setdefault(uitspraak, []).append(code)
    geldend = {uitspraak: Geldend(tuple(codes), False) for uitspraak, codes in per.items()}
    besluiten = Codering.objects.geldend().filter(uitspraak__ronde=ronde, ingetrokken=False)
    codes_per_besluit: dict[str, list[str]] = {}
    for besluit, code in besluiten.order_by().values_list(_key("pk"), "themas__code"):
        codes_per_besluit.setdefault(besluit, []).extend([code] if code else [])
    volgorde = Case(When(wijze=Wijze.BESLUIT, then=Value(1)), default=Value(0))
    op_volgorde = besluiten.order_by(volgorde, "gemaakt_op")
    for besluit, uitspraak in op_volgorde.values_list(_key("pk"), _key("uitspraak_id")):
        geldend[uitspraak] = Geldend(tuple(codes_per_besluit[besluit]), True)
    return geldend


def _key(veld: str) -> Cast:
    return Cast(veld, CharField())


def count_ronde(ronde: Ronde) -> Telling:
    """Count a ronde as it stands now."""
    run = current_run(ronde)
    return count_rijen(read_telrijen(ronde, run), read_themanamen(run))


def read_themanamen(run: Analyserun | None) -> dict[str, str]:
    """Give the names of the themes by code, in the order of the codebook."""
    if run is None:
        return {}
    return dict(Thema.objects.filter(codeboek=run.codeboek_id).values_list("code", "naam"))


def cached_telling(ronde: Ronde, run: Analyserun | None) -> Telling:
    """Give the count of a ronde, counting only when something that counts has changed."""
    sleutel = f"telling-{ronde.pk}-{_stamp(ronde, run)}"
    bewaard: dict[str, Any] | None = cache.get(sleutel)
    if bewaard is not None:
        return read_telling(bewaard)
    telling = count_rijen(read_telrijen(ronde, run), read_themanamen(run))
    cache.set(sleutel, telling.to_json(), BEWAAR_SECONDEN)
    return telling


def _stamp(ronde: Ronde, run: Analyserun | None) -> str:
    """Tell by a hash whether a count would still give the same: run, themes, decisions, and who spoke where."""
    uitspraken = Uitspraak.objects.filter(ronde=ronde)
    waarden = [
        VORM,
        run and run.pk,
        list(read_themanamen(run).items()),
        is_steekproef(ronde),
        Codering.objects.filter(uitspraak__ronde=ronde).aggregate(n=Count("pk"), laatste=Max("gemaakt_op")),
        list(
            uitspraken.values_list("kanaal", "gebied__naam", "groep", "kwaliteit")
            .annotate(n=Count("pk"), eenheden=Count("eenheid", distinct=True))
            .order_by("kanaal", "gebied__naam", "groep", "kwaliteit")
        ),
    ]
    return hashlib.sha256(json.dumps(waarden, default=str).encode()).hexdigest()


def read_telrijen(ronde: Ronde, run: Analyserun | None) -> Iterable[Telrij]:
    """Give every statement of a ronde as counting sees it."""
    geldend = read_geldend(ronde, run)
    leeg = Geldend((), False)
    geloot = is_steekproef(ronde)
    velden = (_key("pk"), _key("eenheid"), GEBIEDSNAAM, "kanaal", "kwaliteit", _key("antwoord_id"))
    rijen = Uitspraak.objects.filter(ronde=ronde).order_by().values_list(*velden)
    for pk, eenheid, plek, kanaal, kwaliteit, antwoord in rijen:
        keuze = geldend.get(pk, leeg)
        yield Telrij(
            eenheid=eenheid,
            groep=plek,
            kanaal=kanaal,
            themas=keuze.themas,
            bevestigd=keuze.bevestigd,
            inhoudelijk=kwaliteit == Kwaliteit.INHOUDELIJK,
            geloot=geloot and antwoord is not None,
        )


def is_steekproef(ronde: Ronde) -> bool:
    """Whether all that was asked in a ronde went to a declared probability sample."""
    wervingen = set(Vragenlijst.objects.filter(ronde=ronde).order_by().values_list("werving", flat=True))
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


def hash_telling(telling: Telling) -> str:
    """The hash under which these figures would be frozen."""
    return hash_cijfers(json.loads(json.dumps(telling.to_json())))
