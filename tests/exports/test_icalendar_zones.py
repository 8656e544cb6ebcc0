"""
Clock changes in calendar files, read by libraries that use only the file.
"""

from datetime import UTC, datetime, time, timedelta
from functools import partial
from io import StringIO
from itertools import takewhile
from zoneinfo import ZoneInfo

import dateutil.tz
import pendulum
import pytest

from stretchlib import Frequency, occurrences
from stretchlib.exports._zones import Change, to_timezone

from .calendars import FRIDAY, export

#: Rules of all kinds, on all continents; Morocco, Egypt and Palestine have no rule.
ZONES = [
    "Africa/Cairo",
    "Africa/Casablanca",
    "Africa/El_Aaiun",
    "Africa/Johannesburg",
    "America/Adak",
    "America/Asuncion",
    "America/Havana",
    "America/Los_Angeles",
    "America/New_York",
    "America/Nuuk",
    "America/Phoenix",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Antarctica/Troll",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Hebron",
    "Asia/Jerusalem",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Tehran",
    "Asia/Tokyo",
    "Atlantic/Azores",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Europe/Berlin",
    "Europe/Chisinau",
    "Europe/Dublin",
    "Europe/Lisbon",
    "Europe/London",
    "Europe/Moscow",
    "Pacific/Apia",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Easter",
    "Pacific/Norfolk",
]
IN_TEN_YEARS = datetime(2036, 3, 27, tzinfo=UTC)
#: Soon after most changes, but an hour away from all of them.
DAILY = Frequency(times_of_day=[time(4, 45)])


def start_in(zone):
    return datetime(2026, 3, 1, tzinfo=ZoneInfo(zone))


def lines(file, zone="Europe/Berlin"):
    """
    Return the lines that describe a zone, those of one observance each.
    """
    text = file.decode().replace("\r\n ", "").split(f"TZID:{zone}\r\n")[1].split("END:VTIMEZONE")[0]
    return [part.split("\r\n")[1:-2] for part in text.split("BEGIN:")[1:]]


def named(name, before, after):
    return [f"TZNAME:{name}", f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}"]


def in_utc(moments):
    return (moment.astimezone(UTC) for moment in moments)


def is_plain(moment):
    """
    Return whether a local time occurs exactly once.
    """
    return moment.utcoffset() == moment.replace(fold=1).utcoffset()


