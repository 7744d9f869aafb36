#pragma once

#include "formats/losses/loss.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale::xliff {

struct Converted
{
    QByteArray bytes;
    QList<Loss> losses;
};

/// The XLIFF 2.x file `bytes` as another version of 2.x: the namespace of the core and the version are
/// changed, what only the newer version has is taken out and listed, and every other byte stays. Errors:
/// those of xml::parse with the prefix "xliff".
Result<Converted> convertVersion(const QByteArray &bytes, const QString &version, const QString &fileName);

} // namespace verbale::xliff
