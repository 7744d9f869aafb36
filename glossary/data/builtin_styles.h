#pragma once

#include "glossary/engine/house_style.h"

#include <QtCore/QStringList>

namespace verbale::glossary {

/// The house style that is used where none is chosen.
inline constexpr const char *defaultStyleName = "mofa";

/// A shipped file, as the build embeds it.
struct BuiltinStyleBytes
{
    const char *name;
    const unsigned char *bytes;
    unsigned int size;
};
extern const BuiltinStyleBytes builtinStyleTable[];
extern const unsigned int builtinStyleCount;

/// The names of the shipped house styles, from glossary/data/profiles.
QStringList builtinStyleNames();
/// The file of a shipped style; empty when there is none of that name.
QByteArray builtinStyleFile(const QString &name);

/// A shipped style by its name, or one from a file; an empty name is the default. Errors:
/// glossary.no-style, and those of reading it.
Result<StyleContents> loadHouseStyle(const QString &nameOrFile);

} // namespace verbale::glossary
