#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace verbale::testing {

struct Xliff12Sample
{
    QByteArray name;
    QByteArray bytes;
    bool isStrict = false;
};

/// Valid files of XLIFF 1.2: one with nearly everything that the transitional schema knows, one strict, and
/// what translation tools make of it, with their namespaces.
QList<Xliff12Sample> xliff12Samples();

} // namespace verbale::testing
