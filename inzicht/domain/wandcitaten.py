"""The released quotes that may stand on a wall, by theme."""

from collections.abc import Collection
from dataclasses import dataclass

from codering.models import Analyserun, Citaat
from inzicht.domain.cijfers import key_of, read_geldend
from organisaties.models import Ronde

# More signs cannot be read from the back of a room in the place that there is for them.
LANGST = 110


@dataclass(frozen=True, slots=True)
class Wandcitaat:
    """A released quote under a theme; `past` says whether it is short enough for the wall."""

    tekst: str
    code: str

    @property
    def past(self) -> bool:
        """Whether it can be read on the wall."""
        return len(self.tekst) <= LANGST


def list_citaten(ronde: Ronde, run: Analyserun | None, codes: Collection[str]) -> list[Wandcitaat]:
    """Give the released quotes of these themes, each once, always in the same order.

    A quote stands under the first of `codes` that counts for its statement. Words of who did not want to be
    quoted are left out, whatever was released.
    """
    citaten = Citaat.objects.filter(uitspraak__ronde=ronde).exclude(uitspraak__mag_citeren=False)
    rijen = list(citaten.order_by("pk").values_list("tekst", "uitspraak_id", key_of("uitspraak_id")))
    if not rijen or not codes:
        return []
    geldend = read_geldend(ronde, run, [uitspraak for _tekst, uitspraak, _sleutel in rijen])
    gevonden = []
    for tekst, _uitspraak, sleutel in rijen:
        themas = geldend[sleutel].themas if sleutel in geldend else ()
        code = next((code for code in codes if code in themas), "")
        if code:
            gevonden.append(Wandcitaat(tekst, code))
    return gevonden
