"""Our own word lists for finding names: titles, names the lists of deduce lack, and words that are no name.

All lower case. What stands here was chosen by reading what the rules mask in Dutch answers of residents.
"""

# --- words that announce a name ----------------------------------------------------------------------

# After these a capitalised word is a name whatever it is: "mevrouw Bloem", "tante Sint".
AANSPREKINGEN = frozenset(
    "mevrouw mevr mevr. mw mw. mvr mvr. meneer menheer mijnheer dhr dhr. hr. juffrouw mejuffrouw "
    "mej mej. heer heren dames tante oom opa oma nicht neef buurvrouw buurman buuf familie fam fam. "
    "echtpaar drs drs. dr dr. ir ir. ing. mr. prof prof. professor ds ds. dominee pastoor pater "
    "zuster imam juf".split()
)
# After these a capitalised word is a name when it is in the lists or is no Dutch word: "wijkagent Kees".
ROLLEN = frozenset(
    "agent wijkagent boa handhaver burgemeester wethouder raadslid dokter huisarts tandarts fysio "
    "fysiotherapeut verpleegkundige wijkverpleegkundige thuishulp huishoudhulp hulp verzorgster "
    "begeleider begeleidster coach jobcoach budgetcoach buurtcoach cultuurcoach maatje taalmaatje "
    "vrijwilliger vrijwilligster beheerder beheerster conciërge huismeester flatwacht portier "
    "jongerenwerker jongerenwerkster opbouwwerker opbouwwerkster buurtwerker buurtwerkster "
    "welzijnswerker werker consulent consulente ambtenaar wijkmanager wijkregisseur coördinator "
    "coordinator voorzitter penningmeester secretaris trainer trainster meester leraar lerares "
    "leerkracht docent docente directeur directrice man vrouw zoon zoontje dochter dochtertje "
    "kleinzoon kleindochter broer broertje zus zusje moeder vader schoonmoeder schoonvader "
    "schoonzus zwager vriend vriendin partner echtgenoot echtgenote buur buurtjes buurjongen "
    "buurmeisje bovenbuurvrouw bovenbuurman onderbuurvrouw onderbuurman overbuurvrouw overbuurman "
    "collega cliënt client bewoner bewoonster mantelzorger kapper kapster slager groenteboer "
    "visboer kok kokkin gastvrouw gastheer kinderen kleinkinderen ex hond kat".split()
)
# Between first name and surname.
TUSSENVOEGSELS = frozenset(
    "van von de der den het 't ten ter te la le du del della di da dos el al ben bin ibn ould v.d. "
    "v/d vd".split()
)
# These only before "'t" and "den": "Op den Berg" is a surname, "op de markt" is not.
TUSSENVOEGSELS_VOOR_DEN = frozenset("in op uit aan".split())
# Particles after which any unknown word is taken for a surname; "van Philips" and "van de Hema" are not so.
ACHTERNAAM_VOLGT = frozenset("der den 't ten ter del della di dos el al ben bin ibn ould v.d. v/d vd".split())
# Surnames that go with a mere "de" in front.
ACHTERNAMEN_MET_DE = frozenset(
    "vries jongh bruijn bruyn rooij rooy kruijf kruyff clercq klerk weerd weert backer swart bie "
    "nijs graaff ruyter gooijer gooyer heij munck mey meij block kock smet".split()
)

# --- additions to the lists --------------------------------------------------------------------------

