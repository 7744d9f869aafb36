#include "document/inline_checks.h"

#include "document/inline_codes.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <algorithm>

namespace verbale {

namespace {

using Kind = InlineCode::Kind;

QString sentence(CodeProblem problem, const InlineCode &code)
{
    const auto say = [&code](const char *text) { return QString::fromLatin1(text).arg(codeName(code)); };
    switch (problem) {
    case CodeProblem::Missing:
        return say("The code %1 of the source is missing in the target.");
    case CodeProblem::Unclosed:
        return say("The pair that %1 opens is not closed in the target.");
    case CodeProblem::Unopened:
        return say("The pair that %1 closes is not opened in the target.");
    case CodeProblem::ClosedBeforeOpened:
        return say("The pair that %1 opens is closed before it in the target.");
    case CodeProblem::Crossed:
        return say("The pair that %1 opens overlaps another pair in the target, but not in the source.");
    case CodeProblem::Doubled:
        return say("The code %1 stands more often in the target than in the source.");
    case CodeProblem::Extra:
        return say("The code %1 of the target is not in the source.");
    case CodeProblem::OutOfPlace:
        return say("The code %1 stands in another pair of codes than in the source.");
    case CodeProblem::Reordered:
        return say("The code %1 has changed its order, which the file forbids.");
    }
    return {};
}

/// A text's pairs: which codes make one, and which of them encloses each code.
struct Pairs
{
    const QList<InlineCode> &codes;
    QList<qsizetype> partners;

    explicit Pairs(const QList<InlineCode> &all) : codes(all), partners(codePartners(all)) {}

    [[nodiscard]] bool opensProperly(qsizetype i) const
    {
        return codes[i].kind == Kind::Opening && partners[i] > i;
    }
    [[nodiscard]] bool cross(qsizetype one, qsizetype other) const
    {
        const qsizetype first = std::min(one, other);
        const qsizetype second = std::max(one, other);
        return second < partners[first] && partners[first] < partners[second];
    }

    /// For each code the opening code of the innermost pair around it, of those that `counts` is true for; -1
    /// for none.
    template <typename Counts>
    [[nodiscard]] QList<qsizetype> enclosing(const Counts &counts) const
    {
        QList<qsizetype> result(codes.size(), -1);
        QList<qsizetype> open;
        for (qsizetype i = 0; i < codes.size(); ++i) {
            if (codes[i].kind == Kind::Closing && partners[i] >= 0)
                open.removeAll(partners[i]);
            result[i] = open.isEmpty() ? -1 : open.last();
            if (opensProperly(i) && counts(i))
                open.append(i);
        }
        return result;
    }
};

class Checker
{
public:
    Checker(const QList<InlineCode> &source, const QList<InlineCode> &target)
        : m_matches(matchCodes(source, target)), m_source(source), m_target(target)
    {
    }

    QList<CodeFinding> run()
    {
        findMissing();
        findStrangers();
        findBrokenPairs();
        findCrossings();
        findMoved();
        findReordered();
        return m_findings;
    }

private:
    void findMissing();
    void findStrangers();
    void findBrokenPairs();
    void findCrossings();
    void findMoved();
    void findReordered();
    void add(CodeProblem problem, CodeSeverity severity, qsizetype inSource, qsizetype inTarget)
    {
        const InlineCode &code = inTarget >= 0 ? m_target.codes[inTarget] : m_source.codes[inSource];
        m_findings.append({problem, severity, code, inSource, inTarget, sentence(problem, code)});
    }
    [[nodiscard]] bool crossesInSource(qsizetype one, qsizetype other) const;
    [[nodiscard]] bool mustNest(qsizetype opening) const;
    /// Whether a pair, by its opening code's index, stands whole and in order in both texts, and says
    /// something about the text between.
    [[nodiscard]] bool countsInSource(qsizetype opening) const;

