"""Any text in any block gives a valid PDF and a Word file that opens."""

from io import BytesIO

import docx
import page
from hypothesis import given, settings
from hypothesis import strategies as st

from basis.druk.document import (
    Adresblok,
    Alinea,
    Citaat,
    Document,
    Gegevenstabel,
    Kop,
    Lijst,
    Patroon,
    Staaf,
    Staafdiagram,
    Witruimte,
)
from basis.druk.docx import render_docx
from basis.druk.ontbrekend import find_ontbrekende_tekens
from basis.druk.pdf import render_pdf

TEKST = st.one_of(
    st.text(st.characters(codec=None, exclude_categories=()), max_size=80),
    st.text(st.sampled_from("abc ÄİğŁґїё مرحبا لا (12)\n\u200f😊�"), max_size=300),
)
PUNTEN = st.lists(TEKST, max_size=4).map(tuple)
STAAF = st.builds(
    Staaf, TEKST, st.one_of(st.none(), st.floats(0, 1e6)), TEKST, patroon=st.sampled_from(Patroon)
)
BLOK = st.one_of(
    st.builds(Kop, st.integers(1, 3), TEKST),
    st.builds(Alinea, TEKST, st.booleans()),
    st.builds(Lijst, PUNTEN, st.booleans(), st.integers(0, 99)),
    st.builds(Citaat, TEKST, TEKST),
    st.builds(Adresblok, PUNTEN),
    st.builds(Witruimte, st.floats(0, 300)),
    st.builds(
        Gegevenstabel,
        st.tuples(TEKST, TEKST),
        st.lists(st.tuples(TEKST, TEKST), max_size=4).map(tuple),
        TEKST,
    ),
    st.builds(Staafdiagram, TEKST, TEKST, st.lists(STAAF, max_size=4).map(tuple)),
)
DOCUMENT = st.builds(
    Document,
    TEKST,
    st.lists(BLOK, max_size=6).map(tuple),
    st.sampled_from(["nl", "ar", "uk"]),
    TEKST,
    TEKST,
    TEKST,
)


@settings(max_examples=500, deadline=None)
@given(DOCUMENT)
def test_elk_document_is_te_drukken(document):
    verslag = page.validate_pdf_bytes(render_pdf(document))
    assert [(fout.rule_id, fout.message) for fout in verslag.failures] == []
    assert docx.Document(BytesIO(render_docx(document))).sections
    assert find_ontbrekende_tekens(document) == tuple(sorted(find_ontbrekende_tekens(document)))
