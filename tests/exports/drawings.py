"""
The parts of a picture drawn with matplotlib.
"""

import io
from xml.etree import ElementTree

from matplotlib import rc_context

from stretchlib import Exercise, Hold, Move, Repetitions, Routine, Side, Sidedness


def bars(ax):
    """
    Return the bars: their minutes from and to, and their heights from and to.
    """
    boxes = [path.get_extents() for collection in ax.collections for path in collection.get_paths()]
    return [(box.x0, box.x1, box.y0, box.y1) for box in boxes]


def texts(ax):
    """
    Draw a picture and return all texts that another program finds in it.
    """
    file = io.BytesIO()
    with rc_context({"svg.fonttype": "none"}):
        ax.figure.savefig(file, format="svg")
    drawing = ElementTree.fromstring(file.getvalue())
    return ["".join(text.itertext()) for text in drawing.iter("{http://www.w3.org/2000/svg}text")]


def legend(ax):
    handles, names = ax.get_legend().legend_handles, ax.get_legend().get_texts()
    return {name.get_text(): handle.get_facecolor()[:3] for handle, name in zip(handles, names, strict=True)}


EVERY_LOOK = Routine(
    "Everything",
    [Exercise(side.value, Repetitions(2, [Hold(10), Move(10)]), sidedness=Sidedness.only(side)) for side in Side],
)
