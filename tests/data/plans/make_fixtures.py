#!/usr/bin/env python3
"""Makes the fixture documents beside it: what the real plan lacks, and what attacks.

Run it in this folder after a change; the files that it writes are committed. Zips get a fixed date,
so that an unchanged fixture stays the same bytes.
"""
import zipfile
from xml.sax.saxutils import escape

W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
RELS = 'http://schemas.openxmlformats.org/package/2006/relationships'


def write_zip(name, members):
    with zipfile.ZipFile(name, 'w', zipfile.ZIP_DEFLATED) as z:
        for member, text in members:
            info = zipfile.ZipInfo(member, (2018, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            z.writestr(info, text)


def rels(pairs):
    return '<?xml version="1.0"?><Relationships xmlns="%s">%s</Relationships>' % (RELS, ''.join(
        '<Relationship Id="%s" Type="%s/%s" Target="%s"/>' % (i, R, kind, target)
        for i, kind, target in pairs))


def docx(name, body, head=''):
    document = ('<?xml version="1.0" encoding="UTF-8"?>%s<w:document xmlns:w="%s" '
                'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
                '<w:body>%s</w:body></w:document>' % (head, W, body))
    write_zip(name, [('_rels/.rels', rels([('rId1', 'officeDocument', 'word/document.xml')])),
                     ('word/document.xml', document)])


def run(text):
    return '<w:r><w:t xml:space="preserve">%s</w:t></w:r>' % escape(text)


def p(text):
    """A paragraph; a | is a <w:br/>."""
    return '<w:p>%s</w:p>' % '<w:r><w:br/></w:r>'.join(run(t) for t in text.split('|'))


def tc(text, span=0, merge=None, raw=None):
    props = ('<w:gridSpan w:val="%d"/>' % span if span else '') + (
        '' if merge is None else '<w:vMerge w:val="restart"/>' if merge else '<w:vMerge/>')
    inner = raw if raw is not None else ''.join(p(t) for t in text.split('\n'))
    return '<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>' % (props, inner)


def tr(*cells, props=''):
    return '<w:tr>%s%s</w:tr>' % (props, ''.join(
        c if c.startswith('<w:') else tc(c) for c in cells))


def tbl(*rows):
    return '<w:tbl>%s</w:tbl>' % ''.join(rows)


HEAD = tr('序号', '工作内容', '责任部门', '完成时间')


def make_docx():
    nested = p('建立台账：') + tbl(tr('甲', '乙')) + p('')
    tracked = ('<w:p>%s<w:ins w:id="1">%s</w:ins><w:del w:id="2"><w:r><w:delText>三年</w:delText></w:r>'
               '</w:del><w:hyperlink>%s</w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>'
               '<w:r><w:tab/><w:t>表。</w:t></w:r></w:p>'
               % (run('编制'), run('年度'), run('计划')))
    docx('merged.docx', p('关于合并单元格的分工方案') + tbl(
        HEAD,
        tr(tc('一、制度建设', span=4)),
        tr(tc('1', merge=True), '修订办法。', tc('省公安厅', merge=True), tc('2018年', merge=True)),
        tr(tc('', merge=False), '印发办法。', tc('', merge=False), tc('', merge=False)),
        tr('2', '开展培训。|每季度一次。', tc('', merge=False), tc('', merge=False)),
        tr(tc('二、能力建设', span=4)),
        tr('序 号', '工作\n内容', '责任部门', '完成时间'),
        tr('1', tc('', raw=nested), '省公安厅\n省财政厅', '2018年6月30日'),
        '<w:sdt><w:sdtContent>%s</w:sdtContent></w:sdt>' % tr(
            '2', tc('', raw=tracked), '省财政厅', '持续推进'),
        tr('3', '已删除的一行。', '省财政厅', '2019', props='<w:trPr><w:del w:id="3"/></w:trPr>'),
        tr(tc('注：本表由省财政厅解释。', span=4))))
    docx('two_tables.docx', p('分表方案') + p('一、第一张表') + tbl(
        HEAD, tr('1', '甲事。', '省公安厅', '2018')) + p('二、第二张表') + tbl(
        tr('1', '乙事。', '省财政厅', '2019'), tr('2', '丙事。', '省财政厅', '2019')) + tbl(
        tr('联系人', '电话')) + p('三、联系方式'))
    docx('lead_and_co.docx', tbl(
        tr(tc('序号', merge=True), tc('重点任务', merge=True), tc('责任单位', span=2),
           tc('时限要求', merge=True)),
        tr(tc('', merge=False), tc('', merge=False), '牵头单位', '配合单位', tc('', merge=False)),
        tr('1', '甲事。', '省公安厅', '省财政厅、省教育厅', '2018年底前'),
        tr('2', '乙事。', '省财政厅、省公安厅', '省公安厅', '长期坚持')))
    docx('no_table.docx', p('只有一段话。'))
    docx('no_deadline.docx', tbl(tr('序号', '工作内容', '责任部门', '备注'),
                                 tr('1', '甲事。', '省公安厅', '')))
    docx('dtd.docx', p('甲'), head='<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">]>')
    docx('deep.docx', '<w:sdt>' * 5000 + '</w:sdt>' * 5000)
    docx('bomb.docx', '<w:p><w:r><w:t>%s</w:t></w:r></w:p>' % (' ' * 12_000_000))
    write_zip('torn.docx', [('word/document.xml', '<w:document xmlns:w="%s"><w:body>' % W)])
    write_zip('other.zip.docx', [('content.xml', '<a/>')])
    import warnings
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        write_zip('twice.docx', [('word/document.xml', '<a/>'), ('word/document.xml', '<b/>')])


def xlsx(name, rows, merges='', styles='', strings='', date1904=False, sheets=None):
    sheets = sheets or [('部门分工', '', rows, merges)]
    book = '<workbook xmlns="%s" xmlns:r="%s"><workbookPr%s/><sheets>%s</sheets></workbook>' % (
        S, R, ' date1904="1"' if date1904 else '', ''.join(
            '<sheet name="%s" sheetId="%d" %s r:id="s%d"/>' % (
                n, i, 'state="%s"' % state if state else '', i)
            for i, (n, state, _, _) in enumerate(sheets, 1)))
    members = [
        ('_rels/.rels', rels([('rId1', 'officeDocument', 'xl/workbook.xml')])),
        ('xl/workbook.xml', book),
        ('xl/_rels/workbook.xml.rels', rels(
            [('s%d' % i, 'worksheet', 'worksheets/sheet%d.xml' % i)
             for i in range(1, len(sheets) + 1)] +
            [('t1', 'styles', 'styles.xml'), ('t2', 'sharedStrings', '/xl/sharedStrings.xml')])),
        ('xl/styles.xml', '<styleSheet xmlns="%s">%s</styleSheet>' % (S, styles)),
        ('xl/sharedStrings.xml', '<sst xmlns="%s">%s</sst>' % (S, strings))]
    for i, (_, _, data, merged) in enumerate(sheets, 1):
        members.append(('xl/worksheets/sheet%d.xml' % i,
                        '<worksheet xmlns="%s"><sheetData>%s</sheetData>%s</worksheet>' % (
                            S, data, merged)))
    write_zip(name, members)


def inline(ref, text):
    return '<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' % (ref, escape(text))


def make_xlsx():
    styles = ('<numFmts count="3"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d'
              '&quot;日&quot;"/><numFmt numFmtId="177" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>'
              '<numFmt numFmtId="178" formatCode="[$-804]yyyy&quot;年&quot;"/></numFmts>'
              '<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="6">'
              '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/>'
              '<xf numFmtId="178"/><xf numFmtId="31"/></cellXfs>')
    strings = ('<si><r><t>修订</t></r><r><rPr><b/></rPr><t xml:space="preserve">办法。 </t></r>'
               '<rPh sb="0" eb="1"><t>シュウ</t></rPh></si>'
               '<si><t>省公安厅_x000D_\n省财政厅</t></si>')
    head = ''.join('<row r="3">%s</row>' % ''.join(
        inline(c + '3', t) for c, t in zip('ABCD', ['序号', '工作任务', '责任单位', '完成时限'])))
    rows = ('<row r="1">%s</row>' % inline('A1', '附件2') +
            '<row r="2">%s</row>' % inline('A2', '含日期序列值的分工表') + head +
            '<row r="4"><c r="A4"><v>1</v></c><c r="B4" t="s"><v>0</v></c>'
            '<c r="C4" t="s"><v>1</v></c><c r="D4" s="1"><v>43281</v></c></row>'
            '<row r="5"><c r="A5"><v>2.0</v></c>' + inline('B5', '甲事。') + inline('C5', '省公安厅') +
            '<c r="D5" s="2"><v>43281</v></c></row>'
            '<row r="6"><c r="A6"><v>3</v></c>' + inline('B6', '乙事。') +
            '<c r="D6" s="3"><v>43252</v></c></row>'
            '<row><c><v>4</v></c><c t="inlineStr"><is><t>丙事。</t></is></c><c/>'
            '<c s="4"><v>43101</v></c></row>'
            '<row r="8"><c r="A8" t="str"><f>A7+1</f><v>5</v></c>' + inline('B8', '丁事。') +
            inline('C8', '省财政厅') + '<c r="D8" t="d"><v>2018-12-31T00:00:00</v></c></row>'
            '<row r="9"><c r="A9"><v>6</v></c>' + inline('B9', '戊事。') + inline('C9', '省财政厅') +
            '<c r="D9"><v>2018.6</v></c></row>')
    merges = '<mergeCells count="2"><mergeCell ref="A2:D2"/><mergeCell ref="C5:C7"/></mergeCells>'
    xlsx('serials.xlsx', rows, merges, styles, strings)
    xlsx('serials_1904.xlsx', head.replace('r="3"', 'r="1"') +
         '<row r="2"><c r="A2"><v>1</v></c>' + inline('B2', '甲事。') + inline('C2', '省公安厅') +
         '<c r="D2" s="1"><v>41819</v></c></row>', '', styles, strings, date1904=True)
    cover = '<row r="1">%s</row>' % inline('A1', '封面')
    plan = head + '<row r="4"><c r="A4"><v>1</v></c>%s%s<c r="D4"><v>2018</v></c></row>' % (
        inline('B4', '甲事。'), inline('C4', '省公安厅'))
    xlsx('sheets.xlsx', '', sheets=[('旧', 'hidden', plan, ''), ('封面', '', cover, ''),
                                    ('分工', '', plan, ''), ('又一', '', plan, '')])


def make_text():
    def text(name, content, encoding='utf-8'):
        with open(name, 'wb') as f:
            f.write(content.encode(encoding))
    rows = ('关于某项工作的分工方案,,,\r\n编号,工作事项,责任单位,时限要求\r\n'
            '一,第一方面,,\r\n1,"甲事，\r\n含""引号""。",省公安厅,2018年上半年\r\n'
            '2,乙事。,省财政厅，省公安厅,２０１８年三季度\r\n'
            '二,第二方面,,\r\n3,丙事。,省教育厅,每季度\r\n注：无。,,,\r\n')
    text('two_levels.csv', rows)
    text('two_levels_utf16.csv', '\ufeff' + rows, 'utf-16-le')
    text('two_levels_tabs.csv', rows.replace(',', '\t'), 'gb18030')
    text('two_levels_semicolons.csv', rows.replace(',', ';'))
    text('one_level.txt', '一级分工\n\n\t序号\n\t任务\n\t责任单位\n\t完成期限\n\n'
         '\t1\n\t甲事，\n\n分两段。\n\t省公安厅\n\t2018\n\n\t2\n\t乙事。\n\t省财政厅\n\t长期\n\n附件完\n')
    text('urgency.csv', '序号,工作内容,责任单位,完成时限,紧急程度\n'
         '1,甲事。,省公安厅,2018年底前,特急\n2,乙事。,省财政厅,2018年底前,一般\n'
         '3,丙事。,省财政厅,2018年底前,\n4,丁事。,省财政厅,2018年底前,尽快\n'
         '5,戊事。,省财政厅,2018年底前, 急 件\n')
    text('open_quote.csv', '序号,工作内容,责任部门,完成时间\n1,"甲事,省公安厅,2018\n2,乙,丙,2018\n')
    text('nul.csv', '序号,工作内容,责任部门,完成时间\n1,甲\0事,省公安厅,2018\n')
    with open('bad_bytes.csv', 'wb') as f:
        f.write('\ufeff序号,工作内容,责任部门,完成时间\n'.encode() + b'1,\xff\xfe\xfa,a,2018\n')
    text('all_wrong.csv', '序号,工作内容,责任部门,完成时间\n'
         '一,主要任务,,\n'
         '1,甲事。,,2018\n'
         ',乙事。,省公安厅,2018\n'
         '1,丙事。,省公安厅,近期\n'
         '甲,丁事。,省公安厅,2018\n'
         '3,,省公安厅,6月底前\n'
         '4,戊事。,,\n'
         '一,主要任务二,,\n')
    text('old.doc', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 'latin-1')
    text('paper.pdf', '%PDF-1.7\n')
    text('not_a_zip.docx', 'PK, but no zip')
    text('cut.docx', 'PK\x03\x04 and no more')
    text('empty.csv', '')
    text('picture.png', 'x')


make_docx()
make_xlsx()
make_text()
