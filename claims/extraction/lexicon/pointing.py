"""Words that point at the speaker or at another sentence, by what may be said in their place."""

# "This year" is a time of the text's own, and "this case" may be any.
OF_TIMES = frozenset(
    "second minute minutes hour hours day days morning afternoon evening night nights week weeks weekend month months year years"
    " decade decades century time times period moment moments season spring summer autumn fall winter point stage term occasion".split()
)
OF_WHATEVER = frozenset(
    "case cases way ways thing things people guys folks kind kinds sort sorts type types form forms part parts side matter one ones"
    " man woman men women person issue issues area areas reason reasons regard respect number numbers".split()
)
# What "our" ties to whoever says it, though nobody knows who the others are: a member of a team calls it "our team".
OF_SPEAKER = frozenset(
    "team work study studies research findings results data survey surveys analysis model models paper experiment experiments simulations"
    " measurements observations calculations lab laboratory colleague colleagues family house neighbour neighbours neighbor neighbors"
    " lawyer lawyers landlord farm restaurant shop firm company party marriage wedding".split()
)
# What is there, and nobody's own: "we have no drought" says that there is none.
OF_NOBODY = frozenset(
    "drought droughts winter rain rains season storm storms heatwave snow frost flood floods shortage shortages outbreak outbreaks"
    " emergency crisis vacancies deaths infections".split()
)
WEATHER = frozenset(("weather", "rain", "heat"))  # "weather events"
