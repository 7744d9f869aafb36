#include "code_samples.h"

#include "document/inline_checks.h"
#include "document/inline_codes.h"
#include "document/inline_repair.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

namespace verbale {

using test::coded;
using test::notationOf;

class TestInlineRepair : public QObject
{
    Q_OBJECT
private slots:
    void allMissing_data();
    void allMissing();
    void knownPartsSayWhere();
    void nextOfThem();
    void nextPair();
    void insertsOne();
    void restored_data();
    void restored();
    void lostCodesAreWhatWasTakenOut();
    void anythingCanBeMended();
};

void TestInlineRepair::allMissing_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *source, const char *target, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(source) << QString::fromUtf8(target)
                            << QString::fromUtf8(expected);
    };
    row("nothing to do", "<1Hà Nội1>", "<1Ha Noi1>", "<1Ha Noi1>");
    row("around everything", "<1Hà Nội1>", "Ha Noi", "<1Ha Noi1>");
    row("around everything but the stop", "<1Hà Nội1>.", "Ha Noi.", "<1Ha Noi1>.");
    row("with the stop", "<1Hà Nội.1>", "Ha Noi.", "<1Ha Noi.1>");
    row("at the end", "Hai bên nhất trí.{1}", "Both sides agreed.", "Both sides agreed.{1}");
    row("at the start", "{1}Hai bên nhất trí.", "Both sides agreed.", "{1}Both sides agreed.");
    row("around a name", "Tuyên bố của <1ASEAN1> về hòa bình", "An ASEAN statement on peace",
        "An <1ASEAN1> statement on peace");
    row("behind a figure", "Nghị quyết 2758{1} được thông qua", "Resolution 2758 was adopted",
        "Resolution 2758{1} was adopted");
    row("before a figure", "ngày {1}15", "on 15", "on {1}15");
    row("half a pair, at its end", "<1ASEAN1> là một cộng đồng", "<1ASEAN is a community",
        "<1ASEAN1> is a community");
    row("half a pair, at its start", "Thủ đô <1Hà Nội1>", "The capital Hanoi1>", "The capital <1Hanoi1>");
    row("between its neighbours", "{1}a{2}b{3}", "{1}{3}", "{1}{2}{3}");
    row("nested", "<1<2Việt Nam2>1>", "Viet Nam", "<1<2Viet Nam2>1>");
    row("a pair gets a word", "<1A1> một hai ba bốn năm", "One two", "<1One1> two");
    row("into an empty target", "<1A1>{2}", "", "<11>{2}");
    row("annotations are left out", "(1Hà Nội1){2}", "Ha Noi", "Ha Noi{2}");
    row("but never halved", "(1Hà Nội1)", "(1Ha Noi", "(1Ha Noi1)");
    row("others stay as they are", "{1}A", "A{7}", "{1}A{7}");
}

void TestInlineRepair::allMissing()
{
    QFETCH(QString, source);
    QFETCH(QString, target);
    QFETCH(QString, expected);
    QCOMPARE(notationOf(withAllMissingCodes(coded(source), coded(target))), expected);
}

void TestInlineRepair::knownPartsSayWhere()
{
    const InlineText source = coded(QString::fromUtf8("Hội nghị thông qua <1Tuyên bố chung1> hôm nay"));
    const InlineText target = coded(QStringLiteral("Today the meeting adopted the Joint Statement"));
    const qsizetype start = source.text.indexOf(QString::fromUtf8("Tuyên"));
    const qsizetype english = target.text.indexOf(QStringLiteral("Joint"));
    const QList<Correspondence> known{{{start, start + 14}, {english, english + 15}}};
    QCOMPARE(notationOf(withAllMissingCodes(source, target, known)),
             QStringLiteral("Today the meeting adopted the <1Joint Statement1>"));
    const InlineText first = coded(QString::fromUtf8("<1Tuyên bố chung1> được thông qua"));
    QCOMPARE(notationOf(withAllMissingCodes(first, target, {{{1, 15}, {english, english + 15}}})),
             QStringLiteral("Today the meeting adopted the <1Joint Statement1>"));
    const InlineText all = coded(QString::fromUtf8("<1Tuyên bố chung1>"));
    QCOMPARE(notationOf(withAllMissingCodes(all, target, {{{1, 15}, {english, english + 15}}})),
             QStringLiteral("<1Today the meeting adopted the Joint Statement1>"));
    // What lies outside the texts is not looked at.
    const QList<Correspondence> wrong{{{-3, 400}, {0, 5}}, {{0, 4}, {900, 901}}, {{2, 2}, {3, 3}}};
    QVERIFY(missingCodes(source, withAllMissingCodes(source, target, wrong)).isEmpty());
}

