#include "code_samples.h"

#include "document/inline_checks.h"
#include "document/inline_codes.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <algorithm>

namespace verbale {

using test::coded;
using test::notationOf;

namespace {

/// "missing 1, crossed 2 !" : each finding by its problem and its code; "!" an error, "?" a note.
QString summary(const QList<CodeFinding> &findings)
{
    static const char *const names[] = {"missing", "unclosed", "unopened",   "early",    "crossed",
                                        "doubled", "extra",    "outOfPlace", "reordered"};
    QStringList parts;
    for (const CodeFinding &finding : findings) {
        QString part = QLatin1String(names[static_cast<int>(finding.problem)]) + u' ' +
                       notationOf({QString(inlineCodeMark), {finding.code}});
        if (finding.severity == CodeSeverity::Error)
            part += u'!';
        else if (finding.severity == CodeSeverity::Note)
            part += u'?';
        parts.append(part);
    }
    return parts.join(QStringLiteral(", "));
}

/// A random well-formed text: pairs are nested, each id stands once.
InlineText randomText(QRandomGenerator &random)
{
    QString notation;
    QList<int> open;
    int next = 1;
    for (int i = 0; i < 14 || !open.isEmpty(); ++i) {
        const int dice = random.bounded(i < 14 ? 6 : 2);
        if (dice == 0 && !open.isEmpty())
            notation += QStringLiteral("%1>").arg(open.takeLast());
        else if (dice == 1 || next > 9)
            notation += QStringLiteral(" từ");
        else if (dice == 2)
            notation += QStringLiteral("{%1}").arg(next++);
        else if (dice == 3 && i < 10)
            open.append(next), notation += QStringLiteral("<%1").arg(next++);
        else
            notation += QChar(u'a' + static_cast<char16_t>(random.bounded(26)));
    }
    return coded(notation);
}

InlineText without(const InlineText &text, qsizetype code)
{
    InlineText result = text;
    result.text.remove(codePlaces(text)[code], 1);
    result.codes.removeAt(code);
    return result;
}

} // namespace

class TestInlineChecks : public QObject
{
    Q_OBJECT
private slots:
    void findings_data();
    void findings();
    void permissionsOfTheFile();
    void fixedOrder_data();
    void fixedOrder();
    void copies();
    void classes_data();
    void classes();
    void attributes();
    void numbersAndPartners();
    void aSegmentWithoutTranslationHasNone();
    void wellFormedTextsAgreeWithThemselves();
    void randomEditsAgainstAnOracle();
    void manyCodesAreQuick();
};

void TestInlineChecks::findings_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *source, const char *target, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(source) << QString::fromUtf8(target)
                            << QString::fromUtf8(expected);
    };
    row("no codes", "Hà Nội", "Ha Noi", "");
    row("the same", "<1Hà Nội1>{2}", "<1Ha Noi1>{2}", "");
    row("another order where it may be", "{1} và {2}", "{2} and {1}", "");
    row("pairs in another order", "<1A1> <2B2>", "<2B2> <1A1>", "");
    row("one missing", "a{1}b{2}", "a{2}", "missing {1}");
    row("a pair missing", "<1A1>", "A", "missing <1, missing 1>");
    row("not closed", "<1A1>", "<1A", "unclosed <1!");
    row("not opened", "<1A1>", "A1>", "unopened 1>!");
    row("closed first", "<1A1>", "1>A<1", "early <1!");
    row("crossed", "<1A1> <2B2>", "<1A <21> B2>", "crossed <2!");
    row("crossed inner", "<1A <2B2>1>", "<1A <2B1>2>", "crossed <2!");
    row("sc and ec may overlap", "[1A1] [2B2]", "[1A [21] B2]", "crossed [2");
    row("crossed as in the source", "[1A[2B1]C2]", "[1A[2B1]C2]", "");
    row("doubled", "{1}", "{1} {1}", "doubled {1}");
    row("a pair doubled", "<1A1>", "<1A1> <1B1>", "doubled <1, doubled 1>");
    row("extra", "A", "A{7}", "extra {7}");
    row("an extra pair", "A", "<7A7>", "extra <7, extra 7>");
    row("an extra pair, not closed", "A", "<7A", "extra <7, unclosed <7!");
    row("an extra sc", "A", "[7A", "extra [7, unclosed [7");
    row("out of its pair", "<1A{2}1>", "<1A1>{2}", "outOfPlace {2}");
    row("into a pair", "<1A1>{2}", "<1A{2}1>", "outOfPlace {2}");
    row("into another pair", "<1A{3}1><2B2>", "<1A1><2B{3}2>", "outOfPlace {3}");
    row("a pair out of its pair", "<1A<2B2>1>", "<1A1><2B2>", "outOfPlace <2");
    row("pairs turned inside out", "<1<2A2>1>", "<2<1A1>2>", "outOfPlace <2, outOfPlace <1");
    row("the enclosing pair is missing", "<1A{2}1>", "A{2}", "missing <1, missing 1>");
    row("half of the enclosing pair", "<1A{2}1>", "A{2}1>", "unopened 1>!");
    row("half a pair in the source", "A[1", "[1A", "");
    row("the end of a pair elsewhere", "A1]", "A", "missing 1]");
    row("an annotation may be left out", "(1A1)", "A", "missing (1?, missing 1)?");
    row("but not half of it", "(1A1)", "(1A", "unclosed (1!");
    row("out of an annotation", "(1A{2}1)", "(1A1){2}", "");
    row("an annotation of the target", "A", "(5A5)", "extra (5?, extra 5)?");
    row("a character that is a code", "A~B", "AB", "");
    row("and its double", "A~B", "A~~B", "");
}

