"""Reading the structure of a tagged PDF back, for tests."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf


@dataclass
class Element:
    soort: str
    alt: str = ""
    taal: str = ""
    vervangend: str = ""
    kenmerken: dict[str, str | list[float]] = field(default_factory=dict)
    kinderen: list["Element"] = field(default_factory=list)
    inhoud: list[tuple[int, int]] = field(default_factory=list)

    def find(self, soort: str) -> Iterator["Element"]:
        for kind in self.kinderen:
            if kind.soort == soort:
                yield kind
            yield from kind.find(soort)


def read_boom(data: bytes) -> Element:
    with pikepdf.open(BytesIO(data)) as pdf:
        paginas = {pagina.obj.objgen: nummer for nummer, pagina in enumerate(pdf.pages)}
        return _read(pdf.Root.StructTreeRoot.K[0], paginas)


def _read(obj: pikepdf.Object, paginas: dict[tuple[int, int], int]) -> Element:
    alt, taal, vervangend = (str(obj.get(sleutel, "")) for sleutel in ("/Alt", "/Lang", "/ActualText"))
    element = Element(_naam(obj.S), alt, taal, vervangend, _read_kenmerken(obj))
    for kind in obj.K:
        if kind.get("/Type") == "/MCR":
            element.inhoud.append((paginas[kind.Pg.objgen], int(kind.MCID)))
        else:
            element.kinderen.append(_read(kind, paginas))
    return element


def _read_kenmerken(obj: pikepdf.Object) -> dict[str, str | list[float]]:
    paren = [paar for groep in obj.get("/A", []) for paar in groep.items() if paar[0] != "/O"]
    return {
        sleutel[1:]: [float(getal) for getal in waarde]
        if isinstance(waarde, pikepdf.Array)
        else _naam(waarde)
        for sleutel, waarde in paren
    }


def _naam(naam: pikepdf.Object) -> str:
    return str(naam).removeprefix("/")


def read_merken(data: bytes) -> list[list[str]]:
    """Per page what its marked content is, in drawing order: "/P", "/Artifact:/Header" …"""
    paginas = []
    with pikepdf.open(BytesIO(data)) as pdf:
        for pagina in pdf.pages:
            soorten = []
            for instructie in pikepdf.parse_content_stream(pagina):
                if str(instructie.operator) == "BDC":
                    naam, gegevens = instructie.operands
                    detail = gegevens.get("/Subtype", gegevens.get("/Type", ""))
                    soorten.append(f"{naam}:{detail}" if "/Artifact" in str(naam) else str(naam))
            paginas.append(soorten)
    return paginas


def extract_tekst(data: bytes) -> str:
    """All text in the order of the pages, with single spaces."""
    from pypdf import PdfReader

    tekst = " ".join(pagina.extract_text() for pagina in PdfReader(BytesIO(data)).pages)
    return re.sub(r"\s+", " ", tekst)
