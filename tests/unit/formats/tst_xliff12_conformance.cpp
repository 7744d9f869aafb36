#include "conformance_rows.h"
#include "formats/conformance/xliff12.h"
#include "xliff12_valid_files.h"

#include <QtCore/QBuffer>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::testing;
using conformance::Report;
using conformance::Severity;

/// XLIFF 1.2: rulings and warnings one by one, and input that means harm. The rules at large are tested by
/// mutation.
class TestXliff12Conformance : public QObject
{
    Q_OBJECT
private slots:
    void rulings_data();
    void rulings();
    void strictIsWhatTheLocationSays_data();
    void strictIsWhatTheLocationSays();
    void encodings_data();
    void encodings();
    void columnsCountCharacters();
    void harmfulInputIsRefused_data();
    void harmfulInputIsRefused();
    void piecesMakeNoDifference();
};

namespace {

Report validated(const QByteArray &bytes)
{
    const Result<Report> report = conformance::validateXliff12(conformance::piecesOf(bytes));
    return report ? *report : Report{};
}

const QByteArray head =
    "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file original=\"a\" "
    "source-language=\"vi\" target-language=\"en\" datatype=\"plaintext\"><body>\n";
const QByteArray tail = "\n</body></file></xliff>";

const QByteArray valid = head + R"(<trans-unit id="1" minbytes="1" maxbytes="9">
<source xml:lang="vi">Một <bx id="1"/>hai<ex id="1"/> <x id="2"/></source>
<target xml:lang="en">One <bx id="1"/>two<ex id="1"/> <x id="2"/></target>
</trans-unit>
<trans-unit id="2">
<source>Ba. Bốn.</source>
<seg-source><mrk mtype="seg" mid="a">Ba.</mrk> <mrk mtype="seg" mid="b">Bốn.</mrk></seg-source>
<target><mrk mtype="seg" mid="a">Three.</mrk></target>
</trans-unit>)" + tail;

constexpr Row rows[]{
    {"as it is", "Một", "Hai", ""},
    {"a target without any language", " target-language=\"en\"", "", ""},
    {"another language than the file's", "xml:lang=\"en\"", "xml:lang=\"fr\"",
     "warning:xliff12.language-mismatch"},
    {"another region than the file's", "xml:lang=\"en\"", "xml:lang=\"en-GB\"", ""},
    {"a language that nobody knows", "target-language=\"en\"", "target-language=\"xq\"",
     "warning:xliff12.unknown-language"},
    {"a limit that is no number", "maxbytes=\"9\"", "maxbytes=\"many\"", "warning:xliff12.size-not-a-number"},
    {"limits that contradict each other", "minbytes=\"1\"", "minbytes=\"10\"",
     "warning:xliff12.size-contradiction"},
    {"a bx without ex", "<ex id=\"1\"/>", "", "warning:xliff12.unpaired-code"},
    {"one placeholder twice", "<x id=\"2\"/>", "<x id=\"2\"/><x id=\"2\"/>", ""},
    {"two placeholders of one id", "<x id=\"2\"/>", "<x id=\"2\"/><x id=\"2\" ctype=\"lb\"/>",
     "xliff12.duplicate-code-id"},
    {"a copy in the target", "two<ex id=\"1\"/> <x id=\"2\"/>",
     "two<ex id=\"1\"/> <x id=\"2\"/><x id=\"2\" ctype=\"lb\"/>", ""},
    {"a copy that must not be", "two<ex id=\"1\"/> <x id=\"2\"/>",
     "two<ex id=\"1\"/><g id=\"3\" clone=\"no\">a</g><g id=\"3\" clone=\"no\">b</g>",
     "xliff12.duplicate-code-id"},
    {"pairs by number alone", "<source xml:lang=\"vi\">Một",
     "<source xml:lang=\"vi\"><bpt id=\"7\">b</bpt>Một<ept id=\"8\">e</ept>", "warning:xliff12.pair-ids"},
    {"an end before its beginning", "<source xml:lang=\"vi\">Một",
     "<source xml:lang=\"vi\"><ept id=\"7\">b</ept>Một<bpt id=\"7\">e</bpt>", "xliff12.pair-order"},
    {"seg-source with another text", "mid=\"b\">Bốn.", "mid=\"b\">Năm.",
     "warning:xliff12.seg-source-differs"},
    {"a segment without a mid", "<mrk mtype=\"seg\" mid=\"b\">", "<mrk mtype=\"seg\">",
     "warning:xliff12.segment-without-mid"},
    {"an attribute that nobody knows", "<trans-unit id=\"2\">", "<trans-unit id=\"2\" colour=\"red\">",
     "warning:xliff12.unknown-attribute"},
    {"XML's own attributes", "<trans-unit id=\"2\">", "<trans-unit id=\"2\" xml:base=\"a\">", ""},
    {"an older version", "version=\"1.2\"", "version=\"1.1\"", "warning:xliff12.older-version"},
    {"no namespace", " xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"", "", "xliff12.namespace"},
    {"a foreign element behind the last file", "</file></xliff>", "</file><o:x xmlns:o=\"urn:o\"/></xliff>",
     "xliff12.element-order"},
    {"a unit without content", "</body>", "<trans-unit id=\"3\"/></body>", "xliff12.missing-element"},
};

} // namespace

void TestXliff12Conformance::rulings_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < static_cast<int>(std::size(rows)); ++i)
        QTest::newRow(rows[i].name) << i;
}

