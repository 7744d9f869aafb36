#include "conformance_rows.h"
#include "formats/conformance/tmx.h"
#include "support.h"

#include <QtCore/QBuffer>
#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtCore/QStringEncoder>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::testing;

/// TMX: each rule of the DTDs and of the specification's words, by a file that breaks it.
class TestTmxConformance : public QObject
{
    Q_OBJECT
private slots:
    void rules_data();
    void rules();
    void theDtdAgrees();
    void olderVersions_data();
    void olderVersions();
    void suitesAreValid();
    void memoryIsBounded();
    void warningsHideNoError();
    void aByteOrderMarkIsNoColumn();
    void encodingsOfOneByteAreRead();
    void depthIsLimited();
};

namespace {

const QByteArray valid = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="Tool" creationtoolversion="1" segtype="sentence" o-tmf="own" adminlang="en" srclang="vi"
          datatype="plaintext" o-encoding="utf-8" creationdate="20250301T093000Z" creationid="a"
          changedate="20250302T093000Z" changeid="b">
    <note xml:lang="vi" o-encoding="utf-8">Ghi chú</note>
    <prop type="x-project" xml:lang="en">p</prop>
    <ude name="own" base="utf-8">
      <map unicode="#xF8FF" code="#xF0" ent="Apple" subst="[Apple]"/>
    </ude>
  </header>
  <body>
    <tu tuid="1" segtype="block" srclang="*all*" datatype="html" usagecount="3" lastusagedate="20250303T093000Z" creationtool="t" o-tmf="x">
      <note>n</note>
      <prop type="p">v</prop>
      <tuv xml:lang="vi" creationdate="20250301T093000Z">
        <prop type="q">v</prop>
        <seg>Bộ <bpt i="1" x="1" type="bold">&lt;b></bpt>Ngoại giao<ept i="1">&lt;/b></ept> <ph x="2" assoc="p">&lt;img alt="<sub type="x" datatype="html">Ảnh <hi type="t">ở</hi></sub>"/></ph><it pos="begin" x="3">&lt;u></it></seg>
      </tuv>
      <tuv xml:lang="en-GB"><seg><bpt i="1" x="1">&lt;b></bpt>Ministry<ept i="1">&lt;/b></ept> of <hi x="4">Foreign</hi> Affairs</seg></tuv>
    </tu>
    <tu>
      <tuv xml:lang="VI"><seg>Một</seg></tuv>
      <tuv xml:lang="en"><seg>One</seg></tuv>
    </tu>
  </body>
</tmx>
)";

