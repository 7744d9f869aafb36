#include "formats/bilingual.h"
#include "session/invalid_file.h"
#include "session/validate.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <chrono>
#include <thread>

using namespace verbale;
using namespace Qt::StringLiterals;
using conformance::Report;
using conformance::Severity;

namespace {

QByteArray versionTwo(int units, const QByteArray &unit)
{
    return "<xliff version=\"2.1\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"vi\">\n"
           "<file id=\"f1\"><unit id=\"first\"><segment><source>x</source></segment></unit>\n" +
           unit.repeated(units) + "</file></xliff>\n";
}

QString written(const QTemporaryDir &folder, const QByteArray &bytes)
{
    QFile file(folder.filePath(u"a.xlf"_s));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

/// More than is kept in memory, with one error.
QByteArray large()
{
    const QByteArray source = "<source>" + QByteArray("Một ").repeated(1000) + "</source>";
    return versionTwo(4000, "<group id=\"g\"><!--" + source + "--></group>\n").replace("\"vi\"", "\"v_\"");
}

} // namespace

/// Which standard a file is held against.
class TestSessionValidate : public QObject
{
    Q_OBJECT
private slots:
    void theFormatIsSeen_data();
    void theFormatIsSeen();
    void aFileOfVersionTwoIsReadByItsPath();
    void aFileThatIsShortenedMeanwhileIsNoCrash();
    void whatWasOpenedIsJudgedWhateverBecameOfItsFile();
    void errorsAreSummedWithoutTheRest();
    void aFileIsReadWithProgress();
    void aStopIsAnError();
    void aMissingFileIsAnError();
};

void TestSessionValidate::theFormatIsSeen_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("code"); // of the first finding
    QTest::newRow("XLIFF 1.2")
        << QByteArray("<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"/>")
        << u"xliff"_s << u"1.2"_s << u"xliff12.missing-element"_s;
    QTest::newRow("XLIFF 2.1")
        << QByteArray(
               "<xliff version=\"2.1\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"vi\"/>")
        << u"xliff"_s << u"2.1"_s << u"xliff.missing-element"_s;
    QTest::newRow("XLIFF 2.2")
        << QByteArray(
               "<xliff version=\"2.2\" xmlns=\"urn:oasis:names:tc:xliff:document:2.2\" srcLang=\"vi\"/>")
        << u"xliff"_s << u"2.2"_s << u"xliff.missing-element"_s;
    QTest::newRow("XLIFF 1.2 with a prefix")
        << QByteArray("<x:xliff version=\"1.2\" xmlns:x=\"urn:oasis:names:tc:xliff:document:1.2\"/>")
        << u"xliff"_s << u"1.2"_s << u"xliff12.missing-element"_s;
    QTest::newRow("TMX") << QByteArray("<!DOCTYPE tmx SYSTEM \"tmx14.dtd\"><tmx version=\"1.4\"/>")
                         << u"tmx"_s << u"1.4"_s << u"tmx.missing-element"_s;
    QTest::newRow("TBX 3") << QByteArray(
                                  "<tbx xmlns=\"urn:iso:std:iso:30042:ed-2\" style=\"dca\" xml:lang=\"en\" "
                                  "type=\"TBX-Basic\"/>")
                           << u"tbx"_s << u"3"_s << u"tbx.missing-element"_s;
    QTest::newRow("TBX 2") << QByteArray("<martif type=\"TBX\" xml:lang=\"en\"/>") << u"tbx"_s << u"2"_s
                           << u"tbx.missing-element"_s;
    QTest::newRow("TBX-Min of 2013") << QByteArray("<TBX dialect=\"TBX-Min\"/>") << u"tbx"_s << QString()
                                     << u"tbx.version-not-checked"_s;
    QTest::newRow("XLIFF 1.0") << QByteArray("<xliff version=\"1.0\"/>") << u"xliff"_s << u"1.0"_s
                               << u"xliff.version-not-checked"_s;
    QTest::newRow("XML of another kind")
        << QByteArray("<book/>") << QString() << QString() << u"validate.unknown-format"_s;
    QTest::newRow("no XML") << QByteArray("PK\x03\x04") << QString() << QString() << u"xml.malformed"_s;
}

void TestSessionValidate::theFormatIsSeen()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, format);
    QFETCH(QString, version);
    QFETCH(QString, code);
    const Result<Report> report = session::validateBytes(bytes, u"a"_s);
    QVERIFY(report.ok());
    QCOMPARE(report->format, format);
    QCOMPARE(report->version, version);
    QVERIFY(!report->findings.isEmpty());
    QCOMPARE(report->findings.first().code, code);
}

