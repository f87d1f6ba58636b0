"""Points of attention about personal data: what is asked, on which ground, and what people read about it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from basis.taal.gevoelig import Gevoelig, Kenmerk, find_contactvraag, find_gevoelig, find_kenmerken
from peilingen.domain.punten import Punt, Puntgroep
from peilingen.enums import ZONDER_ANTWOORD, Grondslag, Vraagsoort
from peilingen.models import Vraag, Vragenlijst

SOORTNAMEN = {
    Gevoelig.GEZONDHEID: gettext_lazy("gezondheid"),
    Gevoelig.GELOOF: gettext_lazy("geloof of levensovertuiging"),
    Gevoelig.AFKOMST: gettext_lazy("afkomst"),
    Gevoelig.SEKSUALITEIT: gettext_lazy("seksuele geaardheid"),
    Gevoelig.POLITIEK: gettext_lazy("politieke voorkeur"),
    Gevoelig.VAKBOND: gettext_lazy("lid zijn van een vakbond"),
    Gevoelig.STRAFBAAR: gettext_lazy("straf of politie"),
}
KENMERKNAMEN = {
    Kenmerk.LEEFTIJD: gettext_lazy("leeftijd"),
    Kenmerk.GESLACHT: gettext_lazy("man of vrouw"),
    Kenmerk.HUISHOUDEN: gettext_lazy("huishouden"),
    Kenmerk.WERK: gettext_lazy("werk of inkomen"),
    Kenmerk.OPLEIDING: gettext_lazy("opleiding"),
    Kenmerk.AFKOMST: gettext_lazy("afkomst"),
    Kenmerk.WOONDUUR: gettext_lazy("hoe lang iemand er woont"),
}
# So many traits together, the buurt included, can show who someone is in a buurt of a few hundred people.
HERKENBAAR = 3
VOLWASSEN = 16
_GETAL = re.compile(r"\d+")


def find_privacypunten(
    vragenlijst: Vragenlijst, vragen: Sequence[Vraag], nummers: Mapping[UUID, int]
) -> Iterator[Punt]:
    """Give the points about personal data, those of the questionnaire as a whole last."""
    vragend = [vraag for vraag in vragen if vraag.soort not in ZONDER_ANTWOORD]
    for vraag in vragend:
        yield from _check_vraag(vragenlijst, vraag, nummers[vraag.pk])
    yield from _check_samen(vragend)
    yield from _check_jong(vragenlijst, vragend, nummers)
    if not vragenlijst.ronde.organisatie.contact.strip():
        yield Punt(
            Puntgroep.PRIVACY,
            _("Mensen lezen nergens bij wie zij terechtkunnen met een vraag over hun gegevens."),
            _("Vul een e-mailadres of telefoonnummer in bij uw organisatie."),
            "instellingen",
        )


def _check_vraag(vragenlijst: Vragenlijst, vraag: Vraag, nummer: int) -> Iterator[Punt]:
    if find_contactvraag(vraag.tekst):
        yield Punt(
            Puntgroep.PRIVACY,
            _("Vraag %(nummer)s vraagt naar wie iemand is of waar iemand te bereiken is.")
            % {"nummer": nummer},
            _(
                "Haal deze vraag weg. Mensen lezen vooraf dat zij geen namen noemen, en antwoorden dan vrijer."
            ),
            "vraag",
            vraag.pk,
        )
    soorten = find_gevoelig(read_woorden(vraag))
    if not soorten:
        return
    wat = {"nummer": nummer, "soorten": _(" en ").join(str(SOORTNAMEN[soort]) for soort in soorten)}
    if vragenlijst.grondslag == Grondslag.TOESTEMMING:
        doe = _(
            "Vraag het alleen als u het echt nodig hebt. Maak de vraag niet verplicht en geef “wil ik niet zeggen”."
        )
    else:
        doe = _("Hiervoor is uitdrukkelijke toestemming nodig. Kies die als grond, of haal de vraag weg.")
    tekst = _("Vraag %(nummer)s lijkt te gaan over %(soorten)s. De wet beschermt zulke gegevens extra.")
    bij = "vraag" if vragenlijst.grondslag == Grondslag.TOESTEMMING else "gegevens"
    yield Punt(Puntgroep.PRIVACY, tekst % wat, doe, bij, vraag.pk)


def read_woorden(vraag: Vraag) -> str:
    """Give what a question asks for: its words, choices and statements; its help often says what is not needed."""
    delen = [vraag.tekst, *(keuze.tekst for keuze in vraag.keuzes.all())]
    return "\n".join([*delen, *(stelling.tekst for stelling in vraag.stellingen.all())])


def _check_samen(vragen: Sequence[Vraag]) -> Iterator[Punt]:
    """Traits that together point at one person; an exact age or date with a buurt does so by itself."""
    kenmerken = {kenmerk for vraag in vragen for kenmerk in find_kenmerken(vraag.tekst)}
    kenmerken |= {Kenmerk.LEEFTIJD for vraag in vragen if vraag.soort == Vraagsoort.LEEFTIJD}
    buurt = any(vraag.soort == Vraagsoort.BUURT for vraag in vragen)
    precies = any(
        vraag.soort in (Vraagsoort.GETAL, Vraagsoort.DATUM)
        and Kenmerk.LEEFTIJD in find_kenmerken(vraag.tekst)
        for vraag in vragen
    )
    namen = [str(naam) for kenmerk, naam in KENMERKNAMEN.items() if kenmerk in kenmerken]
    namen = [_("buurt"), *namen] if buurt else namen
    if precies and buurt:
        yield Punt(
            Puntgroep.PRIVACY,
            _("U vraagt een precieze leeftijd en ook de buurt. Samen kunnen die laten zien wie iemand is."),
            _("Vraag naar een leeftijdsgroep in plaats van een getal of datum."),
        )
    elif len(namen) >= HERKENBAAR:
        wat = {"alles": ", ".join(namen[:-1]), "laatste": namen[-1]}
        yield Punt(
            Puntgroep.PRIVACY,
            _("U vraagt naar %(alles)s en %(laatste)s. Samen kunnen die laten zien wie iemand is.") % wat,
            _("Haal weg wat u niet nodig hebt. Kleine groepen tonen wij nooit aan anderen."),
        )


def _check_jong(
    vragenlijst: Vragenlijst, vragen: Sequence[Vraag], nummers: Mapping[UUID, int]
) -> Iterator[Punt]:
    if vragenlijst.grondslag != Grondslag.TOESTEMMING:
        return
    if vragenlijst.ook_onder_16:
        yield Punt(
            Puntgroep.PRIVACY,
            _("Ook mensen onder de 16 doen mee. Zij hebben toestemming van een ouder of voogd nodig."),
            _(
                "Vertel het ook aan ouders, bijvoorbeeld via school. Wij vragen het voordat de vragen beginnen."
            ),
            "gegevens",
        )
        return
    for vraag in vragen:
        keuzes = [keuze.tekst for keuze in vraag.keuzes.all()]
        if vraag.soort == Vraagsoort.LEEFTIJD and any(_is_jong(tekst) for tekst in keuzes):
            yield Punt(
                Puntgroep.PRIVACY,
                _(
                    "Bij vraag %(nummer)s kan iemand onder de 16 kiezen. Dan is toestemming van een ouder nodig."
                )
                % {"nummer": nummers[vraag.pk]},
                _("Zet aan dat ook mensen onder de 16 meedoen, of haal die leeftijd weg."),
                "gegevens",
            )


def _is_jong(tekst: str) -> bool:
    """Tell whether an age group holds people under 16: "jonger dan 16", "12 tot en met 15"."""
    getallen = [int(getal) for getal in _GETAL.findall(tekst)]
    if not getallen or "ouder" in tekst.lower():
        return False
    onder = "jonger" in tekst.lower() or "onder" in tekst.lower()
    return getallen[0] <= VOLWASSEN if onder else getallen[0] < VOLWASSEN
