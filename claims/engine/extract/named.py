"""The name of a source, as far as a version tells it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A source by name.

    anonymous: the kind of an unnamed one. person: it is one, or several. body: it is an organisation.
    """

    name: str | None
    anonymous: str = ""
    person: bool = False
    gender: str = ""
    plural: bool = False
    body: bool = False


NOBODY = Named(None)
