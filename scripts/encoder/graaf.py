"""Write the transformer as an ONNX graph for onnxruntime: eight-bit weights, one text at a time.

One text at a time, because eight-bit activations are scaled by the largest number in sight: in a batch that would
make a text's vector depend on its neighbours.
"""

from typing import Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper

from codering.nlp.e5bestand import BREEDTE, HOOFDEN

_MS = "com.microsoft"


class Graaf:
    """Collects nodes and weights."""

    def __init__(self) -> None:
        self.knopen: list[Any] = []
        self.gewichten: list[Any] = []

    def node(self, soort: str, erin: list[str], naam: str, domein: str = "", **meer: Any) -> str:
        """Add a node with one result, and give that result's name."""
        self.knopen.append(helper.make_node(soort, erin, [naam], name=naam, domain=domein, **meer))
        return naam

    def weight(self, naam: str, waarde: Any) -> str:
        """Add a constant."""
        self.gewichten.append(numpy_helper.from_array(waarde, naam))
        return naam

    def linear(self, x: str, naam: str, w: Any, b: Any) -> str:
        """X · wᵀ + b with `w` (out, in) in eight bits, a scale per output."""
        heel, schaal = to_int8(w)
        delen = [
            x,
            self.weight(naam + ".w", np.ascontiguousarray(heel.T)),
            self.weight(naam + ".s", schaal),
            "",
            self.weight(naam + ".b", b),
        ]
        return self.node("DynamicQuantizeMatMul", delen, naam, _MS)

    def layer(self, x: str, naam: str, laag: dict[str, Any]) -> str:
        """One layer of the transformer."""
        qkv = self.linear(x, naam + ".qkv", laag["qkv.weight"], laag["qkv.bias"])
        q, k, v = (f"{naam}.{deel}" for deel in "qkv")
        self.knopen.append(helper.make_node("Split", [qkv], [q, k, v], axis=2, num_outputs=3))
        aandacht = self.node("MultiHeadAttention", [q, k, v], naam + ".a", _MS, num_heads=HOOFDEN)
        erbij = self.linear(aandacht, naam + ".uit", laag["uit.weight"], laag["uit.bias"])
        x = self._norm(x, erbij, naam + ".n1", laag["norm1.weight"], laag["norm1.bias"])
        midden = self.linear(x, naam + ".heen", laag["heen.weight"], laag["heen.bias"])
        midden = self.node("Gelu", [midden], naam + ".g", _MS)
        terug = self.linear(midden, naam + ".terug", laag["terug.weight"], laag["terug.bias"])
        return self._norm(x, terug, naam + ".n2", laag["norm2.weight"], laag["norm2.bias"])

    def _norm(self, x: str, y: str, naam: str, w: Any, b: Any) -> str:
        delen = [x, y, self.weight(naam + ".w", w), self.weight(naam + ".b", b)]
        return self.node("SkipLayerNormalization", delen, naam, _MS, epsilon=1e-12)

    def mean(self, x: str, naam: str) -> str:
        """The mean over the pieces from `begin` on."""
        grens = self.weight(naam + ".eind", np.array([2**31 - 1]))
        stuk = self.node(
            "Slice", [x, "begin", grens, self.weight(naam + ".een", np.array([1]))], naam + ".stuk"
        )
        return self.node("ReduceMean", [stuk, self.weight(naam + ".as", np.array([1]))], naam, keepdims=0)

    def build(self, uitkomsten: list[str]) -> Any:
        """The whole, from `x` (1, pieces, 384) and where the text begins, to the named results (1, 384)."""
        erin = [
            helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, "n", BREEDTE]),
            helper.make_tensor_value_info("begin", TensorProto.INT64, [1]),
        ]
        uit = [helper.make_tensor_value_info(u, TensorProto.FLOAT, [1, BREEDTE]) for u in uitkomsten]
        graaf = helper.make_graph(self.knopen, "uitspraken", erin, uit, self.gewichten)
        return helper.make_model(
            graaf,
            opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid(_MS, 1)],
            ir_version=9,
            producer_name="grondvlak",
        )


def to_int8(w: Any) -> tuple[Any, Any]:
    """Weights (out, in) to seven bits with sign, and the scale of each output.

    Seven, not eight: processors without VNNI add two products in sixteen bits, which eight would overflow.
    """
    schaal = np.maximum(np.abs(w).max(axis=1), 1e-9).astype(np.float32) / 63
    return np.clip(np.round(w / schaal[:, None]), -64, 63).astype(np.int8), schaal


def layer_values(laag: Any) -> dict[str, Any]:
    """The weights of a torch layer as arrays."""
    return {naam: waarde.detach().numpy().astype(np.float32) for naam, waarde in laag.named_parameters()}
