#include "text/syllables.h"
#include "text/term_key.h"

#include <QtTest>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

using namespace verbale;
using namespace verbale::text;

class TermKeyTest : public QObject
{
    Q_OBJECT

private slots:
    void folds_data();
    void folds();
    void foldTermTrims();
    void originals_data();
    void originals();
    void emptySpans();
    void everyCharacterAsIcu();
    void randomVietnamese();
    void randomSoup();
    void longMarkRuns();
};

namespace {

QString nfc(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C);
}

QString nfd(const QString &text)
{
    return text.normalized(QString::NormalizationForm_D);
}

/// One written character or gap, in one of its spellings, and what it folds to.
struct Atom
{
    QStringList spellings;
    QString folded;
};

/// All orders of a letter's marks, composed as far as may be, and a joiner in the middle.
Atom letterAtom(const QString &letter)
{
    Atom atom{{nfc(letter)}, nfc(letter).toLower()};
    const QString parts = nfd(letter);
    atom.spellings.append(parts);
    if (parts.size() == 3) {
        const QString base = parts.left(1);
        const QString first = parts.mid(1, 1);
        const QString second = parts.mid(2, 1);
        atom.spellings.append(nfc(base + first) + second);
        if (QChar(parts[1]).combiningClass() != QChar(parts[2]).combiningClass()) {
            atom.spellings.append(base + second + first);
            atom.spellings.append(nfc(base + second) + first);
        }
        atom.spellings.append(base + first + QChar(0x200D) + second);
    }
    return atom;
}

QList<Atom> vietnameseAtoms()
{
    QList<Atom> atoms;
    const QString letters = QStringLiteral("aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY");
    const QString vowels = QStringLiteral("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY");
    for (const QChar letter : letters)
        atoms.append(letterAtom(letter));
    for (const QChar vowel : vowels) {
        for (const char16_t tone : {u'\u0300', u'\u0301', u'\u0303', u'\u0309', u'\u0323'})
            atoms.append(letterAtom(QString(vowel) + QChar(tone)));
    }
    for (const QString &sign :
         {QStringLiteral("."), QStringLiteral(","), QStringLiteral("–"), QStringLiteral("“"),
          QStringLiteral("7"), QStringLiteral("😀"), QStringLiteral("中")})
        atoms.append({{sign}, sign});
    atoms.append(
        {{QStringLiteral("\U00010400")}, QStringLiteral("\U00010428")}); // case beyond the first plane
    return atoms;
}

const Atom spaceAtom{{QStringLiteral(" "), QStringLiteral("\u00A0"), QStringLiteral("\r\n"),
                      QStringLiteral("  \t "), QStringLiteral("\u2009\u3000"), QStringLiteral("\n \n"),
                      QStringLiteral(" \u200B "), QStringLiteral("\u2028")},
                     QStringLiteral(" ")};
const QStringList unseen = {QStringLiteral("\u200B"), QStringLiteral("\u00AD"), QStringLiteral("\u2060"),
                            QStringLiteral("\uFEFF"), QStringLiteral("\u200C"), QStringLiteral("\U000E0041")};

template <typename List>
auto pick(const List &list, QRandomGenerator &random)
{
    return list[random.bounded(static_cast<int>(list.size()))];
}

void checkMap(const TermKey &key, qsizetype sourceSize)
{
    QCOMPARE(static_cast<qsizetype>(key.starts.size()), key.text.size());
    QCOMPARE(static_cast<qsizetype>(key.ends.size()), key.text.size());
    for (size_t i = 0; i < key.starts.size(); ++i) {
        QVERIFY(key.starts[i] < key.ends[i]);
        QVERIFY(key.ends[i] <= sourceSize);
        if (i > 0) {
            const bool same = key.starts[i] == key.starts[i - 1] && key.ends[i] == key.ends[i - 1];
            QVERIFY(same || key.starts[i] >= key.ends[i - 1]);
        }
    }
}

/// The definition, step by step on the whole text with ICU alone: drop, compose, fold, join white space.
QString slowFold(const QString &source)
{
    icu::UnicodeString seen;
    const icu::UnicodeString given(source.utf16(), static_cast<int32_t>(source.size()));
    for (int32_t i = 0; i < given.length(); i = given.moveIndex32(i, 1)) {
        const UChar32 c = given.char32At(i);
        if (!u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
            seen.append(u_isUWhiteSpace(c) ? UChar32(' ') : c);
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *composer = icu::Normalizer2::getNFCInstance(status);
    const icu::UnicodeString composed = composer->normalize(seen, status);
    icu::UnicodeString folded;
    for (int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1))
        folded.append(u_foldCase(composed.char32At(i), U_FOLD_CASE_DEFAULT));
    folded = composer->normalize(folded, status);
    QString result;
    for (int32_t i = 0; i < folded.length(); ++i) {
        if (folded.charAt(i) != u' ' || !result.endsWith(u' '))
            result += QChar(folded.charAt(i));
    }
    return result;
}

} // namespace

