"""
Captions, read by other libraries.
"""

import re
from datetime import timedelta
from html import unescape

import pytest
import srt
import webvtt
from hypothesis import example, given, settings

from stretchlib import Exercise, ExportError, Hold, Move, Repetitions, Rest, Routine, cues, describe, schedule
from stretchlib.exports.captions import to_srt, to_webvtt
from stretchlib.testing import routines, texts, timelines

from ..shorthand import STILL
from ..words.languages import GERMAN
from .hostile import NAMES, UNTIL_THE_END_OF_TIME, on_one_line

MILLISECOND = timedelta(milliseconds=1)
#: The label of a step is only a line end, so its caption has no text.
BLANK = schedule(Routine("Routine", [Exercise("Sway", Move(label="\r"))]), STILL)

relaxed = settings(max_examples=50)
short_timelines = timelines(routines(max_size=2, max_depth=1)).filter(lambda timeline: len(timeline) <= 100)


def hold(name, seconds=30):
    return schedule(Routine("Routine", [Exercise(name, Hold(seconds))]), STILL)


def rounded(moment):
    return (moment + MILLISECOND / 2) // MILLISECOND


def expected(parts, read):
    times = [(rounded(part.start), rounded(part.end), read(str(part))) for part in parts]
    return [(start, end, said) for start, end, said in times if start < end and said]


def each_word(text):
    """
    Return the words of *text* as in SubRip.
    """
    return on_one_line(text).replace("-->", "→").split()


def lines(text):
    return list(filter(None, map(on_one_line, text.splitlines())))


def from_webvtt(text):
    """
    Read captions with webvtt-py, as milliseconds and lines.
    """
    captions = webvtt.from_string(text, strict=True)
    # It does not resolve character references.
    shown = [unescape(caption.text).split("\n") for caption in captions]
    times = [(c.start_time.in_milliseconds(), c.end_time.in_milliseconds()) for c in captions]
    return [(*time, text) for time, text in zip(times, shown, strict=True)]


def from_srt(text):
    """
    Read captions with srt, as milliseconds and words.
    """
    return [(c.start // MILLISECOND, c.end // MILLISECOND, c.content.split()) for c in srt.parse(text)]


class TestToWebVTT:
    @relaxed
    @given(short_timelines)
    def test_shows_each_step_at_its_time(self, timeline):
        """
        A reader finds the steps, in order and to the millisecond.
        """
        captions = from_webvtt(to_webvtt(timeline))

        assert expected(timeline, lines) == captions

    @relaxed
    @example(BLANK)
    @given(short_timelines)
    def test_shows_each_cue_at_its_time(self, timeline):
        """
        A reader finds the captions in order and to the millisecond.
        """
        captions = from_webvtt(to_webvtt(cues(timeline)))

        assert expected(cues(timeline), lines) == captions

    @given(texts())
    def test_shows_any_text(self, text):
        """
        A reader finds the lines of any text, except blank ones.
        """
        captions = from_webvtt(to_webvtt(hold("x"), text=lambda _: text))

        assert [lines(text)] * bool(lines(text)) == [shown for _, _, shown in captions]

    @pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
    def test_survives_hostile_names(self, name):
        """
        No name can end its caption or start another one.
        """
        captions = from_webvtt(to_webvtt(hold(name), text=lambda step: step.exercise.name))

        assert [(0, 30_000, lines(name))] == captions


class TestToSRT:
    @relaxed
    @given(short_timelines)
    def test_shows_each_step_at_its_time(self, timeline):
        """
        A reader finds the steps, in order and to the millisecond.
        """
        captions = from_srt(to_srt(timeline))

        assert expected(timeline, each_word) == captions

    @relaxed
    @example(BLANK)
    @given(short_timelines)
    def test_shows_each_cue_at_its_time(self, timeline):
        """
        A reader finds the captions in order and to the millisecond.
        """
        captions = from_srt(to_srt(cues(timeline)))

        assert expected(cues(timeline), each_word) == captions

    @given(texts())
    def test_shows_any_text(self, text):
        """
        A reader finds the words of any text.
        """
        captions = from_srt(to_srt(hold("x"), text=lambda _: text))

        assert [each_word(text)] * bool(each_word(text)) == [shown for _, _, shown in captions]

    @pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
    def test_survives_hostile_names(self, name):
        """
        No name can end its caption or start another one.
        """
        captions = from_srt(to_srt(hold(name), text=lambda step: step.exercise.name))

        assert [(0, 30_000, each_word(name))] == captions

    @pytest.mark.parametrize("before", ["", "Bridge\n", "Bridge\n+1\n+"])
    def test_has_no_arrow_in_texts(self, before):
        """
        Players take any arrow of hyphens between two times for a time.
        """
        captions = to_srt(hold(f"{before}00:00:00,000 --> 00:00:09,000\nInjected"))

        assert 1 == captions.count("-->")

    def test_numbers_captions_from_one(self):
        """
        Captions are numbered in order.
        """
        written = to_srt(schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5), sets=3, rest_between_sets=5)])))

        assert ["1", "2", "3", "4", "5", "6"] == re.findall(r"^\d+$", written, re.MULTILINE)

    def test_keeps_lines(self):
        """
        A text of two lines is shown on two lines.
        """
        [caption] = srt.parse(to_srt(hold("x"), text=lambda _: "Calf stretch\nleft"))

        assert "Calf stretch\nleft" == caption.content


