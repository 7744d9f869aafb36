#include "command-line/inputs.h"
#include "command-line/output_place.h"
#include "command-line/printer.h"

#include <QtCore/QBuffer>
#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <cerrno>

using namespace verbale;
using namespace verbale::commandline;
using namespace Qt::StringLiterals;

namespace {

/// Takes so many bytes and then fails with an error number.
class FailingDevice : public QIODevice
{
public:
    FailingDevice(qint64 room, int failure) : m_room(room), m_failure(failure)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
    qint64 taken = 0;

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        const qint64 count = qMin(size, qMin<qint64>(m_room - taken, 1000));
        if (count > 0) {
            taken += count;
            return count;
        }
        errno = m_failure;
        setErrorString(u"no room"_s);
        return -1;
    }

private:
    qint64 m_room;
    int m_failure;
};

} // namespace

class tst_CommandLineParts : public QObject
{
    Q_OBJECT
private slots:
    void printerWritesEverything();
    void printerReportsAFullDisk();
    void printerEndsQuietlyWithTheReader();
    void quoting();
    void quoting_data();
    void outputs();
    void outputs_data();
};

void tst_CommandLineParts::printerWritesEverything()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QByteArray expected;
    {
        Printer printer(buffer);
        for (int i = 0; i < 20000; ++i) {
            printer.line(u"dòng %1"_s.arg(i));
            expected += u"dòng %1\n"_s.arg(i).toUtf8();
        }
        QVERIFY(!printer.isClosed());
    }
    QCOMPARE(buffer.data(), expected);
}

void tst_CommandLineParts::printerReportsAFullDisk()
{
    FailingDevice device(150'000, ENOSPC);
    Printer printer(device);
    for (int i = 0; i < 5; ++i)
        printer.text(QString(50'000, u'a'));
    const auto flushed = printer.flush();
    QVERIFY(!flushed.ok());
    QCOMPARE(flushed.error().code, u"output.write-failed"_s);
    QVERIFY(flushed.error().text().contains(u"no room"_s));
    QCOMPARE(device.taken, 150'000);
    QVERIFY(!printer.isClosed());
}

void tst_CommandLineParts::printerEndsQuietlyWithTheReader()
{
    FailingDevice device(10, EPIPE);
    Printer printer(device);
    printer.text(QString(100'000, u'a'));
    QVERIFY(printer.isClosed());
    QVERIFY(printer.flush().ok());
    QCOMPARE(device.taken, 10);
}

void tst_CommandLineParts::quoting_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("plain") << u"a/b-1.xlf"_s << u"a/b-1.xlf"_s;
    QTest::newRow("Vietnamese") << u"thông_cáo.xlf"_s << u"thông_cáo.xlf"_s;
    QTest::newRow("space") << u"thông cáo.xlf"_s << u"'thông cáo.xlf'"_s;
    QTest::newRow("quote") << u"it's.xlf"_s << u"'it'\\''s.xlf'"_s;
    QTest::newRow("dollar") << u"$HOME.xlf"_s << u"'$HOME.xlf'"_s;
}

void tst_CommandLineParts::quoting()
{
    QFETCH(QString, path);
    QFETCH(QString, quoted);
    QCOMPARE(shellQuoted(path), quoted);
}

void tst_CommandLineParts::outputs_data()
{
    QTest::addColumn<QStringList>("inputs");
    QTest::addColumn<QString>("output");
    QTest::addColumn<QStringList>("expected"); // empty: refused
    QTest::newRow("beside") << QStringList{u"a/x.txt"_s, u"y"_s} << QString()
                            << QStringList{u"a/x.xlf"_s, u"y.xlf"_s};
    QTest::newRow("an XLIFF stays") << QStringList{u"a/x.XLIFF"_s} << QString()
                                    << QStringList{u"a/x.XLIFF"_s};
    QTest::newRow("standard input") << QStringList{u"-"_s} << QString() << QStringList{u"-"_s};
    QTest::newRow("named") << QStringList{u"x.txt"_s} << u"z.xlf"_s << QStringList{u"z.xlf"_s};
    QTest::newRow("folder") << QStringList{u"a/x.txt"_s, u"-"_s} << u"folder"_s
                            << QStringList{u"folder/x.xlf"_s, u"folder/stdin.xlf"_s};
    QTest::newRow("one file for two") << QStringList{u"x.txt"_s, u"y.txt"_s} << u"z.xlf"_s << QStringList();
    QTest::newRow("standard output for two")
        << QStringList{u"x.txt"_s, u"y.txt"_s} << u"-"_s << QStringList();
    QTest::newRow("same name beside") << QStringList{u"x.txt"_s, u"x.md"_s} << QString() << QStringList();
    QTest::newRow("same name in a folder")
        << QStringList{u"a/x.txt"_s, u"b/x.txt"_s} << u"folder"_s << QStringList();
    QTest::newRow("the same file twice")
        << QStringList{u"x.txt"_s, u"./x.txt"_s} << QString() << QStringList();
}

void tst_CommandLineParts::outputs()
{
    QFETCH(QStringList, inputs);
    QFETCH(QString, output);
    QFETCH(QStringList, expected);
    QTemporaryDir folder;
    const QString previous = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder.path()));
    QVERIFY(QDir().mkdir(u"folder"_s));
    const auto plans = planOutputs(inputs, output);
    QDir::setCurrent(previous);
    QCOMPARE(plans.ok(), !expected.isEmpty());
    for (qsizetype i = 0; i < expected.size(); ++i) {
        QCOMPARE(plans->at(i).input, inputs[i]);
        QCOMPARE(plans->at(i).output, expected[i]);
    }
}

QTEST_GUILESS_MAIN(tst_CommandLineParts)
#include "tst_command_line_parts.moc"
