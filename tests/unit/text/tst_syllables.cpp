#include "text/syllables.h"
#include "text/term_key.h"

#include <QtTest>

using namespace verbale;
using namespace verbale::text;

class SyllablesTest : public QObject
{
    Q_OBJECT

private slots:
    void splits_data();
    void splits();
    void covers();
    void quickLettersAreUnicodesLetters();
    void counts_data();
    void counts();
};

namespace {

QStringList split(QStringView folded)
{
    std::vector<Span> tokens = {{9, 9}}; // what was there before does not matter
    splitSyllables(folded, tokens);
    QStringList result;
    for (const Span &token : tokens)
        result.append(folded.mid(token.start, token.length()).toString());
    return result;
}

} // namespace

void SyllablesTest::splits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tokens"); // joined by |
    const auto row = [](const char *name, const char *text, const char *tokens) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(tokens);
    };
    row("empty", "", "");
    row("spaces", "  ", "");
    row("words", "bộ ngoại giao", "bộ|ngoại|giao");
    row("punctuation", "(asean), “một”.", "(|asean|)|,|“|một|”|.");
    row("hyphens", "đông nam á-thái bình dương", "đông|nam|á|-|thái|bình|dương");
    row("figures", "asean+3 năm 2021", "asean|+|3|năm|2021");
    row("dates", "9-12/9", "9|-|12|/|9");
    row("combining mark stays", "x\u0301y", "x\u0301y");
    row("letters beyond the first plane", "𝐀😀b", "𝐀|😀|b");
    row("superscript", "5 km²", "5|km²");
}

void SyllablesTest::splits()
{
    QFETCH(QString, text);
    QTEST(split(text).join(u'|'), "tokens");
}

void SyllablesTest::covers()
{
    QRandomGenerator random(11);
    const QString alphabet = QStringLiteral("aệ9 .,-“ \u0301");
    for (int round = 0; round < 300; ++round) {
        QString text;
        for (int i = random.bounded(30); i > 0; --i)
            text += alphabet[random.bounded(static_cast<int>(alphabet.size()))];
        std::vector<Span> tokens;
        splitSyllables(text, tokens);
        QString joined;
        qsizetype last = 0;
        for (const Span &token : tokens) {
            QVERIFY(token.start >= last && token.end > token.start && token.end <= text.size());
            last = token.end;
            joined += text.mid(token.start, token.length());
        }
        QCOMPARE(joined, QString(text).remove(u' '));
    }
}

void SyllablesTest::quickLettersAreUnicodesLetters()
{
    for (char16_t c = 0x80; c < 0x2000; ++c) {
        const bool joins = split(QStringLiteral("a") + QChar(c)).size() == 1;
        QVERIFY2(joins == (QChar(c).isLetterOrNumber() || QChar(c).isMark()),
                 qPrintable(QString::number(c, 16)));
    }
}

void SyllablesTest::counts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("words");
    QTest::newRow("empty") << QString() << qsizetype(0);
    QTest::newRow("signs") << QStringLiteral(" – “…” ./. ") << qsizetype(0);
    QTest::newRow("words") << QStringLiteral("Bộ Ngoại giao Việt Nam, năm 2021") << qsizetype(7);
    QTest::newRow("hyphen") << QStringLiteral("Ấn Độ Dương-Thái Bình Dương") << qsizetype(6);
    QTest::newRow("nbsp and lines") << QStringLiteral("một\u00A0hai\nba") << qsizetype(3);
    QTest::newRow("soft hyphen") << QStringLiteral("ngoại\u00ADgiao") << qsizetype(1);
    QTest::newRow("decomposed") << QStringLiteral("Hội nghị").normalized(QString::NormalizationForm_D)
                                << qsizetype(2);
}

void SyllablesTest::counts()
{
    QFETCH(QString, text);
    QTEST(countWords(text), "words");
}

QTEST_APPLESS_MAIN(SyllablesTest)
#include "tst_syllables.moc"
