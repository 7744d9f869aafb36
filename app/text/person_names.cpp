#include "text/person_names.h"

#include "text/person_name_text.h"
#include "text/person_name_words.h"

#include <algorithm>

namespace verbale::text {

namespace {

using namespace names;

class NameFinder
{
public:
    explicit NameFinder(QStringView text) : m_words(text) {}

    std::vector<Span> find()
    {
        for (qsizetype i = 0; i < m_words.size();)
            i = std::max(i + 1, family(i));
        for (qsizetype i = 0; i < m_words.size(); ++i) {
            if (const qsizetype office = m_words.match(offices(), i); office > 0)
                behindOffice(i + office);
            if (const qsizetype way = wayToAddress(i); way > 0)
                behindAddress(i, i + way);
        }
        for (qsizetype i = 0; i < m_words.size();)
            i = foreignRun(i);
        return united();
    }

private:
    static constexpr qsizetype longestName = 5;        ///< of Vietnamese, in syllables
    static constexpr qsizetype longestForeignName = 7; ///< in words
    static constexpr qsizetype longestWithParticles = 24;

    /// The names whole, in order: what was found with what belongs to it on both sides.
    [[nodiscard]] std::vector<Span> united()
    {
        std::sort(m_names.begin(), m_names.end(),
                  [](const Span &a, const Span &b) { return a.start < b.start; });
        std::vector<Span> wholes;
        for (const Span &name : m_names) {
            const qsizetype free = wholes.empty() ? 0 : wholes.back().end;
            if (name.end <= free)
                continue;
            if (name.start < free)
                wholes.back().end = name.end;
            else
                wholes.push_back({beginOf(name.start, free), name.end});
            addHyphenated(wholes);
        }
        for (Span &name : wholes)
            name = m_words.original(name.start, name.end);
        return wholes;
    }

    /// Where a name begins whose later part was found: "Kevin Trần Anh", "N. Văn An".
    [[nodiscard]] qsizetype beginOf(qsizetype found, qsizetype free) const
    {
        const bool isSure = m_words.match(familyNames(), found) > 0;
        qsizetype first = found;
        while (first > std::max(free, found - 3)) {
            const bool isInitial =
                !isSure && m_words[first].gap == Gap::Dot && m_words[first - 1].capital && isShort(first - 1);
            const bool isForeign = m_words[first].gap == Gap::Space && isForeignPart(first - 1) &&
                                   !m_words.inCapitals() && !m_words.isBehind(countries(), first) &&
                                   m_words.match(waysToAddress(), first - 1) == 0;
            if (!isInitial && !isForeign)
                break;
            --first;
        }
        return isNoPerson(first) ? found : first;
    }

    /// Adds to the last name what hyphens join to it: one word is a part of it, more are another name.
    void addHyphenated(std::vector<Span> &wholes) const
    {
        while (isHyphenated(wholes.back().end)) {
            const Span last = wholes.back();
            const qsizetype longest = last.end + (m_words.inCapitals() ? 2 : 4);
            qsizetype end = last.end + 1;
            while (end < longest && goesOn(last.start, end))
                ++end;
            if (end - last.end == 1 || last.length() == 1)
                wholes.back().end = end;
            else
                wholes.push_back({last.end, end});
        }
    }

    /// Whether a hyphen joins a word to a name before it: "Mai-Lan", but not "An-Bộ Ngoại giao".
    [[nodiscard]] bool isHyphenated(qsizetype i) const
    {
        if (i >= m_words.size() || m_words[i].gap != Gap::Hyphen || !m_words[i].capital || longOther(i) > 0 ||
            (m_words.isAcronym(i) && !m_words[i - 1].upper))
            return false;
        const bool isBody = m_words.match(bodies(), i) + m_words.match(offices(), i) > 0;
        return !isBody || !follows(i + 1) || m_words.match(verbs(), i + 1) > 0;
    }

