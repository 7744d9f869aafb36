#pragma once

#include "formats/xliff/xliff.h"

#include <QtCore/QIODevice>

/// Every bilingual format that Verbale opens and saves back into the file it came from. The formats plug in
/// here; nobody else has to know which of them a document belongs to.
namespace verbale::bilingual {

/// The bytes of a file, to be read with read(). A large file (over 16 MiB) is copied to an unlinked file of
/// its own, readable by nobody else, and not kept in memory; what happens to the original later does not
/// touch it. "-" is standard input. Limit: 2 GiB. Errors: those of text::readFile.
Result<OriginalBytes> openFile(const QString &path);

/// Reads a file of any of the formats, by its root element and version. Errors: those of the format's read().
Result<xliff::ReadXliff> read(const OriginalBytes &bytes, const QString &fileName);

/// document.originalBytes with the changes of `document` patched in, by document.originalFormat; a document
/// without original bytes is written as XLIFF 2.1. Errors: those of the format's patch().
Result<QByteArray> patch(const Document &document);

/// The same, written to `device` in pieces, so that a large file is never in memory as a whole. On an error
/// of the document nothing has been written. Error of the device: file.write-failed.
Result<void> patchTo(const Document &document, QIODevice &device);

} // namespace verbale::bilingual
