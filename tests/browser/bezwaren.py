"""What axe has against a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def find_bezwaren(page: Page) -> list[str]:
    """Give each finding of axe on the page: rule, impact and where."""
    gevonden = []
    for bezwaar in Axe().run(page).response["violations"]:
        plekken = ", ".join(str(plek["target"]) for plek in bezwaar["nodes"])
        gevonden.append(f"{bezwaar['id']} ({bezwaar['impact']}): {plekken}")
    return gevonden
