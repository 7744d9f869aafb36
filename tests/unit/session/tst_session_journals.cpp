#include "document/journal_writer.h"
#include "session/journals.h"
#include "session/open.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace verbale;
using namespace Qt::StringLiterals;

/// Where the journal of a file is looked for, and what becomes of what is found.
class tst_SessionJournals : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void anUnknownFileIsNotTheSame();
    void aLostStateLetsNothingWinUnseen();
    void aLostStateFillsWhatIsEmpty();
    void goesOnWhereTheFolderCameBack();
    void goesOnAfterASaveElsewhere();
    void discardedElsewhereStaysAway();
    void aDamagedContinuationIsRescued();
    void aDamagedContinuationLeavesTheOtherAlone();
    void rowsThatCannotBeReadAreKept();
    void theClockSaysNothing_data();
    void theClockSaysNothing();
    void whatHasNoPlaceFollows();
    void takesUpWhatMayOnlyBeRead_data();
    void takesUpWhatMayOnlyBeRead();
    void whatNobodyReadIsOfferedLater();
    void whatWasSavedElsewhereIsComparedWithWhatWasNot();
    void aContinuationThatIsWrittenIsHeld();
    void opensNoSecondJournal_data();
    void opensNoSecondJournal();
    void aBusyJournalIsLeftAlone();
    void goesToTheStateFolder();

private:
    [[nodiscard]] QString state() const { return m_folder->filePath(u"state"_s); }
    [[nodiscard]] QString beside() const { return session::journalFileFor(m_file); }
    [[nodiscard]] QString elsewhere() const { return session::journalFileIn(state(), m_file); }
    [[nodiscard]] session::OpenedJournal open(bool takeOver = false) const
    {
        return session::openJournal(m_file, m_file, {state(), u"An"_s, takeOver});
    }
    /// The file with a target for its only segment.
    void writeFile(const QString &target) const;
    /// A change of the file's only segment.
    [[nodiscard]] JournalEntry edit(const QString &before, const QString &after, qint64 time) const;
    [[nodiscard]] AppliedChanges applied(const session::OpenedJournal &journal) const;
    /// Types "một", loses the folder, does `meanwhile`, and has the folder again.
    void loseFolder(const std::function<void(JournalWriter &)> &meanwhile) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

namespace {

TargetVersion version(const QString &text)
{
    return {{text, {}}, !text.isEmpty(), SegmentState::Initial, {}};
}

bool runSql(const QString &path, const char *sql)
{
    sqlite3 *database = nullptr;
    const bool done = sqlite3_open(QFile::encodeName(path).constData(), &database) == SQLITE_OK &&
                      sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(database);
    return done;
}

/// Nobody in particular, while it lives: what may only be read may be written by root.
class Anybody
{
public:
    explicit Anybody(const QString &folder) : m_isRoot(::geteuid() == 0)
    {
        if (!m_isRoot)
            return;
        m_given = ::chown(QFile::encodeName(folder).constData(), anybody, anybody) == 0;
        QDirIterator all(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
        while (all.hasNext())
            m_given = ::chown(QFile::encodeName(all.next()).constData(), anybody, anybody) == 0 && m_given;
        m_given = ::setresuid(anybody, anybody, 0) == 0 && m_given;
    }
    ~Anybody() { m_given = (!m_isRoot || ::setresuid(0, 0, 0) == 0) && m_given; }
    Anybody(const Anybody &) = delete;
    Anybody &operator=(const Anybody &) = delete;
    [[nodiscard]] bool isThere() const { return m_given; }

private:
    static constexpr uid_t anybody = 65534;
    bool m_isRoot;
    bool m_given = true;
};

QStringList oursIn(const NetChanges &changes)
{
    QStringList texts;
    for (const NetChanges::Target &target : changes.targets())
        texts.append(target.ours.target.text);
    texts.sort();
    return texts;
}

} // namespace

void tst_SessionJournals::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(u"in"_s));
    m_file = m_folder->filePath(u"in/thu.xlf"_s);
    writeFile(u"as it was"_s);
}

