"""Pictures of numbers for owners. The one owner of matplotlib, which is imported only here."""

from io import BytesIO

from core.money import to_decimal
from core.program.schema import Program
from core.simulating.reports import Report

INK, FIRST, SECOND, THIRD = "#222222", "#2a6f97", "#e09f3e", "#9e2a2b"  # told apart by anybody


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
