#include "document/apply_changes.h"
#include "document/journal.h"
#include "edited_document.h"

#include <QtCore/QTemporaryDir>
#include <QtTest>

#include <sqlite3.h>

#include <random>

using namespace verbale;

/// Journals that were cut off, or whose bytes have changed: they never keep anybody from opening, and give
/// what they still hold.
class JournalDamageTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cutOff_data();
    void cutOff();
    void bytesFlipped_data();
    void bytesFlipped();
    void aRowThatWasChangedIsNotBelieved();
    void whatAnotherProgramMadeIsNoFirstVersion();
    void putAsideUnderAFreeName();
    void theLogGoesAlong();

private:
    /// What the window does: open, else put aside, rescue and begin anew. Gives the texts that were saved.
    QSet<QString> openAnyhow(const QString &path);
    void put(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
    QByteArray m_main;
    QByteArray m_log; ///< SQLite's -wal
    QSet<QString> m_texts;
};

namespace {

constexpr int entryCount = 120;
constexpr int batch = 20;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSet<QString> textsIn(const QList<JournalEntry> &entries)
{
    QSet<QString> texts;
    for (const JournalEntry &entry : entries) {
        if (const auto *change = std::get_if<TargetChange>(&entry.change))
            texts.insert(change->after.target.text);
    }
    return texts;
}

} // namespace

void JournalDamageTest::put(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

void JournalDamageTest::initTestCase()
{
    const QString path = m_folder.filePath(QStringLiteral("whole"));
    const Document document = madeDocument(40);
    const Result<std::unique_ptr<Journal>> journal = Journal::open(path);
    QVERIFY(journal.ok());
    QVERIFY((*journal)->claim(JournalOwner::ofThisProcess(), false).ok());
    QList<JournalEntry> entries;
    for (int i = 0; i < entryCount; ++i) {
        const SegmentRef ref{i % 40, 0};
        const QString text = QStringLiteral("Bản dịch số %1 của câu này, đủ dài để chiếm chỗ.").arg(i);
        JournalEntry entry;
        entry.time = 1000 + i;
        entry.change = TargetChange{addressOf(document, ref),
                                    document.at(ref).source,
                                    {},
                                    {{text, {}}, true, SegmentState::Initial, {}}};
        entries.append(entry);
        m_texts.insert(text);
        if (entries.size() == batch)
            QVERIFY((*journal)->add(std::exchange(entries, {})).ok());
    }
    // As after a crash: a part is in the file, a part in the log beside it.
    m_main = bytesOf(path);
    m_log = bytesOf(path + QLatin1String("-wal"));
    QVERIFY(m_main.size() > 4000);
    QVERIFY(m_log.size() > 4000);
}

QSet<QString> JournalDamageTest::openAnyhow(const QString &path)
{
    Result<std::unique_ptr<Journal>> journal = Journal::open(path);
    QList<JournalEntry> rescued;
    bool whole = journal.ok();
    if (whole) {
        const auto entries = (*journal)->unsaved();
        whole = entries.ok();
        if (whole)
            rescued = *entries;
    }
    if (!whole) {
        if (journal.ok())
            *journal = nullptr;
        const Result<QString> aside = putJournalAside(path);
        if (!aside)
            return {};
        rescued = salvageJournal(*aside);
        journal = Journal::open(path);
        for (const QString &name : {*aside, *aside + QLatin1String("-wal"), *aside + QLatin1String("-shm")})
            QFile::remove(name);
    }
    if (!journal || !(*journal)->claim(JournalOwner::ofThisProcess(), true) ||
        (!whole && !(*journal)->add(rescued)))
        return {QStringLiteral("no journal could be made")};
    return textsIn(rescued);
}

void JournalDamageTest::cutOff_data()
{
    QTest::addColumn<bool>("log");
    QTest::newRow("the file") << false;
    QTest::newRow("the log") << true;
}

void JournalDamageTest::cutOff()
{
    QFETCH(bool, log);
    const QString name = QStringLiteral("cut");
    const QByteArray &cut = log ? m_log : m_main;
    const qsizetype step = std::max<qsizetype>(1, cut.size() / 23);
    qsizetype last = 0;
    for (qsizetype length = 0; length <= cut.size(); length += step) {
        put(name, log ? m_main : m_main.left(length));
        put(name + QLatin1String("-wal"), log ? m_log.left(length) : m_log);
        QFile::remove(m_folder.filePath(name + QLatin1String("-shm")));
        const QSet<QString> texts = openAnyhow(m_folder.filePath(name));
        QVERIFY2((texts - m_texts).isEmpty(), "a text that nobody has written");
        if (log) { // nothing that was in it before the cut is lost
            QVERIFY(texts.size() >= last);
            last = texts.size();
        }
    }
    if (log)
        QVERIFY(last > 0);
}

void JournalDamageTest::bytesFlipped_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 24; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void JournalDamageTest::bytesFlipped()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    QByteArray main = m_main;
    QByteArray log = m_log;
    for (unsigned i = 0; i <= seed % 5; ++i) {
        QByteArray &bytes = random() % 2 == 0 ? main : log;
        const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
        bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1U << (random() % 8)));
    }
    const QString name = QStringLiteral("flipped");
    put(name, main);
    put(name + QLatin1String("-wal"), log);
    QFile::remove(m_folder.filePath(name + QLatin1String("-shm")));
    const QSet<QString> texts = openAnyhow(m_folder.filePath(name));
    QVERIFY2((texts - m_texts).isEmpty(), "a text that nobody has written");
}

