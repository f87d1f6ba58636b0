"""Which characters of a document cannot be printed."""

from __future__ import annotations

from basis.druk.bidi import shape
from basis.druk.document import Document, iter_teksten
from basis.druk.lettertypen import find_ontbrekend
from basis.druk.tekst import clean_tekst


def find_ontbrekende_tekens(document: Document) -> tuple[str, ...]:
    """The characters that the PDF shows as U+FFFD because no font has them, sorted.

    The text layer of the PDF, the SVG and the Word file keep the character itself.
    """
    ontbrekend: set[str] = set()
    for tekst in iter_teksten(document):
        ontbrekend |= find_ontbrekend(shape(clean_tekst(tekst)))
    return tuple(sorted(ontbrekend))
