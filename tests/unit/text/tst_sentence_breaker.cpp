#include "text/rule_pattern.h"
#include "text/sentence_breaker.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace verbale;
using namespace verbale::text;

class SentenceBreakerTest : public QObject
{
    Q_OBJECT

private slots:
    void patterns_data();
    void patterns();
    void firstRuleDecides();
    void refuses_data();
    void refuses();
    void slowAndQuickRulesTogether();
    void shippedRulesAreQuick();
    void againstNaive_data();
    void againstNaive();
    void sentencesOfDecomposedText();
    void longRunsStayLinear();
    void fromManyThreads();
};

namespace {

SentenceBreaker compiled(const QList<SegmentationRule> &rules)
{
    Result<SentenceBreaker> breaker = SentenceBreaker::compile({rules});
    if (!breaker)
        qFatal("%s", qPrintable(breaker.error().message));
    return *breaker;
}

/// `text` with a bar at each break.
QString marked(const SentenceBreaker &breaker, QString text)
{
    const QList<qsizetype> breaks = breaker.breaks(text);
    for (auto place = breaks.rbegin(); place != breaks.rend(); ++place)
        text.insert(*place, u'|');
    return text;
}

/// SRX 2.0 as it is written down: every rule tried at every place.
class NaiveBreaker
{
public:
    explicit NaiveBreaker(const QList<SegmentationRule> &rules) : m_rules(rules) {}

    QList<qsizetype> breaks(const QString &text)
    {
        QList<qsizetype> result;
        for (qsizetype place = 1; place < text.size(); ++place) {
            if (!text[place].isLowSurrogate() && breaksAt(text, place))
                result.append(place);
        }
        return result;
    }

private:
    bool breaksAt(const QString &text, qsizetype place)
    {
        const qsizetype characters = text.left(place).toUcs4().size();
        for (const SegmentationRule &rule : m_rules) {
            const QString before =
                QStringLiteral("(?:%1)(?<=\\A(?s:.{%2}))").arg(rule.before).arg(characters);
            if (regex(before).match(text).hasMatch() &&
                regex(QStringLiteral("(?:") + rule.after + u')')
                    .match(text, place, QRegularExpression::NormalMatch,
                           QRegularExpression::AnchorAtOffsetMatchOption)
                    .hasMatch())
                return rule.breaks;
        }
        return false;
    }

    const QRegularExpression &regex(const QString &pattern)
    {
        auto known = m_regexes.find(pattern);
        if (known == m_regexes.end()) {
            known = m_regexes.insert(
                pattern, QRegularExpression(pattern, QRegularExpression::UseUnicodePropertiesOption));
            if (!known->isValid())
                qFatal("%s", qPrintable(pattern));
        }
        return *known;
    }

    QList<SegmentationRule> m_rules;
    static inline QHash<QString, QRegularExpression> m_regexes;
};

QString randomText(QRandomGenerator &random)
{
    static const QStringList parts = {
        QStringLiteral("Hội nghị"), QStringLiteral("TP."),  QStringLiteral("GS.TS."),
        QStringLiteral("."),        QStringLiteral("..."),  QStringLiteral("…"),
        QStringLiteral("?!"),       QStringLiteral("“"),    QStringLiteral("”"),
        QStringLiteral("\""),       QStringLiteral("("),    QStringLiteral(")"),
        QStringLiteral("15"),       QStringLiteral("000"),  QStringLiteral("IV."),
        QStringLiteral("Điều 5."),  QStringLiteral("ông"),  QStringLiteral("Ông nói."),
        QStringLiteral("A."),       QStringLiteral("U.S."), QStringLiteral("John"),
        QStringLiteral("No."),      QStringLiteral("-"),    QStringLiteral("😀"),
        QStringLiteral("./."),      QStringLiteral("p.m."), QStringLiteral("Mr."),
        QStringLiteral("。"),       QStringLiteral("\n"),   QStringLiteral(":"),
        QStringLiteral("aab"),      QStringLiteral("Theo")};
    QString text;
    for (int i = random.bounded(14); i >= 0; --i)
        text += parts[random.bounded(static_cast<int>(parts.size()))] +
                QString(random.bounded(4) > 0 ? 1 : 0, u' ');
    return text + u'x'; // no line end last, where `$` means different things
}

} // namespace

