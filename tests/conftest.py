"""What all tests share: the tools they may need, which database they belong to, and hypothesis."""

import os
from functools import cache

import pytest
from django.conf import settings
from hypothesis import settings as hypothesis_settings

from scripts.system import HULPMIDDELEN, Hulpmiddel, describe_install

IN_CI = os.environ.get("CI") == "true"
NIET_UITGEVOERD = "niet uitgevoerd, er is geen "

# No deadline: a test says what comes out, not how fast. The same examples each time on a build server.
hypothesis_settings.register_profile("grondvlak", deadline=None, database=None, print_blob=True)
hypothesis_settings.register_profile("ci", deadline=None, database=None, print_blob=True, derandomize=True)
hypothesis_settings.load_profile("ci" if IN_CI else "grondvlak")


def pytest_configure() -> None:
    # The real hasher is slow on purpose: half a second for each person that a test makes.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@cache
def find_tool(merk: str) -> str:
    """Give where the tool of a marker is; "" if it is not there."""
    return next(middel for middel in HULPMIDDELEN if middel.merk == merk).find()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--alleen-database",
        action="store_true",
        help="only the tests that touch the database, without the browser's",
    )


def touches_database(item: pytest.Item) -> bool:
    """Tell whether a test asks for the database, by marker or by fixture."""
    namen = set(getattr(item, "fixturenames", ()))
    return (
        bool(namen & {"db", "transactional_db", "live_server"})
        or item.get_closest_marker("django_db") is not None
    )


def belongs(item: pytest.Item, op_postgres: bool, alleen_database: bool) -> bool:
    """Tell whether a test belongs in this run."""
    if item.get_closest_marker("sqlite" if op_postgres else "postgres"):
        return False
    return not alleen_database or (touches_database(item) and not item.get_closest_marker("browser"))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    op_postgres = os.environ.get("DATABASE_URL", "").startswith("postgres")
    alleen_database = config.getoption("--alleen-database")
    weg = [item for item in items if not belongs(item, op_postgres, alleen_database)]
    if weg:
        config.hook.pytest_deselected(items=weg)
        items[:] = [item for item in items if item not in weg]


def pytest_runtest_setup(item: pytest.Item) -> None:
    for middel in HULPMIDDELEN:
        if middel.merk != "postgres" and item.get_closest_marker(middel.merk) and not find_tool(middel.merk):
            (pytest.fail if IN_CI else pytest.skip)(f"{NIET_UITGEVOERD}{middel.naam}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the tests that did not run for want of a tool, and the one command that installs it."""
    verslagen = [v for soort in ("skipped", "error") for v in terminalreporter.stats.get(soort, [])]
    missend: list[Hulpmiddel] = []
    for middel in HULPMIDDELEN:
        namen = sorted({v.nodeid for v in verslagen if f"{NIET_UITGEVOERD}{middel.naam}" in str(v.longrepr)})
        if namen:
            missend.append(middel)
            terminalreporter.section(f"Niet uitgevoerd: er is geen {middel.naam}")
            terminalreporter.write_line("\n".join(namen))
    if missend:
        terminalreporter.write_line(f"Installeren kan met: {describe_install(missend)}")


@pytest.fixture
def mensen(db):
    """The people that every test knows; see `tests.mensen`."""
    from tests.mensen import maak_mensen

    return maak_mensen()


@pytest.fixture
def inloggen(client):
    """Sign in as a member; gives the client."""

    def als(lid):
        client.force_login(lid.gebruiker, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return als
