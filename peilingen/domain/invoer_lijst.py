"""Bringing answers that were gathered elsewhere into a questionnaire of one's own: whole or not at all."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from organisaties.domain.audit import log_handeling
from organisaties.enums import Kanaal
from organisaties.models import Gebruiker
from peilingen.domain.antwoordkolommen import Deel, Kolom
from peilingen.domain.beschrijven import describe_waarde
from peilingen.domain.cellen import Namen, read_namen
from peilingen.domain.invoer import keep_bestand, open_tabel, read_bestand, release_bestand
from peilingen.domain.invoer_cellen import Celprobleem, Vraaglezer, build_lezers
from peilingen.domain.invoer_kolommen import check_doelen, list_doelen, match_kolommen, normalise, spell_tabel
from peilingen.domain.invulbestand import is_uitleg
from peilingen.domain.inzenden import list_vragen, submit_inzending
from peilingen.domain.koppeling import match_kanaal
from peilingen.domain.nummeren import number_vragen
from peilingen.domain.waarden import Antwoordwaarde, keep_gevraagd
from peilingen.enums import Herkomst, Invoerstatus, Vragenlijststatus
from peilingen.models import Invoerbestand, Vraag, Vragenlijst
from peilingen.refusals import AlIngelezen, NogNietGeopend, OnjuisteInvoer, UitBestand

if TYPE_CHECKING:
    from basis.tabel import Tabel

VOORBEELDRIJEN = 5
MEESTE_FOUTEN = 50
_JA = frozenset(["ja", "1", "x"])
_NEE = frozenset(["nee", "0"])


@dataclass(frozen=True, slots=True)
class Celfout:
    """What is wrong with one cell; row and column as a person counts them."""

    rij: int
    kolom: int
    tekst: str

    def __str__(self) -> str:
        return _("Rij %(rij)s, kolom %(kolom)s: %(tekst)s") % {
            "rij": self.rij,
            "kolom": self.kolom,
            "tekst": self.tekst,
        }


@dataclass(frozen=True, slots=True)
class Invoerrij:
    """One person's answers as they will be kept."""

    rij: int
    antwoorden: Mapping[UUID, Antwoordwaarde]
    kanaal: Kanaal | None
    taal: str
    hulp: bool
    mag_citeren: bool | None


@dataclass(frozen=True, slots=True)
class Lezing:
    """What a file would bring: rows with answers, how many rows have none, and everything that is wrong.

    `buiten` counts answers to questions that are not asked after the other answers of their row.
    """

    rijen: tuple[Invoerrij, ...]
    leeg: int
    fouten: tuple[Celfout, ...]
    buiten: int = 0


@transaction.atomic
def upload_antwoorden(*, lijst: Vragenlijst, wie: Gebruiker, bestand: UploadedFile) -> Invoerbestand:
    """Keep a file until its columns are chosen.

    Raises OnleesbaarBestand, AlIngelezen (the same file was brought into this questionnaire), UitBestand and
    NogNietGeopend.
    """
    _check_open(lijst)
    inhoud = bestand.read()
    naam = (bestand.name or "bestand")[-200:]
    tabel = read_bestand(inhoud, naam)
    koppeling = match_kolommen(tabel, list_doelen(list_vragen(lijst)))
    return keep_bestand(
        ronde=lijst.ronde, wie=wie, naam=naam, inhoud=inhoud, tabel=tabel, koppeling=koppeling, naar=lijst
    )


def _check_open(lijst: Vragenlijst) -> None:
    if lijst.herkomst != Herkomst.EIGEN:
        raise UitBestand
    if lijst.status == Vragenlijststatus.CONCEPT:
        raise NogNietGeopend


def read_lezing(*, lijst: Vragenlijst, tabel: "Tabel", koppeling: Mapping[str, str]) -> Lezing:
    """Read every row of a table with these columns; raises OnjuisteKoppeling."""
    vragen = list_vragen(lijst)
    doelen = {doel.naam: doel for doel in list_doelen(vragen)}
    check_doelen(koppeling, list(doelen.values()))
    plaatsen = [
        (plek, doelen[koppeling[kolom]]) for plek, kolom in enumerate(tabel.kolommen) if koppeling.get(kolom)
    ]
    lezer = _Rijlezer(
        build_lezers(vragen, number_vragen(vragen.values()), read_namen(lijst.ronde.organisatie)), plaatsen
    )
    rijen, leeg = [], 0
    for nummer, cellen in zip(tabel.rijnummers, spell_tabel(tabel).rijen, strict=True):
        if is_uitleg(cellen):
            continue
        rij = lezer.read(nummer, cellen)
        if rij.antwoorden or lezer.had_fout(nummer):
            rijen.append(rij)
        else:
            leeg += 1
    buiten = sum(len(rij.antwoorden) - len(keep_gevraagd(vragen, rij.antwoorden)) for rij in rijen)
    return Lezing(tuple(rijen), leeg, tuple(lezer.fouten), buiten)


