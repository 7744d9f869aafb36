#pragma once

#include "plugins/machine-translation/engines/service_answer.h"

#include <functional>

namespace verbale::mt {

/// Answers that belong to their items by position alone: `translations` has to be an array with exactly one
/// element for each item. `text` takes an element's text out. With `gaps`, an element without a text leaves
/// its item unanswered (services that fail item by item); otherwise it spoils the whole answer, as do
/// texts that are seen to belong to other items (moved_answers.h).
EngineAnswer positionalAnswers(const QString &service, const Batch &batch, const nlohmann::json *translations,
                               const std::function<std::optional<QString>(const nlohmann::json &)> &text,
                               bool gaps = false);

} // namespace verbale::mt
