"""The furniture of news pages in words: what its menus, pointers, sales talk and notes are made of.

Furniture is told by its vocabulary and its openings, not by the outlet: pages change, the words hardly do.
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _phrases(listed: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in listed.split("·"))


# A short line of nothing but these is a menu, a button or a row of them.
MENU_WORDS = _words(
    """home homepage menu main navigation search news world uk us u.s usa europe africa asia americas australia india
    china russia ukraine middle east latin america politics business economy money markets tech technology science
    health environment climate sport sports football cricket tennis culture arts entertainment music film tv tv&radio
    radio books style fashion food travel lifestyle life opinion opinions columnists editorial letters weather video
    videos pictures photos photo galleries gallery audio podcasts podcast newsletters newsletter live latest breaking
    top trending popular featured stories story articles article headlines more less all sections section topics topic
    tags tag share sharing tweet email e-mail facebook twitter x whatsapp linkedin reddit telegram pinterest instagram
    youtube tiktok bluesky threads messenger flipboard copy link copied print save saved bookmark comment comments view
    views reply replies like likes follow following subscribe subscribed subscribers subscription sign log in out up
    login logout register account my profile settings edition international national local regions about contact help
    feedback careers jobs advertise terms privacy cookies policy accessibility sitemap rss shop store games puzzles
    crossword archive archives back next previous prev close open show hide expand collapse toggle play pause mute
    watch listen read now loading refresh cancel submit send ok continue reading font size download app apps gift this
    page to the of and on via for from by or your a an here new original report error editions magazine
    education family real estate property cars obituaries events classifieds deals royals showbiz celebrity femail
    mail sun guardian bbc cnn reuters ap npr investigations analysis explainers features fact check iplayer sounds
    bitesize cbbc today's paper e-paper horoscopes lottery corrections shares retweets reactions minute min read
    minutes mins seconds enlarge image fullscreen full screen caption transcript slideshow slide advertisement ad ads
    sponsored promoted skip content main footer top sidebar copy url clipboard related recommended most viewed thank thanks you key events
    watched shared discussed editors' editor's picks choice must quick guide item items list end sort newest oldest best""",
)

# What points to another article. Alone, before a colon, or with that article's headline behind it.
POINTERS = _phrases(
    """also from this source · more releases from · more press releases · read more · read also · read next · read: · also read · also on · also in · see also · see more · see: · more on · more from ·
    more about · more stories · more news · more top · more: · more like · more coverage · related · recommended ·
    suggested · similar stories · most read · most popular · most viewed · most shared · most watched · most commented ·
    best of · editor's pick · editor's picks · editors' pick · editors' picks · editor's choice · top stories · top news · top headlines · latest news ·
    latest stories · latest on · the latest · latest: · trending · popular stories · popular now · up next · next article ·
    next story · next post · next: · next up · previous article · previous story · previous post · previous: · don't miss ·
    do not miss · must read · must-read · must watch · you may also · you might also · you may like · you might like · you may have missed · in case you missed · recommended for you ·
    tags · tagged · topics · related topics · filed under · keywords · categories · category · posted in · explore more · explore: ·
    full coverage · special coverage · in pictures · in pics · in photos · watch: · watch now · watch live · watch the · watch |
    · video: · videos: · listen: · listen to · listen now · gallery: · photo gallery · picture gallery · photos: · podcast: · live: · live updates · explainer: ·
    analysis: · opinion: · quiz: · timeline: · profile: · factbox · interactive: · exclusive: · breaking: · poll: ·
    click here · tap here · scroll down · skip to · jump to · back to top · back to home · back to article · back to news · return to · go to · view all · view image ·
    view gallery · view comments · view in · view full · load more · show more · show all · see all · continue reading · keep reading ·
    story continues · article continues · content continues · post continues · learn more · find out more · discover more ·
    hear more · know more · quick guide · what to read · further reading · external links · sister links · useful links · from the archives ·
    from our · around the web · paid content · partner content · promoted stories · elsewhere on · features & analysis ·
    part of a series · this story is part · sources · references · share this · share or comment · share on · share via · share article · share full ·
    share the · share your · share: · share with · tweet this · post this · email this · print this · save this · save article · copy link ·
    follow @ · follow us · follow the · follow our · follow on · like us · join us · join our · join the · report a · report this ·
    comments · leave a comment · post a comment · add a comment · add comment · be the first to · have your say · join the conversation ·
    advertisement · advert · sponsored · ad feedback · skip ad · promoted by · presented by · paid for by · brought to you ·
    get the app · download the · download our · open in app · open app · toggle caption · hide caption · enlarge this ·
    list of · end of list · image size · read the full · full story · full report · story highlights · in this article · in this story ·
    on this story · on this page · jump to comments · gift this · gift article · listen to this article · + view gallery · home > · home / · home | · home » · you are here"""
)

# The house speaking to its readers, in full sentences too. They count where the line also says "you", "we" or "our",
# speaks of subscriptions and the like, or has no full stop: "Support the bill has got" is prose.
ADDRESSES = _phrases(
    """sign up · signing up · subscribe · already a subscriber · already have an account · not a subscriber · become a ·
    get the latest · get latest · save articles · get our · get breaking · get all the · get daily · get unlimited · get instant · get your · get more ·
    receive our · receive the latest · stay informed · stay up to date · stay connected · stay tuned · never miss · enter your ·
    your email · email address · thank you for reading · thank you for subscribing · thank you for signing · thank you for your support · thank you for registering · thank you for visiting · thanks for reading · thanks for subscribing · thanks for signing · thanks for visiting · by signing up · by clicking · by subscribing · by continuing ·
    by entering · by submitting · by registering · by providing your · we use cookies · we and our · we value your ·
    we have updated our · this site uses · this website uses · our website uses · accept all · accept cookies · reject all ·
    manage preferences · manage cookies · cookie settings · privacy policy · privacy notice · terms of use ·
    terms of service · terms and conditions · do not sell · your privacy · you have reached · you've reached · you have read ·
    you've read · you have used · you are reading · you have 0 · you have 1 · you have 2 · you have 3 · to continue reading ·
    to keep reading · to read the full · to read more · to read this · to unlock · unlock · this article is for · this content is for · this story is for ·
    this is a premium · subscriber only · subscribers only · for subscribers · support our · support independent ·
    support the · support us · help us keep · help us improve · help us by · donate · make a contribution · contribute from · if you enjoyed · if you liked · if you value · if you found · if you have information · if you have a story · if you have any questions · if you would like to · if you want to contact · if you are reading this · if you or someone you know · if you have been affected · follow us · like us ·
    find us · join us · join our · connect with us · follow him · follow her · follow them · do you have · do you know more · do you know anything ·
    know something · do you know something · have you been · are you affected · are you in · got a story · got a tip · got a news tip · send us your · send us a · email us ·
    contact us · contact the · you can contact · you can also get · you can also contact · you can also follow · get in touch · please include · please leave · tell us ·
    share your · let us know · write to us · to play this · to view this · please enable · please turn on ·
    enable javascript · your browser · sorry, this · we're sorry · was this article · did you find this ·
    how do you feel about this · rate this · some links in this · we may earn ·
    when you buy through · links on this page · register now · try it free · try for free · try full digital ·
    start your · from $ · from £ · only £ · only $ · for more information · for more on · for more news · for more stories · visit our · check out · tune in · watch live on · catch up on · our app ·
    the app for · request permission · click to · click here · tap to · swipe to · turn on notifications · read our · good morning · good evening · keep up with · be the first · catch all · install the · our mission · your support · whether $ · whether £ · every contribution · join thought-provoking · upload pictures · upload a · whatsapp: · tweet: · text an · do you agree · log in to our ·
    allow notifications · comments are · comments have been · all comments · please read our · good morning · good evening · keep up with · be the first · catch all · install the · our mission · your support · whether $ · whether £ · every contribution · join thought-provoking · upload pictures · upload a · whatsapp: · tweet: · text an · do you agree · log in to our · you may also · explore our"""
)

# Notes of the house on its own article or page: furniture by their first words alone.
NOTES = _phrases(
    """all rights reserved · copyright © · copyright (c) · © · (c) 20 · copyright 20 · this video can not · this video cannot be · this video is ·
    error loading · media playback · something went wrong · this article was originally · this article first ·
    this article originally · this story was originally · this story first · this story originally ·
    this post was originally · this post originally · this piece was originally · this piece first · originally published ·
    this article appeared · this story appeared · a version of this · an earlier version of this · this article was amended ·
    this article was updated · this article was corrected · this article was last · this article was published · this article was produced ·
    this article is part · this story is part · this article is republished · this article is from · this article requires · this article is based ·
    this story has been · this article has been · this report has been · this post has been · this copy is · this material may ·
    this article may · this page is archived · this page was · this text comes · this interview features · (this story has · (this story was ·
    (this article has · (with inputs · with inputs from · with agency inputs · except for the headline · (except for the headline ·
    the views expressed · the opinions expressed · views expressed · opinions expressed · our standards · the bbc is not responsible ·
    editing by · reporting by · additional reporting · (reporting by · (additional reporting · (editing by · reprints · purchase licensing · acquire licensing · reuse this content ·
    see an error · see a mistake · spot a mistake · spotted a mistake · spotted an error · found a mistake · found an error · found a typo ·
    have an opinion on this · got an opinion · the comments below · all quotes delayed · for-phone-only · for-tablet ·
    on today's episode · on this week's episode · on today's show · gift subscriptions · all times eastern · the comment section · reprinted by permission · this material was originally · this text was originally · for confidential support · for support, call · for help and support · we apologize, but · we apologise, but · a welcome email ·
    you received this · you are receiving this · was this email · (reporting by · (writing by · (adds · (updates · (recasts · (corrects · this story has been corrected · the associated press health · editor's note · first published date · with reporting by · with reporting from · with agencies · with reuters · with afp · with ap · with associated press · in the uk and ireland, samaritans · in the uk, samaritans · samaritans can · please use chrome · more ap · ap is solely · watch on youtube · post navigation · required fields ·
    is there more to this story · this entry was posted · stated on · next week: · coming up next · thanks to the reader · feedback on · fact-checking was provided · if you're just joining · if you are just joining · posted under · appeared in the · printed in the · this archived · this content is for · this article is for subscribers · this story is for subscribers · please enter your · to enjoy this · further updates to come · any use of materials ·
    click on the · click the · tap the · tap on · watch the video · listen to the full · listen to this · create a free · create an account · choose the amount ·
    already a member · add us · like what you · please try again · please enter · please check your · read this story in · read this article in · secure payment ·
    capital at risk · prices are correct · prices correct · this is not investment · materials provided by · story source · journal reference · cite this page ·
    cite this article · to submit a · help us tell · help us reach · we need your · you can unsubscribe · allow twitter · how we reported ·
    eds: · all times are · all figures are · all prices are · quotes displayed · quotes delayed · data delayed · graphic shows · map data ·
    first published in · reprinted with · original article in · please wait · also available in · ai was used · already subscribed · ad-free · reader offer ·
    leave us a · that's all for · more details soon · new episodes · today's newsletter · for interviews, · text news · distributed by apo ·
    this is a developing · this is a breaking · this breaking news · this is a paid · this live blog · this press release · send feedback ·
    with assistance from · with contributions from · with contributions by · a message from · translation of an original · scroll back up · this story contains · this article contains · no part of this ·
    recaptcha · protected by recaptcha · powered by · hosted by · disclaimer: · disclosure: · associated press writer · associated press writers · ap writer · associated press journalists ·
    in an earlier version of this · in an earlier version, · in an earlier version the · because of an editing · due to an editing · owing to an editing ·
    as a result of an editing · a previous version of this · a previous caption · an earlier caption · the original caption · a caption with · the questions and answers below · the conversation below ·
    the transcript below · the following is a paid · the following is a sponsored · advertisement feature · in this week's episode · in today's episode · in this episode ·
    on this episode · in this video a · in this video we · in this video, we · in this video our · the map below shows · the map below lists · the chart below shows · the chart below lists · the graphic below shows · the graphic below lists · the graph below shows · the graph below lists · the table below shows · the table below lists · the timeline below shows · the timeline below lists · the video below shows · the clip below shows ·
    some names in this · all names in this · this poll is not · the information here · the information on this page · the information in this article ·
    sort by · sorted by · you must be logged in · you must be signed in · you must be a registered user ·
    find out what's happening in · find out what’s happening in · we acknowledge aboriginal · we acknowledge the traditional · we acknowledge australia's · should you invest $ · should you buy stock · before you buy stock ·
    open extended reactions · this story was translated · this text was translated"""
)

# Anywhere in a paragraph without a quotation: notes of rights and thanks that have no other shape in common.
TELLING = _phrases(
    """all rights reserved · may not be published, broadcast · external internet sites · external websites · external sites · trust principles ·
    your inbox · our newsletter · our newsletters · our daily newsletter · our privacy · you can now listen · our cookie · ad blocker · adblocker ·
    selection of this story · people are reading this · match every gift · match every donation · views expressed are their own · views expressed are his own · views expressed are her own · haveyoursay@ · under a creative commons · first-hand journalism · without the express written · edited by our staff ·
    published from a syndicated · auto-generated from · agree to receive · store and/or access · licensing rights ·
    this weekly newsletter · this newsletter · weekly newsletter from · daily newsletter · solely responsible for all content · non-commercial use · responses of up to · considered for publication · suicide prevention lifeline · independent journalism · helpline · is not responsible for the content of"""
)

# Outside quotations only the house speaks so: of itself, of its trade, or to those who pay for it.
APPEALING = _phrases(
    """join the conversation below · reply to this email · tipped me off · forward-looking statements · legal advice · medical advice · financial advice · consult your doctor · on apple podcasts · theme music · press office ·
    has been logged out · been logged out · couldn't find that page · limited time offer · want to see ads · your trial ends · breaking news on a smartphone ·
    online polls are · data provided by · on behalf of apo · distributed by apo · on your device · your email address · sign up here · sign up for free · weekly email newsletter · while you're here · people like you · readers like you · chip in · stories that matter · without you, · like to be emailed · i agree to · does not work for, consult ·
    investment advice · can go down as well as up · affiliate link · liveblogged · earn us a commission · earn a commission · funded by its readers · qualifying purchases · posed by models · appeared first on · first appeared on ·
    post is no longer available · content is provided by · external content · an error occurred · protected by recaptcha · javascript is · free articles ·
    free article remaining · articles remaining · articles left this · a free account · exclusive to subscribers · letter to the editor · letters to the editor ·
    comments on this piece · comments on this article · in the comments · comments from this page · names have been changed · been changed to protect ·
    edited for length · edited and condensed · condensed for clarity · edited for style · edited for clarity · contributed research · nonprofit newsroom ·
    non-profit newsroom · nonprofit news organization · independent news source · accurate reporting in · audience engagement · competing interests ·
    at the time of publi · gamble responsibly · begambleaware · signed columns reflect · represents the opinion of · represents the views of ·
    preferred source on · in the player above · video above · audio above · reader-supported · newsletter provides · newsletter brings · newsletter delivers · newsletter rounds up · newsletter offers · edited this story · edited this piece · produced this story · produced this piece · adapted this story · adapted it for the web · for radio and the web ·
    for broadcast and digital · official website of · how do you know? · have your say · comments section · click here · email updates · e-mail updates · tap here · reader supported · consider becoming · support my work · support local journalism · support independent journalism ·
    free or paid subscriber · favor to ask · favour to ask · remind me later · remind me in · no, thanks · not ready to support · tax deductible ·
    tax-deductible · help us keep · help us reach · help us continue · become a supporter · become a member · becoming a member ·
    keeps our reporting · this feedback · you have consented · revoke consent · external content was · of this article left to read ·
    is for subscribers only · are for subscribers only · one device at a time · on another device · on the other device ·
    restore default view · best viewed with · you are visitor · no part of this site · reach her at · reach him at · reach them at ·
    follow her on · follow him on · follow them on · contact her at · contact him at · contact them at · email her at · email him at ·
    give now · remains the most trusted · terms of use and permissions · may be updated or revised in the future · record of programming ·
    live webcast of · live webcast will · replay will be available · webcast replay · replay of the call · investor relations section · providing free access to · quality journalism is more · every dollar you · every pound you · every euro you · donations will be matched · gifts will be matched · gift will be matched · donation will be doubled · gift will be doubled ·
    replace the advice of · a substitute for professional · a substitute for medical · regulated by ipso · independent press standards · editors' code of practice"""
)
# What stands with a colon before a paragraph of a newsletter or a summary, and tells nothing.
SECTIONS = _phrases(
    """Why it matters · The big picture · Zoom in · Zoom out · Between the lines · By the numbers · What they're saying · What they’re saying · What we're watching · What we’re watching · What's next · What’s next ·
    What's new · What’s new · The bottom line · Bottom line · The intrigue · Driving the news · State of play · Catch up quick · Flashback · Reality check · Yes, but · The other side · How it works · Context · The context · Threat level ·
    Worth noting · Of note · What to watch · The backstory · Case in point · Be smart · Quick take · Friction point · The details · Details · The latest · Stunning stat · Summary · In brief · In short · In a nutshell · Key point · Key takeaway · TL;DR · What happened · What we know"""
)
# "our newsroom": what belongs to the house.
HOUSE = _words(
    """journalism journalists reporting reporters newsroom newsletter newsletters readers reader supporters subscribers members
    podcast website site app editors inbox e-mail email donation donations gift contribution contributions subscription
    browser cookies consent privacy preferences coverage profits shareholders feedback comment comments
    correspondents columnists funding funders tool tools calculator quiz channel poll polls crossword bulletin"""
)
# "your gift": what belongs to its readers, where the house speaks of it; an account or a device may be advice to consumers.
READERS = _words(
    """gift donation donations contribution contributions support subscription newsletter newsletters inbox browser cookies consent
    preferences privacy feedback comment comments"""
)
# "you" beside "this page" is no news.
THIS_PAGE = _words("article story post piece page website site newsletter video form message content podcast episode")

# A short line that bids the reader do one of these, and what follows the bidding.
BIDDING = _words(
    """add book browse buy choose click compare check discover download enter explore find follow get give hover join learn leave listen log
    play read refresh register save scroll see send share shop sign start submit subscribe swipe take tap test text try unlock view
    visit vote watch always please"""
)
# What a button does: "Try again", "Accept", "Manage my choices".
PRESSED = _words(
    "try accept allow manage reject agree enable disable retry dismiss confirm decline no not maybe yes got"
)
BIDDEN = _words(
    "the a an our your us this these to on up out over now here more all in for with from by 50 feedback consult refresh"
)
# Labels of what no article goes on behind. Those that stand between paragraphs as well ("Related", "Read more", "Recommended") are no such sign.
ENDS = _phrases(
    """tags · topics · related topics · suggested topics · explore more · filed under · posted in · more on this story · read more about · read more on · more about · see more on · more from ·
    more in · more news · more stories · most read · most popular · most viewed · most watched · most commented · popular · trending · top stories · top news · latest news · latest stories · latest articles ·
    news feed · newsfeed · just in · editors' picks · editor's picks · you may also like · you might also like · read next · up next · next story · from our partner · around the web · sponsored links ·
    paid content · promoted stories · about the author · about the writer · view comments · share or comment · comments · leave a comment · post a comment · join the conversation · reuse this content · end of article ·
    dig deeper · keep exploring · recent stories · recent posts · trending now · popular now · most shared · on the same subject"""
)
# A line with two words of the first kind and none of the second is in another language.
FOREIGN = _words(
    """le la les des du un une et est dans sur pour pas qui que avec au aux nous vous votre der die das und ist nicht ein eine mit auf für
    von zu den dem wir sie el los las del y es por para con una en lo su il di che per non si sono della het een van voor niet op e o os
    da do na não esta este más aquí leer cette ce ces ici diesen dieser diese em um uma и в на не что с по как это для і та з що"""
)
ENGLISH = _words(
    "the of and to that is was were a an for with on by at from has have had said it his her their be been will but not this are as"
)

# The vocabulary of selling: one of the first kind and another word in a sentence that says "you" or "we" are no news.
SELLING = _words(
    """subscribe subscriber subscribers subscription subscriptions subscribing newsletter newsletters inbox inboxes cookies
    cookie login unsubscribe paywall signup javascript sign log register app browser click donate supporters journalism
    helpline freephone samaritans whatsapp haveyoursay supporter supporters donation donations donating""",
)
SOLD = SELLING | _words(
    """emails email emailing contact contacted call visit form consent privacy account registered membership contribution journalism notifications alerts unlimited trial
    offer ads ad advertising personalised personalized partners preferences settings podcast podcasts website site download
    stories articles reading comment comments device bookmark briefing digest reader readers premium homepage terms headlines updates
    support supporting gift members please reporting independent feedback recurring""",
)
# Beside "we" or "you" one of these is enough.
SOLD_ONLY = _words("paywall paywalls unsubscribe recaptcha adblocker")
YOU = _words("you your yours you're you've you'll you'd")
WE = _words("we our us we're we've")
YOU_OR_WE = YOU | WE
SAYING = _words("said says told according added asked wrote announced reported argued warned claimed tweeted")

# Labels of pictures; a caption may follow them.
PICTURE_LABELS = _phrases(
    """image caption · image source · image credit · image copyright · media caption · photo caption · video caption · figure caption · caption: · caption · image: · photo: · photos: · picture: · pictured: · pictured, · file photo: · file photo · file image · file - · file – · file: · handout photo · stock image · photo credit · photo by · photograph by · photograph: · image by · picture by · pictures by · photos by · credit: · credits: · credit... · credit… · courtesy of · courtesy: · source: · illustration: · illustration by · video by · cover photo · main image · composite: · getty images · media source · image source,"""
)
AGENCIES = _words(
    """reuters ap afp epa epa-efe efe pa upi tass dpa ansa pti ani ians kyodo yonhap xinhua bloomberg getty shutterstock alamy rex
    anadolu nurphoto sipa zuma sputnik istock unsplash flickr wikimedia maxar handout bbc cnn npr nasa ukrinform imago alamy
    afptv interfax cbs nbc abc gettyimages magnum polaris pixabay pool pexels""",
)
CREDIT_WORDS = AGENCIES | _words(
    """associated press images image photo photos photograph picture pictures via media wire archive archives agency file
    screengrab screenshot handout supplied courtesy of by the and for commons features news library collection instagram
    facebook twitter telegram youtube tiktok tv source credit stock photographer london new york times guardian washington
    post observer service office ministry government police department/ social alliance press association inc ltd""",
)

# Whoever signs an article, besides names.
ROLES = _words(
    """correspondent correspondents reporter reporters editor editors writer writers journalist journalists columnist
    columnists producer producers staff bureau newsroom desk agencies team photographer contributor contributors
    newsbeat mailonline.com mailonline verify""",
)
AUTHORS = ROLES | _words("professor fellow lecturer author researcher")
BYLINE_WORDS = (
    ROLES
    | AGENCIES
    | _words(
        """by our own and in at for with the of news political business health science technology education security diplomatic
    economics home affairs social legal crime environment royal sport sports world chief senior deputy special foreign
    white house washington assistant associate media culture transport energy climate europe africa asia us uk middle
    east north america south data digital investigations live online post times sky press association agence
    france-presse associated agency service reporting editing writing words story additional analysis photographs photos
    photography pictures picture text produced edited abridged translation translated graphics illustrations research""",
    )
)
BYLINE_OPENINGS = _phrases(
    """by · by: · words by · words: · written by · reported by · story by · analysis by · compiled by · produced by · posted by · published by · edited by · reporting by · additional reporting by · text by · photographs by · photography by · produced by · translated by · translation by · abridged translation by · video by · review by · interview by · as told to · from our · from a · author: · authors: · reporter: · editor:"""
)

# What a line of date and time consists of, besides figures and the names of days and months.
DATE_WORDS = _words(
    """published updated update last modified posted first created issued edited aired on at from by date time am pm a.m
    p.m noon midnight gmt bst utc et est edt ct cst cdt mt mst mdt pt pst pdt cet cest eet eest ist jst aest aedt hkt sgt
    msk pkt wib h hrs hr hour hours minute minutes min mins second seconds day days week weeks month months year years
    ago an a one two three just now yesterday today st nd rd th of the eastern pacific central standard daylight
    originally article added since amended local""",
)
RELATIVE_TIME = _words("ago now yesterday today hours hour minutes minute mins min days")

# Verb forms that are finite wherever they stand: an open line with one of them says something.
FINITE = _words(
    """is are was were isn't aren't wasn't weren't has have had hasn't haven't do does did don't doesn't didn't will would
    won't can could can't couldn't may might must shall should says said show shows showed told took takes went goes came
    comes gave gives saw sees began begins became becomes fell falls rose rises grew grows wrote writes spoke speaks ran
    runs drove drives won wins lost loses left leaves hit hits met meets made makes kept keeps led leads sent sends
    walk walks arrived arrives died dies killed kills called calls claimed claims warned warns urged opted voted"""
)
