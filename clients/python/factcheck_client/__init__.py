"""A client of the workbench's API: `Client` asks, `verified` reads what a webhook was sent."""

from factcheck_client.client import Client, Problem
from factcheck_client.webhooks import NotGenuine, verified

__all__ = ["Client", "NotGenuine", "Problem", "verified"]
