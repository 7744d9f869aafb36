#include "text/sentences.h"

#include "text/abbreviations.h"
#include "text/term_key.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <QtCore/QStringList>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace verbale::text {

namespace {

/// A break iterator costs some 100 microseconds to make: each thread makes one.
icu::BreakIterator &breakIterator()
{
    static thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> made(
            icu::BreakIterator::createSentenceInstance(icu::Locale("vi"), status));
        if (U_FAILURE(status))
            qFatal("ICU has no sentence rules: %s", u_errorName(status));
        return made;
    }();
    return *iterator;
}

/// The ends of ICU's sentences, in order; the last one is the text's end.
std::vector<qsizetype> icuBreaks(QStringView text)
{
    std::vector<qsizetype> breaks;
    UErrorCode status = U_ZERO_ERROR;
    UText *view = utext_openUChars(nullptr, text.utf16(), text.size(), &status);
    icu::BreakIterator &iterator = breakIterator();
    iterator.setText(view, status);
    if (U_SUCCESS(status)) {
        iterator.first();
        for (int32_t end = iterator.next(); end != icu::BreakIterator::DONE; end = iterator.next())
            breaks.push_back(end);
    }
    utext_close(view);
    if (breaks.empty() || breaks.back() != text.size())
        breaks.push_back(text.size());
    return breaks;
}

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator ||
           c == QChar(0x85);
}

bool isOpening(QChar c)
{
    return c.category() == QChar::Punctuation_Open || c.category() == QChar::Punctuation_InitialQuote ||
           c == u'"' || c == u'\'';
}

bool isClosing(QChar c)
{
    return c.category() == QChar::Punctuation_Close || c.category() == QChar::Punctuation_FinalQuote ||
           c == u'"' || c == u'\'';
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'' || c == u'“' || c == u'‘' || c == u'«';
}

/// What stands before and after a possible break, looked at from the break.
class BreakContext
{
public:
    BreakContext(QStringView text, qsizetype sentenceStart, qsizetype position)
        : m_text(text), m_sentenceStart(sentenceStart)
    {
        m_wordEnd = position;
        while (m_wordEnd > sentenceStart && text[m_wordEnd - 1].isSpace())
            --m_wordEnd;
        while (m_wordEnd > sentenceStart && isClosing(text[m_wordEnd - 1]))
            --m_wordEnd;
        if (m_wordEnd > sentenceStart)
            m_terminator = text[--m_wordEnd];
        m_wordStart = startOfWord(m_wordEnd);
        m_next = position;
        while (m_next < text.size() && (text[m_next].isSpace() || isOpening(text[m_next])))
            m_quoteFollows = isQuote(text[m_next++]) || m_quoteFollows;
    }

    [[nodiscard]] QChar terminator() const { return m_terminator; }
    /// The word before the terminator.
    [[nodiscard]] QStringView word() const { return m_text.mid(m_wordStart, m_wordEnd - m_wordStart); }
    [[nodiscard]] QStringView wordBefore() const
    {
        qsizetype end = m_wordStart;
        while (end > m_sentenceStart && m_text[end - 1].isSpace())
            --end;
        const qsizetype start = startOfWord(end);
        return m_text.mid(start, end - start);
    }
    /// Everything of the sentence before the word.
    [[nodiscard]] QStringView sentenceBefore() const
    {
        return m_text.mid(m_sentenceStart, m_wordStart - m_sentenceStart).trimmed();
    }
    [[nodiscard]] QChar next() const { return m_next < m_text.size() ? m_text[m_next] : QChar(); }
    [[nodiscard]] QStringView nextWord() const
    {
        qsizetype end = m_next;
        while (end < m_text.size() && m_text[end].isLetterOrNumber())
            ++end;
        return m_text.mid(m_next, end - m_next);
    }
    [[nodiscard]] bool quoteFollows() const { return m_quoteFollows; }

private:
    [[nodiscard]] qsizetype startOfWord(qsizetype end) const
    {
        while (end > m_sentenceStart && !m_text[end - 1].isSpace() && !isOpening(m_text[end - 1]))
            --end;
        return end;
    }

    QStringView m_text;
    qsizetype m_sentenceStart = 0;
    qsizetype m_wordStart = 0;
    qsizetype m_wordEnd = 0;
    qsizetype m_next = 0;
    QChar m_terminator;
    bool m_quoteFollows = false;
};

bool isNumeral(QStringView word)
{
    const auto isFigure = [](QChar c) { return c.isDigit() || c == u'.'; };
    const auto isRoman = [](QChar c) { return QStringView(u"IVXLC").contains(c); };
    return !word.isEmpty() && word.size() <= 6 &&
           (std::all_of(word.begin(), word.end(), isFigure) ||
            std::all_of(word.begin(), word.end(), isRoman));
}

