"""Function words by which the language of a short answer is told. Our own lists."""

from basis.taal.stopwoorden import STOPWOORDEN

# Dutch function words that English has too; they tell nothing.
_OOK_ENGELS = frozenset("in is we me was had over of op de die men her want been on an as he so go".split())
NEDERLANDS = STOPWOORDEN - _OOK_ENGELS
ENGELS = frozenset(
    "the and to of a that it for not with he as you do at this but his by from they say her she or an will "
    "my one all would there their what so up out if about who get which go when make can like no just him "
    "know take people into your good some could them other than then now only its also after how our "
    "because any these us are been has had were did very more much too i don't it's there's isn't can't i'm "
    "have be is need want should nothing always never every here where many "
    "live neighbourhood neighborhood".split()
)
TURKS = frozenset(
    "ve bir bu da ne için çok daha var yok ile ben sen biz siz onlar mi mı mu mü ama gibi kadar olan olarak "
    "değil şey zaman her hiç en o şu benim bizim senin sizin onun burada orada nasıl neden kim ki ya hem "
    "veya istiyorum istiyoruz iyi güzel mahalle mahallede olsun oldu olması lazım gerek sonra önce bana "
    "bize bunu şimdi artık herkes kimse insanlar çocuklar çocuk çocuklarım komşular "
    "komşularım evde evim".split()
)
POOLS = frozenset(
    "i w z na do się że nie to jest o jak ale po co tak za od dla już przez tylko są bardzo może być ma mam "
    "mamy tu tam gdzie kiedy bo czy więcej lub oraz który która które mnie mi nas nam ich go jego jej moje "
    "mój moja nasz nasza dzieci ludzi ludzie trzeba chcę chciałbym chciałabym potrzebujemy brak jestem u ze "
    "we wszystko zawsze nigdy dobrze mieszkam tutaj sąsiedzi żeby".split()
)
# German, French, Spanish and Papiamento: not told apart, but they should not pass for Dutch or English.
ANDERE = frozenset(
    "und ist nicht ich das auch für sehr aber sind eine ein der wir haben mehr zu mit auf im wie le les des "
    "est pas nous vous pour dans avec une très il elle et du sur qui que ne je c'est y los las por para con "
    "muy pero está hay mi el es una del como más no la en se lo ta pa bo nos ku den un hopi tin "
    "e di mester".split()
)