void tst_SessionJournals::writeFile(const QString &target) const
{
    Document document;
    document.originalName = u"thu.txt"_s;
    document.sourceLanguage = u"vi"_s;
    document.targetLanguage = u"en"_s;
    Unit unit;
    unit.id = u"u1"_s;
    Segment segment;
    segment.id = u"s1"_s;
    segment.source.text = u"Bộ Ngoại giao."_s;
    segment.target.text = target;
    segment.hasTarget = !target.isEmpty();
    unit.segments.append(segment);
    document.units.append(unit);
    QVERIFY(session::saveDocument(document, m_file).ok());
}

JournalEntry tst_SessionJournals::edit(const QString &before, const QString &after, qint64 time) const
{
    JournalEntry entry;
    entry.time = time;
    entry.change =
        TargetChange{{u"f1"_s, u"u1"_s, u"s1"_s}, {u"Bộ Ngoại giao."_s, {}}, version(before), version(after)};
    return entry;
}

AppliedChanges tst_SessionJournals::applied(const session::OpenedJournal &journal) const
{
    const auto opened = session::openDocument(m_file);
    return opened ? applyChanges(opened->document, journal.unsaved, journal.sameFile) : AppliedChanges();
}

/// A journal that was made again has not been told which file its edits are of.
void tst_SessionJournals::anUnknownFileIsNotTheSame()
{
    {
        const auto journal = Journal::open(beside());
        QVERIFY(journal.ok());
        QVERIFY((*journal)->claim(JournalOwner::ofThisProcess(), false).ok());
        QVERIFY((*journal)->add({edit(u"as it was"_s, u"ours"_s, 10)}).ok());
        (*journal)->release();
    }
    writeFile(u"theirs"_s);
    const session::OpenedJournal opened = open();
    QVERIFY(opened.journal);
    QVERIFY(!opened.sameFile);
    QCOMPARE(applied(opened).conflicts.size(), 1);
}

void tst_SessionJournals::aLostStateLetsNothingWinUnseen()
{
    {
        const session::OpenedJournal first = open();
        QVERIFY(first.sameFile);
        QVERIFY(first.journal->add({edit(u"as it was"_s, u"saved long ago"_s, 10)}).ok());
        QVERIFY(first.journal->markSaved(session::identityOf(m_file)).ok());
    }
    QVERIFY(runSql(beside(), "DELETE FROM state"));
    // Somebody has taken back what was saved: nobody knows any more that it had been.
    for (const QString &theirs : {u"theirs"_s, u"as it was"_s}) {
        writeFile(theirs);
        const session::OpenedJournal again = open();
        QVERIFY(again.journal);
        QVERIFY(!again.putAside.isEmpty() || theirs != u"theirs"_s);
        QVERIFY(!again.sameFile);
        QCOMPARE(oursIn(again.unsaved), QStringList{u"saved long ago"_s});
        const AppliedChanges changes = applied(again);
        QCOMPARE(changes.conflicts.size(), 1);
        QCOMPARE(changes.conflicts.first().theirs.target.text, theirs);
    }
}

void tst_SessionJournals::aLostStateFillsWhatIsEmpty()
{
    writeFile({});
    {
        const session::OpenedJournal first = open();
        QVERIFY(first.journal->add({edit({}, u"ours"_s, 10)}).ok());
    }
    QVERIFY(runSql(beside(), "DELETE FROM state"));
    const AppliedChanges changes = applied(open());
    QCOMPARE(changes.applied, 1);
    QVERIFY(changes.conflicts.isEmpty());
}