void TestInlineChecks::findings()
{
    QFETCH(QString, source);
    QFETCH(QString, target);
    QFETCH(QString, expected);
    const QList<CodeFinding> found = checkCodes(coded(source), coded(target));
    QCOMPARE(summary(found), expected);
    for (const CodeFinding &finding : found) {
        QVERIFY(finding.message.endsWith(u'.') && !finding.message.contains(u'%'));
        QVERIFY(finding.sourceIndex >= 0 || finding.targetIndex >= 0);
    }
    QCOMPARE(hasCodeProblem(found), !expected.isEmpty() && !expected.contains(u'?'));
}

void TestInlineChecks::permissionsOfTheFile()
{
    InlineText source = coded(QStringLiteral("{1}{2}"));
    source.codes[0].canDelete = false;
    QCOMPARE(summary(checkCodes(source, coded(QStringLiteral("A")))),
             QStringLiteral("missing {1}!, missing {2}"));
    source.codes[1].canCopy = false;
    QCOMPARE(summary(checkCodes(source, coded(QStringLiteral("{1}{2}{2}")))), QStringLiteral("doubled {2}!"));
}

void TestInlineChecks::fixedOrder_data()
{
    QTest::addColumn<QString>("fixed"); // "1": canReorder is "no", "f": "firstNo", "-": it may move
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("expected");
    QTest::newRow("in order") << "f111"
                              << "{1}{2}{3}{4}"
                              << "";
    QTest::newRow("one moved") << "f111"
                               << "{1}{3}{2}{4}"
                               << "reordered {3}!";
    QTest::newRow("a free one between") << "f1-1"
                                        << "{3}{1}{2}{4}"
                                        << "";
    QTest::newRow("two sequences") << "f1f1"
                                   << "{3}{4}{1}{2}"
                                   << "";
    QTest::newRow("within the second") << "f1f1"
                                       << "{4}{3}{1}{2}"
                                       << "reordered {4}!";
}

void TestInlineChecks::fixedOrder()
{
    QFETCH(QString, fixed);
    QFETCH(QString, target);
    QFETCH(QString, expected);
    InlineText source = coded(QStringLiteral("{1}{2}{3}{4}"));
    for (qsizetype i = 0; i < fixed.size(); ++i) {
        source.codes[i].canReorder = fixed[i] == u'-';
        if (fixed[i] == u'f')
            source.codes[i].markup = QStringLiteral("<ph id=\"%1\" canReorder = 'firstNo'/>").arg(i + 1);
    }
    const QString found = summary(checkCodes(source, coded(target)));
    // Which of two changed its place is a matter of taste; that it is said once is not.
    QCOMPARE(found.isEmpty(), expected.isEmpty());
    QCOMPARE(found.count(QStringLiteral("reordered")), expected.count(QStringLiteral("reordered")));
}

