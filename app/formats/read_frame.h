#pragma once

#include "formats/patch_frame.h"

#include <QtCore/QStringList>

/// What the readers of bilingual files have in common beside the index.
namespace verbale::bilingual {

/// With codes of errors that begin with "xliff".
xml::ParseOptions readingOptions(const QString &fileName);

/// Lets `visitor` read a whole file; bytes that it has passed are let go of. Errors: xliff.not-xliff (there
/// is nothing), xliff.too-large (2 GiB and more) and those of xml::parse.
Result<void> readWhole(const OriginalBytes &bytes, const QString &fileName, xml::Visitor &visitor);

/// The error of a visitor at a place of its file.
Error refusalAt(qint64 offset, const char *code, const QString &message);

/// The units of a file while it is read: into the document and into the index. Memory is reserved once, by
/// what the first thousand of them took.
void keepUnit(Unit &&unit, const std::vector<Range> &openTags, qint64 fileSize, QList<Unit> &units,
              FileIndex &index);

/// What a file holds and is not shown, each said once.
class Unread
{
public:
    void keep(const QString &what, QStringList &warnings);

private:
    QStringList m_known;
};

} // namespace verbale::bilingual