void tst_SessionJournals::loseFolder(const std::function<void(JournalWriter &)> &meanwhile) const
{
    session::OpenedJournal opened = open();
    QVERIFY(opened.journal);
    QCOMPARE(opened.otherPath, elsewhere());
    JournalWriter writer(std::move(opened.journal), opened.owner, opened.otherPath, {});
    writer.add(edit(u"as it was"_s, u"một"_s, 10));
    writer.flush();
    QDir folder(m_folder->path());
    QVERIFY(folder.rename(u"in"_s, u"gone"_s));
    meanwhile(writer);
    writer.flush();
    QVERIFY(folder.rename(u"gone"_s, u"in"_s));
}

void tst_SessionJournals::goesOnWhereTheFolderCameBack()
{
    loseFolder([this](JournalWriter &writer) { writer.add(edit(u"một"_s, u"một hai"_s, 20)); });
    QVERIFY(QFileInfo::exists(beside()) && QFileInfo::exists(elsewhere()));
    const auto summary = session::unsavedEdits(m_file, state());
    QVERIFY(summary);
    QCOMPARE(summary->count, 1);
    QCOMPARE(summary->lastTime, 20);
    for (int time = 0; time < 2; ++time) {
        const session::OpenedJournal again = open();
        QVERIFY(again.journal && !again.heldBy);
        QCOMPARE(again.path, beside());
        QVERIFY(again.sameFile);
        QCOMPARE(oursIn(again.unsaved), QStringList{u"một hai"_s});
        QCOMPARE(again.unsaved.targets().begin()->base.target.text, u"as it was"_s);
        QCOMPARE(again.journal->history({u"f1"_s, u"u1"_s, u"s1"_s}).value().size(), 3);
        QVERIFY(!QFileInfo::exists(elsewhere()));
    }
}

void tst_SessionJournals::goesOnAfterASaveElsewhere()
{
    const FileIdentity saved{u"thu.xlf"_s, 1, 2, "digest"};
    loseFolder([&](JournalWriter &writer) {
        writer.add(edit(u"một"_s, u"hai"_s, 20));
        writer.saved([saved] { return std::optional(saved); });
        writer.add(edit(u"hai"_s, u"ba"_s, 30));
    });
    QCOMPARE(session::unsavedEdits(m_file, state())->lastTime, 30);
    const session::OpenedJournal again = open();
    QVERIFY(again.journal);
    QCOMPARE(oursIn(again.unsaved), QStringList{u"ba"_s});
    QCOMPARE(again.unsaved.targets().begin()->base.target.text, u"hai"_s);
    QVERIFY(again.journal->base().value() == saved);
    QCOMPARE(again.journal->history({u"f1"_s, u"u1"_s, u"s1"_s}).value().size(), 4);
}

void tst_SessionJournals::discardedElsewhereStaysAway()
{
    loseFolder([this](JournalWriter &writer) {
        writer.add(edit(u"một"_s, u"hai"_s, 20));
        writer.saved([]() -> std::optional<FileIdentity> { return std::nullopt; });
    });
    QVERIFY(!session::unsavedEdits(m_file, state()));
    QVERIFY(open().unsaved.isEmpty());
}

void tst_SessionJournals::aDamagedContinuationIsRescued()
{
    loseFolder([this](JournalWriter &writer) { writer.add(edit(u"một"_s, u"hai"_s, 20)); });
    QVERIFY(runSql(elsewhere(), "DELETE FROM state"));
    const session::OpenedJournal again = open();
    QVERIFY(again.journal);
    QCOMPARE(again.putAside, elsewhere() + u".damaged"_s);
    QCOMPARE(oursIn(again.unsaved), QStringList{u"hai"_s});
}

/// What is wrong with the one must not be held against the other.
void tst_SessionJournals::aDamagedContinuationLeavesTheOtherAlone()
{
    loseFolder([this](JournalWriter &writer) { writer.add(edit(u"một"_s, u"hai"_s, 20)); });
    QVERIFY(runSql(elsewhere(), "DROP TABLE unplaced"));
    const session::OpenedJournal again = open();
    QVERIFY(again.journal);
    QCOMPARE(again.path, beside());
    QCOMPARE(again.putAside, elsewhere() + u".damaged"_s);
    QVERIFY(!QFileInfo::exists(beside() + u".damaged"_s));
    QCOMPARE(oursIn(again.unsaved), QStringList{u"hai"_s});
    QCOMPARE(again.unsaved.targets().begin()->base.target.text, u"as it was"_s);
}

