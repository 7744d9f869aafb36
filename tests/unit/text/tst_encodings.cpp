#include "text/encodings.h"

#include <QtTest>

using namespace verbale;
using namespace verbale::text;

class EncodingsTest : public QObject
{
    Q_OBJECT

private slots:
    void thereAndBack();
    void aliases_data();
    void aliases();
    void unknown_data();
    void unknown();
};

void EncodingsTest::thereAndBack()
{
    QStringList ids;
    for (const Encoding encoding : allEncodings) {
        const Result<Encoding> found = encodingFromId(encodingId(encoding));
        QVERIFY(found.ok());
        QCOMPARE(*found, encoding);
        QVERIFY(!encodingName(encoding).isEmpty());
        QVERIFY(!ids.contains(encodingId(encoding)));
        ids.append(encodingId(encoding));
    }
}

void EncodingsTest::aliases_data()
{
    QTest::addColumn<QString>("alias");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *alias, const char *id) {
        QTest::newRow(alias) << QString::fromLatin1(alias) << QString::fromLatin1(id);
    };
    row("abc", "tcvn3");
    row("TCVN", "tcvn3");
    row("vni-win", "vni");
    row("cp1258", "windows-1258");
    row("Windows_1258", "windows-1258");
    row("utf-8-as-cp1252", "mojibake");
    row("UTF8", "utf-8");
    row("utf16le", "utf-16le");
    row(" latin1 ", "windows-1252");
}

void EncodingsTest::aliases()
{
    QFETCH(QString, alias);
    const Result<Encoding> found = encodingFromId(alias);
    QVERIFY(found.ok());
    QTEST(encodingId(*found), "id");
}

void EncodingsTest::unknown_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("empty") << QString();
    QTest::newRow("space") << QStringLiteral(" ");
    QTest::newRow("two") << QStringLiteral("abc tcvn");
    QTest::newRow("other") << QStringLiteral("koi8-r");
}

void EncodingsTest::unknown()
{
    QFETCH(QString, id);
    const Result<Encoding> found = encodingFromId(id);
    QVERIFY(!found.ok());
    QCOMPARE(found.error().code, QStringLiteral("usage.encoding"));
    for (const Encoding encoding : allEncodings)
        QVERIFY(found.error().message.contains(encodingId(encoding)));
}

QTEST_APPLESS_MAIN(EncodingsTest)
#include "tst_encodings.moc"
