#pragma once

#include <verbale/sdk/term.h>

#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale::glossary {

/// A designation of a concept in one language.
struct Term
{
    QString language; ///< BCP 47
    QString text;
    TermStatus status = TermStatus::Preferred;
    bool abbreviation = false;
    friend bool operator==(const Term &, const Term &) = default;
};

/// A concept and its terms in each language, the best first.
struct ConceptEntry
{
    QString id; ///< unique in its termbase; made from the row number where the file has none
    QString domain;
    QString partOfSpeech;
    QString note;
    QString authority;
    QList<Term> terms;
    friend bool operator==(const ConceptEntry &, const ConceptEntry &) = default;

    /// The terms of one language ("en" also means "en-GB"), in order.
    [[nodiscard]] QList<Term> termsIn(const QString &language) const;
};

} // namespace verbale::glossary
