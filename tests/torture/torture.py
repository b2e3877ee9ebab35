"""Runs the trials of docs/reliability.md.

    scripts/torture                 every trial, in full
    scripts/torture NAME…           only these
    scripts/torture --short [NAME…] a selection within a minute, as CI and ctest run it
    scripts/torture --list          what there is

    --seed N    another draw of what is drawn; the same seed gives the same trials
    --record    put the counts of this run into the table of docs/reliability.md
    --keep      leave the workspaces behind, to look at a failure

duban is the one named by DUBAN_BINARY, else build/release is built. Exit status 0: every promise
held; 1: one did not, and the last lines say which, with the line that repeats it.
"""

import argparse
import contextlib
import os
import random
import re
import subprocess
import sys
import time

import crowd
import faults
import kills
import making
import places
import power
import world
from machine import SOURCE, Failure, Machine

PAGE = SOURCE / "docs/reliability.md"
TRIALS = {
    "init": making.inits,
    "backup": making.backups,
    "restore": making.restores,
    "import": faults.imports,
    "steps": faults.steps,
    "apply": faults.streams,
    "nightly": faults.nights,
    "activate": faults.activations,
    "sync": world.failed_syncs,
    "settled": world.settled,
    "kill": kills.trial,
    "power": power.trial,
    "crowd": crowd.trial,
    "waiting": crowd.waiting,
    "disk": world.disks,
    "clock": world.clocks,
    "places": places.trial,
}


class Options(argparse.Namespace):
    def some(self, numbers, few, *what):
        """All of them; a short run draws a few."""
        if not self.short or len(numbers) <= few:
            return list(numbers)
        return sorted(random.Random(f"{self.seed}/{what}").sample(list(numbers), few))

    @contextlib.contextmanager
    def telling(self, *what):
        """A failure inside says what was tried."""
        try:
            yield
        except Failure as failure:
            raise Failure(", ".join(map(str, what)) + f": {failure}") from failure


def read_options():
    parser = argparse.ArgumentParser(prog="scripts/torture", usage=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[[], *TRIALS])
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args(namespace=Options())


def binary():
    named = os.environ.get("DUBAN_BINARY")
    if named:
        return named
    if not (SOURCE / "build/release/build.ninja").exists():
        subprocess.run(["cmake", "--preset", "release"], cwd=SOURCE, check=True)
    subprocess.run(["cmake", "--build", "build/release", "--target", "duban"], cwd=SOURCE,
                   check=True)
    return SOURCE / "build/release/duban"


def row(name, counts, seconds):
    figures = ", ".join(f"{what} {number:,}" for what, number in sorted(counts.items()))
    return f"| `{name}` | {sum(counts.values()):,} | {figures} | {seconds:,.0f} s |"


def record(rows):
    """The rows of the trials that ran take the place of their old ones."""
    before, heading, rest = PAGE.read_text().partition("## The last full run\n")
    table, next_heading, after = rest.partition("\n## ")
    for line in rows:
        name = re.escape(line.split("|")[1].strip())
        table, found = re.subn(rf"^\| {name} \|.*$", lambda _: line, table, flags=re.MULTILINE)
        if found != 1:
            sys.exit(f"torture: {PAGE} has no row for {name}")
    PAGE.write_text(before + heading + table + next_heading + after)


def main():
    options = read_options()
    if options.list:
        print("\n".join(TRIALS))
        return 0
    machine = Machine(binary(), options.keep)
    print(f"seed {options.seed}")
    rows = []
    try:
        for name in options.names or TRIALS:
            began = time.monotonic()
            machine.counts = {}
            try:
                TRIALS[name](machine, options)
            except Failure as failure:
                again = f"scripts/torture{' --short' * options.short} --seed {options.seed} {name}"
                print(f"torture: {failure}\nrepeat it with: {again}")
                return 1
            rows.append(row(name, machine.counts, time.monotonic() - began))
            print(rows[-1], flush=True)
    finally:
        machine.close()
    if options.record:
        record(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
