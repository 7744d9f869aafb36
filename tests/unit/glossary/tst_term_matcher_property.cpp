// TermMatcher against a slow matcher that tries every term at every token, on random text whose true spans
// are known.

#include "glossary/engine/term_matcher.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

#include <algorithm>
#include <set>
#include <tuple>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

/// A token of a random text, with its place in the text as it was put there.
struct Piece
{
    QString plain; ///< composed, in small letters
    Span span;
    bool capital = false; ///< the first letter
};

struct RandomText
{
    QString text;
    std::vector<Piece> pieces;
};

const QStringList syllables{u"hội"_s, u"nghị"_s, u"cấp"_s, u"hợp"_s, u"ít"_s, u"phó"_s, u"đông"_s, u"à"_s};
const QStringList signs{u"-"_s, u"+"_s, u","_s};
const QStringList gaps{u" "_s, u" "_s, u" "_s, u"  "_s, u"\n"_s, u"\u00A0"_s, u" \t "_s};

class Generator
{
public:
    explicit Generator(quint32 seed) : m_random(seed) {}

    QString term()
    {
        const int length = m_random.bounded(100) < 25 ? 1 : m_random.bounded(2, 5);
        QStringList tokens;
        for (int i = 0; i < length; ++i) {
            const bool sign = i > 0 && i + 1 < length && m_random.bounded(6) == 0;
            QString token = pick(sign ? signs : syllables);
            if (!sign && m_random.bounded(4) == 0)
                token[0] = token[0].toUpper();
            tokens.append(token);
        }
        return tokens.join(u' ');
    }

    RandomText text()
    {
        RandomText made;
        bool afterSign = true;
        for (int i = m_random.bounded(25); i > 0; --i) {
            const bool sign = m_random.bounded(7) == 0;
            if (!(sign || afterSign) || m_random.bounded(2) == 0)
                made.text += pick(gaps);
            Piece piece{pick(sign ? signs : syllables), {}, false};
            QString written = piece.plain;
            if (m_random.bounded(4) == 0 && !sign) {
                piece.capital = true;
                written[0] = written[0].toUpper();
            }
            if (m_random.bounded(3) == 0)
                written = written.normalized(QString::NormalizationForm_D);
            if (written.size() > 1 && m_random.bounded(12) == 0)
                written.insert(1, QChar(0x00AD)); // a soft hyphen, which nobody sees
            piece.span = {made.text.size(), made.text.size() + written.size()};
            made.text += written;
            made.pieces.push_back(piece);
            afterSign = sign;
        }
        return made;
    }

    int bounded(int low, int high) { return m_random.bounded(low, high); }

private:
    QString pick(const QStringList &list) { return list[m_random.bounded(list.size())]; }

    QRandomGenerator m_random;
};

struct Found
{
    std::size_t first = 0;
    std::size_t tokens = 0;
    qsizetype characters = 0; ///< of the text as a key: single spaces where there is one
    qsizetype entry = 0;
    bool nested = false;
};

/// Whether the entry's term stands at a token, and its length in tokens.
std::size_t standsAt(const QString &term, const RandomText &text, std::size_t at)
{
    const QStringList tokens = term.split(u' ');
    if (at + static_cast<std::size_t>(tokens.size()) > text.pieces.size())
        return 0;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (text.pieces[at + static_cast<std::size_t>(i)].plain != tokens[i].toLower())
            return 0;
    }
    const bool capital = tokens.first() != tokens.first().toLower();
    // One capital letter alone, or with small ones: the text needs it; in "à" alone it is the whole token.
    if (tokens.size() == 1 && capital && !text.pieces[at].capital)
        return 0;
    return static_cast<std::size_t>(tokens.size());
}

qsizetype charactersOf(const RandomText &text, std::size_t first, std::size_t tokens)
{
    qsizetype count = 0;
    for (std::size_t i = first; i < first + tokens; ++i) {
        count += text.pieces[i].plain.size();
        if (i > first && text.pieces[i].span.start > text.pieces[i - 1].span.end)
            ++count;
    }
    return count;
}

bool sameCapitals(const QString &term, const RandomText &text, std::size_t at)
{
    const QStringList tokens = term.split(u' ');
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if ((tokens[i] != tokens[i].toLower()) != text.pieces[at + static_cast<std::size_t>(i)].capital)
            return false;
    }
    return true;
}

/// "a+", "a +3": part of another name. Signs in these texts have no figures after them.
bool isBeforePlus(const Found &found, const RandomText &text)
{
    const std::size_t after = found.first + found.tokens;
    return after < text.pieces.size() && text.pieces[after].plain == u"+" &&
           text.pieces[after].span.start == text.pieces[after - 1].span.end;
}

