#include "formats/xliff12/glossary.h"
#include "formats/xliff12/left_out.h"
#include "formats/xliff12/names.h"
#include "formats/xliff12/parsed.h"
#include "formats/xliff12/xliff12.h"

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
    DocumentReader(FileText &file, xliff::ReadXliff &parsed, const std::function<void(ParsedUnit &&)> &unit)
        : m_file(file), m_parsed(parsed), m_unit(unit), m_units(file)
    {
    }

    Take begin(const Element &tag) override;
    void tree(const Element &element) override;
    void end() override;

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
    void readUnit(const Element &element);
    void keepUnread(const QString &what);
    void refuse(qint64 offset, const char *code, const QString &message);

    FileText &m_file;
    xliff::ReadXliff &m_parsed;
    const std::function<void(ParsedUnit &&)> &m_unit;
    UnitReader m_units;
    QList<Surroundings> m_open;
    qint64 m_unitCount = 0;
    int m_fileCount = 0;
    QString m_fileId;
    QString m_sourceLanguage;
    QString m_targetLanguage;
    TermEntries m_terms;
    xliff::UniqueNames m_unitIds;
    QStringList m_unread;
};

DocumentReader::Take DocumentReader::begin(const Element &tag)
{
    if (m_open.isEmpty()) {
        m_file.encoding = encoding;
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
    const QString version = tag.value(QLatin1String("version"));
    if (tag.name != QLatin1String("xliff")) {
        refuse(tag.start, "xliff.not-xliff",
               QStringLiteral("The file is XML, but its root is <%1> and not <xliff>; open an XLIFF file.")
                   .arg(tag.name));
        return Take::Skip;
    }
    if (!names::isCore(tag.ns) || !version.startsWith(QLatin1String("1."))) {
        refuse(tag.start, "xliff.unsupported-version",
               QStringLiteral("The file is XLIFF %1, which is none of 1.0, 1.1 and 1.2; export it again.")
                   .arg(version.isEmpty() ? QStringLiteral("without a version") : version));
        return Take::Skip;
    }
    m_parsed.version = version;
    return walk(tag);
}

DocumentReader::Take DocumentReader::beginFile(const Element &tag)
{
    Document &document = m_parsed.document;
    m_fileId = QLatin1Char('f') + QString::number(++m_fileCount);
    m_unitIds = xliff::UniqueNames();
    m_terms.clear();
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
    return Take::Walk;
}

void DocumentReader::tree(const Element &element)
{
    if (element.name == QLatin1String("trans-unit"))
        readUnit(element);
    else if (element.value(QLatin1String("form")) == names::glossaryForm)
        m_terms = readTerms(element.text());
    else
        m_parsed.document.leftOut += readLeftOut(element.text(), m_fileId);
}

void DocumentReader::readUnit(const Element &element)
{
    ++m_unitCount;
    UnitFrame frame;
    frame.fileId = m_fileId;
    frame.unitId = m_unitIds.take(element.value(QLatin1String("id")), QStringLiteral("u%1").arg(m_unitCount));
    frame.targetLanguage = m_targetLanguage;
    frame.context = m_open.last().context;
    frame.translate = m_open.last().translate;
    frame.terms = m_terms.isEmpty() ? nullptr : &m_terms;
    ParsedUnit parsed = m_units.read(element, frame);
    if (parsed.withoutSource >= 0) {
        refuse(parsed.withoutSource, "xliff.no-source",
               QStringLiteral("The unit %1 has no <source>, so there is nothing to translate in it; export "
                              "the file again.")
                   .arg(frame.unitId));
        return;
    }
    const auto primary = [](const QString &tag) { return tag.section(u'-', 0, 0).toLower(); };
    if (parsed.language.isEmpty())
        parsed.language = m_sourceLanguage;
    if (primary(parsed.language) != primary(m_parsed.document.sourceLanguage))
        parsed.unit.language = parsed.language;
    m_unit(std::move(parsed));
}

void DocumentReader::end()
{
    m_open.removeLast();
}

void DocumentReader::keepUnread(const QString &what)
{
    if (m_unread.contains(what))
        return;
    m_unread.append(what);
    m_parsed.warnings.append(QStringLiteral("The file holds %1: kept as they are, but not shown.").arg(what));
}

void DocumentReader::refuse(qint64 offset, const char *code, const QString &message)
{
    error = Error{QLatin1String(code), message, {}};
    error->where.offset = offset;
}

} // namespace

Result<xliff::ReadXliff> parseXliff(FileText &file, const QString &fileName,
                                    const std::function<void(ParsedUnit &&)> &unit)
{
    if (file.bytes.isEmpty())
        return Error{QStringLiteral("xliff.not-xliff"),
                     QStringLiteral("The file is empty; open an XLIFF file."),
                     {fileName, 1, 1, 0}};
    xliff::ReadXliff parsed;
    DocumentReader reader(file, parsed, unit);
    xml::ParseOptions options;
    options.fileName = fileName;
    options.codePrefix = QStringLiteral("xliff");
    const Result<void> done = xml::parse(file.bytes, options, reader);
    if (!done)
        return done.error();
    return parsed;
}

Result<xliff::ReadXliff> read(const QByteArray &bytes, const QString &fileName)
{
    QList<Unit> units;
    FileText file{bytes};
    auto result =
        parseXliff(file, fileName, [&units](ParsedUnit &&parsed) { units.append(std::move(parsed.unit)); });
    if (!result)
        return result;
    result->document.units = std::move(units);
    result->document.originalBytes = bytes;
    result->document.originalFormat = QStringLiteral("xliff-") + result->version;
    return result;
}

} // namespace verbale::xliff12
