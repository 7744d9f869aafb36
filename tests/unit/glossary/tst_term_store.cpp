// A termbase in a file: nothing is lost, everything can be undone, and no accident leaves half of anything.

#include "glossary/engine/term_store.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QtEndian>
#include <QtTest/QtTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

const StepName adding{u"add"_s, u"test"_s};

ConceptEntry simple(const QString &id, const QString &vi, const QString &en)
{
    return {id, {}, {}, {}, {}, {{u"vi"_s, vi}, {u"en"_s, en}}};
}

/// A value in every field, and texts that a file may garble.
ConceptEntry full()
{
    Term vi{u"vi"_s, u"Bộ Ngoại giao \U0001F1FB\U0001F1F3"_s, TermStatus::Preferred, false};
    vi.extra = {{u"termNote"_s, u"geo"_s, u" hai\ndòng\t"_s, u"#x"_s, u"vi"_s, 2}, {u"note"_s, {}, u"sau"_s}};
    Term en{u"en"_s, u"MoFA"_s, TermStatus::Forbidden, true};
    en.reason = u"không dùng \"ở đây\""_s;
    en.replacement = u"MOFA"_s;
    ConceptEntry entry{u"bộ#1|\\"_s, u"state"_s,
                       u"noun"_s,    u"một ghi chú\r\n"_s,
                       u"TT 03"_s,   {vi, en, {u"fr"_s, QString(), TermStatus::Admitted}}};
    entry.extra = {{u"descrip"_s, u"definition"_s, u"định nghĩa"_s, u"http://a.vn"_s, u"en"_s, -1},
                   {u"admin"_s, u"source"_s, {}, {}, {}, -1}};
    entry.validFrom = u"1945-08-28"_s;
    entry.validTo = u"2025"_s;
    entry.overrides = u"builtin#state.mofa\n/a b/c#d.tsv#e"_s;
    return entry;
}

/// The value, or an empty one.
template <typename T>
T got(Result<T> result)
{
    return result ? *std::move(result) : T();
}

QList<EntryEdit> additions(int first, int count)
{
    QList<EntryEdit> edits;
    for (int i = first; i < first + count; ++i)
        edits.append({{}, simple(u"e%1"_s.arg(i), u"thuật ngữ %1"_s.arg(i), u"term %1"_s.arg(i))});
    return edits;
}

} // namespace

class TermStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keepsEveryField();
    void givesIds();
    void editsAreAllOrNothing();
    void undoesAcrossReopening();
    void anEditEndsRedoing();
    void nothingChangedIsNoStep();
    void tellsAnEntrysHistory();
    void recordsConfirmationsAndUses();
    void renamingTakesTheRecordAlong();
    void othersFollow();
    void oneWritesAtATime();
    void aKilledProgramLeavesNothingHalf();
    void cancelling();
    void refuses_data();
    void refuses();
    void damagedPages();
    void fullDisk();
    void readOnlyFile();
    void manyEntriesAreOneStep();

