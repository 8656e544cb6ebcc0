"""
A guide in the terminal: the current step, its time, and the next one.

    python examples/04_guide_me.py
    python examples/04_guide_me.py --speed 60
    python examples/04_guide_me.py my-routine.json --within 10

The space bar pauses, n goes to the next step, b goes back, q quits.
Without a terminal, for example in a pipe, it prints all steps.
It also needs rich: pip install rich
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from rich.align import Align
from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.padding import Padding
from rich.panel import Panel
from rich.progress_bar import ProgressBar
from rich.text import Text

from stretchlib import Side, Step, StepKind, StretchlibError, Timeline, from_dict, schedule
from stretchlib.catalog import BACK_PAIN_RELIEF
from stretchlib.exports.text import to_text

SECOND = timedelta(seconds=1)
START = timedelta()
COLOURS = {StepKind.HOLD: "green", StepKind.MOVE: "cyan"}
PAUSES = {
    StepKind.PREPARE: "Get ready",
    StepKind.REST: "Rest",
    StepKind.SWITCH: "Change sides",
    StepKind.TRANSITION: "Get to the next exercise",
}


class Clock:
    """
    A clock of the elapsed time that can be paused and set.
    """

    def __init__(self, speed: float) -> None:
        self.speed = speed
        self.is_running = True
        self._elapsed = START
        self._since = time.monotonic()

    @property
    def elapsed(self) -> timedelta:
        passed = time.monotonic() - self._since if self.is_running else 0
        return self._elapsed + timedelta(seconds=passed * self.speed)

    def set(self, elapsed: timedelta) -> None:
        self._elapsed, self._since = elapsed, time.monotonic()

    def stop_or_go(self) -> None:
        self.set(self.elapsed)
        self.is_running = not self.is_running


@contextmanager
def pressed_keys() -> Generator[Callable[[], str]]:
    """
    Read keys when they are pressed, and restore the terminal.
    """
    if sys.platform == "win32":
        import msvcrt

        yield lambda: msvcrt.getwch() if msvcrt.kbhit() else ""
        return

    import select
    import termios
    import tty

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal)
        # Unbuffered, because `select` does not see Python's buffers.
        yield lambda: os.read(terminal, 1).decode("latin-1") if select.select([terminal], [], [], 0)[0] else ""
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def perform(key: str, clock: Clock, timeline: Timeline) -> bool:
    """
    Perform the action of *key*, and return whether to continue.
    """
    step = timeline.at(clock.elapsed)
    if key == " ":
        clock.stop_or_go()
    elif key == "n" and step:
        clock.set(step.end)
    elif key == "b" and step:
        # Shortly after the start of a step, "back" means the previous one.
        has_just_started = clock.elapsed - step.start < clock.speed * SECOND
        clock.set(timeline[step.index - 1].start if has_just_started and step.index else step.start)
    return key != "q"


def headline(step: Step) -> str:
    """
    Return what to do during *step* as one line.
    """
    if step.exercise is None or step.side is None:
        return step.label or PAUSES[step.kind]
    side = "" if step.side is Side.BOTH else f", {step.side.value} side"
    return f"{step.exercise.name}{side}"


def detail(timeline: Timeline, step: Step) -> str:
    """
    Return the numbers and totals of bouts, sets and repetitions.
    """
    bout = timeline.bout_of(step)
    if bout is None or step.side is None:
        return ""
    places = [("", bout.index + 1, len(timeline.bouts)), ("set ", step.set, step.sets)]
    places.append(("repetition ", step.repetition, step.repetitions))
    return ", ".join([step.label or step.kind.value, *(_of(*place) for place in places if place[2] != 1)])


def _of(name: str, number: int | None, total: int | None) -> str:
    return f"{name}{number} of {total}" if total else f"{name}{number}"


def bar(passed: timedelta, duration: timedelta, colour: str) -> RenderableType:
    # A bar does not end its line, but padding does.
    return Padding(ProgressBar(total=duration / SECOND, completed=passed / SECOND, complete_style=colour), (0, 0, 1, 0))


def picture(timeline: Timeline, clock: Clock, height: int) -> RenderableType:
    """
    Draw the current step.
    """
    elapsed = min(clock.elapsed, timeline.duration)
    step = timeline.at(elapsed) or timeline[-1]
    coming = timeline.next_work(step)
    # Between exercises, there is time to read the next instructions.
    exercise = step.exercise or (coming and coming.exercise)
    colour = COLOURS.get(step.kind, "yellow")
    # A `Text` does not interpret names as markup.
    lines = [
        Text(headline(step), style=f"bold {colour}", justify="center"),
        Text(detail(timeline, step), justify="center"),
        Text(str(math.ceil((step.end - elapsed) / SECOND)), style="bold", justify="center"),
        bar(elapsed - step.start, step.duration, colour),
        Text(f"{exercise.instructions}\n" if exercise else "", style="dim", justify="center"),
        Text(f"next: {headline(coming)}\n" if coming else "then you are done\n", justify="center"),
        bar(elapsed, timeline.duration, "white"),
        Text(f"step {step.index + 1} of {len(timeline)}" if clock.is_running else "PAUSED", justify="center"),
        Text("space: pause   n: next   b: back   q: quit", style="dim", justify="center"),
    ]
    panel = Panel(Group(*lines), title=Text(timeline.routine.name), width=72, padding=(1, 2), border_style=colour)
    return Align.center(panel, vertical="middle", height=height)


def guide(timeline: Timeline, speed: float, console: Console) -> None:
    """
    Guide through *timeline* until it ends or the user quits.
    """
    with pressed_keys() as pressed, Live(console=console, screen=True, auto_refresh=False) as live:
        clock = Clock(speed)
        while clock.elapsed < timeline.duration and perform(pressed(), clock, timeline):
            live.update(picture(timeline, clock, console.height), refresh=True)
            time.sleep(0.05)
    done = min(clock.elapsed, timeline.duration)
    console.print("Well done!" if done == timeline.duration else f"Until next time, after {done // SECOND * SECOND}.")


def main() -> None:
    parser = argparse.ArgumentParser(description="Guide through a routine.")
    parser.add_argument("file", nargs="?", type=Path, help="a routine as JSON (default: back pain relief)")
    parser.add_argument("--within", type=float, metavar="MINUTES", help="the available time")
    parser.add_argument("--speed", type=float, default=1, help="how many times as fast (default: %(default)s)")
    options = parser.parse_args()

    within = None if options.within is None else timedelta(minutes=options.within)
    try:
        routine = from_dict(json.loads(options.file.read_text(encoding="utf-8"))) if options.file else BACK_PAIN_RELIEF
        timeline = schedule(routine, within=within)
    except StretchlibError as error:
        parser.error(str(error))

    console = Console()
    if not (sys.stdin.isatty() and console.is_terminal):
        print(to_text(timeline))
        return
    try:
        guide(timeline, options.speed, console)
    except KeyboardInterrupt:
        console.print("Until next time.")


if __name__ == "__main__":
    main()
