"""What courts do and what that is called, and what somebody is charged with."""

COURTS = frozenset("court tribunal judge jury justices panel judges".split())
# By these a court settles something, which is then "the ruling".
RULES = frozenset(
    "ruled overturned upheld quashed annulled struck convicted acquitted sentenced dismissed rejected blocked ordered granted cleared"
    " jailed found threw".split()
)
RULINGS = frozenset("ruling judgment judgement verdict".split())
CHARGES = frozenset("charge charges".split())
