from django.urls import path

from sources.web import keys, people, views

urlpatterns = [
    path("articles/add/", views.add_article, name="article_add"),
    path("articles/<int:pk>/versions/add/", views.add_version, name="version_add"),
    path("people/", people.people, name="people"),
    path("people/add/", people.add, name="person_add"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/close/", people.close, name="person_close"),
    path("people/<int:pk>/log-out/", people.log_out, name="person_log_out"),
    path("people/<int:pk>/reopen/", people.reopen, name="person_reopen"),
    path("people/<int:pk>/second-factor/", people.reset_second_factor, name="person_second_factor"),
    path("people/<int:pk>/link/", people.link, name="person_link"),
    path("people/<int:pk>/keys/", keys.machines, name="person_keys"),
    path("people/<int:pk>/keys/make/", keys.make_machines, name="person_key_make"),
    path("people/<int:pk>/keys/<int:key_id>/rotate/", keys.rotate_machines, name="person_key_rotate"),
    path("people/<int:pk>/keys/<int:key_id>/revoke/", keys.change_machines, {"act": "revoke"}, "person_key_revoke"),
    path("people/<int:pk>/keys/<int:key_id>/restore/", keys.change_machines, {"act": "restore"}, "person_key_restore"),
    path("me/keys/", keys.mine, name="me_keys"),
    path("me/keys/make/", keys.make_mine, name="me_key_make"),
    path("me/keys/<int:key_id>/rotate/", keys.rotate_mine, name="me_key_rotate"),
    path("me/keys/<int:key_id>/revoke/", keys.change_mine, {"act": "revoke"}, "me_key_revoke"),
    path("me/keys/<int:key_id>/restore/", keys.change_mine, {"act": "restore"}, "me_key_restore"),
]
