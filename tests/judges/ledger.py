"""The ledger's format, read by somebody who knows only its description: canonical JSON lines, each with the hash of the one
before. Used by the judges beside this file; knows nothing of gongshi's code."""

import hashlib
import json
import re

ZEROS = "0" * 64
KEYS = ["code", "declared", "entry", "format", "gone", "previous", "put", "recorded", "sha256"]
PRIVATE_KEYS = ["entry", "files", "format", "previous", "public", "sha256"]
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Broken(Exception):
    """Why a ledger does not verify."""


def canonical(value):
    """Keys sorted by their bytes (code points and UTF-8 sort alike), no blanks, UTF-8 raw."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def seal(value):
    """The line of an object, with its hash and line end."""
    body = {key: value[key] for key in value if key != "sha256"}
    digest = hashlib.sha256(canonical(body).encode()).hexdigest()
    return (canonical({**body, "sha256": digest}) + "\n").encode(), digest


def lines(data):
    if data and not data.endswith(b"\n"):
        raise Broken("the last line has no end")
    return data.split(b"\n")[:-1]


def sealed(line, keys, where):
    """The object of a line, if it is canonical and its hash is right."""
    def once(pairs):
        if len({key for key, _ in pairs}) != len(pairs):
            raise Broken(f"{where}: a key stands twice")
        return dict(pairs)

    def number(text):
        raise Broken(f"{where}: a number with a fraction: {text}")

    try:
        value = json.loads(line.decode("utf-8"), object_pairs_hook=once, parse_float=number, parse_constant=number)
    except ValueError as error:
        raise Broken(f"{where}: {error}") from error
    if not isinstance(value, dict) or list(value) != keys:
        raise Broken(f"{where}: keys are {list(value)}")
    whole, digest = seal(value)
    if whole != line + b"\n":
        raise Broken(f"{where}: " + ("wrong hash" if value["sha256"] != digest else "not canonical"))
    return value


def public(data):
    """The entries of a public ledger; raises Broken where it does not verify."""
    entries, before = [], None
    for at, line in enumerate(lines(data), 1):
        entry = sealed(line, KEYS, f"line {at}")
        if entry["entry"] != at or entry["format"] != 1:
            raise Broken(f"line {at}: entry {entry['entry']}, format {entry['format']}")
        if entry["previous"] != (before["sha256"] if before else ZEROS):
            raise Broken(f"line {at}: does not follow the line before")
        if not (DAY.fullmatch(entry["declared"]) and DAY.fullmatch(entry["recorded"])):
            raise Broken(f"line {at}: days")
        if before and (entry["code"] != before["code"] or entry["declared"] < before["declared"]
                       or entry["recorded"] < before["recorded"]):
            raise Broken(f"line {at}: another site, or days that go backward")
        if entry["declared"] > entry["recorded"]:
            raise Broken(f"line {at}: declared after it was recorded")
        if entry["gone"] != sorted(set(entry["gone"]), key=str.encode) or set(entry["gone"]) & set(entry["put"]):
            raise Broken(f"line {at}: gone")
        if not (entry["put"] or entry["gone"]):
            raise Broken(f"line {at}: says nothing")
        entries.append(entry)
        before = entry
    return entries


def private(data, entries):
    """The lines of a private ledger; they follow each other, and among them stands one for each public entry, in order."""
    found, before = [], ZEROS
    for at, line in enumerate(lines(data), 1):
        said = sealed(line, PRIVATE_KEYS, f"private line {at}")
        if said["previous"] != before:
            raise Broken(f"private line {at}: does not follow the line before")
        found.append(said)
        before = said["sha256"]
    rest = iter(found)
    for entry in entries:
        if not any(said["public"] == entry["sha256"] and said["entry"] == entry["entry"] for said in rest):
            raise Broken(f"private: no line for entry {entry['entry']}, or out of order")
    return found


def state(entries):
    """What is public after the last entry: item to facts."""
    now = {}
    for entry in entries:
        now.update(entry["put"])
        for item in entry["gone"]:
            now.pop(item)
    return now
