"""The same measures from the same ticket list in plain pandas: attainment, median and P90 of the first response per client and month,
and key repeats. Wall time only: no calendars, zones, holidays, censoring or intervals.

Usage: measures.py TICKETS.csv ROUNDS
Prints: the seconds of each round, the peak memory in bytes, the tickets and the answered ones.
"""
import sys
import time

import pandas

TARGET_SECONDS = {"Urgent": 1800, "High": 7200, "Medium": 14400, "Low": 86400}
REPEAT_SECONDS = 30 * 86400
TIMES = ["Created time", "Initial response time", "Resolved time"]
COLUMNS = ["Ticket ID", "Priority", "Company Name", "Category", "Asset", "Full name", *TIMES]


def read(path):
    tickets = pandas.read_csv(path, usecols=COLUMNS, dtype={name: "category" for name in ("Priority", "Company Name", "Category", "Asset", "Full name")})
    for name in TIMES:
        tickets[name] = pandas.to_datetime(tickets[name], format="%Y-%m-%d %H:%M:%S")
    tickets["month"] = tickets["Created time"].to_numpy("datetime64[M]").astype("int64")
    return tickets


def responses(tickets):
    seconds = (tickets["Initial response time"] - tickets["Created time"]).dt.total_seconds()
    target = tickets["Priority"].map(TARGET_SECONDS).astype("float64")
    waited = seconds.fillna((tickets[TIMES].max().max() - tickets["Created time"]).dt.total_seconds())
    judged = pandas.DataFrame({
        "client": tickets["Company Name"], "month": tickets["month"], "seconds": seconds,
        "met": (seconds <= target), "breached": waited > target})
    groups = judged.groupby(["client", "month"], observed=True)
    counts = groups[["met", "breached"]].sum()
    attained = counts["met"] / (counts["met"] + counts["breached"])
    return attained, groups["seconds"].quantile([0.5, 0.9]).unstack()


def repeats(tickets):
    key = tickets["Asset"].astype("object").fillna(tickets["Full name"].astype("object"))
    failures = pandas.DataFrame({
        "group": tickets.groupby([tickets["Company Name"], tickets["Category"], key.astype("category")], observed=True).ngroup(),
        "client": tickets["Company Name"], "month": tickets["month"], "began": tickets["Created time"],
        "ended": tickets["Resolved time"].fillna(tickets["Created time"])}).sort_values(["group", "began"], kind="stable")
    before = failures.groupby("group")["ended"].cummax().groupby(failures["group"]).shift()
    gap = (failures["began"] - before).dt.total_seconds()
    failures["is_repeat"] = (gap > 0) & (gap <= REPEAT_SECONDS)
    return failures.groupby(["client", "month"], observed=True)["is_repeat"].sum()


def peak_bytes():
    # Not getrusage: its maximum is inherited from the process that started this one.
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))


rounds = []
for _ in range(int(sys.argv[2])):
    begun = time.perf_counter()
    tickets = read(sys.argv[1])
    attained, times = responses(tickets)
    repeated = repeats(tickets)
    rounds.append(time.perf_counter() - begun)
print(*(f"{seconds:.4f}" for seconds in rounds))
print(peak_bytes())
print(len(tickets), int(tickets["Initial response time"].notna().sum()))
