"""Syncs and pages of a workload, counted by the disk that tests/torture puts under a process."""
import os
import pathlib
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "tests", "torture"))

from disk import read_journal  # noqa: E402
from machine import Machine  # noqa: E402

PAGE_BYTES = 4096


def counted(duban, workspace, command):
    """How often a run of duban syncs, and how many pages it writes to SQLite's log."""
    machine = Machine(duban)
    try:
        journal = machine.folder / "journal"
        run = machine.run(pathlib.Path(workspace).resolve(), command, journal=journal)
        if run.status != 0:
            raise SystemExit(f"duban {' '.join(command)} exited with {run.status}: {run.err}")
        calls = read_journal(journal)
    finally:
        machine.close()
    syncs = sum(kind == "sync" for kind, *_ in calls)
    pages = sum(kind == "write" and path.endswith("-wal") and len(data) == PAGE_BYTES
                for kind, path, _, data in calls)
    return syncs, pages
