"""Questions with conditions, in memory: enough for what looks at them without the database."""

from collections.abc import Sequence
from typing import Any

from peilingen.enums import Vraagsoort
from peilingen.models import Keuze, Vraag


def maak_vraag(
    nummer: int,
    soort: str = Vraagsoort.EEN_KEUZE,
    *,
    keuzes: int = 2,
    voorwaarde: dict[str, Any] | None = None,
    verplicht: bool = False,
    **instellingen: Any,
) -> Vraag:
    """The question v<nummer>, at that place, with choices k1, k2, …; not saved."""
    vraag = Vraag(
        volgorde=nummer,
        sleutel=f"v{nummer}",
        soort=soort,
        tekst=f"Vraag {nummer}?",
        verplicht=verplicht,
        voorwaarde=voorwaarde or {},
        instellingen=instellingen,
    )
    rijen = [
        Keuze(vraag=vraag, volgorde=n, sleutel=f"k{n}", tekst=f"keuze {n}") for n in range(1, keuzes + 1)
    ]
    zoek: Any = Keuze.objects.none()
    zoek._result_cache, zoek._prefetch_done = rijen, True
    met_keuzes: Any = vraag  # as if its choices had been read along with it
    met_keuzes._prefetched_objects_cache = {"keuzes": zoek}
    return vraag


def als(vraag: str, *keuzes: str, is_: str = "een_van", getal: str = "") -> dict[str, Any]:
    """One rule, as it is kept."""
    return {
        "vraag": vraag,
        "is": is_,
        **({"keuzes": list(keuzes)} if keuzes else {}),
        **({"getal": getal} if getal else {}),
    }


def voorwaarde(*regels: dict[str, Any], alle: bool = True) -> dict[str, Any]:
    """A condition, as it is kept."""
    return {"alle": alle, "regels": list(regels)}


def op_sleutel(vragen: Sequence[Vraag]) -> dict[Any, Vraag]:
    """The questions as `list_gevraagd` takes them."""
    return {vraag.pk: vraag for vraag in vragen}
