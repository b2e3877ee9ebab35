#!/usr/bin/python3
"""Makes the seeds beside it, of what the project has: examples/, config/, tests/data, docs.

Run it after a change of those; what it writes is committed. Seeds are small, so that the fuzzer
gets through many: of a long file they are the beginning. Office files become their members, each
behind a line "=== name" (see members.hpp).
"""
import csv
import io
import json
import pathlib
import re
import shutil
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PLANS = ROOT / 'tests/data/plans'
TRIALS = ROOT / 'tests/data/trials'
PAGE = ('<html><head><title>x</title></head><body><nav>a</nav><h1>清单</h1><table><tr><th>序号<th>任务'
        '<th>牵头单位<th>完成时限<tr><td rowspan=2>1<td colspan=1>修订。<td>省财政厅<td>2018年底'
        '<tr><td>印发。<td>省公安厅<td>每季度</table><ol><li>甲</ol></body></html>')
EXAMPLE = ROOT / 'examples/hn135'


def seed(target, name, content):
    path = HERE / 'seeds' / target / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def members(path, shorten=lambda name, text: text):
    with zipfile.ZipFile(path) as z:
        return ''.join('=== %s\n%s\n' % (name, shorten(name, z.read(name).decode()))
                       for name in z.namelist() if 'Content_Types' not in name)


def first_rows(count, tag):
    """Keeps the first elements of that tag and what stands around all of them."""
    def shorten(name, text):
        found = list(re.finditer(r'<%s[ >].*?</%s>' % (tag, tag), text, re.S))
        if len(found) <= count:
            return text
        return text[:found[count - 1].end()] + text[found[-1].end():]
    return shorten


def documents():
    for name in ('merged', 'two_tables', 'lead_and_co', 'no_deadline'):
        seed('docx', name, members(PLANS / (name + '.docx')))
    for name in ('d02_layout_table', 'd05_headings_counted_by_word', 'd06_number_in_eq_field',
                 'd08_placeholder_of_a_control', 'd09_tracked_cell_and_paragraph'):
        seed('docx', name, members(TRIALS / (name + '.docx')))
    seed('docx', 'plan', members(EXAMPLE / 'plan.docx', first_rows(8, 'w:tr')))
    for name in ('serials', 'serials_1904', 'sheets'):
        seed('xlsx', name, members(PLANS / (name + '.xlsx')))

    def shorten(name, text):
        return first_rows(12, 'row' if 'sheet1' in name else 'si')(name, text)
    seed('xlsx', 'plan', members(EXAMPLE / 'plan.xlsx', shorten))
    for name in ('merged.docx', 'dtd.docx', 'twice.docx', 'cut.docx', 'serials_1904.xlsx'):
        seed('archive', name, (PLANS / name).read_bytes())


def texts():
    for path in sorted(PLANS.glob('*.csv')):
        if path.stat().st_size not in range(1, 1000):
            continue
        seed('csv', path.stem, path.read_bytes())
    seed('csv', 'plan', b''.join((EXAMPLE / 'plan.csv').read_bytes().splitlines(True)[:9]))
    seed('csv', 'plan_gb18030',
         b''.join((EXAMPLE / 'plan_gb18030.csv').read_bytes().splitlines(True)[:9]))
    seed('html', 'plan', PAGE)
    seed('html', 'gbk', PAGE.encode('gb18030'))
    seed('txt', 'paragraphs', '方案\n\n一、总则\n1.修订办法。（省财政厅牵头，6月底前完成）\n')
    seed('txt', 'tabs', '序号\t任务\t牵头单位\t完成时限\n1\t修订。\t省财政厅\t2018年底\n')
    seed('txt', 'one_level', (PLANS / 'one_level.txt').read_bytes())
    start = (EXAMPLE / 'plan.txt').read_text()[:1500]
    seed('txt', 'plan', start)
    seed('txt', 'plan_gb18030', start.encode('gb18030'))
    seed('txt', 'plan_utf16', b'\xfe\xff' + start.encode('utf-16-be'))