EXTRA_VOORNAMEN = frozenset(
    "oksana olena olha iryna svitlana nataliia nataliya natalija ljoedmyla lyudmyla halyna tetiana "
    "tetyana yuliia volodymyr oleksandr oleksandra andriy andrii dmytro mykola serhii vasyl bohdan "
    "taras yaroslav vitaliy katarzyna małgorzata agnieszka krzysztof tomasz grzegorz zbigniew "
    "wojciech paweł michał łukasz bożena elżbieta jadwiga grażyna beata ewelina justyna mateusz "
    "przemysław selam tesfay yonas mehari filmon semhar senait abrehet berhane haben kidane ayşe "
    "fatma hatice zeynep emine şerife gülsüm gülay nurcan özlem çiğdem sevgi mehmet mustafa hüseyin "
    "ibrahim ismail osman yusuf emre burak okan serkan erdal yılmaz khadija khadijah khadisja naima "
    "najat souad samira malika fatiha hafida rachida latifa yasmina abdelkader abdelhak abdellah "
    "mimount rkia aïcha aicha houda hanan moustapha youssef hicham karim said saïd mbarek shanti "
    "sunita radjesh rishi soerdj indra sjaan sjaantje greetje annie truus trudy riet ria wil bep "
    "bets jopie toos cor corrie fien sien sjaak sjors chantal priscilla kelly wesley jeffrey dennis "
    "patrick ricardo giovanni kasia basia gosia zosia asia magda ania ola tomek krzysiek kuba "
    "piotrek wojtek jurek nguyen linh mei-ling xiu ahmad mohamad mahmoud khaled rasha bashar "
    "ghassan nour nouri hala rania".split()
)
# In the lists, but as a word in an answer never or hardly ever a person.
GEEN_VOORNAAM = frozenset(
    "aan aard al alle allen alles ander anders ante april augustus buiten cent corona da dan date "
    "de di dik do door duurt el elke er even fe ha he hei hoi hou hub ik ing januari januarius "
    "jarig jouw juli jun juni ka klaar la le li lo lumen made man mar mat me mee mei men mi min "
    "mini nader niks nil of on onder onze per po ramadan rey ri san sau semi sep si sint sla so son "
    "su tas te tel thai tien to tong tot tu u un van vi vida vlinder was wat we wee wei wen wij "
    "will wilt win you young ze zo zomer zon zus zusje broer broertje buurman baan bars bate bent "
    "blaas bouwen cis dia dim dimmen dot duifje eden eind fan fender gene gul gulden hale hang har "
    "haring helle hing hok jeep junior kader kam kar keet kei kier kien kik kin koop kor lam lasse "
    "lava lei lene lette lente lijntje lok long lot luit maagje maan maatje mans matje meander "
    "melodie mik mint mus nam nas nova ouwe pel pier pluk pol pui rem rende richel richt riff roef "
    "rover rui serve seven sim sing skip sol soma spike stern stoffer tak tam tetje tietje truitje "
    "tuba veer volken vrouwtje wan wang wende wiek wiel witte wijntje zilver zier zoetje zwier god "
    "allah jezus jesus mozes islam israel israël sinterklaas zwarte kerst pasen europa amerika "
    "afrika azië asia china india america holland delft".split()
)
# In the dictionary, yet a name wherever they are written with a capital.
VOORAL_VOORNAAM = frozenset(
    "aad aaltje aartje harm greet trees toke lies abraham adele agnes albert alexander amber aren "
    "arend arie aron astrid axel barry bas benjamin bob bobby boudewijn bram charles daan daantje "
    "demi dennis dolf donna doortje douwe dries dylan elco ellen els elsje emir erica erika ester "
    "eva evertje ferry fokke frank fransje frans geert geertje gerold griet grietje hannes hans "
    "hein hendrik henry ida iris jaap jack jan janet jantje jasper jeannet jet joel johannes joke "
    "jonas joop justine kaatje karel karin karsten kees ken kim klaas koen koert koos kris leen "
    "leentje liesje lieven loek lotje lubbert luna maarten maartje marc margriet marieke marina "
    "marijke mats matt maxime mees meike mieke miep mies mohammed nel nol noor noortje oscar peet "
    "peter petra piet pietje puck quinten rachel rein rené riek rietje rik rob robbert robert "
    "roosje rosa rowan sanne sannie serge steven taco tim tjerk tommy vicky willem wim wout ward "
    "wessel wouter maria annie anna".split()
)
# Other names of two or three letters are taken for a slip of the pen at the start of a sentence.
KORTE_VOORNAMEN = frozenset(
    "aad ali amy ank ans bea bep bob cas cem cor ece efe ela els eva fay gea han ian ida ina ira "
    "isa ivo jan jay jim jip joe jon jos kai kay ken kim lea leo lex lia liv liz lou luc max mia "
    "nel nia noa nol nur pam pia pim ray ria rie rik rob ron roy sef sem syl ted tes tim tom uma "
    "vic wim zoe zoë zoé ben bas mel meg".split()
)
# Names that in an answer are more often a brand, a place or an English word: only with a title, a surname
# or another cue, also in the middle of a sentence.
ALLEEN_MET_AANWIJZING = frozenset(
    "kas kent bin zessen enzo erin schie hoop joy hope angel happy faith star sunny jordan paris "
    "sydney chelsea florida georgia victoria adelaide art action gamma vermeer rembrandt gogh "
    "cruijff mandela gandhi napoleon tesla bosch philips heineken mercator romeo may june july "
    "august can covid appie siri alexa tiny blue river phoenix kings lines king jazz justice daily "
    "danish moon sky day grace mercy love lovely luck lucky master miracle ocean princess prince "
    "rose ruby silver summer sun swan tiger trinity wing west camp back both with holder rendering "
    "outer puts levels benders bend block chase diamond destiny desire diet divine donate done duke "
    "dusty earl fake given genesis harmony has him hero indie ivory jade just liberty line lion "
    "loan lone melody merit nine olive pearl pepper precious prudence raven ridge saber sake sin "
    "sage take tea thyme timber tin tuna vanity vital wail wander ward wart zen venus troy orlando "
    "nevada virginia carolina sofia lyon rome roma dakota brooklyn aurora amstel gool veur hollands "
    "brabander turk zeeuw vlaming waals franse franken spaansen grieken hollanders engelsman "
    "spanjaard zwitser duits spaans medina olympia isis flora delta alpha sigma omega gaia terra "
    "lumen vita francs soleil jazzy india china asia buddy candy berry brandy cherry crystal deli "
    "dexter ebony femme fine fleurop ginger henna jelly jetty merlin mini ninja nirvana olie "
    "pandora pita sienna sierra savanna wolfram karma kayo senna ale ander ate eke ids funs hens "
    "men daal sint saint blokker beer wolf raaf haan duif zwaan lam bijenkorf wibra zeeman".split()
)
# Verb forms that are a name too: no name beside a word such as "ik".
NAAM_ALS_WERKWOORD = frozenset("wil ben ken kent bent leen koos win lies bel".split())
ONDERWERPEN = frozenset("ik je jij u wij we ze zij hij men die wie er niemand iedereen niet".split())
# Also a verb or noun at the start of a sentence, but not before one of the words below it.
NAAM_VOOR_PERSOONSVORM = frozenset(
    "mark ben wil job bo mo puck flip kick bink dolly helen hans wim ton".split()
)
PERSOONSVORM = frozenset(
    "is heeft was had zegt zei doet deed komt kwam helpt hielp woont woonde werkt werkte kan kon "
    "zou gaat ging staat stond weet wist vindt vond geeft gaf regelt regelde zorgt zorgde en".split()
)
GEEN_ACHTERNAAM = frozenset("er al van de het en of ik dit dat is was".split())