void tst_SessionJournals::rowsThatCannotBeReadAreKept()
{
    loseFolder([this](JournalWriter &writer) {
        writer.add(edit(u"một"_s, u"hai"_s, 20));
        writer.flush();
        writer.add(edit(u"hai"_s, u"ba"_s, 30));
    });
    QVERIFY(runSql(elsewhere(), "UPDATE change SET sum = sum + 1 WHERE number = 2"));
    const session::OpenedJournal again = open();
    QVERIFY(again.journal);
    QCOMPARE(again.damagedRows, 1);
    QCOMPARE(again.putAside, elsewhere() + u".damaged"_s);
    QVERIFY(QFileInfo::exists(again.putAside));
    QCOMPARE(oursIn(again.unsaved), QStringList{u"ba"_s});
}

void tst_SessionJournals::theClockSaysNothing_data()
{
    QTest::addColumn<qint64>("time");
    QTest::newRow("in the same millisecond") << qint64(10);
    QTest::newRow("the clock was set back") << qint64(5);
}

void tst_SessionJournals::theClockSaysNothing()
{
    QFETCH(qint64, time);
    loseFolder([&](JournalWriter &writer) { writer.add(edit(u"một"_s, u"hai"_s, time)); });
    QCOMPARE(session::unsavedEdits(m_file, state())->count, 1);
    const session::OpenedJournal again = open();
    QCOMPARE(oursIn(again.unsaved), QStringList{u"hai"_s});
    QCOMPARE(again.journal->history({u"f1"_s, u"u1"_s, u"s1"_s}).value().size(), 3);
}

void tst_SessionJournals::whatHasNoPlaceFollows()
{
    {
        const session::OpenedJournal first = open();
        QVERIFY(first.journal->keepUnplaced({edit({}, u"without a place"_s, 5)}).ok());
    }
    loseFolder([this](JournalWriter &writer) {
        writer.change(
            [this](Journal &journal) { return journal.keepUnplaced({edit({}, u"another one"_s, 15)}); });
        writer.flush();
        QVERIFY(QFileInfo::exists(elsewhere()));
        QCOMPARE(Journal::open(elsewhere(), false).value()->unplaced().value().size(), 2);
    });
    const session::OpenedJournal again = open();
    QCOMPARE(again.unplaced.size(), 2); // once each
    QCOMPARE(oursIn(again.unsaved), QStringList{u"một"_s});
}

void tst_SessionJournals::takesUpWhatMayOnlyBeRead_data()
{
    QTest::addColumn<bool>("folder");
    QTest::addColumn<bool>("killed");
    QTest::newRow("the journal") << false << false;
    QTest::newRow("its folder") << true << false;
    QTest::newRow("its folder, and its writer was killed") << true << true;
}

