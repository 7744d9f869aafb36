#include "command-line/merge_report.h"

#include "session/markup_text.h"

namespace verbale::commandline {

namespace {

using session::ReviewChange;
using session::withMarkup;

QString matchName(const ReviewChange &change)
{
    return change.matchedBy == ReviewChange::MatchedBy::Id ? QStringLiteral("id") : QStringLiteral("source");
}

/// "The [-Summit-]{+Conference+} opened", as git shows words.
QString shownDiff(const QList<text::DiffPiece> &pieces)
{
    using Kind = text::DiffPiece::Kind;
    QString result;
    for (const text::DiffPiece &piece : pieces)
        result += piece.kind == Kind::Same      ? piece.text
                  : piece.kind == Kind::Removed ? QStringLiteral("[-%1-]").arg(piece.text)
                                                : QStringLiteral("{+%1+}").arg(piece.text);
    return result;
}

Json noteTexts(const QList<Note> &notes)
{
    Json array = Json::array();
    for (const Note &note : notes) {
        Json one;
        one["text"] = toJson(note.text);
        if (!note.author.isEmpty())
            one["author"] = toJson(note.author);
        array.push_back(one);
    }
    return array;
}

} // namespace

bool isApplied(const ReviewChange &change)
{
    return !change.sourceDiffers && !change.locked && !change.changesNothing();
}

MergeReport::MergeReport(const Document &document, const session::ReviewComparison &comparison)
    : m_document(document), m_comparison(comparison), m_names(document)
{
}

Json MergeReport::changeJson(const ReviewChange &change) const
{
    Json one;
    one["unit"] = toJson(m_names.of(change.segment.unit));
    one["segment"] = toJson(m_document.at(change.segment).id);
    one["before"] = toJson(withMarkup(change.before.target));
    one["after"] = toJson(withMarkup(change.after.target));
    one["stateBefore"] = toJson(stateName(change.before.state));
    one["state"] = toJson(stateName(change.after.state));
    one["matchedBy"] = toJson(matchName(change));
    if (change.sourceDiffers) {
        one["source"] = toJson(withMarkup(m_document.at(change.segment).source));
        one["reviewedSource"] = toJson(change.reviewedSource);
    }
    if (!change.lostCodes.isEmpty())
        one["lostCodes"] = toJson(change.lostCodes);
    if (!change.unknownCodes.isEmpty())
        one["unknownCodes"] = toJson(change.unknownCodes);
    if (!change.notes.isEmpty())
        one["notes"] = noteTexts(change.notes);
    return one;
}

Json MergeReport::json() const
{
    Json changed = Json::array();
    Json differing = Json::array();
    Json noted = Json::array();
    Json locked = Json::array();
    for (const ReviewChange &change : m_comparison.changes) {
        Json &list = isApplied(change)      ? changed
                     : change.sourceDiffers ? differing
                     : change.locked        ? locked
                                            : noted;
        list.push_back(changeJson(change));
    }
    Json unmatched = Json::array();
    for (const session::UnmatchedReview &segment : m_comparison.unmatched) {
        Json one;
        one["id"] = toJson(segment.reviewed.key);
        one["place"] = toJson(segment.reviewed.place);
        one["source"] = toJson(withMarkup(segment.reviewed.source));
        one["target"] = toJson(withMarkup(segment.reviewed.target));
        one["reason"] = toJson(segment.reason);
        unmatched.push_back(one);
    }
    Json missing = Json::array();
    for (const SegmentRef &ref : m_comparison.missing) {
        Json one;
        one["unit"] = toJson(m_names.of(ref.unit));
        one["segment"] = toJson(m_document.at(ref).id);
        missing.push_back(one);
    }
    Json result;
    result["changed"] = changed;
    result["unchanged"] = m_comparison.unchanged;
    result["unmatched"] = unmatched;
    result["sourceDiffers"] = differing;
    result["onlyNotes"] = noted;
    result["locked"] = locked;
    result["missing"] = missing;
    return result;
}

QString MergeReport::text() const
{
    QString lines;
    qsizetype changed = 0;
    for (const ReviewChange &change : m_comparison.changes) {
        if (!isApplied(change))
            continue;
        ++changed;
        lines +=
            QStringLiteral("%1/%2").arg(m_names.of(change.segment.unit), m_document.at(change.segment).id);
        if (change.matchedBy == ReviewChange::MatchedBy::Source)
            lines += QStringLiteral(" (found by its source)");
        if (change.changesState())
            lines += QStringLiteral(" (%1, was %2)")
                         .arg(stateName(change.after.state), stateName(change.before.state));
        lines += QStringLiteral(": %1\n").arg(shownDiff(change.diff).simplified());
    }
    lines += QStringLiteral("%1 %2 changed, %3 unchanged")
                 .arg(changed)
                 .arg(changed == 1 ? QStringLiteral("segment") : QStringLiteral("segments"))
                 .arg(m_comparison.unchanged);
    if (!m_comparison.missing.isEmpty())
        lines += QStringLiteral(", %1 not in the reviewed copy").arg(m_comparison.missing.size());
    return lines + QStringLiteral(".\n");
}

QStringList MergeReport::warnings() const
{
    QStringList result;
    for (const ReviewChange &change : m_comparison.changes) {
        const QString place =
            QStringLiteral("%1/%2").arg(m_names.of(change.segment.unit), m_document.at(change.segment).id);
        if (change.sourceDiffers) {
            result.append(QStringLiteral("%1: not changed, because the reviewed copy has another source: %2")
                              .arg(place, change.reviewedSource.simplified()));
            continue;
        }
        if (change.locked && !change.changesNothing()) {
            result.append(QStringLiteral("%1: not changed, because the file wants this target left as it is.")
                              .arg(place));
            continue;
        }
        if (!change.lostCodes.isEmpty())
            result.append(QStringLiteral("%1: the reviewed target has lost the codes %2.")
                              .arg(place, change.lostCodes.join(QLatin1Char(' '))));
        if (!change.unknownCodes.isEmpty())
            result.append(QStringLiteral("%1: codes that the file does not know were left out: %2.")
                              .arg(place, change.unknownCodes.join(QLatin1Char(' '))));
        for (const Note &note : change.notes)
            result.append(QStringLiteral("%1: a note came back: %2").arg(place, note.text.simplified()));
    }
    for (const session::UnmatchedReview &segment : m_comparison.unmatched)
        result.append(
            QStringLiteral("%1 of the reviewed copy: %2").arg(segment.reviewed.place, segment.reason));
    return result;
}

} // namespace verbale::commandline
