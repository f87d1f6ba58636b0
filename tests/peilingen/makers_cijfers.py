"""A questionnaire with every kind of question, answers to it, and its files."""

import io
from dataclasses import dataclass
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile

from organisaties.domain.bonnen import make_token
from organisaties.enums import Kanaal, Pleksoort
from organisaties.models import Gebied, Plek
from peilingen.domain.inzenden import list_vragen, submit_inzending
from peilingen.domain.uitvoer import read_dataset
from peilingen.domain.uitvoer_delen import share_dataset
from peilingen.domain.uitvoer_vormen import VORMEN
from peilingen.domain.vragen import add_vraag
from peilingen.domain.vragenlijsten import create_vragenlijst
from peilingen.domain.waarden import Antwoordwaarde, read_waarden
from peilingen.enums import Vraagsoort, Vragenlijststatus
from peilingen.models import Inzending, Vraag, Vragenlijst
from tests.fabrieken import maak_gebied
from tests.mensen import Mensen

ALLES = {"weet_niet": True, "wil_niet": True}


@dataclass(frozen=True)
class Alles:
    """The questionnaire with its questions by key, two areas and a place."""

    lijst: Vragenlijst
    vragen: dict[str, Vraag]
    gebieden: list[Gebied]
    plek: Plek

    def keuze(self, sleutel: str, nummer: int) -> UUID:
        return self.vragen[sleutel].keuzes.all()[nummer - 1].pk

    def antwoorden(self, **waarden: Antwoordwaarde) -> dict[UUID, Antwoordwaarde]:
        return {self.vragen[sleutel].pk: waarde for sleutel, waarde in waarden.items()}


def maak_alles(mensen: Mensen, titel: str = "Alle soorten") -> Alles:
    """Every kind of question; `leeftijd` is asked only of who chose "ja" at `kent`."""
    wie, soort = mensen.organisator.gebruiker, Vraagsoort
    lijst = create_vragenlijst(ronde=mensen.ronde, wie=wie, titel=titel)

    def vraag(sleutel: str, soort: Vraagsoort, tekst: str, **velden) -> None:
        add_vraag(vragenlijst=lijst, wie=wie, soort=soort, tekst=tekst, sleutel=sleutel, **velden)

    vraag("deel", soort.ONDERDEEL, "Over uw buurt")
    vraag("open", soort.OPEN, "Wat mist u in uw buurt?", instellingen=ALLES)
    vraag("kort", soort.KORT, "Noem een straat")
    vraag(
        "kent",
        soort.EEN_KEUZE,
        "Kent u het buurthuis?",
        keuzes=["ja", "nee", "3, soms"],
        instellingen={"anders": True, **ALLES},
    )
    vraag(
        "waar",
        soort.MEER_KEUZES,
        "Waar komt u?",
        keuzes=["Park", "Markt", "Bieb; of café"],
        instellingen={"anders": True, **ALLES},
    )
    vraag("schaal", soort.SCHAAL, "Hoe gaat het?", instellingen=ALLES)
    vraag("uitleg", soort.TEKSTBLOK, "Nu iets over uzelf")
    vraag(
        "jaren",
        soort.GETAL,
        "Hoe lang woont u hier?",
        instellingen={"decimalen": 1, "eenheid": "jaar", **ALLES},
    )
    vraag("dag", soort.DATUM, "Sinds welke dag?", instellingen=ALLES)
    vraag("jaar", soort.DATUM, "Geboortejaar?", instellingen={"weergave": "jaar", **ALLES})
    vraag("rang", soort.RANGORDE, "Wat eerst?", keuzes=["groen", "rust", "winkels"], instellingen=ALLES)
    vraag(
        "matrix",
        soort.MATRIX,
        "Wat vindt u?",
        stellingen=["Het is schoon", "Het is veilig"],
        instellingen=ALLES,
    )
    vraag("buurt", soort.BUURT, "In welke buurt woont u?")
    vraag("plek", soort.PLEK, "Welke plek is fijn?", instellingen=ALLES)
    vraag("leeftijd", soort.LEEFTIJD, "Hoe oud bent u?", instellingen=ALLES,
          voorwaarde={"alle": True, "regels": [{"vraag": "kent", "is": "een_van", "keuzes": ["k1"]}]})  # fmt: skip
    Vragenlijst.objects.filter(pk=lijst.pk).update(status=Vragenlijststatus.OPEN)
    lijst.refresh_from_db()
    organisatie = mensen.organisatie
    gebieden = [
        Gebied.objects.van(organisatie).filter(naam=naam).first() or maak_gebied(organisatie, naam)
        for naam in ("West", "Oost")
    ]
    plek = Plek.objects.van(organisatie).first() or Plek.objects.create(
        organisatie=organisatie, naam="Huiskamer Jan de Wit", soort=Pleksoort.PLEK
    )
    return Alles(lijst, {rij.sleutel: rij for rij in list_vragen(lijst).values()}, gebieden, plek)


