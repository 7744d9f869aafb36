#pragma once

#include "formats/patch_frame.h"

#include <functional>
#include <optional>

/// What the patchers of bilingual files have in common beside the comparison.
namespace verbale::bilingual {

/// How a format saves a document.
struct Saving
{
    std::function<QByteArray(const Document &)> write; ///< one without original bytes
    std::function<Result<QList<Replacement>>(const Document &)> changes;
};
/// The document as a file of its format: the original bytes with the changes in them.
Result<QByteArray> patched(const Document &document, const Saving &saving);
/// The same, written in pieces; nothing is written when there is an error of the document.
Result<void> writePatched(const Document &document, const Saving &saving, QIODevice &device);

/// Most files have no line end but the first one they have: "\n", "\r\n" or "\r".
QString lineEndOf(QByteArrayView file, xml::Encoding encoding);

/// Whether two units have the same segments and gaps, whatever their targets.
bool hasSameSources(const Unit &one, const Unit &other);

/// The lines that belong to one <file>.
QList<LeftOutLine> leftOutOf(const QList<LeftOutLine> &lines, const QString &fileId);

/// Where to put a unit that is not in the file yet.
struct Neighbour
{
    std::size_t mark = 0; ///< of a unit that is there, in the same <file>
    bool isBehind = true; ///< the new one goes before it
};
/// Before the next unit of its file that is there already, else behind the last one before it. Nothing when
/// there is neither. `marks` are Comparison::marks.
std::optional<Neighbour> neighbourOf(const QList<Unit> &units, qsizetype unit, const QList<qint64> &marks);

/// Whether `unitBytes` are one whole element, in the place of one unit of the file.
bool isOneUnit(const OriginalBytes &bytes, const FileIndex &index, std::size_t mark,
               QByteArrayView unitBytes);

/// That they are not.
Error badCode(const QString &unit, const QString &fileName);

} // namespace verbale::bilingual
