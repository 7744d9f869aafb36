#include "workbench/journal_service.h"

#include "workbench/document_controller.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QPointer>

#include <algorithm>

namespace verbale::workbench {

namespace {

constexpr int composeTime = 400; // ms

}

JournalService::JournalService(DocumentController &controller, session::JournalOptions options,
                               QObject *parent)
    : QObject(parent), m_controller(controller), m_options(std::move(options))
{
    if (m_options.who.isEmpty())
        m_options.who = session::loginName();
    controller.setJournals(m_options);
    connect(&controller, &DocumentController::opened, this, &JournalService::begin);
    connect(&controller, &DocumentController::noted, this, &JournalService::note);
    connect(&controller, &DocumentController::saved, this, &JournalService::takeSaved);
    connect(&controller, &DocumentController::savingStarted, this, &JournalService::beginSaving);
    connect(&controller, &DocumentController::savedAsStarted, this, &JournalService::takeSavedAsStarted);
    connect(&controller, &DocumentController::closed, this, &JournalService::finish);
    m_composeTimer.setSingleShot(true);
    m_composeTimer.setInterval(composeTime);
    connect(&m_composeTimer, &QTimer::timeout, this, &JournalService::writeComposed);
}

JournalService::~JournalService() = default;

void JournalService::begin()
{
    const std::shared_ptr<session::OpenedJournal> opened = m_controller.takeJournal();
    if (!opened)
        return;
    m_unsaved = opened->unsaved;
    m_unplaced = opened->unplaced;
    start(std::move(*opened));
    const AppliedChanges &restored = m_controller.report().restored;
    if (!restored.conflicts.isEmpty())
        m_heldBase = m_controller.report().read;
    keepTheirs(restored.conflicts);
    keepUnplaced(restored.unplaced);
}

void JournalService::start(session::OpenedJournal opened)
{
    const int opening = ++m_opening;
    m_path = opened.path;
    if (opened.problem && !opened.heldBy)
        emit failed(*opened.problem);
    if (!opened.journal)
        return;
    const QPointer<JournalService> self(this);
    const auto listener = [self, opening](const Result<void> &result) {
        QMetaObject::invokeMethod(
            qApp,
            [self, opening, result] {
                if (self && self->m_opening == opening)
                    self->take(result);
            },
            Qt::QueuedConnection);
    };
    m_writer =
        std::make_unique<JournalWriter>(std::move(opened.journal), opened.owner, opened.otherPath, listener);
}

void JournalService::take(const Result<void> &result)
{
    if (result)
        emit recovered();
    else if (result.error().code == QLatin1String("journal.taken-over"))
        emit takenOver();
    else
        emit failed(result.error());
}

void JournalService::note(const JournalEntry &entry)
{
    JournalEntry whole = entry;
    whole.time = QDateTime::currentMSecsSinceEpoch();
    whole.who = m_options.who;
    m_unsaved.add(whole);
    if (m_saving)
        m_saving->since.add(whole);
    m_composedWritten = false; // what was composed is in the document, or is no more
    if (m_writer)
        m_writer->add(whole);
}

void JournalService::compose(int row, const QString &composed, qsizetype at)
{
    m_composedRow = row;
    m_composed = composed;
    m_composedAt = at;
    if (!m_composeTimer.isActive() && (!composed.isEmpty() || m_composedWritten))
        m_composeTimer.start();
}

void JournalService::writeComposed()
{
    if (!m_writer || m_composedRow < 0 || m_composedRow >= m_controller.rowCount())
        return;
    const Segment &segment = m_controller.segment(m_composedRow);
    if (m_composed.isEmpty() && !m_composedWritten)
        return;
    m_composedWritten = !m_composed.isEmpty();
    JournalEntry entry{QDateTime::currentMSecsSinceEpoch(), m_options.who, tr("Typing"), true, {}, true};
    TargetVersion after = TargetVersion::of(segment);
    after.target.text.insert(qBound<qsizetype>(0, m_composedAt, after.target.text.size()), m_composed);
    after.hasTarget = !after.target.isEmpty();
    if (m_composedWritten)
        after.state = SegmentState::Initial;
    entry.provisional = m_composedWritten;
    entry.change = TargetChange{addressOf(m_controller.document(), m_controller.refAt(m_composedRow)),
                                segment.source, TargetVersion::of(segment), after};
    m_writer->add(entry);
}

void JournalService::takeSaved(const QString &path, const QString &formerPath)
{
    m_unsaved.clear();
    m_saving.reset();
    m_heldBase.reset();
    if (path != formerPath) {
        moveTo(path);
        return;
    }
    if (m_writer)
        m_writer->saved([file = m_controller.written()] { return std::optional(file); });
    // Before anything else is typed: else a crash now would take what was just saved for another's work.
    flush();
}

void JournalService::beginSaving()
{
    m_saving = Saving{{}, std::make_shared<Mark>()};
    if (!m_writer)
        return;
    m_writer->change([mark = m_saving->mark](Journal &journal) -> Result<void> {
        const Result<qint64> number = journal.endVersion();
        if (!number)
            return number.error();
        *mark = {journal.id(), *number};
        return {};
    });
}

/// What was noted since is all that the file does not hold.
void JournalService::takeSavedAsStarted()
{
    if (!m_saving)
        return;
    const Saving saving = *std::exchange(m_saving, std::nullopt);
    m_unsaved = saving.since;
    m_heldBase.reset();
    if (!m_writer)
        return;
    m_writer->change([mark = saving.mark, file = m_controller.written()](Journal &journal) {
        // A journal that was made again meanwhile has other rows.
        return mark->journal == journal.id() ? journal.markSavedUpTo(file, mark->number)
                                             : journal.setBase(file);
    });
    flush();
}

/// The document goes on under another name, with its history; the former file stays as it was last saved.
void JournalService::moveTo(const QString &path)
{
    const QString file = session::journalFileFor(path);
    if (m_writer) {
        m_writer->ask([file](Journal &journal) {
            if (!Journal::isHeld(file))
                static_cast<void>(journal.copyTo(file)); // without it the history begins anew
        });
        m_writer->saved([]() -> std::optional<FileIdentity> { return std::nullopt; });
        m_writer.reset();
    }
    const FileIdentity &written = m_controller.written();
    session::OpenedJournal opened = session::openJournal(path, path, m_options, written);
    if (opened.journal)
        static_cast<void>(opened.journal->markSaved(written));
    start(std::move(opened));
}

void JournalService::finish()
{
    ++m_opening;
    m_composeTimer.stop();
    m_composedRow = -1;
    m_composedWritten = false;
    if (m_writer && !m_unsaved.isEmpty())
        m_writer->saved([]() -> std::optional<FileIdentity> { return std::nullopt; });
    m_writer.reset();
    m_unsaved.clear();
    m_unplaced.clear();
    m_saving.reset();
    m_heldBase.reset();
    m_path.clear();
}

void JournalService::flush()
{
    if (m_writer)
        m_writer->flush();
}

void JournalService::lookForOthers()
{
    if (m_writer)
        m_writer->change(
            [now = QDateTime::currentMSecsSinceEpoch()](Journal &journal) { return journal.beat(now); });
}

void JournalService::history(const SegmentAddress &where,
                             std::function<void(const QList<SegmentVersion> &)> show)
{
    if (!m_writer)
        return;
    const int opening = m_opening;
    const QPointer<JournalService> self(this);
    m_writer->ask([self, opening, where, show = std::move(show)](Journal &journal) {
        const Result<QList<SegmentVersion>> versions = journal.history(where);
        QMetaObject::invokeMethod(
            qApp,
            [self, opening, show, found = versions ? *versions : QList<SegmentVersion>()] {
                if (self && self->m_opening == opening)
                    show(found);
            },
            Qt::QueuedConnection);
    });
}

void JournalService::rebase(const AppliedChanges &applied, const FileIdentity &file)
{
    for (const ChangeConflict &conflict : applied.conflicts)
        m_unsaved.setBase(conflict.where, conflict.theirs);
    m_saving.reset(); // the document is another one than is being saved
    keepTheirs(applied.conflicts);
    keepUnplaced(applied.unplaced);
    if (m_heldBase || !applied.conflicts.isEmpty())
        m_heldBase = file;
    else
        setBase(file);
}

void JournalService::setBase(const FileIdentity &file)
{
    if (m_writer)
        m_writer->change([file](Journal &journal) { return journal.setBase(file); });
}

void JournalService::settle()
{
    if (m_heldBase)
        setBase(*std::exchange(m_heldBase, std::nullopt));
}

/// A save may end the file's own copy of the other texts.
void JournalService::keepTheirs(const QList<ChangeConflict> &conflicts)
{
    QList<JournalEntry> entries;
    for (const ChangeConflict &conflict : conflicts) {
        if (conflict.theirs == conflict.ours)
            continue;
        JournalEntry entry{QDateTime::currentMSecsSinceEpoch(), {}, tr("By another program"), false, {}};
        entry.seen = true;
        entry.change = TargetChange{conflict.where, {conflict.source, {}}, conflict.base, conflict.theirs};
        entries.append(entry);
    }
    if (!m_writer || entries.isEmpty())
        return;
    m_writer->change([entries](Journal &journal) -> Result<void> {
        QList<JournalEntry> added;
        for (const JournalEntry &entry : entries) {
            const auto &change = std::get<TargetChange>(entry.change);
            const Result<QList<SegmentVersion>> versions = journal.history(change.where);
            if (!versions)
                return versions.error();
            const bool known =
                std::any_of(versions->begin(), versions->end(), [&change](const SegmentVersion &version) {
                    return version.target == change.after;
                });
            if (!known)
                added.append(entry);
        }
        return journal.add(added);
    });
}

void JournalService::keepUnplaced(const QList<UnplacedChange> &changes)
{
    if (changes.isEmpty())
        return;
    QList<JournalEntry> entries;
    for (const UnplacedChange &change : changes) {
        JournalEntry entry{change.time, change.who, {}, false, {}};
        entry.change = TargetChange{change.where, change.source, {}, change.ours};
        const auto known = [&entry](const JournalEntry &other) { return isSameUnplaced(other, entry); };
        if (std::none_of(m_unplaced.begin(), m_unplaced.end(), known))
            entries.append(entry);
    }
    m_unplaced += entries;
    for (const UnplacedChange &change : changes)
        m_unsaved.forget(change.where);
    if (m_writer && !entries.isEmpty())
        m_writer->change([entries](Journal &journal) { return journal.keepUnplaced(entries); });
    emit unplacedChanged();
}

void JournalService::dropUnplaced()
{
    m_unplaced.clear();
    if (m_writer)
        m_writer->change([](Journal &journal) { return journal.dropUnplaced(); });
    emit unplacedChanged();
}

} // namespace verbale::workbench
