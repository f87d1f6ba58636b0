"""Fine-tune the upper layers on coded statements: themes and soort at once, with and without the question.

Each statement is read alone or after its question, by turns; either way only the statement's own pieces are
averaged, so that a question can colour the words of an answer but never stand in for them.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from codering.nlp.e5bestand import BREEDTE, LAGEN, Modelbestand
from codering.nlp.woordstukken import Woordstukkensnijder
from scripts.encoder.net import Invoerlaag, build_lagen, pad, run_lagen

LENGTE = 16.0
"""Vectors are kept at length one; the head works at this length, where its learning rate is right."""


@dataclass(frozen=True, slots=True)
class Instelling:
    """How to train."""

    onder: int = 6
    """This many lower layers stay as they are."""
    ronden: int = 5
    leersnelheid: float = 2e-4
    bak: int = 32
    uitval: float = 0.1
    soortgewicht: float = 0.06
    met_vraag: float = 0.5
    """How often a statement with a question is read after it."""
    verval: float = 0.01
    seed: int = 0
    half: bool = True
    """Count in bfloat16 where that is possible: half the time."""


@dataclass(frozen=True, slots=True)
class Rij:
    """One example; `soort` is -1 where nobody gave one."""

    tekst: str
    vraag: str
    doel: tuple[float, ...]
    soort: int = -1
    gewicht: float = 1.0


class Kop(nn.Module):
    """From the mean vector to themes and soort."""

    def __init__(self, themas: int, soorten: int) -> None:
        super().__init__()
        self.thema = nn.Linear(BREEDTE, themas)
        self.soort = nn.Linear(BREEDTE, soorten)


class Lezer:
    """Texts to what enters the layers that are trained; remembered, since it never changes."""

    def __init__(self, bron: Modelbestand, onder: int) -> None:
        self._snijder = Woordstukkensnijder(bron.stukken())
        self._invoer = Invoerlaag(bron)
        self._onder = build_lagen(bron, range(onder)).eval()
        self._bekend: dict[tuple[str, str], tuple[torch.Tensor, int]] = {}

    def read(self, paren: Sequence[tuple[str, str]]) -> list[tuple[torch.Tensor, int]]:
        """Per (question, text) its states in half precision, and where the text begins."""
        nieuw = [p for p in dict.fromkeys(paren) if p not in self._bekend]
        nieuw.sort(key=lambda p: len(p[0]) + len(p[1]))
        for begin in range(0, len(nieuw), 32):
            self._read_some(nieuw[begin : begin + 32])
        return [self._bekend[p] for p in paren]

    @torch.no_grad()
    def _read_some(self, paren: Sequence[tuple[str, str]]) -> None:
        stukken = [self._snijder.split(v, t) if v else self._snijder.split(t) for v, t in paren]
        # Where the text begins: after the question and two end marks.
        begin = [min(len(self._snijder.split(v)) + 1, 400) if v else 0 for v, _ in paren]
        x, gevuld = pad([self._invoer(s) for s in stukken])
        with torch.autocast("cpu", torch.bfloat16):
            x = run_lagen(self._onder, x, gevuld)
        for nummer, paar in enumerate(paren):
            self._bekend[paar] = (x[nummer, : len(stukken[nummer])].half().clone(), begin[nummer])


def batch(gelezen: Sequence[tuple[torch.Tensor, int]]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """States (texts, longest, 384), which are filled, and which belong to the text itself."""
    x, gevuld = pad([staat.float() for staat, _ in gelezen])
    begin = torch.tensor([plek for _, plek in gelezen])
    return x, gevuld, gevuld & (torch.arange(x.shape[1])[None, :] >= begin[:, None])


def pool_tekst(x: torch.Tensor, eigen: torch.Tensor) -> torch.Tensor:
    """The direction of the mean over the text's own pieces, at a fixed length."""
    gewicht = eigen[:, :, None].float()
    return functional.normalize((x * gewicht).sum(1), dim=-1) * LENGTE


