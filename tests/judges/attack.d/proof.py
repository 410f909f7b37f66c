"""Turns a finding into a short proof: a few published rows that alone keep the cell as narrow as it was found to be."""

from judging import judge
from reading import Public
from system import Contradiction

ROWS = 200  # above this many a proof is not shortened any further


def keeps(public, rows, cell, width):
    """Whether these rows alone leave the cell no more room than `width`."""
    small = restricted(public, rows, cell)
    verdict = judge(small, only=[cell], exact=True)
    if verdict.contradiction:
        return True
    found = verdict.findings[0]
    return found.low is not None and not found.kind.startswith("undecided") and found.high - found.low <= width


def restricted(public, rows, cell):
    small = Public(public.k, public.zeros)
    small.rows = rows
    used = dict.fromkeys([cell, *(one for row in rows for _, one in row.terms)])
    small.known = {one: public.known[one] for one in used if one in public.known}
    small.bounds = {one: public.bounds[one] for one in used if one in public.bounds}
    return small


def prove(public, cell, width):
    """The rows of a proof, shortest found first by distance and then by leaving out; empty where bounds alone do it."""
    touching = {}
    for at, row in enumerate(public.rows):
        for _, one in row.terms:
            if one in public.bounds:
                touching.setdefault(one, []).append(at)
    reached, chosen, edge = {cell}, {}, [cell]
    while not keeps(public, [public.rows[at] for at in chosen], cell, width):
        fresh = dict.fromkeys(at for one in edge for at in touching.get(one, []) if at not in chosen)
        if not fresh:
            return None
        chosen |= fresh
        edge = list(dict.fromkeys(one for at in fresh for _, one in public.rows[at].terms if one in public.bounds and one not in reached))
        reached.update(edge)
    chosen = list(chosen)
    # Blocks first, single rows last: most rows of a wide neighbourhood have nothing to do with it.
    size = max(1, len(chosen) // 2)
    while len(chosen) <= ROWS or size > 10:
        at = 0
        while at < len(chosen):
            fewer = chosen[:at] + chosen[at + size :]
            if keeps(public, [public.rows[one] for one in fewer], cell, width):
                chosen = fewer
            else:
                at += size
        if size == 1:
            break
        size = max(1, size // 2)
    return [public.rows[at] for at in chosen]


def clash(public, contradiction):
    """A short set of rows that no table fits; starts from those the contradiction names."""
    def clashes(rows):
        small = restricted(public, rows, next(iter(public.status)))
        return judge(small).contradiction is not None

    rows = contradiction.rows
    if not clashes(rows):
        rows = public.rows
        if not clashes(rows):
            return contradiction.rows
    if len(rows) > ROWS:
        return rows
    for row in list(rows):
        fewer = [one for one in rows if one is not row]
        if clashes(fewer):
            rows = fewer
    return rows


def sentence(public, row):
    """A row with its numbers: `12 = a ? + b 3`."""
    left, right = [], []
    for coef, cell in row.terms:
        text = cell + (f" {public.known[cell]}" if cell in public.known else " ?")
        (left if coef > 0 else right).append(text if abs(coef) == 1 else f"{abs(coef)}*({text})")
    if row.lo == row.hi:
        sign, rhs = "=", row.lo
    elif row.hi is None:
        sign, rhs = ">=", row.lo
    else:
        sign, rhs = "<=", row.hi
    if rhs:
        (right if rhs > 0 else left).append(str(abs(rhs)))
    return f"{row.label}: {' + '.join(left) or 0} {sign} {' + '.join(right) or 0}"


def told(public, cell, width):
    """Lines of a proof for a reader."""
    try:
        rows = prove(public, cell, width)
    except Contradiction as error:
        return [str(error)]
    if rows is None:
        return ["(no short proof)"]
    lines = [sentence(public, row) for row in rows[:8]]
    if len(rows) > 8:
        lines.append(f"and {len(rows) - 8} rows more")
    # Whether the zero policy has a part in it: without it, is there more room?
    loose = Public(public.k, "hidden")
    loose.known, loose.bounds = public.known, {one: [low if low > public.lb else 0, high] for one, (low, high) in public.bounds.items()}
    if public.lb and not keeps(loose, rows, cell, width):
        lines.append("zeros are shown, so each unknown cell is >= 1")
    return lines
