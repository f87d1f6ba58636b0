import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basis.taal.lichtmodel import read_model
from basis.taal.talen import BESTAND, TALEN, detect_language
from scripts.kiezers import ANDERSTALIG, read_rijen

ZINNEN = {
    "nl": """
        Meer groen in de straat | te weinig bankjes | Geen idee eigenlijk | hangjongeren drugs overlast
        Wonen is hier duur | goede buurt weinig overlast veel groen | parkeren parkeren parkeren
        ik ben bang in donker | Water in kelder, schimmel in slaapkamer | ok | nee | Delft | park | drugs
        ik weetut nie | ge kunt hier nie parkeren | buurvrouw heel lief altijd geven soep | chill buurtje wel safe
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
    "de": "Ich wohne hier sehr gern und die Nachbarn sind nett",
    "fr": "Je voudrais plus de parcs pour les enfants",
    "es": "Quiero más parques para los niños y menos coches",
    "pap": "mi ta biba aki y mi ta kontentu",
    "ary": "ma kayn walou l drari f had l7ouma",
    "so": "Carruurta meel ay ku ciyaaraan ma jirto",
    "srn": "mi no e frustan den brifi fu lanti",
    "ti": "ጎሓፍ ኣብ ኩሉ ቦታ ኣሎ",
    "fy": "der binne gjin huzen foar de jongelju yn it doarp",
    "onbekend": """
        ... | 112 | 👍 | [naam] | 公园 | ሰላም ነው አዲስ አበባ
        я хочу больше парков, это мы | من می‌خواهم پارک برای کودکان
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
    assert detect_language(tekst) in TALEN


def test_statements_that_nothing_learnt_from():
    rijen = [(r["taal"], detect_language(r["tekst"])) for r in read_rijen(ANDERSTALIG, "proef")]
    assert [herkend for taal, herkend in rijen if taal == "nl" and herkend != "nl"] == []
    assert sum(taal == herkend for taal, herkend in rijen) >= 0.95 * len(rijen)


def test_the_model_was_made_from_these_rows():
    assert read_model(BESTAND).bron == hashlib.sha256(ANDERSTALIG.read_bytes()).hexdigest()


@given(st.permutations("de buren zijn hier heel aardig en helpen elkaar".split()))
def test_the_order_of_words_changes_nothing(woorden):
    assert detect_language(" ".join(woorden)) == "nl"
