"""Where and in what language the machine is set up changes no byte, once --lang is given."""

import office
from machine import expect

PLACES = [
    {"TZ": zone, "LANG": lang, "LC_ALL": lang}
    for zone in ("UTC", "America/New_York", "Pacific/Kiritimati")
    for lang in ("C", "zh_CN.UTF-8", "tr_TR.UTF-8")
]

READINGS = [
    ["list"], ["list", "--format", "csv"], ["list", "--late", "--format", "jsonl"],
    ["list", "--cycles"], ["show", "1.3.11"], ["show", "1.3.17", "--at", "2019-01-01"],
    ["explain", "1.3.11"], ["todo", "--as", office.FIRST], ["escalations"],
    ["escalations", "--digest"], ["status", "--by", "department"], ["log"],
    ["log", "--since", "2017-02-20", "--format", "jsonl"], ["audit", "check"],
    ["audit", "completeness"], ["rules", "show"], ["calendar", "show", "2018"], ["--help"],
]


def play(machine, place, lang):
    """A life in miniature, then every reading: all that was printed, in one list."""
    workspace = machine.copy(office.ready(machine), "place")
    said = []

    def do(args, stdin=""):
        run = machine.run(workspace, ["--lang", lang, *args], stdin=stdin, more=place)
        said.append((args, run.status, run.out, run.err))

    do(["apply", "-"], office.lines(office.STREAM))
    do(office.arguments(office.STEPS[9] | {"at": "2017-03-03"}))
    do(office.arguments(office.STEPS[15]))
    do(["nightly", "--at", "2018-12-31T23:59:59+08:00"])
    do(["nightly", "--at", "2019-01-01"])
    do(["start", "1.3.19", "--as", "nobody"])
    do(["start", "İstanbul", "--as", office.FIRST])
    for reading in READINGS:
        do(reading)
    return said


def trial(machine, options):
    for lang in ("zh",) if options.short else ("en", "zh"):
        first = None
        for place in PLACES[::5] if options.short else PLACES:
            said = play(machine, place, lang)
            first = first or said
            for one, other in zip(first, said):
                expect(one == other, "elsewhere,", place, ":", *other[0], "said", other[2:], "not",
                       one[2:])
            machine.count(f"outputs compared, {lang}", len(said))
