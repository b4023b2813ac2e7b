"""A review pack per client in plain pandas, openpyxl and matplotlib, from the same marts as CSV: a workbook with the same sheets, the nine charts as PNG
of the same size, and a PDF of a page of text and the charts. No native charts, formulas, slides, browser page, SVG or proof.

Usage: packs.py MARTS_FOLDER OUT_FOLDER MONTH CLIENTS ROUNDS
Prints: the seconds of reading the marts, the seconds of each pack, the peak memory in bytes, the tickets written in one round.
"""
import pathlib
import sys
import time

import matplotlib
import openpyxl
import pandas
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402
from matplotlib.backends.backend_pdf import PdfPages  # noqa: E402

SHEETS = {
    "Summary": ["client_months", "attainment_trailing", "expectations", "findings"],
    "Delivered": ["response_rungs", "clock_gaps", "pause_effects", "pauses", "comparisons", "trends"],
    "Priorities": ["chaser_months", "chasers", "priority_agreement", "priority_matrix", "priority_disputes", "critical_work"],
    "Differs": ["vendor_differences", "ticket_differences"],
    "Response": ["response_ladder", "response_ladder_trailing", "response_times", "response_times_trailing", "resolve_times", "resolve_times_trailing"],
    "Breakdown": ["attainment_by"],
    "Contact": ["reply_times", "phone", "satisfaction", "backlog", "growth"],
    "Repeats": ["failure_months", "repeat_links", "device_months", "outages", "failure_counts", "first_fixes", "lost_work", "reopens"],
    "Managed": ["work_mix", "red_flags", "intensity", "permanent_fixes"],
    "Hours": ["hours_used", "hours_included", "time_entries"],
    "Meeting": ["actions", "comments", "agreed_exclusions"],
    "Tickets": ["tickets"],
    "Figures": ["attainment"],
}
MONTHLY = {
    "client_months", "tickets", "attainment", "phone", "growth", "outages", "priority_disputes", "critical_work", "pauses", "chasers", "vendor_differences",
    "ticket_differences", "actions", "comments", "agreed_exclusions", "hours_used"}
HEAD, FILL, INK = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="1F4E79"), "#1F4E79"


def read(folder):
    names = {mart for marts in SHEETS.values() for mart in marts} | {"mean_failures", "failure_groups"}
    marts = {name: pandas.read_csv(folder / f"{name}.csv", low_memory=False) for name in sorted(names)}
    for mart in marts.values():
        for column in mart.columns:
            if column == "month" or column.endswith("_at"):
                mart[column] = pandas.to_datetime(mart[column])
    return {name: dict(tuple(mart.groupby("client"))) for name, mart in marts.items()}


def rows(marts, name, client, month):
    mart = marts[name].get(client)
    if mart is None:
        return pandas.DataFrame()
    if "month" not in mart.columns:
        return mart
    first = month - pandas.DateOffset(months=11) if name in MONTHLY else month
    return mart[(mart["month"] >= first) & (mart["month"] <= month)]


def write_table(sheet, table, row):
    for place, column in enumerate(table.columns, 1):
        cell = sheet.cell(row, place, column)
        cell.font, cell.fill = HEAD, FILL
    for values in table.itertuples(index=False):
        row += 1
        for place, value in enumerate(values, 1):
            if pandas.notna(value):
                cell = sheet.cell(row, place, value.to_pydatetime() if isinstance(value, pandas.Timestamp) else value)
                name = table.columns[place - 1]
                if name.endswith("_ratio"):
                    cell.number_format = "0%"
                elif name.endswith("_at"):
                    cell.number_format = "yyyy-mm-dd hh:mm"
    return row + 2


def write_workbook(path, marts, client, month):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, names in SHEETS.items():
        sheet = book.create_sheet(title)
        sheet["A1"] = f"{title} · {client}"
        sheet["A1"].font = Font(bold=True, size=14)
        row, widest = 3, 1
        for name in names:
            table = rows(marts, name, client, month)
            widest = max(widest, len(table.columns))
            row = write_table(sheet, table, row)
        for place in range(1, widest + 1):
            sheet.column_dimensions[get_column_letter(place)].width = 16
        sheet.freeze_panes = "A4"
    book["Tickets"].auto_filter.ref = book["Tickets"].dimensions
    book.save(path)


