#pragma once

#include "document/apply_changes.h"
#include "session/open.h"

#include <QtCore/QFileSystemWatcher>
#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace verbale::workbench {

class DocumentController;
class JournalService;

/// What was brought into the document from a file that another program has changed.
struct DiskMerge
{
    qsizetype theirs = 0;  ///< segments that the other program has changed
    AppliedChanges ours;   ///< our unsaved edits, as they were brought into its file
    bool endsUndo = false; ///< there were steps that could be undone
};

/// Notices that another program changes the open file, and merges: what it alone has changed is taken over,
/// what both have changed stays ours and is listed. Nothing is written.
class DiskWatch final : public QObject
{
    Q_OBJECT
public:
    DiskWatch(DocumentController &controller, JournalService &journal, QObject *parent = nullptr);
    /// Looks now; ends in merged(), unchanged(), or unreadable().
    void look();

signals:
    void merging(); ///< the document is about to become another one
    void merged(const verbale::workbench::DiskMerge &merge);
    void unchanged();
    void unreadable(const verbale::Error &error); ///< the file is another one, and cannot be opened

private:
    struct Answer;
    void begin();
    void goOn(const QByteArray &digest);
    void watch();
    void ask();
    void take(const Answer &answer);

    DocumentController &m_controller;
    JournalService &m_journal;
    QFileSystemWatcher m_watcher;
    QTimer m_timer;
    QByteArray m_digest; ///< of the file as it was read or written here; empty: not known yet
    int m_request = 0;
};

} // namespace verbale::workbench
