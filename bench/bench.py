"""Runs the measurements of bench/README.md and prints one table. Called by scripts/bench."""
import argparse
import concurrent.futures
import json
import os
import shutil
import sys

import growth
import plan
from counted import counted
from measure import Floor, Measure, median
from workspace import BEFORE_DUE, DUE, LEAD, OFFICE, Bench


class Table:
    HEAD = ("work", "duban", "floor", "ratio", "ratio cpu", "aim", "at most", "peak MiB")

    def __init__(self):
        self.rows = []

    def add(self, work, ours, floor, aim, most):
        """`floor` may be none, for what is measured in milliseconds of a whole process."""
        wall = median(ours, "wall")
        row = {"work": work, "duban_ms": wall * 1e3, "duban_cpu_ms": median(ours, "cpu") * 1e3,
               "peak_mib": max(one.peak for one in ours), "aim": aim, "at_most": most}
        if floor:
            row["floor_ms"] = median(floor, "wall") * 1e3
            row["floor_cpu_ms"] = median(floor, "cpu") * 1e3
            row["ratio"] = row["duban_ms"] / row["floor_ms"]
            row["ratio_cpu"] = row["duban_cpu_ms"] / row["floor_cpu_ms"]
        self.rows.append(row)
        print(f"{work}: {self.text(row)[1:5]}", file=sys.stderr)

    def tell(self, work, said, aim, most):
        """A line with something else than times."""
        self.rows.append({"work": work, "said": said, "aim": aim, "at_most": most})

    @staticmethod
    def text(row):
        if "said" in row:
            return row["work"], row["said"], "", "", "", row["aim"], row["at_most"], ""
        ratio = [f"{row[key]:.2f}" if key in row else "" for key in ("ratio", "ratio_cpu")]
        floor = f"{row['floor_ms']:.1f} ms" if "floor_ms" in row else ""
        return (row["work"], f"{row['duban_ms']:.1f} ms", floor, *ratio, row["aim"], row["at_most"],
                f"{row['peak_mib']:.0f}")

    def show(self):
        lines = [self.HEAD, *map(self.text, self.rows)]
        widths = [max(len(line[i]) for line in lines) for i in range(len(self.HEAD))]
        for line in lines:
            print("  ".join(cell.ljust(width) if i == 0 else cell.rjust(width)
                            for i, (cell, width) in enumerate(zip(line, widths))).rstrip())


