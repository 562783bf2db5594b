"""Refusals: named, with a code that the web and the API map to an answer in one place."""


class Refusal(Exception):
    """An act that the rules do not allow. `code` is stable; the message says what to do instead."""

    code = "refused"


class EmptyText(Refusal):
    """Nothing readable is left of a text once it is cleaned."""

    code = "empty_text"


class TextTooLong(Refusal):
    """A text is over the size limit."""

    code = "text_too_long"


class UnreadableFile(Refusal):
    """A file is no text in an encoding that we can tell."""

    code = "unreadable_file"


class AddressTaken(Refusal):
    """Another article has this canonical address already."""

    code = "address_taken"


class NotDeskHead(Refusal):
    """The act is the desk head's."""

    code = "wrong_role"


class StoryFileInvalid(Refusal):
    """A story file is not in the format of docs/stories.md."""

    code = "story_file_invalid"


class FetchRefused(Refusal):
    """An address is not to be called, or what it answers is over a limit."""

    code = "fetch_refused"


class Unreachable(Refusal):
    """Nobody answers at an address, or not in time."""

    code = "unreachable"


class NameTaken(Refusal):
    """Another login has this name."""

    code = "name_taken"

    def __init__(self) -> None:
        super().__init__("Somebody has this login already. Choose another name, or open the closed login again.")


class MailTaken(Refusal):
    """Another login has this mail address."""

    code = "mail_taken"

    def __init__(self) -> None:
        super().__init__("Another login has this address. Give another one, or leave it empty.")


class ScopeNotHeld(Refusal):
    """A key cannot be good for what its owner's roles do not allow."""

    code = "scope_not_held"


class TooManyKeys(Refusal):
    """A login has as many keys as anybody can keep apart."""

    code = "too_many_keys"

    def __init__(self) -> None:
        super().__init__("This login has 50 keys that work. Revoke those that nobody uses.")


class KeyGone(Refusal):
    """The key does not work any more, or not for this person, so there is nothing to change."""

    code = "key_gone"


class LastAdmin(Refusal):
    """Nobody would be left to look after people."""

    code = "last_admin"

    def __init__(self) -> None:
        super().__init__("Nobody else is an admin. Make somebody else one first.")


class SourceTaken(Refusal):
    """Another source has this name, case aside."""

    code = "source_taken"


class KeyReused(Refusal):
    """An Idempotency-Key came with another request before."""

    code = "idempotency_key_reused"


class KeyInUse(Refusal):
    """The first request with this Idempotency-Key is still being worked on."""

    code = "idempotency_key_in_use"
