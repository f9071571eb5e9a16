"""A desk full of strangers' words: every payload through every way in, and the address of every page that shows any of it."""

import json
from html import escape

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from claims.ingest import claims as reading
from claims.ingest import feeds, fetches, fetching, robots
from claims.ingest.fetching import Fetched, FetchError
from claims.memory import imports
from claims.models import (
    Alias,
    Appearance,
    ChangedPlace,
    Claim,
    Comment,
    CorrectionRequest,
    Draft,
    Event,
    ExtractionRun,
    FactCheck,
    Feed,
    FeedPoll,
    Fetch,
    Import,
    Kinship,
    Likeness,
    Match,
    Relay,
    ReplyRequest,
    Review,
    Slot,
    Suggestion,
    User,
)
from claims.publishing import publish, ratings
from claims.review import rewording, slots, triage
from tests.e2e.payloads import ADDRESSES, EVERY
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    EvidenceFactory,
    NotificationFactory,
    OutletFactory,
    SourceFactory,
    StatementFactory,
    TextVersionFactory,
)

PAGE, FEED = "http://planted.example/story", "http://planted.example/feed"
# Typed by hand: a title has no line end. Where a door folds or refuses what nobody writes by hand, it gets none of it.
WORDS = [words for words in EVERY if words.isprintable() or "\u200b" in words or "\u202e" in words or "\ufeff" in words]


def tagged(door, words=WORDS):
    """Each payload behind the name of its door and its number, so that one can tell on a page where it came in."""
    return [f"{door}{number} {one}" for number, one in enumerate(words)]


def groups(door, most):
    """The payloads of a door in as few fields of that length as hold them all."""
    filled = [""]
    for one in tagged(door):
        if len(filled[-1]) + len(one) > most - 1:
            filled.append("")
        filled[-1] = f"{filled[-1]} {one}".strip()
    return filled


def story(door):
    """A text whose every sentence is somebody's, and holds one payload."""
    return "\n\n".join(
        f"Mayor Ada Quill said on Monday that bridge {number} at {one} cost {number} million euros."
        for number, one in enumerate(tagged(door), 1)
    )


