#include "formats/read_frame.h"
#include "formats/xliff/names.h"
#include "formats/xliff/parsed.h"
#include "xml/position.h"

#include <algorithm>
#include <array>

namespace verbale::xliff {

int names::kindOf(const QString &uri, const QString &localName)
{
    static constexpr std::array<std::pair<QLatin1String, Kind>, 15> known{{
        {QLatin1String("unit"), UnitElement},
        {QLatin1String("segment"), SegmentElement},
        {QLatin1String("ignorable"), IgnorableElement},
        {QLatin1String("source"), SourceElement},
        {QLatin1String("target"), TargetElement},
        {QLatin1String("notes"), NotesElement},
        {QLatin1String("note"), NoteElement},
        {QLatin1String("originalData"), OriginalDataElement},
        {QLatin1String("pc"), Pc},
        {QLatin1String("sc"), Sc},
        {QLatin1String("ec"), Ec},
        {QLatin1String("mrk"), Mrk},
        {QLatin1String("sm"), Sm},
        {QLatin1String("em"), Em},
        {QLatin1String("cp"), Cp},
    }};
    if (!isCore(uri))
        return Foreign;
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const auto &entry) { return entry.first == localName; });
    return found == known.end() ? OtherCore : found->second;
}

namespace {

using xml::Element;

constexpr QLatin1String translateAttribute("translate");
constexpr QLatin1String resegmentAttribute("canResegment");

QString describeNamespace(const QString &uri)
{
    static const QHash<QString, QString> modules = {
        {names::metadata, QStringLiteral("metadata of other tools")},
        {namespaces::formatStyle, QStringLiteral("format styles")},
        {namespaces::resourceData, QStringLiteral("resource data")},
        {namespaces::changeTracking20, QStringLiteral("tracked changes")},
        {namespaces::sizeRestriction, QStringLiteral("size restrictions")},
        {namespaces::validation, QStringLiteral("validation rules")}};
    return modules.value(uri, QStringLiteral("extensions (%1)").arg(uri));
}

/// Walks through xliff, file and group, and takes units as trees.
class DocumentReader : public xml::Visitor
{
public:
    explicit DocumentReader(QByteArrayView bytes) : m_bytes(bytes) {}

    Take begin(const Element &tag) override;
    void tree(const Element &element) override;
    void end() override;
    Content contentOf(const QString &uri, const QString &localName) override;
    int kindOf(const QString &uri, const QString &localName) override
    {
        return names::kindOf(uri, localName);
    }

    ReadXliff result; ///< without original bytes
    XliffIndex index;
    bool wantsPlaces = false;
    std::optional<ParsedUnit> lastUnit; ///< where places are wanted

private:
    Take beginRoot(const Element &tag);
    Take beginFile(const Element &tag);
    Take walk(const Element &tag);
    void readUnitTree(const Element &element);
    void readFileMetadata(const Element &metadata);
    void keepUnread(const QString &what) { m_unread.keep(what, result.warnings); }
    void warnOfMissingSource(const ParsedUnit &parsed);
    /// Whether what comes next stands directly in a <file>: what is no file may stand in the root too.
    [[nodiscard]] bool isInFile() const { return m_tags.size() == 2 && m_tags.back().start == m_fileStart; }

    QByteArrayView m_bytes;
    std::optional<InlineReader> m_inline;
    std::vector<bilingual::Range> m_tags; ///< of the open elements
    QList<bool> m_translate;              ///< of the open elements
    QList<bool> m_resegment;              ///< of the open elements
    QString m_fileId;
    qint64 m_fileStart = -1; ///< of the last <file>
    UniqueNames m_fileIds;
    UniqueNames m_unitIds;
    bilingual::Unread m_unread;
    bool m_lacksSource = false;
};

xml::Visitor::Content DocumentReader::contentOf(const QString &uri, const QString &localName)
{
    static constexpr std::array<QLatin1String, 6> bare{
        QLatin1String("unit"),  QLatin1String("segment"),      QLatin1String("ignorable"),
        QLatin1String("notes"), QLatin1String("originalData"), QLatin1String("matches")};
    static constexpr std::array<QLatin1String, 4> translated{QLatin1String("source"), QLatin1String("target"),
                                                             QLatin1String("pc"), QLatin1String("mrk")};
    if (!names::isCore(uri) && uri != names::matches)
        return Content::Text;
    if (std::find(bare.begin(), bare.end(), localName) != bare.end())
        return Content::Elements;
    const bool isTranslated = std::find(translated.begin(), translated.end(), localName) != translated.end();
    return isTranslated ? Content::TextAndRemarks : Content::Text;
}

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
    if (isInFile() && index.files.last().content < 0 && tag.name != QLatin1String("skeleton"))
        index.files.last().content = tag.start;
    if (tag.name == QLatin1String("group"))
        return walk(tag);
    if (tag.name == QLatin1String("unit"))
        return Take::Tree;
    if (tag.name == QLatin1String("notes"))
        keepUnread(QStringLiteral("notes about whole files or groups"));
    return Take::Skip;
}

/// Into an element that units may be in.
DocumentReader::Take DocumentReader::walk(const Element &tag)
{
    m_translate.append(saysYes(tag, translateAttribute, m_translate.isEmpty() || m_translate.last()));
    m_resegment.append(saysYes(tag, resegmentAttribute, m_resegment.isEmpty() || m_resegment.last()));
    m_tags.push_back({tag.start, tag.startTagEnd});
    return Take::Walk;
}

