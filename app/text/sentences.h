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

} // namespace verbale::text
