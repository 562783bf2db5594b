"""All addresses: pages of both apps, the API, health."""

from django.contrib import admin
from django.contrib.auth.views import LogoutView
from django.urls import include, path

from factcheck import api, health, login, theme

admin.site.login_form = login.AdminLoginForm

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("login/", login.Login.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("theme/", theme.choose, name="theme"),
    path("api/v1/", include(api.urlpatterns)),
    path("admin/", admin.site.urls),
    path("", include("claims.web.urls")),
    path("", include("sources.web.urls")),
]

handler400 = "factcheck.errors.bad_request"
