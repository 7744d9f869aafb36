#include "text/decode.h"

#include <QtTest>

using namespace verbale;
using namespace verbale::text;

class DecodeTest : public QObject
{
    Q_OBJECT

private slots:
    void good_data();
    void good();
    void bad_data();
    void bad();
    void everyCodePoint();
    void everyShortSequence();
    void unclear();
    void damaged();
};

namespace {

QByteArray utf16(const QString &text, bool littleEndian)
{
    QByteArray bytes;
    for (const QChar c : text) {
        const char high = static_cast<char>(c.unicode() >> 8);
        const char low = static_cast<char>(c.unicode() & 0xFF);
        bytes += littleEndian ? low : high;
        bytes += littleEndian ? high : low;
    }
    return bytes;
}

const QString sample = QStringLiteral("Hội nghị Cấp cao lần thứ ba\r\nđã khai mạc. 😀");
const QString bom = QString(QChar(QChar::ByteOrderMark));

} // namespace

void DecodeTest::good_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Encoding>("encoding");
    QTest::addColumn<bool>("mark");
    QTest::newRow("utf-8") << sample.toUtf8() << sample << Encoding::Utf8 << false;
    QTest::newRow("utf-8 bom") << (bom + sample).toUtf8() << bom + sample << Encoding::Utf8 << true;
    QTest::newRow("nfd is kept") << sample.normalized(QString::NormalizationForm_D).toUtf8()
                                 << sample.normalized(QString::NormalizationForm_D) << Encoding::Utf8
                                 << false;
    QTest::newRow("utf-16le bom") << utf16(bom + sample, true) << bom + sample << Encoding::Utf16LittleEndian
                                  << true;
    QTest::newRow("utf-16be bom") << utf16(bom + sample, false) << bom + sample << Encoding::Utf16BigEndian
                                  << true;
    QTest::newRow("utf-16le") << utf16(sample, true) << sample << Encoding::Utf16LittleEndian << false;
    QTest::newRow("utf-16be") << utf16(sample, false) << sample << Encoding::Utf16BigEndian << false;
    const QString decomposed = sample.normalized(QString::NormalizationForm_D);
    QTest::newRow("utf-16le nfd") << utf16(decomposed, true) << decomposed << Encoding::Utf16LittleEndian
                                  << false;
    QTest::newRow("one letter") << QByteArray("a") << QStringLiteral("a") << Encoding::Utf8 << false;
    QTest::newRow("a few controls") << QByteArray("a\fb\x1b[0m\n") << QStringLiteral("a\fb\x1b[0m\n")
                                    << Encoding::Utf8 << false;
}

void DecodeTest::good()
{
    QFETCH(QByteArray, bytes);
    const Result<DecodedText> decoded = decode(bytes, QStringLiteral("x.txt"));
    QVERIFY2(decoded.ok(), decoded.ok() ? "" : qPrintable(decoded.error().text()));
    QTEST(decoded->text, "text");
    QTEST(decoded->encoding, "encoding");
    QTEST(decoded->byteOrderMark, "mark");
}

void DecodeTest::bad_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qint64>("line");
    QTest::addColumn<qint64>("column");
    const auto row = [](const char *name, const QByteArray &bytes, const char *code, qint64 offset,
                        qint64 line, qint64 column) {
        QTest::newRow(name) << bytes << QString::fromLatin1(code) << offset << line << column;
    };
    row("empty", "", "text.empty", -1, 0, 0);
    row("white space", " \r\n\t \n", "text.empty", -1, 0, 0);
    row("bom alone", "\xEF\xBB\xBF", "text.empty", -1, 0, 0);
    row("utf-16 bom alone", "\xFF\xFE", "text.empty", -1, 0, 0);
    row("stray byte", "ab\ncd\xE1x", "text.bad-utf8", 5, 2, 3);
    row("after vietnamese", "một\r\nệ\xFF", "text.bad-utf8", 10, 2, 2);
    row("cut short", "abc\xE1\xBB", "text.bad-utf8", 3, 1, 4);
    row("overlong slash", "a\xC0\xAF", "text.bad-utf8", 1, 1, 2);
    row("overlong of three", "a\xE0\x80\xAF", "text.bad-utf8", 1, 1, 2);
    row("overlong of four", "a\xF0\x80\x80\xAF", "text.bad-utf8", 1, 1, 2);
    row("surrogate", "a\xED\xA0\x80", "text.bad-utf8", 1, 1, 2);
    row("above the last", "a\xF4\x90\x80\x80", "text.bad-utf8", 1, 1, 2);
    row("five bytes", "a\xF8\x88\x80\x80\x80", "text.bad-utf8", 1, 1, 2);
    row("continuation", "\x80", "text.bad-utf8", 0, 1, 1);
    row("odd utf-16",
        QByteArray("\xFF\xFE"
                   "a\0b",
                   5),
        "text.bad-utf16", 4, 1, 3);
    row("odd utf-16 without bom", utf16(sample, true) + 'x', "text.bad-utf16", 2 * sample.size(), 2, 15);
    row("lone high",
        QByteArray("\xFF\xFE"
                   "a\0\0\xD8"
                   "b\0",
                   8),
        "text.bad-utf16", 4, 1, 3);
    row("lone low", QByteArray("\xFE\xFF\0\n\xDC\0", 6), "text.bad-utf16", 4, 2, 1);
    row("high at the end",
        QByteArray("\xFF\xFE"
                   "a\0\0\xD8",
                   6),
        "text.bad-utf16", 4, 1, 3);
    row("nul", QByteArray("abc\0def", 7), "text.binary", 3, 1, 4);
    row("nul in utf-16",
        QByteArray("\xFF\xFE"
                   "a\0\0\0"
                   "b\0",
                   8),
        "text.binary", 4, 1, 3);
    row("control soup", QByteArray("a\x01\x02\x03\x04\x05\x06\x07\x0Ezz"), "text.binary", 1, 1, 2);
    row("pdf", "%PDF-1.7\nabc", "text.binary", -1, 0, 0);
    row("docx", QByteArray("PK\x03\x04\x14\0", 6), "text.binary", -1, 0, 0);
    row("rtf", "{\\rtf1\\ansi abc}", "text.binary", -1, 0, 0);
    row("utf-32", QByteArray("\xFF\xFE\0\0a\0\0\0", 8), "text.binary", -1, 0, 0);
    row("png", "\x89PNG\r\n", "text.binary", -1, 0, 0);
}

