"""Turns what a reader knows into a system over the unknown cells alone, tightens it in whole numbers, and parts it.

All arithmetic here is exact (Python integers); the solver's floating point begins in solver.py.
"""

import collections
import math

SWEEPS = 30  # of bound tightening; more would only save the solver work


class Contradiction(Exception):
    """No table of whole numbers fits what was published; `rows` are the ones seen to clash."""

    def __init__(self, text, rows=()):
        super().__init__(text)
        self.rows = list(rows)


class System:
    """`cells` (names), `lower`, `upper` (None: open) and `rows`: (coefs {index: coef}, lo, hi, public row)."""

    def __init__(self, cells, lower, upper, rows):
        self.cells, self.lower, self.upper, self.rows = cells, lower, upper, rows

    @classmethod
    def of(cls, public):
        cells = list(public.bounds)
        at = {cell: index for index, cell in enumerate(cells)}
        lower, upper = map(list, zip(*public.bounds.values())) if cells else ([], [])
        rows = []
        for row in public.rows:
            constant = sum(coef * public.known[cell] for coef, cell in row.terms if cell in public.known)
            coefs = {at[cell]: coef for coef, cell in row.terms if cell not in public.known}
            lo = None if row.lo is None else row.lo - constant
            hi = None if row.hi is None else row.hi - constant
            common = math.gcd(*coefs.values()) or 1
            if common > 1:
                if lo is not None and lo == hi and lo % common:
                    raise Contradiction("a relation has no solution in whole numbers", [row])
                coefs = {index: coef // common for index, coef in coefs.items()}
                lo = None if lo is None else -(-lo // common)
                hi = None if hi is None else hi // common
            if coefs:
                rows.append((coefs, lo, hi, row))
            elif (lo is not None and lo > 0) or (hi is not None and hi < 0):
                raise Contradiction("shown numbers do not fit", [row])
        return cls(cells, lower, upper, rows)

    def tighten(self):
        """Bounds that follow from single rows, repeated; keeps every whole-number solution."""
        lower, upper = self.lower, self.upper
        touching = collections.defaultdict(list)
        for at, (coefs, *_) in enumerate(self.rows):
            for index in coefs:
                touching[index].append(at)
        due, visits = dict.fromkeys(range(len(self.rows))), collections.Counter()
        while due:
            at = next(iter(due))
            del due[at]
            visits[at] += 1
            if visits[at] > SWEEPS:
                continue
            coefs, lo, hi, row = self.rows[at]
            for index in tightened(coefs, lo, hi, lower, upper):
                if upper[index] is not None and lower[index] > upper[index]:
                    raise Contradiction(f"{self.cells[index]} would be >= {lower[index]} and <= {upper[index]}", [row])
                due.update(dict.fromkeys(touching[index]))

    def components(self):
        """Parts that share no row, those cells fixed that the bounds fix; each a System, cells in order."""
        fixed = {i: self.lower[i] for i in range(len(self.cells)) if self.lower[i] == self.upper[i]}
        head = list(range(len(self.cells)))

        def find(index):
            while head[index] != index:
                head[index] = head[head[index]]
                index = head[index]
            return index

        rows = []
        for coefs, lo, hi, row in self.rows:
            constant = sum(coef * fixed[i] for i, coef in coefs.items() if i in fixed)
            free = {i: coef for i, coef in coefs.items() if i not in fixed}
            lo = None if lo is None else lo - constant
            hi = None if hi is None else hi - constant
            if not free:
                if (lo is not None and lo > 0) or (hi is not None and hi < 0):
                    raise Contradiction("what the other relations give does not fit", [row])
                continue
            rows.append((free, lo, hi, row))
            first, *others = free
            for other in others:
                head[find(other)] = find(first)
        groups = collections.defaultdict(list)
        for index in range(len(self.cells)):
            if index not in fixed:
                groups[find(index)].append(index)
        parted = collections.defaultdict(list)
        for row in rows:
            parted[find(next(iter(row[0])))].append(row)
        for root, members in groups.items():
            place = {index: new for new, index in enumerate(members)}
            yield System(
                [self.cells[i] for i in members],
                [self.lower[i] for i in members],
                [self.upper[i] for i in members],
                distinct(({place[i]: coef for i, coef in coefs.items()}, lo, hi, row) for coefs, lo, hi, row in parted[root]),
            )


def distinct(rows):
    """The rows, each once (the same sum is often told twice)."""
    kept = {}
    for coefs, lo, hi, row in rows:
        kept.setdefault((tuple(sorted(coefs.items())), lo, hi), (coefs, lo, hi, row))
    return list(kept.values())


def tightened(coefs, lo, hi, lower, upper):
    """Tightens the bounds of a row's cells in place; the indexes of those that changed."""
    changed = set()
    sides = []
    if hi is not None:
        sides.append((1, hi))
    if lo is not None:
        sides.append((-1, -lo))
    for sign, limit in sides:  # sum(sign * coef * x) <= limit
        least, open_ends = 0, []
        for index, coef in coefs.items():
            coef *= sign
            end = lower[index] if coef > 0 else upper[index]
            if end is None:
                open_ends.append(index)
            else:
                least += coef * end
        if len(open_ends) > 1:
            continue
        for index in open_ends or coefs:
            coef = sign * coefs[index]
            end = lower[index] if coef > 0 else upper[index]
            room = limit - least + (0 if end is None else coef * end)
            if coef > 0:
                bound = room // coef
                if upper[index] is None or bound < upper[index]:
                    upper[index] = bound
                    changed.add(index)
            else:
                bound = -(room // -coef)
                if bound > lower[index]:
                    lower[index] = bound
                    changed.add(index)
    return changed
