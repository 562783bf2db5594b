"""Addresses under /api/v1/ of articles with their processing, claims and flags."""

from django.urls import path

from claims.api import articles, claims, flags

urlpatterns = [
    path("articles", articles.ArticleList.as_view(), name="api-articles"),
    path("articles/<int:article_id>", articles.ArticleDetail.as_view(), name="api-article"),
    path("articles/<int:article_id>/versions", articles.VersionList.as_view(), name="api-versions"),
    path("articles/<int:article_id>/versions/<int:number>", articles.VersionDetail.as_view(), name="api-version"),
    path("claims", claims.ClaimList.as_view(), name="api-claims"),
    path("claims/<int:claim_id>", claims.ClaimDetail.as_view(), name="api-claim"),
    path("flags", flags.FlagList.as_view(), name="api-flags"),
    path("flags/<int:flag_id>", flags.FlagDetail.as_view(), name="api-flag"),
]
