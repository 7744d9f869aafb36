#include "document/journal.h"
#include "edited_document.h"

#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest>

using namespace verbale;

class JournalTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void keepsWhatWasAdded();
    void typingIsOneVersion();
    void aPauseOrAnotherPersonBeginsAVersion();
    void savingBeginsAVersion();
    void historyOfASegment();
    void historyOfASplitSegment();
    void historyOfNoPlace();
    void whatWasSavedIsNotUnsaved();
    void remembersTheFile();
    void isForItsOwnerAlone();
    void followsNoLink();
    void secondOpeningIsTold();
    void theDeadOwnNothing();
    void takingOverStopsTheOther();
    void nothingIsLeftWithoutAnEdit();
    void unplacedChangesStay();
    void theSameWithoutAPlaceStandsOnce();
    void whatTheOtherNeverHeldStaysUnsaved();
    void whatTheOtherHeldIsSavedThere();
    void joiningTwiceAddsNothing();
    void aVersionThatWasSeenIsHistory();
    void savingUpToARow();
    void staysSmall();
    void copiesForAnotherFile();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();

private:
    [[nodiscard]] std::unique_ptr<Journal> opened(const QString &name = QStringLiteral("journal"));
    std::unique_ptr<QTemporaryDir> m_folder;
    JournalOwner m_owner;
};

namespace {

JournalEntry typed(const QString &before, const QString &after, qint64 time,
                   const QString &segment = QStringLiteral("s1"), const QString &who = QStringLiteral("An"))
{
    JournalEntry entry;
    entry.time = time;
    entry.who = who;
    entry.label = QStringLiteral("Typing");
    entry.typing = true;
    entry.change = TargetChange{{QStringLiteral("f1"), QStringLiteral("u1"), segment},
                                {QStringLiteral("Câu này."), {}},
                                {{before, {}}, !before.isEmpty(), SegmentState::Initial, {}},
                                {{after, {}}, true, SegmentState::Initial, {}}};
    return entry;
}

QStringList targets(const QList<JournalEntry> &entries)
{
    QStringList texts;
    for (const JournalEntry &entry : entries)
        texts.append(std::get<TargetChange>(entry.change).after.target.text);
    return texts;
}

const SegmentAddress firstSegment{QStringLiteral("f1"), QStringLiteral("u1"), QStringLiteral("s1")};

} // namespace

void JournalTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_owner = JournalOwner::ofThisProcess();
}

std::unique_ptr<Journal> JournalTest::opened(const QString &name)
{
    Result<std::unique_ptr<Journal>> journal = Journal::open(m_folder->filePath(name));
    if (!journal || !(*journal)->claim(m_owner, true))
        return nullptr;
    return std::move(*journal);
}

void JournalTest::keepsWhatWasAdded()
{
    const JournalEntry one = typed({}, QStringLiteral("Hợp tác"), 1000);
    {
        const auto journal = opened();
        QVERIFY(journal);
        QVERIFY(journal->add({one}).ok());
    } // not released: as after a crash
    const auto journal = opened();
    QVERIFY(journal);
    const auto entries = journal->unsaved();
    QVERIFY(entries.ok());
    QCOMPARE(entries->size(), 1);
    QCOMPARE(entries->first().time, 1000);
    QCOMPARE(entries->first().who, QStringLiteral("An"));
    QCOMPARE(entries->first().label, QStringLiteral("Typing"));
    const auto &change = std::get<TargetChange>(entries->first().change);
    const auto &wanted = std::get<TargetChange>(one.change);
    QCOMPARE(change.where, wanted.where);
    QVERIFY(change.before == wanted.before && change.after == wanted.after && change.source == wanted.source);
    QCOMPARE(journal->damagedRows(), 0);
}

void JournalTest::typingIsOneVersion()
{
    const auto journal = opened();
    QVERIFY(
        journal->add({typed({}, QStringLiteral("H"), 1), typed(QStringLiteral("H"), QStringLiteral("Hi"), 2)})
            .ok());
    QVERIFY(journal->add({typed(QStringLiteral("Hi"), QStringLiteral("Hit"), 3)}).ok());
    const auto entries = journal->unsaved();
    QVERIFY(entries.ok());
    QCOMPARE(targets(*entries), QStringList{QStringLiteral("Hit")});
    QVERIFY(std::get<TargetChange>(entries->first().change).before.target.isEmpty());
    QCOMPARE(entries->first().time, 3);
}

