#!/usr/bin/env python3
"""Writes table.csv: last days of time limits, worked out apart from the program.

The days off and make-up workdays are copied here by hand from the State Council's yearly notices (2022-12-08, 2023-10-25,
2024-11-12, 2025-11-04), not read from the program's data; those of 2027 are the days the law itself fixes
(State Council decree 795), for its notice is not out. Nothing but the standard library is used. Run: python3 make.py
"""
import csv, datetime as dt, pathlib

OFF = """2022-12-31/2023-01-02 2023-01-21/2023-01-27 2023-04-05/2023-04-05 2023-04-29/2023-05-03 2023-06-22/2023-06-24
2023-09-29/2023-10-06 2024-01-01/2024-01-01 2024-02-10/2024-02-17 2024-04-04/2024-04-06 2024-05-01/2024-05-05
2024-06-10/2024-06-10 2024-09-15/2024-09-17 2024-10-01/2024-10-07 2025-01-01/2025-01-01 2025-01-28/2025-02-04
2025-04-04/2025-04-06 2025-05-01/2025-05-05 2025-05-31/2025-06-02 2025-10-01/2025-10-08 2026-01-01/2026-01-03
2026-02-15/2026-02-23 2026-04-04/2026-04-06 2026-05-01/2026-05-05 2026-06-19/2026-06-21 2026-09-25/2026-09-27
2026-10-01/2026-10-07
2027-01-01/2027-01-01 2027-02-05/2027-02-08 2027-04-05/2027-04-05 2027-05-01/2027-05-02 2027-06-09/2027-06-09
2027-09-15/2027-09-15 2027-10-01/2027-10-03"""
WORK = """2023-01-28 2023-01-29 2023-04-23 2023-05-06 2023-06-25 2023-10-07 2023-10-08 2024-02-04 2024-02-18 2024-04-07
2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12 2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11
2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10"""

day = dt.date.fromisoformat
one = dt.timedelta(1)
off, work = set(), {day(word) for word in WORK.split()}
for span in OFF.split():
    first, last = map(day, span.split("/"))
    off |= {first + one * i for i in range((last - first).days + 1)}

# Every workday in a row, so that working days are counted by place in a list and not day by day.
first, last = day("2022-12-01"), day("2028-12-31")
everyday = [first + one * i for i in range((last - first).days + 1)]
workdays = [d for d in everyday if d in work or (d not in off and d.weekday() < 5)]


def open_from(d):
    return next(w for w in workdays if w >= d)


def calendar_days(event, count):
    return open_from(event + one * count)


def working_days(event, count):
    return [w for w in workdays if w > event][count - 1]


def months(event, count):
    year, month = divmod(event.year * 12 + event.month - 1 + count, 12)
    for number in range(event.day, 27, -1) if event.day > 27 else [event.day]:
        try:
            return open_from(dt.date(year, month + 1, number))
        except ValueError:
            pass


# Around Spring Festival, make-up workdays, long holidays and the ends of years.
EVENTS = """2023-01-05 2023-01-06 2023-01-13 2023-01-20 2023-01-28 2023-04-20 2023-05-31 2023-09-22 2023-11-30 2023-12-15
2023-12-29 2023-12-31 2024-01-26 2024-01-31 2024-02-04 2024-02-09 2024-02-18 2024-04-26 2024-08-31 2024-09-13 2024-12-17
2024-12-31 2025-01-13 2025-01-24 2025-01-26 2025-01-27 2025-02-07 2025-02-08 2025-04-25 2025-09-23 2025-09-26 2025-10-10
2025-10-31 2025-12-17 2025-12-30 2026-01-04 2026-01-30 2026-01-31 2026-02-01 2026-02-13 2026-02-14 2026-02-24 2026-02-28 2026-04-24
2026-08-26 2026-09-18 2026-09-30 2026-11-25 2026-11-30""".split()

with open(pathlib.Path(__file__).with_name("table.csv"), "w", newline="") as out:
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["event", "15", "30", "60", "60+30", "30,30,30,30", "2w", "5w", "7w", "20w", "20w+20w", "1m", "2m"])
    for text in EVENTS:
        event = day(text)
        chain = event
        for _ in range(4):
            chain = calendar_days(chain, 30)
        row = [calendar_days(event, n) for n in (15, 30, 60, 90)] + [chain]
        row += [working_days(event, n) for n in (2, 5, 7, 20, 40)] + [months(event, 1), months(event, 2)]
        rows.writerow([event, *row])
