#pragma once

#include "plugins/machine-translation/service/recording_gate.h"
#include "plugins/machine-translation/service/term_glossaries.h"
#include "plugins/machine-translation/transport/secret.h"

#include <verbale/sdk/translation_provider.h>

namespace verbale::mt {

/// What a request would send, of what the gate knows at this moment. Without a key the requests are shown all
/// the same, and a warning says so. `glossaries`: nullptr where the engine keeps none. Errors: those of the
/// gate's files; "mt.cancelled". Any thread.
Result<TranslatePreview> previewOf(const TranslateRequest &request,
                                   const std::shared_ptr<const Engine> &engine, const Secret &key,
                                   const RecordingGate &gate, TermGlossaries *glossaries,
                                   const StopToken &stop);

} // namespace verbale::mt