@pytest.mark.parametrize(("export", "read"), [(to_webvtt, from_webvtt), (to_srt, from_srt)])
class TestCaptions:
    def test_stay_adjacent_after_rounding(self, export, read):
        """
        Captions of steps that touch do so after rounding, too.
        """
        timeline = schedule(Routine("Routine", [Exercise("Circle", Repetitions(4, Hold(0.0015)))]), STILL)

        assert [(0, 2), (2, 3), (3, 5), (5, 6)] == [caption[:2] for caption in read(export(timeline))]
        assert [(0, 1000)] == [caption[:2] for caption in read(export(hold("Blink", 1.000499)))]

    def test_leave_out_steps_that_are_rounded_to_nothing(self, export, read):
        """
        A step shorter than a millisecond has a caption only if a millisecond begins in it.
        """
        timeline = schedule(Routine("Routine", [Exercise("Blink", Repetitions(4, Hold(0.00025)))]), STILL)

        assert [(0, 1)] == [caption[:2] for caption in read(export(timeline))]

    def test_keep_quotation_marks(self, export, read):
        """
        Only characters that start tags and references are escaped.
        """
        assert 'Say "ah", don\'t sing' in export(hold('Say "ah", don\'t sing'))

    def test_leave_out_steps_without_text(self, export, read):
        """
        A step without text has no caption.
        """
        timeline = schedule(Routine("Routine", [Exercise("Calf stretch", Hold(30))]))

        captions = read(export(timeline, text=lambda step: step.exercise.name if step.exercise else ""))

        assert [(5_000, 35_000)] == [caption[:2] for caption in captions]

    def test_can_be_in_another_language(self, export, read):
        """
        Without *text*, steps are in the language; cues have that of their wording.
        """
        timeline = hold("Wadendehnung")
        german = export(timeline, language=GERMAN)

        assert export(timeline, text=lambda step: describe(step, language=GERMAN)) == german != export(timeline)
        assert export(cues(timeline)) == export(cues(timeline), language=GERMAN)
        assert export(timeline, text=str) == export(timeline, text=str, language=GERMAN)

    def test_go_beyond_a_hundred_hours(self, export, read):
        """
        Hours take as many digits as they need.
        """
        [(_, end, _)] = read(export(hold("Wait", timedelta(hours=1234))))

        assert 1234 * 60 * 60 * 1000 == end


@pytest.mark.parametrize("export", [to_webvtt, to_srt])
class TestBadInput:
    def test_shows_no_control_characters(self, export):
        """
        Control characters become spaces, because some players drop everything after a NUL.
        """
        captions = export(hold("nul\0 and escape\x1b[31m"), text=lambda step: step.exercise.name)

        assert "nul and escape [31m" in captions
        assert captions.replace("\n", "").isprintable()

    def test_refuses_more_than_ten_million_characters(self, export):
        """
        A caption counts as the characters of its text, and 35 for its times.
        """
        most = 10_000_000 - 35
        [step] = hold("Plank")

        assert export([step], text=lambda _: "x" * most)
        with pytest.raises(ExportError, match="^captions must have at most 10000000 characters"):
            export([step], text=lambda _: "x" * (most + 1))

    def test_refuses_endless_captions(self, export):
        """
        Captions are refused as soon as they have more than ten million characters.
        """
        steps = schedule(Routine("Routine", [Exercise("x" * 1_000_000, Repetitions(10**12, Hold(1)))]))

        with pytest.raises(ExportError, match="^captions must have at most 10000000 characters: pass fewer parts"):
            export(steps)

    @pytest.mark.parametrize(
        ("parts", "sentence"),
        [
            (
                Routine("Neck", [Rest(5)]),
                "^parts must be a timeline, as schedule.. returns it, other steps, or cues .got",
            ),
            ([5], "^parts.0. must be a Step or a Cue .got 5"),
        ],
        ids=["routine", "number"],
    )
    def test_refuses_other_values(self, export, parts, sentence):
        """
        A routine that was not scheduled is refused.
        """
        with pytest.raises(TypeError, match=sentence):
            export(parts)

    def test_refuses_other_languages(self, export):
        """
        The name of a language is not a language.
        """
        with pytest.raises(TypeError, match=r"^language must be a Language \(got 'de'\)$"):
            export(hold("x"), language="de")

    def test_refuses_other_texts(self, export):
        """
        The function for texts must return text.
        """
        with pytest.raises(TypeError, match="^text must return text .got None"):
            export(hold("x"), text=lambda _: None)


@pytest.mark.parametrize("export", [to_webvtt, to_srt])
class TestLongestDuration:
    @pytest.mark.parametrize("parts", [UNTIL_THE_END_OF_TIME, list(cues(UNTIL_THE_END_OF_TIME))], ids=["steps", "cues"])
    def test_has_captions(self, export, parts):
        """
        The longest duration is rounded like any other.
        """
        *_, hours = re.findall(r"--> (\d+):00:00[.,]000\n", export(parts))

        assert timedelta.max // timedelta(hours=1) + 1 == int(hours)
