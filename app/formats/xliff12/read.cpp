#include "formats/read_frame.h"
#include "formats/xliff12/glossary.h"
#include "formats/xliff12/left_out.h"
#include "formats/xliff12/names.h"
#include "formats/xliff12/parsed.h"
#include "formats/xliff12/xliff12.h"
#include "xml/position.h"

#include <algorithm>
#include <array>

namespace verbale::xliff12 {

namespace {

using xml::Element;

/// Extensions whose files are read as their tools mean them.
bool isKnownTool(const QString &uri)
{
    return uri == names::sdl || uri == names::memoQ || uri == names::memsource || uri == names::worldServer;
}

/// Walks through xliff, file, header, body, group and bin-unit, and takes units as trees.
class DocumentReader : public xml::Visitor
{
public:
    explicit DocumentReader(QByteArrayView bytes) : m_file{bytes}, m_units(m_file) {}

    Take begin(const Element &tag) override;
    void tree(const Element &element) override;
    void end() override;
    Content contentOf(const QString &uri, const QString &localName) override;

    xliff::ReadXliff result; ///< without original bytes
    FileIndex index;
    const FilePlace *known = nullptr;   ///< one unit is read again: what is known of its file
    std::optional<ParsedUnit> lastUnit; ///< of the same

private:
    /// What an open element says about the units in it.
    struct Surroundings
    {
        bool translate = true;
        QString context;
    };
    Take beginRoot(const Element &tag);
    Take beginFile(const Element &tag);
    Take beginPart(const Element &tag);
    Take walk(const Element &tag);
    void readOwnFile(const Element &element);
    void readUnit(const Element &element);
    void warnOfMissingSource(const ParsedUnit &parsed);
    void keepUnread(const QString &what) { m_unread.keep(what, result.warnings); }

