#pragma once

#include <verbale/sdk/span.h>

#include <QtCore/QList>
#include <QtCore/QStringView>

namespace verbale::text {

class SentenceBreaker;

/// The shipped rules for Vietnamese, compiled on first use. Thread-safe.
const SentenceBreaker &vietnameseBreaker();

/// The sentences of one paragraph by the shipped rules, in order, without the white space around them.
/// Everything that is not white space is in exactly one sentence. Thread-safe.
QList<Span> sentences(QStringView paragraph);

/// Whether the full stop at the end of `line` belongs to an abbreviation or an initial, so that a name on the
/// next line goes on with the sentence.
bool endsInAbbreviation(QStringView line);

} // namespace verbale::text
