#pragma once

#include "document/document.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace verbale::testing {

/// A file of XLIFF 1.2 as one of the tools writes it: tests/golden/xliff12/NAME.xlf.
QByteArray sample(const QString &name);
QStringList sampleNames();

/// An XLIFF 1.2 file with this in its body.
QByteArray plainFile(const QByteArray &body);

/// A unit of the file as text, without its target and without the attributes in which tools keep its state:
/// what no edit of the target may change.
QString masked(const Document &document, qsizetype unit);

} // namespace verbale::testing
