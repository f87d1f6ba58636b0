"""The words of residents' pages in other languages: what must be translated, and the catalogues that Django reads.

    python -m scripts.vertalingen               bring the .po files in line with the pages, and build the .mo files
    python -m scripts.vertalingen --controle    only say what is missing or out of date (exit status 1)

A page that residents can read in more languages is in PAGINAS or in a folder of MAPPEN; what it extends and includes
comes along. Words in Python are those of CODE, where needed by class. The questions themselves are never translated
here. Beside the .mo files stands SHA256SUMS, over .po and .mo; a test says when they no longer belong together.
"""

from __future__ import annotations

import ast
import gettext
import hashlib
import os
import re
import struct
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PROJECTMAP = Path(__file__).resolve().parents[1]
LOCALE = PROJECTMAP / "config" / "locale"
SOMMEN = LOCALE / "SHA256SUMS"
PAGINAS = (
    "advies/terugkoppeling.html",
    "advies/terugkoppeling_weg.html",
    "bewoner/404.html",
    "bewoner_weigering.html",
    "bijeenkomsten/kaart/bedankt.html",
    "bijeenkomsten/kaart/bon.html",
    "bijeenkomsten/kaart/gelezen.html",
    "bijeenkomsten/kaart/insturen.html",
    "bijeenkomsten/kaart/weg.html",
    "bijeenkomsten/onbekend.html",
    "organisaties/voordeur.html",
    "peilingen/bewoner/start.html",
    "peilingen/bewoner/alles.html",
    "peilingen/bewoner/vraag.html",
    "peilingen/bewoner/_open.html",
    "peilingen/bewoner/_matrix.html",
    "peilingen/bewoner/_zoeken.html",
    "peilingen/bewoner/_buurt.html",
    "peilingen/bewoner/controle.html",
    "peilingen/bewoner/verzonden.html",
    "peilingen/bewoner/gesloten.html",
    "peilingen/bewoner/onbekend.html",
    "peilingen/bewoner/bon.html",
    "peilingen/bewoner/bon_lezen.html",
    "peilingen/bewoner/bon_intrekken.html",
    "peilingen/bewoner/bon_weg.html",
)
# Folders of which residents see every template.
MAPPEN = ("bijeenkomsten/templates/bijeenkomsten/kaart", "peilingen/templates/peilingen/bewoner")
# Per file the classes, functions and constants whose words residents see; none named: all of the file.
CODE: dict[str, tuple[str, ...]] = {
    "advies/enums.py": ("Standpunt", "Toezeggingstatus", "Puntstand"),
    "bijeenkomsten/forms.py": ("Bonformulier", "Kaartformulier"),
    "bijeenkomsten/domain/invoer.py": ("clean_tekst",),
    "bijeenkomsten/refusals.py": (
        "AlGesloten",
        "Ingetrokken",
        "LegeTekst",
        "NietOpen",
        "OnjuisteInvoer",
        "TeLang",
    ),
    "organisaties/forms.py": ("Codeformulier",),
    "peilingen/bewonerformulieren/basis.py": (),
    "peilingen/bewonerformulieren/controle.py": (),
    "peilingen/bewonerformulieren/getallen.py": (),
    "peilingen/bewonerformulieren/keuzes.py": (),
    "peilingen/bewonerformulieren/plaatsen.py": (),
    "peilingen/bewonerformulieren/rijen.py": (),
    "peilingen/bewonerformulieren/woorden.py": (),
    "peilingen/domain/beschrijven.py": (),
    "peilingen/domain/bewoording.py": ("SCHAALWOORDEN", "EENSWOORDEN", "LEEFTIJDEN"),
    "peilingen/domain/papier.py": (),
    "peilingen/domain/papiervragen.py": (),
    "peilingen/domain/voorwaarden.py": ("describe_voorwaarde", "_describe_regel"),
    "peilingen/refusals.py": (
        "AlleenGenodigden",
        "LinkGebruikt",
        "OnjuistAntwoord",
        "TeDruk",
        "ToestemmingOntbreekt",
        "VragenlijstGesloten",
    ),
    "peilingen/standwoorden.py": (),
    "peilingen/startformulier.py": (),
}
VERTAAL = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
KOP = "Project-Id-Version: Grondvlak\nLanguage: {taal}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
KOP += "Content-Transfer-Encoding: 8bit\nPlural-Forms: nplurals={vormen}; plural={regel};\n"
# How many forms a count has, and which; as CLDR says for whole numbers.
_SLAVISCH = "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
MEERVOUD: dict[str, tuple[int, str]] = {
    "ar": (6, "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)"),
    "en": (2, "(n != 1)"),
    "pl": (3, f"(n==1 ? 0 : {_SLAVISCH})"),
    "tr": (2, "(n != 1)"),
    "uk": (3, f"(n%10==1 && n%100!=11 ? 0 : {_SLAVISCH})"),
}

# A text and its plural ("" where there is none), and their translations.
Sleutel = tuple[str, str]
Catalogus = dict[Sleutel, list[str]]


