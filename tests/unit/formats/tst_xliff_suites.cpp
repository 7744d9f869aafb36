#include "formats/xliff/parsed.h"
#include "formats/xliff/xliff.h"
#include "stray_change.h"
#include "support.h"
#include "support/schema_check.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QtTest>

using namespace verbale;
using verbale::testing::Editable;
using verbale::testing::strayChange;

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
    void everyWellFormedFileIsPatched();

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

/// Where the file may differ after an edit of this segment's target and state.
QList<Editable> editable(const xliff::SegmentPlace &place, const xliff::XliffIndex &index)
{
    QList<Editable> all;
    if (!index.hasTargetLanguage) // the language of the first target is written there
        all.append(Editable{{index.root.start, index.root.startTagEnd}, Editable::What::Attributes});
    const bool isBare = place.segment.endTagStart == place.segment.end; // <segment/>
    if (isBare) {
        all.append(Editable{{place.segment.start, place.segment.end}, Editable::What::Everything});
        return all;
    }
    all.append(Editable{{place.segment.start, place.segment.startTagEnd}, Editable::What::Attributes});
    if (place.target.start < 0) {
        const qint64 at = place.source.start < 0 ? place.segment.startTagEnd : place.source.end;
        all.append(Editable{{at, at}, Editable::What::Everything});
    } else if (place.target.endTagStart == place.target.end) { // <target/>
        all.append(Editable{{place.target.start, place.target.end}, Editable::What::Everything});
    } else {
        all.append(
            Editable{{place.target.startTagEnd, place.target.endTagStart}, Editable::What::Everything});
    }
    return all;
}

/// The file's own places, as patch() finds them.
QList<xliff::SegmentPlace> placesOf(const Document &document, qsizetype unit)
{
    const auto *index = dynamic_cast<const xliff::XliffIndex *>(bilingual::indexOf(document.originalBytes));
    const auto parsed = xliff::readUnitAgain(document.originalBytes, *index, static_cast<std::size_t>(unit));
    QList<xliff::SegmentPlace> places;
    for (const xliff::PartPlace &part : parsed->place.parts) {
        if (part.segment >= 0)
            places.append(part.place);
    }
    return places;
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

/// The file as other tools might have written it: its line ends, a prefix for the core, another encoding.
QList<QByteArray> variants(const QByteArray &bytes)
{
    QList<QByteArray> all{bytes};
    if (!bytes.startsWith("<?xml") && !bytes.startsWith('<'))
        return all;
    QByteArray windows = bytes;
    windows.replace("\r\n", "\n").replace('\n', "\r\n");
    all.append(windows);
    QByteArray mac = bytes;
    mac.replace("\r\n", "\n").replace('\n', '\r');
    all.append(mac);
    if (bytes.left(100).toLower().contains("encoding=\"utf-8\"")) {
        QString text = QString::fromUtf8(bytes);
        text.replace(QRegularExpression(QStringLiteral("encoding=\"[^\"]*\"")),
                     QStringLiteral("encoding=\"UTF-16\""));
        all.append(xml::encode(QChar(QChar::ByteOrderMark) + text, xml::Encoding::Utf16LittleEndian));
        all.append(xml::encode(QChar(QChar::ByteOrderMark) + text, xml::Encoding::Utf16BigEndian));
    }
    return all;
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
    for (const SegmentRef &ref : result->document.segments()) {
        const Document edited = withTyped(result->document, ref);
        const auto saved = xliff::patch(edited);
        QVERIFY2(saved.ok(), saved.ok() ? "" : qPrintable(saved.error().text()));
        const auto again = xliff::read(*saved, path);
        QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().text()));
        QCOMPARE(verbale::testing::describe(again->document), verbale::testing::describe(edited));
    }
}

void TestXliffSuites::everyWellFormedFileIsPatched()
{
    int segments = 0;
    for (const QString &path : files(QStringLiteral("valid")) + files(QStringLiteral("invalid"))) {
        for (const QByteArray &bytes : variants(contents(path))) {
            const auto result = xliff::read(bytes, path);
            if (!result && result.error().code == QLatin1String("xliff.malformed"))
                continue;
            QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().text()));
            const auto same = xliff::patch(result->document);
            QVERIFY2(same.ok() && *same == bytes, qPrintable(path));
            const auto *index =
                dynamic_cast<const xliff::XliffIndex *>(bilingual::indexOf(result->document.originalBytes));
            QVERIFY(index != nullptr);
            for (const SegmentRef &ref : result->document.segments()) {
                Document edited = withTyped(result->document, ref);
                edited.at(ref).state = ref.unit % 2 == 0 ? SegmentState::Reviewed : SegmentState::Translated;
                const auto saved = xliff::patch(edited);
                QVERIFY2(saved.ok(), qPrintable(path));
                const auto place = placesOf(result->document, ref.unit)[ref.segment];
                const QString stray = strayChange(bytes, *saved, editable(place, *index), index->encoding);
                QVERIFY2(stray.isEmpty(),
                         qPrintable(path + u' ' + stray + u'\n' + QString::fromUtf8(*saved)));
                const auto again = xliff::read(*saved, path);
                QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().text() + path));
                QCOMPARE(again->document.at(ref).target.text, edited.at(ref).target.text);
                QCOMPARE(again->document.at(ref).state, edited.at(ref).state);
                ++segments;
            }
        }
    }
    qInfo("%d segments edited one by one", segments);
}

void TestXliffSuites::anEditKeepsFilesValid()
{
    if (const QString why = verbale::testing::whyNoSchema(QStringLiteral("2.1")); !why.isEmpty())
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
    const QStringList errorsBefore = verbale::testing::schemaErrors(QStringLiteral("2.1"), before);
    const QStringList errorsAfter = verbale::testing::schemaErrors(QStringLiteral("2.1"), after);
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
    QVERIFY(!paths.isEmpty());
    for (const QString &path : paths) {
        const QByteArray bytes = contents(path);
        const auto result = xliff::read(bytes, path);
        if (!result) {
            qInfo("%s", qPrintable(result.error().text().section(u'/', -1)));
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
