"""The table of groups, and the tasks for readers who see only names."""

import json
from random import Random

from scripts.bench.groepen_tabel import Uitslag, read_stof, tell_rij
from scripts.bench.namen import count_goed, draw_proef, make_taak, pick_topwoorden

RIJEN = [
    {"tekst": f"de lift is kapot {n}", "thema": "lift"}
    if n % 2
    else {"tekst": f"koffie {n}", "codes": ["koffie"]}
    for n in range(12)
]


def test_a_file_is_read_whole_or_the_half_that_is_kept(tmp_path):
    pad = tmp_path / "rijen.jsonl"
    pad.write_text("\n".join(json.dumps(rij) for rij in RIJEN))
    heel, half = read_stof(str(pad)), read_stof(f"{pad}#2")
    assert heel.themas[:2] == [["koffie"], ["lift"]]
    assert len(half.teksten) == 6
    assert set(half.teksten) < set(heel.teksten)


def test_a_row_holds_the_median_over_seeds(tmp_path):
    pad = tmp_path / "rijen.jsonl"
    pad.write_text("\n".join(json.dumps(rij) for rij in RIJEN))
    goed: list[int | None] = [n % 2 for n in range(12)]
    slecht: list[int | None] = [0] * 12
    uitslag = Uitslag([goed, goed, slecht], 1.5, 200.4)
    assert tell_rij("eigen", uitslag, read_stof(str(pad))) == ("eigen", "2", "1,000", "1,000", "1,50", "200")


def test_a_task_shows_names_and_statements_and_keeps_the_key_apart():
    leden = [[0, 1, 2], [3, 4, 5], [6]]
    proef = draw_proef(leden, 5, Random(0))
    assert sorted(groep for _plek, groep in proef) == [0, 0, 1, 1, 2]
    rijen = [(f"tekst {plek}", groep) for plek, groep in proef]
    taak, sleutel = make_taak("namen", ["lift", "koffie", "bus"], rijen, Random(0))
    assert all(tekst in taak for tekst, _groep in rijen)
    assert sorted(sleutel) == ["1", "2", "3", "4", "5"]
    assert count_goed("\n".join(f"{n} {letter}" for n, letter in sleutel.items()), sleutel) == (5, 5)
    assert count_goed("1 Z\n\nonzin", sleutel) == (0, 5)


def test_plain_top_words_are_the_heaviest_without_stop_words():
    teksten = ["de lift is kapot", "lift weer kapot", "koffie met buren", "de koffie is lekker"]
    namen = pick_topwoorden(teksten, [[0, 1], [2, 3]], 2)
    assert set(namen[0].split(", ")) == {"lift", "kapot"}
    assert namen[1].startswith("koffie")
