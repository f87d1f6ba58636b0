"""A pytest plugin that keeps tests away from a person's own data; loaded before Django reads its settings.

Every pytest process (so every xdist worker) gets a data folder of its own, which goes when it ends, and a
database in a file there: the live server and the test then each have a connection of their own, as in use.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_MAP = tempfile.mkdtemp(prefix="grondvlak-test-")
atexit.register(shutil.rmtree, _MAP, ignore_errors=True)

(Path(_MAP) / "static").mkdir()  # WhiteNoise warns where there is none
os.environ["GRONDVLAK_DATA"] = _MAP
os.environ["GRONDVLAK_TESTDB"] = f"{_MAP}/test.sqlite3"
os.environ["GRONDVLAK_SECRET_KEY"] = "alleen-voor-tests"
# Tests fill in faster than a person; those about that set it themselves.
os.environ["GRONDVLAK_MINSTE_INVULTIJD"] = "0"
for _soort in ("DEBUG", "EMAIL_URL", "EMAIL_VAN", "HOSTS", "HTTPS", "PROXIES"):
    os.environ.pop(f"GRONDVLAK_{_soort}", None)