void TestInlineRepair::nextOfThem()
{
    const InlineText source = coded(QStringLiteral("(1A1){2}<3B3>"));
    QStringList order;
    InlineText target = coded(QStringLiteral("AB"));
    while (const std::optional<InlineCode> next = nextMissingCode(source, target)) {
        order.append(next->id);
        target = withCode(target, target.text.size(), *next);
    }
    QCOMPARE(order.join(u' '), QStringLiteral("2 3 3 1 1")); // annotations last
    QCOMPARE(missingCodes(source, coded(QStringLiteral("A3>"))), (QList<qsizetype>{2, 3}));
}

void TestInlineRepair::nextPair()
{
    const InlineText source = coded(QStringLiteral("<1A1>{2}<3B3>[4C"));
    const std::optional<MissingPair> first = nextMissingPair(source, {});
    QVERIFY(first);
    QCOMPARE(first->opening.id + first->closing.id, QStringLiteral("11"));
    const std::optional<MissingPair> second = nextMissingPair(source, coded(QStringLiteral("<1A")));
    QVERIFY(second);
    QCOMPARE(second->opening.id, QStringLiteral("3"));
    QVERIFY(!nextMissingPair(source, source));
}

void TestInlineRepair::insertsOne()
{
    const InlineText text = coded(QStringLiteral("{1}ab{2}"));
    const InlineCode code = coded(QStringLiteral("{3}")).codes.at(0);
    QCOMPARE(notationOf(withCode(text, 2, code)), QStringLiteral("{1}a{3}b{2}"));
    QCOMPARE(notationOf(withCode(text, -5, code)), QStringLiteral("{3}{1}ab{2}"));
    QCOMPARE(notationOf(withCode(text, 99, code)), QStringLiteral("{1}ab{2}{3}"));
}

void TestInlineRepair::restored_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("text"); // "*" is a placeholder
    QTest::addColumn<QList<qsizetype>>("order");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<qsizetype>("lost");
    QTest::addColumn<qsizetype>("dropped");
    QTest::addColumn<bool>("moved");
    using Order = QList<qsizetype>;
    const auto row = [](const char *name, const char *source, const char *text, const Order &order,
                        const char *expected, int lost, int dropped, bool moved) {
        QTest::newRow(name) << QString::fromUtf8(source) << QString::fromUtf8(text) << order
                            << QString::fromUtf8(expected) << qsizetype(lost) << qsizetype(dropped) << moved;
    };
    row("in order", "<1Hà Nội1>{2}", "*Ha Noi**", {}, "<1Ha Noi1>{2}", 0, 0, false);
    row("none", "Hà Nội", "Ha Noi", {}, "Ha Noi", 0, 0, false);
    row("one from nowhere", "Hà Nội", "Ha* Noi", {}, "Ha Noi", 0, 1, false);
    row("one too many", "Hà Nội{1}", "Ha Noi**", {}, "Ha Noi{1}", 0, 1, false);
    row("one lost, the last is left", "<1Một1> hai ba bốn{2}", "One two three four*", {},
        "<1One1> two three four{2}", 2, 0, false);
    row("all lost", "<1Hà Nội1>{2}", "Ha Noi", {}, "<1Ha Noi1>{2}", 3, 0, false);
    row("half a pair lost", "<1Hà Nội1>.", "*Ha Noi.", {}, "<1Ha Noi1>.", 1, 0, false);
    row("said to be in another order", "<1A1> <2B2>", "*B* *A*", {2, 3, 0, 1}, "<2B2> <1A1>", 0, 0, false);
    row("said twice", "{1}A{2}", "*A**", {0, 0, 1}, "{1}A{2}", 0, 1, false);
    row("said to be none", "{1}A", "*A", {-1}, "{1}A", 1, 1, false);
    row("out of range", "{1}A", "*A", {77}, "{1}A", 1, 1, false);
    row("fewer than placeholders", "{1}A{2}", "*A*", {0}, "{1}A{2}", 1, 1, false);
    row("moved out of its pair", "<1A{2}1>", "*A**", {0, 2, 1}, "<1A1>{2}", 0, 0, true);
    row("closed before it is opened", "<1A1>", "*A*", {1, 0}, "1>A<1", 0, 0, true);
    row("the text's own character", "A~B", "A*B", {}, "A~B", 0, 0, false);
}

