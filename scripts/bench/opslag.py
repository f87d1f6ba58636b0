"""The same in the database, as the worker does it: read in, computed at arrival, analysed after the meeting, stored.

    python -m scripts.bench.opslag AANTAL MAP

MAP holds what `scripts.bench.keten` left. Vectors found there are put in the table as if they were computed as the
answers came in, so that only what an analysis itself takes is measured. The last line is JSON.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from scripts.bench.keten import Klok, read_piek
from scripts.bench.stof import build_antwoorden

if TYPE_CHECKING:
    from organisaties.models import Ronde
    from peilingen.models import Vraag, Vragenlijst

PER_KEER = 500


def open_database(map_: Path) -> None:
    """Make an empty database of this process's own."""
    os.environ.pop("DATABASE_URL", None)
    os.environ |= {"GRONDVLAK_DATA": str(map_), "DJANGO_SETTINGS_MODULE": "config.settings"}
    os.environ["GRONDVLAK_SECRET_KEY"] = "meting" * 10
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def add_antwoorden(aantal: int) -> Ronde:
    """Put answers in the database, one respondent each, as an import does; they are not read yet."""
    from datetime import UTC, datetime
    from uuid import uuid4

    from organisaties.domain.bronnen import report_bronwijziging
    from organisaties.enums import Kanaal, Wijzigingsoort
    from organisaties.models import Organisatie, Ronde
    from peilingen.domain.bron import BRONSOORT
    from peilingen.models import Antwoord, Inzending, Vragenlijst

    organisatie = Organisatie.objects.create(naam="Meting", slug="meting")
    ronde = Ronde.objects.create(organisatie=organisatie, naam="Meting")
    lijst = Vragenlijst.objects.create(ronde=ronde, titel="Vragenlijst")
    antwoorden = build_antwoorden(aantal)
    vragen = add_vragen(lijst, sorted({vraag for vraag, _tekst in antwoorden}))
    uur = datetime(2026, 3, 12, 19, tzinfo=UTC)
    inzendingen = [
        Inzending(vragenlijst=lijst, kanaal=Kanaal.ENQUETE, sleutel=uuid4().hex, ingediend_op=uur)
        for _antwoord in antwoorden
    ]
    Inzending.objects.bulk_create(inzendingen, PER_KEER)
    rijen = [
        Antwoord(inzending=inzending, vraag=vragen[vraag], tekst=tekst)
        for inzending, (vraag, tekst) in zip(inzendingen, antwoorden, strict=True)
    ]
    Antwoord.objects.bulk_create(rijen, PER_KEER)
    ids = [rij.pk for rij in rijen]
    report_bronwijziging(ronde=ronde, bronsoort=BRONSOORT, ids=ids, soort=Wijzigingsoort.AANGEMAAKT)
    return ronde


def add_vragen(lijst: Vragenlijst, teksten: list[str]) -> dict[str, Vraag]:
    """Make an open question for each of these texts."""
    from peilingen.models import Vraag, Vraagstam

    vragen = {}
    for nummer, tekst in enumerate(teksten, start=1):
        stam = Vraagstam.objects.create(organisatie=lijst.ronde.organisatie, naam=tekst or "Toelichting")
        vragen[tekst] = Vraag.objects.create(
            vragenlijst=lijst, stam=stam, volgorde=nummer, sleutel=f"v{nummer}", tekst=tekst
        )
    return vragen


def fill_tabel(map_: Path) -> None:
    """Put the vectors that were left in the table."""
    import numpy as np

    from codering.domain.snijden import hash_tekst
    from codering.models import Inbedding

    if not (map_ / "teksten.json").exists():
        return
    over = json.loads((map_ / "teksten.json").read_text(encoding="utf-8"))
    vectoren = np.load(map_ / "vectoren.npy", mmap_mode="r")
    paren = zip(over["sleutels"], over["teksten"], vectoren, strict=True)
    Inbedding.objects.bulk_create(
        (
            Inbedding(sleutel=s, model=over["model"], inhoudhash=hash_tekst(t), vector=v.tobytes())
            for s, t, v in paren
        ),
        PER_KEER,
        ignore_conflicts=True,
    )


def run_opslag(aantal: int, map_: Path) -> dict[str, Any]:
    """Do all that the worker does; give what each part took."""
    from codering.domain import analyse, uitkomsten
    from codering.domain.codeboeken import ensure_sociale_basis
    from codering.domain.uitspraken import process_wijzigingen
    from codering.domain.vooruit import read_ahead
    from codering.models import Runuitkomst

    klok, ronde = Klok(), add_antwoorden(aantal)
    klok.time("uitspraken maken", lambda: list(iter(process_wijzigingen, False)))
    fill_tabel(map_)
    klok.time("nagaan dat niets ontbreekt", lambda: read_ahead(ronde=ronde, seconden=1e9))
    codeboek = ensure_sociale_basis(organisatie=ronde.organisatie, wie=None)
    for keer, opslaan in (("analyse na de avond", "opslaan"), ("nog een analyse", "opnieuw opslaan")):
        run = analyse.start_run(ronde=ronde, wie=None, codeboek=codeboek, vanzelf=True)
        store = partial(klok.time_call, opslaan, uitkomsten.store_analyse)
        with patch("codering.domain.analyse.store_analyse", store):
            klok.time_call(keer, analyse.continue_run, run=run, seconden=1e9)
        run.refresh_from_db()
        if run.fout:
            raise RuntimeError(run.fout)
    aantal = Runuitkomst.objects.filter(run=run).count()
    return {"koud": klok.duur, "uitspraken": aantal, "piek": read_piek()}


def main(aantal: str, map_: str) -> None:
    """Measure and print as one line of JSON."""
    with tempfile.TemporaryDirectory() as eigen:
        open_database(Path(eigen))
        print(json.dumps(run_opslag(int(aantal), Path(map_))))


if __name__ == "__main__":
    main(*sys.argv[1:])
