#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringView>

namespace verbale::conformance::xliff2 {

/// The number of a type of the grammar, "nmtoken"; -1 for "", which takes every text.
int typeNamed(QStringView name);

/// What `value` has to be and is not ("yes or no"); empty when it is.
QString expectationOf(int type, QStringView value);

/// "prefix:value", both of at least one character and without white space.
bool isUserDefined(QStringView value);

bool isInteger(QStringView value);
bool isPositiveInteger(QStringView value);
bool isDecimal(QStringView value);

/// Without white space at its ends: what a name token's value is.
QStringView collapsed(QStringView value);

/// The values between white space.
QList<QStringView> wordsOf(QStringView value);

} // namespace verbale::conformance::xliff2
