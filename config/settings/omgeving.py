"""What the environment says: the only place that reads it."""

import os
import sys
from pathlib import Path

PROJECTMAP = Path(__file__).resolve().parents[2]
DATAMAP = Path(os.environ.get("GRONDVLAK_DATA") or PROJECTMAP / "data").resolve()
DEBUG = os.environ.get("GRONDVLAK_DEBUG", "0") == "1"
TESTING = "pytest" in sys.modules
HOSTS = [host.strip() for host in os.environ.get("GRONDVLAK_HOSTS", "").split(",") if host.strip()]
HTTPS = os.environ.get("GRONDVLAK_HTTPS", "0") == "1"
PROXIES = int(os.environ.get("GRONDVLAK_PROXIES", "0"))
# In seconds: who fills in a questionnaire faster is asked to press once more; 0 turns it off.
MINSTE_INVULTIJD = float(os.environ.get("GRONDVLAK_MINSTE_INVULTIJD") or 3)
EMAIL_URL = os.environ.get("GRONDVLAK_EMAIL_URL", "")
EMAIL_VAN = os.environ.get("GRONDVLAK_EMAIL_VAN", "")
# A folder with a sentence-transformers model, and a language server of one's own; both empty by default.
MODELMAP = os.environ.get("GRONDVLAK_MODELMAP", "")
TAALSERVER = os.environ.get("GRONDVLAK_TAALSERVER", "")
TAALSERVER_MODEL = os.environ.get("GRONDVLAK_TAALSERVER_MODEL", "")
TAALSERVER_SLEUTEL = os.environ.get("GRONDVLAK_TAALSERVER_SLEUTEL", "")
TAALSERVER_WACHTTIJD = os.environ.get("GRONDVLAK_TAALSERVER_WACHTTIJD", "")
TAALSERVER_ELDERS = os.environ.get("GRONDVLAK_TAALSERVER_ELDERS", "0") == "1"
# Where this Grondvlak is reached, for links that are printed on the command line.
ADRES = f"https://{HOSTS[0]}" if HOSTS and HTTPS else f"http://127.0.0.1:{os.environ.get('PORT') or 8000}"


SLEUTELBESTAND = DATAMAP / "geheime-sleutel"
# Whether other processes have the same secret, so that what this one signs is worth something to them.
SLEUTEL_GEDEELD = bool(os.environ.get("GRONDVLAK_SECRET_KEY")) or SLEUTELBESTAND.is_file()


def read_secret_key() -> str:
    """Give the secret from the environment, else the one kept in the data folder.

    Without either (a command line use that needs no sessions) a key for this process only is made,
    so that no secret ever stands in the code.
    """
    if sleutel := os.environ.get("GRONDVLAK_SECRET_KEY"):
        return sleutel
    if SLEUTELBESTAND.is_file():
        return SLEUTELBESTAND.read_text(encoding="ascii").strip()
    import secrets

    return secrets.token_urlsafe(50)