DocumentReader::Take DocumentReader::beginRoot(const Element &tag)
{
    m_inline.emplace(FileText{m_bytes, encoding});
    index.encoding = encoding;
    const QString version = tag.value(QLatin1String("version"));
    if (tag.name != QLatin1String("xliff")) {
        error = bilingual::refusalAt(
            tag.start, "xliff.not-xliff",
            QStringLiteral("The file is XML, but its root is <%1> and not <xliff>; open an XLIFF file.")
                .arg(tag.name));
        return Take::Skip;
    }
    if (!names::isCore(tag.ns) || !version.startsWith(QLatin1String("2."))) {
        error = bilingual::refusalAt(
            tag.start, "xliff.unsupported-version",
            QStringLiteral(
                "The file is XLIFF %1, and Verbale reads 1.0 to 1.2 and 2.0 to 2.2; export it as one of "
                "these from the tool that made it.")
                .arg(version.isEmpty() ? QStringLiteral("without a version") : version));
        return Take::Skip;
    }
    result.version = version;
    index.coreNamespace = tag.ns;
    result.document.sourceLanguage = tag.value(QLatin1String("srcLang"));
    result.document.targetLanguage = tag.value(QLatin1String("trgLang"));
    index.hasTargetLanguage = tag.has(QLatin1String("trgLang"));
    index.root = {tag.start, tag.startTagEnd, -1, -1};
    return walk(tag);
}

DocumentReader::Take DocumentReader::beginFile(const Element &tag)
{
    m_fileId = m_fileIds.take(tag.value(QLatin1String("id")), QStringLiteral("f1"));
    m_unitIds = UniqueNames();
    QString &original = result.document.originalName;
    if (original.isEmpty())
        original = tag.value(QLatin1String("original"));
    index.files.append({m_fileId, -1, {}, 0, {}});
    m_fileStart = tag.start;
    return walk(tag);
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
    FilePlace &file = index.files.last();
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
            result.document.leftOut += readLeftOut(*node.element, file.id, more);
            if (more > 0)
                result.warnings.append(
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
    const QString name = element.value(QLatin1String("id"));
    const QString id = m_unitIds.take(
        name, name.isEmpty() ? QStringLiteral("u%1").arg(result.document.units.size() + 1) : name);
    const UnitFrame frame{m_fileId, id, saysYes(element, resegmentAttribute, m_resegment.last()),
                          wantsPlaces};
    ParsedUnit parsed = readUnit(element, frame, *m_inline);
    if (parsed.segmentWithoutSource >= 0 && !m_lacksSource)
        warnOfMissingSource(parsed);
    parsed.unit.translate = saysYes(element, translateAttribute, m_translate.last());
    if (parsed.unit.type.startsWith(names::ownPrefix))
        parsed.unit.type = QString::fromUtf8(
            QByteArray::fromPercentEncoding(parsed.unit.type.mid(names::ownPrefix.size()).toUtf8()));
    for (const QString &uri : std::as_const(parsed.foreign))
        keepUnread(describeNamespace(uri));
    if (wantsPlaces)
        lastUnit = std::move(parsed);
    else
        bilingual::keepUnit(std::move(parsed.unit), m_tags, m_bytes.size(), result.document.units, index);
}

/// Such a segment can be given a translation all the same, and saved.
void DocumentReader::warnOfMissingSource(const ParsedUnit &parsed)
{
    m_lacksSource = true;
    const Place place = xml::locate(m_bytes, encoding, parsed.segmentWithoutSource);
    result.warnings.append(QStringLiteral("A segment of unit %1 has no <source> (line %2, column %3), so "
                                          "there is nothing to translate in it; export the file again.")
                               .arg(parsed.unit.id)
                               .arg(place.line)
                               .arg(place.column));
}

void DocumentReader::end()
{
    m_translate.removeLast();
    m_resegment.removeLast();
    m_tags.pop_back();
}

} // namespace

Result<ReadXliff> read(const OriginalBytes &bytes, const QString &fileName)
{
    DocumentReader reader(bytes.view());
    const Result<void> done = bilingual::readWhole(bytes, fileName, reader);
    if (!done)
        return done.error();
    reader.index.leftOut = reader.result.document.leftOut;
    ReadXliff result = std::move(reader.result);
    result.document.originalFormat = QStringLiteral("xliff-") + result.version;
    result.document.originalBytes =
        bilingual::withIndex(bytes, std::make_shared<const XliffIndex>(std::move(reader.index)));
    return result;
}

Result<ParsedUnit> readUnitAgain(const OriginalBytes &bytes, const XliffIndex &index, std::size_t mark)
{
    DocumentReader reader(bytes.view());
    reader.wantsPlaces = true;
    const Result<void> done = bilingual::readAgain(bytes, index, mark, reader, bilingual::readingOptions({}));
    if (!done)
        return done.error();
    if (!reader.lastUnit)
        return Error{QStringLiteral("xliff.malformed"),
                     QStringLiteral("A unit is not where it stood when the file was read; open it again.")};
    return std::move(*reader.lastUnit);
}

} // namespace verbale::xliff
