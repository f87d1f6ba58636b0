"""Reading the form file back: whatever is wrong is refused with its place, unknown fields are reported."""

import json
import re
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from peilingen.domain.bewoording import (
    MAX_KEUZE,
    MAX_STELLING,
    MAX_TEKST,
    MAX_UITLEG,
    clean_bewoording,
)
from peilingen.domain.instellingen import NAMEN, Instellingen, clean_instellingen
from peilingen.domain.stammen import Bewoording
from peilingen.domain.voorwaarden import Regel, Vergelijking, Voorwaarde
from peilingen.domain.vorm.bak import Bak
from peilingen.domain.vorm.json_schrijven import FORMAAT, VERSIE
from peilingen.domain.vorm.typen import Melding, Optie, Overgezet, Vorm, Vraagvorm, Woorden
from peilingen.domain.vraagrijen import MAX_VRAGEN
from peilingen.domain.vragenlijsten import MAX_INLEIDING, MAX_TITEL
from peilingen.enums import Grondslag, Vraagsoort, Werving
from peilingen.refusals import OnjuisteVraag, OnleesbaarFormulier

MAX_BYTES = 2 * 1024 * 1024
MAX_VERANTWOORDELIJKE = 200
MAX_STAM = 500
MAX_PER_UUR = 100_000
MAX_REGELS = 10
# Keys are parts of the place of a translation ("v1.k2") and names in other programs.
SLEUTEL = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")
# What a translation may be of besides choices and statements.
PLEKKEN = ("tekst", "uitleg", "eenheid")
HOOFDPLEKKEN = ("titel", "inleiding")
# Words that name something else in another program's file.
BEZET = (*PLEKKEN, *HOOFDPLEKKEN, "weet_niet", "wil_niet", "other")


def read_json(data: bytes) -> Overgezet:
    """Give the questionnaire in a form file; raises OnleesbaarFormulier with one line that names the place."""
    meldingen: list[Melding] = []
    bak = Bak(_parse(data), "", meldingen)
    if bak.ruw("formaat") != FORMAAT:
        raise OnleesbaarFormulier(_("Dit is geen formulierbestand van Grondvlak."))
    versie = bak.ruw("versie")
    if versie != VERSIE:
        raise OnleesbaarFormulier(
            _("Dit formulierbestand heeft versie %(versie)s. Deze Grondvlak leest versie %(onze)s.")
            % {"versie": str(versie)[:20], "onze": VERSIE}
        )
    vragen = _read_vragen(bak)
    vorm = Vorm(
        titel=bak.regel("titel", MAX_TITEL, verplicht=True),
        inleiding=bak.tekst("inleiding", MAX_INLEIDING),
        werving=Werving(bak.een_van("werving", Werving.values, Werving.OPEN)),
        vraag_citaat=bak.vlag("vraag_citaat", True),
        talen=_read_talen(bak),
        grondslag=Grondslag(bak.een_van("grondslag", Grondslag.values, Grondslag.TOESTEMMING)),
        verantwoordelijke=bak.regel("verantwoordelijke", MAX_VERANTWOORDELIJKE),
        ook_onder_16=bak.vlag("ook_onder_16", False),
        toont_resultaten=bak.vlag("toont_resultaten", False),
        alleen_genodigden=bak.vlag("alleen_genodigden", False),
        max_per_uur=bak.getal("max_per_uur", 3000, 1, MAX_PER_UUR),
        vragen=vragen,
        vertalingen=_read_vertalingen(bak.bak("vertalingen"), vragen),
    )
    bak.sluit()
    return Overgezet(vorm, tuple(meldingen))


def _parse(data: bytes) -> Any:
    if len(data) > MAX_BYTES:
        raise OnleesbaarFormulier(_("Dit bestand is te groot voor een vragenlijst."))
    try:
        gelezen = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_pair_once, parse_constant=_refuse_getal
        )
        # Halves of characters (a lone "\ud800") can be on no page, not even in a refusal that names them.
        return json.loads(json.dumps(gelezen, ensure_ascii=False).encode(errors="replace"))
    except (ValueError, RecursionError) as fout:
        plek = f" ({_('regel')} {fout.lineno})" if isinstance(fout, json.JSONDecodeError) else ""
        raise OnleesbaarFormulier(_("Dit bestand is geen leesbare JSON%(plek)s.") % {"plek": plek}) from fout


