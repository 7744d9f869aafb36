#include "glossary/engine/harvest_words.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <algorithm>
#include <cmath>

namespace verbale::glossary::harvest {

namespace {

/// A capitalised phrase of the English side and the segments that it stands in.
struct Phrase
{
    QString text;
    QList<qsizetype> segments;
    QHash<qsizetype, double> at; ///< for each segment where its middle stands, from 0 to 1
};

bool joinsName(const QString &word)
{
    static const QSet<QString> words{QStringLiteral("of"),  QStringLiteral("and"),  QStringLiteral("the"),
                                     QStringLiteral("for"), QStringLiteral("on"),   QStringLiteral("in"),
                                     QStringLiteral("to"),  QStringLiteral("with"), QStringLiteral("de")};
    return words.contains(word);
}

/// Has its capital from the sentence, or is a form of address.
bool isOpener(const QString &word)
{
    static const QSet<QString> words{QStringLiteral("The"), QStringLiteral("A"),   QStringLiteral("An"),
                                     QStringLiteral("In"),  QStringLiteral("On"),  QStringLiteral("At"),
                                     QStringLiteral("Mr"),  QStringLiteral("Mrs"), QStringLiteral("Ms"),
                                     QStringLiteral("For"), QStringLiteral("It"),  QStringLiteral("He"),
                                     QStringLiteral("She"), QStringLiteral("This")};
    return words.contains(word);
}

/// What "x ln x" adds to a log-likelihood.
double entropy(double x)
{
    return x > 0 ? x * std::log(x) : 0;
}

/// Dunning's log-likelihood of two things that stand in the same segments so often; negative where they
/// avoid each other.
double association(double both, double one, double other, double all)
{
    const double neither = all - one - other + both;
    const double g =
        2 * (entropy(both) + entropy(one - both) + entropy(other - both) + entropy(neither) - entropy(one) -
             entropy(other) - entropy(all - one) - entropy(all - other) + entropy(all));
    return both * all >= one * other ? g : -g;
}

class EnglishFinder
{
public:
    explicit EnglishFinder(const QList<HarvestSegment> &segments) : m_segments(segments)
    {
        for (qsizetype i = 0; i < segments.size(); ++i)
            readSegment(i);
    }

    void find(TermCandidate &candidate) const;

private:
    void readSegment(qsizetype index);
    void addPhrase(qsizetype index, const Span &span);
    [[nodiscard]] QString byAcronym(const TermCandidate &candidate) const;
    [[nodiscard]] QString bySpelling(const TermCandidate &candidate) const;
    [[nodiscard]] QString byPerson(const TermCandidate &candidate) const;
    [[nodiscard]] QString byStatistics(const TermCandidate &candidate) const;

