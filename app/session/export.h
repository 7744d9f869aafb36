#pragma once

#include "document/document.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace verbale::session {

/// What a format cannot carry of a document, or carries in another form.
struct ExportLoss
{
    QString code;    ///< stable: "groups"
    QString message; ///< a sentence for people
    qint64 count = 0;
    QString firstUnit; ///< "FILE/UNIT" of the first one; empty: of the document as a whole
    friend bool operator==(const ExportLoss &, const ExportLoss &) = default;
};

struct ExportOptions
{
    QString format; ///< one of exportFormats()
    /// Of "target": the text that the document was made from, as decoded, for its exact layout. Empty: the
    /// layout is that of the document's offsets.
    QString sourceText;
    bool keepLeftOut = false;  ///< of "target": the lines that were left out stand in it too
    bool transitional = false; ///< of "xliff-1.2": by its transitional schema
    QString toolVersion;       ///< of the program, for the formats that name what wrote them
};

struct ExportedDocument
{
    QByteArray bytes;
    QList<ExportLoss> losses;
};

/// "xliff-1.2", "xliff-2.0", "xliff-2.1", "xliff-2.2", "tmx", "target", "review-html", "review-docx", "tsv".
QStringList exportFormats();

/// The suffix of files in a format, without a dot: "xlf".
QString exportSuffix(const QString &format);

/// The document in another form, and what that form lacks. XLIFF that was read is given back patched in its
/// own version; in another version of 2.x it keeps every byte that the version allows (the namespace and the
/// version change); otherwise it is written anew. Errors: export.unknown-format, and those of saving.
Result<ExportedDocument> exportDocument(const Document &document, const ExportOptions &options);

/// The file `document.originalName` in the folder of `documentPath`, if it is there; else nothing. A name
/// only, whatever the document says: nothing outside the folder is looked at.
QString originalBeside(const Document &document, const QString &documentPath);

/// The text file `document.originalName` beside `documentPath`, decoded, if it is there and holds what the
/// document was made from; else nothing.
QString sourceTextBeside(const Document &document, const QString &documentPath);

/// What the losses say, a line each: "Groups are not kept (3, first in f1/u2)."
QString lossText(const ExportLoss &loss);

} // namespace verbale::session
