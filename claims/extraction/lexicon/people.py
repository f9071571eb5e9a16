"""Nouns and titles for people: what somebody is called tells that a person is meant, and often which pronoun follows."""

import re

# Part of those who were asked: "nearly half of teachers", "19 percent", "one in five"; several people, whatever noun follows.
SHARE = re.compile(
    r"(?:(?:more than|less than|fewer than|at least|up to|over|under|about|around|almost|nearly|roughly|just|only|some|the other)\s)*"
    r"(?:\d[\d.,]*\s?(?:percent\b|per cent\b|%)|half\b|(?:an?|one|two|three)[\s-](?:thirds?|quarters?|fifths?|tenths?)\b|(?:a|the) majority\b|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|\d+) (?:in|of|out of) (?:10|100|ten|a hundred)\b|(?:one|two|three|four|\d+) in (?:two|three|four|five|six|ten|\d+)\b)",
    re.IGNORECASE,
)

# Forms of address. They go before a name, are dropped from it, and some tell the gender.
MASCULINE_TITLES = frozenset(
    "mr sir lord king prince pope father brother duke imam sheikh baron emperor sultan"
    " dutchman englishman frenchman irishman scotsman welshman".split()
)
FEMININE_TITLES = frozenset(
    "mrs ms miss mme madame dame lady queen princess sister duchess empress baroness"
    " dutchwoman englishwoman frenchwoman irishwoman scotswoman welshwoman".split()
)
NEUTRAL_TITLES = frozenset(
    """dr prof professor hon honourable honorable rev reverend fr st gen general col colonel maj major capt captain cpt lt
    lieutenant sgt sergeant cpl corporal adm admiral commander cmdr brigadier commodore marshal constable const detective
    inspector superintendent supt chief sen senator rep representative gov governor judge justice president minister
    chancellor premier secretary mayor ambassador cardinal archbishop bishop ayatollah rabbi pastor mullah councillor
    councilman councilwoman congressman congresswoman assemblyman assemblywoman commissioner sheriff deputy attorney det insp ch supt dci pc
    cllr coun
    speaker officer trooper taoiseach minister fellow""".split()
)
TITLES = MASCULINE_TITLES | FEMININE_TITLES | NEUTRAL_TITLES
ABBREVIATED_TITLES = frozenset(  # a full stop after these ends no sentence and no name
    "mr mrs ms dr prof hon rev fr st gen col maj capt lt sgt cpl adm cmdr supt sen rep gov jr sr mme no vs const".split()
)
KEPT_TITLES = frozenset("pope queen king prince princess".split())  # such people are named by title and first name only

