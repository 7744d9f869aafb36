#include "glossary/engine/entry_search.h"

#include "text/term_key.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace verbale::glossary {

namespace {

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

bool beginsWord(QStringView text, qsizetype at)
{
    return at == 0 || !isWordPart(text[at - 1]);
}

QList<QStringView> wordsOf(QStringView text)
{
    QList<QStringView> words;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && isWordPart(text[end]))
            ++end;
        if (end > i)
            words.append(text.sliced(i, end - i));
        i = end + 1;
    }
    if (words.isEmpty() && !text.isEmpty())
        words.append(text); // marks alone, such as "&"
    return words;
}

bool holdsWord(QStringView text, QStringView word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (beginsWord(text, at))
            return true;
    }
    return false;
}

/// 0 for the same text, 1 for its beginning, 2 for its words, 3 for none of these.
int fit(QStringView term, QStringView typed, const QList<QStringView> &words)
{
    if (term == typed)
        return 0;
    if (term.startsWith(typed))
        return 1;
    const auto held = [term](QStringView word) { return holdsWord(term, word); };
    return std::all_of(words.begin(), words.end(), held) ? 2 : 3;
}

} // namespace

QString rankName(SearchRank rank)
{
    constexpr std::array names{"exact", "prefix", "words", "no-diacritics"};
    return QLatin1String(names[static_cast<std::size_t>(rank)]);
}

QString withoutMarks(const QString &folded)
{
    QString bare;
    bare.reserve(folded.size());
    const QString parts = folded.normalized(QString::NormalizationForm_D);
    for (const QChar c : parts) {
        if (!c.isMark())
            bare += c == u'đ' ? QChar(u'd') : c;
    }
    return bare;
}

EntrySearch::EntrySearch(std::shared_ptr<const Termbase> termbase) : m_termbase(std::move(termbase))
{
    const QList<ConceptEntry> &entries = m_termbase->entries();
    for (qsizetype e = 0; e < entries.size(); ++e) {
        for (qsizetype t = 0; t < entries[e].terms.size(); ++t) {
            const QString folded = text::foldTerm(entries[e].terms[t].text).replace(u'\n', u' ');
            m_lines.push_back({e, t, m_bare.size(), m_folded.size()});
            m_bare += withoutMarks(folded) + u'\n';
            m_folded += folded + u'\n';
        }
    }
}

QStringView EntrySearch::bareOf(std::size_t line) const
{
    const qsizetype end = line + 1 < m_lines.size() ? m_lines[line + 1].bare : m_bare.size();
    return QStringView(m_bare).sliced(m_lines[line].bare, end - m_lines[line].bare - 1);
}

QStringView EntrySearch::foldedOf(std::size_t line) const
{
    const qsizetype end = line + 1 < m_lines.size() ? m_lines[line + 1].folded : m_folded.size();
    return QStringView(m_folded).sliced(m_lines[line].folded, end - m_lines[line].folded - 1);
}

std::vector<EntrySearch::Hit> EntrySearch::find(const QString &typed, std::size_t limit) const
{
    const QString folded = text::foldTerm(typed);
    const QString bare = withoutMarks(folded);
    const QList<QStringView> foldedWords = wordsOf(folded);
    const QList<QStringView> bareWords = wordsOf(bare);
    if (bareWords.isEmpty())
        return {};
    const QStringView rarest = *std::max_element(bareWords.begin(), bareWords.end(),
                                                 [](auto a, auto b) { return a.size() < b.size(); });
    struct Found
    {
        std::tuple<int, TermStatus, qsizetype, qsizetype> order; ///< fit, status, length, entry
        std::size_t line = 0;
    };
    std::vector<Found> found;
    const QStringView all(m_bare);
    for (qsizetype at = all.indexOf(rarest); at >= 0;) {
        const auto after =
            std::upper_bound(m_lines.begin(), m_lines.end(), at,
                             [](qsizetype offset, const Line &line) { return offset < line.bare; });
        const auto line = static_cast<std::size_t>(after - m_lines.begin()) - 1;
        const QStringView text = bareOf(line);
        if (const int bareFit = fit(text, bare, bareWords); bareFit < 3) {
            const int exactFit = fit(foldedOf(line), folded, foldedWords);
            const Line &where = m_lines[line];
            const Term &term = m_termbase->entries()[where.entry].terms[where.term];
            found.push_back(
                {{exactFit < 3 ? exactFit : 3 + bareFit, term.status, text.size(), where.entry}, line});
        }
        const qsizetype next = m_lines[line].bare + text.size() + 1;
        at = next < all.size() ? all.indexOf(rarest, next) : -1;
    }
    std::sort(found.begin(), found.end(), [](const Found &a, const Found &b) {
        return std::tie(a.order, a.line) < std::tie(b.order, b.line);
    });
    std::vector<Hit> hits;
    std::vector<bool> taken(static_cast<std::size_t>(m_termbase->entries().size()));
    for (const Found &one : found) {
        const Line &where = m_lines[one.line];
        if (hits.size() == limit)
            break;
        if (taken[static_cast<std::size_t>(where.entry)])
            continue;
        taken[static_cast<std::size_t>(where.entry)] = true;
        const ConceptEntry &entry = m_termbase->entries()[where.entry];
        hits.push_back(
            {&entry, &entry.terms[where.term], static_cast<SearchRank>(qMin(std::get<0>(one.order), 3))});
    }
    return hits;
}

} // namespace verbale::glossary