def cells():
    forms = re.findall(r'^\| `([^`]+)` \|', (ROOT / 'docs/deadlines.md').read_text(), re.M)
    for i in range(0, len(forms), max(1, len(forms) // 16)):
        seed('deadline_text', '%03d' % i, forms[i])
    words = sorted({word for form in forms for word in re.findall(r'[^\d\W]+|\W', form)})
    (HERE / 'deadline_text.dict').write_text(''.join(
        '"%s"\n' % ''.join('\\x%02X' % byte for byte in word.encode()) for word in words))

    rows = list(csv.reader(io.StringIO((EXAMPLE / 'plan.csv').read_text(encoding='utf-8-sig'))))
    column = max(range(len(rows[-2])), key=lambda i: sum('、' in r[i] for r in rows if len(r) > i))
    found = sorted({r[column] for r in rows if len(r) > column and '省' in r[column]},
                   key=lambda cell: (len(cell), cell))
    for i in range(0, len(found), max(1, len(found) // 10)):
        seed('department_cell', '%03d' % i, found[i])
    for name, cell in (('lead', '省公安厅（牵头）、省财政厅（配合）'), ('short', '长沙、岳阳市人民政府'),
                       ('vague', '牵头单位:省安监局;省发改委等部门负责'), ('torn', '省公\n安厅 省财政厅')):
        seed('department_cell', name, cell)


def settings():
    rules = (ROOT / 'config/rules/default.yaml').read_text()
    scenarios = (ROOT / 'config/rules/default.test.yaml').read_text()
    seed('scenario_file', 'default', scenarios[:scenarios.index('  - name: 没有协办')])
    seed('scenario_file', 'habits', re.findall(
        r'```yaml\n(lead:.*?)```', (ROOT / 'docs/simulate.md').read_text(), re.S)[0])
    seed('rule_file', 'default', rules)
    seed('rule_file', 'audit', (ROOT / 'tests/data/audit/rules.yaml').read_text())
    seed('rule_file', 'small',
         'rules: small\nversion: 1\ntimezone: Asia/Shanghai\ncalendar: cn\ntransitions:\n'
         '  start: { by: [lead] }\n  suspend: { by: [coordinator], note: true, max: 90wd }\n'
         'deadlines: { every: quarter, grace: 5wd, warning: 2w }\nescalations:\n'
         '  - { id: near, at: due - 30d, in: [assigned], level: 0, notify: [lead],\n'
         '      repeat: { every: 5wd, times: 3 } }\noverrides:\n'
         '  - match: { section: ["1.3"], lead: 省安监局, ongoing: false }\n'
         '    transitions: { start: ~, report: { by: [lead, co], evidence: 2 } }\n'
         '    escalations: { near: { at: due - 60d } }\n')
    words = sorted(set(re.findall(r'[a-z][a-z_-]+', re.sub(r'#.*', '', rules))))
    extra = ['due - ', 'assigned + ', 'wd', 'mo', '~', 'null', '&a', '*a', '!!', '<<: ', '{ ', ' }',
             '[', ']', '- ', '? ', '|', '>', "'", '\\"', '---', '%YAML', '\\xEF\\xBB\\xBF']
    (HERE / 'yaml.dict').write_text(''.join('"%s"\n' % word for word in words + extra))
    hunan = (ROOT / 'config/departments/hunan.yaml').read_text()
    seed('directory_file', 'hunan', hunan[:hunan.index('\n', 3000)] + '\n')
    seed('directory_file', 'small',
         'departments:\n  - { name: 省政府督查室, superior: 省政府 }\n  - { name: 省政府 }\n'
         '  - { name: 安委办, aliases: [安办, 委办], housed_in: 省政府督查室 }\n'
         '  - { name: 各市, members: [安办, 省政府] }\n  - { name: 各部门, group: true }\n'
         'actors:\n  - { id: 李, department: 安办, name: 李明, account: li }\n'
         'grants:\n  - { subject: 李, role: coordinator, plan: hn135 }\n')
    for year in (2018, 2020):
        seed('calendar_file', str(year), (ROOT / ('config/calendars/cn/%d.json' % year)).read_text())
    seed('calendar_file', 'bundle', '{"name":"cn","years":[{"off":["2018-01-01"],"work":["2018-02-11"]'
         ',"year":2018},{"off":[],"work":[],"year":2019}]}')


def log():
    entry = {'actor': '省经信委', 'basis': '5891' * 16, 'data': {}, 'department': '省经信委',
             'effective': '2017-02-28T16:00:00Z', 'event': 'start', 'from': 'assigned',
             'plan': 'hn135', 'prev': 14, 'recorded': '2017-02-28T16:00:00Z', 'role': 'lead',
             'seq': 59, 'task': 'hn135/1.3.11', 'to': 'in_progress', 'v': 1, 'via': 'zhang'}

    def line(**changes):
        return json.dumps({**entry, **changes}, ensure_ascii=False, sort_keys=True,
                          separators=(',', ':'))
    kept = [line(), line(data={'note': '进展"\\\n\u0001', 'evidence': [{'size': 3}]}, event='progress'),
            line(actor=None, department=None, via=None, role=None, event='deadline', to='overdue'),
            line(task=None, plan=None, prev=None, **{'from': None}, to=None, event='checkpoint'),
            line(**{'from': None}, prev=None, event='assign', role='coordinator', to='assigned', data={
                'co': ['省公安厅', '省安监局'], 'content': '规范"监管"部门职能', 'deadline': '2018',
                'due': '2018-12-31', 'every': None, 'lead': '省经信委', 'ongoing': False,
                'titles': ['主要任务', '（三）'], 'urgent': True})]
    for i, text in enumerate(kept):
        seed('log_entry', str(i), text)
        seed('canonical_json', 'entry%d' % i, text)
    for name, text in (('numbers', '[0,-1,9007199254740991,1.5,1e3,-0]'), ('keys', '{"\\uFB33":1,"\\uD83D\\uDE00":2,"€":3,"a":{}}'),
                       ('escapes', '"\\u0000\\b\\f\\n\\r\\t\\u001f\\u007f\\u0080\\/\\\\\\"\\ud834\\udd1e"'),
                       ('words', ' { "a" : [ true , false , null ] } ')):
        seed('canonical_json', name, text)
    steps = ['{"do":"start","task":"1.3.11","as":"省经信委"}',
             '{"do":"report","task":"hn135/1.3.11","note":"完成","evidence":["a.pdf","b"],"for":"省水利厅","dated":"2018-11-20","without":["省安监局"]}',
             '{"do":"amend","task":"1","due":"2019-01-01","add-co":"a","drop-co":["b"],"content":"c","error":true,"at":"2019-01-01"}',
             '{"do":"nightly","at":"2019-01-15T10:00:00+08:00"}', '  ', '{"do":"strat","task":null}', 'x']
    seed('command_stream', 'all', '\ufeff' + '\r\n'.join(steps))
    for i, step in enumerate(steps[:4]):
        seed('command_stream', str(i), step + '\n')


def details():
    def canonical(value):
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(',', ':'))
    day, at = '2018-12-31', '2018-02-28T16:00:00Z'
    anchor = {'count': 2, 'day': day, 'generation': 1, 'since': at}
    anchors = ('assigned', 'due', 'entered', 'heard', 'reported', 'requested', 'started')
    cycle = {'first': '2018-01-01', 'last': '2018-06-30', 'name': '2018H1'}
    bare = {'anchors': {'due': anchor}, 'assigned': at, 'original_due': day, 'updated': at,
            'dues': [{'actor': '督查一处', 'due': day, 'made': at}]}
    full = {**bare, 'anchors': {name: anchor for name in anchors},
            'contributions': [{'actor': 'a', 'at': at, 'department': 'b', 'full': False}],
            'cycle': cycle, 'cycle_overdue_from': day, 'due_floor': at, 'every': 'half-year',
            'cycles': [{'cycle': cycle, 'due': day, 'extensions': 1, 'late_days': 3, 'light': 'red',
                        'missed': True, 'original_due': day, 'reported': at, 'verified': at}],
            'dues': [{'actor': 'a', 'cause': 'grant-extension', 'due': day, 'made': at}],
            'evidence': [{'actor': 'a', 'at': at, 'counts': True, 'department': 'b', 'name': '来函"\\\n',
                          'sha256': '5891' * 16, 'size': 9007199254740991}],
            'excused': ['a', 'b'], 'extensions': 2, 'last_note': '\u0001', 'judged_since': at,
            'floors': [{'after': at, 'generation': 1, 'rung': 'r'}],
            'forgiven': [{'first': day, 'last': day}],
            'left': {'entered': anchor, 'state': 'in_progress'}, 'ongoing': True, 'opened_late': True,
            'overdue': [{'first': day, 'last': day}], 'overdue_since': day, 'owing': ['c'],
            'raised': [{'day': day, 'generation': 1, 'occurrence': -1, 'rung': 'r'}],
            'remarks': [{'actor': 'a', 'at': at, 'note': 'n', 'to': 'b', 'until': day}],
            'report': {'at': at, 'claim_verified': True, 'dated': day, 'due': day, 'reporter': 'a'},
            'request': {'at': at, 'dated': day, 'requester': 'a', 'wanted': day}, 'started': at,
            'stopped': day, 'suspensions': [{'ended': day, 'from': day, 'until': day}], 'urgent': True,
            'verified': at}
    for name, value in (('bare', bare), ('full', full), ('empty', {})):
        seed('task_detail', name, canonical(value))


shutil.rmtree(HERE / 'seeds', ignore_errors=True)
documents()
texts()
cells()
settings()
log()
details()
