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

/// The end of a journal.
struct JournalTail
{
    QList<JournalEntry> saved; ///< oldest first, as are the others
    QList<JournalEntry> unsaved;
    qint64 lastSaved = -1; ///< when the last saved change of the whole journal was made; -1: there is none
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
    /// What was added and not saved is history; the file stays as it is.
    Result<void> discardUnsaved();
    /// Of a document that was read, before its first edit.
    Result<void> setBase(const FileIdentity &file);
    Result<FileIdentity> base() const;

    /// What was added and not saved, oldest first. Rows that were damaged are counted in `damagedRows`.
    Result<QList<JournalEntry>> unsaved();
    [[nodiscard]] int damagedRows() const { return m_damagedRows; }
    /// When the last change was made; -1: there is none.
    Result<qint64> lastTime() const;
    /// What was made later than `time`.
    Result<JournalTail> tail(qint64 time) const;
    /// Takes over what a journal of the same file that was begun elsewhere has beyond the end of this one:
    /// its later changes, what was saved of them or given up, and what has no place. It stays as it is.
    Result<void> goOnFrom(const Journal &other);

    /// Newest first, the version before the first known change last.
    Result<QList<SegmentVersion>> history(const SegmentAddress &where) const;

    /// What no place was found for; it is kept until it is thrown away.
    Result<void> keepUnplaced(const QList<JournalEntry> &entries);
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
    Result<void> addOne(const JournalEntry &entry);
    Result<bool> replaceTyping(const JournalEntry &entry);

    std::unique_ptr<Parts> m_parts;
    int m_damagedRows = 0;
};

/// What can be read of a journal that is damaged and may not have been saved, oldest first. Where the journal
/// does not say any more what was saved, it is everything, and the first change of each target does not know
/// what the target was before: so what the file has is never taken for that.
QList<JournalEntry> salvageJournal(const QString &path);
/// Moves a journal and what SQLite keeps beside it to NAME.damaged (NAME.damaged-2 ...); its new name.
Result<QString> putJournalAside(const QString &path);
/// Deletes a journal that nobody has open, and what SQLite keeps beside it.
void removeJournal(const QString &path);

} // namespace verbale
