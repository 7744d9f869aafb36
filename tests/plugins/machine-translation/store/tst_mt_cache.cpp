#include "plugins/machine-translation/store/cache.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSet>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <sqlite3.h>

using namespace verbale;
using namespace verbale::mt;

namespace {

/// An engine whose every choice can be changed.
class ChoosyEngine : public Engine
{
public:
    QString engineId = QStringLiteral("choosy");
    QByteArray choices = "glossary=1";
    bool context = true;
    bool terms = true;

    QString id() const override { return engineId; }
    QString name() const override { return engineId; }
    QString url() const override { return QStringLiteral("https://translate.example/"); }
    QByteArray options() const override { return choices; }
    EngineLimits limits() const override { return {}; }
    TagNotation notation() const override { return TagNotation::Xml; }
    bool takesContext() const override { return context; }
    bool takesTerms() const override { return terms; }
    Result<HttpRequest> request(const Batch &, const Secret &) const override { return HttpRequest{}; }
    EngineAnswer answer(const Batch &, const HttpAnswer &) const override { return QList<ItemAnswer>{}; }
};

QByteArray keyOf(const Engine &engine, const Item &item, const QString &target = QStringLiteral("en"))
{
    return cacheKey(engine, QStringLiteral("vi"), target, item);
}

} // namespace

class tst_MtCache : public QObject
{
    Q_OBJECT

private slots:
    void keysTellEverythingApart();
    void keysOfOneTextAreOne();
    void answersStayForGood();
    void answersAreReplacedAndForgotten();
    void severalProgramsUseOneFile();
    void damagedFileIsSetAside();
    void fileDamagedInTheMiddleIsSetAside_data();
    void fileDamagedInTheMiddleIsSetAside();
    void foreignFileIsLeftAlone();
    void foreignFileKeepsItsBytes();
    void fileIsTheOwnersAlone();
};

void tst_MtCache::keysTellEverythingApart()
{
    const Item item{
        "7", QStringLiteral("Công hàm của Đại sứ quán"), QStringLiteral("trước"), {{"công hàm", "note"}}};
    ChoosyEngine engine;
    QSet<QByteArray> keys{keyOf(engine, item)};
    const auto differs = [&keys](const QByteArray &key) {
        const bool isNew = !keys.contains(key);
        keys.insert(key);
        return isNew && key.size() == 32;
    };
    QVERIFY(differs(keyOf(engine, item, QStringLiteral("en-GB"))));
    QVERIFY(differs(cacheKey(engine, QStringLiteral("fr"), QStringLiteral("en"), item)));
    Item other = item;
    other.text += QLatin1Char('.');
    QVERIFY(differs(keyOf(engine, other)));
    other = item;
    other.context = QStringLiteral("sau");
    QVERIFY(differs(keyOf(engine, other)));
    other = item;
    other.terms[0].target = QStringLiteral("note verbale");
    QVERIFY(differs(keyOf(engine, other)));
    // Fields do not run together.
    other = item;
    other.terms = {{QStringLiteral("công"), QStringLiteral("hàmnote")}};
    QVERIFY(differs(keyOf(engine, other)));
    engine.choices = "glossary=2";
    QVERIFY(differs(keyOf(engine, item)));
    engine.choices = "glossary=1";
    engine.engineId = QStringLiteral("choosier");
    QVERIFY(differs(keyOf(engine, item)));
}

void tst_MtCache::keysOfOneTextAreOne()
{
    ChoosyEngine engine;
    const Item composed{"1", QStringLiteral("Đại sứ quán"), {}, {}};
    Item decomposed{"2", composed.text.normalized(QString::NormalizationForm_D), {}, {}};
    QVERIFY(composed.text != decomposed.text);
    QCOMPARE(keyOf(engine, composed), keyOf(engine, decomposed));
    // What is not sent with the text does not tell two texts apart.
    engine.context = false;
    engine.terms = false;
    decomposed.context = QStringLiteral("trước");
    decomposed.terms = {{QStringLiteral("đại sứ quán"), QStringLiteral("embassy")}};
    QCOMPARE(keyOf(engine, composed), keyOf(engine, decomposed));
}

void tst_MtCache::answersStayForGood()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("answers.db"));
    const CachedAnswer answer{QStringLiteral("Note verbale <x1/>"), true, 24, 1'700'000'000'000};
    const CachedAnswer free{QStringLiteral("Hello"), false, {}, 5};
    {
        const auto opened = Cache::open(path);
        QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().text()));
        QVERIFY(opened->warning.isEmpty());
        QVERIFY(opened->cache->put({{"key one", answer}, {QByteArray("key\0two", 7), free}}, "deepl").ok());
    }
    const auto opened = Cache::open(path);
    QVERIFY(opened.ok());
    const auto found = opened->cache->find("key one");
    QVERIFY(found.ok() && found->has_value());
    QCOMPARE((*found)->text, answer.text);
    QVERIFY((*found)->truncated);
    QCOMPARE((*found)->billedCharacters, std::optional<qint64>(24));
    QCOMPARE((*found)->time, answer.time);
    const auto other = opened->cache->find(QByteArray("key\0two", 7));
    QVERIFY(other.ok() && other->has_value());
    QVERIFY(!(*other)->billedCharacters && !(*other)->truncated);
    const auto none = opened->cache->find("key");
    QVERIFY(none.ok() && !none->has_value());
}

