#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QStringView>

#include <unicode/uniset.h>

#include <optional>
#include <vector>

namespace verbale::text {

/// The syntax tree of a segmentation rule's regular expression, as far as it is one that a finite automaton
/// can follow: ICU's syntax without look-around, back references, atomic groups and possessive quantifiers.
struct PatternNode
{
    enum class Kind {
        Empty,
        Set,
        TextStart,
        TextEnd,
        WordBoundary,
        NoWordBoundary,
        Sequence,
        Choice,
        Repeat
    };

    Kind kind = Kind::Empty;
    icu::UnicodeSet set; ///< Set: the characters that match
    std::vector<PatternNode> children;
    int minimum = 0;  ///< Repeat
    int maximum = -1; ///< Repeat; -1: without an end
};

/// The word characters of ICU's \w and \b.
const icu::UnicodeSet &wordCharacters();

/// The tree of `pattern`; nothing for a pattern that ICU itself has to judge and to match.
std::optional<PatternNode> parsePattern(QStringView pattern);

} // namespace verbale::text
