#include "text/compose.h"
#include "text/decode.h"
#include "vietnamese_encoder.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtTest>

using namespace verbale;
using namespace verbale::text;

/// Texts of our own through every encoding and back, without being told which; and the published tables.
class LegacyEncodingsTest : public QObject
{
    Q_OBJECT

private slots:
    void detected_data();
    void detected();
    void whenTold_data();
    void whenTold();
    void everyLetter();
    void lostBytes();
    void misreadTwice();
    void badOrder();
    void leftAlone_data();
    void leftAlone();
    void refused_data();
    void refused();
    void replaced();
    void fontTextInUnicode();
    void tables_data();
    void tables();
    void fixtures();
    void accuracyByLength();
};

namespace {

const QStringList titles = {
    QStringLiteral("Hội nghị Bộ trưởng"),
    QStringLiteral("Tuyên bố chung của các nước thành viên"),
    QStringLiteral("ĐOÀN KẾT VÀ CHỦ ĐỘNG THÍCH ỨNG"),
    QStringLiteral("Việt Nam và Ấn Độ ký bản ghi nhớ"),
};

const QString paragraph = QStringLiteral(
    "Sáng 14/4, tại Hà Nội, hai bên đã trao đổi về hợp tác biển và nghề cá. Theo thông cáo, tổng kim ngạch "
    "đạt hơn 1,8 tỷ USD, tăng 12% so với cùng kỳ năm trước; nhiều dự án được mở rộng.\r\n"
    "\"Chúng tôi đánh giá cao những nỗ lực của phía bạn\", người phát ngôn nói với Reuters (London). Cuộc "
    "họp "
    "lần thứ 53 sẽ được tổ chức tại Jakarta, với sự tham dự của 27 nước.\r\n");

const QList<Encoding> marked = {Encoding::Tcvn3,
                                Encoding::Vni,
                                Encoding::Windows1258,
                                Encoding::Vps,
                                Encoding::Viscii,
                                Encoding::Viqr,
                                Encoding::Telex,
                                Encoding::Mojibake,
                                Encoding::Utf16LittleEndian,
                                Encoding::Utf16BigEndian,
                                Encoding::Utf8};

/// TCVN3 cannot tell toned capitals from small letters.
QString comparable(const QString &text, Encoding encoding)
{
    return encoding == Encoding::Tcvn3 ? text.toLower() : text;
}

QString sharedFolder()
{
    const QString folder =
        qEnvironmentVariable("VERBALE_SHARED", QStringLiteral(VERBALE_SOURCE_DIR "/../shared"));
    return QDir(folder).filePath(QStringLiteral("vietnamese/encodings"));
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void LegacyEncodingsTest::detected_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Encoding>("encoding");
    QStringList texts = titles;
    texts << paragraph << paragraph.repeated(20) << paragraph.toUpper();
    for (const Encoding encoding : marked) {
        for (const QString &text : texts) {
            const bool capitals = text == text.toUpper();
            if (capitals && encoding == Encoding::Telex)
                continue; // typed in capitals a circumflex is a capital too; typedCapitals has them
            QTest::newRow(qPrintable(QStringLiteral("%1 %2 %3")
                                         .arg(encodingId(encoding))
                                         .arg(text.size())
                                         .arg(text.left(12).trimmed())))
                << text << encoding;
        }
    }
}

void LegacyEncodingsTest::detected()
{
    QFETCH(QString, text);
    QFETCH(Encoding, encoding);
    const std::optional<QByteArray> bytes = encoded(text, encoding);
    QVERIFY(bytes);
    const Result<DecodedText> decoded = decode(*bytes, QStringLiteral("x.txt"));
    QVERIFY2(decoded.ok(), decoded.ok() ? "" : qPrintable(decoded.error().text()));
    QCOMPARE(encodingId(decoded->encoding), encodingId(encoding));
    QCOMPARE(comparable(decoded->text, encoding), comparable(text, encoding));
    QVERIFY(decoded->confidence > 0.69 && decoded->confidence <= 1);
    const bool changed = encoding == Encoding::Viqr || encoding == Encoding::Telex ||
                         encoding == Encoding::Mojibake || encoding == Encoding::Tcvn3;
    QCOMPARE(!decoded->warnings.isEmpty(), changed);
}

void LegacyEncodingsTest::whenTold_data()
{
    detected_data();
}

/// Told the encoding, it is sure, and gives the same text.
void LegacyEncodingsTest::whenTold()
{
    QFETCH(QString, text);
    QFETCH(Encoding, encoding);
    DecodeOptions options;
    options.encoding = encoding;
    const Result<DecodedText> decoded = decode(*encoded(text, encoding), QStringLiteral("x.txt"), options);
    QVERIFY(decoded.ok());
    QCOMPARE(decoded->encoding, encoding);
    QCOMPARE(decoded->confidence, 1.0);
    QCOMPARE(comparable(decoded->text, encoding), comparable(text, encoding));
}

void LegacyEncodingsTest::everyLetter()
{
    const QString letters = QStringLiteral(
        "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ");
    DecodeOptions options;
    for (const Encoding encoding : {Encoding::Tcvn3, Encoding::Vni, Encoding::Windows1258, Encoding::Vps,
                                    Encoding::Viscii, Encoding::Mojibake}) {
        options.encoding = encoding;
        for (const QString &text : {letters, letters.toUpper()}) {
            const Result<DecodedText> decoded = decode(*encoded(text, encoding), QString(), options);
            QVERIFY2(decoded.ok(), qPrintable(encodingId(encoding)));
            QCOMPARE(comparable(decoded->text, encoding), comparable(text, encoding));
        }
    }
}

/// Five bytes are lost when windows-1252 is read strictly: the letters come back by what makes syllables.
void LegacyEncodingsTest::lostBytes()
{
    const QString text = QStringLiteral("Về vấn đề Biển Đông, mọi người bày tỏ lời mời họp tại Đông Nam Á; "
                                        "hòa bình bền vững, tọa đàm nhờ có đối thoại. Ý kiến “một”.");
    const Result<DecodedText> decoded = decode(misread(text, 1, true), QString());
    QVERIFY(decoded.ok());
    QCOMPARE(decoded->encoding, Encoding::Mojibake);
    QCOMPARE(decoded->text, text);
    QCOMPARE(decoded->warnings.size(), 2);
    QVERIFY(decoded->warnings.last().contains(QStringLiteral("lost a byte")));
    // The soft hyphen of í and the no-break space of à are dropped or changed by many programs.
    QString spoiled = QString::fromUtf8(misread(QStringLiteral("chính phủ và các bên"), 1, false));
    spoiled.remove(QChar(0xAD)).replace(QChar(0xA0), u' ');
    const Result<DecodedText> restored = decode(spoiled.toUtf8(), QString());
    QVERIFY(restored.ok());
    QCOMPARE(restored->text, QStringLiteral("chính phủ và các bên"));
}

void LegacyEncodingsTest::misreadTwice()
{
    for (const int rounds : {2, 3}) {
        const Result<DecodedText> decoded = decode(misread(paragraph, rounds, false), QString());
        QVERIFY(decoded.ok());
        QCOMPARE(decoded->encoding, Encoding::Mojibake);
        QCOMPARE(decoded->text, paragraph);
    }
}

void LegacyEncodingsTest::badOrder()
{
    const QString bad =
        QStringLiteral("Vie\u0323\u0302t, tru\u031Bo\u0301\u031Bc the\u0300\u0302m, Ca\u0301\u0306c");
    QCOMPARE(composed(bad), QStringLiteral("Việt, trước thềm, Cắc"));
    const Result<DecodedText> decoded = decode(bad.toUtf8(), QString());
    QVERIFY(decoded.ok());
    QCOMPARE(decoded->text, bad); // as in the file: offsets are the file's
    QCOMPARE(decoded->encoding, Encoding::Utf8);
    QCOMPARE(composed(QStringLiteral("n\u0303 e\u0301\u0302 x\u0301\u0302 🎌\u0301 \u0301")),
             QStringLiteral("ñ ế x\u0301\u0302 🎌\u0301 \u0301"));
}

void LegacyEncodingsTest::leftAlone_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("english",
        QStringLiteral("Its last test was lost. See the room, Jeff: Lee has been here, as his boss is."));
    row("one word", QStringLiteral("hello"));
    row("see", QStringLiteral("see"));
    row("english title", QStringLiteral("Hello World"));
    row("addresses", QStringLiteral("https://www.example.org/as-is/foo?x=a+b~c and a.b@example.org"));
    row("code", QStringLiteral("for (auto i : list) { sum += a[i]; if (a^b) foo(a, o'x); }"));
    row("plain vietnamese", QStringLiteral("Hoi nghi cap cao lan thu 53 cua cac nuoc tai Ha Noi"));
    row("vietnamese", QStringLiteral("Hội nghị \"see as is\" (hello?) o+ của Lee, v.v..."));
    row("french", QStringLiteral("Déjà vu à l'Élysée : «ça va», réponds-tu. Où êtes-vous né ?"));
    row("german", QStringLiteral("Die Außenminister trafen sich in Köln über Österreich."));
    row("digits", QStringLiteral("53, 27 (10/9); 1.234,5 + 2 = ?"));
    row("questions", QStringLiteral("Who are you? So do we. Go to. \"He did so.\" What's a?"));
    row("czech", QStringLiteral("Příliš žluťoučký kůň úpěl ďábelské ódy"));
    row("russian", QStringLiteral("Съезд министров"));
    row("a quoted misreading",
        QStringLiteral("Chữ “Ã©” xuất hiện khi đọc sai mã của chữ “é” trong tiếng Việt."));
}