void TestInlineChecks::copies()
{
    const InlineText source = coded(QStringLiteral("<1A1>"));
    InlineText target = coded(QStringLiteral("<1A1> <8B8>"));
    target.codes[2].markup = QStringLiteral("<pc id=\"8\" copyOf=\"1\">");
    QCOMPARE(summary(checkCodes(source, target)), QString());
    InlineText strict = source;
    strict.codes[0].canCopy = strict.codes[1].canCopy = false;
    QCOMPARE(summary(checkCodes(strict, target)), QStringLiteral("doubled <8!, doubled 8>!"));
    target.codes[2].markup = QStringLiteral("<pc id=\"8\" copyOf=\"99\">");
    QCOMPARE(summary(checkCodes(source, target)), QStringLiteral("extra <8, extra 8>"));
}

void TestInlineChecks::classes_data()
{
    QTest::addColumn<QString>("markup");
    QTest::addColumn<int>("expected");
    const int tag = static_cast<int>(CodeClass::Tag);
    const int annotation = static_cast<int>(CodeClass::Annotation);
    QTest::newRow("ph") << "<ph id=\"1\"/>" << tag;
    QTest::newRow("g") << "</g>" << tag;
    QTest::newRow("nothing known") << "%s" << tag;
    QTest::newRow("mrk") << "<mrk id=\"m1\">" << annotation;
    QTest::newRow("end of mrk, with a prefix") << "</xlf:mrk>" << annotation;
    QTest::newRow("sm") << "<sm id='1' type=\"term\"/>" << annotation;
    QTest::newRow("em") << "<x:em\n startRef=\"1\"/>" << annotation;
    QTest::newRow("not mrk") << "<mrkx id=\"1\"/>" << tag;
    QTest::newRow("cp") << "<cp hex=\"0001\"/>" << static_cast<int>(CodeClass::Character);
    QTest::newRow("the mark itself") << QString(inlineCodeMark) << static_cast<int>(CodeClass::Character);
}

void TestInlineChecks::classes()
{
    QFETCH(QString, markup);
    InlineCode code;
    code.markup = markup;
    QTEST(static_cast<int>(codeClass(code)), "expected");
}

void TestInlineChecks::attributes()
{
    InlineCode code;
    code.markup = QStringLiteral("<bpt xid=\"no\" t='a>b' id = \"1\" rid='2'>id=\"3\"</bpt>");
    QCOMPARE(codeAttribute(code, QLatin1String("id")), QStringLiteral("1"));
    QCOMPARE(codeAttribute(code, QLatin1String("rid")), QStringLiteral("2"));
    QCOMPARE(codeAttribute(code, QLatin1String("t")), QStringLiteral("a>b"));
    QCOMPARE(codeAttribute(code, QLatin1String("copyOf")), QString());
    code.markup = QStringLiteral("<ph id=\"");
    QCOMPARE(codeAttribute(code, QLatin1String("id")), QString());
}

void TestInlineChecks::numbersAndPartners()
{
    const InlineText text = coded(QStringLiteral("<1A{2}<3B3>1>4]"));
    QCOMPARE(codeNumbers(text.codes), (QList<int>{1, 2, 3, 3, 1, 4}));
    QCOMPARE(codePartners(text.codes), (QList<qsizetype>{4, -1, 3, 2, 0, -1}));
    QCOMPARE(codePartners(coded(QStringLiteral("1>A<1")).codes), (QList<qsizetype>{1, 0}));
}

void TestInlineChecks::aSegmentWithoutTranslationHasNone()
{
    Segment segment;
    segment.source = coded(QStringLiteral("{1}"));
    QCOMPARE(checkCodes(segment).size(), 0);
    segment.hasTarget = true;
    QCOMPARE(checkCodes(segment).size(), 0); // empty: not begun
    segment.target = coded(QStringLiteral("A"));
    QCOMPARE(checkCodes(segment).size(), 1);
}

void TestInlineChecks::wellFormedTextsAgreeWithThemselves()
{
    QRandomGenerator random(20261122);
    for (int i = 0; i < 500; ++i) {
        const InlineText text = randomText(random);
        QCOMPARE(summary(checkCodes(text, text)), QString());
        QCOMPARE(notationOf(coded(notationOf(text))), notationOf(text));
    }
}