/// "1.", "IV." or "a." before an item, "Điều 5." before the heading of an article.
bool isEnumerator(const BreakContext &context)
{
    static const QStringList parts = [] {
        QStringList keys;
        for (const QStringView part :
             {u"điều", u"chương", u"mục", u"phần", u"khoản", u"tiết", u"phụ lục", u"bài"})
            keys.append(foldTerm(part));
        return keys;
    }();
    const QStringView before = context.sentenceBefore();
    const QStringView word = context.word();
    if (before.isEmpty())
        return isNumeral(word) || (word.size() == 1 && word[0].isLetter());
    return before.size() <= 16 && isNumeral(word) && parts.contains(foldTerm(before));
}

/// "TGVN." or "Baoquocte.vn." at a paragraph's start: the source, to which the first sentence belongs.
bool isDateline(QStringView word)
{
    const bool upper = std::none_of(word.begin(), word.end(), [](QChar c) { return c.isLower(); });
    return word.size() >= 2 && word.size() <= 20 && (upper || word.contains(u'.'));
}

bool isPlainName(QStringView word)
{
    const auto isPlain = [](QChar c) { return c.unicode() < 0x80; };
    return !word.isEmpty() && word[0].isUpper() && std::all_of(word.begin(), word.end(), isPlain);
}

/// The middle initial of a foreign name. "Nguyễn Văn A. Sau đó" is none: the words around it are Vietnamese.
bool isInitial(const BreakContext &context)
{
    return context.word().size() == 1 && isPlainName(context.word()) && isPlainName(context.wordBefore()) &&
           isPlainName(context.nextWord());
}

/// Whether ICU's break is one in Vietnamese.
bool isSentenceBreak(QStringView text, qsizetype sentenceStart, qsizetype position)
{
    const BreakContext context(text, sentenceStart, position);
    if (context.next().isLower() && !context.quoteFollows())
        return false; // "Vì sao?" ông hỏi.
    if (context.terminator() != u'.')
        return true;
    const bool opensParagraph = sentenceStart == 0 && context.sentenceBefore().isEmpty();
    return !isEnumerator(context) && !(opensParagraph && isDateline(context.word())) && !isInitial(context) &&
           !isTitleAbbreviation(context.word());
}

/// Whether there is a break that ICU does not see: after "…", before a figure, before a quotation in lower
/// case.
bool isMissedBreak(QStringView text, qsizetype sentenceStart, qsizetype position)
{
    const BreakContext context(text, sentenceStart, position);
    if (context.terminator() == u'…')
        return context.next().isUpper();
    const QStringView word = context.word();
    const bool endsSentence = word.size() > 1 && (word.back().isLower() || word.back().isMark()) &&
                              !isEnumerator(context) && !isTitleAbbreviation(word);
    return context.terminator() == u'.' && endsSentence &&
           (context.next().isDigit() || context.quoteFollows());
}

/// All places where a sentence may end: ICU's, and every space after a full stop or an ellipsis.
struct Candidate
{
    qsizetype end = 0;
    bool fromIcu = true;
};

std::vector<Candidate> candidates(QStringView text)
{
    std::vector<Candidate> all;
    qsizetype last = 0;
    for (const qsizetype end : icuBreaks(text)) {
        for (qsizetype i = last; i < end; ++i) {
            if (text[i] != u'.' && text[i] != u'…')
                continue;
            qsizetype after = i + 1;
            while (after < end && isClosing(text[after]))
                ++after;
            const qsizetype spaces = after;
            while (after < end && text[after].isSpace())
                ++after;
            if (after > spaces && after < end)
                all.push_back({after, false});
        }
        all.push_back({end, true});
        last = end;
    }
    return all;
}

Span trimmed(QStringView text, Span span)
{
    while (span.start < span.end && text[span.start].isSpace())
        ++span.start;
    while (span.end > span.start && text[span.end - 1].isSpace())
        --span.end;
    return span;
}

bool hasWord(QStringView text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

} // namespace

QList<Span> sentences(QStringView paragraph)
{
    QString joined; // a line end inside a paragraph is a space to the reader, a break to ICU
    QStringView text = paragraph;
    if (std::any_of(paragraph.begin(), paragraph.end(), isLineEnd)) {
        joined = paragraph.toString();
        std::replace_if(joined.begin(), joined.end(), isLineEnd, QChar(u' '));
        text = joined;
    }
    QList<Span> result;
    qsizetype start = 0;
    bool lastHasWord = false;
    for (const Candidate &candidate : candidates(text)) {
        const bool atEnd = candidate.end == text.size();
        if (!atEnd && !(candidate.fromIcu ? isSentenceBreak : isMissedBreak)(text, start, candidate.end))
            continue;
        const Span span = trimmed(text, {start, candidate.end});
        start = candidate.end;
        if (span.isEmpty())
            continue;
        // Signs alone ("./.", a closing quotation mark) are no sentence: they belong to the one before them.
        const bool words = hasWord(text.mid(span.start, span.length()));
        if (result.isEmpty() || (words && lastHasWord)) {
            result.append(span);
            lastHasWord = words;
        } else {
            result.back().end = span.end;
            lastHasWord = lastHasWord || words;
        }
    }
    return result;
}

} // namespace verbale::text