constexpr Row rows[]{
    {"as it is", "Một", "Hai", ""},
    {"version", "version=\"1.4\"", "version=\"1.5\"", "tmx.invalid-version"},
    {"no version", "<tmx version=\"1.4\"", "<tmx", "tmx.missing-attribute", false},
    {"no creationtool", "creationtool=\"Tool\" ", "", "tmx.missing-attribute"},
    {"no creationtoolversion", "creationtoolversion=\"1\" ", "", "tmx.missing-attribute"},
    {"no segtype", "segtype=\"sentence\" ", "", "tmx.missing-attribute"},
    {"no o-tmf", "o-tmf=\"own\" ", "", "tmx.missing-attribute"},
    {"no adminlang", "adminlang=\"en\" ", "", "tmx.missing-attribute"},
    {"no srclang", "srclang=\"vi\"", "", "tmx.missing-attribute"},
    {"no datatype", "datatype=\"plaintext\"", "", "tmx.missing-attribute"},
    {"segtype", "segtype=\"sentence\"", "segtype=\"segment\"", "tmx.invalid-segtype"},
    {"segtype of a unit", "segtype=\"block\"", "segtype=\"cell\"", "tmx.invalid-segtype"},
    {"adminlang", "adminlang=\"en\"", "adminlang=\"en_US\"", "tmx.invalid-language", false},
    {"adminlang of all", "adminlang=\"en\"", "adminlang=\"*all*\"", "tmx.invalid-language", false},
    {"srclang", "srclang=\"vi\"", "srclang=\"v\"", "tmx.invalid-language", false},
    {"srclang of a unit", "srclang=\"*all*\"", "srclang=\"*\"", "tmx.invalid-language", false},
    {"creationdate", "creationdate=\"20250301T093000Z\"", "creationdate=\"2025-03-01T09:30:00Z\"",
     "tmx.invalid-date", false},
    {"creationdate without zone", "creationdate=\"20250301T093000Z\"", "creationdate=\"20250301T093000\"",
     "tmx.invalid-date", false},
    {"no such day", "changedate=\"20250302T093000Z\"", "changedate=\"20250230T093000Z\"",
     "elsewhere:tmx.invalid-date", false},
    {"lastusagedate", "lastusagedate=\"20250303T093000Z\"", "lastusagedate=\"today\"", "tmx.invalid-date",
     false},
    {"usagecount", "usagecount=\"3\"", "usagecount=\"often\"", "tmx.invalid-number", false},
    {"prop without type", "<prop type=\"p\">", "<prop>", "tmx.missing-attribute"},
    {"unknown attribute", "<tu tuid=\"1\"", "<tu id=\"1\"", "tmx.unknown-attribute"},
    {"ude without name", "<ude name=\"own\"", "<ude", "tmx.missing-attribute"},
    {"ude without base", " base=\"utf-8\"", "", "tmx.missing-base", false},
    {"ude without map", "<map unicode=\"#xF8FF\" code=\"#xF0\" ent=\"Apple\" subst=\"[Apple]\"/>", "",
     "tmx.missing-element"},
    {"map without unicode", "<map unicode=\"#xF8FF\"", "<map", "tmx.missing-attribute"},
    {"map's unicode", "#xF8FF", "F8FF", "tmx.invalid-code-point", false},
    {"map's code", "#xF0", "240", "tmx.invalid-code-point", false},
    {"map of nothing", " code=\"#xF0\" ent=\"Apple\" subst=\"[Apple]\"", "", "warning:tmx.empty-map", false},
    {"no header", "<body>", "<header/><body>", "tmx.too-many-elements"},
    {"two bodies", "</body>", "</body><body/>", "tmx.too-many-elements"},
    {"no variant",
     "<tu>\n      <tuv xml:lang=\"VI\"><seg>Một</seg></tuv>\n      <tuv xml:lang=\"en\"><seg>One</seg></tuv>",
     "<tu>", "tmx.missing-element"},
    {"no segment", "<seg>Một</seg>", "", "tmx.missing-element"},
    {"two segments", "<seg>Một</seg>", "<seg>Một</seg><seg>Hai</seg>", "tmx.too-many-elements"},
    {"note after the segment", "<seg>Một</seg>", "<seg>Một</seg><note>n</note>", "tmx.element-order"},
    {"prop after a variant", "<seg>Một</seg></tuv>", "<seg>Một</seg></tuv><prop type=\"p\">v</prop>",
     "tmx.element-order"},
    {"text in a variant", "<seg>Một</seg>", "Một<seg>Một</seg>", "tmx.unexpected-text"},
    {"no language", " xml:lang=\"VI\"", "", "tmx.missing-attribute"},
    // xmllint takes lang for xml:lang.
    {"the old lang", " xml:lang=\"VI\"", " lang=\"VI\"", "tmx.missing-attribute", false},
    {"both languages", " xml:lang=\"VI\"", " lang=\"VI\" xml:lang=\"VI\"", "warning:tmx.deprecated-lang",
     false},
    {"language", " xml:lang=\"VI\"", " xml:lang=\"Vietnamese\"", "tmx.invalid-language", false},
    {"unknown language", " xml:lang=\"VI\"", " xml:lang=\"xq\"", "warning:tmx.unknown-language", false},
    {"no source", " xml:lang=\"VI\"", " xml:lang=\"fr\"", "warning:tmx.missing-source", false},
    {"bpt without i", "<bpt i=\"1\" x=\"1\" type=\"bold\">", "<bpt x=\"1\">", "tmx.missing-attribute"},
    {"ept without i", "<ept i=\"1\">&lt;/b></ept> <ph", "<ept>&lt;/b></ept> <ph", "tmx.missing-attribute"},
    {"bpt without ept", "<ept i=\"1\">&lt;/b></ept> <ph", "<ph", "tmx.unpaired-code", false},
    {"ept without bpt", "<seg>Một", "<seg>Một<ept i=\"1\"/>", "tmx.unpaired-code", false},
    {"ept before bpt", "<seg>Một", "<seg>Một<ept i=\"1\"/><bpt i=\"1\"/>", "tmx.unpaired-code", false},
    {"another i", "<seg>Một", "<seg>Một<bpt i=\"1\"/><ept i=\"2\"/>", "tmx.unpaired-code", false},
    {"i twice", "<seg>Một", "<seg>Một<bpt i=\"1\"/><ept i=\"1\"/><bpt i=\"1\"/><ept i=\"1\"/>",
     "tmx.duplicate-i", false},
    {"overlapping pairs", "<seg>Một", "<seg>Một<bpt i=\"1\"/><bpt i=\"2\"/><ept i=\"1\"/><ept i=\"2\"/>", ""},
    {"x twice", "<seg>Một", "<seg>Một<ph x=\"1\"/><ph x=\"1\"/>", "warning:tmx.duplicate-x", false},
    {"x of another kind", "<seg>Một", "<seg>Một<ph x=\"1\"/><hi x=\"1\"/>", "warning:tmx.mismatched-x",
     false},
    {"it without pos", "<it pos=\"begin\" x=\"3\">", "<it x=\"3\">", "tmx.missing-attribute"},
    {"it's pos", "pos=\"begin\"", "pos=\"open\"", "tmx.invalid-pos"},
    {"ph's assoc", "assoc=\"p\"", "assoc=\"before\"", "tmx.invalid-assoc", false},
    {"sub in a segment", "<seg>Một", "<seg><sub>Một</sub>", "tmx.unexpected-element"},
    {"hi in hi", "<seg>Một", "<seg><hi>M<hi>ộ</hi>t</hi>", ""},
    {"hi in bpt", "<seg>Một", "<seg><bpt i=\"1\"><hi>M</hi></bpt><ept i=\"1\"/>", "tmx.unexpected-element"},
    {"ut", "<seg>Một", "<seg><ut x=\"1\">{\\b</ut>Một", "warning:tmx.deprecated-ut", false},
    {"unknown element", "<seg>Một", "<seg><b>Một</b>", "tmx.unknown-element"},
    {"foreign element", "<body>", "<body><o:x xmlns:o=\"urn:o\"/>", "tmx.foreign-element"},
    {"not well-formed", "<seg>Một</seg>", "<seg>Một</tuv>", "xml.malformed"},
    {"an entity of the DTD", "<seg>Một", "<seg>&eacute;Một", "xml.entity"},
    {"declared entities", "SYSTEM \"tmx14.dtd\">", "SYSTEM \"tmx14.dtd\" [<!ENTITY vn \"Việt Nam\">]>", ""},
    {"CDATA", "<seg>Một", "<seg><![CDATA[<b>&]]>Một", ""},
};