/// Where the journal beside the file cannot be written any more, the other one goes on with it.
void tst_SessionJournals::takesUpWhatMayOnlyBeRead()
{
    QFETCH(bool, folder);
    QFETCH(bool, killed);
    const QByteArray besidePath = QFile::encodeName(folder ? QFileInfo(beside()).absolutePath() : beside());
    std::optional<session::OpenedJournal> first = open();
    QVERIFY(first->journal->add({edit(u"as it was"_s, u"một"_s, 10)}).ok());
    if (!killed)
        first.reset();
    QVERIFY(runSql(beside(), killed ? "UPDATE state SET pid = 999999999" : "SELECT 1"));
    const Anybody anybody(m_folder->path());
    QVERIFY(anybody.isThere());
    QCOMPARE(::chmod(besidePath.constData(), folder ? 0500 : 0400), 0);
    for (int time = 0; time < 2; ++time) {
        QCOMPARE(session::unsavedEdits(m_file, state())->count, 1);
        const session::OpenedJournal opened = open();
        QVERIFY(opened.journal && !opened.heldBy);
        QCOMPARE(opened.path, elsewhere());
        QCOMPARE(oursIn(opened.unsaved), QStringList{u"một"_s});
        QCOMPARE(opened.unsaved.targets().begin()->base.target.text, u"as it was"_s);
        QVERIFY(opened.sameFile);
        QCOMPARE(opened.journal->history({u"f1"_s, u"u1"_s, u"s1"_s}).value().size(), 2);
    }
    const FileIdentity saved{u"thu.xlf"_s, 1, 2, "digest"};
    {
        const session::OpenedJournal opened = open();
        QVERIFY(opened.journal->add({edit(u"một"_s, u"hai"_s, 20)}).ok());
        QVERIFY(opened.journal->markSaved(saved).ok());
        QVERIFY(opened.journal->add({edit(u"hai"_s, u"ba"_s, 30)}).ok());
    }
    QCOMPARE(session::unsavedEdits(m_file, state())->count, 1);
    QVERIFY(open().unsaved.targets().begin()->base.target.text == u"hai"_s);
    QCOMPARE(::chmod(besidePath.constData(), folder ? 0700 : 0600), 0);
    const session::OpenedJournal last = open();
    QCOMPARE(last.path, beside());
    QCOMPARE(oursIn(last.unsaved), QStringList{u"ba"_s});
    QVERIFY(last.journal->base().value() == saved);
    QCOMPARE(last.journal->history({u"f1"_s, u"u1"_s, u"s1"_s}).value().size(), 4);
}

/// A save elsewhere has saved nothing of what was not known there.
void tst_SessionJournals::whatNobodyReadIsOfferedLater()
{
    {
        const session::OpenedJournal first = open();
        QVERIFY(first.journal->add({edit(u"as it was"_s, u"the first edit"_s, 10)}).ok());
    }
    const Anybody anybody(m_folder->path());
    QVERIFY(anybody.isThere());
    QCOMPARE(::chmod(QFile::encodeName(beside()).constData(), 0), 0);
    {
        const session::OpenedJournal opened = open();
        QCOMPARE(opened.path, elsewhere());
        QCOMPARE(opened.unread, beside()); // it is said
        QVERIFY(opened.unsaved.isEmpty());
        JournalEntry other = edit({}, u"elsewhere"_s, 20);
        std::get<TargetChange>(other.change).where.segment = u"s2"_s;
        QVERIFY(opened.journal->add({other}).ok());
        QVERIFY(opened.journal->markSaved(session::identityOf(m_file)).ok());
    }
    QCOMPARE(::chmod(QFile::encodeName(beside()).constData(), 0600), 0);
    QCOMPARE(session::unsavedEdits(m_file, state())->count, 1);
    const session::OpenedJournal again = open();
    QCOMPARE(oursIn(again.unsaved), QStringList{u"the first edit"_s});
    QVERIFY(!QFileInfo::exists(elsewhere()));
}

void tst_SessionJournals::whatWasSavedElsewhereIsComparedWithWhatWasNot()
{
    {
        const session::OpenedJournal first = open();
        QVERIFY(first.journal->add({edit(u"as it was"_s, u"ours"_s, 10)}).ok());
    }
    QVERIFY(QDir().mkpath(QFileInfo(elsewhere()).absolutePath()));
    writeFile(u"saved elsewhere"_s);
    {
        const auto other = Journal::open(elsewhere());
        QVERIFY((*other)->claim(JournalOwner::ofThisProcess(), false).ok());
        QVERIFY((*other)->add({edit(u"as it was"_s, u"saved elsewhere"_s, 20)}).ok());
        QVERIFY((*other)->markSaved(session::identityOf(m_file)).ok());
        (*other)->release();
    }
    for (int time = 0; time < 2; ++time) {
        const session::OpenedJournal again = open();
        QCOMPARE(oursIn(again.unsaved), QStringList{u"ours"_s});
        const AppliedChanges changes = applied(again);
        QCOMPARE(changes.conflicts.size(), 1);
        QCOMPARE(changes.conflicts.first().theirs.target.text, u"saved elsewhere"_s);
    }
}

