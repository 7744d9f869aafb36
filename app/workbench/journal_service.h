#pragma once

#include "document/journal_writer.h"
#include "session/journals.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <functional>
#include <memory>

namespace verbale::workbench {

class DocumentController;

/// Keeps the journal of the open document: every edit that the controller tells of goes there, within 250 ms.
/// Lives on the GUI thread and never makes it wait, but at the end.
class JournalService final : public QObject
{
    Q_OBJECT
public:
    JournalService(DocumentController &controller, session::JournalOptions options,
                   QObject *parent = nullptr);
    ~JournalService() override;

    /// Whether the open document has a journal.
    [[nodiscard]] bool isWriting() const { return m_writer != nullptr; }
    /// What the file does not hold.
    [[nodiscard]] const NetChanges &unsaved() const { return m_unsaved; }
    [[nodiscard]] const QList<JournalEntry> &unplaced() const { return m_unplaced; }

    /// The versions of a segment, newest first; `show` is called on the GUI thread, never when there is no
    /// journal.
    void history(const SegmentAddress &where, std::function<void(const QList<SegmentVersion> &)> show);

    /// What an input method is composing in a row, at a place of its target; empty: it has ended. It is
    /// written too: a word may stand half-typed for long.
    void compose(int row, const QString &composed, qsizetype at);

    /// The document is left on purpose: unsaved edits stay in the history and are not restored.
    void finish();
    /// The file was read anew, as `file`, and the unsaved edits were brought into it.
    void rebase(const AppliedChanges &applied, const FileIdentity &file);
    /// Of the conflicts that were told none is left to be decided.
    void settle();
    void dropUnplaced();
    /// Asks the journal whether it is ours still; ends in takenOver() where it is not.
    void lookForOthers();
    /// Waits until everything is written.
    void flush();

signals:
    void failed(const verbale::Error &error); ///< the journal cannot be written; it is tried again
    void recovered();
    void takenOver(); ///< by another window; nothing more is written
    void unplacedChanged();

private:
    /// A place in a journal.
    struct Mark
    {
        QString journal;
        qint64 number = 0;
    };
    void begin();
    void note(const JournalEntry &entry);
    void takeSaved(const QString &path, const QString &formerPath);
    void moveTo(const QString &path);
    void start(session::OpenedJournal opened);
    void keepUnplaced(const QList<UnplacedChange> &changes);
    void setBase(const FileIdentity &file);
    void keepTheirs(const QList<ChangeConflict> &conflicts);
    void beginSaving();
    void takeSavedAsStarted();
    void take(const Result<void> &result);

    DocumentController &m_controller;
    session::JournalOptions m_options;
    std::unique_ptr<JournalWriter> m_writer;
    QString m_path;
    NetChanges m_unsaved;
    QList<JournalEntry> m_unplaced;
    /// Of the file, which the journal is not told while a conflict is undecided: else nobody would learn of
    /// it after a crash.
    std::optional<FileIdentity> m_heldBase;
    struct Saving
    {
        NetChanges since;
        std::shared_ptr<Mark> mark;
    };
    std::optional<Saving> m_saving; ///< on a worker, while one types on
    void writeComposed();

    QTimer m_composeTimer;
    int m_composedRow = -1;
    QString m_composed;
    qsizetype m_composedAt = 0;
    bool m_composedWritten = false;
    int m_opening = 0; ///< answers for another opening are dropped
};

} // namespace verbale::workbench
