"""What an organiser had better look at before people answer: advice, in plain sentences with what to do.

Nothing here keeps a questionnaire from opening; that is for `bezwaren`. Each point knows the page where it is dealt
with.
"""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from organisaties.domain.kaarten import build_gebiedenkaart
from peilingen.domain.bewonerlijst import asks_kaart, estimate_minuten, list_buurten
from peilingen.domain.instellingen import read_instellingen
from peilingen.domain.nummeren import number_vragen
from peilingen.domain.privacypunten import find_privacypunten
from peilingen.domain.punten import Punt, Puntgroep, begin_met_hoofdletter, join_nummers
from peilingen.domain.taalhulp import find_misleidend
from peilingen.domain.vertalen import find_ontbrekend
from peilingen.enums import WOORDSOORTEN, ZONDER_ANTWOORD, Vraagsoort
from peilingen.models import Vraag, Vragenlijst

# Minutes that people have to spare for strangers.
LANG = 8
# So many required questions, and at least half of all, and people leave.
VEEL_VERPLICHT = 3
# With one area to choose from there is nothing to choose.
MINST_BUURTEN = 2
# Kinds where who does not know has to choose something untrue, or cannot go on.
_ZONDER_UITWEG = (
    Vraagsoort.EEN_KEUZE,
    Vraagsoort.MEER_KEUZES,
    Vraagsoort.SCHAAL,
    Vraagsoort.GETAL,
    Vraagsoort.DATUM,
    Vraagsoort.RANGORDE,
    Vraagsoort.MATRIX,
    Vraagsoort.LEEFTIJD,
)


def find_aandachtspunten(vragenlijst: Vragenlijst, vragen: Sequence[Vraag] | None = None) -> list[Punt]:
    """Give what is worth a look, in the order of the groups; `vragen` come with their choices and statements."""
    if vragen is None:
        vragen = list(vragenlijst.vragen.prefetch_related("keuzes", "stellingen"))
    if not vragen:
        return []
    nummers = number_vragen(vragen)
    return [
        *_check_geheel(vragen, nummers),
        *_check_uitweg(vragen, nummers),
        *_check_woorden(vragen, nummers),
        *_check_buurten(vragenlijst, vragen),
        *find_privacypunten(vragenlijst, vragen, nummers),
        *_check_vertalingen(vragenlijst, vragen),
    ]


def _check_geheel(vragen: Sequence[Vraag], nummers: Mapping[UUID, int]) -> Iterator[Punt]:
    if not any(vraag.soort in WOORDSOORTEN for vraag in vragen):
        yield Punt(
            Puntgroep.VRAGEN,
            _("Er is geen open vraag. Dan hoort u alleen wat u zelf al had bedacht."),
            _("Voeg een open vraag toe, zoals “Wat kan er beter in uw buurt?”"),
        )
    minuten = estimate_minuten(vragen)
    if minuten > LANG:
        yield Punt(
            Puntgroep.VRAGEN,
            _("Invullen kost ongeveer %(n)s minuten. Na een minuut of vijf haken mensen af.")
            % {"n": minuten},
            _("Haal vragen weg waarvan u het antwoord niet gebruikt, of maak er twee vragenlijsten van."),
        )
    verplicht = [nummers[vraag.pk] for vraag in vragen if vraag.verplicht and vraag.pk in nummers]
    if len(verplicht) >= VEEL_VERPLICHT and 2 * len(verplicht) >= len(nummers):
        yield Punt(
            Puntgroep.VRAGEN,
            _("%(n)s van de %(totaal)s vragen zijn verplicht. Wie er één niet wil beantwoorden, stopt.")
            % {"n": len(verplicht), "totaal": len(nummers)},
            _("Laat mensen vragen overslaan. U krijgt dan meer antwoorden, niet minder."),
        )


def _check_uitweg(vragen: Sequence[Vraag], nummers: Mapping[UUID, int]) -> Iterator[Punt]:
    zonder = [vraag for vraag in vragen if vraag.verplicht and _has_no_way_out(vraag)]
    if zonder:
        welke = begin_met_hoofdletter(join_nummers(nummers[vraag.pk] for vraag in zonder))
        yield Punt(
            Puntgroep.VRAGEN,
            _("%(welke)s: verplicht, en zonder “weet ik niet”. Wie het niet weet, kiest dan zomaar iets.")
            % {"welke": welke},
            _("Zet bij die vraag “weet ik niet” of “wil ik niet zeggen” aan."),
            "vraag",
            zonder[0].pk,
        )


def _has_no_way_out(vraag: Vraag) -> bool:
    zet = read_instellingen(vraag)
    return vraag.soort in _ZONDER_UITWEG and not (zet.weet_niet or zet.wil_niet or zet.anders)


def _check_woorden(vragen: Sequence[Vraag], nummers: Mapping[UUID, int]) -> Iterator[Punt]:
    for vraag in vragen:
        wat = find_misleidend(vraag.tekst) if vraag.soort not in ZONDER_ANTWOORD else ""
        if wat:
            yield Punt(
                Puntgroep.VRAGEN,
                _("Vraag %(nummer)s kan verwarren: %(wat)s.") % {"nummer": nummers[vraag.pk], "wat": wat},
                _("Lees de tips onder de vraag."),
                "vraag",
                vraag.pk,
            )


def _check_buurten(vragenlijst: Vragenlijst, vragen: Sequence[Vraag]) -> Iterator[Punt]:
    if not any(vraag.soort == Vraagsoort.BUURT for vraag in vragen):
        return
    aantal = sum(len(buurten) for _wijk, buurten in list_buurten(vragenlijst.ronde.organisatie))
    if aantal < MINST_BUURTEN:
        yield Punt(
            Puntgroep.VRAGEN,
            _("U vraagt naar de buurt, maar uw organisatie heeft nog geen buurten om uit te kiezen.")
            if not aantal
            else _("U vraagt naar de buurt, maar er is maar één buurt om uit te kiezen."),
            _("Zet uw buurten in de lijst. Anders kunnen mensen alleen een straat opschrijven."),
            "gebieden",
        )
    if asks_kaart(vragen) and build_gebiedenkaart(vragenlijst.ronde.organisatie) is None:
        yield Punt(
            Puntgroep.VRAGEN,
            _("U vraagt naar de buurt op een kaart, maar uw organisatie heeft nog geen kaart."),
            _("Lees een kaart in bij Gebieden, onder “Meer”. Tot dan zien bewoners de lijst."),
            "gebieden",
        )


def _check_vertalingen(vragenlijst: Vragenlijst, vragen: Sequence[Vraag]) -> Iterator[Punt]:
    for stand in find_ontbrekend(vragenlijst, vragen):
        weg, oud = len(stand.ontbrekend), len(stand.verouderd)
        delen = [
            ngettext("%(n)s tekst ontbreekt", "%(n)s teksten ontbreken", weg) % {"n": weg} if weg else "",
            ngettext("%(n)s tekst is verouderd", "%(n)s teksten zijn verouderd", oud) % {"n": oud}
            if oud
            else "",
        ]
        if not stand.compleet:
            yield Punt(
                Puntgroep.VERTALING,
                f"{begin_met_hoofdletter(stand.naam)}: {_(' en ').join(deel for deel in delen if deel)}.",
                _("Vul de vertaling aan. Tot dan lezen mensen die vragen in het Nederlands."),
                "vertalingen",
            )
