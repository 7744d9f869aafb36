#include "command_line_test.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QtTest>

using namespace verbale::commandline::testing;
using namespace Qt::StringLiterals;

class tst_CommandLineValidate : public QObject
{
    Q_OBJECT
private slots:
    void aValidFile();
    void findingsForPeople();
    void findingsForPrograms();
    void warningsLeaveAFileValid();
    void oneUnreadableFileHidesNoOther();
    void theProgressLineGoes();
    void standardInput();
    void whatCannotBeChecked();
    void whatCannotBeChecked_data();
};

namespace {

const QByteArray valid = R"(<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.txt" source-language="vi" target-language="en" datatype="plaintext"><body>
<trans-unit id="1"><source>Bộ</source><target>Ministry</target></trans-unit>
<trans-unit id="2"><source>Ban</source></trans-unit>
</body></file></xliff>
)";

QByteArray broken()
{
    return QByteArray(valid).replace("id=\"2\"", "id=\"1\"").replace("<target>", "<target state=\"done\">");
}

QJsonObject firstFile(const Outcome &outcome)
{
    return QJsonDocument::fromJson(outcome.out.toUtf8()).object()[u"files"_s].toArray()[0].toObject();
}

} // namespace

void tst_CommandLineValidate::aValidFile()
{
    Workplace place;
    place.put(u"a.xlf"_s, valid);
    const Outcome outcome = place.run({u"validate"_s, u"a.xlf"_s});
    QVERIFY2(outcome.status == 0 && outcome.err.isEmpty(), outcome.text().constData());
    QCOMPARE(outcome.out, u"a.xlf: XLIFF 1.2, valid\n"_s);
}

void tst_CommandLineValidate::findingsForPeople()
{
    Workplace place;
    place.put(u"a.xlf"_s, broken());
    const Outcome outcome = place.run({u"validate"_s, u"a.xlf"_s});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.err, QString());
    const QStringList lines = outcome.out.split(u'\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines[0].startsWith(u"a.xlf:4:39: error: "_s), outcome.text().constData());
    QVERIFY2(lines[0].endsWith(u" [xliff12.invalid-state, XLIFF 1.2, 3.2.3 Structural Elements]"_s),
             outcome.text().constData());
    QVERIFY2(lines[1].startsWith(u"a.xlf:5:1: error: \"1\" "_s), outcome.text().constData());
    QCOMPARE(lines[2], u"a.xlf: XLIFF 1.2, not valid, 2 errors"_s);
}

void tst_CommandLineValidate::findingsForPrograms()
{
    Workplace place;
    place.put(u"a.xlf"_s, broken());
    const Outcome outcome = place.run({u"validate"_s, u"--json"_s, u"a.xlf"_s});
    QCOMPARE(outcome.status, 1);
    const QJsonObject file = firstFile(outcome);
    QCOMPARE(file[u"file"_s].toString(), u"a.xlf"_s);
    QCOMPARE(file[u"version"_s].toString(), u"1.2"_s);
    QCOMPARE(file[u"valid"_s], QJsonValue(false));
    const QJsonArray findings = file[u"findings"_s].toArray();
    QCOMPARE(findings.size(), 2);
    const QJsonObject finding = findings[1].toObject();
    QCOMPARE(finding[u"line"_s].toInt(), 5);
    QCOMPARE(finding[u"column"_s].toInt(), 1);
    QCOMPARE(finding[u"severity"_s].toString(), u"error"_s);
    QCOMPARE(finding[u"code"_s].toString(), u"xliff12.duplicate-unit-id"_s);
    QVERIFY(finding[u"section"_s].toString().startsWith(u"XLIFF 1.2, "_s));
    QVERIFY(!finding[u"message"_s].toString().isEmpty());
}

void tst_CommandLineValidate::warningsLeaveAFileValid()
{
    Workplace place;
    place.put(u"a.xlf"_s, QByteArray(valid).replace(" target-language=\"en\"", ""));
    const Outcome outcome = place.run({u"validate"_s, u"a.xlf"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    QVERIFY2(outcome.out.contains(u": warning: "_s), outcome.text().constData());
    QVERIFY2(outcome.out.endsWith(u"a.xlf: XLIFF 1.2, valid, 1 warning\n"_s), outcome.text().constData());
}

void tst_CommandLineValidate::oneUnreadableFileHidesNoOther()
{
    Workplace place;
    place.put(u"a.xlf"_s, broken());
    const Outcome outcome = place.run({u"validate"_s, u"missing.xlf"_s, u"a.xlf"_s, u"--json"_s});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.startsWith(u"verbale: missing.xlf"_s), outcome.text().constData());
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QCOMPARE(firstFile(outcome)[u"file"_s].toString(), u"a.xlf"_s);
}

void tst_CommandLineValidate::theProgressLineGoes()
{
    Workplace place;
    place.errorIsTerminal = true;
    const QByteArray filler = "<!--" + QByteArray(1024, 'x') + "-->\n";
    const QByteArray large =
        QByteArray(valid).replace("<trans-unit id=\"2\"", filler.repeated(20'000) + "<trans-unit id=\"2\"");
    place.put(u"whole.xlf"_s, large);
    place.put(u"cut.xlf"_s, QByteArray(large).replace("</source>", "</sauce>"));
    for (const QString &name : {u"whole.xlf"_s, u"cut.xlf"_s}) {
        const Outcome outcome = place.run({u"validate"_s, name});
        QCOMPARE(outcome.status, name.startsWith(u'c') ? 1 : 0);
        QVERIFY2(outcome.err.startsWith(u"\r"_s + name), outcome.text().left(200).constData());
        QVERIFY(outcome.err.endsWith(u"\r\x1b[K"_s));
    }
}

void tst_CommandLineValidate::standardInput()
{
    Workplace place;
    const Outcome outcome = place.run({u"validate"_s, u"-"_s}, valid);
    QCOMPARE(outcome.out, u"-: XLIFF 1.2, valid\n"_s);
    QCOMPARE(outcome.status, 0);
}

void tst_CommandLineValidate::whatCannotBeChecked_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::addColumn<int>("status");
    const QByteArray cutOff = valid.first(valid.indexOf("id=\"2\""));
    QTest::newRow("cut off") << cutOff << u"a.xlf:5:"_s << 1;
    QTest::newRow("cut off, rule") << cutOff << u"[xml.malformed, XML 1.0]"_s << 1;
    QTest::newRow("text") << QByteArray("Bộ Ngoại giao\n") << u"a.xlf:1:1: error: "_s << 1;
    QTest::newRow("empty") << QByteArray() << u"xml.malformed"_s << 1;
    QTest::newRow("another kind") << QByteArray("<html></html>") << u"validate.unknown-format"_s << 1;
    QTest::newRow("XLIFF 1.1")
        << QByteArray("<xliff version=\"1.1\" xmlns=\"urn:oasis:names:tc:xliff:document:1.1\"/>")
        << u"xliff.version-not-checked"_s << 0;
    QTest::newRow("XLIFF 3") << QByteArray("<xliff version=\"3.0\"/>") << u"xliff.unknown-version"_s << 1;
}

void tst_CommandLineValidate::whatCannotBeChecked()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    QFETCH(int, status);
    Workplace place;
    place.put(u"a.xlf"_s, bytes);
    const Outcome outcome = place.run({u"validate"_s, u"a.xlf"_s});
    QVERIFY2(outcome.status == status && outcome.out.contains(says), outcome.text().constData());
    QCOMPARE(outcome.err, QString());
}

QTEST_GUILESS_MAIN(tst_CommandLineValidate)
#include "tst_command_line_validate.moc"