conformance::Report validated(const QByteArray &bytes)
{
    const Result<conformance::Report> report = conformance::validateTmx(conformance::piecesOf(bytes));
    return report ? *report : conformance::Report{};
}

/// Without the DOCTYPE, which xmllint would look for.
QByteArray plain(QByteArray bytes)
{
    return bytes.replace("<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">", "");
}

} // namespace

void TestTmxConformance::rules_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < static_cast<int>(std::size(rows)); ++i)
        QTest::newRow(rows[i].name) << i;
}

void TestTmxConformance::rules()
{
    QFETCH(int, row);
    const QString why = whyNot(valid, rows[row], validated(changed(valid, rows[row])));
    QVERIFY2(why.isEmpty(), qPrintable(why));
}

void TestTmxConformance::theDtdAgrees()
{
    const QString dtd = sharedFolder() + QStringLiteral("/standards/tmx/schemas/tmx14.dtd");
    if (sharedFolder().isEmpty() || !QFile::exists(dtd))
        QSKIP("the DTD of TMX 1.4 is not here");
    if (QStandardPaths::findExecutable(QStringLiteral("xmllint")).isEmpty())
        QSKIP("xmllint is not installed");
    QList<QByteArray> files;
    for (const Row &row : rows)
        files.append(plain(changed(valid, row)));
    const QList<qsizetype> refused = refusedByDtd(files, dtd);
    QStringList different;
    for (qsizetype i = 0; i < files.size(); ++i) {
        const bool isError = *rows[i].code != '\0' && !QByteArray(rows[i].code).startsWith("warning:");
        const bool isBothersome = QByteArray(rows[i].code) == "xml.entity";
        if (!isBothersome && refused.contains(i) != (isError && rows[i].isOfDtd))
            different.append(QString::fromLatin1(rows[i].name));
    }
    QVERIFY2(different.isEmpty(), qPrintable(different.join(u'\n')));
}

