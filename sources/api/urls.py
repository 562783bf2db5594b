"""Addresses under /api/v1/ that know nothing of claims."""

from django.urls import path

from sources.api import views

urlpatterns = [
    path("sources", views.SourceList.as_view(), name="api-sources"),
    path("sources/<int:source_id>", views.SourceDetail.as_view(), name="api-source"),
    path("stories", views.StoryList.as_view(), name="api-stories"),
]
