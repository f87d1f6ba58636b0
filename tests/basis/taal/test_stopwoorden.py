from basis.taal.stopwoorden import STOPWOORDEN


def test_function_words_and_fillers_are_in_and_subjects_are_not():
    assert len(STOPWOORDEN) >= 200
    assert {"de", "het", "niet", "waarvoor", "eh", "zegmaar", "oké"} <= STOPWOORDEN
    assert STOPWOORDEN.isdisjoint({"buurt", "mensen", "groen", "huis", "hulp", "veilig", "bus", "werk"})


def test_all_are_lower_case_words():
    assert all(woord == woord.lower().strip() and " " not in woord for woord in STOPWOORDEN)