# Head nouns of roles that one person holds; a definite one ("the mayor") goes back to whoever was named with it.
ROLES = frozenset(
    """president vice-president minister premier chancellor secretary undersecretary governor senator congressman
    congresswoman representative lawmaker legislator mp mep msp mla deputy mayor councillor councilman councilwoman commissioner
    whip councilor councilmember frontbencher backbencher alderman alderwoman selectman assemblyman assemblywoman comptroller
    ambassador envoy diplomat consul delegate speaker leader chief head director director-general secretary-general
    chairman chairwoman chairperson chair ceo cfo coo cto executive founder co-founder owner manager coach captain
    administrator officer official spokesperson spokesman spokeswoman spokespeople aide adviser advisor strategist
    organiser organizer coordinator commander general admiral colonel lieutenant sergeant constable detective inspector
    superintendent sheriff trooper marshal soldier veteran judge justice magistrate prosecutor attorney lawyer solicitor
    barrister counsel ombudsman coroner professor lecturer researcher scientist scholar academic historian economist
    analyst expert biologist physicist chemist astronomer epidemiologist virologist archaeologist anthropologist
    sociologist psychologist geologist palaeontologist paleontologist ecologist climatologist meteorologist
    seismologist volcanologist zoologist mathematician astrophysicist oceanographer neuroscientist engineer doctor
    physician surgeon nurse paramedic author co-author writer journalist reporter correspondent editor columnist
    presenter host commentator critic blogger photographer filmmaker producer actor actress singer performer
    songwriter musician composer artist comedian player footballer striker goalkeeper midfielder athlete runner
    wrestler boxer cyclist swimmer skater driver pilot astronaut cosmonaut inventor explorer mountaineer pope bishop
    archbishop cardinal pastor priest imam rabbi cleric ayatollah reverend king queen prince princess emperor
    monarch duke duchess candidate nominee contender challenger incumbent activist campaigner protester protestor
    demonstrator dissident whistleblower witness eyewitness bystander survivor victim resident neighbour neighbor
    attendee passenger participant interviewee tourist visitor villager farmer fisherman worker teacher student pupil
    principal headteacher chef shopkeeper businessman businesswoman entrepreneur investor billionaire banker
    father mother son daughter brother sister husband wife widow widower partner fiancée fiancé uncle aunt cousin
    nephew niece grandfather grandmother grandson granddaughter son-in-law daughter-in-law brother-in-law
    sister-in-law parent child girl boy woman man teenager friend colleague acquaintance agent roommate suspect attacker
    defendant plaintiff gunman shooter complainant member person dispatcher firefighter policeman policewoman
    negotiator mediator auditor treasurer registrar selectman controller comptroller rapporteur
    successor predecessor counterpart specialist pollster teammate veterinarian archivist curator
    librarian fellow podcaster youtuber influencer publicist landlord advocate herder shepherd mufti waiter waitress
    electrician mechanic plumber carpenter bricklayer builder baker butcher barber hairdresser tailor gardener janitor caretaker vendor pensioner midwife welder driller postman
    assistant carer cleaner rector provost warden trustee designer architect developer programmer hacker""".split()
)
MASCULINE_NOUNS = frozenset(
    """man boy father son brother husband widower uncle nephew grandfather grandson son-in-law brother-in-law king prince
    emperor duke pope spokesman chairman congressman councilman policeman businessman gunman fisherman assemblyman
    fiancé monk priest imam mufti postman waiter""".split()
)
FEMININE_NOUNS = frozenset(
    """woman girl mother daughter sister wife widow aunt niece grandmother granddaughter daughter-in-law sister-in-law
    queen princess empress duchess spokeswoman chairwoman congresswoman councilwoman policewoman businesswoman actress
    fiancée assemblywoman nun waitress midwife""".split()
)
# Plural (or collective) nouns for people who speak together.
OFFICIAL_GROUPS = frozenset(  # people through whom a state or its authorities speak
    """officials authorities police prosecutors investigators regulators ministers diplomats troops
    detectives courts councils governments ministries forces
    inspectors firefighters countries nations states""".split()
)
GROUPS = frozenset(
    """residents locals villagers citizens people protesters protestors demonstrators activists campaigners organizers
    organisers supporters opponents critics experts scientists researchers academics scholars historians economists
    analysts biologists astronomers archaeologists engineers doctors physicians nurses medics paramedics specialists
    epidemiologists meteorologists forecasters seismologists geologists egyptologists ecologists physicists authors
    witnesses eyewitnesses bystanders survivors victims relatives parents families family friends neighbours neighbors
    colleagues lawyers attorneys defendants plaintiffs suspects students teachers workers employees staff unions farmers
    passengers participants attendees respondents voters democrats republicans conservatives liberals members
    politicians parliamentarians mps meps deputies representatives councillors delegates leaders executives investors
    shareholders journalists reporters fans players users customers women men children roommates associates
    observers advocates commentators pundits veterans officers soldiers rebels militants insurgents refugees migrants
    asylum-seekers team group crowd consensus majority minority thousands hundreds dozens signatories
    skeptics sceptics readers viewers teenagers girls boys youths allies aides interviewees pilots
    patients volunteers shoppers employers pensioners divers commuters miners tenants pupils renters borrowers savers traders consumers motorists
    cyclists taxpayers hikers swimmers tourists visitors guests worshippers parishioners prisoners inmates detainees hostages evacuees jurors
    rescuers breeders growers ranchers fishermen fishers anglers hunters landowners homeowners householders subscribers callers listeners mothers fathers
    sisters brothers sons daughters twins siblings grandparents widows carers caregivers dentists surgeons pharmacists vets psychologists
    psychiatrists geneticists chemists statisticians climatologists sociologists pollsters strategists backers detractors classmates teammates
    flatmates co-workers coworkers climbers sailors seafarers truckers dockers
    businesses groups senators congressmen lawmakers policymakers legislators others writers signers inhabitants islanders owners couple
    moderates progressives centrists independents hardliners loyalists rivals challengers lobbyists donors operatives peers nationalists unionists
    separatists consultants""".split()
)
GROUPS |= frozenset(f"{role}s" for role in ROLES) - OFFICIAL_GROUPS
# Nouns for several people that are one all the same: "a group said it was ready".
COLLECTIVES = frozenset("team group crowd family couple majority minority".split())
# Members of a party: those of one house or state are not all of them.
PARTY_PEOPLE = frozenset("liberals conservatives democrats republicans greens tories nationals".split())
RESEARCHERS = frozenset(  # one team of a study is called all of these in turn
    """researchers scientists team authors astronomers archaeologists biologists academics experts group egyptologists
    physicists geologists ecologists epidemiologists engineers palaeontologists paleontologists""".split()
)

