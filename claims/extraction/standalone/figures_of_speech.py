"""What an article says in a picture or as a mood, with nothing in it that could be looked up: "hit the roof", "Opponents were unmoved"."""

import re

from claims.extraction.standalone.cutting.cuts import Tokens

# Turns of phrase that tell how somebody felt or how a scene went.
IDIOMS = re.compile(
    r"\b(?:hit the roof|(?:put|puts|putting) (?:a|the) (?:best|brave|good) face on|(?:bit|bite|bites) the bullet|ruffled (?:some |a few )?feathers"
    r"|(?:rolled|rolls) (?:his|her|their) eyes|(?:raised|raises|raising) (?:some |a few )?eyebrows|(?:add|added|adds) (?:insult to injury|fuel to the fire)"
    r"|saw red|(?:lost|loses) (?:his|her|their) (?:temper|cool|nerve)|(?:took|take|takes) (?:a|the|another) (?:new|fresh|unexpected|sharp|strange|dramatic) turn"
    r"|(?:cut|cuts) no ice|(?:pulled|pulls) no punches|(?:kept|keeps|keep) (?:his|her|their|its) (?:head down|powder dry|cards close)"
    r"|(?:turned|turn|turns) up the heat|(?:poured|pours) cold water on|(?:stole|steals) the show|(?:seized|seizes|seize) on the|(?:smell|smelled|smelt) a rat"
    r"|(?:came|comes) to a head|is an enigma|(?:will|would|did|does|do)(?: not|n['’]t) help(?: matters| much)?\.?$"
    r"|(?:has|have|had) (?:its|their|his|her) (?:costs|price|critics|limits|charms|moments)\.?$"
    r"|(?:is|are|was|were) another (?:matter|story|question)|(?:told|tells|tell) a different story|(?:is|are|was|were) on the way\.?$"
    r"|(?:remain|remains|remained) (?:to be seen|the bottleneck)|(?:is|was) anyone['’]s guess|(?:pinning|pinned|pin) (?:his|her|their) hopes on"
    r"|(?:left|leaves) (?:a|its|their|his|her) mark|(?:speaks|spoke|speak) for (?:itself|themselves)|(?:do|does|did) not (?:add up|fit)\.?$)",
    re.IGNORECASE,
)
# How people take it, where nothing else is told: "Economists are divided", "Hospitals are nervous".
MOODS = (
    "divided|furious|nervous|blunt|blunter|unmoved|unimpressed|unrepentant|undeterred|defiant|confident|hopeful|optimistic|pessimistic|sceptical|skeptical"
    "|cautious|delighted|thrilled|livid|angry|upset|surprised|unsurprised|baffled|bemused|relieved|wary|weary|jubilant|gloomy|philosophical|less certain|less sure|certain"
    "|not so sure|not convinced|unconvinced|mixed|thin|clear|unclear|obvious|simple|complicated|different|muted|swift|fierce|mild|common but mild|inconclusive"
)
MOOD = re.compile(
    rf"^(?:[^,.;]{{1,60}}) (?:is|are|was|were|seemed|seems|remain|remains|remained) (?:more |less |very |quite |still |equally )?(?:{MOODS})(?: from the start| too| about it| on this| at first)?\.?$"
)
# A comparison that has lost what it compares to: "The deficit was larger."
COMPARED = re.compile(
    r"\b(?:is|are|was|were) (?:far |much |even |slightly |a little )?(?:larger|smaller|higher|lower|bigger|better|worse|faster|slower|longer|shorter|stronger|weaker|older|younger|cheaper|easier|harder|tougher|greater|fewer|less hostile|more hostile)\.?$"
)
SHORT = 12  # words of a claim in which a picture leaves room for nothing else


def says_nothing(words: str, tokens: Tokens) -> bool:
    """Whether a short claim without a figure or a quotation only tells a mood, speaks in a picture, or compares to nothing."""
    if len(tokens) > SHORT or any(t.tag in ("CD", "Q") for t in tokens):
        return False
    return any(pattern.search(words) is not None for pattern in (IDIOMS, MOOD, COMPARED))