class _Rijlezer:
    """Reads rows, and gathers what is wrong with them."""

    def __init__(self, lezers: Mapping[UUID, Vraaglezer], plaatsen: Sequence[tuple[int, Kolom]]) -> None:
        self._lezers = lezers
        self._kolomnummers = {doel.naam: plek + 1 for plek, doel in plaatsen}
        self._rijdelen = {doel.naam: plek for plek, doel in plaatsen if doel.deel == Deel.RIJ}
        self._per_vraag: dict[UUID, list[tuple[int, Kolom]]] = {}
        for plek, doel in plaatsen:
            if doel.vraag:
                self._per_vraag.setdefault(doel.vraag, []).append((plek, doel))
        self.fouten: list[Celfout] = []

    def had_fout(self, rij: int) -> bool:
        """Tell whether the row that was read last has an error."""
        return bool(self.fouten) and self.fouten[-1].rij == rij

    def read(self, nummer: int, cellen: Sequence[str]) -> Invoerrij:
        """Read one row."""
        antwoorden: dict[UUID, Antwoordwaarde] = {}
        for pk, delen in self._per_vraag.items():
            try:
                waarde = self._lezers[pk].read([(doel, cellen[plek]) for plek, doel in delen])
            except Celprobleem as fout:
                self._report(nummer, fout.kolom.naam, str(fout))
            else:
                if waarde is not None:
                    antwoorden[pk] = waarde
        return Invoerrij(
            rij=nummer,
            antwoorden=antwoorden,
            kanaal=self._kanaal(nummer, cellen),
            taal=self._cel("taal", cellen)[:10] or "nl",
            hulp=self._ja_nee(nummer, "hulp", cellen) or False,
            mag_citeren=self._ja_nee(nummer, "mag_citeren", cellen),
        )

    def _report(self, rij: int, doel: str, tekst: str) -> None:
        self.fouten.append(Celfout(rij, self._kolomnummers[doel], tekst))

    def _cel(self, naam: str, cellen: Sequence[str]) -> str:
        """Give a cell of the whole row, "" where its column is not there or says that nothing was asked."""
        tekst = cellen[self._rijdelen[naam]].strip() if naam in self._rijdelen else ""
        return "" if tekst.startswith("(") and tekst.endswith(")") else tekst

    def _kanaal(self, nummer: int, cellen: Sequence[str]) -> Kanaal | None:
        tekst = self._cel("kanaal", cellen)
        kanaal = match_kanaal(tekst)
        if tekst and kanaal is None:
            melding = _("“%(tekst)s” is geen kanaal. Kies uit: %(kanalen)s.")
            namen = ", ".join(str(kanaal.label) for kanaal in Kanaal)
            self._report(nummer, "kanaal", melding % {"tekst": tekst[:60], "kanalen": namen})
        return kanaal

    def _ja_nee(self, nummer: int, naam: str, cellen: Sequence[str]) -> bool | None:
        tekst = normalise(self._cel(naam, cellen))
        if tekst in _JA or tekst in _NEE:
            return tekst in _JA
        if tekst:
            self._report(nummer, naam, _("“%(tekst)s” is geen ja of nee.") % {"tekst": tekst[:60]})
        return None


@transaction.atomic
def read_antwoorden_in(
    *, invoer: Invoerbestand, wie: Gebruiker, koppeling: Mapping[str, str], kanaal: Kanaal = Kanaal.PAPIER
) -> int:
    """Bring the answers of a file into its questionnaire, or nothing at all; gives how many people.

    Each row has a token made of the file and the row, so that no row can come in twice. Raises AlIngelezen,
    OnjuisteKoppeling, OnjuisteInvoer (with every error), UitBestand and NogNietGeopend.
    """
    met_lijst = Invoerbestand.objects.select_related("naar__ronde__organisatie")
    vast = met_lijst.select_for_update(of=("self",)).get(pk=invoer.pk)
    lijst = vast.naar
    if vast.status == Invoerstatus.INGELEZEN or lijst is None:
        raise AlIngelezen
    _check_open(lijst)
    lezing = read_lezing(lijst=lijst, tabel=open_tabel(vast), koppeling=koppeling)
    if lezing.fouten or not lezing.rijen:
        raise OnjuisteInvoer(fouten=[str(fout) for fout in lezing.fouten])
    vragen = list_vragen(lijst)
    for rij in lezing.rijen:
        _submit(lijst, vragen, vast.sha256, rij, kanaal)
    vast.status, vast.koppeling = Invoerstatus.INGELEZEN, dict(koppeling)
    vast.overgeslagen = lezing.leeg
    release_bestand(vast)
    log_handeling(
        organisatie=lijst.ronde.organisatie,
        wie=wie,
        handeling="antwoorden_ingelezen",
        op=lijst,
        omschrijving=f"{vast.bestandsnaam}: {len(lezing.rijen)}",
    )
    return len(lezing.rijen)


def _submit(
    lijst: Vragenlijst, vragen: Mapping[UUID, Vraag], sha256: str, rij: Invoerrij, kanaal: Kanaal
) -> None:
    """Keep one row. A questionnaire that is closed takes what was given before: the hour is that of closing."""
    submit_inzending(
        vragenlijst=lijst,
        token=make_rijtoken(sha256, rij.rij),
        nu=lijst.gesloten_op if lijst.status == Vragenlijststatus.GESLOTEN else None,
        uitloop=True,
        antwoorden=rij.antwoorden,
        mag_citeren=rij.mag_citeren,
        kanaal=rij.kanaal or kanaal,
        hulp=rij.hulp,
        taal=rij.taal,
        vragen=vragen,
    )


def make_rijtoken(sha256: str, rij: int) -> str:
    """Give the token of a row of a file: always the same, and of no use to who does not have the file."""
    return hashlib.sha256(f"invoer {sha256} {rij}".encode()).hexdigest()[:32]


def describe_rij(rij: Invoerrij, vragen: Mapping[UUID, Vraag], namen: Namen) -> list[tuple[int, str]]:
    """Give the answers of a row in words, each with the number of its question, in their order."""
    nummers = number_vragen(vragen.values())
    uit = []
    for pk, waarde in rij.antwoorden.items():
        naam = namen.gebieden.get(waarde.gebied, "") if waarde.gebied else ""
        naam = namen.plekken.get(waarde.plek, "") if waarde.plek else naam
        uit.append((nummers[pk], "; ".join(describe_waarde(vragen[pk], waarde, naam))))
    return sorted(uit)
