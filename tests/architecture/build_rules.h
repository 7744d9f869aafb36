#pragma once

#include "house.h"

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QSet>
#include <QtCore/QString>

namespace verbale::architecture {

/// What a room's CMakeLists.txt says that the plan cares about.
struct BuildRules
{
    QList<Link> links;
    QStringList targets; ///< what it makes, with aliases: "verbale_text", "Verbale::Text"
    QStringList headers; ///< public headers, as written
};

/// Reads verbale_add_library, verbale_add_plugin, verbale_add_program, add_library, target_link_libraries and
/// target_sources (its FILES). Other commands, and what variables stand for, are not looked at, except lists
/// that `set` makes of header names.
BuildRules readBuildRules(const QString &cmakeText);

} // namespace verbale::architecture
