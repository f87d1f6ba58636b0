"""What every writer asks of a table before it writes a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from basis.tabel.types import Celwaarde


def check_rows(
    kolommen: Sequence[str], rijen: Iterable[Sequence[Celwaarde]]
) -> Iterator[tuple[int, Sequence[Celwaarde]]]:
    """Yield each row with its number (the header is 1).

    Raises ``ValueError`` for a row that is not as wide as the header and for a header that is empty or names
    a column twice: those are faults of the caller, not of a person's file.
    """
    if not kolommen or len(set(kolommen)) < len(kolommen):
        raise ValueError(f"columns must be there and differ: {list(kolommen)}")
    for nummer, rij in enumerate(rijen, start=2):
        if len(rij) != len(kolommen):
            raise ValueError(f"row {nummer} has {len(rij)} values for {len(kolommen)} columns")
        yield nummer, rij
