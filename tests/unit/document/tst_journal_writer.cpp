#include "document/journal_writer.h"
#include "edited_document.h"

#include <QtCore/QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <csignal>
#include <sys/resource.h>

using namespace verbale;

class JournalWriterTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void writesByItself();
    void keepsTheOrder();
    void goesOnWhenThereIsRoomAgain();
    void makesADeletedFileAgain();
    void aDeletedFileHoldsWhatWasRestored();
    void saysThatItIsThere_data();
    void saysThatItIsThere();
    void goesElsewhereWhenTheFolderIsGone();
    void stopsWhenAnotherTakesOver();
    void leavesNothingOfAnEmptyJournal();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("in/journal")); }
    [[nodiscard]] std::unique_ptr<JournalWriter> made(const JournalWriter::Listener &listener = {});
    /// What another process would find.
    [[nodiscard]] QStringList written(const QString &file) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    JournalOwner m_owner;
};

namespace {

JournalEntry edit(const QString &text)
{
    JournalEntry entry;
    entry.time = 1;
    entry.change =
        TargetChange{{QStringLiteral("f1"), QStringLiteral("u1"), QStringLiteral("s") + text.left(3)},
                     {},
                     {},
                     {{text, {}}, true, SegmentState::Initial, {}}};
    return entry;
}

} // namespace

void JournalWriterTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("in")));
    m_owner = JournalOwner::ofThisProcess();
}

std::unique_ptr<JournalWriter> JournalWriterTest::made(const JournalWriter::Listener &listener)
{
    Result<std::unique_ptr<Journal>> journal = Journal::open(path());
    if (!journal || !(*journal)->claim(m_owner, true))
        return nullptr;
    return std::make_unique<JournalWriter>(std::move(*journal), m_owner,
                                           m_folder->filePath(QStringLiteral("elsewhere")), listener);
}

QStringList JournalWriterTest::written(const QString &file) const
{
    const Result<std::unique_ptr<Journal>> journal = Journal::open(file, false);
    if (!journal)
        return {};
    const auto entries = (*journal)->unsaved();
    QStringList texts;
    for (const JournalEntry &entry : entries ? *entries : QList<JournalEntry>())
        texts.append(std::get<TargetChange>(entry.change).after.target.text);
    return texts;
}

void JournalWriterTest::writesByItself()
{
    const auto writer = made();
    QVERIFY(writer);
    writer->add(edit(QStringLiteral("một")));
    writer->add(edit(QStringLiteral("hai")));
    QTRY_COMPARE(written(path()), (QStringList{QStringLiteral("một"), QStringLiteral("hai")}));
}

void JournalWriterTest::keepsTheOrder()
{
    const auto writer = made();
    FileIdentity base;
    QStringList history;
    writer->add(edit(QStringLiteral("một")));
    writer->saved([] { return std::optional(FileIdentity{QStringLiteral("a.xlf"), 1, 2, "d"}); });
    writer->add(edit(QStringLiteral("hai")));
    writer->ask([&](Journal &journal) { base = *journal.base(); });
    writer->flush();
    QCOMPARE(base.name, QStringLiteral("a.xlf"));
    QCOMPARE(written(path()), QStringList{QStringLiteral("hai")});
}

