from django.urls import path, re_path

from claims.web import arranging, articles, deciding, flags, queue, queue_acts, rules, stories

urlpatterns = [
    path("", articles.articles, name="articles"),
    path("start/", queue.start, name="start"),
    path("queue/", queue.queue, name="queue"),
    path("queue/assign/", queue_acts.assign, name="claims_assign"),
    path("queue/priority/", queue_acts.set_priority, name="claims_priority"),
    path("queue/due/", queue_acts.set_due, name="claims_due"),
    path("queue/undo/", queue_acts.undo, name="claims_undo"),
    path("queue/views/", queue_acts.save_view, name="view_save"),
    path("queue/views/<int:pk>/remove/", queue_acts.remove_view, name="view_remove"),
    path("articles/<int:pk>/", articles.article, name="article"),
    path("articles/<int:pk>/story/", articles.put_in_story, name="put_in_story"),
    path("runs/<int:pk>/retry/", articles.retry, name="run_retry"),
    path("flags/", flags.flags, name="flags"),
    path("flags/<int:pk>/", flags.flag, name="flag"),
    path("flags/<int:pk>/decide/", deciding.decide, name="flag_decide"),
    path("flags/<int:pk>/reopen/", deciding.reopen, name="flag_reopen"),
    path("rules/", rules.rules, name="rules"),
    path("stories/", stories.stories, name="stories"),
    re_path(r"^stories/(?P<slug>[\w-]+)/$", stories.story, name="story"),
    re_path(r"^stories/(?P<slug>[\w-]+)/move/$", arranging.move, name="story_move"),
    re_path(r"^stories/(?P<slug>[\w-]+)/split/$", arranging.split, name="story_split"),
    re_path(r"^stories/(?P<slug>[\w-]+)/merge/$", arranging.merge, name="story_merge"),
    re_path(r"^stories/(?P<slug>[\w-]+)/back/$", arranging.back, name="story_back"),
]
