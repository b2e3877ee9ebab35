"""What is made whole or not at all: a workspace, a backup, a workspace from a backup. The making is
interrupted at every call, and the power fails during and after it."""

import os
import random
import shutil

import disk
import office
from faults import FAULTS
from machine import Fault, clear_sentence, expect, log_of, sound


class Making:
    """`args` make `place`, in an empty folder; `check` says what must hold of it then."""

    def __init__(self, machine, options, name, place, args, check):
        self.machine, self.options, self.name = machine, options, name
        self.place, self.args, self.check = place, args, check
        self.around = place.parent

    def fresh(self):
        shutil.rmtree(self.around, ignore_errors=True)
        self.around.mkdir()

    def run(self, **more):
        return self.machine.run(self.place, self.args, around=self.around, **more)

    def spoil(self):
        self.fresh()
        calls = self.run().calls
        for kind in FAULTS:
            for at in self.options.some(range(1, calls + 1), 1, self.name, kind):
                self.fresh()
                run = self.run(fault=Fault(kind, at))
                if not run.spoiled:
                    continue
                self.machine.count(kind)
                with self.options.telling(self.name, Fault(kind, at)):
                    self.judge(run)

    def judge(self, run):
        expect(run.status in (0, 3, -9), "ended with", run.status, run.err)
        if run.status == 3:
            clear_sentence(run)
        expect(run.status != 0 or self.place.exists(), "made, but not there")
        if run.status == 3:
            expect(not self.place.exists(), "refused, but there:", run.err)
        left = set(os.listdir(self.around)) - {self.place.name, f".{self.place.name}.new"}
        expect(not left, "left behind:", left)
        if not self.place.exists():  # made anew, over what a killed one left
            again = self.run()
            expect(again.status == 0, "the rerun ended with", again.status, again.err)
        self.check()

    def cut_the_power(self):
        self.fresh()
        journal = self.machine.folder / "journal"
        journal.unlink(missing_ok=True)
        blank = disk.Disk(self.around)
        expect(self.run(journal=journal).status == 0, "it cannot be made")
        records = disk.read_journal(journal)
        dice = random.Random(f"{self.options.seed}/{self.name}")
        for _ in range(6 if self.options.short else 60):
            files, said = blank.copy(), False
            for record in records[:dice.choice((dice.randint(0, len(records)), len(records)))]:
                files.take(record)
                said = said or record[0] == "said"
            self.fresh()
            self.around.rmdir()
            files.draw(dice, self.around)
            with self.options.telling(self.name, "after a power failure"):
                expect(self.place.exists() or not said, "said to be ready, but it is not there")
                if self.place.exists():
                    self.check()
            self.machine.count("power failures")


def play(making):
    making.spoil()
    making.cut_the_power()


def inits(machine, options):
    place = machine.folder / "houses/office"
    args = ["init", place, "--rehearsal", "--at", office.BEGIN]

    def check():
        expect(len(sound(machine, place)) == 1, "it has not its one entry")
    play(Making(machine, options, "init", place, args, check))


def backups(machine, options):
    base = office.ready(machine)
    place = machine.folder / "houses/backup.tar"
    args = ["--workspace", base, "backup", place]

    def check():
        restored = machine.folder / "restored"
        shutil.rmtree(restored, ignore_errors=True)
        machine.must(restored, ["restore", place, restored], around=restored)
        expect(log_of(restored) == log_of(base), "it holds another log")
    making = Making(machine, options, "backup", place, args, check)
    play(making)
    without_sync_of_folders(making)


def without_sync_of_folders(making):
    """Some shares answer EINVAL to the sync of a folder. What was written stays, with a remark."""
    making.fresh()
    for at in range(1, making.run().calls + 1):
        making.fresh()
        fault = Fault("einval", at, "sync")
        run = making.run(fault=fault)
        if not run.spoiled:
            continue
        making.machine.count("einval")
        with making.options.telling(making.name, fault, run.spoiled_path):
            if run.spoiled_path == ".":
                expect(run.status == 0, "ended with", run.status, run.err)
                expect("cannot confirm" in run.out, "no remark:", run.out)
            making.judge(run)


def restores(machine, options):
    base = office.ready(machine)
    backup = machine.folder / "backup.tar"
    backup.unlink(missing_ok=True)
    machine.must(base, ["backup", backup])
    place = machine.folder / "houses/office"

    def check():
        expect(sound(machine, place) == log_of(base), "it holds another log")
    play(Making(machine, options, "restore", place, ["restore", backup, place], check))