void TestTmxConformance::olderVersions_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<QByteArray>("segment");
    QTest::addColumn<QString>("code");
    QTest::newRow("1.1") << QByteArray("1.1") << QByteArray("lang") << QByteArray("a<ut>b</ut><sub>c</sub>")
                         << QString();
    QTest::newRow("1.1 has no hi") << QByteArray("1.1") << QByteArray("lang") << QByteArray("<hi>b</hi>")
                                   << QStringLiteral("tmx.unexpected-element");
    QTest::newRow("1.1 has no xml:lang") << QByteArray("1.1") << QByteArray("xml:lang") << QByteArray("a")
                                         << QStringLiteral("tmx.missing-attribute");
    QTest::newRow("1.2") << QByteArray("1.2") << QByteArray("lang") << QByteArray("<hi>b</hi>") << QString();
    QTest::newRow("1.2 has no sub in seg")
        << QByteArray("1.2") << QByteArray("lang") << QByteArray("<sub>b</sub>")
        << QStringLiteral("tmx.unexpected-element");
    QTest::newRow("1.3") << QByteArray("1.3") << QByteArray("xml:lang") << QByteArray("<hi>b</hi>")
                         << QString();
    QTest::newRow("1.3 needs xml:lang") << QByteArray("1.3") << QByteArray("lang") << QByteArray("b")
                                        << QStringLiteral("tmx.missing-attribute");
    QTest::newRow("1.3 has no sub in ut")
        << QByteArray("1.3") << QByteArray("xml:lang") << QByteArray("<ut><sub>b</sub></ut>")
        << QStringLiteral("tmx.unexpected-element");
}

void TestTmxConformance::olderVersions()
{
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, language);
    QFETCH(QByteArray, segment);
    QFETCH(QString, code);
    const QByteArray bytes =
        "<tmx version=\"" + version +
        "\"><header creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"o\" "
        "adminlang=\"en\" srclang=\"vi\" datatype=\"x\"/><body><tu><tuv " +
        language + "=\"vi\"><seg>" + segment + "</seg></tuv></tu></body></tmx>";
    const conformance::Report report = validated(bytes);
    QCOMPARE(report.version, QString::fromLatin1(version));
    QCOMPARE(report.isValid(), code.isEmpty());
    const bool isFound =
        std::any_of(report.findings.begin(), report.findings.end(),
                    [&code](const conformance::Finding &finding) { return finding.code == code; });
    QVERIFY(code.isEmpty() || isFound);
}