@dataclass
class Gevonden:
    """The texts that residents' pages use, with where each stands."""

    plekken: dict[Sleutel, set[str]] = field(default_factory=dict)

    def add(self, plek: str, tekst: str, meervoud: str = "") -> None:
        """Note a text."""
        self.plekken.setdefault((tekst, meervoud), set()).add(plek)


def collect() -> Gevonden:
    """Give every text that residents' pages use; needs Django's settings."""
    gevonden, gezien = Gevonden(), set[str]()
    for pagina in (*PAGINAS, *_list_templates()):
        _read_template(pagina, gevonden, gezien)
    for naam, delen in CODE.items():
        boom = ast.parse((PROJECTMAP / naam).read_text(encoding="utf-8"))
        for knoop in _choose(boom, delen):
            _read_code(knoop, naam, gevonden)
    return gevonden


def _list_templates() -> Iterator[str]:
    for map_ in MAPPEN:
        wortel = map_.partition("templates/")[0] + "templates"
        for pad in sorted((PROJECTMAP / map_).rglob("*.html")):
            yield pad.relative_to(PROJECTMAP / wortel).as_posix()


def _read_template(naam: str, gevonden: Gevonden, gezien: set[str]) -> None:
    """Read a template and, once, each that it names."""
    from django.template.loader import get_template
    from django.template.loader_tags import ExtendsNode, IncludeNode
    from django.templatetags.i18n import BlockTranslateNode, TranslateNode

    if naam in gezien:
        return
    gezien.add(naam)
    sjabloon: Any = get_template(naam)
    for knoop in sjabloon.template.nodelist.get_nodes_by_type((TranslateNode, BlockTranslateNode)):
        if isinstance(knoop, TranslateNode):
            gevonden.add(naam, str(knoop.filter_expression.var.literal))
        else:
            enkel, meer = (_join(knoop, delen) for delen in (knoop.singular, knoop.plural or []))
            gevonden.add(naam, enkel, meer)
    for knoop in sjabloon.template.nodelist.get_nodes_by_type((ExtendsNode, IncludeNode)):
        genoemd: Any = knoop.parent_name if isinstance(knoop, ExtendsNode) else knoop.template
        if isinstance(genoemd.var, str):
            _read_template(genoemd.var, gevonden, gezien)


def _join(knoop: Any, delen: list[Any]) -> str:
    from django.utils.translation import trim_whitespace

    tekst: str = knoop.render_token_list(delen)[0]
    return trim_whitespace(tekst) if knoop.trimmed else tekst


def _choose(boom: ast.Module, namen: tuple[str, ...]) -> Iterator[ast.AST]:
    if not namen:
        yield boom
    for knoop in boom.body:
        gezet = knoop.targets if isinstance(knoop, ast.Assign) else ()
        namen_hier = {doel.id for doel in gezet if isinstance(doel, ast.Name)}
        if isinstance(knoop, ast.ClassDef | ast.FunctionDef):
            namen_hier = {knoop.name}
        if namen_hier & set(namen):
            yield knoop


def _read_code(boom: ast.AST, naam: str, gevonden: Gevonden) -> None:
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name) and knoop.func.id in VERTAAL:
            teksten = [deel.value for deel in knoop.args if isinstance(deel, ast.Constant)]
            gevonden.add(naam, *[tekst for tekst in teksten if isinstance(tekst, str)])


def list_talen() -> list[str]:
    """Name the languages that have a catalogue."""
    return sorted(pad.parents[1].name for pad in LOCALE.glob("*/LC_MESSAGES/django.po"))


def find_po(taal: str) -> Path:
    """Give the place of a language's catalogue."""
    return LOCALE / taal / "LC_MESSAGES" / "django.po"


def read_po(tekst: str) -> Catalogus:
    """Read a catalogue; the first entry, with an empty text, is its head."""
    catalogus: Catalogus = {}
    for blok in re.split(r"\n\s*\n", tekst):
        delen: dict[str, str] = {}
        huidig = ""
        for regel in blok.splitlines():
            if treffer := re.match(r'(msgid|msgid_plural|msgstr(?:\[\d\])?) (".*")$', regel):
                huidig = treffer[1]
                delen[huidig] = ast.literal_eval(treffer[2])
            elif regel.startswith('"'):
                delen[huidig] += ast.literal_eval(regel)
        if delen:
            vormen = [waarde for naam, waarde in delen.items() if naam.startswith("msgstr")]
            catalogus[delen["msgid"], delen.get("msgid_plural", "")] = vormen
    return catalogus


