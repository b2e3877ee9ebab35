"""What a power failure leaves: files made from a journal of shim.c.

The rules are the hard ones of POSIX. Bytes are safe once their file was synced after they were
written; a name (of a new, renamed or removed file) once its folder was. Of all the rest each draw
keeps something else: nothing, everything, some writes in any order, some sectors of them, and a
file may have its new length without the bytes. Names are lost from the last backwards, folder by
folder, as file systems with a journal lose them.
"""

import copy
import os

SECTORS = (512, 4096)


def read_journal(path):
    """The records, in the order of the calls: (kind, path, number, bytes)."""
    data = path.read_bytes()
    at, found = 0, []
    while at < len(data):
        end = data.index(b"\n", at)
        kind, name, number, length = data[at:end].decode().split("\t")
        at = end + 1 + int(length)
        found.append((kind, name, int(number), data[end + 1:at]))
    return found


class Node:
    """A file: the bytes that are safe, and what was done since."""

    def __init__(self, content=b""):
        self.safe = bytearray(content)
        self.pending = []  # (offset, bytes), or (size, None)

    def sync(self):
        for change in self.pending:
            apply(self.safe, change)
        self.pending = []

    def draw(self, dice):
        content = bytearray(self.safe)
        how = dice.choice(("nothing", "everything", "some", "some", "torn", "torn"))
        if how == "nothing":
            return bytes(content)
        changes = list(self.pending)
        if how != "everything":
            changes = [change for change in changes if dice.random() < 0.6]
        if how == "torn":
            changes = [piece for change in changes for piece in tear(change, dice)]
        for change in changes:
            apply(content, change)
        if dice.random() < 0.3:  # the length is safe before the bytes are
            length = max([len(content)] + [at + len(data) for at, data in self.pending if data])
            content.extend(bytes(length - len(content)))
        return bytes(content)


def apply(content, change):
    at, data = change
    if data is None:
        del content[at:]
        content.extend(bytes(at - len(content)))
        return
    content.extend(bytes(max(0, at + len(data) - len(content))))
    content[at:at + len(data)] = data


def tear(change, dice):
    """The sectors of a write that arrived."""
    at, data = change
    if data is None:
        return [change]
    sector = dice.choice(SECTORS)
    pieces, here = [], at
    while here < at + len(data):
        end = min(at + len(data), (here // sector + 1) * sector)
        if dice.random() < 0.5:
            pieces.append((here, data[here - at:end - at]))
        here = end
    return pieces


class Disk:
    """A folder, as it is now and as it is safe. A folder's node is None."""

    def __init__(self, base):
        self.now, self.waiting = {".": None}, {}
        for around, folders, files in os.walk(base):
            for name in folders:
                self.now[os.path.relpath(os.path.join(around, name), base)] = None
            for name in files:
                path = os.path.join(around, name)
                with open(path, "rb") as file:
                    self.now[os.path.relpath(path, base)] = Node(file.read())
        self.safe = dict(self.now)

    def copy(self):
        return copy.deepcopy(self)

    def take(self, record):
        kind, path, number, data = record
        if kind == "write":
            if path in self.now:
                self.now[path].pending.append((number, data))
        elif kind == "size":
            self.now[path].pending.append((number, None))
        elif kind == "sync":
            if path not in self.now:
                return  # one that has no name any more
            if self.now[path] is not None:
                return self.now[path].sync()
            for change in self.waiting.pop(path, []):
                rename(self.safe, *change)
        elif kind in ("create", "mkdir"):
            self.name(path, None, path, Node() if kind == "create" else None)
        elif kind in ("unlink", "rmdir"):
            self.name(path, path, None, None)
        elif kind == "rename":
            new = data.decode()
            self.name(new, path, new, self.now[path])
        elif kind not in ("failed", "said"):
            raise ValueError(f"the journal has a {kind}")

    def name(self, about, *change):
        rename(self.now, *change)
        self.waiting.setdefault(os.path.dirname(about) or ".", []).append(change)

    def draw(self, dice, folder):
        """Makes the files of one draw in `folder`, which is new."""
        names = dict(self.safe)
        for changes in self.waiting.values():
            for change in changes[:dice.choice((0, len(changes), dice.randint(0, len(changes))))]:
                rename(names, *change)
        folder.mkdir()
        for path in sorted(names):
            target = folder / path
            if path == "." or not target.parent.is_dir() or path.endswith("-shm"):
                continue  # below a folder that was lost; or shared memory, which is
            if names[path] is None:
                target.mkdir()
            else:
                target.write_bytes(names[path].draw(dice))
        return folder


def rename(names, old, new, node):
    """Takes `old` away and puts `node` at `new`; either may be None. A folder takes all along."""
    below = {path: names[path] for path in names if old and path.startswith(old + "/")}
    for path in [*below, old]:
        names.pop(path, None)
    if new is None:
        return
    names[new] = node
    for path, inner in below.items():
        names[new + path[len(old):]] = inner
