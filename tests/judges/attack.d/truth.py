"""Holds a published document against the raw problem it was made from: what the judge may know and a reader not."""

from reading import Public


def raw(problem):
    """The problem itself, once it is seen to be one; raises KeyError, TypeError or ValueError where it is none."""
    names = [cell["id"] for cell in problem["cells"]]
    if problem["k"] < 1 or len(set(names)) < len(names) or any(cell["value"] < 0 or not cell["release"] for cell in problem["cells"]):
        raise ValueError("not a raw problem, or a cell stands twice")
    for row in [*problem["relations"], *problem["inequalities"]]:
        if not {cell for _, cell in row["terms"]} <= set(names) or not isinstance(row["rhs"], int):
            raise ValueError(f"a relation with cells that are not there: {row}")
    return problem


def untold(problem, public):
    """Raw relations and inequalities that the published document does not tell, as rows."""
    raw = Public(public.k, public.zeros)
    raw.status = dict.fromkeys((cell["id"] for cell in problem["cells"]), "hidden")
    for at, relation in enumerate(problem.get("relations", [])):
        raw.add(relation["terms"], relation["rhs"], relation["rhs"], f"raw relation {at}")
    for at, more in enumerate(problem.get("inequalities", [])):
        raw.add(more["terms"], more["rhs"], None, f"raw inequality {at}")

    def key(row):
        """The same for a row and for the row with all signs turned."""
        terms = sorted((cell, coef) for coef, cell in row.terms)
        turned = [(cell, -coef) for cell, coef in terms], *(None if end is None else -end for end in (row.hi, row.lo))
        return min(str((terms, row.lo, row.hi)), str(turned))

    told = {key(row) for row in public.rows}
    return [row for row in raw.rows if key(row) not in told and all(cell in public.status for _, cell in row.terms)]


def check(problem, public):
    """Faults, each a line, and the number of things looked at."""
    faults, looked = [], 0
    if (problem["k"], problem["zeros"]) != (public.k, public.zeros):
        faults.append(f"k or zeros are not those of the problem: {public.k}, {public.zeros}")
    truth = {cell["id"]: cell["value"] for cell in problem["cells"]}
    for cell in problem["cells"]:
        looked += 1
        faults += cell_faults(cell, public)
    for cell in public.status:
        if cell not in truth:
            faults.append(f"{cell}: published, and not in the problem")
    for row in public.rows:
        if any(cell not in truth for _, cell in row.terms):
            continue
        looked += 1
        total = sum(coef * truth[cell] for coef, cell in row.terms)
        if (row.lo is not None and total < row.lo) or (row.hi is not None and total > row.hi):
            faults.append(f"{row.label} does not hold on the truth: {total} is not within {row.lo}..{row.hi}")
    for row in untold(problem, public):
        faults.append(f"{row.label}: not told in the published form")
    return faults, looked


def sensitive(cell, k):
    """0 < n < k, or fewer than k distinct cases."""
    cases = cell.get("cases")
    return not cell.get("structural") and cell["value"] > 0 and (cell["value"] < k or (cases is not None and cases < k))


def cell_faults(cell, public):
    name, value = cell["id"], cell["value"]
    status = public.status.get(name)
    if status is None:
        yield f"{name}: not published at all"
        return
    if public.release[name] != cell["release"]:
        yield f"{name}: released on {public.release[name]} instead of {cell['release']}"
    if bool(cell.get("structural")) != (status == "na"):
        yield f"{name}: structural or not, and yet {status}"
    elif status == "value":
        if public.known[name] != value:
            yield f"{name}: {public.known[name]} is shown and {value} is true"
        if sensitive(cell, public.k):
            yield f"{name}: shown, and {value} of {cell.get('cases')} cases is below {public.k}"
    elif status != "na":
        low, high = public.bounds[name]
        if value < low or (high is not None and value > high):
            if value == 0 and public.lb:
                yield f"{name}: a zero, hidden where zeros are shown"
            else:
                yield f"{name}: {value} is true, outside of {low}..{high}"


def floors(problem, public):
    """The floor of each hidden sensitive cell: lb for each non-zero base cell in it, or its value where that is shown."""
    truth = {cell["id"]: cell["value"] for cell in problem["cells"]}
    twins, children = structure(problem)
    memo = {}

    def least(cell, above=frozenset()):
        """The floor of any cell; where it can be added up in several ways, the highest is what a reader can hold it to."""
        cell = twins.get(cell, cell)
        if truth[cell] == 0:
            return 0
        if cell not in memo:
            inside = above | {cell}
            ways = [sum(least(part, inside) for part in parts) for parts in children.get(cell, []) if inside.isdisjoint(parts)]
            memo[cell] = max(ways, default=public.known.get(cell, public.lb))
        return memo[cell]

    return {cell["id"]: least(cell["id"]) for cell in problem["cells"] if cell["id"] in public.bounds and sensitive(cell, public.k)}


def structure(problem):
    """Cells that are one under two names (name -> first name), and the sums that each is: name -> lists of parts."""
    twins, children = {}, {}

    def first(cell):
        while cell in twins:
            cell = twins[cell]
        return cell

    rows = [relation["terms"] for relation in problem["relations"] if relation["rhs"] == 0]
    structural = {cell["id"] for cell in problem["cells"] if cell.get("structural")}
    rows = [[(coef, cell) for coef, cell in terms if cell not in structural] for terms in rows]
    for terms in rows:
        if len(terms) == 2 and terms[0][0] == -terms[1][0]:
            one, other = first(terms[0][1]), first(terms[1][1])
            if one != other:
                twins[other] = one
    for terms in rows:
        if len(terms) < 3:
            continue
        for sign in (1, -1):
            whole = [cell for coef, cell in terms if coef * sign > 0]
            parts = [cell for coef, cell in terms if coef * sign < 0]
            if len(whole) == 1 and all(abs(coef) == 1 for coef, _ in terms):
                children.setdefault(first(whole[0]), []).append([first(part) for part in parts])
    return {cell: first(cell) for cell in twins}, children
