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

/// What was typed, made ready.
struct EntrySearch::Typed
{
    explicit Typed(const QString &text) : folded(text::foldTerm(text)), bare(withoutMarks(folded))
    {
        foldedWords = wordsOf(folded);
        bareWords = wordsOf(bare);
        if (!bareWords.isEmpty())
            rarest = *std::max_element(bareWords.begin(), bareWords.end(),
                                       [](auto a, auto b) { return a.size() < b.size(); });
    }
    Q_DISABLE_COPY_MOVE(Typed)

    QString folded;
    QString bare;
    QList<QStringView> foldedWords;
    QList<QStringView> bareWords;
    QStringView rarest; ///< the longest word
};

struct EntrySearch::Found
{
    std::tuple<int, TermStatus, qsizetype, qsizetype> order; ///< fit, status, length, entry
    std::size_t line = 0;

    friend bool operator<(const Found &a, const Found &b)
    {
        return std::tie(a.order, a.line) < std::tie(b.order, b.line);
    }
};

EntrySearch::EntrySearch(std::shared_ptr<const Termbase> termbase) : m_termbase(std::move(termbase))
{
    constexpr qsizetype usualTerm = 48; // characters, with those of the entry's other terms
    const QList<ConceptEntry> &entries = m_termbase->entries();
    m_bare.reserve(entries.size() * usualTerm);
    m_folded.reserve(entries.size() * usualTerm);
    for (qsizetype e = 0; e < entries.size(); ++e)
        appendLines(e, entries[e]);
    m_gone.assign(static_cast<std::size_t>(entries.size()), false);
    m_count = entries.size();
    m_sorted.resize(m_lines.size());
    for (std::size_t line = 0; line < m_lines.size(); ++line)
        m_sorted[line] = static_cast<quint32>(line);
    std::sort(m_sorted.begin(), m_sorted.end(), [this](quint32 a, quint32 b) { return isBefore(a, b); });
}

void EntrySearch::appendLines(qsizetype number, const ConceptEntry &entry)
{
    for (qsizetype t = 0; t < entry.terms.size(); ++t) {
        const QString folded = text::foldTerm(entry.terms[t].text).replace(u'\n', u' ');
        m_lines.push_back({number, t, m_bare.size(), m_folded.size()});
        m_bare += withoutMarks(folded);
        m_bare += u'\n';
        m_folded += folded;
        m_folded += u'\n';
    }
}

qsizetype EntrySearch::add(ConceptEntry entry)
{
    const auto number = static_cast<qsizetype>(m_gone.size());
    m_added.push_back(std::move(entry));
    m_gone.push_back(false);
    ++m_count;
    const std::size_t first = m_lines.size();
    appendLines(number, m_added.back());
    for (std::size_t line = first; line < m_lines.size(); ++line) {
        const auto at = static_cast<quint32>(line);
        m_sorted.insert(std::upper_bound(m_sorted.begin(), m_sorted.end(), at,
                                         [this](quint32 a, quint32 b) { return isBefore(a, b); }),
                        at);
    }
    return number;
}

/// Its lines stay, and are passed over.
void EntrySearch::remove(qsizetype number)
{
    const auto at = static_cast<std::size_t>(number);
    m_count -= m_gone[at] ? 0 : 1;
    m_gone[at] = true;
}

const ConceptEntry &EntrySearch::entry(qsizetype number) const
{
    const qsizetype shared = m_termbase->entries().size();
    return number < shared ? m_termbase->entries()[number]
                           : m_added[static_cast<std::size_t>(number - shared)];
}

bool EntrySearch::isBefore(quint32 a, quint32 b) const
{
    if (const int bare = bareOf(a).compare(bareOf(b)); bare != 0)
        return bare < 0;
    const int folded = foldedOf(a).compare(foldedOf(b));
    return folded != 0 ? folded < 0 : a < b;
}

