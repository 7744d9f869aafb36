#include "text/code_points.h"

#include <QtTest>

using verbale::text::CodePointIndex;

class CodePointsTest : public QObject
{
    Q_OBJECT

private slots:
    void mixedText();
    void linesAndColumns_data();
    void linesAndColumns();
    void outOfRange();
    void againstWalking();
};

void CodePointsTest::mixedText()
{
    const QString text = QStringLiteral("a😀ệ𝄞");
    const CodePointIndex index(text);
    QCOMPARE(text.size(), 6);
    const QList<qsizetype> expected = {0, 1, 1, 2, 3, 3, 4};
    for (qsizetype i = 0; i < expected.size(); ++i)
        QCOMPARE(index.toCodePoints(i), expected[i]);
    const QList<qsizetype> back = {0, 1, 3, 4, 6};
    for (qsizetype i = 0; i < back.size(); ++i)
        QCOMPARE(index.toUtf16(i), back[i]);
}

void CodePointsTest::linesAndColumns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("offset");
    QTest::addColumn<qsizetype>("line");
    QTest::addColumn<qsizetype>("column");
    QTest::newRow("empty") << QString() << qsizetype(0) << qsizetype(1) << qsizetype(1);
    QTest::newRow("lf") << QStringLiteral("ab\ncd") << qsizetype(4) << qsizetype(2) << qsizetype(2);
    QTest::newRow("the lf itself") << QStringLiteral("ab\ncd") << qsizetype(2) << qsizetype(1)
                                   << qsizetype(3);
    QTest::newRow("crlf") << QStringLiteral("ab\r\ncd") << qsizetype(4) << qsizetype(2) << qsizetype(1);
    QTest::newRow("inside crlf") << QStringLiteral("ab\r\ncd") << qsizetype(3) << qsizetype(1)
                                 << qsizetype(4);
    QTest::newRow("cr") << QStringLiteral("ab\rcd\re") << qsizetype(6) << qsizetype(3) << qsizetype(1);
    QTest::newRow("cr at the end") << QStringLiteral("ab\r") << qsizetype(3) << qsizetype(2) << qsizetype(1);
    QTest::newRow("nel") << QStringLiteral("ab\u0085cd") << qsizetype(3) << qsizetype(2) << qsizetype(1);
    QTest::newRow("separators") << QStringLiteral("ab\u2028cd\u2029e") << qsizetype(6) << qsizetype(3)
                                << qsizetype(1);
    QTest::newRow("pairs count once")
        << QStringLiteral("x\n😀😀b") << qsizetype(6) << qsizetype(2) << qsizetype(3);
    QTest::newRow("blank lines") << QStringLiteral("\n\n\nz") << qsizetype(3) << qsizetype(4) << qsizetype(1);
}

void CodePointsTest::linesAndColumns()
{
    QFETCH(QString, text);
    QFETCH(qsizetype, offset);
    const CodePointIndex index(text);
    QTEST(index.line(offset), "line");
    QTEST(index.column(offset), "column");
}

void CodePointsTest::outOfRange()
{
    const CodePointIndex index(u"a😀");
    QCOMPARE(index.toCodePoints(-5), 0);
    QCOMPARE(index.toCodePoints(99), 2);
    QCOMPARE(index.toUtf16(-5), 0);
    QCOMPARE(index.toUtf16(99), 3);
    QCOMPARE(index.line(99), 1);
}

/// Random text of letters, pairs, lone surrogates and line ends, against counting step by step.
void CodePointsTest::againstWalking()
{
    QRandomGenerator random(7);
    const QStringList alphabet = {QStringLiteral("a"),    QStringLiteral("ệ"),    QStringLiteral("😀"),
                                  QStringLiteral("\n"),   QStringLiteral("\r\n"), QStringLiteral("\r"),
                                  QString(QChar(0xD800)), QString(QChar(0xDC00)), QString(QChar(0x85)),
                                  QString(QChar(0x2028)), QString(QChar(0x2029))};
    for (int round = 0; round < 200; ++round) {
        QString text;
        for (int i = random.bounded(60); i > 0; --i)
            text += alphabet[random.bounded(static_cast<int>(alphabet.size()))];
        const CodePointIndex index(text);
        qsizetype codePoints = 0;
        qsizetype line = 1;
        qsizetype column = 1;
        for (qsizetype i = 0; i < text.size(); ++i) {
            QCOMPARE(index.toCodePoints(i), codePoints);
            QCOMPARE(index.toUtf16(codePoints), i);
            QCOMPARE(index.line(i), line);
            QCOMPARE(index.column(i), column);
            const bool pair =
                text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
            const QList<QChar> ends = {u'\n', QChar(0x85), QChar(0x2028), QChar(0x2029)};
            const bool lineEnd =
                ends.contains(text[i]) || (text[i] == u'\r' && text.mid(i + 1, 1) != QLatin1String("\n"));
            line += lineEnd ? 1 : 0;
            column = lineEnd ? 1 : column + 1;
            ++codePoints;
            i += pair ? 1 : 0;
        }
        QCOMPARE(index.toCodePoints(text.size()), codePoints);
    }
}

QTEST_APPLESS_MAIN(CodePointsTest)
#include "tst_code_points.moc"
