#!/usr/bin/env python
"""The command line of the workbench.

Beside a running `make run` a command finds its servers and its key by itself; what is set in the environment counts.
"""

import os
import sys

from django.core.management import execute_from_command_line

from factcheck import embedded, env


def find_servers() -> None:
    """Sets DATABASE_URL, REDIS_URL and SECRET_KEY_FILE to those of the workbench that runs here, where none is set."""
    given = {name.removesuffix("_FILE") for name in os.environ}
    if given & {"DATABASE_URL", "REDIS_URL"} or "workbench" in sys.argv[1:2]:
        return
    var = env.var_dir()
    if found := embedded.addresses(var):
        os.environ.update(found)
        if "SECRET_KEY" not in given and (var / "secret-key").is_file():
            os.environ["SECRET_KEY_FILE"] = str(var / "secret-key")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    find_servers()
    execute_from_command_line(sys.argv)
