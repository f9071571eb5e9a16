"""Nouns for bodies, documents and media items, and the kind of source that each makes."""

GOVERNMENT_HEADS = frozenset(
    """ministry department government administration agency court tribunal parliament senate congress house assembly legislature
    regulator cabinet council commission authority authorities police constabulary army navy military force forces guard coastguard
    embassy consulate treasury directorate inspectorate prosecutor prosecutors sheriff service services bureau
    presidency kremlin pentagon state city county municipality province nation republic kingdom duma bundestag
    knesset politburo customs coroner corps command republic emirate regime judiciary garrison
    fbi cia nasa noaa fda cdc epa ntsb faa nhs fsb kgb interpol europol roscosmos isro esa jaxa usgs usaf nypd lapd rcmp
    gchq mi5 mi6 nsa dhs ice dea atf doj irs fcc sec ndrrmc fema un-habitat hmrc dvla sncf bundeswehr mossad
    laboratory gouvernement gendarmerie prefecture carabinieri""".split()
)
ORGANISATION_HEADS = frozenset(
    """collective organisation organization company corporation corp inc ltd plc llc group party union association society university
    college school academy institute institution bank fund foundation club team church diocese committee federation
    league campaign charity firm airline airlines airways network alliance coalition front movement militia brigade
    consortium confederation chamber museum hospital clinic trust observatory project board conference
    chain retailer manufacturer carrier operator supplier startup factory brand ngo watchdog monitor center centre
    nations centers centres panel conference convention secretariat transport initiative industries motors motor technologies systems studios pictures entertainment records holdings partners
    orchestra theatre theater band factory bloc cartel syndicate lobby caucus nato WHO unicef unesco imf wto opec eu un au
    hamas hezbollah taliban isis isil vatican fifa uefa ioc stardom campaign office electric energy aerospace shipping steel pharma pharmaceuticals telecom logistics airport
    mosque temple synagogue workshop crescent cross international wikimedia stores shop supermarkets patrol festival supermarket promotion tribe
    ferries railways breweries cruises forum""".split()
)
MEDIUM_HEADS = frozenset(
    """newspaper newspapers magazine magazines broadcaster broadcasters media press outlet outlets tabloid tabloids daily
    weekly journal website channel channels station stations newswire times post news herald tribune gazette telegraph
    guardian chronicle observer bulletin mirror mail express standard globe examiner independent inquirer
    dispatch sentinel courier tv radio television podcast blog wire reuters bbc cnn nbc abc cbs npr pbs msnbc afp
    ap dpa ansa efe tass ria interfax xinhua itv ndtv rai ard zdf nhk rté cbc ctv sbs yonhap kyodo anadolu fars
    irna isna politico axios buzzfeed vox politifact snopes factcheck.org bloomberg vice propublica bellingcat wikinews wikipedia al-jazeera
    hürriyet spiegel bild welt zeit monde figaro libération país mundo repubblica
    presse today rappler verge intercept atlantic economist hindu
    ledger enquirer courant advertiser wsj nyt variety newsweek tvn24 nrk svt yle dr rtl""".split()
)
# Of the media those that sell news to others: no paper is "the agency".
NEWS_AGENCIES = frozenset(
    "agency newswire wire reuters afp ap dpa ansa efe tass ria interfax xinhua yonhap kyodo anadolu fars irna isna press".split()
)
MEDIUM_NAMES = (  # names in which no word by itself says that this is a medium
    "associated press", "agence france-presse", "al jazeera", "deutsche welle", "new york times", "wall street journal",
    "fox news", "russia today", "sky news", "the hill", "daily beast", "mother jones", "the conversation", "the verge",
    "the atlantic", "the economist", "the hindu", "usa today", "new yorker", "business insider", "channel 4",
    "financial times", "ria novosti", "el país", "le monde", "der spiegel", "la repubblica", "globe and mail",
    "south china morning post", "bleacher report", "rolling stone", "washington post",
)  # fmt: skip
# Firms whose names look like those of people.
FIRM_NAMES = frozenset(
    ("goldman sachs", "morgan stanley", "jpmorgan chase", "jp morgan", "wells fargo", "credit suisse", "merrill lynch", "lehman brothers",
     "bear stearns", "baker hughes", "fannie mae", "freddie mac", "louis vuitton", "hugo boss", "eli lilly", "philip morris", "oliver wyman",
     "booz allen", "booz allen hamilton", "ipsos mori", "full fact", "knight frank", "aston martin", "arthur andersen", "tata steel",
     "warner bros", "jones lang lasalle", "jane street", "rio tinto", "anglo american", "scotia capital", "oxford economics", "capital economics")
)  # fmt: skip
# Firms that every reader knows by one word, which "report" results as media report news.
KNOWN_FIRMS = frozenset(
    """apple amazon alphabet google meta microsoft tesla nvidia netflix intel ibm walmart boeing airbus toyota volkswagen bmw nestle nestlé unilever
    chevron exxon exxonmobil pfizer moderna astrazeneca novartis roche merck gsk sanofi bayer samsung sony huawei alibaba tencent uber lyft airbnb
    spotify ups fedex dhl ryanair easyjet lufthansa barclays natwest hsbc citigroup jpmorgan santander tesco asda aldi lidl ikea nike adidas
    starbucks facebook siemens thales ericsson nokia qualcomm amd oracle salesforce paypal stellantis renault nissan honda hyundai rivian""".split()
)
# Bodies of which no word by itself says that they are some.
CIVIL_NAMES = frozenset(
    ("human rights watch", "amnesty international", "reporters without borders", "doctors without borders", "save the children",
     "physicians for human rights", "freedom house", "bellingcat", "transparency international")
)  # fmt: skip
# A medium that is named by what people are: "The Economist".
MEDIA_BY_ROLE = frozenset(("economist",))
# With a number or a letter behind it each is one of a document's displays: "Chart B", "Figure 3".
DISPLAYS = frozenset("chart figure fig table exhibit appendix annex graph box slide map".split())
DOCUMENT_HEADS = frozenset(
    """report reports study studies survey poll polls law bill act constitution statute decree ruling opinion judgment judgement
    decision decisions rulings laws bills verdict statement statements letter letters articles memo memorandum document documents filing filings records record data database
    paper article advisory update bulletin warning warnings notice treaty agreement resolution proclamation order
    indictment complaint affidavit lawsuit petition summary guidelines guideline rules manifesto website
    page webpage release press-release analysis review reviews assessment audit census statistics figures findings
    finding results result autopsy test tests research dossier transcript minutes contract plan plans description
    email emails e-mail e-mails book biography memoir autobiography script obituary note charter manual
    forecast estimate estimates projections model models index count tally inquiry investigation survey
    doctrine doctrines chart charts graph graphs diagram appeal infobase evidence file papers request amendment section clause article""".split()
)
MEDIA_ITEM_HEADS = frozenset(
    """video videos footage photo photos photograph photographs picture pictures image images imagery imaging clip clips
    recording recordings audio tape tapes tweet tweets post posts cctv livestream broadcast webcast screenshot screenshots
    selfie film documentary message""".split()
)
UNNAMED_REPORTS = frozenset("reports".split())  # plural and without an author: what the media say, not one document

