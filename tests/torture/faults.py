"""The n-th call fails, is cut short, or is the last that the process makes: n = 1, 2, 3 … until a
run passes, for each fault, over everything that writes."""

import getpass

import office
from machine import Fault, clear_sentence, expect, log_of, sound, without_nights

FAULTS = ("eio", "enospc", "edquot", "short", "cut", "kill", "killed")
STICKY = ("eio", "enospc")  # also as a disk that stays so
NEVER = 1 << 40
UNCERTAIN = "whether it is kept is not certain"  # all that can be said of a commit without a sync


class Work:
    """A command on a copy of `base`, and what an undisturbed run of it makes of the log."""

    def __init__(self, machine, name, base, args, stream=None):
        self.machine, self.name, self.base, self.args = machine, name, base, args
        self.stream = stream
        self.known = set()  # states that were found sound
        self.before = log_of(base)
        copy = machine.copy(base, "undisturbed")
        self.whole = self.do(copy)
        self.after = sound(machine, copy, self.known)

    def do(self, workspace, fault=None, stream=None, **options):
        stream = self.stream if stream is None else stream
        return self.machine.run(workspace, self.args, fault=fault,
                                stdin=office.lines(stream) if stream else "", **options)

    def boundaries(self):
        """The sizes that the log may have after an interruption: never within a step."""
        return {len(self.before), len(self.after)}

    def acknowledged(self, run):
        """How large the log must be after this answer, at least; and at most, unless killed."""
        size = len(self.after if run.status == 0 else self.before)
        return size, size

    def rerun(self, workspace, log):
        if len(log) == len(self.before):
            self.machine.must(workspace, self.args)


class Import(Work):
    def rerun(self, workspace, log):
        self.machine.must(workspace, self.args)  # the same plan again changes nothing


class Night(Work):
    """What was fired may be committed before the run's own entry is."""

    def boundaries(self):
        return {len(self.before), len(self.after) - 1, len(self.after)}

    def acknowledged(self, run):
        return (len(self.after),) * 2 if run.status == 0 else (len(self.before), len(self.after))

    def rerun(self, workspace, log):
        self.machine.must(workspace, self.args)


class Apply(Work):
    """A stream: what its result lines say is in the log, and nothing that they refuse."""

    def __init__(self, machine, name, base, args, stream, every):
        self.every = every
        super().__init__(machine, name, base, [*args, "--commit-every", every], stream)
        self.results = self.whole.results()
        expect(len(self.results) == len(stream), "not every line was answered:", self.whole.out)

    def sizes(self):
        """How large the log is after each line of the stream."""
        size, found = len(self.before), []
        for one, result in zip(self.stream, self.results):
            if result["ok"] and one["do"] == "nightly":
                size = next(entry["seq"] for entry in self.after[size:]
                            if entry["event"] == "nightly") + 1
            elif result["ok"]:
                size = self.end_of_step(result["seq"])
            found.append(size)
        return found

    def end_of_step(self, seq):
        """Behind the step itself stand the timers that it made ripe."""
        task, end = self.after[seq]["task"], seq + 1
        while end < len(self.after) and self.after[end]["role"] == "scheduler" \
                and self.after[end]["task"] == task:
            end += 1
        return end

    def boundaries(self):
        found = {len(self.before)}
        inside = 0  # lines in the open transaction
        for one, size in zip(self.stream, self.sizes()):
            if one["do"] == "nightly":
                found |= {size, size - 1}
            inside += 1
            if inside == self.every or one["do"] == "nightly":
                found.add(size)
        return found | set(self.sizes())

    def acknowledged(self, run):
        size = len(self.before)
        for one, result, whole, after in zip(self.stream, run.results(), self.results,
                                             self.sizes()):
            if result != whole:
                expect(not result["ok"] and run.status == 3, "an answer changed:", result)
                if one["do"] == "nightly":
                    return size, after - 1  # what fell may be committed, its own entry not
                break
            size = after
        return size, size

    def rerun(self, workspace, log):
        """Whoever feeds the stream goes on behind what the log has."""
        left = [one for one, size in zip(self.stream, self.sizes()) if size > len(log)]
        if left:
            self.do(workspace, stream=left)


