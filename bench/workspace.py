"""Workspaces of a given size for the measurements, made once and kept under build/bench."""
import csv
import os
import pwd
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BEFORE_DUE = "2017-12-30"
DUE = "2018-01-01T09:00:00+08:00"
LEAD = "省水利厅"
OFFICE = "督查一处"


def admin():
    """The account that makes a workspace is its admin."""
    return pwd.getpwuid(os.getuid()).pw_name


class Bench:
    def __init__(self, build, memory, disk):
        self.duban = os.path.join(ROOT, build, "duban")
        self.floor_write = os.path.join(ROOT, build, "bench", "floor_write")
        self.floor_read = os.path.join(ROOT, build, "bench", "floor_read")
        self.floor_parse = os.path.join(ROOT, build, "bench", "floor_parse")
        self.kept = os.path.join(disk, "kept")
        self.memory = memory
        self.disk = disk
        for folder in (self.kept, memory):
            os.makedirs(folder, exist_ok=True)

    def run(self, workspace, *arguments, **options):
        """duban, which must succeed; what it printed."""
        done = subprocess.run([self.duban, "--workspace", workspace, *arguments],
                              capture_output=True, text=True, **options)
        if done.returncode != 0:
            raise SystemExit(f"duban {' '.join(arguments)} exited with {done.returncode}: {done.stderr}")
        return done.stdout

    def plan(self, tasks, due=None):
        """A plan as CSV; `due` of its tasks fall due at the end of 2017, one in twenty if not given."""
        due = due or (tasks + 19) // 20
        path = os.path.join(self.kept, f"plan{tasks}-{due}.csv")
        if not os.path.exists(path):
            with open(path + ".new", "w") as out:
                subprocess.run([sys.executable, os.path.join(ROOT, "bench", "plan.py"), str(tasks), str(due)],
                               stdout=out, check=True)
            os.rename(path + ".new", path)
        return path

    def paper(self, kind, tasks):
        """The same plan as another document, papers.py."""
        path = os.path.join(self.kept, f"plan{tasks}.{kind}")
        if not os.path.exists(path):
            new = os.path.join(self.kept, f"new.{kind}")
            subprocess.run([sys.executable, os.path.join(ROOT, "bench", "papers.py"), str(tasks),
                            str((tasks + 19) // 20), new], check=True)
            os.rename(new, path)
        return path

    def corrections(self, tasks, count):
        """`count` rows of the sheet that a review of the plan writes, each with another lead."""
        path = os.path.join(self.kept, f"corrections{tasks}-{count}.csv")
        if not os.path.exists(path):
            review = os.path.join(self.memory, "review.csv")
            self.run(self.empty(), "import", self.plan(tasks), "--plan", "p0", "--as", OFFICE,
                     "--at", "2017-03-01", "--review", review)
            with open(review, encoding="utf-8-sig", newline="") as sheet, \
                    open(path + ".new", "w", encoding="utf-8-sig", newline="") as out:
                rows = csv.reader(sheet)
                writer = csv.writer(out)
                head = next(rows)
                writer.writerow(head)
                lead = head.index("lead")
                for number, row in enumerate(rows):
                    if number % max(1, tasks // count) == 0:
                        row[lead + 1], row[-1] = LEAD, "会议纪要"
                        writer.writerow(row)
            os.remove(review)
            os.rename(path + ".new", path)
        return path

    def rules(self):
        """The shipped rules without the rung of tasks that nobody starts: it would make all due."""
        path = os.path.join(self.kept, "rules.yaml")
        with open(os.path.join(ROOT, "config", "rules", "default.yaml")) as shipped:
            text = shipped.read()
        quiet = "overrides:\n  - match: { ongoing: false }\n    escalations: { unstarted: null }\n"
        changed = text.replace("\noverrides:\n", "\n" + quiet, 1)
        assert changed != text
        with open(path, "w") as out:
            out.write(changed)
        return path

    def empty(self):
        """A rehearsal without a plan, under the rules above."""
        place = os.path.join(self.kept, "empty")
        if not os.path.exists(place):
            subprocess.run([self.duban, "init", place + ".new", "--rehearsal", "--at", "2017-01-02"],
                           check=True, capture_output=True)
            self.run(place + ".new", "rules", "activate", self.rules(), "--as", admin(), "--at",
                     "2017-01-02")
            os.rename(place + ".new", place)
        return place

    def imported(self, tasks, plans=1, due=None):
        """`plans` plans of `tasks` tasks each, the first with `due` tasks due at the end of 2017, and
        the reminders before that raised."""
        place = os.path.join(self.kept, f"{plans}x{tasks}-{due or 'twentieth'}")
        if not os.path.exists(place):
            new = place + ".new"
            shutil.rmtree(new, ignore_errors=True)
            shutil.copytree(self.empty(), new)
            for number in range(plans):
                self.run(new, "import", self.plan(tasks, due if number == 0 else 1), "--plan",
                         f"p{number}", "--as", OFFICE, "--at", "2017-03-01")
            self.run(new, "nightly", "--quiet", "--at", BEFORE_DUE)
            os.rename(new, place)
        return place

    def copy(self, workspace, name, on_disk=False):
        place = os.path.join(self.disk if on_disk else self.memory, name)
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(workspace, place)
        return place

    def copy_database(self, workspace, name, on_disk=False):
        place = os.path.join(self.disk if on_disk else self.memory, name)
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(place + suffix):
                os.remove(place + suffix)
        shutil.copy(os.path.join(workspace, "duban.db"), place)
        return place
