"""The letters: begun from the figures, rewritten, settled, sent, answered and published."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from advies.domain.concept import save_teksten, start_advies
from advies.domain.onderdelen import choose_citaat, remove_onderdeel
from advies.domain.opvolgen import (
    add_toezegging,
    publish_advies,
    record_reactie,
    send_advies,
    update_toezegging,
)
from advies.domain.samenvoegen import hash_veld
from advies.domain.vaststellen import settle_advies
from advies.domain.velden import prefix_adviespunt, prefix_bevinding, read_velden
from advies.models import Adviesconcept, Adviespunt, Bevinding
from codering.domain.nakijken import current_run
from codering.models import Thema
from config.voorbeeld.besluiten import release
from config.voorbeeld.terugdateren import set_back
from config.voorbeeld.verhaal import Kalender, Verhaal
from organisaties.models import Gebruiker, Ronde

Tekst = Mapping[str, Any]


def write_brief(ronde: Ronde, wie: Gebruiker, verhaal: Verhaal) -> None:
    """Write the letter of a ronde and, when it was sent, what came of it."""
    kop, run = verhaal.kop.get("brief"), current_run(ronde)
    if kop is None or run is None:
        return
    teksten = {tekst["thema"]: tekst for tekst in kop["bevinding"]}
    advies = start_advies(
        ronde=ronde,
        wie=wie,
        themas=list(Thema.objects.filter(codeboek=run.codeboek, code__in=teksten)),
        geadresseerde=kop["geadresseerde"],
        betreft=kop["betreft"],
    )
    set_back(advies.momentopname, gemaakt_op=verhaal.kalender.moment(kop.get("datum", 0) - 14))
    _rewrite(advies, wie, kop, teksten)
    if kop.get("concept"):
        return
    _settle(advies, wie, verhaal)
    for punt, tekst in _pair_punten(advies, teksten):
        _follow_up(punt, wie, tekst, verhaal.kalender)


def _rewrite(advies: Adviesconcept, wie: Gebruiker, kop: Tekst, teksten: Mapping[str, Tekst]) -> None:
    """Put people's own words in the place of the drafted ones; the drafted figures stay."""
    bevindingen = list(advies.bevindingen.prefetch_related("themas"))
    punten = list(advies.adviespunten.prefetch_related("bevindingen"))
    eigen = kop["aanleiding"].strip()
    nieuw = {"aanleiding": advies.aanleiding.replace(advies.ronde.vraagstelling, eigen, 1)}
    if "slot" in kop:
        nieuw["slot"] = kop["slot"].strip()
    for bevinding in bevindingen:
        tekst = teksten[_code(bevinding)]
        nieuw |= _pick(prefix_bevinding(bevinding.pk), {"kop": tekst["kop"], "tekst": tekst.get("tekst", "")})
        if "citaat" in tekst:
            citaat = release(advies.ronde, wie, tekst["citaat"], blijvend=not kop.get("concept"))
            choose_citaat(bevinding=bevinding, wie=wie, citaat=citaat)
    for punt in punten:
        eerste = punt.bevindingen.first()
        if eerste is None:
            remove_onderdeel(onderdeel=punt, wie=wie)
        else:
            nieuw |= _pick(prefix_adviespunt(punt.pk), {"tekst": teksten[_code(eerste)]["advies"]})
    staat = read_velden(advies, bevindingen, punten)
    basis = {naam: hash_veld(staat[naam]) for naam in nieuw}
    save_teksten(advies=advies, wie=wie, velden=nieuw, basis=basis)


def _pick(prefix: str, velden: Mapping[str, str]) -> dict[str, str]:
    """Name the fields of one part as the form does; what is empty keeps its draft."""
    return {f"{prefix}-{naam}": tekst.strip() for naam, tekst in velden.items() if tekst.strip()}


def _code(bevinding: Bevinding) -> str:
    return bevinding.themas.all()[0].code


def _settle(advies: Adviesconcept, wie: Gebruiker, verhaal: Verhaal) -> None:
    kop, kalender = verhaal.kop["brief"], verhaal.kalender
    datum = kalender.dag(kop["datum"])
    save_teksten(
        advies=advies,
        wie=wie,
        velden={"datum": datum.isoformat()},
        basis={"datum": hash_veld("")},
    )
    vast = settle_advies(advies=advies, wie=wie)
    vast = send_advies(advies=vast, wie=wie, datum=datum, termijn=kalender.dag(kop["termijn"]))
    if "slug" in kop:
        vast = publish_advies(advies=vast, wie=wie, slug=kop["slug"])
        set_back(vast, gepubliceerd_op=kalender.moment(kop["termijn"]))
    moment = kalender.moment(kop["datum"])
    set_back(vast, gemaakt_op=moment - timedelta(days=14), vastgesteld_op=moment, gewijzigd_op=moment)


def _pair_punten(advies: Adviesconcept, teksten: Mapping[str, Tekst]) -> list[tuple[Adviespunt, Tekst]]:
    punten = advies.adviespunten.select_related("advies").order_by("volgorde")
    return [(punt, teksten[_code(punt.bevindingen.all()[0])]) for punt in punten]


def _follow_up(punt: Adviespunt, wie: Gebruiker, tekst: Tekst, kalender: Kalender) -> None:
    for antwoord in tekst.get("reactie", ()):
        reactie = record_reactie(
            adviespunt=punt,
            wie=wie,
            standpunt=antwoord["standpunt"],
            tekst=antwoord["tekst"],
            datum=kalender.dag(antwoord["dag"]),
            bron=antwoord["bron"],
        )
        set_back(reactie, gewijzigd_op=kalender.moment(antwoord["dag"]))
    for belofte in tekst.get("toezegging", ()):
        toezegging = add_toezegging(
            adviespunt=punt,
            wie=wie,
            tekst=belofte["tekst"],
            door=belofte["door"],
            termijn=kalender.dag(belofte["termijn"]),
        )
        update_toezegging(
            toezegging=toezegging,
            wie=wie,
            status=belofte["status"],
            toelichting=belofte["toelichting"],
            stand_op=kalender.dag(belofte["stand"]),
        )
        set_back(toezegging, gewijzigd_op=kalender.moment(belofte["stand"]))
