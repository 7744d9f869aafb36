#include "support.h"
#include "tmx_support.h"

#include <QtCore/QBuffer>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QtTest>

using namespace verbale;
using verbale::testing::readTmxFile;
using verbale::testing::tmxAround;
using verbale::testing::TmxFile;
using Kind = InlineCode::Kind;

class TestTmxRead : public QObject
{
    Q_OBJECT

private slots:
    void everythingOfAUnitIsRead();
    void headerIsRead();
    void inlineCodes_data();
    void inlineCodes();
    void oldVersions_data();
    void oldVersions();
    void languagesFit_data();
    void languagesFit();
    void theBestVariantIsFound();
    void datesAreRead();
    void whatIsNotTmxIsTold_data();
    void whatIsNotTmxIsTold();
    void refusals_data();
    void refusals();
    void theTakerCanStop();
    void samplesAreRead();
};

namespace {

TmxFile readBody(const QByteArray &body)
{
    const Result<TmxFile> file = readTmxFile(tmxAround(body));
    if (!file) {
        QTest::qFail(qPrintable(file.error().text()), __FILE__, __LINE__);
        return {};
    }
    return *file;
}

QByteArray seg(const QByteArray &content)
{
    return "<tu><tuv xml:lang=\"vi\"><seg>" + content + "</seg></tuv></tu>";
}

} // namespace

void TestTmxRead::everythingOfAUnitIsRead()
{
    const TmxFile file = readBody(
        "<tu tuid=\"t1\" creationdate=\"20240102T030405Z\" creationid=\"lan\" srclang=\"*all*\">\n"
        "<note xml:lang=\"en\">A note &amp; more</note><prop type=\"x-domain\" "
        "o-encoding=\"l1\">ASEAN</prop>\n"
        "<tuv xml:lang=\"vi-VN\" changeid=\"minh\"><prop type=\"p\">1</prop><seg>Hội nghị </seg></tuv>\n"
        "<tuv xml:lang=\"EN\"><note>n</note><seg> Summit</seg></tuv></tu>");
    QVERIFY2(file.warnings.isEmpty(), qPrintable(file.warnings.join(u'\n')));
    QCOMPARE(file.units.size(), 1);
    const tmx::TmxUnit &unit = file.units.first();
    QCOMPARE(unit.id(), QStringLiteral("t1"));
    QCOMPARE(unit.attributes.value(QLatin1String("creationid")), QStringLiteral("lan"));
    QCOMPARE(unit.sourceLanguage(file.header), QStringLiteral("*all*"));
    QCOMPARE(unit.details.size(), 2);
    QCOMPARE(unit.details[0].text, QStringLiteral("A note & more"));
    QCOMPARE(unit.details[0].language, QStringLiteral("en"));
    QVERIFY(unit.details[1].kind == tmx::TmxDetail::Kind::Property);
    QCOMPARE(unit.details[1].type, QStringLiteral("x-domain"));
    QCOMPARE(unit.details[1].encoding, QStringLiteral("l1"));
    QCOMPARE(unit.variants.size(), 2);
    QCOMPARE(unit.variants[0].language, QStringLiteral("vi-VN"));
    QCOMPARE(unit.variants[0].text.text, QStringLiteral("Hội nghị "));
    QCOMPARE(unit.variants[0].details[0].text, QStringLiteral("1"));
    QCOMPARE(unit.variants[0].attributes.value(QLatin1String("changeid")), QStringLiteral("minh"));
    QCOMPARE(unit.variants[1].text.text, QStringLiteral(" Summit"));
    QVERIFY(unit.offset > 0);
}

void TestTmxRead::headerIsRead()
{
    const Result<TmxFile> file = readTmxFile(
        "<tmx version='1.4b'><header srclang='vi' creationtool='t'><prop type='a'>b</prop><note>c</note>"
        "<ude name='n' base='m'><map unicode='#xF8FF' code='#xF0' ent='e' subst='[A]'/></ude></header>"
        "<body/></tmx>");
    QVERIFY(file.ok());
    QCOMPARE(file->header.version, QStringLiteral("1.4b"));
    QCOMPARE(file->header.attributes.value(QLatin1String("srclang")), QStringLiteral("vi"));
    QCOMPARE(file->header.details.size(), 2);
    QCOMPARE(file->header.encodings.size(), 1);
    QCOMPARE(file->header.encodings[0].base, QStringLiteral("m"));
    QCOMPARE(file->header.encodings[0].characters[0].substitute, QStringLiteral("[A]"));
}

