#include "formats/srx/srx.h"
#include "support.h"
#include "text/sentence_breaker.h"

#include <QtTest/QtTest>

using namespace verbale;

class TestSrx : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatIsThere();
    void readsVersionOne();
    void mapsAndCascade();
    void refuses_data();
    void refuses();
    void namesTheCharacterOfAPattern();
    void tellsOfRulesThatAreMissing();
    void writtenIsReadBack();
    void theShippedFileIsWhatIsCompiledIn();
    void writtenIsValid();
};

namespace {

const QByteArray sample = R"(<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" xmlns:x="urn:example:extension" version="2.0">
  <header segmentsubflows="no" cascade="yes">
    <formathandle type="start" include="yes"/>
    <formathandle type="end" include="no"/>
    <formathandle type="isolated" include="yes"/>
    <x:options trim="yes"/>
    <x:rule break="no"><beforebreak>*</beforebreak></x:rule>
  </header>
  <body>
    <languagerules>
      <languagerule languagerulename="Tiếng Việt">
        <!-- a city -->
        <rule break="no"><beforebreak>\bTP\.</beforebreak><afterbreak>\s</afterbreak></rule>
      </languagerule>
      <languagerule languagerulename="Default">
        <rule><beforebreak>[.?!&lt;&amp;]</beforebreak><afterbreak> </afterbreak></rule>
        <rule break="yes"><afterbreak>\n</afterbreak></rule>
        <rule break="no"/>
      </languagerule>
    </languagerules>
    <maprules>
      <languagemap languagepattern="VI.*" languagerulename="Tiếng Việt"/>
      <languagemap languagepattern=".*" languagerulename="Default"/>
    </maprules>
  </body>
</srx>
)";

srx::Srx readSample(QByteArray bytes = sample)
{
    const Result<srx::ReadSrx> read = srx::read(bytes, QStringLiteral("a.srx"));
    if (!read)
        qFatal("%s", qPrintable(read.error().text()));
    return read->srx;
}

