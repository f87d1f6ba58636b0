"""Residents' pages say nothing in Dutch to who chose another language, and the catalogues belong together."""

import gettext
import io

import pytest
from django.utils.translation import ngettext, override

from basis.druk.document import Alinea, Document
from basis.druk.ontbrekend import find_ontbrekende_tekens
from scripts.vertalingen import (
    MEERVOUD,
    build_mo,
    collect,
    find_bezwaren,
    find_po,
    fits,
    list_talen,
    read_po,
    render_po,
)

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
    assert list_talen() == ["ar", "en", "pl", "tr", "uk"]
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


# Numbers of which each form takes some, as CLDR gives them for whole numbers, per language.
VORMEN = {
    "ar": [[0], [1], [2], [3, 10, 103, 110], [11, 26, 99, 111], [100, 101, 102, 200]],
    "en": [[1], [0, 2, 5, 11, 21]],
    "pl": [[1], [2, 4, 22, 104], [0, 5, 11, 12, 14, 21, 25, 101, 112]],
    "tr": [[1], [0, 2, 5, 21]],
    "uk": [[1, 21, 101], [2, 4, 22, 104], [0, 5, 11, 12, 14, 25, 111, 112]],
}


@pytest.mark.parametrize("taal", list_talen())
def test_a_count_takes_the_form_of_its_language(taal):
    kies = gettext.c2py(MEERVOUD[taal][1])
    assert MEERVOUD[taal][0] == len(VORMEN[taal])
    assert [{kies(getal) for getal in getallen} for getallen in VORMEN[taal]] == [
        {vorm} for vorm in range(len(VORMEN[taal]))
    ]


@pytest.mark.parametrize("taal", list_talen())
@pytest.mark.parametrize("getal", [0, 1, 2, 5, 21, 100])
def test_a_page_counts_in_the_form_of_its_language(taal, getal):
    """Django's own catalogue counts otherwise in some languages; ours must not be mixed up with it."""
    eigen = read_po(find_po(taal).read_text(encoding="utf-8"))["%(aantal)s vraag,", "%(aantal)s vragen,"]
    with override(taal):
        gelezen = ngettext("%(aantal)s vraag,", "%(aantal)s vragen,", getal)
    assert gelezen == eigen[gettext.c2py(MEERVOUD[taal][1])(getal)]


@pytest.mark.parametrize("taal", list_talen())
def test_every_letter_of_a_catalogue_can_be_printed(taal):
    woorden = read_po(find_po(taal).read_text(encoding="utf-8"))
    alinea = Alinea(" ".join(vorm for (enkel, _meer), vormen in woorden.items() if enkel for vorm in vormen))
    assert find_ontbrekende_tekens(Document("t", (alinea,), taal=taal)) == ()


def test_only_a_form_for_one_number_alone_may_leave_the_number_out():
    sleutel = ("%(n)s dag", "%(n)s dagen")
    zes = ["%(n)s", "één", "twee", "%(n)s", "%(n)s", "%(n)s"]
    assert fits("ar", sleutel, zes)
    assert not fits("ar", sleutel, [*zes[:3], "drie", *zes[4:]])
    assert fits("pl", sleutel, ["dzień", "%(n)s dni", "%(n)s dni"])
    assert not fits("uk", sleutel, ["день", "%(n)s дні", "%(n)s днів"])
    assert not fits("en", ("%(n)s dag", ""), ["day"])
    assert not fits("en", ('<span lang="nl">%(n)s</span>', ""), ["%(n)s"])
