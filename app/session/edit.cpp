#include "session/edit.h"

#include "document/inline_checks.h"
#include "document/segmentation.h"
#include "formats/states.h"
#include "session/markup_text.h"
#include "session/unit_names.h"

#include <QtCore/QHash>

#include <algorithm>

namespace verbale::session {

namespace {

Error refusal(const char *code, const QString &message, const Place &where)
{
    return Error{QLatin1String(code), message, where};
}

/// What a fragment identifier selects.
struct Selection
{
    QString file;
    QString unit;
    QString segment;
};

/// "#f=f1/g=g1/u=u1/s1"; nothing when it names no unit.
std::optional<Selection> fragment(const QString &text)
{
    if (!text.startsWith(u'#'))
        return std::nullopt;
    Selection selection;
    for (const QString &part : text.mid(1).split(u'/', Qt::SkipEmptyParts)) {
        if (part.startsWith(QLatin1String("f=")))
            selection.file = part.mid(2);
        else if (part.startsWith(QLatin1String("u=")))
            selection.unit = part.mid(2);
        else if (!part.contains(u'='))
            selection.segment = part;
    }
    return selection.unit.isEmpty() ? std::nullopt : std::optional(selection);
}

QString quotedIds(const QList<Segment> &segments)
{
    QStringList ids;
    for (const Segment &segment : segments.first(std::min<qsizetype>(segments.size(), 12)))
        ids.append(segment.id);
    return ids.join(QLatin1String(", ")) + QLatin1String(segments.size() > ids.size() ? " ..." : "");
}

/// Turns requests into edits, one document for many of them.
class Planner
{
public:
    explicit Planner(const Document &document);
    [[nodiscard]] Result<SegmentRef> find(const EditRequest &request) const;
    [[nodiscard]] PlannedEdit unchanged(const SegmentRef &ref) const;
    /// What the request makes of an edit, which is unchanged() or that of earlier requests.
    Result<void> plan(PlannedEdit &edit, const EditRequest &request) const;

private:
    [[nodiscard]] Result<qsizetype> unitOf(const EditRequest &request, const QString &file,
                                           const QString &id) const;
    Result<void> setState(PlannedEdit &edit, const EditRequest &request) const;
    [[nodiscard]] Result<void> checkEditable(const PlannedEdit &edit, const EditRequest &request) const;