class TestZones:
    """
    "Onsets are in the local time before the change, as RFC 5545 requires."
    """

    def test_are_defined_by_a_rule(self):
        """
        A rule in force starts with the last change before the start.
        """
        assert [
            ["DTSTART:20250330T020000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", *named("CEST", "+0100", "+0200")],
            ["DTSTART:20251026T030000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", *named("CET", "+0200", "+0100")],
        ] == lines(export(Frequency()))

    @pytest.mark.parametrize(
        ("zone", "rules"),
        [
            ("America/New_York", {"BYDAY=1SU;BYMONTH=11", "BYDAY=2SU;BYMONTH=3"}),
            ("Asia/Jerusalem", {"BYDAY=-1SU;BYMONTH=10", "BYDAY=FR;BYMONTHDAY=23,24,25,26,27,28,29;BYMONTH=3"}),
            ("Asia/Tokyo", set()),
        ],
    )
    def test_are_defined_by_rules_of_all_kinds(self, zone, rules):
        """
        The first Sunday, the last, or the Friday from the 23rd on; or no rule.
        """
        found = [line for part in lines(export(Frequency(), start_in(zone)), zone) for line in part]

        assert rules == {line.removeprefix("RRULE:FREQ=YEARLY;") for line in found if line.startswith("RRULE")}

    def test_call_the_later_clock_daylight(self):
        """
        Summer time is daylight time, and winter time is standard time.
        """
        file = export(Frequency()).decode()
        kinds = [
            part.partition("END:")[0] for part in file.split("BEGIN:") if part.startswith(("DAYLIGHT", "STANDARD"))
        ]

        assert {("DAYLIGHT", True), ("STANDARD", False)} == {(part.split()[0], "TZNAME:CEST" in part) for part in kinds}

    @pytest.mark.parametrize("year", [2027, 2028])
    def test_count_sundays_from_the_first_day_of_the_month(self, year):
        """
        The second Sunday may be the 8th, as in 2026, or the 14th, as in 2027, and the first may be the 1st or the 7th.
        """
        start = datetime(year, 2, 1, tzinfo=ZoneInfo("America/New_York"))

        told = [line for part in lines(export(Frequency(), start), "America/New_York") for line in part]

        assert {"RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11", "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3"} <= set(told)

    def test_are_defined_by_dates_until_a_rule_is_in_force(self):
        """
        In Gaza, clock changes follow the moon until 2086; each date is a property, including the first.
        """
        parts = lines(export(Frequency(), start_in("Asia/Gaza")), "Asia/Gaza")
        by_dates = [part for part in parts if any(line.startswith("RDATE:") for line in part)]
        by_rules = [part for part in parts if any(line.startswith("RRULE:") for line in part)]

        assert {"RDATE:20260328T020000", "RDATE:20401020T020000"} <= {line for part in by_dates for line in part}
        assert all(part[0].replace("DTSTART", "RDATE") == part[1] for part in by_dates)
        assert all(part[0] > "DTSTART:208" for part in by_rules)
        assert 2 == len(by_rules)

    @pytest.mark.parametrize(
        ("days", "rules"),
        [
            ([8, 14, 20], []),
            ([8, 14, 13], ["FREQ=YEARLY;BYDAY=2SU;BYMONTH=3"]),
            ([15, 14, 20], ["FREQ=YEARLY;BYDAY=SU;BYMONTHDAY=14,15,16,17,18,19,20;BYMONTH=3"]),
        ],
    )
    def test_are_defined_by_a_rule_of_one_sunday_a_year(self, days, rules):
        """
        Sundays more than a week apart in the month follow no rule.
        """
        summer = partial(Change, before=timedelta(), after=timedelta(hours=1), name="summer")
        onsets = [datetime(year, 3, day, 2) for year, day in zip((2020, 2021, 2022), days, strict=True)]
        component = to_timezone(ZoneInfo("Europe/London"), [summer(onset) for onset in onsets])

        assert rules == [each["rrule"].to_ical().decode() for each in component.subcomponents if "rrule" in each]

    def test_begin_before_the_start(self):
        """
        The zone has the offset at the start, even if its last change was long ago.
        """
        assert [["DTSTART:20250103T090000", *named("JST", "+0900", "+0900")]] == lines(
            export(Frequency(), start_in("Asia/Tokyo")), "Asia/Tokyo"
        )

    @pytest.mark.parametrize("year", [1, 2, 9998, 9999])
    def test_are_defined_at_the_ends_of_the_calendar(self, year):
        """
        As far as there are years.
        """
        start = FRIDAY.replace(year=year)

        first = min(part[0] for part in lines(export(Frequency(days=3), start)))

        assert f"DTSTART:{start.replace(tzinfo=None):%Y%m%dT%H%M%S}" >= first

    def test_may_be_of_any_library(self):
        """
        pendulum has its own zones, with the names of zoneinfo.
        """
        assert export(Frequency()) == export(Frequency(), pendulum.datetime(2026, 3, 27, 18, tz="Europe/Berlin"))

    @pytest.mark.parametrize("zone", [pendulum.FixedTimezone(20_700), dateutil.tz.tzoffset("Kathmandu", 20_700)])
    def test_are_left_out_at_a_fixed_offset(self, zone):
        """
        Times are in UTC instead.
        """
        file = export(Frequency(), datetime(2026, 3, 27, tzinfo=zone))

        assert b"\r\nDTSTART:20260326T181500Z\r\n" in file
        assert b"VTIMEZONE" not in file

    @pytest.mark.parametrize("zone", ZONES)
    def test_are_read_by_dateutil(self, zone):
        """
        `tzical` finds the same offset every 23 hours, for ten years.
        """
        text = export(DAILY, start_in(zone)).decode()
        read = dateutil.tz.tzical(StringIO(text)).get()
        moments = [datetime(2026, 3, 1, 0, 30) + number * timedelta(hours=23) for number in range(3_811)]
        wall = [moment for moment in moments if is_plain(moment.replace(tzinfo=ZoneInfo(zone)))]

        assert [moment.replace(tzinfo=ZoneInfo(zone)).utcoffset() for moment in wall] == [
            moment.replace(tzinfo=read).utcoffset() for moment in wall
        ]

    def test_are_read_by_ical_js(self, read_by_ical_js):
        """
        All moments of ten years are those of `occurrences`, an hour or more away from the changes.
        """
        found = read_by_ical_js([export(DAILY, start_in(zone)) for zone in ZONES], IN_TEN_YEARS)

        for zone, moments in zip(ZONES, found, strict=True):
            expected = takewhile(lambda moment: moment < IN_TEN_YEARS, in_utc(occurrences(DAILY, start_in(zone))))

            assert [*expected] == moments, zone
