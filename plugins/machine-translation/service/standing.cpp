#include "plugins/machine-translation/service/standing.h"

namespace verbale::mt {

Result<Standing> standingOf(const SegmentWork &work, const SegmentText &segment, const Engine &engine,
                            const RecordingGate &gate, bool again)
{
    using Kind = Standing::Kind;
    if (!work.needsEngine)
        return Standing{.kind = Kind::Unchanged, .translation = unchanged(segment)};
    Result<RecordingGate::Known> known = gate.look(work.item.key, work.item.ledgerKey);
    if (known && known->last == Outcome::Unfinished) {
        // The queue waits for its end, which says whether it has to be sent.
        if (gate.isOnItsWay(work.item.ledgerKey))
            return Standing{.kind = Kind::OnItsWay, .toBeSent = true};
        known = gate.look(work.item.key, work.item.ledgerKey); // it may have ended between the two
    }
    if (!known)
        return known.error();
    if (const std::optional<CachedAnswer> &found = known.value().answer) {
        Translation translation =
            translationOf(work, segment, {0, found->text, {}, found->truncated, true}, engine);
        if (translation.error && again)
            return Standing{.kind = Kind::Unsent, .toBeSent = true, .toBeForgotten = true};
        translation.cached = true;
        return Standing{.kind = Kind::Cached, .translation = std::move(translation)};
    }
    const std::optional<Outcome> &last = known.value().last;
    if (!last || !mayHaveBeenCharged(*last))
        return Standing{.kind = Kind::Unsent, .toBeSent = true};
    if (again)
        return Standing{
            .kind = Kind::MayHaveBeenCharged, .toBeSent = true, .alone = *last == Outcome::BadAnswer};
    return Standing{.kind = Kind::MayHaveBeenCharged,
                    .translation = failed(segment, mayHaveBeenChargedError(engine.name()))};
}

} // namespace verbale::mt
