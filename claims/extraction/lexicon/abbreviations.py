"""Words that end in a full stop without ending a sentence, and words that begin one."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Before a name or a number: the stop after them never ends a sentence.
BEFORE_NAME = _words(
    """mr mrs ms mx dr prof sen sens rep reps gov govs gen lt col maj capt cmdr cdr cpl sgt pvt adm supt insp det rev fr
    hon pres st ste mt ft messrs mmes mme mlle msgr sr sra dra ing drs amb sec atty asst dir dep ald pte brig"""
)
# Before a figure only ("No. 10", "p. 4"); before anything else the stop is a full stop ("He said no. Then he left.").
BEFORE_FIGURE = _words(
    "no nos vol fig figs p pp art arts sec ch para ca approx rs c jan feb mar apr jun jul aug sep sept oct nov dec"
)
# In the middle of a phrase whatever follows.
IN_PHRASE = _words("vs v e.g i.e cf viz esp incl aka a.k.a w.r.t resp")
# In the middle or at the end: only a word that begins sentences, after them, is a beginning.
MAY_END = _words(
    """u.s u.k u.n e.u u.s.a u.s.s.r d.c l.a n.y n.j n.c s.c p.r b.c a.d a.m p.m inc co corp ltd plc llc bros assn
    dept univ est jr sr esq ph.d m.d b.a m.a m.p j.d r.i n.h n.m ave blvd rd sq hwy no. ala ariz ark calif colo conn
    del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ont que
    sask man alta"""
)
# States shortened to what is a word of its own in small letters.
WORDS_TOO = _words("ill miss wash ore mass pa ind mo")
# Days, time zones and the like continue "8 p.m."; they begin no sentence there.
AFTER_CLOCK = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december et est edt ct cst cdt mt mst mdt pt pst pdt gmt bst utc cet cest aest ist jst
    eastern central pacific mountain moscow local"""
)
# Words which, written with a capital after a doubtful stop, begin a sentence far more often than they go on a name.
STARTERS = _words(
    """the a an this that these those he she it they we i you his her its their our my your there here who what when
    where why how which while if but and or so yet nor for in on at by to from of with without after before during
    since until under over about among between against despite although though because as according also however
    meanwhile moreover instead later earlier then now today yesterday some many most several all both each every no
    not none one two three more another other others such even still only just last next first asked officials
    police nobody everyone everybody someone never once additionally furthermore nevertheless therefore thus"""
)
# Verbs that tie a question or an exclamation in quotation marks to the name which follows it ('"Why?" Smith asked').
ASKING = _words(
    """said says say asked asks wrote writes told tells added adds shouted shouts chanted cried replied tweeted posted
    wondered yelled exclaimed joked quipped screamed read reads"""
)
# Names that carry a mark of their own.
MARKED_NAMES = frozenset({"yahoo!", "jeopardy!", "yum!", "joomla!"})