void LegacyEncodingsTest::leftAlone()
{
    QFETCH(QString, text);
    const Result<DecodedText> decoded = decode(text.toUtf8(), QString());
    QVERIFY(decoded.ok());
    QCOMPARE(encodingId(decoded->encoding), QStringLiteral("utf-8"));
    QCOMPARE(decoded->text, text);
    QCOMPARE(decoded->confidence, 1.0);
}

void LegacyEncodingsTest::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qint64>("column");
    QTest::newRow("vni") << QByteArray("ab\nVi\xE4t") << QByteArray("vni") << qint64(5) << qint64(3);
    QTest::newRow("vps") << QByteArray("xin \xE7") << QByteArray("vps") << qint64(4) << qint64(5);
    QTest::newRow("1258") << QByteArray("\xF2\x9E") << QByteArray("windows-1258") << qint64(1) << qint64(2);
    QTest::newRow("utf-8") << QByteArray("vi\xC3(") << QByteArray("utf-8") << qint64(2) << qint64(3);
}

void LegacyEncodingsTest::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, id);
    DecodeOptions options;
    options.encoding = *encodingFromId(QString::fromUtf8(id));
    const Result<DecodedText> decoded = decode(bytes, QStringLiteral("x.txt"), options);
    QVERIFY(!decoded.ok());
    QTEST(decoded.error().where.offset, "offset");
    QTEST(decoded.error().where.column, "column");
    QVERIFY(
        decoded.error().message.contains(QStringLiteral("byte offset %1").arg(decoded.error().where.offset)));
}

