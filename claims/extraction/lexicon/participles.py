"""Past forms for participles in -ing that a regular rule gets wrong, so that ", leaving two dead" can become a clause."""

IRREGULAR_PAST = {
    "becoming": "became", "beginning": "began", "breaking": "broke", "bringing": "brought", "building": "built",
    "buying": "bought", "catching": "caught", "choosing": "chose", "coming": "came", "costing": "cost", "cutting": "cut", "undercutting": "undercut", "offsetting": "offset", "upsetting": "upset", "outdoing": "outdid",
    "drawing": "drew", "driving": "drove", "falling": "fell", "finding": "found", "fleeing": "fled", "flying": "flew",
    "forbidding": "forbade", "getting": "got", "giving": "gave", "going": "went", "growing": "grew", "having": "had",
    "hitting": "hit", "holding": "held", "hurting": "hurt", "keeping": "kept", "knowing": "knew", "leading": "led",
    "leaving": "left", "losing": "lost", "making": "made", "meaning": "meant", "meeting": "met", "overtaking": "overtook",
    "paying": "paid", "putting": "put", "rising": "rose", "running": "ran", "saying": "said", "seeing": "saw",
    "selling": "sold", "sending": "sent", "setting": "set", "shooting": "shot", "shutting": "shut", "sinking": "sank",
    "sitting": "sat", "speaking": "spoke", "spending": "spent", "spreading": "spread", "standing": "stood",
    "striking": "struck", "taking": "took", "telling": "told", "thinking": "thought", "throwing": "threw",
    "winning": "won", "writing": "wrote", "seeking": "sought", "teaching": "taught", "fighting": "fought", "wearing": "wore",
    "feeling": "felt", "dealing": "dealt", "hiding": "hid", "lying": "lay", "riding": "rode", "singing": "sang", "eating": "ate",
    "sleeping": "slept", "stealing": "stole", "swimming": "swam", "beating": "beat", "feeding": "fed", "lending": "lent",
    "quitting": "quit", "sweeping": "swept", "dying": "died", "tying": "tied", "bearing": "bore", "undergoing": "underwent",
    "withdrawing": "withdrew", "overseeing": "oversaw", "upholding": "upheld", "understanding": "understood",
    "misleading": "misled", "overthrowing": "overthrew", "undertaking": "undertook", "withholding": "withheld",
    "rewriting": "rewrote", "foreseeing": "foresaw", "forgiving": "forgave", "forgetting": "forgot", "freezing": "froze",
    "shaking": "shook", "shrinking": "shrank", "sliding": "slid", "spinning": "spun", "splitting": "split",
    "springing": "sprang", "sticking": "stuck", "swearing": "swore", "tearing": "tore", "waking": "woke", "weeping": "wept",
    "binding": "bound", "bleeding": "bled", "blowing": "blew", "breeding": "bred", "bursting": "burst", "casting": "cast",
    "clinging": "clung", "kneeling": "knelt", "speeding": "sped", "creeping": "crept", "digging": "dug", "drinking": "drank", "grinding": "ground", "hanging": "hung",
    "laying": "laid", "lighting": "lit", "letting": "let", "overcoming": "overcame", "reading": "read",
    "rebuilding": "rebuilt", "ringing": "rang", "shedding": "shed", "shining": "shone", "spitting": "spat",
    "forecasting": "forecast", "broadcasting": "broadcast", "bidding": "bid", "betting": "bet", "hearing": "heard",
    "misunderstanding": "misunderstood", "partaking": "partook", "repaying": "repaid", "resetting": "reset",
    "retelling": "retold", "doing": "did", "sewing": "sewed", "slaying": "slew", "swinging": "swung", "outselling": "outsold",
}  # fmt: skip
PAST_FORMS = frozenset(IRREGULAR_PAST.values())

# Past participles that are another word than the past form, by that form.
PARTICIPLES = {
    "became": "become", "began": "begun", "broke": "broken", "chose": "chosen", "came": "come", "drew": "drawn", "drove": "driven",
    "fell": "fallen", "flew": "flown", "forbade": "forbidden", "gave": "given", "went": "gone", "grew": "grown", "knew": "known",
    "overtook": "overtaken", "rose": "risen", "ran": "run", "saw": "seen", "shook": "shaken", "sank": "sunk", "spoke": "spoken",
    "took": "taken", "threw": "thrown", "wrote": "written", "wore": "worn", "hid": "hidden", "rode": "ridden", "sang": "sung",
    "ate": "eaten", "stole": "stolen", "swam": "swum", "beat": "beaten", "bore": "borne", "underwent": "undergone",
    "withdrew": "withdrawn", "oversaw": "overseen", "overthrew": "overthrown", "undertook": "undertaken", "rewrote": "rewritten",
    "foresaw": "foreseen", "forgave": "forgiven", "forgot": "forgotten", "froze": "frozen", "shrank": "shrunk", "sprang": "sprung",
    "swore": "sworn", "tore": "torn", "woke": "woken", "blew": "blown", "drank": "drunk", "overcame": "overcome", "rang": "rung",
    "sewed": "sewn", "slew": "slain", "did": "done", "was": "been",
}  # fmt: skip
PAST_OF_PARTICIPLE = {participle: past for past, participle in PARTICIPLES.items() if participle != "been"}

# Participles that tell more of a noun with such a word behind them, and as verbs seldom have it there.
DESCRIBING = {
    "caused": ("by",), "tasked": ("with",), "owned": ("by",), "based": ("in", "on", "at"), "made": ("of", "by"), "built": ("by", "in"), "written": ("by",), "aimed": ("at",), "known": ("as", "for"), "followed": ("by",), "equipped": ("with",), "shared": ("with",),
}  # fmt: skip
# At the front of a sentence they tell what its deed is a sign of, and nobody does them.
SIGNS = frozenset("reflecting underscoring underlining highlighting signalling signaling illustrating".split())
