"""A ronde with figures that are easy to reckon: two buurten, three themes."""

from dataclasses import dataclass

from codering.models import Analyserun, Codeboek, Thema, Uitspraak
from tests.codering.makers import maak_codeboek, maak_run, maak_uitspraken
from tests.mensen import Mensen

NAMEN = {"ontmoeten": "Ontmoeten", "groen": "Groen", "veilig": "Veiligheid"}


@dataclass(frozen=True)
class Cijfers:
    """50 people: 20 of Poptahof and 30 of Voorhof. Ontmoeten 15 (12 of them in Poptahof), groen 10, veilig 2."""

    mensen: Mensen
    codeboek: Codeboek
    run: Analyserun
    uitspraken: list[Uitspraak]

    def thema(self, code: str) -> Thema:
        return self.codeboek.themas.get(code=code)


def maak_cijfers(mensen: Mensen) -> Cijfers:
    codeboek = maak_codeboek(mensen.organisatie, NAMEN)
    poptahof = maak_uitspraken(
        mensen.ronde, [f"In de zaal {n} is geen koffie" for n in range(20)], groep="Poptahof"
    )
    voorhof = maak_uitspraken(
        mensen.ronde, [f"De straat {n} kan meer bomen hebben" for n in range(30)], groep="Voorhof"
    )
    codes = (
        [("ontmoeten",)] * 12
        + [()] * 8
        + [("ontmoeten",)] * 3
        + [("groen",)] * 10
        + [("veilig",)] * 2
        + [()] * 15
    )
    uitspraken = [*poptahof, *voorhof]
    voorstellen = {u: dict.fromkeys(c, 0.9) for u, c in zip(uitspraken, codes, strict=True)}
    return Cijfers(mensen, codeboek, maak_run(mensen.ronde, codeboek, voorstellen), uitspraken)
