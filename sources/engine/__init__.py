"""Pure functions on what was published: no Django, clock, network or database."""
