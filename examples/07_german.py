"""
German cards, and a German voice.

A `Language` needs all templates that a routine may use, a `Wording` all eight functions.
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
    Step,
    StepKind,
    Weekday,
    Wording,
    cues,
    describe,
    schedule,
)

ON_SIDES = {Side.LEFT: "linken", Side.RIGHT: "rechten", Side.AFFECTED: "betroffenen", Side.UNAFFECTED: "gesunden"}
UNITS = {
    PeriodUnit.MINUTE: ("pro Minute", "jede Minute", "Minuten"),
    PeriodUnit.HOUR: ("pro Stunde", "jede Stunde", "Stunden"),
    PeriodUnit.DAY: ("am Tag", "jeden Tag", "Tage"),
    PeriodUnit.WEEK: ("in der Woche", "jede Woche", "Wochen"),
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
    long_movement="{label} {time}",
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
    weeks="{count} Woche lang|{count} Wochen lang",
    days="{count} Tag lang|{count} Tage lang",
    limited="{often}, {limit}",
    circuit="Zirkel",
    rounds="{count} Runde|{count} Runden",
    rounds_fit="so viele Runden, wie in {time} gehen",
    round_every="alle {time} eine Runde",
    stage="Abschnitt {number}",
    in_weeks="Woche {weeks}",
    in_days="Tag {days}",
    goal="Ziel: {goal}",
)

SIDES = {
    Side.LEFT: "linke Seite",
    Side.RIGHT: "rechte Seite",
    Side.AFFECTED: "betroffene Seite",
    Side.UNAFFECTED: "andere Seite",
}
VERBS = {
    StepKind.PREPARE: "Mach dich bereit",
    StepKind.HOLD: "Halten",
    StepKind.MOVE: "Bewegen",
    StepKind.REST: "Pause",
    StepKind.SWITCH: "Seite wechseln",
    StepKind.TRANSITION: "Weiter",
}


def side(step: Step) -> str:
    return SIDES.get(step.side, "") if step.side else ""


def in_seconds(step: Step) -> str:
    number = step.duration.total_seconds()
    return "eine Sekunde" if number == 1 else f"{number:g} Sekunden".replace(".", ",")


def what(step: Step) -> str:
    """
    Return the exercise and the side of a step.
    """
    return ", ".join(filter(None, [step.exercise.name if step.exercise else "", side(step)]))


def intro(step: Step, following: Step | None) -> str:
    if step.kind is not StepKind.PREPARE:
        return ""
    return ": ".join(filter(None, [VERBS[step.kind], what(following) if following else ""]))


def news(step: Step, before: Step | None) -> str:
    """
    Return what has changed since the previous step.
    """
    if before is None or (before.path, before.round) != (step.path, step.round):
        return what(step)
    return side(step) if before.side is not step.side else ""


def begin(step: Step, before: Step | None) -> str:
    # A gap has announced it already.
    told = [news(step, before)] if before is None or before.side else []
    if step.kind is StepKind.MOVE and step.label:
        told.append(step.label)
    elif step.estimated:
        told.append(f"Nummer {step.repetition}")
    else:
        told.append(f"{step.label or VERBS[step.kind]}, {in_seconds(step)}")
    return ". ".join(filter(None, told))


def pause(step: Step, before: Step | None, following: Step | None) -> str:
    said = step.label or VERBS[step.kind]
    if step.kind is StepKind.REST:
        said = f"{said}, {in_seconds(step)}"
    coming = news(following, before) if following and following.exercise else ""
    return f"{said}. Jetzt: {coming}" if coming else said


WORDING = Wording(
    intro=intro,
    begin=begin,
    pause=pause,
    set=lambda step: f"Satz {step.set}",
    round=lambda step, depth: f"Runde {step.round[depth]}",
    half_time=lambda step: "Halbzeit",
    countdown=lambda step, left: str(left),
    outro=lambda step: "Geschafft",
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