def train(
    rijen: Sequence[Rij],
    bron: Modelbestand,
    lezer: Lezer,
    instelling: Instelling,
    zeg: Callable[[str], None] = print,
) -> tuple[Any, Kop]:
    """The tuned upper layers and their head."""
    torch.manual_seed(instelling.seed)
    lagen = build_lagen(bron, range(instelling.onder, LAGEN)).train()
    kop = Kop(len(rijen[0].doel), 5)
    stof = (
        torch.tensor([r.doel for r in rijen]),
        torch.tensor([r.soort for r in rijen]),
        torch.tensor([r.gewicht for r in rijen]),
    )
    with torch.no_grad():
        kop.thema.bias.copy_(torch.logit(stof[0].mean(0).clamp(0.01, 0.99)))
    leider, rooster = _build_leider(lagen, kop, len(rijen), instelling)
    kans = torch.Generator().manual_seed(instelling.seed)
    for ronde in range(instelling.ronden):
        som = 0.0
        for deel, paren in _draw_bakken(rijen, kans, instelling):
            vector = _forward(lagen, lezer.read(paren), instelling)
            verlies = _loss(kop, vector, stof[0][deel], stof[1][deel], stof[2][deel], instelling)
            leider.zero_grad()
            verlies.backward()
            nn.utils.clip_grad_norm_([*lagen.parameters(), *kop.parameters()], 1.0)
            leider.step()
            rooster.step()
            som += float(verlies.detach()) * len(deel)
        zeg(f"ronde {ronde + 1}/{instelling.ronden}: verlies {som / len(rijen):.4f}")
    return lagen.eval(), kop.eval()


def _build_leider(lagen: Any, kop: Kop, aantal: int, instelling: Instelling) -> tuple[Any, Any]:
    """AdamW with a faster head, and a rate that rises for a sixteenth of the steps and falls for the rest."""
    delen = [
        {"params": list(lagen.parameters()), "lr": instelling.leersnelheid},
        {"params": list(kop.parameters()), "lr": instelling.leersnelheid * 10},
    ]
    leider = torch.optim.AdamW(delen, weight_decay=instelling.verval)
    stappen = math.ceil(aantal / instelling.bak) * instelling.ronden
    rooster = torch.optim.lr_scheduler.LambdaLR(
        leider, lambda s: min((s + 1) / (0.06 * stappen), max(0.0, (stappen - s) / (0.94 * stappen)))
    )
    return leider, rooster


def _draw_bakken(
    rijen: Sequence[Rij], kans: torch.Generator, instelling: Instelling
) -> Iterator[tuple[torch.Tensor, list[tuple[str, str]]]]:
    """The batches of one round: positions, and (question or "", text) pairs."""
    volgorde = torch.randperm(len(rijen), generator=kans)
    met = torch.rand(len(rijen), generator=kans) < instelling.met_vraag
    for deel in _buckets(rijen, volgorde, met, instelling.bak):
        yield deel, [(rijen[n].vraag if met[n] else "", rijen[n].tekst) for n in deel.tolist()]


def _forward(lagen: Any, gelezen: Sequence[tuple[torch.Tensor, int]], instelling: Instelling) -> torch.Tensor:
    """Vectors of a batch."""
    x, gevuld, eigen = batch(gelezen)
    with torch.autocast("cpu", torch.bfloat16, enabled=instelling.half):
        x = run_lagen(lagen, x, gevuld, instelling.uitval if lagen.training else 0.0)
    return pool_tekst(x.float(), eigen)


def _loss(
    kop: Kop,
    vector: torch.Tensor,
    doel: torch.Tensor,
    soort: torch.Tensor,
    gewicht: torch.Tensor,
    instelling: Instelling,
) -> torch.Tensor:
    """Cross entropy of themes, and of soort where it is known with a small weight."""
    fout = functional.binary_cross_entropy_with_logits(kop.thema(vector), doel, reduction="none")
    verlies = (fout.mean(1) * gewicht).mean()
    if (bekend := soort >= 0).any():
        erbij = functional.cross_entropy(kop.soort(vector[bekend]), soort[bekend])
        verlies = verlies + instelling.soortgewicht * erbij
    return verlies


def _buckets(rijen: Sequence[Rij], volgorde: torch.Tensor, met: torch.Tensor, bak: int) -> list[torch.Tensor]:
    """Batches of texts of about the same length, in mixed order: less to fill up."""
    lengte = [len(rij.tekst) + (len(rij.vraag) if met[n] else 0) for n, rij in enumerate(rijen)]
    uit: list[torch.Tensor] = []
    for groot in volgorde.split(bak * 16):
        op_lengte = groot[torch.tensor([lengte[n] for n in groot.tolist()]).argsort()]
        bakken = list(op_lengte.split(bak))
        # A fixed shuffle: short and long must not take turns in the same way every time.
        uit += [bakken[n] for n in sorted(range(len(bakken)), key=lambda n: n * 7919 % 104_729)]
    return uit


@torch.no_grad()
def predict(lagen: Any, kop: Kop, lezer: Lezer, paren: Sequence[tuple[str, str]]) -> tuple[Any, Any, Any]:
    """Vectors, theme log-odds and soort log-odds of (question, text) pairs."""
    stukken = [paren[begin : begin + 64] for begin in range(0, len(paren), 64)]
    vector = torch.cat([_forward(lagen, lezer.read(stuk), Instelling()) for stuk in stukken])
    return vector.numpy(), kop.thema(vector).numpy(), kop.soort(vector).numpy()