std::pair<QString, QString> EntrySearch::sortKey(const QString &term)
{
    const QString folded = text::foldTerm(term).replace(u'\n', u' ');
    return {withoutMarks(folded), folded};
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

/// The line of m_bare that holds an offset; it is `after` or a later one, and most often not much later.
std::size_t EntrySearch::lineAt(qsizetype offset, std::size_t after) const
{
    std::size_t step = 1;
    while (after + step < m_lines.size() && m_lines[after + step].bare <= offset)
        step *= 2;
    const auto begin = m_lines.begin() + static_cast<std::ptrdiff_t>(after);
    const auto end = m_lines.begin() + static_cast<std::ptrdiff_t>(std::min(after + step, m_lines.size()));
    const auto next =
        std::upper_bound(begin, end, offset, [](qsizetype at, const Line &line) { return at < line.bare; });
    return static_cast<std::size_t>(next - m_lines.begin()) - 1;
}

bool EntrySearch::isWanted(const Line &line, const Accept &accept) const
{
    return !m_gone[static_cast<std::size_t>(line.entry)] &&
           (!accept || accept(line.entry, entry(line.entry)));
}

/// Whether a line fits, and how well.
bool EntrySearch::judge(std::size_t line, const Typed &typed, Found &found) const
{
    const QStringView bare = bareOf(line);
    const int bareFit = fit(bare, typed.bare, typed.bareWords);
    if (bareFit == 3)
        return false;
    const int exactFit = fit(foldedOf(line), typed.folded, typed.foldedWords);
    const Line &where = m_lines[line];
    const TermStatus status = entry(where.entry).terms[where.term].status;
    found = {{exactFit < 3 ? exactFit : 3 + bareFit, status, bare.size(), where.entry}, line};
    return true;
}

/// The lines that begin with what was typed, marks included: no other hit is better.
std::vector<EntrySearch::Found> EntrySearch::beginnings(const Typed &typed, const Accept &accept) const
{
    const auto first = std::lower_bound(
        m_sorted.begin(), m_sorted.end(), typed.bare,
        [this](quint32 line, const QString &text) { return bareOf(line).compare(text) < 0; });
    std::vector<Found> all;
    for (auto at = first; at != m_sorted.end() && bareOf(*at).startsWith(typed.bare); ++at) {
        Found found;
        if (foldedOf(*at).startsWith(typed.folded) && isWanted(m_lines[*at], accept) &&
            judge(*at, typed, found))
            all.push_back(found);
    }
    return all;
}

std::vector<EntrySearch::Found> EntrySearch::anywhere(const Typed &typed, const Accept &accept) const
{
    std::vector<Found> all;
    const QStringView text(m_bare);
    std::size_t line = 0;
    for (qsizetype at = text.indexOf(typed.rarest); at >= 0;) {
        line = lineAt(at, line);
        Found found;
        if (beginsWord(text, at) && isWanted(m_lines[line], accept) && judge(line, typed, found)) {
            // An entry's lines are neighbours: the best one is kept.
            if (all.empty() || m_lines[all.back().line].entry != m_lines[line].entry)
                all.push_back(found);
            else if (found < all.back())
                all.back() = found;
        } else if (!beginsWord(text, at)) {
            at = text.indexOf(typed.rarest, at + 1);
            continue;
        }
        const qsizetype next = m_lines[line].bare + bareOf(line).size() + 1;
        at = next < text.size() ? text.indexOf(typed.rarest, next) : -1;
    }
    return all;
}

EntrySearch::Hit EntrySearch::hitOf(std::size_t line) const
{
    const Line &where = m_lines[line];
    const ConceptEntry &found = entry(where.entry);
    return {&found, &found.terms[where.term], SearchRank::Exact, where.entry, {}};
}

std::vector<EntrySearch::Hit> EntrySearch::best(std::vector<Found> &found, std::size_t limit) const
{
    std::vector<Hit> hits;
    std::vector<qsizetype> taken;
    for (auto sorted = found.begin(); sorted != found.end() && hits.size() < limit;) {
        // Of thousands only the first are looked at, so that only these are sorted.
        const auto batch =
            std::min<std::ptrdiff_t>(found.end() - sorted, static_cast<std::ptrdiff_t>(2 * limit) + 16);
        std::partial_sort(sorted, sorted + batch, found.end());
        for (const auto end = sorted + batch; sorted != end && hits.size() < limit; ++sorted) {
            const auto place = std::lower_bound(taken.begin(), taken.end(), m_lines[sorted->line].entry);
            if (place != taken.end() && *place == m_lines[sorted->line].entry)
                continue;
            taken.insert(place, m_lines[sorted->line].entry);
            Hit hit = hitOf(sorted->line);
            const auto &[fits, status, length, number] = sorted->order;
            hit.rank = static_cast<SearchRank>(qMin(fits, 3));
            hit.closeness = {fits, status, length};
            hits.push_back(hit);
        }
    }
    return hits;
}

std::vector<EntrySearch::Hit> EntrySearch::find(const QString &text, std::size_t limit,
                                                const Accept &accept) const
{
    const Typed typed(text);
    if (typed.bareWords.isEmpty() || limit == 0)
        return {};
    std::vector<Found> found = beginnings(typed, accept);
    if (found.size() >= limit) {
        std::vector<Hit> hits = best(found, limit);
        if (hits.size() == limit)
            return hits;
    }
    found = anywhere(typed, accept);
    return best(found, limit);
}

std::vector<EntrySearch::Hit> EntrySearch::all(std::size_t limit, const Accept &accept) const
{
    std::vector<Hit> hits;
    for (auto line = m_sorted.begin(); line != m_sorted.end() && hits.size() < limit; ++line) {
        if (m_lines[*line].term == 0 && isWanted(m_lines[*line], accept))
            hits.push_back(hitOf(*line));
    }
    return hits;
}

std::vector<EntrySearch::Hit> EntrySearch::same(const QString &term) const
{
    const auto [bare, folded] = sortKey(term);
    auto line =
        std::lower_bound(m_sorted.begin(), m_sorted.end(), bare,
                         [this](quint32 at, const QString &text) { return bareOf(at).compare(text) < 0; });
    std::vector<Hit> hits;
    for (; line != m_sorted.end() && bareOf(*line) == bare; ++line) {
        if (foldedOf(*line) == folded && isWanted(m_lines[*line], {}))
            hits.push_back(hitOf(*line));
    }
    return hits;
}

} // namespace verbale::glossary
