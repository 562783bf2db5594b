"""Thin tasks: an id in, one service call, safe to run twice."""

from typing import Any
from uuid import UUID

import structlog
from celery import shared_task
from kombu.exceptions import OperationalError

from claims.models import AuditCheck
from claims.services import auditing, checked, gate_jobs, imports, pipeline, watching, webhooks

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


@shared_task(name="claims.read_verdicts")
def read_verdicts() -> None:
    """Makes verdicts that were approved findable from somebody else's words, and tells who waits for them; as long as
    there are some."""
    checked.complete()
    watching.tell()
    if checked.due() or watching.due():
        send_verdicts()


@shared_task(name="claims.ask_gate")
def ask_gate(job_id: str) -> None:
    """Reads a text that the gate was asked about."""
    gate_jobs.carry_out(job_id)


def send_gate_job(job_id: UUID) -> bool:
    """Says to the workers that a text waits for the gate. Without a broker it says so in the log."""
    try:
        ask_gate.delay(str(job_id))
    except OperationalError as error:
        log.warning("broker_unreachable", gate_job=str(job_id), error=str(error))
        return False
    return True


@shared_task(name="claims.look_at_audit")
def look_at_audit(check_id: int) -> None:
    """Looks at the whole audit trail; one that was looked at meanwhile is left alone."""
    check = AuditCheck.objects.filter(pk=check_id).first()
    if check is not None:
        auditing.look(check)


def send_audit() -> bool:
    """Says to the workers that the audit trail is to be looked at, where it is. Without a broker the log says so."""
    check = auditing.due()
    try:
        if check is not None:
            look_at_audit.delay(check.pk)
    except OperationalError as error:
        log.warning("broker_unreachable", error=str(error))
    return check is not None


@shared_task(name="claims.carry_on_import")
def carry_on_import(bulk_id: int) -> None:
    """Records the next lines of an import; as long as there are some."""
    if imports.carry_out(bulk_id):
        send_import(bulk_id)


def send_import(bulk_id: int) -> bool:
    """Says to the workers that an import has lines. Without a broker it says so in the log."""
    try:
        carry_on_import.delay(bulk_id)
    except OperationalError as error:
        log.warning("broker_unreachable", bulk_id=bulk_id, error=str(error))
        return False
    return True


def send_deliveries() -> bool:
    """Says to the workers that deliveries are due. Without a broker it says so in the log: the sweep finds them."""
    return _sent(deliver_events)


def send_verdicts() -> bool:
    """The same of verdicts that nobody has read yet."""
    return _sent(read_verdicts)


def _sent(task: Any) -> bool:
    try:
        task.delay()
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
