"""Words that raise or lower what a check is worth, each group with the reason that a reviewer reads."""

# Figures of consequence: a number together with one of these is more than a date or an age.
QUANTITIES = frozenset(
    "percent per cent million billion trillion thousand hundred dozens hundreds thousands millions dollars euros pounds euro"
    " dollar pound tonnes tons kilometres kilometers miles votes seats cases deaths people residents injuries casualties"
    " victims jobs rate rates majority half third quarter double triple twice".split()
)

COMPARISONS = frozenset(
    "more less fewer most least largest biggest smallest highest lowest worst best first last only record ever never second"
    " third fastest longest oldest youngest deadliest greatest higher lower larger greater worse better faster youngest"
    " unprecedented historic majority increase increased decrease decreased rose fell rise risen fallen dropped grew growth"
    " doubled tripled compared than exceeded surpassed".split()
)

CAUSES = frozenset(
    "because cause caused causes causing due led leads leading result resulted resulting responsible blame blamed triggered"
    " prompted contributed owing therefore effect effects impact consequence linked".split()
)

HARM = frozenset(
    "killed kill killing died dead death deaths injured injuries wounded victims attack attacks attacked bomb bombing explosion"
    " shot shooting murder murdered rape raped assault abuse abused violence violent crime criminal illegal illegally unlawful"
    " fraud corruption corrupt bribery terrorism terrorist war crash crashed fire outbreak infected virus disease poison"
    " poisoned arrested convicted charged guilty sentenced accused violated violation violations torture threat threatened"
    " unconstitutional banned suspended evacuated destroyed damage damaged collapsed hostage missing".split()
)

STAKES = frozenset(
    "government president minister parliament congress senate court judge law laws election elections vote voted votes police"
    " military army troops tax taxes budget economy trade sanctions nuclear climate health vaccine immigration refugees"
    " rights constitution impeachment policy investigation evidence".split()
)

OPINION = frozenset(
    "good bad great terrible wonderful horrible beautiful amazing incredible shameful disgraceful unacceptable important"
    " disappointed disappointing proud happy sad sorry glad grateful thank thanks honoured honored honor honour love loved hope hopes"
    " hoping believe believes feel feels think thinks welcome welcomed condemn condemned deeply tragic brave courageous heroes hero"
    " unfair ridiculous absurd dangerous wrong right fantastic excited exciting brilliant humble kind icon inspiring legend"
    " pleased tremendous proudly strongly sympathy sympathies condolences prayers outrage outrageous hoax witch stunt"
    " concerned concern worried worrying fascinating nice outstanding pleasure".split()
)

DEMANDS = frozenset(
    "should must need needs ought let urge urged demand demands call calls please require deserve deserves".split()
)

PREDICTIONS = frozenset(
    "will would 'll shall expected expects expect plan plans planned intends intend intended going scheduled likely may might"
    " could forecast predicted hopes upcoming future next promise promised if".split()
)

ROUTINE = frozenset(
    "born located held began started opened attended served studied graduated joined lives named called known founded"
    " moderated announced scheduled appeared played aged married took place featured released published performed wore"
    " wrote visited met arrived landed launched spoke".split()
)

# Cues by what they do, for a claim that somebody makes.
CUES = {
    "accuses": frozenset(
        "accuse accused accuses accusing alleged alleges alleging blame blamed blaming charged charges".split()
    ),
    "finds": frozenset(
        "found find finds finding showed shows show confirmed confirm confirms concluded according reported estimated estimates".split()
    ),
    "denies": frozenset("denied denies deny rejected dismissed refuted disputed".split()),
    "predicts": frozenset("predicted predict predicts forecast expected warned warns warn".split()),
    "promises": frozenset("promised vowed pledged plans intends committed agreed".split()),
    "demands": frozenset("urged called demanded asked advised recommended calling urges demands asking".split()),
    "judges": frozenset(
        "criticised criticized praised condemned described called hailed thanked welcomed lauded praised congratulated apologised apologized".split()
    ),
}
