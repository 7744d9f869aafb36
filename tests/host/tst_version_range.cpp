#include "host/version_range.h"

#include <QtTest/QTest>

namespace verbale::host {

class TestVersionRange : public QObject
{
    Q_OBJECT

private slots:
    void versions_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        for (const char *good : {"1", "1.0", "0.1.0", "10.20.30.40", "999999.0"})
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const char *bad : {"", " 1", "1 ", "1.", ".1", "1..2", "v1", "1.0-beta", "1.2.3.4.5", "-1",
                                "1,2", "1\n", "99999999999999999999", "one"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << false;
        QTest::newRow("Arabic digits") << QStringLiteral("\u0661.\u0662") << false;
    }
    void versions()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const auto version = parseVersion(text);
        QCOMPARE(version.has_value(), good);
        if (good)
            QCOMPARE(version->toString(), text);
    }

    void badRanges_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *bad : {"", " ", "1.0", "=1.0", ">1.0", "<=2", "~1.0", "^1", ">=", "<", ">=1 >=2",
                                "<1 <2", ">=1 <2 <3", ">=2 <1", ">=1.0 <1.0.0", "<0", ">= 1.0", ">=1.0,<2"})
            QTest::newRow(bad) << QString::fromLatin1(bad);
    }
    void badRanges()
    {
        QFETCH(QString, text);
        QVERIFY(!VersionRange::parse(text));
    }

    void contains_data()
    {
        QTest::addColumn<QString>("range");
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("inside");
        const auto row = [](const char *range, const char *version, bool inside) {
            QTest::addRow("%s %s", range, version)
                << QString::fromLatin1(range) << QString::fromLatin1(version) << inside;
        };
        row(">=1.0 <2", "1.0.0", true);
        row(">=1.0.0 <2", "1", true);
        row(">=1.0 <2", "1.99.7", true);
        row(">=1.0 <2", "2.0.0", false);
        row(">=1.0 <2.0.0", "2", false);
        row(">=1.0 <2", "0.9", false);
        row("<2 >=1.0", "1.5", true);
        row(">=1.10", "1.9", false);
        row(">=1.10", "12.0", true);
        row("<1.2", "0.0.1", true);
        row("<1.2", "1.2.0", false);
        row(">=0", "0.0", true);
    }
    void contains()
    {
        QFETCH(QString, range);
        QFETCH(QString, version);
        const auto parsed = VersionRange::parse(range);
        QVERIFY(parsed);
        QTEST(parsed->contains(*parseVersion(version)), "inside");
    }

    void textReadsBack()
    {
        for (const char *text : {">=1.0 <2", ">=1.2", "<3.4.5"}) {
            const auto range = VersionRange::parse(QString::fromLatin1(text));
            QVERIFY(range);
            QCOMPARE(range->text(), QString::fromLatin1(text));
        }
        QCOMPARE(VersionRange().text(), QStringLiteral("any version"));
        QVERIFY(VersionRange().contains(QVersionNumber(0)));
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestVersionRange)
#include "tst_version_range.moc"