class Works:
    def __init__(self, bench, table, tasks, rounds):
        self.bench, self.table, self.tasks, self.rounds = bench, table, tasks, rounds

    def writes(self, work, before, command, chunk, aim, most, reads=None, on_disk=False, parses=None):
        """Interleaved rounds of duban on a copy of `before`, and of the floor on another."""
        ours, floor = [], []
        for _ in range(self.rounds):
            place = self.bench.copy(before, "ours", on_disk)
            ours.append(Measure([self.bench.duban, "--workspace", place, *command]))
            other = self.bench.copy_database(before, "floor.db", on_disk)
            floors = [[self.bench.floor_write, other, os.path.join(place, "duban.db"), str(chunk),
                       *([reads] if reads else [])]]
            if parses:
                floors.append([self.bench.floor_parse, "parse", parses])
            floor.append(Floor(*floors))
        self.table.add(work, ours, floor, aim, most)
        return place

    def night(self):
        before = self.bench.imported(self.tasks)
        due = (self.tasks + 19) // 20
        self.writes(f"nightly, {due:,} of {self.tasks:,} due", before,
                    ["nightly", "--quiet", "--at", DUE], 1000, "1.5x 32 MiB", "2x 64 MiB", reads="night")

    def idle(self, plans=1):
        kept = self.bench.imported(self.tasks, plans, due=500)  # as for --growth; it stays as it is
        command = [self.bench.duban, "--workspace", kept, "nightly", "--quiet", "--at", BEFORE_DUE]
        ours = [Measure(command) for _ in range(4 * self.rounds)]
        self.table.add(f"nightly, nothing due, {plans * self.tasks:,}", ours, None, "5 ms", "10 ms")

    def stream(self, count):
        path = os.path.join(self.bench.kept, f"steps{count}.jsonl")
        with open(path, "w") as out:
            for i in range(count):
                task = i * 7 % self.tasks
                lead = json.dumps(plan.departments(task)[0], ensure_ascii=False)
                key = ".".join(map(str, plan.key(task)))
                out.write(f'{{"do":"start","as":{lead},"at":"2017-12-31","task":"p0/{key}",'
                          '"note":"已部署，按月调度"}\n')
        return path

    def step(self):
        count = min(2000, self.tasks // 10)
        self.writes(f"one durable step, of {count:,}, on disk", self.bench.imported(self.tasks),
                    ["apply", self.stream(count)], 1, "1.3x", "2x", reads="read", on_disk=True)
        place = self.bench.copy(self.bench.imported(self.tasks), "ours")
        # Apart, for its journal is large: a process is charged with the peak of whoever starts it.
        with concurrent.futures.ProcessPoolExecutor(1) as apart:
            syncs, pages = apart.submit(counted, self.bench.duban, place,
                                        ["apply", self.stream(count)]).result()
        self.table.tell("syncs of one durable step", f"{syncs / count:.2f}", "1", "")
        self.table.tell("pages of one durable step", f"{pages / count:.2f}", "4", "")

    def apply(self):
        count = min(50000, self.tasks // 10)
        self.writes(f"apply --commit-every 1000, {count:,} steps", self.bench.imported(self.tasks),
                    ["apply", "--commit-every", "1000", self.stream(count)], 1000, "1.5x", "2.5x", reads="read")

    def imported(self, work, document, aim, most, *options, parses=None):
        self.writes(work, self.bench.empty(), ["import", document, "--plan", "p0", "--as", OFFICE, "--at",
                                               "2017-03-01", *options], 10**12, aim, most, parses=parses)

    def imports(self):
        self.imported(f"import of {self.tasks:,} tasks (CSV)", self.bench.plan(self.tasks), "2x", "3x 128 MiB")

    def sheet(self):
        sheet = self.bench.paper("xlsx", self.tasks)
        self.imported(f"import of {self.tasks:,} rows (.xlsx)", sheet, "2x", "3x 128 MiB", parses=sheet)

    def papers(self):
        count = min(self.tasks, 10_000)
        for kind in ("docx", "html", "txt"):
            paper = self.bench.paper(kind, count)
            self.imported(f"import of {count:,} paragraphs (.{kind})", paper, "", "128 MiB", parses=paper)

    def settling(self):
        count = min(self.tasks, 100_000)
        document = self.bench.plan(count)
        sheet = self.bench.corrections(count, 1000)
        self.imported(f"import of {count:,} tasks with 1,000 corrections", document, "2x", "3x 128 MiB",
                      "--corrections", sheet)
        ours, floor = [], []
        for _ in range(self.rounds):
            review = os.path.join(self.bench.memory, "review.xlsx")
            if os.path.exists(review):
                os.remove(review)
            ours.append(Measure([self.bench.duban, "--workspace", self.bench.empty(), "import", document,
                                 "--plan", "p0", "--as", OFFICE, "--at", "2017-03-01", "--review", review]))
            floor.append(Floor([self.bench.floor_parse, "pack", review, review + ".again"]))
        self.table.add(f"review of {count:,} rows (.xlsx)", ours, floor, "", "128 MiB")

    def reads(self, work, command, floor, aim, most, rounds=None):
        place = self.bench.copy(self.bench.imported(self.tasks), "ours")
        ours, floors = [], []
        for _ in range(rounds or self.rounds):
            ours.append(Measure([self.bench.duban, "--workspace", place, *command]))
            if floor:
                floors.append(Floor([self.bench.floor_read, os.path.join(place, "duban.db"), *floor]))
        self.table.add(work, ours, floors, aim, most)

    def audit(self):
        self.reads("audit check", ["audit", "check"], ["check"], "1.3x cpu", "2x cpu")
        self.reads("audit replay", ["audit", "replay"], ["replay"], "2x cpu", "4x cpu")

    def processes(self):
        many = 4 * self.rounds
        self.reads(f"show, of {self.tasks:,}", ["show", "p0/1.2.3"], None, "8 ms", "15 ms", many)
        self.reads(f"todo, of {self.tasks:,}", ["todo", "--as", plan.FEW], None, "8 ms", "15 ms", many)

    def lists(self):
        self.reads("list --late --lead", ["list", "--late", "--lead", LEAD, "--at", DUE],
                   ["lead", LEAD], "1.5x", "3x")
        self.reads("status", ["status", "--at", DUE], ["tasks"], "1.5x", "3x")


WORKS = {"night": Works.night, "idle": Works.idle, "step": Works.step, "apply": Works.apply,
         "import": Works.imports, "sheet": Works.sheet, "papers": Works.papers,
         "settling": Works.settling, "audit": Works.audit, "processes": Works.processes,
         "lists": Works.lists}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--tasks", type=int, default=1_000_000, help="at most 1,000,000: one plan")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", action="append", choices=WORKS, help="these works alone")
    parser.add_argument("--big", action="store_true", help="nothing due of ten times as many, too")
    parser.add_argument("--memory", default="/dev/shm/duban-bench", help="a folder in memory")
    parser.add_argument("--disk", default=None, help="a folder on a disk; build/bench if not given")
    parser.add_argument("--json", help="write the figures to this file")
    parser.add_argument("--growth", metavar="SVG", help="only draw how times grow with the tasks")
    parser.add_argument("--most", type=int, default=10_000_000, help="where the growth ends")
    options = parser.parse_args()
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    bench = Bench(options.build, options.memory, options.disk or os.path.join(root, "build", "bench"))
    if options.growth:
        growth.draw(options.growth, growth.measure(bench, options.most, options.rounds))
        return
    table = Table()
    works = Works(bench, table, options.tasks, options.rounds)
    try:
        for name in options.only or WORKS:
            WORKS[name](works)
        if options.big:
            works.idle(plans=10)
    finally:
        shutil.rmtree(bench.memory, ignore_errors=True)
    table.show()
    if options.json:
        with open(options.json, "w") as out:
            json.dump(table.rows, out, ensure_ascii=False, indent=1)


main()
