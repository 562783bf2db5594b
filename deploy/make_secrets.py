#!/usr/bin/env python3
"""Makes the files with secrets that docker-compose.yml mounts, once; needs Python 3 and nothing else.

Only their owner can enter the folder. The files inside are readable by all, because each container reads
them as a user of its own and a mounted file keeps its owner and mode. What exists is never overwritten:
the database keeps the password that it was made with.
"""

import secrets
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "secrets"
QUEUE = ('save ""', "appendonly no", "maxmemory 256mb", "maxmemory-policy noeviction")


def main(folder: Path = FOLDER) -> int:
    """Writes the files; refuses when there are any already. Gives the exit status."""
    if folder.exists() and any(folder.iterdir()):
        sys.stderr.write(f"{folder} holds secrets already; nothing was changed.\n")
        return 1
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o700)
    database, queue = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    contents = {
        "secret_key": secrets.token_urlsafe(50),
        "database_password": database,
        "superuser_password": secrets.token_urlsafe(32),
        "database_url": f"postgres://factcheck:{database}@database/factcheck",
        "redis_url": f"redis://:{queue}@queue/0",
        "queue_settings": "\n".join([f"requirepass {queue}", *QUEUE, ""]),
    }
    for name, content in contents.items():
        (folder / name).write_text(content)
        (folder / name).chmod(0o444)
    sys.stdout.write(f"Made {len(contents)} files in {folder}. Keep a copy of them with your backups.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
