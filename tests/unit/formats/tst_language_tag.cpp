#include "formats/conformance/language_tag.h"

#include <QtTest/QtTest>

using namespace verbale;

/// The form of language tags, with the examples of RFC 5646, appendix A, and faults of each part.
class TestLanguageTag : public QObject
{
    Q_OBJECT

private slots:
    void judges_data();
    void judges();
    void knowsWhatIsRegistered_data();
    void knowsWhatIsRegistered();
    void comparesWithoutCase();
    void tellsThePrimaryLanguage();
};

void TestLanguageTag::judges_data()
{
    QTest::addColumn<bool>("isTag");
    const char *tags[] = {"vi",
                          "en",
                          "VI-vn",
                          "zh-Hant-TW",
                          "zh-cmn-Hans-CN",
                          "sr-Latn-RS",
                          "es-419",
                          "sl-rozaj-biske",
                          "de-CH-1901",
                          "sl-IT-nedis",
                          "hy-Latn-IT-arevela",
                          "de-CH-x-phonebk",
                          "x-whatever",
                          "qaa-Qaaa-QM-x-southern",
                          "en-US-u-islamcal",
                          "zh-CN-a-myext-x-private",
                          "en-a-myext-b-another",
                          "i-klingon",
                          "I-Navajo",
                          "en-GB-oed",
                          "sgn-BE-FR",
                          "zh-min-nan",
                          "art-lojban",
                          "cel-gaulish",
                          "x-a-1-b",
                          "abcd", // kept for later, none is registered
                          "abcd-Latn-VN",
                          "root",
                          "abcde",
                          "english",
                          "abcdefgh"};
    const char *others[] = {"",
                            "e",
                            "en_US",
                            "en-",
                            "-en",
                            "de-419-DE",
                            "a-DE",
                            "en-x",
                            "x",
                            "x-123456789",
                            "f r",
                            "english language",
                            "1en",
                            "viet9",
                            "abcdefghi",
                            "en-US-",
                            "de-DE-1901-1901",
                            "ar-a-aaa-b-bbb-a-ccc",
                            "en-a",
                            "en--US",
                            "en-u-a",
                            "abcd-efg",
                            "tiếng-việt"};
    for (const char *tag : tags)
        QTest::newRow(tag) << true;
    for (const char *other : others)
        QTest::newRow(other) << false;
}

void TestLanguageTag::judges()
{
    QFETCH(bool, isTag);
    QCOMPARE(conformance::isLanguageTag(QString::fromUtf8(QTest::currentDataTag())), isTag);
}

void TestLanguageTag::knowsWhatIsRegistered_data()
{
    using conformance::LanguageTag;
    QTest::addColumn<int>("judgement");
    const auto row = [](const char *tag, LanguageTag judgement) {
        QTest::newRow(tag) << static_cast<int>(judgement);
    };
    row("vi", LanguageTag::Valid);
    row("qaa", LanguageTag::Valid);
    row("i-klingon", LanguageTag::Valid);
    row("xx", LanguageTag::Unknown);
    row("root", LanguageTag::Unknown);
    row("english", LanguageTag::Unknown);
    row("English-GB", LanguageTag::Unknown);
    row("abcdefghi", LanguageTag::Malformed);
    row("en_US", LanguageTag::Malformed);
}

void TestLanguageTag::knowsWhatIsRegistered()
{
    QFETCH(int, judgement);
    QCOMPARE(static_cast<int>(conformance::checkLanguageTag(QTest::currentDataTag())), judgement);
}

void TestLanguageTag::comparesWithoutCase()
{
    QVERIFY(conformance::sameLanguage(u"vi-VN", u"VI-vn"));
    QVERIFY(!conformance::sameLanguage(u"vi", u"vi-VN"));
}

void TestLanguageTag::tellsThePrimaryLanguage()
{
    QCOMPARE(conformance::primaryLanguage(" EN-gb "), std::string("en"));
    QCOMPARE(conformance::primaryLanguage("vi"), std::string("vi"));
    QCOMPARE(conformance::primaryLanguage(""), std::string());
}

QTEST_APPLESS_MAIN(TestLanguageTag)
#include "tst_language_tag.moc"
