"""LimeSurvey's .lss: what both know comes in, the rest is told by the code of the question."""

from pathlib import Path

import pytest

from peilingen.domain.instellingen import Instellingen
from peilingen.domain.voorwaarden import Regel, Vergelijking, Voorwaarde
from peilingen.domain.vorm.json_lezen import read_json
from peilingen.domain.vorm.json_schrijven import write_json
from peilingen.domain.vorm.lezen import read_formulier
from peilingen.domain.vorm.typen import Optie
from peilingen.refusals import OnleesbaarFormulier

BESTAND = Path(__file__).parent / "bestanden" / "prettig_wonen.lss"
LASTIG = '(KENT.NAOK == "A1" && JAREN.NAOK > 3) || CIJFER.NAOK == 5'
OUD = """<?xml version="1.0" encoding="UTF-8"?>
<document>
 <LimeSurveyDocType>Survey</LimeSurveyDocType>
 <DBVersion>177</DBVersion>
 <languages><language>en</language></languages>
 <answers><fields><fieldname>qid</fieldname></fields><rows>
  <row><qid>1</qid><code>A2</code><answer><![CDATA[No]]></answer><sortorder>2</sortorder><language>en</language><scale_id>0</scale_id></row>
  <row><qid>1</qid><code>A1</code><answer><![CDATA[Yes]]></answer><sortorder>1</sortorder><language>en</language><scale_id>0</scale_id></row>
 </rows></answers>
 <groups><fields><fieldname>gid</fieldname></fields><rows>
  <row><gid>7</gid><sid>12</sid><group_name><![CDATA[Start]]></group_name><group_order>0</group_order><language>en</language></row>
 </rows></groups>
 <questions><fields><fieldname>qid</fieldname></fields><rows>
  <row><qid>2</qid><parent_qid>0</parent_qid><sid>12</sid><gid>7</gid><type>T</type><title>Q2</title><question><![CDATA[Why?]]></question><help/><other>N</other><mandatory>N</mandatory><question_order>2</question_order><language>en</language><relevance><![CDATA[((12X7X1.NAOK == "A2"))]]></relevance></row>
  <row><qid>1</qid><parent_qid>0</parent_qid><sid>12</sid><gid>7</gid><type>!</type><title>Q1</title><question><![CDATA[<p>Happy?</p>]]></question><help/><other>N</other><mandatory>Y</mandatory><question_order>1</question_order><language>en</language><relevance>1</relevance></row>
 </rows></questions>
 <surveys><fields><fieldname>sid</fieldname></fields><rows><row><sid>12</sid><language>en</language></row></rows></surveys>
 <surveys_languagesettings><fields><fieldname>surveyls_title</fieldname></fields><rows>
  <row><surveyls_survey_id>12</surveyls_survey_id><surveyls_language>en</surveyls_language><surveyls_title>Mood</surveyls_title></row>
 </rows></surveys_languagesettings>
</document>
"""  # noqa: E501 -- rows as LimeSurvey writes them


@pytest.fixture(scope="module")
def gelezen():
    return read_formulier(BESTAND.read_bytes())


def test_every_type_that_both_have_comes_in(gelezen):
    assert gelezen.vorm.titel == "Prettig wonen"
    assert gelezen.vorm.inleiding == "Wij horen graag hoe het gaat.\nHet kost vijf minuten & helpt ons."
    assert [(vraag.sleutel, vraag.soort.value) for vraag in gelezen.vorm.vragen] == [
        ("v1", "onderdeel"),
        ("UITLEG", "tekstblok"),
        ("KENT", "een_keuze"),
        ("KOMT", "meer_keuzes"),
        ("PARK", "open"),
        ("CIJFER", "schaal"),
        ("WAAROM", "kort"),
        ("STEL", "matrix"),
        ("v2", "onderdeel"),
        ("JAREN", "getal"),
        ("GEBOREN", "datum"),
        ("RANG", "rangorde"),
        ("THUIS", "een_keuze"),
        ("BEN", "een_keuze"),
        ("VERVOER", "een_keuze"),
        ("v3", "kort"),
        ("v4", "kort"),
        ("v5", "kort"),
        ("v6", "een_keuze"),
        ("v7", "een_keuze"),
        ("LASTIG", "kort"),
    ]


