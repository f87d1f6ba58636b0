"""What people type, as it can be kept."""

from basis.getypt import clean_regel, clean_tekst


def test_text_keeps_its_lines_and_its_white_space_but_no_zero_bytes():
    assert clean_tekst(" een\r\ntwee\x00\n\n drie ") == " een\ntwee\n\n drie "


def test_a_line_has_single_spaces_and_none_around_it():
    assert clean_regel("\x00 Jan\t de\r\n\u00a0 Boer \x00") == "Jan de Boer"