FULL_TITLES = {  # the role that an abbreviated title stands for
    "sen": "senator", "rep": "representative", "gov": "governor", "prof": "professor", "gen": "general", "col": "colonel",
    "capt": "captain", "insp": "inspector", "det": "detective", "supt": "superintendent", "lt": "lieutenant", "sgt": "sergeant",
    "rev": "reverend", "cllr": "councillor", "coun": "councillor",
}  # fmt: skip
ROLE_KIN = {  # what the holder of another role may be called
    "congressman": ("representative",), "congresswoman": ("representative",), "minister": ("secretary",),
    "lawmaker": ("representative", "senator", "mp", "congressman", "congresswoman", "legislator", "delegate"),
    "legislator": ("representative", "senator", "mp", "assemblyman", "assemblywoman"),
    "politician": ("representative", "senator", "mp", "leader", "minister"), "mp": ("representative",),
    "secretary": ("minister",), "chief": ("director", "commissioner", "superintendent", "inspector"), "boss": ("executive", "ceo"),
    "academic": ("professor", "lecturer", "researcher"), "scientist": ("professor", "researcher", "biologist", "physicist"),
    "officer": ("inspector", "sergeant", "constable", "superintendent", "detective"), "executive": ("ceo",), "ceo": ("executive",),
    "chairman": ("chair",), "chairwoman": ("chair",), "spokesperson": ("spokesman", "spokeswoman"),
    "spokesman": ("spokesperson",), "spokeswoman": ("spokesperson",), "doctor": ("dr", "physician", "surgeon"),
    "lawyer": ("attorney", "solicitor", "barrister"), "attorney": ("lawyer",), "candidate": ("nominee",),
}  # fmt: skip

# What a person who has just spoken is called in turn, though never so introduced: "the mother-of-three", "the 34-year-old".
PERSONAL = frozenset(
    """mum dad pensioner teacher nurse actor actress singer star striker midfielder goalkeeper player footballer
    boxer driver student farmer assistant carer cleaner businessman businesswoman billionaire politician veteran teenager man
    woman youngster presenter comedian author writer nominee candidate rapper musician model athlete runner cyclist
    shopkeeper motorist grandmother grandfather widow retiree officer entrepreneur father-of-two mother-of-two mum-of-two
    father-of-three mother-of-three mum-of-three dad-of-two dad-of-three""".split()
)

# One person (or voice) who is kept nameless.
NAMELESS = frozenset(
    """source sources spokesperson spokesman spokeswoman spokespeople official insider insiders whistleblower aide diplomat
    dispatcher informant rumor rumors rumour rumours allegations reader acquaintance""".split()
)
# Labels of a transcript that say what somebody does in the talk, and how a claim calls them.
SPEAKING_PARTS = {
    "moderator": "the moderator",
    "host": "the host",
    "interviewer": "the interviewer",
    "reporter": "a reporter",
    "journalist": "a journalist",
    "question": "the questioner",
    "q": "the questioner",
    "audience": "somebody in the audience",
    "speaker": "the speaker",
    "chair": "the chair",
    "chairman": "the chairman",
    "chairwoman": "the chairwoman",
    "operator": "the operator",
    "translator": "the interpreter",
    "interpreter": "the interpreter",
}

# Who judge firms and markets from outside: the house that they work for is not what they speak about.
ONLOOKERS = frozenset(
    "analyst analysts economist economists strategist strategists broker brokers trader traders".split()
)
