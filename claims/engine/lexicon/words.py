"""How data files of a language write down sets of words."""


def words(text: str) -> frozenset[str]:
    """The words of a text, whatever white space stands between them."""
    return frozenset(text.split())
