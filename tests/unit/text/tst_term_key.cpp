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

/// All orders of a letter's marks, composed as far as may be, a joiner in the middle, and look-alikes of đ.
Atom letterAtom(const QString &letter)
{
    Atom atom{{nfc(letter)}, nfc(letter).toLower()};
    const QString parts = nfd(letter);
    atom.spellings.append(parts);
    if (parts.size() == 1 && parts[0].unicode() < 0x80)
        atom.spellings.append(QChar(parts[0].unicode() + 0xFEE0)); // full width
    if (parts.size() == 2)
        atom.spellings.append(QString(QChar(parts[0].unicode() + 0xFEE0)) + parts[1]);
    if (letter == u"đ")
        atom.spellings += {QStringLiteral("ð"), QStringLiteral("ɖ")};
    if (letter == u"Đ")
        atom.spellings += {QStringLiteral("Ð"), QStringLiteral("Ɖ")};
    if (parts.size() == 3) {
        const QString base = parts.left(1);
        const QString first = parts.mid(1, 1);
        const QString second = parts.mid(2, 1);
        atom.spellings.append(nfc(base + first) + second);
        atom.spellings.append(base + second + first);
        atom.spellings.append(nfc(base + second) + first);
        atom.spellings.append(base + first + QChar(0x200D) + second);
        atom.spellings.append(nfc(base + second) + QChar(0x00AD) + first);
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
    for (const QString &sign : {QStringLiteral("."), QStringLiteral(","), QStringLiteral("…"),
                                QStringLiteral("7"), QStringLiteral("😀"), QStringLiteral("中")})
        atoms.append({{sign}, sign});
    atoms.append({{QStringLiteral("'"), QStringLiteral("’"), QStringLiteral("ʼ")}, QStringLiteral("'")});
    atoms.append({{QStringLiteral("“"), QStringLiteral("”"), QStringLiteral("＂")}, QStringLiteral("\"")});
    for (const QString &dash :
         {QStringLiteral("-"), QStringLiteral("‐"), QStringLiteral("‑"), QStringLiteral("–"),
          QStringLiteral("—"), QStringLiteral("―"), QStringLiteral("−"), QStringLiteral("－")})
        atoms.append({{dash}, QStringLiteral("-")});
    atoms.append(
        {{QStringLiteral("\U00010400")}, QStringLiteral("\U00010428")}); // case beyond the first plane
    return atoms;
}

const Atom spaceAtom{{QStringLiteral(" "), QStringLiteral("\u00A0"), QStringLiteral("\r\n"),
                      QStringLiteral("  \t "), QStringLiteral("\u2009\u3000"), QStringLiteral("\n \n"),
                      QStringLiteral(" \u200B "), QStringLiteral("\u2028"), QStringLiteral("\u202F")},
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
    for (qsizetype i = 0; i < key.text.size(); ++i) {
        QVERIFY(key.startOf(i) < key.endOf(i));
        QVERIFY(key.endOf(i) <= sourceSize);
        if (i > 0) {
            const bool same = key.startOf(i) == key.startOf(i - 1) && key.endOf(i) == key.endOf(i - 1);
            QVERIFY(same || key.startOf(i) >= key.endOf(i - 1));
        }
    }
}

const QString toneMarks = QStringLiteral("\u0300\u0301\u0303\u0309\u0323");

/// A character without its tone, and the tone; the first is empty if it is no vowel of Vietnamese.
std::pair<QString, QString> vowelAndTone(QChar c)
{
    QString plain;
    QString tone;
    for (const QChar part : nfd(c)) {
        if (toneMarks.contains(part))
            tone += part;
        else
            plain += part;
    }
    plain = nfc(plain);
    return {QStringLiteral("aăâeêioôơuưy").contains(plain) ? plain : QString(), tone};
}

/// The tones of a run of vowels stand on its last vowels, in their order.
QString settled(const QString &composed)
{
    QString result;
    for (qsizetype i = 0; i < composed.size();) {
        QStringList vowels;
        QStringList tones;
        qsizetype end = i;
        for (; end < composed.size() && !vowelAndTone(composed[end]).first.isEmpty(); ++end) {
            const auto [vowel, tone] = vowelAndTone(composed[end]);
            if (end + 1 < composed.size() && composed[end + 1].isMark())
                break;
            vowels.append(vowel);
            if (!tone.isEmpty())
                tones.append(tone);
        }
        for (qsizetype k = 0; k < tones.size(); ++k) {
            QString &vowel = vowels[vowels.size() - tones.size() + k];
            vowel = nfc(vowel + tones[k]);
        }
        result += vowels.isEmpty() ? QString(composed[i]) : vowels.join(QString());
        i = qMax(end, i + 1);
    }
    return result;
}

/// A character with its marks, those of letters before the tones.
QString repaired(const QString &cluster)
{
    static const QRegularExpression wrongOrder(
        QStringLiteral("([\\x{300}\\x{301}\\x{303}\\x{309}])([\\x{302}\\x{306}])"));
    QString parts = nfd(cluster);
    for (QString before; before != parts;) {
        before = parts;
        parts.replace(wrongOrder, QStringLiteral("\\2\\1"));
    }
    return nfc(parts);
}

QString slowUnified(const QString &one)
{
    static const QStringList kinds = {QStringLiteral("-‐‑‒–—―−﹘﹣"), QStringLiteral("'‘’‛ʼ′"),
                                      QStringLiteral("\"“”„‟″«»"), QStringLiteral("đðÐĐƉɖ")};
    const bool wide = one >= QStringLiteral("！") && one <= QStringLiteral("～") && one.size() == 1;
    const QString narrow = wide ? one.normalized(QString::NormalizationForm_KC) : one;
    for (const QString &kind : kinds) {
        if (kind.contains(narrow))
            return kind.left(1);
    }
    return narrow;
}

/// The definition, step by step on the whole text: drop, unify, compose, fold, join white space, settle
/// tones.
QString slowFold(const QString &source)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *composer = icu::Normalizer2::getNFCInstance(status);
    QStringList clusters;
    bool closed = true;
    const icu::UnicodeString given(source.utf16(), static_cast<int32_t>(source.size()));
    for (int32_t i = 0; i < given.length(); i = given.moveIndex32(i, 1)) {
        const UChar32 point = given.char32At(i);
        if (u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
            continue;
        const bool space = u_isUWhiteSpace(point);
        const QString one =
            space ? QStringLiteral(" ") : slowUnified(source.mid(i, given.moveIndex32(i, 1) - i));
        if (closed || space || composer->hasBoundaryBefore(point))
            clusters.append(one);
        else
            clusters.last() += one;
        closed = space;
    }
    QString result;
    for (const QString &cluster : clusters) {
        const QString composed = repaired(cluster);
        icu::UnicodeString folded;
        const icu::UnicodeString parts(composed.utf16(), static_cast<int32_t>(composed.size()));
        for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1))
            folded.append(u_foldCase(parts.char32At(i), U_FOLD_CASE_DEFAULT));
        const QString text = repaired(QString::fromUtf16(folded.getBuffer(), folded.length()));
        const bool gap = result.endsWith(u' ') || result.endsWith(u'-');
        if (text == u" " && gap)
            continue;
        if (text.startsWith(u'-') && result.endsWith(u' '))
            result.chop(1);
        result += text;
    }
    return settled(result);
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
    row("case", QStringLiteral("BỘ Ngoại Giao ĐÔNG Ư"), QStringLiteral("bộ ngoaị giao đông ư"));
    row("decomposed", nfd(QStringLiteral("Ủy ban Thường vụ")), QStringLiteral("uỷ ban thường vụ"));
    row("marks in another order", QStringLiteral("e\u0302\u0323"), QStringLiteral("ệ"));
    row("half composed", QStringLiteral("ô\u0301 ơ\u0323"), QStringLiteral("ố ợ"));
    row("marks that canonical order leaves",
        QStringLiteral("e\u0301\u0302 \u00E9\u0302 a\u0300\u0306 \u1EA3\u0306"), QStringLiteral("ế ế ằ ẳ"));
    row("capital, marks out of order", QStringLiteral("A\u0309\u0302 O\u0301\u031B"), QStringLiteral("ẩ ớ"));
    row("more marks than a letter has", QStringLiteral("e\u0301\u0302\u0304"), QStringLiteral("ế\u0304"));
    row("old and new style", QStringLiteral("hòa hoà HÒA thuý thúy Ủy Uỷ khoẻ khỏe"),
        QStringLiteral("hoà hoà hoà thuý thuý uỷ uỷ khoẻ khoẻ"));
    row("misplaced tones", QStringLiteral("cuả của Hôị Hội họach hoạch nứơc nước gíup giúp"),
        QStringLiteral("cuả cuả hôị hôị hoạch hoạch nước nước giúp giúp"));
    row("two tones in a run", QStringLiteral("áồi Bogotá résumé áoàu"),
        QStringLiteral("aốì bogotá résumé aoáù"));
    row("vowels apart keep their tones", QStringLiteral("Córdoba"), QStringLiteral("córdoba"));
    row("eth and African d", QStringLiteral("Đđ Ðð Ɖɖ"), QStringLiteral("đđ đđ đđ"));
    row("dashes", QStringLiteral("a-b a - b a – b a— b a ‑b a−b a－b a\u2028‐\r\n b ﹘ ﹣c"),
        QStringLiteral("a-b a-b a-b a-b a-b a-b a-b a-b--c"));
    row("dash at both ends", QStringLiteral(" - a -"), QStringLiteral("-a-"));
    row("dash with a mark", QStringLiteral("a -\u0301 b"), QStringLiteral("a-\u0301 b"));
    row("full width", QStringLiteral("Ｂộ ｔｒưởｎｇ： ＡＳＥＡＮ　２０２５ ａ\u0301"),
        QStringLiteral("bộ trưởng: asean 2025 á"));
    row("apostrophes and quotation marks", QStringLiteral("d’Ivoire dʼI ‘a’ “b” «c»"),
        QStringLiteral("d'ivoire d'i 'a' \"b\" \"c\""));
    row("tone mark signs of old fonts", QStringLiteral("a\u0340\u0341"), nfc(QStringLiteral("à\u0301")));
    row("spaces", QStringLiteral(" a\u00A0\r\n\t b\u3000\u2003c "), QStringLiteral(" a b c "));
    row("unseen", QStringLiteral("\uFEFFngo\u00ADại\u200B gi\u200Dao\u2060"), QStringLiteral("ngoaị giao"));
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
    QCOMPARE(foldTerm(u"  Bộ\u00A0Ngoại \u200B giao\n"), QStringLiteral("bộ ngoaị giao"));
    QCOMPARE(foldTerm(u" \n "), QString());
    QCOMPARE(foldTerm(u""), QString());
}