def interrupt(work, fault):
    """One interruption, and all that must hold after it. False when the run passed."""
    machine = work.machine
    workspace = machine.copy(work.base)
    run = work.do(workspace, fault)
    if run.calls < fault.at:
        expect((run.status, run.out) == (work.whole.status, work.whole.out), "it passed, but:", run)
        return False
    if run.spoiled == 0:
        return True  # a call of another kind
    what = "eio of a read" if fault.only == "read" else fault.kind
    machine.count(f"{what}{' for ever' if fault.for_ever else ''}")
    killed = fault.kind in ("kill", "killed")
    if killed:
        expect(run.status == -9, "it should have been killed:", run)
    elif run.status != work.whole.status:
        expect(run.status == 3, "ended with", run.status, run.err + run.out)
        clear_sentence(run)
    log = sound(machine, workspace, work.known)
    expect(len(log) in work.boundaries(), "half of it is in the log:", len(log), work.boundaries())
    expect(without_nights(log) == without_nights(work.after[:len(log)]), "the log differs")
    least, most = work.acknowledged(run)
    expect(len(log) >= least, "acknowledged, but not in the log:", len(log), "<", least, run.out)
    if not killed and UNCERTAIN not in run.err + run.out:
        expect(len(log) <= most, "refused, but in the log:", len(log), ">", most, run.err)
    work.rerun(workspace, log)
    log = sound(machine, workspace, work.known)
    expect(without_nights(log) == without_nights(work.after), "the rerun came out differently")
    return True


def loop(work, options):
    """n = 1, 2, 3 …; a short run takes some of them."""
    for kind, for_ever in [(kind, False) for kind in FAULTS] + [(kind, True) for kind in STICKY]:
        calls = work.whole.calls
        for at in options.some(range(1, calls + 1), 1, work.name, kind, for_ever) + [calls + 1]:
            fault = Fault(kind, at, for_ever=for_ever)
            with options.telling(work.name, fault):
                if not interrupt(work, fault):
                    break
        else:
            expect(False, work.name, "never passed under", kind)
    reads(work, options)


def reads(work, options):
    """Every reading fails, once or from then on: what is committed by then is never taken back by
    it, nor told as a failure."""
    copy = work.machine.copy(work.base)
    calls = work.do(copy, Fault("eio", NEVER, only="read")).calls
    for for_ever in (False, True):
        for at in options.some(range(1, calls + 1), 1, work.name, "read", for_ever):
            fault = Fault("eio", at, only="read", for_ever=for_ever)
            with options.telling(work.name, fault):
                interrupt(work, fault)


def steps(machine, options):
    for one in office.STEPS:
        if options.short and one["do"] != "report":
            continue
        loop(Work(machine, one["do"], office.ready(machine), office.arguments(one)), options)


def imports(machine, options):
    loop(Import(machine, "import", office.empty(machine), office.import_of()), options)


def nights(machine, options):
    args = ["nightly", "--at", "2017-08-01", "--quiet"]
    loop(Night(machine, "nightly", office.ready(machine), args), options)


def streams(machine, options):
    for every in (3,) if options.short else (1, 3, 100):
        loop(Apply(machine, f"apply by {every}", office.ready(machine), ["apply", "-"],
                   office.STREAM, every), options)


def activations(machine, options):
    rules = machine.folder / "rules.yaml"
    text = (office.SOURCE / "config/rules/default.yaml").read_text()
    rules.write_text(text.replace("remind-30", "remind-31", 1).replace("due - 30d", "due - 31d", 1))
    args = ["rules", "activate", rules, "--as", getpass.getuser(), "--at", office.NOW]
    loop(Work(machine, "activate", office.ready(machine), args), options)