    /// Whether a word may be an initial: "V", "Th".
    [[nodiscard]] bool isShort(qsizetype i) const
    {
        static const Phrases clusters(u"ch|gi|kh|ng|ngh|nh|ph|qu|th|tr");
        return m_words[i].span.length() == 1 || m_words.match(clusters, i) > 0;
    }

    /// "công ty Samsung Electronics", "vitamin C. Pfizer".
    [[nodiscard]] bool isNoPerson(qsizetype i) const
    {
        static const Phrases others(u"tại|ở|tập đoàn|công ty|hãng|ngân hàng|tổ chức|báo|tạp chí|viện|quỹ");
        static const Phrases numbered(u"mục|phụ lục|điểm|phần|nhóm|bảng|hình|khối|lô|khu|tầng|hạng|loại|"
                                      u"vitamin|tổ|lớp|đội|phương án|gói|biểu|chương");
        return m_words.isBehind(placeHeads(), i) || m_words.isBehind(others, i) ||
               (isShort(i) && m_words.isBehind(numbered, i));
    }

    /// Whether a word goes on with what the one before it began.
    [[nodiscard]] bool follows(qsizetype i) const
    {
        if (i <= 0 || i >= m_words.size() || !m_words[i].capital)
            return false;
        return m_words[i].gap == Gap::Space || (m_words[i].gap == Gap::Dot && isShort(i - 1));
    }

    /// Whether the full stop before a word ends a sentence and no initial: "ông Nguyễn Văn A. Hai bên".
    [[nodiscard]] bool isNewSentence(qsizetype first, qsizetype i) const
    {
        static const Phrases openers(
            u"hai|họ|tôi|ông|bà|chị|hiện|cuộc|buổi|lễ|đây|đó|chúng|ai|nhưng|song|việc|vụ|bên|đoàn|người|nay|"
            u"vẫn|chiều|sáng|tối|trưa|năm|tháng|phía|bị|ý|tuy|vì|nếu|nhờ|mỗi|mọi|trên|dưới|ngoài|qua|vào|ở|"
            u"thế|như|rồi|còn|mặc|dù|ngay|đặc|bộ");
        if (m_words[i].gap != Gap::Dot)
            return false;
        qsizetype whole = 0;
        bool hasForeign = false;
        for (qsizetype at = first; at < i; ++at) {
            whole += isShort(at) ? 0 : 1;
            hasForeign = hasForeign || (!isShort(at) && m_words[at].foreign);
        }
        const bool hasNext = i + 1 < m_words.size() && m_words[i + 1].gap == Gap::Space;
        if (longOther(i) > 0 || isShort(i))
            return !isShort(i) || (hasNext && !m_words[i + 1].capital);
        if (m_words[i].foreign)
            return whole > 1 && !hasForeign;
        if (m_words.match(openers, i) + m_words.match(verbs(), i) > 0)
            return hasNext;
        return whole > 1 && hasNext && (m_words.inCapitals() || !m_words[i + 1].capital) &&
               m_words.match(verbs(), i + 1) == 0;
    }

    /// How long a name of a place or body of two words or more is that begins here; in small letters it
    /// is none.
    [[nodiscard]] qsizetype longOther(qsizetype i) const
    {
        const qsizetype length = std::max(
            {m_words.match(countries(), i), m_words.match(bodies(), i), m_words.match(offices(), i)});
        return length > 1 ? length : 0;
    }

    /// Where the name ends that begins here.
    [[nodiscard]] qsizetype nameEnd(qsizetype first, qsizetype longest) const
    {
        const bool upper = m_words[first].upper && first + 1 < m_words.size() && m_words[first + 1].upper;
        longest = upper ? std::min<qsizetype>(longest, 4) : longest;
        qsizetype end = first + 1;
        while (end - first < longest && goesOn(first, end))
            ++end;
        return end;
    }