private:
    [[nodiscard]] QString at(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString file() const { return at(u"terms.vtb"_s); }
    [[nodiscard]] TermStore open(StoreMode mode = StoreMode::ReadWrite) const
    {
        StoreOptions options;
        options.mode = mode;
        options.busyMilliseconds = 0;
        Result<TermStore> store = TermStore::open(file(), options);
        if (!store)
            qFatal("%s", qPrintable(store.error().text()));
        return *std::move(store);
    }
    static QList<ConceptEntry> entriesOf(const TermStore &store)
    {
        const Result<StoreContents> contents = store.load();
        return contents ? contents->termbase.entries() : QList<ConceptEntry>();
    }
    static QStringList idsOf(const TermStore &store)
    {
        QStringList ids;
        for (const ConceptEntry &entry : entriesOf(store))
            ids.append(entry.id);
        return ids;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TermStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TermStoreTest::keepsEveryField()
{
    const ConceptEntry other = simple(u"b"_s, u"tình bạn"_s, u"friendship"_s);
    {
        TermStore store = open();
        QCOMPARE(*store.apply({{{}, full()}, {{}, other}}, adding, u"lan"_s),
                 (QStringList{full().id, u"b"_s}));
    }
    const TermStore store = open(StoreMode::ReadOnly);
    QVERIFY(store.isReadOnly());
    QCOMPARE(entriesOf(store), (QList<ConceptEntry>{full(), other}));
    const Result<StoreChanges> changes = store.changesSince(0);
    QVERIFY(changes.ok());
    QCOMPARE(changes->entries.size(), 2);
    QVERIFY(changes->entries[0].entry == full());
}

void TermStoreTest::givesIds()
{
    TermStore store = open();
    const Result<QStringList> first = store.apply({{{}, simple(u"t2"_s, u"a"_s, u"b"_s)}}, adding, {});
    QVERIFY(first.ok());
    const Result<QStringList> ids =
        store.apply({{{}, simple({}, u"c"_s, u"d"_s)}, {{}, simple({}, u"e"_s, u"f"_s)}}, adding, {});
    QVERIFY(ids.ok());
    QCOMPARE(QSet<QString>(ids->begin(), ids->end()).size(), 2);
    QVERIFY(!ids->contains(u"t2"_s) && !ids->contains(QString()));
    QCOMPARE(idsOf(store), (QStringList{u"t2"_s} + *ids));
    QVERIFY(store.apply({{ids->first(), simple({}, u"c"_s, u"D"_s)}}, adding, {}).ok()); // keeps its id
    QCOMPARE(idsOf(store), (QStringList{u"t2"_s} + *ids));
}

void TermStoreTest::editsAreAllOrNothing()
{
    TermStore store = open();
    QVERIFY(store.apply(additions(0, 3), adding, {}).ok());
    const Result<QStringList> taken =
        store.apply({{u"e0"_s, std::nullopt}, {{}, simple(u"e1"_s, u"x"_s, u"y"_s)}}, adding, {});
    QVERIFY(!taken.ok());
    QCOMPARE(taken.error().code, u"store.id-taken"_s);
    QVERIFY(taken.error().text().contains(u"e1"_s) && taken.error().text().startsWith(file()));
    const Result<QStringList> gone =
        store.apply({{u"e0"_s, std::nullopt}, {u"e0"_s, std::nullopt}}, adding, {});
    QVERIFY(!gone.ok());
    QCOMPARE(gone.error().code, u"store.no-entry"_s);
    QCOMPARE(store.apply({{u"e2"_s, simple(u"e1"_s, u"x"_s, u"y"_s)}}, adding, {}).error().code,
             u"store.id-taken"_s);
    QCOMPARE(idsOf(store), (QStringList{u"e0"_s, u"e1"_s, u"e2"_s}));
    QCOMPARE(*store.changeNumber(), 3);
}

void TermStoreTest::undoesAcrossReopening()
{
    {
        TermStore store = open();
        QVERIFY(store.apply(additions(0, 3), {u"import"_s, u"a.tsv"_s}, u"lan"_s).ok());
        QVERIFY(store.apply({{u"e1"_s, std::nullopt}}, {u"remove"_s, u"thuật ngữ 1"_s}, u"minh"_s).ok());
        QVERIFY(store.apply({{u"e0"_s, full()}}, {u"edit"_s, u"thuật ngữ 0"_s}, u"lan"_s).ok());
    }
    {
        TermStore store = open();
        const Result<std::optional<StoreStep>> next = store.undoable();
        QVERIFY(next.ok() && next->has_value());
        QCOMPARE((*next)->name.action, u"edit"_s);
        QCOMPARE((*next)->who, u"lan"_s);
        QCOMPARE((*next)->changes, 1);
        QVERIFY((*next)->when.isValid());
        QVERIFY(!got(store.redoable()).has_value());
        QVERIFY(store.undo(u"hoa"_s).ok());
        const Result<StoreStep> undone = store.undo(u"hoa"_s);
        QVERIFY(undone.ok());
        QCOMPARE(undone->name.label, u"thuật ngữ 1"_s);
        QCOMPARE(idsOf(store), (QStringList{u"e0"_s, u"e1"_s, u"e2"_s})); // in its former place
    }
    TermStore store = open();
    QVERIFY(store.undo({}).ok());
    QCOMPARE(idsOf(store), QStringList());
    QCOMPARE(store.undo({}).error().code, u"store.nothing-to-undo"_s);
    for (int i = 0; i < 3; ++i)
        QVERIFY(store.redo({}).ok());
    QCOMPARE(store.redo({}).error().code, u"store.nothing-to-undo"_s);
    QCOMPARE(idsOf(store), (QStringList{full().id, u"e2"_s}));
    QCOMPARE(entriesOf(store).first(), full());
    QVERIFY(store.undo({}).ok() && store.redo({}).ok() && store.undo({}).ok());
    QCOMPARE(idsOf(store), (QStringList{u"e0"_s, u"e2"_s}));
}

void TermStoreTest::anEditEndsRedoing()
{
    TermStore store = open();
    QVERIFY(store.apply(additions(0, 1), adding, {}).ok());
    QVERIFY(store.apply(additions(1, 1), adding, {}).ok());
    QVERIFY(store.undo({}).ok());
    QVERIFY(store.apply(additions(2, 1), adding, {}).ok());
    QVERIFY(!got(store.redoable()).has_value());
    QCOMPARE(idsOf(store), (QStringList{u"e0"_s, u"e2"_s}));
    QVERIFY(store.undo({}).ok() && store.undo({}).ok());
    QCOMPARE(idsOf(store), QStringList());
    QVERIFY(store.redo({}).ok() && store.redo({}).ok());
    QCOMPARE(idsOf(store), (QStringList{u"e0"_s, u"e2"_s}));
    QCOMPARE(store.redo({}).error().code, u"store.nothing-to-undo"_s);
}

void TermStoreTest::nothingChangedIsNoStep()
{
    TermStore store = open();
    QVERIFY(store.apply(additions(0, 2), adding, {}).ok());
    const Result<QStringList> same =
        store.apply({{u"e0"_s, simple({}, u"thuật ngữ 0"_s, u"term 0"_s)}}, adding, {});
    QCOMPARE(*same, QStringList{u"e0"_s});
    QVERIFY(store.apply({}, adding, {}).ok());
    QCOMPARE(*store.changeNumber(), 2);
    QVERIFY(store.undo({}).ok());
    QVERIFY(!got(store.undoable()).has_value());
}

void TermStoreTest::tellsAnEntrysHistory()
{
    TermStore store = open();
    QVERIFY(store.apply(additions(0, 2), {u"import"_s, u"a.tsv"_s}, u"lan"_s).ok());
    QVERIFY(store.apply({{u"e0"_s, simple(u"new"_s, u"mới"_s, u"new"_s)}}, {u"edit"_s, u"mới"_s}, u"minh"_s)
                .ok());
    QVERIFY(store.undo(u"hoa"_s).ok());
    QVERIFY(store.apply({{u"e0"_s, std::nullopt}}, {u"remove"_s, u"thuật ngữ 0"_s}, u"lan"_s).ok());
    const Result<QList<HistoryItem>> history = store.history(u"e0"_s);
    QVERIFY(history.ok());
    QCOMPARE(history->size(), 4);
    const auto idAfter = [&](qsizetype i) {
        return history->at(i).after ? history->at(i).after->id : u"-"_s;
    };
    QCOMPARE((QStringList{idAfter(0), idAfter(1), idAfter(2), idAfter(3)}),
             (QStringList{u"e0"_s, u"new"_s, u"e0"_s, u"-"_s}));
    QVERIFY(!history->at(0).before);
    QCOMPARE(history->at(2).before->id, u"new"_s);
    QCOMPARE(history->at(2).who, u"hoa"_s);
    QVERIFY(history->at(2).kind == StepKind::Undo && history->at(1).kind == StepKind::Edit);
    QCOMPARE(history->at(0).name.label, u"a.tsv"_s);
    QVERIFY(history->at(0).when <= history->at(3).when);
    QCOMPARE(got(store.history(u"e1"_s)).size(), 1);
    QVERIFY(got(store.history(u"none"_s)).isEmpty());
}

void TermStoreTest::recordsConfirmationsAndUses()
{
    const QString other = u"builtin#asean.amm"_s;
    TermStore store = open();
    QVERIFY(store.apply(additions(0, 1), adding, {}).ok());
    QVERIFY(store.addUses({{u"e0"_s, 3}, {other, 1}}).ok());
    QVERIFY(store.addUses({{u"e0"_s, 2}}).ok());
    QVERIFY(store.confirm({u"e0"_s, other}, {u"confirm"_s, u"2"_s}, u"lan"_s).ok());
    Result<QHash<QString, EntryRecord>> records = store.records();
    QVERIFY(records.ok());
    QCOMPARE(records->size(), 2);
    QCOMPARE(records->value(u"e0"_s).uses, 5);
    QVERIFY(records->value(u"e0"_s).lastUsed.isValid());
    QCOMPARE(records->value(other).confirmedBy, u"lan"_s);
    const QDateTime first = records->value(other).confirmed;
    QVERIFY(qAbs(first.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QVERIFY(store.confirm({other}, {u"confirm"_s, u"1"_s}, u"minh"_s).ok());
    QVERIFY(store.undo({}).ok());
    records = store.records();
    QCOMPARE(records->value(other).confirmedBy, u"lan"_s);
    QCOMPARE(records->value(other).confirmed, first);
    QVERIFY(store.undo({}).ok());
    records = store.records();
    QVERIFY(!records->value(other).confirmed.isValid());
    QCOMPARE(records->value(u"e0"_s).uses, 5); // a use is no edit
    QVERIFY(store.redo({}).ok());
    QCOMPARE(got(store.records()).value(u"e0"_s).confirmedBy, u"lan"_s);
    QCOMPARE(idsOf(store), QStringList{u"e0"_s});
}

void TermStoreTest::renamingTakesTheRecordAlong()
{
    TermStore store = open();
    QVERIFY(store.apply(additions(0, 1), adding, {}).ok());
    QVERIFY(store.addUses({{u"e0"_s, 7}}).ok());
    QVERIFY(store.apply({{u"e0"_s, simple(u"new"_s, u"a"_s, u"b"_s)}}, adding, {}).ok());
    QCOMPARE(got(store.records()).value(u"new"_s).uses, 7);
    QVERIFY(store.undo({}).ok());
    QCOMPARE(got(store.records()).value(u"e0"_s).uses, 7);
}

void TermStoreTest::othersFollow()
{
    TermStore writer = open();
    const TermStore reader = open(StoreMode::ReadOnly);
    QCOMPARE(reader.identity(), writer.identity());
    QVERIFY(writer.apply(additions(0, 3), adding, {}).ok());
    const Result<StoreContents> seen = reader.load();
    QCOMPARE(seen->number, 3);
    QVERIFY(writer.apply({{u"e1"_s, std::nullopt}, {u"e2"_s, full()}}, adding, {}).ok());
    QVERIFY(writer.apply({{full().id, simple(u"e2"_s, u"x"_s, u"y"_s)}}, adding, {}).ok());
    QVERIFY(writer.confirm({u"e0"_s}, {u"confirm"_s, {}}, {}).ok());
    QCOMPARE(*reader.changeCountSince(seen->number), 4);
    const Result<StoreChanges> changes = reader.changesSince(seen->number);
    QVERIFY(changes.ok());
    QVERIFY(changes->recordsChanged);
    QCOMPARE(changes->number, 7);
    QCOMPARE(changes->entries.size(), 2);
    QCOMPARE(changes->entries[0].position, seen->positions[1]);
    QVERIFY(!changes->entries[0].entry);
    QCOMPARE(changes->entries[1].position, seen->positions[2]);
    QCOMPARE(changes->entries[1].entry->id, u"e2"_s);
    QVERIFY(got(reader.changesSince(changes->number)).entries.isEmpty());
    QCOMPARE(reader.changesSince(100).error().code, u"store.other-history"_s);
}

void TermStoreTest::oneWritesAtATime()
{
    TermStore one = open();
    TermStore two = open();
    QString code;
    QStringList seen{u"unread"_s};
    const Progress meanwhile = [&](qint64, qint64) {
        code = two.apply(additions(500, 1), adding, {}).error().code;
        seen = idsOf(two);
    };
    QVERIFY(one.apply(additions(0, 2), adding, {}, {}, meanwhile).ok());
    QCOMPARE(code, u"store.busy"_s);
    QVERIFY(seen.isEmpty()); // not a part of it
    QVERIFY(two.apply(additions(500, 1), adding, {}).ok());
    QCOMPARE(idsOf(one), (QStringList{u"e0"_s, u"e1"_s, u"e500"_s}));
}

void TermStoreTest::aKilledProgramLeavesNothingHalf()
{
    QVERIFY(open().apply(additions(0, 1), adding, {}).ok());
    const pid_t child = ::fork();
    if (child == 0) {
        TermStore store = open();
        const Progress dying = [](qint64 done, qint64) {
            if (done >= 2048)
                ::raise(SIGKILL);
        };
        static_cast<void>(store.apply(additions(1, 4000), adding, {}, {}, dying));
        ::_exit(0);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    TermStore store = open();
    QCOMPARE(idsOf(store), QStringList{u"e0"_s});
    QCOMPARE(*store.changeNumber(), 1);
    QVERIFY(store.apply(additions(1, 1), adding, {}).ok());
    QVERIFY(store.undo({}).ok());
}

void TermStoreTest::cancelling()
{
    TermStore store = open();
    StopSource stop;
    const Progress stopping = [&](qint64 done, qint64) {
        if (done > 0)
            stop.request_stop();
    };
    QCOMPARE(store.apply(additions(0, 2000), adding, {}, stop.get_token(), stopping).error().code,
             u"store.cancelled"_s);
    QVERIFY(idsOf(store).isEmpty());
    QVERIFY(store.apply(additions(0, 2000), adding, {}).ok());
    QCOMPARE(store.load(stop.get_token()).error().code, u"store.cancelled"_s);
}

void TermStoreTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QByteArray header("SQLite format 3\0", 16);
    header.append(QByteArray(4080, '\0'));
    QByteArray newer = header;
    qToBigEndian<quint32>(0x5672626C, newer.data() + 68);
    qToBigEndian<quint32>(99, newer.data() + 60);
    QByteArray damaged = newer;
    qToBigEndian<quint32>(1, damaged.data() + 60);
    QTest::newRow("another program's") << header << u"store.not-a-store"_s;
    QTest::newRow("newer") << newer << u"store.newer"_s;
    QTest::newRow("header alone") << damaged << u"store.not-a-store"_s;
    QTest::newRow("text") << QByteArray("vi\ten\n") << u"store.not-a-store"_s;
    QTest::newRow("empty") << QByteArray() << u"store.not-a-store"_s;
    QTest::newRow("short") << header.first(50) << u"store.not-a-store"_s;
}

void TermStoreTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFile written(file());
    QVERIFY(written.open(QIODevice::WriteOnly));
    QCOMPARE(written.write(bytes), bytes.size());
    written.close();
    for (const StoreMode mode : {StoreMode::ReadWrite, StoreMode::ReadOnly}) {
        StoreOptions options;
        options.mode = mode;
        const Result<TermStore> store = TermStore::open(file(), options);
        QVERIFY(!store.ok());
        QTEST(store.error().code, "code");
        QCOMPARE(store.error().where.file, file());
    }
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), bytes);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"terms.vtb"_s});
    StoreOptions reading;
    reading.mode = StoreMode::ReadOnly;
    QCOMPARE(TermStore::open(at(u"none.vtb"_s), reading).error().code, u"store.missing"_s);
    QCOMPARE(TermStore::open(m_folder->path()).error().code, u"store.not-a-store"_s);
}

