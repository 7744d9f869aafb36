#include "formats/review/review_rows.h"
#include "xml/characters.h"
#include "zip/writer.h"

namespace verbale::review {

namespace {

const char *const contentTypes = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>)";

const char *const packageRelations = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>)";

const char *const documentRelations = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>)";

const char *const styles = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style></w:styles>)";

const char *const tableStart =
    R"(<w:tbl><w:tblPr><w:tblW w:w="14400" w:type="dxa"/><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="999999"/><w:left w:val="single" w:sz="4" w:space="0" w:color="999999"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="999999"/><w:right w:val="single" w:sz="4" w:space="0" w:color="999999"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="999999"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="999999"/></w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="1500"/><w:gridCol w:w="5200"/><w:gridCol w:w="5200"/><w:gridCol w:w="2500"/></w:tblGrid>)";

const char *const tableEnd =
    R"(</w:tbl><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>)";

const QList<int> &widths()
{
    static const QList<int> columns = {1500, 5200, 5200, 2500};
    return columns;
}

/// The text as runs of one paragraph: line ends and tabs are elements of their own.
QString runs(const QString &text, const QString &properties)
{
    QString out = QLatin1String("<w:r>") + properties;
    QString piece;
    const auto flush = [&] {
        if (piece.isEmpty())
            return;
        out += QLatin1String("<w:t xml:space=\"preserve\">");
        xml::appendText(out, piece);
        out += QLatin1String("</w:t>");
        piece.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (unit == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
            continue;
        if (unit != u'\t' && unit != u'\n' && unit != u'\r') {
            piece += unit;
            continue;
        }
        flush();
        out += QLatin1String(unit == u'\t' ? "<w:tab/>" : "<w:br/>");
    }
    flush();
    return out + QLatin1String("</w:r>");
}

QString cell(int column, const QString &text, const QString &properties)
{
    return QStringLiteral("<w:tc><w:tcPr><w:tcW w:w=\"%1\" w:type=\"dxa\"/></w:tcPr><w:p>")
               .arg(widths()[column]) +
           runs(text, properties) + QLatin1String("</w:p></w:tc>");
}

QString languageProperties(const QString &language)
{
    if (language.isEmpty())
        return {};
    QString out = QStringLiteral("<w:rPr><w:lang");
    xml::appendAttribute(out, u"w:val", language);
    return out + QLatin1String("/></w:rPr>");
}

QString headerRow()
{
    const QString bold = QStringLiteral("<w:rPr><w:b/></w:rPr>");
    QString out = QStringLiteral("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    int column = 0;
    for (const char *name : {"id", "source", "target", "comment"})
        out += cell(column++, QLatin1String(name), bold);
    return out + QLatin1String("</w:tr>");
}

} // namespace

QByteArray writeReviewDocx(const Document &document)
{
    const QString ofSource = languageProperties(document.sourceLanguage);
    const QString ofTarget = languageProperties(document.targetLanguage);
    const QString quiet =
        QStringLiteral("<w:rPr><w:noProof/><w:color w:val=\"666666\"/><w:sz w:val=\"16\"/></w:rPr>");
    QString out =
        QLatin1String("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document "
                      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                      "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>") +
        runs(document.originalName, {}) + QLatin1String("</w:p>") + QLatin1String(tableStart) + headerRow();
    for (const ReviewRow &row : reviewRows(document)) {
        out += QLatin1String("<w:tr>") + cell(0, row.key, quiet) + cell(1, row.source, ofSource) +
               cell(2, row.target, ofTarget) + cell(3, row.notes, {}) + QLatin1String("</w:tr>");
    }
    out += QLatin1String(tableEnd) + QLatin1String("</w:body></w:document>");
    return zip::zipped({{QStringLiteral("[Content_Types].xml"), contentTypes},
                        {QStringLiteral("_rels/.rels"), packageRelations},
                        {QStringLiteral("word/document.xml"), out.toUtf8()},
                        {QStringLiteral("word/_rels/document.xml.rels"), documentRelations},
                        {QStringLiteral("word/styles.xml"), styles}});
}

} // namespace verbale::review
