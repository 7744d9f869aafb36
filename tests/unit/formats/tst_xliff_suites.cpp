#include "formats/xliff/parsed.h"
#include "formats/xliff/xliff.h"
#include "support.h"

#include <QtTest/QtTest>

using namespace verbale;

/// Every valid file of the OASIS test suites opens, survives saving byte for byte, and takes an edit in one
/// place.
class TestXliffSuites : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void validFilesOpen_data();
    void validFilesOpen();
    void savedWithoutAnEditIsTheSameFile_data() { validFilesOpen_data(); }
    void savedWithoutAnEditIsTheSameFile();
    void anEditChangesOnePlace_data() { validFilesOpen_data(); }
    void anEditChangesOnePlace();
    void anEditKeepsFilesValid();
    void invalidFilesDoNoHarm();

private:
    static QStringList files(const QString &kind);
};

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Called valid by its suite, but not well-formed: a prefix without its namespace.
bool isBroken(const QString &path)
{
    return path.endsWith(QLatin1String("oasis-22/test-suite/modules/valid/Good-pgs_plural.xlf"));
}

struct Range
{
    qint64 start;
    qint64 end;
};

/// Where the file may differ after an edit of this segment's target.
Range editable(const xliff::SegmentPlace &place)
{
    if (place.target.start < 0)
        return {place.source.end, place.source.end};
    const bool empty = place.target.endTagStart == place.target.end; // <target/>
    return {empty ? place.target.start : place.target.startTagEnd,
            empty ? place.target.end : place.target.endTagStart};
}

Document withTyped(const Document &document, const SegmentRef &ref)
{
    Document edited = document;
    if (edited.targetLanguage.isEmpty())
        edited.targetLanguage = QStringLiteral("fr");
    edited.at(ref).target.text += QStringLiteral("Typed <&> đây\u0001"); // after its codes, which stay
    edited.at(ref).hasTarget = true;
    return edited;
}

} // namespace

QStringList TestXliffSuites::files(const QString &kind)
{
    QStringList found;
    const QString suites = verbale::testing::sharedFolder() + QStringLiteral("/standards/xliff-2");
    for (const char *version : {"20", "21", "22"}) {
        for (const char *part : {"core", "modules"}) {
            const QDir folder(QStringLiteral("%1/oasis-%2/test-suite/%3/%4")
                                  .arg(suites, QLatin1String(version), QLatin1String(part), kind));
            for (const QString &name : folder.entryList({QStringLiteral("*.xlf")}, QDir::Files))
                found.append(folder.filePath(name));
        }
    }
    return found;
}

void TestXliffSuites::initTestCase()
{
    if (verbale::testing::sharedFolder().isEmpty() || files(QStringLiteral("valid")).isEmpty())
        QSKIP("the OASIS test suites are not here; set VERBALE_SHARED to the folder that holds them");
}

void TestXliffSuites::validFilesOpen_data()
{
    QTest::addColumn<QString>("path");
    const QStringList paths = files(QStringLiteral("valid"));
    const auto cut = verbale::testing::sharedFolder().size() + 19;
    for (const QString &path : paths)
        QTest::newRow(qPrintable(path.mid(cut))) << path;
}

void TestXliffSuites::validFilesOpen()
{
    QFETCH(QString, path);
    const auto result = xliff::read(contents(path), path);
    if (isBroken(path)) {
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, QStringLiteral("xliff.malformed"));
        return;
    }
    QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().text()));
    QCOMPARE(result->document.segments().isEmpty(), path.endsWith(QLatin1String("/almostEmpty.xlf")));
}

void TestXliffSuites::savedWithoutAnEditIsTheSameFile()
{
    QFETCH(QString, path);
    if (isBroken(path))
        return;
    const QByteArray bytes = contents(path);
    const auto result = xliff::read(bytes, path);
    QVERIFY(result.ok());
    const auto saved = xliff::patch(result->document);
    QVERIFY(saved.ok());
    QVERIFY(*saved == bytes);
}

void TestXliffSuites::anEditChangesOnePlace()
{
    QFETCH(QString, path);
    if (isBroken(path))
        return;
    const QByteArray bytes = contents(path);
    const auto result = xliff::read(bytes, path);
    QVERIFY(result.ok());
    const auto parsed = xliff::parseXliff(bytes, path);
    QVERIFY(parsed.ok());
    for (const SegmentRef &ref : result->document.segments()) {
        const Document edited = withTyped(result->document, ref);
        const auto saved = xliff::patch(edited);
        QVERIFY2(saved.ok(), saved.ok() ? "" : qPrintable(saved.error().text()));
        const auto again = xliff::read(*saved, path);
        QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().text()));
        QCOMPARE(verbale::testing::describe(again->document), verbale::testing::describe(edited));

        Range range = editable(parsed->places[ref.unit][ref.segment]);
        if (!parsed->hasTargetLanguage)
            range.start = parsed->root.start; // the language of the first target is written there
        QCOMPARE(saved->first(range.start), bytes.first(range.start));
        QVERIFY(saved->endsWith(bytes.sliced(range.end)));
    }
}

void TestXliffSuites::anEditKeepsFilesValid()
{
    if (const QString why = verbale::testing::whyNoSchemas(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QList<QByteArray> before;
    QList<QByteArray> after;
    for (const QString &path : files(QStringLiteral("valid"))) {
        const auto result = xliff::read(contents(path), path);
        if (!result || result->version == QLatin1String("2.2") || result->document.segments().isEmpty())
            continue;
        const auto saved = xliff::patch(withTyped(result->document, result->document.segments().last()));
        QVERIFY(saved.ok());
        before.append(contents(path));
        after.append(*saved);
    }
    const QStringList errorsBefore = verbale::testing::schemaErrors(before);
    const QStringList errorsAfter = verbale::testing::schemaErrors(after);
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (errorsBefore[i].isEmpty())
            QCOMPARE(errorsAfter[i], QString());
    }
    qInfo("%d files, %d of them valid by the four schemas", static_cast<int>(after.size()),
          static_cast<int>(errorsBefore.count(QString())));
}

void TestXliffSuites::invalidFilesDoNoHarm()
{
    int opened = 0;
    const QStringList paths = files(QStringLiteral("invalid"));
    for (const QString &path : paths) {
        const QByteArray bytes = contents(path);
        const auto result = xliff::read(bytes, path);
        if (!result) {
            QVERIFY2(result.error().where.line > 0, qPrintable(path));
            QVERIFY(result.error().message.endsWith(u'.'));
            continue;
        }
        ++opened;
        const auto saved = xliff::patch(result->document);
        QVERIFY2(saved.ok() && *saved == bytes, qPrintable(path));
        for (const SegmentRef &ref : result->document.segments()) {
            const auto edited = xliff::patch(withTyped(result->document, ref));
            QVERIFY2(edited.ok() && xliff::read(*edited, path).ok(), qPrintable(path));
        }
    }
    qInfo("%d of %d invalid files open and are saved as they are", opened, static_cast<int>(paths.size()));
}

QTEST_APPLESS_MAIN(TestXliffSuites)
#include "tst_xliff_suites.moc"
