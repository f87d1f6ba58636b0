"""The tables of a LimeSurvey survey (`.lss`): older files repeat each row per language, newer ones have `…_l10ns`."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from peilingen.domain.vorm.talen import choose_basis
from peilingen.refusals import OnleesbaarFormulier

MAX_BYTES = 10 * 1024 * 1024
MAX_RIJEN = 50_000

Veldrij = dict[str, str]
Woordenboek = dict[str, str]


@dataclass(frozen=True, slots=True)
class Keuzerij:
    """A code with its words by language: an answer, or a subquestion."""

    code: str
    woorden: Woordenboek
    relevantie: str = ""


@dataclass(slots=True)
class Vraagrij:
    """A question as LimeSurvey has it; words by language."""

    qid: str
    code: str
    soort: str
    velden: Veldrij
    tekst: Woordenboek = field(default_factory=dict)
    uitleg: Woordenboek = field(default_factory=dict)
    kenmerken: dict[str, str] = field(default_factory=dict)
    delen: list[Keuzerij] = field(default_factory=list)
    antwoorden: list[Keuzerij] = field(default_factory=list)
    schalen: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Groeprij:
    """A group of questions."""

    gid: str
    relevantie: str
    naam: Woordenboek
    uitleg: Woordenboek
    vragen: list[Vraagrij] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Enquete:
    """A survey: settings, words of the whole by language, groups in order."""

    sid: str
    basis: str
    talen: tuple[str, ...]
    teksten: Mapping[str, Veldrij]
    groepen: tuple[Groeprij, ...]
    tabellen: frozenset[str]


def read_enquete(data: bytes) -> Enquete:
    """Give the survey in a file; raises OnleesbaarFormulier."""
    wortel = _parse(data)
    if (wortel.findtext("LimeSurveyDocType") or "").strip() != "Survey":
        raise OnleesbaarFormulier(
            _("Dit is geen vragenlijst van LimeSurvey. Kies in LimeSurvey “Enquêtestructuur (.lss)”.")
        )
    tabellen = {deel.tag: _read_rijen(deel) for deel in wortel if deel.find("rows") is not None}
    kenmerken = (tabellen.get("surveys") or [{}])[0]
    teksten = {rij.get("surveyls_language", ""): rij for rij in tabellen.get("surveys_languagesettings", [])}
    talen = tuple(
        dict.fromkeys([deel.text or "" for deel in wortel.findall("languages/language")] or teksten)
    )
    groepen = _read_groepen(tabellen)
    if not groepen:
        raise OnleesbaarFormulier(_("In deze vragenlijst van LimeSurvey staan geen vragen."))
    return Enquete(
        sid=kenmerken.get("sid", ""),
        basis=choose_basis(talen, kenmerken.get("language", "")),
        talen=talen,
        teksten=teksten,
        groepen=groepen,
        tabellen=frozenset(naam for naam, rijen in tabellen.items() if rijen),
    )


def _parse(data: bytes) -> Element:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    if len(data) > MAX_BYTES:
        raise OnleesbaarFormulier(_("Dit bestand is te groot voor een vragenlijst."))
    try:
        wortel: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as fout:
        raise OnleesbaarFormulier(_("Dit .lss-bestand is niet te lezen: het is geen geldige XML.")) from fout
    return wortel


def _read_rijen(tabel: Element) -> list[Veldrij]:
    rijen = tabel.findall("rows/row")
    if len(rijen) > MAX_RIJEN:
        raise OnleesbaarFormulier(_("Dit bestand is te groot voor een vragenlijst."))
    return [{veld.tag: (veld.text or "").strip() for veld in rij} for rij in rijen]


def _order(veld: str) -> "_Volgorde":
    return _Volgorde(veld)


@dataclass(frozen=True, slots=True)
class _Volgorde:
    """Sorts rows by a number in a field; one without goes last."""

    veld: str

    def __call__(self, rij: Veldrij) -> int:
        getal = rij.get(self.veld, "")
        return int(getal[:9]) if getal.isascii() and getal.isdecimal() else 10**9


def _read_groepen(tabellen: Mapping[str, list[Veldrij]]) -> tuple[Groeprij, ...]:
    namen = _by_taal(tabellen, "groups", "gid", "group_name")
    uitleg = _by_taal(tabellen, "groups", "gid", "description")
    groepen: dict[str, Groeprij] = {}
    for rij in sorted(tabellen.get("groups", []), key=_order("group_order")):
        gid = rij.get("gid", "")
        groepen.setdefault(gid, Groeprij(gid, rij.get("grelevance", ""), namen[gid], uitleg[gid]))
    for gid, vraag in _read_vragen(tabellen):
        groepen.setdefault(gid, Groeprij(gid, "", {}, {})).vragen.append(vraag)
    return tuple(groep for groep in groepen.values() if groep.vragen)


def _read_vragen(tabellen: Mapping[str, list[Veldrij]]) -> list[tuple[str, Vraagrij]]:
    teksten = _by_taal(tabellen, "questions", "qid", "question")
    uitleg = _by_taal(tabellen, "questions", "qid", "help")
    vragen: dict[str, tuple[str, Vraagrij]] = {}
    for rij in sorted(tabellen.get("questions", []), key=_order("question_order")):
        qid = rij.get("qid", "")
        if rij.get("parent_qid", "0") in ("0", "") and qid not in vragen:
            vraag = Vraagrij(qid, rij.get("title", ""), rij.get("type", ""), rij, teksten[qid], uitleg[qid])
            vragen[qid] = (rij.get("gid", ""), vraag)
    for rij in tabellen.get("question_attributes", []):
        if rij.get("qid") in vragen and rij.get("value"):
            vragen[rij["qid"]][1].kenmerken[rij.get("attribute", "")] = rij["value"]
    _read_delen(tabellen, {qid: vraag for qid, (_gid, vraag) in vragen.items()})
    _read_antwoorden(tabellen, {qid: vraag for qid, (_gid, vraag) in vragen.items()})
    return list(vragen.values())


def _read_delen(tabellen: Mapping[str, list[Veldrij]], vragen: Mapping[str, Vraagrij]) -> None:
    teksten = _by_taal(tabellen, "subquestions", "qid", "question")
    gezien: set[str] = set()
    for rij in sorted(tabellen.get("subquestions", []), key=_order("question_order")):
        vraag, qid = vragen.get(rij.get("parent_qid", "")), rij.get("qid", "")
        if vraag is None or qid in gezien:
            continue
        gezien.add(qid)
        vraag.schalen.add(rij.get("scale_id", "0"))
        if rij.get("scale_id", "0") in ("0", ""):
            vraag.delen.append(Keuzerij(rij.get("title", ""), teksten[qid], rij.get("relevance", "")))


def _read_antwoorden(tabellen: Mapping[str, list[Veldrij]], vragen: Mapping[str, Vraagrij]) -> None:
    rijen = tabellen.get("answers", [])
    nieuw = _by_taal(tabellen, "answers", "aid", "answer")
    oud: dict[tuple[str, str, str], Woordenboek] = defaultdict(dict)
    for rij in rijen:
        if "answer" in rij:
            plek = (rij.get("qid", ""), rij.get("scale_id", "0"), rij.get("code", ""))
            oud[plek][rij.get("language", "")] = rij["answer"]
    gezien: set[tuple[str, str, str]] = set()
    for rij in sorted(rijen, key=_order("sortorder")):
        plek = (rij.get("qid", ""), rij.get("scale_id", "0"), rij.get("code", ""))
        vraag = vragen.get(plek[0])
        if vraag is None or plek in gezien:
            continue
        gezien.add(plek)
        vraag.schalen.add(plek[1])
        if plek[1] in ("0", ""):
            vraag.antwoorden.append(Keuzerij(plek[2], oud.get(plek) or nieuw[rij.get("aid", "")]))


_L10N = {
    "groups": "group_l10ns",
    "questions": "question_l10ns",
    "subquestions": "question_l10ns",
    "answers": "answer_l10ns",
}


def _by_taal(
    tabellen: Mapping[str, list[Veldrij]], tabel: str, sleutel: str, veld: str
) -> defaultdict[str, Woordenboek]:
    """Give the words of a field by key and language, from either place."""
    uit: defaultdict[str, Woordenboek] = defaultdict(dict)
    for rij in (*tabellen.get(tabel, []), *tabellen.get(_L10N[tabel], [])):
        if rij.get(veld) and rij.get(sleutel):
            uit[rij[sleutel]][rij.get("language", "")] = rij[veld]
    return uit
