#include "text/decode.h"

#include <QtTest>

using namespace verbale;
using namespace verbale::text;

/// Telex and VIQR, told that it is that.
class TypedTextTest : public QObject
{
    Q_OBJECT

private slots:
    void read_data();
    void read();
    void hint();
};

void TypedTextTest::read_data()
{
    QTest::addColumn<Encoding>("encoding");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    const auto row = [](Encoding encoding, const char *typed, const char *text) {
        QTest::newRow(typed) << encoding << QString::fromUtf8(typed) << QString::fromUtf8(text);
    };
    const auto telex = [&](const char *typed, const char *text) { row(Encoding::Telex, typed, text); };
    const auto viqr = [&](const char *typed, const char *text) { row(Encoding::Viqr, typed, text); };
    telex("Vieejt Nam", "Việt Nam");
    telex("Vieetj Nam", "Việt Nam");
    telex("CHUR TICHJ NUWOWCS", "CHỦ TỊCH NƯỚC");
    telex("DDOONG NAM AS", "ĐÔNG NAM Á");
    telex("truwowngf truowngf truwongf", "trường trường trường");
    telex("dduwowngf ddeens Haf Nooij", "đường đến Hà Nội");
    telex("Theo Reuters, boo truwowngr Moon Jae-in ddax ddeens",
          "Theo Reuters, bô trưởng Moon Jae-in đã đến");
    telex("giuwax quyeenf quoocs gia", "giữa quyền quốc gia");
    telex("xem https://example.org/as/is taij ddaay", "xem https://example.org/as/is tại đây");
    telex("lamf vieecj vowis Associated Press", "làm việc với Associated Press");
    viqr("Vie^.t Nam", "Việt Nam");
    viqr("Vie.^t Nam", "Việt Nam");
    viqr("Ho^.i nghi. Bo^. tru+o+?ng DDo^ng Nam A'", "Hội nghị Bộ trưởng Đông Nam Á");
    viqr("ca'c quo^'c gia. Theo thu? tu+o+'ng", "các quốc gia. Theo thủ tướng");
    viqr("ca'c quo^'c gia\\. DDa~ ky' ke^'t", "các quốc gia. Đã ký kết");
    viqr("ha.n cho^'t la` nga`y na`o\\?", "hạn chốt là ngày nào?");
    viqr("tha(ng tra^`m, ASEAN+3, e^", "thăng trầm, ASEAN+3, ê");
    viqr("Theo AP (My~), u?y ban dda~ ho.p...", "Theo AP (Mỹ), ủy ban đã họp...");
    viqr("a\\^ va` d\\d", "a^ và dd");
}

void TypedTextTest::read()
{
    QFETCH(Encoding, encoding);
    QFETCH(QString, typed);
    DecodeOptions options;
    options.encoding = encoding;
    const Result<DecodedText> decoded = decode(typed.toUtf8(), QString(), options);
    QVERIFY(decoded.ok());
    QTEST(decoded->text, "text");
    QVERIFY(decoded->warnings.first().contains(QStringLiteral("--encoding utf-8")));
}

/// Too little to be sure of: taken as it is, with a hint.
void TypedTextTest::hint()
{
    const Result<DecodedText> decoded = decode("Dolly ghi banf cuar", QString());
    QVERIFY(decoded.ok());
    QCOMPARE(decoded->encoding, Encoding::Utf8);
    QCOMPARE(decoded->text, QStringLiteral("Dolly ghi banf cuar"));
    QVERIFY(decoded->warnings.join(u' ').contains(QStringLiteral("--encoding telex")));
}

QTEST_APPLESS_MAIN(TypedTextTest)
#include "tst_typed_text.moc"
