"""
German: cards, sentences, steps, pictures, a voice and a handout.

A `Language` needs all texts that a routine may use; `docs/reference/language.md` lists them.
Names and labels come from the routine and are not translated.
"""

from stretchlib import (
    Exercise,
    Frequency,
    Hold,
    Language,
    Move,
    PeriodUnit,
    Repetitions,
    Routine,
    Side,
    Sidedness,
    StepKind,
    Weekday,
    Wording,
    cues,
    describe,
    schedule,
)
from stretchlib.exports.handout import Headings, to_markdown

SIDES = {
    Side.LEFT: "links",
    Side.RIGHT: "rechts",
    Side.BOTH: "beide",
    Side.AFFECTED: "betroffen",
    Side.UNAFFECTED: "gesund",
}
LONG_SIDES = {
    Side.LEFT: "linke Seite",
    Side.RIGHT: "rechte Seite",
    Side.AFFECTED: "betroffene Seite",
    Side.UNAFFECTED: "gesunde Seite",
}
ON_SIDES = {Side.LEFT: "linken", Side.RIGHT: "rechten", Side.AFFECTED: "betroffenen", Side.UNAFFECTED: "gesunden"}
UNITS = {
    PeriodUnit.MINUTE: ("pro Minute", "jede Minute", "Minuten"),
    PeriodUnit.HOUR: ("pro Stunde", "jede Stunde", "Stunden"),
    PeriodUnit.DAY: ("am Tag", "jeden Tag", "Tage"),
    PeriodUnit.WEEK: ("in der Woche", "jede Woche", "Wochen"),
}
KINDS = {
    StepKind.PREPARE: "Vorbereitung",
    StepKind.HOLD: "halten",
    StepKind.MOVE: "bewegen",
    StepKind.REST: "Pause",
    StepKind.SWITCH: "Seitenwechsel",
    StepKind.TRANSITION: "Übungswechsel",
}
WEEKDAYS = ("montags", "dienstags", "mittwochs", "donnerstags", "freitags", "samstags", "sonntags")


def one_side(side: Side) -> str:
    return "auf beiden Seiten zugleich" if side is Side.BOTH else f"auf der {ON_SIDES[side]} Seite"


def next_side(side: Side) -> str:
    return "auf beiden zugleich" if side is Side.BOTH else f"auf der {ON_SIDES[side]}"


def first_side(side: Side) -> str:
    return f"zuerst auf der {ON_SIDES[side]} Seite"


def per_period(times: str, every: int, unit: PeriodUnit) -> str:
    once, always, plural = UNITS[unit]
    if every == 1:
        return f"{times} {once}" if times else always
    return f"{times} alle {every} {plural}".strip()


