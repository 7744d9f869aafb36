#include "workbench/document_controller.h"

#include "session/plugin_formats.h"
#include "workbench/later.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <utility>

// How the controller opens and saves files.

namespace verbale::workbench {

namespace {

constexpr qsizetype largeFile = 8 * 1024 * 1024; // bytes
constexpr int manyRows = 20'000;

struct Opening
{
    Result<session::OpenedDocument> opened;
    OpenReport report;
    FileStamp stamp; ///< of the file that was read, from before it was read
};

/// Moves a working file out of the way, beside itself. Returns its new name.
Result<QString> keepAsBackup(const QString &workingFile)
{
    const QFileInfo info(workingFile);
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString backup = info.dir().filePath(
        QStringLiteral("%1.backup-%2.%3").arg(info.completeBaseName(), stamp, info.suffix()));
    QFile file(workingFile);
    if (!file.rename(backup))
        return Error{
            QStringLiteral("workbench.no-backup"),
            DocumentController::tr("The working file cannot be renamed to %1: %2. Nothing was changed.")
                .arg(QFileInfo(backup).fileName(), file.errorString()),
            {workingFile}};
    return backup;
}

/// Opens the journal of what was read, and looks for what was not saved. Reads nothing of the file itself.
void addJournal(OpenReport &report, const session::OpenedDocument &file, OpenMode mode,
                session::JournalOptions options)
{
    options.takeOver = mode == OpenMode::TakeOver;
    report.journal = std::make_shared<session::OpenedJournal>(
        session::openJournal(file.workingFile, file.path, options, report.read));
    session::OpenedJournal &opened = *report.journal;
    if (mode != OpenMode::StartAnew && mode != OpenMode::WholeFile) {
        report.restored = applyChanges(file.document, opened.unsaved, opened.sameFile);
        // From here on the edits are edits of this file; two that contradict each other are told until a
        // save.
        if (opened.journal && !opened.sameFile && report.restored.conflicts.isEmpty())
            static_cast<void>(opened.journal->setBase(report.read));
        return;
    }
    // Whoever begins anew does not want them; the history has them.
    if (opened.journal)
        static_cast<void>(opened.journal->markSaved(report.read));
    opened.unsaved.clear();
}

struct Plugins
{
    std::shared_ptr<host::PluginHost> host;
    StopToken stop;
};

Result<session::OpenedDocument> openFile(const QString &path, const session::OpenOptions &options,
                                         const Plugins &plugins)
{
    if (plugins.host) {
        Result<std::optional<session::OpenedDocument>> read =
            session::openWithPlugin(path, options, *plugins.host, plugins.stop);
        if (!read)
            return read.error();
        if (*read)
            return std::move(**read);
    }
    return session::openDocument(path, options);
}

/// Runs on a worker.
Opening readFile(const QString &path, OpenMode mode, std::optional<text::Encoding> encoding,
                 const std::optional<session::JournalOptions> &journals, const QString &openJournal,
                 const Plugins &plugins)
{
    OpenReport report;
    report.chosenPath = path;
    QString toRead = path;
    const std::optional<QString> working = session::existingWorkingFile(path);
    const bool goesOn = mode == OpenMode::Continue || mode == OpenMode::TakeOver;
    if (working && goesOn) {
        toRead = *working;
        report.continued = toRead != path;
    }
    const FileStamp stamp = FileStamp::of(toRead);
    if (journals)
        report.read = session::identityOf(toRead);
    session::OpenOptions options;
    options.wholeFile = mode == OpenMode::WholeFile;
    options.encoding = encoding;
    Result<session::OpenedDocument> opened = openFile(toRead, options, plugins);
    if (opened.ok()) {
        report.dropped = opened.value().dropped;
        report.warnings = opened.value().warnings;
        if (opened.value().isText() && opened.value().readBy.isEmpty()) {
            report.encoding = opened.value().encoding;
            report.encodingConfidence = opened.value().encodingConfidence;
        }
    }
    if (opened.ok() && working && !goesOn)
        report.backup = *working;
    if (FileStamp::of(toRead) != stamp)
        report.read.digest.clear(); // written while it was read: nobody knows what was
    if (opened.ok() && journals && session::journalFileFor(opened->workingFile) != openJournal)
        addJournal(report, *opened, mode, *journals);
    return {std::move(opened), report, stamp};
}

} // namespace

void DocumentController::openLater(const QString &path, OpenMode mode, std::optional<text::Encoding> encoding)
{
    ++m_openRequest;
    m_opening = true;
    m_editsAtQuestion = m_edits;
    m_stopOpening.request_stop();
    m_stopOpening = StopSource();
    m_deferred = nullptr;
    emit openingStarted(path);
    if (m_awaitingPlugins && !session::isOwnFormat(path))
        m_deferred = [this, path, mode, encoding] { read(path, mode, encoding); };
    else
        read(path, mode, encoding);
}

void DocumentController::awaitPlugins()
{
    m_plugins.reset();
    m_awaitingPlugins = true;
}

void DocumentController::setPlugins(std::shared_ptr<host::PluginHost> plugins)
{
    m_plugins = std::move(plugins);
    m_awaitingPlugins = false;
    if (const auto deferred = std::exchange(m_deferred, nullptr))
        deferred();
}

void DocumentController::read(const QString &path, OpenMode mode, std::optional<text::Encoding> encoding)
{
    const int request = m_openRequest;
    const QString openJournal = hasDocument() ? session::journalFileFor(m_workingFile) : QString();
    const Plugins plugins{m_plugins, m_stopOpening.get_token()};
    const auto work = [path, mode, encoding, journals = m_journals, openJournal, plugins] {
        return readFile(path, mode, encoding, journals, openJournal, plugins);
    };
    whenDone(this, runLater(work), [this, request, path, mode](const Opening &opening) {
        if (request != m_openRequest)
            return;
        m_opening = false;
        if (opening.opened.ok())
            finishOpening(path, mode, opening.opened.value(), opening.report, opening.stamp);
        else
            emit openFailed(opening.opened.error(), path, opening.report.continued);
    });
}

void DocumentController::finishOpening(const QString &path, OpenMode mode, session::OpenedDocument file,
                                       OpenReport report, const FileStamp &stamp)
{
    if (hasDocument() && m_edits != m_editsAtQuestion) {
        emit openFailed({QStringLiteral("workbench.edited-meanwhile"),
                         tr("The file was not opened, because the translation was edited meanwhile. Save it, "
                            "then open the file again."),
                         {path}},
                        path, false);
        return;
    }
    // The old working file gives way only now that the text is known to be readable and wanted.
    if (!report.backup.isEmpty()) {
        const Result<QString> backup = keepAsBackup(report.backup);
        if (!backup.ok()) {
            emit openFailed(backup.error(), path, false);
            return;
        }
        report.backup = backup.value();
    }
    // The journal of the document that was open until now, if it is the same file.
    if (m_journals && !report.journal) {
        close();
        addJournal(report, file, mode, *m_journals);
    }
    // Beside a text there is no working file yet; one that appears is not ours to replace.
    const FileStamp read = file.isText() ? FileStamp() : stamp;
    adopt(std::move(file), std::move(report));
    m_stamp = read;
}

Result<void> DocumentController::maySave() const
{
    if (m_readOnly)
        return Error{
            QStringLiteral("workbench.read-only"), tr("The file was opened read-only."), {m_workingFile}};
    if (isChangedOnDisk())
        return changedOnDisk();
    return {};
}

Error DocumentController::changedOnDisk() const
{
    return {QStringLiteral("workbench.changed-on-disk"),
            m_stamp.exists ? tr("The file was changed by another program.")
                           : tr("A file with this name has appeared meanwhile."),
            {m_workingFile}};
}

/// What became of saving, as the window tells it.
Result<void> DocumentController::told(const Result<FileIdentity> &written) const
{
    if (written)
        return {};
    return written.error().code == QLatin1String("file.changed-on-disk") ? changedOnDisk() : written.error();
}

Result<void> DocumentController::save()
{
    const Result<void> may = maySave();
    return may ? write(QString(m_workingFile), m_stamp) : may;
}

Result<void> DocumentController::saveAs(const QString &path)
{
    return write(path, std::nullopt);
}

Result<void> DocumentController::write(const QString &path, const std::optional<FileStamp> &expected)
{
    endTyping();
    const Result<FileIdentity> written = session::saveWorkingFile(m_document, path, expected);
    if (written)
        finishSaving(path, *written);
    return told(written);
}

bool DocumentController::isLarge() const
{
    return m_document.originalBytes.view().size() > largeFile || rowCount() > manyRows;
}

void DocumentController::saveLater()
{
    if (m_saving)
        return;
    if (const Result<void> may = maySave(); !may) {
        emit saveDone(may);
        return;
    }
    endTyping();
    m_saving = true;
    emit savingStarted();
    const auto work = [document = m_document, path = m_workingFile, expected = m_stamp] {
        return session::saveWorkingFile(document, path, expected);
    };
    const auto done = [this, path = m_workingFile, edits = m_edits,
                       request = m_openRequest](const Result<FileIdentity> &written) {
        m_saving = false;
        if (request != m_openRequest || path != m_workingFile)
            return; // another document by now
        if (written && edits == m_edits) {
            finishSaving(path, *written);
        } else if (written) {
            m_stamp = FileStamp::of(*written);
            m_written = *written;
            m_savedHere = true;
            emit savedAsStarted();
        }
        emit saveDone(told(written));
    };
    whenDone(this, runLater(work), done);
}

void DocumentController::finishSaving(const QString &path, const FileIdentity &written)
{
    const QString former = m_workingFile;
    m_workingFile = path;
    m_stamp = FileStamp::of(written);
    m_written = written;
    m_savedHere = true;
    m_assistedSinceSave = false;
    m_history.markSaved();
    if (former != path)
        setReadOnly(false);
    emit saved(path, former);
    emit historyChanged();
}

bool DocumentController::isChangedOnDisk() const
{
    const FileStamp now = FileStamp::of(m_workingFile);
    return hasDocument() && now.exists && now != m_stamp;
}

std::shared_ptr<session::OpenedJournal> DocumentController::takeJournal()
{
    return std::exchange(m_report.journal, {});
}

void DocumentController::takeOver(const session::OpenedDocument &file, const AppliedChanges &ours,
                                  const FileStamp &stamp)
{
    endTyping();
    emit restructuring();
    const int removed = rowCount();
    m_document = file.document;
    m_history = {};
    if (!ours.changesNothing()) {
        StructureEdit edit = ours.edit;
        edit.label = tr("Your unsaved edits");
        m_history.apply(m_document, edit);
    }
    m_stamp = stamp;
    ++m_edits;
    indexRows();
    emit rowsShifted(0, removed, rowCount());
    emit rowsReplaced(0, removed, rowCount());
    emit leftOutChanged();
    emit historyChanged();
    m_countTimer.start();
}

} // namespace verbale::workbench