    /// Whether a word belongs to the name that began before it.
    [[nodiscard]] bool goesOn(qsizetype first, qsizetype end) const
    {
        if (!follows(end) || isNewSentence(first, end))
            return false;
        const bool isOther = longOther(end) > 0 && (end - first > 1 || m_words[end].upper);
        const bool isBody = m_words.isAcronym(end) && m_words.match(bodies(), end) > 0;
        const bool isWork = m_words[end].upper && m_words.match(verbs(), end) > 0;
        const bool isNextName = end - first >= 3 && m_words.match(familyNames(), end) > 0 && follows(end + 1);
        return !isOther && !isBody && !isWork && !isNextName && !isOtherWord(first, end);
    }

    /// "Hồ Chủ tịch", "Phạm Quang Vinh Bộ Ngoại giao": whether a name that began before cannot go on here.
    [[nodiscard]] bool isOtherWord(qsizetype first, qsizetype end) const
    {
        if (m_words.isSmallNext(end) && m_words.match(offices(), end) > 1)
            return true;
        if (m_words.isSmallNext(end) && m_words.match(bodies(), end) > 1)
            return m_words.match(familyNames(), first) + m_words.match(doubtfulFamilyNames(), first) == 0;
        return end - first > 1 && m_words.match(bodies(), end) == 1 && m_words.match(bodies(), end + 1) > 1;
    }

    /// A name by its family name; returns where to go on.
    qsizetype family(qsizetype i)
    {
        if (!m_words[i].capital)
            return i + m_words.match(countries(), i); // "châu Âu"
        if (const qsizetype other = longOther(i); other > 0 && !startsLongerName(i, other))
            return i + other;
        const bool sure = m_words.match(familyNames(), i) > 0;
        if (!sure && m_words.match(doubtfulFamilyNames(), i) == 0)
            return i + 1;
        const qsizetype end = nameEnd(i, longestName);
        const bool isHyphenatedWhole = end - i == 1 && sure && startsHyphenated(i);
        if (end - i < 2 && !isHyphenatedWhole)
            return i + 1;
        if (!sure && !isNameInDoubt(i, end))
            return i + 1;
        if (m_words.isBehind(placeHeads(), i) || m_words.isBehind(memorials(), i))
            return end;
        m_names.push_back({i, end});
        return end;
    }

    /// "Nguyễn-Văn-An", as it was written once, but not "Lý-Trần" and "Nguyễn-Ánh".
    [[nodiscard]] bool startsHyphenated(qsizetype i) const
    {
        return isHyphenated(i + 1) && m_words.match(familyNames(), i + 1) == 0 &&
               (isHyphenated(i + 2) || goesOn(i, i + 2));
    }

    /// "Hà Nam" is a place, "Đinh Vũ Nam" none.
    [[nodiscard]] bool startsLongerName(qsizetype i, qsizetype other) const
    {
        const bool isOffice = m_words.match(offices(), i) == other;
        if (isOffice || m_words.match(bodies(), i) >= other || nameEnd(i, longestName) <= i + other)
            return false;
        if (m_words.match(familyNames(), i) > 0)
            return true;
        // "Đại sứ Hà Nam Khánh Giao", but "Chủ tịch Hà Nội Trần Văn An" and "Thủ tướng Hà Lan Mark Smith"
        const qsizetype next = i + other;
        return m_words.match(doubtfulFamilyNames(), i) > 0 && m_words.isIntroduced(i) &&
               m_words.lower(i + 1) != u"lan" && !m_words[next].foreign &&
               m_words.match(familyNames(), next) == 0;
    }

    [[nodiscard]] bool isNameInDoubt(qsizetype i, qsizetype end) const
    {
        static const Phrases noWords(u"Hà|Mai|Uông"); // that begin no other words
        if (longOther(i + 1) > 0)
            return false;
        const bool isListed = m_words[i].gap == Gap::Comma && !m_names.empty() && m_names.back().end == i;
        const bool isBehindInitial =
            i > 0 && m_words[i].gap == Gap::Dot && m_words[i - 1].capital && isShort(i - 1);
        if (m_words.isIntroduced(i) || isListed || isBehindInitial)
            return true;
        const bool isLong = end - i > 2;
        const bool isBehindColon = m_words[i].gap == Gap::Colon;
        if (m_words.inCapitals())
            return isLong && (isBehindColon || m_words.match(noWords, i) > 0);
        return isLong || isBehindColon || (i > 0 && m_words[i].gap == Gap::Space);
    }

