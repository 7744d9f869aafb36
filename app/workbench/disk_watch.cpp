#include "workbench/disk_watch.h"

#include "workbench/document_controller.h"
#include "workbench/journal_service.h"
#include "workbench/later.h"

#include <QtCore/QFileInfo>

namespace verbale::workbench {

namespace {

constexpr int settleTime = 300; // ms: a program may write a file in several goes

/// How many segments of `theirs` have another target than the file had, as far as we know it.
qsizetype changedByThem(const Document &theirs, const Document &ours, const NetChanges &unsaved)
{
    QHash<SegmentAddress, TargetVersion> known;
    for (const SegmentRef &ref : ours.segments())
        known.insert(addressOf(ours, ref), TargetVersion::of(ours.at(ref)));
    qsizetype count = 0;
    for (const SegmentRef &ref : theirs.segments()) {
        const SegmentAddress where = addressOf(theirs, ref);
        const auto edit = unsaved.targets().constFind(where);
        const TargetVersion before = edit != unsaved.targets().constEnd() ? edit->base : known.value(where);
        count += TargetVersion::of(theirs.at(ref)) != before ? 1 : 0;
    }
    return count;
}

} // namespace

struct DiskWatch::Answer
{
    bool same = false; ///< the bytes are those that were read or written here
    Result<session::OpenedDocument> read = Error{};
    DiskMerge merge;
    FileStamp stamp;
    FileIdentity file;
    qint64 edits = 0;
};

DiskWatch::DiskWatch(DocumentController &controller, JournalService &journal, QObject *parent)
    : QObject(parent), m_controller(controller), m_journal(journal)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(settleTime);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        watch(); // a file that was replaced is watched no longer
        if (m_controller.isSaving())
            m_timer.start(); // it may be us
        else if (m_controller.isChangedOnDisk())
            ask();
    });
    const auto soon = [this] { m_timer.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, soon);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, soon);
    connect(&controller, &DocumentController::opened, this, &DiskWatch::begin);
    const auto known = [this] { goOn(m_controller.written().digest); };
    connect(&controller, &DocumentController::saved, this, known);
    connect(&controller, &DocumentController::savedAsStarted, this, known);
    connect(&controller, &DocumentController::closed, this, &DiskWatch::begin);
}

/// The file is known, as it was written or read anew.
void DiskWatch::goOn(const QByteArray &digest)
{
    ++m_request;
    m_digest = digest;
    watch();
}

/// A file was opened or left. A text was read, not the working file that it is going to have.
void DiskWatch::begin()
{
    const FileIdentity &read = m_controller.report().read;
    const bool isRead = read.name == QFileInfo(m_controller.workingFile()).fileName();
    goOn(isRead ? read.digest : QByteArray());
}

void DiskWatch::watch()
{
    const QStringList old = m_watcher.files() + m_watcher.directories();
    if (!old.isEmpty())
        m_watcher.removePaths(old);
    if (!m_controller.hasDocument())
        return;
    const QFileInfo info(m_controller.workingFile());
    for (const QString &path : {info.absoluteFilePath(), info.absolutePath()}) {
        if (QFileInfo::exists(path))
            m_watcher.addPath(path);
    }
}

void DiskWatch::look()
{
    if (m_controller.isChangedOnDisk())
        ask();
    else
        emit unchanged();
}

void DiskWatch::ask()
{
    const int request = ++m_request;
    const QString path = m_controller.workingFile();
    const auto work = [path, ours = m_controller.document(), unsaved = m_journal.unsaved(), digest = m_digest,
                       edits = m_controller.edits()] {
        Answer answer;
        answer.edits = edits;
        answer.stamp = FileStamp::of(path);
        answer.file = session::identityOf(path);
        answer.same = !digest.isEmpty() && answer.file.digest == digest;
        if (answer.same)
            return answer;
        answer.read = session::openDocument(path);
        if (answer.read) {
            answer.merge.ours = applyChanges(answer.read->document, unsaved, false);
            answer.merge.theirs = changedByThem(answer.read->document, ours, unsaved);
        }
        return answer;
    };
    whenDone(this, runLater(work), [this, request](const Answer &answer) {
        if (request == m_request)
            take(answer);
    });
}

void DiskWatch::take(const Answer &answer)
{
    if (answer.edits != m_controller.edits()) {
        ask(); // somebody typed meanwhile
        return;
    }
    if (answer.same) {
        m_controller.acceptStamp(answer.stamp);
        emit unchanged();
        return;
    }
    if (!answer.read) {
        emit unreadable(answer.read.error());
        return;
    }
    emit merging();
    DiskMerge merge = answer.merge;
    merge.endsUndo = m_controller.history().canUndo();
    m_controller.takeOver(*answer.read, answer.merge.ours, answer.stamp);
    m_journal.rebase(answer.merge.ours, answer.file);
    goOn(answer.file.digest);
    emit merged(merge);
}

} // namespace verbale::workbench
