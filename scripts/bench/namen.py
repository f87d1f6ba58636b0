"""Do names tell what a group is about? A reader who sees only the names places statements.

    python -m scripts.bench.namen maak MAP [ZAAD]    tasks from the validation part, and their key
    python -m scripts.bench.namen tel MAP            count the answers

`maak` writes for each kind of name a task: names under letters, and numbered statements from all groups, drawn
evenly and shuffled. The reader writes `antwoord_SOORT.txt` beside it: a number and a letter on each line, and opens
`sleutel.json` only after that. The kinds: our names, and as many plain top words: the heaviest words of the group's
mean TF-IDF vector. No statement is in both tasks. Say with the figures who read: a person, or a language model.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from random import Random
from string import ascii_uppercase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SOORTEN = ("namen", "topwoorden")
PER_TAAK = 120


def pick_topwoorden(teksten: Sequence[str], leden: Sequence[Sequence[int]], aantal: int) -> list[str]:
    """Name each group by the heaviest words of its mean TF-IDF vector, stop words left out."""
    from scripts.bench.groepen import weigh_woorden

    matrix, woorden = weigh_woorden(teksten)
    namen = []
    for groep in leden:
        gemiddeld = matrix[list(groep)].mean(axis=0).A1
        namen.append(", ".join(woorden[plek] for plek in (-gemiddeld).argsort(kind="stable")[:aantal]))
    return namen


def make_taak(
    soort: str, namen: Sequence[str], proef: Sequence[tuple[str, int]], kans: Random
) -> tuple[str, dict[str, str]]:
    """Give the text of a task and its key: the letter of each numbered statement."""
    volgorde = list(range(len(namen)))
    kans.shuffle(volgorde)
    letter = {groep: ascii_uppercase[plek] for plek, groep in enumerate(volgorde)}
    rijen = list(proef)
    kans.shuffle(rijen)
    kop = [f"{letter[groep]}. {namen[groep]}" for groep in volgorde]
    vragen = [f"{nummer} {tekst}" for nummer, (tekst, _groep) in enumerate(rijen, start=1)]
    sleutel = {str(nummer): letter[groep] for nummer, (_tekst, groep) in enumerate(rijen, start=1)}
    return "\n".join([f"# {soort}", *kop, "", *vragen, ""]), sleutel


def draw_proef(leden: Sequence[Sequence[int]], aantal: int, kans: Random) -> list[tuple[int, int]]:
    """Draw positions with their groups, as evenly over the groups as these allow."""
    stapels = [kans.sample(list(groep), len(groep)) for groep in leden]
    uit: list[tuple[int, int]] = []
    while len(uit) < aantal and any(stapels):
        uit += [(stapel.pop(), groep) for groep, stapel in enumerate(stapels) if stapel]
    return uit[:aantal]


def make_taken(map_: Path, zaad: int) -> None:
    """Write the tasks of the validation part and their key."""
    from codering.nlp.cluster import Stemclusterer
    from codering.nlp.name import NAAMWOORDEN, Woordnamer
    from scripts.bench.groepen import embed_proef, read_proef

    teksten, vectoren = [voorbeeld.tekst for voorbeeld in read_proef()], embed_proef()
    leden = Stemclusterer().cluster(teksten, vectoren, 0).leden()
    eigen = [naam.naam for naam in Woordnamer().name(teksten, vectoren, leden)]
    namen = {"namen": eigen, "topwoorden": pick_topwoorden(teksten, leden, NAAMWOORDEN)}
    kans = Random(zaad)  # noqa: S311
    proef = draw_proef(leden, 2 * PER_TAAK, kans)
    kans.shuffle(proef)
    sleutels = {}
    map_.mkdir(parents=True, exist_ok=True)
    for soort, deel in zip(SOORTEN, (proef[::2], proef[1::2]), strict=True):
        rijen = [(" ".join(teksten[plek].split()), groep) for plek, groep in deel]
        taak, sleutels[soort] = make_taak(soort, namen[soort], rijen, kans)
        (map_ / f"taak_{soort}.txt").write_text(taak)
    (map_ / "sleutel.json").write_text(json.dumps(sleutels))


def count_goed(antwoord: str, sleutel: dict[str, str]) -> tuple[int, int]:
    """Give how many answers are right, and how many statements there were; what was skipped is wrong."""
    gegeven = dict(regel.split()[:2] for regel in antwoord.splitlines() if len(regel.split()) > 1)
    return sum(gegeven.get(nummer) == letter for nummer, letter in sleutel.items()), len(sleutel)


def main(argumenten: list[str]) -> int:
    """Make tasks, or count answers."""
    if len(argumenten) < 2 or argumenten[0] not in ("maak", "tel"):
        print(__doc__)
        return 2
    map_ = Path(argumenten[1])
    if argumenten[0] == "maak":
        make_taken(map_, int(argumenten[2]) if len(argumenten) > 2 else 0)
        return 0
    for soort, sleutel in json.loads((map_ / "sleutel.json").read_text()).items():
        goed, aantal = count_goed((map_ / f"antwoord_{soort}.txt").read_text(), sleutel)
        kans = 1 / len(set(sleutel.values()))
        print(f"{soort}: {goed} van {aantal} goed ({goed / aantal:.2f}); op goed geluk {kans:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
