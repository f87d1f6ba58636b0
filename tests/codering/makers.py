"""Makers for the tests of coding: a small codebook, statements and a finished run, without the language parts."""

from collections.abc import Sequence

from basis.taal.lemmas import zoektekst
from codering.domain.snijden import hash_tekst
from codering.enums import Kwaliteit, Runstatus, Uitkomststatus
from codering.models import (
    Analyserun,
    Codeboek,
    Kandidaatthema,
    Runuitkomst,
    Thema,
    Themavoorstel,
    Uitspraak,
)
from organisaties.enums import Kanaal
from organisaties.models import Bronwijziging, Organisatie, Ronde
from tests.fabrieken import maak_antwoorden

THEMAS = {"ontmoeten": "Ontmoeten", "groen": "Groen", "veilig": "Veiligheid"}


def maak_codeboek(organisatie: Organisatie, themas: dict[str, str] = THEMAS, naam: str = "Klein") -> Codeboek:
    codeboek = Codeboek.objects.create(organisatie=organisatie, naam=naam)
    for volgorde, (code, titel) in enumerate(themas.items(), start=1):
        Thema.objects.create(
            codeboek=codeboek, code=code, naam=titel, definitie=f"Alles over {code}.", volgorde=volgorde
        )
    return codeboek


def maak_uitspraken(
    ronde: Ronde,
    teksten: Sequence[str],
    *,
    kwaliteit: Kwaliteit = Kwaliteit.INHOUDELIJK,
    kanaal: Kanaal = Kanaal.ENQUETE,
    groep: str = "",
) -> list[Uitspraak]:
    """One statement per text, as if the worker had cut them."""
    antwoorden = maak_antwoorden(ronde, list(teksten), groep=groep, kanaal=kanaal)
    Bronwijziging.objects.filter(ronde=ronde).delete()
    return Uitspraak.objects.bulk_create(
        [
            Uitspraak(
                ronde=ronde,
                antwoord=antwoord,
                begin=0,
                eind=len(antwoord.tekst),
                tekst=antwoord.tekst,
                vraag="Wat mist u?",
                inhoudhash=hash_tekst(antwoord.tekst),
                bronhash=hash_tekst(antwoord.tekst),
                kwaliteit=kwaliteit,
                zoektekst=zoektekst(antwoord.tekst),
                kanaal=kanaal,
                groep=groep,
                eenheid=antwoord.inzending_id,
            )
            for antwoord in antwoorden
        ]
    )


def maak_run(
    ronde: Ronde,
    codeboek: Codeboek | None,
    voorstellen: dict[Uitspraak, dict[str, float]],
    *,
    status: Runstatus = Runstatus.KLAAR,
) -> Analyserun:
    """A run with these proposals; most doubtful is what comes first."""
    nummer = ronde.runs.count() + 1
    run = Analyserun.objects.create(ronde=ronde, nummer=nummer, codeboek=codeboek, status=status)
    themas = {thema.code: thema for thema in codeboek.themas.all()} if codeboek else {}
    for plaats, (uitspraak, codes) in enumerate(voorstellen.items()):
        stand = Uitkomststatus.THEMA if codes else Uitkomststatus.GEEN_THEMA
        if uitspraak.kwaliteit != Kwaliteit.INHOUDELIJK:
            stand = Uitkomststatus.GEEN_ANTWOORD
        uitkomst = Runuitkomst.objects.create(
            run=run, uitspraak=uitspraak, status=stand, twijfel=1 - plaats / (len(voorstellen) + 1)
        )
        for code, zekerheid in codes.items():
            Themavoorstel.objects.create(
                uitkomst=uitkomst,
                thema=themas[code],
                zekerheid=zekerheid,
                woorden=[uitspraak.tekst.split()[-1].lower()],
                vormen=[uitspraak.tekst.split()[-1].lower()],
            )
    return run


def maak_kandidaat(
    run: Analyserun,
    leden: Sequence[Uitspraak],
    *,
    naam: str = "eten, betalen",
    nummer: int = 0,
    stabiliteit: float = 0.8,
) -> Kandidaatthema:
    """A group of these statements, found by the run."""
    kandidaat = Kandidaatthema.objects.create(
        run=run,
        nummer=nummer,
        naam=naam,
        kernwoorden=naam.split(", "),
        grootte=len(leden),
        stabiliteit=stabiliteit,
        voorbeeld=leden[0] if leden else None,
    )
    run.uitkomsten.filter(uitspraak__in=leden).update(kandidaat=kandidaat)
    return kandidaat
