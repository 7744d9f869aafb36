#pragma once

#include "document/original_bytes.h"
#include "formats/conformance/finding.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale::session {

/// What is wrong with a file that is opened as a document.
struct InvalidFile
{
    QString standard;                  ///< "XLIFF 1.2"
    QList<conformance::Finding> first; ///< its first errors, three at most; empty: nothing is wrong
    qsizetype more = 0;                ///< errors besides

    [[nodiscard]] bool isValid() const { return first.isEmpty(); }
    [[nodiscard]] qsizetype count() const { return first.size() + more; }
};

/// The errors by its standard of what a document was read from, whatever has become of its file since. A
/// valid file and a text have none. Takes as long as validateBytes: to be called on a worker where somebody
/// waits.
InvalidFile findInvalid(const OriginalBytes &bytes);

/// One sentence for people who work on the command line; empty for a valid file.
QString describeInvalid(const InvalidFile &invalid, const QString &path);

} // namespace verbale::session
