"""What `vraagstelling` looks for: patterns of spelling, each with the reason that the writer gets."""

import re

GEEN_WERKWOORD = "met dat wat dit het niet uit tot want omdat naast achter over als of bij voor aan van om"
# A finite verb before "u": it ends in t, or is one of the short ones; never one of the words above.
WERKWOORD = (
    rf"(?!(?:{'|'.join(GEEN_WERKWOORD.split())})\b)"
    r"(?:\w{2,}t|ben|heb|kan|wil|mag|zou|kon|ga|doe|zie|vond|had|was|deed|ging|wist)"
)


def compile_een_van(*delen: str, na: str = "") -> re.Pattern[str]:
    """Give a pattern for any of these, at the borders of words; `na` must follow."""
    return re.compile(r"\b(?:" + "|".join(delen) + r")\b" + na, re.IGNORECASE)


# "en" and "of" that join one thing, not two asks.
VAST = compile_een_van(
    r"tussen \w+(?: \w+)? en", "in en om", "in of om", "wel of niet", "wel of geen", "al dan niet", "ja of nee",
    "een of meer", "een of twee", "meer of minder", "min of meer", "af en toe", "nu en dan", "op en neer",
    "dag en nacht", "dag of nacht", "eens en oneens", "eens of oneens", "goed of slecht", "en zo ja", "of niet",
    "waarom wel en waarom niet", "hulp en zorg", "zorg en hulp", "familie en vrienden", "vrienden en familie",
    "familie en buren", "vrienden en buren", "en dergelijke", "man en vrouw", "kinderen en jongeren",
    "straten en pleinen", "ouders en kinderen", "voor- en nadelen", "tevreden of ontevreden",
    "vaker of minder vaak",
)  # fmt: skip
# A sentence after the first that only asks for the reason is no second question.
VERVOLG = re.compile(
    r"(?:en )?(?:waarom|waarom (?:wel|niet).*|hoe komt dat|kunt u dat uitleggen|hoezo)\??", re.IGNORECASE
)

# "… en wat krijgt u?", but not "… wat u meemaakt en wat u bezighoudt".
TWEE_VRAGEN = re.compile(
    r"(?<=\S )(?:en|of) (?:(?:met|aan|van|voor) )?(?:wat|wie|waar\w*|hoe\w*|waarom|wanneer|welke?)\b(?! u\b)",
    re.IGNORECASE,
)
# "Welke plekken gebruikt of mist u?", "Kent u het buurthuis en komt u er?"
TWEE_WERKWOORDEN = re.compile(rf"\b\w+,? (?:en|of) {WERKWOORD} u\b", re.IGNORECASE)
HOE_EN = re.compile(r"^hoe (\w+) en (\w+) (?!u\b)", re.IGNORECASE)
OORDEEL = compile_een_van(
    "tevreden (?:bent u )?(?:over|met)", "vindt u (?:van|over|het|dat|uw)", "beoordeelt u", "denkt u (?:over|van)",
    "hoe (?:is|zijn|gaat|vindt)", "welk cijfer", "bent u (?:tevreden|blij)",
)  # fmt: skip
PAAR = re.compile(
    r"\b(?!(?:goed|slecht|meer|een)\b)\w+ en (?:(?:de|het|een|uw|te|om|in|met|andere) )*\w+", re.IGNORECASE
)
TWEE_BEWERINGEN = re.compile(r"\b\w+ en (?:ik|wij|we|de|het|er)\b", re.IGNORECASE)

STUREND: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        compile_een_van("(?:vindt|vond|denkt|wilt) u (?:het )?(?:ook niet|niet ook|ook|niet)", na=r"(?=[^.?!]*\?)"),
        "Dit klinkt alsof u al weet wat mensen moeten zeggen. Vraag: “Wat vindt u van …?”",
    ),
    (
        compile_een_van(
            "bent u het (?:(?:ermee|er|mee|ook|toch|niet) )*eens (?:dat|met)", "bent u (?:ook|niet) van mening"
        ),
        "Mensen zeggen hier eerder ja, wat ze ook vinden. Vraag: “Wat vindt u van …?”",
    ),
    (
        compile_een_van(
            "zou(?:dt)? u niet (?:liever|beter|ook)", "zou het niet (?:beter|fijn|goed|mooi|leuk)",
            r"moet(?:en)? \w+(?: \w+)? niet", r"toch (?:ook|wel|niet)(?=[^.?!]*\?)", r"(?:hè|nietwaar|toch)(?=\s*\?)",
        ),
        "Dit duwt naar één antwoord. Vraag het open, of geef beide kanten even veel ruimte.",
    ),
    (
        compile_een_van(
            "iedereen weet", "zoals u weet", "we weten allemaal", "wij weten allemaal", "de meeste mensen vinden",
            "veel mensen vinden", "deskundigen vinden", "het is bekend dat", "natuurlijk", "vanzelfsprekend",
            "uiteraard",
        ),
        "Wat anderen vinden of weten, stuurt het antwoord. Laat dit weg.",
    ),
    (
        re.compile(
            r"^hoe (?:goed|fijn|mooi|leuk|prettig|slecht|erg|vervelend|gezellig|blij|trots|lastig|moeilijk|makkelijk|"
            r"gevaarlijk|onveilig|schoon|vies) "
            r"(?:vindt|vond|is|was|zijn|waren|bent|gaat|gaan|ging|verloopt|verliep|werkt|doet)\b",
            re.IGNORECASE,
        ),
        "Deze vraag kiest al een kant. Vraag: “Hoe vindt u …?” of “Hoe gaat …?”",
    ),
    (
        compile_een_van(
            "belachelijke?", "schandalige?", "vreselijke?", "verschrikkelijke?", "afschuwelijke?", "onaanvaardbare?",
            "hardnekkige?", "geweldige?", "fantastische?", "prachtige?", "schitterende?", "zogenaamde?", "asociale?",
            "onverantwoorde?", "overlastgevende?", "torenhoge", "eindelijk", "helaas", "terecht dat", "ten onrechte",
        ),
        "Dit woord bevat al een oordeel. Noem alleen waar het over gaat.",
    ),
    (
        compile_een_van(
            r"waarom (?:bent|vindt|voelt|wilt|gaat|doet) u (?:\w+ ){0,3}?"
            "(?:niet|geen|onveilig|ontevreden|tevreden|bang|boos|blij)"
        ),
        "Deze vraag weet het antwoord al. Vraag eerst of het zo is.",
    ),
)  # fmt: skip

GEEN_ONTKENNING = compile_een_van(
    "wel of niet", "wel of geen", "al dan niet", "of niet", "niet alleen", "zo niet", "waarom niet", "wie niet",
    "wat niet", "niet (?:zo )?lang geleden", "weet (?:ik |u )?(?:het |dat )?niet", "niets", "niet meer",
)  # fmt: skip
NEE = compile_een_van("niet", "geen", "nooit", "niemand", "nergens", "zonder")
OMGEKEERD = compile_een_van(
    "oneens", "ontevreden", "onveilig", "onprettig", "ongezond", "onbelangrijk", "onbereikbaar", "onduidelijk",
    "ongelukkig", "onmogelijk", "afschaffen", "afgeschaft", "verbieden", "verboden", "verbod", "tegengaan", "tenzij",
    "behalve", "tegen het", "tegen de", "stoppen met",
)  # fmt: skip
# Yes-no questions begin with the verb: "Bent u niet …?"
JA_NEE = re.compile(
    rf"^(?:{WERKWOORD}|is|zijn|waren|hebben) (?:u|uw|er|het|de|je|iemand|mensen)\b", re.IGNORECASE
)
