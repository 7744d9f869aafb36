#include "session/files.h"
#include "session/open.h"
#include "session/source_text.h"

#include <QtCore/QBuffer>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace verbale;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *minimalXliff = R"(<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="vi" trgLang="en">
<file id="f1"><unit id="u1"><segment id="s1"><source>Bộ Ngoại giao</source></segment></unit></file></xliff>
)";

session::OpenOptions wholeFile()
{
    session::OpenOptions options;
    options.wholeFile = true;
    return options;
}

/// The code points [start, end) of a text: what an offset on the command line means.
QString codePoints(const QString &text, qint64 start, qint64 end)
{
    const QList<uint> points = text.toUcs4();
    const QList<uint> part = points.mid(start, end - start);
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(part.constData()), part.size());
}

QString withoutSpace(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace() || c == QChar::ByteOrderMark; });
    return text;
}

/// Random paragraphs of Vietnamese with what saved pages carry along: surrogate pairs, combining marks, odd
/// spaces, controls, object replacement characters, every kind of line end.
QString randomText(QRandomGenerator &random)
{
    static const QStringList pieces{u"Bộ Ngoại giao"_s,
                                    u"Việt Nam. "_s,
                                    u" "_s,
                                    u"\u00A0"_s,
                                    u"ASEAN "_s,
                                    u"hòa bình! "_s,
                                    u"\U0001F1FB\U0001F1F3 "_s,
                                    u"Vie\u0323\u0302t"_s,
                                    u"\uFFFC"_s,
                                    u"\u0007"_s,
                                    u"\n"_s,
                                    u"\r\n"_s,
                                    u"\r"_s,
                                    u"\n\n"_s,
                                    u"TP. Hồ Chí Minh "_s,
                                    u"10/9/2020 "_s,
                                    u"\"trích dẫn.\" "_s,
                                    u"\t"_s};
    QString text = random.bounded(4) == 0 ? QString(QChar::ByteOrderMark) : QString();
    const int count = random.bounded(60) + 1;
    for (int i = 0; i < count; ++i)
        text += pieces[random.bounded(int(pieces.size()))];
    return text + u"Hết."_s;
}

} // namespace

class tst_SessionOpen : public QObject
{
    Q_OBJECT
private slots:
    void everySegmentStandsWhereItSays();
    void everySegmentStandsWhereItSays_data();
    void nothingIsLostInRandomTexts();
    void gapsBetweenSentences();
    void hardWrappedParagraphsAreJoined();
    void namesAndLanguages();
    void namesAndLanguages_data();
    void kindIsDecidedByContent();
    void kindIsDecidedByContent_data();
    void emptyAndUnreadable();
    void emptyAndUnreadable_data();
    void charactersThatXmlCannotHold();
    void droppedLinesArePartsOfTheFile();
    void workingFiles();
    void workingFiles_data();
    void deviceLimits();
    void sameFile();
};

void tst_SessionOpen::everySegmentStandsWhereItSays_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray text = u"Một câu. Hai câu!\n\nBa \U0001F1FB\U0001F1F3 câu?\r\nBốn."_s.toUtf8();
    QTest::newRow("plain") << text;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + text;
    QTest::newRow("decomposed") << u"Ho\u0300a bi\u0300nh. Vie\u0323\u0302t Nam."_s.toUtf8();
}

void tst_SessionOpen::everySegmentStandsWhereItSays()
{
    QFETCH(QByteArray, bytes);
    const auto opened = session::openBytes(bytes, u"a.txt"_s, wholeFile());
    QVERIFY2(opened.ok(), qPrintable(opened ? QString() : opened.error().text()));
    const QString text = QString::fromUtf8(QByteArrayView(bytes)); // drops a byte order mark
    const QString inFile = bytes.startsWith("\xEF\xBB\xBF") && !text.startsWith(QChar::ByteOrderMark)
                               ? QChar(QChar::ByteOrderMark) + text
                               : text;
    QVERIFY(opened->document.segments().size() >= 2);
    for (const SegmentRef &ref : opened->document.segments()) {
        const Segment &segment = opened->document.at(ref);
        QCOMPARE(segment.source.text, codePoints(inFile, segment.sourceStart, segment.sourceEnd));
    }
}