# A name that ends in one of these is a place.
PLACE_HEADS = frozenset(
    """island islands river lake mountain mount mountains bay beach street road avenue boulevard park range valley hills hill
    airfield bridge square sea ocean peninsula district region town village coast desert forest cape gulf strait canal heights
    columbia falls springs creek harbour harbor port plaza highway strip""".split()
)

# Nouns with which a definite phrase goes back to a body named before: "the company", "the agency".
WATCHING = frozenset("regulator watchdog ombudsman".split())  # no firms, but who watches over them
GENERIC_BODIES = frozenset(
    """organisation organization company corporation group party union association university institute bank club team
    church committee federation league campaign charity firm airline network alliance movement militia agency authority
    ministry department court council commission government administration senate house parliament congress police army
    navy service bureau board body watchdog monitor newspaper magazine broadcaster outlet publication paper station
    channel website chain retailer manufacturer carrier operator supplier startup museum hospital
    foundation fund center centre embassy office country nation state city county tribe academy academy bloc
    panel subcommittee caucus platform publisher giant maker developer carmaker automaker planemaker chipmaker drugmaker steelmaker truckmaker toymaker shipbuilder housebuilder homebuilder refiner caterer insurer lender supermarket
    brewer force military tank regulator ngo nonprofit""".split()
)
PUBLICATIONS = frozenset("newspaper magazine broadcaster outlet publication paper station channel website".split())
# Letters that a reader knows without their full name.
KNOWN_LETTERS = frozenset(
    """US U.S. USA UK U.K. EU UN UAE NATO FBI CIA NASA BBC CNN UNESCO UNICEF OPEC IMF NHS ISIS WHO AFP AP NBC ABC CBS MP MPs CEO
    COVID TV IT FIFA UEFA GOP DNC NPR ITV PBS CDC FDA""".split()
)
COMMERCIAL = frozenset(
    """company corporation firm airline chain retailer manufacturer carrier operator supplier startup giant maker carmaker automaker
    planemaker chipmaker drugmaker steelmaker truckmaker toymaker shipbuilder housebuilder homebuilder refiner caterer
    insurer lender supermarket brewer bank""".split()
)
# Where firms are traded: none of them is "the company" of a report on what its shares are worth.
MARKETS = frozenset("exchange index nasdaq nyse dow ftse dax nikkei stoxx bourse".split())
# Last words of firms' names, which as common nouns are no bodies: "Tyson Foods", but not "the foods".
# Words of what a body is for, or of whom; hardly anybody bears one as a name: "Rape *Support* Cymru", "Living *Streets*", "Young *Minds*".
PURPOSES = frozenset(
    """support concern aid action watch safe relief rescue refuge voices rights minds streets doors oceans forests animals mothers parents women
    families homes housing hunger sight learning schools together against save stop free friends citizens people workers nurses farmers nature
    wildlife trees climate planet earth future futures unity freedom democracy transparency access change chance choice dignity equality matters lives
    communities neighbours neighbors tenants renters survivors victims veterans patients carers drivers cyclists walkers students teachers doctors
    lawyers journalists reporters scientists engineers living ageing disability homelessness recovery wellbeing resilience""".split()
)
# What a firm is by its law, behind its name and written just so: "Norbygg AS".
LEGAL_FORMS = frozenset(
    "AS A/S ASA AB Oy BV B.V. N.V. S.A. SL S.L. Srl S.r.l. S.p.A. ApS KG OHG KK JSC PJSC OJSC OOO OAO PAO ZAO Bhd Berhad Pte Ltda Kft Zrt A.Ş. d.o.o.".split()
)
FIRM_ENDINGS = frozenset(
    """foods brands outfitters stores therapeutics biosciences biosystems biotech biotherapeutics labs semiconductor semiconductors software
    networks solutions resources minerals mining petroleum bancorp bancshares bankshares financial insurance capital securities investments
    properties realty hotels resorts restaurants automotive dynamics instruments materials chemicals beverages apparel cosmetics toys digital
    wireless communications diagnostics genomics sciences robotics devices equipment machinery cement packaging freight trucking
    international worldwide global enterprises ventures associates analytics advisors steakhouse airways biologics oncology
    pharmacies exploration drilling lithium uranium renewables solar hydrogen cruises casinos entertainment
    laboratories engineering ag se nv gmbh spa oyj asa sarl pty llp lp incorporated limited""".split()
)
# Last words of the names of bodies that sell nothing: a union is not "the company" that it accuses.
NO_FIRMS = frozenset(
    """union federation confederation congress association party university workers employees teachers nurses machinists teamsters guild
    brotherhood afl-cio uaw seiu afscme ufcw iam iamaw ibew gmb rmt tuc aslef usdaw nasuwt unison unite""".split()
)
UNIONS = NO_FIRMS - {"party", "university"}
# Nor do these sell anything.
CIVIC = frozenset(
    """institution institute foundation museum college school academy committee society charity campaign church diocese mosque synagogue
    conference movement democrats republicans conservatives liberals greens tories""".split()
)
# Those who govern, judge or fight are no "agency" and no "regulator".
NO_AGENCIES = frozenset(
    """court tribunal parliament senate congress house assembly legislature cabinet army navy military force forces garrison corps state city
    county municipality province nation republic kingdom regime judiciary duma bundestag knesset presidency kremlin coroner""".split()
)
# Of these a name follows as behind a title: "Steelmaker Tarvo".
MAKERS = frozenset(
    """carmaker automaker planemaker chipmaker drugmaker steelmaker truckmaker toymaker shipbuilder housebuilder homebuilder
    refiner insurer lender retailer brewer""".split()
)

