"""Reads the published form into what a reader knows: unknown counts with bounds, and linear rows.

Nothing here knows how cells were chosen for hiding. A row says lo <= sum(coef * cell) <= hi over integers; a relation has
lo = hi, an order or rate has one or two open ends. A count is a whole number >= 0; where the site shows its zeros, every
cell without a number is >= 1 (the zeros are all on view, so it is none of them).
"""

import collections
import math

STATUSES = {"value", "hidden", "range", "na"}
SIGNS = {">=": (0, None), ">": (1, None), "<=": (None, 0), "<": (None, -1), "=": (0, 0), "==": (0, 0)}
Row = collections.namedtuple("Row", "terms lo hi label")


class Public:
    """What a reader knows: `known` cell -> value, `bounds` unknown cell -> [lo, hi or None], `rows`, and `faults`."""

    def __init__(self, k, zeros):
        self.k, self.zeros = k, zeros
        self.lb = 1 if zeros == "shown" else 0
        self.w = k - self.lb
        self.known, self.bounds, self.rows, self.faults, self.release, self.status = {}, {}, [], [], {}, {}

    def fault(self, text):
        self.faults.append(text)

    def add(self, terms, lo, hi, label):
        """A row; terms of one cell are added up, coefficients freed of their common divisor."""
        merged = {}
        for coef, cell in terms:
            if cell not in self.status:
                return self.fault(f"{label}: names a cell that is not published: {cell}")
            merged[cell] = merged.get(cell, 0) + coef
        merged = {cell: coef for cell, coef in merged.items() if coef}
        common = math.gcd(*merged.values()) or 1
        if lo is not None and lo == hi and lo % common:
            return self.fault(f"{label}: has no solution in whole numbers")
        lo = None if lo is None else -(-lo // common)
        hi = None if hi is None else hi // common
        self.rows.append(Row(tuple((coef // common, cell) for cell, coef in merged.items()), lo, hi, label))

    def upto(self, releases):
        """What was known when only these releases were out: their cells, and the rows among them."""
        early = Public(self.k, self.zeros)
        early.release = {cell: day for cell, day in self.release.items() if day in releases}
        early.status = {cell: self.status[cell] for cell in early.release}
        early.known = {cell: value for cell, value in self.known.items() if cell in early.release}
        early.bounds = {cell: bound for cell, bound in self.bounds.items() if cell in early.release}
        early.rows = [row for row in self.rows if all(cell in early.release for _, cell in row.terms)]
        return early


def read(document):
    """The knowledge in one published document; raises KeyError, TypeError or ValueError where it is none."""
    k = document["k"]
    if not isinstance(k, int) or k < 1 or document["zeros"] not in ("shown", "hidden"):
        raise ValueError("k must be a whole number >= 1 and zeros shown or hidden")
    public = Public(k, document["zeros"])
    for cell in document["cells"]:
        take_cell(public, cell)
    for at, relation in enumerate(document.get("relations", [])):
        public.add(relation["terms"], relation["rhs"], relation["rhs"], f"relation {at}")
    for at, rate in enumerate(document.get("rates", [])):
        take_rate(public, rate, f"rate {at} ({rate['shown']})")
    for at, (left, sign, right) in enumerate(document.get("orders", [])):
        if sign not in SIGNS:
            public.fault(f"order {at}: unknown sign {sign}")
            continue
        lo, hi = SIGNS[sign]
        public.add([[1, left], [-1, right]], lo, hi, f"order {at}")
    # Beyond the schema: an order among sums, terms >= rhs.
    for at, more in enumerate(document.get("inequalities", [])):
        public.add(more["terms"], more["rhs"], None, f"inequality {at}")
    return public


def take_cell(public, cell):
    name, status = cell["id"], cell["status"]
    if status not in STATUSES:
        raise ValueError(f"{name}: unknown status {status}")
    value, lo, hi = cell.get("value"), cell.get("lo"), cell.get("hi")
    if name in public.status:
        return public.fault(f"{name}: stands twice")
    public.status[name], public.release[name] = status, cell["release"]
    if status == "value":
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            public.fault(f"{name}: shown, and no count: {value!r}")
            value = 0
        public.known[name] = value
    elif status == "na":
        public.known[name] = 0
    else:
        if value is not None:
            public.fault(f"{name}: {status}, and its value {value} stands in the file")
        public.bounds[name] = [max(public.lb, lo or 0), hi]


def take_rate(public, rate, label):
    """num / den * per, as shown, becomes one row in num and den; per is 100 where it is not said."""
    decimals, per = rate["decimals"], rate.get("per", 100)
    sign, _, shown = rate["shown"].rpartition("-")
    whole, _, part = shown.partition(".")
    if sign or len(part) != decimals or not (whole + part).isdigit():
        return public.fault(f"{label}: is not a number with {decimals} decimals")
    at = int(whole + part)
    # In half units of the last decimal: low <= 2 * scale * num / den < high.
    if rate["rounding"] == "half-up":
        low, high, strict = 2 * at - 1, 2 * at + 1, 1
    elif rate["rounding"] == "truncated":
        low, high, strict = 2 * at, 2 * at + 2, 1
    elif rate["rounding"] == "half-even":
        low, high, strict = 2 * at - 1, 2 * at + 1, 0
    else:
        return public.fault(f"{label}: unknown rounding {rate['rounding']}")
    scale = 2 * per * 10**decimals
    num, den = rate["num"], rate["den"]
    public.add([[scale, num], [-low, den]], 0, None, label)
    public.add([[scale, num], [-high, den]], None, -strict, label)
    public.add([[1, den]], 1, None, label + ": something was divided by")


def together(publics):
    """All that several documents say, as one reader of them all: linked tables, or exports of different days."""
    first = publics[0]
    if any((one.k, one.zeros) != (first.k, first.zeros) for one in publics):
        raise ValueError("documents with different k or zero policy cannot be put together")
    whole = Public(first.k, first.zeros)
    for one in publics:
        whole.faults += one.faults
        whole.rows += one.rows
        for cell, status in one.status.items():
            seen = whole.status.get(cell)
            if seen is None:
                whole.status[cell], whole.release[cell] = status, one.release[cell]
            elif seen != status:
                whole.fault(f"{cell}: {seen} in one document and {status} in another")
            if cell in one.known:
                if whole.known.setdefault(cell, one.known[cell]) != one.known[cell]:
                    whole.fault(f"{cell}: {whole.known[cell]} in one document and {one.known[cell]} in another")
                whole.bounds.pop(cell, None)
            elif cell not in whole.known:
                lo, hi = whole.bounds.get(cell, [0, None])
                low, high = one.bounds[cell]
                whole.bounds[cell] = [max(lo, low), min([x for x in (hi, high) if x is not None], default=None)]
    return whole
