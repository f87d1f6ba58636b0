"""What a simple `constraint` of an XLSForm says: a lowest and a highest value, or how many choices at most."""

from peilingen.domain.vorm.uitdrukking import (
    Knoop,
    Naam,
    NietUitTeDrukkenError,
    Roep,
    Samen,
    Verband,
    Waarde,
    parse_uitdrukking,
)

# What a constraint looks at: the value itself, its year, how many are chosen.
HIER = Naam(".")
HIER_JAAR = Roep("number", (Roep("format-date", (HIER, Waarde("%Y"))),))
AANTAL = Roep("count-selected", (HIER,))


def read_grenzen(eis: str, wat: Knoop) -> dict[str, object]:
    """Give the settings that a constraint on `wat` stands for; raises NietUitTeDrukkenError."""
    knoop = parse_uitdrukking(eis)
    delen = knoop.delen if isinstance(knoop, Samen) and knoop.alle else (knoop,)
    namen = {"<=": "meeste"} if wat == AANTAL else {">=": "minimum", "<=": "maximum"}
    uit: dict[str, object] = {}
    for deel in delen:
        match deel:
            case Verband(teken, links, Waarde(getal)) if links == wat and teken in namen:
                uit[namen[teken]] = getal
            case _:
                raise NietUitTeDrukkenError
    return uit