void TestSessionValidate::aFileOfVersionTwoIsReadByItsPath()
{
    const QTemporaryDir folder;
    const QByteArray wrong = "<unit id=\"first\"><segment><source>x</source></segment></unit>";
    const Result<Report> valid = session::validateFile(written(folder, versionTwo(0, {})));
    QVERIFY(valid.ok() && valid->isValid());
    QCOMPARE(valid->version, u"2.1"_s);
    const Result<Report> invalid = session::validateFile(written(folder, versionTwo(1, wrong)));
    QVERIFY(invalid.ok());
    QCOMPARE(invalid->findings.size(), 1);
    QCOMPARE(invalid->findings.first().code, u"xliff.duplicate-id"_s);
    QCOMPARE(invalid->findings.first().line, 3);
}

/// Whatever of the file is read: bytes that are gone are no end of this program.
void TestSessionValidate::aFileThatIsShortenedMeanwhileIsNoCrash()
{
    const QTemporaryDir folder;
    const QString path = written(folder, large());
    QVERIFY(QFileInfo(path).size() > 16 * 1024 * 1024);
    std::thread other([&path] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        QFile::resize(path, 100);
    });
    const Result<Report> report = session::validateFile(path);
    other.join();
    QVERIFY(report.ok() ? !report->findings.isEmpty() : !report.error().message.isEmpty());
}

void TestSessionValidate::whatWasOpenedIsJudgedWhateverBecameOfItsFile()
{
    const QTemporaryDir folder;
    for (const QByteArray &bytes : {large(), versionTwo(0, {}).replace("\"vi\"", "\"v_\"")}) {
        const QString path = written(folder, bytes);
        const Result<OriginalBytes> opened = bilingual::openFile(path);
        QVERIFY(opened.ok());
        QVERIFY(QFile::resize(path, 0));
        const session::InvalidFile invalid = session::findInvalid(*opened);
        QVERIFY(!invalid.isValid());
        QCOMPARE(invalid.first.first().code, u"xliff.invalid-value"_s);
    }
    QVERIFY(session::findInvalid(OriginalBytes()).isValid());
}

void TestSessionValidate::errorsAreSummedWithoutTheRest()
{
    const QByteArray wrong = "<unit id=\"first\"><segment><source>x</source></segment></unit>\n";
    const session::InvalidFile invalid = session::findInvalid(versionTwo(1500, wrong));
    QCOMPARE(invalid.count(), 1000);
    for (const conformance::Finding &finding : invalid.first)
        QCOMPARE(finding.code, u"xliff.duplicate-id"_s);
}

void TestSessionValidate::aFileIsReadWithProgress()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.tmx"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "<tmx version=\"1.4\"><header creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" "
        "o-tmf=\"o\" adminlang=\"en\" srclang=\"vi\" datatype=\"x\"/><body>");
    for (int i = 0; i < 40000; ++i)
        file.write("<tu><tuv xml:lang=\"vi\"><seg>Một</seg></tuv></tu>\n");
    file.write("</body></tmx>");
    file.close();
    qint64 last = -1;
    const Result<Report> report = session::validateFile(path, [&](qint64 done, qint64 total) {
        QVERIFY(done >= last && total == file.size());
        last = done;
    });
    QVERIFY(report.ok() && report->isValid());
    QCOMPARE(last, file.size());
}

void TestSessionValidate::aStopIsAnError()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a.tmx"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<tmx/>");
    file.close();
    StopSource source;
    source.request_stop();
    const Result<Report> report = session::validateFile(file.fileName(), {}, source.get_token());
    QVERIFY(!report.ok());
    QCOMPARE(report.error().code, u"validate.stopped"_s);
}

void TestSessionValidate::aMissingFileIsAnError()
{
    const Result<Report> report = session::validateFile(u"/nowhere/a.xlf"_s);
    QVERIFY(!report.ok());
    QCOMPARE(report.error().code, u"file.missing"_s);
}

QTEST_GUILESS_MAIN(TestSessionValidate)
#include "tst_session_validate.moc"
