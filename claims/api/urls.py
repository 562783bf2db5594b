"""Addresses under /api/v1/ of articles with their processing, claims and flags."""

from django.urls import path

from claims.api import articles, claims, decisions, events, evidence, flags, mentions, stories, verdicts, webhooks

urlpatterns = [
    path("articles", articles.ArticleList.as_view(), name="api-articles"),
    path("articles/<int:article_id>", articles.ArticleDetail.as_view(), name="api-article"),
    path("articles/<int:article_id>/versions", articles.VersionList.as_view(), name="api-versions"),
    path("articles/<int:article_id>/versions/<int:number>", articles.VersionDetail.as_view(), name="api-version"),
    path("claims", claims.ClaimList.as_view(), name="api-claims"),
    path("claims/<int:claim_id>", claims.ClaimDetail.as_view(), name="api-claim"),
    path("flags", flags.FlagList.as_view(), name="api-flags"),
    path("flags/<int:flag_id>", flags.FlagDetail.as_view(), name="api-flag"),
    path("events", events.EventList.as_view(), name="api-events"),
    path("events/stream", events.EventStream.as_view(), name="api-event-stream"),
    path("webhooks", webhooks.WebhookList.as_view(), name="api-webhooks"),
    path("webhooks/<int:webhook_id>", webhooks.WebhookDetail.as_view(), name="api-webhook"),
    path("webhooks/<int:webhook_id>/rotate", webhooks.WebhookRotation.as_view(), name="api-webhook-rotate"),
    path("webhooks/<int:webhook_id>/test", webhooks.WebhookTest.as_view(), name="api-webhook-test"),
    path("webhooks/<int:webhook_id>/replay", webhooks.WebhookReplay.as_view(), name="api-webhook-replay"),
    path("webhooks/<int:webhook_id>/deliveries", webhooks.DeliveryList.as_view(), name="api-deliveries"),
    path("flags/<int:flag_id>/decisions", decisions.FlagDecisions.as_view(), name="api-flag-decisions"),
    path("mentions", mentions.MentionList.as_view(), name="api-mentions"),
    path("evidence", evidence.EvidenceList.as_view(), name="api-evidence"),
    path("evidence/<int:evidence_id>", evidence.EvidenceDetail.as_view(), name="api-evidence-row"),
    path("verdicts", verdicts.VerdictList.as_view(), name="api-verdicts"),
    path("verdicts/<int:verdict_id>", verdicts.VerdictDetail.as_view(), name="api-verdict"),
    path("verdicts/<int:verdict_id>/acts", verdicts.VerdictActs.as_view(), name="api-verdict-acts"),
    path("reviews", verdicts.ReviewList.as_view(), name="api-reviews"),
    path("corrections", mentions.CorrectionList.as_view(), name="api-corrections"),
    path("comments", mentions.CommentList.as_view(), name="api-comments"),
    path("stories/<int:story_id>", stories.StoryDetail.as_view(), name="api-story"),
    path("stories/<int:story_id>/series", stories.StorySeries.as_view(), name="api-story-series"),
]
