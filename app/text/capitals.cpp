#include "text/capitals.h"

#include "text/syllable_grammar.h"
#include "text/word_costs.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace verbale::text {

namespace {

/// What a word's plain letters say: those that have a byte for each case.
enum class Case { Capitals, Small, Unsure };

struct Word
{
    qsizetype start = 0;
    qsizetype end = 0;
    Case letterCase = Case::Unsure;
};

bool hasTone(QChar c)
{
    return splitTone(c.unicode()).tone != Tone::Level;
}

Case caseOf(QStringView word)
{
    qsizetype capitals = 0;
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (hasTone(word[i]))
            continue;
        if (word[i].isLower())
            return Case::Small;
        capitals += i == 0 ? 1 : 2; // a capital at the start alone may begin a name: "Hà"
    }
    return capitals >= 2 ? Case::Capitals : Case::Unsure;
}

bool isToned(QStringView word)
{
    return std::any_of(word.begin(), word.end(), hasTone);
}

class Restorer
{
public:
    explicit Restorer(const QString &text) : m_text(text)
    {
        forEachWord(m_text, [this](qsizetype start, qsizetype end) {
            m_words.push_back({start, end, caseOf(view(start, end))});
        });
    }

    QString run(qsizetype &changed)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            const Word &word = m_words[i];
            if (!isToned(view(word.start, word.end)))
                continue;
            if (word.letterCase == Case::Capitals || (word.letterCase == Case::Unsure && isAmongCapitals(i)))
                raise(word.start, word.end);
            else if (hasTone(m_text[word.start]) && (beginsSentence(i) || isName(i)))
                raise(word.start, word.start + 1);
        }
        changed = m_changed;
        return m_text;
    }

private:
    [[nodiscard]] QStringView view(qsizetype start, qsizetype end) const
    {
        return QStringView(m_text).mid(start, end - start);
    }

    [[nodiscard]] bool sameLine(std::size_t i, std::size_t k) const
    {
        return !view(m_words[i].end, m_words[k].start).contains(u'\n');
    }

    /// The nearest words of the line that are sure are capitals, on both sides or on the only one. A word
    /// without a toned letter may be an acronym and says less: it alone does not count.
    [[nodiscard]] bool isAmongCapitals(std::size_t i) const
    {
        bool any = false;
        bool toned = false;
        const auto look = [&](std::size_t k) {
            if (m_words[k].letterCase == Case::Unsure)
                return Case::Unsure;
            any = true;
            toned = toned || isToned(view(m_words[k].start, m_words[k].end)) ||
                    parseSyllable(view(m_words[k].start, m_words[k].end)).has_value();
            return m_words[k].letterCase;
        };
        for (std::size_t k = i; k > 0 && sameLine(k - 1, i); --k) {
            const Case found = look(k - 1);
            if (found == Case::Small)
                return false;
            if (found == Case::Capitals)
                break;
        }
        for (std::size_t k = i + 1; k < m_words.size() && sameLine(i, k); ++k) {
            const Case found = look(k);
            if (found == Case::Small)
                return false;
            if (found == Case::Capitals)
                break;
        }
        return any && toned;
    }

    /// After a full stop, a question or an exclamation mark; at the start of the text or after an empty line.
    [[nodiscard]] bool beginsSentence(std::size_t i) const
    {
        const qsizetype from = i == 0 ? 0 : m_words[i - 1].end;
        const QStringView between = view(from, m_words[i].start);
        if (i == 0)
            return between.trimmed().isEmpty();
        if (between.count(u'\n') > 1)
            return true;
        const QStringView mark = between.trimmed();
        return between.size() > mark.size() && !mark.isEmpty() &&
               std::all_of(mark.begin(), mark.end(),
                           [](QChar c) { return QStringView(u".!?\"\u201C\u201D)").contains(c); }) &&
               std::any_of(mark.begin(), mark.end(),
                           [](QChar c) { return QStringView(u".!?").contains(c); }) &&
               !mark.startsWith(u"..") && m_words[i - 1].end - m_words[i - 1].start > 1;
    }

    /// "châu Á", "Đông Nam Á", "Ấn Độ", "Ả-rập": names that begin with a toned vowel.
    [[nodiscard]] bool isName(std::size_t i) const
    {
        const auto wordAt = [this](std::size_t k) {
            return view(m_words[k].start, m_words[k].end).toString();
        };
        const QString word = wordAt(i);
        const auto joined = [&](std::size_t k) {
            const QStringView gap = view(m_words[k - 1].end, m_words[k].start);
            return gap == u" " || gap == u"-";
        };
        if (word == u"á" && i > 0 && joined(i)) {
            const QString before = wordAt(i - 1);
            return before == u"châu" || before == u"Châu" || before == u"Đông" || before == u"Nam" ||
                   before == u"Bắc" || before == u"Tây" || before == u"Trung";
        }
        if (i + 1 == m_words.size() || !joined(i + 1))
            return false;
        const QString after = wordAt(i + 1);
        return (word == u"ấn" && after == u"Độ") ||
               (word == u"ả" && after.compare(u"rập", Qt::CaseInsensitive) == 0);
    }

    void raise(qsizetype start, qsizetype end)
    {
        for (qsizetype i = start; i < end; ++i) {
            const QChar raised = m_text[i].toUpper();
            m_changed += raised == m_text[i] ? 0 : 1;
            m_text[i] = raised;
        }
    }

    QString m_text;
    std::vector<Word> m_words;
    qsizetype m_changed = 0;
};

} // namespace

QString withCapitals(const QString &text, qsizetype &changed)
{
    return Restorer(text).run(changed);
}

} // namespace verbale::text
