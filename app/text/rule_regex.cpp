#include "text/rule_regex.h"

#include <unicode/parseerr.h>

#include <algorithm>

namespace verbale::text {

namespace {

constexpr int timeLimit = 50; ///< ICU's unit, some milliseconds each: a runaway pattern does not match

icu::UnicodeString toIcu(const QString &text)
{
    return {text.utf16(), static_cast<int32_t>(text.size())};
}

QString reason(UErrorCode status)
{
    switch (status) {
    case U_REGEX_MISMATCHED_PAREN:
        return QStringLiteral("a parenthesis without its partner");
    case U_REGEX_MISSING_CLOSE_BRACKET:
        return QStringLiteral("a [ without its ]");
    case U_REGEX_BAD_ESCAPE_SEQUENCE:
        return QStringLiteral("an unknown escape after \\");
    case U_REGEX_PROPERTY_SYNTAX:
        return QStringLiteral("an unknown property in \\p{...}");
    case U_REGEX_BAD_INTERVAL:
    case U_REGEX_MAX_LT_MIN:
    case U_REGEX_NUMBER_TOO_BIG:
        return QStringLiteral("a wrong repetition in {...}");
    case U_REGEX_LOOK_BEHIND_LIMIT:
        return QStringLiteral("a look-behind without a longest length");
    case U_REGEX_INVALID_RANGE:
        return QStringLiteral("a range from a greater to a smaller character");
    case U_REGEX_INVALID_BACK_REF:
        return QStringLiteral("a reference to a group that is not there");
    default:
        return QStringLiteral("it cannot be read (%1)").arg(QLatin1String(u_errorName(status)));
    }
}

std::shared_ptr<const icu::RegexPattern> compilePattern(const QString &pattern, UParseError &place,
                                                        UErrorCode &status)
{
    return std::shared_ptr<const icu::RegexPattern>(
        icu::RegexPattern::compile(toIcu(pattern), 0, place, status));
}

std::unique_ptr<icu::RegexMatcher> matcherFor(const icu::RegexPattern &pattern,
                                              const icu::UnicodeString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::RegexMatcher> matcher(pattern.matcher(text, status));
    if (U_FAILURE(status))
        return nullptr;
    matcher->useAnchoringBounds(false);
    matcher->useTransparentBounds(true);
    matcher->setTimeLimit(timeLimit, status);
    return matcher;
}

} // namespace

Result<RuleRegex> RuleRegex::compile(const QString &pattern)
{
    RuleRegex regex;
    UErrorCode status = U_ZERO_ERROR;
    UParseError place{};
    regex.m_forwards = compilePattern(pattern, place, status);
    if (U_SUCCESS(status))
        regex.m_backwards = compilePattern(QStringLiteral("(?s:.*?)(?:") + pattern + u')', place, status);
    if (U_FAILURE(status)) {
        Error error{QStringLiteral("text.pattern"),
                    QStringLiteral("This is no regular expression: %1.").arg(reason(status)),
                    {}};
        error.where.column = std::clamp<qint64>(place.offset, 1, std::max<qint64>(1, pattern.size()));
        return error;
    }
    return regex;
}

RuleRegex::Matcher::Matcher(const RuleRegex &regex, const icu::UnicodeString &text)
    : m_forwards(matcherFor(*regex.m_forwards, text)), m_backwards(matcherFor(*regex.m_backwards, text))
{
}

bool RuleRegex::Matcher::beginsAt(int place, int last)
{
    UErrorCode status = U_ZERO_ERROR;
    return m_forwards && m_forwards->region(place, last, status).lookingAt(status) && U_SUCCESS(status);
}

bool RuleRegex::Matcher::endsAt(int place, int first)
{
    UErrorCode status = U_ZERO_ERROR;
    return m_backwards && m_backwards->region(first, place, status).matches(status) && U_SUCCESS(status);
}

} // namespace verbale::text