# Words that settle the kind wherever they stand in a name.
MEDIUM_WORDS = frozenset(
    """news newspaper press media tv radio television broadcasting gazette gazeta tribune herald times bbc cnn nbc abc cbs npr
    pbs msnbc afp reuters daily weekly magazine newswire broadcaster sun telegraph podcast""".split()
)
CIVIL_WORDS = frozenset(
    """union association university college party coalition federation confederation alliance campaign ngo
    conference movement foundation league charity trust
    hrw cpj rsf msf icrc aclu naacp splc unhcr ohchr unicef unesco unrwa ocha wfp acled ifj ifex""".split()
)
# Heads of authorities and of private bodies alike; the other words of the name decide.
EITHER_HEADS = frozenset(
    """center centre centers centres institute institutes laboratory lab team office survey patrol board bank forces force
    service services agency command authority commission council committee guard operations operation office""".split()
)
OFFICIAL_WORDS = frozenset(
    """fire rescue health police ambulance secret weather forest park postal security social emergency human coroners
    coroner disease prevention sheriff sheriff's governor's mayor's prosecutor's president's armed defence defense air coast border
    customs revenue intelligence investigation protection safety transportation transport aviation environmental
    space nuclear energy food drug highway city county municipal town regional provincial elections election electoral
    humanitarian disaster statistics water geological hurricane meteorological naval military coastguard public
    congressional budget home foreign european cabinet audit privy regulatory competition markets trade""".split()
)

