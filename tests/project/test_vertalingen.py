"""Residents' pages say nothing in Dutch to who chose another language, and the catalogues belong together."""

import gettext
import io

import pytest

from scripts.vertalingen import build_mo, collect, find_bezwaren, find_po, list_talen, read_po, render_po

VOORBEELD = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#: a.html
msgid "Eén \"ding\""
msgstr "One \"thing\""

msgid "%(n)s dag"
msgid_plural "%(n)s dagen"
msgstr[0] "%(n)s day"
msgstr[1] "%(n)s days"

msgid "Leeg"
msgstr ""
"""


def test_every_text_is_translated_and_every_file_is_up_to_date():
    """If this fails: python -m scripts.vertalingen, and translate what it names."""
    assert find_bezwaren() == []


def test_there_are_languages_and_texts():
    assert list_talen() == ["en", "tr"]
    assert len(collect().plekken) > 100


@pytest.mark.parametrize("taal", list_talen())
def test_a_catalogue_is_written_as_it_was_read(taal):
    tekst = find_po(taal).read_text(encoding="utf-8")
    catalogus = read_po(tekst)
    in_gebruik = {sleutel: catalogus[sleutel] for sleutel in (*collect().plekken, ("", ""))}
    assert read_po(render_po(taal, catalogus, collect())) == in_gebruik


def test_gettext_reads_what_was_built():
    catalogus = gettext.GNUTranslations(io.BytesIO(build_mo(read_po(VOORBEELD))))
    assert catalogus.gettext('Eén "ding"') == 'One "thing"'
    assert [catalogus.ngettext("%(n)s dag", "%(n)s dagen", n) for n in (1, 2)] == ["%(n)s day", "%(n)s days"]
    assert catalogus.gettext("Leeg") == "Leeg"