# --- places and organisations ------------------------------------------------------------------------

PLAATSEN = frozenset(
    "nederland belgië duitsland frankrijk engeland spanje italië polen turkije marokko suriname "
    "syrië oekraïne rusland irak iran afghanistan eritrea somalië ethiopië china india indonesië "
    "curaçao aruba bonaire amerika europa afrika azië israël palestina gaza roemenië bulgarije "
    "hongarije portugal griekenland kroatië servië bosnië denemarken chili chile cuba mexico "
    "brazilië argentinië peru colombia venezuela jamaica haïti japan korea vietnam thailand "
    "pakistan bangladesh nepal egypte tunesië algerije libië soedan nigeria ghana kenia congo "
    "kameroen senegal angola mozambique kaapverdië zuid-afrika koerdistan jordanië libanon jemen "
    "georgië armenië azerbeidzjan oostenrijk zwitserland tsjechië slowakije slovenië litouwen "
    "letland estland wit-rusland moldavië macedonië montenegro albanië kosovo cyprus malta ijsland "
    "luxemburg hamburg keulen praag rome sofia boekarest boedapest lyon wenen athene lissabon "
    "barcelona moskou jeruzalem bagdad damascus aleppo kabul teheran casablanca rabat tanger nador "
    "agadir paramaribo willemstad jakarta izmir konya kayseri asmara mogadishu lagos accra caïro "
    "florida californië texas zweden noorwegen finland ierland schotland londen parijs berlijn "
    "brussel antwerpen gent istanbul ankara kiev kyiv warschau madrid new york randstad holland "
    "westland haaglanden delfland delft tanthof tanthof-west tanthof-oost buitenhof voorhof "
    "poptahof wippolder vrijenban voordijkshoorn ruiven schieweg abtswoude binnenstad biesland "
    "marlot ecodus kuyperwijk krakeelpolder olofsbuurt westerkwartier bomenwijk agnetapark heilige "
    "gillisbuurt juniusbuurt fledderusbuurt pijperring multatulibuurt molenbuurt hoflaan pauwmolen "
    "delftzicht kerkpolder bosrand aziëbuurt vogelbuurt dierenbuurt boerderijbuurt koningsveldbuurt "
    "professorenbuurt zeeheldenbuurt ministersbuurt ackersdijk schoemakerplantage ypenburg "
    "rotterdam schiedam vlaardingen pijnacker nootdorp rijswijk naaldwijk".split()
)
# Names of persons in the name of something else.
GEEN_PERSONEN = (
    "albert heijn", "albert heyn", "jan linders", "dirk van den broek", "pieter van foreest",
    "reinier de graaf", "reinier de graafbuurt", "reinier de graafziekenhuis", "aart van der leeuw",
    "aart van der leeuwbuurt", "roland holst", "roland holstbuurt", "anne frank", "johan cruijff",
    "johan cruyff", "richard krajicek", "willem van oranje", "willem de zwijger", "hugo de groot",
    "johannes vermeer", "antoni van leeuwenhoek", "vincent van gogh", "van gogh", "max havelaar",
    "leger des heils", "sint joris", "sint maarten", "sint nicolaas", "sint jan", "sint franciscus",
    "sint jozef", "prins bernhard", "prins claus", "prinses beatrix", "koning willem",
    "koning willem-alexander", "willem-alexander", "willem alexander", "prinses máxima", "prinses maxima",
    "koningin máxima", "koningin maxima", "koningin juliana", "koningin wilhelmina", "koningin emma",
    "jip en janneke", "meet & greet", "meet and greet", "meet, greet", "meet en greet", "nelson mandela",
    "martin luther king", "mahatma gandhi", "jezus", "jesus christus", "ali b", "van leeuwenhoek",
    "bob de bouwer", "jan en alleman", "jan met de pet", "jan modaal", "jan publiek", "jan klaassen",
    "pietje precies", "jan splinter", "piet snot", "zwarte piet", "hans anders",
    "van dale", "peter pan", "dolle mina",
    "rode kruis", "dick bruna", "don bosco", "onze lieve vrouwe", "onze lieve vrouw", "titus brandsma",
    "mendes da costa", "domela nieuwenhuis", "corrie ten boom", "anton de kom", "sociaal team",
    "delft voor elkaar", "nova college",
)  # fmt: skip
# A name right after one of these belongs to a building or a group: "basisschool Anna", "café Jansen".
DRAGERS = frozenset(
    "stichting school basisschool college lyceum mavo havo kerk moskee kapel klooster parochie "
    "buurthuis wijkcentrum wijkgebouw buurtcentrum huis verpleeghuis verzorgingshuis zorgcentrum "
    "ziekenhuis hospice woonzorgcentrum centrum café cafe kroeg bar restaurant lunchroom snackbar "
    "cafetaria bakkerij slagerij supermarkt winkel boekhandel kapsalon apotheek praktijk vereniging "
    "club sportclub voetbalclub scouting sporthal zwembad gymzaal speeltuin park plein huize straat "
    "laan hof flat gebouw theater bioscoop museum bibliotheek zaal team project camping hotel "
    "kwekerij boerderij kinderboerderij manege garage bedrijf firma merk bv partij fractie orkest "
    "koor band film serie boek de het 't een sint st. st onze-lieve-vrouwe prins prinses koning "
    "koningin orkaan storm hertog graaf san santa santo saint los las la mount port fort new don".split()
)
DRAGERS_EIND = (
    "school", "huis", "tuin", "centrum", "kerk", "club", "winkel", "park", "plein", "flat", "bank",
    "vereniging", "stichting", "fonds", "festival", "markt", "hotel", "theater", "zaal", "hal",
    "boerderij", "moskee", "straat",
)  # fmt: skip
# A name right before one of these is part of the name of a place.
NA_NAAM_GEEN_PERSOON = frozenset(
    "school basisschool college lyceum court hof plein park straat laan weg kade brug huis kerk "
    "kapel museum stichting fonds instituut ziekenhuis house houses street square hal bokaal "
    "toernooi cup festival foundation center centrum university universiteit markt buurt wijk "
    "polder toren flat club".split()
)
NA_NAAM_KLEIN = frozenset(
    "school basisschool college lyceum court hof plein park museum stichting fonds house houses "
    "festival toernooi cup".split()
)
ACHTERVOEGSELS_PLAATS = (
    "straat", "laan", "plein", "weg", "kade", "gracht", "singel", "park", "hof", "brug", "school",
    "buurt", "wijk", "dreef", "pad", "steeg", "dijk", "markt", "huis", "kerk", "tunnel", "plantsoen",
    "poort", "toren", "flat", "college", "veld", "veldje", "bos", "sluis", "haven", "museum", "zaal",
    "hal", "stadion", "plas", "polder", "erf", "rotonde",
)  # fmt: skip
# Capitalised in the middle of a sentence, and no person.
GEEN_NAAM = frozenset(
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei "
    "juni juli augustus september oktober november december lente zomer herfst winter kerst pasen "
    "pinksteren ramadan suikerfeest nederlands nederlandse engels engelse turks turkse arabisch "
    "arabische marokkaans marokkaanse pools poolse frans franse duits duitse spaans spaanse "
    "oekraïens oekraïense surinaams surinaamse islam christen moslim god allah vmbo havo vwo mbo "
    "hbo gemeente politie provincie rijk staat europa wmo aow ggz ggd cao uwv vve anwb noord oost "
    "zuid west koning koningin internet facebook whatsapp google corona covid".split()
)
# Surnames that are a Dutch word and often follow "mevrouw" without a capital: "meneer bakker".
GEWONE_ACHTERNAMEN = frozenset(
    "bakker visser smit smits meijer mulder mulders bos vos peters hendriks dekker brouwer kok "
    "molenaar kuiper kuipers prins schouten kramer timmerman schipper schippers slager koster jager "
    "koning keizer hofman zwart wit klein bloem roos post linden berg dam beek boer boers groen "
    "blom vink haan valk vogel wolf snoek stam maas winter zomer storm beer kool appel boom bosch "
    "jong lange korte willems jacobs jansen".split()
)
