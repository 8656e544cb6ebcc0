"""
Laws of every exercise in words, and of every text that is read.
"""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from stretchlib import ENGLISH, Exercise, Move, NotationError, Repetitions, Sidedness, describe, parse_exercise
from stretchlib.testing import routines

from ..words.languages import FRENCH, GERMAN, HEBREW, JAPANESE
from ..words.phrases import READ, REFUSED
from ..words.prescriptions import EXERCISES, WORDS

TEXTS = st.sampled_from([phrase for phrase, _ in READ + REFUSED]) | EXERCISES.map(describe)


def dose(exercise):
    return exercise.work, exercise.sets, exercise.rest_between_sets, exercise.sidedness, exercise.frequency


def read_or_refused(text, name):
    try:
        return parse_exercise(text, name=name)
    except NotationError as error:
        return error


@st.composite
def damaged(draw):
    """
    Generate texts with some characters or words removed, doubled, exchanged or added.
    """
    text = draw(TEXTS)
    for _ in range(draw(st.integers(1, 3))):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        end = min(end, start + 5)
        inserted = draw(st.just("") | st.just(text[start:end] * 2) | WORDS.map(" {} ".format) | st.text(max_size=2))
        text = text[:start] + inserted + text[end:]
    return text


class TestCard:
    """
    "Every English card is read back as the same work, sets, rests, sides and frequency."
    """

    @given(EXERCISES)
    @example(Exercise("a", Move(label="daily")))
    @example(Exercise("a", Repetitions(1, Move(label="right first")), sidedness=Sidedness.each()))
    def test_reads_back(self, exercise):
        """
        Its name may be given apart.
        """
        assert dose(exercise) == dose(parse_exercise(describe(exercise), name="name"))

    @given(EXERCISES)
    @example(Exercise("A: 3 x 10\nB: 3 x 5\nC", Move()))
    @example(Exercise("A: 3 x 10; B", Move()))
    @example(Exercise("Week 1: squats", Move()))
    def test_reads_back_with_its_name(self, exercise):
        """
        `str` returns the name and the card on a single line.
        """
        text = str(exercise)
        read = parse_exercise(text)

        assert (exercise.name, dose(exercise)) == (read.name, dose(read))
        assert [text] == text.splitlines()

    @given(EXERCISES)
    def test_is_one_line(self, exercise):
        """
        Neither a card nor sentences have line ends, in any language.
        """
        for language in (ENGLISH, GERMAN, FRENCH, JAPANESE, HEBREW):
            for text in (describe(exercise, language=language), describe(exercise, long=True, language=language)):
                assert [text] == text.splitlines()


class TestOutline:
    """
    "A circuit, a routine, a stage or a plan becomes an outline of several lines."
    """

    @given(routines(), st.booleans())
    def test_has_a_line_for_each_item(self, routine, long):
        """
        Each item is one line below that of the routine, with any names and labels.
        """
        outline = describe(routine, long=long)

        assert 1 + len(list(routine.walk())) == len(outline.splitlines())


class TestText:
    """
    "Nothing is guessed: words that are not understood raise a `NotationError`, with their place".
    """

    @given(damaged() | st.text(max_size=20), st.sampled_from(["name", None]))
    def test_is_read_or_refused(self, text, name):
        """
        The place of what is not understood lies within the text; what is understood can be said again.
        """
        read = read_or_refused(text, name)

        if isinstance(read, NotationError):
            assert text == read.text
            assert 0 <= read.start <= read.end <= len(text)
        else:
            assert read == parse_exercise(str(read))

    @given(TEXTS, st.data())
    def test_is_read_to_the_last_sign(self, text, data):
        """
        A sign without a meaning is refused in any place.
        """
        assume('"' not in text)
        place = data.draw(st.integers(0, len(text)))

        with pytest.raises(NotationError):
            parse_exercise(f"{text[:place]} @ {text[place:]}", name="name")
