#pragma once

#include "glossary/engine/term_store.h"
#include "sqlite/database.h"

#include <memory>
#include <vector>

namespace verbale::glossary {

using sqlite::Database;
using sqlite::Statement;
using sqlite::Transaction;

/// The statements of glossary/schema, the oldest first: each makes the next version of the schema.
const std::vector<const char *> &storeMigrations();

/// Opens a store's file, made or brought up to this version first where it may be written. What is no store,
/// or a newer one, is not touched.
Result<std::unique_ptr<Database>> openStoreFile(const QString &path, const StoreOptions &options);

} // namespace verbale::glossary