void TestTmxRead::inlineCodes_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("codes"); // kind id markup data type
    QTest::newRow("pair") << QByteArray(
                                 "a <bpt i='1' x='7' type=\"bold\">&lt;b></bpt>b<ept i='1'>&lt;/b></ept>")
                          << QStringLiteral("a \uFFFCb\uFFFC")
                          << QStringList{"1|1|<bpt i=\"1\" x=\"7\" type=\"bold\">&lt;b&gt;</bpt>|<b>|bold",
                                         "2|1|<ept i=\"1\">&lt;/b&gt;</ept>|</b>|"};
    QTest::newRow("isolated") << QByteArray("<it pos='begin' x='1'>{</it>b<it pos='end'>}</it>")
                              << QStringLiteral("\uFFFCb\uFFFC")
                              << QStringList{"1|1|<it pos=\"begin\" x=\"1\">{</it>|{|",
                                             "2||<it pos=\"end\">}</it>|}|"};
    QTest::newRow("ph with sub") << QByteArray(
                                        "<ph x='3' type='image'>&lt;img alt='<sub type='t'>Đây</sub>'></ph>")
                                 << QStringLiteral("\uFFFC")
                                 << QStringList{"0|3|<ph x=\"3\" type=\"image\">&lt;img alt='<sub "
                                                "type=\"t\">Đây</sub>'&gt;</ph>|<img alt='Đây'>|image"};
    QTest::newRow("empty ph, ut") << QByteArray("a<ph/>b<ut x=\"1\"/>") << QStringLiteral("a\uFFFCb\uFFFC")
                                  << QStringList{"0||<ph/>||", "0|1|<ut x=\"1\"/>||"};
    QTest::newRow("hi") << QByteArray("<hi x='1' type='v'>a<hi>b</hi></hi>c<hi/>")
                        << QStringLiteral("\uFFFCa\uFFFCb\uFFFC\uFFFCc\uFFFC")
                        << QStringList{"1|1|<hi x=\"1\" type=\"v\">||v", "1||<hi>||", "2||</hi>||",
                                       "2|1|</hi>||", "0||<hi/>||"};
    QTest::newRow("a character of its own")
        << QByteArray("a\xEF\xBF\xBC<ph/>") << QStringLiteral("a\uFFFC\uFFFC")
        << QStringList{"0||\uFFFC||", "0||<ph/>||"};
    QTest::newRow("foreign") << QByteArray("a<b c='d&lt;'>e</b><x:y/>")
                             << QStringLiteral("a\uFFFCe\uFFFC\uFFFC")
                             << QStringList{"1||<b c=\"d&lt;\">||", "2||</b>||", "0||<x:y/>||"};
}

void TestTmxRead::inlineCodes()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, text);
    QFETCH(QStringList, codes);
    const TmxFile file = readBody(seg(content));
    const InlineText &read = file.units.value(0).variants.value(0).text;
    QCOMPARE(read.text, text);
    QStringList found;
    for (const InlineCode &code : read.codes) {
        found.append(QStringLiteral("%1|%2|%3|%4|%5")
                         .arg(static_cast<int>(code.kind))
                         .arg(code.id, code.markup, code.data.get(), code.type.get()));
        QVERIFY(!code.display.isEmpty());
    }
    QCOMPARE(found, codes);
}

void TestTmxRead::oldVersions_data()
{
    QTest::addColumn<QByteArray>("version");
    for (const char *version : {"1.1", "1.2", "1.3", "1.4", "1.4a"})
        QTest::newRow(version) << QByteArray(version);
}

void TestTmxRead::oldVersions()
{
    QFETCH(QByteArray, version);
    const Result<TmxFile> file =
        readTmxFile("<?xml version='1.0'?><!DOCTYPE tmx SYSTEM 'tmx" + version.left(1) + version.mid(2, 1) +
                    ".dtd'><tmx version='" + version +
                    "'><header srclang='VI'><note lang='fr'>n</note></header><body><tu><tuv lang='VI'>"
                    "<seg>a<ut>b</ut></seg></tuv></tu></body></tmx>");
    QVERIFY(file.ok());
    QVERIFY(file->warnings.isEmpty());
    QCOMPARE(file->header.version, QString::fromLatin1(version));
    QCOMPARE(file->header.details[0].language, QStringLiteral("fr"));
    QCOMPARE(file->units[0].variants[0].language, QStringLiteral("VI"));
    QCOMPARE(file->units[0].variants[0].text.codes.size(), 1);
}

