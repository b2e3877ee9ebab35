"""One machine for all trials: duban, the failing disk, and what may be seen of a workspace."""

import contextlib
import dataclasses
import hashlib
import json
import mmap
import os
import pathlib
import re
import shutil
import sqlite3
import struct
import subprocess
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
STATE = struct.Struct("=qqqq16s488s")  # struct state of shim.c

# What a program says that fell over instead of answering.
CRASH = re.compile(r"terminate called|Sanitizer|runtime error|Assertion|core dumped|assert|abort")


class Failure(Exception):
    """A promise of docs/reliability.md that did not hold."""


def expect(holds, *what):
    if not holds:
        raise Failure(" ".join(str(part) for part in what))


@dataclasses.dataclass
class Fault:
    """What the shim is to spoil; its words are those of shim.c."""

    kind: str
    at: int = 1
    only: str = ""
    for_ever: bool = False

    def __str__(self):
        words = [self.kind, f"at call {self.at}"]
        if self.only:
            words.append(f"of kind {self.only}")
        if self.for_ever:
            words.append("and ever after")
        return " ".join(words)

    def environment(self):
        found = {"TORTURE_AT": str(self.at), "TORTURE_FAULT": self.kind}
        if self.only:
            found["TORTURE_ONLY"] = self.only
        if self.for_ever:
            found["TORTURE_FOR_EVER"] = "1"
        return found


@dataclasses.dataclass
class Run:
    """How a process ended and what the shim saw of it."""

    status: int  # negative: the signal
    out: str
    err: str
    calls: int = 0
    spoiled: int = 0
    locked: int = 0
    lockings: int = 0
    spoiled_kind: str = ""
    spoiled_path: str = ""

    def results(self):
        """The lines of `apply`; the last may be cut by a kill and says nothing then."""
        return [json.loads(line) for line in self.out.splitlines(True) if line.endswith("\n")]


class Shared:
    """The page that a process under the shim leaves its state in, whatever becomes of it."""

    def __init__(self, folder):
        self.path = folder / "state"
        self.path.write_bytes(bytes(STATE.size))
        with open(self.path, "r+b") as file:
            self.page = mmap.mmap(file.fileno(), STATE.size)

    def clear(self):
        self.page[:] = bytes(STATE.size)

    def read(self):
        calls, spoiled, locked, lockings, kind, path = STATE.unpack(self.page[:])
        text = [part.split(b"\0")[0].decode(errors="replace") for part in (kind, path)]
        return calls, spoiled, locked, lockings, *text


class Machine:
    def __init__(self, binary, keep=False):
        self.binary = str(pathlib.Path(binary).resolve())
        # Syncs cost nothing in memory; what they are worth is the shim's business here.
        memory = pathlib.Path("/dev/shm")
        place = memory if os.access(memory, os.W_OK) else None
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="duban-torture-", dir=place)).resolve()
        self.keep = keep
        self.shared = Shared(self.folder)
        self.shim = os.environ.get("DUBAN_SHIM") or self.make_shim()
        self.counts = {}

    def close(self):
        if self.keep:
            print(f"kept: {self.folder}")
        else:
            shutil.rmtree(self.folder, ignore_errors=True)

    def make_shim(self):
        out = str(self.folder / "shim.so")
        source = str(SOURCE / "tests/torture/shim.c")
        flags = ["-O1", "-Wall", "-Wextra", "-shared", "-fPIC"]
        subprocess.run(["cc", *flags, "-o", out, source, "-ldl"], check=True)
        return out

    def count(self, name, more=1):
        self.counts[name] = self.counts.get(name, 0) + more

    def environment(self, workspace, fault=None, journal=None, more=None):
        found = {key: value for key, value in os.environ.items()
                 if not key.startswith(("DUBAN_", "TORTURE_", "LC_", "LANG", "TZ"))}
        found |= {"LD_PRELOAD": self.shim, "TORTURE_FOLDER": str(workspace),
                  "TORTURE_STATE": str(self.shared.path)}
        if fault:
            found |= fault.environment()
        if journal:
            found["TORTURE_JOURNAL"] = str(journal)
        return found | (more or {})

    def command(self, workspace, args):
        return [self.binary, "--workspace", str(workspace), *map(str, args)]

    def run(self, workspace, args, *, stdin="", fault=None, journal=None, around=None, more=None):
        """Runs duban there. `around`: the folder whose files are watched, else the workspace."""
        self.shared.clear()
        done = subprocess.run(
            self.command(workspace, args) if around is None else [self.binary, *map(str, args)],
            input=stdin.encode(), capture_output=True,
            env=self.environment(around or workspace, fault, journal, more), cwd=self.folder)
        calls, spoiled, locked, lockings, kind, path = self.shared.read()
        return Run(done.returncode, done.stdout.decode(errors="replace"),
                   done.stderr.decode(errors="replace"), calls, spoiled, locked, lockings, kind,
                   path)

    def must(self, workspace, args, **options):
        run = self.run(workspace, args, **options)
        expect(run.status == 0, "duban", *args, "ended with", run.status, ":", run.err + run.out)
        return run

    def copy(self, base, name="copy"):
        target = self.folder / name
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(base, target, symlinks=True)
        return target


