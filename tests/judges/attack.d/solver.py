"""Finds the least and greatest values that unknown cells can have in a System: linear programmes, then integer ones.

The solver (HiGHS) is not trusted with good news: a table counts only when its rounded numbers satisfy every row exactly.
Every such table is a value for all its cells, so the smallest and greatest value seen so far of each cell are kept, and a
cell whose values seen lie far enough apart needs no programme of its own.
"""

import math

import highspy
import numpy as np

from system import Contradiction, System

NODES, SECONDS = 20_000, 120  # of one integer programme; beyond: undecided, which never counts as sound
CRUMB = 1e-6
NEAR = 2000  # cells that are moved at most before all are
FAR = 2**60  # an open end of a row
LP, IP = "linear", "integer"
FEASIBLE = int(highspy.SolutionStatus.kSolutionStatusFeasible)


def new_highs():
    highs = highspy.Highs()
    highs.silent()
    for name, value in {"threads": 1, "random_seed": 1, "mip_rel_gap": 0.0, "mip_abs_gap": 0.5}.items():
        highs.setOptionValue(name, value)
    return highs


class Part:
    """A system's programmes. `low`, `high`: values seen in whole tables; `floor`, `ceiling`: proven bounds."""

    def __init__(self, system):
        self.system, count = system, len(system.cells)
        known = [abs(end) for _, lo, hi, _ in system.rows for end in (lo, hi) if end is not None]
        # Where nothing bounds a count from above, something far beyond all published numbers does.
        self.cap = 1000 + 10 * max(known + system.lower + [one for one in system.upper if one is not None], default=0)
        self.floor = list(system.lower)
        self.ceiling = [self.cap if one is None else one for one in system.upper]
        self.low, self.high = [None] * count, [None] * count
        self.linear_low, self.linear_high = [None] * count, [None] * count
        self.tables = 0
        starts, indexes, values = [0], [], []
        for coefs, *_ in system.rows:
            indexes += coefs.keys()
            values += coefs.values()
            starts.append(len(indexes))
        self.starts, self.indexes, self.values = np.array(starts, np.int64), np.array(indexes, np.int64), np.array(values, np.int64)
        self.row_lo = np.array([-FAR if lo is None else lo for _, lo, _, _ in system.rows], np.int64)
        self.row_hi = np.array([FAR if hi is None else hi for _, _, hi, _ in system.rows], np.int64)
        self.lower, self.upper = np.array(self.floor, np.int64), np.array(self.ceiling, np.int64)
        self.costs, self.linear, self.whole = {LP: [], IP: []}, None, None
        self.best, self.touching = None, None
        self.seconds, self.nodes = SECONDS, NODES

    # Tables

    def harvest(self, point):
        """Takes in a table if its rounded values fit exactly; whether they do."""
        table = np.rint(np.asarray(point[: len(self.low)])).astype(np.int64)
        if (table < self.lower).any() or (table > self.upper).any():
            return False
        if len(self.row_lo):
            sums = np.add.reduceat(self.values * table[self.indexes], self.starts[:-1])
            if (sums < self.row_lo).any() or (sums > self.row_hi).any():
                return False
        self.tables += 1
        self.best = table
        for at, value in enumerate(table.tolist()):
            if self.low[at] is None or value < self.low[at]:
                self.low[at] = value
            if self.high[at] is None or value > self.high[at]:
                self.high[at] = value
        return True

    # Programmes

    def model(self, kind):
        """A HiGHS model of the part, without an objective."""
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.lower), len(self.row_lo)
        lp.col_cost_ = np.zeros(len(self.lower))
        lp.col_lower_, lp.col_upper_ = self.lower.astype(float), self.upper.astype(float)
        lp.row_lower_ = np.where(self.row_lo == -FAR, -highspy.kHighsInf, self.row_lo)
        lp.row_upper_ = np.where(self.row_hi == FAR, highspy.kHighsInf, self.row_hi)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = self.starts.astype(np.int32)
        lp.a_matrix_.index_, lp.a_matrix_.value_ = self.indexes.astype(np.int32), self.values.astype(float)
        if kind == IP:
            lp.integrality_ = [highspy.HighsVarType.kInteger] * len(self.lower)
        highs = new_highs()
        highs.passModel(lp)
        return highs

    def spread(self, wishes, span):
        """One table that brings as many cells as it can to what is wished of them: {cell: (sense, value)}.

        A cell is worth how much nearer it comes, `span` at most, so that no cell runs far for nothing. Whether one was found.
        """
        highs, count = self.model(LP), len(self.lower)
        for new, (at, (sense, value)) in enumerate(wishes.items(), count):
            # The added column is <= span - (how much is missing).
            highs.addCol(-1.0, -1e9, float(span), 0, np.array([], np.int32), np.array([]))
            highs.addRow(float(sense * value - span), highspy.kHighsInf, 2, np.array([at, new], np.int32), np.array([float(sense), -1.0]))
        highs.run()
        if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return False
        point = np.array(highs.getSolution().col_value[:count])
        if self.harvest(point):
            return True
        # Only where it is not whole the table is sought again, then also next to there.
        objective = {at: sense for at, (sense, _) in wishes.items()}
        free = set(np.flatnonzero(np.abs(point - np.rint(point)) > CRUMB).tolist())
        for _ in range(3):
            if self.within(free, np.rint(point).astype(np.int64), objective, 1, around=point):
                return True
            free = self.wider(free)
        return False

    # Neighbourhoods

    def touching_of(self, at):
        """The numbers of the rows that a cell is in."""
        if self.touching is None:
            self.touching = [[] for _ in self.low]
            for number, (coefs, *_) in enumerate(self.system.rows):
                for one in coefs:
                    self.touching[one].append(number)
        return self.touching[at]

    def wider(self, some):
        """Some cells and those that share a row with one of them."""
        rows = dict.fromkeys(number for at in sorted(some) for number in self.touching_of(at))
        return set(some).union(*(self.system.rows[number][0] for number in rows))

    def within(self, free, table, objective, sense, enough=None, around=None):
        """Seeks a table in which all but the `free` cells are as in `table`; whether one was found and taken in.

        With `around`, free cells stay within two of that point.
        """
        cells, place = sorted(free), {}
        for new, at in enumerate(cells):
            place[at] = new
        rows = []
        for number in dict.fromkeys(number for at in cells for number in self.touching_of(at)):
            coefs, lo, hi, row = self.system.rows[number]
            rest = sum(coef * int(table[at]) for at, coef in coefs.items() if at not in place)
            inside = {place[at]: coef for at, coef in coefs.items() if at in place}
            rows.append((inside, None if lo is None else lo - rest, None if hi is None else hi - rest, row))
        lower, upper = [int(self.lower[at]) for at in cells], [int(self.upper[at]) for at in cells]
        if around is not None:
            lower = [max(low, math.floor(around[at]) - 2) for low, at in zip(lower, cells)]
            upper = [min(high, math.ceil(around[at]) + 2) for high, at in zip(upper, cells)]
        part = Part(System([self.system.cells[at] for at in cells], lower, upper, rows))
        if self.best is not None and around is None:
            part.harvest(self.best[cells])
        part.seconds, part.nodes = 10, 500
        try:
            part.solve_whole({place[at]: one for at, one in objective.items() if at in place}, sense, enough)
        except Contradiction:
            return False
        if part.best is None:
            return False
        whole = table.copy()
        whole[cells] = part.best
        return self.harvest(whole)

    def nearby(self, at, sense, enough):
        """Moves a cell to `enough` by small programmes around it, each wider than the last; whether that did."""
        free = {at}
        while self.best is not None and len(free) < len(self.low) // 2:
            size = len(free)
            free = self.wider(free)
            if len(free) == size or len(free) > NEAR:
                return False
            if len(free) > 8:
                self.within(free, self.best, {at: 1}, sense, enough)
                if self.settled(at, sense, enough):
                    return True
        return False

    # Programmes for all cells

    def aim(self, highs, kind, objective, sense):
        """Sets the costs, which are minimised always; only those that change."""
        costs = dict.fromkeys(self.costs[kind], 0) | {at: -sense * one for at, one in objective.items()}
        if costs:
            columns = sorted(costs)
            highs.changeColsCost(len(columns), np.array(columns, np.int32), np.array([float(costs[at]) for at in columns]))
        self.costs[kind] = list(objective)

    def solve_linear(self, objective, sense):
        """The optimum and its point, None where the solver has none; raises Contradiction where there is no table."""
        if self.linear is None:
            self.linear = self.model(LP)
        self.aim(self.linear, LP, objective, sense)
        self.linear.run()
        if self.linear.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            # Once more from nothing, before it is believed.
            self.linear.clearSolver()
            self.linear.run()
        status = self.linear.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            raise Contradiction("no table fits what was published", [row[3] for row in self.system.rows])
        if status != highspy.HighsModelStatus.kOptimal:
            return None, None
        self.linear.setOptionValue("simplex_strategy", 4)  # primal: the last point still fits
        return -sense * self.linear.getInfo().objective_function_value, self.linear.getSolution().col_value

    def solve_whole(self, objective, sense, enough=None):
        """The proven bound of an integer programme, which stops at a table that reaches `enough`; tables are taken in."""
        if self.whole is None:
            self.whole = self.model(IP)
        highs = self.whole
        self.aim(highs, IP, objective, sense)
        highs.setOptionValue("objective_target", -highspy.kHighsInf if enough is None else -sense * enough + 0.5)
        highs.setOptionValue("time_limit", highs.getRunTime() + self.seconds)
        highs.setOptionValue("mip_max_nodes", self.nodes)
        if self.best is not None:
            start = highspy.HighsSolution()
            start.col_value = self.best.astype(float).tolist()
            highs.setSolution(start)
        highs.run()
        if highs.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
            raise Contradiction("no table of whole numbers fits what was published", [row[3] for row in self.system.rows])
        info = highs.getInfo()
        if int(info.primal_solution_status) == FEASIBLE:
            self.harvest(highs.getSolution().col_value)
        return -sense * info.mip_dual_bound

    # One cell

    def push(self, at, sense, enough=None, integers=True):
        """Moves a cell as far as it goes (or to `enough`); proven bounds and values seen follow."""
        value, point = self.solve_linear({at: 1}, sense)
        if value is not None:
            (self.linear_high if sense > 0 else self.linear_low)[at] = value
            self.bound(at, sense, value)
            self.harvest(point)
        if self.settled(at, sense, enough) or not integers:
            return
        end = self.ceiling[at] if sense > 0 else self.floor[at]
        if enough is not None and sense * (end - enough) >= 0 and self.nearby(at, sense, enough):
            return
        bound = self.solve_whole({at: 1}, sense, enough)
        if np.isfinite(bound):
            self.bound(at, sense, bound)

    def bound(self, at, sense, value):
        if sense > 0:
            self.ceiling[at] = min(self.ceiling[at], int(np.floor(value + CRUMB)))
        else:
            self.floor[at] = max(self.floor[at], int(np.ceil(value - CRUMB)))

    def settled(self, at, sense, enough=None):
        """Whether the values seen reach the proven bound, or `enough`."""
        seen = self.high[at] if sense > 0 else self.low[at]
        if seen is None:
            return False
        end = self.ceiling[at] if sense > 0 else self.floor[at]
        return seen == end or (enough is not None and sense * (seen - enough) >= 0)