void LegacyEncodingsTest::replaced()
{
    DecodeOptions options;
    options.encoding = Encoding::Vni;
    options.replaceBadBytes = true;
    const Result<DecodedText> decoded = decode("Vi\xE4t Nam \xD5", QString(), options);
    QVERIFY(decoded.ok());
    QCOMPARE(decoded->text, QStringLiteral("Vi\uFFFDt Nam \uFFFD"));
    QVERIFY(decoded->warnings.join(u' ').contains(QStringLiteral("2 bytes")));
}

/// The bytes of a font's encoding that were pasted into a Unicode text.
void LegacyEncodingsTest::fontTextInUnicode()
{
    for (const Encoding encoding : {Encoding::Tcvn3, Encoding::Vni}) {
        QString pasted;
        const QByteArray bytes = encoded(paragraph, encoding).value_or(QByteArray());
        for (const char byte : bytes)
            pasted += QChar(static_cast<unsigned char>(byte));
        const Result<DecodedText> decoded = decode(pasted.toUtf8(), QString());
        QVERIFY(decoded.ok());
        QCOMPARE(decoded->encoding, encoding);
        QCOMPARE(comparable(decoded->text, encoding), comparable(paragraph, encoding));
        QVERIFY(decoded->warnings.first().contains(QStringLiteral("--encoding utf-8")));
    }
}

void LegacyEncodingsTest::tables_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Encoding>("encoding");
    QTest::newRow("tcvn3") << QStringLiteral("tcvn3.tsv") << Encoding::Tcvn3;
    QTest::newRow("vni") << QStringLiteral("vni.tsv") << Encoding::Vni;
    QTest::newRow("vps") << QStringLiteral("vps.tsv") << Encoding::Vps;
    QTest::newRow("viscii") << QStringLiteral("viscii.tsv") << Encoding::Viscii;
}

void LegacyEncodingsTest::tables()
{
    QFETCH(QString, file);
    QFETCH(Encoding, encoding);
    const QByteArray table = contentsOf(QDir(sharedFolder()).filePath(file));
    if (table.isEmpty())
        QSKIP("The published tables are not there (VERBALE_SHARED).");
    DecodeOptions options;
    options.encoding = encoding;
    qsizetype letters = 0;
    for (const QByteArray &line : table.split('\n')) {
        const QList<QByteArray> cells = line.split('\t');
        if (line.startsWith('#') || cells.size() < 3)
            continue;
        const Result<DecodedText> decoded = decode(QByteArray::fromHex(cells[0]), QString(), options);
        QVERIFY2(decoded.ok(), line.constData());
        QCOMPARE(comparable(decoded->text, encoding),
                 comparable(QString::fromUtf8(cells[2]).trimmed(), encoding));
        ++letters;
    }
    QVERIFY(letters >= 134);
}

