#include "session/former_answers.h"

#include <algorithm>

namespace verbale::session {

namespace {

bool standsStill(const TermReceipt &receipt, const QString &before, const QString &now)
{
    return std::all_of(receipt.spans.begin(), receipt.spans.end(), [&](const Span &span) {
        return span.end <= before.size() && span.end <= now.size() &&
               QStringView(before).mid(span.start, span.length()) ==
                   QStringView(now).mid(span.start, span.length());
    });
}

/// Says nothing of what was found before.
template <typename Answer>
bool isOutdated(const Result<Answer> &answer)
{
    return !answer.ok() && isOnlyOutdated(answer.error());
}

} // namespace

void FormerAnswers::remember(const TermsGathering &gathering)
{
    for (qsizetype i = 0; i < gathering.providers().size(); ++i) {
        const host::Provider &provider = gathering.providers()[i];
        const auto &answer = gathering.answerOf(i);
        if (provider.shipped || !answer || isOutdated(*answer))
            continue;
        QHash<QString, Terms> &known = m_terms[provider.id];
        QHash<QString, const SegmentTerms *> found;
        if (answer->ok()) {
            for (const SegmentTerms &terms : (*answer)->segments)
                found.insert(terms.segmentId, &terms);
        }
        for (const SegmentText &segment : gathering.request().segments) {
            const SegmentTerms *terms = found.value(segment.id);
            if (terms != nullptr && !terms->hits.isEmpty())
                known.insert(segment.id, {segment.source, terms->hits});
            else
                known.remove(segment.id);
        }
    }
}

void FormerAnswers::standIn(TermsGathering &gathering) const
{
    for (qsizetype i = 0; i < gathering.providers().size(); ++i) {
        const auto known = m_terms.constFind(gathering.providers()[i].id);
        if (known == m_terms.constEnd())
            continue;
        TermsAnswer former;
        for (const SegmentText &segment : gathering.request().segments) {
            const auto terms = known->constFind(segment.id);
            if (terms != known->constEnd() && terms->source == segment.source)
                former.segments.append({segment.id, segment.revision, terms->hits});
        }
        if (!former.segments.isEmpty())
            gathering.standIn(i, former);
    }
}

void FormerAnswers::remember(const ReceiptsGathering &gathering)
{
    for (qsizetype i = 0; i < gathering.providers().size(); ++i) {
        const host::Provider &provider = gathering.providers()[i];
        const auto &answer = gathering.answerOf(i);
        if (provider.shipped || !answer || isOutdated(*answer))
            continue;
        QHash<QString, Receipts> &known = m_receipts[provider.id];
        QHash<QString, const SegmentReceipts *> found;
        if (answer->ok()) {
            for (const SegmentReceipts &receipts : (*answer)->segments)
                found.insert(receipts.segmentId, &receipts);
        }
        for (const ReceiptsSegment &segment : gathering.request().segments) {
            const SegmentReceipts *receipts = found.value(segment.text.id);
            if (receipts != nullptr && !receipts->receipts.isEmpty())
                known.insert(segment.text.id, {segment.text.target, segment.terms, receipts->receipts});
            else
                known.remove(segment.text.id);
        }
    }
}

void FormerAnswers::standIn(ReceiptsGathering &gathering) const
{
    for (qsizetype i = 0; i < gathering.providers().size(); ++i) {
        const auto known = m_receipts.constFind(gathering.providers()[i].id);
        if (known == m_receipts.constEnd())
            continue;
        ReceiptsAnswer former;
        for (const ReceiptsSegment &segment : gathering.request().segments) {
            const auto before = known->constFind(segment.text.id);
            if (before == known->constEnd() || !sameTerms(before->terms, segment.terms))
                continue;
            SegmentReceipts receipts{segment.text.id, segment.text.revision, {}};
            for (const TermReceipt &receipt : before->receipts) {
                if (standsStill(receipt, before->target, segment.text.target))
                    receipts.receipts.append(receipt);
            }
            former.segments.append(receipts);
        }
        if (!former.segments.isEmpty())
            gathering.standIn(i, former);
    }
}

void FormerAnswers::clear()
{
    m_terms.clear();
    m_receipts.clear();
}

} // namespace verbale::session
