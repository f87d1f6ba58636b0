"""Between a questionnaire as a value and its rows in the database."""

from collections import defaultdict
from dataclasses import replace
from hashlib import sha256

from django.db import transaction
from django.utils.translation import gettext as _

from organisaties.domain.audit import log_handeling
from organisaties.models import Gebruiker, Organisatie, Ronde
from peilingen.domain.bewoording import clean_bewoording
from peilingen.domain.instellingen import read_instellingen
from peilingen.domain.voorwaarden import read_voorwaarde, write_voorwaarde
from peilingen.domain.vorm.json_schrijven import KENMERKEN
from peilingen.domain.vorm.typen import Optie, Vorm, Vraagvorm, Woorden
from peilingen.domain.vraagrijen import Extra, store_vraag
from peilingen.enums import Grondslag, Vraagsoort, Werving
from peilingen.models import Vertaling, Vraag, Vraagstam, Vragenlijst
from peilingen.refusals import OnjuisteVraag, OnleesbaarFormulier

# The hash of a translation whose Dutch words were others.
VEROUDERD = sha256(b"").hexdigest()


def read_vorm(vragenlijst: Vragenlijst) -> Vorm:
    """Give a stored questionnaire as a value."""
    rijen = vragenlijst.vragen.select_related("stam").prefetch_related("keuzes", "stellingen")
    kenmerken = {naam: getattr(vragenlijst, naam) for naam in KENMERKEN}
    kenmerken["werving"] = Werving(vragenlijst.werving)
    kenmerken["grondslag"] = Grondslag(vragenlijst.grondslag)
    vragen = tuple(_read_vraag(vraag) for vraag in rijen)
    vorm = Vorm(**kenmerken, talen=tuple(vragenlijst.talen), vragen=vragen)
    bronnen = list_bronteksten(vorm)
    vertalingen: dict[str, dict[str, Woorden]] = defaultdict(dict)
    for rij in vragenlijst.vertalingen.all():
        if bronnen.get(rij.plek) and rij.tekst.strip():
            oud = rij.bron_hash != _hash(bronnen[rij.plek])
            vertalingen[rij.taal][rij.plek] = Woorden(rij.tekst, oud)
    return replace(vorm, vertalingen=dict(vertalingen))


def _read_vraag(vraag: Vraag) -> Vraagvorm:
    return Vraagvorm(
        sleutel=vraag.sleutel,
        soort=Vraagsoort(vraag.soort),
        tekst=vraag.tekst,
        stam=vraag.stam.naam,
        uitleg=vraag.uitleg,
        verplicht=vraag.verplicht,
        instellingen=read_instellingen(vraag),
        voorwaarde=read_voorwaarde(vraag),
        keuzes=tuple(Optie(keuze.sleutel, keuze.tekst) for keuze in vraag.keuzes.all()),
        stellingen=tuple(Optie(stelling.sleutel, stelling.tekst) for stelling in vraag.stellingen.all()),
    )


def list_bronteksten(vorm: Vorm) -> dict[str, str]:
    """Give the Dutch words of every place that can be translated."""
    teksten = {"titel": vorm.titel, "inleiding": vorm.inleiding}
    for vraag in vorm.vragen:
        teksten[f"{vraag.sleutel}.tekst"] = vraag.tekst
        teksten[f"{vraag.sleutel}.uitleg"] = vraag.uitleg
        teksten[f"{vraag.sleutel}.eenheid"] = vraag.instellingen.eenheid
        for optie in (*vraag.keuzes, *vraag.stellingen):
            teksten[f"{vraag.sleutel}.{optie.sleutel}"] = optie.tekst
    return teksten


@transaction.atomic
def create_from_vorm(*, ronde: Ronde, wie: Gebruiker, vorm: Vorm) -> Vragenlijst:
    """Make a draft questionnaire of a form file; raises OnleesbaarFormulier, which names the question."""
    lijst = Vragenlijst.objects.create(
        ronde=ronde,
        talen=list(vorm.talen),
        **{naam: getattr(vorm, naam) for naam in KENMERKEN},
    )
    for nummer, vraag in enumerate(vorm.vragen, start=1):
        try:
            _store_vraag(lijst, vraag)
        except OnjuisteVraag as fout:
            raise OnleesbaarFormulier(_("vraag %(n)s: %(fout)s") % {"n": nummer, "fout": fout}) from fout
    _store_vertalingen(lijst, vorm)
    log_handeling(
        organisatie=ronde.organisatie,
        wie=wie,
        handeling="vragenlijst_ingelezen",
        op=lijst,
        omschrijving=lijst.titel,
    )
    return lijst


def _find_stam(organisatie: Organisatie, naam: str) -> Vraagstam:
    """Give the stam of the organisation with this name, made when there is none."""
    eigen = Vraagstam.objects.van(organisatie).filter(naam=naam).order_by("gemaakt_op", "pk").first()
    return eigen or Vraagstam.objects.create(organisatie=organisatie, naam=naam)


def _store_vraag(lijst: Vragenlijst, vraag: Vraagvorm) -> None:
    zo = clean_bewoording(
        vraag.tekst,
        vraag.soort,
        [keuze.tekst for keuze in vraag.keuzes],
        [stelling.tekst for stelling in vraag.stellingen],
    )
    naam = vraag.stam or vraag.tekst
    stam = _find_stam(lijst.ronde.organisatie, naam)
    store_vraag(
        lijst,
        zo,
        uitleg=vraag.uitleg,
        verplicht=vraag.verplicht,
        stam=stam,
        extra=Extra(
            instellingen=vraag.instellingen.as_json(),
            voorwaarde=write_voorwaarde(vraag.voorwaarde),
            sleutel=vraag.sleutel,
            keuzesleutels=tuple(keuze.sleutel for keuze in vraag.keuzes),
            stellingsleutels=tuple(stelling.sleutel for stelling in vraag.stellingen),
        ),
    )
    # A stam that nobody else has takes over the words; here it keeps the name that the file gives it.
    Vraagstam.objects.filter(pk=stam.pk).update(naam=naam)


def _store_vertalingen(lijst: Vragenlijst, vorm: Vorm) -> None:
    bronnen = list_bronteksten(vorm)
    Vertaling.objects.bulk_create(
        Vertaling(
            vragenlijst=lijst,
            taal=taal,
            plek=plek,
            tekst=woorden.tekst,
            bron_hash=VEROUDERD if woorden.verouderd else _hash(bronnen[plek]),
        )
        for taal, plekken in vorm.vertalingen.items()
        for plek, woorden in plekken.items()
        if bronnen.get(plek)
    )


def _hash(tekst: str) -> str:
    return sha256(tekst.encode()).hexdigest()
