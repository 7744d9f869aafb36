#include "command_line_test.h"

#include "session/export.h"
#include "session/open.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::commandline::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray plural = R"(<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.2" xmlns:pgs="urn:oasis:names:tc:xliff:pgs:1.0" version="2.2"
  srcLang="vi" trgLang="en">
  <file id="f1"><unit id="u1" pgs:switch="gender:x"><segment id="s1" pgs:case="male"><source>Xin chào.</source>
    <target>Hello.</target></segment></unit></file>
</xliff>
)";

const QByteArray article =
    u"Bộ Ngoại giao tiếp đoàn đại biểu ASEAN tại Hà Nội.\n\nBộ Ngoại giao\n"_s.toUtf8();

} // namespace

class tst_CommandLineExport : public QObject
{
    Q_OBJECT
private slots:
    void everyFormatIsWritten();
    void lossesAreWarningsAndJson();
    void theEnglishTextIsLaidOutAsItsSource();
    void draftsInTheVersionAskedFor_data();
    void draftsInTheVersionAskedFor();
};

void tst_CommandLineExport::everyFormatIsWritten()
{
    Workplace place;
    place.put(u"a.xlf"_s, plural);
    for (const QString &format : session::exportFormats()) {
        const QString name = u"out."_s + format;
        const Outcome outcome = place.run({u"export"_s, u"a.xlf"_s, u"--to"_s, format, u"-o"_s, name});
        QVERIFY2(outcome.status == 0, outcome.text().constData());
        QCOMPARE(outcome.out, QString());
        QVERIFY2(!place.content(name).isEmpty(), qPrintable(format));
    }
    QCOMPARE(place.content(u"out.xliff-2.2"_s), plural);
    QCOMPARE(place.content(u"out.target"_s), QByteArray("Hello.\n"));
}

void tst_CommandLineExport::lossesAreWarningsAndJson()
{
    Workplace place;
    place.put(u"a.xlf"_s, plural);
    const Outcome outcome =
        place.run({u"export"_s, u"a.xlf"_s, u"--to"_s, u"xliff-2.0"_s, u"-o"_s, u"b.xlf"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    QVERIFY2(outcome.err.contains(u"verbale: warning: XLIFF 2.0 has no plural, gender and select forms (2, "
                                  "first in f1/u1).\n"_s),
             outcome.text().constData());
    const QJsonObject json = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    QCOMPARE(json.keys(), (QStringList{u"format"_s, u"losses"_s, u"output"_s}));
    QCOMPARE(json[u"output"_s].toString(), u"b.xlf"_s);
    const QJsonObject loss = json[u"losses"_s].toArray().first().toObject();
    QCOMPARE(loss[u"code"_s].toString(), u"plurals"_s);
    QCOMPARE(loss[u"count"_s].toInt(), 2);
    QCOMPARE(loss[u"first unit"_s].toString(), u"f1/u1"_s);
    const auto written = session::openDocument(u"b.xlf"_s);
    QVERIFY(written.ok());
    QCOMPARE(written->xliffVersion, u"2.0"_s);
}

void tst_CommandLineExport::theEnglishTextIsLaidOutAsItsSource()
{
    Workplace place;
    place.put(u"a.txt"_s, article);
    QCOMPARE(place.run({u"draft"_s, u"a.txt"_s, u"--whole-file"_s}).status, 0);
    const Outcome outcome = place.run({u"export"_s, u"a.xlf"_s, u"--to"_s, u"target"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    QCOMPARE(outcome.out,
             u"Bộ Ngoại giao tiếp đoàn đại biểu ASEAN tại Hà Nội.\n\nMinistry of Foreign Affairs\n"_s);
    QVERIFY2(outcome.err.contains(u"without a translation"_s), outcome.text().constData());
}

void tst_CommandLineExport::draftsInTheVersionAskedFor_data()
{
    QTest::addColumn<QString>("version");
    for (const QString &format : session::exportFormats()) {
        if (format.startsWith(u"xliff-2"_s))
            QTest::newRow(qPrintable(format)) << format.section(u'-', 1);
    }
}

void tst_CommandLineExport::draftsInTheVersionAskedFor()
{
    QFETCH(QString, version);
    Workplace place;
    place.put(u"a.txt"_s, article);
    const Outcome outcome =
        place.run({u"draft"_s, u"a.txt"_s, u"--whole-file"_s, u"--xliff"_s, version, u"-o"_s, u"b.xlf"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    const auto opened = session::openDocument(u"b.xlf"_s);
    QVERIFY(opened.ok());
    QCOMPARE(opened->xliffVersion, version);
    QCOMPARE(opened->document.units[1].segments[0].target.text, u"Ministry of Foreign Affairs"_s);
    // Another version of a draft that is XLIFF already.
    QCOMPARE(place.run({u"draft"_s, u"b.xlf"_s, u"--xliff"_s, u"2.0"_s, u"-o"_s, u"c.xlf"_s}).status, 0);
    const auto other = session::openDocument(u"c.xlf"_s);
    QVERIFY(other.ok());
    QCOMPARE(other->xliffVersion, u"2.0"_s);
}

QTEST_GUILESS_MAIN(tst_CommandLineExport)
#include "tst_command_line_export.moc"
