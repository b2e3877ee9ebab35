"""What surrounds a workspace: the disk that does not sync or has no room, the clock."""

import datetime
import getpass
import os
import random
import shutil
import subprocess

import disk
import office
from faults import Apply, Night, Work
from machine import Fault, clear_sentence, expect, log_of, sound, without_nights

FAKETIME = "/usr/lib/{}/faketime/libfaketime.so.1"


def failed_syncs(machine, options):
    """Once a sync has failed nothing more of what people do is written by that process. Closing
    may put into the database what earlier commits had brought safely into its log, and drop the
    rest: that writes only pages that are synced anew."""
    stream = [office.step("remark", "2.7.1", office.FIRST, note=f"{n} " + "长" * 20000)
              for n in range(90)]  # long enough for SQLite to move its log into the database
    work = Apply(machine, "sync", office.ready(machine), ["apply", "-"], stream, 1)
    journal = machine.folder / "journal"
    journal.unlink(missing_ok=True)
    work.do(machine.copy(work.base), journal=journal)
    numbers = syncs(disk.read_journal(journal))
    # Those of the database itself are few, and the ones that SQLite would forget.
    numbers = options.some([one for one in numbers if one[1] == "duban.db"], 3, "sync") + \
        options.some([one for one in numbers if one[1] == "duban.db-wal"], 1, "sync")
    for at, path in numbers:
        journal.unlink(missing_ok=True)
        workspace = machine.copy(work.base)
        fault = Fault("eio", at)
        run = work.do(workspace, fault, journal=journal)
        machine.count(f"of {path}")
        with options.telling("sync", fault, f"of {path}"):
            expect(run.spoiled_kind == "sync" and run.spoiled_path == path, "another call:", run)
            records = disk.read_journal(journal)
            broken = next(n for n, record in enumerate(records) if record[0] == "failed")
            expect(not any(record[0] == "write" and record[1] == "duban.db-wal"
                           for record in records[broken:]), "it goes on writing")
            log = sound(machine, workspace)
            least, most = work.acknowledged(run)
            expect(least <= len(log) <= most, "the answers are not the log:", len(log), least)
            expect(run.status == 3 or len(log) == len(work.after), "ended with", run.status)
            work.rerun(workspace, log)
            expect(sound(machine, workspace) == work.after, "the rerun came out differently")


def syncs(records):
    """Number and path of each sync, numbered as the shim does."""
    calls = [record for record in records if record[0] not in ("said", "failed")]
    return [(at, record[1]) for at, record in enumerate(calls, 1) if record[0] == "sync"]


def settled(machine, options):
    """A sync of names fails, the step is taken again, then the power fails: the evidence that the
    second run found lying there must be safe by then."""
    report = office.arguments(next(one for one in office.STEPS if one["do"] == "report"))
    work = Work(machine, "report", office.ready(machine), report)
    journal = machine.folder / "journal"
    journal.unlink(missing_ok=True)
    work.do(machine.copy(work.base), journal=journal)
    dice = random.Random(f"{options.seed}/settled")
    for at, path in syncs(disk.read_journal(journal)):
        journal.unlink(missing_ok=True)
        workspace = machine.copy(work.base)
        run = work.do(workspace, Fault("eio", at), journal=journal)
        if run.status == 0:
            continue
        machine.must(workspace, report, journal=journal)
        files = disk.Disk(work.base)
        for record in disk.read_journal(journal):
            files.take(record)
        for _ in range(1 if options.short else 20):
            image = machine.folder / "image"
            shutil.rmtree(image, ignore_errors=True)
            files.draw(dice, image)
            machine.count(f"syncs of {'files' if '.new' in path else 'the rest'}")
            with options.telling("settled", f"call {at}, a sync of {path}"):
                expect(sound(machine, image) == work.after, "the report is gone")