# Houses that speak as governments, and authorities known by their letters wherever they stand in a name.
GOVERNMENT_NAMES = frozenset(
    (
        "downing street", "10 downing street", "no 10", "number 10", "white house", "elysee palace", "élysée palace", "capitol hill",
        "whitehall", "buckingham palace", "scotland yard", "met office", "foggy bottom", "the hague", "élysée", "elysee",
        "federal reserve", "bank of england", "holy see", "cal fire",
    )
)  # fmt: skip
GOVERNMENT_LETTERS = frozenset(
    """fbi cia nasa noaa fda cdc epa ntsb faa nhs fsb kgb usgs nypd lapd rcmp gchq mi5 mi6 nsa dhs atf doj irs fcc sec fema hmrc
    nhtsa osha dod hhs usda idf pla isro esa jaxa roscosmos bbk rki""".split()
)
# With one of these a phrase still means any body of its kind: "the rights group", "the tech giant", "the think tank".
GENERIC_QUALIFIERS = frozenset(
    """think campaign rights human advocacy aid news tech technology media energy oil car pharmaceutical drug retail e-commerce
    ride-hailing social environmental health security cybersecurity lobby pressure monitoring wildlife conservation
    humanitarian relief global multinational research scientific present same new current whole entire""".split()
)
# Where shares are sold: "Lund Marine (NASDAQ: LUND)".
EXCHANGES = frozenset(
    "nasdaq nyse lse tsx tsxv amex asx otc otcqx otcqb hkex sehk bse nse sgx aim euronext cse".split()
)
