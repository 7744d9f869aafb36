#include "formats/patch_frame.h"

#include "formats/file_snapshot.h"

#include <QtCore/QHashFunctions>

#include <algorithm>

namespace verbale::bilingual {

namespace {

/// The bytes of a file that a reader has looked at.
class IndexedBytes : public OriginalBytes::Holder
{
public:
    IndexedBytes(OriginalBytes bytes, std::shared_ptr<const FileIndex> index)
        : m_bytes(std::move(bytes)), m_index(std::move(index))
    {
    }
    [[nodiscard]] QByteArrayView view() const override { return m_bytes.view(); }
    [[nodiscard]] QByteArray toByteArray() const override { return m_bytes.toByteArray(); }
    void forget(qint64 start, qint64 end) const override
    {
        if (m_bytes.holder() != nullptr)
            m_bytes.holder()->forget(start, end);
    }
    [[nodiscard]] const FileIndex *index() const { return m_index.get(); }
    [[nodiscard]] const OriginalBytes &bytes() const { return m_bytes; }

private:
    OriginalBytes m_bytes;
    std::shared_ptr<const FileIndex> m_index;
};

/// Mixes texts and numbers into one number.
class Print
{
public:
    void add(quint64 number)
    {
        m_value = (m_value ^ number) * 0x9E3779B97F4A7C15ULL;
        m_value ^= m_value >> 29;
    }
    void add(const QString &text)
    {
        const auto bytes = static_cast<std::size_t>(text.size()) * sizeof(QChar);
        add(static_cast<quint64>(qHashBits(text.constData(), bytes, static_cast<std::size_t>(m_value | 1))));
        add(static_cast<quint64>(text.size()));
    }
    void add(const InlineText &text)
    {
        add(text.text);
        for (const InlineCode &code : text.codes)
            add(code.markup);
        add(static_cast<quint64>(text.codes.size()));
    }
    [[nodiscard]] quint64 value() const { return m_value; }

private:
    quint64 m_value = 0x5851F42D4C957F2DULL;
};

#ifdef __GNUC__
// Always inline: a compiler that looks at such a function by itself finds that it does nothing.
[[gnu::always_inline]] inline void fetch(const void *start, qsizetype size)
{
    constexpr qsizetype most = 512;
    constexpr qsizetype line = 64;
    for (qsizetype at = 0; at < std::min(size, most); at += line)
        __builtin_prefetch(static_cast<const char *>(start) + at);
}

/// Asks for what the fingerprints of units behind `unit` will be made of: the segments of a large document
/// lie all over memory, and to wait for them takes longer than all the rest.
[[gnu::always_inline]] inline void fetchAhead(const QList<Unit> &units, qsizetype unit)
{
    constexpr qsizetype segmentsAhead = 16;
    constexpr qsizetype textsAhead = 8;
    if (unit + segmentsAhead < units.size())
        fetch(units[unit + segmentsAhead].segments.constData(), sizeof(Segment));
    if (unit + textsAhead >= units.size() || units[unit + textsAhead].segments.isEmpty())
        return;
    const Segment &segment = units[unit + textsAhead].segments.first();
    fetch(segment.source.text.constData(), segment.source.text.size() * qsizetype{sizeof(QChar)});
    fetch(segment.target.text.constData(), segment.target.text.size() * qsizetype{sizeof(QChar)});
}
#else
void fetchAhead(const QList<Unit> &, qsizetype) {}
#endif

Error writeFailed(const QIODevice &device)
{
    return Error{
        QStringLiteral("file.write-failed"),
        QStringLiteral("The file could not be written (%1); free some space or save it in another folder.")
            .arg(device.errorString())};
}

} // namespace

void FileIndex::add(const Unit &unit, const std::vector<Range> &openTags)
{
    const auto same = [](const Range &one, const Range &other) { return one.start == other.start; };
    if (surroundings.empty() ||
        !std::equal(openTags.begin(), openTags.end(), surroundings.back().tags.begin(),
                    surroundings.back().tags.end(), same))
        surroundings.push_back({units.size(), openTags});
    units.push_back({static_cast<quint32>(unit.placeStart),
                     static_cast<quint32>(unit.placeEnd - unit.placeStart), fingerprint(unit)});
}

const FileIndex::Surroundings &FileIndex::around(std::size_t unit) const
{
    const auto after =
        std::upper_bound(surroundings.begin(), surroundings.end(), unit,
                         [](std::size_t wanted, const Surroundings &one) { return wanted < one.firstUnit; });
    return *std::prev(after);
}

OriginalBytes withIndex(const OriginalBytes &bytes, std::shared_ptr<const FileIndex> index)
{
    return OriginalBytes(std::make_shared<IndexedBytes>(bytes, std::move(index)));
}

const FileIndex *indexOf(const OriginalBytes &bytes)
{
    const auto *indexed = dynamic_cast<const IndexedBytes *>(bytes.holder());
    return indexed == nullptr ? nullptr : indexed->index();
}

quint64 fingerprint(const Unit &unit)
{
    Print print;
    for (const Segment &segment : unit.segments) {
        print.add(segment.source);
        print.add(segment.target);
        print.add(static_cast<quint64>(segment.state) * 2 + (segment.hasTarget ? 1 : 0));
        print.add(segment.subState.get());
        print.add(segment.gapAfter.get());
    }
    print.add(static_cast<quint64>(unit.segments.size()));
    for (const BoundaryDecision &decision : unit.boundaries)
        print.add(static_cast<quint64>(decision.position) * 2 + (decision.splits ? 1 : 0));
    return print.value();
}

Comparison compare(const Document &document, const FileIndex &index)
{
    Comparison comparison;
    comparison.marks.fill(-1, document.units.size());
    std::vector<bool> found(index.units.size());
    std::size_t next = 0;
    const auto before = [](const FileIndex::UnitMark &mark, qint64 start) { return mark.start < start; };
    for (qsizetype i = 0; i < document.units.size(); ++i) {
        const Unit &unit = document.units[i];
        fetchAhead(document.units, i);
        if (next >= index.units.size() || index.units[next].start != unit.placeStart)
            next = static_cast<std::size_t>(
                std::lower_bound(index.units.begin(), index.units.end(), unit.placeStart, before) -
                index.units.begin());
        const bool hasPlace = unit.placeStart >= 0 && next < index.units.size() &&
                              index.units[next].start == unit.placeStart && !found[next];
        if (!hasPlace) {
            comparison.added.append(i);
            continue;
        }
        found[next] = true;
        comparison.marks[i] = static_cast<qint64>(next);
        if (index.units[next].fingerprint != fingerprint(unit))
            comparison.changed.append({i, next});
        ++next;
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!found[i])
            comparison.gone.push_back(i);
    }
    return comparison;
}

