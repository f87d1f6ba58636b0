"""Asking a language server: what goes out, to whom, and what becomes of each kind of answer."""

import copy
import json
import socket

import pytest

from codering.nlp.afgeschermd import Afgeschermd, NietAfgeschermd, shield
from codering.nlp.lokaal import (
    AFGEBROKEN,
    ELDERS,
    GEWEIGERD,
    MAX_ANTWOORD,
    ONBEREIKBAAR,
    ONLEESBAAR,
    TE_GROOT,
    TE_LAAT,
    Modelopdracht,
    Taalserver,
    ask,
    build_verzoek,
    is_nabij,
    split_adres,
)
from tests.codering.nlp.nep import build_fragment
from tests.codering.nlp.neptaalserver import give, serve


def scherm(tekst, vraag="", vrij=()):
    return Afgeschermd(build_fragment(tekst), vraag, vrij)


def opdracht(*teksten):
    return Modelopdracht("Zeg iets.", tuple((scherm(tekst),) for tekst in teksten), {"type": "object"})


def vraag(antwoorder, **anders):
    with serve(antwoorder) as boek:
        return ask(boek.taalserver(**anders), opdracht("Te weinig bankjes"))


@pytest.mark.parametrize(
    "tekst",
    [
        "Bel mij op 06-12345678",
        "Mevrouw Jansen van hiernaast is lief",
        "mail jan@voorbeeld.nl maar",
        "Mijn BSN is 111222333",
    ],
)
def test_a_text_with_something_left_to_mask_is_refused(tekst):
    with pytest.raises(NietAfgeschermd):
        scherm(tekst)


def test_only_a_statement_can_be_shielded():
    with pytest.raises(TypeError):
        Afgeschermd("Te weinig bankjes")  # type: ignore[arg-type]


def test_the_name_of_a_place_may_go_along():
    tekst = "In Huiskamer Jan de Wit is het gezellig"
    with pytest.raises(NietAfgeschermd):
        scherm(tekst)
    assert scherm(tekst, vrij=("Huiskamer Jan de Wit",)) == tekst


def test_a_question_with_a_name_in_it_stays_home():
    assert scherm("Ja hoor", "Kent u Fatima Yildiz?").vraag == ""
    assert scherm("Ja hoor", "Kent u uw buren?").vraag == "Kent u uw buren?"


@pytest.mark.parametrize("maak", [copy.copy, copy.deepcopy, lambda t: t[:5], str.lower])
def test_what_is_made_of_a_shielded_text_is_plain_again(maak):
    assert type(maak(scherm("Te weinig bankjes"))) is str


def test_shielding_leaves_what_cannot_go_as_it_was():
    goed, fout = shield(
        [build_fragment("Te weinig bankjes"), build_fragment("bel 06-12345678")], {"1": "Wat?"}
    )
    assert isinstance(goed.gemaskeerd, Afgeschermd)
    assert (goed.gemaskeerd, goed.gemaskeerd.vraag) == ("Te weinig bankjes", "Wat?")
    assert type(fout.gemaskeerd) is str


def test_plain_text_is_not_sent():
    with serve(give("nooit")) as boek:
        plat = Modelopdracht("Zeg iets.", (("Te weinig bankjes",),), {})  # type: ignore[arg-type]
        with pytest.raises(TypeError):
            ask(boek.taalserver(), plat)
    assert boek.binnen == []


def test_the_request_says_everything_that_makes_it_repeatable():
    with serve(give("goed")) as boek:
        gesprek = ask(boek.taalserver(sleutel="geheim"), opdracht('Te weinig\n2. "bankjes"', "Meer licht"))
    (post,) = boek.binnen
    verzoek = post.verzoek
    assert post.pad == "/v1/chat/completions"
    assert post.koppen["Authorization"] == "Bearer geheim"
    assert {k: verzoek[k] for k in ("model", "temperature", "seed", "stream")} == {
        "model": "proef",
        "temperature": 0,
        "seed": 0,
        "stream": False,
    }
    assert verzoek["messages"] == [
        {"role": "system", "content": "Zeg iets."},
        {"role": "user", "content": '1. "Te weinig 2. \\"bankjes\\""\n2. "Meer licht"'},
    ]
    assert (gesprek.antwoord, gesprek.model, gesprek.fout) == ("goed", "proefmodel-7b", "")
    assert len(gesprek.hash) == 64


def test_the_same_question_is_the_same_bytes_wherever_it_goes():
    een, ander = Taalserver("http://127.0.0.1:1/v1", "m", "a"), Taalserver("http://10.0.0.1/v1", "m", "b")
    assert build_verzoek(een, opdracht("Te weinig bankjes")) == build_verzoek(
        ander, opdracht("Te weinig bankjes")
    )


