#include "document/inline_repair.h"
#include "document/segmentation.h"
#include "session/assist.h"

#include <algorithm>

namespace verbale::session {

namespace {

/// Two terms with nothing but space between them: "Bộ trưởng Ngoại giao Thái Lan". The English wants another
/// order or a word between, which terms alone cannot tell.
bool termsTouch(const Segment &segment)
{
    const TermHit *before = nullptr;
    for (const TermHit &hit : segment.terms) {
        if (hit.nested)
            continue;
        if (before && before->span.end <= hit.span.start) {
            const QStringView gap =
                QStringView(segment.source.text).mid(before->span.end, hit.span.start - before->span.end);
            if (gap.trimmed().isEmpty())
                return true;
        }
        before = &hit;
    }
    return false;
}

/// The suggestion that may stand as a target by itself: a glossary draft in which nothing is left to
/// translate.
const Suggestion *usableSuggestion(const Segment &segment)
{
    if (termsTouch(segment))
        return nullptr;
    const auto found = std::find_if(
        segment.suggestions.begin(), segment.suggestions.end(), [&segment](const Suggestion &suggestion) {
            return suggestion.kind == SuggestionKind::GlossaryDraft && suggestion.complete &&
                   !suggestion.text.trimmed().isEmpty() && suggestion.revision == segment.revision &&
                   codesForText(suggestion.text, segment.source, suggestion.codes).isSound();
        });
    return found == segment.suggestions.end() ? nullptr : &*found;
}

QString noteText(const Segment &segment)
{
    QStringList entries;
    for (const TermHit &hit : segment.terms) {
        if (!hit.nested && !entries.contains(hit.entryId))
            entries.append(hit.entryId);
    }
    QString text = QStringLiteral("Pre-translated from the glossary: terms and figures only.");
    if (!entries.isEmpty())
        text += QStringLiteral(" Entries: %1.").arg(entries.join(QLatin1String(", ")));
    return text;
}

QString freeNoteId(const Unit &unit)
{
    for (qsizetype number = unit.notes.size() + 1;; ++number) {
        const QString id = QStringLiteral("n%1").arg(number);
        if (std::none_of(unit.notes.begin(), unit.notes.end(), [&id](const Note &n) { return n.id == id; }))
            return id;
    }
}

} // namespace

qsizetype pretranslate(Document &document)
{
    qsizetype count = 0;
    for (Unit &unit : document.units) {
        for (Segment &segment : unit.segments) {
            // What a translator has touched and emptied stays empty.
            if (!isEditable(unit, segment) || segment.hasTarget || segment.revision != 0 ||
                segment.state != SegmentState::Initial)
                continue;
            const Suggestion *suggestion = usableSuggestion(segment);
            if (!suggestion)
                continue;
            segment.target = codesForText(suggestion->text, segment.source, suggestion->codes).text;
            segment.hasTarget = true;
            segment.subState = QStringLiteral("verbale:pretranslated");
            ++segment.revision;
            unit.notes.append(Note{freeNoteId(unit),
                                   QStringLiteral("verbale:pretranslated"),
                                   noteText(segment),
                                   segment.id,
                                   {},
                                   {},
                                   0});
            ++count;
        }
    }
    return count;
}

} // namespace verbale::session
