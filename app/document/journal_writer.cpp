#include "document/journal_writer.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <chrono>

namespace verbale {

namespace {

using namespace std::chrono_literals;

constexpr auto batchTime = 200ms;
constexpr auto retryTime = 1000ms;
constexpr auto beatTime = 30s; // at most twice that passes between two signs of life

bool isTakenOver(const Result<void> &result)
{
    return !result && result.error().code == QLatin1String("journal.taken-over");
}

} // namespace

JournalWriter::JournalWriter(std::unique_ptr<Journal> journal, JournalOwner owner, QString otherPath,
                             Listener listener)
    : m_journal(std::move(journal))
    , m_owner(std::move(owner))
    , m_otherPath(std::move(otherPath))
    , m_listener(std::move(listener))
    , m_thread([this] { run(); })
{
}

JournalWriter::~JournalWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
    if (m_takenOver)
        return;
    m_journal->release();
    releaseFormer();
}

void JournalWriter::add(const JournalEntry &entry)
{
    {
        const std::lock_guard lock(m_mutex);
        m_items.push_back({entry});
    }
    m_wake.notify_one();
}

void JournalWriter::saved(std::function<std::optional<FileIdentity>()> identity)
{
    {
        const std::lock_guard lock(m_mutex);
        m_items.push_back({std::move(identity)});
    }
    m_wake.notify_one();
}

void JournalWriter::change(std::function<Result<void>(Journal &)> change)
{
    {
        const std::lock_guard lock(m_mutex);
        m_items.push_back({std::move(change)});
    }
    m_wake.notify_one();
}

void JournalWriter::ask(std::function<void(Journal &)> question)
{
    {
        const std::lock_guard lock(m_mutex);
        m_questions.push_back(std::move(question));
    }
    m_wake.notify_one();
}

void JournalWriter::flush()
{
    std::unique_lock lock(m_mutex);
    const qint64 ticket = ++m_asked;
    m_wake.notify_one();
    m_done.wait(lock, [this, ticket] { return m_flushed >= ticket; });
}

void JournalWriter::waitForWork(std::unique_lock<std::mutex> &lock)
{
    const auto wanted = [this] { return m_stop || m_asked > m_flushed || !m_questions.empty(); };
    if (m_failed && !m_items.empty()) {
        m_wake.wait_for(lock, retryTime, wanted);
        return;
    }
    const bool work = m_wake.wait_for(lock, beatTime, [&] { return wanted() || !m_items.empty(); });
    if (work && !wanted())
        m_wake.wait_for(lock, batchTime, wanted); // what is typed meanwhile is written with it
}

/// What the journal holds from before is as much at stake as what is typed now.
void JournalWriter::remember()
{
    if (const Result<QList<JournalEntry>> unsaved = m_journal->unsaved())
        m_held.unsaved = *unsaved;
    if (const Result<QList<JournalEntry>> unplaced = m_journal->unplaced())
        m_held.unplaced = *unplaced;
    rememberState();
}

/// While it can still be asked: up to where it was written, too.
void JournalWriter::rememberState()
{
    m_held.id = m_journal->id();
    if (const Result<qint64> last = m_journal->lastRow())
        m_held.last = *last;
    if (const Result<FileIdentity> base = m_journal->base())
        m_held.base = *base;
}

/// Whoever types without a pause is there too, and whoever only looks at the history.
void JournalWriter::beatInTime()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (std::chrono::milliseconds(qAbs(now - m_owner.beat)) < beatTime)
        return;
    m_owner.beat = now;
    tell(m_journal->beat(now));
}

void JournalWriter::run()
{
    remember();
    std::unique_lock lock(m_mutex);
    for (;;) {
        waitForWork(lock);
        const bool stop = m_stop;
        std::deque<Item> items = std::exchange(m_items, {});
        std::deque<std::function<void(Journal &)>> questions = std::exchange(m_questions, {});
        const qint64 asked = m_asked;
        lock.unlock();
        if (m_takenOver)
            items.clear();
        else if (!items.empty())
            tell(write(items));
        if (!m_takenOver && items.empty())
            beatInTime();
        for (const auto &question : questions)
            question(*m_journal);
        lock.lock();
        while (!items.empty()) { // what could not be written stands before what came meanwhile
            m_items.push_front(std::move(items.back()));
            items.pop_back();
        }
        m_flushed = asked;
        m_done.notify_all();
        if (stop)
            return;
    }
}

