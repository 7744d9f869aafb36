#include "formats/xliff/parsed.h"
#include "formats/xliff/xliff.h"
#include "support.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QtTest>

#include <optional>

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

struct Range
{
    qint64 start;
    qint64 end;
};

/// Where the file may differ after an edit of this segment's target.
Range editable(const xliff::SegmentPlace &place)
{
    const bool isBare = place.segment.endTagStart == place.segment.end; // <segment/>
    if (isBare)
        return {place.segment.start, place.segment.end};
    if (place.target.start < 0) {
        const qint64 at = place.source.start < 0 ? place.segment.startTagEnd : place.source.end;
        return {at, at};
    }
    const bool empty = place.target.endTagStart == place.target.end; // <target/>
    return {empty ? place.target.start : place.target.startTagEnd,
            empty ? place.target.end : place.target.endTagStart};
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

/// The rest of what `rest` begins with `part`, or nothing.
std::optional<QByteArrayView> behind(QByteArrayView rest, QByteArrayView part)
{
    return rest.startsWith(part) ? std::optional(rest.sliced(part.size())) : std::nullopt;
}

/// What is wrong with a saved file in which the segment at `place` has got another target, and perhaps
/// another state: everything else has to be the bytes of the file.
QString strayChange(const QByteArray &bytes, const QByteArray &saved, const xliff::SegmentPlace &place,
                    const xliff::XliffIndex &index)
{
    QByteArrayView rest = saved;
    const auto skip = [&](qint64 from, qint64 to) {
        const auto left = behind(rest, QByteArrayView(bytes).sliced(from, to - from));
        rest = left.value_or(rest);
        return left.has_value();
    };
    const auto skipTag = [&](qint64 start, qint64 end) { // a start tag in which attributes may be others
        if (skip(start, end))
            return true;
        const QString tag = xml::decode(QByteArrayView(bytes).sliced(start, end - start), index.encoding);
        const QByteArray name =
            xml::encode(tag.left(tag.indexOf(QRegularExpression(QStringLiteral("[\\s/>]")))), index.encoding);
        const QByteArray close = xml::encode(QStringLiteral(">"), index.encoding);
        const auto left = behind(rest, name);
        const qsizetype at = left ? left->toByteArray().indexOf(close) : -1;
        rest = at < 0 ? rest : left->sliced(at + close.size());
        return at >= 0;
    };
    qint64 done = 0;
    if (!index.hasTargetLanguage) { // the language of the first target is written there
        if (!skip(0, index.root.start) || !skipTag(index.root.start, index.root.startTagEnd))
            return QStringLiteral("before the end of the root's tag");
        done = index.root.startTagEnd;
    }
    const Range range = editable(place);
    if (!skip(done, place.segment.start))
        return QStringLiteral("before the segment");
    if (range.start > place.segment.start && (!skipTag(place.segment.start, place.segment.startTagEnd) ||
                                              !skip(place.segment.startTagEnd, range.start)))
        return QStringLiteral("between the segment's tag and the target");
    const QByteArrayView after = QByteArrayView(bytes).sliced(range.end);
    return rest.endsWith(after) ? QString() : QStringLiteral("behind the target");
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
                const QString stray = strayChange(bytes, *saved, place, *index);
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
