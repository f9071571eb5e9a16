"""The workflow as data: which verb leads from which status to which, and who may say it.

This table is stated once (architecture, section 2); verbs, pages, the admin and the tests all read it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Role(TextChoices):
    """A group's name; a person may hold several."""

    VIEWER = "viewer", _("Viewer")
    CONTRIBUTOR = "contributor", _("Contributor")
    TRIAGER = "triager", _("Triager")
    REVIEWER = "reviewer", _("Reviewer")
    ADJUDICATOR = "adjudicator", _("Adjudicator")
    EDITOR = "editor", _("Editor")
    ADMINISTRATOR = "administrator", _("Administrator")


# Who may look at the admin panel; what they may do there is granted to their group (record.foundation).
IN_THE_PANEL = frozenset({Role.ADMINISTRATOR, Role.EDITOR})


class Status(TextChoices):
    """Where a claim stands in the workflow; never its verdict."""

    CANDIDATE = "candidate", _("Candidate")
    QUEUED = "queued", _("Queued")
    IN_REVIEW = "in_review", _("In review")
    ON_HOLD = "on_hold", _("On hold")
    ADJUDICATION = "adjudication", _("Adjudication")
    DECIDED = "decided", _("Decided")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    DISMISSED = "dismissed", _("Dismissed")
    MERGED = "merged", _("Merged")


class SlotState(TextChoices):
    OPEN = "open", _("Open")
    HELD = "held", _("Held")
    FILLED = "filled", _("Filled")
    ENDED = "ended", _("Ended")


class Verdict(TextChoices):
    """Verification status found by a review; a claim without one is *unverified*."""

    SUPPORTED = "supported", _("Supported")
    REFUTED = "refuted", _("Refuted")
    CONFLICTING = "conflicting", _("Conflicting evidence")
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence", _("Not enough evidence")
    NOT_CHECKABLE = "not_checkable", _("Not checkable")


class AttributionVerdict(TextChoices):
    """Did the source say it?"""

    CONFIRMED = "confirmed", _("Confirmed")
    MISQUOTED = "misquoted", _("Misquoted")
    NOT_FOUND = "not_found", _("Not found")
    UNCHECKED = "unchecked", _("Unchecked")


# A claim shows the worst of its attribution verdicts first (architecture 7.1).
WORST_ATTRIBUTION_FIRST = (
    AttributionVerdict.NOT_FOUND,
    AttributionVerdict.MISQUOTED,
    AttributionVerdict.UNCHECKED,
    AttributionVerdict.CONFIRMED,
)


class Harm(TextChoices):
    """What a wrong claim could do to people; set in triage."""

    NONE = "none", _("None")
    SOME = "some", _("Some")
    HIGH = "high", _("High")


class DismissReason(TextChoices):
    NOT_A_CLAIM = "not_a_claim", _("Not a claim")
    OPINION = "opinion", _("Opinion")
    PREDICTION = "prediction", _("Prediction")
    BOILERPLATE = "boilerplate", _("Boilerplate")
    WRONG_SPAN = "wrong_span", _("Wrong span")
    WRONG_SOURCE = "wrong_source", _("Wrong source")
    DUPLICATE = "duplicate", _("Duplicate")
    CUT_OFF = "cut_off", _("Cut off")


@dataclass(frozen=True, slots=True)
class Verb:
    """One row of the table; *to* is None where only a slot, or nothing, changes status."""

    name: str
    label: "StrOrPromise"
    since: frozenset[Status]
    to: Status | None
    roles: frozenset[Role]
    needs_reason: bool = False
    object: str = "claim"


_TRIAGE = frozenset({Role.TRIAGER, Role.ADJUDICATOR, Role.EDITOR, Role.ADMINISTRATOR})
_WORDS = _TRIAGE - {Role.ADMINISTRATOR}  # authority over accounts is none over what is claimed
_REVIEW = frozenset({Role.REVIEWER, Role.ADJUDICATOR, Role.EDITOR})
_ADJUDICATE = frozenset({Role.ADJUDICATOR, Role.EDITOR})
_EDIT = frozenset({Role.EDITOR})
_ASK = frozenset({Role.CONTRIBUTOR, Role.REVIEWER}) | _TRIAGE
_SUGGEST = _ASK - {Role.ADMINISTRATOR}

_BEFORE_REVIEW = frozenset({Status.CANDIDATE, Status.QUEUED})
_UNDER_REVIEW = frozenset({Status.QUEUED, Status.IN_REVIEW})
_OPEN = frozenset(
    {Status.CANDIDATE, Status.QUEUED, Status.IN_REVIEW, Status.ON_HOLD, Status.ADJUDICATION, Status.DECIDED}
)
_UNDECIDED = _OPEN - {Status.DECIDED}
_WITH_PUBLICATION = frozenset({Status.PUBLISHED, Status.IN_REVIEW, Status.ON_HOLD, Status.ADJUDICATION, Status.DECIDED})


