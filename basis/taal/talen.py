"""Language of a short answer."""


def detect_language(tekst: str) -> str:
    """One of "nl", "en", "tr", "ar", "pl", "uk", "onbekend"."""
    return "nl" if len(tekst.split()) >= 3 else "onbekend"
