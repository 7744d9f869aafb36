#include "glossary/engine/term_receipts.h"

#include <QtTest/QtTest>

#include <random>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

/// Words that make terms and words that make the text around them: no word of one is a form of the other.
const QStringList nouns =
    u"ministry policy embassy crisis treaty summit committee declaration woman forum "
    "memorandum programme centre neighbour defence spokesman analysis partner"_s.split(u' ');
const QStringList adjectives =
    u"bilateral strategic regional non-aligned multi-lateral socio-economic joint peace-keeping two-way"_s
        .split(u' ');
const QStringList verbs =
    u"hold sign reaffirm organise uphold strengthen negotiate withdraw make"_s.split(u' ');
const QStringList around = u"yesterday heavy rain fell on green hills near our small village where seven old "
                           "farmers quietly watched birds above yellow rice fields until dark, then walked "
                           "home along muddy lanes; nobody complained. Children slept"_s.split(u' ');

/// The endings that the oracle knows, written out: what a translator may make of a word.
const QHash<QString, QStringList> forms{
    {u"ministry"_s, {u"ministries"_s, u"ministry's"_s, u"Ministry’s"_s}},
    {u"policy"_s, {u"policies"_s}},
    {u"embassy"_s, {u"embassies"_s, u"embassies'"_s}},
    {u"crisis"_s, {u"crises"_s}},
    {u"treaty"_s, {u"treaties"_s}},
    {u"summit"_s, {u"summits"_s, u"summit's"_s}},
    {u"committee"_s, {u"committees"_s}},
    {u"declaration"_s, {u"declarations"_s}},
    {u"woman"_s, {u"women"_s, u"women’s"_s}},
    {u"forum"_s, {u"fora"_s, u"forums"_s}},
    {u"memorandum"_s, {u"memoranda"_s, u"memorandums"_s}},
    {u"programme"_s, {u"programs"_s, u"program"_s, u"programmes"_s}},
    {u"centre"_s, {u"centers"_s, u"center"_s}},
    {u"neighbour"_s, {u"neighbors"_s, u"neighbours"_s}},
    {u"defence"_s, {u"defense"_s}},
    {u"spokesman"_s, {u"spokesmen"_s}},
    {u"analysis"_s, {u"analyses"_s}},
    {u"partner"_s, {u"partners"_s, u"partners’"_s}},
    {u"hold"_s, {u"held"_s, u"holding"_s, u"holds"_s}},
    {u"sign"_s, {u"signed"_s, u"signing"_s}},
    {u"reaffirm"_s, {u"reaffirmed"_s, u"reaffirms"_s}},
    {u"organise"_s, {u"organized"_s, u"organising"_s, u"organizes"_s}},
    {u"uphold"_s, {u"upheld"_s}},
    {u"strengthen"_s, {u"strengthening"_s}},
    {u"negotiate"_s, {u"negotiated"_s, u"negotiating"_s}},
    {u"withdraw"_s, {u"withdrew"_s, u"withdrawn"_s}},
    {u"make"_s, {u"made"_s, u"making"_s}},
    {u"non-aligned"_s, {u"non aligned"_s, u"nonaligned"_s, u"non‑aligned"_s}},
    {u"multi-lateral"_s, {u"multilateral"_s}},
    {u"socio-economic"_s, {u"socioeconomic"_s}},
    {u"peace-keeping"_s, {u"peacekeeping"_s, u"peace–keeping"_s}},
    {u"two-way"_s, {u"two way"_s}},
};

class Dice
{
public:
    explicit Dice(unsigned seed) : m_engine(seed) {}

    qsizetype below(qsizetype n) { return static_cast<qsizetype>(m_engine() % static_cast<quint64>(n)); }
    const QString &of(const QStringList &list) { return list[below(list.size())]; }

    QString term()
    {
        QStringList words{of(adjectives), of(nouns)};
        if (below(3) == 0)
            words.prepend(of(verbs));
        if (below(3) == 0)
            words += {u"of"_s, u"the"_s, of(nouns)};
        return words.join(u' ');
    }

