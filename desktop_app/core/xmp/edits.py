"""Add a rating and keywords to the text of an XMP sidecar; all else stays byte for byte."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from desktop_app.core.xmp.annotations import Annotations
from desktop_app.core.xmp.packet import DC, RDF, XMP, XmpPacket, read_packet

_NEW = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
    f' <rdf:RDF xmlns:rdf="{RDF}">\n'
    " </rdf:RDF>\n"
    "</x:xmpmeta>\n"
    '<?xpacket end="w"?>\n'
).encode()


def with_annotations(packet: bytes | None, wanted: Annotations) -> bytes:
    """Return a packet that states this rating and has these keywords, besides its own ones.

    Args:
        packet: In UTF-8; None for a new one.
        wanted: A rating of 0 leaves that of the packet alone.

    Raises:
        ValueError: It is no XMP packet in UTF-8, or nothing can be added to it.
    """
    text = _NEW if packet is None else packet
    known = read_packet(text)
    if known.is_odd:
        raise ValueError("it states a rating or keywords twice, or in an unusual way")
    text = _with_rating(text, known, wanted.rating)
    text = _with_keywords(text, read_packet(text), wanted.keywords)
    stated = read_packet(text).annotations
    if stated.rating != (wanted.rating or stated.rating) or set(wanted.keywords) - set(
        stated.keywords
    ):
        raise ValueError("it cannot be changed")
    return text


def _with_rating(text: bytes, known: XmpPacket, rating: int) -> bytes:
    if rating in (0, known.annotations.rating):
        return text
    if known.rating_at:
        start, end = known.rating_at
        return text[:start] + str(rating).encode() + text[end:]
    return _with_description(text, known, f'xmlns:xmp="{XMP}" xmp:Rating="{rating}"', "")


def _with_keywords(text: bytes, known: XmpPacket, keywords: tuple[str, ...]) -> bytes:
    new = [keyword for keyword in keywords if keyword not in known.annotations.keywords]
    if not new:
        return text
    items = "".join(f'<rdf:li xmlns:rdf="{RDF}">{escape(keyword)}</rdf:li>' for keyword in new)
    if known.keywords_end:
        return _inserted(text, known.keywords_end, items)
    if known.empty_list_at:
        return _filled(text, *known.empty_list_at, items)
    items = "".join(f"<rdf:li>{escape(keyword)}</rdf:li>" for keyword in new)
    subject = f"<dc:subject><rdf:Bag>{items}</rdf:Bag></dc:subject>"
    return _with_description(text, known, f'xmlns:dc="{DC}"', subject)


def _filled(text: bytes, start: int, end: int, items: str) -> bytes:
    """Put items into the empty element whose tag lies here."""
    tag = text[start:end].decode()
    name = tag[1:].split("/")[0].split()[0]
    filled = f"{tag.removesuffix('/>')}>{items}</{name}>"
    return text[:start] + filled.encode() + text[end:]


def _with_description(text: bytes, known: XmpPacket, attributes: str, content: str) -> bytes:
    """Add a description: a packet may have several of one photo."""
    if known.rdf_end is None:
        raise ValueError("it has no place for descriptions")
    about = f"rdf:about={quoteattr(known.about)}"
    start = f'<rdf:Description xmlns:rdf="{RDF}" {about} {attributes}>'
    return _inserted(text, known.rdf_end, f"{start}{content}</rdf:Description>\n ")


def _inserted(text: bytes, at: int, added: str) -> bytes:
    return text[:at] + added.encode() + text[at:]
