#pragma once

#include "glossary/engine/match_rules.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>

namespace verbale::glossary {

/// Match rules in a binary form that is read in one pass. Written at build time, read by the same version of
/// the program only.
QByteArray compileRules(const MatchRules &rules);

/// Error: glossary.damaged, when the bytes are not what compileRules of this version writes.
Result<MatchRules> readCompiledRules(const QByteArray &bytes);

} // namespace verbale::glossary
