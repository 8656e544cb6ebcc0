"""
Languages for tests: all of German, and as much of French, Japanese and Hebrew as differs in more than words.
"""

import re
from pathlib import Path
from runpy import run_path

from stretchlib import Language

GERMAN = run_path(str(Path(__file__).parents[2] / "examples" / "07_german.py"))["LANGUAGE"]

#: Thin spaces before colons, ordinals, and elision.
FRENCH = Language(
    plural=lambda number: int(number >= 2),
    finish=lambda text: re.sub(r"\b([dD])e (?=[aeiou])", r"\1’", text),
    decimal_point=",",
    named="{name}\u202f: {text}",
    unit_space="\u202f",
    at_least="au moins {amount}",
    minutes="{number}\u202fmin",
    seconds="{number}\u202fs",
    hold="tenir {time}",
    labelled="{label}\u202f: {phase}",
    sets="{count} série de {work}|{count} séries de {work}",
    stage="1re étape|{number}e étape",
)

#: Suffixes, and no spaces.
JAPANESE = Language(
    comma="、",
    full_stop="。",
    sentence_space="",
    unit_space="",
    at_least="{amount}以上",
    up_to="{amount}以下",
    dash="{low}～{high}",
    from_to="{low}～{high}",
    minutes="{number}分",
    seconds="{number}秒",
    long_seconds="{number}秒",
    times="{count}回",
    twice="2回",
    hold="{time}保持",
    long_hold="{time}保持する",
    breaths="{number}呼吸",
    half="{number}.5",
    parentheses="（{text}）",
    repetitions="{count}回",
    repeated="{work}を{count}回",
    repeated_on_sides="{sides}{count}回",
    again_freely="{count}回",
    sets="{work}を{count}セット",
    sided="{sides}{work}",
    each_side="左右各",
    weeks="{count}週間",
    for_time="{amount}続ける",
    limited="{often}、{limit}",
    numbered="{number}、{text}",
)

HEBREW = Language(long_hold="החזק {time}", long_seconds="{number} שניות", long_labelled="{label} – {phase}")