def voorbeelden(alles: Alles) -> list[dict[UUID, Antwoordwaarde]]:
    """Answers that try every corner of a file."""
    w, k = Antwoordwaarde, alles.keuze
    bijzonder = ("open", "kent", "waar", "schaal", "jaren", "dag", "jaar", "rang", "matrix", "plek")
    return [
        alles.antwoorden(
            open=w(tekst="=1+1\nen een bankje; “écht”"), kort=w(tekst="-9"), kent=w(keuzes=(k("kent", 1),)),
            waar=w(keuzes=(k("waar", 1), k("waar", 3)), tekst="de kade"), schaal=w(getal=4), jaren=w(waarde="12.5"),
            dag=w(waarde="2024-05-01"), jaar=w(waarde="1984"), rang=w(waarde=["k3", "k1"]),
            matrix=w(waarde={"s1": "k2", "s2": "k5"}), buurt=w(gebied=alles.gebieden[0].pk),
            plek=w(plek=alles.plek.pk), leeftijd=w(keuzes=(k("leeftijd", 2),)),
        ),
        alles.antwoorden(
            kent=w(tekst="een beetje"), waar=w(tekst="nergens"), schaal=w(getal=1), jaren=w(waarde="-3"),
            rang=w(waarde=["k2"]), matrix=w(waarde={"s2": "k1"}), plek=w(tekst="het bankje"),
            buurt=w(gebied=alles.gebieden[1].pk, tekst="bij de brug"),
        ),
        alles.antwoorden(
            kent=w(keuzes=(k("kent", 3),)), waar=w(keuzes=(k("waar", 2),)), buurt=w(tekst="Nergenshuizen")
        ),
        alles.antwoorden(**{sleutel: w(bijzonder="weet_niet") for sleutel in bijzonder}, buurt=w()),
        alles.antwoorden(**{sleutel: w(bijzonder="wil_niet") for sleutel in bijzonder}, kort=w(tekst="'s avonds")),
        alles.antwoorden(kent=w(keuzes=(k("kent", 1),)), leeftijd=w(bijzonder="wil_niet"), dag=w(waarde="1931-12-31")),
    ]  # fmt: skip


def stuur(
    lijst: Vragenlijst, antwoorden: dict[UUID, Antwoordwaarde], kanaal: Kanaal = Kanaal.ENQUETE, **velden
) -> Inzending:
    """One person's answers."""
    velden = {"mag_citeren": True, **velden}
    bon = submit_inzending(
        vragenlijst=lijst, token=make_token(), antwoorden=antwoorden, kanaal=kanaal, **velden
    )
    return Inzending.objects.get(pk=bon.inzending_id)


def schrijf(lijst: Vragenlijst, vorm: str, *, delen: bool = False, woorden: bool = False) -> bytes:
    """The file of a questionnaire's answers."""
    dataset = share_dataset(lijst, woorden=woorden) if delen else read_dataset(lijst)
    stroom = io.BytesIO()
    VORMEN[vorm].write(dataset, stroom)
    return stroom.getvalue()


def als_bestand(inhoud: bytes, naam: str = "antwoorden.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, inhoud)


def op_sleutel(lijst: Vragenlijst) -> list[tuple]:
    """All answers of a questionnaire in comparable words, without order: keys instead of rows of one questionnaire."""
    vragen = list_vragen(lijst)
    sleutels = {keuze.pk: keuze.sleutel for vraag in vragen.values() for keuze in vraag.keuzes.all()}
    uit = []
    for inzending in Inzending.objects.filter(vragenlijst=lijst).select_related("gebied"):
        rijen = sorted(
            (
                vragen[pk].sleutel,
                w.tekst,
                w.getal,
                sorted(sleutels[k] for k in w.keuzes),
                str(w.gebied),
                w.bijzonder,
                w.waarde,
                str(w.plek),
            )
            for pk, w in read_waarden(inzending).items()
        )
        uit.append((inzending.kanaal, inzending.taal, inzending.hulp, inzending.mag_citeren, rijen))
    return sorted(uit, key=str)
