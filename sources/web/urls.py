from django.urls import path

from sources.web import views

urlpatterns = [
    path("articles/add/", views.add_article, name="article_add"),
    path("articles/<int:pk>/versions/add/", views.add_version, name="version_add"),
]
