#pragma once

#include "glossary/engine/concept_entry.h"

#include <verbale/sdk/result.h>
#include <verbale/sdk/span.h>
#include <verbale/sdk/term.h>

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QStringList>

#include <optional>

namespace verbale::glossary {

enum class StyleRuleKind {
    Avoid,   ///< a wording that is not to be used
    Prefer,  ///< the English of an entry
    Setting, ///< wording: what is set (StyleSettings); replacement: to what
    Spell,   ///< a spelling of a word in small letters; names in capitals keep theirs
    Write,   ///< a name that is written otherwise, in the glossary's English too
};

/// A row of a house style.
struct StyleRule
{
    StyleRuleKind kind = StyleRuleKind::Avoid;
    QString wording;
    QString replacement;
    QString source; ///< the Vietnamese term or "#ID" of the entry that it is bound to; empty: free
    TermStatus status = TermStatus::Deprecated;
    QStringList exempt; ///< names and titles in which the wording stands as it is
    QString reason;
    QString authority;
    QString note;
    friend bool operator==(const StyleRule &, const StyleRule &) = default;
};

enum class DateOrder { DayFirst, MonthFirst };

struct StyleSettings
{
    DateOrder dates = DateOrder::DayFirst; ///< "dates": day-month-year, month-day-year
    bool percentInWords = false;           ///< "percent": sign (5%), words (5 per cent)
    bool plainNames = false;               ///< "diacritics": none (Ha Noi), kept (Hà Nội)
    friend bool operator==(const StyleSettings &, const StyleSettings &) = default;
};

/// A wording that a text has and the house does not use.
struct AvoidedUse
{
    AvoidedTerm wording;
    QList<Span> spans; ///< of the text, in order
};

/// How a house writes English: wordings that it does not use, which English of an entry it prefers, spelling,
/// dates. A value; thread-safe.
class HouseStyle
{
public:
    HouseStyle() = default;
    HouseStyle(QString name, QList<StyleRule> rules);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QList<StyleRule> &rules() const { return m_rules; }
    [[nodiscard]] const StyleSettings &settings() const { return m_settings; }

    /// English as this house writes it: names, spelling, diacritics. Official names keep theirs.
    [[nodiscard]] QString write(const QString &english) const;

    /// The English for an entry: what the style prefers for it, or else the first of `terms` (its targets,
    /// the best first) as the house writes it, but never a wording that `terms` has as deprecated or
    /// forbidden. Empty when there are none.
    [[nodiscard]] QString preferredTarget(const ConceptEntry &entry, const QList<Term> &terms) const;

    /// English for the entry that is not to be used: those of `terms` that are deprecated or forbidden, the
    /// wordings that are bound to the entry, and what the house writes otherwise.
    [[nodiscard]] QList<AvoidedTerm> avoidedFor(const ConceptEntry &entry, const QList<Term> &terms) const;

    /// Wordings that are not to be used whatever the source says.
    [[nodiscard]] const QList<AvoidedTerm> &freeWordings() const { return m_free; }
    /// Where a text has them, outside quotations and exempt names; and names with diacritics.
    [[nodiscard]] QList<AvoidedUse> avoidedIn(QStringView english) const;
    /// Whether a place of a text lies in a quotation or in a name in which the wording stands as it is.
    [[nodiscard]] bool isExempt(QStringView english, const Span &span, const QString &wording) const;

private:
    [[nodiscard]] const StyleRule *ruleFor(const ConceptEntry &entry, StyleRuleKind kind) const;
    [[nodiscard]] QList<Span> exemptSpans(QStringView english, const StyleRule &rule) const;
    [[nodiscard]] QString applied(const StyleRule &rule, const QString &english) const;

    QString m_name;
    QList<StyleRule> m_rules;
    StyleSettings m_settings;
    QList<AvoidedTerm> m_free;
    QHash<QString, QList<qsizetype>> m_bound; ///< rules by "#id" or folded Vietnamese term
    QHash<QString, qsizetype> m_spellings;    ///< rules by word
};

/// A house style as read from a file, and its rows that were left out.
struct StyleContents
{
    HouseStyle style;
    QList<Error> rejected; ///< each with line and column
};

/// Reads a TSV file with the header line "kind wording replacement source status exempt reason authority
/// note"; exempt is a list separated by |. A row is rejected that has an unknown kind, setting or status, no
/// wording, stands twice, or says of no reason, replacement or authority why a wording is avoided. Errors:
/// glossary.bad-style for another header, those of text::decode.
Result<StyleContents> readHouseStyle(const QByteArray &bytes, const QString &fileName);
/// The file again: readHouseStyle gives back what it read.
QByteArray writeHouseStyle(const HouseStyle &style);
/// "avoid", "prefer", "setting", "spell", "write".
QString styleRuleKindName(StyleRuleKind kind);

/// Without the marks of Vietnamese: "Hà Nội" is "Ha Noi". Words without a letter that only Vietnamese has
/// stay: "Côte d'Ivoire".
QString withoutVietnameseMarks(const QString &english);

} // namespace verbale::glossary
