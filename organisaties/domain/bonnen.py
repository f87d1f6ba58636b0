"""Who sent something without an account: a random token in the form, and a receipt code to come back with.

The token is the capability. It travels in the form only; the database holds its hash. The receipt code follows
from the token, so that sending twice shows the same code; of the code, too, only a hash is kept.
"""

import hashlib
import hmac
import secrets
from uuid import UUID

from django.conf import settings

from organisaties.domain.codes import ALFABET, normalise_code

TOKEN_BYTES = 16
# Ten characters of 25 are about 46 bits: out of reach for guessing by the network.
BONLENGTE = 10


def make_token() -> str:
    """Give a random token of 128 bits, as 32 hexadecimal digits."""
    return secrets.token_hex(TOKEN_BYTES)


def is_token(getypt: str) -> bool:
    """Tell whether a form sent back something that this module could have made."""
    return len(getypt) == 2 * TOKEN_BYTES and all(teken in "0123456789abcdef" for teken in getypt)


def hash_token(token: str) -> str:
    """The hash under which what came with this token is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


def make_bon(token: str) -> str:
    """Give the receipt code of a token, always the same one, in two groups of five."""
    getal = int.from_bytes(_hmac("bon", token), "big")
    tekens = []
    for _plaats in range(BONLENGTE):
        getal, rest = divmod(getal, len(ALFABET))
        tekens.append(ALFABET[rest])
    code = "".join(tekens)
    return f"{code[:5]}-{code[5:]}"


def hash_bon(waarbij: UUID, code: str) -> str:
    """The hash of a receipt code for one questionnaire or meeting, however it was typed."""
    return _hmac(f"bonhash {waarbij}", normalise_code(code)).hex()


def _hmac(doel: str, tekst: str) -> bytes:
    return hmac.new(f"{doel} {settings.SECRET_KEY}".encode(), tekst.encode(), hashlib.sha256).digest()