void TestTmxRead::languagesFit_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("offered");
    QTest::addColumn<int>("fit");
    QTest::newRow("same") << "vi"
                          << "VI" << 3;
    QTest::newRow("same, with a region") << "vi-VN"
                                         << "vi_vn" << 3;
    QTest::newRow("three letters") << "vi"
                                   << "vie" << 3;
    QTest::newRow("more is offered") << "vi"
                                     << "vi-VN" << 2;
    QTest::newRow("less is offered") << "en-GB"
                                     << "en" << 2;
    QTest::newRow("other regions") << "en-GB"
                                   << "en-US" << 1;
    QTest::newRow("other scripts") << "zh-Hant-TW"
                                   << "zh-Hans-CN" << 1;
    QTest::newRow("another language") << "vi"
                                      << "en" << 0;
    QTest::newRow("a language that begins alike") << "fi"
                                                  << "fil" << 0;
    QTest::newRow("a prefix that is no subtag") << "vi"
                                                << "vixx" << 0;
    QTest::newRow("nothing offered") << "vi"
                                     << "" << 0;
    QTest::newRow("nothing wanted") << ""
                                    << "vi" << 0;
}

void TestTmxRead::languagesFit()
{
    QFETCH(QString, wanted);
    QFETCH(QString, offered);
    QFETCH(int, fit);
    QCOMPARE(tmx::languageFit(wanted, offered), fit);
}

void TestTmxRead::theBestVariantIsFound()
{
    const TmxFile file = readBody("<tu><tuv xml:lang='en-US'><seg>us</seg></tuv><tuv xml:lang='EN-gb'>"
                                  "<seg>gb</seg></tuv><tuv xml:lang='en'><seg>en</seg></tuv></tu>");
    const tmx::TmxUnit unit = file.units.value(0);
    QCOMPARE(unit.variant(u"en-GB")->text.text, QStringLiteral("gb"));
    QCOMPARE(unit.variant(u"en")->text.text, QStringLiteral("en"));
    QCOMPARE(unit.variant(u"en-AU")->text.text, QStringLiteral("en"));
    QVERIFY(unit.variant(u"vi") == nullptr);
}

void TestTmxRead::datesAreRead()
{
    const auto date = tmx::parseDate(u" 20240229T235958Z ");
    QVERIFY(date.has_value());
    QCOMPARE(*date, QDateTime(QDate(2024, 2, 29), QTime(23, 59, 58), Qt::UTC));
    QCOMPARE(tmx::dateText(*date), QStringLiteral("20240229T235958Z"));
    QVERIFY(!tmx::parseDate(u"20230229T000000Z").has_value());
    QVERIFY(!tmx::parseDate(u"2024-02-29").has_value());
}

void TestTmxRead::whatIsNotTmxIsTold_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("warning");
    QTest::newRow("element in a unit") << QByteArray("<tu>\n<x>t</x><tuv xml:lang='vi'><seg/></tuv></tu>")
                                       << "f.tmx:6:1: <x> does not belong in <tu>; it is left out.";
    QTest::newRow("attribute") << QByteArray("<tu>\n <tuv xml:lang='vi' y='1'><seg/></tuv></tu>")
                               << "f.tmx:6:2: <tuv> has no attribute y in TMX; it is kept.";
    QTest::newRow("no language") << QByteArray("<tu>\n <tuv><seg/></tuv></tu>")
                                 << "f.tmx:6:2: <tuv> has no xml:lang, so that its language is unknown.";
    QTest::newRow("element in a text") << seg("đ<b>c</b>")
                                       << "f.tmx:5:30: <b> in a text is no element of TMX; its tags are kept "
                                          "as codes.";
    QTest::newRow("stray text")
        << QByteArray("<tu>\nabc<tuv xml:lang='vi'><seg/></tuv></tu>")
        << "f.tmx:6:1: Text stands outside of <seg>, <note> and <prop>; it is left out.";
    QTest::newRow("no seg") << QByteArray("<tu><tuv xml:lang='vi'>\n</tuv></tu>")
                            << "f.tmx:6:1: <tuv> has no <seg>, so that it has no text.";
    QTest::newRow("second seg") << QByteArray("<tu><tuv xml:lang='vi'><seg/>\n<seg/></tuv></tu>")
                                << "f.tmx:6:1: <seg> does not belong in <tuv>; it is left out.";
    QTest::newRow("no variant") << QByteArray("<tu>\n</tu>")
                                << "f.tmx:6:1: <tu> has no <tuv>, so that it has no text.";
    QTest::newRow("it") << seg("<it>a</it>") << "f.tmx:5:29: <it> needs pos=\"begin\" or pos=\"end\".";
    QTest::newRow("bpt") << seg("<bpt>a</bpt>") << "f.tmx:5:29: <bpt> has no i, which pairs it.";
}

