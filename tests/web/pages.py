"""Reads pages the way a person does: by links, headings and marks, not by the place of a letter."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.http import HttpResponse

_BLOCKS = {"br", "dd", "div", "dt", "h1", "h2", "h3", "li", "p", "td", "th"}
_VOID = {"meta", "link", "img", "input", "br", "path", "use", "rect", "circle"}


@dataclass
class Element:
    tag: str
    attrs: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words in it, white space as one reads it."""
        return " ".join(self.letters.split())

    @property
    def letters(self) -> str:
        letters = "".join(child if isinstance(child, str) else child.letters for child in self.children)
        return f" {letters} " if self.tag in _BLOCKS else letters

    def all(self, tag: str = "", **attrs: str) -> list["Element"]:
        """Elements within, in order; `cls` is one of the classes, an underscore in a name is a hyphen."""
        found = []
        for child in self.children:
            if isinstance(child, Element):
                if child._is(tag, attrs):
                    found.append(child)
                found += child.all(tag, **attrs)
        return found

    def one(self, tag: str = "", **attrs: str) -> "Element":
        found = self.all(tag, **attrs)
        assert len(found) == 1, f"{len(found)} elements {tag} {attrs}"
        return found[0]

    def _is(self, tag: str, attrs: dict[str, str]) -> bool:
        if tag and tag != self.tag:
            return False
        for name, value in attrs.items():
            if name == "cls":
                if value not in self.attrs.get("class", "").split():
                    return False
            elif self.attrs.get(name.replace("_", "-")) != value:
                return False
        return True


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def page(response: HttpResponse) -> Element:
    """The elements of an answer; a tag that is not closed, or closed twice, is an error."""
    builder = _Builder()
    builder.feed(response.content.decode())
    builder.close()
    assert [element.tag for element in builder.open] == [""]
    return builder.open[0]