    const Document &m_document;
    UnitNames m_names;
    QHash<QString, QList<qsizetype>> m_units; ///< by id, and by "FILE/ID"
};

Planner::Planner(const Document &document) : m_document(document), m_names(document)
{
    for (qsizetype i = 0; i < document.units.size(); ++i) {
        m_units[document.units[i].id].append(i);
        m_units[document.units[i].fileId + u'/' + document.units[i].id].append(i);
    }
}

Result<qsizetype> Planner::unitOf(const EditRequest &request, const QString &file, const QString &id) const
{
    const QList<qsizetype> found = m_units.value(file.isEmpty() ? id : file + u'/' + id);
    if (found.isEmpty()) {
        const QString name = file.isEmpty() ? id : file + u'/' + id;
        return refusal(
            "edit.no-unit",
            QStringLiteral("There is no unit %1 in the file. `verbale export --to tsv` lists them.")
                .arg(name),
            request.where);
    }
    if (found.size() > 1) {
        QStringList names;
        for (const qsizetype unit : found.first(std::min<qsizetype>(found.size(), 8)))
            names.append(m_document.units[unit].fileId + u'/' + id);
        return refusal("edit.ambiguous",
                       QStringLiteral("Unit %1 is in several files. Name one of %2.")
                           .arg(id, names.join(QLatin1String(", "))),
                       request.where);
    }
    return found.first();
}

Result<SegmentRef> Planner::find(const EditRequest &request) const
{
    Selection selection{{}, request.unit, request.segment};
    if (!m_units.contains(request.unit)) {
        if (const std::optional<Selection> selected = fragment(request.unit)) {
            selection = *selected;
            if (!request.segment.isEmpty())
                selection.segment = request.segment;
        }
    }
    const Result<qsizetype> unit = unitOf(request, selection.file, selection.unit);
    if (!unit)
        return unit.error();
    const QList<Segment> &segments = m_document.units[*unit].segments;
    const QString name = m_names.of(*unit);
    if (selection.segment.isEmpty()) {
        if (segments.size() == 1)
            return SegmentRef{*unit, 0};
        const QString message = segments.isEmpty()
                                    ? QStringLiteral("Unit %1 has no segment.").arg(name)
                                    : QStringLiteral("Unit %1 has %2 segments. Name one with --segment: %3.")
                                          .arg(name)
                                          .arg(segments.size())
                                          .arg(quotedIds(segments));
        return refusal("edit.no-segment", message, request.where);
    }
    for (qsizetype i = 0; i < segments.size(); ++i) {
        if (segments[i].id == selection.segment)
            return SegmentRef{*unit, i};
    }
    return refusal("edit.no-segment",
                   QStringLiteral("Unit %1 has no segment %2. It has: %3.")
                       .arg(name, selection.segment, quotedIds(segments)),
                   request.where);
}

/// A state by its name in XLIFF 2.x ("initial", "reviewed") or 1.2 ("needs-translation", "signed-off").
std::optional<states::State> stateNamed(const QString &name)
{
    for (const SegmentState state :
         {SegmentState::Initial, SegmentState::Translated, SegmentState::Reviewed, SegmentState::Final}) {
        if (name == stateName(state))
            return states::State{state, {}};
    }
    return states::stateOf(states::Dialect::Xliff12, name);
}

QStringList stateNames()
{
    QStringList names;
    for (const SegmentState state :
         {SegmentState::Initial, SegmentState::Translated, SegmentState::Reviewed, SegmentState::Final})
        names.append(stateName(state));
    for (const states::Row &row : states::table()) {
        if (row.dialect == states::Dialect::Xliff12 && !names.contains(row.name))
            names.append(row.name);
    }
    return names;
}

Result<void> Planner::setState(PlannedEdit &edit, const EditRequest &request) const
{
    const std::optional<states::State> state = stateNamed(request.state);
    if (!state)
        return refusal("edit.unknown-state",
                       QStringLiteral("There is no state %1. Use one of %2.")
                           .arg(request.state, stateNames().join(QLatin1String(", "))),
                       request.where);
    if (!edit.after.hasTarget && state->state != SegmentState::Initial)
        return refusal("edit.no-target",
                       QStringLiteral("Segment %1 has no target, so it cannot be %2.")
                           .arg(m_document.segmentKey(edit.after.segment), request.state),
                       request.where);
    // A state that is there already in other words stays in the file's words.
    if (state->state != edit.after.state || !state->subState.isEmpty()) {
        edit.after.state = state->state;
        edit.after.subState = state->subState;
    }
    return {};
}

Result<void> Planner::checkEditable(const PlannedEdit &edit, const EditRequest &request) const
{
    const Unit &unit = m_document.units[edit.after.segment.unit];
    if (!edit.changesSomething() || isEditable(unit, m_document.at(edit.after.segment)))
        return {};
    return refusal("edit.locked",
                   QStringLiteral("Segment %1 is locked or not to be translated: its target is to stay as "
                                  "it is.")
                       .arg(m_document.segmentKey(edit.after.segment)),
                   request.where);
}

PlannedEdit Planner::unchanged(const SegmentRef &ref) const
{
    const Segment &segment = m_document.at(ref);
    PlannedEdit edit;
    edit.before = {ref, segment.target, segment.hasTarget, segment.state, segment.subState, {}};
    edit.after = edit.before;
    return edit;
}

Result<void> Planner::plan(PlannedEdit &edit, const EditRequest &request) const
{
    const Segment &segment = m_document.at(edit.after.segment);
    if (request.target) {
        const InlineText target = fromMarkup(*request.target, segment);
        if (target != edit.after.target) {
            edit.after.target = target;
            edit.after.hasTarget = !target.isEmpty();
            edit.after.state = SegmentState::Initial;
            edit.after.subState.clear();
        }
    }
    if (!request.state.isEmpty()) {
        if (const Result<void> done = setState(edit, request); !done)
            return done;
    }
    if (const Result<void> free = checkEditable(edit, request); !free)
        return free;
    edit.warnings.clear();
    if (edit.after.hasTarget) {
        for (const CodeFinding &finding : checkCodes(segment.source, edit.after.target)) {
            if (finding.severity != CodeSeverity::Note)
                edit.warnings.append(finding.message);
        }
    }
    return {};
}

} // namespace

Result<QList<PlannedEdit>> planEdits(const Document &document, const QList<EditRequest> &requests)
{
    QList<PlannedEdit> edits;
    if (requests.isEmpty())
        return edits;
    const Planner planner(document);
    QHash<QString, qsizetype> known;
    for (const EditRequest &request : requests) {
        const Result<SegmentRef> ref = planner.find(request);
        if (!ref)
            return ref.error();
        const QString key = document.segmentKey(*ref);
        if (!known.contains(key)) {
            known.insert(key, edits.size());
            edits.append(planner.unchanged(*ref));
        }
        if (const Result<void> planned = planner.plan(edits[known.value(key)], request); !planned)
            return planned.error();
    }
    return edits;
}

void applyEdits(Document &document, const QList<PlannedEdit> &edits)
{
    EditHistory history;
    for (const PlannedEdit &edit : edits)
        history.apply(document, edit.after, 0);
}

} // namespace verbale::session
