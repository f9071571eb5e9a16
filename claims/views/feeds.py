"""Feeds and how they are: who answers, who is in trouble, when each is asked next."""

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from claims.filters import FeedFilter
from claims.models import Feed
from claims.tables import FeedTable
from claims.views.desk import DeskList


class FeedList(DeskList):
    door = "edit_policy"
    http_method_names = ["get", "head", "options"]
    table_class = FeedTable
    filterset_class = FeedFilter
    template_name = "feeds/list.html"
    empty_template = "feeds/empty.html"
    heading = _("Feeds")
    lead = _("After a failure the pause before the next poll doubles, up to a day.")

    def get_queryset(self) -> QuerySet[Feed]:
        counted = Feed.objects.annotate(article_count=Count("entries"))
        return counted.select_related("outlet").order_by("-failures", "outlet__name", "pk")
