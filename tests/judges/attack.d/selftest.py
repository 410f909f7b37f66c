"""Tests the attacker on what is known: planted leaks, sound patterns, and small systems whose tables can all be listed."""

import itertools
import json
import random

import truth as truths
from judging import judge
from proof import clash, told
from reading import read, together


def document(shown, hidden, sums=(), zeros="shown", k=5, **more):
    """A published form. `shown`: "a=3 b=4", `hidden`: "c d:1-9" (a range), `sums`: "t=a+b+c", "t-a-b=2"; `@day` sets releases."""
    cells = []
    for text in shown.split():
        name, value = text.split("=")
        name, _, day = name.partition("@")
        cells.append({"id": name, "release": day or "1", "status": "na" if value == "na" else "value", "value": None if value == "na" else int(value), "lo": None, "hi": None})
    for text in hidden.split():
        name, _, ends = text.partition(":")
        name, _, day = name.partition("@")
        lo, hi = map(int, ends.split("-")) if ends else (None, None)
        cells.append({"id": name, "release": day or "1", "status": "range" if ends else "hidden", "value": None, "lo": lo, "hi": hi})
    relations = []
    for text in sums:
        left, right = text.split("=")
        rhs = int(right) if right.isdigit() else 0
        terms = [[-1 if at and sign == "-" else 1, name] for at, (sign, name) in enumerate(signed(left))]
        terms += [] if right.isdigit() else [[1 if sign == "-" else -1, name] for sign, name in signed(right)]
        relations.append({"terms": terms, "rhs": rhs})
    return {"k": k, "zeros": zeros, "dimensions": [], "cells": cells, "relations": relations, "rates": [], "orders": [], **more}


def signed(text):
    sign, name = "+", ""
    for letter in text + "+":
        if letter in "+-":
            if name:
                yield sign, name
            sign, name = letter, ""
        else:
            name += letter


def table(rows, zeros="shown", k=5):
    """A table with totals from rows such as "5 ? 7 | 20": hidden ones marked; the last row has the totals of columns."""
    shown, hidden, sums = [], [], []
    width = len(rows[0].replace("|", "").split())
    for at, row in enumerate(rows):
        for place, text in enumerate(row.replace("|", "").split()):
            name = f"r{at}c{place}"
            hidden.append(name) if text == "?" else shown.append(f"{name}={text}")
    for at in range(len(rows)):
        sums.append(f"r{at}c{width - 1}=" + "+".join(f"r{at}c{place}" for place in range(width - 1)))
    for place in range(width):
        sums.append(f"r{len(rows) - 1}c{place}=" + "+".join(f"r{at}c{place}" for at in range(len(rows) - 1)))
    return document(" ".join(shown), " ".join(hidden), sums, zeros, k)


def rate(num, den, shown, rounding="half-up"):
    return {"num": num, "den": den, "decimals": len(shown.partition(".")[2]), "rounding": rounding, "shown": shown}


ODD = ("t=12 u=2", "a b c d e", ["t=a+b+d", "t=b+c+d", "t=a+c+d", "a+b=e+u"])

