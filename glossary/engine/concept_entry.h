#pragma once

#include <verbale/sdk/term.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringView>

#include <optional>

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

/// "preferred", "admitted", "deprecated", "forbidden".
QString statusName(TermStatus status);
/// The status of that name, in any case; none for any other word.
std::optional<TermStatus> statusNamed(QStringView name);

/// Whether two language tags speak of one language: "en" is "EN" and also means "en-GB", but "en-US" is not
/// "en-GB".
bool sameLanguage(QStringView a, QStringView b);

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

    /// The terms of one language (see sameLanguage), in order.
    [[nodiscard]] QList<Term> termsIn(const QString &language) const;
};

} // namespace verbale::glossary