void TestXliff12Conformance::rulings()
{
    QFETCH(int, row);
    const QString why = whyNot(valid, rows[row], validated(changed(valid, rows[row])));
    QVERIFY2(why.isEmpty(), qPrintable(why));
}

void TestXliff12Conformance::strictIsWhatTheLocationSays_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<bool>("isStrict");
    const QByteArray ns = "urn:oasis:names:tc:xliff:document:1.2";
    QTest::newRow("none") << QByteArray() << false;
    QTest::newRow("strict") << ns + " xliff-core-1.2-strict.xsd" << true;
    QTest::newRow("strict on the web")
        << ns + "\n http://docs.oasis-open.org/xliff/v1.2/os/xliff-core-1.2-strict.xsd" << true;
    QTest::newRow("transitional") << ns + " xliff-core-1.2-transitional.xsd" << false;
    QTest::newRow("of another namespace")
        << QByteArray("urn:a strict.xsd ") + ns + " transitional.xsd" << false;
    QTest::newRow("behind another namespace") << QByteArray("urn:a a.xsd ") + ns + " strict.xsd" << true;
    QTest::newRow("a folder of that name") << ns + " strict/xliff.xsd" << false;
}

void TestXliff12Conformance::strictIsWhatTheLocationSays()
{
    QFETCH(QByteArray, location);
    QFETCH(bool, isStrict);
    QByteArray bytes = valid;
    bytes.replace("<xliff ",
                  "<xliff xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"" +
                      location + "\" ");
    bytes.replace("<trans-unit id=\"2\">", "<trans-unit id=\"2\" ts=\"x\">");
    QCOMPARE(validated(bytes).isValid(), !isStrict);
}

void TestXliff12Conformance::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const QString text = QStringLiteral("<?xml version=\"1.0\" encoding=\"%1\"?>") + QString::fromUtf8(valid);
    const QString plain = QString::fromUtf8(valid);
    QTest::newRow("UTF-8 with a mark") << QByteArray("\xEF\xBB\xBF") + valid << QString();
    QByteArray wide("\xFF\xFE", 2);
    wide.append(reinterpret_cast<const char *>(plain.utf16()), plain.size() * 2);
    QTest::newRow("UTF-16") << wide << QString();
    QTest::newRow("unknown") << text.arg(QStringLiteral("x-own")).toUtf8() << QStringLiteral("xml.encoding");
    QByteArray broken = valid;
    QTest::newRow("bad bytes") << broken.replace("Ba.", "\xFF") << QStringLiteral("xml.malformed");
}

void TestXliff12Conformance::encodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const Report report = validated(bytes);
    QCOMPARE(report.findings.isEmpty() ? QString() : report.findings.first().code, code);
    QCOMPARE(report.isValid(), code.isEmpty());
}

void TestXliff12Conformance::columnsCountCharacters()
{
    const QByteArray bytes =
        head + "<trans-unit id=\"1\"><source>Việt 😀 <g>x</g></source></trans-unit>" + tail;
    const Report report = validated(bytes);
    QCOMPARE(report.findings.size(), 1);
    QCOMPARE(report.findings.first().line, 2);
    QCOMPARE(report.findings.first().column, 35);
}

void TestXliff12Conformance::harmfulInputIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QByteArray laughs = "<!DOCTYPE xliff [<!ENTITY a0 \"lol lol lol lol lol lol lol lol\">";
    for (int i = 1; i < 12; ++i) {
        const QByteArray before = "&a" + QByteArray::number(i - 1) + ';';
        laughs += "<!ENTITY a" + QByteArray::number(i) + " \"" + before.repeated(10) + "\">";
    }
    QTest::newRow("billion laughs") << laughs + "]>" + QByteArray(valid).replace("Ba.", "&a11;")
                                    << QStringLiteral("xml.malformed");
    QTest::newRow("external entity") << "<!DOCTYPE xliff [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" +
                                            QByteArray(valid).replace("Ba.", "&e;")
                                     << QStringLiteral("xml.entity");
    QTest::newRow("entity of an external DTD")
        << "<!DOCTYPE xliff SYSTEM \"http://example.org/x.dtd\">" + QByteArray(valid).replace("Ba.", "&e;")
        << QStringLiteral("xml.entity");
    QTest::newRow("depth") << head + QByteArray("<group>").repeated(10000) << QStringLiteral("xml.too-deep");
    QTest::newRow("an attribute without end")
        << head + "<trans-unit id=\"" + QByteArray(40 * 1024 * 1024, 'a') << QStringLiteral("xml.too-large");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("xml.malformed");
}

void TestXliff12Conformance::harmfulInputIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const Report report = validated(bytes);
    QVERIFY(!report.isValid());
    QCOMPARE(report.findings.last().code, code);
}

void TestXliff12Conformance::piecesMakeNoDifference()
{
    for (const Xliff12Sample &sample : xliff12Samples()) {
        const QByteArray bytes = QByteArray(sample.bytes).replace("</source>", "<x/></source>");
        for (const qsizetype size : {1, 7, 100}) {
            QByteArrayView rest = bytes;
            const Result<Report> report = conformance::validateXliff12([&]() -> Result<QByteArrayView> {
                const QByteArrayView piece = rest.first(qMin(rest.size(), size));
                rest = rest.sliced(piece.size());
                return piece;
            });
            QVERIFY(report.ok());
            QCOMPARE(report->findings, validated(bytes).findings);
        }
    }
}

QTEST_GUILESS_MAIN(TestXliff12Conformance)
#include "tst_xliff12_conformance.moc"