void TestTmxConformance::suitesAreValid()
{
    const QString folder = sharedFolder() + QStringLiteral("/standards/tmx/samples");
    if (sharedFolder().isEmpty() || !QDir(folder).exists())
        QSKIP("the samples of TMX are not here");
    QStringList refused;
    for (const QString &place : {folder, folder + QStringLiteral("/compkit")}) {
        for (const QFileInfo &info : QDir(place).entryInfoList({QStringLiteral("*.tmx")}, QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto report = conformance::validateTmx(conformance::piecesOf(file, info.filePath()));
            QVERIFY(report.ok());
            if (!report->isValid())
                refused.append(info.fileName());
        }
    }
    // Its <prop type2="..."> is not TMX.
    QCOMPARE(refused, QStringList{QStringLiteral("html_test.tmx")});
}

/// A file that is wrong from end to end, given piece by piece: the findings are counted, not all kept.
void TestTmxConformance::memoryIsBounded()
{
    int units = 20000;
    const QByteArray head = valid.first(valid.indexOf("<body>") + 6);
    const QByteArray unit = "<tu><tuv xml:lang=\"vi\"><seg><bpt i=\"1\"/></seg></tuv></tu>\n";
    const conformance::Pieces pieces = [&]() -> Result<QByteArrayView> {
        if (units == 20000) {
            --units;
            return QByteArrayView(head);
        }
        if (--units > 0)
            return QByteArrayView(unit);
        return units == 0 ? QByteArrayView("</body></tmx>") : QByteArrayView();
    };
    const Result<conformance::Report> report = conformance::validateTmx(pieces);
    QVERIFY(report.ok());
    QCOMPARE(report->findings.size(), 1001);
    QVERIFY(report->findings.last().isRest());
    QCOMPARE(report->findings.last().code, QStringLiteral("tmx.more"));
}

/// Thousands of warnings before the only error.
void TestTmxConformance::warningsHideNoError()
{
    const QByteArray warned = "<tu><tuv xml:lang=\"fr\"><seg>a</seg></tuv></tu>\n";
    const QByteArray bytes =
        valid.first(valid.indexOf("<body>") + 6) + warned.repeated(1500) + "<tu/>\n</body></tmx>";
    const Result<conformance::Report> report = conformance::validateTmx(conformance::piecesOf(bytes));
    QVERIFY(report.ok());
    QVERIFY(!report->isValid());
    QCOMPARE(report->findings.size(), 1002);
    QCOMPARE(report->findings[1000].code, QStringLiteral("tmx.missing-element"));
    QVERIFY(report->findings.last().isRest());
    QCOMPARE(report->findings.last().severity, conformance::Severity::Warning);
}

void TestTmxConformance::aByteOrderMarkIsNoColumn()
{
    const QString text = QStringLiteral("<tmx version=\"1.4\" lang=\"😀\"><nonsense/></tmx>");
    const auto encoded = [&text](QStringConverter::Encoding encoding) {
        return QByteArray(QStringEncoder(encoding, QStringConverter::Flag::WriteBom).encode(text));
    };
    const Result<conformance::Report> plain = conformance::validateTmx(conformance::piecesOf(text.toUtf8()));
    QVERIFY(plain.ok() && plain->findings.size() > 1);
    const auto nonsense =
        std::find_if(plain->findings.begin(), plain->findings.end(), [](const conformance::Finding &finding) {
            return finding.code == QLatin1String("tmx.unknown-element");
        });
    QVERIFY(nonsense != plain->findings.end());
    QCOMPARE(nonsense->column, text.indexOf(QLatin1String("<nonsense")) + 1 - 1);
    for (const auto encoding :
         {QStringConverter::Utf8, QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        const QByteArray bytes = encoded(encoding);
        for (const qsizetype size : {qsizetype(1), bytes.size()}) {
            QByteArrayView rest = bytes;
            const auto report = conformance::validateTmx([&rest, size]() -> Result<QByteArrayView> {
                const QByteArrayView piece = rest.first(qMin(size, rest.size()));
                rest = rest.sliced(piece.size());
                return piece;
            });
            QVERIFY(report.ok());
            QCOMPARE(report->findings, plain->findings);
        }
    }
}

void TestTmxConformance::encodingsOfOneByteAreRead()
{
    const QByteArray bytes = valid.first(valid.indexOf("<body>") + 6).replace("UTF-8", "windows-1258") +
                             "<tu><tuv xml:lang=\"vi\"><seg>\xF0\xE2y</seg></tuv></tu></body></tmx>";
    const Result<conformance::Report> read = conformance::validateTmx(conformance::piecesOf(bytes));
    QVERIFY(read.ok());
    QVERIFY2(read->findings.isEmpty(), qPrintable(read->findings.value(0).message));
    const QByteArray unknown = QByteArray(valid).replace("UTF-8", "x-none");
    const Result<conformance::Report> refused = conformance::validateTmx(conformance::piecesOf(unknown));
    QVERIFY(refused.ok());
    QCOMPARE(refused->findings.first().code, QStringLiteral("xml.encoding"));
}

void TestTmxConformance::depthIsLimited()
{
    const auto nested = [](int depth) {
        return QByteArray(valid).replace("Một", QByteArray("<hi>").repeated(depth) +
                                                    QByteArray("</hi>").repeated(depth));
    };
    const Result<conformance::Report> deep = conformance::validateTmx(conformance::piecesOf(nested(1000)));
    QVERIFY(deep.ok() && deep->findings.isEmpty());
    const Result<conformance::Report> deeper = conformance::validateTmx(conformance::piecesOf(nested(1100)));
    QVERIFY(deeper.ok());
    QCOMPARE(deeper->findings.last().code, QStringLiteral("xml.too-deep"));
}

QTEST_GUILESS_MAIN(TestTmxConformance)
#include "tst_tmx_conformance.moc"