void TermKeyTest::originals_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("needle");   // in the folded text
    QTest::addColumn<QString>("original"); // what the source has there
    QTest::newRow("as it is") << QStringLiteral("Tại Hà Nội.") << QStringLiteral("hà nôị")
                              << QStringLiteral("Hà Nội");
    QTest::newRow("marks are whole") << QStringLiteral("x ") + nfd(QStringLiteral("Hội")) +
                                            QStringLiteral(" y")
                                     << QStringLiteral("hôị") << nfd(QStringLiteral("Hội"));
    QTest::newRow("line end inside") << QStringLiteral("Bộ\r\n  Ngoại giao") << QStringLiteral("bộ ngoaị")
                                     << QStringLiteral("Bộ\r\n  Ngoại");
    QTest::newRow("unseen inside, not beside") << QStringLiteral("\u200BHà\u00ADNội\u200B")
                                               << QStringLiteral("hànôị") << QStringLiteral("Hà\u00ADNội");
    QTest::newRow("space beside a dash")
        << QStringLiteral("Á –\n Âu") << QStringLiteral("á-") << QStringLiteral("Á –");
    QTest::newRow("after the space beside a dash")
        << QStringLiteral("Á –\n Âu") << QStringLiteral("âu") << QStringLiteral("Âu");
    QTest::newRow("tone that moves") << QStringLiteral("nước hòa, ") << QStringLiteral("hoà")
                                     << QStringLiteral("hòa");
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
        if (QChar::isSurrogate(c) || QChar::unicodeVersion(c) == QChar::Unicode_Unassigned)
            continue; // of later versions Qt knows less than ICU
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
            const bool gap = folded.endsWith(u' ') || folded.endsWith(u'-');
            const bool space = random.bounded(6) == 0 && !gap;
            const Atom atom = space ? spaceAtom : pick(atoms, random);
            if (atom.folded == u"-" && folded.endsWith(u' '))
                continue; // see folds() for the space beside a dash
            if (random.bounded(8) == 0 && !space)
                source += pick(unseen, random);
            const QString spelling = pick(atom.spellings, random);
            const Span span{source.size(), source.size() + spelling.size()};
            source += spelling;
            folded += atom.folded;
            expected.insert(expected.end(), static_cast<size_t>(atom.folded.size()), span);
        }
        folded = settled(folded);
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
                       "\u2126\u034F\u0F73\u0344\u03F5\u0300=.\r\n-–’ÐơóuôＡｉ");
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
    QCOMPARE(key.endOf(key.text.size() - 1), source.size());
}

QTEST_APPLESS_MAIN(TermKeyTest)
#include "tst_term_key.moc"
