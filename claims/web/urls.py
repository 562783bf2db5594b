from django.urls import path, re_path

from claims.web import arranging, articles, deciding, flags, rules, stories

urlpatterns = [
    path("", articles.articles, name="articles"),
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
