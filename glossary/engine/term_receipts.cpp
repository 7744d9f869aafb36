#include "glossary/engine/term_receipts.h"

#include <QtCore/QMap>

#include <algorithm>
#include <tuple>

namespace verbale::glossary {

namespace {

constexpr qsizetype termsKept = 20'000;

bool isAccepted(TermStatus status)
{
    return status == TermStatus::Preferred || status == TermStatus::Admitted;
}

/// A place in the target, and the term that it holds.
struct Carrier
{
    EnglishPlace place;
    TermStatus status = TermStatus::Preferred;
    const AvoidedTerm *avoided = nullptr;
};

bool startsBefore(const Carrier &a, const Carrier &b)
{
    return std::tuple(a.place.start(), -a.place.end()) < std::tuple(b.place.start(), -b.place.end());
}

/// The hits of one entry, and what the target has for it.
struct Group
{
    QList<qsizetype> hits; ///< indexes, outermost ones only where there are any
    QList<Carrier> accepted;
    QList<Carrier> avoided;
};

/// Of places that overlap only the longest stays; of equal ones the one that comes first.
void keepLongest(QList<Carrier> &carriers)
{
    std::stable_sort(carriers.begin(), carriers.end(), [](const Carrier &a, const Carrier &b) {
        const auto rank = [](const Carrier &c) {
            return std::tuple(c.place.fit == EnglishFit::Loose, c.place.start() - c.place.end(), c.status);
        };
        return rank(a) < rank(b);
    });
    QList<Carrier> kept;
    for (const Carrier &carrier : carriers) {
        const bool covered = std::any_of(kept.begin(), kept.end(), [&carrier](const Carrier &other) {
            return carrier.place.start() < other.place.end() && other.place.start() < carrier.place.end();
        });
        if (!covered)
            kept.append(carrier);
    }
    std::sort(kept.begin(), kept.end(), startsBefore);
    carriers = kept;
}

} // namespace

/// Makes the receipt of one segment.
class ReceiptWriter
{
public:
    ReceiptWriter(TermReceipts &owner, const QList<TermHit> &hits, QStringView target)
        : m_owner(owner), m_hits(hits), m_target(target), m_text(target, owner.m_words)
    {
    }

    QList<TermReceipt> write(const QList<AvoidedTerm> &always)
    {
        for (qsizetype i = 0; i < m_hits.size(); ++i)
            group(i).hits.append(i);
        for (Group &group : m_groups)
            find(group);
        for (Group &group : m_groups)
            dropCovered(group.avoided);
        m_receipts.resize(m_hits.size());
        for (const Group &group : m_groups)
            settle(group);
        settleNested();
        for (qsizetype i = 0; i < m_receipts.size(); ++i) {
            if (m_receipts[i].state == ReceiptState::Missing)
                noteShortForm(i);
        }
        addAlways(always);
        return m_receipts;
    }

private:
    Group &group(qsizetype hit)
    {
        const auto same = [&](const Group &other) {
            const TermHit &first = m_hits[other.hits.first()];
            return first.entryId == m_hits[hit].entryId && first.termbase == m_hits[hit].termbase &&
                   first.glossary == m_hits[hit].glossary &&
                   (!first.entryId.isEmpty() || first.target == m_hits[hit].target);
        };
        const auto known = std::find_if(m_groups.begin(), m_groups.end(), same);
        return known != m_groups.end() ? *known : m_groups.emplace_back();
    }

    void find(Group &group)
    {
        QMap<QString, TermStatus> accepted; // sorted: the same receipts every time
        for (const qsizetype index : group.hits) {
            const TermHit &hit = m_hits[index];
            for (const TermSense &sense : hit.senses) {
                if (isAccepted(sense.status))
                    accepted.insert(sense.target, TermStatus::Admitted);
            }
            for (const QString &other : hit.alternatives)
                accepted.insert(other, TermStatus::Admitted);
            if (isAccepted(hit.status))
                accepted.insert(hit.target, hit.status);
        }
        accepted.remove({});
        QStringList keys;
        for (auto term = accepted.cbegin(); term != accepted.cend(); ++term) {
            keys.append(m_owner.prepared(term.key()).key());
            append(group.accepted, term.key(), *term, nullptr, false);
        }
        for (const qsizetype index : group.hits)
            findAvoided(group, m_hits[index], keys);
        keepLongest(group.accepted);
        keepLongest(group.avoided);
        m_acceptedPlaces += group.accepted;
    }

