#!/usr/bin/python3
"""An outsider's reading of a log, written from docs/log-format.md alone; shares nothing with duban.

    duban log --format jsonl | reader.py [--head 'size=849 root=…'] [--files office/evidence]

Prints what is wrong, by the page's numbers, or "whole", then the head; ends with 1 or 0.
"""
import argparse
import base64
import datetime
import hashlib
import json
import pathlib
import re
import sys

MEMBERS = ("actor basis data department effective event from plan prev recorded role seq task to v "
           "via").split()
STATES = "assigned in_progress reported verified overdue suspended cancelled".split()
ROLES = "lead co coordinator auditor admin scheduler".split()
EVENTS = ("start progress contribute excuse report withdraw verify return deadline "
          "request-extension grant-extension deny-extension amend reassign suspend resume miss "
          "reopen conclude cancel strike undo remark escalate init import assign nightly activate "
          "grant revoke actor department plan clock new void").split()
LARGEST = 2**53 - 1
DEPTH = 64
HASH = re.compile(r"[0-9a-f]{64}")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
KEY = re.compile(r"([^/]+)/([1-9]\d*(?:\.[1-9]\d*){0,4})", re.ASCII | re.DOTALL)
DAY = re.compile(r"(?:19|2\d)\d\d-\d\d-\d\d", re.ASCII)
NUMBER_MAX = 2**31 - 1
CYCLES = "month quarter half-year year".split()


class Invalid(Exception):
    pass


def must(holds, number, what):
    if not holds:
        raise Invalid(f"({number}) {what}")


def once(pairs):
    names = [name for name, _ in pairs]
    must(len(set(names)) == len(names), 1, "a member stands twice")
    return dict(pairs)


def no_number(text):
    raise Invalid(f"(1) {text} is no integer")


def check_values(value, depth=0):
    must(depth <= DEPTH, 1, "it nests too deep")
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        must(abs(value) <= LARGEST, 1, "a number is too large")
    if isinstance(value, str):
        must(not any("\ud800" <= c <= "\udfff" for c in value), 1, "half a character")
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        check_values(part, depth + 1)
    if isinstance(value, dict):
        for name in value:
            check_values(name, depth)


def canonical(value):
    """RFC 8785 for texts and integers; members are in the order of UTF-16."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{%s}" % ",".join(canonical(name) + ":" + canonical(value[name]) for name in names)
    if isinstance(value, list):
        return "[%s]" % ",".join(map(canonical, value))
    return json.dumps(value, ensure_ascii=False)


def is_number(value):
    return isinstance(value, int) and not isinstance(value, bool)


def is_time(text):
    if not isinstance(text, str) or not TIME.fullmatch(text):
        return False
    try:
        datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return False
    # strptime takes leap seconds.
    return "1900" <= text[:4] <= "2999" and not text.endswith(("60Z", "61Z"))


def is_key(text):
    found = KEY.fullmatch(text) if isinstance(text, str) else None
    return bool(found) and all(int(number) <= NUMBER_MAX for number in found[2].split("."))


def is_text(value):
    return isinstance(value, str)


def is_day(value):
    if not is_text(value) or not DAY.fullmatch(value):
        return False
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def is_list(value, of):
    return isinstance(value, list) and all(map(of, value))


def is_pair(value):
    return is_list(value, is_text) and len(value) == 2


def has(value, **members):
    """An object of exactly these members, each as it must be."""
    return isinstance(value, dict) and value.keys() == members.keys() and all(
        holds(value[name]) for name, holds in members.items())


def is_number_of(least, most):
    return lambda value: is_number(value) and least <= value <= most


def is_some(of):
    return lambda value: is_list(value, of) and value != []


ALWAYS = {
    "co": lambda value: is_list(value, is_text), "content": is_text, "deadline": is_text,
    "due": lambda value: value is None or is_day(value),
    "every": lambda value: value is None or value in CYCLES, "lead": is_text,
    "ongoing": lambda value: isinstance(value, bool), "titles": lambda value: is_list(value, is_text)}
SOMETIMES = {
    "address": lambda value: is_text(value) and value != "",
    "corrections": is_some(lambda each: has(each, field=is_text, read=is_text, corrected=is_text,
                                            why=is_text)),
    "day": lambda value: has(value, month=is_number_of(1, 12), day=is_number_of(0, 31)),
    "doubts": is_some(lambda each: has(each, field=is_text, text=is_text,
                                       values=lambda pairs: is_list(pairs, is_pair))),
    "ends": is_day, "evidence": is_some(lambda each: isinstance(each, dict)), "extra": is_some(is_pair),
    "source": is_text, "stages": is_some(lambda each: has(each, due=is_day, words=is_text)),
    "then_ongoing": lambda value: value is True, "urgent": lambda value: value is True}


def read_assign(data):
    """The page's "A task's beginning"; what `accept-gap` and `clock` are is said elsewhere."""
    data = {name: value for name, value in (data or {}).items() if name not in ("accept-gap", "clock")
            or "source" not in (data or {})}
    must(ALWAYS.keys() <= data.keys(), 8, "a member is not there")
    for name, value in data.items():
        holds = ALWAYS.get(name) or SOMETIMES.get(name)
        must(holds and holds(value), 8, name)
    must((data["due"] is None) == data["ongoing"], 8, "due of work that goes on")
    must("evidence" not in data or "source" in data, 8, "evidence")
    if "stages" in data:
        days = [each["due"] for each in data["stages"]]
        must(not data["ongoing"] and days == sorted(set(days)) and days[-1] == data["due"], "8",
             "stages")


