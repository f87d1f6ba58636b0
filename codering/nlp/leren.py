"""Fit what an organisation adds to the shipped model: its own themes, and its people's decisions."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from codering.nlp.bewaking import TE_WEINIG, Leerstand, Leerstatus
from codering.nlp.bijsturen import Bijsturing, fit_bijsturing
from codering.nlp.kern import Kern, Kerninstelling
from codering.nlp.leerstof import draw_achtergrond, is_besluit, key_of, split_codeboek, split_niet
from codering.nlp.opbouwen import GEWICHT_ACHTERGROND, Opbouw, Stof, fit_opbouw
from codering.nlp.types import Codeboek, Voorbeeld

if TYPE_CHECKING:
    from collections.abc import Callable

    from codering.nlp.protocols import Basis, Vectoren

    Embed = Callable[[Sequence[str], Sequence[str]], Vectoren]
    """Vectors of texts with their questions ("" where unknown)."""

ACHTERGROND = 300


@dataclass(frozen=True, slots=True)
class Rijen:
    """All that is learnt from, in this order: the codebook, what does not belong, uncoded statements, examples."""

    boek: tuple[Voorbeeld, ...]
    niet: tuple[Voorbeeld, ...]
    stil: tuple[Voorbeeld, ...]
    eigen: tuple[Voorbeeld, ...]

    @property
    def alle(self) -> tuple[Voorbeeld, ...]:
        """All rows."""
        return (*self.boek, *self.niet, *self.stil, *self.eigen)

    @property
    def besluit(self) -> Any:
        """Per example whether it is a decision."""
        import numpy as np

        return np.array([is_besluit(v) for v in self.eigen], dtype=bool)

    @property
    def groepen(self) -> list[object]:
        """Per example what it belongs with: what came in together, else the same text."""
        return [v.bron if v.bron and is_besluit(v) else key_of(v.tekst, "") for v in self.eigen]


@dataclass(frozen=True, slots=True)
class Geleerd:
    """What was learnt: coefficients (rows of `kern`, codes), and per code what becomes of raw scores.

    `oud` is a mask of codes that the shipped model knows: those are moved by `sturing`, the others made by `opbouw`.
    """

    oud: Any
    drempels: Any
    kern: Kern | None = None
    alfa: Any = None
    sturing: Bijsturing | None = None
    opbouw: Opbouw | None = None
    stand: Leerstand = field(default_factory=Leerstand)

    def add_to(self, logodds: Any, ruw: Any) -> None:
        """Move the log-odds of old themes, and fill in those of new ones."""
        import numpy as np

        if self.sturing is not None:
            kansen = 1.0 / (1.0 + np.exp(-logodds[:, self.oud]))
            grens = self.sturing.grens
            logodds[:, self.oud] += np.clip(ruw[:, self.oud] + kansen @ self.sturing.themas, -grens, grens)
        if self.opbouw is not None:
            logodds[:, ~self.oud] = self.opbouw.to_logodds(ruw[:, ~self.oud])


def learn(
    codeboek: Codeboek,
    eigen: Sequence[Voorbeeld],
    embed: "Embed",
    basis: "Basis | None",
    achtergrond: Sequence[str],
    instelling: Kerninstelling,
) -> Geleerd:
    """Fit; `eigen` holds each text with its question once."""
    import numpy as np

    per_code = dict(zip(basis.codes, basis.drempels, strict=True)) if basis else {}
    oud = np.array([code in per_code for code in codeboek.codes], dtype=bool)
    drempels = np.array([per_code.get(code, 1.0) for code in codeboek.codes])
    if oud.all() and not eigen:
        return Geleerd(oud, drempels)
    # The shipped model has learnt what its words mean; without it they have to be learnt here.
    boek = replace(codeboek, trefwoorden=()) if basis else codeboek
    rijen = _gather(boek, eigen, achtergrond if basis or len(eigen) < ACHTERGROND else (), bool(oud.all()))
    teksten = [v.tekst for v in rijen.alle]
    vectoren = embed(teksten, [v.vraag for v in rijen.alle])
    wereld = len(rijen.stil) + len(rijen.eigen) or len(teksten)
    if oud.all():
        # What the shipped model missed is not found by letters, and comparing them takes a third of the time.
        instelling = replace(instelling, letters=0.0)
    kern = Kern(teksten, vectoren, vectoren[-wereld:].astype(float).mean(axis=0), instelling)
    gelijk = kern.compare(kern.eigen, onder=True)
    doel = _to_doel(rijen.alle, codeboek.codes)
    begin = len(teksten) - len(rijen.eigen)
    alfa = np.zeros(doel.shape)
    opbouw = sturing = None
    if not oud.all():
        opbouw = _build(gelijk, doel[:, ~oud], rijen)
        alfa[:, ~oud] = opbouw.alfa
        drempels[~oud] = opbouw.drempels
    if eigen and oud.any() and basis:
        zonder = to_basis(basis, codeboek.codes, teksten[begin:], vectoren[begin:])[:, oud]
        sturing = _steer(gelijk[begin:, begin:], zonder, doel[begin:, oud], rijen, drempels[oud])
        alfa[begin:, oud] = sturing.alfa
    stand = _describe(codeboek.codes, oud, rijen, opbouw, sturing)
    return Geleerd(oud, drempels, kern, alfa, sturing, opbouw, stand)


def to_basis(basis: "Basis", codes: Sequence[str], teksten: Sequence[str], vectoren: "Vectoren") -> Any:
    """The shipped model's log-odds (texts, codes); 0 for a code that it does not know."""
    import numpy as np

    uit = np.zeros((len(teksten), len(codes)))
    plek = {code: nummer for nummer, code in enumerate(basis.codes)}
    hier = [nummer for nummer, code in enumerate(codes) if code in plek]
    uit[:, hier] = basis.logits(teksten, vectoren)[:, [plek[codes[nummer]] for nummer in hier]]
    return uit