    [[nodiscard]] bool isForeignPart(qsizetype i) const
    {
        return i < m_words.size() && m_words[i].capital && m_words[i].foreign &&
               m_words[i].span.length() > 1 && !m_words.isAcronym(i) && m_words.match(countries(), i) == 0 &&
               m_words.match(bodies(), i) == 0;
    }

    /// "Ban Ki-moon" is no committee.
    [[nodiscard]] bool isBeforeHyphens(qsizetype i) const
    {
        return m_words[i].capital && isForeignPart(i + 1) && m_words[i + 1].gap == Gap::Space &&
               m_words.lower(i + 1).contains(u'-');
    }

    /// "Xi Jinping": whether a first word that is written like a syllable of Vietnamese may be a name's.
    [[nodiscard]] bool isPlain(qsizetype i) const
    {
        const QStringView word = m_words.lower(i);
        return i > 0 && m_words[i].gap == Gap::Space && m_words[i].capital && !m_words.inCapitals() &&
               word.size() <= 4 &&
               std::all_of(word.begin(), word.end(), [](QChar unit) { return unit.unicode() < 0x80; }) &&
               m_words.match(countries(), i) + m_words.match(offices(), i) + m_words.match(placeHeads(), i) +
                       m_words.match(waysToAddress(), i) ==
                   0 &&
               (m_words.match(bodies(), i) == 0 || isBeforeHyphens(i));
    }

    /// Where the word is that follows the initials that begin here: "J. D. Vance".
    [[nodiscard]] qsizetype behindInitials(qsizetype i) const
    {
        const bool isWithin =
            i > 0 && m_words[i - 1].capital &&
            (m_words[i].gap == Gap::Space || (m_words[i].gap == Gap::Dot && isShort(i - 1)));
        if (isWithin) // "Washington D.C."
            return i;
        const qsizetype farthest = std::min(i + 4, m_words.size() - 1);
        while (i < farthest && m_words[i].capital && isShort(i) && m_words[i + 1].gap == Gap::Dot)
            ++i;
        return i;
    }

    /// Where two foreign words or more in a row end, with particles and initials between them; `end`: of the
    /// first.
    [[nodiscard]] qsizetype foreignRunEnd(qsizetype first, qsizetype end) const
    {
        while (end < m_words.size()) {
            qsizetype next = end;
            while (next < m_words.size() && next - end < 2 && m_words[next].gap == Gap::Space &&
                   !m_words[next].capital && m_words.match(particles(), next) > 0)
                ++next;
            while (next - end < 3 && follows(next) && isShort(next))
                ++next;
            if (!follows(next) || !isForeignPart(next))
                break;
            end = next + 1;
        }
        // "Kim Jong Un", "John Smith K."
        while (end - first > 1 && end - first < longestForeignName && goesOn(first, end) &&
               m_words.match(countries(), end) + m_words.match(bodies(), end) + longOther(end) == 0)
            ++end;
        return end;
    }

    /// Two foreign words or more in a row, which nothing has to introduce: "Vladimir Putin"; returns where to
    /// go on.
    qsizetype foreignRun(qsizetype i)
    {
        if (const qsizetype other = longOther(i); other > 0)
            return i + other;
        const qsizetype first = behindInitials(i);
        if (!isForeignPart(first) &&
            (!isPlain(first) || !isForeignPart(first + 1) || m_words[first + 1].gap != Gap::Space))
            return i + 1;
        const qsizetype end = foreignRunEnd(i, first + 1);
        if (end - i > 1 && !isNoPerson(i))
            m_names.push_back({i, end});
        return end;
    }