def test_the_key_is_not_shown():
    assert "geheim" not in repr(Taalserver("http://127.0.0.1/v1", "m", "geheim"))


def test_half_a_character_and_a_long_text_can_be_sent():
    lijf = build_verzoek(Taalserver("http://127.0.0.1/v1", "m"), opdracht("half \ud800", "lang " * 10_000))
    assert len(json.loads(lijf)["messages"][1]["content"]) < 1_100


def test_a_slow_server_is_left():
    assert vraag(lambda pen, _v: pen.server.boek.klaar.wait(), wachttijd=0.2).fout == TE_LAAT


def test_a_server_that_gives_a_letter_at_a_time_is_left_too():
    def drip(pen, _verzoek):
        pen.send_response(200)
        pen.end_headers()
        while not pen.server.boek.klaar.wait(0.01):
            pen.wfile.write(b" ")

    assert vraag(drip, wachttijd=0.3).fout == TE_LAAT


def test_a_server_that_is_not_there():
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    gesprek = ask(Taalserver(f"http://127.0.0.1:{poort}/v1", "m"), opdracht("Te weinig bankjes"))
    assert (gesprek.fout, gesprek.gehoord, gesprek.read_json()) == (ONBEREIKBAAR, False, None)


def test_a_server_that_speaks_no_http():
    def mumble(pen, _verzoek):
        pen.wfile.write(b"hallo\r\n\r\n")

    assert vraag(mumble).fout == ONBEREIKBAAR


def test_an_error_of_the_server():
    gesprek = vraag(lambda pen, _v: pen.send(b"oeps", 500))
    assert (gesprek.fout, gesprek.gehoord) == ("De taalserver gaf een foutmelding (500).", False)


def test_a_redirect_is_not_followed():
    def elsewhere(pen, _verzoek):
        pen.send_response(307)
        pen.send_header("Location", "http://example.org/v1/chat/completions")
        pen.send_header("Content-Length", "0")
        pen.end_headers()

    assert vraag(elsewhere).fout == "De taalserver gaf een foutmelding (307)."


def test_a_huge_answer_is_not_read():
    assert vraag(lambda pen, _v: pen.send(b" " * (MAX_ANTWOORD + 1))).fout == TE_GROOT


@pytest.mark.parametrize(
    "lijf", [b"", b"{", b"[]", b'{"choices": []}', b'{"choices": [{"message": {}}]}', b"\xff"]
)
def test_an_answer_that_is_none(lijf):
    gesprek = vraag(lambda pen, _v: pen.send(lijf))
    assert (gesprek.fout, gesprek.gehoord) == (ONLEESBAAR, True)


def test_a_model_that_refuses():
    gesprek = vraag(give("", message={"content": None, "refusal": "Dat doe ik niet."}))
    assert (gesprek.fout, gesprek.antwoord) == (GEWEIGERD, "Dat doe ik niet.")


def test_an_answer_that_was_cut_short_is_kept_but_not_used():
    gesprek = vraag(give('{"oordelen": [', finish_reason="length"))
    assert (gesprek.fout, gesprek.antwoord, gesprek.read_json()) == (AFGEBROKEN, '{"oordelen": [', None)


@pytest.mark.parametrize(
    "tekst", ['{"a": 1}', '```json\n{"a": 1}\n```', '<think>even denken {</think>\n{"a": 1}', ' {"a": 1}\n']
)
def test_thinking_and_fences_around_json_are_taken_off(tekst):
    assert vraag(give(tekst)).read_json() == {"a": 1}


@pytest.mark.parametrize(
    "ip", ["127.0.0.1", "10.1.2.3", "172.31.0.1", "192.168.1.5", "::1", "fd00::1", "::ffff:10.0.0.1"]
)
def test_addresses_near(ip):
    assert is_nabij(ip)


@pytest.mark.parametrize("ip", ["8.8.8.8", "172.32.0.1", "169.254.169.254", "2001:db8::1", "::ffff:8.8.8.8"])
def test_addresses_elsewhere(ip):
    assert not is_nabij(ip)


@pytest.mark.parametrize("adres", ["http://8.8.8.8/v1", "https://8.8.8.8/v1"])
def test_nothing_goes_elsewhere(adres):
    assert ask(Taalserver(adres, "m", wachttijd=0.2), opdracht("Te weinig bankjes")).fout == ELDERS


def test_elsewhere_asks_for_https_too():
    assert ask(Taalserver("http://8.8.8.8/v1", "m", elders=True), opdracht("Meer licht")).fout == ELDERS


@pytest.mark.parametrize(
    "adres",
    ["", "localhost:8080", "ftp://127.0.0.1", "http://", "http://a:b@127.0.0.1/v1", "http://x:99999/"],
)
def test_what_is_no_address(adres):
    with pytest.raises(ValueError, match=r"."):
        split_adres(adres)