    FileText m_file;
    UnitReader m_units;
    QList<Surroundings> m_open;
    std::vector<bilingual::Range> m_tags; ///< of the open elements
    QString m_sourceLanguage;
    QString m_targetLanguage;
    xliff::UniqueNames m_unitIds;
    bilingual::Unread m_unread;
    bool m_lacksSource = false;
};

xml::Visitor::Content DocumentReader::contentOf(const QString &uri, const QString &localName)
{
    static constexpr std::array<QLatin1String, 4> bare{
        QLatin1String("trans-unit"), QLatin1String("alt-trans"), QLatin1String("context-group"),
        QLatin1String("count-group")};
    static constexpr std::array<QLatin1String, 5> translated{QLatin1String("source"), QLatin1String("target"),
                                                             QLatin1String("seg-source"), QLatin1String("g"),
                                                             QLatin1String("mrk")};
    if (!names::isCore(uri))
        return Content::Text;
    if (std::find(bare.begin(), bare.end(), localName) != bare.end())
        return Content::Elements;
    const bool isTranslated = std::find(translated.begin(), translated.end(), localName) != translated.end();
    return isTranslated ? Content::TextAndRemarks : Content::Text;
}

DocumentReader::Take DocumentReader::begin(const Element &tag)
{
    if (m_open.isEmpty()) {
        m_file.encoding = encoding;
        index.encoding = encoding;
        return beginRoot(tag);
    }
    if (!names::isCore(tag.ns)) {
        if (!isKnownTool(tag.ns))
            keepUnread(QStringLiteral("extensions (%1)").arg(tag.ns));
        return Take::Skip;
    }
    if (tag.name == QLatin1String("trans-unit"))
        return Take::Tree;
    if (tag.name == QLatin1String("file"))
        return beginFile(tag);
    return beginPart(tag);
}

DocumentReader::Take DocumentReader::beginRoot(const Element &tag)
{
    QString version = tag.value(QLatin1String("version"));
    if (tag.name != QLatin1String("xliff")) {
        error = bilingual::refusalAt(
            tag.start, "xliff.not-xliff",
            QStringLiteral("The file is XML, but its root is <%1> and not <xliff>; open an XLIFF file.")
                .arg(tag.name));
        return Take::Skip;
    }
    if (version.isEmpty() && names::isCore(tag.ns))
        version = QStringLiteral("1.2");
    if (!names::isCore(tag.ns) || !version.startsWith(QLatin1String("1."))) {
        error = bilingual::refusalAt(
            tag.start, "xliff.unsupported-version",
            QStringLiteral("The file is XLIFF %1, which is none of 1.0, 1.1 and 1.2; export it again.")
                .arg(version.isEmpty() ? QStringLiteral("without a version") : version));
        return Take::Skip;
    }
    result.version = version;
    return walk(tag);
}

DocumentReader::Take DocumentReader::beginFile(const Element &tag)
{
    Document &document = result.document;
    m_unitIds = xliff::UniqueNames();
    FilePlace place;
    place.start = tag.start;
    place.id = QLatin1Char('f') + QString::number(index.files.size() + 1);
    index.files.append(known != nullptr ? *known : place);
    m_sourceLanguage = tag.value(QLatin1String("source-language"));
    m_targetLanguage = tag.value(QLatin1String("target-language"));
    for (QString *language : {&m_sourceLanguage, &m_targetLanguage})
        language->replace(u'_', u'-'); // "en_gb", as MXLIFF has it
    if (document.originalName.isEmpty())
        document.originalName = tag.value(QLatin1String("original"));
    if (document.sourceLanguage.isEmpty())
        document.sourceLanguage = m_sourceLanguage;
    if (document.targetLanguage.isEmpty())
        document.targetLanguage = m_targetLanguage;
    return walk(tag);
}

DocumentReader::Take DocumentReader::beginPart(const Element &tag)
{
    static const QStringList walked = {QStringLiteral("header"),    QStringLiteral("body"),
                                       QStringLiteral("group"),     QStringLiteral("bin-unit"),
                                       QStringLiteral("reference"), QStringLiteral("glossary")};
    if (tag.name == QLatin1String("internal-file")) {
        const QString form = tag.value(QLatin1String("form"));
        return form == names::glossaryForm || form == names::leftOutForm ? Take::Tree : Take::Skip;
    }
    if (tag.name == QLatin1String("tool") && !index.files.isEmpty() && index.files.last().tool < 0)
        index.files.last().tool = tag.start;
    if (tag.name == QLatin1String("note"))
        keepUnread(QStringLiteral("notes about whole files or groups"));
    if (tag.name == QLatin1String("bin-unit"))
        keepUnread(QStringLiteral("binary objects"));
    return walked.contains(tag.name) ? walk(tag) : Take::Skip;
}

DocumentReader::Take DocumentReader::walk(const Element &tag)
{
    Surroundings here = m_open.isEmpty() ? Surroundings() : m_open.last();
    if (const QString translate = tag.value(QLatin1String("translate")); !translate.isEmpty())
        here.translate = translate != QLatin1String("no");
    if (const QString name = tag.value(QLatin1String("resname")); !name.isEmpty())
        here.context = here.context.isEmpty() ? name : here.context + QLatin1String(" / ") + name;
    m_open.append(here);
    m_tags.push_back({tag.start, tag.startTagEnd});
    return Take::Walk;
}

void DocumentReader::tree(const Element &element)
{
    if (element.name == QLatin1String("trans-unit"))
        readUnit(element);
    else if (!index.files.isEmpty())
        readOwnFile(element);
}

void DocumentReader::readOwnFile(const Element &element)
{
    FilePlace &file = index.files.last();
    if (element.value(QLatin1String("form")) == names::glossaryForm) {
        file.terms = readTerms(element.text());
        return;
    }
    file.leftOut = placeOf(element);
    result.document.leftOut += readLeftOut(element.text(), file.id);
}

void DocumentReader::readUnit(const Element &element)
{
    if (index.files.isEmpty()) // not in a file, which is not valid
        index.files.append(known != nullptr ? *known : FilePlace{QStringLiteral("f1"), -1, {}, -1, {}});
    const FilePlace &file = index.files.last();
    UnitFrame frame;
    frame.fileId = file.id;
    frame.unitId = m_unitIds.take(element.value(QLatin1String("id")),
                                  QStringLiteral("u%1").arg(result.document.units.size() + 1));
    frame.targetLanguage = m_targetLanguage;
    frame.context = m_open.last().context;
    frame.translate = m_open.last().translate;
    frame.terms = file.terms.isEmpty() ? nullptr : &file.terms;
    ParsedUnit parsed = m_units.read(element, frame);
    if (parsed.withoutSource >= 0 && !m_lacksSource)
        warnOfMissingSource(parsed);
    const auto primary = [](const QString &tag) { return tag.section(u'-', 0, 0).toLower(); };
    const QString &language = parsed.language.isEmpty() ? m_sourceLanguage : parsed.language;
    if (language != result.document.sourceLanguage &&
        primary(language) != primary(result.document.sourceLanguage))
        parsed.unit.language = language;
    if (known != nullptr)
        lastUnit = std::move(parsed);
    else
        bilingual::keepUnit(std::move(parsed.unit), m_tags, m_file.bytes.size(), result.document.units,
                            index);
}

/// Such a unit can be given a translation all the same, and saved.
void DocumentReader::warnOfMissingSource(const ParsedUnit &parsed)
{
    m_lacksSource = true;
    const Place place = xml::locate(m_file.bytes, encoding, parsed.withoutSource);
    result.warnings.append(QStringLiteral("The unit %1 has no <source> (line %2, column %3), so there is "
                                          "nothing to translate in it; export the file again.")
                               .arg(parsed.unit.id)
                               .arg(place.line)
                               .arg(place.column));
}

void DocumentReader::end()
{
    m_open.removeLast();
    m_tags.pop_back();
}

} // namespace

const FilePlace *FileIndex::fileOf(std::size_t mark) const
{
    const auto after = std::upper_bound(files.begin(), files.end(), qint64{units[mark].start},
                                        [](qint64 unit, const FilePlace &file) { return unit < file.start; });
    return after == files.begin() ? nullptr : &*std::prev(after);
}

Result<xliff::ReadXliff> read(const OriginalBytes &bytes, const QString &fileName)
{
    DocumentReader reader(bytes.view());
    const Result<void> done = bilingual::readWhole(bytes, fileName, reader);
    if (!done)
        return done.error();
    reader.index.leftOut = reader.result.document.leftOut;
    xliff::ReadXliff result = std::move(reader.result);
    result.document.originalFormat = QStringLiteral("xliff-") + result.version;
    result.document.originalBytes =
        bilingual::withIndex(bytes, std::make_shared<const FileIndex>(std::move(reader.index)));
    return result;
}

Result<ParsedUnit> readUnitAgain(const OriginalBytes &bytes, const FileIndex &index, std::size_t mark)
{
    DocumentReader reader(bytes.view());
    reader.known = index.fileOf(mark);
    const Error moved{QStringLiteral("xliff.malformed"),
                      QStringLiteral("A unit is not where it stood when the file was read; open it again.")};
    if (reader.known == nullptr)
        return moved;
    const Result<void> done = bilingual::readAgain(bytes, index, mark, reader, bilingual::readingOptions({}));
    if (!done)
        return done.error();
    if (!reader.lastUnit)
        return moved;
    return std::move(*reader.lastUnit);
}

} // namespace verbale::xliff12
