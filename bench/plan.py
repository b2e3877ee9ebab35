#!/usr/bin/env python3
"""Writes a plan of N tasks as CSV to stdout, shaped like the real one: parts, sections, a hundred
tasks each, 0 to 2 co-departments, about a hundred letters a task. DUE tasks, spread evenly, are due
at the end of 2017, the rest at the end of 2020.

    bench/plan.py 1000000 50000 > plan.csv
"""
import csv
import sys

LEADS = ("省安监局 省发改委 省经信委 省教育厅 省科技厅 省公安厅 省司法厅 省财政厅 省农委 省文化厅 "
         "省住房城乡建设厅 省交通运输厅 省水利厅 省国资委 省质监局 省旅游发展委").split()
FEW = "省气象局"  # leads one task in 20,000 and nothing else
WORK = ("完善各类开发区、工业园区、港区、风景区等功能区安全生产监管体制，明确负责安全生产监督管理的机构，"
        "以及港区安全生产地方监管和部门监管责任，健全企业安全生产诚信体系，建立跨部门联动和失信惩戒机制")
DIGITS = "零一二三四五六七八九"


def numeral(n):
    """1 to 999 as a Chinese document writes it."""
    hundreds, rest = divmod(n, 100)
    tens, ones = divmod(rest, 10)
    text = DIGITS[hundreds] + "百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (DIGITS[ones] if ones else "")


def departments(i):
    """The lead of the i-th task, and its co-departments."""
    if i % 20000 == 19999:
        return [FEW]
    return [LEADS[(i + step) % len(LEADS)] for step in range(1 + i % 3)]


def key(i):
    """Part, section and number of the i-th task."""
    section, no = divmod(i, 100)
    part, section = divmod(section, 100)
    return part + 1, section + 1, no + 1


def main():
    count, due = int(sys.argv[1]), int(sys.argv[2])
    out = csv.writer(sys.stdout, lineterminator="\n")
    sys.stdout.write("\ufeff")
    out.writerow(["序号", "工作内容", "责任部门", "完成时间"])
    for i in range(count):
        part, section, no = key(i)
        if no == 1 and section == 1:
            out.writerow([numeral(part), f"第{part}部分任务", "", ""])
        if no == 1:
            out.writerow([f"（{numeral(section)}）", f"第{section}类工作", "", ""])
        year = 2017 if i * due // count != (i - 1) * due // count else 2020
        out.writerow([no, f"第{i}项：{WORK}。", "、".join(departments(i)), f"{year}年12月底前"])


if __name__ == "__main__":
    main()