void TermStoreTest::damagedPages()
{
    QVERIFY(open().apply(additions(0, 500), adding, {}).ok());
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    const qint64 size = damaged.size();
    for (qint64 page = 8192; page + 4096 <= size; page += 8192) {
        QVERIFY(damaged.seek(page));
        damaged.write(QByteArray(4096, '\x5A'));
    }
    damaged.close();
    Result<TermStore> store = TermStore::open(file());
    const Error error = store ? store->load().error() : store.error();
    QCOMPARE(error.code, u"store.damaged"_s);
    QVERIFY(error.text().contains(u"backup"_s));
}

void TermStoreTest::fullDisk()
{
    StoreOptions small;
    small.maximumBytes = 128 * 1024;
    Result<TermStore> store = TermStore::open(file(), small);
    QVERIFY(store.ok());
    QVERIFY(store->apply(additions(0, 10), adding, {}).ok());
    const Result<QStringList> full = store->apply(additions(10, 5000), adding, {});
    QVERIFY(!full.ok());
    QCOMPARE(full.error().code, u"store.full"_s);
    QVERIFY(full.error().text().contains(u"room"_s));
    QCOMPARE(entriesOf(*store).size(), 10);
    QVERIFY(store->apply(additions(10, 5), adding, {}).ok()); // what is small enough still goes in
}