def disks(machine, options):
    """A disk without room: what is refused has changed nothing, and readings work. Where none can
    be mounted the faults `enospc` and `edquot` have to do."""
    small = machine.folder / "small"
    small.mkdir(exist_ok=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=900k", "none", small],
                             capture_output=True)
    if mounted.returncode != 0:
        machine.count("none could be mounted", 0)
        return
    works = [Night(machine, "nightly", office.ready(machine), ["nightly", "--at", "2017-08-01"]),
             Work(machine, "miss", office.ready(machine), office.arguments(office.STEPS[15])),
             Work(machine, "report", office.ready(machine), office.arguments(office.STEPS[4]))]
    try:
        for pages in (0, 90) if options.short else range(0, 120, 3):
            for work in works:
                with options.telling(f"{pages} pages left,", work.name):
                    without_room(work, small, pages)
    finally:
        subprocess.run(["umount", small], check=True)


def without_room(work, small, pages):
    machine, workspace, filler = work.machine, small / "office", small / "filler"
    shutil.copytree(work.base, workspace)
    size = max(0, os.statvfs(small).f_bavail - pages) * os.statvfs(small).f_frsize
    filler.write_bytes(bytes(size))
    run = work.do(workspace)
    machine.count("done" if run.status == 0 else "refused")
    if run.status != 0:
        expect(run.status == 3, "ended with", run.status, run.err)
        clear_sentence(run)
    machine.must(workspace, ["status"])
    log = sound(machine, workspace)  # reads twice more
    machine.count("read meanwhile", 3)
    least, most = work.acknowledged(run)
    expect(least <= len(log) <= most, "the answer is not the log:", len(log), run.err)
    filler.unlink()
    work.rerun(workspace, log)
    log = sound(machine, workspace)
    expect(without_nights(log) == without_nights(work.after), "the rerun came out differently")
    shutil.rmtree(workspace)


def faked(when):
    library = FAKETIME.format(os.uname().machine + "-linux-gnu")
    return {"LD_PRELOAD": library, "FAKETIME": when.strftime("%Y-%m-%d %H:%M:%S"), "TZ": "UTC",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


def clocks(machine, options):
    """A clock that steps: back by seconds or days, ahead by weeks or years. What is refused changes
    nothing, what is taken never runs backwards, and a year is jumped only with --accept-gap. After
    one that was ahead, an admin accepts the machine's again: steps go by it, and still no entry is
    recorded before the one that it follows."""
    dice = random.Random(f"{options.seed}/clock")
    office.make_papers(machine)
    workspace = machine.folder / "normal"
    shutil.rmtree(workspace, ignore_errors=True)
    made = judged = now = datetime.datetime(2017, 1, 20, 1, 0, 0)
    machine.must(workspace, ["init", workspace], around=workspace, more=faked(now))
    machine.must(workspace, ["import", office.PLAN, "--plan", "hn135", "--as", office.FIRST],
                 more=faked(now))
    size = len(log_of(workspace))
    admin = getpass.getuser()
    for number in range(24 if options.short else 200):
        now = judged + datetime.timedelta(seconds=dice.choice((
            -86400 * dice.randint(1, 3000), -dice.randint(130, 9000), -dice.randint(1, 110),
            dice.randint(0, 86400), 86400 * dice.randint(1, 40), 86400 * dice.randint(46, 2000))))
        step = (now - judged).total_seconds()
        status = 0 if -120 <= step <= 45 * 86400 else 3
        chance = dice.random()
        args = dice.choice((["nightly", "--quiet"],
                            ["remark", "2.7.1", "--note", f"{number}", "--as", office.FIRST]))
        if chance < 0.1:
            args = ["nightly", "--quiet", "--accept-gap", "--as", admin]
            status = 0 if step >= -120 else 3
        elif chance < 0.35:
            args = ["clock", "--accept", "--note", f"{number}", "--as", admin]
            status = 1 if step >= -120 else 3 if now < made else 0
        run = machine.run(workspace, args, more=faked(now))
        with options.telling("clock", f"{number}: {judged} to {now}", *args):
            expect(run.status == status, "ended with", run.status, run.err)
            log = log_of(workspace)
            machine.count("refused" if status else "accepted" if args[0] == "clock" else "taken")
            if status:
                clear_sentence(run)
                expect(len(log) == size, "refused, but in the log")
            else:
                judged = now if args[0] == "clock" else max(now, judged)
            size = len(log)
    log = sound(machine, workspace)
    times = [entry["recorded"] for entry in log]
    expect(times == sorted(times), "the log runs backwards")
    expect(all(entry["effective"] <= entry["recorded"] for entry in log), "an entry of tomorrow")
