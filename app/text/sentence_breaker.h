#pragma once

#include "text/segmentation_rules.h"

#include <verbale/sdk/span.h>

#include <QtCore/QList>
#include <QtCore/QStringView>

#include <memory>

namespace verbale::text {

class CompiledRules;

/// Segmentation rules, compiled once. Copies share what was compiled. Thread-safe.
///
/// Every place between two characters is a possible break, but only those are looked at where the characters
/// beside it allow a break rule. There all patterns are followed at once by two automata, one to the right
/// and one to the left, so that the time does not grow with the number of rules. Patterns with look-around
/// and the like are left to ICU's regular expressions. A pattern sees 4,096 UTF-16 units to either side.
class SentenceBreaker
{
public:
    /// Error: text.pattern for a pattern that is no regular expression.
    static Result<SentenceBreaker> compile(const SegmentationRules &rules);

    /// Where segments end and the next ones begin, in order, as SRX 2.0 defines it: offsets in `text`, never
    /// its start or its end.
    [[nodiscard]] QList<qsizetype> breaks(QStringView text) const;

    /// The segments of one paragraph without the white space around them; those of white space alone are left
    /// out. Everything that is not white space is in exactly one segment. Decomposed letters are
    /// matched as the composed ones that they are.
    [[nodiscard]] QList<Span> sentences(QStringView paragraph) const;

private:
    explicit SentenceBreaker(std::shared_ptr<const CompiledRules> compiled);
    std::shared_ptr<const CompiledRules> m_compiled;
};

} // namespace verbale::text
