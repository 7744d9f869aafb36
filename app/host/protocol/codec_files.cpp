#include "host/protocol/codec_detail.h"

namespace verbale::host {

VERBALE_WIRE(AlignRequest);
VERBALE_WIRE(AlignAnswer);
VERBALE_WIRE(FormatDetectRequest);
VERBALE_WIRE(FormatDetectAnswer);
VERBALE_WIRE(FormatReadRequest);
VERBALE_WIRE(FormatReadAnswer);
VERBALE_WIRE(FormatWriteRequest);
VERBALE_WIRE(FormatWriteAnswer);
VERBALE_WIRE(CommandListRequest);
VERBALE_WIRE(CommandListAnswer);
VERBALE_WIRE(CommandRunRequest);
VERBALE_WIRE(CommandRunAnswer);

} // namespace verbale::host
