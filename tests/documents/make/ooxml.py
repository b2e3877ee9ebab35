"""Office files as Word, WPS and Excel write them, from the standard library alone."""
import zipfile
from xml.sax.saxutils import escape, quoteattr

W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
RELS = 'http://schemas.openxmlformats.org/package/2006/relationships'
TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
NAMES = ('xmlns:w="%s" xmlns:r="%s" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility'
         '/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
         'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
         'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
         'xmlns:v="urn:schemas-microsoft-com:vml" '
         'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"' % (W, R))
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write_zip(path, members):
    """The same bytes each time: every member has the same day."""
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as file:
        for member, text in members:
            info = zipfile.ZipInfo(member, (2020, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, text)


def rels(*pairs):
    return HEAD + '<Relationships xmlns="%s">%s</Relationships>' % (RELS, ''.join(
        '<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>' % (i, R, kind, target)
        for i, (kind, target) in enumerate(pairs, 1)))


def types(*pairs):
    return HEAD + ('<Types xmlns="%s"><Default Extension="rels" ContentType="application/vnd.'
                   'openxmlformats-package.relationships+xml"/><Default Extension="xml" '
                   'ContentType="application/xml"/>%s</Types>' % (TYPES, ''.join(
                       '<Override PartName="/%s" ContentType="application/vnd.openxmlformats-'
                       'officedocument.%s+xml"/>' % pair for pair in pairs)))


# --- Word ---

FONT = '<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/></w:rPr>'


def run(text, extra=''):
    """A | is a line break, a tab a tab."""
    parts = []
    for i, piece in enumerate(text.split('|')):
        if i:
            parts.append('<w:br/>')
        for j, word in enumerate(piece.split('\t')):
            if j:
                parts.append('<w:tab/>')
            if word:
                parts.append('<w:t xml:space="preserve">%s</w:t>' % escape(word))
    return '<w:r>%s%s</w:r>' % (extra or FONT, ''.join(parts))


def runs(text):
    """The text cut into runs where spelling marks and fonts cut it in real files."""
    third = max(4, len(text) // 3)
    cuts = [text[i:i + third] for i in range(0, len(text), third)]
    return '<w:proofErr w:type="gramStart"/>'.join(run(piece) for piece in cuts)


def p(text='', num=None, align=None, raw=None, style=None):
    """`num`: (list, level) of the automatic number; `raw`: the runs' own XML."""
    props = '<w:pStyle w:val="%s"/>' % style if style else ''
    if num:
        props += '<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>' % (num[1], num[0])
    if align:
        props += '<w:jc w:val="%s"/>' % align
    return '<w:p w:rsidR="00A77B3E"><w:pPr>%s</w:pPr>%s</w:p>' % (
        props, raw if raw is not None else runs(text) if text else '')


def tc(text='', span=0, merge=None, num=None, raw=None):
    """A cell: lines are paragraphs. `merge`: True begins a vertical merge, False goes on with it."""
    props = '<w:tcW w:w="1800" w:type="dxa"/>'
    if span:
        props += '<w:gridSpan w:val="%d"/>' % span
    if merge is not None:
        props += '<w:vMerge w:val="restart"/>' if merge else '<w:vMerge/>'
    inner = raw if raw is not None else ''.join(p(line, num) for line in text.split('\n'))
    return '<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>' % (props, inner)


def tr(*cells, header=False):
    props = '<w:trPr>%s</w:trPr>' % ('<w:tblHeader/>' if header else '<w:cantSplit/>')
    return '<w:tr>%s%s</w:tr>' % (props, ''.join(
        cell if cell.startswith('<w:') else tc(cell) for cell in cells))


def tbl(columns, *rows):
    return ('<w:tbl><w:tblPr><w:tblStyle w:val="a3"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
            '<w:tblGrid>%s</w:tblGrid>%s</w:tbl>' % ('<w:gridCol w:w="1800"/>' * columns, ''.join(rows)))


def control(inner, kind='', placeholder=False):
    shows = '<w:showingPlcHdr/>' if placeholder else ''
    return '<w:sdt><w:sdtPr><w:id w:val="17"/>%s%s</w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>' % (
        shows, kind, inner)


def text_box(*paragraphs):
    inner = '<w:txbxContent>%s</w:txbxContent>' % ''.join(paragraphs)
    return p(raw='<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
             '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
             '<wps:wsp><wps:txbx>%s</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>'
             '</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>%s</v:textbox></v:shape>'
             '</w:pict></mc:Fallback></mc:AlternateContent></w:r>' % (inner, inner))


def inserted(text):
    return '<w:ins w:id="5" w:author="办公室" w:date="2020-03-01T09:00:00Z">%s</w:ins>' % run(text)


def deleted(text):
    return ('<w:del w:id="6" w:author="办公室" w:date="2020-03-01T09:00:00Z"><w:r><w:delText '
            'xml:space="preserve">%s</w:delText></w:r></w:del>' % escape(text))


def page_field():
    return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def numbering(*lists):
    """Each list is its levels: (format, text), such as ("chineseCountingThousand", "%1、")."""
    abstract, concrete = '', ''
    for i, levels in enumerate(lists, 1):
        abstract += '<w:abstractNum w:abstractNumId="%d">%s</w:abstractNum>' % (i, ''.join(
            '<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val=%s/></w:lvl>'
            % (level, kind, quoteattr(text)) for level, (kind, text) in enumerate(levels)))
        concrete += '<w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>' % (i, i)
    return HEAD + '<w:numbering %s>%s%s</w:numbering>' % (NAMES, abstract, concrete)


def docx(path, *body, lists=()):
    kinds = [('word/document.xml', 'wordprocessingml.document.main'),
             ('word/footer1.xml', 'wordprocessingml.footer')]
    links = [('footer', 'footer1.xml')]
    parts = [('word/footer1.xml', HEAD + '<w:ftr %s>%s</w:ftr>' % (
        NAMES, p(raw=run('— ') + page_field() + run(' —'))))]
    if lists:
        kinds.append(('word/numbering.xml', 'wordprocessingml.numbering'))
        links.append(('numbering', 'numbering.xml'))
        parts.append(('word/numbering.xml', numbering(*lists)))
    document = HEAD + ('<w:document %s><w:body>%s<w:sectPr><w:footerReference w:type="default" '
                       'r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'
                       % (NAMES, ''.join(body)))
    write_zip(path, [('[Content_Types].xml', types(*kinds)),
                     ('_rels/.rels', rels(('officeDocument', 'word/document.xml'))),
                     ('word/document.xml', document),
                     ('word/_rels/document.xml.rels', rels(*links))] + parts)


# --- Excel ---

def column(i):
    return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[i]


class Day:
    """A cell that holds a day: its serial number, shown by a date format (style 1, 2 or 3)."""

    def __init__(self, serial, style=1):
        self.serial, self.style = serial, style


class Sheet:
    def __init__(self, name, rows, merges=(), hidden=False):
        self.name, self.rows, self.merges, self.hidden = name, rows, merges, hidden


STYLES = HEAD + (
    '<styleSheet xmlns="%s"><numFmts count="2"><numFmt numFmtId="176" formatCode='
    '"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode='
    '"yyyy&quot;年&quot;m&quot;月&quot;;@"/></numFmts><fonts count="1"><font><sz val="11"/>'
    '<name val="宋体"/></font></fonts><fills count="1"><fill><patternFill/></fill></fills><borders '
    'count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/>'
    '<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="176" applyNumberFormat="1"/>'
    '<xf numFmtId="177" applyNumberFormat="1"/></cellXfs></styleSheet>' % S)


def xlsx(path, *sheets):
    strings = []

    def cell(row, i, value):
        at = '%s%d' % (column(i), row)
        if isinstance(value, Day):
            return '<c r="%s" s="%d"><v>%d</v></c>' % (at, value.style, value.serial)
        if isinstance(value, (int, float)):
            return '<c r="%s"><v>%s</v></c>' % (at, value)
        if value not in strings:
            strings.append(value)
        return '<c r="%s" t="s"><v>%d</v></c>' % (at, strings.index(value))

    parts = []
    for i, sheet in enumerate(sheets, 1):
        rows = ''.join('<row r="%d">%s</row>' % (n, ''.join(
            cell(n, j, value) for j, value in enumerate(row) if value not in ('', None)))
            for n, row in enumerate(sheet.rows, 1))
        merges = ''.join('<mergeCell ref="%s"/>' % ref for ref in sheet.merges)
        if merges:
            merges = '<mergeCells count="%d">%s</mergeCells>' % (len(sheet.merges), merges)
        parts.append(('xl/worksheets/sheet%d.xml' % i, HEAD + '<worksheet xmlns="%s"><sheetData>%s'
                      '</sheetData>%s</worksheet>' % (S, rows, merges)))
    names = ''.join('<sheet name=%s sheetId="%d"%s r:id="rId%d"/>' % (
        quoteattr(sheet.name), i, ' state="hidden"' if sheet.hidden else '', i)
        for i, sheet in enumerate(sheets, 1))
    shared = HEAD + '<sst xmlns="%s" count="%d" uniqueCount="%d">%s</sst>' % (
        S, len(strings), len(strings), ''.join(
            '<si><t xml:space="preserve">%s</t></si>' % escape(text) for text in strings))
    links = [('worksheet', 'worksheets/sheet%d.xml' % i) for i in range(1, len(sheets) + 1)]
    links += [('styles', 'styles.xml'), ('sharedStrings', 'sharedStrings.xml')]
    kinds = [('xl/workbook.xml', 'spreadsheetml.sheet.main'), ('xl/styles.xml', 'spreadsheetml.styles'),
             ('xl/sharedStrings.xml', 'spreadsheetml.sharedStrings')]
    kinds += [(name, 'spreadsheetml.worksheet') for name, _ in parts]
    write_zip(path, [('[Content_Types].xml', types(*kinds)),
                     ('_rels/.rels', rels(('officeDocument', 'xl/workbook.xml'))),
                     ('xl/workbook.xml', HEAD + '<workbook xmlns="%s" xmlns:r="%s"><sheets>%s</sheets>'
                      '</workbook>' % (S, R, names)),
                     ('xl/_rels/workbook.xml.rels', rels(*links)),
                     ('xl/styles.xml', STYLES), ('xl/sharedStrings.xml', shared)] + parts)