def _gather(
    codeboek: Codeboek, eigen: Sequence[Voorbeeld], achtergrond: Sequence[str], alles_oud: bool
) -> Rijen:
    """Where all themes are known the codebook's words teach nothing; uncoded statements still tell what is common."""
    stil = tuple(
        Voorbeeld(t, (), gewicht=GEWICHT_ACHTERGROND) for t in draw_achtergrond(achtergrond, ACHTERGROND)
    )
    if alles_oud:
        return Rijen((), (), stil, tuple(eigen))
    gezien = {v.tekst for v in eigen}
    boek = tuple(v for v in split_codeboek(codeboek) if v.tekst not in gezien)
    return Rijen(boek, split_niet(codeboek), stil, tuple(eigen))


def _build(gelijk: Any, doel: Any, rijen: Rijen) -> Opbouw:
    import numpy as np

    gewicht = np.array([v.gewicht for v in rijen.alle])
    stof = Stof(doel, gewicht, len(rijen.niet), len(rijen.stil), rijen.besluit, rijen.groepen)
    return fit_opbouw(gelijk, stof)


def _steer(gelijk: Any, zonder: Any, doel: Any, rijen: Rijen, drempels: Any) -> Bijsturing:
    import numpy as np

    gewicht = np.array([v.gewicht for v in rijen.eigen])
    return fit_bijsturing(gelijk.copy(), zonder, doel, gewicht / gewicht.max(), rijen.groepen, drempels)


def _to_doel(rijen: Sequence[Voorbeeld], codes: Sequence[str]) -> Any:
    """1 where an example has a code, 0 where not, NaN where it says nothing (examples, codes)."""
    import numpy as np

    return np.array(
        [[np.nan if c in v.onbekend else float(c in v.codes) for c in codes] for v in rijen]
    ).reshape(len(rijen), len(codes))


def _describe(
    codes: Sequence[str], oud: Any, rijen: Rijen, opbouw: Opbouw | None, sturing: Bijsturing | None
) -> Leerstand:
    """How decisions were used, over old and new themes together."""
    import numpy as np

    aantal = int(rijen.besluit.sum())
    if not aantal:
        return Leerstand()
    slechter = np.zeros(len(codes), dtype=bool)
    status, winst = Leerstatus.MEEGENOMEN if aantal >= TE_WEINIG else Leerstatus.WEINIG, 0.0
    if opbouw is not None:
        slechter[~oud], winst = opbouw.slechter, opbouw.winst
        if opbouw.slechter.all():
            status = Leerstatus.SLECHTER
    if sturing is not None:
        slechter[oud], winst, status = sturing.slechter, winst + sturing.winst, sturing.status
    zonder = tuple(code for code, waar in zip(codes, slechter, strict=True) if waar)
    return Leerstand(aantal, status, zonder, round(winst, 6))