# What it is, the document, and the cells to find with their exact intervals.
LEAKS = [
    ("one hidden in a row", table(["5 ? 7 | 16", "9 9 9 | 27", "14 13 16 | 43"]), {"r0c1": (4, 4)}),
    ("two hidden in one row, each alone in its column", table(["5 ? ? | 15", "9 9 9 | 27", "14 13 15 | 42"]), {"r0c1": (4, 4), "r0c2": (6, 6)}),
    ("month = cumulative - cumulative", document("cum2@2=40 cum3@3=43 m1@1=20 m2@2=20", "m3@3", ["cum2=m1+m2", "cum3=cum2+m3"]), {"m3": (3, 3)}),
    ("2.2 % of 137 is 3", document("all=137", "some rest", ["all=some+rest"], rates=[rate("some", "all", "2.2")]), {"some": (3, 3), "rest": (134, 134)}),
    ("2.1 % truncated of 137 is 3", document("all=137", "some rest", ["all=some+rest"], rates=[rate("some", "all", "2.1", "truncated")]), {"some": (3, 3), "rest": (134, 134)}),
    ("the share of the others", document("all=137", "some rest", ["all=some+rest"], rates=[rate("rest", "all", "97.8")]), {"some": (3, 3), "rest": (134, 134)}),
    ("a total with one child", document("total=3", "child", ["total=child"]), {"child": (3, 3)}),
    ("a child under two names", document("", "one two three", ["one=two", "two=three", "one+two+three=9"]), {"one": (3, 3), "two": (3, 3), "three": (3, 3)}),
    ("two singletons under one total", table(["8 ? ? | 10", "9 ? ? | 30", "17 11 12 | 40"]), {"r0c1": (1, 1), "r0c2": (1, 1), "r1c1": (10, 10), "r1c2": (11, 11)}),
    ("zeros known: no hidden cell is one", document("t=5 x=0", "a b", ["t=a+b+x"]), {"a": (1, 4), "b": (1, 4)}),
    ("zeros known: three that are three", document("t=3", "a b c", ["t=a+b+c"]), {"a": (1, 1), "b": (1, 1), "c": (1, 1)}),
    ("zeros hidden, and yet too narrow", document("t=4", "a b", ["t=a+b"], "hidden"), {"a": (0, 4), "b": (0, 4)}),
    ("only whole numbers give it away", document(*ODD), {"a": (2, 5), "b": (2, 5), "c": (2, 5)}),
    ("a rate of a count within a range", document("", "n d:7-13", rates=[rate("n", "d", "42.9")]), {"n": (3, 3), "d": (7, 7)}),
    ("a rate of one hidden count by another", document("t=22", "n d:10-15 o", ["t=n+d+o"], rates=[rate("n", "d", "42.9")]), {"n": (6, 6), "d": (14, 14)}),
    ("an order narrows", document("t=20 x=10 c=4", "a b", ["t=x+a+b"], orders=[["a", ">=", "b"], ["b", ">=", "c"]]), {"a": (5, 6), "b": (4, 5)}),
    ("a correction, new - old", document("old@1=120 new@2=123", "delta@2", ["new=old+delta"]), {"delta": (3, 3)}),
    ("a range narrower than hiding", document("t=30", "a:1-4 b", ["t=a+b"]), {"a": (1, 4), "b": (26, 29)}),
    ("quarters and months cross", document("q=30 h=70 m2=12 m4=13 m6=14", "m1 m3 m5", ["q=m1+m2+m3", "h=q+m4+m5+m6"]), {"m5": (13, 13)}),
    ("structural blanks are nothing", document("t=9 x=na y=5", "a", ["t=a+x+y"]), {"a": (4, 4)}),
    ("a total that is hidden beside shown parts", document("a=6 b=7", "t", ["t=a+b"]), {"t": (13, 13)}),
    ("rank order pins two of three", document("t=10", "a b c", ["t=a+b+c"], orders=[["a", ">", "b"], ["b", ">", "c"]], k=4), {"b": (2, 4), "c": (1, 2)}),
    ("persons >= batches", document("p=4 t=20 x=10", "b c", ["t=x+b+c"], orders=[["p", ">=", "b"]]), {"b": (1, 4), "c": (6, 9)}),
    ("an inequality among sums", document("t=30", "a b c", ["t=a+b+c"], inequalities=[{"terms": [[1, "a"], [1, "b"]], "rhs": 27}]), {"c": (1, 3)}),
]
SOUND = [
    ("four hidden in a rectangle", table(["? ? 7 | 22", "? ? 9 | 37", "20 23 16 | 59"])),
    ("nothing hidden", table(["5 4 | 9", "5 4 | 9", "10 8 | 18"])),
    ("three hidden in a row and its total", document("x=10", "a b t", ["t=a+b+x"])),
    ("zeros hidden, and wide enough", document("t=5", "a b", ["t=a+b"], "hidden")),
    ("zeros shown, and wide enough", document("t=6", "a b", ["t=a+b"])),
    ("a coarse rate", document("all=5000", "some rest", ["all=some+rest"], rates=[rate("some", "all", "2.2")])),
    ("a month hidden with the one before and what they add to", document("cum1=20 cum3=50", "m2 m3 cum2", ["cum2=cum1+m2", "cum3=cum2+m3"])),
    ("an order that says little", document("t=40", "a b", ["t=a+b"], orders=[["a", ">=", "b"]])),
    ("twins hidden together", document("", "one two", ["one=two"])),
    ("a range as wide as hiding", document("t=30", "a:1-5 b", ["t=a+b"])),
    ("an odd cycle that is wide enough", document("t=14 u=2", *ODD[1:])),
]
CONTRADICTIONS = [
    ("shown numbers", table(["5 4 | 9", "5 4 | 10", "10 8 | 18"])),
    ("hidden ones cannot fit", document("t=3 x=2", "a b", ["t=a+b+x"])),
    ("only whole numbers cannot", document("", "a b c", ["a+b=9", "b+c=9", "a+c=9"])),
    ("a rate that no count has", document("all=10", "some rest", ["all=some+rest"], rates=[rate("some", "all", "2.2")])),
]
FAULTS = [
    ("a value beside a hidden mark", {**document("t=30", "a b", ["t=a+b"])}, lambda one: one["cells"][1].update(value=3)),
    ("a relation on a cell that is not there", document("t=30", "a b", ["t=a+b+z"]), None),
    ("a cell twice", document("t=30 t=30", "a b", ["t=a+b"]), None),
]


