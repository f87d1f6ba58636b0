"""Tables in and out: CSV, XLSX, ODS, JSONL and SPSS, in plain values.

This is the door through which files of volunteers enter, so it is generous in what it reads and plain in
what it refuses::

    tabel = read_tabel(Path("antwoorden.xlsx"))        # the content decides the kind, never the suffix
    teksten = tabel.kolom("antwoord")                  # Tabelfout names the columns there are
    write_csv(Path("uit.csv"), tabel.kolommen, tabel.rijen)

Reading
    * Every value is a ``str``; an empty cell is ``""``. The same rows give the same :class:`Tabel` whether
      they came as CSV, XLSX, ODS or JSONL (see :mod:`basis.tabel.cells` for how a number, date or boolean
      is written out). SPSS gives the values as they are stored, and their labels in ``Tabel.info``.
    * Rows without any text are skipped; ``rijnummers`` keeps the row a person sees in the source.
    * Nothing is cut off or guessed away in silence: what does not fit gives a :class:`Tabelfout`, whose
      ``str()`` is one line of plain Dutch.
    * Work and memory are bounded by :class:`Limieten`, whatever the file claims about itself.

Writing
    * Formula-safe: no spreadsheet runs a resident's answer. What was written reads back as it was.
    * The same rows give the same bytes, also for XLSX, ODS and SPSS.
    * A path gets the whole file or nothing.
"""

from basis.tabel.csv_writer import write_csv
from basis.tabel.jsonl_writer import write_jsonl
from basis.tabel.ods_writer import write_ods
from basis.tabel.read import read_tabel
from basis.tabel.spss_reader import spell_out
from basis.tabel.spss_writer import Meting, Savkolom, Savsoort, make_savnaam, write_sav
from basis.tabel.types import LIMIETEN, Celwaarde, Kolominfo, Limieten, Tabel, Tabelfout
from basis.tabel.xlsx_writer import Blad, Keuzelijst, write_werkmap, write_xlsx

__all__ = [
    "LIMIETEN",
    "Blad",
    "Celwaarde",
    "Keuzelijst",
    "Kolominfo",
    "Limieten",
    "Meting",
    "Savkolom",
    "Savsoort",
    "Tabel",
    "Tabelfout",
    "make_savnaam",
    "read_tabel",
    "spell_out",
    "write_csv",
    "write_jsonl",
    "write_ods",
    "write_sav",
    "write_werkmap",
    "write_xlsx",
]
