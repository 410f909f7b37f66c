"""Turns what a reader knows into findings: the unknown cells whose possible values lie closer together than promised.

Promised: values at least w = k - lb apart for every unknown cell, and, where the truth is given to the
judge, for sensitive ones a table at or below the floor and one at or above floor + w.
"""

import dataclasses

from solver import Part
from system import Contradiction, System

GREAT = 1000  # cells
ROUNDS = 12  # of tables for many cells at once, before each cell left gets programmes of its own


@dataclasses.dataclass
class Finding:
    """A cell that fails: its least and greatest value (the linear ones too), and in which way."""

    cell: str
    low: int | None
    high: int | None
    kind: str
    linear: tuple = (None, None)

    def __str__(self):
        text = f"{self.cell}: {self.low}..{self.high}, {self.kind}"
        if None not in self.linear:
            text += f" (linear {self.linear[0]:.6g}..{self.linear[1]:.6g})"
        return text


@dataclasses.dataclass
class Verdict:
    findings: list
    contradiction: Contradiction | None = None
    judged: int = 0
    programmes: int = 0


def judge(public, goals=None, truth=None, only=None, exact=False):
    """Judges all unknown cells, or `only` some. `goals`: floors of sensitive cells; `truth`: values known to the judge.

    With `exact`, a finding for every cell with its exact interval, whether it fails or not (for the self-test).
    """
    goals, verdict = goals or {}, Verdict([])
    wanted = set(public.bounds if only is None else only)
    try:
        system = System.of(public)
        system.tighten()
        parts = list(system.components())
    except Contradiction as error:
        verdict.contradiction = error
        return verdict
    for cell, low, high in zip(system.cells, system.lower, system.upper):
        if low == high and cell in wanted:
            verdict.judged += 1
            verdict.findings.append(Finding(cell, low, high, "known exactly", (low, high)))
    for component in parts:
        if wanted.isdisjoint(component.cells):
            continue
        part = Part(component)
        if truth is not None:
            part.harvest([truth[cell] for cell in component.cells])
        try:
            judge_part(part, public.w, goals, wanted, exact, verdict)
        except Contradiction as error:
            verdict.contradiction = error
    return verdict


def judge_part(part, w, goals, wanted, exact, verdict):
    component = part.system
    cells = component.cells
    floors = [goals.get(cell) for cell in cells]

    def missing(at):
        """What has to be seen of a cell yet: (sense, value) pairs."""
        if floors[at] is not None:
            low, high = floors[at], floors[at] + w
        else:
            seen = [component.lower[at] if one is None else one for one in (part.low[at], part.high[at])]
            low, high = seen[1] - w, seen[0] + w
        return [(sense, value) for sense, value in ((1, high), (-1, low)) if exact or not part.settled(at, sense, value)]

    def lacks(at):
        """Whether it is not proven sound."""
        if part.low[at] is None:
            return True
        if floors[at] is not None:
            return part.low[at] > floors[at] or part.high[at] < floors[at] + w
        return part.high[at] - part.low[at] < w

    judged = [at for at, cell in enumerate(cells) if cell in wanted]
    for sense in (-1, 1):
        if part.best is None or len(judged) > 10:
            _, point = part.solve_linear(dict.fromkeys(range(len(cells)), 1), sense)
            if not (point is not None and part.harvest(point)) and part.best is None:
                part.solve_whole({}, sense)
    spread(part, [at for at in judged if lacks(at)], missing, lacks, w)
    for at in judged:
        verdict.judged += 1
        if not lacks(at) and not exact:
            continue
        for sense in (1, -1):
            # Asked again after the first: the table it gave may do for both.
            for value in [value for one, value in missing(at) if one == sense and (exact or lacks(at))]:
                verdict.programmes += 1
                # In a great part nobody waits for the exact end of what linear programmes already prove too narrow.
                proven = len(cells) > GREAT and part.ceiling[at] - part.floor[at] < w
                part.push(at, sense, None if exact else value, integers=not proven)
        if lacks(at) or exact:
            verdict.findings.append(finding(part, at, floors[at], w))


def spread(part, pending, missing, lacks, w):
    """Tables for many cells at once, until they help little."""
    for turn in range(ROUNDS):
        if len(pending) < 8:
            return
        wishes = {}
        for place, at in enumerate(pending):
            wished = missing(at)
            if wished:
                wishes[at] = wished[(place + turn) % len(wished)]
        if not wishes or not part.spread(wishes, w):
            return
        left = [at for at in pending if lacks(at)]
        if turn > 1 and len(left) > 0.95 * len(pending):
            return
        pending = left


def finding(part, at, floor, w):
    low, high = part.low[at], part.high[at]
    ends = part.floor[at], part.ceiling[at]
    linear = part.linear_low[at], part.linear_high[at]
    if ends[1] - ends[0] < w:
        wide = None not in linear and linear[1] - linear[0] >= w - 1e-6
        kind = "known exactly" if ends[0] == ends[1] else "too narrow"
        kind += " as counts are whole numbers" if wide else ""
    elif low is not None and (low, high) == ends:
        kind = f"does not reach {floor} and {floor + w}" if floor is not None and high - low >= w else "sound"
    elif floor is not None and (ends[0] > floor or ends[1] < floor + w):
        kind = f"does not reach {floor} and {floor + w}"
    else:
        kind = f"undecided: proven only within {ends[0]}..{ends[1]}"
    return Finding(part.system.cells[at], low, high, kind, linear)
