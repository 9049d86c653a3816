"""Pictures of numbers for owners. The one owner of matplotlib, which is imported only here."""

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

from core.money import to_decimal
from core.program.schema import Program
from core.simulating.reports import Report

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK, FIRST, SECOND, THIRD = "#222222", "#2a6f97", "#e09f3e", "#9e2a2b"  # told apart by anybody
PAPER = "#ffffff"  # never see-through: a chat may be light or dark
TITLE_SIGNS = 44  # of a line of a title
LABELS_MAX = 5  # under one panel, so that they don't touch
LABEL_SIGNS = 24  # of a line beside a lying bar: half the picture is left to the bars
LEGEND_SIGNS = 36  # more don't stand side by side
VALUE_ROOM = 1.4  # beside the longest bar stands its number
_one_at_a_time = Lock()  # matplotlib's caches are not made for threads


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers side by side, by their name; empty where there is one alone."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One chart of a picture: bars over time, or lying bars of parts of a whole."""

    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    written: Callable[[float], str]  # a number, short, as the reader's language has it
    lying: bool = False


def picture(title: str, panels: tuple[Panel, ...]) -> bytes:
    """Draw the panels one below the other: a PNG as wide as a phone shows it."""
    from matplotlib.figure import Figure

    with _one_at_a_time:
        heights = [_height(panel) for panel in panels]
        above = 0.3 + 0.3 * _lines(title, TITLE_SIGNS)
        figure = Figure(figsize=(6, above + sum(heights)), dpi=180, layout="constrained")
        figure.set_facecolor(PAPER)
        figure.suptitle(_folded(title), color=INK, fontsize=16)
        parts = figure.subfigures(len(panels), height_ratios=heights, squeeze=False)
        for part, panel in zip(parts[:, 0], panels, strict=True):
            part.suptitle(_folded(panel.title), x=0.02, ha="left", color=INK, fontsize=14)
            axes = part.subplots()
            (_lying if panel.lying else _standing)(axes, panel)
            axes.tick_params(colors=INK, labelsize=13)
            axes.spines[["top", "right"]].set_visible(False)
            names = [series.name for series in panel.series if series.name]
            if names:
                columns = len(names) if len("".join(names)) <= LEGEND_SIGNS else 1
                part.legend(loc="outside lower left", ncols=columns, frameon=False, fontsize=13)
        file = BytesIO()
        figure.savefig(file, format="png")
    return file.getvalue()


def _height(panel: Panel) -> float:
    more = 0.3 * (_lines(panel.title, TITLE_SIGNS) - 1)
    if panel.lying:
        lines = sum(_lines(label, LABEL_SIGNS) for label in panel.labels)
        return 0.6 + 0.1 * len(panel.labels) + 0.24 * lines + more
    return (2.3 if len(panel.series) > 1 else 1.9) + more


def _folded(text: str, width: int = TITLE_SIGNS) -> str:
    return "\n".join(textwrap.wrap(text, width))


def _lines(text: str, width: int) -> int:
    return len(textwrap.wrap(text, width)) or 1


def _standing(axes: "Axes", panel: Panel) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    count = len(panel.series)
    colors = (FIRST, SECOND, THIRD)
    for place, (series, color) in enumerate(zip(panel.series, colors, strict=False)):
        at = [x + (place - (count - 1) / 2) * 0.8 / count for x in range(len(series.values))]
        axes.bar(at, series.values, width=0.8 / count, color=color, label=series.name)
    step = -(-len(panel.labels) // LABELS_MAX) or 1
    shown = range(0, len(panel.labels), step)
    axes.set_xticks(list(shown), [panel.labels[place] for place in shown])
    axes.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: panel.written(value)))
    axes.grid(axis="y", alpha=0.3)
    axes.set_axisbelow(True)
    if all(value >= 0 for series in panel.series for value in series.values):
        axes.set_ylim(bottom=0)


def _lying(axes: "Axes", panel: Panel) -> None:
    [series] = panel.series
    bars = axes.barh(range(len(panel.labels)), series.values, color=FIRST)
    axes.set_yticks(
        range(len(panel.labels)), [_folded(label, LABEL_SIGNS) for label in panel.labels]
    )
    written = [panel.written(value) for value in series.values]
    axes.bar_label(bars, written, padding=4, color=INK, fontsize=13)
    axes.set_xlim(0, max(series.values) * VALUE_ROOM or 1)
    axes.invert_yaxis()
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)


def simulation_chart(report: Report, program: Program) -> bytes:
    """Draw points by month and members by tier: a PNG, readable on a phone."""
    # Only here: it takes half a second and 60 MiB.
    from matplotlib.figure import Figure
    from matplotlib.ticker import StrMethodFormatter

    figure = Figure(figsize=(8, 9), dpi=120, layout="constrained")
    points, open_points, tiers = figure.subplots(3, height_ratios=(3, 3, 2))
    figure.suptitle(f"{program.name}: {report.orders:,} orders", color=INK, fontsize=15)
    months = [month.month for month in report.months]
    in_money, currency = program.unit == "money", program.currency
    scale = float(to_decimal(1, currency)) if in_money else 1.0
    label = currency if in_money else "points"
    names = [tier.title.in_language("en") for tier in program.tiers.levels]
    for name, values, color in (
        ("issued", [month.issued for month in report.months], FIRST),
        ("redeemed at most", [month.redeemed_at_most for month in report.months], SECOND),
        ("expired at most", [month.expired_at_most for month in report.months], THIRD),
    ):
        points.plot(months, [value * scale for value in values], label=name, color=color, lw=2)
    least = [month.liability_at_least * scale for month in report.months]
    most = [month.liability_at_most * scale for month in report.months]
    open_points.fill_between(months, least, most, color=FIRST, alpha=0.25, lw=0)
    open_points.plot(months, most, color=FIRST, lw=2, label="open, if nobody redeems")
    open_points.plot(months, least, color=SECOND, lw=2, label="open, if all redeem at once")
    for axes in (points, open_points):
        axes.set_ylabel(label)
        axes.set_ylim(bottom=0)
        axes.legend(frameon=False)
        axes.grid(axis="y", alpha=0.3)
        axes.set_xticks(months[:: -(-len(months) // 8) or 1])
        axes.yaxis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    bars = tiers.barh(names, list(report.tiers.values()), color=FIRST)
    tiers.bar_label(bars, padding=4, fmt="{:,.0f}")
    tiers.margins(x=0.15)
    tiers.xaxis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    tiers.invert_yaxis()
    tiers.set_xlabel("members at the end")
    picture = BytesIO()
    figure.savefig(picture, format="png")
    return picture.getvalue()
