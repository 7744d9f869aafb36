#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale::testing {

/// A file that breaks one rule, or a valid one made by a change that must not matter.
struct Mutant
{
    QByteArray name; ///< "OPERATOR: what it was done to", unique
    QByteArray bytes;
    QString code;           ///< of the finding that must be there; empty for a valid file
    qint64 line = 0;        ///< of that finding
    bool isStrict = false;  ///< by which schema
    bool isOfSchema = true; ///< the schema says so; else the specification's words alone
};

/// Every mutation operator on every place where it fits, of every sample file.
QList<Mutant> xliff12Mutants();

/// Changes that leave a file valid.
QList<Mutant> validXliff12Variants();

} // namespace verbale::testing
