"""What the browser tests share: Debian's Chromium, two sizes of window, and axe.

Every test in this folder has the marker `browser`. A test that shows a page checks it with `toegankelijk`,
which first makes sure that it is the page and not an error: axe has nothing against an empty page.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response

from scripts.system import find_chromium
from tests.browser.bezwaren import find_bezwaren

# Playwright's synchronous interface keeps an event loop in this thread; Django must not mind that.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

HIER = Path(__file__).parent
MATEN = {"telefoon": {"width": 390, "height": 844}, "scherm": {"width": 1280, "height": 800}}
ARGUMENTEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HIER in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Start the Chromium of the system; none is downloaded."""
    return {**browser_type_launch_args, "executable_path": find_chromium(), "args": ARGUMENTEN}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    """Be a Dutch visitor."""
    return {**browser_context_args, "locale": "nl-NL", "timezone_id": "Europe/Amsterdam"}


@pytest.fixture(params=MATEN, ids=list(MATEN))
def maat(request: pytest.FixtureRequest) -> dict[str, int]:
    """One of the sizes of window; a test that asks for it runs at each."""
    return MATEN[request.param]


@pytest.fixture
def pagina(page: Page, maat: dict[str, int]) -> Iterator[Page]:
    """A page at one of the sizes that fails the test on an error in a script or a refused resource."""
    page.set_viewport_size({"width": maat["width"], "height": maat["height"]})
    fouten: list[str] = []
    page.on("pageerror", lambda fout: fouten.append(str(fout)))
    page.on("console", lambda regel: fouten.append(regel.text) if regel.type == "error" else None)
    yield page
    assert fouten == []


@pytest.fixture
def bezoek(pagina: Page, live_server) -> Callable[..., Page]:
    """Open a path on the live server and make sure of its status."""

    def open_pad(pad: str, status: int = 200) -> Page:
        antwoord: Response | None = pagina.goto(f"{live_server.url}{pad}")
        assert antwoord is not None
        assert antwoord.status == status, f"{pad}: {antwoord.status}"
        return pagina

    return open_pad


@pytest.fixture
def toegankelijk() -> Callable[[Page], None]:
    """Check a page that is open: axe finds nothing of any impact, and nothing sticks out sideways."""

    def check(page: Page) -> None:
        # Right after a click the next page may have begun without holding anything yet.
        page.locator("body").wait_for(state="attached")
        page.wait_for_load_state()
        breedte = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert page.title(), f"{page.url} heeft geen titel"
        assert find_bezwaren(page) == [], page.url
        assert breedte[0] <= breedte[1], f"{page.url} is breder dan het scherm: {breedte}"

    return check
