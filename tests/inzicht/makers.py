"""A ronde with figures that are easy to reckon: two buurten, three themes."""

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from bijeenkomsten.enums import Bijeenkomststatus
from bijeenkomsten.models import Bijeenkomst, Gesprekstafel, Ideekaart, Notitie, Signaal
from codering.domain.snijden import hash_tekst
from codering.enums import Kwaliteit
from codering.models import Analyserun, Codeboek, Thema, Uitspraak
from organisaties.enums import Kanaal
from organisaties.models import Gebied, Ronde
from tests.codering.makers import maak_codeboek, maak_run, maak_uitspraken
from tests.fabrieken import UUR
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


def maak_bijeenkomst(
    ronde: Ronde, status: Bijeenkomststatus = Bijeenkomststatus.OPEN, **velden
) -> Bijeenkomst:
    velden = {"code": uuid4().hex[:8], "vraag": "Wat heeft de buurt nodig?", **velden}
    return Bijeenkomst.objects.create(
        ronde=ronde, titel="Avond", datum=date(2026, 3, 15), status=status, **velden
    )


def maak_bronnen(
    ronde: Ronde,
    *,
    tafels: int = 0,
    kaarten: int = 0,
    telefoon: int = 0,
    notities: int = 1,
    gebied: Gebied | None = None,
) -> dict[str, list[Uitspraak]]:
    """Tables with notes, idea cards and phone calls, each with a statement as the worker would have cut it."""
    avond = maak_bijeenkomst(ronde, Bijeenkomststatus.GESLOTEN, code=None)
    uit: dict[str, list[Uitspraak]] = {Kanaal.TAFEL: [], Kanaal.IDEE: [], Kanaal.TELEFOON: []}
    for nummer in range(1, tafels + 1):
        tafel = Gesprekstafel.objects.create(bijeenkomst=avond, nummer=nummer)
        for _keer in range(notities):
            notitie = Notitie.objects.create(tafel=tafel, tekst="Meer groen", genoteerd_op=UUR)
            uit[Kanaal.TAFEL].append(_cut(ronde, Kanaal.TAFEL, tafel.pk, gebied, notitie=notitie))
    for _kaart in range(kaarten):
        kaart = Ideekaart.objects.create(
            bijeenkomst=avond, tekst="Een bankje", sleutel=uuid4().hex, ingediend_op=UUR
        )
        uit[Kanaal.IDEE].append(_cut(ronde, Kanaal.IDEE, kaart.pk, gebied, ideekaart=kaart))
    for _keer in range(telefoon):
        signaal = Signaal.objects.create(
            ronde=ronde, kanaal=Kanaal.TELEFOON, tekst="De bus rijdt niet", ontvangen_op=date(2026, 3, 15)
        )
        uit[Kanaal.TELEFOON].append(_cut(ronde, Kanaal.TELEFOON, signaal.pk, gebied, signaal=signaal))
    return uit


def _cut(ronde: Ronde, kanaal: Kanaal, eenheid, gebied: Gebied | None, **bron) -> Uitspraak:
    [rij] = bron.values()
    return Uitspraak.objects.create(
        ronde=ronde,
        begin=0,
        eind=len(rij.tekst),
        tekst=rij.tekst,
        inhoudhash=hash_tekst(rij.tekst),
        bronhash=hash_tekst(rij.tekst),
        kwaliteit=Kwaliteit.INHOUDELIJK,
        zoektekst=rij.tekst.lower(),
        kanaal=kanaal,
        gebied=gebied,
        eenheid=eenheid,
        **bron,
    )
