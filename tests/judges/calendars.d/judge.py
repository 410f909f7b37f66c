"""Holds calendars, tables, JSON and the feed of a built site against each other; see ../calendars."""

import collections
import datetime
import html.parser
import json
import pathlib
import sys
import warnings
import zoneinfo

import feedparser
import icalendar
import jsonschema
import openpyxl

site, room, schema = (pathlib.Path(arg) for arg in sys.argv[1:4])
passed = failed = 0


def tell(right, what):
    global passed, failed
    if right:
        passed += 1
    else:
        failed += 1
        print("FAILED", what)


data = json.loads((site / "data/sessions.json").read_text("utf-8"))
zone = zoneinfo.ZoneInfo(data["timezone"])
sessions = {one["uid"]: one for roster in data["rosters"] for one in roster["sessions"]}


def local(text):
    """A moment in universal time on the clocks of the site."""
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(zone)


# The JSON fits what docs say of it.
problems = list(jsonschema.Draft202012Validator(json.loads(schema.read_text("utf-8"))).iter_errors(data))
tell(not problems, f"schema: {problems[:3]}")
tell(len(sessions) == sum(len(roster["sessions"]) for roster in data["rosters"]), "a uid stands twice")

# Every .ics: no warning, no broken part, short lines.
first = {}
for path in sorted(site.rglob("*.ics")):
    raw = path.read_bytes()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        calendar = icalendar.Calendar.from_ical(raw)
    broken = [error for part in calendar.walk() for error in getattr(part, "errors", [])]
    tell(not broken, f"{path}: {broken[:3]}")
    tell(all(len(line) <= 75 for line in raw.split(b"\r\n")) and b"\n" not in raw.replace(b"\r\n", b""), f"{path}: lines")
    for event in calendar.walk("VEVENT"):
        start = event["DTSTART"].dt
        day = not isinstance(start, datetime.datetime)
        moment = start if day else start.astimezone(zone)
        tell((str(path.relative_to(site)), str(event["UID"])) not in first, f"{path}: {event['UID']} stands twice")
        first.setdefault((str(path.relative_to(site)), str(event["UID"])), (moment, day, str(event["STATUS"]), str(event["SUMMARY"])))

# The second parser sees the same events at the same moments.
second = {}
for event in json.loads((room / "events.json").read_text("utf-8")):
    moment = datetime.date.fromisoformat(event["start"]) if event["day"] else local(event["start"])
    second[(event["path"], event["uid"])] = (moment, event["day"], event["status"], event["summary"])
tell(first and first == second, f"the parsers differ: {[key for key in first.keys() | second.keys() if first.get(key) != second.get(key)][:3]}")

# The calendar of the site holds the sessions of the JSON at its local times, a sitting each.
events = collections.defaultdict(list)
for (path, uid), event in first.items():
    if path == "calendar.ics":
        name, code = uid.rsplit("@", 1)
        events[name.split("-")[0] + "@" + code].append(event)
tell(events.keys() == sessions.keys(), "sessions and events differ")
for uid, session in sessions.items():
    own = sorted(events.get(uid, []), key=lambda event: str(event[0]))
    spans = session["spans"]
    right = len(own) == max(1, len(spans))
    for at, (moment, day, status, _) in enumerate(own):
        expected = f"{session['date']} {spans[at]['start']}" if spans else session["date"]
        found = moment.isoformat() if day else moment.strftime("%Y-%m-%d %H:%M")
        right &= found == expected and (status == "CANCELLED") == session["cancelled"]
    tell(right, f"{uid}: {session['date']} {spans} {own}")


class Rows(html.parser.HTMLParser):
    """The rows of a roster's page: by their name the day, the words of the time, whether they are crossed out."""

    def __init__(self):
        super().__init__()
        self.rows, self.row, self.cell = {}, None, None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "tr" and "id" in given:
            self.row = self.rows[given["id"]] = {"day": None, "time": None, "off": given.get("class") == "off"}
        elif tag == "tr":
            self.row = None
        elif self.row is not None and tag == "time" and self.row["day"] is None:
            self.row["day"] = given["datetime"]
        elif self.row is not None and tag == "td":
            self.cell = given.get("class")
            if self.cell == "when":
                self.row["time"] = ""

    def handle_endtag(self, tag):
        if tag == "td":
            self.cell = None

    def handle_data(self, text):
        if self.row is not None and self.cell == "when":
            self.row["time"] += text


# The page of each roster has each of its sessions on the same day, at the same time, crossed out where it is cancelled.
seen = 0
for path in sorted(site.rglob("rosters/*.json")):
    rows = Rows()
    rows.feed(path.with_suffix(".html").read_text("utf-8"))
    for session in json.loads(path.read_text("utf-8"))["rosters"][0]["sessions"]:
        row = rows.rows.get(session["uid"].split("@")[0])
        right = row is not None and row["day"] == session["date"] and row["off"] == session["cancelled"]
        # Where all sessions are at one time, the page says it once above them.
        right = right and (row["time"] is None or row["time"] == (session["time"] or ""))
        tell(right, f"{path}: the page says {row} of {session['uid']}, {session['date']} {session['time']}")
        seen += 1
tell(seen == len(sessions), f"{seen} sessions on pages of {len(sessions)}")

# LibreOffice opens the table: dates are dates, Chinese is Chinese, nothing is a formula.
sheet = openpyxl.load_workbook(room / "sessions.xlsx").active
lines = [[cell.value for cell in row] for row in sheet.iter_rows()]
tell(len(lines) == len(sessions) + 1, f"{len(lines)} lines for {len(sessions)} sessions")
for line in lines[1:]:
    session = sessions.get(line[-1])
    day = line[0].date().isoformat() if isinstance(line[0], datetime.datetime) else str(line[0])
    names = "".join(person["name"] for person in (session or {"people": []})["people"])
    right = session is not None and day == session["date"] and all(part in str(line[5]) for part in [person["name"] for person in session["people"]])
    tell(right and not any(str(value).startswith("=") for value in line if value is not None), f"{line} {names}")

# A feed reader takes the feed, and its entries keep their names.
feed = feedparser.parse((site / "feed.xml").read_bytes())
tell(not feed.bozo, f"feed: {feed.get('bozo_exception')}")
tell(feed.entries and all(entry.get(key) for entry in feed.entries for key in ("id", "title", "updated")), "entries of the feed")
tell(len({entry.id for entry in feed.entries}) == len(feed.entries), "an id stands twice")

print(f"calendars: {passed} passed, {failed} failed")
sys.exit(failed > 0)
