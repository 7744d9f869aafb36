#include "glossary/engine/lint_countries.h"

#include <algorithm>

namespace verbale::glossary {

namespace {

const QString vi = QStringLiteral("vi");
const QString en = QStringLiteral("en");

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c.isMark();
}

} // namespace

/// The words of a text, and whether just a blank stands between one and the next.
struct CountryNames::Words
{
    QStringList words;
    QList<bool> joined; ///< to the word before

    explicit Words(const QString &text)
    {
        for (qsizetype i = 0, gap = 0; i < text.size();) {
            if (!isWordPart(text[i])) {
                ++i;
                continue;
            }
            qsizetype end = i;
            while (end < text.size() && isWordPart(text[end]))
                ++end;
            words.append(text.mid(i, end - i));
            joined.append(words.size() > 1 && text.mid(gap, i - gap) == QLatin1String(" "));
            gap = end;
            i = end;
        }
    }

    [[nodiscard]] QString phrase(qsizetype from, qsizetype count) const
    {
        return words.mid(from, count).join(u' ');
    }

    /// Whether a word ends a phrase and stands after a small letter.
    [[nodiscard]] bool standsAlone(qsizetype at) const
    {
        if (joined[at] && words[at - 1].front().isUpper())
            return false;
        if (at + 1 == words.size() || !joined[at + 1])
            return true;
        const QString &next = words[at + 1];
        return at > 0 && (next == QStringLiteral("và") || next == QStringLiteral("tại"));
    }
};

void CountryNames::add(const ConceptEntry &entry)
{
    const bool country =
        entry.domain == QLatin1String("countries") && entry.partOfSpeech == QLatin1String("proper noun");
    if (!country && entry.domain != QLatin1String("regions"))
        return;
    QStringList english;
    for (const Term &term : entry.termsIn(en)) {
        // The last word is the one that tells: "Republic of Korea", "Viet Nam", "Russian".
        const Words words(term.text);
        if (!words.words.isEmpty() && !english.contains(words.words.last()))
            english.append(words.words.last());
    }
    for (const Term &term : entry.termsIn(vi)) {
        const Words words(term.text);
        const QString name = words.phrase(0, words.words.size());
        m_longest = std::max(m_longest, words.words.size());
        if (country)
            m_countries[name] += english;
        else
            m_regions.insert(name, entry.id);
    }
}

QStringList CountryNames::countriesIn(const Words &words, const QString &entryId) const
{
    QStringList found;
    for (qsizetype at = 0; at < words.words.size();) {
        qsizetype count = std::min(m_longest, words.words.size() - at);
        for (; count > 0; --count) {
            const QString name = words.phrase(at, count);
            const auto region = m_regions.constFind(name);
            if (region != m_regions.cend() && *region != entryId)
                break;
            if (m_countries.contains(name) && (count > 1 || words.standsAlone(at))) {
                found.append(name);
                break;
            }
        }
        at += std::max<qsizetype>(count, 1);
    }
    return found;
}

/// Also by a name within the name: France within "Cộng hòa Pháp".
bool CountryNames::isNamed(const QString &country, const QSet<QString> &english) const
{
    const Words words(country);
    for (qsizetype from = 0; from < words.words.size(); ++from) {
        for (qsizetype count = words.words.size() - from; count > 0; --count) {
            const QStringList names = m_countries.value(words.phrase(from, count));
            if (std::any_of(names.begin(), names.end(),
                            [&english](const QString &name) { return english.contains(name); }))
                return true;
        }
    }
    return false;
}

QList<LostCountry> CountryNames::lost(const ConceptEntry &entry) const
{
    const QList<Term> englishTerms = entry.termsIn(en);
    if (m_countries.isEmpty() || englishTerms.isEmpty() ||
        entry.note.contains(QLatin1String("name says its country"), Qt::CaseInsensitive))
        return {};
    QSet<QString> english;
    for (const Term &term : englishTerms) {
        for (const QString &word : Words(term.text).words)
            english.insert(word);
    }
    QList<LostCountry> lost;
    for (const Term &term : entry.termsIn(vi)) {
        for (const QString &country : countriesIn(Words(term.text), entry.id)) {
            if (!isNamed(country, english))
                lost.append({term.text, country});
        }
    }
    return lost;
}

} // namespace verbale::glossary