    [[nodiscard]] qsizetype wayToAddress(qsizetype i) const
    {
        const qsizetype length = m_words.match(waysToAddress(), i);
        if (length == 0)
            return 0;
        const bool isPlace = m_words[i].capital && longOther(i) > length;
        const bool isSmallOnly = m_words.match(smallWaysToAddress(), i) > 0 && m_words[i].capital;
        return isPlace || isSmallOnly ? 0 : length;
    }

    void behindAddress(qsizetype way, qsizetype first)
    {
        if (first >= m_words.size() || !m_words[first].capital || m_words[first].gap > Gap::Dot)
            return;
        static const Phrases persons(u"ông|bà|ngài|đồng chí|mr|mrs|ms|phu nhân");
        if (m_words.inCapitals() && m_words.match(verbs(), first) > 0)
            return;
        if (m_words.match(offices(), first) > 0 || longOther(first) > 0 ||
            m_words.match(waysToAddress(), first) > 0)
            return;
        if (m_words.isAcronym(first) && m_words.match(persons, way) == 0)
            return;
        takeName(first);
    }

    /// A name that something introduces, and those that are listed with it.
    void takeName(qsizetype first)
    {
        qsizetype end = foreignEnd(first);
        m_names.push_back({first, end});
        while (end < m_words.size()) {
            const bool isListed = m_words[end].gap == Gap::Comma || m_words[end].gap == Gap::Bracket;
            const bool isJoined = m_words[end].gap == Gap::Space && m_words.lower(end) == u"và";
            const qsizetype next = isJoined ? end + 1 : end;
            if ((!isListed && !isJoined) || next < m_listed || next >= m_words.size() ||
                !m_words[next].foreign || !m_words[next].capital || m_words.isAcronym(next) ||
                m_words.match(countries(), next) + m_words.match(waysToAddress(), next) > 0)
                return;
            end = foreignEnd(next);
            if (end - next < 2 && m_words[next].gap != Gap::Bracket)
                return;
            m_names.push_back({next, end});
            m_listed = end;
        }
    }

    /// Where a name ends that may be foreign: "Ursula von der Leyen".
    [[nodiscard]] qsizetype foreignEnd(qsizetype first) const
    {
        // before these even a syllable of Vietnamese is a name: "van An", but not "do Lan"
        static const Phrases sure(u"von|van|der|de|dos|del|della|bin|bint|ibn|al|el|ul");
        qsizetype end = nameEnd(first, longestForeignName);
        while (end - first < longestWithParticles && end < m_words.size()) {
            qsizetype next = end;
            while (next < m_words.size() && next - end < 2 && m_words[next].gap == Gap::Space &&
                   m_words.match(particles(), next) > 0)
                ++next;
            if (next == end || !follows(next) || longOther(next) > 0 ||
                (!m_words[next].foreign && m_words.match(sure, next - 1) == 0))
                break;
            end = nameEnd(next, longestForeignName);
        }
        return end;
    }

    /// Looks for the name behind an office, past what belongs to the office.
    void behindOffice(qsizetype i)
    {
        static constexpr qsizetype farthest = 20;
        bool isPlaceNext = false;
        bool isBehindCountry = false;
        qsizetype ofField = 0; // small words that may belong to a field yet: "Cơ sở hạ tầng"
        for (const qsizetype end = std::min(m_words.size(), i + farthest); i < end;) {
            const Word &word = m_words[i];
            const bool goesOn =
                word.gap <= Gap::Dot ||
                (word.gap == Gap::Comma && word.capital &&
                 (m_words.match(bodies(), i) > 0 || (ofField > 0 && isHalf(i)))) ||
                ((word.gap == Gap::Dash || word.gap == Gap::Hyphen) && m_words.match(countries(), i) > 0);
            if (!goesOn || m_words.match(offices(), i) > 0)
                return;
            if (const qsizetype other = otherAt(i); other > 0) {
                isPlaceNext = m_words.match(placeHeads(), i) == other;
                ofField = isHalf(i) ? 2 : word.capital || word.gap != Gap::Space ? 0 : ofField;
                isBehindCountry = m_words.match(countries(), i) > 0;
                i += other;
                continue;
            }
            if (!word.capital && ofField > 0 && !word.foreign && m_words.match(verbs(), i) == 0) {
                --ofField;
                ++i;
                continue;
            }
            if (!word.capital)
                return;
            if (isPlaceNext && m_words.match(familyNames(), i) == 0) {
                i += !word.foreign && follows(i + 1) && !m_words[i + 1].foreign ? 2 : 1;
                isPlaceNext = false;
                continue;
            }
            if (!m_words.inCapitals() || word.foreign || isHyphenated(i + 1) ||
                (isBehindCountry && m_words.match(verbs(), i) == 0))
                takeName(i);
            return;
        }
    }

