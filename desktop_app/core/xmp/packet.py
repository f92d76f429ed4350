"""The rating and the keywords in an XMP packet (ISO 16684-1), and where they are written in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from xml.parsers import expat

from desktop_app.core.xmp.annotations import (
    LONGEST_KEYWORD,
    MOST_KEYWORDS,
    NO_ANNOTATIONS,
    Annotations,
    rating_of,
)
from desktop_app.core.xmp.tags import start_tag, value_at

MOST_BYTES = 8 * 2**20

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XMP = "http://ns.adobe.com/xap/1.0/"
DC = "http://purl.org/dc/elements/1.1/"
_DEEPEST = 64
_DESCRIPTION, _ITEM = f"{RDF} Description", f"{RDF} li"
_RATING, _SUBJECT = f"{XMP} Rating", f"{DC} subject"
_LISTS = (f"{RDF} Bag", f"{RDF} Seq", f"{RDF} Alt")


@dataclass(frozen=True)
class XmpPacket:
    """What a packet states, and places in its bytes.

    Attributes:
        annotations: The first rating and all keywords.
        rating_at: Start and end of the value of the rating; None if it states none.
        keywords_end: Where the end tag of the list of keywords starts; None without a list.
        empty_list_at: Start and end of the tag of an empty list of keywords.
        is_odd: Whether it states a rating or keywords in a way that only reading understands.
        rdf_end: Where the end tag of rdf:RDF starts; None if there is none.
        about: What the first rdf:Description is about.
    """

    annotations: Annotations = NO_ANNOTATIONS
    rating_at: tuple[int, int] | None = None
    keywords_end: int | None = None
    empty_list_at: tuple[int, int] | None = None
    is_odd: bool = False
    rdf_end: int | None = None
    about: str = ""

    @property
    def has_list(self) -> bool:
        return self.keywords_end is not None or self.empty_list_at is not None


def read_packet(packet: bytes) -> XmpPacket:
    """Read a packet in UTF-8. Raises ValueError for anything else."""
    if len(packet) > MOST_BYTES:
        raise ValueError("too large")
    packet.decode()
    reader = _Reader(packet)
    reader.run()
    return reader.found


def annotations_of(packet: bytes) -> Annotations:
    """What a packet states that is in a photo; nothing where it is broken."""
    try:
        return read_packet(packet.rstrip(b"\0")).annotations
    except ValueError:
        return NO_ANNOTATIONS


@dataclass
class _Element:
    """An element that is open.

    Attributes:
        name: Namespace and local name.
        start: Where its tag starts.
        content_at: Where its content starts.
        text: Its text.
    """

    name: str
    start: int
    content_at: int
    text: list[str] = field(default_factory=list)


class _Reader:
    """Reads one packet."""

    def __init__(self, packet: bytes) -> None:
        self.found = XmpPacket()
        self._packet = packet
        self._open: list[_Element] = []
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.namespace_prefixes = True
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def run(self) -> None:
        """Raises ValueError."""
        try:
            self._parser.Parse(self._packet, True)  # noqa: FBT003 -- a C function
        except expat.ExpatError as error:
            raise ValueError(str(error)) from error

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "us-ascii"):
            raise ValueError(encoding)

    def _doctype(self, *_: object) -> None:
        raise ValueError("XMP has no document type")  # nor entities that swell

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) == _DEEPEST:
            raise ValueError("nested too deeply")
        start = self._parser.CurrentByteIndex
        tag = start_tag(self._packet, start)
        self._open.append(_Element(_plain(name), start, start + len(tag)))
        if self._names[-2:] == [f"{RDF} RDF", _DESCRIPTION]:
            for full, value in attributes.items():
                self._note_attribute(full, value, value_at(tag, full, start))

    def _note_attribute(self, name: str, value: str, place: tuple[int, int] | None) -> None:
        if _plain(name) == _RATING and place:
            self._note_rating(value, place)
        elif _plain(name) == _SUBJECT:
            self.found = replace(self.found, is_odd=True)
        elif _plain(name) == f"{RDF} about" and not self.found.about:
            self.found = replace(self.found, about=value)

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1].text.append(text)

    def _end(self, _name: str) -> None:
        names, element = self._names, self._open.pop()
        at = self._parser.CurrentByteIndex
        has_end_tag = self._packet[element.content_at - 2 : element.content_at] != b"/>"
        text = "".join(element.text).strip()
        match names:
            case [*_, outer, name] if (outer, name) == (_DESCRIPTION, _RATING):
                self._note_rating(text, (element.content_at, at) if has_end_tag else None)
            case [*_, name] if name == f"{RDF} RDF" and has_end_tag:
                self.found = replace(self.found, rdf_end=at)
            case [*_, outer, name] if outer == _SUBJECT and name in _LISTS:
                self._note_list(at if has_end_tag else None, (element.start, element.content_at))
            case [*_, subject, outer, name] if subject == _SUBJECT and name == _ITEM:
                self._note_keyword(text)
            case [*_, name] if name == _SUBJECT and not self.found.has_list:
                self.found = replace(self.found, is_odd=True)

    @property
    def _names(self) -> list[str]:
        return [element.name for element in self._open]

    def _note_rating(self, text: str, place: tuple[int, int] | None) -> None:
        if place is None or self.found.rating_at is not None:
            self.found = replace(self.found, is_odd=True)
        else:
            noted = replace(self.found.annotations, rating=rating_of(text))
            self.found = replace(self.found, annotations=noted, rating_at=place)

    def _note_list(self, end: int | None, tag: tuple[int, int]) -> None:
        if self.found.has_list:
            self.found = replace(self.found, is_odd=True)
        elif end is None:
            self.found = replace(self.found, empty_list_at=tag)
        else:
            self.found = replace(self.found, keywords_end=end)

    def _note_keyword(self, text: str) -> None:
        known = self.found.annotations
        if 0 < len(text) <= LONGEST_KEYWORD and len(known.keywords) < MOST_KEYWORDS:
            self.found = replace(self.found, annotations=known.and_keywords((text,)))


def _plain(name: str) -> str:
    """'NAMESPACE LOCAL PREFIX' -> 'NAMESPACE LOCAL'."""
    return " ".join(name.split(" ")[:2])
