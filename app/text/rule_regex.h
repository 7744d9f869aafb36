#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QString>

#include <unicode/regex.h>

#include <memory>

namespace verbale::text {

/// A pattern that the automaton cannot follow, matched by ICU's regular expressions.
class RuleRegex
{
public:
    /// Error: text.pattern.
    static Result<RuleRegex> compile(const QString &pattern);

    /// Matches in one text. One thread.
    class Matcher
    {
    public:
        explicit Matcher(const RuleRegex &regex, const icu::UnicodeString &text);
        /// Whether a match begins at `place`. Sees the text up to `last`.
        bool beginsAt(int place, int last);
        /// Whether a match that begins at `first` or later ends at `place`.
        bool endsAt(int place, int first);

    private:
        std::unique_ptr<icu::RegexMatcher> m_forwards;
        std::unique_ptr<icu::RegexMatcher> m_backwards;
    };

private:
    std::shared_ptr<const icu::RegexPattern> m_forwards;
    std::shared_ptr<const icu::RegexPattern> m_backwards; ///< anything, then the pattern
};

} // namespace verbale::text