void TermKeyTest::folds_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("folded");
    const auto row = [](const char *name, const QString &source, const QString &folded) {
        QTest::newRow(name) << source << folded;
    };
    row("empty", {}, {});
    row("case", QStringLiteral("BỘ Ngoại Giao ĐÔNG Ư"), QStringLiteral("bộ ngoại giao đông ư"));
    row("decomposed", nfd(QStringLiteral("Ủy ban Thường vụ")), QStringLiteral("ủy ban thường vụ"));
    row("marks in another order", QStringLiteral("e\u0302\u0323"), QStringLiteral("ệ"));
    row("half composed", QStringLiteral("ô\u0301 ơ\u0323"), QStringLiteral("ố ợ"));
    row("tone mark signs of old fonts", QStringLiteral("a\u0340\u0341"), nfc(QStringLiteral("à\u0301")));
    row("spaces", QStringLiteral(" a\u00A0\r\n\t b\u3000\u2003c "), QStringLiteral(" a b c "));
    row("unseen", QStringLiteral("\uFEFFngo\u00ADại\u200B gi\u200Dao\u2060"), QStringLiteral("ngoại giao"));
    row("joiner before a mark", QStringLiteral("e\u200D\u0301"), QStringLiteral("é"));
    row("only unseen", QStringLiteral("\u200B\uFEFF"), {});
    row("mark alone", QStringLiteral("\u0301a"), QStringLiteral("\u0301a"));
    row("mark after a space", QStringLiteral("a  \u0301b"), QStringLiteral("a \u0301b"));
    row("lone surrogates", QString(QChar(0xD800)) + QLatin1Char('A') + QChar(0xDC00),
        QString(QChar(0xD800)) + QLatin1Char('a') + QChar(0xDC00));
    row("kelvin and angstrom", QStringLiteral("\u212A\u212B"), QStringLiteral("kå"));
    row("sharp s stays one", QStringLiteral("ẞß"), QStringLiteral("ßß"));
    row("pairs", QStringLiteral("😀\U00010400"), QStringLiteral("😀\U00010428"));
    row("composes once folded", QStringLiteral("\u03F5\u0300"), QStringLiteral("\u1F72"));
    row("jamo", QStringLiteral("\u1112\u1161\u11AB"), QStringLiteral("한"));
    row("longer when composed", QStringLiteral("\uFB1D\uFB1D"), QStringLiteral("\u05D9\u05B4\u05D9\u05B4"));
}

void TermKeyTest::folds()
{
    QFETCH(QString, source);
    const TermKey key = makeTermKey(source);
    QTEST(key.text, "folded");
    checkMap(key, source.size());
    QCOMPARE(key.text, slowFold(source));
}

void TermKeyTest::foldTermTrims()
{
    QCOMPARE(foldTerm(u"  Bộ\u00A0Ngoại \u200B giao\n"), QStringLiteral("bộ ngoại giao"));
    QCOMPARE(foldTerm(u" \n "), QString());
    QCOMPARE(foldTerm(u""), QString());
}

void TermKeyTest::originals_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("needle");   // in the folded text
    QTest::addColumn<QString>("original"); // what the source has there
    QTest::newRow("as it is") << QStringLiteral("Tại Hà Nội.") << QStringLiteral("hà nội")
                              << QStringLiteral("Hà Nội");
    QTest::newRow("marks are whole") << QStringLiteral("x ") + nfd(QStringLiteral("Hội")) +
                                            QStringLiteral(" y")
                                     << QStringLiteral("hội") << nfd(QStringLiteral("Hội"));
    QTest::newRow("line end inside") << QStringLiteral("Bộ\r\n  Ngoại giao") << QStringLiteral("bộ ngoại")
                                     << QStringLiteral("Bộ\r\n  Ngoại");
    QTest::newRow("unseen inside, not beside") << QStringLiteral("\u200BHà\u00ADNội\u200B")
                                               << QStringLiteral("hànội") << QStringLiteral("Hà\u00ADNội");
    QTest::newRow("pairs") << QStringLiteral("a😀b") << QStringLiteral("😀") << QStringLiteral("😀");
    QTest::newRow("half of a longer one")
        << QStringLiteral("a\uFB1Db") << QStringLiteral("\u05D9") << QStringLiteral("\uFB1D");
}