LANGUAGE = Language(
    decimal_point=",",
    listed="{before} und {last}",
    at_least="mindestens {amount}",
    up_to="höchstens {amount}",
    from_to="{low} bis {high}",
    long_hours="{number} Stunde|{number} Stunden",
    long_minutes="{number} Minute|{number} Minuten",
    long_seconds="{number} Sekunde|{number} Sekunden",
    breaths="{number} Atemzug|{number} Atemzüge",
    half_breath="½ Atemzug",
    long_half_breath="einen halben Atemzug",
    once="einmal",
    twice="zweimal",
    times="{count}-mal",
    hold="{time} halten",
    move="{time} bewegen",
    rest="{time} Pause",
    long_hold="{time} halten",
    long_move="{time} bewegen",
    long_rest="{time} Pause",
    lasting="{time} {what}",
    about="{what}, etwa {time}",
    long_repeated="{times} {work}",
    move_freely="bewegen",
    again_move="{time} Bewegung",
    again_rest="{time} Pause",
    on_other_side="{phase} auf der anderen Seite",
    on_both_sides="{phase} auf beiden Seiten",
    repetitions="{count} Wiederholung|{count} Wiederholungen",
    fit="{time} lang {work} wiederholen",
    fit_freely="{time} lang wiederholen",
    long_fit_freely="{time} lang wiederholen",
    then="{before}, dann {after}",
    with_rest="{work} mit {time} Pause dazwischen",
    with_no_rest="{work} ohne Pause dazwischen",
    with_any_rest="{work} mit beliebiger Pause dazwischen",
    long_with_rest="{work} mit {time} Pause dazwischen",
    sets="{count} Satz zu {work}|{count} Sätze zu {work}",
    sets_apart="{count} Satz, {work}|{count} Sätze, {work}",
    sets_fit="{time} lang Sätze zu {work}",
    long_sets="{count} Satz|{count} Sätze",
    long_sets_fit="{time} lang Sätze zu {work}",
    long_sets_fit_apart="so viele Sätze, wie in {time} gehen",
    side=SIDES.__getitem__,
    long_side=LONG_SIDES.__getitem__,
    each_side="je Seite",
    long_each_side="auf jeder Seite",
    one_side=one_side,
    next_side=next_side,
    first_side=first_side,
    long_first_side=first_side,
    alternating="abwechselnd",
    all_sets_first="alle Sätze erst auf einer Seite",
    rest_between="{time} Pause {between}",
    no_rest_between="keine Pause {between}",
    any_rest_between="beliebige Pause {between}",
    between_repetitions="zwischen den Wiederholungen",
    between_sides="beim Seitenwechsel",
    between_sets="zwischen den Sätzen",
    between_items="zwischen den Übungen",
    between_rounds="zwischen den Runden",
    per_period=per_period,
    weekday=lambda weekday: WEEKDAYS[list(Weekday).index(weekday)],
    on_days="{days}",
    times_on_days="{often}, {days}",
    at_clock="{often}, um {clock} Uhr",
    weeks="{count} Woche|{count} Wochen",
    days="{count} Tag|{count} Tage",
    for_time="{amount} lang",
    limited="{often}, {limit}",
    circuit="Zirkel",
    rounds="{count} Runde|{count} Runden",
    rounds_fit="so viele Runden, wie in {time} gehen",
    round_every="{often} eine Runde",
    every="alle {time}",
    stage="Abschnitt {number}",
    in_weeks="Woche {weeks}",
    in_days="Tag {days}",
    goal="Ziel: {goal}",
    kind=KINDS.__getitem__,
    long_kind=KINDS.__getitem__,
    set_number="Satz {number}",
    repetition_number="Wiederholung {number}",
    round_number="Runde {number}",
    of_total="{place} von {total}",
    gap="Pause oder Wechsel",
    estimated="geschätzt",
    coming="Als Nächstes: {what}",
    number="Nummer {number}",
    half_time="Halbzeit",
    outro="Geschafft",
)

WORDING = Wording.of(LANGUAGE)

HEADINGS = Headings(
    code="de",
    about="etwa {time}",
    equipment="Sie brauchen: {things}",
    source="Quelle: {source}",
    sessions="Erledigt",
    caution="Fragen Sie vorher einen Arzt, bleiben Sie im angenehmen Bereich, und hören Sie auf, wenn es weh tut.",
)

ROUTINE = Routine(
    "Beine",
    [
        Exercise("Wadendehnung", Repetitions(3, Hold(30)), sidedness=Sidedness.each(Side.AFFECTED)),
        Exercise("Brücke", Repetitions(8, [Move(2, label="heben"), Hold(5), Move(2, label="senken")]), sets=2),
    ],
    frequency=Frequency(2, weekdays=[Weekday.MONDAY, Weekday.THURSDAY], weeks=6),
)

if __name__ == "__main__":
    print(describe(ROUTINE, language=LANGUAGE))
    print(describe(ROUTINE.items[0], long=True, language=LANGUAGE))
    for cue in cues(schedule(ROUTINE), wording=WORDING):
        print(cue.start, cue)
    print(to_markdown(ROUTINE, language=LANGUAGE, headings=HEADINGS))