    const QList<HarvestSegment> &m_segments;
    QList<Phrase> m_phrases;
    QHash<QString, qsizetype> m_byText;
    QHash<qsizetype, QList<qsizetype>> m_bySegment;
    QHash<QString, QString> m_byAcronym; ///< "AMM" -> what the English calls it in full
    qsizetype m_translated = 0;
};

void EnglishFinder::addPhrase(qsizetype index, const Span &span)
{
    const QString &english = m_segments[index].en;
    const QString text = english.mid(span.start, span.end - span.start);
    auto known = m_byText.constFind(text);
    if (known == m_byText.cend()) {
        known = m_byText.insert(text, m_phrases.size());
        m_phrases.append({text, {}, {}});
    }
    Phrase &phrase = m_phrases[*known];
    if (!phrase.segments.isEmpty() && phrase.segments.last() == index)
        return;
    phrase.segments.append(index);
    phrase.at.insert(index,
                     static_cast<double>(span.start + span.end) / 2 / static_cast<double>(english.size()));
    m_bySegment[index].append(*known);
}

void EnglishFinder::readSegment(qsizetype index)
{
    const QString &english = m_segments[index].en;
    m_translated += english.isEmpty() ? 0 : 1;
    const std::vector<Word> words = wordsOf(english);
    const QList<Bracket> brackets = bracketsOf(english);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto opens = [&](std::size_t at) {
            return isOpener(english.mid(words[at].span.start, words[at].span.length()));
        };
        const bool inName = i > 0 && words[i].joined && words[i - 1].capital && !opens(i - 1);
        if (!words[i].capital || inName || opens(i))
            continue;
        std::size_t last = i;
        addPhrase(index, {words[i].span.start, words[i].span.end});
        for (std::size_t j = i + 1; j < words.size() && words[j].joined && j < i + 14; ++j) {
            const QString word = english.mid(words[j].span.start, words[j].span.end - words[j].span.start);
            if (!words[j].capital && !joinsName(word))
                break;
            if (!words[j].capital)
                continue;
            // A name may end at each small word, and at its last capital.
            const bool ends = j + 1 == words.size() || !words[j + 1].joined || !words[j + 1].capital;
            if (ends)
                addPhrase(index, {words[i].span.start, words[j].span.end});
            last = j;
        }
        for (const Bracket &bracket : brackets) {
            const qsizetype gap = bracket.span.start - words[last].span.end;
            if (gap < 0 || gap > 1 || bracket.acronym.isEmpty())
                continue;
            for (std::size_t from = i; from <= last; ++from) {
                const QString name =
                    english.mid(words[from].span.start, words[last].span.end - words[from].span.start);
                if (!words[from].capital || !isAcronymOf(bracket.acronym, name))
                    continue;
                m_byAcronym.insert(bracket.acronym, name);
                break;
            }
        }
    }
}

QString EnglishFinder::byAcronym(const TermCandidate &candidate) const
{
    if (candidate.abbreviation.isEmpty())
        return {};
    if (const QString named = m_byAcronym.value(candidate.abbreviation); !named.isEmpty())
        return named;
    for (const HarvestPlace &place : candidate.places) {
        for (const qsizetype phrase : m_bySegment.value(place.segment)) {
            if (isAcronymOf(candidate.abbreviation, m_phrases[phrase].text))
                return m_phrases[phrase].text;
        }
    }
    return {};
}

QString EnglishFinder::bySpelling(const TermCandidate &candidate) const
{
    const QString plain = asciiLetters(candidate.vi);
    for (const HarvestPlace &place : candidate.places) {
        const QString &english = m_segments[place.segment].en;
        const qsizetype at = english.indexOf(plain, 0, Qt::CaseInsensitive);
        if (at >= 0)
            return english.mid(at, plain.size());
        if (english.contains(candidate.vi))
            return candidate.vi;
    }
    return {};
}

/// A Vietnamese person keeps the name, without Vietnamese letters, whatever the translation says.
QString EnglishFinder::byPerson(const TermCandidate &candidate) const
{
    return isVietnamesePerson(candidate.vi) ? asciiLetters(candidate.vi) : QString();
}

QString EnglishFinder::byStatistics(const TermCandidate &candidate) const
{
    QList<qsizetype> segments;
    QHash<qsizetype, double> at;
    for (const HarvestPlace &place : candidate.places) {
        const HarvestSegment &segment = m_segments[place.segment];
        if (segment.en.isEmpty() || at.contains(place.segment))
            continue;
        segments.append(place.segment);
        at.insert(place.segment, static_cast<double>(place.span.start + place.span.end) / 2 /
                                     static_cast<double>(segment.vi.size()));
    }
    QHash<qsizetype, int> together;
    for (const qsizetype segment : segments) {
        for (const qsizetype phrase : m_bySegment.value(segment))
            ++together[phrase];
    }
    constexpr double chance = 6.63; // one in a hundred
    double best = 0;
    QString found;
    for (auto pair = together.cbegin(); pair != together.cend(); ++pair) {
        const Phrase &phrase = m_phrases[pair.key()];
        // A single sentence says nothing by its numbers, only by where things stand in it.
        double distance = 0;
        for (const qsizetype segment : segments)
            distance += phrase.at.contains(segment) ? std::abs(phrase.at[segment] - at[segment]) : 0;
        const double near = 1 - distance / pair.value();
        const double words = static_cast<double>(phrase.text.count(u' ') + 1);
        const double ratio = words / static_cast<double>(candidate.vi.count(u' ') + 1);
        const double shape = ratio > 2.5 || ratio < 0.2 ? 0.5 : 1;
        const double strength =
            association(pair.value(), static_cast<double>(segments.size()),
                        static_cast<double>(phrase.segments.size()), static_cast<double>(m_translated));
        const double value = strength * near * shape * (1 + 0.02 * words);
        const bool better = value > best || (value > 0 && value >= best && phrase.text < found);
        if (better && strength >= chance && pair.value() >= 2) {
            best = value;
            found = phrase.text;
        }
    }
    return found;
}

void EnglishFinder::find(TermCandidate &candidate) const
{
    const std::pair<HarvestEvidence, QString (EnglishFinder::*)(const TermCandidate &) const> ways[] = {
        {HarvestEvidence::Acronym, &EnglishFinder::byAcronym},
        {HarvestEvidence::Spelling, &EnglishFinder::bySpelling},
        {HarvestEvidence::Spelling, &EnglishFinder::byPerson},
        {HarvestEvidence::Statistics, &EnglishFinder::byStatistics}};
    for (const auto &[evidence, way] : ways) {
        if (!candidate.en.isEmpty())
            return;
        candidate.en = (this->*way)(candidate);
        if (!candidate.en.isEmpty())
            candidate.evidence = evidence;
    }
}

} // namespace

void findEnglish(const QList<HarvestSegment> &segments, QList<TermCandidate> &candidates)
{
    const EnglishFinder finder(segments);
    for (TermCandidate &candidate : candidates)
        finder.find(candidate);
}

} // namespace verbale::glossary::harvest