def read_entry(line):
    """The page's list, "An entry is valid by itself if and only if", in its order."""
    try:
        entry = json.loads(line.decode("utf-8"), object_pairs_hook=once, parse_float=no_number,
                           parse_constant=no_number)
    except (ValueError, RecursionError) as error:
        raise Invalid(f"(1) {error}") from error
    must(isinstance(entry, dict), 1, "it is no object")
    check_values(entry)
    must(sorted(entry) == MEMBERS, 2, "it has other members")
    must(is_number(entry["v"]) and entry["v"] == 1, 3, "its version is another")
    must(is_number(entry["seq"]) and entry["seq"] >= 0, 4, "seq")
    must(entry["prev"] is None or is_number(entry["prev"]) and 0 <= entry["prev"] < entry["seq"], 4,
         "prev")
    for name in ("recorded", "effective"):
        must(is_time(entry[name]), 5, name)
    for name in ("actor", "department", "via", "plan"):
        must(entry[name] is None or isinstance(entry[name], str) and entry[name], 6, name)
    must(isinstance(entry["basis"], str) and HASH.fullmatch(entry["basis"]), 7, "basis")
    for name, words in (("event", EVENTS), ("role", ROLES + [None]), ("from", STATES + [None]),
                        ("to", STATES + [None])):
        must(entry[name] in words, 8, name)
    if entry["task"] is None:
        must(all(entry[name] is None for name in ("prev", "from", "to")), 9, "prev, from or to")
    else:
        must(is_key(entry["task"]), 9, "task")
        must(entry["task"].split("/")[0] == entry["plan"], 9, "plan")
    must(entry["data"] is None or isinstance(entry["data"], dict), 10, "data")
    must(canonical(entry).encode() == line, 11, "it is not canonical")
    return entry


def sha(data):
    return hashlib.sha256(data).digest()


def root(leaves):
    if not leaves:
        return sha(b"")
    if len(leaves) == 1:
        return leaves[0]
    left = 1 << (len(leaves) - 1).bit_length() - 1
    return sha(b"\x01" + root(leaves[:left]) + root(leaves[left:]))


def head_of(lines):
    """As `duban audit check` prints it."""
    tree = root([sha(b"\x00" + line) for line in lines])
    return f"size={len(lines)} root={base64.b64encode(tree).decode()}"


def named_files(entry):
    """The hashes of the files that an entry names."""
    data = entry["data"] or {}
    for file in data.get("evidence", []):
        yield file["sha256"]
    if "sha256" in data:
        yield data["sha256"]
    if isinstance(data.get("basis"), dict):
        yield entry["basis"]
        yield from (data["basis"][text] for text in ("rules", "calendar", "directory"))


def read_log(lines, head=None, files=None):
    """What is wrong: pairs of an entry's number and a sentence of "A log is whole if and only if"."""
    wrong, recorded, last = [], "", {}
    for seq, line in enumerate(lines):
        try:
            entry = read_entry(line)
        except Invalid as invalid:
            wrong.append((seq, f"2 {invalid}"))
            continue
        if entry["seq"] != seq:
            wrong.append((seq, "1 another number"))
        if entry["recorded"] < recorded or entry["effective"] > entry["recorded"]:
            wrong.append((seq, "3 times"))
        recorded = max(recorded, entry["recorded"])
        if entry["task"]:
            before, effective = last.get(entry["task"], (None, ""))
            if entry["prev"] != before:
                wrong.append((seq, "4 prev"))
            if entry["effective"] < effective:
                wrong.append((seq, "3 effective"))
            last[entry["task"]] = seq, max(effective, entry["effective"])
        if entry["event"] == "void":
            plan = str(entry["plan"]) + "/"
            last = {task: seen for task, seen in last.items() if not task.startswith(plan)}
        if entry["event"] == "assign":
            try:
                read_assign(entry["data"])
            except Invalid as invalid:
                wrong.append((seq, f"8 {invalid}"))
        for name in named_files(entry) if files else ():
            path = files / name[:2] / name[2:]
            if path.is_symlink() or not path.is_file() or sha(path.read_bytes()).hex() != name:
                wrong.append((seq, f"6 the file {name}"))
    if head and head != head_of(lines):
        wrong.append((len(lines), "5 another head was announced"))
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--head")
    parser.add_argument("--files", type=pathlib.Path)
    options = parser.parse_args()
    lines = sys.stdin.buffer.read().split(b"\n")[:-1]
    wrong = read_log(lines, options.head, options.files)
    print("\n".join(f"entry {seq}: {what}" for seq, what in wrong) or "whole")
    print(head_of(lines))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