/// A bar stands where the one break rule has to break.
void SentenceBreakerTest::patterns_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *before, const char *after, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after)
                            << QString::fromUtf8(expected);
    };
    row("literal", "\\.", "\\s", "a.| b.| c.d");
    row("nothing before", "", "-", "a|-b|-c");
    row("nothing at all", "", "", "a|b|c");
    row("choice", "a|bc", "", "a|xbc|x");
    row("group", "x(?:a|b)c", "", "xac|xbc|xc");
    row("star", "ab*", "c", "a|cabb|cb");
    row("plus and interval", "a{2,3}b+", "", "aab|abaaab|b|");
    row("open interval", "^a{2,}", "b", "aaa|b");
    row("lazy", "a+?b", "", "aab|c");
    row("start", "^.", "", "a|bc");
    row("end", "", "c$", "cab|c");
    row("word boundary", "\\bno\\.", "", "no.| ano. no.|x");
    row("word boundary at the break", "a\\b", "", "ab a| a|.");
    row("no word boundary", "\\Bo", "", "no| o");
    row("property", "\\p{Lu}", "\\P{Lu}", "AB|cĐ|đ");
    row("long property", "\\p{Uppercase}", "", "aĐ|b");
    row("set", "[.?!…]", "[ “]", "a.| b…|“c");
    row("set with a range", "[0-9]", "[^0-9]", "12|a3|b");
    row("set in a set", "[a[0-9]]", "", "a|b1|c");
    row("sets in common", "[\\p{L}&&[^a-z]]", "", "aĐ|bc");
    row("signs in a set", "[-.)\\]&]", "", "a-|b]|c&|d");
    row("case", "(?i)tp\\.", "", "TP.|Tp.|x");
    row("case of a part", "a(?i:b)c", "", "aBc|aBC");
    row("case from here on", "a(?i)bc", "", "aBC|ABC");
    row("escapes", "\\u0110\\x{111}\\t", "", "Đđ\t|a");
    row("quotation", "\\Q.*\\E", "", "a.*|b");
    row("beyond the first plane", "\\x{1F600}", "", "😀|😁a");
    row("look-ahead", "\\.(?!\\s\\p{Ll})", "\\s", "a. b.| C");
    row("look-behind", "(?<!TP)\\.", "\\s", "TP. a.| C");
    row("back reference", "(a|b)\\1", "", "aa|bb|ab");
    row("possessive", "a++b", "", "aab|c");
    row("not blind to marks", "á", "", "á|b");
}

void SentenceBreakerTest::patterns()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, expected);
    if (expected.endsWith(u'|'))
        expected.chop(1); // the end is no break
    QCOMPARE(marked(compiled({{true, before, after}}), QString(expected).remove(u'|')), expected);
}

void SentenceBreakerTest::firstRuleDecides()
{
    const SegmentationRule exception{false, QStringLiteral("TP\\."), QStringLiteral("\\s")};
    const SegmentationRule end{true, QStringLiteral("\\."), QStringLiteral("\\s")};
    const QString text = QStringLiteral("TP. Huế. Hết");
    QCOMPARE(marked(compiled({exception, end}), text), QStringLiteral("TP. Huế.| Hết"));
    QCOMPARE(marked(compiled({end, exception}), text), QStringLiteral("TP.| Huế.| Hết"));
    QCOMPARE(marked(compiled({exception}), text), text);
    QCOMPARE(marked(compiled({}), text), text);
    QVERIFY(compiled({end}).breaks({}).isEmpty());
}

void SentenceBreakerTest::refuses_data()
{
    QTest::addColumn<QString>("pattern");
    for (const char *pattern : {"(a", "a)", "[a", "*a", "a**", "\\", "\\p{Nonsense}", "a{2,1}", "(?<=a*)b",
                                "(?z)", "\\2(a)", "[z-a]"})
        QTest::newRow(pattern) << QString::fromUtf8(pattern);
}

void SentenceBreakerTest::refuses()
{
    QFETCH(QString, pattern);
    const Result<SentenceBreaker> breaker = SentenceBreaker::compile({{{true, pattern, {}}}});
    QVERIFY(!breaker.ok());
    QCOMPARE(breaker.error().code, QStringLiteral("text.pattern"));
    QVERIFY(breaker.error().message.contains(QStringLiteral("regular expression")));
    QVERIFY(!SentenceBreaker::compile({{{true, {}, pattern}}}).ok());
    const Result<void> checked = checkPattern(pattern);
    QVERIFY(!checked.ok() && checked.error().where.column >= 1);
}

/// A rule for ICU keeps its rank among those of the automata.
void SentenceBreakerTest::slowAndQuickRulesTogether()
{
    const SegmentationRule slow{false, QStringLiteral("(?<!\\p{L})No\\."), QStringLiteral("\\s(?=\\d)")};
    const SegmentationRule mixed{false, QStringLiteral("\\bp\\."), QStringLiteral("\\s(?!\\p{Lu})")};
    const SegmentationRule end{true, QStringLiteral("\\."), QStringLiteral("\\s")};
    const QString text = QStringLiteral("No. 5, No. A, p. 7, p. B. Hết");
    QCOMPARE(marked(compiled({slow, mixed, end}), text), QStringLiteral("No. 5, No.| A, p. 7, p.| B.| Hết"));
    QCOMPARE(marked(compiled({end, slow, mixed}), text),
             QStringLiteral("No.| 5, No.| A, p.| 7, p.| B.| Hết"));
}

