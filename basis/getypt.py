"""What people type or paste, as it can be kept: no zero bytes, which nobody types and PostgreSQL does not take."""


def clean_tekst(tekst: str) -> str:
    """Give text of any number of lines with one kind of line end."""
    return tekst.replace("\x00", "").replace("\r\n", "\n")


def clean_regel(tekst: str) -> str:
    """Give text on one line: white space of any kind and length becomes one space, and none stands around it."""
    return " ".join(tekst.replace("\x00", "").split())
