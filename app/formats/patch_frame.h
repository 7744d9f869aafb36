#pragma once

#include "document/document.h"
#include "xml/parse.h"

#include <QtCore/QIODevice>

#include <functional>
#include <memory>
#include <vector>

/// What the readers and the patchers of bilingual files have in common: a file is read once, its units are
/// remembered by a fingerprint, and saving looks again only at those that have changed.
namespace verbale::bilingual {

/// Bytes [start, end) of a file.
struct Range
{
    qint64 start = 0;
    qint64 end = 0;
};

/// What a reader remembers of a file beside its bytes. A format derives its own from it.
struct FileIndex
{
    /// Start tags of the elements around units, the root's first.
    struct Surroundings
    {
        std::size_t firstUnit = 0; ///< of `units`, up to the next surroundings
        std::vector<Range> tags;
    };
    struct UnitMark
    {
        quint32 start = 0; ///< of its element; files are smaller than 4 GiB
        quint32 size = 0;
        quint64 fingerprint = 0;
        [[nodiscard]] Range range() const { return {start, qint64{start} + size}; }
    };

    FileIndex() = default;
    virtual ~FileIndex() = default;
    FileIndex(FileIndex &&) = default;
    FileIndex &operator=(FileIndex &&) = default;
    FileIndex(const FileIndex &) = delete;
    FileIndex &operator=(const FileIndex &) = delete;

    /// To be called for each unit in the order of the file, `unit` as it was read.
    void add(const Unit &unit, const std::vector<Range> &openTags);
    [[nodiscard]] const Surroundings &around(std::size_t unit) const;

    xml::Encoding encoding = xml::Encoding::Utf8;
    std::vector<Surroundings> surroundings;
    std::vector<UnitMark> units;
};

/// The bytes together with what was learned of them; copies of the document share both.
OriginalBytes withIndex(const OriginalBytes &bytes, std::shared_ptr<const FileIndex> index);
/// Null for bytes that no reader has looked at.
const FileIndex *indexOf(const OriginalBytes &bytes);

/// Of what patching can write back of a unit: sources, targets, states, gaps, boundaries.
quint64 fingerprint(const Unit &unit);

/// How a document differs from its file.
struct Comparison
{
    struct Pair
    {
        qsizetype unit = 0;   ///< of the document
        std::size_t mark = 0; ///< of the index
    };
    QList<Pair> changed;           ///< units with another fingerprint, in the order of the document
    QList<qsizetype> added;        ///< units of the document that have no place in the file
    std::vector<std::size_t> gone; ///< units of the file that the document does not have
    QList<qint64> marks;           ///< of every unit of the document; -1: it has no place
};
Comparison compare(const Document &document, const FileIndex &index);

/// Lets `visitor` read `unitBytes` as if they stood in the place of one unit of the file: the start tags
/// around it and the unit, nothing else. Offsets are those of the file where they are in the unit.
Result<void> readInPlace(const OriginalBytes &bytes, const FileIndex &index, std::size_t mark,
                         QByteArrayView unitBytes, xml::Visitor &visitor, xml::ParseOptions options);
/// The same for the unit as it is in the file.
Result<void> readAgain(const OriginalBytes &bytes, const FileIndex &index, std::size_t mark,
                       xml::Visitor &visitor, const xml::ParseOptions &options);

/// Replacements of parts of a file, in order and apart from each other.
struct Replacement
{
    Range range;
    QByteArray bytes;
};
QList<Replacement> inOrder(QList<Replacement> replacements);
/// Writes the file with the replacements. Error: file.write-failed.
Result<void> writeReplaced(const OriginalBytes &bytes, const QList<Replacement> &replacements,
                           QIODevice &device);

} // namespace verbale::bilingual
