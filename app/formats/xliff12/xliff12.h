#pragma once

#include "formats/xliff/xliff.h"

#include <QtCore/QByteArray>
#include <QtCore/QIODevice>
#include <QtCore/QString>

namespace verbale::xliff12 {

enum class Conformance { Strict, Transitional };

struct WriteOptions
{
    Conformance conformance = Conformance::Strict;
    QString toolVersion; ///< of the program that writes; empty: it is not said
};

/// Reads XLIFF 1.0, 1.1 and 1.2 (strict and transitional), and what SDLXLIFF, MQXLIFF, MXLIFF and WorldServer
/// add to it: units, segments (seg-source), states, inline codes (kept as codes), notes and contexts,
/// alternative translations. Whatever else is in the file stays in document.originalBytes and survives
/// patch(). No external entity is ever fetched. Errors, each with line and column: xliff.not-xliff,
/// xliff.unsupported-version and those of xml::parse.
Result<xliff::ReadXliff> read(const OriginalBytes &bytes, const QString &fileName);

/// document.originalBytes with the targets and states of `document` patched in: a file read and saved without
/// an edit has the same bytes; an edit changes the bytes of its target and of its state, where the file's
/// tool keeps it. Errors: xliff.segment-vanished, xliff.fixed-segments, xliff.bad-code, and those of read().
Result<QByteArray> patch(const Document &document);
/// The same, written in pieces; nothing is written when there is an error of the document.
Result<void> patchTo(const Document &document, QIODevice &device);

/// The whole document as XLIFF 1.2 (UTF-8, LF), valid against the OASIS schema: units of several segments
/// with seg-source and mrk, term hits as `mrk mtype="term"` with a glossary in the header, suggestions as
/// alt-trans, states by docs/states.md. What 1.2 has no place for is left out.
QByteArray write(const Document &document, const WriteOptions &options = {});

} // namespace verbale::xliff12
