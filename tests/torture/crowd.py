"""Eight nights and eight writers at once; and waiting for the lock, which has an end."""

import concurrent.futures
import datetime
import sqlite3
import subprocess
import threading
import time

import office
from machine import Run, clear_sentence, expect, log_of, sound

EACH = 8
REMARKS = 4  # a writer's, a transaction each
DAY = datetime.date(2017, 2, 21)


def start(machine, workspace, args, stdin=""):
    done = subprocess.run(machine.command(workspace, args), input=stdin.encode(),
                          capture_output=True, cwd=machine.folder)
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())


def deeds(log):
    """What the timers did, as a set: neither order nor the time of recording counts here."""
    return sorted(
        (entry["task"], entry["event"], entry["effective"], entry["from"], entry["to"],
         str(entry["data"])) for entry in log if entry["event"] in ("escalate", "deadline"))


def trial(machine, options):
    base = office.ready(machine)
    workspace = machine.copy(base)
    until = time.monotonic() + (3 if options.short else 60)
    rounds = 0
    with concurrent.futures.ThreadPoolExecutor(2 * EACH) as crowd:
        while rounds == 0 or time.monotonic() < until:
            day = str(DAY + datetime.timedelta(days=5 * rounds))
            machine.must(workspace, ["remark", "2.7.1", "--as", office.FIRST, "--note", "早",
                                     "--at", day])
            jobs = [crowd.submit(start, machine, workspace, ["nightly", "--at", day, "--quiet"])
                    for _ in range(EACH)]
            for writer in range(EACH):
                notes = office.lines(
                    [office.step("remark", "2.6.1", office.FIRST, note=f"{rounds}/{writer}/{n}")
                     for n in range(REMARKS)], day)
                jobs.append(crowd.submit(start, machine, workspace, ["apply", "-"], notes))
            for job in jobs:
                run = job.result()
                expect(run.status == 0, "one of the crowd ended with", run.status, run.err, run.out)
            rounds += 1
    machine.count("nights", EACH * rounds)
    machine.count("writers", EACH * rounds)
    log = sound(machine, workspace)
    notes = [entry["data"].get("note") for entry in log if entry["task"] == "hn135/2.6.1"
             and entry["event"] == "remark"]
    expect(len(set(notes)) == len(notes) == EACH * rounds * REMARKS, "remarks lost or doubled")
    alone = machine.copy(base, "alone")
    machine.must(alone, ["nightly", "--at", day])
    expect(deeds(log) == deeds(log_of(alone)), "the crowd raised something else than one night")


class Holder:
    """Another program that holds the write lock for so many seconds."""

    def __init__(self, workspace, seconds):
        self.database = sqlite3.connect(f"{workspace}/duban.db", isolation_level=None,
                                        check_same_thread=False)
        self.database.execute("BEGIN IMMEDIATE")
        self.timer = threading.Timer(seconds, self.let_go)
        self.timer.daemon = True
        self.timer.start()

    def let_go(self):
        self.timer.cancel()
        if self.database:
            self.database.execute("ROLLBACK")
            self.database.close()
            self.database = None


def waiting(machine, options):
    workspace = machine.copy(office.ready(machine))
    settings = workspace / "duban.yaml"
    settings.write_text(settings.read_text().replace("busy_timeout: 5", "busy_timeout: 1"))
    before = log_of(workspace)
    remark = ["remark", "2.7.1", "--as", office.FIRST, "--note", "问", "--at", office.NOW]

    holder = Holder(workspace, 60)
    began = time.monotonic()
    run = machine.run(workspace, remark)
    seconds = time.monotonic() - began
    expect(run.status == 3, "the lock was not respected:", run)
    expect(0.9 < seconds < 15, "waited for", seconds, "s")
    clear_sentence(run)
    expect("is being written by process" in run.err and "python" in run.err,
           "the holder is not named:", run.err)
    machine.count("refused in time, naming the holder")
    machine.must(workspace, ["status"])
    machine.must(workspace, ["audit", "check"])
    machine.count("read meanwhile", 2)
    holder.let_go()
    expect(log_of(workspace) == before, "a refused step is in the log")

    holder = Holder(workspace, 0.5)
    machine.must(workspace, remark)
    holder.let_go()
    machine.count("waited and done")
    if options.short:
        return
    holder = Holder(workspace, 5)  # longer than a step would wait: a night is patient
    machine.must(workspace, ["nightly", "--at", "2017-03-01"])
    holder.let_go()
    machine.count("waited and done")
    sound(machine, workspace)