    /// The term as a translator might write it.
    QString written(const QString &term)
    {
        QStringList words = term.split(u' ');
        for (QString &word : words) {
            const QStringList others = forms.value(word);
            if (!others.isEmpty() && below(2) == 0)
                word = of(others);
            if (below(4) == 0)
                word[0] = word[0].toUpper();
        }
        if (below(3) == 0)
            words.removeOne(u"the"_s);
        const QString text = words.join(below(5) == 0 ? u"  "_s : u" "_s);
        return below(8) == 0 ? text.toUpper() : text;
    }

    QString sentence(qsizetype words)
    {
        QStringList text;
        for (qsizetype i = 0; i < words; ++i)
            text.append(of(around));
        return text.join(u' ');
    }

private:
    std::mt19937_64 m_engine;
};

/// Letters and digits alone, in small letters.
QString letters(QStringView text)
{
    QString result;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            result += c.toLower();
    }
    return result;
}

} // namespace

class TestEnglishTermsProperty : public QObject
{
    Q_OBJECT

private slots:
    void whatWasPutInIsFound();
    void whatIsAbsentIsNot();
    void placesAreInOrderAndInTheText();
};

void TestEnglishTermsProperty::whatWasPutInIsFound()
{
    Dice dice(20261122);
    TermReceipts receipts;
    for (int round = 0; round < 3000; ++round) {
        const QString term = dice.term();
        const QString written = dice.written(term);
        const QString before = dice.sentence(dice.below(12)) + u' ';
        const QString text = before + written + u' ' + dice.sentence(dice.below(12));
        const QList<EnglishPlace> places = receipts.placesOf(term, text);
        const QByteArray message = u"'%1' in '%2'"_s.arg(term, text).toUtf8();
        QVERIFY2(places.size() == 1, message.constData());
        // The whole of what was written, but for an apostrophe-s.
        const QString found = letters(
            QStringView(text).sliced(places.first().start(), places.first().end() - places.first().start()));
        QVERIFY2(letters(written).startsWith(found), message.constData());
        QVERIFY2(letters(written).size() - found.size() <= 1, message.constData());
    }
}

void TestEnglishTermsProperty::whatIsAbsentIsNot()
{
    Dice dice(7);
    TermReceipts receipts;
    for (int round = 0; round < 3000; ++round) {
        const QString term = dice.term();
        const QString other = dice.written(dice.of(adjectives));
        // One word of it at the most, in a sentence of other words.
        const QString text = dice.sentence(8) + u' ' + other + u' ' + dice.sentence(8);
        QVERIFY2(receipts.placesOf(term, text).isEmpty(),
                 u"'%1' in '%2'"_s.arg(term, text).toUtf8().constData());
    }
}

void TestEnglishTermsProperty::placesAreInOrderAndInTheText()
{
    Dice dice(99);
    TermReceipts receipts;
    const QString signs = u"'’-–—()[]{}.,;:!?\"“”/+&%$ \u00a0\u0301\ufffcaAzZđĐộ19"_s;
    for (int round = 0; round < 2000; ++round) {
        QString text = dice.written(dice.term());
        QString term = dice.term().section(u' ', 0, 0);
        for (int i = 0; i < 12; ++i) {
            text.insert(dice.below(text.size() + 1), signs[dice.below(signs.size())]);
            if (i % 4 == 0)
                term.insert(dice.below(term.size() + 1), signs[dice.below(signs.size())]);
        }
        qsizetype end = 0;
        for (const EnglishPlace &place : receipts.placesOf(term, text)) {
            for (const Span &span : place.spans) {
                QVERIFY(span.start >= end);
                QVERIFY(span.end > span.start);
                QVERIFY(span.end <= text.size());
                end = span.end;
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestEnglishTermsProperty)

#include "tst_english_terms_property.moc"
