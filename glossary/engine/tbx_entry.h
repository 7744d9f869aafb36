#pragma once

#include "glossary/engine/table.h"
#include "glossary/engine/tbx_node.h"

namespace verbale::glossary::tbx {

/// Turns an entry that Judge has found right into a ConceptEntry. What has no place in it is counted in
/// `losses`.
ConceptEntry readEntry(const Node &node, const FileKind &file, Losses &losses);

} // namespace verbale::glossary::tbx
