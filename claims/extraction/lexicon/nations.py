"""States and peoples: a state named alone as a source speaks as a government, and its adjective says whose officials speak."""

# name | adjectives and peoples | seats of government by which the state is also called
_TABLE = """
Afghanistan|Afghan Afghans|Kabul
Albania|Albanian Albanians|Tirana
Algeria|Algerian Algerians|Algiers
Angola|Angolan Angolans|Luanda
Argentina|Argentine Argentinian Argentinians|Buenos_Aires
Armenia|Armenian Armenians|Yerevan
Australia|Australian Australians|Canberra
Austria|Austrian Austrians|Vienna
Azerbaijan|Azerbaijani Azeri|Baku
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka
Belarus|Belarusian Belarussian|Minsk
Belgium|Belgian Belgians|
Benin|Beninese|
Bolivia|Bolivian|La_Paz
Bosnia_and_Herzegovina|Bosnian|Sarajevo
Brazil|Brazilian Brazilians|
Britain|British|London
Bulgaria|Bulgarian|Sofia
Burkina_Faso|Burkinabe|Ouagadougou
Burundi|Burundian|
Cambodia|Cambodian|Phnom_Penh
Cameroon|Cameroonian|
Canada|Canadian Canadians|Ottawa
Chad|Chadian|
Chile|Chilean Chileans|Santiago
China|Chinese|Beijing
Colombia|Colombian|Bogotá
Congo|Congolese|Kinshasa
Costa_Rica|Costa_Rican|
Croatia|Croatian Croat|Zagreb
Cuba|Cuban|Havana
Cyprus|Cypriot|Nicosia
Czech_Republic|Czech|Prague
Czechia|Czech|
Denmark|Danish|Copenhagen
Dominican_Republic|Dominican|
Ecuador|Ecuadorian|Quito
Egypt|Egyptian|Cairo
El_Salvador|Salvadoran|
England|English|
Eritrea|Eritrean|Asmara
Estonia|Estonian|Tallinn
Ethiopia|Ethiopian|Addis_Ababa
Fiji|Fijian|
Finland|Finnish|Helsinki
France|French|Paris
Georgia|Georgian Georgians|Tbilisi
Germany|German Germans|Berlin
Ghana|Ghanaian|Accra
Greece|Greek|Athens
Guatemala|Guatemalan|
Guinea|Guinean|Conakry
Haiti|Haitian|Port-au-Prince
Honduras|Honduran|
Hungary|Hungarian|Budapest
Iceland|Icelandic|Reykjavik
India|Indian|New_Delhi
Indonesia|Indonesian|Jakarta
Iran|Iranian|Tehran
Iraq|Iraqi|Baghdad
Ireland|Irish|Dublin
Israel|Israeli|Jerusalem
Italy|Italian|Rome
Jamaica|Jamaican|
Japan|Japanese|Tokyo
Jordan|Jordanian|Amman
Kazakhstan|Kazakh|Astana
Kenya|Kenyan|Nairobi
Kosovo|Kosovar|Pristina
Kuwait|Kuwaiti|
Kyrgyzstan|Kyrgyz|Bishkek
Laos|Laotian|
Latvia|Latvian|Riga
Lebanon|Lebanese|Beirut
Liberia|Liberian|
Libya|Libyan|Tripoli
Lithuania|Lithuanian|Vilnius
Luxembourg|Luxembourgish|
Malawi|Malawian|
Malaysia|Malaysian|Kuala_Lumpur
Maldives|Maldivian|
Mali|Malian|Bamako
Malta|Maltese|Valletta
Mexico|Mexican|Mexico_City
Moldova|Moldovan|Chișinău
Mongolia|Mongolian|
Montenegro|Montenegrin|
Morocco|Moroccan|Rabat
Mozambique|Mozambican|Maputo
Myanmar|Burmese|Naypyidaw
Namibia|Namibian|
Nepal|Nepalese Nepali|Kathmandu
Netherlands|Dutch|The_Hague
New_Zealand|Zealand|Wellington
Nicaragua|Nicaraguan|Managua
Niger|Nigerien|Niamey
Nigeria|Nigerian|Abuja
North_Korea|North_Korean|Pyongyang
North_Macedonia|Macedonian|Skopje
Northern_Ireland|Northern_Irish|
Norway|Norwegian|Oslo
Oman|Omani|Muscat
Pakistan|Pakistani|Islamabad
Palestine|Palestinian Palestinians|Ramallah
Panama|Panamanian|
Paraguay|Paraguayan|
Peru|Peruvian|Lima
Philippines|Philippine Filipino|Manila
Poland|Polish|Warsaw
Portugal|Portuguese|Lisbon
Qatar|Qatari|Doha
Romania|Romanian|Bucharest
Russia|Russian Russians|Moscow
Rwanda|Rwandan|Kigali
Samoa|Samoan|Apia
Saudi_Arabia|Saudi|Riyadh
Scotland|Scottish|Edinburgh
Senegal|Senegalese|Dakar
Serbia|Serbian|Belgrade
Sierra_Leone|Sierra_Leonean|
Singapore|Singaporean|
Slovakia|Slovak|Bratislava
Slovenia|Slovenian|Ljubljana
Somalia|Somali|Mogadishu
South_Africa|South_African|Pretoria
South_Korea|South_Korean|Seoul
South_Sudan|South_Sudanese|Juba
Spain|Spanish|Madrid
Sri_Lanka|Sri_Lankan|Colombo
Sudan|Sudanese|Khartoum
Sweden|Swedish|Stockholm
Switzerland|Swiss|Bern
Syria|Syrian|Damascus
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik|
Tanzania|Tanzanian|
Thailand|Thai|Bangkok
Tunisia|Tunisian|Tunis
Turkey|Turkish|Ankara
Turkmenistan|Turkmen|
UAE|Emirati|Abu_Dhabi
UK|British|
US|American Americans|
U.S.|American|
USA|American|
Uganda|Ugandan|Kampala
Ukraine|Ukrainian Ukrainians|Kyiv
United_Arab_Emirates|Emirati|
United_Kingdom|British|
United_States|American|
United_States_of_America|American|
Uruguay|Uruguayan|Montevideo
Uzbekistan|Uzbek|Tashkent
Venezuela|Venezuelan|Caracas
Vietnam|Vietnamese|Hanoi
Wales|Welsh|Cardiff
Yemen|Yemeni|Sanaa
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean|Harare
"""
_ROWS = tuple(tuple(cell.replace("_", " ") for cell in line.split("|")) for line in _TABLE.split("\n") if line)
_CELLS = tuple(line.split("|") for line in _TABLE.split("\n") if line)

