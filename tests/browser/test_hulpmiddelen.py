"""The helpers see what they should see, so that silence from them means something."""

import pytest

from tests.browser.bezwaren import find_bezwaren

GOED = '<!doctype html><html lang="nl"><title>Goed</title><main><h1>Goed</h1><p>Een regel.</p></main></html>'
SLECHT = '<!doctype html><html><title></title><main><img src="data:,"><input></main></html>'


def test_axe_has_nothing_against_a_good_page(page):
    page.set_content(GOED)
    assert find_bezwaren(page) == []


def test_axe_finds_what_is_wrong(page):
    page.set_content(SLECHT)
    regels = {bezwaar.split(" ")[0] for bezwaar in find_bezwaren(page)}
    assert {"image-alt", "label", "html-has-lang", "document-title"} <= regels


def test_a_page_wider_than_the_window_is_refused(page, toegankelijk):
    page.set_content(GOED.replace("<p>", '<p style="width: 3000px">'))
    with pytest.raises(AssertionError, match="breder dan het scherm"):
        toegankelijk(page)
