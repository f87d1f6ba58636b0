"""Every template of every room keeps to the rules: nothing inline, nothing from elsewhere, plain Dutch."""

import re

import pytest
from django.template.loader import get_template

from tests.vormgeving.sjablonen import list_sjablonen, name_sjabloon, strip_commentaar, strip_tags

HTML = list_sjablonen(".html")
ALLE = list_sjablonen(".html", ".txt")
REGELS = 120
VERBODEN = {
    "style-attribuut": r"<[^>]*\sstyle\s*=",
    "style-element": r"<style\b",
    "on-attribuut": r"<[^>]*\s(?:on[a-z]+|hx-on[:\w-]*)\s*=",
    "javascript-adres": r"javascript:",
    "placeholder": r"\splaceholder\s*=",
    "script in de bladzijde": r"<script\b(?![^>]*\ssrc=)(?![^>]*application/json)",
    "adres van elders": r"(?:src|href|action)\s*=\s*[\"']?(?:https?:)?//",
}


@pytest.mark.parametrize("soort", VERBODEN)
@pytest.mark.parametrize("pad", HTML, ids=name_sjabloon)
def test_no_template_holds_what_the_content_policy_refuses(pad, soort):
    tekst = strip_commentaar(pad.read_text(encoding="utf-8"))
    assert re.findall(VERBODEN[soort], tekst, flags=re.IGNORECASE) == []


@pytest.mark.parametrize("pad", HTML, ids=name_sjabloon)
def test_templates_can_be_read_in_one_go(pad):
    assert len(pad.read_text(encoding="utf-8").splitlines()) <= REGELS


@pytest.mark.parametrize("pad", ALLE, ids=name_sjabloon)
def test_templates_compile_and_name_templates_that_exist(pad):
    get_template(name_sjabloon(pad))
    genoemd = re.findall(r"\{% (?:include|extends) \"([^\"{]+)\"", pad.read_text(encoding="utf-8"))
    for naam in genoemd:
        get_template(naam)


@pytest.mark.parametrize("pad", ALLE, ids=name_sjabloon)
def test_texts_are_calm(pad):
    """No exclamation marks, and nothing is done "successfully"."""
    assert not re.search(r"!|succesvol", strip_tags(pad.read_text(encoding="utf-8")), flags=re.IGNORECASE)
