"""Where a number leads: the statements behind it, narrowed down to the kanaal and area that it counts."""

from urllib.parse import urlencode

# An area without a name needs a value of its own: an empty one means every area.
ONBEKEND = "-"


def query(*, kanaal: str = "", plek: str | None = None) -> str:
    """Give the part of the address of a theme's page after the `?`, with the `?`; '' for every statement.

    `plek` None is every area, '' the statements of which the area is not known.
    """
    keuzes = {"gebied": ONBEKEND if plek == "" else plek, "kanaal": kanaal}
    gekozen = {naam: waarde for naam, waarde in keuzes.items() if waarde}
    return f"?{urlencode(gekozen)}" if gekozen else ""
