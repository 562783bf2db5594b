from django.apps import AppConfig


class FactcheckConfig(AppConfig):
    name = "factcheck"

    def ready(self) -> None:
        from factcheck import checks, receivers  # noqa: F401  # registers the checks; tells the log who asks
        from factcheck.login import receivers as logins  # noqa: F401  # connects what logins say
