#include "text/language.h"

#include <QtTest>

using namespace verbale::text;
using namespace Qt::StringLiterals;

class LanguageTest : public QObject
{
    Q_OBJECT

private slots:
    void tells_data();
    void tells();
    void isCarefulWithLittle_data();
    void isCarefulWithLittle();
    void takesHostileText();
    void names();
};

void LanguageTest::tells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("language");
    const QString vietnamese = u"Chiều 3/4, tại Thành phố Sao Mai, Hội nghị Liên minh Biển Xanh đã khai mạc "
                               u"với sự tham dự của đại diện "
                               "mười nước thành viên."_s;
    QTest::newRow("vi") << vietnamese << u"vi"_s;
    QTest::newRow("vi, decomposed") << vietnamese.normalized(QString::NormalizationForm_D) << u"vi"_s;
    QTest::newRow("vi, capitals") << vietnamese.toUpper() << u"vi"_s;
    QTest::newRow("vi, no marks")
        << u"Chieu 3/4, tai Thanh pho Sao Mai, Hoi nghi Lien minh Bien Xanh da khai mac "
           "voi su tham du cua dai dien muoi nuoc thanh vien."_s
        << u"vi"_s;
    QTest::newRow("vi, no marks, capitals")
        << u"HOI NGHI BO TRUONG NGOAI GIAO CAC NUOC THANH VIEN DA KHAI MAC TAI THU DO"_s << u"vi"_s;
    QTest::newRow("vi, a heading") << u"Thúc đẩy ổn định chính trị và kinh tế nội khối"_s << u"vi"_s;
    QTest::newRow("vi, foreign names")
        << u"Ngoại trưởng Blue Sea Federation John Smith và Tổng thư ký Green Coast Union Maria Johnson cùng dự."_s
        << u"vi"_s;
    QTest::newRow("vi, with an English name in brackets")
        << u"Diễn đàn Tương lai (Future Forum of the Blue Sea Union) sẽ họp vào tháng tới tại Sao Mai."_s
        << u"vi"_s;
    QTest::newRow("en")
        << u"The meeting was held by video conference with the participation of senior officials "
           "from the ten member states."_s
        << u"en"_s;
    QTest::newRow("en, capitals") << u"JOINT STATEMENT OF THE MINISTERS ON COOPERATION IN THE BLUE SEA"_s
                                  << u"en"_s;
    QTest::newRow("en, Vietnamese names") << u"Deputy Minister Trần Hải Vân said that the two sides would "
                                             u"continue to strengthen cooperation in the "
                                             "fields of fisheries and education."_s
                                          << u"en"_s;
    QTest::newRow("en, a heading") << u"Strengthening cooperation among the countries of the region"_s
                                   << u"en"_s;
    QTest::newRow("fr") << u"La réunion s'est tenue par visioconférence avec la participation des hauts "
                           "fonctionnaires des dix pays membres de l'association."_s
                        << u"fr"_s;
    QTest::newRow("id")
        << u"Pertemuan tersebut akan dihadiri oleh para menteri dari negara anggota dan dibuka pada "
           "hari ini untuk membahas kerja sama."_s
        << u"id"_s;
    QTest::newRow("zh") << u"会议今天在首都举行，各成员国代表出席了会议。"_s << u"zh"_s;
    QTest::newRow("ja") << u"会議は今日首都で開かれ、加盟国の代表が出席しました。"_s << u"ja"_s;
    QTest::newRow("ko") << u"회의는 오늘 수도에서 열렸으며 회원국 대표들이 참석했다."_s << u"ko"_s;
    QTest::newRow("th") << u"การประชุมจัดขึ้นในวันนี้ที่เมืองหลวง"_s << u"th"_s;
    QTest::newRow("lo") << u"ກອງປະຊຸມໄດ້ຈັດຂຶ້ນໃນມື້ນີ້"_s << u"lo"_s;
    QTest::newRow("km") << u"កិច្ចប្រជុំត្រូវបានធ្វើឡើងនៅថ្ងៃនេះ"_s << u"km"_s;
    QTest::newRow("ru") << u"Встреча состоялась сегодня в столице с участием представителей стран."_s
                        << u"ru"_s;
}

void LanguageTest::tells()
{
    QFETCH(QString, text);
    const DetectedLanguage detected = detectLanguage(text);
    QTEST(detected.language, "language");
    QVERIFY2(detected.isCertain(), qPrintable(QString::number(detected.confidence)));
}

/// Names, short titles, figures: not certain enough to be treated as foreign in a Vietnamese text.
void LanguageTest::isCarefulWithLittle_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("figures") << u"1.234,5 - 12/09/2020"_s;
    QTest::newRow("acronym") << u"ASEAN"_s;
    QTest::newRow("acronyms") << u"ASEAN, APEC, WTO"_s;
    QTest::newRow("name") << u"Mai Anh"_s;
    QTest::newRow("foreign name") << u"John Smith"_s;
    QTest::newRow("a short title") << u"Future Forum"_s;
    QTest::newRow("a place without marks") << u"Nha Trang, Ninh Thuan"_s;
    QTest::newRow("address") << u"12 Le Loi, Sao Mai"_s;
    QTest::newRow("mixed half and half") << u"Blue Sea (Biển Xanh), Green Coast (Bờ Lục)"_s;
    QTest::newRow("signs") << u"*** --- …"_s;
}

void LanguageTest::isCarefulWithLittle()
{
    QFETCH(QString, text);
    const DetectedLanguage detected = detectLanguage(text);
    QVERIFY2(!detected.isCertain() || detected.language == u"vi",
             qPrintable(detected.language + u' ' + QString::number(detected.confidence)));
}

void LanguageTest::takesHostileText()
{
    for (const QString &piece : {u"\u0301"_s, u"a"_s, u"the "_s, QString(QChar(0xD800)), u"😀 "_s, u"đ"_s}) {
        const DetectedLanguage detected = detectLanguage(piece.repeated(200'000));
        QVERIFY(detected.confidence >= 0 && detected.confidence <= 1);
        QVERIFY(!detected.language.isEmpty());
    }
}

void LanguageTest::names()
{
    QCOMPARE(languageName(u"en"_s), u"English"_s);
    QCOMPARE(languageName(u"sw"_s), u"sw"_s);
}

QTEST_APPLESS_MAIN(LanguageTest)
#include "tst_language.moc"