/// A limit on the size of files stands in for the full disk.
void JournalWriterTest::goesOnWhenThereIsRoomAgain()
{
    std::atomic<int> failures = 0;
    std::atomic<int> recoveries = 0;
    const auto writer = made([&](const Result<void> &result) { ++(result.ok() ? recoveries : failures); });
    writer->add(edit(QStringLiteral("một")));
    writer->flush();
    rlimit old = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &old), 0);
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small = {4096, old.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    writer->add(edit(QString(100'000, u'x')));
    writer->flush();
    writer->add(edit(QStringLiteral("ba")));
    writer->flush();
    ::setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, oldHandler);
    QCOMPARE(failures, 1); // told once
    QCOMPARE(recoveries, 0);
    QTRY_COMPARE_WITH_TIMEOUT(recoveries, 1, 10'000);
    QCOMPARE(written(path()),
             (QStringList{QStringLiteral("một"), QString(100'000, u'x'), QStringLiteral("ba")}));
}

void JournalWriterTest::makesADeletedFileAgain()
{
    const auto writer = made();
    writer->add(edit(QStringLiteral("một")));
    writer->saved([] { return std::optional(FileIdentity()); });
    writer->add(edit(QStringLiteral("hai")));
    writer->flush();
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(path() + QLatin1String(suffix));
    writer->add(edit(QStringLiteral("ba")));
    writer->flush();
    // What the file holds is safe; what it does not hold is in the new journal.
    QCOMPARE(written(path()), (QStringList{QStringLiteral("hai"), QStringLiteral("ba")}));
}

void JournalWriterTest::aDeletedFileHoldsWhatWasRestored()
{
    const FileIdentity base{QStringLiteral("a.xlf"), 1, 2, "d"};
    {
        const Result<std::unique_ptr<Journal>> before = Journal::open(path());
        QVERIFY((*before)->claim(m_owner, true).ok());
        QVERIFY((*before)->setBase(base).ok());
        QVERIFY((*before)->add({edit(QStringLiteral("một"))}).ok());
    } // as after a crash
    const auto writer = made();
    writer->flush();
    removeJournal(path());
    writer->add(edit(QStringLiteral("hai")));
    writer->flush();
    QCOMPARE(written(path()), (QStringList{QStringLiteral("một"), QStringLiteral("hai")}));
    QVERIFY(Journal::open(path(), false).value()->base().value() == base);
}

void JournalWriterTest::saysThatItIsThere_data()
{
    QTest::addColumn<bool>("typing");
    QTest::newRow("to who types without a pause") << true;
    QTest::newRow("to who looks at the history") << false;
}

/// Another host judges by the last sign of life alone.
void JournalWriterTest::saysThatItIsThere()
{
    QFETCH(bool, typing);
    const qint64 now = m_owner.beat;
    m_owner.beat = now - 10 * 60'000;
    const auto writer = made();
    QVERIFY(writer);
    if (typing)
        writer->add(edit(QStringLiteral("một")));
    else
        writer->ask([](Journal &journal) { static_cast<void>(journal.history({})); });
    writer->flush();
    const Result<std::unique_ptr<Journal>> journal = Journal::open(path(), false);
    QVERIFY(journal.ok());
    QVERIFY((*journal)->owner().value()->beat >= now);
}

void JournalWriterTest::goesElsewhereWhenTheFolderIsGone()
{
    const auto writer = made();
    writer->add(edit(QStringLiteral("một")));
    writer->flush();
    QVERIFY(QDir(m_folder->filePath(QStringLiteral("in"))).removeRecursively());
    writer->add(edit(QStringLiteral("hai")));
    writer->flush();
    QCOMPARE(written(m_folder->filePath(QStringLiteral("elsewhere"))),
             (QStringList{QStringLiteral("một"), QStringLiteral("hai")}));
}

void JournalWriterTest::stopsWhenAnotherTakesOver()
{
    std::atomic<int> told = 0;
    const auto writer = made([&](const Result<void> &result) {
        told += !result && result.error().code == QLatin1String("journal.taken-over") ? 1 : 0;
    });
    writer->add(edit(QStringLiteral("một")));
    writer->flush();
    JournalOwner other = m_owner;
    other.token = QStringLiteral("other");
    const Result<std::unique_ptr<Journal>> second = Journal::open(path(), false);
    QVERIFY((*second)->claim(other, true).ok());
    writer->add(edit(QStringLiteral("hai")));
    writer->flush();
    writer->add(edit(QStringLiteral("ba")));
    writer->flush();
    QCOMPARE(told, 1);
    QCOMPARE(written(path()), QStringList{QStringLiteral("một")});
}

void JournalWriterTest::leavesNothingOfAnEmptyJournal()
{
    made().reset();
    QVERIFY(QDir(m_folder->filePath(QStringLiteral("in")))
                .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
                .isEmpty());
    auto writer = made();
    writer->add(edit(QStringLiteral("một")));
    writer.reset(); // writes what waits
    QCOMPARE(written(path()), QStringList{QStringLiteral("một")});
}

QTEST_GUILESS_MAIN(JournalWriterTest)
#include "tst_journal_writer.moc"
