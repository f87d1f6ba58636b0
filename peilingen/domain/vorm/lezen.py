"""A form file of any kind, known by its content."""

from peilingen.domain.vorm.json_lezen import read_json
from peilingen.domain.vorm.typen import Overgezet

_BOM = b"\xef\xbb\xbf"


def read_formulier(data: bytes) -> Overgezet:
    """Give the questionnaire in a form file, an XLSForm or a LimeSurvey survey; raises OnleesbaarFormulier."""
    if data.startswith(b"PK"):
        from peilingen.domain.vorm.xlsform_lezen import read_xlsform

        return read_xlsform(data)
    begin = data[:200].removeprefix(_BOM).lstrip()
    if begin.startswith(b"<") or data.startswith((b"\xff\xfe<", b"\xfe\xff\0<")):
        from peilingen.domain.vorm.lss_lezen import read_lss

        return read_lss(data)
    return read_json(data)