    void findAvoided(Group &group, const TermHit &hit, const QStringList &acceptedKeys)
    {
        for (const AvoidedTerm &avoided : hit.avoided) {
            const bool exact = acceptedKeys.contains(m_owner.prepared(avoided.text).key());
            append(group.avoided, avoided.text, avoided.status, &avoided, exact);
        }
    }

    void append(QList<Carrier> &to, const QString &term, TermStatus status, const AvoidedTerm *avoided,
                bool exact)
    {
        for (const EnglishPlace &place : m_owner.prepared(term).placesIn(m_text, m_target)) {
            if (avoided && (place.fit == EnglishFit::Loose || (exact && place.fit != EnglishFit::Exact)))
                continue;
            to.append({place, status, avoided});
        }
    }

    /// Avoided wording inside a longer accepted term, or that is an accepted term to the letter, is none.
    void dropCovered(QList<Carrier> &avoided) const
    {
        avoided.removeIf([this](const Carrier &carrier) {
            return std::any_of(m_acceptedPlaces.begin(), m_acceptedPlaces.end(), [&](const Carrier &other) {
                return (other.place.fit != EnglishFit::Loose && carrier.place.within(other.place)) ||
                       (other.place.fit == EnglishFit::Exact && carrier.place.spans == other.place.spans);
            });
        });
    }

    /// The places that carry n occurrences best: not inside another term's longer place, of a close fit,
    /// from the left; in the order of the text.
    [[nodiscard]] QList<Carrier> chosen(const Group &group, qsizetype count) const
    {
        QList<Carrier> all = group.accepted;
        for (const Carrier &avoided : group.avoided) {
            all.removeIf([&avoided](const Carrier &other) {
                return other.place.within(avoided.place) || other.place.spans == avoided.place.spans;
            });
        }
        const auto rank = [this](const Carrier &carrier) {
            const bool inside =
                std::any_of(m_acceptedPlaces.begin(), m_acceptedPlaces.end(),
                            [&](const Carrier &other) { return carrier.place.within(other.place); });
            return std::tuple(carrier.place.fit == EnglishFit::Loose, inside, carrier.place.start());
        };
        std::stable_sort(all.begin(), all.end(),
                         [&rank](const Carrier &a, const Carrier &b) { return rank(a) < rank(b); });
        const qsizetype room = qMax<qsizetype>(0, count - group.avoided.size());
        if (all.size() > qMax<qsizetype>(room, 1))
            all.resize(qMax<qsizetype>(room, 1));
        if (room == 0 && !group.avoided.isEmpty())
            all.clear();
        all += group.avoided;
        std::sort(all.begin(), all.end(), startsBefore);
        return all;
    }

    [[nodiscard]] QString wordsAt(const Span &span) const
    {
        return m_target.sliced(span.start, span.end - span.start).toString();
    }

    void settle(const Group &group)
    {
        const QList<Carrier> carriers = chosen(group, group.hits.size());
        for (qsizetype i = 0; i < group.hits.size(); ++i) {
            const qsizetype index = group.hits[i];
            TermReceipt &receipt = m_receipts[index];
            receipt.hit = index;
            if (!carriers.isEmpty())
                carry(receipt, carriers[qMin(i, carriers.size() - 1)]);
            else
                leave(receipt);
        }
        // More places with wording that is not to be used than occurrences: all are shown.
        if (carriers.size() <= group.hits.size())
            return;
        TermReceipt &last = m_receipts[group.hits.last()];
        for (const Carrier &carrier : carriers.sliced(group.hits.size())) {
            if (!carrier.avoided)
                continue;
            if (last.state != ReceiptState::Avoided)
                carry(last, carrier);
            else
                last.spans += carrier.place.spans;
        }
    }

