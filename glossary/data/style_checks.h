#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>

namespace verbale::glossary {

/// What is wrong with a shipped house style: what readHouseStyle says, rows that are not sorted by kind,
/// wording and source, spellings without an authority, a replacement that another row avoids.
QList<Error> styleProblems(const QByteArray &bytes, const QString &fileName);

} // namespace verbale::glossary