STATES = frozenset(row[0] for row in _ROWS)
# Their names are no names without "the".
WITH_ARTICLE = frozenset(name for name in STATES if name.startswith("United ")) | {
    "Netherlands", "Philippines", "Czech Republic", "Bahamas", "Gambia", "Maldives",
}  # fmt: skip
SEATS = frozenset(row[2] for row in _ROWS if row[2]) | {"Washington", "Brussels"}
ADJECTIVE_OF = {word.replace("_", " "): state.replace("_", " ") for state, words, _ in _CELLS for word in words.split()}
STATE_OF_SEAT = {seat: state for state, _, seat in _ROWS if seat}
ALIKE = {  # one state under several names
    "US": "United States", "U.S.": "United States", "USA": "United States", "America": "United States",
    "United States of America": "United States", "UK": "United Kingdom", "U.K.": "United Kingdom",
    "Britain": "United Kingdom", "Great Britain": "United Kingdom", "UAE": "United Arab Emirates",
}  # fmt: skip
US_STATES = frozenset(
    """Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa
    Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada
    Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming""".split()
) | {
    "New Hampshire", "New Jersey", "New Mexico", "New York", "North Carolina", "North Dakota", "Rhode Island",
    "South Carolina", "South Dakota", "West Virginia", "Puerto Rico", "Washington, D.C.",
}  # fmt: skip
LANDS = STATES | US_STATES
# Towns whose first word is somebody's first name.
TOWNS_LIKE_PEOPLE = frozenset(
    "Milton Keynes|Ann Arbor|Virginia Beach|Jersey City|Carson City|Victoria Falls|Port Elizabeth|Alice Springs|St Andrews".split(
        "|"
    )
)
# Lands, states and cities of several words, which a role may be "of": "Chief Executive of Hong Kong Carrie Lam".
OF_SEVERAL_WORDS = frozenset(
    "Hong Kong|New York City|Northern Ireland|New South Wales|Western Australia|South Australia|British Columbia|Nova Scotia"
    "|New Brunswick|Prince Edward Island|Los Angeles|San Francisco|San Diego|New Orleans|São Paulo|Rio de Janeiro"
    "|Buenos Aires|Mexico City|Cape Town|Tel Aviv|West Bengal|Tamil Nadu|Uttar Pradesh|New Delhi|Greater Manchester"
    "|West Midlands|Inner Mongolia|Nagorno Karabakh".split("|")
) | frozenset(name for name in LANDS | SEATS if " " in name)
# As they stand behind a town: "Tampa, *Fla.*, where".
STATE_ABBREVIATIONS = frozenset(
    """Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash
    Wis Wyo""".split()
)