void TestTmxRead::whatIsNotTmxIsTold()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, warning);
    const TmxFile file = readBody(body);
    QCOMPARE(file.warnings, QStringList{warning});
    QCOMPARE(file.units.size(), 1);
}

void TestTmxRead::refusals_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("other XML") << QByteArray("<xliff/>") << "tmx.not-tmx";
    QTest::newRow("TMX 2.0") << QByteArray("<tmx version='2.0'/>") << "tmx.unsupported-version";
    QTest::newRow("cut off") << tmxAround("<tu>").left(300) << "tmx.malformed";
    QTest::newRow("huge text") << tmxAround(seg(QByteArray(17 * 1024 * 1024, 'x'))) << "tmx.too-large";
    QTest::newRow("many empty variants")
        << tmxAround("<tu>" + QByteArray("<tuv/>").repeated(300000) + "</tu>") << "tmx.too-large";
    QTest::newRow("deep") << tmxAround(seg(QByteArray("<hi>").repeated(10000))) << "tmx.too-deep";
    QTest::newRow("external entity") << "<!DOCTYPE tmx [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" +
                                            tmxAround(seg("&e;")).mid(22)
                                     << "tmx.entity";
}

void TestTmxRead::refusals()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const Result<TmxFile> file = readTmxFile(bytes);
    QVERIFY(!file.ok());
    QCOMPARE(file.error().code, code);
    QVERIFY(file.error().where.line > 0);
    QCOMPARE(file.error().where.file, QStringLiteral("f.tmx"));
}

void TestTmxRead::theTakerCanStop()
{
    QByteArray bytes = tmxAround(seg("a") + seg("b"));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    int taken = 0;
    const auto read = tmx::readTmx(buffer, [&taken](tmx::TmxUnit &) -> Result<void> {
        ++taken;
        return Error{QStringLiteral("store.full"), QStringLiteral("No room."), {QStringLiteral("memory.db")}};
    });
    QVERIFY(!read.ok());
    QCOMPARE(read.error().text(), QStringLiteral("memory.db: No room."));
    QCOMPARE(taken, 1);
}

void TestTmxRead::samplesAreRead()
{
    const QDir folder(verbale::testing::sharedFolder() + QStringLiteral("/standards/tmx/samples"));
    if (verbale::testing::sharedFolder().isEmpty() || !folder.exists())
        QSKIP("the TMX samples are not here; set VERBALE_SHARED to the folder that holds them");
    int files = 0;
    for (const QString &name :
         folder.entryList({QStringLiteral("*.tmx")}) +
             QDir(folder.filePath(QStringLiteral("compkit"))).entryList({QStringLiteral("*.tmx")})) {
        QString path = folder.filePath(name);
        if (!QFile::exists(path))
            path = folder.filePath(QStringLiteral("compkit/") + name);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<TmxFile> read = readTmxFile(file.readAll(), name);
        QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().text()));
        QVERIFY2(!read->units.isEmpty(), qPrintable(name));
        QVERIFY2(read->warnings.isEmpty(), qPrintable(read->warnings.join(u'\n')));
        ++files;
    }
    QVERIFY(files >= 19);
}

QTEST_APPLESS_MAIN(TestTmxRead)
#include "tst_tmx_read.moc"
