"""The offices that the trials are played in: a plan of 57 tasks with each kind of step ready to be
taken, and a large plan made of CSV."""

import json

from machine import SOURCE

PLAN = SOURCE / "tests/data/plans/plan.csv"
BEGIN = "2017-01-20"
PRIOR = "2017-02-06"
NOW = "2017-02-20"
FIRST, SECOND = "督查一处", "督查二处"
PAPER = "paper.txt"  # beside the workspaces: a file that serves as evidence


def step(event, task, actor, **options):
    return {"do": event, "task": task, "as": actor} | {
        key.replace("_", "-").rstrip("-"): value for key, value in options.items()}


# What has to have happened before the steps below can be taken, all on 2017-02-06.
BEFORE = [
    step("report", "2.2.3", "省公安厅", note="已完成", evidence=[PAPER]),
    step("report", "1.3.12", "省质监局", note="已完成", evidence=[PAPER]),
    step("report", "1.6.2", "省安监局", note="已完成", evidence=[PAPER]),
    step("request-extension", "1.1.1", "省安监局", due="2019-06-30", note="招标推迟"),
    step("request-extension", "1.7.2", "省安监局", due="2021-06-30", note="招标推迟"),
    step("suspend", "1.3.14", FIRST, until="2017-05-01", note="等待立法"),
    step("report", "1.3.17", "民航湖南监管局", note="已完成", evidence=[PAPER]),
    step("cancel", "2.6.3", FIRST, note="政策调整"),
]

# Each event of the lifecycle that a person takes, once.
STEPS = [
    step("start", "1.3.11", "省经信委"),
    step("progress", "1.3.16", "省经信委", note="已完成方案起草"),
    step("contribute", "1.3.9", "省水利厅", note="本单位部分已完成", 
         evidence=["letter.txt"]),
    step("excuse", "1.1.2", FIRST, co=["省安监局"], note="无相关职责"),
    step("report", "1.3.10", "省公安厅", note="任务完成",
         evidence=["letter.txt", "list.txt"]),
    step("withdraw", "2.2.3", "省公安厅", note="数据有误"),
    step("verify", "1.3.12", FIRST, note="核验属实", evidence=["list.txt"]),
    step("return", "1.6.2", FIRST, note="缺少台账", due="2019-03-31"),
    step("request-extension", "1.3.19", "省水利厅", due="2019-06-30", note="招标推迟"),
    step("grant-extension", "1.1.1", FIRST, note="同意"),
    step("deny-extension", "1.7.2", FIRST, note="理由不足"),
    step("amend", "1.3.5", FIRST, due="2020-06-30", urgent=True, note="调整"),
    step("reassign", "1.4.1", FIRST, to="省发改委", keep_as_co=True, note="职能划转"),
    step("suspend", "1.3.8", FIRST, until="2017-06-30", note="等待立法"),
    step("resume", "1.3.14", FIRST),
    step("miss", "1.3.18", FIRST, note="上半年未报", at="2017-08-01"),
    step("reopen", "2.6.3", FIRST, due="2019-12-31", note="问题反弹"),
    step("conclude", "1.3.17", FIRST, note="转入日常工作"),
    step("cancel", "2.6.1", FIRST, note="政策调整"),
    step("remark", "2.7.1", FIRST, to="省安监局", note="请尽快报进展"),
]

# A stream of them, with a night in it, and with lines that are refused.
STREAM = [
    STEPS[0], STEPS[1],
    step("verify", "1.3.11", FIRST, note="尚未报结"),
    STEPS[2], STEPS[4],
    step("start", "1.3.12", "省公安厅"),
    STEPS[6], STEPS[8],
    {"do": "nightly", "at": "2017-03-01"},
    step("cancel", "2.6.1", FIRST, note="政策调整", at="2017-03-02"),
    step("remark", "2.7.1", FIRST, to="省安监局", note="请尽快报进展", at="2017-03-02"),
]


def arguments(one):
    """A step as words of a command line."""
    words = [one["do"], one["task"]]
    for key, value in one.items():
        if key in ("do", "task"):
            continue
        if value is True:
            words.append(f"--{key}")
        for text in value if isinstance(value, list) else [value] if value is not True else []:
            words += [f"--{key}", text]
    if "at" not in one:
        words += ["--at", NOW]
    return words


def lines(steps, at=NOW):
    """Steps as a stream for `apply`."""
    return "".join(json.dumps({"at": at} | one, ensure_ascii=False) + "\n" for one in steps)


def make_papers(machine):
    for name, text in ((PAPER, "来函"), ("letter.txt", "来函二"), ("list.txt", "清单\n" * 3000)):
        (machine.folder / name).write_text(text)


def empty(machine, name="empty"):
    """A workspace without a plan, and the papers that steps will name."""
    make_papers(machine)
    workspace = machine.folder / name
    if not workspace.exists():
        machine.must(workspace, ["init", workspace, "--rehearsal", "--at", BEGIN], around=workspace)
    return workspace


def import_of(plan="hn135", file=PLAN):
    return ["import", file, "--plan", plan, "--as", FIRST, "--at", BEGIN]


def ready(machine):
    """The 57 tasks with every step of STEPS ready."""
    workspace = machine.folder / "ready"
    if not workspace.exists():
        machine.copy(empty(machine), "ready")
        machine.must(workspace, import_of())
        machine.must(workspace, ["apply", "-"], stdin=lines(BEFORE, PRIOR))
    return workspace


LEADS = ("省经信委", "省公安厅", "省质监局", "省水利厅", "省安监局", "省交通运输厅")


def large_plan(machine, tasks):
    """A CSV of so many tasks, due between 2017-03-01 and 2018-02-28, most without a co."""
    path = machine.folder / f"large{tasks}.csv"
    rows = ["序号,工作任务,牵头单位,协办单位,完成时限"]
    rows.append("一、主要任务,,,,")
    for number in range(tasks):
        if number % 500 == 0:
            rows.append(f"（{SECTIONS[number // 500]}）各项工作,,,,")
        lead = LEADS[number % len(LEADS)]
        co = LEADS[(number + 1) % len(LEADS)] if number % 4 == 0 else ""
        due = f"2017年{3 + number % 9}月底前"
        rows.append(f"{number % 500 + 1},完成第{number}项工作。,{lead},{co},{due}")
    path.write_text("\n".join(rows) + "\n")
    return path


SECTIONS = "一二三四五六七八九十"


def large(machine, tasks):
    workspace = machine.folder / f"large{tasks}"
    if not workspace.exists():
        machine.copy(empty(machine), workspace.name)
        machine.must(workspace, import_of("big", large_plan(machine, tasks)))
    return workspace
