#pragma once

#include <verbale/sdk/translation_provider.h>

namespace verbale::host {

/// The request of verbale.translate/1/preview: a TranslateRequest, of which the host asks another question.
struct TranslatePreviewRequest : TranslateRequest
{
};

} // namespace verbale::host
