#include "text/word_diff.h"

#include <QtTest/QtTest>

#include <random>

using namespace verbale;
using Kind = text::DiffPiece::Kind;

namespace {

/// "same [-removed-]{+added+}"
QString shown(const QList<text::DiffPiece> &pieces)
{
    QString result;
    for (const text::DiffPiece &piece : pieces)
        result += piece.kind == Kind::Same      ? piece.text
                  : piece.kind == Kind::Removed ? QStringLiteral("[-%1-]").arg(piece.text)
                                                : QStringLiteral("{+%1+}").arg(piece.text);
    return result;
}

QString side(const QList<text::DiffPiece> &pieces, Kind own)
{
    QString result;
    for (const text::DiffPiece &piece : pieces) {
        if (piece.kind == Kind::Same || piece.kind == own)
            result += piece.text;
    }
    return result;
}

/// How many words two texts have in common in the same order: by the plain table.
int common(const QList<QStringView> &a, const QList<QStringView> &b)
{
    QList<QList<int>> table(a.size() + 1, QList<int>(b.size() + 1, 0));
    for (qsizetype i = 1; i <= a.size(); ++i) {
        for (qsizetype k = 1; k <= b.size(); ++k)
            table[i][k] =
                a[i - 1] == b[k - 1] ? table[i - 1][k - 1] + 1 : qMax(table[i - 1][k], table[i][k - 1]);
    }
    return table.last().last();
}

} // namespace

class TestWordDiff : public QObject
{
    Q_OBJECT

private slots:
    void changes_data();
    void changes();
    void wordsAreKept_data();
    void wordsAreKept();
    void bothTextsAreThereAndAsMuchAsPossibleIsTheSame();
    void largeTextsAreCompared();
};

void TestWordDiff::changes_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("nothing") << ""
                             << ""
                             << "";
    QTest::newRow("equal") << "Hội nghị Cấp cao"
                           << "Hội nghị Cấp cao"
                           << "Hội nghị Cấp cao";
    QTest::newRow("all new") << ""
                             << "a b"
                             << "{+a b+}";
    QTest::newRow("all gone") << "a b"
                              << ""
                              << "[-a b-]";
    QTest::newRow("one syllable") << "hội nghị cấp cao"
                                  << "hội nghị cáp cao"
                                  << "hội nghị [-cấp-]{+cáp+} cao";
    QTest::newRow("English") << "The Summit welcomed the result."
                             << "The Summit warmly welcomed the results."
                             << "The Summit {+warmly +}welcomed the [-result-]{+results+}.";
    QTest::newRow("neighbouring words are one change") << "held fruitful talks today"
                                                       << "had useful talks today"
                                                       << "[-held fruitful-]{+had useful+} talks today";
    QTest::newRow("punctuation alone") << "agreed, and signed"
                                       << "agreed and signed"
                                       << "agreed[-,-] and signed";
    QTest::newRow("figures are whole") << "1.500 tons"
                                       << "1.600 tons"
                                       << "[-1.500-]{+1.600+} tons";
    QTest::newRow("a code") << QStringLiteral("a \uFFFCb") << QStringLiteral("a b")
                            << QStringLiteral("a [-\uFFFC-]b");
    QTest::newRow("case") << "the summit"
                          << "the Summit"
                          << "the [-summit-]{+Summit+}";
}

void TestWordDiff::changes()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, wanted);
    QCOMPARE(shown(text::wordDiff(before, after)), wanted);
}

void TestWordDiff::wordsAreKept_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("apostrophe") << QStringLiteral("Việt Nam’s don't 'a'")
                                << QStringLiteral("Việt| |Nam’s| |don't| |'|a|'");
    QTest::newRow("figures") << "1.500,5 3. 4"
                             << "1.500,5| |3|.| |4";
    QTest::newRow("marks stay with their letter")
        << QStringLiteral("ca\u0301c") << QStringLiteral("ca\u0301c");
    QTest::newRow("beyond the plane")
        << QStringLiteral("a\U0001F30F\U0001F30Fb") << QStringLiteral("a|\U0001F30F|\U0001F30F|b");
    QTest::newRow("spaces") << "a \t b"
                            << "a| \t |b";
}

void TestWordDiff::wordsAreKept()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    QStringList found;
    for (const QStringView word : text::diffWords(text))
        found.append(word.toString());
    QCOMPARE(found.join(u'|'), words);
}

void TestWordDiff::bothTextsAreThereAndAsMuchAsPossibleIsTheSame()
{
    std::mt19937 random(42);
    const auto text = [&random](int longest) {
        QString result;
        for (unsigned count = random() % static_cast<unsigned>(longest); count > 0; --count)
            (result += QStringLiteral("abc").at(static_cast<qsizetype>(random() % 3))) +=
                QStringLiteral(".,!;").at(static_cast<qsizetype>(random() % 4));
        return result; // no spaces, so that nothing is joined
    };
    for (int turn = 0; turn < 400; ++turn) {
        const QString before = text(turn % 40 + 1);
        const QString after = text(turn % 37 + 1);
        const QList<text::DiffPiece> pieces = text::wordDiff(before, after);
        QCOMPARE(side(pieces, Kind::Removed), before);
        QCOMPARE(side(pieces, Kind::Added), after);
        qsizetype same = 0;
        for (const text::DiffPiece &piece : pieces)
            same += piece.kind == Kind::Same ? text::diffWords(piece.text).size() : 0;
        QCOMPARE(same, common(text::diffWords(before), text::diffWords(after)));
    }
}

void TestWordDiff::largeTextsAreCompared()
{
    QString before;
    QString other;
    for (int i = 0; i < 20000; ++i) {
        before += QStringLiteral("w%1 ").arg(i);
        other += QStringLiteral("v%1 ").arg(i);
    }
    QString after = before;
    after.replace(QStringLiteral(" w10000 "), QStringLiteral(" changed "));
    const QList<text::DiffPiece> small = text::wordDiff(before, after);
    QCOMPARE(small.size(), 4);
    QCOMPARE(small[1].text, QStringLiteral("w10000"));
    const QList<text::DiffPiece> all = text::wordDiff(before, other);
    QCOMPARE(side(all, Kind::Removed), before);
    QCOMPARE(side(all, Kind::Added), other);
}

QTEST_APPLESS_MAIN(TestWordDiff)
#include "tst_word_diff.moc"
