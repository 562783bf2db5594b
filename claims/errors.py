"""Refusals: named, with a code that the web and the API map to an answer in one place."""
