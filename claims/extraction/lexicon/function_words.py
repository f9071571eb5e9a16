"""Words that bind others and name nothing: where a phrase ends, and which capitals only open a sentence."""

NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve".split())
PREPOSITIONS = frozenset(
    """of at from in for by with on to about near into under over between among against after before during since through
    via within without across outside inside behind per including amid alongside representing regarding concerning
    following upon toward towards despite""".split()
)
# A capital on one of these is due to its place in the sentence.
OPENERS = PREPOSITIONS | frozenset(
    """a an the this that these those some several many most few all both each every any no another other others one two
    three four five six seven eight nine ten i he she it they we you his her its their our my your who which what when where
    while why how whose if as but and or nor so yet because although though unless until once whether than then there here
    not only also even just still already however moreover furthermore meanwhile nevertheless nonetheless therefore thus
    hence instead otherwise besides later earlier today yesterday tomorrow tonight now recently finally additionally
    similarly likewise consequently subsequently previously currently originally initially eventually according asked
    speaking writing citing responding commenting referring addressing following given based due such like unlike more
    less much more-over at-least nearly almost approximately roughly around about over up down out off further last next
    first second third new old former once upon yes no well please let look see is are was were be been being has have had
    do does did will would can could may might must shall should said says say none neither either per ex together
    alongside overall despite regardless perhaps maybe apparently reportedly allegedly authorities officials police
    protesters residents witnesses experts scientists researchers critics supporters thousands hundreds dozens millions
    people women men children media reports report photos videos footage images local state-run part half much results
    findings data figures polls factors remarked""".split()
)
# Small words inside a foreign name.
PARTICLES = frozenset(
    "de da do del dela della der den van von bin bint ibn al el la le du dos das di y und ben ter ten ul ur zu".split()
)
# Auxiliary verbs and conjunctions: a noun phrase does not reach over them.
CLAUSE_WORDS = frozenset(
    """and or but nor as if than because although though while when where who which that whose whom is are was were be been
    being has have had do does did will would can could may might must shall should not also said says say told tells tell
    he she it they we you i him them us me there then so yet""".split()
)
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december christmas easter ramadan""".split()
)
# Written with capitals, and no names: clocks behind an hour ("as of noon EDT"), and seasons of trade before a noun ("Spring stock").
CLOCKS = frozenset("EDT EST CDT CST MDT MST PDT PST GMT BST CET CEST UTC ET AEST AEDT IST".split())
SEASONS = frozenset(("Spring", "Summer", "Autumn", "Fall", "Winter"))
# They bind to a document or a video whose it is: "a study published in", "footage posted on".
PARTICIPLES = frozenset(
    "published released conducted led signed posted shared written issued commissioned carried compiled filed obtained seen".split()
)
# Names that end like adverbs or participles and are none.
NAMES_LIKE_ADVERBS = frozenset(
    """kelly sally molly billy willy emily lily holly polly daly connolly reilly donnelly farrelly nelly kimberly beverly shirly
    italy sicily beijing reading boeing manning fleming browning keating harding golding spalding dowling jinping hastings
    sterling deming goebling worthing woking barking epping dorking nanjing chongqing""".split()
)
