#pragma once

#include "plugins/machine-translation/engines/engine.h"
#include "plugins/machine-translation/registry/member_reader.h"

#include <memory>

namespace verbale::mt {

/// "deepl", "azure" ...: what "type" may say, in the order in which people are told.
QStringList engineKinds();

/// An engine by its settings; nullptr when the kind is unknown or the reader was given a mistake that leaves
/// nothing to make. A description of an engine is read from its file here. The key decides whether one is
/// sent at all, and for DeepL which address it belongs to.
std::unique_ptr<const Engine> makeEngine(const QString &kind, MemberReader &reader, const Secret &key);

} // namespace verbale::mt