    CodeMatches m_matches;
    Pairs m_source;
    Pairs m_target;
    QSet<qsizetype> m_crossed; ///< opening codes of the target
    QList<CodeFinding> m_findings;
};

void Checker::findMissing()
{
    for (qsizetype i = 0; i < m_source.codes.size(); ++i) {
        const InlineCode &code = m_source.codes[i];
        const CodeClass kind = codeClass(code);
        if (m_matches.inTarget[i] >= 0 || kind == CodeClass::Character)
            continue;
        const qsizetype other = m_source.partners[i];
        const qsizetype there = other >= 0 ? m_matches.inTarget[other] : -1;
        if (there >= 0 && m_target.partners[there] < 0)
            add(code.kind == Kind::Closing ? CodeProblem::Unclosed : CodeProblem::Unopened,
                CodeSeverity::Error, i, there);
        else if (kind == CodeClass::Annotation)
            add(CodeProblem::Missing, CodeSeverity::Note, i, -1);
        else
            add(CodeProblem::Missing, code.canDelete ? CodeSeverity::Warning : CodeSeverity::Error, i, -1);
    }
}

void Checker::findStrangers()
{
    QHash<QString, qsizetype> byKey;
    QHash<QString, qsizetype> byId;
    for (qsizetype i = m_source.codes.size() - 1; i >= 0; --i) {
        byKey.insert(codeKey(m_source.codes[i]), i);
        byId.insert(m_source.codes[i].id, i);
    }
    QHash<QString, QString> copies; // a pair's closing tag does not say what it is a copy of
    for (const InlineCode &code : m_target.codes) {
        const QString copied = codeAttribute(code, QLatin1String("copyOf"));
        if (!copied.isEmpty())
            copies.insert(code.id, copied);
    }
    for (qsizetype i = 0; i < m_target.codes.size(); ++i) {
        const InlineCode &code = m_target.codes[i];
        const CodeClass kind = codeClass(code);
        if (m_matches.inSource[i] >= 0 || kind == CodeClass::Character)
            continue;
        const qsizetype same = byKey.value(codeKey(code), -1);
        const qsizetype original = code.id.isEmpty() ? -1 : byId.value(copies.value(code.id), -1);
        if (same >= 0)
            add(CodeProblem::Doubled,
                m_source.codes[same].canCopy ? CodeSeverity::Warning : CodeSeverity::Error, same, i);
        else if (original < 0 || copies.value(code.id).isEmpty())
            add(CodeProblem::Extra,
                kind == CodeClass::Annotation ? CodeSeverity::Note : CodeSeverity::Warning, -1, i);
        else if (!m_source.codes[original].canCopy)
            add(CodeProblem::Doubled, CodeSeverity::Error, original, i);
    }
}

void Checker::findBrokenPairs()
{
    for (qsizetype i = 0; i < m_target.codes.size(); ++i) {
        const InlineCode &code = m_target.codes[i];
        const qsizetype other = m_target.partners[i];
        const qsizetype original = m_matches.inSource[i];
        if (code.kind == Kind::Standalone)
            continue;
        if (other < 0 && original < 0) // of the source's codes it has been said already, or is so there
            add(code.kind == Kind::Opening ? CodeProblem::Unclosed : CodeProblem::Unopened,
                isElementTag(code) ? CodeSeverity::Error : CodeSeverity::Warning, -1, i);
        if (other < 0 || other > i || code.kind != Kind::Opening)
            continue;
        const bool asInSource =
            original >= 0 && m_source.partners[original] >= 0 && m_source.partners[original] < original;
        if (!asInSource)
            add(CodeProblem::ClosedBeforeOpened, CodeSeverity::Error, original, i);
    }
}

bool Checker::crossesInSource(qsizetype one, qsizetype other) const
{
    const qsizetype first = m_matches.inSource[one];
    const qsizetype second = m_matches.inSource[other];
    return first >= 0 && second >= 0 && m_source.opensProperly(first) && m_source.opensProperly(second) &&
           m_source.cross(first, second);
}

bool Checker::mustNest(qsizetype opening) const
{
    const InlineCode &code = m_target.codes[opening];
    return isElementTag(code) || codeAttribute(code, QLatin1String("canOverlap")) == QLatin1String("no");
}

void Checker::findCrossings()
{
    QList<qsizetype> open;
    for (qsizetype i = 0; i < m_target.codes.size(); ++i) {
        if (m_target.opensProperly(i)) {
            open.append(i);
            continue;
        }
        const qsizetype opening = m_target.partners[i];
        if (m_target.codes[i].kind != Kind::Closing || opening < 0 || opening > i)
            continue;
        for (qsizetype at = open.size() - 1; at >= 0 && open[at] != opening; --at) {
            const qsizetype other = open[at];
            if (crossesInSource(opening, other))
                continue;
            if (m_crossed.contains(opening) && m_crossed.contains(other))
                continue;
            m_crossed += {opening, other};
            const bool broken = mustNest(opening) && mustNest(other);
            add(CodeProblem::Crossed, broken ? CodeSeverity::Error : CodeSeverity::Warning,
                m_matches.inSource[other], other);
        }
        open.removeAll(opening);
    }
}

bool Checker::countsInSource(qsizetype opening) const
{
    const qsizetype closing = m_source.partners[opening];
    const qsizetype there = m_matches.inTarget[opening];
    return codeClass(m_source.codes[opening]) == CodeClass::Tag && there >= 0 &&
           m_matches.inTarget[closing] >= 0 && m_target.opensProperly(there) &&
           m_target.partners[there] == m_matches.inTarget[closing];
}

void Checker::findMoved()
{
    const QList<qsizetype> inSource =
        m_source.enclosing([this](qsizetype opening) { return countsInSource(opening); });
    const QList<qsizetype> inTarget = m_target.enclosing([this](qsizetype opening) {
        const qsizetype original = m_matches.inSource[opening];
        return original >= 0 && m_source.opensProperly(original) && countsInSource(original);
    });
    for (qsizetype i = 0; i < m_target.codes.size(); ++i) {
        const qsizetype original = m_matches.inSource[i];
        if (original < 0 || codeClass(m_target.codes[i]) != CodeClass::Tag || m_crossed.contains(i))
            continue;
        // A closing code goes with its opening one.
        if (m_target.codes[i].kind == Kind::Closing && m_target.partners[i] >= 0)
            continue;
        const qsizetype around = inTarget[i] < 0 ? -1 : m_matches.inSource[inTarget[i]];
        if (around != inSource[original])
            add(CodeProblem::OutOfPlace, CodeSeverity::Warning, original, i);
    }
}

void Checker::findReordered()
{
    qsizetype last = -1;
    for (qsizetype i = 0; i < m_source.codes.size(); ++i) {
        const InlineCode &code = m_source.codes[i];
        if (code.canReorder)
            continue;
        if (codeAttribute(code, QLatin1String("canReorder")) == QLatin1String("firstNo"))
            last = -1; // a sequence of its own
        const qsizetype there = m_matches.inTarget[i];
        if (there >= 0 && there < last)
            add(CodeProblem::Reordered, CodeSeverity::Error, i, there);
        last = std::max(last, there);
    }
}

} // namespace

QList<CodeFinding> checkCodes(const InlineText &source, const InlineText &target)
{
    if (source.codes.isEmpty() && target.codes.isEmpty())
        return {};
    return Checker(source.codes, target.codes).run();
}

QList<CodeFinding> checkCodes(const Segment &segment)
{
    if (!segment.hasTarget || segment.target.isEmpty())
        return {};
    return checkCodes(segment.source, segment.target);
}

bool hasCodeProblem(const QList<CodeFinding> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const CodeFinding &finding) { return finding.severity != CodeSeverity::Note; });
}

} // namespace verbale