@contextlib.contextmanager
def database_of(workspace):
    """The database, read by other code than ours. It leaves no trace: what duban left for whoever
    opens the database next is still there."""
    wal = pathlib.Path(workspace, "duban.db-wal")
    shared = pathlib.Path(workspace, "duban.db-shm")
    alone = not wal.exists() or wal.stat().st_size == 0
    tidy = not alone and not shared.exists()
    how = "immutable=1" if alone else "mode=ro"
    database = sqlite3.connect(f"file:{workspace}/duban.db?{how}", uri=True)
    try:
        yield database
    finally:
        database.close()
        if tidy:
            shared.unlink(missing_ok=True)


def log_of(workspace):
    with database_of(workspace) as database:
        bodies = database.execute("SELECT body FROM log ORDER BY seq").fetchall()
    return [json.loads(body) for (body,) in bodies]


def fingerprint(workspace):
    """A hash over every row of every table and every file of evidence."""
    found = hashlib.sha256()
    with database_of(workspace) as database:
        for (table,) in database.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall():
            for row in database.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall():
                found.update(repr((table, row)).encode())
    for path in sorted(pathlib.Path(workspace, "evidence").rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            found.update(repr((str(path.relative_to(workspace)), path.read_bytes())).encode())
    return found.hexdigest()


def without_nights(log):
    """What is a function of the commands alone: all but a night's own entry."""
    return [{key: value for key, value in entry.items() if key not in ("seq", "prev")}
            for entry in log if entry["event"] != "nightly"]


def sound(machine, workspace, known=None):
    """Check and replay are clean, and no rung stands in the log twice. Returns the log. `known`
    remembers what was found sound: the same bytes in every table and file need no second look."""
    mark = None if known is None else fingerprint(workspace)
    if mark is None or mark not in known:
        for reading in ("check", "replay"):
            run = machine.run(workspace, ["audit", reading])
            expect(run.status == 0, f"audit {reading} ended with {run.status}:", run.err + run.out)
    log = log_of(workspace)
    rungs = set()
    for entry in log:
        if entry["event"] != "escalate":
            continue
        data = entry["data"]
        rung = (entry["task"], data["rung"], data["generation"], data["occurrence"])
        expect(rung not in rungs, "raised twice:", rung)
        rungs.add(rung)
    if known is not None:
        known.add(mark)
    return log


def clear_sentence(run):
    """Exit status 3 means one sentence for people, from the program and not from a wreck."""
    words = run.err.strip() or "".join(
        result.get("error", "") for result in run.results() if not result["ok"])
    expect(words and "\n" not in run.err.strip(), "no clear sentence:", repr(run.err))
    expect(not CRASH.search(run.err), "it fell over:", run.err)
    if run.err:
        expect(run.err.startswith("duban: "), "not our sentence:", run.err)