/// A name of one syllable straight after another capital, which is no term's end and opens no sentence.
bool isGivenName(const Found &found, const QString &term, const std::vector<Found> &all,
                 const RandomText &text)
{
    const auto words = std::count_if(text.pieces.begin(), text.pieces.end(),
                                     [](const Piece &piece) { return !signs.contains(piece.plain); });
    const auto small = std::count_if(text.pieces.begin(), text.pieces.end(), [](const Piece &piece) {
        return !piece.capital && !signs.contains(piece.plain);
    });
    if (small == 0 || small * 4 < words || found.tokens != 1 || found.first == 0 || term == term.toLower())
        return false;
    const std::size_t before = found.first - 1;
    const bool opens = before == 0 || text.pieces[before - 1].plain == u"-";
    return text.pieces[found.first].capital && text.pieces[before].capital && !opens &&
           std::none_of(all.begin(), all.end(),
                        [&](const Found &other) { return other.first + other.tokens == found.first; });
}

std::vector<Found> oracle(const QStringList &terms, const RandomText &text)
{
    std::vector<Found> all;
    for (std::size_t at = 0; at < text.pieces.size(); ++at) {
        std::set<std::size_t> lengths;
        for (const QString &term : terms)
            lengths.insert(standsAt(term, text, at));
        lengths.erase(0);
        for (const std::size_t length : lengths) {
            Found found{at, length, charactersOf(text, at, length), -1, false};
            for (const bool exact : {true, false}) {
                for (qsizetype e = 0; e < terms.size() && found.entry < 0; ++e) {
                    if (standsAt(terms[e], text, at) == length &&
                        (!exact || sameCapitals(terms[e], text, at)))
                        found.entry = e;
                }
            }
            all.push_back(found);
        }
    }
    const std::vector<Found> seen = all;
    std::erase_if(all, [&](const Found &found) {
        return isBeforePlus(found, text) || isGivenName(found, terms[found.entry], seen, text);
    });
    std::sort(all.begin(), all.end(), [](const Found &a, const Found &b) {
        return std::tuple(b.tokens, b.characters, a.first) < std::tuple(a.tokens, a.characters, b.first);
    });
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (!all[j].nested && all[i].first < all[j].first + all[j].tokens &&
                all[j].first < all[i].first + all[i].tokens)
                all[i].nested = true;
        }
    }
    std::sort(all.begin(), all.end(), [](const Found &a, const Found &b) {
        return std::tuple(a.first, b.tokens) < std::tuple(b.first, a.tokens);
    });
    return all;
}

QString described(const QList<TermMatch> &matches)
{
    QString text;
    for (const TermMatch &match : matches)
        text += u"%1-%2=%3%4 "_s.arg(match.span.start)
                    .arg(match.span.end)
                    .arg(match.entry)
                    .arg(match.nested ? u"*"_s : QString());
    return text;
}

} // namespace

class TestTermMatcherProperty : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheOracle_data();
    void agreesWithTheOracle();
};

void TestTermMatcherProperty::agreesWithTheOracle_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestTermMatcherProperty::agreesWithTheOracle()
{
    QFETCH(quint32, seed);
    Generator generator(seed);
    int matched = 0;
    for (int round = 0; round < 60; ++round) {
        QStringList terms;
        QList<ConceptEntry> entries;
        for (int i = generator.bounded(1, 40); i > 0; --i) {
            terms.append(generator.term());
            entries.append({QString::number(i),
                            {},
                            {},
                            {},
                            {},
                            {{u"vi"_s, terms.last(), TermStatus::Preferred, false}}});
        }
        const TermMatcher matcher({std::make_shared<Termbase>(u"random"_s, entries)}, u"vi"_s);
        for (int i = 0; i < 20; ++i) {
            const RandomText text = generator.text();
            QList<TermMatch> expected; // but for spellings that differ
            QList<TermMatch> expectedOuter;
            for (const Found &found : oracle(terms, text)) {
                const Span span{text.pieces[found.first].span.start,
                                text.pieces[found.first + found.tokens - 1].span.end};
                expected.append({span, 0, found.entry, 0, found.nested});
                if (!found.nested)
                    expectedOuter.append(expected.last());
            }
            QList<TermMatch> actual = matcher.find(text.text, true);
            actual.removeIf([](const TermMatch &m) { return m.spelling == TermSpelling::Differs; });
            // A term that loses to another with the very same span is checked by tst_term_matcher.
            const auto sameSpan = [](const TermMatch &a, const TermMatch &b) { return a.span == b.span; };
            actual.erase(std::unique(actual.begin(), actual.end(), sameSpan), actual.end());
            QVERIFY2(actual == expected, qPrintable(described(actual) + u" for "_s + described(expected) +
                                                    u"\n"_s + terms.join(u" | "_s) + u" in "_s + text.text));
            QVERIFY2(matcher.find(text.text) == expectedOuter, qPrintable(text.text));
            matched += static_cast<int>(expected.size());
        }
    }
    QVERIFY2(matched > 1000, "the random texts hold too few terms to prove anything");
}

QTEST_GUILESS_MAIN(TestTermMatcherProperty)
#include "tst_term_matcher_property.moc"
