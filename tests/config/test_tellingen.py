"""Nothing drops out of `codeer`: in every file the counts add up to what went in."""

import csv
import json

from django.core.management import call_command
from docx import Document

from codering.nlp import registry
from tests.codering.nlp.test_veilig import SLECHT, Kieskeurig

TEKSTEN = ("meer bomen en struiken", SLECHT, "weet niet", "", "de huisarts is vol. en meer bomen", "mijn kat")
CODEBOEK = (
    "code\tnaam\tdefinitie\twel\tniet\n"
    "groen\tGroen\tBomen en planten.\tbomen, struiken\t\nzorg\tZorg\tDe huisarts.\thuisarts, wachtlijst\t\n"
)


def test_counts_add_up_in_every_file(tmp_path, monkeypatch):
    monkeypatch.setattr(registry, "default_embedder", Kieskeurig)
    invoer, codeboek, uit = (tmp_path / naam for naam in ("in.jsonl", "codeboek.tsv", "uit"))
    regels = (json.dumps({"id": str(n), "tekst": tekst}) for n, tekst in enumerate(TEKSTEN))
    invoer.write_text("\n".join(regels), encoding="utf-8")
    codeboek.write_text(CODEBOEK, encoding="utf-8")
    call_command("codeer", str(invoer), uit=str(uit), codeboek=str(codeboek), verbosity=0)

    def lees(naam):
        with (uit / naam).open(encoding="utf-8-sig", newline="") as bestand:
            return list(csv.DictReader(bestand))

    statussen = {rij["id"]: rij["status"] for rij in lees("status.csv")}
    herkomst = json.loads((uit / "herkomst.json").read_text(encoding="utf-8"))
    assert list(statussen) == [rij["id"] for rij in lees("clusters.csv")] == [str(n) for n in range(6)]
    assert (statussen["1"], statussen["2"], statussen["3"]) == ("mislukt", "geen_antwoord", "geen_antwoord")
    telling = {status: list(statussen.values()).count(status) for status in herkomst["statussen"]}
    assert herkomst["statussen"] == telling
    assert herkomst["rijen"] == sum(telling.values()) == 6
    assert sum(herkomst["uitspraken"].values()) >= 6
    assert herkomst["redenen"] == {"De betekenis van deze tekst kon niet worden berekend.": 1}
    per_thema: dict[str, set[str]] = {}
    for rij in lees("codering.csv"):
        per_thema.setdefault(rij["thema"], set()).add(rij["id"])
    for rij in lees("themas.csv"):
        assert int(rij["aantal"]) == len(per_thema.get(rij["thema"], ()))
    assert {plek for ids in per_thema.values() for plek in ids} == {
        plek for plek, status in statussen.items() if status == "thema"
    }
    brief = "\n".join(alinea.text for alinea in Document(uit / "adviesconcept.docx").paragraphs)
    assert f"Uitspraken: {sum(herkomst['uitspraken'].values())}: " in brief
    assert "1 die de computer niet kon beoordelen" in brief
