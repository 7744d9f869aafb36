#include "formats/xliff/names.h"
#include "formats/xliff/parsed.h"

namespace verbale::xliff {

namespace {

using xml::Element;

QString describeNamespace(const QString &uri)
{
    static const QHash<QString, QString> modules = {
        {names::metadata, QStringLiteral("metadata of other tools")},
        {QStringLiteral("urn:oasis:names:tc:xliff:fs:2.0"), QStringLiteral("format styles")},
        {QStringLiteral("urn:oasis:names:tc:xliff:resourcedata:2.0"), QStringLiteral("resource data")},
        {QStringLiteral("urn:oasis:names:tc:xliff:changetracking:2.0"), QStringLiteral("tracked changes")},
        {QStringLiteral("urn:oasis:names:tc:xliff:sizerestriction:2.0"), QStringLiteral("size restrictions")},
        {QStringLiteral("urn:oasis:names:tc:xliff:validation:2.0"), QStringLiteral("validation rules")}};
    return modules.value(uri, QStringLiteral("extensions (%1)").arg(uri));
}

/// Walks through xliff, file and group, and takes units as trees.
class DocumentReader : public xml::Visitor
{
public:
    DocumentReader(const QByteArray &bytes, Parsed &parsed) : m_bytes(bytes), m_parsed(parsed) {}

    Take begin(const Element &tag) override;
    void tree(const Element &element) override;
    void end() override;

private:
    Take beginRoot(const Element &tag);
    Take beginFile(const Element &tag);
    void keepUnread(const QString &what);
    void refuse(qint64 offset, const char *code, const QString &message);
    [[nodiscard]] bool translates(const Element &element) const;

    const QByteArray &m_bytes;
    Parsed &m_parsed;
    QList<bool> m_translate; ///< of the open elements
    QString m_fileId;
    UniqueNames m_fileIds;
    UniqueNames m_unitIds;
    QStringList m_unread;
};

DocumentReader::Take DocumentReader::begin(const Element &tag)
{
    if (m_translate.isEmpty())
        return beginRoot(tag);
    if (!names::isCore(tag.ns)) {
        keepUnread(describeNamespace(tag.ns));
        return Take::Skip;
    }
    if (tag.name == QLatin1String("file"))
        return beginFile(tag);
    if (tag.name == QLatin1String("group")) {
        m_translate.append(translates(tag));
        return Take::Walk;
    }
    if (tag.name == QLatin1String("unit"))
        return Take::Tree;
    if (tag.name == QLatin1String("notes"))
        keepUnread(QStringLiteral("notes about whole files or groups"));
    return Take::Skip;
}

DocumentReader::Take DocumentReader::beginRoot(const Element &tag)
{
    m_translate.append(true);
    const QString version = tag.value(QLatin1String("version"));
    if (tag.name != QLatin1String("xliff")) {
        refuse(tag.start, "xliff.not-xliff",
               QStringLiteral(
                   "The file is XML, but its root is <%1> and not <xliff>; open an XLIFF 2.0 or 2.1 file.")
                   .arg(tag.name));
        return Take::Skip;
    }
    if (!names::isCore(tag.ns) || !version.startsWith(QLatin1String("2."))) {
        refuse(tag.start, "xliff.unsupported-version",
               QStringLiteral(
                   "The file is XLIFF %1, and Verbale reads 2.0, 2.1 and the core of 2.2; export it as 2.0 "
                   "or 2.1 from the tool that made it, or convert it with one that writes both.")
                   .arg(version.isEmpty() ? QStringLiteral("without a version") : version));
        return Take::Skip;
    }
    m_parsed.result.version = version;
    m_parsed.result.document.sourceLanguage = tag.value(QLatin1String("srcLang"));
    m_parsed.result.document.targetLanguage = tag.value(QLatin1String("trgLang"));
    m_parsed.hasTargetLanguage = tag.has(QLatin1String("trgLang"));
    m_parsed.root = {tag.start, tag.startTagEnd, -1, -1};
    return Take::Walk;
}

DocumentReader::Take DocumentReader::beginFile(const Element &tag)
{
    m_fileId = m_fileIds.take(tag.value(QLatin1String("id")), QStringLiteral("f1"));
    m_unitIds = UniqueNames();
    QString &original = m_parsed.result.document.originalName;
    if (original.isEmpty())
        original = tag.value(QLatin1String("original"));
    m_translate.append(translates(tag));
    return Take::Walk;
}

bool DocumentReader::translates(const Element &element) const
{
    const QString value = element.value(QLatin1String("translate"));
    return value.isEmpty() ? m_translate.last() : value != QLatin1String("no");
}

void DocumentReader::tree(const Element &element)
{
    QList<Unit> &units = m_parsed.result.document.units;
    const QString id =
        m_unitIds.take(element.value(QLatin1String("id")), QStringLiteral("u%1").arg(units.size() + 1));
    ParsedUnit parsed = readUnit(element, m_fileId, id, {m_bytes, encoding});
    if (parsed.segmentWithoutSource >= 0) {
        refuse(parsed.segmentWithoutSource, "xliff.no-source",
               QStringLiteral(
                   "A segment of unit %1 has no <source>, so there is nothing to translate in it; export "
                   "the file again.")
                   .arg(id));
        return;
    }
    parsed.unit.translate = translates(element);
    if (parsed.unit.type.startsWith(names::ownPrefix))
        parsed.unit.type = QString::fromUtf8(
            QByteArray::fromPercentEncoding(parsed.unit.type.mid(names::ownPrefix.size()).toUtf8()));
    for (const QString &uri : parsed.foreign)
        keepUnread(describeNamespace(uri));
    units.append(parsed.unit);
    m_parsed.places.append(parsed.places);
}

void DocumentReader::end()
{
    m_translate.removeLast();
}

void DocumentReader::keepUnread(const QString &what)
{
    if (m_unread.contains(what))
        return;
    m_unread.append(what);
    m_parsed.result.warnings.append(
        QStringLiteral("The file holds %1: kept as they are, but not shown.").arg(what));
}

void DocumentReader::refuse(qint64 offset, const char *code, const QString &message)
{
    error = Error{QLatin1String(code), message, {}};
    error->where.offset = offset;
}

} // namespace

Result<Parsed> parseXliff(const QByteArray &bytes, const QString &fileName)
{
    constexpr qsizetype maximumBytes = 64LL * 1024 * 1024;
    if (bytes.isEmpty())
        return Error{QStringLiteral("xliff.not-xliff"),
                     QStringLiteral("The file is empty; open an XLIFF 2.0 or 2.1 file."),
                     {fileName, 1, 1, 0}};
    if (bytes.size() > maximumBytes)
        return Error{QStringLiteral("xliff.too-large"),
                     QStringLiteral("The file has %1 MiB, more than the 64 MiB that are read; split it.")
                         .arg(bytes.size() / 1024 / 1024),
                     {fileName}};
    Parsed parsed;
    DocumentReader reader(bytes, parsed);
    xml::ParseOptions options;
    options.fileName = fileName;
    options.codePrefix = QStringLiteral("xliff");
    const Result<void> done = xml::parse(bytes, options, reader);
    if (!done)
        return done.error();
    parsed.encoding = reader.encoding;
    return parsed;
}

Result<ReadXliff> read(const QByteArray &bytes, const QString &fileName)
{
    auto parsed = parseXliff(bytes, fileName);
    if (!parsed)
        return parsed.error();
    ReadXliff result = std::move(parsed->result);
    result.document.originalBytes = bytes;
    return result;
}

} // namespace verbale::xliff
