"""A workspace to attack, and what every attack must end in.

Each command ends by itself within SECONDS of processor time and MEGABYTES of memory, says one clear
thing, changes no file, and shows nothing of a file that it was not given.
"""
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

SECONDS = 5
MEGABYTES = 256
CANARY = 'canary-6b1f0c'
# What a terminal obeys: C0 but the line feed, DEL, C1, and the marks that turn the writing.
CONTROL = re.compile('[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]')
HERE = pathlib.Path(__file__).resolve().parent
DUBAN = os.environ.get('DUBAN_BINARY') or str(HERE.parent.parent / 'build/release/duban')


class Outcome:
    def __init__(self, status, out, err, seconds, megabytes):
        self.status, self.out, self.err = status, out, err
        self.seconds, self.megabytes = seconds, megabytes


class Desk:
    def __init__(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix='duban-hostile-'))
        self.papers = self.root / 'papers'
        self.papers.mkdir()
        (self.root / 'canary.txt').write_text(CANARY)
        self.office = self.root / 'office'
        self.attacks = 0
        self.failures = []
        self.dearest = (0, '')
        self.largest = (0, '')
        made = self.run('init', str(self.office), '--rehearsal', '--at', '2018-01-05')
        assert made.status == 0, made.err
        self.entries = self.run('audit', 'check').out

    def run(self, *words, stdin=None):
        """Runs duban in the workspace; stdin is a path."""
        def limits():
            resource.setrlimit(resource.RLIMIT_CPU, (2 * SECONDS,) * 2)
            resource.setrlimit(resource.RLIMIT_AS, (1 << 30,) * 2)
        environment = {**os.environ, 'LC_ALL': 'C', 'TZ': 'UTC', 'DUBAN_ACTOR': '督查一处'}
        where = self.office if self.office.exists() else self.root
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, \
                open(stdin or os.devnull, 'rb') as given:
            process = subprocess.Popen([DUBAN, '--lang', 'en', *words], cwd=where, stdin=given,
                                       stdout=out, stderr=err, env=environment, preexec_fn=limits)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = status
            texts = []
            for stream in (out, err):
                stream.seek(0)
                texts.append(stream.read(4 << 20).decode(errors='surrogateescape'))
        return Outcome(os.waitstatus_to_exitcode(status), *texts,
                       usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)

    def files(self):
        """All that is there, but for the database: its journal comes and goes with reading."""
        return {str(path): (path.lstat().st_size, path.lstat().st_mtime_ns)
                for path in self.root.rglob('*') if not path.name.startswith('duban.db')
                and path.is_file()}

    def fail(self, name, why, outcome):
        self.failures.append(name)
        print('%s: %s\n    status %d, %.1f s, %.0f MB\n    %s' % (
            name, why, outcome.status, outcome.seconds, outcome.megabytes,
            (outcome.out + outcome.err)[:500].replace('\n', '\n    ')), flush=True)

    def attack(self, name, words, says, status=2, stdin=None):
        """`says` is a regular expression that the answer must hold."""
        self.attacks += 1
        before = self.files()
        outcome = self.run(*words, stdin=stdin)
        answer = outcome.out + outcome.err
        self.dearest = max(self.dearest, (outcome.seconds, name))
        self.largest = max(self.largest, (outcome.megabytes, name))
        if outcome.status != status:
            self.fail(name, 'should end with status %d' % status, outcome)
        elif not re.search(says, answer):
            self.fail(name, 'should say: ' + says, outcome)
        elif outcome.seconds > SECONDS or outcome.megabytes > MEGABYTES:
            self.fail(name, 'costs more than %d s or %d MB' % (SECONDS, MEGABYTES), outcome)
        elif CONTROL.search(answer) or any('\udc80' <= c <= '\udcff' for c in answer):
            self.fail(name, 'a control character or a broken byte came out', outcome)
        elif CANARY in answer:
            self.fail(name, 'shows what is in another file', outcome)
        elif self.files() != before:
            self.fail(name, 'changed files: %s' % sorted(set(self.files()) ^ set(before)), outcome)

    def paper(self, name, content=b''):
        """Writes a file to be attacked with; content is bytes, text or an iterable of bytes."""
        path = self.papers / name
        with open(path, 'wb') as file:
            if isinstance(content, (bytes, str)):
                content = [content.encode() if isinstance(content, str) else content]
            for block in content:
                file.write(block)
        return str(path)

    def close(self):
        after = self.run('audit', 'check')
        if after.out != self.entries:
            self.fail('the log', 'is not what it was', after)
        shutil.rmtree(self.root)
        if self.attacks:
            print('%d attacks; at most %.1f s (%s) and %.0f MB (%s)' % (
                self.attacks, *self.dearest, *self.largest))
        print('%d failed' % len(self.failures))
        sys.exit(1 if self.failures else 0)