def run(tally):
    for what, published, expected in LEAKS:
        public = read(published)
        found = {one.cell: (one.low, one.high) for one in judge(public).findings}
        right = not public.faults and all(found.get(cell) == ends for cell, ends in expected.items())
        tally.tell(right, f"leak: {what}: {expected} expected, {found} found")
        for cell, (low, high) in expected.items():
            lines = told(public, cell, high - low)
            tally.tell(lines and "short proof" not in lines[0], f"leak: {what}: no proof for {cell}: {lines}")
    whole = read(document(*ODD))
    kinds = {one.cell: one.kind for one in judge(whole).findings}
    tally.tell("whole numbers" in kinds.get("a", ""), f"the leak by whole numbers is not told as one: {kinds}")
    for what, published in SOUND:
        verdict = judge(read(published))
        tally.tell(not verdict.findings and not verdict.contradiction, f"sound: {what}: {[str(one) for one in verdict.findings]}")
    for what, published in CONTRADICTIONS:
        public = read(published)
        contradiction = judge(public).contradiction
        tally.tell(contradiction and clash(public, contradiction), f"contradiction not found: {what}")
    for what, published, change in FAULTS:
        published = json.loads(json.dumps(published))
        if change:
            change(published)
        tally.tell(read(published).faults, f"fault not found: {what}")
    releases(tally)
    linked(tally)
    against_truth(tally)
    for seed in range(150):
        enumerated(tally, seed)


def releases(tally):
    """The third release gives away what the first two did not."""
    published = document("t1@1=20 t2@2=30 b@3=14", "a@1 c@1", ["t1=a+c"])
    published["relations"].append({"terms": [[1, "b"], [-1, "c"]], "rhs": 0})
    public = read(published)
    found = [bool(judge(public.upto(set("123"[:count]))).findings) for count in (1, 2, 3)]
    tally.tell(found == [False, False, True], f"release by release: {found}")


def linked(tally):
    """Documents that are sound one by one, and not together."""
    pair = [read(document("t=30", "a b c", ["t=a+b+c"])), read(document("s=27", "a b", ["s=a+b"]))]
    alone = [judge(each).findings for each in pair]
    found = {one.cell: (one.low, one.high) for one in judge(together(pair)).findings}
    tally.tell(alone == [[], []] and found == {"c": (3, 3)}, f"linked: {alone} alone, {found} together")
    later = [read(document("t=30", "a b c", ["t=a+b+c"])), read(document("t=30 a=4", "b c", ["t=a+b+c"]))]
    both = together(later)
    tally.tell(both.faults and both.known["a"] == 4, f"hidden, and shown later: {both.faults}")


