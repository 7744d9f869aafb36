#pragma once

#include "plugins/machine-translation/service/recording_gate.h"
#include "plugins/machine-translation/service/segment_work.h"

namespace verbale::mt {

/// How a segment stands before anything is sent for it.
struct Standing
{
    enum class Kind {
        Unchanged,          ///< nothing in it to translate
        Cached,             ///< answered before, well or badly
        OnItsWay,           ///< being sent at this moment
        MayHaveBeenCharged, ///< sent before and lost
        Unsent,             ///< never sent, or surely unpaid
    };
    Kind kind = Kind::Unsent;
    bool toBeSent = false;
    bool toBeForgotten = false;                  ///< the cache's answer, before it is sent
    bool alone = false;                          ///< it was badly answered together with others
    std::optional<Translation> translation = {}; ///< or its error; unless it is to be sent
};

/// `again`: the user wants texts sent again that may have been charged, and those that were answered badly.
/// Errors: those of the two files.
Result<Standing> standingOf(const SegmentWork &work, const SegmentText &segment, const Engine &engine,
                            const RecordingGate &gate, bool again);

} // namespace verbale::mt
