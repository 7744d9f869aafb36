#include "formats/xliff12/left_out.h"
#include "formats/xliff12/names.h"
#include "formats/xliff12/unit_writer.h"
#include "formats/xliff12/xliff12.h"
#include "xml/characters.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

namespace verbale::xliff12 {

namespace {

const QString ownTool = QStringLiteral("verbale");

QString language(const QString &tag)
{
    static const QRegularExpression form(QStringLiteral("^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$"));
    return form.match(tag).hasMatch() ? tag : QStringLiteral("und");
}

/// The units and left-out lines of one <file>.
struct FilePart
{
    QList<const Unit *> units;
    QList<LeftOutLine> leftOut;
};

class DocumentWriter
{
public:
    DocumentWriter(const Document &document, const WriteOptions &options)
        : m_document(document), m_options(options)
    {
    }
    QByteArray write();

private:
    [[nodiscard]] QList<FilePart> files() const;
    void writeFile(const FilePart &file);
    [[nodiscard]] QString fileTag() const;
    [[nodiscard]] QString header(const FilePart &file, const UnitWriter &units) const;
    [[nodiscard]] static QString internalFile(const char *element, QLatin1String form, const QString &text);
    [[nodiscard]] QString tool(const QString &id, const QString &name) const;

    const Document &m_document;
    const WriteOptions &m_options;
    QString m_out;
};

QList<FilePart> DocumentWriter::files() const
{
    QList<FilePart> parts;
    QHash<QString, qsizetype> numbers;
    const auto partOf = [&](const QString &fileId) -> FilePart & {
        const auto known = numbers.constFind(fileId);
        if (known != numbers.cend())
            return parts[*known];
        numbers.insert(fileId, parts.size());
        parts.append(FilePart());
        return parts.last();
    };
    for (const Unit &unit : m_document.units)
        partOf(unit.fileId).units.append(&unit);
    if (parts.isEmpty())
        parts.append(FilePart());
    for (const LeftOutLine &line : m_document.leftOut)
        (numbers.contains(line.fileId) ? partOf(line.fileId) : parts.first()).leftOut.append(line);
    return parts;
}

QByteArray DocumentWriter::write()
{
    const bool strict = m_options.conformance == Conformance::Strict;
    m_out =
        QLatin1String("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"1.2\" xmlns=\"") +
        names::core +
        QLatin1String("\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"") +
        names::core +
        QLatin1String(strict ? " xliff-core-1.2-strict.xsd\">\n" : " xliff-core-1.2-transitional.xsd\">\n");
    for (const FilePart &file : files())
        writeFile(file);
    return (m_out + QLatin1String("</xliff>\n")).toUtf8();
}

QString DocumentWriter::fileTag() const
{
    QString out = QStringLiteral("  <file");
    xml::appendAttribute(out, u"original", m_document.originalName);
    xml::appendAttribute(out, u"source-language", language(m_document.sourceLanguage));
    if (!m_document.targetLanguage.isEmpty())
        xml::appendAttribute(out, u"target-language", language(m_document.targetLanguage));
    xml::appendAttribute(out, u"datatype", u"plaintext");
    xml::appendAttribute(out, u"tool-id", ownTool);
    return out + QLatin1String(">\n");
}

QString DocumentWriter::tool(const QString &id, const QString &name) const
{
    QString out = QStringLiteral("      <tool");
    xml::appendAttribute(out, u"tool-id", id);
    xml::appendAttribute(out, u"tool-name", name);
    if (!m_options.toolVersion.isEmpty())
        xml::appendAttribute(out, u"tool-version", m_options.toolVersion);
    return out + QLatin1String("/>\n");
}

QString DocumentWriter::internalFile(const char *element, QLatin1String form, const QString &text)
{
    const QString name = QString::fromLatin1(element);
    QString out = QLatin1String("      <") + name + QLatin1String(">\n        <internal-file form=\"") +
                  form + QLatin1String("\">");
    xml::appendText(out, text);
    return out + QLatin1String("</internal-file>\n      </") + name + QLatin1String(">\n");
}

QString DocumentWriter::header(const FilePart &file, const UnitWriter &units) const
{
    QString out = QStringLiteral("    <header>\n");
    if (!units.glossary().isEmpty())
        out += internalFile("glossary", names::glossaryForm, units.glossary().text());
    if (!file.leftOut.isEmpty())
        out += internalFile("reference", names::leftOutForm, leftOutText(file.leftOut));
    out += tool(ownTool, QStringLiteral("Verbale"));
    if (units.usesDraftTool())
        out += tool(names::draftTool, QStringLiteral("Verbale, draft from glossaries"));
    return out + QLatin1String("    </header>\n");
}

void DocumentWriter::writeFile(const FilePart &file)
{
    UnitWriter writer;
    xliff::UniqueNames ids;
    QString body;
    for (const Unit *unit : file.units)
        body += writer.write(*unit, ids.take(unit->id, QStringLiteral("u1")));
    m_out += fileTag() + header(file, writer) + QLatin1String("    <body>\n") + body +
             QLatin1String("    </body>\n  </file>\n");
}

} // namespace

QByteArray write(const Document &document, const WriteOptions &options)
{
    return DocumentWriter(document, options).write();
}

} // namespace verbale::xliff12
