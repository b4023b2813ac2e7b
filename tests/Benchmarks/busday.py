"""Working seconds by numpy's busday_count in closed form, Monday to Friday 09:00-17:00 UTC: what the calendars are measured against.

Usage: busday.py FROM.bin TO.bin ROUNDS  (little-endian int64 UTC epoch seconds)
Prints: the seconds of each round, the processor seconds of each, the sum of wall seconds, the sum of working seconds, the peak memory in bytes.
"""
import sys
import time

import numpy

DAY, OPENS, HOURS = 86400, 9 * 3600, 8 * 3600


def inside(day, second):
    return numpy.where(numpy.is_busday(day), numpy.clip(second - OPENS, 0, HOURS), 0)


def working(started, ended):
    first, last = (started // DAY).astype("datetime64[D]"), (ended // DAY).astype("datetime64[D]")
    return numpy.busday_count(first, last) * HOURS + inside(last, ended % DAY) - inside(first, started % DAY)


def peak_bytes():
    # Not getrusage: its maximum is inherited from the process that started this one.
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))


started, ended = (numpy.fromfile(name, dtype="<i8") for name in sys.argv[1:3])
rounds, busy = [], []
for _ in range(int(sys.argv[3])):
    begun, worked = time.perf_counter(), time.process_time()
    wall = ended - started
    contract = working(started, ended)
    rounds.append(time.perf_counter() - begun)
    busy.append(time.process_time() - worked)
print(*(f"{seconds:.4f}" for seconds in rounds))
print(*(f"{seconds:.4f}" for seconds in busy))
print(int(wall.sum()))
print(int(contract.sum()))
print(peak_bytes())
