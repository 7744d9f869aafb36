#pragma once

#include "plugins/machine-translation/engines/engine.h"

#include <optional>

namespace verbale::mt {

// What a queue says of texts that have no answer; pure.

/// By the user. `left`: it had been sent by then.
[[nodiscard]] Failure cancelled(bool left);
/// Others' answers were mixed up, and this one perhaps with them.
[[nodiscard]] Failure doubtful(const QString &engine);
/// The request was answered, this text of it was not.
[[nodiscard]] Failure unanswered(const QString &engine);
/// The service has failed too often to be asked within so long, which is told as the time of day.
[[nodiscard]] Failure resting(const QString &engine, const Error &why, milliseconds left);
/// Another program has not come to an end with it.
[[nodiscard]] Failure stillElsewhere();
/// Answers that belong to no text for sure.
[[nodiscard]] Failure misfit(const QString &engine);

/// Some services say the key that they refuse: it belongs in no message and in no text that is kept. Blacks
/// it out in the answer; nothing: it was not there, or the answer is an error, which may be read now.
[[nodiscard]] std::optional<Failure> answeredWithKey(HttpAnswer &answer, const Secret &key,
                                                     const QString &engine);

} // namespace verbale::mt
