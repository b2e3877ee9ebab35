"""kill -9 at any time, over a long stream and over a night with much to do, until each is done."""

import math
import random
import subprocess
import time

import office
from machine import Fault, Run, expect, log_of, sound, without_nights

TASKS = 2500  # three transactions of a night
INSIDE = 200  # kills inside an open transaction that a full run goes on for
ACTORS = (office.FIRST, office.SECOND)


def killed(machine, workspace, args, stream, delay):
    """Runs duban and kills it after so many seconds, unless it is done by then."""
    machine.shared.clear()
    process = subprocess.Popen(
        machine.command(workspace, args), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env=machine.environment(workspace), cwd=machine.folder)
    try:
        out, err = process.communicate(stream.encode(), timeout=delay)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
    calls, spoiled, locked, lockings, *_ = machine.shared.read()
    return Run(process.returncode, out.decode(errors="replace"), err.decode(errors="replace"),
               calls, spoiled, locked, lockings)


def phase(run, spoken):
    if run.status == 0:
        return "done"
    expect(run.status == -9, "it fell over by itself:", run.status, run.err)
    if run.locked:
        return "inside a transaction"
    if run.lockings == 0:
        return "before the first"
    return "after the last" if spoken else "between two"


class Stream:
    """Remarks, each one entry, so that the log says how far the stream has come."""

    def __init__(self, machine, options, every):
        self.machine, self.every = machine, every
        self.base = office.ready(machine)
        dice = random.Random(f"{options.seed}/stream/{every}")
        tasks = [one["task"] for one in office.STEPS]
        self.steps = [office.step("remark", dice.choice(tasks), dice.choice(ACTORS), note=f"{n}")
                      for n in range(400 if options.short else 2000)]
        self.args = ["apply", "-", "--commit-every", every]
        copy = machine.copy(self.base, "undisturbed")
        began = time.monotonic()
        machine.must(copy, self.args, stdin=office.lines(self.steps))
        self.seconds = time.monotonic() - began
        self.after = sound(machine, copy)
        self.before = len(log_of(self.base))

    def live(self, dice, counted):
        """From the beginning to the end, killed again and again."""
        workspace, done = self.machine.copy(self.base), 0
        while done < len(self.steps):
            left = self.steps[done:]
            delay = dice.uniform(0, self.seconds * len(left) / len(self.steps) * 1.1)
            run = killed(self.machine, workspace, self.args, office.lines(left), delay)
            said = sum(result["ok"] for result in run.results())
            expect(all(result["ok"] for result in run.results()), "refused:", run.out)
            log = sound(self.machine, workspace)
            new = sum(entry["role"] != "scheduler" for entry in log[self.before:]) - done
            expect(new >= said, "acknowledged, but not in the log:", new, "<", said)
            expect(new - said <= self.every, "more than one transaction was not acknowledged")
            expect(new % self.every == 0 or new == len(left), "half a transaction is there:", new)
            done += new
            counted(phase(run, said == len(left)))
            if dice.random() < 0.2 and done < len(self.steps):
                counted(phase(self.one_call(workspace, done, dice), False))
                done = self.progress(workspace)
        log = sound(self.machine, workspace)
        expect(without_nights(log) == without_nights(self.after), "it came out differently")

    def progress(self, workspace):
        log = sound(self.machine, workspace)
        return sum(entry["role"] != "scheduler" for entry in log[self.before:])

    def one_call(self, workspace, done, dice):
        """Killed after a write that is drawn: the moments that a timer seldom meets."""
        at = dice.randint(1, 12 * math.ceil(len(self.steps) / self.every))
        return self.machine.run(workspace, self.args, stdin=office.lines(self.steps[done:]),
                                fault=Fault("killed", at))


class Night:
    args = ["nightly", "--at", "2018-03-01", "--quiet"]

    def __init__(self, machine, options):
        self.machine = machine
        self.base = office.large(machine, TASKS // 5 if options.short else TASKS)
        copy = machine.copy(self.base, "undisturbed")
        began = time.monotonic()
        machine.must(copy, self.args)
        self.seconds = time.monotonic() - began
        self.after = sound(machine, copy)

    def live(self, dice, counted):
        workspace = self.machine.copy(self.base)
        while True:
            delay = dice.uniform(0, self.seconds)
            run = killed(self.machine, workspace, self.args, "", delay)
            log = sound(self.machine, workspace)
            counted(phase(run, bool(run.out)))
            if run.out:
                expect(f" size={len(log)} " in run.out, "another size was printed:", run.out)
            if run.status == 0:
                break
        expect(without_nights(log) == without_nights(self.after), "it came out differently")


def trial(machine, options):
    dice = random.Random(f"{options.seed}/kill")
    sizes = (20,) if options.short else (1, 20, 500)
    works = [Stream(machine, options, every) for every in sizes]
    works.append(Night(machine, options))
    inside = "inside a transaction"
    while True:
        for work in works:
            with options.telling(type(work).__name__, " ".join(map(str, work.args))):
                work.live(dice, machine.count)
        if options.short or machine.counts.get(inside, 0) >= INSIDE:
            break