    void carry(TermReceipt &receipt, const Carrier &carrier) const
    {
        const TermHit &hit = m_hits[receipt.hit];
        receipt.state = carrier.avoided ? ReceiptState::Avoided : ReceiptState::Used;
        receipt.status = carrier.status;
        receipt.spans = carrier.place.spans;
        receipt.found = wordsAt(carrier.place.spans.first());
        receipt.expected.clear();
        receipt.reason.clear();
        if (!carrier.avoided)
            return;
        const bool usable = isAccepted(hit.status);
        receipt.expected = !carrier.avoided->replacement.isEmpty() ? carrier.avoided->replacement
                           : usable                                ? hit.target
                                                                   : QString();
        receipt.reason = carrier.avoided->reason;
    }

    void leave(TermReceipt &receipt) const
    {
        const TermHit &hit = m_hits[receipt.hit];
        const bool usable = isAccepted(hit.status) && !hit.target.isEmpty();
        receipt.state = usable ? ReceiptState::Missing : ReceiptState::NoTarget;
        receipt.status = hit.status;
        if (usable)
            receipt.expected = hit.target;
    }

    /// A term inside a longer one that is carried needs no words of its own: they are the longer one's.
    void settleNested()
    {
        for (qsizetype i = 0; i < m_hits.size(); ++i) {
            TermReceipt &receipt = m_receipts[i];
            if (!m_hits[i].nested || receipt.state != ReceiptState::Missing)
                continue;
            for (qsizetype outer = 0; outer < m_hits.size(); ++outer) {
                if (m_hits[outer].nested || !m_hits[outer].span.overlaps(m_hits[i].span) ||
                    m_receipts[outer].state != ReceiptState::Used)
                    continue;
                receipt = m_receipts[outer];
                receipt.hit = i;
                break;
            }
        }
    }

    void noteShortForm(qsizetype index)
    {
        const Span span = m_owner.prepared(m_hits[index].target).shortFormIn(m_text);
        if (!span.isEmpty())
            m_receipts[index].found = wordsAt(span);
    }

    void addAlways(const QList<AvoidedTerm> &always)
    {
        for (const AvoidedTerm &avoided : always) {
            const bool exact =
                !avoided.replacement.isEmpty() &&
                m_owner.prepared(avoided.replacement).key() == m_owner.prepared(avoided.text).key();
            QList<Carrier> carriers;
            append(carriers, avoided.text, avoided.status, &avoided, exact);
            dropCovered(carriers);
            carriers.removeIf([this](const Carrier &carrier) { return isReported(carrier.place); });
            if (carriers.isEmpty())
                continue;
            TermReceipt receipt{-1, ReceiptState::Avoided, avoided.status, {},
                                {}, avoided.replacement,   avoided.reason};
            for (const Carrier &carrier : carriers)
                receipt.spans += carrier.place.spans;
            receipt.found = wordsAt(receipt.spans.first());
            m_receipts.append(receipt);
        }
    }

    [[nodiscard]] bool isReported(const EnglishPlace &place) const
    {
        return std::any_of(m_receipts.begin(), m_receipts.end(), [&place](const TermReceipt &receipt) {
            return receipt.state == ReceiptState::Avoided &&
                   std::any_of(receipt.spans.begin(), receipt.spans.end(),
                               [&place](const Span &span) { return span.overlaps(place.spans.first()); });
        });
    }

    TermReceipts &m_owner;
    const QList<TermHit> &m_hits;
    QStringView m_target;
    EnglishText m_text;
    std::vector<Group> m_groups;
    QList<Carrier> m_acceptedPlaces;
    QList<TermReceipt> m_receipts;
};

const EnglishTerm &TermReceipts::prepared(const QString &term)
{
    auto known = m_terms.find(term);
    if (known == m_terms.end()) {
        if (m_terms.size() >= termsKept)
            m_terms.clear();
        known = m_terms.insert(term, std::make_shared<const EnglishTerm>(term, m_words));
    }
    return **known;
}

QList<TermReceipt> TermReceipts::of(const QList<TermHit> &hits, QStringView target,
                                    const QList<AvoidedTerm> &always)
{
    return ReceiptWriter(*this, hits, target).write(always);
}

QList<EnglishPlace> TermReceipts::placesOf(const QString &term, QStringView text)
{
    return prepared(term).placesIn(EnglishText(text, m_words), text);
}

} // namespace verbale::glossary