QByteArray shippedFile()
{
    QFile file(QStringLiteral(VERBALE_SOURCE_DIR "/app/text/rules/vi.srx"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestSrx::readsWhatIsThere()
{
    const srx::Srx srx = readSample();
    QVERIFY(srx.cascade && !srx.segmentSubflows);
    QVERIFY(srx.includeStartCodes && !srx.includeEndCodes && srx.includeIsolatedCodes);
    const QList<srx::LanguageRule> expected = {
        {QStringLiteral("Tiếng Việt"), {{false, QStringLiteral("\\bTP\\."), QStringLiteral("\\s")}}},
        {QStringLiteral("Default"),
         {{true, QStringLiteral("[.?!<&]"), QStringLiteral(" ")},
          {true, {}, QStringLiteral("\\n")},
          {false, {}, {}}}}};
    QCOMPARE(srx.languageRules, expected);
    QCOMPARE(srx.maps.size(), 2);
    QCOMPARE(srx.maps.first(), (srx::LanguageMap{QStringLiteral("VI.*"), QStringLiteral("Tiếng Việt")}));
}

void TestSrx::readsVersionOne()
{
    const srx::Srx srx = readSample(
        "<srx version='1.0'><header segmentsubflows='yes'/><body><languagerules>"
        "<languagerule languagerulename='D'><rule break='yes'><beforebreak>\\.</beforebreak></rule>"
        "</languagerule></languagerules><maprules><maprule maprulename='all'>"
        "<languagemap languagepattern='.*' languagerulename='D'/></maprule></maprules></body></srx>");
    QCOMPARE(srx.rulesFor(QStringLiteral("vi")).rules.size(), 1);
    QVERIFY(!srx.cascade);
}

void TestSrx::mapsAndCascade()
{
    srx::Srx srx = readSample();
    QCOMPARE(srx.rulesFor(QStringLiteral("vi")).rules.size(), 4);
    QCOMPARE(srx.rulesFor(QStringLiteral("vi-VN")).rules.first().before, QStringLiteral("\\bTP\\."));
    QCOMPARE(srx.rulesFor(QStringLiteral("en")).rules.size(), 3);
    srx.cascade = false;
    QCOMPARE(srx.rulesFor(QStringLiteral("vi")).rules.size(), 1);
    QCOMPARE(srx.rulesFor(QStringLiteral("en")).rules.size(), 3);
    srx.maps.removeLast();
    QVERIFY(srx.rulesFor(QStringLiteral("en")).rules.isEmpty());
    QVERIFY(srx.rulesFor(QStringLiteral("xvi")).rules.isEmpty()); // the whole code has to match
}

void TestSrx::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const auto replaced = [](const char *old, const char *now) {
        return QByteArray(sample).replace(old, now);
    };
    QTest::newRow("another root") << QByteArray("<tmx version='1.4'/>") << QStringLiteral("srx.not-srx");
    QTest::newRow("version") << replaced("version=\"2.0\">", "version=\"3.0\">")
                             << QStringLiteral("srx.unsupported-version");
    QTest::newRow("no version") << replaced(" version=\"2.0\">", ">")
                                << QStringLiteral("srx.unsupported-version");
    QTest::newRow("no rules") << QByteArray("<srx version='2.0'><body/></srx>")
                              << QStringLiteral("srx.no-rules");
    QTest::newRow("no XML") << QByteArray("break=yes") << QStringLiteral("srx.malformed");
    QTest::newRow("cut off") << sample.left(900) << QStringLiteral("srx.malformed");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("srx.malformed");
    QTest::newRow("language") << replaced("VI.*", "VI(") << QStringLiteral("srx.language");
    QTest::newRow("long pattern") << replaced("\\bTP\\.", QByteArray(10'001, 'a').constData())
                                  << QStringLiteral("srx.too-large");
    QTest::newRow("long file") << sample + QByteArray(16 * 1024 * 1024, ' ')
                               << QStringLiteral("srx.too-large");
}

void TestSrx::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const Result<srx::ReadSrx> read = srx::read(bytes, QStringLiteral("a.srx"));
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, code);
    QCOMPARE(read.error().where.file, QStringLiteral("a.srx"));
    QVERIFY(read.error().where.line >= 1 && read.error().where.column >= 1);
}

void TestSrx::namesTheCharacterOfAPattern()
{
    QByteArray bytes = sample;
    bytes.replace("\\bTP\\.", "\xE1\xBB\x87[a"); // ệ, and a set that stays open
    const Result<srx::ReadSrx> opened = srx::read(bytes, QStringLiteral("a.srx"));
    QVERIFY(opened.ok());
    QVERIFY(opened->rulesFor(QStringLiteral("en")).ok()); // English has none of these rules
    const Result<text::SegmentationRules> read = opened->rulesFor(QStringLiteral("vi"));
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, QStringLiteral("srx.pattern"));
    QCOMPARE(read.error().where.file, QStringLiteral("a.srx"));
    QCOMPARE(read.error().where.line, 14);
    const QString line = QString::fromUtf8(bytes.split('\n')[13]);
    const qint64 pattern = line.indexOf(QStringLiteral("ệ")) + 1;
    QVERIFY(read.error().where.column >= pattern && read.error().where.column <= pattern + 3);
    QVERIFY2(read.error().message.contains(QStringLiteral("[ without its ]")),
             qPrintable(read.error().message));
}

void TestSrx::tellsOfRulesThatAreMissing()
{
    QByteArray bytes = sample;
    bytes.replace("languagerulename=\"Default\"/>", "languagerulename=\"Other\"/>");
    const Result<srx::ReadSrx> read = srx::read(bytes, QStringLiteral("a.srx"));
    QVERIFY(read.ok());
    QCOMPARE(read->warnings.size(), 1);
    QVERIFY(read->warnings.first().contains(QStringLiteral("Other")));
    QVERIFY(read->srx.rulesFor(QStringLiteral("en")).rules.isEmpty());
}

void TestSrx::writtenIsReadBack()
{
    const srx::Srx srx = readSample();
    QCOMPARE(readSample(srx::write(srx)), srx);
    QCOMPARE(srx::write(readSample(srx::write(srx))), srx::write(srx));

    QRandomGenerator random(3);
    const QStringList patterns = {{},
                                  QStringLiteral(" "),
                                  QStringLiteral("<&>\"']]>"),
                                  QStringLiteral("\\n\t"),
                                  QStringLiteral("[“”]"),
                                  QStringLiteral("Điều\n5"),
                                  QStringLiteral("😀")};
    const auto pattern = [&] { return patterns[random.bounded(static_cast<int>(patterns.size()))]; };
    for (int round = 0; round < 100; ++round) {
        srx::Srx made;
        made.cascade = random.bounded(2) == 0;
        made.segmentSubflows = random.bounded(2) == 0;
        made.includeStartCodes = random.bounded(2) == 0;
        for (int i = random.bounded(3); i >= 0; --i) {
            srx::LanguageRule language{QStringLiteral("<%1\">").arg(i), {}};
            for (int j = random.bounded(5); j > 0; --j) {
                const QString before = pattern().replace(u'[', u'(').replace(u']', u')');
                language.rules.append({random.bounded(2) == 0,
                                       text::checkPattern(before) ? before : QString(),
                                       pattern() == QLatin1String(" ") ? QStringLiteral("\\s") : QString()});
            }
            made.languageRules.append(language);
            made.maps.append({QStringLiteral("v[i\"]"), language.name});
        }
        QCOMPARE(readSample(srx::write(made)), made);
    }
}

/// The build reads the file by itself; both readings have to agree.
void TestSrx::theShippedFileIsWhatIsCompiledIn()
{
    const QByteArray bytes = shippedFile();
    QVERIFY(!bytes.isEmpty());
    QCOMPARE(text::shippedRulesFile(), bytes);
    const Result<srx::ReadSrx> read = srx::read(bytes, {});
    QVERIFY(read.ok() && read->warnings.isEmpty() && read->faults.isEmpty());
    QCOMPARE(read->srx.rulesFor(QStringLiteral("vi")), text::shippedRules());
    QCOMPARE(read->srx.rulesFor(QStringLiteral("vi-VN")), text::shippedRules());
    QVERIFY(!read->srx.rulesFor(QStringLiteral("en")).rules.isEmpty());
    QCOMPARE(readSample(srx::write(read->srx)), read->srx);
}

void TestSrx::writtenIsValid()
{
    QFile schema(testing::sharedFolder() + QStringLiteral("/standards/srx/schemas/srx20.xsd"));
    const QString checker = QStandardPaths::findExecutable(QStringLiteral("xmllint"));
    if (checker.isEmpty() || !schema.open(QIODevice::ReadOnly))
        QSKIP("the schema of SRX or xmllint is not there");
    // The schema imports xml.xsd from the network and uses nothing of it.
    const QString local =
        QString::fromUtf8(schema.readAll()).remove(QRegularExpression(QStringLiteral("<xs:import[^>]*>")));
    QTemporaryDir folder;
    const auto put = [&folder](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    };
    const QStringList files = {put(QStringLiteral("written.srx"), srx::write(readSample())),
                               put(QStringLiteral("shipped.srx"), shippedFile()),
                               put(QStringLiteral("again.srx"), srx::write(readSample(shippedFile())))};
    QProcess process;
    process.start(checker,
                  QStringList{QStringLiteral("--nonet"), QStringLiteral("--noout"),
                              QStringLiteral("--schema"), put(QStringLiteral("srx.xsd"), local.toUtf8())} +
                      files);
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

QTEST_APPLESS_MAIN(TestSrx)
#include "tst_srx.moc"
