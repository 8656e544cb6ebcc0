"""
Arguments of wrong types: the message names the accepted types and the value.
"""

import inspect
from datetime import UTC, datetime

import numpy
import pytest
from cattrs import Converter

import stretchlib
from stretchlib import (
    Exercise,
    Frequency,
    Hold,
    Pacing,
    Plan,
    Routine,
    Stage,
    cues,
    describe,
    dose,
    from_dict,
    json_schema,
    occurrences,
    occurrences_a_week,
    parse_exercise,
    register_hooks,
    schedule,
    sessions,
    to_dict,
)
from stretchlib.exports.captions import to_srt, to_webvtt
from stretchlib.exports.fit import to_fit
from stretchlib.exports.garmin_connect import to_garmin_connect
from stretchlib.exports.handout import to_html, to_markdown
from stretchlib.exports.icalendar import to_icalendar
from stretchlib.exports.plot import plot
from stretchlib.exports.text import to_text

NOW = datetime(2026, 3, 27, 18, tzinfo=UTC)
STRETCH = Exercise("Calf stretch", Hold(30))
ROUTINE = Routine("Calves", [STRETCH])
PLAN = Plan("Achilles", [Stage(ROUTINE)])
TIMELINE = schedule(ROUTINE)

#: Calls with one wrong argument, and the message up to the value.
CALLS = [
    (schedule, (STRETCH,), {}, "routine must be a Routine (got Exercise("),
    (schedule, (ROUTINE, 5), {}, "pacing must be a Pacing (got 5)"),
    (schedule, (ROUTINE,), {"within": "5 min"}, "within must be seconds (got '5 min')"),
    (dose, (ROUTINE,), {}, "timeline must be a Timeline, as schedule() returns it (got Routine("),
    (cues, (ROUTINE,), {}, "timeline must be a Timeline, as schedule() returns it (got Routine("),
    (cues, (TIMELINE,), {"wording": {}}, "wording must be a Wording (got {})"),
    (describe, ("30 s",), {}, "value must be "),
    (describe, (STRETCH,), {"language": "de"}, "language must be a Language (got 'de')"),
    (parse_exercise, (5,), {}, "text must be a string (got 5)"),
    (to_dict, (5,), {}, "value must be "),
    (from_dict, ({}, int), {}, "kind must be "),
    (json_schema, (int,), {}, "kind must be "),
    (register_hooks, (5,), {}, "converter must be a BaseConverter (got 5)"),
    (occurrences, (ROUTINE, NOW), {}, "frequency must be a Frequency (got Routine("),
    (occurrences, (Frequency(), "today"), {}, "start must be a datetime (got 'today')"),
    (occurrences_a_week, (3,), {}, "frequency must be a Frequency (got 3)"),
    (sessions, (Frequency(), NOW), {}, "what must be a Plan or a Routine (got Frequency("),
    (to_text, (ROUTINE,), {}, ""),
    (to_webvtt, (ROUTINE,), {}, ""),
    (to_srt, ([STRETCH],), {}, ""),
    (to_fit, (ROUTINE,), {}, "timeline must be a Timeline, as schedule() returns it (got Routine("),
    (to_garmin_connect, (ROUTINE,), {}, "timeline must be a Timeline, as schedule() returns it (got Routine("),
    (to_html, (TIMELINE,), {}, "what must be a Routine or a Plan (got <Timeline of 'Calves'"),
    (to_markdown, (STRETCH,), {}, "what must be a Routine or a Plan (got Exercise("),
    (to_icalendar, (STRETCH, NOW), {"uid": "a@b", "created": NOW}, "what must be a Timeline, a Routine or a Plan ("),
    (plot, (ROUTINE,), {}, "timeline must be a Timeline, as schedule() returns it (got Routine("),
]
#: The same for methods.
METHODS = [
    (TIMELINE.__getitem__, ("a",), "index must be a whole number or a slice (got 'a')"),
    (TIMELINE.at, ("5",), "elapsed must be seconds (got '5')"),
    (TIMELINE.between, (0, None), "end must be seconds (got None)"),
    (TIMELINE.next_work, (5,), "step must be a Step (got 5)"),
    (TIMELINE.bout_of, (5,), "step must be a Step (got 5)"),
    (Pacing().count, ("3",), "count must be a whole number or a range of whole numbers (got '3')"),
    (Pacing().duration, ("30",), "duration must be seconds, breaths or a range of seconds (got '30')"),
    (ROUTINE.at, (0,), "path must be a list of indices (got 0)"),
    (ROUTINE.replace, ((0,), Hold(5)), "item must be an Exercise, a Rest or a Circuit (got Hold("),
    (ROUTINE.insert, ((0,), "rest"), "item must be an Exercise, a Rest or a Circuit (got 'rest')"),
    (ROUTINE.without, ("0",), "path must be a list of indices (got '0')"),
    (ROUTINE.with_affected_side, ("left",), "side must be a Side, such as Side.LEFT (got 'left')"),
    (PLAN.with_affected_side, ("left",), "side must be a Side, such as Side.LEFT (got 'left')"),
]


