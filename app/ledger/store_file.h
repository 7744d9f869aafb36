#pragma once

#include "sqlite/database.h"

#include <verbale/sdk/result.h>

#include <QtCore/QString>

#include <memory>

namespace verbale::ledger {

/// Opens an SQLite file of this plugin, made readable for its owner alone, whose every commit survives a kill
/// and a power failure. `format` is written into a new file; a file of another format, or of none, is refused
/// ("mt.store-foreign"). Other errors: "mt.store-busy", "mt.store-full", "mt.store-read-only",
/// "mt.store-no-permission", "mt.store-damaged", "mt.store-failed".
Result<std::unique_ptr<sqlite::Database>> openStore(const QString &path, qint64 format, const char *schema);

} // namespace verbale::ledger
