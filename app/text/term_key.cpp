#include "text/term_key.h"

#include "text/fold_table.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace verbale::text {

namespace {

class Folder
{
public:
    explicit Folder(QStringView source) : m_source(source)
    {
        m_key.text = QString(source.size(), Qt::Uninitialized);
    }

    TermKey run() &&
    {
        m_text = m_key.text.data();
        for (qsizetype i = 0; i < m_source.size();) {
            const qsizetype runEnd = foldRun(i);
            if (runEnd == m_source.size())
                break;
            const bool afterLetter = runEnd > i && m_table[m_source[runEnd - 1].unicode()] != u' ';
            i = runEnd;
            if (m_table[m_source[i].unicode()] == u' ') { // a second space, or one after a dash
                appendSpace(i, i + 1);
                ++i;
                continue;
            }
            if (afterLetter) { // what follows may compose with the letter that is folded already
                --i;
                takeBack(m_table[m_source[i].unicode()]);
            }
            const qsizetype composedEnd = afterLetter ? foldMarks(i) : i;
            i = composedEnd > i ? composedEnd : foldCluster(i);
        }
        m_key.text.truncate(m_size);
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
        reserve(size - begin);
        QChar *out = m_text + m_size;
        std::uint32_t stops = stopsAfter(m_size > 0 ? out[-1].unicode() : u'\0');
        qsizetype i = begin;
        for (; i < size; ++i, ++out) {
            const std::uint32_t entry = m_table.entry(source[i]);
            *out = QChar(static_cast<char16_t>(entry));
            if ((entry & stops) == 0) {
                stops = FoldTable::stopsAfter(entry);
            } else if (entry & (FoldTable::Stop | FoldTable::Space)) {
                break;
            } else {
                settle(out); // the unit has a tone now, and the same may not follow
            }
        }
        if (i > begin) {
            follow(begin, begin + 1);
            m_size += i - begin;
        }
        return i;
    }

    [[nodiscard]] std::uint32_t stopsAfter(char16_t unit) const
    {
        constexpr std::uint32_t gap = FoldTable::Space << FoldTable::AfterShift;
        return FoldTable::stopsAfter(unit == u'-' ? gap : m_table.entry(unit));
    }

    /// A tone moves on to the vowel after it, so that in the end it stands on the last of a run of vowels and
    /// "hòa", "hoà", "Hòan" and "hoàn" are spelt alike. If there are several, which is no Vietnamese, they
    /// move on together.
    void settle(QChar *last)
    {
        for (; last > m_text && m_vowels.isToned(last[-1].unicode()) && m_vowels.isPlain(last->unicode());
             --last) {
            *last = QChar(m_vowels.withTone(last->unicode(), m_vowels.toneOf(last[-1].unicode())));
            last[-1] = QChar(m_vowels.withTone(last[-1].unicode(), 0));
        }
    }

    /// Notes what the next unit of the key is made from.
    void follow(qsizetype start, qsizetype end)
    {
        const auto first = static_cast<qint32>(start);
        const auto folded = static_cast<qint32>(m_size);
        const auto width = static_cast<qint32>(end - start);
        if (!m_key.runs.empty()) {
            const TermKey::Run &last = m_key.runs.back();
            const bool goesOn = last.width == 0 ? width == 1 && first == last.start + folded - last.folded
                                                : width == last.width && first == last.start;
            if (goesOn)
                return;
        }
        m_key.runs.push_back({folded, first, width == 1 ? 0 : width});
    }

    /// Removes the last unit, which was that of `letter`; a tone that has moved on to it goes back.
    void takeBack(char16_t letter)
    {
        qsizetype at = --m_size;
        if (m_text[at] != QChar(letter)) {
            while (at > 0 && m_vowels.isToned(m_text[at - 1].unicode()))
                --at;
            for (; at <= m_size; ++at)
                m_text[at - 1] =
                    QChar(m_vowels.withTone(m_text[at - 1].unicode(), m_vowels.toneOf(m_text[at].unicode())));
        }
        forget();
    }

    void forget()
    {
        while (!m_key.runs.empty() && m_key.runs.back().folded >= m_size)
            m_key.runs.pop_back();
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
        appendAsIs(unit, start, end);
        settle(m_text + m_size - 1);
    }

    void appendAsIs(char16_t unit, qsizetype start, qsizetype end)
    {
        reserve(1);
        follow(start, end);
        m_text[m_size++] = QChar(unit);
    }

    void reserve(qsizetype units) // more than there are only where composition makes a text longer
    {
        if (m_key.text.size() - m_size >= units)
            return;
        m_key.text.resize(m_size + units + m_size / 2 + 16);
        m_text = m_key.text.data();
    }

