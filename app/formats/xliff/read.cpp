#include "formats/xliff/names.h"
#include "formats/xliff/parsed.h"

namespace verbale::xliff {

namespace {

using xml::Element;

constexpr QLatin1String translateAttribute("translate");
constexpr QLatin1String resegmentAttribute("canResegment");

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
    void readUnitTree(const Element &element);
    void readFileMetadata(const Element &metadata);
    void keepUnread(const QString &what);
    void refuse(qint64 offset, const char *code, const QString &message);
    [[nodiscard]] bool isInFile() const { return m_translate.size() == 2; }

    const QByteArray &m_bytes;
    Parsed &m_parsed;
    QList<bool> m_translate; ///< of the open elements
    QList<bool> m_resegment; ///< of the open elements
    QString m_fileId;
    UniqueNames m_fileIds;
    UniqueNames m_unitIds;
    QStringList m_unread;
};

DocumentReader::Take DocumentReader::begin(const Element &tag)
{
    if (m_translate.isEmpty())
        return beginRoot(tag);
    if (isInFile() && tag.is(names::metadata, QLatin1String("metadata")))
        return Take::Tree;
    if (!names::isCore(tag.ns)) {
        keepUnread(describeNamespace(tag.ns));
        return Take::Skip;
    }
    if (tag.name == QLatin1String("file"))
        return beginFile(tag);
    if (isInFile() && m_parsed.files.last().content < 0 && tag.name != QLatin1String("skeleton"))
        m_parsed.files.last().content = tag.start;
    if (tag.name == QLatin1String("group")) {
        m_translate.append(saysYes(tag, translateAttribute, m_translate.last()));
        m_resegment.append(saysYes(tag, resegmentAttribute, m_resegment.last()));
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
    m_resegment.append(true);
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
    m_parsed.coreNamespace = tag.ns;
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
    m_translate.append(saysYes(tag, translateAttribute, m_translate.last()));
    m_resegment.append(saysYes(tag, resegmentAttribute, m_resegment.last()));
    m_parsed.files.append({m_fileId, -1, {}, 0, {}});
    return Take::Walk;
}

void DocumentReader::tree(const Element &element)
{
    if (names::isCore(element.ns))
        readUnitTree(element);
    else
        readFileMetadata(element);
}

void DocumentReader::readFileMetadata(const Element &metadata)
{
    FilePlace &file = m_parsed.files.last();
    const bool first = file.metadata.start < 0;
    if (first)
        file.metadata = placeOf(&metadata);
    for (const xml::Node &node : metadata.children) {
        if (!node.element)
            continue;
        file.metadataGroups += first ? 1 : 0;
        if (first && node.element->value(QLatin1String("category")) == names::leftOutCategory) {
            qint64 more = 0;
            file.leftOut = placeOf(node.element.get());
            m_parsed.result.document.leftOut += readLeftOut(*node.element, file.id, more);
            if (more > 0)
                m_parsed.result.warnings.append(
                    QStringLiteral("%1 more lines were left out, too many to be kept in the file; the text "
                                   "that it was made from has them.")
                        .arg(more));
        } else {
            keepUnread(describeNamespace(names::metadata));
        }
    }
}

void DocumentReader::readUnitTree(const Element &element)
{
    QList<Unit> &units = m_parsed.result.document.units;
    const QString id =
        m_unitIds.take(element.value(QLatin1String("id")), QStringLiteral("u%1").arg(units.size() + 1));
    const UnitFrame frame{m_fileId, id, saysYes(element, resegmentAttribute, m_resegment.last())};
    ParsedUnit parsed = readUnit(element, frame, {m_bytes, encoding});
    if (parsed.segmentWithoutSource >= 0) {
        refuse(parsed.segmentWithoutSource, "xliff.no-source",
               QStringLiteral(
                   "A segment of unit %1 has no <source>, so there is nothing to translate in it; export "
                   "the file again.")
                   .arg(id));
        return;
    }
    parsed.unit.translate = saysYes(element, translateAttribute, m_translate.last());
    if (parsed.unit.type.startsWith(names::ownPrefix))
        parsed.unit.type = QString::fromUtf8(
            QByteArray::fromPercentEncoding(parsed.unit.type.mid(names::ownPrefix.size()).toUtf8()));
    for (const QString &uri : parsed.foreign)
        keepUnread(describeNamespace(uri));
    units.append(parsed.unit);
    m_parsed.places.append(parsed.places);
    m_parsed.units.append(parsed.place);
}

void DocumentReader::end()
{
    m_translate.removeLast();
    m_resegment.removeLast();
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
    result.document.originalFormat = QStringLiteral("xliff-") + result.version;
    return result;
}

} // namespace verbale::xliff