def test_settings_words_and_conditions_come_in(gelezen):
    op_naam = {vraag.sleutel: vraag for vraag in gelezen.vorm.vragen}
    een_van = Vergelijking.EEN_VAN
    assert op_naam["KENT"].verplicht
    assert op_naam["KENT"].instellingen == Instellingen(anders=True)
    assert op_naam["KOMT"].instellingen == Instellingen(meeste=2)
    assert op_naam["KOMT"].uitleg == "Kies alles wat past."
    assert op_naam["KOMT"].voorwaarde == Voorwaarde((Regel("KENT", een_van, ("k1",)),))
    assert op_naam["PARK"].voorwaarde == Voorwaarde((Regel("KOMT", een_van, ("k1",)),))
    assert op_naam["WAAROM"].voorwaarde == Voorwaarde(
        (Regel("CIJFER", Vergelijking.HOOGSTENS, getal="2"), Regel("KENT", Vergelijking.BEANTWOORD))
    )
    assert op_naam["v2"].voorwaarde == Voorwaarde((Regel("KENT", Vergelijking.GEEN_VAN, ("k2",)),))
    assert op_naam["STEL"].stellingen == (
        Optie("s1", "Ik voel mij thuis."),
        Optie("s2", "Ik ken mijn buren."),
    )
    assert op_naam["JAREN"].instellingen == Instellingen(minimum="0", maximum="100", eenheid="jaar")
    assert op_naam["GEBOREN"].instellingen == Instellingen(weergave="jaar", minimum="1900")
    assert gelezen.vorm.vertalingen["en"]["KENT.k2"].tekst == "No"


def test_what_does_not_come_along_is_told_by_the_code_of_the_question(gelezen):
    assert [str(melding) for melding in gelezen.meldingen] == [
        "De taal “fr” komt niet mee.",
        "Dit komt niet mee: antwoorden die vooraf zijn ingevuld.",
        "Dit komt niet mee: de tekst aan het eind.",
        "vraag KOMT: de instelling “random_order” (1) komt niet mee.",
        "vraag WAAROM: een antwoord dat in de tekst wordt ingevuld, komt niet mee.",
        "groep “Over uzelf”: “niet gekozen” geldt hier alleen voor wie de eerdere vraag beantwoordde.",
        "vraag VERVOER: de toelichting staat nu in een eigen vraag erna.",
        "vraag WOORDEN: elke regel is een eigen vraag geworden.",
        "vraag TIEN: de tabel is te groot. Elke regel is een eigen vraag geworden.",
        "vraag FOTO: een vraag van de soort “bestand meesturen” kan hier niet. Zij komt niet mee.",
        "vraag SOM: een antwoord dat in de tekst wordt ingevuld, komt niet mee.",
        "vraag SOM: een vraag van de soort “berekening” kan hier niet. Zij komt niet mee.",
        f"vraag LASTIG: de voorwaarde “{LASTIG}” kan hier niet. De vraag wordt altijd gesteld.",
    ]


def test_what_came_in_is_a_form_file(gelezen):
    assert read_json(write_json(gelezen.vorm)).vorm == gelezen.vorm


def test_an_older_file_with_a_row_per_language_comes_in_too():
    gelezen = read_formulier(OUD.encode())
    kop, een, twee = gelezen.vorm.vragen
    assert (kop.tekst, een.tekst, twee.tekst) == ("Start", "Happy?", "Why?")
    assert [keuze.tekst for keuze in een.keuzes] == ["Yes", "No"]
    assert twee.voorwaarde == Voorwaarde((Regel("Q1", Vergelijking.EEN_VAN, ("k2",)),))
    assert [str(melding) for melding in gelezen.meldingen] == [
        "Er is geen Nederlands bij. De teksten in “en” staan nu op die plaats."
    ]


@pytest.mark.parametrize(
    ("data", "tekst"),
    [
        (b"<document>", "Dit .lss-bestand is niet te lezen: het is geen geldige XML."),
        (b"<html></html>", "Dit is geen vragenlijst van LimeSurvey."),
        (
            b'<!DOCTYPE d [<!ENTITY a "aaaa">]><document>&a;</document>',
            "Dit .lss-bestand is niet te lezen: het is geen geldige XML.",
        ),
        (
            b"<document><LimeSurveyDocType>Survey</LimeSurveyDocType></document>",
            "In deze vragenlijst van LimeSurvey staan geen vragen.",
        ),
        (
            b"<document><LimeSurveyDocType>Group</LimeSurveyDocType></document>",
            "Dit is geen vragenlijst van LimeSurvey.",
        ),
    ],
)
def test_another_file_gets_one_clear_line(data, tekst):
    with pytest.raises(OnleesbaarFormulier) as fout:
        read_formulier(data)
    assert str(fout.value).startswith(tekst)