def _verb(
    name: str,
    label: "StrOrPromise",
    since: frozenset[Status],
    to: Status | None,
    roles: frozenset[Role],
    *,
    needs_reason: bool = False,
    object: str = "claim",
) -> tuple[str, Verb]:
    return name, Verb(name, label, since, to, roles, needs_reason, object)


VERBS: dict[str, Verb] = dict(
    [
        # triage
        _verb("accept", _("Accept"), frozenset({Status.CANDIDATE}), Status.QUEUED, _TRIAGE),
        _verb("dismiss", _("Dismiss"), _BEFORE_REVIEW, Status.DISMISSED, _TRIAGE, needs_reason=True),
        _verb("merge", _("Merge"), _BEFORE_REVIEW, Status.MERGED, _TRIAGE),
        _verb("split", _("Split"), _BEFORE_REVIEW, Status.MERGED, _WORDS),
        _verb("put_back", _("Put back"), frozenset({Status.QUEUED}), Status.CANDIDATE, _TRIAGE),
        _verb("restore", _("Restore"), frozenset({Status.DISMISSED, Status.MERGED}), Status.CANDIDATE, _TRIAGE),
        _verb("set_harm", _("Set harm"), _UNDECIDED - {Status.ADJUDICATION}, None, _TRIAGE),
        _verb("fix_span", _("Fix span"), _BEFORE_REVIEW, None, _TRIAGE),
        _verb("fix_source", _("Fix source"), _OPEN, None, _TRIAGE),
        _verb("set_as_of", _("Set the as-of date"), _UNDECIDED, None, _TRIAGE),
        _verb("add", _("Add a claim"), frozenset(), Status.CANDIDATE, _WORDS, object="article"),
        _verb("suggest", _("Suggest a claim"), frozenset(), Status.CANDIDATE, _SUGGEST, object="article"),
        _verb("ask", _("Ask for a check"), _BEFORE_REVIEW, None, _ASK),
        # review
        _verb("take", _("Take"), _UNDER_REVIEW, Status.IN_REVIEW, _REVIEW, object="slot"),
        _verb("assign", _("Assign"), _UNDER_REVIEW, Status.IN_REVIEW, _EDIT, object="slot"),
        _verb("renew", _("Renew"), frozenset({Status.IN_REVIEW}), None, _REVIEW, object="slot"),
        _verb("decline", _("Decline"), frozenset({Status.IN_REVIEW}), None, _REVIEW, object="slot"),
        _verb("release", _("Release"), frozenset({Status.IN_REVIEW}), None, _EDIT, object="slot"),
        _verb("submit", _("Submit"), frozenset({Status.IN_REVIEW}), None, _REVIEW, object="slot"),
        _verb("reaffirm", _("Re-affirm"), frozenset({Status.IN_REVIEW}), None, _REVIEW, object="review"),
        _verb("change", _("Change a review"), frozenset({Status.IN_REVIEW}), None, _REVIEW, object="review"),
        _verb("take_back", _("Take back a review"), frozenset({Status.IN_REVIEW}), None, _REVIEW, object="review"),
        _verb("hold", _("Put on hold"), frozenset({Status.IN_REVIEW}), Status.ON_HOLD, _REVIEW, needs_reason=True),
        _verb("resume", _("Resume"), frozenset({Status.ON_HOLD}), Status.IN_REVIEW, _REVIEW),
        _verb("reword", _("Reword"), _OPEN, None, _WORDS, needs_reason=True),
        # decision
        _verb(
            "adjudicate",
            _("Adjudicate"),
            frozenset({Status.ADJUDICATION}),
            Status.DECIDED,
            _ADJUDICATE,
            needs_reason=True,
        ),
        _verb(
            "send_back",
            _("Send back"),
            frozenset({Status.DECIDED, Status.ADJUDICATION}),
            Status.IN_REVIEW,
            _ADJUDICATE,
            needs_reason=True,
        ),
        # the public record
        _verb("publish", _("Publish"), frozenset({Status.DECIDED}), Status.PUBLISHED, _EDIT),
        _verb(
            "reopen",
            _("Reopen"),
            frozenset({Status.PUBLISHED, Status.WITHDRAWN}),
            Status.IN_REVIEW,
            _EDIT,
            needs_reason=True,
        ),
        _verb("withdraw", _("Withdraw"), _WITH_PUBLICATION, Status.WITHDRAWN, _EDIT, needs_reason=True),
    ]
)

# What time or the policy does by itself: each an event of its own, actor "system" (architecture 7.2).
SYSTEM_VERBS = frozenset({"agree", "announce", "auto_accept", "expire", "extract", "fetch", "find_again", "summon"})
