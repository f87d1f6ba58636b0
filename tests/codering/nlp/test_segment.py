from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from codering.nlp.segment import MAX_UITSPRAAK, Spanne, split_deelzinnen, split_uitspraken

_STUKJES = st.sampled_from(
    ["groen", "Dat is zo.", "en verder", "\n", "\n- ", "→", ";", "dhr. Bos", "10.30 uur", "[naam]", " ", "•",
     "1.", "2.", "é", "😀", "!", "?", ",", "ten tweede", "woord " * 40]
)  # fmt: skip


def cut(tekst: str) -> list[str]:
    return [tekst[s.begin : s.eind] for s in split_uitspraken([tekst])[0]]


def test_a_short_answer_stays_one_statement():
    tekst = "Meer bankjes in het park. Daar kun je dan zitten."
    assert cut(tekst) == [tekst]


def test_lines_are_statements():
    assert cut("meer groen\nminder auto's\n\neen buurthuis") == [
        "meer groen",
        "minder auto's",
        "een buurthuis",
    ]


def test_list_items_are_statements():
    assert cut("- meer groen\n- minder auto's") == ["- meer groen", "- minder auto's"]
    assert cut("Wensen: • meer groen • minder auto's") == ["Wensen:", "• meer groen", "• minder auto's"]


def test_numbers_that_count_up_are_a_list():
    assert cut("1. meer groen 2. minder auto's") == ["1. meer groen", "2. minder auto's"]
    assert cut("Op nummer 7. daar wonen 3. mensen") == ["Op nummer 7. daar wonen 3. mensen"]


def test_en_verder_starts_a_new_statement():
    assert cut("Meer groen, en verder een pinautomaat") == ["Meer groen,", "en verder een pinautomaat"]


def test_a_wrapped_line_is_no_new_statement():
    tekst = "Wij willen al heel lang een plek waar we elkaar kunnen\nontmoeten zonder dat het geld kost"
    assert cut(tekst) == [tekst]


def test_a_long_text_is_cut_at_sentences():
    een = "Het buurthuis aan de overkant is al twee jaar dicht en niemand weet wanneer het weer open mag gaan voor ons."
    twee = "Kinderen spelen nu op straat tussen de geparkeerde auto's omdat de speeltuin vol ligt met glas en rommel."
    drie = "Dat is gevaarlijk."
    assert cut(f"{een} {twee} {drie}") == [een, f"{twee} {drie}"]


def test_abbreviations_times_and_masks_end_no_sentence():
    een = "Vorige week kwam dhr. [naam] bijv. om 10.30 uur langs met o.a. een brief van de stad e.d. voor mevr. Bos."
    twee = "De bus naar het ziekenhuis rijdt sinds de zomer niet meer in het weekend en ook niet na acht uur 's avonds."
    assert cut(f"{een} {twee}") == [een, twee]


def test_nothing_is_cut_inside_a_protected_stretch():
    tekst = "Ik woon aan de\nKerkstraat 5 en het is fijn"
    begin = tekst.index("de\n")
    assert split_uitspraken([tekst], [[Spanne(begin, begin + 15)]]) == [(Spanne(0, len(tekst)),)]


def test_an_empty_text_has_no_statements():
    assert split_uitspraken(["", "  \n "]) == [(), ()]


def test_fifty_thousand_characters_become_many_statements():
    for tekst in ("woord " * 8_334, "x" * 50_000, "Een zin over groen. " * 2_500, "a\n" * 25_000):
        spannen = split_uitspraken([tekst])[0]
        assert len(spannen) > 50
        assert max(s.eind - s.begin for s in spannen) <= MAX_UITSPRAAK


def test_clauses_follow_signs_and_conjunctions():
    tekst = "Het buurthuis is dicht → niemand ziet elkaar nog, maar de kerk is wel open"
    assert split_deelzinnen([tekst]) == [
        ("Het buurthuis is dicht →", "niemand ziet elkaar nog,", "maar de kerk is wel open")
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(_STUKJES, max_size=40).map(" ".join))
def test_statements_lie_in_order_and_lose_no_word(tekst: str):
    spannen = split_uitspraken([tekst])[0]
    assert all(een.eind <= twee.begin for een, twee in pairwise(spannen))
    delen = [tekst[s.begin : s.eind] for s in spannen]
    assert all(deel == deel.strip() != "" for deel in delen)
    assert "".join("".join(delen).split()) == "".join(tekst.split())
