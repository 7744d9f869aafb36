#pragma once

#include "document/net_changes.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <functional>
#include <memory>
#include <optional>

namespace verbale {

/// A file as it stood when it was opened or saved.
struct FileIdentity
{
    QString name;        ///< without its folder
    qint64 size = -1;    ///< -1: there was no file
    qint64 modified = 0; ///< ms since the epoch
    QByteArray digest;   ///< SHA-256 of its bytes; empty: not looked at
    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;
};

/// The program that writes a journal.
struct JournalOwner
{
    QString token; ///< of one opening, different from all others
    qint64 pid = 0;
    QString host;
    qint64 started = 0; ///< when the process began, in the system's own count; 0: unknown
    qint64 beat = 0;    ///< when it last said that it is there, ms since the epoch

    static JournalOwner ofThisProcess();
    /// Whether it still runs, as far as can be told: of another host by its last sign of life.
    [[nodiscard]] bool isAlive(qint64 now) const;
};

/// A version of a segment's target.
struct SegmentVersion
{
    qint64 number = 0; ///< of the change that made it; 0: as it was before the first change that is known
    qint64 time = 0;   ///< ms since the epoch
    QString who;
    QString label;
    TargetVersion target;
    bool saved = false; ///< a file has held it, or had the chance to
};

/// What a journal holds that another one of the same working file does not.
struct JournalTail
{
    QString id;                ///< of the journal
    qint64 last = 0;           ///< up to which of its rows the other one holds it when this was added to it
    QList<JournalEntry> saved; ///< oldest first, as are the others
    QList<JournalEntry> unsaved;
    QList<JournalEntry> unplaced;
    qint64 savedOfOther =
        0; ///< up to which of its rows the other one's edits were taken over, and saved here
    FileIdentity base;
    int damagedRows = 0; ///< which are in none of the lists
};

/// The edits of a working file, in an SQLite file of their own: what was not saved yet, and the history of
/// each segment. One thread at a time. Every call may give the errors of openJournalDatabase(); a journal
/// that was taken over by another program gives journal.taken-over to every call that writes, and writes
/// nothing.
class Journal
{
public:
    /// Opens a journal, or makes one. Error journal.damaged: it is to be put aside; journal.newer: it was
    /// made by a newer program.
    static Result<std::unique_ptr<Journal>> open(const QString &path, bool create = true);
    /// A journal that cannot be written is read as well, as a copy where it must be.
    static Result<std::unique_ptr<Journal>> openToRead(const QString &path);
    ~Journal();
    /// Whether another program that runs has claimed the journal at `path`, if there is one.
    static bool isHeld(const QString &path);

    /// The owner becomes the journal's writer. `force`: even where another one is alive. Gives the other one
    /// where it is and nothing was changed.
    Result<std::optional<JournalOwner>> claim(const JournalOwner &owner, bool force);
    Result<std::optional<JournalOwner>> owner() const;
    Result<void> beat(qint64 now);
    /// Nobody writes it any more. A journal without any edit is deleted.
    void release();

    /// All of them or none. One that goes on with the typing of the entry before takes its place.
    Result<void> add(const QList<JournalEntry> &entries);
    /// The file holds everything that was added up to now.
    Result<void> markSaved(const FileIdentity &file);
    /// Ends what is being typed: what comes is another row. Gives the last one up to now.
    Result<qint64> endVersion();
    /// The file holds what was added up to the row; it was edited since.
    Result<void> markSavedUpTo(const FileIdentity &file, qint64 number);
    /// What was added and not saved is history; the file stays as it is.
    Result<void> discardUnsaved();
    /// Of a document that was read, before its first edit.
    Result<void> setBase(const FileIdentity &file);
    Result<FileIdentity> base() const;

    /// What was added and not saved, oldest first. Rows that were damaged are counted in `damagedRows`.
    Result<QList<JournalEntry>> unsaved();
    [[nodiscard]] int damagedRows() const { return m_damagedRows; }
    /// What was not saved, of the rows after `number` alone.
    Result<QList<JournalEntry>> unsavedAfter(qint64 number) const;

    /// Two journals of one working file, of which one was begun elsewhere while the other could not be
    /// written, are told apart by a mark, and each knows up to which row it holds the other one. Times say
    /// nothing: a clock may be set back.
    [[nodiscard]] const QString &id() const;
    Result<qint64> lastRow() const;
    /// What this one holds and `other` does not.
    Result<JournalTail> tailFor(const Journal &other) const;
    /// Goes on with it. What was saved there of this one's edits is saved here too; unsaved edits that the
    /// other one never held stay unsaved. Where the base of what is unsaved is not known then, base() has no
    /// digest.
    Result<void> append(const JournalTail &tail);

    /// Newest first, the version before the first known change last.
    Result<QList<SegmentVersion>> history(const SegmentAddress &where) const;

    /// What no place was found for; it is kept until it is thrown away.
    Result<void> keepUnplaced(const QList<JournalEntry> &entries); ///< those that are not there yet
    Result<QList<JournalEntry>> unplaced() const;
    Result<void> dropUnplaced();

    /// Deletes the oldest saved history until the file is of the size or smaller.
    Result<void> compact(qint64 maximumBytes);
    /// A copy for another working file, with its history, everything in it saved.
    Result<void> copyTo(const QString &path) const;

    [[nodiscard]] const QString &path() const;

private:
    struct Parts;
    explicit Journal(std::unique_ptr<Parts> parts);
    [[nodiscard]] Result<void> checkOwner() const;
    /// What `change` does, as the owner of the journal and as a whole; nothing of it where it fails.
    Result<void> write(const std::function<Result<void>()> &change);
    Result<void> putSaved(const FileIdentity &file);
    Result<void> putBase(const FileIdentity &file);
    Result<void> addOne(const JournalEntry &entry, const QString &origin = {});
    Result<bool> replaceTyping(const JournalEntry &entry);
    Result<void> putUnplaced(const QList<JournalEntry> &entries);
    Result<void> putTail(const JournalTail &tail);
    Result<void> putSavedThere(const JournalTail &tail, qint64 upTo);
    Result<void> putTaken(const JournalTail &tail);
    [[nodiscard]] Result<qint64> taken(const QString &id) const;
    [[nodiscard]] Result<qint64> savedOf(const QString &id) const;
    [[nodiscard]] Result<QList<JournalEntry>> readUnsaved(qint64 after, int &damagedRows) const;
    [[nodiscard]] Result<QList<JournalEntry>> readUnplaced(int &damagedRows) const;

    std::unique_ptr<Parts> m_parts;
    int m_damagedRows = 0;
};

/// Whether a journal in another place is no second one: this one can be written by nobody.
bool isUnwritable(const Error &error);
/// Whether two edits without a place are the same one.
bool isSameUnplaced(const JournalEntry &one, const JournalEntry &other);

/// What can be read of a journal that is damaged and may not have been saved, oldest first. Where the journal
/// does not say any more what was saved, it is everything, and the first change of each target does not know
/// what the target was before: so what the file has is never taken for that.
QList<JournalEntry> salvageJournal(const QString &path);
/// Moves a journal and what SQLite keeps beside it to NAME.damaged (NAME.damaged-2 ...); its new name.
Result<QString> putJournalAside(const QString &path);
/// Deletes a journal that nobody has open, and what SQLite keeps beside it.
void removeJournal(const QString &path);

} // namespace verbale
