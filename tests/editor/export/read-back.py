"""Reads with the libraries of others what the exports wrote, and says what they found as JSON.

read-back.py otio|edl|fcpxml <frames a second as a fraction>   the timeline as OpenTimelineIO reads it
read-back.py csv                                               the rows as Python's csv reads them
read-back.py soundbites                                        the soundbites as ElementTree finds them by namespace
The text comes on standard input.
"""

import csv
import io
import json
import sys
import xml.etree.ElementTree as ElementTree
from fractions import Fraction


def read_timeline(kind, text, rate):
    import opentimelineio as otio

    if kind == "otio":
        timeline = otio.adapters.read_from_string(text, "otio_json")
    elif kind == "edl":
        timeline = otio.adapters.read_from_string(text, "cmx_3600", rate=float(rate))
    else:
        # The reader was written for a Python that still had the module under this name.
        sys.modules["xml.etree.cElementTree"] = ElementTree
        sys.modules["xml.etree"].cElementTree = ElementTree
        found = otio.adapters.read_from_string(text, "fcpx_xml")
        timeline = next(each for each in found if isinstance(each, otio.schema.Timeline))
    return {
        "name": timeline.name,
        "metadata": json.loads(otio.core.serialize_json_to_string(timeline.metadata)),
        "tracks": [
            {"kind": track.kind, "items": [read_item(otio, track, item) for item in track]}
            for track in timeline.tracks
        ],
    }


def read_item(otio, track, item):
    reference = getattr(item, "media_reference", None)
    return {
        "type": type(item).__name__,
        "name": item.name,
        "rate": item.source_range.start_time.rate,
        "start": item.source_range.start_time.value,
        "frames": item.source_range.duration.value,
        "at": track.range_of_child(item).start_time.value,
        "media": getattr(reference, "target_url", None),
        "markers": [
            {"name": marker.name, "start": marker.marked_range.start_time.value} for marker in item.markers
        ],
        "metadata": json.loads(otio.core.serialize_json_to_string(item.metadata)),
    }


def read_soundbites(text):
    namespace = "{https://podcastindex.org/namespace/1.0}"
    root = ElementTree.fromstring(text)
    return [
        {
            "item": item.findtext("title"),
            "soundbites": [
                {"attributes": bite.attrib, "title": bite.text or ""}
                for bite in item.findall(namespace + "soundbite")
            ],
        }
        for item in root.findall("./channel/item")
    ]


def main():
    kind = sys.argv[1]
    text = sys.stdin.buffer.read().decode("utf-8")
    if kind == "csv":
        return list(csv.reader(io.StringIO(text, newline=""), strict=True))
    if kind == "soundbites":
        return read_soundbites(text)
    return read_timeline(kind, text, Fraction(sys.argv[2]))


json.dump(main(), sys.stdout)
