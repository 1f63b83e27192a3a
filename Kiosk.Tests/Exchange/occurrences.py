"""Says when a calendar's events take place, one a line, as another program understands them.

Usage: occurrences.py FILE FROM TO      dates as 2026-10-01, TO exclusive
"""
import datetime
import sys

import icalendar
import recurring_ical_events


def wall(moment):
    """What the clock says then. pytz leaves a sum of a time and hours at a time that does not exist: 02:00 in place of 03:00
    on the night on which the clocks go forward."""
    if isinstance(moment, datetime.datetime):
        moment = moment.tzinfo.normalize(moment)
        return moment.strftime("%Y-%m-%d %H:%M")
    return moment.strftime("%Y-%m-%d") + " all day"


def key(event):
    again = event.get("RECURRENCE-ID")
    return str(event["UID"]), again.to_ical() if again else None


def end_of(event, written):
    """An event that is written out ends when it says. recurring_ical_events 2.0 adds an hour too many or too few to
    those that last over the night on which the clocks change, because it counts hours and puts them on the wall clock."""
    if "DTEND" in written and "RRULE" not in written:
        return written["DTEND"].dt
    return event["DTEND"].dt if "DTEND" in event else event["DTSTART"].dt + event["DURATION"].dt


with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())

written = {key(event): event for event in calendar.walk("VEVENT")}
begin, end = (datetime.date.fromisoformat(text) for text in sys.argv[2:])
for event in recurring_ical_events.of(calendar).between(begin, end):
    start = event["DTSTART"].dt
    day = start.date() if isinstance(start, datetime.datetime) else start
    if begin <= day < end and event.get("STATUS", "CONFIRMED") != "CANCELLED":
        last = wall(end_of(event, written.get(key(event), event)))
        print("\t".join([wall(start), last, str(event["SUMMARY"]), str(event["LOCATION"]).split(",")[0]]))
