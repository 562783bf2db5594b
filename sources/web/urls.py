from django.urls import path

from sources.web import people, views

urlpatterns = [
    path("articles/add/", views.add_article, name="article_add"),
    path("articles/<int:pk>/versions/add/", views.add_version, name="version_add"),
    path("people/", people.people, name="people"),
    path("people/add/", people.add, name="person_add"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/close/", people.close, name="person_close"),
    path("people/<int:pk>/reopen/", people.reopen, name="person_reopen"),
    path("people/<int:pk>/second-factor/", people.reset_second_factor, name="person_second_factor"),
    path("people/<int:pk>/link/", people.link, name="person_link"),
    path("people/<int:pk>/key/", people.key, name="person_key"),
]