void DecodeTest::bad()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    DecodeOptions options;
    if (code == QLatin1String("text.bad-utf8"))
        options.encoding = Encoding::Utf8;
    const Result<DecodedText> decoded = decode(bytes, QStringLiteral("x.txt"), options);
    QVERIFY(!decoded.ok());
    const Error &error = decoded.error();
    QTEST(error.code, "code");
    QCOMPARE(error.where.file, QStringLiteral("x.txt"));
    QTEST(error.where.offset, "offset");
    QTEST(error.where.line, "line");
    QTEST(error.where.column, "column");
    QVERIFY(error.message.endsWith(u'.'));
    if (error.where.offset >= 0)
        QVERIFY(error.message.contains(QStringLiteral("byte offset %1").arg(error.where.offset)));
    QVERIFY(!error.text().contains(u'\n'));
}

void DecodeTest::everyCodePoint()
{
    QString all;
    for (char32_t c = 0x20; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 13) {
        if (!QChar::isSurrogate(c))
            all += QString::fromUcs4(&c, 1);
    }
    const Result<DecodedText> decoded = decode(all.toUtf8(), QString());
    QVERIFY(decoded.ok());
    QVERIFY(decoded->text == all);
}

/// All two-byte and many three-byte strings after a letter: accepted exactly when Qt's decoder makes no
/// replacement.
void DecodeTest::everyShortSequence()
{
    DecodeOptions options;
    options.encoding = Encoding::Utf8;
    for (int first = 0x80; first < 0x100; ++first) {
        for (int second = 0x80; second < 0x100; ++second) {
            for (const int third : {0x00, 0x80, 0xBF, 0xC0}) {
                QByteArray bytes("a");
                bytes += static_cast<char>(first);
                bytes += static_cast<char>(second);
                if (third != 0)
                    bytes += static_cast<char>(third);
                QStringDecoder oracle(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
                const QString expected = oracle(bytes);
                const Result<DecodedText> decoded = decode(bytes, QString(), options);
                QCOMPARE(decoded.ok(), !oracle.hasError());
                if (decoded.ok())
                    QCOMPARE(decoded->text, expected);
            }
        }
    }
}

/// Bytes that are no UTF-8 and too few for another encoding: the likely ones are named.
void DecodeTest::unclear()
{
    const Result<DecodedText> decoded = decode("ab\ncd\xE1x", QStringLiteral("x.txt"));
    QVERIFY(!decoded.ok());
    const Error &error = decoded.error();
    QCOMPARE(error.code, QStringLiteral("text.unknown-encoding"));
    QCOMPARE(error.where.offset, 5);
    QCOMPARE(error.where.line, 2);
    QCOMPARE(error.where.column, 3);
    QVERIFY(error.message.contains(QStringLiteral("--encoding")));
    QVERIFY(error.message.contains(QStringLiteral("windows-1252")));
}

/// One bad byte in a long UTF-8 text is damage, not another encoding.
void DecodeTest::damaged()
{
    QByteArray bytes = sample.toUtf8().repeated(10);
    bytes.insert(bytes.size() / 2, '\xFF');
    const Result<DecodedText> decoded = decode(bytes, QStringLiteral("x.txt"));
    QVERIFY(!decoded.ok());
    QCOMPARE(decoded.error().code, QStringLiteral("text.bad-utf8"));
}

QTEST_APPLESS_MAIN(DecodeTest)
#include "tst_decode.moc"