    void appendSpace(qsizetype start, qsizetype end)
    {
        if (m_size > 0 && m_text[m_size - 1] == u' ') { // it grows
            --m_size;
            const TermKey::Run last = m_key.runs.back();
            start = last.width == 0 ? last.start + m_size - last.folded : last.start;
            forget();
            append(u' ', start, end);
        } else if (m_size == 0 || m_text[m_size - 1] != u'-') {
            append(u' ', start, end);
        }
    }

    /// The space beside a dash says nothing: "Á - Âu" is "Á-Âu".
    void appendDash(qsizetype start, qsizetype end)
    {
        if (m_size > 0 && m_text[m_size - 1] == u' ') {
            --m_size;
            forget();
        }
        append(u'-', start, end);
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
        m_cluster[0] = unified(first);
        size_t count = 1;
        qsizetype end = next; // of the last character that is seen
        while (next < m_source.size() && count < longestCluster) {
            qsizetype after = 0;
            const char32_t c = codePointAt(next, after);
            if (!isIgnorable(c)) {
                if (isSpace(c) || m_composer.hasBoundaryBefore(static_cast<UChar32>(c)))
                    break;
                m_cluster[count++] = unified(c);
                end = after;
            }
            next = after;
        }
        appendComposed(count, start, end);
        return next;
    }

    void appendComposed(size_t count, qsizetype start, qsizetype end)
    {
        if (count == 1 && m_cluster[0] == U'-') {
            appendDash(start, end);
            return;
        }
        // A chain of pairs that ends in one character is that character's own decomposition: composed at
        // once.
        UChar32 composed = static_cast<UChar32>(m_cluster[0]);
        for (size_t k = 1; k < count && composed >= 0; ++k)
            composed = composeVietnamese(composed, static_cast<UChar32>(m_cluster[k]));
        if (count > 1 && composed >= 0) {
            appendFolded(static_cast<char32_t>(composed), start, end);
            return;
        }
        icu::UnicodeString cluster;
        for (size_t k = 0; k < count; ++k)
            cluster.append(static_cast<UChar32>(m_cluster[k]));
        // Folding can make a pair that composes (the Greek symbol ϵ becomes ε): composed before and after.
        const icu::UnicodeString folded = normalised(foldedCase(normalised(cluster)));
        for (int32_t i = 0; i < folded.length(); ++i) {
            if (i == 0 && folded.charAt(0) == u'-') // with a mark
                appendDash(start, end);
            else if (i + 1 < folded.length() &&
                     QChar(folded.charAt(i + 1)).isMark()) // no letter of Vietnamese
                appendAsIs(folded.charAt(i), start, end);
            else
                append(folded.charAt(i), start, end);
        }
    }

    /// NFC, with the marks of letters before the tones: Unicode keeps the order of marks that stand above.
    [[nodiscard]] icu::UnicodeString normalised(const icu::UnicodeString &text) const
    {
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeString parts = icu::Normalizer2::getNFDInstance(status)->normalize(text, status);
        const auto isTone = [](char16_t c) { return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309; };
        const auto isLetterMark = [](char16_t c) { return c == 0x302 || c == 0x306; };
        for (int32_t begin = 0; begin < parts.length(); ++begin) {
            int32_t end = begin;
            while (end < parts.length() && (isTone(parts[end]) || isLetterMark(parts[end])))
                ++end;
            if (end - begin < 2)
                continue;
            const int32_t length = parts.length();
            char16_t *const units = parts.getBuffer(length);
            std::stable_partition(units + begin, units + end, isLetterMark);
            parts.releaseBuffer(length);
            begin = end;
        }
        const icu::UnicodeString result = m_composer.normalize(parts, status);
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
    const VowelTable &m_vowels = VowelTable::instance();
    const icu::Normalizer2 &m_composer = composer();
    TermKey m_key;
    QChar *m_text = nullptr; ///< m_key.text's characters
    qsizetype m_size = 0;
    std::array<char32_t, longestCluster> m_cluster = {};
};

} // namespace

const TermKey::Run &TermKey::runAt(qsizetype unit) const
{
    const auto after = std::upper_bound(runs.begin(), runs.end(), unit,
                                        [](qsizetype at, const Run &run) { return at < run.folded; });
    return *std::prev(after);
}

qsizetype TermKey::startOf(qsizetype unit) const
{
    const Run &run = runAt(unit);
    return run.width == 0 ? run.start + unit - run.folded : run.start;
}

qsizetype TermKey::endOf(qsizetype unit) const
{
    const Run &run = runAt(unit);
    return run.width == 0 ? run.start + unit - run.folded + 1 : run.start + run.width;
}

Span TermKey::original(const Span &folded) const
{
    if (text.isEmpty())
        return {};
    if (folded.isEmpty()) {
        const qsizetype at =
            folded.start < text.size() ? startOf(qMax<qsizetype>(folded.start, 0)) : endOf(text.size() - 1);
        return {at, at};
    }
    return {startOf(folded.start), endOf(folded.end - 1)};
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