void SentenceBreakerTest::shippedRulesAreQuick()
{
    QVERIFY(shippedRules().rules.size() > 20);
    for (const SegmentationRule &rule : shippedRules().rules) {
        QVERIFY2(parsePattern(rule.before), qPrintable(rule.before));
        QVERIFY2(parsePattern(rule.after), qPrintable(rule.after));
    }
}

void SentenceBreakerTest::againstNaive_data()
{
    QTest::addColumn<bool>("shipped");
    QTest::newRow("the shipped rules in parts") << true;
    QTest::newRow("all kinds of patterns") << false;
}

void SentenceBreakerTest::againstNaive()
{
    QFETCH(bool, shipped);
    const auto pattern = [](const char *text) { return QString::fromUtf8(text); };
    const QStringList befores = {
        pattern("\\."),         pattern("[.?!…]+[\")”]*"), pattern("\\bTP\\."),  {},
        pattern("(?i:tp|ông)"), pattern("^.{0,9}\\."),     pattern("a*b"),       pattern("(?:a|ab)+"),
        pattern("(?<!U)\\."),   pattern("\\p{Lu}\\."),     pattern("[^\\s]\\n"), pattern("😀"),
        pattern("\\B[.]")};
    const QStringList afters = {
        pattern("\\s"),    pattern("\\s+\\p{Lu}"),    pattern("\\s*[“\"(]*\\p{L}"), {},
        pattern("\\b"),    pattern("\\s\\d{2,3}\\b"), pattern("(?=\\s\\p{Ll})"),    pattern(".*ông"),
        pattern("[^a-z]"), pattern("\\s?x$")};
    QList<SegmentationRule> pool;
    for (const SegmentationRule &rule : shippedRules().rules) {
        if (shipped && !rule.before.contains(QStringLiteral("&&"))) // which only ICU and Java know
            pool.append(rule);
    }
    QRandomGenerator random(71);
    for (int i = 0; i < 60 && !shipped; ++i) {
        pool.append({random.bounded(2) == 0, befores[random.bounded(static_cast<int>(befores.size()))],
                     afters[random.bounded(static_cast<int>(afters.size()))]});
    }
    for (int round = 0; round < 60; ++round) {
        QList<SegmentationRule> rules;
        const int count = 1 + random.bounded(shipped ? 8 : 5);
        for (int i = 0; i < count; ++i)
            rules.append(pool[random.bounded(static_cast<int>(pool.size()))]);
        if (shipped && round % 2 == 0)
            rules.append({true, QStringLiteral("[.?!…]"), QStringLiteral("\\s")});
        const SentenceBreaker quick = compiled(rules);
        NaiveBreaker naive(rules);
        for (int i = 0; i < 6; ++i) {
            const QString text = randomText(random);
            QCOMPARE(quick.breaks(text), naive.breaks(text));
        }
    }
}

void SentenceBreakerTest::sentencesOfDecomposedText()
{
    const SentenceBreaker breaker = compiled({{true, QStringLiteral("ệ\\."), QStringLiteral("\\s")}});
    const QString text = QStringLiteral(" Lệ. Thế.  Hệ. ");
    const QString decomposed = text.normalized(QString::NormalizationForm_D);
    QVERIFY(decomposed.size() > text.size());
    const auto cut = [&breaker](const QString &whole) {
        QStringList parts;
        for (const Span &span : breaker.sentences(whole))
            parts.append(whole.mid(span.start, span.length()));
        return parts;
    };
    const QStringList expected{QStringLiteral("Lệ."), QStringLiteral("Thế.  Hệ.")};
    QCOMPARE(cut(text), expected);
    QCOMPARE(cut(decomposed).join(u'|').normalized(QString::NormalizationForm_C), expected.join(u'|'));
    QVERIFY(cut(QStringLiteral("   ")).isEmpty());
    QVERIFY(cut(QStringLiteral("\u0301")).size() == 1);
}

/// A pattern sees 4,096 units to either side: without that, these would read the whole text at every place.
void SentenceBreakerTest::longRunsStayLinear()
{
    const QString text = QStringLiteral("a. ").repeated(20000) + u'x';
    const SentenceBreaker breaker = compiled({{false, QStringLiteral("^.*b"), QStringLiteral(".*c")},
                                              {true, QStringLiteral("\\."), QStringLiteral("\\s")}});
    QCOMPARE(breaker.breaks(text).size(), 20000);
}

void SentenceBreakerTest::fromManyThreads()
{
    const SentenceBreaker breaker = compiled(shippedRules().rules);
    QRandomGenerator random(5);
    QStringList texts;
    QList<QList<qsizetype>> expected;
    for (int i = 0; i < 100; ++i) {
        texts.append(randomText(random));
        expected.append(breaker.breaks(texts.last()));
    }
    const SentenceBreaker fresh = compiled(shippedRules().rules);
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (qsizetype text = 0; text < texts.size(); ++text)
                wrong += fresh.breaks(texts[text]) == expected[text] ? 0 : 1;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

QTEST_APPLESS_MAIN(SentenceBreakerTest)
#include "tst_sentence_breaker.moc"