void TestInlineRepair::restored()
{
    QFETCH(QString, source);
    QFETCH(QString, text);
    QFETCH(QList<qsizetype>, order);
    QFETCH(QString, expected);
    const RestoredText result = codesForText(text.replace(u'*', inlineCodeMark), coded(source), order);
    QCOMPARE(notationOf(result.text), expected);
    QTEST(result.lost, "lost");
    QTEST(result.dropped, "dropped");
    QTEST(result.moved, "moved");
}

/// Codes are taken out of a text of its own; they all come back in the order of the source, and nothing else
/// changes.
void TestInlineRepair::lostCodesAreWhatWasTakenOut()
{
    QRandomGenerator random(99);
    const QStringList samples{QStringLiteral("<1Hội nghị <2ASEAN2> lần thứ 531> họp{3} tại [4Hà Nội4]."),
                              QStringLiteral("{1}{2}A <3B3>{4}"), QStringLiteral("<1<2<3x3>2>1>"),
                              QStringLiteral("một hai ba <1bốn năm1> sáu{2} bảy tám")};
    for (int round = 0; round < 2000; ++round) {
        const InlineText source = coded(samples[round % samples.size()]);
        InlineText target{QString(), {}};
        qsizetype next = 0;
        for (const QChar c : source.text) {
            if (c != inlineCodeMark) {
                if (random.bounded(6) != 0) // letters change too
                    target.text += random.bounded(5) == 0 ? QChar(u'q') : c;
                continue;
            }
            const InlineCode &code = source.codes.at(next++);
            if (random.bounded(2) == 0) {
                target.text += c;
                target.codes.append(code);
            }
        }
        const InlineText whole = withAllMissingCodes(source, target);
        QCOMPARE(whole.codes, source.codes);
        QCOMPARE(QString(whole.text).remove(inlineCodeMark), QString(target.text).remove(inlineCodeMark));
        QVERIFY2(checkCodes(source, whole).isEmpty(), qPrintable(notationOf(whole)));
    }
}

/// Whatever a plugin gives back: each code of the source stands there once, and no letter is lost.
void TestInlineRepair::anythingCanBeMended()
{
    QRandomGenerator random(7);
    const InlineText source = coded(QStringLiteral("<1Hội nghị <2ASEAN2>1> họp{3} tại [4Hà Nội4].{5}"));
    for (int round = 0; round < 2000; ++round) {
        QString text;
        QList<qsizetype> order;
        for (int i = random.bounded(30); i > 0; --i) {
            text +=
                random.bounded(3) == 0 ? inlineCodeMark : QStringView(u"abc ,.ASEAN53")[random.bounded(13)];
            order.append(random.bounded(12) - 2);
        }
        const RestoredText result = codesForText(text, source, round % 2 == 0 ? QList<qsizetype>() : order);
        QCOMPARE(QString(result.text.text).remove(inlineCodeMark), QString(text).remove(inlineCodeMark));
        QCOMPARE(result.text.text.count(inlineCodeMark), result.text.codes.size());
        QCOMPARE(result.text.codes.size(), source.codes.size());
        for (const InlineCode &code : source.codes)
            QVERIFY(result.text.codes.contains(code));
        if (round % 2 == 0)
            QVERIFY2(!result.moved, qPrintable(notationOf(result.text)));
    }
}

} // namespace verbale

QTEST_GUILESS_MAIN(verbale::TestInlineRepair)
#include "tst_inline_repair.moc"
