#include "formats/xliff12/names.h"
#include "formats/xliff12/patch_unit.h"
#include "formats/xliff12/xliff12.h"

#include <algorithm>

namespace verbale::xliff12 {

namespace {

/// Visits no element's content: well-formedness is all that is asked for.
class Nothing : public xml::Visitor
{
public:
    Take begin(const xml::Element &) override { return Take::Skip; }
    void tree(const xml::Element &) override {}
    void end() override {}
};

QString keyOf(const Unit &unit)
{
    return unit.fileId + u'/' + unit.id;
}

bool hasSameSources(const Unit &one, const Unit &other)
{
    return std::equal(
        one.segments.begin(), one.segments.end(), other.segments.begin(), other.segments.end(),
        [](const Segment &a, const Segment &b) { return a.source == b.source && a.gapAfter == b.gapAfter; });
}

/// Collects what has to change in the file while its units go by.
class Patcher
{
public:
    Patcher(const Document &document, const QByteArray &bytes)
        : m_document(document), m_bytes(bytes), m_file{m_bytes}, m_splices(m_file)
    {
    }
    Result<QByteArray> patch();

private:
    void patchUnit(const ParsedUnit &present);
    void fail(const char *code, const QString &message);

    const Document &m_document;
    const QByteArray &m_bytes;
    FileText m_file;
    xliff::Splices m_splices;
    PatchFrame m_frame;
    QHash<QString, qsizetype> m_wanted;
    qsizetype m_found = 0;
    std::optional<Error> m_error;
};

Result<QByteArray> Patcher::patch()
{
    for (qsizetype i = 0; i < m_document.units.size(); ++i)
        m_wanted.insert(keyOf(m_document.units[i]), i);
    const auto parsed =
        parseXliff(m_file, m_document.originalName, [this](ParsedUnit &&present) { patchUnit(present); });
    if (!parsed)
        return parsed.error();
    if (m_error)
        return *m_error;
    if (m_found < m_document.units.size()) {
        fail("xliff.segment-vanished",
             QStringLiteral("A unit of the document is not in the XLIFF file that was opened, so its "
                            "translation has no place there; save under another name."));
        return *m_error;
    }
    if (m_splices.isEmpty())
        return m_bytes;
    const QByteArray bytes = m_splices.applied();
    Nothing visitor;
    xml::ParseOptions options;
    options.codePrefix = QStringLiteral("xliff");
    if (!xml::parse(bytes, options, visitor))
        return Error{
            QStringLiteral("xliff.bad-code"),
            QStringLiteral("An inline code of a target is not well-formed, and the file was left as it is; "
                           "take the target's codes from the source again."),
            {m_document.originalName}};
    return bytes;
}

void Patcher::fail(const char *code, const QString &message)
{
    if (!m_error)
        m_error = Error{QLatin1String(code), message, {m_document.originalName}};
}

void Patcher::patchUnit(const ParsedUnit &present)
{
    if (m_frame.lineEnd.isEmpty()) {
        const QString firstLines = m_file.slice(0, std::min<qint64>(m_bytes.size(), 4096));
        m_frame.lineEnd = QLatin1String(firstLines.contains(QLatin1String("\r\n")) ? "\r\n" : "\n");
    }
    const auto found = m_wanted.constFind(keyOf(present.unit));
    if (found == m_wanted.cend()) {
        fail("xliff.fixed-segments",
             QStringLiteral("Unit %1 of the file is not in the document any more, and Verbale takes no unit "
                            "out of an XLIFF 1.2 file; save as XLIFF 2.1.")
                 .arg(present.unit.id));
        return;
    }
    ++m_found;
    const Unit &wanted = m_document.units[*found];
    if (!hasSameSources(wanted, present.unit)) {
        fail("xliff.fixed-segments",
             QStringLiteral("The segments of unit %1 are others than in the file, and its seg-source cannot "
                            "be written anew; undo splits and merges there, or save as XLIFF 2.1.")
                 .arg(present.unit.id));
        return;
    }
    m_frame.newLanguage = present.saysTargetLanguage ? QString() : m_document.targetLanguage;
    UnitPatch(m_splices, m_frame, wanted, present.unit, present.place).patch();
}

} // namespace

Result<QByteArray> patch(const Document &document)
{
    if (document.originalBytes.isEmpty())
        return write(document);
    const QByteArray bytes = document.originalBytes.toByteArray();
    return Patcher(document, bytes).patch();
}

} // namespace verbale::xliff12
