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

/// Reads what was not saved; false where the journal turned out to be damaged.
bool readUnsaved(OpenedJournal &opened, const QString &readFile)
{
    Journal &journal = *opened.journal;
    const Result<QList<JournalEntry>> entries = journal.unsaved();
    const Result<FileIdentity> base = journal.base();
    const Result<QList<JournalEntry>> unplaced = journal.unplaced();
    if (!entries || !base || !unplaced)
        return false;
    opened.damagedRows = journal.damagedRows();
    opened.unplaced = *unplaced;
    for (const JournalEntry &entry : *entries)
        opened.unsaved.add(entry);
    const FileIdentity now = identityOf(readFile);
    opened.sameFile = base->name.isEmpty() || (base->name == now.name && base->digest == now.digest);
    if (opened.unsaved.isEmpty())
        static_cast<void>(journal.setBase(now)); // tried again with the first save
    return true;
}

std::optional<Error> openAt(const QString &path, const QString &readFile, const JournalOptions &options,
                            OpenedJournal &opened)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return Error{QStringLiteral("journal.no-permission"),
                     QStringLiteral("The folder of the journal could not be made."),
                     {path}};
    QList<JournalEntry> rescued;
    for (int attempt = 0; attempt < 2; ++attempt) {
        Result<std::unique_ptr<Journal>> journal = openOrReplace(path, opened, rescued);
        if (!journal)
            return journal.error();
        const Result<std::optional<JournalOwner>> held = (*journal)->claim(opened.owner, options.takeOver);
        if (!held)
            return held.error();
        opened.heldBy = *held;
        if (opened.heldBy)
            return std::nullopt;
        if (!rescued.isEmpty()) {
            if (const Result<void> kept = (*journal)->add(rescued); !kept)
                return kept.error();
        }
        opened.journal = std::move(*journal);
        opened.path = path;
        if (readUnsaved(opened, readFile)) {
            static_cast<void>(opened.journal->compact(historyBytes)); // a journal that is large works as well
            return std::nullopt;
        }
        opened.journal.reset();
        const Result<QString> aside = putJournalAside(path);
        if (!aside)
            return aside.error();
        opened.putAside = *aside;
        rescued = salvageJournal(*aside);
    }
    return Error{QStringLiteral("journal.damaged"), QStringLiteral("The journal is damaged."), {path}};
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

OpenedJournal openJournal(const QString &workingFile, const QString &readFile, const JournalOptions &options)
{
    OpenedJournal opened;
    opened.owner = JournalOwner::ofThisProcess();
    QStringList places = placesFor(workingFile, options.stateFolder);
    // One in the state folder is from a time when the file's folder could not be written to.
    if (places.size() == 2 && !QFileInfo::exists(places.first()) && QFileInfo::exists(places.last()))
        std::swap(places.first(), places.last());
    opened.problem = Error{QStringLiteral("journal.no-permission"),
                           QStringLiteral("There is no folder in which the journal may be written."),
                           {workingFile}};
    for (const QString &place : std::as_const(places)) {
        opened.problem = openAt(place, readFile, options, opened);
        if (!opened.problem)
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
    for (const QString &place : placesFor(workingFile, stateFolder)) {
        if (!QFileInfo(place).isFile())
            continue;
        const Result<std::unique_ptr<Journal>> journal = Journal::open(place, false);
        if (!journal)
            continue;
        const Result<QList<JournalEntry>> entries = (*journal)->unsaved();
        const Result<std::optional<JournalOwner>> owner = (*journal)->owner();
        if (!entries)
            continue;
        NetChanges changes;
        for (const JournalEntry &entry : *entries)
            changes.add(entry);
        if (changes.isEmpty())
            continue;
        UnsavedSummary summary;
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
        if (owner && *owner && (*owner)->isAlive(QDateTime::currentMSecsSinceEpoch()))
            summary.heldBy = *owner;
        return summary;
    }
    return std::nullopt;
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
