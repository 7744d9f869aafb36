#include "text/lost_letters.h"

#include "text/word_costs.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace verbale::text {

namespace {

using View = std::u16string_view;

constexpr std::size_t maximumTogether = 4;

/// Words that a more frequent one differs from in the lost letter alone, and the words before or after which
/// they stand rather than that one. By their occurrence in the Asian Language Treebank (CC BY 4.0).
struct Neighbours
{
    View word;
    View before; ///< words, a space before and after each
    View after;
};
constexpr std::array contested = {
    Neighbours{u"vỏ", u" lớp ", u" bọc băng "},
    Neighbours{u"vờ", u" giả ", u""},
    Neighbours{u"hề", u" không chưa trò ", u""},
    Neighbours{u"đỏ", u" thập màu thẻ triều áo cờ sông biển đèn chữ ", u""},
    Neighbours{u"bờ", u" bến ven dọc cập xa gần lên vào ", u" biển tây đông cõi vực sông hồ rào khơi "},
    Neighbours{u"bề", u"", u" mặt ngoài dày bộn thế rộng "},
    Neighbours{u"mời", u" lời khách thư giấy kính trân ", u" thầu "},
    Neighbours{u"mỏi", u" mệt mòn ", u""},
    Neighbours{u"tỏ", u" bày chứng sáng tỏ ", u" rõ ra lòng ý vẻ thái quan sự "},
    Neighbours{u"nhờ", u"", u" vào có đó vậy sự "},
    Neighbours{u"nhọ", u" bôi ", u""},
    Neighbours{u"mờ", u" lu ", u" nhạt ám "},
    Neighbours{u"rọi", u" soi chiếu ", u""},
    Neighbours{u"ngỏ", u" thư bỏ ", u" ý lời "},
    Neighbours{u"họa", u" thảm bức minh biếm đồ phác tai hội thi ", u" sĩ "},
    Neighbours{u"thọ", u" tuổi hưởng trường phúc ", u""},
    Neighbours{u"thề", u" lời tuyên ", u""},
    Neighbours{u"cỏ", u" đồng bãi cây ", u" dại "},
    Neighbours{u"họng", u" cổ ", u" súng "},
    Neighbours{u"tọa", u" chủ ", u" đàm lạc độ "},
    Neighbours{u"bền", u" vững lâu ", u" vững chặt bỉ lâu "},
    Neighbours{u"giềng", u" láng ", u""},
    Neighbours{u"lề", u" bên ", u" đường "},
    Neighbours{u"ý", u" đồng chú nước ", u" kiến nghĩa chí tưởng định thức đồ "},
};

bool isLetterOfWord(QChar c)
{
    return c.isLetter() || c.isMark() || c == QChar(QChar::ReplacementCharacter);
}

bool contains(View words, const QString &word)
{
    return !word.isEmpty() && QStringView(words).contains(QChar(u' ') + word + QChar(u' '));
}

/// The word that ends at `end` (or begins at `start`) over one space, in small letters.
QString wordBefore(const QString &text, qsizetype end)
{
    if (end < 2 || text[end - 1] != u' ')
        return {};
    qsizetype start = end - 1;
    while (start > 0 && isLetterOfWord(text[start - 1]))
        --start;
    return text.mid(start, end - 1 - start).toLower();
}

QString wordAfter(const QString &text, qsizetype start)
{
    if (start + 1 >= text.size() || text[start] != u' ')
        return {};
    qsizetype end = start + 1;
    while (end < text.size() && isLetterOfWord(text[end]))
        ++end;
    return text.mid(start + 1, end - start - 1).toLower();
}

/// One word with lost letters.
class WordFinder
{
public:
    WordFinder(QString &text, const LostLetter *first, std::size_t count, qsizetype start, qsizetype end)
        : m_text(text)
        , m_first(first)
        , m_count(count)
        , m_start(start)
        , m_before(wordBefore(text, start))
        , m_after(wordAfter(text, end))
        , m_word(text.mid(start, end - start))
    {
    }

    void run()
    {
        tryFrom(0);
        m_text.replace(m_start, m_best.size(), m_best);
    }

private:
    void tryFrom(std::size_t i)
    {
        if (i == m_count) {
            const double cost = costOfWord();
            if (m_best.isEmpty() || cost < m_bestCost) {
                m_best = m_word;
                m_bestCost = cost;
            }
            return;
        }
        const LostLetter &lost = m_first[i];
        // Of very many in one word, which is no word, the first option is taken.
        const qsizetype tried = i < maximumTogether ? lost.options.size() : 1;
        for (qsizetype option = 0; option < tried; ++option) {
            m_word[lost.at - m_start] = lost.options[option];
            tryFrom(i + 1);
        }
    }

    [[nodiscard]] double costOfWord() const
    {
        double cost = vietnameseCost(m_word);
        if (m_word == u"Á" || m_word == u"giọng")
            cost -= 3; // Asia rather than Italy, the voice rather than the well
        const QString word = m_word.toLower();
        for (const Neighbours &neighbours : contested) {
            if (word == QStringView(neighbours.word) &&
                (contains(neighbours.before, m_before) || contains(neighbours.after, m_after)))
                cost -= 6;
        }
        return cost;
    }

    QString &m_text;
    const LostLetter *m_first;
    std::size_t m_count;
    qsizetype m_start;
    QString m_before;
    QString m_after;
    QString m_word;
    QString m_best;
    double m_bestCost = 0;
};

} // namespace

void findLostLetters(QString &text, const std::vector<LostLetter> &all)
{
    std::vector<LostLetter> lost; // those of words
    for (const LostLetter &one : all) {
        if (one.options.front().isLetter())
            lost.push_back(one);
        else
            text[one.at] = one.options.front();
    }
    for (std::size_t i = 0; i < lost.size();) {
        qsizetype start = lost[i].at;
        while (start > 0 && isLetterOfWord(text[start - 1]))
            --start;
        qsizetype end = lost[i].at;
        while (end < text.size() && isLetterOfWord(text[end]))
            ++end;
        std::size_t next = i + 1;
        while (next < lost.size() && lost[next].at < end)
            ++next;
        WordFinder(text, &lost[i], next - i, start, end).run();
        i = next;
    }
}

} // namespace verbale::text
