// Terms, rules and a text, all from the input, separated by line feeds: spans lie in order inside the text,
// outer ones do not overlap, entries can be added and removed. Run: build/fuzz/fuzz/fuzz_term_matcher
// -max_total_time=60

#include "glossary/engine/term_matcher.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

using namespace verbale;
using namespace verbale::glossary;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

ConceptEntry entryOf(const QString &term)
{
    return {term, {}, {}, {}, {}, {{QStringLiteral("vi"), term, TermStatus::Preferred, false}}};
}

void check(const TermMatcher &matcher, const QString &text)
{
    qsizetype last = 0;
    for (const TermMatch &match : matcher.find(text)) {
        require(!match.nested && match.span.start >= last && match.span.start < match.span.end);
        require(match.span.end <= text.size());
        last = match.span.end;
    }
    for (const TermMatch &match : matcher.find(text, true))
        require(match.span.start >= 0 && match.span.start < match.span.end && match.span.end <= text.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QString input(static_cast<qsizetype>(size / 2), Qt::Uninitialized);
    std::memcpy(input.data(), data, size / 2 * 2);
    const QStringList lines = input.split(u'\n');
    QList<ConceptEntry> entries;
    MatchRules rules;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (i % 5 == 3)
            rules.stopExpressions.append({lines[i], i % 2 == 0 ? QStringList{lines[i - 1]} : QStringList()});
        else if (i % 5 == 4)
            rules.spellings.append({lines[i], lines[i - 1], SpellingKind::Order});
        else
            entries.append(entryOf(lines[i]));
    }
    const qsizetype given = entries.size();
    TermMatcher matcher({std::make_shared<Termbase>(QString(), entries)}, QStringLiteral("vi"), rules);
    check(matcher, lines[0]);
    const qsizetype added = matcher.add(0, entryOf(lines[0]));
    check(matcher, lines[0]);
    matcher.remove(0, added);
    if (given > 0)
        matcher.remove(0, 0);
    check(matcher, lines[0]);
    return 0;
}