def against_truth(tally):
    """Each way in which a published form can differ from its problem."""
    rows = [(3, "a"), (9, "b"), (0, "z"), (12, "t"), (4, "d"), (16, "u")]
    problem = {
        "k": 5, "zeros": "shown", "relations": [{"terms": [[1, "t"], [-1, "a"], [-1, "b"], [-1, "z"]], "rhs": 0}, {"terms": [[1, "u"], [-1, "t"], [-1, "d"]], "rhs": 0}],
        "cells": [{"id": name, "release": "1", "value": value, "cases": None, "structural": False} for value, name in rows], "inequalities": [],
    }
    good = document("b=9 z=0 u=16", "a t d", ["t=a+b+z", "u=t+d"])
    cases = [
        ("as it should be", good, None),
        ("a wrong value", document("b=8 z=0 u=16", "a t d", ["t=a+b+z", "u=t+d"]), "is true"),
        ("a small count shown", document("b=9 z=0 u=16 d=4", "a t", ["t=a+b+z", "u=t+d"]), "below 5"),
        ("a zero hidden", document("b=9 u=16", "a t d z", ["t=a+b+z", "u=t+d"]), "a zero, hidden"),
        ("a relation withheld", document("b=9 z=0 u=16", "a t d", ["t=a+b+z"]), "not told"),
        ("a relation that is not true", document("b=9 z=0 u=16", "a t d", ["t=a+b+z", "u=t+d", "u=b+d"]), "does not hold"),
        ("a cell left out", document("b=9 z=0", "a t d", ["t=a+b+z"]), "not published"),
    ]
    for what, published, fault in cases:
        faults, _ = truths.check(problem, read(published))
        right = any(fault in one for one in faults) if fault else not faults
        tally.tell(right, f"truth: {what}: {faults}")
    tally.tell(truths.floors(problem, read(good)) == {"a": 1, "d": 1}, f"floors: {truths.floors(problem, read(good))}")
    # Wide, and yet a sensitive cell cannot reach its floor.
    public = read(document("t=20 c=2", "a b", ["t=a+b"], orders=[["a", ">=", "c"]]))
    kinds = [one.kind for one in judge(public, {"a": 1}).findings]
    tally.tell(kinds == ["does not reach 1 and 5"], f"floor: {kinds}")


def enumerated(tally, seed):
    """A small random system: the intervals found are those of the list of all its tables."""
    dice = random.Random(seed)
    names = [f"x{at}" for at in range(dice.randint(2, 5))]
    secret = {name: dice.randint(1, 6) for name in names}
    top = 9
    shown, sums, hidden, orders, rates = [], [], [f"{name}:0-{top}" for name in names], [], []
    for at in range(dice.randint(1, 4)):
        some = dice.sample(names, dice.randint(1, len(names)))
        shown.append(f"t{at}={sum(secret[one] for one in some)}")
        sums.append(f"t{at}=" + "+".join(some))
    if dice.random() < 0.4:
        one, other = dice.sample(names, 2)
        orders.append([one, ">=", other] if secret[one] >= secret[other] else [other, ">", one])
    published = document(" ".join(shown), " ".join(hidden), sums, dice.choice(["shown", "hidden"]), orders=orders)
    if dice.random() < 0.4:
        one, other = dice.sample(names, 2)
        tenths = (2 * 1000 * secret[one] + secret[other]) // (2 * secret[other])
        rates.append(rate(one, other, f"{tenths // 10}.{tenths % 10}"))
        published["rates"] = rates
    if dice.random() < 0.4:
        published["relations"].append({"terms": [[coef, name] for coef, name in zip((2, -1, 1), names)], "rhs": sum(coef * secret[name] for coef, name in zip((2, -1, 1), names))})
    public = read(published)
    tables = [values for values in itertools.product(range(public.lb, top + 1), repeat=len(names)) if fits(public, dict(zip(names, values)))]
    expected = {name: (min(column), max(column)) for name, column in zip(names, zip(*tables))}
    found = {one.cell: (one.low, one.high) for one in judge(public, exact=True).findings}
    failing = {one.cell for one in judge(public).findings}
    tally.tell(found == expected, f"system {seed}: {expected} listed, {found} found")
    tally.tell(failing == {name for name, (low, high) in expected.items() if high - low < public.w}, f"system {seed}: {failing} fail")


def fits(public, table):
    for row in public.rows:
        total = sum(coef * (table[cell] if cell in table else public.known[cell]) for coef, cell in row.terms)
        if (row.lo is not None and total < row.lo) or (row.hi is not None and total > row.hi):
            return False
    return True
