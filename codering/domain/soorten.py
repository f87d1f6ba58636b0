"""What speakers do when they name a theme: complain, praise, wish, offer, tell.

A person's word on a statement counts, else what the machine proposes. Counts are of statements, for who codes; what
goes outside is counted per speaker elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from codering.enums import Uitspraaksoort
from codering.models import Analyserun, Codering, Runuitkomst, Thema, Themavoorstel
from organisaties.models import Ronde

SOORTEN = tuple(soort for soort in Uitspraaksoort if soort != Uitspraaksoort.GEEN)


@dataclass(frozen=True, slots=True)
class Soortregel:
    """How many statements stand under a theme, per soort in the order of `SOORTEN`, and how many of no known soort."""

    thema: Thema
    aantallen: tuple[int, ...]
    onbekend: int

    @property
    def totaal(self) -> int:
        """All statements under the theme."""
        return sum(self.aantallen) + self.onbekend


def has_soorten(ronde: Ronde, run: Analyserun | None) -> bool:
    """Tell whether of any statement a soort is known, so that choosing one has a use."""
    gezegd = Codering.objects.besluiten().filter(uitspraak__ronde=ronde).exclude(soort="")
    return Runuitkomst.objects.filter(run=run).exclude(soort="").exists() or gezegd.exists()


def count_soorten(run: Analyserun) -> list[Soortregel]:
    """Count per theme of the codebook, those that are named most first; empty when no soort is known of any."""
    soorten = _read_soorten(run)
    per: dict[UUID, dict[str, int]] = {}
    for uitspraak, themas in _read_themas(run).items():
        for thema in themas:
            eigen = per.setdefault(thema, {})
            soort = soorten.get(uitspraak, "")
            eigen[soort] = eigen.get(soort, 0) + 1
    regels = [_make_regel(thema, per[thema.pk]) for thema in Thema.objects.filter(pk__in=per)]
    if not any(sum(regel.aantallen) for regel in regels):
        return []
    return sorted(regels, key=lambda regel: (-regel.totaal, regel.thema.volgorde))


def _make_regel(thema: Thema, aantallen: Mapping[str, int]) -> Soortregel:
    bekend = tuple(aantallen.get(soort, 0) for soort in SOORTEN)
    return Soortregel(thema, bekend, sum(aantallen.values()) - sum(bekend))


def _read_themas(run: Analyserun) -> dict[UUID, set[UUID]]:
    """The themes that count per statement of the run."""
    per: dict[UUID, set[UUID]] = {}
    voorstellen = Themavoorstel.objects.filter(uitkomst__run=run).order_by()
    for uitspraak, thema in voorstellen.values_list("uitkomst__uitspraak_id", "thema_id"):
        per.setdefault(uitspraak, set()).add(thema)
    besloten: dict[UUID, set[UUID]] = {}
    besluiten = Codering.objects.besluiten().filter(uitspraak__uitkomsten__run=run).order_by()
    for uitspraak, thema in besluiten.values_list("uitspraak_id", "themas"):
        # The join gives None for a decision without themes.
        besloten.setdefault(uitspraak, set()).update({thema} - {None})
    return {**per, **besloten}


def _read_soorten(run: Analyserun) -> dict[UUID, str]:
    """The soort that counts per statement of the run, where one is known."""
    voorgesteld = Runuitkomst.objects.filter(run=run).exclude(soort="").order_by()
    besluiten = Codering.objects.besluiten().filter(uitspraak__uitkomsten__run=run).exclude(soort="")
    besloten = besluiten.order_by("gemaakt_op").values_list("uitspraak_id", "soort")
    return {**dict(voorgesteld.values_list("uitspraak_id", "soort")), **dict(besloten)}
