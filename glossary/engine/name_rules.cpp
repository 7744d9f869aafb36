#include "glossary/engine/name_rules.h"

#include "text/person_name_words.h"
#include "text/syllable_letters.h"

#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <algorithm>
#include <tuple>

namespace verbale::glossary {

namespace {

QSet<QString> foldedSet(const QString &words)
{
    QSet<QString> keys;
    for (const QString &word : words.split(u'|'))
        keys.insert(text::foldTerm(word));
    return keys;
}

bool isFamilyName(QStringView syllable)
{
    // Common words too, as far as they begin few of the names that terms are.
    static const text::names::Phrases others(u"Đoàn|Mai|Hà|Lâm|Thái|Tôn|Cao|Châu|Chu|Tăng|Văn|Thân|Kiều|La|"
                                             u"Quản|Tống|Triệu|Ứng|Viên|Thạch|Từ|Giang|Đàm|Đồng");
    return text::names::familyNames().has(syllable) || others.has(syllable);
}

/// Words before a personal name, which may open the sentence.
const QSet<QString> &honorifics()
{
    static const QSet<QString> words =
        foldedSet(QStringLiteral("Ông|Bà|Anh|Chị|Cô|Chú|Bác|Em|Cụ|Ngài|Thầy|Bé|Tướng|Vua"));
    return words;
}

/// Words after which one syllable with a capital is a person ("bà Nga"), wherever they stand. Not "tướng" and
/// "vua": theirs is a country.
const QSet<QString> &waysToAddress()
{
    static const QSet<QString> words =
        foldedSet(QStringLiteral("ông|bà|anh|chị|cô|chú|bác|em|cụ|thầy|bé|cháu|dì|cậu"));
    return words;
}

/// How the names of meetings, bodies and agreements begin.
const QStringList &headsOfMeetings()
{
    static const QStringList heads = [] {
        QStringList keys;
        for (const char16_t *head :
             {u"hội nghị",  u"cuộc họp",    u"hội đồng",     u"ủy ban",      u"diễn đàn", u"đối thoại",
              u"hiệp định", u"thỏa thuận",  u"tuyên bố",     u"quan hệ",     u"hợp tác",  u"đối tác",
              u"cấp cao",   u"thượng đỉnh", u"diễn tập",     u"nhóm",        u"quỹ",      u"trung tâm",
              u"kỳ họp",    u"phiên họp",   u"chương trình", u"kế hoạch",    u"cơ chế",   u"khu vực",
              u"hội thảo",  u"tuần lễ",     u"năm",          u"bản ghi nhớ", u"khung",    u"tham vấn",
              u"hành lang"})
            keys.append(text::foldTerm(QStringView(head)));
        return keys;
    }();
    return heads;
}

class CutOuts
{
public:
    CutOuts(const std::vector<Occurrence> &occurrences, const TermIndex &index, const TextTokens &text)
        : m_occurrences(occurrences), m_index(index), m_text(text)
    {
    }

    void findStops(const std::vector<qint32> &numbers)
    {
        const TermTrie &stops = m_index.stops();
        for (std::size_t first = 0; first < numbers.size(); ++first) {
            qint32 node = TermTrie::root;
            for (std::size_t at = first; at < numbers.size(); ++at) {
                node = stops.child(node, numbers[at]);
                if (node == TermTrie::none)
                    break;
                if (stops.head(node) < 0)
                    continue;
                const StopRule &rule = m_index.stop(stops.head(node));
                if ((rule.capitals & ~m_text.capitals(first, at + 1)) == 0)
                    m_stops.push_back({first, at + 1, &rule});
            }
        }
    }

    [[nodiscard]] bool has(const Occurrence &o) const
    {
        return isStopped(o) || isBeforePlus(o) || isMeetingOfMore(o) || isInDocumentNumber(o) ||
               ((isEndOfForeignName(o) || isInPersonalName(o) || isGivenName(o)) && capitalsTell());
    }

private:
    /// Whether at least one word of four begins with a small letter.
    [[nodiscard]] bool capitalsTell() const
    {
        std::size_t small = 0;
        std::size_t words = 0;
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            if (!m_text.isWord(i) || m_text[i][0].isDigit())
                continue;
            ++words;
            small += m_text.isCapital(i) ? 0 : 1;
        }
        constexpr std::size_t enough = 4;
        return small > 0 && small * enough >= words;
    }

    struct Stop
    {
        std::size_t first = 0;
        std::size_t end = 0;
        const StopRule *rule = nullptr;
    };

    [[nodiscard]] qsizetype lengthOf(std::size_t first, std::size_t end) const
    {
        return m_text.span(end - 1).end - m_text.span(first).start;
    }

    [[nodiscard]] bool isStopped(const Occurrence &o) const
    {
        return std::any_of(m_stops.begin(), m_stops.end(), [&](const Stop &stop) {
            const std::vector<qint32> &blocked = stop.rule->blocked;
            return o.first < stop.end && stop.first < o.end &&
                   std::tuple(o.tokens, lengthOf(o.first, o.end)) <
                       std::tuple(stop.end - stop.first, lengthOf(stop.first, stop.end)) &&
                   (blocked.empty() || std::binary_search(blocked.begin(), blocked.end(), o.node));
        });
    }

    [[nodiscard]] bool isSign(std::size_t token, char16_t sign) const
    {
        return token < m_text.size() && m_text[token][0] == QChar(sign);
    }

