"""Charts in words: keys and numbers become a picture in the reader's language."""

from collections.abc import Callable
from datetime import date

from bot import charts
from bot.charts import Panel, Series
from bot.conversation.formats import show_short, show_short_day
from bot.conversation.messages import Chart, ChartPanel, Line
from core.money import to_decimal

Say = Callable[[Line], str]


def drawn(chart: Chart, language: str, currency: str, say: Say) -> bytes:
    """The chart as a PNG. It takes a second: not to be called on the event loop."""
    panels = (_panel(panel, language, currency, say) for panel in chart.panels)
    return charts.picture(say(chart.title), tuple(panels))


def _panel(panel: ChartPanel, language: str, currency: str, say: Say) -> Panel:
    scale = float(to_decimal(1, currency)) if panel.in_money else 1.0

    def label(shown: Line | date) -> str:
        if isinstance(shown, Line):
            return say(shown)
        return show_short_day(shown, language, whole_month=panel.by_months)

    return Panel(
        title=say(panel.title),
        labels=tuple(map(label, panel.labels)),
        series=tuple(
            Series(say(name) if name else "", tuple(value * scale for value in values))
            for name, values in panel.series
        ),
        written=lambda value: show_short(value, language),
        lying=panel.lying,
    )
