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

class Folder
{
public:
    explicit Folder(QStringView source) : m_source(source)
    {
        m_key.text.resize(source.size());
        m_key.starts.resize(static_cast<size_t>(source.size()));
        m_key.ends.resize(static_cast<size_t>(source.size()));
    }

    TermKey run() &&
    {
        const qsizetype size = m_source.size();
        for (qsizetype i = 0; i < size;) {
            const char16_t folded = m_table[m_source[i].unicode()];
            if (folded == u' ') {
                appendSpace(i, i + 1);
                ++i;
            } else if (folded != 0 && (i + 1 == size || m_table[m_source[i + 1].unicode()] != 0)) {
                append(folded, i, i + 1);
                ++i;
            } else {
                i = foldCluster(i);
            }
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
        m_key.text.data()[m_size] = QChar(unit);
        m_key.starts[static_cast<size_t>(m_size)] = static_cast<qint32>(start);
        m_key.ends[static_cast<size_t>(m_size)] = static_cast<qint32>(end);
        ++m_size;
    }

    void grow() // only where composition makes a text longer
    {
        const qsizetype size = m_key.text.size() * 2 + 16;
        m_key.text.resize(size);
        m_key.starts.resize(static_cast<size_t>(size));
        m_key.ends.resize(static_cast<size_t>(size));
    }

    void appendSpace(qsizetype start, qsizetype end)
    {
        if (m_size > 0 && m_key.text.constData()[m_size - 1] == u' ')
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
        UErrorCode status = U_ZERO_ERROR;
        const icu::UnicodeString normal = m_composer.normalize(cluster, status);
        const icu::UnicodeString &text = U_SUCCESS(status) ? normal : cluster;
        for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
            appendFolded(static_cast<char32_t>(text.char32At(i)), start, end);
    }

    QStringView m_source;
    const FoldTable &m_table = FoldTable::instance();
    const icu::Normalizer2 &m_composer = composer();
    TermKey m_key;
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