void tst_MtCache::answersAreReplacedAndForgotten()
{
    const QTemporaryDir folder;
    const auto opened = Cache::open(folder.filePath(QStringLiteral("answers.db")));
    QVERIFY(opened.ok());
    Cache &cache = *opened->cache;
    QVERIFY(cache.put({{"a", {"one"}}, {"b", {"two"}}}, "deepl").ok());
    QVERIFY(cache.put({{"a", {"three"}}, {"c", {"four"}}}, "azure").ok());
    QCOMPARE((*cache.find("b")).value().text, QString("two"));
    QCOMPARE((*cache.find("c")).value().text, QString("four"));
    QCOMPARE((*cache.find("a")).value().text, QString("three"));
    QVERIFY(cache.forget("a").ok());
    QVERIFY(!(*cache.find("a")).has_value());
    QVERIFY((*cache.find("b")).has_value() && (*cache.find("c")).has_value());
}

void tst_MtCache::severalProgramsUseOneFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("answers.db"));
    const auto first = Cache::open(path);
    const auto second = Cache::open(path);
    QVERIFY(first.ok() && second.ok());
    QVERIFY(first->cache->put({{"a", {"one"}}}, "deepl").ok());
    QCOMPARE((*second->cache->find("a")).value().text, QString("one"));
    QVERIFY(second->cache->put({{"b", {"two"}}}, "deepl").ok());
    QCOMPARE((*first->cache->find("b")).value().text, QString("two"));
    QCOMPARE((*first->cache->find("a")).value().text, QString("one"));
}

void tst_MtCache::damagedFileIsSetAside()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("answers.db"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    const auto opened = Cache::open(path);
    QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().text()));
    QVERIFY(opened->warning.contains("damaged"));
    QVERIFY(opened->cache->put({{"a", {"one"}}}, "deepl").ok());
    QCOMPARE(QFileInfo(path + ".damaged").size(), 5000);
}

void tst_MtCache::fileDamagedInTheMiddleIsSetAside_data()
{
    QTest::addColumn<bool>("inUse");
    QTest::newRow("file") << false;
    QTest::newRow("file that another program has open, with its log") << true;
}

void tst_MtCache::fileDamagedInTheMiddleIsSetAside()
{
    QFETCH(bool, inUse);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("answers.db"));
    QList<Cache::Entry> entries;
    for (int i = 0; i < 500; ++i)
        entries.append({"key " + QByteArray::number(i), {QString(300, 'x')}});
    QVERIFY((*Cache::open(path)).cache->put(entries, "deepl").ok());
    const auto other = inUse ? Cache::open(path) : Cache::open(folder.filePath("none"));
    QVERIFY(other.ok() && other->warning.isEmpty());
    QVERIFY(other->cache->put({{"last", {"one"}}}, "deepl").ok());

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 size = file.size();
    QVERIFY(size > 20 * 4096);
    QVERIFY(file.seek(size / 2 / 4096 * 4096));
    file.write(QByteArray(4096, '\xa5'));
    file.close();
    const auto opened = Cache::open(path);
    QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().text()));
    QVERIFY(opened->warning.contains("damaged"));
    for (const Cache::Entry &entry : entries)
        QVERIFY(opened->cache->find(entry.key).ok());
    QVERIFY(opened->cache->put({{"a", {"one"}}}, "deepl").ok());
    QCOMPARE(QFileInfo(path + ".damaged").size(), size);
    // SQLite puts the log into the file itself when nobody else has it open.
    QCOMPARE(QFileInfo(path + ".damaged-wal").size() > 4096, inUse);
    QVERIFY((*Cache::open(path)).warning.isEmpty());
}

void tst_MtCache::foreignFileIsLeftAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("other.db"));
    QVERIFY(ledger::openStore(path, 4711, "CREATE TABLE mine (x)").ok());
    const auto opened = Cache::open(path);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, QString("mt.store-foreign"));
    QVERIFY(ledger::openStore(path, 4711, "").ok());
}

/// One that another program has made, with a journal of SQLite's first kind.
void tst_MtCache::foreignFileKeepsItsBytes()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("other.db"));
    sqlite3 *other = nullptr;
    QCOMPARE(sqlite3_open(path.toUtf8().constData(), &other), SQLITE_OK);
    QCOMPARE(
        sqlite3_exec(other, "CREATE TABLE mine (x); INSERT INTO mine VALUES (1)", nullptr, nullptr, nullptr),
        SQLITE_OK);
    sqlite3_close(other);
    const auto bytes = [&path] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = bytes();
    QVERIFY(before.size() > 4096);
    QCOMPARE(Cache::open(path).error().code, QString("mt.store-foreign"));
    QVERIFY(bytes() == before);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList("other.db"));
}

void tst_MtCache::fileIsTheOwnersAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("answers.db"));
    QVERIFY(Cache::open(path).ok());
    QCOMPARE(QFile::permissions(path) &
                 (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
    const QString link = folder.filePath(QStringLiteral("link.db"));
    QVERIFY(QFile::link(path, link));
    QCOMPARE(Cache::open(link).error().code, QString("mt.store-no-permission"));
}

QTEST_GUILESS_MAIN(tst_MtCache)
#include "tst_mt_cache.moc"
