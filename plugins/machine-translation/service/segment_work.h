#pragma once

#include "plugins/machine-translation/judge/judge.h"
#include "plugins/machine-translation/queue/job.h"
#include "plugins/machine-translation/store/cache.h"

#include <verbale/sdk/translation_provider.h>

namespace verbale::mt {

/// So many segments of a request are looked at before those of them that have to be sent are.
inline constexpr qsizetype lookedUpAtOnce = 500;

/// A segment made ready for an engine.
struct SegmentWork
{
    JudgedSource source;
    Item item; ///< its key is cacheKey(); its ledgerKey the same without terms, as the glossary may change
    bool alone = false;      ///< to be sent in a request of its own
    bool needsEngine = true; ///< false: no letter and no figure is in it, so it stays as it is
};

/// A segment of the request, the same whichever others are asked for with it. The best terms that are not
/// within longer ones go along where the engine takes them.
SegmentWork workOf(const TranslateRequest &request, qsizetype place, const Engine &engine);

/// The job of a segment; who waits for it is left open.
Job jobOf(const TranslateRequest &request, qsizetype place, const SegmentWork &work, const Engine &engine);

/// The translation that an answer holds, or the error that says why it is not used.
Translation translationOf(const SegmentWork &work, const SegmentText &segment, const ItemAnswer &answer,
                          const Engine &engine);
/// A segment that stays as it is.
Translation unchanged(const SegmentText &segment);
Translation failed(const SegmentText &segment, const Error &error);
/// What the translator is told of a text that has no translation.
Error errorOf(const Failure &failure);
/// Of a text of which an earlier request was lost.
Error mayHaveBeenChargedError(const QString &engineName);

} // namespace verbale::mt
