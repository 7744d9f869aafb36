#include "text/decode.h"
#include "vietnamese_encoder.h"

#include <QtTest>

using namespace verbale;
using namespace verbale::text;

class CapitalsTest : public QObject
{
    Q_OBJECT

private slots:
    void restored_data();
    void restored();
    void without();
};

void CapitalsTest::restored_data()
{
    QTest::addColumn<QString>("text");     // as a person wrote it
    QTest::addColumn<QString>("restored"); // what can be told from TCVN3
    const auto same = [](const char *text) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(text);
    };
    const auto other = [](const char *text, const char *restored) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(restored);
    };
    same("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    same("Độc lập - Tự do - Hạnh phúc");
    same("ĐẢNG VÀ NHÀ NƯỚC Ở ĐÔNG NAM Á");
    same("Hà Nội, ngày 12/9\nÔng Hà nói");
    same("các nước châu Á và Đông Nam Á");
    same("quan hệ với Ấn Độ, thế giới Ả-rập");
    same("Họp báo xong. Ủy ban đã ra tuyên bố.");
    same("Ủy ban nhân dân");
    same("theo ASEAN, đã ký; của EU, đã có");
    same("TP. Hà Nội ở đâu? Ở Việt Nam.");
    same("sau đó... ủy ban họp");
    other("thăm Ý và Úc", "thăm ý và úc"); // cannot be told
}

void CapitalsTest::restored()
{
    QFETCH(QString, text);
    DecodeOptions options;
    options.encoding = Encoding::Tcvn3;
    options.capitals = true;
    const Result<DecodedText> decoded = decode(*encoded(text, Encoding::Tcvn3), QString(), options);
    QVERIFY(decoded.ok());
    QTEST(decoded->text, "restored");
    QVERIFY(decoded->warnings.first().contains(QStringLiteral("restored")));
}

void CapitalsTest::without()
{
    DecodeOptions options;
    options.encoding = Encoding::Tcvn3;
    const Result<DecodedText> decoded =
        decode(*encoded(QStringLiteral("VIỆT NAM Ở ĐÂY"), Encoding::Tcvn3), QString(), options);
    QVERIFY(decoded.ok());
    QCOMPARE(decoded->text, QStringLiteral("VIệT NAM ở ĐÂY"));
    QVERIFY(decoded->warnings.first().contains(QStringLiteral("--capitals")));
}

QTEST_APPLESS_MAIN(CapitalsTest)
#include "tst_capitals.moc"
