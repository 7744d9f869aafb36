#include "session/journals.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <algorithm>

namespace verbale::session {

namespace {

constexpr qint64 historyBytes = 16LL * 1024 * 1024;
constexpr qint64 pieceBytes = 1024 * 1024;
constexpr int namedSegments = 5;

/// What a path leads to, so that two names of a file have one journal.
QString realPath(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    if (!canonical.isEmpty())
        return canonical;
    const QFileInfo info(path);
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? info.absoluteFilePath() : folder + QLatin1Char('/') + info.fileName();
}

bool mayWriteIn(const QString &folder)
{
    const QFileInfo info(folder);
    return info.isDir() && info.isWritable();
}

/// The places where a working file's journal may be, the better one first.
QStringList placesFor(const QString &workingFile, const QString &stateFolder)
{
    const QString beside = journalFileFor(workingFile);
    QStringList places;
    if (mayWriteIn(QFileInfo(beside).absolutePath()))
        places.append(beside);
    if (!stateFolder.isEmpty())
        places.append(journalFileIn(stateFolder, workingFile));
    return places;
}

bool isBroken(const Error &error)
{
    return error.code == QLatin1String("journal.damaged");
}

/// Opens the journal at a place; a damaged one is put aside, and what it still holds is rescued.
Result<std::unique_ptr<Journal>> openOrReplace(const QString &path, OpenedJournal &opened,
                                               QList<JournalEntry> &rescued)
{
    Result<std::unique_ptr<Journal>> journal = Journal::open(path);
    if (journal || !isBroken(journal.error()))
        return journal;
    const Result<QString> aside = putJournalAside(path);
    if (!aside)
        return aside.error();
    opened.putAside = *aside;
    rescued = salvageJournal(*aside);
    return Journal::open(path);
}

bool isUnchanged(const FileIdentity &base, const FileIdentity &now)
{
    return !base.digest.isEmpty() && base.name == now.name && base.digest == now.digest;
}

void giveBack(OpenedJournal &opened)
{
    opened.journal->release();
    opened.journal.reset();
}

/// What another journal holds beyond this one; one that is damaged is put aside, and what can be read of it
/// is rescued. Gives no error of a damaged journal: only this one's own count as such.
Result<JournalTail> readOther(std::unique_ptr<Journal> &other, OpenedJournal &opened)
{
    Result<JournalTail> tail = other->tailFor(*opened.journal);
    if (tail || !isBroken(tail.error()))
        return tail;
    const QString path = other->path();
    other.reset();
    const Result<QString> aside = putJournalAside(path);
    if (!aside)
        return aside.error();
    opened.putAside = *aside;
    JournalTail rescued;
    rescued.unsaved = salvageJournal(*aside);
    return rescued;
}

/// Takes the tail over, and what was rescued of the journal before it.
Result<void> appendTail(JournalTail tail, const QList<JournalEntry> &rescued, OpenedJournal &opened)
{
    opened.damagedRows += tail.damagedRows;
    Result<void> done = opened.journal->append(tail);
    return done && !rescued.isEmpty() ? opened.journal->add(rescued) : done;
}

/// The other journal's work is done. Rows that could not be read are kept.
Result<void> removeOther(const QString &path, const JournalTail &tail, OpenedJournal &opened)
{
    if (tail.damagedRows == 0) {
        removeJournal(path);
        return {};
    }
    const Result<QString> aside = putJournalAside(path);
    if (!aside)
        return aside.error();
    opened.putAside = *aside;
    return {};
}

/// Edits in a journal that cannot be written any more are taken over into the one that can.
Result<void> takeUpUnwritable(const QString &path, const JournalOptions &options, OpenedJournal &opened)
{
    if (!QFileInfo(path).isFile())
        return {};
    const Result<std::unique_ptr<Journal>> earlier = Journal::openToRead(path);
    const Result<std::optional<JournalOwner>> owner =
        earlier ? (*earlier)->owner() : Result<std::optional<JournalOwner>>(earlier.error());
    if (owner && *owner && !options.takeOver && (*owner)->isAlive(opened.owner.beat)) {
        opened.heldBy = *owner;
        return {};
    }
    Result<JournalTail> tail =
        owner ? (*earlier)->tailFor(*opened.journal) : Result<JournalTail>(owner.error());
    if (!tail) {
        opened.unread = path;
        return {};
    }
    if (tail->unsaved.isEmpty() && tail->unplaced.isEmpty())
        tail->saved.clear(); // whoever only reads the file needs no copy of its history
    return appendTail(*tail, {}, opened);
}

/// A journal that was begun elsewhere while the folder of this one was gone goes on where this one ends.
Result<void> takeInOther(const QString &path, const JournalOptions &options, OpenedJournal &opened)
{
    if (!QFileInfo(path).isFile())
        return {};
    QList<JournalEntry> rescued;
    Result<std::unique_ptr<Journal>> other = openOrReplace(path, opened, rescued);
    if (!other)
        return isUnwritable(other.error()) ? takeUpUnwritable(path, options, opened) : other.error();
    Result<std::optional<JournalOwner>> held = (*other)->claim(opened.owner, false);
    const bool isWritten = held && *held;
    if (isWritten && !options.takeOver) {
        opened.heldBy = *held;
        return {};
    }
    if (isWritten)
        held = (*other)->claim(opened.owner, true);
    if (!held && isUnwritable(held.error()))
        return takeUpUnwritable(path, options, opened);
    if (!held && !isBroken(held.error()))
        return held.error();
    const Result<JournalTail> tail = readOther(*other, opened);
    if (!tail)
        return tail.error();
    Result<void> done = appendTail(*tail, rescued, opened);
    if (*other == nullptr)
        return done;
    (*other)->release();
    *other = nullptr;
    if (done && !isWritten) // else its window finds there that it was taken over
        done = removeOther(path, *tail, opened);
    return done;
}

/// `now` is the file as it was read.
Result<void> readUnsaved(OpenedJournal &opened, const FileIdentity &now)
{
    Journal &journal = *opened.journal;
    const Result<QList<JournalEntry>> entries = journal.unsaved();
    if (!entries)
        return entries.error();
    const Result<FileIdentity> base = journal.base();
    if (!base)
        return base.error();
    const Result<QList<JournalEntry>> unplaced = journal.unplaced();
    if (!unplaced)
        return unplaced.error();
    opened.damagedRows += journal.damagedRows();
    opened.unplaced = *unplaced;
    for (const JournalEntry &entry : *entries)
        opened.unsaved.add(entry);
    opened.sameFile = opened.unsaved.isEmpty() || isUnchanged(*base, now);
    if (opened.unsaved.isEmpty())
        static_cast<void>(journal.setBase(now)); // tried again with the first save
    return {};
}

/// A folder may take files and still be none in which SQLite can work: one of another machine, say.
Result<std::unique_ptr<Journal>> openOrMake(const QString &path, OpenedJournal &opened,
                                            QList<JournalEntry> &rescued)
{
    const bool isNew = !QFileInfo::exists(path);
    Result<std::unique_ptr<Journal>> journal = openOrReplace(path, opened, rescued);
    if (journal || !isNew || journal.error().code != QLatin1String("journal.failed"))
        return journal;
    removeJournal(path);
    return Error{QStringLiteral("journal.no-permission"),
                 QStringLiteral("A journal cannot be kept in this folder."),
                 {path}};
}

/// Where a journal is looked for, and what was rescued of damaged ones on the way.
struct Place
{
    QString path;
    QString other;   ///< the journal that may go on where this one ends; empty: none
    QString earlier; ///< the one that this one may go on with; empty: none
    QList<JournalEntry> &rescued;
};

std::optional<Error> openAt(const Place &place, const FileIdentity &now, const JournalOptions &options,
                            OpenedJournal &opened)
{
    if (!QDir().mkpath(QFileInfo(place.path).absolutePath()))
        return Error{QStringLiteral("journal.no-permission"),
                     QStringLiteral("The folder of the journal could not be made."),
                     {place.path}};
    for (int attempt = 0; attempt < 2; ++attempt) {
        Result<std::unique_ptr<Journal>> journal = openOrMake(place.path, opened, place.rescued);
        if (!journal)
            return journal.error();
        const Result<std::optional<JournalOwner>> held = (*journal)->claim(opened.owner, options.takeOver);
        if (!held)
            return held.error();
        opened.heldBy = *held;
        if (opened.heldBy)
            return std::nullopt;
        opened.journal = std::move(*journal);
        opened.path = place.path;
        Result<void> done = opened.journal->add(place.rescued);
        if (done)
            done = takeInOther(place.other, options, opened);
        if (done && !opened.heldBy)
            done = takeUpUnwritable(place.earlier, options, opened);
        if (opened.heldBy) {
            giveBack(opened);
            return std::nullopt;
        }
        if (done)
            done = readUnsaved(opened, now);
        if (done) {
            static_cast<void>(opened.journal->compact(historyBytes)); // a journal that is large works as well
            return std::nullopt;
        }
        giveBack(opened);
        if (!isBroken(done.error()))
            return done.error();
        const Result<QString> aside = putJournalAside(place.path);
        if (!aside)
            return aside.error();
        opened.putAside = *aside;
        place.rescued = salvageJournal(*aside);
    }
    return Error{QStringLiteral("journal.damaged"), QStringLiteral("The journal is damaged."), {place.path}};
}

QString named(const SegmentAddress &where)
{
    return where.file + QLatin1Char('/') + where.unit + QLatin1Char('/') + where.segment;
}

} // namespace

OpenedJournal::~OpenedJournal()
{
    if (journal)
        journal->release();
}

QString journalFileFor(const QString &workingFile)
{
    const QFileInfo info(realPath(workingFile));
    return info.absolutePath() + QLatin1String("/.") + info.fileName() + QLatin1String(".verbale-journal");
}

QString journalFileIn(const QString &stateFolder, const QString &workingFile)
{
    const QString path = realPath(workingFile);
    const QByteArray digest =
        QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return stateFolder + QLatin1String("/journals/") + QLatin1String(digest) + QLatin1Char('-') +
           QFileInfo(path).fileName().left(80) + QLatin1String(".verbale-journal");
}

FileIdentity identityOf(const QString &path)
{
    const QFileInfo info(path);
    FileIdentity identity;
    identity.name = info.fileName();
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return identity;
    identity.size = info.size();
    identity.modified = info.lastModified().toMSecsSinceEpoch();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!file.atEnd()) {
        const QByteArray piece = file.read(pieceBytes);
        if (piece.isEmpty())
            break;
        hash.addData(piece);
    }
    identity.digest = hash.result();
    return identity;
}

