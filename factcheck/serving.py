"""What gunicorn does beyond its flags: at the end, streams of events end at once instead of being cut off."""

import signal
from types import FrameType
from typing import Any


def post_worker_init(worker: Any) -> None:
    """Called by gunicorn in each of its processes once it is ready: at the end, streams end before requests are waited
    for."""
    from claims.services.streams import HUB

    earlier = signal.getsignal(signal.SIGTERM)

    def stop(number: int, frame: FrameType | None) -> None:
        HUB.close()
        if callable(earlier):
            earlier(number, frame)

    signal.signal(signal.SIGTERM, stop)
