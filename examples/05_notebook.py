"""
A timeline as a data frame in pandas and polars, and the dose per side as a small chart.

Run it as a program, or cell by cell in an editor that supports `# %%`.
The chart is written to the file given as the first argument, if any.
It also needs: pip install pandas polars matplotlib
"""

# matplotlib does not annotate its keyword arguments.
# pyright: reportUnknownMemberType=false

# %% Steps are rows of plain values.
import sys
from datetime import timedelta

import pandas as pd
import polars as pl
from matplotlib.figure import Figure

from stretchlib import dose, schedule, to_dict
from stretchlib.catalog import BACK_PAIN_RELIEF

timeline = schedule(BACK_PAIN_RELIEF)
rows = [to_dict(step) for step in timeline]

# %% In pandas: minutes of each kind.
steps = pd.DataFrame(rows)
minutes = steps.pivot_table(index="exercise", columns="kind", values="duration", aggfunc="sum", sort=False) / 60
print(minutes.round(1).to_string(na_rep=""))

# %% In polars: the longest hold of each exercise on each side.
holds = (
    pl.DataFrame(rows, infer_schema_length=None)
    .filter(pl.col("kind") == "hold")
    .group_by("exercise", "side", maintain_order=True)
    .agg(pl.col("duration").max().alias("seconds"), pl.len().alias("times"))
)
print(holds)

# %% The dose needs no rows.
doses = pd.DataFrame(
    [
        {"exercise": row.exercise.name, "side": row.side.value, "minutes": (row.hold + row.move) / timedelta(minutes=1)}
        for row in dose(timeline)
    ]
)
print(doses.to_string(index=False))

# %% The dose per side as a chart, in colours for colour-blind people.
colours = {"left": "#0072b2", "right": "#e69f00", "both": "#cc79a7"}
per_side = doses.pivot(index="exercise", columns="side", values="minutes").reindex(doses["exercise"].unique()).fillna(0)
figure = Figure(figsize=(8, 3), layout="constrained")
ax = figure.add_subplot()
left = pd.Series(0.0, index=per_side.index)
for side in per_side.columns:
    ax.barh(per_side.index, per_side[side], left=left, label=side, color=colours.get(side))
    left += per_side[side]
ax.invert_yaxis()
ax.set_xlabel("minutes")
ax.set_title(f"{timeline.routine.name}: dose per side")
ax.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
if len(sys.argv) > 1:
    figure.savefig(sys.argv[1], dpi=100)
