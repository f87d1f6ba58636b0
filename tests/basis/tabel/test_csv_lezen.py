"""CSV as volunteers have it."""

import pytest

from basis.tabel import Limieten, Tabelfout

from .maken import lees, weiger


@pytest.mark.parametrize("teken", [",", ";", "\t"])
@pytest.mark.parametrize("einde", ["\n", "\r\n", "\r"])
def test_each_delimiter_and_line_end(teken: str, einde: str) -> None:
    regels = [teken.join(rij) for rij in (("id", "antwoord"), ("1", "meer groen"), ("2", "een bankje"))]
    tabel = lees(einde.join(regels))
    assert tabel.naam == "antwoorden.csv"
    assert tabel.kolommen == ("id", "antwoord")
    assert tabel.rijen == (("1", "meer groen"), ("2", "een bankje"))
    assert tabel.rijnummers == (2, 3)
    assert tabel.kolom("antwoord") == ("meer groen", "een bankje")


def test_missing_column_names_those_there_are() -> None:
    tabel = lees("id,antwoord,buurt\n1,ja,Noord\n")
    with pytest.raises(Tabelfout) as fout:
        tabel.kolom("tekst")
    assert str(fout.value) == "kolom 'tekst' staat niet in antwoorden.csv. Wel: id, antwoord, buurt."
    assert (fout.value.bestand, fout.value.rij, fout.value.kolom) == ("antwoorden.csv", None, "tekst")


def test_quoted_fields_keep_line_ends_quotes_and_delimiters() -> None:
    tabel = lees('id;antwoord\r\n1;"Eerst dit;\r\ndan ""dat"""\r\n2;"x"\r\n')
    assert tabel.rijen == (("1", 'Eerst dit;\ndan "dat"'), ("2", "x"))
    assert tabel.rijnummers == (2, 3)


def test_quotes_inside_an_unquoted_field_are_text() -> None:
    tabel = lees('id;antwoord\n1;ze zei "nee" tegen ons\n2;"Ja" zei hij\n3; "netjes" \n4;5" buis\n')
    assert tabel.kolom("antwoord") == ('ze zei "nee" tegen ons', '"Ja" zei hij', "netjes", '5" buis')


def test_a_quote_that_is_not_closed_is_refused_with_its_place() -> None:
    fout = weiger('id;antwoord\n1;goed\n2;"Hij zei ja\n3;nee\n')
    assert str(fout).startswith(
        "antwoorden.csv, rij 3, kolom 'antwoord': een aanhalingsteken (\") wordt niet afgesloten."
    )
    assert (fout.rij, fout.kolom) == (3, "antwoord")


def test_a_quote_that_is_not_closed_in_the_header() -> None:
    assert weiger('"id;antwoord\n1;goed\n').kolom == "A"


def test_the_header_decides_the_delimiter_not_the_answers() -> None:
    tabel = lees("id;antwoord\n1;groen, bankjes, en rust\n2;licht, veiligheid, en een bus\n")
    assert tabel.kolommen == ("id", "antwoord")
    assert tabel.rijen[0] == ("1", "groen, bankjes, en rust")


def test_a_comma_in_a_question_is_no_delimiter() -> None:
    tabel = lees("id;Wat vindt u van straat, groen en afval?;buurt\n1;mooi;Noord\n")
    assert tabel.kolommen == ("id", "Wat vindt u van straat, groen en afval?", "buurt")


def test_a_semicolon_in_a_quoted_header_is_no_delimiter() -> None:
    assert lees('id,"groen; en grijs"\n1,mooi\n').kolommen == ("id", "groen; en grijs")


def test_a_delimiter_does_not_cut_through_quotes() -> None:
    tabel = lees('vraag,"groen\ten grijs"\n,"ja\tnee"\n')
    assert tabel.kolommen == ("vraag", "groen en grijs")
    assert tabel.rijen == (("", "ja\tnee"),)


def test_a_loose_quote_in_the_header_is_text() -> None:
    assert lees('id;5" buis\n1;ja\n').kolommen == ("id", '5" buis')


def test_one_column_of_free_text() -> None:
    tabel = lees('Wat vindt u van de buurt, en waarom?\nmooi\n"groen, rustig"\nleuk, fijn, en druk\n')
    assert tabel.kolommen == ("Wat vindt u van de buurt, en waarom?",)
    assert tabel.rijen == (("mooi",), ("groen, rustig",), ("leuk, fijn, en druk",))


def test_one_column_without_any_delimiter() -> None:
    assert lees("antwoord\nja, graag\nnee; nooit\n").rijen == (("ja, graag",), ("nee; nooit",))


def test_commas_with_spaces_after_them_still_divide() -> None:
    assert lees('id, antwoord\n1, "groen, rust"\n2, bankje\n').rijen == (
        ("1", "groen, rust"),
        ("2", " bankje"),
    )


@pytest.mark.parametrize("teken", [";", "|", ","])
def test_the_first_line_of_excel_names_the_delimiter(teken: str) -> None:
    tabel = lees(f"sep={teken}\r\nid{teken}antwoord\r\n1{teken}ja\r\n")
    assert tabel.kolommen == ("id", "antwoord")
    assert tabel.rijnummers == (2,)


