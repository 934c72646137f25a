#!/bin/sh
# OpenTimelineIO with its readers of EDL and FCPXML, into a folder of their own that `npm ci` takes away again. The tests
# of the exports read back with them what was written; without them these tests are skipped, except where CI=true.
# Needs Python 3.9 to 3.13 with venv (Debian, Ubuntu: apt install python3-venv).
set -eu
cd -- "$(dirname -- "$0")/.."
folder=node_modules/.cache/timeline-readers
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet --disable-pip-version-check -r tests/editor/export/requirements.txt
