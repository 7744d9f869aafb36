#pragma once

#include "session/open.h"
#include "text/sentence_breaker.h"

namespace verbale::session {

/// What cuts a text into sentences: the rules of options.segmentationRules for the text's language, or the
/// shipped ones. What is odd about the file goes to `warnings`. Errors: those of text::readFile and
/// srx::read; segmentation.no-rules when the file has none for the language.
Result<text::SentenceBreaker> sentenceBreaker(const OpenOptions &options, QStringList &warnings);

/// For the breaker: a line's end within a paragraph is no end of a sentence. Of the same length.
QString onOneLine(QString text);

/// Rules as SRX 2.0: the shipped file as it is, or those of the file at `path` written anew. Errors as above.
Result<QByteArray> segmentationRules(const QString &path);

} // namespace verbale::session