void JournalTest::aPauseOrAnotherPersonBeginsAVersion()
{
    const auto journal = opened();
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    const QString c = QStringLiteral("c");
    QVERIFY(journal->add({typed({}, a, 1), typed(a, b, 40'000)}).ok());
    QCOMPARE(targets(*journal->unsaved()), (QStringList{a, b}));
    QVERIFY(journal->add({typed(b, c, 40'001, QStringLiteral("s1"), QStringLiteral("Bình"))}).ok());
    QCOMPARE(journal->unsaved().value().size(), 3);
    QVERIFY(journal->add({typed({}, a, 40'002, QStringLiteral("s2"), QStringLiteral("Bình"))}).ok());
    QCOMPARE(journal->unsaved().value().size(), 4);
}

void JournalTest::savingBeginsAVersion()
{
    const auto journal = opened();
    QVERIFY(journal->add({typed({}, QStringLiteral("a"), 1)}).ok());
    QVERIFY(journal->markSaved({}).ok());
    QVERIFY(journal->add({typed(QStringLiteral("a"), QStringLiteral("ab"), 2)}).ok());
    const auto entries = journal->unsaved();
    QCOMPARE(targets(*entries), QStringList{QStringLiteral("ab")});
    QCOMPARE(std::get<TargetChange>(entries->first().change).before.target.text, QStringLiteral("a"));
}

void JournalTest::historyOfASegment()
{
    const auto journal = opened();
    JournalEntry confirmed = typed(QStringLiteral("Agree."), QStringLiteral("Agree."), 50);
    confirmed.typing = false;
    confirmed.label = QStringLiteral("Confirming");
    std::get<TargetChange>(confirmed.change).after.state = SegmentState::Translated;
    QVERIFY(journal
                ->add({typed(QStringLiteral("Old."), QStringLiteral("Agree."), 40), confirmed,
                       typed({}, QStringLiteral("other"), 60, QStringLiteral("s2"))})
                .ok());
    QVERIFY(journal->markSaved({}).ok());
    const auto versions = journal->history(firstSegment);
    QVERIFY(versions.ok());
    QCOMPARE(versions->size(), 3);
    QCOMPARE(versions->at(0).target.state, SegmentState::Translated);
    QCOMPARE(versions->at(0).label, QStringLiteral("Confirming"));
    QVERIFY(versions->at(0).saved);
    QCOMPARE(versions->at(1).target.target.text, QStringLiteral("Agree."));
    QCOMPARE(versions->at(1).who, QStringLiteral("An"));
    QCOMPARE(versions->at(1).time, 40);
    QCOMPARE(versions->at(2).number, 0);
    QCOMPARE(versions->at(2).target.target.text, QStringLiteral("Old."));
    QVERIFY(journal->history({QStringLiteral("f1"), QStringLiteral("u1"), QStringLiteral("none")})
                .value()
                .isEmpty());
}

void JournalTest::historyOfASplitSegment()
{
    const auto journal = opened();
    const Document base = madeDocument(6);
    EditedDocument edited(base, 5);
    QList<JournalEntry> entries;
    bool structure = false;
    for (int i = 0; i < 200; ++i) {
        const std::optional<JournalEntry> entry = edited.step();
        if (!entry)
            continue;
        entries.append(*entry);
        structure = structure || std::holds_alternative<StructureChange>(entry->change);
    }
    QVERIFY(structure);
    QVERIFY(journal->add(entries).ok());
    // The newest version of each segment is what stands in the document.
    int compared = 0;
    for (const SegmentRef &ref : edited.document().segments()) {
        const auto versions = journal->history(addressOf(edited.document(), ref));
        QVERIFY(versions.ok());
        if (versions->isEmpty())
            continue;
        ++compared;
        QVERIFY(versions->first().target == TargetVersion::of(edited.document().at(ref)));
    }
    QVERIFY(compared > 3);
}

/// Edits of the structure have no segment's address.
void JournalTest::historyOfNoPlace()
{
    const auto journal = opened();
    JournalEntry entry;
    entry.change = StructureChange();
    QVERIFY(journal->add({entry}).ok());
    QVERIFY(journal->history({}).ok());
    QVERIFY(journal->history({}).value().isEmpty());
}

void JournalTest::whatWasSavedIsNotUnsaved()
{
    const auto journal = opened();
    QVERIFY(journal->add({typed({}, QStringLiteral("a"), 1)}).ok());
    QVERIFY(journal->markSaved({}).ok());
    QVERIFY(journal->unsaved().value().isEmpty());
    QVERIFY(journal->add({typed({}, QStringLiteral("b"), 2, QStringLiteral("s2"))}).ok());
    QCOMPARE(targets(*journal->unsaved()), QStringList{QStringLiteral("b")});
}

void JournalTest::remembersTheFile()
{
    const FileIdentity file{QStringLiteral("công hàm.xlf"), 1234, 5678, QByteArray("\x00\xff digest", 9)};
    QVERIFY(opened()->setBase(file).ok());
    const auto journal = opened();
    QVERIFY(journal->base().ok());
    QVERIFY(*journal->base() == file);
    const FileIdentity later{QStringLiteral("công hàm.xlf"), 1, 2, "x"};
    QVERIFY(journal->markSaved(later).ok());
    QVERIFY(*journal->base() == later);
}

void JournalTest::isForItsOwnerAlone()
{
    const auto journal = opened();
    QVERIFY(journal->add({typed({}, QStringLiteral("confidential"), 1)}).ok());
    for (const char *suffix : {"", "-wal", "-shm"}) {
        const QFileInfo file(m_folder->filePath(QStringLiteral("journal")) + QLatin1String(suffix));
        QVERIFY(file.exists());
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther;
        QVERIFY(!(file.permissions() & others));
    }
}

void JournalTest::followsNoLink()
{
    QFile other(m_folder->filePath(QStringLiteral("other")));
    QVERIFY(other.open(QIODevice::WriteOnly));
    QVERIFY(other.link(m_folder->filePath(QStringLiteral("journal"))));
    const auto journal = Journal::open(m_folder->filePath(QStringLiteral("journal")));
    QVERIFY(!journal.ok());
    QCOMPARE(other.size(), 0);
}

void JournalTest::secondOpeningIsTold()
{
    const auto first = opened();
    QVERIFY(first->add({typed({}, QStringLiteral("a"), 1)}).ok());
    const auto second = Journal::open(m_folder->filePath(QStringLiteral("journal")));
    QVERIFY(second.ok());
    JournalOwner other = m_owner;
    other.token = QStringLiteral("another window of this process");
    const auto held = (*second)->claim(other, false);
    QVERIFY(held.ok());
    QVERIFY(held->has_value());
    QCOMPARE((*held)->pid, QCoreApplication::applicationPid());
    QCOMPARE((*held)->host, m_owner.host);
    QCOMPARE((*second)->add({typed({}, QStringLiteral("b"), 2)}).error().code,
             QStringLiteral("journal.taken-over"));
    first->release();
    const auto free = (*second)->claim(other, false);
    QVERIFY(free.ok() && !free->has_value());
    QVERIFY((*second)->add({typed({}, QStringLiteral("b"), 2)}).ok());
}

void JournalTest::theDeadOwnNothing()
{
    const qint64 now = m_owner.beat;
    QVERIFY(m_owner.isAlive(now));
    JournalOwner dead = m_owner;
    dead.pid = 999'999'999;
    QVERIFY(!dead.isAlive(now));
    JournalOwner reused = m_owner; // the same number, another process
    if (reused.started != 0) {
        reused.started -= 1;
        QVERIFY(!reused.isAlive(now));
    }
    JournalOwner far = m_owner;
    far.host = QStringLiteral("another-host");
    QVERIFY(far.isAlive(now));
    QVERIFY(!far.isAlive(now + 10 * 60'000));
    QVERIFY(!JournalOwner().isAlive(now));

    const auto first = opened();
    QVERIFY(first->claim(dead, true).ok());
    const auto second = Journal::open(m_folder->filePath(QStringLiteral("journal")));
    QVERIFY(!(*second)->claim(m_owner, false).value().has_value());
}

void JournalTest::takingOverStopsTheOther()
{
    const auto first = opened();
    QVERIFY(first->add({typed({}, QStringLiteral("a"), 1)}).ok());
    const auto second = Journal::open(m_folder->filePath(QStringLiteral("journal")));
    JournalOwner other = m_owner;
    other.token = QStringLiteral("other");
    QVERIFY((*second)->claim(other, true).ok());
    const QString code = QStringLiteral("journal.taken-over");
    QCOMPARE(first->add({typed({}, QStringLiteral("b"), 2)}).error().code, code);
    QCOMPARE(first->markSaved({}).error().code, code);
    QCOMPARE(first->beat(5).error().code, code);
    QVERIFY((*second)->keepUnplaced({typed({}, QStringLiteral("left over"), 7)}).ok());
    QCOMPARE(first->dropUnplaced().error().code, code);
    QCOMPARE(first->compact(0).error().code, code);
    QCOMPARE((*second)->unplaced().value().size(), 1);
    first->release(); // takes nothing away from the other
    QCOMPARE(targets(*(*second)->unsaved()), QStringList{QStringLiteral("a")});
    QVERIFY((*second)->beat(6).ok());
}

void JournalTest::nothingIsLeftWithoutAnEdit()
{
    auto journal = opened();
    QVERIFY(journal->setBase({QStringLiteral("a.xlf"), 1, 2, {}}).ok());
    journal->release();
    journal.reset();
    QVERIFY(
        QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
}

void JournalTest::unplacedChangesStay()
{
    auto journal = opened();
    QVERIFY(journal->keepUnplaced({typed({}, QStringLiteral("left over"), 7)}).ok());
    journal->release();
    journal = opened();
    QCOMPARE(targets(*journal->unplaced()), QStringList{QStringLiteral("left over")});
    QVERIFY(journal->dropUnplaced().ok());
    QVERIFY(journal->unplaced().value().isEmpty());
}

void JournalTest::theSameWithoutAPlaceStandsOnce()
{
    const auto journal = opened();
    const JournalEntry entry = typed({}, QStringLiteral("left over"), 7);
    QVERIFY(journal->keepUnplaced({entry, entry}).ok());
    QVERIFY(journal->keepUnplaced({entry, typed({}, QStringLiteral("another"), 7)}).ok());
    QCOMPARE(targets(*journal->unplaced()),
             (QStringList{QStringLiteral("left over"), QStringLiteral("another")}));
}

/// The second one was begun without knowing the first, and has saved its own edits alone.
void JournalTest::whatTheOtherNeverHeldStaysUnsaved()
{
    const FileIdentity before{QStringLiteral("a.xlf"), 1, 1, "before"};
    const FileIdentity after{QStringLiteral("a.xlf"), 2, 2, "after"};
    const auto first = opened();
    QVERIFY(first->setBase(before).ok());
    QVERIFY(first->add({typed({}, QStringLiteral("old"), 5)}).ok());
    QVERIFY(first->markSaved(before).ok());
    QVERIFY(first
                ->add({typed(QStringLiteral("old"), QStringLiteral("first"), 10),
                       typed({}, QStringLiteral("first too"), 11, QStringLiteral("s2"))})
                .ok());
    const auto second = opened(QStringLiteral("second"));
    QVERIFY(second->setBase(before).ok());
    QVERIFY(second->add({typed({}, QStringLiteral("second"), 20, QStringLiteral("s3"))}).ok());
    QVERIFY(second->markSaved(after).ok());
    QVERIFY(second->add({typed({}, QStringLiteral("later"), 3, QStringLiteral("s4"))}).ok());
    const auto tail = second->tailFor(*first);
    QVERIFY(tail.ok());
    QCOMPARE(targets(tail->saved), QStringList{QStringLiteral("second")});
    QVERIFY(first->append(*tail).ok());
    QCOMPARE(targets(*first->unsaved()),
             (QStringList{QStringLiteral("first"), QStringLiteral("first too"), QStringLiteral("later")}));
    QVERIFY(first->base().value().digest.isEmpty()); // of two files: each is to be compared
    QVERIFY(first->history({QStringLiteral("f1"), QStringLiteral("u1"), QStringLiteral("s3")})
                .value()
                .first()
                .saved);
    QVERIFY(!first->history(firstSegment).value().first().saved);
    // What is typed afterwards is a row of its own, behind all others.
    QVERIFY(first->add({typed(QStringLiteral("later"), QStringLiteral("later on"), 4, QStringLiteral("s4"))})
                .ok());
    QCOMPARE(targets(*first->unsaved()).last(), QStringLiteral("later on"));
    QCOMPARE(first->unsaved().value().size(), 4);
    QVERIFY(first->markSaved(after).ok());
    QVERIFY(first->unsaved().value().isEmpty());
}

void JournalTest::whatTheOtherHeldIsSavedThere()
{
    const FileIdentity after{QStringLiteral("a.xlf"), 2, 2, "after"};
    const auto first = opened();
    QVERIFY(first->add({typed({}, QStringLiteral("one"), 10)}).ok());
    const auto second = opened(QStringLiteral("second"));
    QVERIFY(second->append(*first->tailFor(*second)).ok());
    QVERIFY(second->add({typed(QStringLiteral("one"), QStringLiteral("one and"), 11)}).ok());
    QCOMPARE(targets(*second->unsaved()), (QStringList{QStringLiteral("one"), QStringLiteral("one and")}));
    QVERIFY(first->add({typed({}, QStringLiteral("two"), 12, QStringLiteral("s2"))}).ok()); // not known there
    QVERIFY(second->markSaved(after).ok());
    QVERIFY(first->append(*second->tailFor(*first)).ok());
    QCOMPARE(targets(*first->unsaved()), QStringList{QStringLiteral("two")});
    QCOMPARE(first->history(firstSegment).value().size(), 3); // before, one, one and
    QVERIFY(first->history(firstSegment).value().first().saved);
}

void JournalTest::joiningTwiceAddsNothing()
{
    const auto first = opened();
    const auto second = opened(QStringLiteral("second"));
    QVERIFY(first->add({typed({}, QStringLiteral("one"), 10)}).ok());
    QVERIFY(second->add({typed({}, QStringLiteral("two"), 10, QStringLiteral("s2"))}).ok());
    QVERIFY(second->keepUnplaced({typed({}, QStringLiteral("left over"), 7)}).ok());
    for (int time = 0; time < 3; ++time) {
        QVERIFY(first->append(*second->tailFor(*first)).ok());
        QVERIFY(second->append(*first->tailFor(*second)).ok());
        QCOMPARE(first->unsaved().value().size(), 2);
        QCOMPARE(second->unsaved().value().size(), 2);
        QCOMPARE(first->unplaced().value().size(), 1);
    }
    QVERIFY(first->markSaved({}).ok());
    QVERIFY(second->append(*first->tailFor(*second)).ok());
    QVERIFY(second->unsaved().value().isEmpty()); // both had been taken over, and were saved
    // A copy for another file is another journal.
    QVERIFY(first->copyTo(m_folder->filePath(QStringLiteral("copy"))).ok());
    QVERIFY(opened(QStringLiteral("copy"))->id() != first->id());
}

void JournalTest::aVersionThatWasSeenIsHistory()
{
    const auto journal = opened();
    JournalEntry theirs = typed(QStringLiteral("a"), QStringLiteral("theirs"), 2);
    theirs.seen = true;
    QVERIFY(journal
                ->add({typed({}, QStringLiteral("a"), 1), theirs,
                       typed(QStringLiteral("a"), QStringLiteral("ab"), 3)})
                .ok());
    QCOMPARE(targets(*journal->unsaved()), (QStringList{QStringLiteral("a"), QStringLiteral("ab")}));
    const auto versions = journal->history(firstSegment);
    QCOMPARE(versions->size(), 4);
    QCOMPARE(versions->at(1).target.target.text, QStringLiteral("theirs"));
    QVERIFY(versions->at(1).saved);
    const auto other = opened(QStringLiteral("other"));
    QVERIFY(other->append(*journal->tailFor(*other)).ok());
    QCOMPARE(other->history(firstSegment).value().size(), 4);
    QCOMPARE(other->unsaved().value().size(), 2);
    NetChanges changes;
    changes.add(theirs);
    QVERIFY(changes.isEmpty());
}

void JournalTest::savingUpToARow()
{
    const FileIdentity file{QStringLiteral("a.xlf"), 2, 2, "after"};
    const auto journal = opened();
    QVERIFY(journal->add({typed({}, QStringLiteral("a"), 1)}).ok());
    const Result<qint64> row = journal->endVersion();
    QVERIFY(row.ok());
    QVERIFY(journal->add({typed(QStringLiteral("a"), QStringLiteral("ab"), 2)}).ok());
    QVERIFY(journal->markSavedUpTo(file, *row).ok());
    QCOMPARE(targets(*journal->unsaved()), QStringList{QStringLiteral("ab")});
    QVERIFY(*journal->base() == file);
}

void JournalTest::staysSmall()
{
    const auto journal = opened();
    const auto number = [](int i) { return QStringLiteral("version %1 ").arg(i) + QString(400, u'x'); };
    QList<JournalEntry> entries;
    for (int i = 0; i < 2000; ++i) {
        entries.append(typed(number(i), number(i + 1), i));
        entries.last().typing = false;
    }
    QVERIFY(journal->add(entries).ok());
    QVERIFY(journal->compact(100'000).ok());
    QCOMPARE(journal->unsaved().value().size(), 2000); // what was not saved is never thrown away
    QVERIFY(journal->markSaved({}).ok());
    QVERIFY(journal->add({typed({}, QStringLiteral("new"), 9999, QStringLiteral("s2"))}).ok());
    QVERIFY(journal->compact(100'000).ok());
    const qsizetype kept = journal->history(firstSegment).value().size();
    QVERIFY(kept > 10 && kept < 200);
    QCOMPARE(journal->history(firstSegment).value().first().target.target.text, number(2000));
    QCOMPARE(targets(*journal->unsaved()), QStringList{QStringLiteral("new")});
}

void JournalTest::copiesForAnotherFile()
{
    const auto journal = opened();
    QVERIFY(journal->add({typed({}, QStringLiteral("a"), 1)}).ok());
    const QString path = m_folder->filePath(QStringLiteral("copy"));
    QVERIFY(journal->copyTo(path).ok());
    const auto copy = Journal::open(path, false);
    QVERIFY(copy.ok());
    QVERIFY((*copy)->unsaved().value().isEmpty());
    QCOMPARE((*copy)->history(firstSegment).value().size(), 2);
    QVERIFY(!(*copy)->owner().value().has_value());
    QVERIFY(!(QFileInfo(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    QCOMPARE(journal->unsaved().value().size(), 1);
}

void JournalTest::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("Đây là một bức thư dài hơn mười sáu chữ cái.");
    QTest::newRow("a header alone") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("a header and noise") << QByteArray("SQLite format 3\0", 16) + QByteArray(5000, 'x');
}

void JournalTest::refusesWhatIsNone()
{
    QFETCH(QByteArray, bytes);
    QFile file(m_folder->filePath(QStringLiteral("journal")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    const auto journal = Journal::open(file.fileName());
    QVERIFY(!journal.ok());
    QCOMPARE(journal.error().code, QStringLiteral("journal.damaged"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
    QVERIFY(!Journal::open(m_folder->filePath(QStringLiteral("none")), false).ok());
    QVERIFY(!Journal::open(m_folder->filePath(QStringLiteral("none/none"))).ok());
}

QTEST_GUILESS_MAIN(JournalTest)
#include "tst_journal.moc"
