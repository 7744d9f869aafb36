#pragma once

#include "glossary/engine/house_style.h"
#include "glossary/engine/term_matcher.h"

#include <verbale/sdk/result.h>

#include <QtCore/QHash>

#include <vector>

namespace verbale::session {

/// A place of a text at which a confidential term stands.
struct ConfidentialTerm
{
    Span span;
    QString english; ///< empty: its entry has none that may be used
};

/// Finds the terms of termbases of which none may leave. Beside what a matcher finds, whatever is spelt as a
/// term of any language and any status: within names and longer terms too, in any case but for single words
/// with a capital. Immutable; any thread.
class ConfidentialTerms
{
public:
    /// Errors: those of reading a termbase, mt.redaction-terms for one that holds rows that cannot be read.
    static Result<ConfidentialTerms> load(const QStringList &files, const QString &sourceLanguage,
                                          const QString &targetLanguage, const glossary::HouseStyle &style);

    /// In no order, over one another too.
    [[nodiscard]] std::vector<ConfidentialTerm> find(QStringView text) const;

private:
    struct Spelling
    {
        QString folded;
        QStringList words; ///< without the signs between them
        QString english;
        bool capital = false;  ///< a single word that has to begin with one
        bool capitals = false; ///< an acronym
    };

    ConfidentialTerms(std::vector<std::shared_ptr<const glossary::Termbase>> termbases,
                      const QString &sourceLanguage, QString targetLanguage, glossary::HouseStyle style);
    void add(const glossary::Term &term, const QString &english);
    [[nodiscard]] QString englishOf(const glossary::ConceptEntry &entry,
                                    const QList<glossary::PlaceValue> &values) const;

    glossary::TermMatcher m_matcher;
    QString m_targetLanguage;
    glossary::HouseStyle m_style;
    QHash<QString, QList<Spelling>> m_spellings; ///< by their first token and word
};

} // namespace verbale::session
