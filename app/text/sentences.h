#pragma once

#include <verbale/sdk/span.h>

#include <QtCore/QList>
#include <QtCore/QStringView>

namespace verbale::text {

/// The sentences of one paragraph, in order, without the white space around them. Everything that is not
/// white space is in exactly one sentence. Source of the breaks: ICU's sentence iterator for Vietnamese (UAX
/// #29); the rules of Vietnamese typography are refined here and nowhere else. Thread-safe.
QList<Span> sentences(QStringView paragraph);

} // namespace verbale::text
