#include "session/receipts.h"

#include <QtCore/QSet>

#include <algorithm>
#include <array>

namespace verbale::session {

namespace {

QString entryKey(const TermHit &hit)
{
    return hit.glossary + u'\n' + hit.termbase + u'\n' + hit.entryId;
}

const TermHit *hitOf(const Segment &segment, const TermReceipt &receipt)
{
    const bool known = receipt.hit >= 0 && receipt.hit < segment.terms.size();
    return known ? &segment.terms[receipt.hit] : nullptr;
}

bool hasUsed(const Segment &segment, const QString &entry)
{
    return std::any_of(segment.receipts.begin(), segment.receipts.end(), [&](const TermReceipt &receipt) {
        const TermHit *hit = hitOf(segment, receipt);
        return hit && receipt.state == ReceiptState::Used && entryKey(*hit) == entry;
    });
}

bool hasShortForm(const TermReceipt &receipt)
{
    return receipt.state == ReceiptState::Missing && !receipt.found.isEmpty();
}

} // namespace

bool receiptsHold(const Segment &segment)
{
    return segment.receiptsRevision == segment.revision && !segment.target.text.trimmed().isEmpty();
}

bool isShortForm(const Document &document, const SegmentRef &ref, const TermReceipt &receipt)
{
    const TermHit *hit = hitOf(document.at(ref), receipt);
    if (!hit || !hasShortForm(receipt))
        return false;
    const QString entry = entryKey(*hit);
    for (qsizetype unit = 0; unit <= ref.unit; ++unit) {
        const QList<Segment> &segments = document.units[unit].segments;
        const qsizetype end = unit == ref.unit ? ref.segment : segments.size();
        if (std::any_of(segments.begin(), segments.begin() + end,
                        [&entry](const Segment &segment) { return hasUsed(segment, entry); }))
            return true;
    }
    return false;
}

ReceiptCounts countReceipts(const Document &document, const std::function<bool(const Segment &)> &counted)
{
    ReceiptCounts counts;
    QSet<QString> used;
    for (const SegmentRef &ref : document.segments()) {
        const Segment &segment = document.at(ref);
        if (!receiptsHold(segment))
            continue;
        const qsizetype one = !counted || counted(segment) ? 1 : 0;
        QSet<QString> usedHere;
        for (const TermReceipt &receipt : segment.receipts) {
            const TermHit *hit = hitOf(segment, receipt);
            if (hit && hit->nested)
                continue;
            if (receipt.state == ReceiptState::Used && hit) {
                counts.used += one;
                usedHere.insert(entryKey(*hit));
            } else if (receipt.state == ReceiptState::Avoided) {
                counts.avoided += one;
            } else if (receipt.state == ReceiptState::NoTarget) {
                counts.noTarget += one;
            } else if (hit && hasShortForm(receipt) && used.contains(entryKey(*hit))) {
                counts.shortForms += one;
            } else {
                counts.missing += one;
            }
        }
        used += usedHere;
    }
    return counts;
}

QString receiptName(ReceiptState state)
{
    static constexpr std::array names{u"used", u"missing", u"no-target", u"avoided"};
    return QString::fromUtf16(names[static_cast<std::size_t>(state)]);
}

} // namespace verbale::session
