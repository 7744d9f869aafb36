#include "text/syllable_grammar.h"

#include <QtTest>

using namespace verbale::text;

class SyllableGrammarTest : public QObject
{
    Q_OBJECT

private slots:
    void parts_data();
    void parts();
    void impossible_data();
    void impossible();
    void writtenAndParsed();
    void tones();
    void tonePlaces();
};

void SyllableGrammarTest::parts_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("initial");
    QTest::addColumn<QString>("rhyme");
    QTest::addColumn<Tone>("tone");
    const auto row = [](const char *word, const char *initial, const char *rhyme, Tone tone) {
        QTest::newRow(word) << QString::fromUtf8(word) << QString::fromUtf8(initial)
                            << QString::fromUtf8(rhyme) << tone;
    };
    row("quyền", "qu", "yên", Tone::Grave);
    row("giếng", "gi", "êng", Tone::Acute);
    row("gìn", "g", "in", Tone::Grave);
    row("gì", "g", "i", Tone::Grave);
    row("già", "gi", "a", Tone::Grave);
    row("NGHIỆP", "ngh", "iêp", Tone::Dot);
    row("Ủy", "", "uy", Tone::Hook);
    row("Uỷ", "", "uy", Tone::Hook);
    row("yêu", "", "yêu", Tone::Level);
    row("khuỷu", "kh", "uyu", Tone::Hook);
    row("đường", "đ", "ương", Tone::Grave);
    row("quốc", "qu", "ôc", Tone::Acute);
    row("quý", "qu", "y", Tone::Acute);
    row("Ả", "", "a", Tone::Hook);
    row("thuở", "th", "uơ", Tone::Hook);
}

void SyllableGrammarTest::parts()
{
    QFETCH(QString, word);
    const std::optional<Syllable> syllable = parseSyllable(word);
    QVERIFY(syllable);
    QTEST(syllable->initial, "initial");
    QTEST(syllable->rhyme, "rhyme");
    QTEST(syllable->tone, "tone");
}

void SyllableGrammarTest::impossible_data()
{
    QTest::addColumn<QString>("word");
    for (const char *word :
         {"",     "b",     "kông",  "ca t", "các1", "cac",      "càt", "ngi",  "ghà", "gê",      "thế́",
          "tóán", "Trump", "ASEAN", "was",  "qun",  "nghiengx", "iêu", "bynh", "đx",  "thươngt", "cy"})
        QTest::newRow(*word ? word : "empty") << QString::fromUtf8(word);
}

void SyllableGrammarTest::impossible()
{
    QFETCH(QString, word);
    QVERIFY(!parseSyllable(word));
}

/// Every initial with every rhyme and tone that the grammar allows is written so that it is read back.
void SyllableGrammarTest::writtenAndParsed()
{
    int syllables = 0;
    for (const char *initial : {"", "b", "gh", "gi", "ngh", "qu", "tr", "đ", "k"}) {
        for (const char *rhyme :
             {"a", "i", "y", "oa", "oan", "uy", "uyên", "iêu", "ươu", "ôc", "ach", "uya", "ia", "ưa"}) {
            for (int tone = 0; tone < 6; ++tone) {
                const Syllable syllable{QString::fromUtf8(initial), QString::fromUtf8(rhyme), Tone(tone)};
                const QString written = writeSyllable(syllable);
                QCOMPARE(written, written.normalized(QString::NormalizationForm_C));
                const std::optional<Syllable> parsed = parseSyllable(written);
                if (!parsed)
                    continue;
                ++syllables;
                QCOMPARE(parsed->letters(), syllable.letters());
                QCOMPARE(parsed->tone, syllable.tone);
                QVERIFY(hasUsualTonePlace(written));
            }
        }
    }
    QVERIFY(syllables > 250);
}

void SyllableGrammarTest::tones()
{
    const QString vowels = QStringLiteral("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY");
    const QString marks = QStringLiteral("\u0300\u0309\u0303\u0301\u0323");
    for (const QChar vowel : vowels) {
        for (int tone = 1; tone < 6; ++tone) {
            const QString expected =
                (QString(vowel) + marks[tone - 1]).normalized(QString::NormalizationForm_C);
            QCOMPARE(QString(QChar(withTone(vowel.unicode(), Tone(tone)))), expected);
            const TonedLetter split = splitTone(expected.front().unicode());
            QCOMPARE(QChar(split.letter), vowel);
            QCOMPARE(split.tone, Tone(tone));
        }
    }
    QCOMPARE(withTone(u'b', Tone::Acute), u'b');
    QVERIFY(isVietnameseLetter(u'ư') && isVietnameseLetter(u'Ệ') && isVietnameseLetter(u'đ'));
    QVERIFY(!isVietnameseLetter(u'é') && !isVietnameseLetter(u'a') && !isVietnameseLetter(u'ü'));
}

void SyllableGrammarTest::tonePlaces()
{
    for (const char *word :
         {"hòa", "hoà", "thúy", "thuý", "lại", "của", "nước", "quyền", "toàn", "cho", "giữa"})
        QVERIFY2(hasUsualTonePlace(QString::fromUtf8(word)), word);
    for (const char *word : {"laị", "âú", "tòan", "cuả", "qúy"})
        QVERIFY2(!hasUsualTonePlace(QString::fromUtf8(word)), word);
    QCOMPARE(writeSyllable(*parseSyllable(QStringLiteral("hoà"))), QStringLiteral("hòa"));
}

QTEST_APPLESS_MAIN(SyllableGrammarTest)
#include "tst_syllable_grammar.moc"
