"""
The addresses of pictures and videos in a handout.
"""

import re

import attrs
import pytest

from stretchlib import Routine
from stretchlib.exports.handout import to_html

from .handouts import PLAN, STRETCH, page, rendered

SHOWN = [
    "https://example.org/a.png",
    "HTTP://example.org/a.png",
    "a.png",
    "./a b.png",
    "../a.png",
    "/a.png",
    "?a",
    "a/b:c",
]
SHOWN += ["data:image/png;base64,AAAA", "DATA:image/svg+xml,<svg/>", 'a".png', "a.png' onerror='alert(1)", "太.png"]
NOT_SHOWN = ["javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "\x01javascript:alert(1)"]
NOT_SHOWN += [
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "ftp://example.org/a.png",
    "blob:a",
    "vbscript:a",
]
NOT_SHOWN += [
    "//example.org/a.png",
    "\\\\server\\share\\a.png",
    "/\\example.org/a.png",
    "C:\\a.png",
    "https:a",
    " ",
]


class TestAddresses:
    """
    A page loads only pictures, from the web, next to it, or within it.
    """

    @pytest.mark.parametrize("address", SHOWN)
    def test_of_pictures_are_shown(self, address):
        """
        Pictures from the web, relative addresses, and data.
        """
        routine = Routine("x", [attrs.evolve(STRETCH, pictures=[address])])

        for document in (page(routine), rendered(routine)):
            [image] = document.iter("img")

            assert {"src", "alt"} == set(image.attrib)
            assert without_escapes(address) == without_escapes(image.get("src"))

    @pytest.mark.parametrize("address", NOT_SHOWN)
    def test_of_other_kinds_are_not_shown(self, address):
        """
        Scripts, files, other protocols, and everything that browsers could take for them.
        """
        routine = Routine("x", [attrs.evolve(STRETCH, pictures=[address], videos=[address])])

        for document in (page(routine), rendered(routine)):
            assert [] == [*document.iter("img"), *document.iter("a")]

    @pytest.mark.parametrize("address", [*SHOWN[2:], "//example.org"])
    def test_of_videos_are_links_only_into_the_web(self, address):
        """
        Other links are left out.
        """
        routine = Routine("x", [attrs.evolve(STRETCH, videos=[address])])

        for document in (page(routine), rendered(routine)):
            assert [] == list(document.iter("a"))

    def test_are_the_only_ones_loaded(self):
        """
        The page forbids scripts and all other loading, and sends no referrer.
        """
        document = page(PLAN)
        policies = {meta.get("http-equiv") or meta.get("name"): meta.get("content") for meta in document.iter("meta")}

        assert policies["Content-Security-Policy"].startswith(
            "default-src 'none'; img-src * data: file:; style-src 'unsafe-inline'"
        )
        assert "no-referrer" == policies["referrer"]
        loading = {"src", "srcset", "href", "data", "action", "poster", "background"}
        assert {"img", "a"} == {element.tag for element in document.iter() if loading & set(element.attrib)}
        assert not re.search(r"url\(|@import", to_html(PLAN))
        assert not [name for element in document.iter() for name in element.attrib if name.startswith("on")]


def without_escapes(address):
    # Blanks and characters beyond ASCII may be percent-encoded.
    return re.sub(r"%[0-9A-F]{2}|[^a-zA-Z0-9/?.:;,+]", "", address)
