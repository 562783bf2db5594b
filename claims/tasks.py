"""Thin tasks: an id in, one service call, safe to run twice."""

import structlog
from celery import shared_task
from kombu.exceptions import OperationalError

from claims.services import pipeline, webhooks

log = structlog.get_logger(__name__)


@shared_task(name="claims.process_version")
def process_version(version_id: int) -> None:
    """Brings an article's versions through the engine, up to this one."""
    following = pipeline.bring_up_to(version_id)
    if following is not None:
        send(following)


@shared_task(name="claims.deliver_events")
def deliver_events() -> None:
    """Sends the deliveries that are due; where more are due than one turn takes, another turn follows."""
    webhooks.deliver_due()
    if webhooks.due():
        send_deliveries()


def send_deliveries() -> bool:
    """Says to the workers that deliveries are due. Without a broker it says so in the log: the sweep finds them."""
    try:
        deliver_events.delay()
    except OperationalError as error:
        log.warning("broker_unreachable", error=str(error))
        return False
    return True


def send(version_id: int) -> bool:
    """Says "look" to the workers. Without a broker it says so in the log: the sweep finds the row."""
    try:
        process_version.delay(version_id)
    except OperationalError as error:
        log.warning("broker_unreachable", version_id=version_id, error=str(error))
        return False
    return True
