#!/usr/bin/env python3
"""Writes the plan of plan.py as other documents: paragraphs that end in brackets as .txt, .html or
.docx, a table as .xlsx.

    bench/papers.py 10000 500 plan.docx
"""
import sys
import zipfile

import plan

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOOK = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def rows(count, due):
    """Number, work, departments and deadline of each task; a heading has the first two."""
    for i in range(count):
        part, section, no = plan.key(i)
        if no == 1 and section == 1:
            yield plan.numeral(part), f"第{part}部分任务", None, None
        if no == 1:
            yield f"（{plan.numeral(section)}）", f"第{section}类工作", None, None
        year = 2017 if i * due // count != (i - 1) * due // count else 2020
        yield no, f"第{i}项：{plan.WORK}。", plan.departments(i), f"{year}年12月底前"


def paragraphs(count, due):
    yield "年度重点工作任务"
    for number, work, offices, deadline in rows(count, due):
        if not offices:
            yield number + ("" if number.endswith("）") else "、") + work
            continue
        co = f"，{'、'.join(offices[1:])}配合" if offices[1:] else ""
        yield f"{number}.{work}（{offices[0]}牵头{co}，{deadline}完成）"


def write_txt(out, count, due):
    for text in paragraphs(count, due):
        out.write((text + "\n").encode())


def write_html(out, count, due):
    out.write('<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>\n'.encode())
    for text in paragraphs(count, due):
        out.write(f'<p style="text-indent:2em"><span>{text}</span></p>\n'.encode())
    out.write(b"</body></html>\n")


def package(zip_, kind, main, target):
    zip_.writestr("[Content_Types].xml", f'{XML}<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" '
                  f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
                  f'ContentType="application/xml"/><Override PartName="/{main}" ContentType="application/'
                  f'vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>')
    zip_.writestr("_rels/.rels", f'{XML}<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="r1" '
                  f'Type="{OFFICE}/officeDocument" Target="{target}"/></Relationships>')


def write_docx(out, count, due):
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zip_:
        package(zip_, "wordprocessingml.document", "word/document.xml", "word/document.xml")
        with zip_.open("word/document.xml", "w") as part:
            part.write(f"{XML}<w:document {W}><w:body>".encode())
            for text in paragraphs(count, due):
                half = len(text) // 2  # Word cuts a paragraph into runs
                runs = "".join(f'<w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>{run}</w:t></w:r>'
                               for run in (text[:half], text[half:]))
                part.write(f'<w:p><w:pPr><w:ind w:firstLine="640"/></w:pPr>{runs}</w:p>'.encode())
            part.write(b"</w:body></w:document>")


def write_xlsx(out, count, due):
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as zip_:
        package(zip_, "spreadsheetml.sheet", "xl/workbook.xml", "xl/workbook.xml")
        zip_.writestr("xl/workbook.xml", f'{XML}<workbook xmlns="{BOOK}" xmlns:r="{OFFICE}"><sheets>'
                      '<sheet name="任务" sheetId="1" r:id="r1"/></sheets></workbook>')
        zip_.writestr("xl/_rels/workbook.xml.rels", f'{XML}<Relationships xmlns="{PACKAGE}relationships">'
                      f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
                      '</Relationships>')
        with zip_.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(f'{XML}<worksheet xmlns="{BOOK}"><sheetData>'.encode())

            def cells(line):
                return "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in line)
            part.write(f'<row>{cells(("序号", "工作内容", "责任部门", "完成时间"))}</row>'.encode())
            for number, work, offices, deadline in rows(count, due):
                part.write(f'<row>{cells((number, work, "、".join(offices or ()), deadline or ""))}</row>'
                           .encode())
            part.write(b"</sheetData></worksheet>")


def main():
    count, due, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    write = {"txt": write_txt, "html": write_html, "docx": write_docx, "xlsx": write_xlsx}
    with open(path, "wb") as out:
        write[path.rsplit(".", 1)[1]](out, count, due)


if __name__ == "__main__":
    main()