void tst_SessionJournals::aContinuationThatIsWrittenIsHeld()
{
    session::OpenedJournal opened = open();
    JournalOwner owner = opened.owner;
    JournalWriter writer(std::move(opened.journal), owner, opened.otherPath, {});
    writer.add(edit(u"as it was"_s, u"một"_s, 10));
    writer.flush();
    QDir folder(m_folder->path());
    QVERIFY(folder.rename(u"in"_s, u"gone"_s));
    writer.add(edit(u"một"_s, u"hai"_s, 20));
    writer.flush();
    QVERIFY(folder.rename(u"gone"_s, u"in"_s));
    QVERIFY(runSql(beside(), "UPDATE state SET token = '', pid = 0"));
    {
        const session::OpenedJournal second = open();
        QVERIFY(second.heldBy && !second.journal);
        QCOMPARE(second.heldBy->token, owner.token);
        QVERIFY(!Journal::isHeld(beside())); // what was not opened is nobody's
    }
    const session::OpenedJournal third = open(true);
    QVERIFY(third.journal);
    QCOMPARE(oursIn(third.unsaved), QStringList{u"hai"_s});
}

void tst_SessionJournals::opensNoSecondJournal_data()
{
    QTest::addColumn<bool>("there");
    QTest::newRow("beside the file") << true;
    QTest::newRow("in the state folder") << false;
}

void tst_SessionJournals::opensNoSecondJournal()
{
    QFETCH(bool, there);
    const QString path = there ? beside() : elsewhere();
    {
        QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
        const auto journal = Journal::open(path);
        QVERIFY(journal.ok());
        QVERIFY((*journal)->claim(JournalOwner::ofThisProcess(), false).ok());
        QVERIFY((*journal)->add({edit({}, u"of another age"_s, 10)}).ok());
        (*journal)->release();
    }
    QVERIFY(runSql(path, "PRAGMA user_version = 99"));
    const session::OpenedJournal opened = open();
    QVERIFY(!opened.journal);
    QVERIFY(opened.problem);
    QCOMPARE(opened.problem->code, u"journal.newer"_s);
    QVERIFY(opened.putAside.isEmpty());
    QVERIFY(!QFileInfo::exists(there ? elsewhere() : beside()));
}

void tst_SessionJournals::aBusyJournalIsLeftAlone()
{
    QVERIFY(open().journal != nullptr);
    {
        const session::OpenedJournal first = open();
        QVERIFY(first.journal->add({edit({}, u"ours"_s, 10)}).ok());
    }
    sqlite3 *other = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(beside()).constData(), &other), SQLITE_OK);
    QCOMPARE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    {
        const session::OpenedJournal opened = open();
        QVERIFY(!opened.journal && opened.problem);
        QCOMPARE(opened.problem->code, u"journal.busy"_s);
        QVERIFY(opened.putAside.isEmpty());
        QVERIFY(!QFileInfo::exists(elsewhere()));
    }
    sqlite3_close(other);
    QCOMPARE(oursIn(open().unsaved), QStringList{u"ours"_s});
}

void tst_SessionJournals::goesToTheStateFolder()
{
    QVERIFY(QDir().mkpath(beside())); // a folder stands in the way
    const session::OpenedJournal opened = open();
    QVERIFY(opened.journal);
    QCOMPARE(opened.path, elsewhere());
    QVERIFY(opened.otherPath.isEmpty());
}

QTEST_GUILESS_MAIN(tst_SessionJournals)
#include "tst_session_journals.moc"
