#include "session/plugin_commands.h"

#include "document/inline_repair.h"
#include "document/segmentation.h"
#include "session/plugin_text.h"

#include <QtCore/QHash>

namespace verbale::session {

CommandRunRequest commandRequest(const Document &document, const QList<SegmentRef> &segments,
                                 const QString &command)
{
    CommandRunRequest request{command, document.sourceLanguage, document.targetLanguage, {}};
    for (const SegmentRef &ref : segments.isEmpty() ? document.segments() : segments) {
        if (isEditable(document.units[ref.unit], document.at(ref)))
            request.segments.append(pluginText(document, ref));
    }
    return request;
}

CommandChanges changesOf(const Document &document, const CommandRunRequest &request,
                         const CommandRunAnswer &answer)
{
    QHash<QString, qint64> sent;
    for (const SegmentText &segment : request.segments)
        sent.insert(segment.id, segment.revision);
    QHash<QString, const CommandEdit *> edits;
    for (const CommandEdit &edit : answer.edits) {
        const auto revision = sent.constFind(edit.segmentId);
        if (revision != sent.constEnd() && *revision == edit.revision)
            edits.insert(edit.segmentId, &edit);
    }
    CommandChanges changes;
    for (const SegmentRef &ref : document.segments()) {
        const CommandEdit *edit = edits.take(document.segmentKey(ref));
        const Segment &segment = document.at(ref);
        if (edit == nullptr || !isEditable(document.units[ref.unit], segment))
            continue;
        if (segment.revision != edit->revision) {
            ++changes.outdated;
            continue;
        }
        if (edit->text == segment.target.text && edit->codes.isEmpty())
            continue; // its codes stand as they stood
        const RestoredText target =
            edit->text.isEmpty() ? RestoredText() : codesForText(edit->text, segment.source, edit->codes);
        if (target.text == segment.target)
            continue;
        changes.mended += target.isSound() ? 0 : 1;
        changes.targets.append({ref, target.text});
    }
    changes.outdated += edits.size(); // of segments that were split or merged meanwhile
    return changes;
}

} // namespace verbale::session
