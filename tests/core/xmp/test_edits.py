"""A rating and keywords are added to the sidecars of other programs, and nothing else changes."""

from __future__ import annotations

import pytest

from desktop_app.core.xmp.annotations import Annotations
from desktop_app.core.xmp.edits import with_annotations
from desktop_app.core.xmp.packet import annotations_of, read_packet

DARKTABLE = """<?xml version="1.0" encoding="UTF-8"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="XMP Core 4.4.0-Exiv2">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:exif="http://ns.adobe.com/exif/1.0/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:darktable="http://darktable.sf.net/"
   exif:Note=" xmp:Rating='7' "
   xmp:Rating='2'
   darktable:history_end="3">
   <dc:subject>
    <rdf:Seq>
     <rdf:li>sea &amp; sun</rdf:li>
    </rdf:Seq>
   </dc:subject>
   <darktable:history><rdf:Seq><rdf:li darktable:num="0"/></rdf:Seq></darktable:history>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
"""
DIGIKAM = (
    '\ufeff<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\r\n'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<r:Description r:about="uuid:1" xmlns:q="http://ns.adobe.com/xap/1.0/">'
    "<q:Rating>3</q:Rating><q:Label>Red</q:Label></r:Description>"
    '</r:RDF></x:xmpmeta>\r\n<?xpacket end="w"?>'
)
NESTED = DARKTABLE.replace("<rdf:li>sea &amp; sun</rdf:li>", "").replace(
    "<rdf:Seq>\n     \n    </rdf:Seq>", "<rdf:Seq />"
)


def test_a_new_sidecar_states_what_was_wanted() -> None:
    made = with_annotations(None, Annotations(4, ("sea", "<Ä> & 海")))
    assert annotations_of(made) == Annotations(4, ("sea", "<Ä> & 海"))
    assert made.startswith(b'<?xpacket begin="\xef\xbb\xbf"')


def test_only_the_rating_and_the_new_keywords_change() -> None:
    made = with_annotations(DARKTABLE.encode(), Annotations(5, ("sea & sun", "beach")))
    li = '<rdf:li xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">beach</rdf:li>'
    expected = DARKTABLE.replace("xmp:Rating='2'", "xmp:Rating='5'")
    assert made.decode() == expected.replace(
        "    </rdf:Seq>\n   </dc", f"    {li}</rdf:Seq>\n   </dc"
    )
    assert annotations_of(made) == Annotations(5, ("sea & sun", "beach"))


def test_a_rating_that_is_an_element_and_other_prefixes_are_understood() -> None:
    made = with_annotations(DIGIKAM.encode(), Annotations(4, ("beach",)))
    assert annotations_of(made) == Annotations(4, ("beach",))
    assert "<q:Rating>4</q:Rating><q:Label>Red</q:Label>" in made.decode()
    assert read_packet(made).about == "uuid:1"
    assert made.decode().count('about="uuid:1"') == 2
    assert made.decode().endswith('</r:RDF></x:xmpmeta>\r\n<?xpacket end="w"?>')


def test_an_empty_list_of_keywords_is_filled() -> None:
    assert "<rdf:Seq />" in NESTED
    made = with_annotations(NESTED.encode(), Annotations(0, ("beach",)))
    assert annotations_of(made) == Annotations(2, ("beach",))
    assert made.decode().count("dc:subject>") == 2
    tight = NESTED.replace("<rdf:Seq />\n   ", "<rdf:Seq/>").encode()
    made = with_annotations(tight, Annotations(0, ("beach",)))
    assert b"</rdf:li></rdf:Seq></dc:subject>" in made


def test_keywords_are_text_in_a_list_that_is_there_too() -> None:
    made = with_annotations(DARKTABLE.encode(), Annotations(0, ("<b> & c",)))
    assert annotations_of(made).keywords == ("sea & sun", "<b> & c")


def test_what_is_stated_already_changes_nothing() -> None:
    packet = DARKTABLE.replace("'2'", "'2.0'").encode()
    assert with_annotations(packet, Annotations(2, ("sea & sun",))) == packet
    assert with_annotations(packet, Annotations()) == packet


def test_a_result_can_be_added_to_again() -> None:
    once = with_annotations(None, Annotations(1, ("a",)))
    twice = with_annotations(once, Annotations(5, ("b", "a")))
    assert annotations_of(twice) == Annotations(5, ("a", "b"))
    assert twice.count(b"<dc:subject>") == 1


@pytest.mark.parametrize(
    "packet",
    [
        b"",
        b"no XML",
        DARKTABLE.encode("utf-16"),
        DARKTABLE.replace('"UTF-8"', '"latin-1"').encode(),
        DARKTABLE.replace("<x:xmpmeta", '<!DOCTYPE x [<!ENTITY a "b">]><x:xmpmeta', 1).encode(),
        DARKTABLE.replace("</rdf:RDF>", "").encode(),
        DARKTABLE.replace("</rdf:RDF>", "<a>" * 100 + "</a>" * 100 + "</rdf:RDF>").encode(),
        DIGIKAM.removeprefix("\ufeff").encode("utf-16"),
        DARKTABLE.replace("</dc:subject>", "<rdf:Bag/></dc:subject>").encode(),
        b"<x/>",
        b'<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
        DARKTABLE.replace("xmp:Rating='2'", "dc:subject='sea'").encode(),
        DIGIKAM.replace("<q:Rating>3</q:Rating>", "<q:Rating/>").encode(),
        DIGIKAM.replace("<q:Rating>", "<q:Rating>1</q:Rating><q:Rating>").encode(),
    ],
)
def test_what_is_not_understood_is_refused(packet: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        with_annotations(packet, Annotations(5, ("beach",)))


def test_a_rating_of_another_namespace_is_none() -> None:
    other = DIGIKAM.replace("http://ns.adobe.com/xap/1.0/", "http://example.org/")
    made = with_annotations(other.encode(), Annotations(5))
    assert "<q:Rating>3</q:Rating>" in made.decode()
    assert annotations_of(made).rating == 5