/// Takes away what it has written.
Result<void> JournalWriter::write(std::deque<Item> &items)
{
    if (Result<void> there = ensureFile(); !there)
        return there;
    Result<void> written;
    while (written && !items.empty())
        written =
            std::holds_alternative<JournalEntry>(items.front().what) ? writeEntries(items) : writeNext(items);
    rememberState();
    return written;
}

Result<void> JournalWriter::writeNext(std::deque<Item> &items)
{
    if (const auto *change = std::get_if<2>(&items.front().what)) {
        if (Result<void> done = (*change)(*m_journal); !done)
            return done;
        items.pop_front();
        remember(); // it may have marked some of them as saved
        return {};
    }
    const std::optional<FileIdentity> file = std::get<1>(items.front().what)();
    if (Result<void> marked = file ? m_journal->markSaved(*file) : m_journal->discardUnsaved(); !marked)
        return marked;
    m_held.unsaved.clear();
    items.pop_front();
    return {};
}

Result<void> JournalWriter::writeEntries(std::deque<Item> &items)
{
    QList<JournalEntry> entries;
    for (const Item &item : items) {
        const auto *entry = std::get_if<JournalEntry>(&item.what);
        if (entry == nullptr)
            break;
        appendTyping(entries, *entry);
    }
    // One by one they would be as many rows; here are counted those that were taken.
    std::size_t taken = 0;
    while (taken < items.size() && std::holds_alternative<JournalEntry>(items[taken].what))
        ++taken;
    if (Result<void> added = m_journal->add(entries); !added)
        return added;
    for (const JournalEntry &entry : entries)
        appendTyping(m_held.unsaved, entry);
    items.erase(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(taken));
    return {};
}

/// Somebody may delete the journal, or its whole folder, while it is open; SQLite would write on into
/// nothing.
Result<void> JournalWriter::ensureFile()
{
    if (QFileInfo::exists(m_journal->path()))
        return {};
    Result<std::unique_ptr<Journal>> made = Journal::open(m_journal->path());
    if (!made && !m_otherPath.isEmpty() && QDir().mkpath(QFileInfo(m_otherPath).absolutePath()))
        made = Journal::open(m_otherPath);
    if (!made)
        return made.error();
    m_owner.beat = QDateTime::currentMSecsSinceEpoch();
    const Result<std::optional<JournalOwner>> claimed = (*made)->claim(m_owner, false);
    if (!claimed)
        return claimed.error();
    if (*claimed)
        return Error{QStringLiteral("journal.taken-over"),
                     QStringLiteral("Another program has taken the file over."),
                     {(*made)->path()}};
    if (Result<void> added = (*made)->append(m_held); !added)
        return added;
    if (m_journal->path() != (*made)->path())
        m_formerPath = m_journal->path();
    m_journal = std::move(*made);
    return {};
}

/// A journal whose folder is there again must not look as if it were written still.
void JournalWriter::releaseFormer()
{
    if (m_formerPath.isEmpty() || !QFileInfo(m_formerPath).isFile())
        return;
    const Result<std::unique_ptr<Journal>> former = Journal::open(m_formerPath, false);
    if (!former)
        return;
    const Result<std::optional<JournalOwner>> held = (*former)->claim(m_owner, false);
    if (held && !*held)
        (*former)->release();
}

void JournalWriter::tell(const Result<void> &result)
{
    const bool failed = !result;
    const bool changed = failed != m_failed || isTakenOver(result);
    m_failed = failed;
    m_takenOver = isTakenOver(result);
    if (changed && m_listener)
        m_listener(result);
}

} // namespace verbale