def render_po(taal: str, catalogus: Catalogus, gevonden: Gevonden) -> str:
    """Write a catalogue: the texts in use in alphabetical order, each with where it stands."""
    vormen, regel = MEERVOUD[taal]
    kop = KOP.format(taal=taal, vormen=vormen, regel=regel)
    blokken = ['msgid ""\nmsgstr ""\n' + "\n".join(_quote(deel) for deel in kop.splitlines(keepends=True))]
    for sleutel, plekken in sorted(gevonden.plekken.items()):
        enkel, meer = sleutel
        vertaald = catalogus.get(sleutel) or [""] * (vormen if meer else 1)
        regels = [f"#: {' '.join(sorted(plekken))}", f"msgid {_quote(enkel)}"]
        if meer:
            regels.append(f"msgid_plural {_quote(meer)}")
            regels += [f"msgstr[{nummer}] {_quote(tekst)}" for nummer, tekst in enumerate(vertaald)]
        else:
            regels.append(f"msgstr {_quote(vertaald[0])}")
        blokken.append("\n".join(regels))
    return "\n\n".join(blokken) + "\n"


def _quote(tekst: str) -> str:
    schoon = tekst.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{schoon}"'


def build_mo(catalogus: Catalogus) -> bytes:
    """Give a catalogue as gettext reads it: sorted, without a hash table, the same bytes each time."""
    paren = sorted(
        (f"{enkel}\0{meer}".removesuffix("\0").encode(), "\0".join(vormen).encode())
        for (enkel, meer), vormen in catalogus.items()
        if all(vormen)
    )
    begin, aantal = 28, len(paren)
    plek, tabel, romp = begin + 16 * aantal, b"", b""
    for kolom in (0, 1):
        for paar in paren:
            tabel += struct.pack("<II", len(paar[kolom]), plek + len(romp))
            romp += paar[kolom] + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, aantal, begin, begin + 8 * aantal, 0, plek) + tabel + romp


def list_bestanden() -> list[Path]:
    """Give every .po and .mo."""
    return sorted(pad for pad in LOCALE.rglob("django.*") if pad.suffix in {".po", ".mo"})


def render_sommen(paden: Iterable[Path]) -> str:
    """Give the hashes as `sha256sum` writes them."""
    return "".join(
        f"{hashlib.sha256(pad.read_bytes()).hexdigest()}  {pad.relative_to(LOCALE).as_posix()}\n"
        for pad in paden
    )


def find_bezwaren() -> list[str]:
    """Say what is missing or out of date, one line each."""
    gevonden, bezwaren = collect(), []
    for taal in list_talen():
        catalogus = read_po(find_po(taal).read_text(encoding="utf-8"))
        for sleutel in sorted(gevonden.plekken):
            vormen = catalogus.get(sleutel, [])
            if not vormen or not all(vormen):
                bezwaren.append(f"{taal}: niet vertaald: {sleutel[0]!r}")
            elif len(vormen) != (MEERVOUD[taal][0] if sleutel[1] else 1):
                bezwaren.append(f"{taal}: ander aantal vormen: {sleutel[0]!r}")
            elif not fits(taal, sleutel, vormen):
                bezwaren.append(f"{taal}: andere invulwoorden: {sleutel[0]!r}")
        if find_po(taal).with_suffix(".mo").read_bytes() != build_mo(catalogus):
            bezwaren.append(f"{taal}: django.mo hoort niet bij django.po")
    if not SOMMEN.is_file() or SOMMEN.read_text(encoding="ascii") != render_sommen(list_bestanden()):
        bezwaren.append("SHA256SUMS klopt niet")
    return bezwaren


def fits(taal: str, sleutel: Sleutel, vormen: list[str]) -> bool:
    """Tell whether each form has the blanks and marks of the Dutch text.

    Only a form that is for one number alone, such as the Arabic two, may say that number in words.
    """
    nodig = _names(sleutel[1] or sleutel[0])
    vrij = _forms_of_one(taal) if sleutel[1] else set()
    return all(
        _names(vorm) <= nodig if nummer in vrij else _names(vorm) == nodig
        for nummer, vorm in enumerate(vormen)
    )


def _forms_of_one(taal: str) -> set[int]:
    kies = gettext.c2py(MEERVOUD[taal][1])
    keren = Counter(kies(getal) for getal in range(1000))
    return {vorm for vorm, keer in keren.items() if keer == 1}


def _names(tekst: str) -> set[tuple[str, str]]:
    return set(re.findall(r"%\((\w+)\)s|<(\w+)", tekst))


def build() -> None:
    """Bring the .po files in line with the pages, and write .mo and hashes."""
    gevonden = collect()
    for taal in list_talen():
        po = find_po(taal)
        tekst = render_po(taal, read_po(po.read_text(encoding="utf-8")), gevonden)
        po.write_text(tekst, encoding="utf-8")
        po.with_suffix(".mo").write_bytes(build_mo(read_po(tekst)))
    SOMMEN.write_text(render_sommen(list_bestanden()), encoding="ascii")


def main(argumenten: list[str]) -> int:
    """Run from the command line."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    if argumenten != ["--controle"]:
        build()
    bezwaren = find_bezwaren()
    print("\n".join(bezwaren) or f"In orde: {', '.join(list_talen())}.")
    return 1 if bezwaren else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