void JournalDamageTest::aRowThatWasChangedIsNotBelieved()
{
    // In the file alone, whose pages have no sums of their own.
    const QString name = QStringLiteral("row");
    put(name, m_main);
    put(name + QLatin1String("-wal"), m_log);
    QFile::remove(m_folder.filePath(name + QLatin1String("-shm")));
    openAnyhow(m_folder.filePath(name)); // brings the log into the file
    QByteArray bytes = bytesOf(m_folder.filePath(name));
    const QByteArray wanted = QStringLiteral("Bản dịch số 7 của").toUtf8();
    const qsizetype at = bytes.indexOf(wanted);
    QVERIFY(at > 0);
    bytes.replace(at, wanted.size(), QStringLiteral("Bản dịch số 8 của").toUtf8());
    put(name, bytes);
    const Result<std::unique_ptr<Journal>> journal = Journal::open(m_folder.filePath(name));
    QVERIFY(journal.ok());
    const auto entries = (*journal)->unsaved();
    QVERIFY(entries.ok());
    QCOMPARE((*journal)->damagedRows(), 1);
    QCOMPARE(entries->size(), entryCount - 1);
}

/// Where nobody knows what was saved, nobody knows what the first edit of a target found there: what another
/// program had made of it before does not tell either.
void JournalDamageTest::whatAnotherProgramMadeIsNoFirstVersion()
{
    const QString path = m_folder.filePath(QStringLiteral("seen"));
    const auto entry = [](const char *before, const char *after, bool seen) {
        TargetChange change;
        change.where = {QStringLiteral("f1"), QStringLiteral("u1"), QStringLiteral("s1")};
        change.before.target.text = QString::fromLatin1(before);
        change.after.target.text = QString::fromLatin1(after);
        change.before.hasTarget = change.after.hasTarget = true;
        JournalEntry made;
        made.time = 1;
        made.change = change;
        made.seen = seen;
        return made;
    };
    {
        const auto journal = Journal::open(path);
        QVERIFY(journal.ok() && (*journal)->claim(JournalOwner::ofThisProcess(), true));
        QVERIFY((*journal)->add({entry("A", "B", true), entry("B", "C", false)}).ok());
    }
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(path).constData(), &database), SQLITE_OK);
    QCOMPARE(sqlite3_exec(database, "DELETE FROM state", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);

    const QList<JournalEntry> rescued = salvageJournal(path);
    QCOMPARE(textsIn(rescued), (QSet<QString>{QStringLiteral("B"), QStringLiteral("C")}));
    QCOMPARE(std::get<TargetChange>(rescued.last().change).after.target.text, QStringLiteral("C"));
    QVERIFY(!std::get<TargetChange>(rescued.last().change).before.hasTarget);
}

void JournalDamageTest::putAsideUnderAFreeName()
{
    put(QStringLiteral("aside"), "one");
    const QString path = m_folder.filePath(QStringLiteral("aside"));
    QCOMPARE(*putJournalAside(path), path + QLatin1String(".damaged"));
    put(QStringLiteral("aside"), "two");
    QCOMPARE(*putJournalAside(path), path + QLatin1String(".damaged-2"));
    QCOMPARE(bytesOf(path + QLatin1String(".damaged")), QByteArray("one"));
    QVERIFY(!putJournalAside(path).ok());
}

/// A log that stays would be taken for that of the journal which is made next.
void JournalDamageTest::theLogGoesAlong()
{
    const QString path = m_folder.filePath(QStringLiteral("logged"));
    put(QStringLiteral("logged"), "one");
    put(QStringLiteral("logged-wal"), "log");
    put(QStringLiteral("logged.damaged-wal"), "of another");
    const QString kept = path + QLatin1String(".damaged-2");
    QCOMPARE(*putJournalAside(path), kept);
    QCOMPARE(bytesOf(kept + QLatin1String("-wal")), QByteArray("log"));
    QCOMPARE(bytesOf(path + QLatin1String(".damaged-wal")), QByteArray("of another"));
    QVERIFY(!QFile::exists(path + QLatin1String("-wal")));
    // All or nothing.
    put(QStringLiteral("logged-wal"), "log alone");
    QVERIFY(!putJournalAside(path).ok());
    QCOMPARE(bytesOf(path + QLatin1String("-wal")), QByteArray("log alone"));
}

QTEST_GUILESS_MAIN(JournalDamageTest)
#include "tst_journal_damage.moc"
