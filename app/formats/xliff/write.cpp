#include "formats/xliff/names.h"
#include "formats/xliff/parsed.h"
#include "formats/xliff/unit_writer.h"
#include "xml/characters.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

namespace verbale::xliff {

namespace {

QString language(const QString &tag)
{
    static const QRegularExpression form(QStringLiteral("^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$"));
    return form.match(tag).hasMatch() ? tag : QStringLiteral("und");
}

/// Writes the units one after another and remembers which modules they use.
class DocumentWriter
{
public:
    DocumentWriter(const Document &document, const WriteOptions &options)
        : m_document(document), m_version(options.version), m_units(options)
    {
    }
    QByteArray write();

private:
    void writeFile(const QString &fileId, const QList<const Unit *> &units,
                   const QList<LeftOutLine> &leftOut);
    [[nodiscard]] QString head() const;

    const Document &m_document;
    QString m_version;
    UnitWriter m_units;
    QString m_out;
};

QByteArray DocumentWriter::write()
{
    QStringList fileIds;
    QHash<QString, QList<const Unit *>> files;
    for (const Unit &unit : m_document.units) {
        if (!files.contains(unit.fileId))
            fileIds.append(unit.fileId);
        files[unit.fileId].append(&unit);
    }
    Unit nothing;
    nothing.id = QStringLiteral("u1");
    nothing.translate = false;
    if (fileIds.isEmpty()) { // XLIFF has no document without a unit
        fileIds.append(nothing.fileId);
        files.insert(nothing.fileId, {&nothing});
    }
    QHash<QString, QList<LeftOutLine>> leftOut;
    for (const LeftOutLine &line : m_document.leftOut)
        leftOut[files.contains(line.fileId) ? line.fileId : fileIds.first()].append(line);
    UniqueNames names;
    for (const QString &fileId : fileIds) {
        const QString id = xml::isNmtoken(fileId) ? fileId : xml::toNmtoken(fileId, QStringLiteral("f"));
        writeFile(names.take(id, QStringLiteral("f1")), files.value(fileId), leftOut.value(fileId));
    }
    return (head() + m_out + QLatin1String("</xliff>\n")).toUtf8();
}

QString DocumentWriter::head() const
{
    QString out = QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff");
    const bool is22 = m_version == QLatin1String("2.2");
    xml::appendAttribute(out, u"xmlns", QString(is22 ? names::core22 : names::core));
    out += m_units.declarations();
    xml::appendAttribute(out, u"version", m_version);
    xml::appendAttribute(out, u"srcLang", language(m_document.sourceLanguage));
    bool hasTarget = !m_document.targetLanguage.isEmpty();
    for (const Unit &unit : m_document.units) {
        for (const Segment &segment : unit.segments)
            hasTarget = hasTarget || segment.hasTarget;
    }
    if (hasTarget)
        xml::appendAttribute(out, u"trgLang", language(m_document.targetLanguage));
    return out + QLatin1String(">\n");
}

void DocumentWriter::writeFile(const QString &fileId, const QList<const Unit *> &units,
                               const QList<LeftOutLine> &leftOut)
{
    m_out += QLatin1String("  <file");
    xml::appendAttribute(m_out, u"id", fileId);
    if (!m_document.originalName.isEmpty())
        xml::appendAttribute(m_out, u"original", m_document.originalName);
    m_out += QLatin1String(" xml:space=\"preserve\">\n");
    if (!leftOut.isEmpty())
        m_out += m_units.fileMetadata(leftOut);
    UniqueNames names;
    QStringList ids;
    QHash<QString, QString> byOwnId;
    for (const Unit *unit : units) {
        const QString id =
            xml::isNmtoken(unit->id) ? unit->id : xml::toNmtoken(unit->id, QStringLiteral("u"));
        ids.append(names.take(id, QStringLiteral("u1")));
        byOwnId.insert(unit->id, ids.last());
    }
    m_units.setFileUnits(byOwnId);
    for (qsizetype i = 0; i < units.size(); ++i)
        m_out += m_units.write(*units[i], ids[i]);
    m_out += QLatin1String("  </file>\n");
}

} // namespace

QByteArray write(const Document &document, const WriteOptions &options)
{
    return DocumentWriter(document, options).write();
}

} // namespace verbale::xliff