void TermStoreTest::readOnlyFile()
{
    if (::geteuid() == 0)
        QSKIP("root may write to every file");
    QVERIFY(open().apply(additions(0, 2), adding, {}).ok());
    QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner));
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner));
    {
        TermStore store = open();
        QVERIFY(store.isReadOnly());
        QCOMPARE(idsOf(store), (QStringList{u"e0"_s, u"e1"_s}));
        QCOMPARE(store.apply(additions(2, 1), adding, {}).error().code, u"store.read-only"_s);
        QCOMPARE(store.undo({}).error().code, u"store.read-only"_s);
    }
    const Result<TermStore> none = TermStore::open(at(u"new.vtb"_s));
    QVERIFY(!none.ok());
    QCOMPARE(none.error().code, u"store.no-permission"_s);
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void TermStoreTest::manyEntriesAreOneStep()
{
    TermStore store = open();
    QVERIFY(store.apply(additions(0, 3000), {u"import"_s, u"a.tsv"_s}, {}).ok());
    QCOMPARE(got(store.undoable())->changes, 3000);
    const QList<ConceptEntry> before = entriesOf(store);
    QVERIFY(store.undo({}).ok());
    QVERIFY(idsOf(store).isEmpty());
    QVERIFY(store.redo({}).ok());
    QCOMPARE(entriesOf(store), before);
}

QTEST_GUILESS_MAIN(TermStoreTest)

#include "tst_term_store.moc"
