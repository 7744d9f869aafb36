#include "text/word_diff.h"

#include <QtCore/QHash>

#include <algorithm>
#include <vector>

namespace verbale::text {

namespace {

using Kind = DiffPiece::Kind;

/// Beyond this many words that differ, finding the fewest changes would take too long.
constexpr int mostWords = 8000;
constexpr int nowhere = -(1 << 28);

enum class Character { Word, Space, Other };

Character characterAt(QStringView text, qsizetype i)
{
    const QChar c = text[i];
    if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
        return QChar::isLetterOrNumber(QChar::surrogateToUcs4(c, text[i + 1])) ? Character::Word
                                                                               : Character::Other;
    if (c.isLetterOrNumber() || c.isMark())
        return Character::Word;
    return c.isSpace() ? Character::Space : Character::Other;
}

qsizetype lengthAt(QStringView text, qsizetype i)
{
    return text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate() ? 2 : 1;
}

/// Whether the character at `i` joins the two of a word that it stands between: don't, 1.500, 1,5.
bool joins(QStringView text, qsizetype i)
{
    if (i == 0 || i + 1 >= text.size())
        return false;
    const char16_t c = text[i].unicode();
    if (c == u'\'' || c == u'\u2019')
        return text[i - 1].isLetter() && text[i + 1].isLetter();
    return (c == u'.' || c == u',') && text[i - 1].isDigit() && text[i + 1].isDigit();
}

/// The comparison of two lists of numbered words; marks what is only in one of them.
class Comparison
{
public:
    Comparison(std::vector<int> before, std::vector<int> after)
        : m_before(std::move(before))
        , m_after(std::move(after))
        , removed(m_before.size(), false)
        , added(m_after.size(), false)
    {
        const std::size_t diagonals = 2 * (m_before.size() + m_after.size()) + 4;
        m_forward.resize(diagonals);
        m_backward.resize(diagonals);
        compare(0, count(m_before), 0, count(m_after));
    }

private:
    struct Snake
    {
        int x = 0;
        int y = 0;
        int u = 0;
        int v = 0;
    };

    static int count(const std::vector<int> &words) { return static_cast<int>(words.size()); }
    [[nodiscard]] int wordBefore(int i) const { return m_before[static_cast<std::size_t>(i)]; }
    [[nodiscard]] int wordAfter(int i) const { return m_after[static_cast<std::size_t>(i)]; }
    int &forward(int k)
    {
        return m_forward[static_cast<std::size_t>(k) + static_cast<std::size_t>(m_offset)];
    }
    int &backward(int k)
    {
        return m_backward[static_cast<std::size_t>(k) + static_cast<std::size_t>(m_offset)];
    }
    void compare(int left, int right, int top, int bottom);
    Snake middle(int left, int right, int top, int bottom);
    [[nodiscard]] int step(const std::vector<int> &furthest, int d, int k, int width, int height) const;

