"""The questionnaire on paper: the same words and numbers as on the screen, with room to write."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from basis.druk.formulier import (
    Formulier,
    Invulcode,
    Invulkop,
    Invulpunten,
    Invulstuk,
    Invultekst,
    Invulveld,
    Invulvraag,
    Vak,
)
from peilingen.domain.inzenden import list_vragen
from peilingen.domain.nummeren import number_vragen
from peilingen.domain.papiervragen import build_invulvraag
from peilingen.domain.toestemming import asks_toestemming, list_toestemmingen
from peilingen.domain.vertalen import translate_lijst
from peilingen.domain.voorwaarden import describe_voorwaarde
from peilingen.enums import Grondslag, Toestemming, Vraagsoort
from peilingen.models import Vraag, Vragenlijst


@dataclass(frozen=True, slots=True)
class Afspraken:
    """What else stands on the paper: where it goes and until when, and the address to answer on a phone."""

    inleveren: str = ""
    tot: str = ""
    adres: str = ""
    voordeur: str = ""


def build_formulier(
    vragenlijst: Vragenlijst, *, taal: str = "nl", groot: bool = False, afspraken: Afspraken | None = None
) -> Formulier:
    """Give the form in a language; what is not translated stands there in Dutch."""
    vragen = list_vragen(vragenlijst)
    lijst, vertaald = translate_lijst(vragenlijst, vragen, taal)
    afspraken = afspraken or Afspraken()
    with override(taal):
        stukken = [
            *_build_begin(lijst),
            *_build_vragen(vertaald),
            *_build_citaat(lijst),
            *_build_slot(lijst, afspraken),
        ]
        return Formulier(
            titel=lijst.titel,
            stukken=tuple(stukken),
            taal=taal,
            auteur=lijst.ronde.organisatie.naam,
            voettekst=lijst.titel,
            groot=groot,
        )


def _build_begin(lijst: Vragenlijst) -> list[Invulstuk]:
    """Who asks, why, and what happens with the answers; short, for it has to be read on paper."""
    organisatie, eigen = lijst.ronde.organisatie, lijst.taal
    stukken: list[Invulstuk] = [Invulkop(1, lijst.titel, eigen)]
    stukken.append(Invultekst(_("%(wie)s stelt u deze vragen.") % {"wie": organisatie.naam}))
    stukken += [Invultekst(deel.strip(), taal=eigen) for deel in lijst.inleiding.split("\n") if deel.strip()]
    stukken.append(Invulpunten(tuple(_list_privacy(lijst))))
    stukken += _build_toestemming(lijst)
    tekst = _("Zet een kruis in het rondje of vakje. Bij rondjes kiest u één antwoord.")
    return [*stukken, Invultekst(tekst, nadruk=True)]


def _list_privacy(lijst: Vragenlijst) -> list[str]:
    organisatie = lijst.ronde.organisatie
    dagen = organisatie.bewaardagen
    punten = [
        _("Meedoen is vrijwillig. U mag altijd stoppen."),
        _("Noem geen namen en adressen, ook niet van uzelf."),
        _("Alleen mensen van %(wie)s lezen uw antwoorden.") % {"wie": organisatie.naam},
        ngettext(
            "Wij bewaren uw antwoorden hoogstens %(n)s dag. Het papier gooien wij weg zodra het is overgetypt.",
            "Wij bewaren uw antwoorden hoogstens %(n)s dagen. Het papier gooien wij weg zodra het is overgetypt.",
            dagen,
        )
        % {"n": dagen},
    ]
    if lijst.grondslag == Grondslag.ALGEMEEN_BELANG:
        punten.append(_("Wij mogen uw antwoorden gebruiken voor een taak van algemeen belang."))
    elif lijst.grondslag == Grondslag.GERECHTVAARDIGD:
        punten.append(_("Wij mogen uw antwoorden gebruiken omdat wij daar een goede reden voor hebben."))
    if lijst.ook_onder_16 and asks_toestemming(lijst):
        punten.append(_("Bent u jonger dan 16? Vraag dan eerst aan uw ouder of voogd of u mag meedoen."))
    wie = lijst.verantwoordelijke or organisatie.naam
    punten.append(f"{_('Verantwoordelijk voor uw gegevens:')} {wie}")
    if organisatie.contact:
        punten.append(f"{_('Vragen hierover:')} {organisatie.contact}")
    return punten


def _build_toestemming(lijst: Vragenlijst) -> list[Invulstuk]:
    """The yes without which the answers may not be used, where that is the ground."""
    wie = list_toestemmingen(lijst)
    if not wie:
        return []
    namen = {
        Toestemming.ZELF.value: _("Ja, mijn antwoorden mogen worden gebruikt."),
        Toestemming.OUDER.value: _("Ik ben jonger dan 16. Mijn ouder of voogd vindt het goed."),
    }
    vakken = tuple(Vak(str(nr), namen[zegt], rond=True) for nr, zegt in enumerate(wie, start=1))
    tekst = _("Mogen wij uw antwoorden gebruiken?")
    uitleg = (_("Zonder uw ja gebruiken wij dit formulier niet."),)
    return [Invulvraag("", tekst, uitleg=uitleg, vakken=vakken)]


def _build_vragen(vragen: dict[UUID, Vraag]) -> list[Invulstuk]:
    nummers, alle = number_vragen(vragen.values()), list(vragen.values())
    stukken: list[Invulstuk] = []
    for vraag in alle:
        taal, voorwaarde = vraag.taal, describe_voorwaarde(vraag, alle)
        if vraag.soort == Vraagsoort.ONDERDEEL:
            stukken.append(Invulkop(2, vraag.tekst, taal))
        elif vraag.soort == Vraagsoort.TEKSTBLOK:
            stukken.append(Invultekst(vraag.tekst, nadruk=True, taal=taal))
        else:
            stukken.append(build_invulvraag(vraag, nummers[vraag.pk], voorwaarde, taal))
            continue
        stukken += [Invultekst(tekst) for tekst in (voorwaarde,) if tekst]
        stukken += [Invultekst(deel, taal=taal) for deel in vraag.uitleg.split("\n") if deel.strip()]
    return stukken


def _build_citaat(lijst: Vragenlijst) -> list[Invulstuk]:
    if not lijst.vraag_citaat:
        return []
    vakken = (
        Vak(
            "1",
            _("Ja, mijn eigen woorden mogen zonder mijn naam worden aangehaald, bijvoorbeeld in een brief."),
            rond=True,
        ),
        Vak("2", _("Nee, liever niet."), rond=True),
    )
    uitleg = (_("U hoeft dit niet goed te vinden. Uw antwoorden tellen dan gewoon mee."),)
    return [Invulvraag("", _("Mogen wij uw woorden aanhalen?"), uitleg=uitleg, vakken=vakken)]


def _build_slot(lijst: Vragenlijst, afspraken: Afspraken) -> list[Invulstuk]:
    """Thanks, where the form goes, and how to answer on a phone instead."""
    stukken: list[Invulstuk] = [Invulkop(2, _("Dank u wel"))]
    if afspraken.inleveren:
        stukken.append(Invultekst(_("Lever dit formulier in bij: %(waar)s") % {"waar": afspraken.inleveren}))
    if afspraken.tot:
        stukken.append(Invultekst(_("Inleveren kan tot en met %(dag)s.") % {"dag": afspraken.tot}))
    if not afspraken.inleveren and not afspraken.tot:
        velden = (Invulveld(70, _("Inleveren bij")), Invulveld(30, _("vóór")))
        stukken.append(Invulvraag("", _("Waar levert u dit formulier in?"), velden=velden))
    if afspraken.adres:
        regels = (
            _("Liever op uw telefoon? Richt de camera op het vierkant."),
            _("Of ga naar %(adres)s en typ de code %(code)s")
            % {"adres": afspraken.voordeur, "code": lijst.leescode},
        )
        alt = _("QR-code naar %(adres)s") % {"adres": afspraken.adres}
        stukken.append(Invulcode(afspraken.adres, alt, regels))
    return stukken