    [[nodiscard]] bool isBeforePlus(const Occurrence &o) const
    {
        if (!isSign(o.end, u'+'))
            return false;
        const bool figure = o.end + 1 < m_text.size() && m_text[o.end + 1][0].isDigit();
        return figure || m_text.touchesNext(o.end - 1);
    }

    [[nodiscard]] bool isNameAt(std::size_t first) const
    {
        return std::any_of(m_occurrences.begin(), m_occurrences.end(),
                           [first](const Occurrence &o) { return o.first == first && o.best->name; });
    }

    [[nodiscard]] bool endsWithName(const Occurrence &o) const
    {
        return std::any_of(m_occurrences.begin(), m_occurrences.end(), [&o](const Occurrence &other) {
            return other.end == o.end && other.first > o.first && other.best->name;
        });
    }

    [[nodiscard]] bool isMeetingOfMore(const Occurrence &o) const
    {
        const std::size_t after = o.end + 1;
        if (o.tokens < 2 || !isSign(o.end, u'-') || after >= m_text.size() || !m_text.isCapital(after) ||
            o.best->name)
            return false;
        const QStringView written = m_text.folded().mid(m_text.span(o.first).start, lengthOf(o.first, o.end));
        const QStringList &heads = headsOfMeetings();
        const bool meeting = std::any_of(heads.begin(), heads.end(), [written](const QString &head) {
            return written.startsWith(head) &&
                   (written.size() == head.size() || written[head.size()] == u' ');
        });
        const bool tight = m_text.touchesNext(o.end - 1) && m_text.touchesNext(o.end);
        return meeting && endsWithName(o) && (tight || isNameAt(after));
    }

    /// "123/2020/NĐ-CP": the letters of a number, joined by dashes, behind figures and a stroke.
    [[nodiscard]] bool isInDocumentNumber(const Occurrence &o) const
    {
        if (o.first < 2 || !isSign(o.first - 1, u'/') || !m_text[o.first - 2][0].isDigit() ||
            !m_text.touchesNext(o.first - 1) || !m_text.touchesNext(o.first - 2))
            return false;
        for (std::size_t i = o.first; i <= o.end; ++i) {
            if (isSign(i, u'-') && m_text.touchesNext(i - 1) && m_text.touchesNext(i))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool isForeign(std::size_t token) const
    {
        return m_text[token].size() > 1 && !text::isVietnameseSyllable(m_text[token]) &&
               !text::isUnmarkedSyllable(m_text[token]);
    }

    /// Whether the occurrence is blocked by a capitalised foreign word that is no term's end itself.
    [[nodiscard]] bool isEndOfForeignName(const Occurrence &o) const
    {
        return o.first > 0 && m_text.isTitle(o.first - 1) && m_text.isTitle(o.first) && isForeign(o.first) &&
               isForeign(o.first - 1) && o.best->name && !endsAt(o.first);
    }

    [[nodiscard]] bool endsAt(std::size_t end) const
    {
        return std::any_of(m_occurrences.begin(), m_occurrences.end(),
                           [end](const Occurrence &o) { return o.end == end; });
    }

    [[nodiscard]] bool beginsAt(std::size_t first) const
    {
        return std::any_of(m_occurrences.begin(), m_occurrences.end(),
                           [first](const Occurrence &o) { return o.first == first; });
    }

    [[nodiscard]] bool isCapitalSyllable(std::size_t token) const
    {
        return m_text.isWord(token) && m_text.isTitle(token);
    }

    [[nodiscard]] bool isInPersonalName(const Occurrence &o) const
    {
        constexpr std::size_t longest = 4; // syllables of a name
        if (o.first == 0 || !isCapitalSyllable(o.first - 1) || o.end - o.first >= longest)
            return false;
        for (std::size_t i = o.first; i < o.end; ++i) {
            if (!isCapitalSyllable(i))
                return false;
        }
        for (std::size_t family = o.first; family-- > 0 && o.end - family <= longest;) {
            if (!isCapitalSyllable(family))
                return false;
            if (!isFamilyName(m_text[family]) || beginsAt(family))
                continue;
            if (family == 0 || !isCapitalSyllable(family - 1) || m_text.opensSentence(family - 1) ||
                honorifics().contains(m_text[family - 1].toString()))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool isGivenName(const Occurrence &o) const
    {
        if (o.end - o.first != 1 || o.first == 0 || !o.best->name || !isCapitalSyllable(o.first) ||
            !text::isVietnameseSyllable(m_text[o.first]))
            return false;
        const std::size_t before = o.first - 1;
        if (waysToAddress().contains(m_text[before].toString()))
            return true;
        return isCapitalSyllable(before) && text::isVietnameseSyllable(m_text[before]) &&
               !m_text.opensSentence(before) && !endsAt(o.first);
    }

    const std::vector<Occurrence> &m_occurrences;
    const TermIndex &m_index;
    const TextTokens &m_text;
    std::vector<Stop> m_stops;
};

} // namespace

void removeCutOuts(std::vector<Occurrence> &occurrences, const TermIndex &index, const TextTokens &text,
                   const std::vector<qint32> &numbers)
{
    if (occurrences.empty())
        return;
    std::vector<bool> blocked;
    blocked.reserve(occurrences.size());
    CutOuts cutOuts(occurrences, index, text);
    cutOuts.findStops(numbers);
    for (const Occurrence &occurrence : occurrences)
        blocked.push_back(cutOuts.has(occurrence));
    std::size_t at = 0;
    std::erase_if(occurrences, [&](const Occurrence &) { return blocked[at++]; });
}

} // namespace verbale::glossary
