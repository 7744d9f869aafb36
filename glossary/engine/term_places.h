#pragma once

#include <verbale/sdk/span.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace verbale::glossary {

/// How a number is written where its place stands.
enum class PlaceForm {
    AsWritten, ///< {n}: the text's own figures; of a Roman numeral or of words the figures
    Ordinal,   ///< {n:ordinal}: 53rd
    Word,      ///< {n:word}: Fifty-third
    Roman,     ///< {n:roman}: LIII
};

/// A place for a number in a term: "{n}", "{n:ordinal}", "{year}", "{1}". Its name is letters, digits and
/// underscores; {year} stands for four digits alone, {code} for the number of a document ("72/225",
/// "123/2020/NĐ-CP"). Other braces are plain text.
struct TermPlace
{
    Span span; ///< in the term, braces included
    QString name;
    PlaceForm form = PlaceForm::AsWritten;
};

/// A number that a text has in a place of a term.
struct PlaceValue
{
    QString name;      ///< of the place
    QString written;   ///< as the text has it: "53", "XIII", "hai mươi"
    qint64 number = 0; ///< 0 for the number of a document
    friend bool operator==(const PlaceValue &, const PlaceValue &) = default;
};

/// In the order of the term.
QList<TermPlace> termPlaces(QStringView term);
/// The places' names, sorted; a name that stands twice, once.
QStringList placeNames(QStringView term);
/// What is wrong with the braces of a term: an unknown form, a brace without its other one. Empty: nothing.
QString placeFault(QStringView term);

/// The term with numbers in its places; none when a place has no value among them.
std::optional<QString> fillPlaces(const QString &term, const QList<PlaceValue> &values);

/// "53rd", "fifty-third", "LIII". The last is empty for what the Romans could not write (1 to 3999).
QString ordinalFigures(qint64 number);
QString ordinalWords(qint64 number);
QString romanNumeral(qint64 number);
/// 0 for what is no Roman numeral in its usual form; capitals alone.
int romanValue(QStringView numeral);

} // namespace verbale::glossary
