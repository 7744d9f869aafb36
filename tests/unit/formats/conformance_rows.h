#pragma once

#include "formats/conformance/finding.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale::testing {

/// One change of a valid file, and the error that has to come of it.
struct Row
{
    const char *name;
    const char *before; ///< stands in the file; its first place is changed
    const char *after;
    const char *code;    ///< of the finding; empty when the file stays valid; "warning:CODE" for a warning,
                         ///< "elsewhere:CODE" where the line is not that of the change
    bool isOfDtd = true; ///< the DTD says so too
};

/// `valid` with the row's change.
QByteArray changed(const QByteArray &valid, const Row &row);

/// Empty when the report holds what the row says: an error (or warning) of the code, in the line of the
/// change, or no error at all.
QString whyNot(const QByteArray &valid, const Row &row, const conformance::Report &report);

/// Which of the files the DTD refuses; by their number. `dtd` is a path.
QList<qsizetype> refusedByDtd(const QList<QByteArray> &files, const QString &dtd);

} // namespace verbale::testing
