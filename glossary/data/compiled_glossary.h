#pragma once

#include "glossary/engine/termbase.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>

namespace verbale::glossary {

/// A termbase in a compact binary form that is read in one pass: a version, the different strings once each,
/// then the entries as indices of strings. Written at build time, read by the same version of the program
/// only.
QByteArray compileGlossary(const Termbase &termbase);

/// Error: glossary.damaged, when the bytes are not what compileGlossary of this version writes.
Result<Termbase> readCompiledGlossary(const QByteArray &bytes);

} // namespace verbale::glossary
