#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringView>

namespace verbale::conformance::xliff2 {

/// A fragment identifier taken apart: "#/f=f1/u=u1/n=n1". What it does not name stands open and is that of
/// the place where it is used, unless it begins with "/".
struct Fragment
{
    QString file;
    QString group;
    QString unit;
    QString prefix; ///< of the last selector: "n", "d", "t", "gls" ...; empty for source elements
    QString id;     ///< of the last selector; empty when a file, group or unit is meant
    bool isAbsolute = false;

    [[nodiscard]] bool leavesUnit() const
    {
        return isAbsolute || !file.isEmpty() || !group.isEmpty() || !unit.isEmpty();
    }
};

/// The identifier without "#". `fault` is what is wrong with it, as a sentence's end; empty when nothing is.
Fragment parseFragment(QStringView text, QString &fault);

/// What the sections of a reference are: "#id" in this file, or an IRI elsewhere.
bool isLocal(QStringView reference);

} // namespace verbale::conformance::xliff2
