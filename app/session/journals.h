#pragma once

#include "document/apply_changes.h"
#include "document/journal.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <memory>
#include <optional>

namespace verbale::session {

struct JournalOptions
{
    QString stateFolder;   ///< for journals of files in folders that may not be written to
    QString who;           ///< who edits; empty: the login name
    bool takeOver = false; ///< even where another window writes the journal
};

/// A working file's journal, opened, and what was found in it.
struct OpenedJournal
{
    OpenedJournal() = default;
    OpenedJournal(OpenedJournal &&) = default;
    OpenedJournal &operator=(OpenedJournal &&) = default;
    /// A journal that nobody has taken is given back.
    ~OpenedJournal();

    std::unique_ptr<Journal> journal;   ///< nothing: there is none, see `problem` and `heldBy`
    JournalOwner owner;                 ///< this opening
    QString path;                       ///< of the journal
    QString otherPath;                  ///< where to go on when the journal's folder is gone
    std::optional<JournalOwner> heldBy; ///< another window that has the file open
    std::optional<Error> problem;
    NetChanges unsaved;
    bool sameFile = true;         ///< the file is known to be as it was when the unsaved edits were made
    QList<JournalEntry> unplaced; ///< of earlier openings
    QString putAside;             ///< where a damaged journal went; what could be read of it is in `unsaved`
    int damagedRows = 0;
    QString unread; ///< a journal of the file that could neither be written nor read; empty: none
};

/// ".NAME.verbale-journal" beside a working file (a link's target, where the file is a link).
QString journalFileFor(const QString &workingFile);
/// The same in the state folder.
QString journalFileIn(const QString &stateFolder, const QString &workingFile);

/// The file as it stands now, with its digest; a missing one has the size -1.
FileIdentity identityOf(const QString &path);

/// Opens the journal of a working file, or makes one, and reads what was not saved. Where a journal was begun
/// in the state folder because the file's own was gone, the one beside the file goes on with it; where the
/// one beside the file can only be read, the one in the state folder does. `readFile` is the file that the
/// document came from: the working file, or a text that has none yet; `read` what it was, where the caller
/// knows: else it is looked at. Never fails as a whole: where there can be no journal it says why. For a
/// worker.
OpenedJournal openJournal(const QString &workingFile, const QString &readFile, const JournalOptions &options,
                          const std::optional<FileIdentity> &read = {});

/// Unsaved edits of a file, for those who do not restore them.
struct UnsavedSummary
{
    qsizetype count = 0;
    qint64 lastTime = 0;
    QStringList segments; ///< "FILE/UNIT/SEGMENT" or "FILE/UNIT", the first ones
    std::optional<JournalOwner> heldBy;
};
/// What the journal of a working file holds that the file does not; nothing where there is nothing. Writes
/// nothing.
std::optional<UnsavedSummary> unsavedEdits(const QString &workingFile, const QString &stateFolder);

/// The name of who edits, as a journal keeps it.
QString loginName();

} // namespace verbale::session