def test_short_rows_are_filled_up() -> None:
    assert lees("id;antwoord;buurt\n1;ja\n2\n").rijen == (("1", "ja", ""), ("2", "", ""))


def test_long_rows_are_refused_with_their_number() -> None:
    fout = weiger("id;antwoord;buurt;straat\n1;a;b;c\n2;goed; maar nat;b;c\n")
    assert str(fout) == (
        "antwoorden.csv, rij 3: 5 waarden waar 4 kolommen staan. "
        "Kijk of er een puntkomma in een antwoord staat."
    )
    assert fout.rij == 3


@pytest.mark.parametrize(("teken", "woord"), [(",", "komma"), ("\t", "tab"), (";", "puntkomma")])
def test_a_long_row_names_the_delimiter(teken: str, woord: str) -> None:
    assert f"een {woord} in een antwoord" in str(weiger(f"id{teken}a\n1{teken}2{teken}3\n"))


def test_surplus_cells_that_are_empty_are_dropped() -> None:
    assert lees("id;antwoord\n1;ja;;;\n").rijen == (("1", "ja"),)


def test_empty_rows_are_skipped_but_counted() -> None:
    tabel = lees("\n\nid;antwoord\n1;ja\n;\n  \n\n;;;\n2;nee\n")
    assert tabel.rijen == (("1", "ja"), ("2", "nee"))
    assert tabel.rijnummers == (4, 9)


def test_empty_columns_without_a_name_are_dropped() -> None:
    tabel = lees("id;;antwoord;;\n1;;ja;;\n")
    assert tabel.kolommen == ("id", "antwoord")
    assert tabel.rijen == (("1", "ja"),)


def test_a_column_without_a_name_but_with_values_gets_its_place_as_name() -> None:
    tabel = lees("id;;antwoord;\n1;x;ja;\n2;;nee;y\n")
    assert tabel.kolommen == ("id", "kolom 2", "antwoord", "kolom 4")
    assert tabel.rijen == (("1", "x", "ja", ""), ("2", "", "nee", "y"))


def test_columns_with_the_same_name_are_refused() -> None:
    fout = weiger("id;antwoord;id; antwoord \n1;a;2;b\n")
    assert str(fout) == (
        "antwoorden.csv: deze kolomnamen staan er meer dan één keer: id, antwoord. "
        "Geef elke kolom een eigen naam."
    )
    assert "deze kolomnaam staat er meer dan één keer: id." in str(weiger("id;id\n1;2\n"))


def test_column_names_are_one_line_without_loose_space() -> None:
    tabel = lees('\ufeff\ufeffid;"Wat vindt u\n van de buurt?"; e\u0301e\u0301n\u00a0ding \n1;2;3\n')
    assert tabel.kolommen == ("id", "Wat vindt u van de buurt?", "één ding")
    assert lees('"id\ufeff\n";"a"\n1;2\n').kolommen == ("id", "a")


def test_our_apostrophe_before_a_formula_is_taken_off_and_no_other() -> None:
    tabel = lees("id;antwoord\n1;'=1+1\n2;'s avonds\n3;''=x\n4;-3\n5;=ruw\n")
    assert tabel.kolom("antwoord") == ("=1+1", "'s avonds", "'=x", "-3", "=ruw")


def test_control_characters_disappear_and_soft_returns_become_line_ends() -> None:
    assert lees("id;antwoord\n1;een\x0btwee\x1adrie\x0cvier\n").rijen == (("1", "een\ntweedrie\nvier"),)


def test_an_answer_of_fifty_thousand_characters() -> None:
    lang = "woord " * 8_333 + "eind"
    assert lees(f"id,antwoord\n1,{lang}\n").rijen == (("1", lang),)


def test_a_text_that_never_closes_its_quote_is_caught_by_the_limit_on_a_cell() -> None:
    fout = weiger('id;antwoord\n1;"a' + "b" * 200 + '"\n', Limieten(max_cel=100))
    assert str(fout).startswith("antwoorden.csv, rij 2, kolom 'antwoord': 201 tekens in één cel, ")


@pytest.mark.parametrize(
    ("limieten", "wat"),
    [
        (Limieten(max_rijen=2), "meer dan 2 rijen"),
        (Limieten(max_kolommen=1), "meer dan 1 kolommen"),
        (Limieten(max_cellen=5), "meer dan 5 cellen"),
        (Limieten(max_tekens=8), "meer dan 8 tekens"),
        (Limieten(max_bytes=10), "groter dan"),
    ],
)
def test_limits_have_their_own_line(limieten: Limieten, wat: str) -> None:
    assert wat in str(weiger("id;antwoord\n1;een\n2;twee\n3;drie\n", limieten))


def test_limits_are_not_hit_at_the_limit_itself() -> None:
    tekst = "id;antwoord\n1;een\n2;twee\n"
    limieten = Limieten(
        max_rijen=2, max_kolommen=2, max_cellen=4, max_tekens=9, max_bytes=len(tekst), max_cel=4
    )
    assert len(lees(tekst, limieten).rijen) == 2


def test_millions_of_empty_lines_are_nothing() -> None:
    tabel = lees("id;antwoord\n1;ja\n" + ";\r\n" * 2_000_000 + "2;nee")
    assert tabel.rijnummers == (2, 2_000_003)
