#include "formats/save_frame.h"

#include "formats/read_frame.h"

#include <QtCore/QBuffer>

#include <algorithm>

namespace verbale::bilingual {

namespace {

/// Counts what stands in the innermost of some elements.
class UnitCheck : public xml::Visitor
{
public:
    explicit UnitCheck(std::size_t depth) : m_depth(depth) {}
    Take begin(const xml::Element &) override { return m_begun++ < m_depth ? Take::Walk : Take::Tree; }
    void tree(const xml::Element &) override { ++m_units; }
    void end() override {}
    Content contentOf(const QString &, const QString &) override { return Content::Elements; }
    [[nodiscard]] bool holds() const { return m_units == 1 && m_begun == m_depth + 1; }

private:
    std::size_t m_depth;
    std::size_t m_begun = 0;
    int m_units = 0;
};

} // namespace

Result<QByteArray> patched(const Document &document, const Saving &saving)
{
    if (document.originalBytes.isEmpty())
        return saving.write(document);
    const auto changes = saving.changes(document);
    if (!changes)
        return changes.error();
    if (changes->isEmpty())
        return document.originalBytes.toByteArray();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (const auto done = writeReplaced(document.originalBytes, *changes, buffer); !done)
        return done.error();
    return buffer.data();
}

Result<void> writePatched(const Document &document, const Saving &saving, QIODevice &device)
{
    if (document.originalBytes.isEmpty())
        return writeReplaced(saving.write(document), {}, device);
    const auto changes = saving.changes(document);
    if (!changes)
        return changes.error();
    return writeReplaced(document.originalBytes, *changes, device);
}

QString lineEndOf(QByteArrayView file, xml::Encoding encoding)
{
    constexpr qsizetype firstBytes = 4096; // an even number: two bytes may be a character
    const QString firstLines = xml::decode(file.first(std::min(file.size(), firstBytes)), encoding);
    if (firstLines.contains(QLatin1String("\r\n")))
        return QStringLiteral("\r\n");
    const bool isOld = firstLines.contains(u'\r') && !firstLines.contains(u'\n');
    return QLatin1String(isOld ? "\r" : "\n");
}

bool hasSameSources(const Unit &one, const Unit &other)
{
    return std::equal(
        one.segments.begin(), one.segments.end(), other.segments.begin(), other.segments.end(),
        [](const Segment &a, const Segment &b) { return a.source == b.source && a.gapAfter == b.gapAfter; });
}

QList<LeftOutLine> leftOutOf(const QList<LeftOutLine> &lines, const QString &fileId)
{
    QList<LeftOutLine> own = lines;
    own.removeIf([&fileId](const LeftOutLine &line) { return line.fileId != fileId; });
    return own;
}

std::optional<Neighbour> neighbourOf(const QList<Unit> &units, qsizetype unit, const QList<qint64> &marks)
{
    const auto isThere = [&](qsizetype number) {
        return marks[number] >= 0 && units[number].fileId == units[unit].fileId;
    };
    for (qsizetype next = unit + 1; next < units.size(); ++next) {
        if (isThere(next))
            return Neighbour{static_cast<std::size_t>(marks[next]), true};
    }
    for (qsizetype before = unit - 1; before >= 0; --before) {
        if (isThere(before))
            return Neighbour{static_cast<std::size_t>(marks[before]), false};
    }
    return std::nullopt;
}

bool isOneUnit(const OriginalBytes &bytes, const FileIndex &index, std::size_t mark, QByteArrayView unitBytes)
{
    UnitCheck check(index.around(mark).tags.size());
    return readInPlace(bytes, index, mark, unitBytes, check, readingOptions({})).ok() && check.holds();
}

Error badCode(const QString &unit, const QString &fileName)
{
    return Error{
        QStringLiteral("xliff.bad-code"),
        QStringLiteral("An inline code of a target of unit %1 is not well-formed, and the file was left as "
                       "it is; take the target's codes from the source again.")
            .arg(unit),
        {fileName}};
}

} // namespace verbale::bilingual
