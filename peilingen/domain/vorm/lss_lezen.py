"""Reading a survey of LimeSurvey: what both know comes along, the rest is reported by the code of the question."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peilingen.domain.vorm.lss_tabellen import Enquete, Groeprij, Vraagrij, Woordenboek, read_enquete
from peilingen.domain.vorm.lss_vragen import Vragenmaker
from peilingen.domain.vorm.opbouw import Deel, Opbouw
from peilingen.domain.vorm.passend import strip_opmaak
from peilingen.domain.vorm.talen import BASIS, find_taal
from peilingen.domain.vorm.typen import Overgezet

# Text that LimeSurvey fills in: {Q1.shown}, {TOKEN:FIRSTNAME}.
_INVULLING = re.compile(r"\{[A-Za-z_][^{}\n]*\}")
_TABELLEN = {
    "quota": gettext_lazy("quota"),
    "assessments": gettext_lazy("beoordelingen met punten"),
    "defaultvalues": gettext_lazy("antwoorden die vooraf zijn ingevuld"),
}
_TEKSTVELDEN = {
    "surveyls_endtext": gettext_lazy("de tekst aan het eind"),
    "surveyls_policy_notice": gettext_lazy("de privacyverklaring"),
}


def read_lss(data: bytes) -> Overgezet:
    """Give the questionnaire in a .lss file; raises OnleesbaarFormulier."""
    enquete = read_enquete(data)
    opbouw = Opbouw(html=True)
    maker = Vragenmaker(opbouw, enquete)
    _report_algemeen(opbouw, enquete)
    titels = maker.split({taal: rij.get("surveyls_title", "") for taal, rij in enquete.teksten.items()})
    opbouw.translate("titel", titels[1])
    _read_inleiding(opbouw, maker, enquete)
    for groep in enquete.groepen:
        _read_groep(opbouw, maker, groep)
    titel, _had = strip_opmaak(titels[0], html=True)
    return opbouw.finish(titel or _("Vragenlijst uit LimeSurvey"), tuple(maker.codes.values()))


def _report_algemeen(opbouw: Opbouw, enquete: Enquete) -> None:
    if find_taal(enquete.basis) != BASIS:
        tekst = _("Er is geen Nederlands bij. De teksten in “%(taal)s” staan nu op die plaats.")
        opbouw.meld("", tekst % {"taal": enquete.basis})
    for taal in enquete.talen:
        if taal != enquete.basis and find_taal(taal) in ("", BASIS):
            opbouw.meld("", _("De taal “%(taal)s” komt niet mee.") % {"taal": taal})
    for tabel, naam in _TABELLEN.items():
        if tabel in enquete.tabellen:
            opbouw.meld("", _("Dit komt niet mee: %(wat)s.") % {"wat": naam})
    for veld, naam in _TEKSTVELDEN.items():
        if any(rij.get(veld) for rij in enquete.teksten.values()):
            opbouw.meld("", _("Dit komt niet mee: %(wat)s.") % {"wat": naam})


def _read_inleiding(opbouw: Opbouw, maker: Vragenmaker, enquete: Enquete) -> None:
    """The description and the welcome text make the introduction."""

    def join(rij: dict[str, str]) -> str:
        delen = (rij.get("surveyls_description", ""), rij.get("surveyls_welcometext", ""))
        return "<p>".join(deel for deel in delen if deel)

    basis, vertaald = maker.split({taal: join(rij) for taal, rij in enquete.teksten.items()})
    opbouw.inleiding = basis
    _tekst, zag = strip_opmaak(basis, html=True)
    if zag:
        opbouw.meld(_("de inleiding"), _("een plaatje, link of tabel in de tekst komt niet mee."))
    opbouw.translate("inleiding", vertaald)


def _read_groep(opbouw: Opbouw, maker: Vragenmaker, groep: Groeprij) -> None:
    naam, naam_talen = maker.split(groep.naam)
    uitleg, uitleg_talen = maker.split(groep.uitleg)
    plaats = _("groep “%(naam)s”") % {"naam": strip_opmaak(naam, html=True)[0][:60]}
    deel = Deel(
        naam="",
        plaats=plaats,
        tekst=naam,
        uitleg=uitleg,
        vertaald={"tekst": naam_talen, "uitleg": uitleg_talen},
        voorwaarde=groep.relevantie,
    )
    opbouw.open_groep(deel)
    for vraag in groep.vragen:
        _report_invulling(opbouw, vraag)
        maker.read(vraag)
    opbouw.close_groep()


def _report_invulling(opbouw: Opbouw, vraag: Vraagrij) -> None:
    if _has_invulling([vraag.tekst, vraag.uitleg, *(deel.woorden for deel in vraag.delen)]):
        plaats = _("vraag %(code)s") % {"code": vraag.code}
        opbouw.meld(plaats, _("een antwoord dat in de tekst wordt ingevuld, komt niet mee."))


def _has_invulling(woordenboeken: Iterable[Woordenboek]) -> bool:
    return any(_INVULLING.search(tekst) for woorden in woordenboeken for tekst in woorden.values())