    /// "Lễ tân", "Khoa học": a word of two syllables.
    [[nodiscard]] bool isHalf(qsizetype i) const
    {
        return m_words[i].capital && !m_words[i].foreign && m_words.isSmallNext(i) &&
               !m_words[i + 1].foreign && m_words.match(familyNames(), i) == 0 &&
               (m_words.match(verbs(), i + 1) == 0 || m_words.match(complements(), i + 1) > 0);
    }

    /// How many words at a place belong to an office: a country, a body, a field, a small word.
    [[nodiscard]] qsizetype otherAt(qsizetype i) const
    {
        const bool capital = m_words[i].capital;
        if (isBeforeHyphens(i) && m_words.match(bodies(), i) == 1)
            return 0;
        const qsizetype country = m_words.match(countries(), i);
        if (country > 1 || (country == 1 && capital))
            return country;
        if (const qsizetype body = m_words.match(bodies(), i); body > 0)
            return body;
        if (capital && m_words.isAcronym(i))
            return 1;
        if (isHalf(i))
            return 2;
        if (!capital || m_words.inCapitals())
            return std::max(m_words.match(complements(), i), m_words.match(placeHeads(), i));
        return 0;
    }

    Words m_words;
    std::vector<Span> m_names; ///< of words
    qsizetype m_listed = 0;    ///< where the last name of a list ended
};

} // namespace

std::vector<Span> personNames(QStringView text)
{
    return NameFinder(text).find();
}

namespace {

/// Whether other words than a name have a phrase at a place that is longer than the name, or one that the
/// name's last syllable begins: "Minh Chính trị".
bool isLongerOther(const Words &words, qsizetype i, qsizetype length)
{
    const qsizetype last = i + length - 1;
    if (length > 1 && words.isSmallNext(last) &&
        (words.match(bodies(), last) > 1 || words.match(offices(), last) > 1))
        return true;
    return words.match(countries(), i) > length ||
           words.match(bodies(), i) > std::max<qsizetype>(length, 1) ||
           words.match(offices(), i) > std::max<qsizetype>(length, 1);
}

/// How many words at a place are one of the names; each with a capital, but for particles. 0: none is.
qsizetype lengthOf(const QHash<QString, QList<QStringList>> &names, const Words &words, qsizetype i)
{
    const QStringView word = words.lower(i);
    const auto begin = names.constFind(QString::fromRawData(word.data(), word.size()));
    if (begin == names.constEnd() || !words[i].capital)
        return 0;
    qsizetype longest = 0;
    for (const QStringList &name : *begin) {
        qsizetype same = 1;
        while (same < name.size() && i + same < words.size() && words[i + same].gap <= Gap::Hyphen &&
               words.lower(i + same) == name[same] &&
               (words[i + same].capital || words.match(particles(), i + same) > 0))
            ++same;
        if (same == name.size())
            longest = std::max(longest, same);
    }
    return longest;
}

/// "Thứ trưởng Việt", "Trung nói thêm", "Theo Hồng,": whether a given name alone is meant.
bool isGivenAlone(const Words &words, qsizetype i, qsizetype length)
{
    static const Phrases speech(u"nói|kể|viết|đáp|cho biết|cho rằng|khẳng định|nhấn mạnh|trả lời|phát biểu|"
                                u"đề nghị|bày tỏ|cảm ơn|nêu");
    if (words.isIntroduced(i))
        return true;
    const qsizetype end = i + length;
    if (words.match(countries(), i) > 0)
        return false;
    if (i == 0)
        return end < words.size() && words[end].gap == Gap::Space && words.match(speech, end) > 0;
    return words.lower(i - 1) == u"theo" && words[i].gap == Gap::Space &&
           (end == words.size() || words[end].gap == Gap::Comma);
}

} // namespace

void KnownNames::add(QHash<QString, QList<QStringList>> &to, const QStringList &words)
{
    QList<QStringList> &names = to[words.first()];
    if (!names.contains(words))
        names.append(words);
}

void KnownNames::learn(QStringView text, const std::vector<Span> &names)
{
    if (names.empty())
        return;
    const Words words(text);
    for (const Span &name : names) {
        const auto [first, end] = words.within(name);
        QStringList all;
        for (qsizetype i = first; i < end; ++i) {
            all.append(words.lower(i).toString());
            const bool isShort = words[i].span.length() <= (words[i].upper ? 5 : 2); // or an acronym
            const bool isOwn =
                words[i].capital && words[i].foreign && !isShort && words.match(countries(), i) == 0;
            if (isOwn)
                add(m_names, {all.last()});
            if (i > first && words[i].gap == Gap::Hyphen)
                add(m_names, all.last(2)); // "Mai-Lan"
        }
        if (all.size() < 2)
            continue;
        add(m_names, all);
        if (!words[end - 1].foreign)
            add(m_given, {all.last()});
        if (all.size() == 2 ||
            words.match(familyNames(), first) + words.match(doubtfulFamilyNames(), first) == 0)
            continue;
        const qsizetype other =
            std::max(words.match(countries(), first + 1), words.match(bodies(), first + 1));
        add(other == all.size() - 1 ? m_given : m_names, all.mid(1)); // "Hòa Bình" is a province, too
    }
}

std::vector<Span> KnownNames::find(QStringView text) const
{
    std::vector<Span> found;
    if (isEmpty())
        return found;
    const Words words(text);
    for (qsizetype i = 0; i < words.size();) {
        qsizetype length = lengthOf(m_names, words, i);
        if (length == 0) {
            length = lengthOf(m_given, words, i);
            length = length > 0 && isGivenAlone(words, i, length) ? length : 0;
        }
        if (length > 0 && isLongerOther(words, i, length))
            length = 0;
        if (length > 0)
            found.push_back(words.original(i, i + length));
        i += std::max<qsizetype>(1, length);
    }
    return found;
}

namespace {

bool isSpeltInVietnamese(const Words &words, qsizetype first, qsizetype end)
{
    bool hasSyllable = false;
    for (qsizetype i = first; i < end; ++i) {
        if (words.lower(i).contains(u'-'))
            return true;
        hasSyllable = hasSyllable || !words[i].foreign;
    }
    static const Phrases own(u"Việt|Việt Nam|Viet Nam|Vietnam");
    static const Phrases in(u"tại|ở"); // "Đại sứ Việt Nam tại Pháp Nguyễn Văn An"
    for (qsizetype at = std::max<qsizetype>(0, first - 4); hasSyllable && at < first; ++at) {
        if (words.match(countries(), at) == first - at && words[first].gap == Gap::Space && words[at].capital)
            return words.match(own, at) == 0 && !words.isBehind(in, at);
    }
    return false;
}

} // namespace

std::vector<bool> areSpeltInVietnamese(QStringView text, const std::vector<Span> &names)
{
    std::vector<bool> are;
    if (names.empty())
        return are;
    const Words words(text);
    for (const Span &name : names) {
        const auto [first, end] = words.within(name);
        are.push_back(isSpeltInVietnamese(words, first, end));
    }
    return are;
}

} // namespace verbale::text