void TermKeyTest::originals()
{
    QFETCH(QString, source);
    QFETCH(QString, needle);
    const TermKey key = makeTermKey(source);
    const qsizetype at = key.text.indexOf(needle);
    QVERIFY(at >= 0);
    const Span span = key.original({at, at + needle.size()});
    QTEST(source.mid(span.start, span.length()), "original");
}

void TermKeyTest::emptySpans()
{
    QCOMPARE(TermKey().original({0, 0}), Span());
    const TermKey key = makeTermKey(u"\u200Bab");
    QCOMPARE(key.original({0, 0}), (Span{1, 1}));
    QCOMPARE(key.original({2, 2}), (Span{3, 3}));
}

/// Every character by itself, before a letter and before a mark.
void TermKeyTest::everyCharacterAsIcu()
{
    for (char32_t c = 1; c <= 0x2FFFF; c += c < 0x3000 ? 1 : 7) {
        if (QChar::isSurrogate(c))
            continue;
        const QString one = QString::fromUcs4(&c, 1);
        const QString source = one + QLatin1Char('x') + one + QChar(0x0301);
        if (makeTermKey(source).text != slowFold(source))
            QFAIL(qPrintable(QStringLiteral("U+%1").arg(static_cast<uint>(c), 4, 16)));
    }
}

/// Text made of known characters in random spellings: the fold and the map of every piece are known by
/// construction.
void TermKeyTest::randomVietnamese()
{
    QRandomGenerator random(53);
    const QList<Atom> atoms = vietnameseAtoms();
    for (int round = 0; round < 2000; ++round) {
        QString source;
        QString folded;
        std::vector<Span> expected; // for each unit of the folded text
        for (int i = random.bounded(40); i > 0; --i) {
            const bool space = random.bounded(6) == 0 && !folded.endsWith(u' ');
            const Atom atom = space ? spaceAtom : pick(atoms, random);
            if (random.bounded(8) == 0 && !space)
                source += pick(unseen, random);
            const QString spelling = pick(atom.spellings, random);
            const Span span{source.size(), source.size() + spelling.size()};
            source += spelling;
            folded += atom.folded;
            expected.insert(expected.end(), static_cast<size_t>(atom.folded.size()), span);
        }
        const TermKey key = makeTermKey(source);
        QCOMPARE(key.text, folded);
        checkMap(key, source.size());
        std::vector<Span> tokens;
        splitSyllables(key.text, tokens);
        for (const Span &token : tokens) {
            QCOMPARE(key.original(token).start, expected[static_cast<size_t>(token.start)].start);
            QCOMPARE(key.original(token).end, expected[static_cast<size_t>(token.end - 1)].end);
        }
        QCOMPARE(makeTermKey(nfc(source)).text, folded);
        QCOMPARE(makeTermKey(nfd(source)).text, folded);
        QCOMPARE(makeTermKey(folded).text, folded);
    }
}

/// Anything at all: the fold is ICU's, the map is in order, and folding again changes nothing.
void TermKeyTest::randomSoup()
{
    QRandomGenerator random(91);
    const QString alphabet =
        QStringLiteral("aAêĐ \u00A0\u0301\u0323\u0302\u200B\u0345\u0338\u1112\u1161\u11AB\uFB1D\u0340"
                       "\u2126\u034F\u0F73\u0344\u03F5\u0300=.😀\r\n");
    for (int round = 0; round < 5000; ++round) {
        QString source;
        for (int i = random.bounded(16); i > 0; --i)
            source += pick(alphabet, random);
        const TermKey key = makeTermKey(source);
        QCOMPARE(key.text, slowFold(source));
        checkMap(key, source.size());
        QCOMPARE(makeTermKey(key.text).text, key.text);
    }
}

void TermKeyTest::longMarkRuns()
{
    QString source = QStringLiteral("a");
    for (int i = 0; i < 200'000; ++i)
        source += QChar(i % 2 == 0 ? 0x0301 : 0x0323);
    // Quadratic folding would take minutes here and run into the test's own time limit.
    const TermKey key = makeTermKey(source);
    checkMap(key, source.size());
    QCOMPARE(key.ends.back(), source.size());
}

QTEST_APPLESS_MAIN(TermKeyTest)
#include "tst_term_key.moc"
