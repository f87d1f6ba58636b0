"""Telling a machine that fills in forms from a person, without a puzzle: a field nobody sees, and the time it took.

Neither refuses anyone. Who falls for one is asked to press once more; nothing typed is lost and nothing is kept.
The moment of the first page travels in the form, signed, so that it cannot be made up.
"""

import hashlib
import hmac
import time

from django.conf import settings

# Nobody sees this field. Its name is one that machines like to fill in.
HONING = "website"
BEGIN, NOGMAALS = "begin", "nogmaals"
TEKENS = 16


def sign_begin(nu: float | None = None) -> str:
    """Give the moment of the first page, in seconds, with a signature."""
    moment = str(int(time.time() if nu is None else nu))
    return f"{moment}-{_sign(BEGIN, moment)}"


def read_begin(getekend: str) -> int | None:
    """Give the moment of the first page; None for one that was not signed here."""
    moment, _streep, teken = getekend.partition("-")
    eigen = hmac.compare_digest(_sign(BEGIN, moment).encode(), teken.encode())
    return int(moment) if eigen else None


def sign_nogmaals(token: str) -> str:
    """Give what the page carries on which someone is asked to press once more."""
    return _sign(NOGMAALS, token)


def asks_nogmaals(*, token: str, honing: str, begin: str, nogmaals: str, nu: float | None = None) -> bool:
    """Tell whether to ask for one more press: the hidden field was filled in, or it all went too fast."""
    if hmac.compare_digest(sign_nogmaals(token).encode(), nogmaals.encode()):
        return False
    return bool(honing) or (settings.MINSTE_INVULTIJD > 0 and _was_fast(begin, nu))


def _was_fast(begin: str, nu: float | None) -> bool:
    """Tell whether it took less time than a person needs, or nobody knows how long."""
    moment = read_begin(begin)
    verstreken = (time.time() if nu is None else nu) - (moment or 0)
    return moment is None or verstreken < settings.MINSTE_INVULTIJD


def _sign(doel: str, tekst: str) -> str:
    sleutel = f"{doel} {settings.SECRET_KEY}".encode()
    return hmac.new(sleutel, tekst.encode(), hashlib.sha256).hexdigest()[:TEKENS]
