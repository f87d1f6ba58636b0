import pytest
from hypothesis import given
from hypothesis import strategies as st

from basis.taal.talen import detect_language

ZINNEN = {
    "nl": """
        Meer groen in de straat | te weinig bankjes | Geen idee eigenlijk | hangjongeren drugs overlast
        Wonen is hier duur | goede buurt weinig overlast veel groen | parkeren parkeren parkeren
        ik ben bang in donker | Water in kelder, schimmel in slaapkamer
    """,
    "en": """
        More benches in the park please | I want to learn Dutch but there is no place
        playground broken, elevator broken | nothing for young people | letters only in Dutch
        My neighbours are very kind | safe and clean streets | feeling lonely every day
    """,
    "tr": """
        Mahallede çocuklar için park yok | Komşularım çok iyi | Hollandaca öğrenmek istiyorum
        Burada herkes yalnız | Kiralar çok pahalı ve ev yok | geceleri sokaklar karanlik ve guvenli degil
    """,
    "pl": """
        Chciałbym więcej zieleni w okolicy | Nie ma miejsca dla dzieci | Sąsiedzi są mili
        Brakuje lekarza który mówi po polsku | mieszkania sa za drogie i male
    """,
    "ar": "أريد حديقة للأطفال | الجيران طيبون جدا | شكرا",
    "uk": "Хочу більше зелені | Мені потрібні курси мови | дякую",
    "onbekend": """
        ok | nee | ... | 112 | Delft | Ich wohne hier sehr gern und die Nachbarn sind nett
        Je voudrais plus de parcs pour les enfants | Quiero más parques para los niños y menos coches
        я хочу больше парков, это мы | من می‌خواهم پارک برای کودکان | mi ta biba aki y mi ta kontentu
    """,
}


def gevallen() -> list[tuple[str, str]]:
    return [
        (tekst.strip(), taal)
        for taal, blok in ZINNEN.items()
        for regel in blok.strip().splitlines()
        for tekst in regel.split("|")
        if tekst.strip()
    ]


@pytest.mark.parametrize(("tekst", "taal"), gevallen())
def test_language(tekst, taal):
    assert detect_language(tekst) == taal


def test_nothing_is_unknown():
    assert detect_language("") == "onbekend"
    assert detect_language(" \n") == "onbekend"


@given(st.text(max_size=60))
def test_any_text_gets_one_of_the_languages(tekst):
    assert detect_language(tekst) in ZINNEN
