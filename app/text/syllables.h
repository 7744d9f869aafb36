#pragma once

#include <verbale/sdk/span.h>

#include <QtCore/QStringView>

#include <vector>

namespace verbale::text {

/// Cuts a folded text (TermKey::text) into tokens: a run of letters, marks and digits is one syllable; any
/// other character but the space is a token of its own. Spaces belong to no token. A term can begin and end
/// only where a token does. Spans are of the folded text, in order.
void splitSyllables(QStringView folded, std::vector<Span> &tokens);

/// The number of words for counts and progress: syllables with a letter or digit.
qsizetype countWords(QStringView text);

} // namespace verbale::text