void tst_SessionOpen::nothingIsLostInRandomTexts()
{
    QRandomGenerator random(20200912);
    for (int round = 0; round < 300; ++round) {
        const QString text = randomText(random);
        const auto opened = session::openBytes(text.toUtf8(), u"a.txt"_s, wholeFile());
        if (!opened) // the decoder may call a text with many controls binary
            continue;
        QString joined;
        qint64 previousEnd = 0;
        for (const SegmentRef &ref : opened->document.segments()) {
            const Segment &segment = opened->document.at(ref);
            const QString plain = session::plainFromInline(segment.source);
            QVERIFY(segment.sourceStart >= previousEnd);
            QCOMPARE(plain, codePoints(text, segment.sourceStart, segment.sourceEnd));
            previousEnd = segment.sourceEnd;
            joined += plain;
        }
        QCOMPARE(withoutSpace(joined), withoutSpace(text));
    }
}

void tst_SessionOpen::gapsBetweenSentences()
{
    const auto opened = session::openBytes(
        u"Câu thứ nhất.   Câu thứ hai.\u00A0Câu thứ ba.\nDòng khác."_s.toUtf8(), u"a.txt"_s, wholeFile());
    QVERIFY(opened.ok());
    for (const Unit &unit : opened->document.units) {
        QString whole;
        for (const Segment &segment : unit.segments)
            whole += segment.source.text + segment.gapAfter;
        QVERIFY2(u"Câu thứ nhất.   Câu thứ hai.\u00A0Câu thứ ba."_s == whole || u"Dòng khác."_s == whole,
                 qPrintable(whole));
        QVERIFY(unit.segments.last().gapAfter.isEmpty());
    }
    QCOMPARE(opened->document.units.size(), 2);
    QVERIFY(opened->document.units.first().segments.size() >= 2);
}

void tst_SessionOpen::hardWrappedParagraphsAreJoined()
{
    const QString text = u"Chiều ngày 3 tháng 10, Bộ trưởng Bộ Ngoại giao Việt Nam đã tiếp\r\n"
                         "đoàn đại biểu của các nước thành viên đến thăm và làm việc tại Hà\r\n"
                         "Nội. Hai bên trao đổi các biện pháp thúc đẩy hợp tác trong những\r\n"
                         "lĩnh vực cùng quan tâm, nhất là thương mại và giáo dục đào tạo.\r\n"
                         "\r\n"
                         "Đoàn sẽ ở thăm Việt Nam đến hết ngày 5 tháng 10.\r\n"_s;
    const auto opened = session::openBytes(text.toUtf8(), u"a.txt"_s);
    QVERIFY(opened.ok());
    QCOMPARE(opened->document.units.size(), 2);
    const QList<Segment> &segments = opened->document.units.first().segments;
    QCOMPARE(segments.size(), 2);
    QVERIFY(segments[0].source.text.contains(u"đã tiếp\r\nđoàn đại biểu"_s));
    QVERIFY(segments[0].source.text.endsWith(u"tại Hà\r\nNội."_s));
    for (const Segment &segment : segments)
        QCOMPARE(segment.source.text, codePoints(text, segment.sourceStart, segment.sourceEnd));
}

void tst_SessionOpen::namesAndLanguages_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expectedName");
    QTest::addColumn<QString>("expectedSource");
    QTest::newRow("guessed") << u"/tmp/bài báo.txt"_s << QString() << u"bài báo.txt"_s << u"vi"_s;
    QTest::newRow("chosen") << u"a.txt"_s << u"vi-VN"_s << u"a.txt"_s << u"vi-VN"_s;
    QTest::newRow("standard input") << u"-"_s << QString() << u"stdin.txt"_s << u"vi"_s;
}

