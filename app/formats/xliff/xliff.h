#pragma once

#include "document/document.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QIODevice>
#include <QtCore/QStringList>

namespace verbale::xliff {

/// A document as read, and what a translator should know about it.
struct ReadXliff
{
    Document document;
    QString version;      ///< "2.0", "2.1" ...
    QStringList warnings; ///< what is kept in the file but not shown
};

/// Reads XLIFF 2.0, 2.1 and the core of 2.2: units, segments, states, inline codes (kept as codes), notes,
/// term annotations with the glossary module, translation candidates (each inline code in them is one
/// U+FFFC). Whatever else is in the file stays in document.originalBytes and survives patch(). No external
/// entity is ever fetched. Units remember their places, the bytes what patch() needs of them. Limits: depth
/// 256, 64 MiB a text or tag. Errors, each with line and column: xliff.not-xliff,
/// xliff.unsupported-version, xliff.malformed, xliff.encoding, xliff.entity, xliff.no-source, xliff.too-deep,
/// xliff.too-large.
Result<ReadXliff> read(const OriginalBytes &bytes, const QString &fileName);

struct WriteOptions
{
    QString version = QStringLiteral("2.1"); ///< "2.0", "2.1" or "2.2"
    QString tool; ///< the program that pre-translated segments; empty: that is not said
};

/// The whole document as XLIFF 2.x (UTF-8, LF), valid against the OASIS schemas: `mrk type="term"` around
/// each term hit, its entry in the glossary module, suggestions as translation candidates, inline codes of
/// whatever format as pc, ph, sc and ec with their original data. read() gives it back, but for the little
/// that docs/adr/0009-terms-in-xliff.md and docs/xliff-versions.md list.
QByteArray write(const Document &document, const WriteOptions &options = {});

/// document.originalBytes with the targets, states and subStates of `document` patched in: a file read and
/// saved without an edit has the same bytes. Without original bytes it is write(). Errors:
/// xliff.segment-vanished, xliff.bad-code, and those of read().
Result<QByteArray> patch(const Document &document);
/// The same, written in pieces; nothing is written when there is an error of the document.
Result<void> patchTo(const Document &document, QIODevice &device);

} // namespace verbale::xliff
