#include "document/segmentation.h"
#include "formats/bilingual.h"
#include "session/languages.h"
#include "session/open.h"

#include <QtCore/QFileInfo>

#include <algorithm>

namespace verbale::session {

namespace {

bool isTranslatorsWork(const Segment &segment)
{
    if (segment.subState == alreadyTranslated && segment.target.text == segment.source.text)
        return false;
    if (segment.state != SegmentState::Initial)
        return true;
    if (!segment.hasTarget || segment.target.isEmpty())
        return false;
    // A tool that changes the target may leave our subState: ours is only what the draft proposed.
    const bool asProposed = std::any_of(segment.suggestions.begin(), segment.suggestions.end(),
                                        [&](const Suggestion &s) { return s.text == segment.target.text; });
    return !asProposed || !isProposed(segment.subState);
}

} // namespace

bool holdsTranslations(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink())
        return false;
    if (info.isFile() && info.size() == 0)
        return false;
    const Result<OriginalBytes> bytes = bilingual::openFile(path);
    if (!bytes)
        return true;
    const Result<xliff::ReadXliff> read = bilingual::read(*bytes, path);
    if (!read)
        return true;
    const QList<LeftOutLine> &leftOut = read->document.leftOut;
    if (std::any_of(leftOut.begin(), leftOut.end(),
                    [](const LeftOutLine &line) { return line.reason == QLatin1String("by-hand"); }))
        return true;
    const QList<Unit> &units = read->document.units;
    return std::any_of(units.begin(), units.end(), [](const Unit &unit) {
        if (!unit.boundaries.isEmpty() || !unit.broughtBackFrom.isEmpty())
            return true;
        return std::any_of(unit.segments.begin(), unit.segments.end(), isTranslatorsWork);
    });
}

} // namespace verbale::session
