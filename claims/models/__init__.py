"""The desk's rows. Reads are QuerySets; writes are verbs, in the packages above."""

from claims.models.archives import Archive
from claims.models.articles import Article, ExtractionRun, Fetch, Outlet, Passage, TextVersion
from claims.models.changes import ChangedPlace
from claims.models.claims import Accept, Appearance, AppearanceSpan, CheckRequest, Claim, ClaimVersion, band_of
from claims.models.events import ChainHead, Event, EventPayload
from claims.models.feeds import CopyBand, Feed, FeedEntry, FeedPoll, Likeness
from claims.models.memory import FactCheck, Import, ImportRefusal, Match, Suggestion
from claims.models.people import ConflictOfInterest, User
from claims.models.policy import Policy
from claims.models.publications import CorrectionRequest, Publication, Rating, RatingScale
from claims.models.reviews import AttributionFinding, Bar, Decision, Draft, Evidence, Review, Round, Slot
from claims.models.sources import Alias, Kinship, Source, SourceKind
from claims.models.statements import Form, Relay, Statement, StatementSpan, with_counts
from claims.models.states import AttributionVerdict, DismissReason, Harm, Role, SlotState, Status, Verb, Verdict
from claims.models.talk import Comment, Notification, ReplyRequest
from claims.models.work import Heartbeat, Work, WorkState

__all__ = [
    "Accept",
    "Alias",
    "Appearance",
    "AppearanceSpan",
    "Archive",
    "Article",
    "AttributionFinding",
    "AttributionVerdict",
    "Bar",
    "ChainHead",
    "ChangedPlace",
    "CheckRequest",
    "Claim",
    "ClaimVersion",
    "Comment",
    "ConflictOfInterest",
    "CopyBand",
    "CorrectionRequest",
    "Decision",
    "DismissReason",
    "Draft",
    "Event",
    "EventPayload",
    "Evidence",
    "ExtractionRun",
    "FactCheck",
    "Feed",
    "FeedEntry",
    "FeedPoll",
    "Fetch",
    "Form",
    "Harm",
    "Heartbeat",
    "Import",
    "ImportRefusal",
    "Kinship",
    "Likeness",
    "Match",
    "Notification",
    "Outlet",
    "Passage",
    "Policy",
    "Publication",
    "Rating",
    "RatingScale",
    "Relay",
    "ReplyRequest",
    "Review",
    "Role",
    "Round",
    "Slot",
    "SlotState",
    "Source",
    "SourceKind",
    "Statement",
    "StatementSpan",
    "Status",
    "Suggestion",
    "TextVersion",
    "User",
    "Verb",
    "Verdict",
    "Work",
    "WorkState",
    "band_of",
    "with_counts",
]