def name_of(value):
    return getattr(value, "__name__", None)


#: Calls with a whole number as an option.
OPTIONS = [
    pytest.param(lambda number: from_dict(to_dict(STRETCH), Exercise, max_values=number), id="from_dict"),
    pytest.param(lambda number: converter_of(number).structure(to_dict(STRETCH), Exercise), id="register_hooks"),
    pytest.param(lambda number: list(cues(TIMELINE, countdown=number)), id="cues"),
    pytest.param(lambda number: to_text(TIMELINE, width=number), id="to_text"),
    pytest.param(lambda number: to_markdown(ROUTINE, sessions=number), id="to_markdown"),
    pytest.param(lambda number: to_html(ROUTINE, sessions=number), id="to_html"),
    pytest.param(lambda number: to_fit(TIMELINE, max_steps=number, created=NOW), id="to_fit"),
]


def converter_of(max_values):
    converter = Converter()
    register_hooks(converter, max_values=max_values)
    return converter


class TestWholeNumber:
    """
    Options that are whole numbers accept anything with `__index__`, as the fields of the model do.
    """

    @pytest.mark.parametrize("call", OPTIONS)
    def test_may_be_of_another_library(self, call):
        """
        An integer of numpy is as good as a plain one.
        """
        assert call(70) == call(numpy.int64(70))

    @pytest.mark.parametrize("call", OPTIONS)
    @pytest.mark.parametrize("value", [True, 3.0, "3", numpy.float64(3), numpy.timedelta64(3, "s")], ids=repr)
    def test_is_nothing_else(self, call, value):
        """
        Other values are refused, those that are equal to a whole number included.
        """
        with pytest.raises(TypeError, match=r" must be a whole number \(got "):
            call(value)


class TestWrongThing:
    """
    A wrong argument raises a `TypeError` that names the accepted types and the value.
    """

    @pytest.mark.parametrize(("function", "arguments", "options", "sentence"), CALLS, ids=name_of)
    def test_is_refused_by_functions(self, function, arguments, options, sentence):
        """
        The message is our own, raised before anything else happens.
        """
        with pytest.raises(TypeError) as refusal:
            function(*arguments, **options)

        assert str(refusal.value).startswith(sentence)
        assert " must be " in str(refusal.value)

    @pytest.mark.parametrize(("method", "arguments", "sentence"), METHODS, ids=name_of)
    def test_is_refused_by_methods(self, method, arguments, sentence):
        """
        The messages have the same form.
        """
        with pytest.raises(TypeError) as refusal:
            method(*arguments)

        assert str(refusal.value).startswith(sentence)

    def test_is_tried_on_every_public_function(self):
        """
        All public functions with arguments are covered above.
        """
        public = {value for name in stretchlib.__all__ if inspect.isfunction(value := getattr(stretchlib, name))}
        takes_something = {function for function in public if inspect.signature(function).parameters}

        assert takes_something <= {function for function, *_ in CALLS}
