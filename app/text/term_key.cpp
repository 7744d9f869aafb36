#include "text/term_key.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>

namespace verbale::text {

namespace {

const icu::Normalizer2 &composer()
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *instance = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status))
        qFatal("ICU has no composition data: %s", u_errorName(status));
    return *instance;
}

bool isIgnorable(char32_t c)
{
    return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool isSpace(char32_t c)
{
    return u_isUWhiteSpace(static_cast<UChar32>(c));
}

char32_t foldCase(char32_t c)
{
    return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
}

/// The folded unit of every character below the limit that folds by itself: Latin and all of Vietnamese,
/// Greek, Cyrillic, punctuation. 0 marks the rest: marks, characters that are dropped, and those that
/// composition changes.
class FoldTable
{
public:
    static constexpr char16_t limit = 0x2070;

    static const FoldTable &instance()
    {
        static const FoldTable table;
        return table;
    }

    [[nodiscard]] char16_t operator[](char16_t unit) const { return unit < limit ? m_folded[unit] : u'\0'; }

private:
    FoldTable()
    {
        for (char16_t unit = 1; unit < limit; ++unit) {
            if (isSpace(unit))
                m_folded[unit] = u' ';
            else if (!isIgnorable(unit) && composer().hasBoundaryBefore(unit) && composesToItself(unit))
                m_folded[unit] = static_cast<char16_t>(foldCase(unit));
        }
    }

    static bool composesToItself(char16_t unit)
    {
        UErrorCode status = U_ZERO_ERROR;
        return composer().isNormalized(icu::UnicodeString(static_cast<UChar>(unit)), status) &&
               foldCase(unit) < 0x10000;
    }

    std::array<char16_t, limit> m_folded = {};
};

/// What the letters of Vietnamese compose to with one of its marks; 0 where ICU has to be asked.
class PairTable
{
public:
    static const PairTable &instance()
    {
        static const PairTable table;
        return table;
    }

    [[nodiscard]] char16_t compose(char16_t letter, char16_t mark) const
    {
        const int row = rowOf(letter);
        const int column = columnOf(mark);
        return row < 0 || column < 0 ? u'\0'
                                     : m_composed[static_cast<size_t>(row)][static_cast<size_t>(column)];
    }

private:
    static constexpr std::array<char16_t, 8> marks = {0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323};
    static constexpr char16_t plainLetters = 0x1B1; // up to ư
    static constexpr char16_t firstExtended = 0x1E00;
    static constexpr char16_t extendedLetters = 0x100;

    PairTable()
    {
        for (int row = 0; row < plainLetters + extendedLetters; ++row) {
            const int letter = row < plainLetters ? row : firstExtended + row - plainLetters;
            for (size_t column = 0; column < marks.size(); ++column) {
                const UChar32 pair = composer().composePair(letter, marks[column]);
                m_composed[static_cast<size_t>(row)][column] = pair > 0 ? static_cast<char16_t>(pair) : u'\0';
            }
        }
    }

    static int rowOf(char16_t letter)
    {
        if (letter < plainLetters)
            return letter;
        const int extended = letter - firstExtended;
        return extended >= 0 && extended < extendedLetters ? plainLetters + extended : -1;
    }

    static int columnOf(char16_t mark)
    {
        switch (mark) {
        case 0x300:
            return 0;
        case 0x301:
            return 1;
        case 0x302:
            return 2;
        case 0x303:
            return 3;
        case 0x306:
            return 4;
        case 0x309:
            return 5;
        case 0x31B:
            return 6;
        case 0x323:
            return 7;
        default:
            return -1;
        }
    }

    std::array<std::array<char16_t, marks.size()>, plainLetters + extendedLetters> m_composed = {};
};

class Folder
{
public:
    explicit Folder(QStringView source) : m_source(source) { resize(source.size()); }

    TermKey run() &&
    {
        for (qsizetype i = 0; i < m_source.size();) {
            const qsizetype runEnd = foldRun(i);
            if (runEnd == m_source.size())
                break;
            const bool afterLetter = runEnd > i && m_table[m_source[runEnd - 1].unicode()] != u' ';
            i = runEnd;
            if (m_table[m_source[i].unicode()] == u' ') { // a second space
                appendSpace(i, i + 1);
                ++i;
                continue;
            }
            if (afterLetter) { // what follows may compose with the letter that is folded already
                --i;
                --m_size;
            }
            const qsizetype composedEnd = afterLetter ? foldMarks(i) : i;
            i = composedEnd > i ? composedEnd : foldCluster(i);
        }
        m_key.text.truncate(m_size);
        m_key.starts.resize(static_cast<size_t>(m_size));
        m_key.ends.resize(static_cast<size_t>(m_size));
        return std::move(m_key);
    }

private:
    /// Unicode's stream-safe limit: no writing system stacks more marks, and longer runs would cost quadratic
    /// time.
    static constexpr size_t longestCluster = 32;

    /// Folds characters that stand for themselves as far as there are any; returns where they end.
    qsizetype foldRun(qsizetype begin)
    {
        const char16_t *const source = m_source.utf16();
        const qsizetype size = m_source.size();
        while (m_key.text.size() - m_size < size - begin)
            grow();
        QChar *const out = m_text + m_size;
        char16_t last = m_size > 0 ? m_text[m_size - 1].unicode() : u'\0';
        qsizetype i = begin;
        for (; i < size; ++i) {
            const char16_t folded = m_table[source[i]];
            if (folded == 0 || (folded == u' ' && last == u' '))
                break;
            out[i - begin] = QChar(folded);
            last = folded;
        }
        qint32 *const starts = m_key.starts.data() + m_size;
        qint32 *const ends = m_key.ends.data() + m_size;
        const qint32 first = static_cast<qint32>(begin);
        const qint32 count = static_cast<qint32>(i - begin);
        for (qint32 k = 0; k < count; ++k) {
            starts[k] = first + k;
            ends[k] = first + k + 1;
        }
        m_size += count;
        return i;
    }

    /// Folds a letter with the common marks after it, if it is that simple; returns where they end, or
    /// `start`.
    qsizetype foldMarks(qsizetype start)
    {
        const qsizetype size = m_source.size();
        char16_t letter = m_source[start].unicode();
        qsizetype i = start + 1;
        for (; i < size; ++i) {
            const char16_t composed = m_pairs.compose(letter, m_source[i].unicode());
            if (composed == 0)
                break;
            letter = composed;
        }
        const bool simple =
            i > start + 1 && (i == size || m_table[m_source[i].unicode()] != 0) && m_table[letter] != 0;
        if (!simple)
            return start;
        append(m_table[letter], start, i);
        return i;
    }

    [[nodiscard]] char32_t codePointAt(qsizetype i, qsizetype &next) const
    {
        const char16_t unit = m_source[i].unicode();
        next = i + 1;
        if (QChar::isHighSurrogate(unit) && next < m_source.size() && m_source[next].isLowSurrogate())
            return QChar::surrogateToUcs4(unit, m_source[next++].unicode());
        return unit;
    }

    void append(char16_t unit, qsizetype start, qsizetype end)
    {
        if (m_size == m_key.text.size())
            grow();
        m_text[m_size] = QChar(unit);
        m_key.starts[static_cast<size_t>(m_size)] = static_cast<qint32>(start);
        m_key.ends[static_cast<size_t>(m_size)] = static_cast<qint32>(end);
        ++m_size;
    }

    void grow() // only where composition makes a text longer
    {
        resize(m_key.text.size() * 2 + 16);
    }

    void resize(qsizetype size)
    {
        m_key.text.resize(size);
        m_text = m_key.text.data();
        m_key.starts.resize(static_cast<size_t>(size));
        m_key.ends.resize(static_cast<size_t>(size));
    }

    void appendSpace(qsizetype start, qsizetype end)
    {
        if (m_size > 0 && m_text[m_size - 1] == u' ')
            m_key.ends[static_cast<size_t>(m_size - 1)] = static_cast<qint32>(end);
        else
            append(u' ', start, end);
    }

    void appendFolded(char32_t c, qsizetype start, qsizetype end)
    {
        c = foldCase(c);
        if (c < 0x10000) {
            append(static_cast<char16_t>(c), start, end);
        } else {
            append(QChar::highSurrogate(c), start, end);
            append(QChar::lowSurrogate(c), start, end);
        }
    }

    /// Folds the character at `start` with everything that composes with it; returns where the next one
    /// begins.
    qsizetype foldCluster(qsizetype start)
    {
        qsizetype next = 0;
        const char32_t first = codePointAt(start, next);
        if (isIgnorable(first))
            return next;
        if (isSpace(first)) {
            appendSpace(start, next);
            return next;
        }
        m_cluster[0] = first;
        size_t count = 1;
        qsizetype end = next; // of the last character that is seen
        while (next < m_source.size() && count < longestCluster) {
            qsizetype after = 0;
            const char32_t c = codePointAt(next, after);
            if (!isIgnorable(c)) {
                if (isSpace(c) || m_composer.hasBoundaryBefore(static_cast<UChar32>(c)))
                    break;
                m_cluster[count++] = c;
                end = after;
            }
            next = after;
        }
        appendComposed(count, start, end);
        return next;
    }

    void appendComposed(size_t count, qsizetype start, qsizetype end)
    {
        // A chain of pairs that ends in one character is that character's own decomposition: composed at
        // once.
        UChar32 composed = static_cast<UChar32>(m_cluster[0]);
        for (size_t k = 1; k < count && composed >= 0; ++k)
            composed = m_composer.composePair(composed, static_cast<UChar32>(m_cluster[k]));
        if (count > 1 && composed >= 0) {
            appendFolded(static_cast<char32_t>(composed), start, end);
            return;
        }
        icu::UnicodeString cluster;
        for (size_t k = 0; k < count; ++k)
            cluster.append(static_cast<UChar32>(m_cluster[k]));
        // Folding can make a pair that composes (the Greek symbol ϵ becomes ε): composed before and after.
        const icu::UnicodeString folded = normalised(foldedCase(normalised(cluster)));
        for (int32_t i = 0; i < folded.length(); ++i)
            append(folded.charAt(i), start, end);
    }

    [[nodiscard]] icu::UnicodeString normalised(const icu::UnicodeString &text) const
    {
        UErrorCode status = U_ZERO_ERROR;
        const icu::UnicodeString result = m_composer.normalize(text, status);
        return U_SUCCESS(status) ? result : text;
    }

    static icu::UnicodeString foldedCase(const icu::UnicodeString &text)
    {
        icu::UnicodeString result;
        for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
            result.append(u_foldCase(text.char32At(i), U_FOLD_CASE_DEFAULT));
        return result;
    }

    QStringView m_source;
    const FoldTable &m_table = FoldTable::instance();
    const PairTable &m_pairs = PairTable::instance();
    const icu::Normalizer2 &m_composer = composer();
    TermKey m_key;
    QChar *m_text = nullptr; ///< m_key.text's characters
    qsizetype m_size = 0;
    std::array<char32_t, longestCluster> m_cluster = {};
};

} // namespace

Span TermKey::original(const Span &folded) const
{
    if (starts.empty())
        return {};
    const qsizetype size = static_cast<qsizetype>(starts.size());
    if (folded.isEmpty()) {
        const qsizetype at =
            folded.start < size ? starts[static_cast<size_t>(qMax<qsizetype>(folded.start, 0))] : ends.back();
        return {at, at};
    }
    return {starts[static_cast<size_t>(folded.start)], ends[static_cast<size_t>(folded.end - 1)]};
}

TermKey makeTermKey(QStringView source)
{
    return Folder(source).run();
}

QString foldTerm(QStringView term)
{
    QString text = makeTermKey(term).text;
    if (text.endsWith(u' '))
        text.chop(1);
    if (text.startsWith(u' '))
        text.remove(0, 1);
    return text;
}

} // namespace verbale::text
