#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace verbale::glossary {

/// A longer expression of the language in which shorter terms are not meant: "đoàn kết" (solidarity) holds no
/// "đoàn" (delegation). Compared as terms are; where it has a capital, the text has to have one.
struct StopExpression
{
    QString expression;
    QStringList blocks; ///< the terms that it blocks; empty: every shorter one that it holds or overlaps
    friend bool operator==(const StopExpression &, const StopExpression &) = default;
};

enum class SpellingKind {
    Order,           ///< the same words in another order: "quan chức cao cấp", "quan chức cấp cao"
    Transliteration, ///< a name in another script's or language's spelling: "An-giê-ri", "Algeria"
    Abbreviation,    ///< a short form: "LHQ", "Liên hợp quốc"
};

/// Two phrases that may stand for one another inside any term.
struct SpellingPair
{
    QString a;
    QString b;
    SpellingKind kind = SpellingKind::Order;
    friend bool operator==(const SpellingPair &, const SpellingPair &) = default;
};

/// What a matcher has to know of the language beside its terms. The rules hold for every termbase.
struct MatchRules
{
    QList<StopExpression> stopExpressions;
    QList<SpellingPair> spellings;
    friend bool operator==(const MatchRules &, const MatchRules &) = default;
};

/// "order", "transliteration", "abbreviation".
QString spellingKindName(SpellingKind kind);

template <typename Row>
struct RuleRows
{
    QList<Row> rows;
    QList<Error> rejected; ///< each with line and column
};

/// Reads stop expressions: a TSV file with the header line "expression blocks note", blocks being a list
/// separated by | (\| is a bar). A row is rejected when it has no expression, when the expression or a
/// blocked term stands twice, or when a blocked term is not shorter than the expression. Errors:
/// glossary.bad-rules for another header, and those of text::decode.
Result<RuleRows<StopExpression>> readStopExpressions(const QByteArray &bytes, const QString &fileName);

/// Reads pairs of spellings: a TSV file with the header line "a b kind note". A row is rejected when a or b
/// is missing, both are one spelling for the term key, the pair stands twice, or the kind is not known.
/// Errors as above.
Result<RuleRows<SpellingPair>> readSpellings(const QByteArray &bytes, const QString &fileName);

} // namespace verbale::glossary
