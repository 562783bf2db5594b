"""All addresses: pages of both apps, the API, health."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from factcheck import api, api_docs, health, me, theme
from factcheck.login.views import framed

# One door: the administration has no login of its own, which would ask for no second factor.
admin.site.login = secure_admin_login(admin.site.login)

urlpatterns = [
    path("api/v1/docs/", api_docs.api_docs, name="api_docs"),
    path("api/v1/", include(api.urlpatterns)),  # the first, as it is asked most
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("", include("factcheck.login.urls")),
    path("me/", framed(me.me), name="me"),
    path("theme/", theme.choose, name="theme"),
    path("admin/", admin.site.urls),
    path("", include("claims.web.urls")),
    path("", include("sources.web.urls")),
]

handler400 = "factcheck.errors.bad_request"
handler500 = "factcheck.errors.broken"
handler429 = "factcheck.login.views.too_many"