    std::vector<int> m_before;
    std::vector<int> m_after;
    std::vector<int> m_forward;
    std::vector<int> m_backward;
    int m_offset = 0;

public:
    std::vector<bool> removed;
    std::vector<bool> added;
};

void Comparison::compare(int left, int right, int top, int bottom)
{
    while (left < right && top < bottom && wordBefore(left) == wordAfter(top)) {
        ++left;
        ++top;
    }
    while (left < right && top < bottom && wordBefore(right - 1) == wordAfter(bottom - 1)) {
        --right;
        --bottom;
    }
    if (left == right || top == bottom || right - left + bottom - top > mostWords) {
        std::fill(removed.begin() + left, removed.begin() + right, true);
        std::fill(added.begin() + top, added.begin() + bottom, true);
        return;
    }
    const Snake snake = middle(left, right, top, bottom);
    compare(left, snake.x, top, snake.y);
    compare(snake.u, right, snake.v, bottom);
}

/// The next point of the way that has come furthest on diagonal `k` after `d` changes, before equal words;
/// `nowhere` when that lies outside.
int Comparison::step(const std::vector<int> &furthest, int d, int k, int width, int height) const
{
    const auto reached = [&](int diagonal) {
        return furthest[static_cast<std::size_t>(diagonal) + static_cast<std::size_t>(m_offset)];
    };
    const bool down = k == -d || (k != d && reached(k - 1) < reached(k + 1));
    const int x = down ? reached(k + 1) : reached(k - 1) + 1;
    return x < 0 || x > width || x - k > height ? nowhere : x;
}

/// The run of equal words in the middle of a shortest way from (left, top) to (right, bottom): it is where
/// the ways from both ends meet.
Comparison::Snake Comparison::middle(int left, int right, int top, int bottom)
{
    const int width = right - left;
    const int height = bottom - top;
    const int delta = width - height;
    const bool odd = (delta & 1) != 0;
    m_offset = width + height + 1;
    forward(1) = 0;
    backward(1) = 0;
    for (int d = 0;; ++d) {
        for (int k = -d; k <= d; k += 2) {
            const int start = step(m_forward, d, k, width, height);
            int x = start;
            while (x >= 0 && x < width && x - k < height && wordBefore(left + x) == wordAfter(top + x - k))
                ++x;
            forward(k) = x;
            const int other = delta - k;
            if (odd && x >= 0 && other >= 1 - d && other <= d - 1 && x + backward(other) >= width)
                return {left + start, top + start - k, left + x, top + x - k};
        }
        for (int k = -d; k <= d; k += 2) {
            const int start = step(m_backward, d, k, width, height);
            int x = start;
            while (x >= 0 && x < width && x - k < height &&
                   wordBefore(right - 1 - x) == wordAfter(bottom - 1 - (x - k)))
                ++x;
            backward(k) = x;
            const int other = delta - k;
            if (!odd && x >= 0 && other >= -d && other <= d && x + forward(other) >= width)
                return {right - x, bottom - (x - k), right - start, bottom - (start - k)};
        }
    }
}

void append(QList<DiffPiece> &pieces, Kind kind, QStringView text)
{
    if (text.isEmpty())
        return;
    if (!pieces.isEmpty() && pieces.last().kind == kind)
        pieces.last().text += text;
    else
        pieces.append({kind, text.toString()});
}

bool isBlank(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

/// A change after which only spaces are the same until the next one goes on.
QList<DiffPiece> joinedAcrossSpaces(const QList<DiffPiece> &pieces)
{
    QList<DiffPiece> result;
    QString removed;
    QString added;
    const auto close = [&result, &removed, &added] {
        append(result, Kind::Removed, std::exchange(removed, {}));
        append(result, Kind::Added, std::exchange(added, {}));
    };
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const DiffPiece &piece = pieces[i];
        if (piece.kind == Kind::Removed) {
            removed += piece.text;
        } else if (piece.kind == Kind::Added) {
            added += piece.text;
        } else if (!removed.isEmpty() && !added.isEmpty() && i + 1 < pieces.size() && isBlank(piece.text)) {
            removed += piece.text;
            added += piece.text;
        } else {
            close();
            append(result, Kind::Same, piece.text);
        }
    }
    close();
    return result;
}

} // namespace

QList<QStringView> diffWords(QStringView text)
{
    QList<QStringView> words;
    qsizetype start = 0;
    while (start < text.size()) {
        const Character kind = characterAt(text, start);
        qsizetype end = start + lengthAt(text, start);
        while (kind != Character::Other && end < text.size() &&
               (characterAt(text, end) == kind || (kind == Character::Word && joins(text, end))))
            end += lengthAt(text, end);
        words.append(text.sliced(start, end - start));
        start = end;
    }
    return words;
}

QList<DiffPiece> wordDiff(QStringView before, QStringView after)
{
    const QList<QStringView> wordsBefore = diffWords(before);
    const QList<QStringView> wordsAfter = diffWords(after);
    QHash<QStringView, int> numbers;
    const auto numbered = [&numbers](const QList<QStringView> &words) {
        std::vector<int> result;
        result.reserve(static_cast<std::size_t>(words.size()));
        for (const QStringView word : words) {
            const auto known = numbers.constFind(word);
            result.push_back(
                known != numbers.cend() ? *known : *numbers.insert(word, static_cast<int>(numbers.size())));
        }
        return result;
    };
    std::vector<int> first = numbered(wordsBefore);
    const Comparison comparison(std::move(first), numbered(wordsAfter));
    QList<DiffPiece> pieces;
    qsizetype i = 0;
    qsizetype k = 0;
    while (i < wordsBefore.size() || k < wordsAfter.size()) {
        if (i < wordsBefore.size() && comparison.removed[static_cast<std::size_t>(i)]) {
            append(pieces, Kind::Removed, wordsBefore[i++]);
        } else if (k < wordsAfter.size() && comparison.added[static_cast<std::size_t>(k)]) {
            append(pieces, Kind::Added, wordsAfter[k++]);
        } else {
            append(pieces, Kind::Same, wordsBefore[i++]);
            ++k;
        }
    }
    return joinedAcrossSpaces(pieces);
}

} // namespace verbale::text
