#pragma once

#include "document/document.h"
#include "text/article.h"
#include "text/decode.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include <optional>

namespace verbale::session {

struct OpenOptions
{
    bool wholeFile = false; ///< keep every line of a text file
    QString sourceLanguage; ///< empty: "vi" (texts), or what the XLIFF says
    QString targetLanguage; ///< empty: "en" (texts), or what the XLIFF says
    QString
        segmentationRules; ///< an SRX file that says where a text's sentences end; empty: the shipped rules
    std::optional<text::Encoding> encoding; ///< of a text; without it the text is looked at
};

/// A line (or part of one) of a text file that is not in the document.
struct DroppedLine
{
    qsizetype line = 0; ///< 1-based
    qint64 start = 0;   ///< code point offsets in the file
    qint64 end = 0;
    text::DropReason reason = text::DropReason::None;
    QString text;
};

struct OpenedDocument
{
    Document document;
    QString path;         ///< the file that was read
    QString workingFile;  ///< the XLIFF that saving writes: the file itself, or NAME.xlf beside a text
                          ///< (NAME.EXT.xlf where NAME.xlf belongs to another text); "-" for "-"
    QString text;         ///< of a text that was read: all of it, as decoded; empty for XLIFF
    QString xliffVersion; ///< of an XLIFF that was read: "2.0", "2.1"; empty for a text
    QString readBy;       ///< the name of the plugin that read the file; empty: none did
    text::Encoding encoding = text::Encoding::Utf8; ///< of a text that was read
    double encodingConfidence = 1;                  ///< 0 to 1; 1 for one that was asked for
    QList<DroppedLine> dropped;                     ///< of a text; document.leftOut has them of every file
    QStringList warnings;                           ///< sentences for people

    [[nodiscard]] bool isText() const { return xliffVersion.isEmpty(); }
};

/// Reads a text file (its article, cut into sentences) or an XLIFF 2.x file; which of the two is decided by
/// what the file holds. Nothing is written. "-" is standard input. A segment's source is the file's text as
/// it stands there (not normalised), from sourceStart to sourceEnd. Errors: those of text::readFile,
/// text::decode, xliff::read; document.unknown-format for other XML and HTML; document.no-text when nothing
/// is left to translate.
Result<OpenedDocument> openDocument(const QString &path, const OpenOptions &options = {});

/// The same for bytes that were read elsewhere; `path` is for names and messages.
Result<OpenedDocument> openBytes(const QByteArray &bytes, const QString &path,
                                 const OpenOptions &options = {});

/// NAME.xlf beside a text file; "-" for "-".
QString workingFileFor(const QString &textPath);

/// The same, or NAME.EXT.xlf where NAME.xlf was made from another file.
QString freeWorkingFileFor(const QString &textPath);

/// The working file that already stands beside a text file, if there is one: opening the text again in the
/// window goes on with it. NAME.xlf or NAME.EXT.xlf, if it says that it was made from a file of this name or
/// cannot be read. Nothing for XLIFF, which is its own working file.
std::optional<QString> existingWorkingFile(const QString &textPath);

/// Whether the XLIFF at `path` holds targets that a translator typed or confirmed, or segments and paragraphs
/// that he has split, merged, left out or brought back, so that a new draft must
/// not replace it. A file that is missing holds none; one that cannot be read counts as holding some.
bool holdsTranslations(const QString &path);

/// Writes XLIFF 2.1 (or patches the XLIFF that was read), atomically.
Result<void> saveDocument(const Document &document, const QString &path);

/// What saveDocument would write.
Result<QByteArray> documentBytes(const Document &document);

} // namespace verbale::session