/// Random codes are taken out, put in and moved; what the checks say is counted the long way round.
void TestInlineChecks::randomEditsAgainstAnOracle()
{
    QRandomGenerator random(4711);
    for (int round = 0; round < 1500; ++round) {
        const InlineText source = randomText(random);
        InlineText target = source;
        for (int edit = random.bounded(4); edit >= 0 && !target.codes.isEmpty(); --edit) {
            const qsizetype from = random.bounded(static_cast<int>(target.codes.size()));
            const InlineCode code = target.codes.at(from);
            const int what = random.bounded(3);
            if (what != 0)
                target = without(target, from);
            if (what == 1)
                continue;
            const qsizetype place = random.bounded(static_cast<int>(target.text.size()) + 1);
            const qsizetype index = target.text.first(place).count(inlineCodeMark);
            target.text.insert(place, inlineCodeMark);
            target.codes.insert(index, code);
        }
        const QList<CodeFinding> found = checkCodes(source, target);
        const auto count = [&found](CodeProblem problem) {
            return std::count_if(found.begin(), found.end(),
                                 [problem](const CodeFinding &f) { return f.problem == problem; });
        };
        qsizetype lost = 0;
        qsizetype doubled = 0;
        for (const InlineCode &code : source.codes) {
            const auto times = std::count(target.codes.begin(), target.codes.end(), code);
            lost += times == 0 ? 1 : 0;
            doubled += std::max<qsizetype>(0, times - 1);
        }
        QCOMPARE(count(CodeProblem::Doubled), doubled);
        QCOMPARE(count(CodeProblem::Extra), 0);
        if (doubled > 0)
            continue; // which of the two makes the pair is open
        QCOMPARE(count(CodeProblem::Missing) + count(CodeProblem::Unclosed) + count(CodeProblem::Unopened),
                 lost);
        bool crossed = false;
        qsizetype early = 0;
        const auto place = [&target](InlineCode::Kind kind, const QString &id) {
            for (qsizetype i = 0; i < target.codes.size(); ++i) {
                if (target.codes.at(i).kind == kind && target.codes.at(i).id == id)
                    return i;
            }
            return qsizetype(-1);
        };
        QList<std::pair<qsizetype, qsizetype>> pairs;
        for (const InlineCode &code : source.codes) {
            const qsizetype start = place(InlineCode::Kind::Opening, code.id);
            const qsizetype end = place(InlineCode::Kind::Closing, code.id);
            if (code.kind != InlineCode::Kind::Opening || start < 0 || end < 0)
                continue;
            early += end < start ? 1 : 0;
            if (start < end)
                pairs.append({start, end});
        }
        for (const auto &[a, b] : pairs) {
            for (const auto &[c, d] : pairs)
                crossed = crossed || (a < c && c < b && b < d);
        }
        QCOMPARE(count(CodeProblem::ClosedBeforeOpened), early);
        QCOMPARE(count(CodeProblem::Crossed) > 0, crossed);
        if (crossed || early > 0 || lost > 0)
            continue;
        // Whole pairs, none over another: a code is out of place when other pairs are around it than in the
        // source.
        const auto around = [](const InlineText &text, qsizetype at) {
            QStringList open;
            for (qsizetype i = 0; i < at; ++i) {
                if (text.codes.at(i).kind == InlineCode::Kind::Opening)
                    open.append(text.codes.at(i).id);
                else if (text.codes.at(i).kind == InlineCode::Kind::Closing)
                    open.removeAll(text.codes.at(i).id);
            }
            return open.value(open.size() - 1);
        };
        qsizetype moved = 0;
        for (qsizetype i = 0; i < source.codes.size(); ++i) {
            const InlineCode &code = source.codes.at(i);
            if (code.kind != InlineCode::Kind::Closing &&
                around(source, i) != around(target, target.codes.indexOf(code)))
                ++moved;
        }
        QCOMPARE(count(CodeProblem::OutOfPlace), moved);
    }
}

void TestInlineChecks::manyCodesAreQuick()
{
    InlineText source;
    constexpr int pairs = 20000;
    source.text = QString(2 * pairs, inlineCodeMark);
    QList<InlineCode> codes;
    for (int i = 0; i < pairs; ++i) {
        for (const auto kind : {InlineCode::Kind::Opening, InlineCode::Kind::Closing}) {
            InlineCode code;
            code.kind = kind;
            code.id = QString::number(i);
            codes.append(code);
        }
    }
    source.codes = codes;
    QCOMPARE(checkCodes(source, source).size(), 0);
    QCOMPARE(checkCodes(source, {QStringLiteral("A"), {}}).size(), 2 * pairs);
}

} // namespace verbale

QTEST_GUILESS_MAIN(verbale::TestInlineChecks)
#include "tst_inline_checks.moc"