OpenedJournal openJournal(const QString &workingFile, const QString &readFile, const JournalOptions &options,
                          const std::optional<FileIdentity> &read)
{
    const FileIdentity now = read ? *read : identityOf(readFile);
    OpenedJournal opened;
    opened.owner = JournalOwner::ofThisProcess();
    QStringList places = placesFor(workingFile, options.stateFolder);
    // One in the state folder is from a time when the file's folder could not be written to.
    if (places.size() == 2 && !QFileInfo::exists(places.first()) && QFileInfo::exists(places.last()))
        std::swap(places.first(), places.last());
    opened.problem = Error{QStringLiteral("journal.no-permission"),
                           QStringLiteral("There is no folder in which the journal may be written."),
                           {workingFile}};
    QList<JournalEntry> rescued;
    for (const QString &path : std::as_const(places)) {
        const QString beside = journalFileFor(workingFile);
        const QString other = path == beside ? places.last() : QString();
        opened.problem =
            openAt({path, other != path ? other : QString(), path != beside ? beside : QString(), rescued},
                   now, options, opened);
        if (!opened.problem || !isUnwritable(*opened.problem))
            break;
    }
    if (!options.stateFolder.isEmpty()) {
        const QString other = journalFileIn(options.stateFolder, workingFile);
        opened.otherPath = other != opened.path ? other : QString();
    }
    return opened;
}