void tst_SessionOpen::namesAndLanguages()
{
    QFETCH(QString, path);
    QFETCH(QString, source);
    QFETCH(QString, expectedName);
    QFETCH(QString, expectedSource);
    session::OpenOptions options = wholeFile();
    options.sourceLanguage = source;
    const auto opened = session::openBytes("Xin chào.", path, options);
    QVERIFY(opened.ok());
    QCOMPARE(opened->document.originalName, expectedName);
    QCOMPARE(opened->document.sourceLanguage, expectedSource);
    QCOMPARE(opened->document.targetLanguage, u"en"_s);
    QCOMPARE(opened->document.units.first().id, u"u1"_s);
    QCOMPARE(opened->document.units.first().segments.first().id, u"s1"_s);
    QVERIFY(opened->isText());
}

void tst_SessionOpen::kindIsDecidedByContent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected"); // "text", "xliff" or the code of an error
    const QByteArray xliff(minimalXliff);
    QTest::newRow("xliff") << xliff << u"a.xlf"_s << u"xliff"_s;
    QTest::newRow("xliff called .txt") << xliff << u"a.txt"_s << u"xliff"_s;
    QTest::newRow("xliff with a byte order mark") << "\xEF\xBB\xBF" + xliff << u"a.txt"_s << u"xliff"_s;
    QTest::newRow("xliff after a comment")
        << "<!-- a comment -->\n" + xliff.mid(xliff.indexOf('\n')) << u"a"_s << u"xliff"_s;
    QTest::newRow("xliff after a document type")
        << "<!DOCTYPE xliff [\n<!ENTITY vn 'Việt Nam'>\n<!-- > -->\n] >\n" + xliff.mid(xliff.indexOf('\n'))
        << u"a"_s << u"xliff"_s;
    QTest::newRow("xliff from standard input") << xliff << u"-"_s << u"xliff"_s;
    QTest::newRow("text") << QByteArray("Xin chào.") << u"a.txt"_s << u"text"_s;
    QTest::newRow("text with an angle bracket")
        << QByteArray("<Bản dịch> Xin chào.") << u"a.txt"_s << u"text"_s;
    QTest::newRow("tmx") << QByteArray("<?xml version=\"1.0\"?><tmx/>") << u"a.tmx"_s
                         << u"document.unknown-format"_s;
    QTest::newRow("html") << QByteArray("<!DOCTYPE html><html><body>Xin chào</body></html>") << u"a.html"_s
                          << u"document.unknown-format"_s;
    QTest::newRow("html without a doctype")
        << QByteArray("<HTML><body>Xin chào") << u"a.txt"_s << u"document.unknown-format"_s;
}

void tst_SessionOpen::kindIsDecidedByContent()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, path);
    QFETCH(QString, expected);
    const auto opened = session::openBytes(bytes, path, wholeFile());
    const QString kind = !opened ? opened.error().code : opened->isText() ? u"text"_s : u"xliff"_s;
    QCOMPARE(kind, expected);
    if (kind == u"xliff"_s) {
        QCOMPARE(opened->workingFile, path);
        QCOMPARE(opened->xliffVersion, u"2.1"_s);
        QCOMPARE(opened->document.originalBytes, bytes);
    }
}

void tst_SessionOpen::emptyAndUnreadable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << QByteArray() << u"a.txt"_s << u"text.empty"_s;
    QTest::newRow("nothing called .xlf") << QByteArray() << u"a.xlf"_s << u"text.empty"_s;
    QTest::newRow("white space") << QByteArray(" \n\t\r\n ") << u"a.txt"_s << u"text.empty"_s;
    QTest::newRow("bad UTF-8") << QByteArray("Xin ch\xC3o") << u"a.txt"_s << u"text.unknown-encoding"_s;
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0",
                                          20)
                            << u"a.txt"_s << u"text.binary"_s;
    QTest::newRow("text called .xlf") << QByteArray("Xin chào.") << u"a.xlf"_s << u"xliff.malformed"_s;
}

void tst_SessionOpen::emptyAndUnreadable()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, path);
    QFETCH(QString, code);
    const auto opened = session::openBytes(bytes, path, wholeFile());
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, code);
    QVERIFY2(opened.error().text().startsWith(path), qPrintable(opened.error().text()));
}

