#pragma once

#include <verbale/sdk/term.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringView>

#include <optional>

namespace verbale::glossary {

/// What a termbase says of a concept or a term beyond the fields that Verbale works with, so that nothing is
/// lost between a file and the next: a data category of TBX (ISO 30042), or a note.
struct Property
{
    QString kind;          ///< as TBX calls it: "note", "descrip", "admin", "termNote", "transac", "xref" ...
    QString name;          ///< the data category, such as "definition"; empty for a note or a date
    QString value;         ///< as it stands in the file, white space included
    QString target = {};   ///< an id or an address that it points to
    QString language = {}; ///< of a concept's property: whose language section says it; empty: the concept
    int group = 0; ///< neighbours with one number, not 0, belong together: a definition and its source
    friend bool operator==(const Property &, const Property &) = default;
};

/// A designation of a concept in one language.
struct Term
{
    QString language; ///< BCP 47
    QString text;
    TermStatus status = TermStatus::Preferred;
    bool abbreviation = false;
    QList<Property> extra = {};
    QString reason = {};      ///< why a deprecated or forbidden term is not to be used
    QString replacement = {}; ///< what to write instead; empty: the entry's best term
    friend bool operator==(const Term &, const Term &) = default;
};

/// "preferred", "admitted", "deprecated", "forbidden".
QString statusName(TermStatus status);
/// The status of that name, in any case; none for any other word.
std::optional<TermStatus> statusNamed(QStringView name);

/// Whether a text is a date as ConceptEntry::validFrom has it: a year, a month or a day that exists.
bool isReducedDate(QStringView text);

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
    QList<Property> extra = {};
    /// When the concept came into force and when it ended (a ministry that was merged): ISO 8601, as exactly
    /// as is known ("2025", "2025-03", "2025-03-01"); empty when unknown or open.
    QString validFrom = {};
    QString validTo = {};   ///< the last day, month or year in which it is valid
    QString overrides = {}; ///< "TERMBASE#ID" of the weaker termbase's entry that this one stands for
    friend bool operator==(const ConceptEntry &, const ConceptEntry &) = default;

    /// The terms of one language (see sameLanguage), in order.
    [[nodiscard]] QList<Term> termsIn(const QString &language) const;
};

} // namespace verbale::glossary
