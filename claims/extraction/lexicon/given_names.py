"""Common given names with the pronoun they go with: a surname alone says nothing, the first name often does.

The two tables were drawn up by hand for English-language news and decide what sort of thing a name names; the names of
``given_names.txt``, far more, tell the gender of whoever is known to be a person. A name used for both is left out.
"""

from pathlib import Path

MASCULINE_NAMES = frozenset(
    """aaron abdel abdul abdullah abiy abraham abu adam adil adrian ahmad ahmed ajay akbar akira alan albert alberto
    alec alejandro aleksandar aleksandr aleksei alexander alexei alexey alfred ali alister allan allen alvin amir
    amit anas anders andre andreas andrei andrew andriy andrzej andré andrés andy angus anil anthony antoine anton
    antonio antonis antony antónio anwar aníbal ariel armin arnel arnold arthur artur arturo arun arvind ashfaq
    ashraf asif atiku avi avigdor axel ayman babatunde barack barnaby barry bart bashar bashir bassem ben benedict
    benjamin benny beppe bernard bernie bert bezalel bilal bilawal bill billy binali bjorn björn bob bojan bola
    bongbong boris borut brad bradley brendan brent brett brian bruce bruno bryan byron callum carl carles carlo
    carlos cedric cesar chad charles charlie chinedu chris christian christoph christopher chuck clark claude
    clayton cliff clint clément colin conor craig curtis cyril dale damien dan daniel danny dario darren dave david
    dean declan deepak delfin dennis derek derrick desmond devin devlet diego dieter dimitri dinesh dirk dmitri
    dmitry dmytro dominic don donald donnie doug douglas duncan dustin dwayne dwight eamon earl ebrahim ed eddie
    edgar edgardo eduardo edward edwin ehud ekrem elijah elliot elliott elon emeka emmanuel emmerson emmett emomali
    emre enrico enrique enver eric erik ernest ernesto ethan eugene evan evo ewan fabien fabio faisal farid farooq
    felipe felix femi ferdinand fernando fidel florian floyd francesco francis francisco franco frank franky franz
    françois fred frederic frederick friedrich fritz frédéric fumio gabriel gamal gareth garrett gary gavin geoff
    geoffrey george gerald gerard gerardo gerhard gerry giancarlo giorgi giorgio giovanni giuseppe glen glenn goh
    goodluck gordon gotabaya grady graham grant greg gregory guillaume guillermo gunnar gurbanguly gustavo gérard
    hafiz haim hakan hamad hamid hamish hank hans harold harris harry hasan hassan hector heinz heinz-christian
    henri henry herbert herman hiroshi hor horst hosni hossam howard hugh hugo humza hun hussein ian ibrahim igor
    ilham imran ingo ira irakli irfan irving isaac ismail itamar ivan ivor iván jabu jack jacob jacques jair jake
    jakob jamal james janez jared jaroslaw jarosław jason javad javier jay jean jed jeff jeffrey jens jeremy jerome
    jerry jesse jhon jim jimmy joachim joaquim jock joe joel joey johan johannes john johnny joko jon jonas jonathan
    jorge jose josep joseph josh joshua josé jovenel joão juan jude juergen julian julien julio julius jun junaid
    justin jürgen kamran karim karl karl-theodor kashif kassym keir keith kemal ken kenji kenneth kevin khaled
    khalid khalil khurram kirk kjell kk klaus kofi krzysztof kurt kwame kwasi kwesi kyle kyriakos lance larry lars
    laurent lawrence lee lenín leo leon leonard leonardo leonid leopold leopoldo lester lewis liam lionel lloyd
    louis luca lucas luigi luis luiz luke luís lyle magnus mahathir mahesh mahinda mahmoud maithripala malcolm
    mamuka manasseh manfred manoj mansoor manuel marc marcel marcelo marco marcus mariano mario mariusz mark markus
    marshall martin marty marvin marwan massimo mateusz mathias mats matt matteo matthew matthias maurice mauricio
    max maxim maximilian mehmet michael michel micheál mickey miguel mihai mike mikhail mikheil milan milo milos min
    mitch mitchell mitt mohamed mohammad mohammed monty moshe muhammad muhammadu muhyiddin murat murray mustafa
    mykhailo myron nabih nadeem nadhim naftali najib narendra nasser nate nathan naveed nawaz nayib neal ned neil
    nelson neville nicholas nick nicolae nicolas nicolás niels nigel nikita nikol nikolai nikos nils nitin noah
    norbert norm norman nursultan olaf oleg oleksandr oleksii oleksiy oliver olivier ollanta olusegun omar omer
    oriol orlando osama oscar osman otis otto owen pablo panos paolo patricio patrick paul paulo pavel pawel paweł
    pedro per percy perry pervez pete peter petr petro pham pheakdey phil philip philippe phillip pierre piers piotr
    piyush prabowo pradeep pranab prayuth preston qamar qasem quentin rafael rafe rafiq rahul raila raj rajesh
    rajnath ralph ramesh rami ramon ramzan randy ranil raphael rashad rashid raul ravi ray raymond recep reed reggie
    reinhard remy renzo rené rex rhys ricardo richard rick ricky rishi rizwan rob robert roberto roderick rodney
    rodrigo roger roland rolf roman ron ronald rory ross roy royce ruben rudolf rudy rufus rui rupert russell rusty
    ryan saad sadiq sadyr saeb sajid sajjad salim salman salvador sam sameh sami samir samuel sanjay santiago saul
    scott seamus sean sebastian segun serge sergei sergey sergio serhiy serzh seth shahid shane shaun shavkat shawn
    shehbaz shigeru shimon shinzo sid sidney sigmar silvio simon sipho sitiveni solomon spencer srettha stan
    stanisław stanley stefan stelios stephan stephen sterling steve steven stewart stuart stéphane sullivan sundar
    suresh sven sébastien tahir takeshi tarek tariq taro tate tayyip ted tedros tendai terence terry thabo thaddeus
    thaksin tharman themba theo theodore thomas thorsten tim timothy tobias toby todd tom tomas tomasz tommy tony
    traian travis trent trevor tristan troy tunde tyler uhuru ulf umar umberto usman vasco vaughn vernon victor
    vijay vikram viktor vince vincent vinnie virgil vitaly vittorio vladimir vladislav volodymyr voreqe vítor wade
    wael walid wallace walter waqar warren wayne wendell werner wes wesley wilbur wilhelm will william willie wilson
    winston wolfgang woodrow xavier yahya yair yanis yannick yashwant yasin yasser yevgeni yevgeny yitzhak yoshi
    yoshihide yousef youssef yoweri yuri yusuf yves zach zachary zack zahid zaid zbigniew ziad zoran zubair álvaro
    édouard éric íñigo ümit łukasz""".split()
)
FEMININE_NAMES = frozenset(
    """abigail ada adriana agnes agnieszka agnès aisha aisling alana alejandra aleksandra alexandra alexandria alice
    alicia alina alison alla allison alma amal amanda amber amelia amina amy ana anastasia andrea angela angela-
    marie angelina angie anita ann anna annalena annastacia anne annegret anneliese annette annie antonia aoife
    aparna ariana arlene ashleigh ashley asma astrid atifete audrey ayanna ayesha barbara beata beate beatrice becky
    begoña benazir bernadette bernadine bethany betsy betty beverly beyonce beyoncé bianca bonnie brenda brianne
    bridget brigitte brittany brooke bushra camilla candace cara carla carly carmen carol carole caroline carolyn
    carrie cassandra catarina catherine cathy catriona cecilia celia chantal charlotte chelsea cheryl chiara chloe
    christiane christina christine chrystia ciara cindy claire clara claudia clémentine colleen condoleezza
    constance cora corazon cori cory courtney cristina crystal cynthia daina daisy dalia dana daniela danielle
    daphne daria dawn deb debbie deborah debra delia denise diana diane dina dolores donna dora doreen doris dorothy
    ebba edith eileen ekaterina elaine eleanor elena eleni elif elisa elisabeth elise eliza elizabeth ella ellen
    elly eloise elsa emilia emily emma erica erika erna estelle esther eugenie eva evelyn ewa fatima fatou fawzia
    felicia fiona flora frances francesca franziska freda frieda gabriela gabrielle gail gemma georgia geraldine
    geun-hye ghislaine gillian gina ginger giorgia giulia gladys glenda gloria grace graça greta gretchen gretta
    gwen gwendolyn hana hanna hannah harriet hasina hazel heather heidi helen helena helene helga helle hilary
    hillary hina holly hope ida ilhan ilse imee imogen ina inger ingrid ingrida inés ioanna irene irina iris iryna
    isabel isabella ivanka iveta ivy jacinda jackie jacqueline jacqui jana jane janet janice jasmine jayalalithaa
    jeanine jeanne jeannette jeannie jen jennifer jenny jess jessica jill joan joana joanna joanne jocelyn jody joni
    josephine joy joyce juanita judith judy julia julie juliet kaja kamala kara karen kari karin karine katarina
    katarzyna kate katerina kateryna katherine kathleen kathryn kathy katie katja katrina kay kayleigh keisha kelly
    kellyanne kerri kerry kersti kerstin khaleda kirsten kirstjen kirsty krista kristen kristi kristin kristina
    ksenia kyrsten lana lara larysa latoya laura lauren leah leila lena lene leni leona leslie leticia leymah li
    lila lilian lillian lily linda lindiwe lisa liz lois loretta lorna lorraine louisa louise lucia lucille lucy
    lydia lynn lynne mabel madeleine madison maeve magdalena maggie maia malala mamata mandy manon manuela mara
    marcella marcia marcy margaret margarethe margarita margot maria mariana marie marie-agnes marilyn marina marine
    marion marisa marise marjorie marlene marlène marsha marta martha martine mary maryam mathilde maude maureen
    mavis maxine maya mayawati małgorzata meerjady megan megawati meghan melania melanie melinda melissa mercedes
    meredith mette mhairi mi-ae mia michaela michaelia michele michelle mildred millie mindy miranda miriam molly
    mona monica monique morag muriel myra märta mélanie nadia nadine naledi nanaia nancy naomi natalia natalie
    nataliya natasha nell nellie nettie ngozi nia niamh nicola nicole nikki nina nino nirmala nkosazana noor nora
    noreen norma nydia oby odessa oksana olena olga olivia omarosa opal ophelia oprah orla paetongtarn paige pamela
    paola patricia patty paula pauline peggy penelope penny pernille peta petra phoebe phumzile phyllis polly poppy
    portia pramila preet priscilla priti priya priyanka puan rachel rachida raquel rashida rebecca regina renee
    renho rhoda rhonda rita roberta robyn rona rosa roselyne rosemary rosie roxana roxanne ruth sabine sabrina sadie
    sahra sally salma salome samantha samia sanae sandra sandrine sanna saoirse sara sarah savannah seiko selena
    selma serena shabana shannon sharon shauna sheila shelley sherry shirley shona sienna simone sinead sinéad
    siobhan skye smriti sofia sonia sonja sophia sophie soraya sri stacey stella stephanie sue suella summer susan
    susana susanna susanne sushma sussan suzanne svenja svetlana sviatlana svitlana sylvia ségolène tamar tamara
    tammy tamsin tania tanya tara tatiana teresa tessa thelma theresa thuli tiffany tina tomomi tracy tricia trudy
    tsai tulsi una ursula valentina valerie valérie vanessa vera verna veronica victoria viola violet virginia
    vivian vjosa wanda wendy whitney winifred winnie yasmin yasmine yelena yingluck yolanda yulia yuriko yvette
    yvonne zara zelda zoe zuzana élisabeth""".split()
)


# Of India's politics, which the lists beside this module leave out.
_INDIAN_MEN = frozenset(
    "rajeev rajiv dilip partha shivraj digvijaya devendra bhupesh nitish akhilesh hemant uddhav sharad mallikarjun jairam pralhad jagdeep himanta nishikant kunal suvendu derek sukanta ravneet jayant prakash chirag tejashwi manoj ramesh".split()
)
_INDIAN_WOMEN = frozenset("vasundhara atishi arpita supriya mahua kavitha".split())


def _listed(heading: str) -> frozenset[str]:
    """The names under a heading of the text file beside this module."""
    lines = (Path(__file__).parent / "given_names.txt").read_text(encoding="utf-8").partition(f"[{heading}]\n")[2]
    return frozenset(lines.partition("[")[0].split())


WORLD_MASCULINE, WORLD_FEMININE = _listed("masculine") | _INDIAN_MEN, _listed("feminine") | _INDIAN_WOMEN


def is_given_name(word: str) -> bool:
    """Whether people bear it as a first name, in any of the lists; hyphenated ones by their first part."""
    name = word.lower().split("-")[0]
    return name in MASCULINE_NAMES or name in FEMININE_NAMES or name in WORLD_MASCULINE or name in WORLD_FEMININE