void tst_SessionOpen::charactersThatXmlCannotHold()
{
    const QString plain = u"a\u0007b\uFFFCc\U0001F1FBd"_s;
    const InlineText text = session::inlineFromPlain(plain);
    QCOMPARE(text.text.size(), plain.size());
    QCOMPARE(text.codes.size(), 2);
    QCOMPARE(text.codes[0].markup, u"<cp hex=\"0007\"/>"_s);
    QCOMPARE(text.codes[1].markup, u"<cp hex=\"FFFC\"/>"_s);
    QCOMPARE(session::plainFromInline(text), plain);
    QCOMPARE(session::plainFromInline(text, {3, 5}), u"\uFFFCc"_s);

    InlineText foreign{u"x\uFFFCy"_s,
                       {{InlineCode::Kind::Standalone, u"1"_s, u"<ph id=\"1\"/>"_s, u"1"_s, {}, {}}}};
    QCOMPARE(session::plainFromInline(foreign), u"xy"_s);
}

void tst_SessionOpen::droppedLinesArePartsOfTheFile()
{
    const QString text =
        u"Trang chủ\nThời sự\nThế giới\n\nViệt Nam và Lào ký kết hiệp định hợp tác mới\n\n"
        "Chiều nay, Bộ trưởng Ngoại giao đã tiếp Đại sứ Lào tại Hà Nội. Hai bên trao đổi về hợp tác.\n\n"
        "Phiên bản di động\n"_s;
    const auto opened = session::openBytes(text.toUtf8(), u"a.txt"_s);
    QVERIFY(opened.ok());
    for (const session::DroppedLine &line : opened->dropped) {
        QCOMPARE(line.text, codePoints(text, line.start, line.end));
        QVERIFY(line.reason != text::DropReason::None);
        QCOMPARE(line.line, text.left(line.start).count(u'\n') + 1);
    }
    QString kept;
    for (const SegmentRef &ref : opened->document.segments())
        kept += opened->document.at(ref).source.text;
    QVERIFY(kept.contains(u"Hai bên trao đổi về hợp tác."_s));
    for (const session::DroppedLine &line : opened->dropped)
        kept += line.text;
    QCOMPARE(withoutSpace(kept).size(), withoutSpace(text).size());
}

void tst_SessionOpen::workingFiles_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("working");
    QTest::newRow("beside") << u"/a/x.txt"_s << u"/a/x.xlf"_s;
    QTest::newRow("relative") << u"x.txt"_s << u"x.xlf"_s;
    QTest::newRow("no suffix") << u"./x"_s << u"./x.xlf"_s;
    QTest::newRow("two dots") << u"x.2020.txt"_s << u"x.2020.xlf"_s;
    QTest::newRow("hidden") << u"/a/.txt"_s << u"/a/.txt.xlf"_s;
    QTest::newRow("standard input") << u"-"_s << u"-"_s;
}

void tst_SessionOpen::workingFiles()
{
    QFETCH(QString, text);
    QFETCH(QString, working);
    QCOMPARE(session::workingFileFor(text), working);
}

void tst_SessionOpen::deviceLimits()
{
    QBuffer small;
    small.setData("Xin chào");
    QVERIFY(small.open(QIODevice::ReadOnly));
    const auto bytes = session::readDevice(small, u"-"_s);
    QVERIFY(bytes.ok());
    QCOMPARE(*bytes, QByteArray("Xin chào"));

    QBuffer large;
    large.setData(QByteArray(65 * 1024 * 1024, 'a'));
    QVERIFY(large.open(QIODevice::ReadOnly));
    const auto refused = session::readDevice(large, u"-"_s);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, u"file.too-large"_s);
}

void tst_SessionOpen::sameFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.txt"_s);
    QVERIFY(session::writeFile(path, "x").ok());
    QVERIFY(QFile::link(path, folder.filePath(u"link.txt"_s)));
    QVERIFY(session::isSameFile(path, folder.filePath(u"link.txt"_s)));
    QVERIFY(session::isSameFile(path, folder.path() + u"/./a.txt"_s));
    QVERIFY(!session::isSameFile(path, folder.filePath(u"b.txt"_s)));
    QVERIFY(!session::isSameFile(u"missing"_s, u"missing"_s));
}

QTEST_GUILESS_MAIN(tst_SessionOpen)
#include "tst_session_open.moc"
