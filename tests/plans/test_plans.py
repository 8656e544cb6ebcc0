"""
Published courses of treatment, as plans: stages by week and by criterion, days that alternate, tables of weeks.

`documents/` has the plans. `facts.json` has the number of sessions of each routine in each week, and the sessions of
the first day, counted by hand from the prescription; `starts` are the days on which a goal is reached.
"""

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import takewhile
from pathlib import Path

import pytest

from stretchlib import Plan, from_dict, sessions, to_dict

HERE = Path(__file__).parent
FACTS = json.loads((HERE / "facts.json").read_text(encoding="utf-8"))
DOCUMENTS = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (HERE / "documents").glob("*.json")}
#: A Monday.
START = datetime(2026, 3, 2, 8, tzinfo=UTC)
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


def performed(document, until):
    """
    Return the sessions of a plan before *until*, with the starts of stages from the facts.
    """
    starts = {int(stage): START + days * DAY for stage, days in FACTS[document].get("starts", {}).items()}
    found = sessions(from_dict(DOCUMENTS[document], Plan), START, stage_starts=starts)
    return [*takewhile(lambda session: session.start < until, found)]


class TestPlans:
    """
    Plans with stages by week and by criterion, alternating days, morning and evening, and tables of weeks.
    """

    def test_have_facts(self):
        """
        Each plan has facts, and there are more than twenty plans.
        """
        assert FACTS.keys() == DOCUMENTS.keys()
        assert len(FACTS) > 20

    @pytest.mark.parametrize("document", DOCUMENTS)
    def test_survive_a_round_trip(self, document):
        """
        A plan is written as the document that was read.
        """
        assert DOCUMENTS[document] == to_dict(from_dict(DOCUMENTS[document], Plan))

    @pytest.mark.parametrize("document", DOCUMENTS)
    def test_have_the_sessions_of_each_week(self, document):
        """
        The numbers were counted by hand.
        """
        weeks = FACTS[document]["weeks"]
        found = [Counter() for _ in weeks]
        for session in performed(document, START + len(weeks) * WEEK):
            found[(session.start - START) // WEEK][session.routine.name] += 1

        assert weeks == [dict(week) for week in found]

    @pytest.mark.parametrize("document", [document for document in DOCUMENTS if "first_day" in FACTS[document]])
    def test_have_the_sessions_of_the_first_day(self, document):
        """
        Sessions at the same time are in the order of the routines.
        """
        found = performed(document, START.replace(hour=0) + DAY)

        assert FACTS[document]["first_day"] == [f"{session.start:%H:%M} {session.routine.name}" for session in found]
