"""
Characters, their width in terminals, and shortened texts.
"""

from unicodedata import category

import pytest
import wcwidth
from hypothesis import example, given
from hypothesis import strategies as st

from stretchlib.testing import texts
from stretchlib.words.characters import characters, columns, one_line, shortened

#: Characters as people see them, of many scripts and kinds.
CHARACTERS = [
    "a",
    " ",
    "é",
    "e\N{COMBINING ACUTE ACCENT}",
    "o\N{COMBINING DIAERESIS}\N{COMBINING MACRON}",
    "я",
    "א",
    "ش",
    "伸",
    "ア",
    "ｱ",
    "한",
    "\N{HANGUL CHOSEONG KIYEOK}\N{HANGUL JUNGSEONG A}\N{HANGUL JONGSEONG KIYEOK}",
    "कि",
    "ก็",
    "。",
    "✓",
    "❤",
    "❤️",
    "😀",
    "👍🏻",
    "👍🏽",
    "👍🏿",
    "👨‍👩‍👧",
    "🧘🏽‍♀️",
    "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "🇩🇪",
    "🇦🇿",
    "🇿🇦",
]


class Counting(str):
    """
    A text that counts how many of its code points were read.
    """

    read = 0

    def __getitem__(self, index):
        found = super().__getitem__(index)
        self.read += len(found)
        return found


mixed = st.lists(st.sampled_from(CHARACTERS)).map("".join)


class TestCharacters:
    @given(st.lists(st.sampled_from(CHARACTERS)))
    def test_are_those_that_a_person_sees(self, expected):
        """
        A character of several code points stays whole, also next to others.
        """
        assert expected == list(characters("".join(expected)))

    @pytest.mark.parametrize(
        ("base", "first", "last"),
        [
            ("👍", "\U0001f3fb", "\U0001f3ff"),
            ("\u1100", "\u1160", "\u11ff"),
            ("🏴", "\U000e0020", "\U000e007f"),
            ("🇦", "🇦", "🇿"),
        ],
        ids=["skin tones", "letters of a syllable", "tags", "letters of a flag"],
    )
    def test_join_a_range_of_code_points(self, base, first, last):
        """
        Code points from the first to the last of a range belong to the character before them, their neighbours do not.
        """
        for joined in (first, last):
            assert [base + joined] == list(characters(base + joined))
        for other in (chr(ord(first) - 1), chr(ord(last) + 1)):
            assert [base, other] == list(characters(base + other))

    @given(texts())
    def test_lose_nothing(self, text):
        """
        Together, the characters are the text.
        """
        assert text == "".join(characters(text))

    @pytest.mark.parametrize("begin", ["e", "\N{REGIONAL INDICATOR SYMBOL LETTER D}", "👨"])
    def test_take_linear_time(self, begin):
        """
        A character of many code points is read only once.
        """

        def cost(length):
            text = Counting(begin + "\N{COMBINING ACUTE ACCENT}" * length)
            return sum(map(len, characters(text))) and text.read

        assert cost(2_000) < 2.1 * cost(1_000)


class TestColumns:
    @given(mixed)
    @example("को\u0903")
    @example("\u0301\u0903")
    @example("\u0903\u0903")
    def test_agree_with_wcwidth(self, text):
        """
        The width of a text is that of wcwidth.
        """
        assert wcwidth.wcswidth(text) == columns(text)


class TestShortened:
    @given(mixed, st.integers(1, 20))
    def test_fits(self, text, room):
        """
        A shortened text fits, and a text that fits is not shortened.
        """
        result = shortened(text, room)

        assert columns(result) <= room
        assert (result == text) is (columns(text) <= room)

    @given(mixed, st.integers(1, 20))
    def test_cuts_after_a_whole_character(self, text, room):
        """
        A shortened text has the first whole characters of the text, without spaces before the cut.
        """
        result = shortened(text, room)
        kept = list(characters(result.removesuffix("…")))

        assert kept == list(characters(text))[: len(kept)]

    @pytest.mark.parametrize("text", ["伸展伸", "伸展ab"])
    def test_keeps_all_that_fits(self, text):
        """
        If a wide character does not fit next to the ellipsis, the ones before it do.
        """
        assert ["伸…", "伸…"] == [shortened(text, room) for room in (3, 4)]

    @pytest.mark.parametrize(("room", "expected"), [(3, "ab…"), (4, "ab…"), (5, "ab cd")])
    def test_leaves_no_space_before_the_cut(self, room, expected):
        """
        The ellipsis follows a word.
        """
        assert expected == shortened("ab cd", room)

    def test_does_not_read_beyond_the_cut(self):
        """
        The text beyond the cut is not read.
        """

        def cost(length):
            text = Counting("伸展" * length)
            return shortened(text, 20) and text.read

        assert cost(100) == cost(10_000)


class TestOneLine:
    @given(texts())
    def test_keeps_the_words(self, text):
        """
        Only white space and control characters change.
        """
        assert text.split() == one_line(text).split() or not text.isprintable()

    def test_has_no_control_characters(self):
        """
        No character remains that would move the cursor, change colours or end a text.
        """
        assert "one two [31mthree" == one_line("one\r\n\ttwo \x1b[31mthree\0")

    def test_has_no_other_white_space(self):
        """
        Of all white space, only spaces, no-break spaces and ideographic spaces remain.
        """
        everything = {*map(chr, range(2**16))}
        blanks = {character for character in everything if character.isspace() or category(character) == "Cc"}
        line = one_line(f"a{''.join(everything)}z")

        assert {" ", "\u00a0", "\u2007", "\u202f", "\u3000"} == blanks.intersection(line)
        assert everything - blanks == {*line} - blanks