std::optional<UnsavedSummary> unsavedEdits(const QString &workingFile, const QString &stateFolder)
{
    UnsavedSummary summary;
    const auto openAt = [&summary](const QString &path) -> std::unique_ptr<Journal> {
        if (!QFileInfo(path).isFile())
            return nullptr;
        Result<std::unique_ptr<Journal>> journal = Journal::openToRead(path);
        if (!journal)
            return nullptr;
        const Result<std::optional<JournalOwner>> owner = (*journal)->owner();
        if (owner && *owner && !summary.heldBy && (*owner)->isAlive(QDateTime::currentMSecsSinceEpoch()))
            summary.heldBy = *owner;
        return std::move(*journal);
    };
    const std::unique_ptr<Journal> first = openAt(journalFileFor(workingFile));
    const std::unique_ptr<Journal> other =
        stateFolder.isEmpty() ? nullptr : openAt(journalFileIn(stateFolder, workingFile));
    QList<JournalEntry> entries;
    qint64 savedElsewhere = 0;
    if (const auto tail = first && other ? other->tailFor(*first) : Result<JournalTail>(JournalTail())) {
        savedElsewhere = tail->savedOfOther;
        entries = tail->unsaved;
    }
    if (const std::unique_ptr<Journal> &begun = first ? first : other) {
        if (const Result<QList<JournalEntry>> unsaved = begun->unsavedAfter(savedElsewhere))
            entries = *unsaved + entries;
    }
    NetChanges changes;
    for (const JournalEntry &entry : std::as_const(entries))
        changes.add(entry);
    if (changes.isEmpty())
        return std::nullopt;
    summary.count = changes.count();
    summary.lastTime = changes.lastTime();
    for (const NetChanges::Target &target : changes.targets())
        summary.segments.append(named(target.where));
    for (const NetChanges::UnitState &unit : changes.units()) {
        const Unit &shown = unit.ours ? *unit.ours : *unit.base;
        summary.segments.append(shown.fileId + QLatin1Char('/') + shown.id);
    }
    summary.segments.sort();
    summary.segments = summary.segments.mid(0, namedSegments);
    return summary;
}

QString loginName()
{
    for (const char *variable : {"USER", "LOGNAME", "USERNAME"}) {
        const QString name = qEnvironmentVariable(variable);
        if (!name.isEmpty())
            return name;
    }
    return {};
}

} // namespace verbale::session
