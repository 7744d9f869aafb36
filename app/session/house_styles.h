#pragma once

#include "glossary/engine/house_style.h"

#include <QtCore/QStringList>

namespace verbale::session {

/// The shipped house styles' names, the default first.
QStringList houseStyleNames();

/// A shipped style's name or a file. Errors: glossary.no-style, those of reading a file that is no style.
Result<glossary::StyleContents> houseStyle(const QString &nameOrFile);

/// The file of a shipped style, which the user may copy and change. Error: glossary.no-style.
Result<QByteArray> houseStyleFile(const QString &name);

} // namespace verbale::session
