#include "host/protocol/codec_detail.h"

namespace verbale::host {

VERBALE_WIRE(SegmentText);
VERBALE_WIRE(TermHit);
VERBALE_WIRE(TermsRequest);
VERBALE_WIRE(TermsAnswer);
VERBALE_WIRE(ReceiptsRequest);
VERBALE_WIRE(ReceiptsAnswer);
VERBALE_WIRE(SuggestRequest);
VERBALE_WIRE(SuggestAnswer);
VERBALE_WIRE(TranslateRequest);
VERBALE_WIRE(TranslateAnswer);
VERBALE_WIRE(TranslatePreviewRequest);
VERBALE_WIRE(TranslatePreview);
VERBALE_WIRE(CheckRequest);
VERBALE_WIRE(CheckAnswer);

} // namespace verbale::host
