#!/usr/bin/python3
"""Reads an iCalendar file from the standard input by a library that Takt does not use, and prints its events as JSON."""
import json
import sys

from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.read())
print(
    json.dumps(
        [
            {
                "uid": str(event["uid"]),
                "summary": str(event["summary"]),
                "url": str(event["url"]),
                "starts": event.decoded("dtstart").isoformat(),
                "ends": event.decoded("dtend").isoformat(),
                "free": str(event.get("transp", "")) == "TRANSPARENT",
                "description": str(event.get("description", "")),
                "sequence": int(event["sequence"]),
                "stamp": event.decoded("dtstamp").isoformat(),
                "modified": event.decoded("last-modified").isoformat() if "last-modified" in event else None,
                "status": str(event.get("status", "")),
                "location": str(event.get("location", "")),
            }
            for event in calendar.walk("VEVENT")
        ]
    )
)
