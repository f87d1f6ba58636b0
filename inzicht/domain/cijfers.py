"""The figures of a ronde: decisions of people where there are any, else proposals of the newest run."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.db import transaction
from django.db.models import Case, CharField, Count, Max, Value, When
from django.db.models.functions import Cast

# One rule says which run's proposals are looked at, so that the figures and the review are of the same run.
from codering.domain.nakijken import current_run as current_run
from codering.enums import Kwaliteit, Wijze
from codering.models import Analyserun, Codering, Thema, Themavoorstel, Uitspraak
from codering.models.uitspraak import GEBIEDSNAAM as GEBIEDSNAAM
from inzicht.domain.tellen import OVERIG, Telling, Telrij, count_rijen, read_telling
from inzicht.models import Momentopname
from organisaties.domain.audit import log_handeling
from organisaties.enums import Gebiedsoort
from organisaties.models import Gebied, Gebruiker, Ronde
from peilingen.enums import Werving
from peilingen.models import Vragenlijst

BEWAAR_SECONDEN = 60 * 60
# Raise when a Telling holds other fields, so that no older one is read from the cache.
VORM = 3


@dataclass(frozen=True, slots=True)
class Geldend:
    """The themes that count for a statement, and whether a person decided them."""

    themas: tuple[str, ...]
    bevestigd: bool


def read_geldend(
    ronde: Ronde, run: Analyserun | None, alleen: Collection[UUID] | None = None
) -> dict[str, Geldend]:
    """Give what counts per statement: a decision after comparing, else the latest open one, else proposals.

    The keys are those of `key_of`: text, because making UUIDs of tens of thousands of keys takes longer than
    counting. With `alleen` only these statements are looked at.
    """
    per: dict[str, list[str]] = {}
    if run is not None:
        voorstellen = Themavoorstel.objects.filter(uitkomst__run=run).order_by()
        if alleen is not None:
            voorstellen = voorstellen.filter(uitkomst__uitspraak__in=alleen)
        sleutel = key_of("uitkomst__uitspraak_id")
        for uitspraak, code in voorstellen.values_list(sleutel, "thema__code"):
            per.setdefault(uitspraak, []).append(code)
    geldend = {uitspraak: Geldend(tuple(codes), False) for uitspraak, codes in per.items()}
    besluiten = Codering.objects.geldend().filter(uitspraak__ronde=ronde, ingetrokken=False)
    if alleen is not None:
        besluiten = besluiten.filter(uitspraak__in=alleen)
    codes_per_besluit: dict[str, list[str]] = {}
    for besluit, code in besluiten.order_by().values_list(key_of("pk"), "themas__code"):
        codes_per_besluit.setdefault(besluit, []).extend([code] if code else [])
    volgorde = Case(When(wijze=Wijze.BESLUIT, then=Value(1)), default=Value(0))
    op_volgorde = besluiten.order_by(volgorde, "gemaakt_op")
    for besluit, uitspraak in op_volgorde.values_list(key_of("pk"), key_of("uitspraak_id")):
        geldend[uitspraak] = Geldend(tuple(codes_per_besluit[besluit]), True)
    return geldend


def key_of(veld: str) -> Cast:
    """Give a key as text, under which `read_geldend` keeps it."""
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
    """Tell by a hash whether a count would still give the same.

    The run, its themes and what it proposes where (an adopted group adds proposals, a deleted answer takes some
    away), decisions, who spoke where along which kanaal, the areas, and who was drawn.
    """
    uitspraken = Uitspraak.objects.filter(ronde=ronde).order_by()
    voorstellen = Themavoorstel.objects.filter(uitkomst__run=run).order_by()
    waar = ("gebied", "groep", "kanaal")
    via = tuple(f"uitkomst__uitspraak__{veld}" for veld in waar)
    waarden = [
        VORM,
        run and run.pk,
        list(read_themanamen(run).items()),
        sorted(map(str, drawn_lijsten(ronde))),
        sorted(find_wijken(ronde).values()),
        Codering.objects.filter(uitspraak__ronde=ronde).aggregate(n=Count("pk"), laatste=Max("gemaakt_op")),
        sorted(map(str, uitspraken.values_list(*waar, "kwaliteit").annotate(*_sizes()))),
        sorted(map(str, voorstellen.values_list("thema", *via).annotate(*_sizes("uitkomst__uitspraak__")))),
    ]
    return hashlib.sha256(json.dumps(waarden, default=str).encode()).hexdigest()


def _sizes(pad: str = "") -> tuple[Count, Count]:
    return Count("pk"), Count(f"{pad}eenheid", distinct=True)


def read_telrijen(ronde: Ronde, run: Analyserun | None) -> Iterable[Telrij]:
    """Give every statement of a ronde as counting sees it."""
    geldend = read_geldend(ronde, run)
    leeg = Geldend((), False)
    wijken = find_wijken(ronde)
    velden = (
        key_of("pk"),
        key_of("eenheid"),
        GEBIEDSNAAM,
        "kanaal",
        "kwaliteit",
        "gebied_id",
        _geloot(ronde),
    )
    rijen = Uitspraak.objects.filter(ronde=ronde).order_by().values_list(*velden)
    for pk, eenheid, plek, kanaal, kwaliteit, gebied, geloot in rijen:
        keuze = geldend.get(pk, leeg)
        yield Telrij(
            eenheid=eenheid,
            groep=plek,
            kanaal=kanaal,
            themas=keuze.themas,
            bevestigd=keuze.bevestigd,
            inhoudelijk=kwaliteit == Kwaliteit.INHOUDELIJK,
            geloot=geloot,
            wijk=wijken.get(gebied, ("", OVERIG))[1] if plek else "",
        )


def find_wijken(ronde: Ronde) -> dict[UUID, tuple[str, str]]:
    """Give per area its name and the wijk it lies in, a wijk being its own; OVERIG for what lies in none."""
    rijen = Gebied.objects.van(ronde.organisatie).order_by().values_list("pk", "naam", "soort", "boven_id")
    per = {pk: (naam, soort, boven) for pk, naam, soort, boven in rijen}
    return {pk: (naam, _climb(pk, per)) for pk, (naam, _soort, _boven) in per.items()}


def _climb(pk: UUID | None, per: Mapping[UUID, tuple[str, str, UUID | None]]) -> str:
    gezien: set[UUID] = set()
    while pk is not None and pk in per and pk not in gezien:
        naam, soort, boven = per[pk]
        if soort == Gebiedsoort.WIJK:
            return naam
        gezien.add(pk)
        pk = boven
    return OVERIG


def drawn_lijsten(ronde: Ronde) -> set[UUID]:
    """Give the questionnaires of a ronde that went to a declared probability sample."""
    lijsten = Vragenlijst.objects.filter(ronde=ronde, werving=Werving.STEEKPROEF).order_by()
    return set(lijsten.values_list("pk", flat=True))


def _geloot(ronde: Ronde) -> Case | Value:
    """Tell per statement whether its speaker was drawn; whoever sat at a table or phoned never was."""
    lijsten = drawn_lijsten(ronde)
    if not lijsten:
        return Value(False)
    eigen = When(antwoord__inzending__vragenlijst__in=lijsten, then=Value(True))
    return Case(eigen, default=Value(False))


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
