"""The power fails: the files that it may leave, at any moment of everything that writes."""

import random
import shutil

import disk
import office
from faults import Apply, Import, Night, Work
from machine import Run, expect, log_of, sound, without_nights


class Chain(Work):
    """Commands one after the other, each a process of its own: logs of SQLite come and go."""

    def __init__(self, machine, name, base, commands):
        self.commands = commands
        self.sizes = []
        super().__init__(machine, name, base, [])

    def do(self, workspace, fault=None, stream=None, journal=None):
        said = ""
        self.sizes = []
        for args in self.commands:
            said += self.machine.must(workspace, args, journal=journal).out
            self.sizes.append(len(log_of(workspace)))
        return Run(0, said, "")

    def boundaries(self):
        return {len(self.before), *self.sizes}

    def acknowledged(self, run):
        size = self.sizes[run.calls - 1] if run.calls else len(self.before)  # each speaks once
        return size, size

    def rerun(self, workspace, log):
        for args, size in zip(self.commands, self.sizes):
            if size > len(log):
                self.machine.must(workspace, args)


def works(machine):
    ready = office.ready(machine)
    chain = [office.arguments(one) for one in office.STEPS if "at" not in one]
    yield Import(machine, "import", office.empty(machine), office.import_of()), 200
    yield Chain(machine, "steps", ready, chain), 400
    yield Apply(machine, "apply", ready, ["apply", "-"], office.STREAM, 1), 200
    yield Apply(machine, "apply by 3", ready, ["apply", "-"], office.STREAM, 3), 100
    yield Night(machine, "nightly", ready, ["nightly", "--at", "2017-08-01", "--quiet"]), 150


def check(work, image, said):
    """All that must hold of the files that the power failure left."""
    machine = work.machine
    log = sound(machine, image)
    least, _ = work.acknowledged(Run(0 if said else -9, "".join(said), "", calls=len(said)))
    expect(len(log) >= least, "acknowledged, but not in the log:", len(log), "<", least)
    expect(len(log) in work.boundaries(), "half of it is in the log:", len(log))
    expect(without_nights(log) == without_nights(work.after[:len(log)]), "the log differs")
    work.rerun(image, log)
    log = sound(machine, image)
    expect(without_nights(log) == without_nights(work.after), "the rerun came out differently")


def trial(machine, options):
    for work, images in works(machine):
        if options.short and work.name not in ("steps", "apply"):
            continue
        copy = machine.copy(work.base, "recorded")
        journal = machine.folder / "journal"
        journal.unlink(missing_ok=True)
        work.do(copy, journal=journal)
        records = disk.read_journal(journal)
        dice = random.Random(f"{options.seed}/{work.name}")
        images = 6 if options.short else images
        # Just before something was said, and just after, matters most: a third of all images.
        spoken = [at for at, one in enumerate(records) if one[0] == "said"]
        points = [dice.choice(spoken) + dice.randint(0, 2) if dice.random() < 0.34
                  else dice.randint(0, len(records)) for _ in range(images)]
        files, said, done = disk.Disk(work.base), [], 0
        for point in sorted(points):
            for record in records[done:point]:
                files.take(record)
                if record[0] == "said":
                    said.append(record[3].decode())
            done = max(done, min(point, len(records)))
            image = machine.folder / "image"
            shutil.rmtree(image, ignore_errors=True)
            files.draw(dice, image)
            with options.telling(work.name, f"after call {done} of {len(records)}"):
                check(work, image, said)
            machine.count(work.name)