def _pair_once(paren: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Give an object whose fields each stand once; of two, nobody could say which one counts."""
    uit: dict[str, Any] = {}
    for veld, waarde in paren:
        if veld in uit:
            raise OnleesbaarFormulier(
                _("Het veld “%(veld)s” staat twee keer in één object.") % {"veld": veld[:60]}
            )
        uit[veld] = waarde
    return uit


def _refuse_getal(naam: str) -> None:
    raise OnleesbaarFormulier(_("“%(naam)s” is in JSON geen getal.") % {"naam": naam})


def _read_talen(bak: Bak) -> tuple[str, ...]:
    bekend = [code for code, _naam in settings.LANGUAGES if code != "nl"]
    talen = bak.lijst("talen")
    for taal in talen:
        if taal not in bekend or talen.count(taal) > 1:
            raise bak.refuse(
                _("de taal “%(taal)s” kan hier niet. Kies uit: %(talen)s.")
                % {"taal": str(taal)[:20], "talen": ", ".join(bekend)}
            )
    return tuple(talen)


def _read_vragen(bak: Bak) -> tuple[Vraagvorm, ...]:
    bakken = bak.bakken("vragen", _("vraag"))
    if len(bakken) > MAX_VRAGEN:
        raise bak.refuse(_("Een vragenlijst heeft hoogstens %(n)s vragen.") % {"n": MAX_VRAGEN})
    vragen: dict[str, Vraagvorm] = {}
    for deel in bakken:
        vraag = _read_vraag(deel, vragen)
        vragen[vraag.sleutel] = vraag
        deel.sluit()
    return tuple(vragen.values())


def _read_vraag(bak: Bak, eerder: dict[str, Vraagvorm]) -> Vraagvorm:
    sleutel = _read_sleutel(bak, eerder)
    soort = Vraagsoort(bak.een_van("soort", Vraagsoort.values, ""))
    keuzes = _read_opties(bak, "keuzes", _("keuze"), MAX_KEUZE, set())
    bezet = {keuze.sleutel for keuze in keuzes}
    stellingen = _read_opties(bak, "stellingen", _("stelling"), MAX_STELLING, bezet)
    tekst = bak.regel("tekst", MAX_TEKST, verplicht=True)
    zo = _clean(bak, tekst, soort, keuzes, stellingen)
    return Vraagvorm(
        sleutel=sleutel,
        soort=soort,
        tekst=tekst,
        stam=bak.regel("stam", MAX_STAM) or tekst,
        uitleg=bak.tekst("uitleg", MAX_UITLEG),
        verplicht=bak.vlag("verplicht", False),
        instellingen=_read_instellingen(bak, soort),
        voorwaarde=_read_voorwaarde(bak, eerder),
        keuzes=_keep(bak, keuzes, zo.keuzes, "k"),
        stellingen=_keep(bak, stellingen, zo.stellingen, "s"),
    )


def _read_sleutel(bak: Bak, bezet: Iterable[str]) -> str:
    sleutel = bak.regel("sleutel", 40, verplicht=True)
    if not SLEUTEL.fullmatch(sleutel):
        raise bak.refuse(
            _("de sleutel “%(sleutel)s” moet met een letter beginnen en uit letters en cijfers bestaan.")
            % {"sleutel": sleutel}
        )
    if sleutel in bezet or sleutel in BEZET:
        raise bak.refuse(_("de sleutel “%(sleutel)s” is al in gebruik.") % {"sleutel": sleutel})
    return sleutel


def _read_opties(bak: Bak, veld: str, naam: str, lengte: int, bezet: set[str]) -> tuple[Optie, ...]:
    opties: list[Optie] = []
    gezien = set(bezet)
    for deel in bak.bakken(veld, naam):
        sleutel = _read_sleutel(deel, gezien)
        gezien.add(sleutel)
        opties.append(Optie(sleutel, deel.regel("tekst", lengte, verplicht=True)))
        deel.sluit()
    return tuple(opties)


def _clean(
    bak: Bak, tekst: str, soort: Vraagsoort, keuzes: tuple[Optie, ...], stellingen: tuple[Optie, ...]
) -> Bewoording:
    try:
        return clean_bewoording(
            tekst, soort, [keuze.tekst for keuze in keuzes], [stelling.tekst for stelling in stellingen]
        )
    except OnjuisteVraag as fout:
        raise bak.refuse(str(fout)) from fout


def _keep(bak: Bak, gegeven: tuple[Optie, ...], woorden: tuple[str, ...], letter: str) -> tuple[Optie, ...]:
    """Give the options that this kind of question keeps; the usual ones where it has them and none were given."""
    if gegeven and not woorden:
        bak.meld(_("deze soort vraag heeft geen keuzes of stellingen. Die komen niet mee."))
        return ()
    return gegeven or tuple(Optie(f"{letter}{nr}", woord) for nr, woord in enumerate(woorden, start=1))


def _read_instellingen(bak: Bak, soort: Vraagsoort) -> Instellingen:
    eigen = bak.bak("instellingen")
    gegeven: dict[str, Any] = {}
    for veld, waarde in eigen.delen():
        if veld not in NAMEN:
            eigen.meld(_("het veld “%(veld)s” kennen wij niet. Het komt niet mee.") % {"veld": veld[:60]})
        elif not isinstance(waarde, bool | str | int) or len(str(waarde)) > 60:
            raise eigen.refuse(_("“%(veld)s” kan dit niet zijn.") % {"veld": veld})
        else:
            gegeven[veld] = waarde
    try:
        schoon = clean_instellingen(soort, gegeven)
    except OnjuisteVraag as fout:
        raise eigen.refuse(str(fout)) from fout
    for veld in gegeven:
        if gegeven[veld] and veld not in schoon and veld != "weergave":
            eigen.meld(_("“%(veld)s” past niet bij deze soort vraag. Het komt niet mee.") % {"veld": veld})
    return Instellingen(**schoon)


def _read_voorwaarde(bak: Bak, eerder: dict[str, Vraagvorm]) -> Voorwaarde | None:
    if not bak.has("voorwaarde"):
        return None
    eigen = bak.bak("voorwaarde")
    alle = eigen.vlag("alle", True)
    delen = eigen.bakken("regels", _("regel"))
    if len(delen) > MAX_REGELS:
        raise eigen.refuse(_("een voorwaarde heeft hoogstens %(n)s regels.") % {"n": MAX_REGELS})
    regels = tuple(_read_regel(deel, eerder) for deel in delen)
    eigen.sluit()
    return Voorwaarde(regels, alle) if regels else None


def _read_regel(bak: Bak, eerder: dict[str, Vraagvorm]) -> Regel:
    vraag = eerder.get(naam := bak.regel("vraag", 40, verplicht=True))
    if vraag is None:
        raise bak.refuse(
            _("“%(naam)s” is geen eerdere vraag. Een voorwaarde kijkt alleen terug.") % {"naam": naam}
        )
    vergelijking = Vergelijking(bak.een_van("is", [str(soort) for soort in Vergelijking], ""))
    keuzes: tuple[str, ...] = ()
    getal = ""
    if vergelijking in (Vergelijking.EEN_VAN, Vergelijking.GEEN_VAN):
        keuzes = tuple(str(keuze) for keuze in bak.lijst("keuzes"))
        bekend = {keuze.sleutel for keuze in vraag.keuzes}
        if not keuzes or not set(keuzes) <= bekend:
            raise bak.refuse(_("deze keuzes horen niet bij vraag “%(naam)s”.") % {"naam": naam})
    elif vergelijking in (Vergelijking.MINSTENS, Vergelijking.HOOGSTENS):
        getal = bak.regel("getal", 20, verplicht=True)
        if not re.fullmatch(r"-?\d+(\.\d+)?", getal, re.ASCII):
            raise bak.refuse(_("“%(tekst)s” is geen getal.") % {"tekst": getal})
    bak.sluit()
    return Regel(naam, vergelijking, keuzes, getal)


def _read_vertalingen(bak: Bak, vragen: tuple[Vraagvorm, ...]) -> dict[str, dict[str, Woorden]]:
    bekend = [code for code, _naam in settings.LANGUAGES if code != "nl"]
    plekken = {*HOOFDPLEKKEN, *(plek for vraag in vragen for plek in list_plekken(vraag))}
    uit: dict[str, dict[str, Woorden]] = {}
    for taal, _deel in list(bak.delen()):
        if taal not in bekend:
            bak.meld(_("de taal “%(taal)s” kennen wij niet. Zij komt niet mee.") % {"taal": taal[:20]})
            continue
        eigen = bak.bak(taal)
        uit[taal] = {}
        for plek, woorden in eigen.delen():
            if plek not in plekken:
                eigen.meld(_("er is geen “%(plek)s” om te vertalen.") % {"plek": plek[:90]})
            elif (gelezen := _read_woorden(eigen, plek, woorden)) is not None:
                uit[taal][plek] = gelezen
    return {taal: delen for taal, delen in uit.items() if delen}


def list_plekken(vraag: Vraagvorm) -> list[str]:
    """Give the places of a question that may be translated."""
    delen = (*PLEKKEN, *(optie.sleutel for optie in (*vraag.keuzes, *vraag.stellingen)))
    return [f"{vraag.sleutel}.{deel}" for deel in delen]


def _read_woorden(bak: Bak, plek: str, woorden: Any) -> Woorden | None:
    deel = Bak({"tekst": woorden} if isinstance(woorden, str) else woorden, f"{bak.plaats}, {plek}", [])
    gelezen = Woorden(deel.tekst("tekst", MAX_INLEIDING), deel.vlag("verouderd", False))
    return gelezen if gelezen.tekst else None