/// Two articles in twelve forms: each is recognised; the byte encodings give the article.
void LegacyEncodingsTest::fixtures()
{
    const QDir folder(QDir(sharedFolder()).filePath(QStringLiteral("fixtures")));
    if (!folder.exists())
        QSKIP("The encoded articles are not there (VERBALE_SHARED).");
    const QMap<QString, Encoding> forms = {{QStringLiteral("cp1258"), Encoding::Windows1258},
                                           {QStringLiteral("tcvn3"), Encoding::Tcvn3},
                                           {QStringLiteral("vni"), Encoding::Vni},
                                           {QStringLiteral("vps"), Encoding::Vps},
                                           {QStringLiteral("viscii"), Encoding::Viscii},
                                           {QStringLiteral("viqr"), Encoding::Viqr},
                                           {QStringLiteral("telex"), Encoding::Telex},
                                           {QStringLiteral("utf16le"), Encoding::Utf16LittleEndian},
                                           {QStringLiteral("mojibake-utf8-as-cp1252"), Encoding::Mojibake}};
    for (const QFileInfo &file : folder.entryInfoList(QDir::Files)) {
        const QString form = file.fileName().section(u'.', 1, 1);
        const Result<DecodedText> decoded = decode(contentsOf(file.filePath()), file.fileName());
        QVERIFY2(decoded.ok(), qPrintable(file.fileName()));
        QCOMPARE(decoded->encoding, forms.value(form, Encoding::Utf8));
        const QByteArray wide =
            contentsOf(folder.filePath(file.fileName().section(u'.', 0, 0) + ".utf16le.bin"));
        const Result<DecodedText> original = decode(wide, QString());
        QVERIFY(original.ok());
        const auto plain = [](QString text) {
            text.remove(QChar(QChar::ByteOrderMark));
            return composed(text).replace(QChar(0x201C), u'"').replace(QChar(0x201D), u'"').toLower();
        };
        const QStringList words = plain(original->text).split(u' ');
        const QStringList read = plain(decoded->text).split(u' ');
        QCOMPARE(read.size(), words.size());
        qsizetype wrong = 0;
        for (qsizetype i = 0; i < words.size(); ++i)
            wrong += read[i] == words[i] ? 0 : 1;
        // What is written with other letters or lost bytes may be ambiguous, seldom.
        const bool exact = form != QStringLiteral("telex") && form != QStringLiteral("viqr") &&
                           decoded->encoding != Encoding::Mojibake;
        QVERIFY2(wrong * 300 <= (exact ? 0 : words.size()), qPrintable(file.fileName()));
    }
}

/// How many pieces of a text are recognised, by their length in words. Never a wrong text where one is sure.
void LegacyEncodingsTest::accuracyByLength()
{
    QStringList words = (titles.join(u' ') + u' ' + paragraph).simplified().split(u' ');
    words.removeIf([](const QString &word) { return word == word.toUpper(); });
    QRandomGenerator random(53);
    for (const int length : {2, 4, 8, 16}) {
        int cases = 0;
        int right = 0;
        for (int i = 0; i < 60; ++i) {
            const QString text = words.mid(random.bounded(int(words.size()) - length), length)
                                     .join(u' ')
                                     .normalized(QString::NormalizationForm_C);
            for (const Encoding encoding : {Encoding::Tcvn3, Encoding::Vni, Encoding::Windows1258,
                                            Encoding::Vps, Encoding::Viscii, Encoding::Mojibake}) {
                const std::optional<QByteArray> bytes = encoded(text, encoding);
                QVERIFY(bytes);
                if (*bytes == text.toUtf8())
                    continue;
                ++cases;
                const Result<DecodedText> decoded = decode(*bytes, QString());
                if (!decoded)
                    continue; // it asks
                QVERIFY2(comparable(decoded->text, encoding) == comparable(text, encoding),
                         qPrintable(encodingId(encoding) + u' ' + text + u' ' + decoded->text));
                ++right;
            }
        }
        const double least = length == 2 ? 0.8 : length == 4 ? 0.9 : 0.97;
        qInfo("%d words: %d of %d recognised", length, right, cases);
        QVERIFY(right >= least * cases);
    }
}

QTEST_APPLESS_MAIN(LegacyEncodingsTest)
#include "tst_legacy_encodings.moc"
