"""What a firm has one of, and what is of a firm wherever an article about one firm tells of it."""

# Without an owner these are of the firm that the article is about.
OF_FIRM = frozenset(
    "shares share stock sales revenue revenues turnover profit profits earnings shareholders investors".split()
)
# Offices of a firm, as titles before a name: "Chief executive Ruth Adler".
OFFICES = (
    ("chief", "executive"), ("chief", "executive", "officer"), ("managing", "director"), ("finance", "director"), ("chairman",),
    ("chairwoman",), ("chief", "financial", "officer"), ("founder",), ("operations", "director"), ("sales", "director"),
)  # fmt: skip
LONGEST_OFFICE = max(map(len, OFFICES))
