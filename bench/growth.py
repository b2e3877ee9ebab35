"""How times grow from ten thousand tasks to millions, as a picture."""
import math
import os
import shutil

import plan
from measure import Measure, median
from workspace import BEFORE_DUE, DUE

SERIES = (("nightly, 500 due", "#b4232a"), ("nightly, nothing due", "#1f5fa8"),
          ("show", "#2b7a3d"), ("todo", "#8a5a00"))
LATER = "2018-01-20T09:00:00+08:00"  # ten working days after DUE: the next rung of the same tasks
PLAN_MAX = 1_000_000


def measure(bench, most, rounds):
    """Milliseconds of a process by the number of tasks, for each of SERIES."""
    points = []
    tasks = 10_000
    while tasks <= most:
        plans = max(1, tasks // PLAN_MAX)
        kept = bench.imported(min(tasks, PLAN_MAX), plans, due=500)
        row = {"tasks": tasks}
        unchanging = [bench.duban, "--workspace", kept]
        commands = {"nightly, nothing due": ["nightly", "--quiet", "--at", BEFORE_DUE],
                    "show": ["show", "p0/1.2.3"], "todo": ["todo", "--as", plan.FEW]}
        for name, command in commands.items():
            row[name] = median([Measure([*unchanging, *command]) for _ in range(4 * rounds)], "wall") * 1e3
        nights = []
        for _ in range(1 if plans > 1 else rounds):
            place = bench.copy(kept, "ours", on_disk=plans > 1)
            bench.run(place, "nightly", "--quiet", "--at", DUE)  # what it reads is in memory after
            nights.append(Measure([bench.duban, "--workspace", place, "nightly", "--quiet", "--at", LATER]))
        row["nightly, 500 due"] = median(nights, "wall") * 1e3
        shutil.rmtree(place)
        points.append(row)
        tasks *= 10
    return points


def draw(path, points):
    """An SVG with both axes logarithmic: what grows with the tasks would rise."""
    width, height, left, bottom, right = 720, 400, 70, 50, 190
    tasks = [math.log10(point["tasks"]) for point in points]
    times = [point[name] for point in points for name, _ in SERIES]
    low, high = math.floor(math.log10(min(times))), math.ceil(math.log10(max(times)))

    def x(value):
        return left + (math.log10(value) - tasks[0]) / max(tasks[-1] - tasks[0], 1) * (width - left - right)

    def y(value):
        return height - bottom - (math.log10(value) - low) / max(high - low, 1) * (height - bottom - 30)

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
           'font-family="sans-serif" font-size="13">',
           f'<rect width="{width}" height="{height}" fill="white"/>',
           f'<text x="{left}" y="18" font-weight="bold">Time of a process, by tasks in the workspace</text>']
    for power in range(low, high + 1):
        at = y(10**power)
        out.append(f'<line x1="{left}" x2="{width - right}" y1="{at:.1f}" y2="{at:.1f}" stroke="#ddd"/>'
                   f'<text x="{left - 8}" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g} ms</text>')
    for point in points:
        out.append(f'<text x="{x(point["tasks"]):.1f}" y="{height - bottom + 22}" '
                   f'text-anchor="middle">{point["tasks"]:,}</text>')
    ends = sorted((y(points[-1][name]), name, color) for name, color in SERIES)
    label = 0.0
    for end, name, color in ends:
        line = " ".join(f'{x(point["tasks"]):.1f},{y(point[name]):.1f}' for point in points)
        out.append(f'<polyline points="{line}" fill="none" stroke="{color}" stroke-width="2"/>')
        for point in points:
            out.append(f'<circle cx="{x(point["tasks"]):.1f}" cy="{y(point[name]):.1f}" r="3" fill="{color}"/>')
        label = max(end + 4, label + 16)
        out.append(f'<text x="{width - right + 10}" y="{label:.1f}" fill="{color}">{name}: '
                   f'{points[-1][name]:.0f} ms</text>')
    out.append("</svg>")
    with open(path + ".new", "w") as file:
        file.write("\n".join(out) + "\n")
    os.rename(path + ".new", path)
