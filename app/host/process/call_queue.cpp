#include "host/process/call_queue.h"

#include "host/protocol/interfaces.h"

#include <QtCore/QSet>

#include <algorithm>

namespace verbale::host {

QString CallQueue::key(const Entry &entry, const QString &segmentId)
{
    const std::string_view method = entry.question->method();
    return QLatin1String(method.data(), static_cast<qsizetype>(method.size())) + QLatin1Char('\n') +
           segmentId;
}

void CallQueue::index(Entry &entry)
{
    for (const AskedSegment &segment : std::as_const(entry.segments))
        m_bySegment.insert(key(entry, segment.id), entry.question->number);
    entry.indexed = true;
}

void CallQueue::unindex(Entry &entry)
{
    if (!entry.indexed)
        return;
    for (const AskedSegment &segment : std::as_const(entry.segments))
        m_bySegment.remove(key(entry, segment.id), entry.question->number);
    entry.indexed = false;
}

CallQueue::Questions CallQueue::add(Entry entry, bool isReady)
{
    Questions needless;
    QHash<QString, qint64> newer; // revisions by segment
    QSet<qint64> older;
    if (!m_bySegment.isEmpty()) {
        for (const AskedSegment &segment : std::as_const(entry.segments)) {
            const QString name = key(entry, segment.id);
            newer.insert(name, segment.revision);
            for (auto it = m_bySegment.constFind(name); it != m_bySegment.cend() && it.key() == name; ++it)
                older.insert(*it);
        }
    }
    for (const qint64 number : std::as_const(older)) {
        const auto found = m_waiting.find(number);
        Entry &other = found->second;
        const bool replaced =
            std::all_of(other.segments.cbegin(), other.segments.cend(), [&](const AskedSegment &segment) {
                const auto asked = newer.constFind(key(other, segment.id));
                return asked != newer.cend() && *asked > segment.revision;
            });
        if (!replaced)
            continue;
        needless.push_back(other.question);
        unindex(other);
        m_waiting.erase(found);
    }
    const qint64 number = entry.question->number;
    // What goes to the child at once is not looked for here.
    const bool waits = !isReady || !m_waiting.empty() || !roomFor(entry);
    const auto place = m_waiting.emplace(number, std::move(entry)).first;
    if (waits)
        index(place->second);
    return needless;
}

bool CallQueue::roomFor(const Entry &entry) const
{
    if (entry.losses > 0)
        return m_sent.empty();
    const bool suspectIsOut =
        std::any_of(m_sent.cbegin(), m_sent.cend(), [](const auto &sent) { return sent.second.losses > 0; });
    return !suspectIsOut && m_sent.size() < static_cast<std::size_t>(m_supervision.inFlight);
}

void CallQueue::send(Clock::time_point now, std::string &out, Questions &discarded)
{
    while (!m_waiting.empty()) {
        const auto first = m_waiting.begin();
        if (!first->second.question->isAnswered() && !roomFor(first->second))
            return;
        auto node = m_waiting.extract(first);
        unindex(node.mapped());
        if (node.mapped().question->isAnswered()) {
            discarded.push_back(std::move(node.mapped().question));
            continue;
        }
        node.mapped().sent = now;
        node.mapped().question->wasSent = true;
        out += node.mapped().frame;
        m_sent.insert(std::move(node));
    }
}

CallQueue::Question CallQueue::takeAnswered(qint64 number, Clock::time_point now)
{
    const auto found = m_sent.find(number);
    if (found == m_sent.end())
        return {};
    Question question = std::move(found->second.question);
    m_sent.erase(found);
    m_lastSign = now;
    m_lastAnswer = now;
    return question;
}

CallQueue::Question CallQueue::progressOf(qint64 number, Clock::time_point now)
{
    const auto found = m_sent.find(number);
    if (found == m_sent.end())
        return {};
    m_lastSign = now;
    return found->second.question;
}

CallQueue::Cancelled CallQueue::cancel(qint64 number, Questions &discarded)
{
    if (m_sent.contains(number))
        return Cancelled::Sent;
    const auto found = m_waiting.find(number);
    if (found == m_waiting.end())
        return Cancelled::NotHere;
    unindex(found->second);
    discarded.push_back(std::move(found->second.question));
    m_waiting.erase(found);
    return Cancelled::Waiting;
}

bool CallQueue::awaitEnd(qint64 number, Clock::time_point until)
{
    const auto found = m_sent.find(number);
    if (found == m_sent.end())
        return false;
    found->second.patience = until;
    return true;
}

CallQueue::Questions CallQueue::takeOverdue(Clock::time_point now)
{
    Questions overdue;
    for (auto &[number, entry] : m_sent) {
        if (entry.patience > now)
            continue;
        entry.patience = Clock::time_point::max();
        overdue.push_back(entry.question);
    }
    return overdue;
}

CallQueue::Clock::time_point CallQueue::nextOverdue() const
{
    Clock::time_point next = Clock::time_point::max();
    for (const auto &[number, entry] : m_sent)
        next = std::min(next, entry.patience);
    return next;
}

CallQueue::Questions CallQueue::lose(qint64 overdue)
{
    Questions lost;
    for (auto &[number, entry] : m_sent) {
        ++entry.losses;
        if (number == overdue || entry.losses > m_supervision.resends || entry.question->isAnswered() ||
            !entry.question->mayBeAskedAgain()) {
            lost.push_back(std::move(entry.question));
            continue;
        }
        index(m_waiting.emplace(number, std::move(entry)).first->second);
    }
    m_sent.clear();
    return lost;
}

CallQueue::All CallQueue::takeAll()
{
    All all;
    for (auto &[number, entry] : m_sent)
        all.sent.push_back(std::move(entry.question));
    for (auto &[number, entry] : m_waiting)
        all.waiting.push_back(std::move(entry.question));
    m_sent.clear();
    m_waiting.clear();
    m_bySegment.clear();
    return all;
}

std::optional<CallQueue::Deadline> CallQueue::nextDeadline() const
{
    // A child may do one thing after the other, so what waits behind another question there has its clock
    // start anew with each sign of life; the other two bounds end what never comes to an end.
    std::optional<Deadline> next;
    for (const auto &[number, entry] : m_sent) {
        const auto longest = entry.limit * progressFactor;
        const Clock::time_point when = std::min({std::max(entry.sent, m_lastSign) + entry.limit,
                                                 std::max(entry.sent, m_lastAnswer) + longest,
                                                 entry.sent + longest * m_supervision.inFlight});
        if (!next || when < next->when)
            next = Deadline{when, &entry};
    }
    return next;
}

} // namespace verbale::host