def attainment(axes, marts, client, month):
    table = rows(marts, "attainment", client, month)
    if not table.empty:
        table = table[(table["promise_kind"] == "response") & table["priority"].isna()]
        axes.plot(table["month"], table["attained_ratio"], marker="o", color=INK)
        axes.fill_between(table["month"], table["wilson_low"], table["wilson_high"], alpha=0.2)


def bars(name, label, value, count=12):
    def draw(axes, marts, client, month):
        table = rows(marts, name, client, month)
        if not table.empty:
            table = table.dropna(subset=[value]).sort_values(value, ascending=False).head(count)
            axes.barh([str(x)[:40] for x in table[label]], table[value], color=INK)
    return draw


def lines(name, values):
    def draw(axes, marts, client, month):
        table = rows(marts, name, client, month)
        for value in values if not table.empty else []:
            axes.plot(table["month"], table[value], marker="o", label=value)
        if not table.empty:
            axes.legend()
    return draw


def ladder(axes, marts, client, month):
    table = rows(marts, "response_ladder_trailing", client, month)
    for clock, part in table.groupby("clock") if not table.empty else []:
        part = part.sort_values("threshold_seconds")
        axes.step(part["threshold_seconds"] / 60, part["answered_ratio"], where="post", label=clock)
    axes.set_xscale("log")


def timeline(axes, marts, client, month):
    table = marts["failure_groups"].get(client, pandas.DataFrame())
    if not table.empty:
        table = table.sort_values("episode_count", ascending=False).head(12)
        axes.hlines(table["title"].str[:40], table["first_at"], table["last_at"], color=INK)


CHARTS = {
    "response_attainment": attainment,
    "priority_expectations": bars("expectations", "priority", "median_seconds"),
    "response_ladder": ladder,
    "two_clocks": bars("clock_gaps", "span", "client_seconds"),
    "repeat_failures": lines("client_months", ["repeat_ratio", "trailing_repeat_ratio"]),
    "failure_timeline": timeline,
    "mean_failures": bars("failure_months", "title", "episode_count"),
    "backlog": lines("client_months", ["backlog_count", "ticket_count", "resolved_count"]),
    "resolution_times": bars("resolve_times", "clock", "median_seconds"),
}


def write_charts(folder, marts, client, month):
    with PdfPages(folder / "review.pdf") as pdf:
        page = pyplot.figure(figsize=(8.27, 11.69))
        page.text(0.1, 0.9, f"{client}\n{month:%Y-%m}", fontsize=18)
        for place, finding in enumerate(rows(marts, "findings", client, month).itertuples(index=False)):
            page.text(0.1, 0.8 - 0.03 * place, f"{finding.code}: {finding.ratio} ({finding.low}, {finding.high})", fontsize=10)
        pdf.savefig(page)
        pyplot.close(page)
        for place, (name, draw) in enumerate(CHARTS.items(), 1):
            figure, axes = pyplot.subplots(figsize=(9.6, 5.6))
            draw(axes, marts, client, month)
            axes.set_title(f"{name} · {client}")
            axes.spines[["top", "right"]].set_visible(False)
            figure.tight_layout()
            figure.savefig(folder / f"{place:02}-{name}.png", dpi=200)
            pdf.savefig(figure)
            pyplot.close(figure)


def peak_bytes():
    # Not getrusage: its maximum is inherited from the process that started this one.
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))


marts_folder, out, month = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), pandas.Timestamp(sys.argv[3])
begun = time.perf_counter()
marts = read(marts_folder)
reading = time.perf_counter() - begun
clients = sorted(name for name, mart in marts["client_months"].items() if (mart["month"] == month).any())
step = max(1, len(clients) // int(sys.argv[4]))
packs = []
for _ in range(int(sys.argv[5])):
    for number, client in enumerate(clients[::step][:int(sys.argv[4])]):
        begun = time.perf_counter()
        folder = out / str(number)
        folder.mkdir(parents=True, exist_ok=True)
        write_workbook(folder / "review.xlsx", marts, client, month)
        write_charts(folder, marts, client, month)
        packs.append(time.perf_counter() - begun)
print(f"{reading:.4f}")
print(*(f"{seconds:.4f}" for seconds in packs))
print(peak_bytes())
print(sum(len(rows(marts, "tickets", client, month)) for client in clients[::step][:int(sys.argv[4])]), len(clients))