Result<void> readInPlace(const OriginalBytes &bytes, const FileIndex &index, std::size_t mark,
                         QByteArrayView unitBytes, xml::Visitor &visitor, xml::ParseOptions options)
{
    const QByteArrayView file = bytes.view();
    const std::vector<Range> &tags = index.around(mark).tags;
    QByteArray part;
    if (!tags.empty()) // with what stands before the root: encoding and entities
        part = file.first(tags.front().end).toByteArray();
    for (std::size_t i = 1; i < tags.size(); ++i)
        part += file.sliced(tags[i].start, tags[i].end - tags[i].start);
    options.offsetShift = index.units[mark].start - part.size();
    options.isWhole = false;
    part += unitBytes;
    return xml::parse(part, options, visitor);
}

Result<void> readAgain(const OriginalBytes &bytes, const FileIndex &index, std::size_t mark,
                       xml::Visitor &visitor, const xml::ParseOptions &options)
{
    const Range range = index.units[mark].range();
    return readInPlace(bytes, index, mark, bytes.view().sliced(range.start, range.end - range.start), visitor,
                       options);
}

QList<Replacement> inOrder(QList<Replacement> replacements)
{
    std::stable_sort(
        replacements.begin(), replacements.end(), [](const Replacement &a, const Replacement &b) {
            return a.range.start != b.range.start ? a.range.start < b.range.start : a.range.end < b.range.end;
        });
    return replacements;
}

Result<void> writeReplaced(const OriginalBytes &bytes, const QList<Replacement> &replacements,
                           QIODevice &device)
{
    constexpr qint64 pieceBytes = 1024LL * 1024;
    const QByteArrayView file = bytes.view();
    const auto *indexed = dynamic_cast<const IndexedBytes *>(bytes.holder());
    auto *output = qobject_cast<QFileDevice *>(&device);
    const auto copy = [&](qint64 from, qint64 to) {
        const bool isLong = indexed != nullptr && output != nullptr && to - from >= pieceBytes;
        const qint64 copied = isLong ? copyInSystem(indexed->bytes().holder(), from, to, *output) : 0;
        if (copied < 0)
            return false;
        for (qint64 at = from + copied; at < to; at += pieceBytes) {
            const qint64 size = std::min(pieceBytes, to - at);
            if (device.write(file.data() + at, size) != size)
                return false;
            if (bytes.holder() != nullptr)
                bytes.holder()->forget(at, at + size);
        }
        return true;
    };
    qint64 done = 0;
    for (const Replacement &change : replacements) {
        if (!copy(done, change.range.start) || device.write(change.bytes) != change.bytes.size())
            return writeFailed(device);
        done = change.range.end;
    }
    if (!copy(done, file.size()))
        return writeFailed(device);
    return {};
}

} // namespace verbale::bilingual