def page(door):
    """A web page of that story, escaped as its makers did; the payloads stand in it once more as they are."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in story(door).split("\n\n"))
    raw = "".join(f"<div>{one}</div>" for one in EVERY)
    title = escape(tagged(door)[0])
    head = f"<title>{title}</title><meta name=author content='{title}'><meta property=og:site_name content='{title}'>"
    links = "".join(f'<link rel=canonical href="{escape(one)}">' for one in ADDRESSES)
    told = f"<html><head>{head}{links}</head><body><article><h1>{title}</h1>{paragraphs}</article>{raw}</body></html>"
    return told.encode()


def feed():
    """A feed that names its items so, and leads to addresses that are none."""
    items = [(one, f"{PAGE}?{number}") for number, one in enumerate(tagged("feed"))]
    items += [("An address", one) for one in ADDRESSES]
    told = "".join(
        f"<item><title>{escape(t)}</title><link>{escape(a)}</link></item>" for t, a in items if "\x01" not in a
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{told}</channel></rss>'.encode()


def stand_in(patch):
    """What the web answers: the page, or the feed."""

    def get(address, **_more):
        if address.endswith("/robots.txt"):
            raise FetchError("none", status=404)
        kind, body = ("application/rss+xml", feed()) if address == FEED else ("text/html", page("web"))
        return Fetched(address, 200, kind, None, body, timezone.now())

    patch.setattr(fetching, "get", get)
    patch.setattr(robots, "PAUSE", 0.001)


class Planted:
    """Everything is stored when it is made; then ``pages()`` are to be looked at by ``person``."""

    doors = ("paste", "file", "web", "feed", "check", "fact", "quote", "said", "kept", "name", "news", "who", "says")

    def __init__(self, client, person):
        self.client, self.person = client, person
        client.force_login(person)
        self.take_in()
        self.name()
        self.work()
        self.remember()

    # --- ways in ---

    def take_in(self):
        self.form = {"key": "1", "text": story("paste"), "title": tagged("paste")[0], "address": f"{PAGE}?pasted"}
        assert self.client.post(reverse("article_new"), self.form).status_code == 302
        file = SimpleUploadedFile("a.html", page("file"))
        assert self.client.post(reverse("article_new"), {"key": "2", "upload": file}).status_code == 302
        assert self.client.post(reverse("article_new"), {"key": "3", "address": PAGE}).status_code == 302
        fetches.fetch(Fetch.objects.get().pk)
        for run in ExtractionRun.objects.all():
            reading.extract(run.pk)
            run.refresh_from_db()
            assert run.state == "done", run.reason
        self.articles = [run.text_version.article for run in ExtractionRun.objects.order_by("pk")]
        self.polled = Feed.objects.create(outlet=OutletFactory(), address=FEED, title=tagged("feed")[0])
        feeds.poll(FeedPoll.objects.create(feed=self.polled).pk)
        assert self.polled.entries.count() == len(WORDS)  # and none of the addresses
        refused = [self.client.post(reverse("article_new"), {"key": one, "address": one}) for one in ADDRESSES]
        assert {answer.status_code for answer in refused} == {422}
        self.refusals = [*refused, self.client.post(reverse("article_new"), self.form | {"dated": EVERY[0]})]
        self.refusals += [
            self.client.post(reverse("article_new"), {"upload": SimpleUploadedFile(f"{one[:80]}.exe", b"MZ")})
            for one in WORDS[:20]
        ]

    def name(self):
        self.sources = [SourceFactory(name=words, alias=None) for words in groups("name", 300)]
        Alias.objects.bulk_create(
            Alias(source=self.sources[0], name=words, key=f"also {number}")
            for number, words in enumerate(groups("said", 300))
        )
        self.outlets = [OutletFactory(name=words, host="planted.example") for words in groups("news", 200)]
        for outlet in self.outlets:
            ClaimFactory(article__outlet=outlet, article__topic=outlet.name[:80])
        self.people = [
            User.objects.create_user(f"person-{number}", display_name=words[:120])
            for number, words in enumerate(tagged("who"))
        ]
        one, other = self.sources[:2]
        other.parent = one
        other.save()
        self.kinship = Kinship.objects.create(source=one, other=other, tie="same", reason="described", score=0.9)

    def work(self):
        everything = " ".join(WORDS)
        rhea = self.people[0]
        rhea.groups.set(self.person.groups.all())
        self.candidate = ClaimFactory(article=self.articles[0], wording=" ".join(tagged("says")), touched=True)
        place = Appearance.objects.get(claim=self.candidate)
        self.source = place.statement.source
        for source in self.sources:
            said = StatementFactory(text_version=place.text_version, source=source, source_wording=source.name)
            AppearanceFactory(claim=self.candidate, text_version=place.text_version, statement=said, span=None)
            Relay.objects.create(statement=place.statement, relay=said, position=source.pk)
        self.reviewed = ClaimFactory(decided=True, wording=everything, rows__reviewer=rhea, article=self.articles[0])
        review = self.review = Review.objects.get(claim=self.reviewed)
        Review.objects.filter(pk=review.pk).update(rationale=everything, searched=everything)
        self.evidence = EvidenceFactory(
            review=review,
            address=f'{PAGE}?{WORDS[0].replace(" ", "")}"planted',
            description=tagged("quote")[0],
            quotation="\n".join(tagged("quote")),
            named=tagged("quote")[1],
            interest=tagged("quote")[2],
            archived_text="\n\n".join(tagged("kept")),
        )
        Comment.objects.bulk_create(
            Comment(claim=self.reviewed, author=who, text=who.display_name) for who in self.people
        )
        asked = {"asked": everything[:200], "asked_at": timezone.now(), "channel": everything[:100]}
        self.reply = ReplyRequest.objects.create(claim=self.reviewed, answer=everything, by=rhea, **asked)
        self.published = ClaimFactory(decided=True, wording=everything, rows__reviewer=rhea)
        EvidenceFactory(review=Review.objects.get(claim=self.published), quotation="\n".join(tagged("quote")))
        ReplyRequest.objects.create(claim=self.published, answer=everything, by=rhea, **asked)
        self.publication = publish.publish(
            self.published,
            rating=ratings.in_use().get(key="true"),
            title=everything[:200],
            summary=everything,
            override=everything,
            by=self.person,
        )
        CorrectionRequest.objects.bulk_create(
            CorrectionRequest(
                claim=self.published,
                article=self.published.article,
                publication=self.publication,
                asked=everything[:200],
                asked_on=timezone.localdate(),
                channel=everything[:100],
                outcome=outcome,
                outcome_on=timezone.localdate(),
                link=f'{PAGE}?{WORDS[0].replace(" ", "")}"planted',
                words=everything,
                by=self.person,
            )
            for outcome in CorrectionRequest.Outcome.values
        )
        self.mine = slots.take(ClaimFactory(queued=True, wording=everything, rows__required=2), by=self.person)
        self.held = ClaimFactory(in_review=True, rows__reviewer=rhea, wording=everything)
        typed = {
            "verdict": ["refuted"],
            "rationale": [everything],
            "searched": [everything],
            "evidence-0-address": [WORDS[0]],
        }
        self.draft = Draft.objects.create(
            round_id=Slot.objects.filter(claim=self.held).first().round_id, person=self.person, data=typed
        )
        self.disputed = ClaimFactory(adjudication=True, wording=everything)
        again = ClaimFactory(decided=True, wording=everything, rows__reviewer=self.person)
        rewording.reword(again, wording=everything[:900], reason=everything[:300], by=rhea)
        self.again = Review.objects.get(claim=again)
        Claim.objects.filter(pk=self.published.pk).update(look_again_by=timezone.localdate())
        self.merged = triage.merge(ClaimFactory(article=self.articles[0]), into=self.candidate, by=self.person)
        NotificationFactory(person=self.person, claim=self.candidate, note=everything[:300])

    def remember(self):
        rows = [
            {"@type": "ClaimReview", "claimReviewed": words, "url": f"{PAGE}?{number}\"'><img planted>"}
            | {"author": {"name": words}, "name": words, "reviewRating": {"alternateName": words}}
            | {"itemReviewed": {"author": {"name": words}}}
            for number, words in enumerate(groups("fact", 1_900))
        ]
        rows += [{"@type": "ClaimReview", "claimReviewed": "x", "url": one} for one in ADDRESSES]
        raw = "\n".join(map(json.dumps, [*rows, *WORDS])).encode()
        self.imported = imports.begin(raw, name=WORDS[0], form=Import.Format.CLAIM_REVIEW, by=self.person)
        imports.run(self.imported.pk)
        assert FactCheck.objects.count() == len(rows) - len(ADDRESSES)
        for check in FactCheck.objects.all():
            Suggestion.objects.create(claim=self.candidate, fact_check=check, score=0.9)
        self.suggestion = Suggestion.objects.create(claim=self.candidate, other_claim=self.reviewed, score=0.95)
        Match.objects.create(claim_version=self.candidate.wordings.get()).same_quantity.add(self.reviewed)
        article, old, new = ArticleFactory(), "\n".join(tagged("check")), "\n".join(tagged("check")[::-1])
        before = TextVersionFactory(article=article, text=old)
        newest = TextVersionFactory(article=article, text=new, number=2)
        self.likeness = Likeness.objects.create(
            article=article, other=self.articles[0], kind="near_copy", similarity=0.8
        )
        claim = ClaimFactory(article=article, wording="The bridge.", touched=True, appearance=False, queued=True)
        self.changed = ChangedPlace.objects.create(
            claim=claim, was_in=before, was_start=0, was_end=len(old), text_version=newest, start=0, end=len(new),
            wording_number=1,
        )  # fmt: skip

    # --- pages ---

    def pages(self):
        """By the name of its route, the addresses of every page of the desk that answers a look."""
        everything, claim = " ".join(WORDS), self.candidate.pk
        asked = {"q": everything}

        def at(name, *args, said=None):
            return reverse(name, args=args, query=said)

        lists = ("articles", "claims", "sources", "feeds", "ledger", "holds", "due", "corrections")
        found = {name: [at(name), at(name, said=asked)] for name in lists}
        found["articles"] += [at("articles", said={"page": page}) for page in range(2, 8)]
        found["sources"] += [at("sources", said={"page": 2})]
        found["ledger"] += [at("ledger", said={"page": 2})]
        found["ledger"] += [at("ledger", said={"by": by}) for by in ("topic", "source")]
        verbs = ("set_harm", "set_as_of", "merge", "split", "fix_source", "dismiss", "reword", "ask")
        return found | {
            "dashboard": [at("dashboard")],
            "article_new": [at("article_new", said={"text": everything, "title": everything, "address": WORDS[0]})],
            "article": [article.get_absolute_url() for article in self.articles],
            "article_changes": [at("article_changes", self.changed.text_version.article_id)],
            "likeness_answer": [at("likeness_answer", self.likeness.pk, "newer")],
            "article_edit": [at("article_edit", self.articles[0].pk)],
            "article_selected": [at("article_selected", self.articles[0].pk, said={"begins": 0, "ends": 3000})],
            "article_words": [
                at("article_words", self.articles[0].pk, said={"words": words, "q": words})
                for words in ("Mayor Ada Quill", everything)
            ],
            "article_progress": [at("article_progress", self.articles[0].pk)],
            "article_paste": [at("article_paste", self.articles[0].pk)],
            "account_email": [at("account_email")],
            "account_reset_password": [at("account_reset_password", said={"email": WORDS[0]})],
            "event_redact": [at("event_redact", event.pk) for event in self.told()],
            "change_answer": [at("change_answer", self.changed.pk, "reword")],
            "triage": [at("triage"), at("triage", said={"undo": self.merged.pk})],
            "queue": [at("queue")],
            "slot_release": [at("slot_release", Slot.objects.get(claim=self.held).pk)],
            "review": [at("review", self.mine.pk)],
            "draft": [at("draft", self.draft.pk)],
            "review_again": [at("review_again", self.again.pk)],
            "evidence": [at("evidence", self.evidence.pk)],
            "notifications": [at("notifications")],
            "mail_choice": [at("mail_choice")],
            "agreement": [at("agreement")],
            "adjudication": [at("adjudication")],
            "checks": [at("checks")],
            "check": [at("check", self.published.public_id, self.publication.slug)],
            "check_version": [at("check_version", self.published.public_id, self.publication.slug, 1)],
            "claim": [one.get_absolute_url() for one in (self.candidate, self.reviewed, self.held, self.again.claim)],
            "claim_history": [at("claim_history", one.pk) for one in (self.candidate, self.reviewed, self.again.claim)],
            "claim_assign": [at("claim_assign", self.mine.claim_id)],
            "claim_look_into": [at("claim_look_into", self.held.pk)],
            "claim_publish": [at("claim_publish", self.reviewed.pk)],
            "claim_adjudicate": [at("claim_adjudicate", self.disputed.pk)],
            "claim_verb": [at("claim_verb", claim, verb) for verb in verbs]
            + [at("claim_verb", claim, "merge", said={"into": self.reviewed.pk, "q": WORDS[0]})],
            "suggestion_merge": [at("suggestion_merge", self.suggestion.pk)],
            "imports": [at("imports")],
            "import_report": [at("import_report", self.imported.pk)],
            "source": [one.get_absolute_url() for one in (*self.sources[:2], self.source)],
            "source_names": [at("source_names", said={"q": "name1", "parent": "name1", "into": "name1"})],
            "source_edit": [at("source_edit", self.sources[1].pk)],
            "source_merge": [
                at("source_merge", self.sources[1].pk, said={"into": into})
                for into in (f"#{self.sources[0].pk}", WORDS[0])
            ],
            "kinships": [at("kinships")],
        }

    def told(self):
        """The last event of each verb, with everything that it tells."""
        last = Event.objects.values("verb").annotate(last=Max("pk"))
        return Event.objects.filter(pk__in=[row["last"] for row in last])

    def panel(self):
        """Every list of the administration panel that has rows, and the page of one row of each."""
        chosen = [*self.sources[:1], *self.outlets[:1], self.polled, self.candidate, self.articles[0], self.people[0]]
        chosen += [self.imported, FactCheck.objects.first(), self.publication, self.articles[0].texts.get()]
        found = []
        for row in chosen:
            name = f"admin:{row._meta.app_label}_{row._meta.model_name}"
            found += [reverse(f"{name}_changelist", query={"q": WORDS[0]}), reverse(f"{name}_changelist")]
            found.append(reverse(f"{name}_change", args=[row.pk]))
        return [*found, reverse("admin:index")]

    def nowhere(self):
        """Addresses that are no page, and say so with the words that were asked for."""
        return [f"/{WORDS[0]}", f"/claims/?status={WORDS[13]}", f"/accounts/login/?next={ADDRESSES[0]}"]
