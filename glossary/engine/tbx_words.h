#pragma once

#include "glossary/engine/concept_entry.h"

#include <optional>

namespace verbale::glossary::tbx {

/// The status that an administrativeStatus, a normativeAuthorization or a display value of these means; none
/// for other words. Superseded and deprecated terms are both Deprecated.
std::optional<TermStatus> statusOfWord(QStringView word);

/// The administrativeStatus that is written for a status; a forbidden term is a deprecated one to TBX.
QString wordOfStatus(TermStatus status);

/// Whether a termType is that of an abbreviation: acronym, abbreviation, initialism.
bool isShortType(QStringView termType);

/// The termType that is written for a term without one of its own: acronym for an abbreviation in capitals,
/// abbreviation for another, empty for a full form.
QString typeOfTerm(const Term &term);

/// "properNoun" of TBX is "proper noun" in Verbale; other words stay.
QString partOfSpeechFromTbx(const QString &word);
QString partOfSpeechToTbx(const QString &word);

/// The status that a term has whose own is not stated: Preferred for the first such term of its language that
/// is no abbreviation (or the first of all), unless a term there is stated to be Preferred; else Admitted.
/// `isStated` tells for each term of `terms` whether its status is.
QList<TermStatus> unstatedStatuses(const QList<Term> &terms, const QList<bool> &isStated);

/// The first property of a kind and name; nullptr when there is none.
const Property *findProperty(const QList<Property> &properties, QLatin1String kind, QLatin1String name);

/// A property in the text of a note, and back: "verbale:termNote/register=technicalRegister".
QString toOwnNote(const Property &property);
std::optional<Property> fromOwnNote(const QString &note);

/// The kind of the properties in notes that are no data categories: partOfSpeech, status.
inline constexpr QLatin1String ownKind("");

/// An id as an XML name, and back: other characters become _xHHHH_, and so does an underscore that would be
/// read as the beginning of one.
QString toXmlId(const QString &id);
QString fromXmlId(const QString &xmlId);

} // namespace verbale::glossary::tbx
