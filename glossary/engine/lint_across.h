#pragma once

#include "glossary/engine/lint.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

namespace verbale::glossary {

/// The rules of lintGlossary that compare entries by their numbers, their dates and their syllables. Rows are
/// given one by one; what they point to has to live as long.
class LintAcross
{
public:
    explicit LintAcross(const MatchRules &rules);

    void add(const ConceptEntry &entry, const Place &place);
    QList<LintFinding> take();

private:
    struct Row
    {
        const ConceptEntry *entry = nullptr;
        Place place;
    };

    void checkDates(const Row &row);
    void checkValidity(const Row &row);
    void checkNumbers(const Row &row);
    void collectWords(const Row &row);
    void checkBlocking();
    void find(const char *code, LintSeverity severity, const QString &message, const Row &row);
    static QString nameOf(const Row &row);

    QHash<QString, Row> m_numbered; ///< by both names without their numbers
    QHash<QString, QList<Row>> m_names;
    QHash<QString, Row> m_short; ///< by a folded name of one or two syllables
    QHash<QString, QSet<QString>>
        m_inside;            ///< by one or two syllables: the English of longer names with them
    QSet<QString> m_blocked; ///< one or two syllables in stop expressions
    QList<LintFinding> m_findings;
};

/// Whether an interval of dates as ConceptEntry has them ends before it begins.
bool endsBeforeItBegins(const QString &from, const QString &to);

} // namespace verbale::glossary
