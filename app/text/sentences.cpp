#include "text/sentences.h"

#include "text/abbreviations.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <QtCore/QString>

#include <algorithm>
#include <memory>
#include <vector>

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

/// What stands before and after a possible break, looked at from the break.
class BreakContext
{
public:
    BreakContext(QStringView text, qsizetype sentenceStart, qsizetype position) : m_text(text)
    {
        qsizetype end = position;
        while (end > sentenceStart && text[end - 1].isSpace())
            --end;
        while (end > sentenceStart && isClosing(text[end - 1]))
            --end;
        m_terminator = end > sentenceStart ? text[end - 1] : QChar();
        m_wordEnd = end - 1;
        m_wordStart = m_wordEnd;
        while (m_wordStart > sentenceStart && !text[m_wordStart - 1].isSpace() &&
               !isOpening(text[m_wordStart - 1]))
            --m_wordStart;
        m_first = m_wordStart == sentenceStart;
        m_next = position;
        while (m_next < text.size() && (text[m_next].isSpace() || isOpening(text[m_next])))
            ++m_next;
    }

    [[nodiscard]] bool afterFullStop() const { return m_terminator == u'.'; }
    /// The word before the terminator.
    [[nodiscard]] QStringView word() const
    {
        return m_text.mid(m_wordStart, qMax<qsizetype>(m_wordEnd - m_wordStart, 0));
    }
    /// The word is all that the sentence has.
    [[nodiscard]] bool wordIsSentence() const { return m_first; }
    [[nodiscard]] QChar next() const { return m_next < m_text.size() ? m_text[m_next] : QChar(); }

private:
    QStringView m_text;
    qsizetype m_wordStart = 0;
    qsizetype m_wordEnd = 0;
    qsizetype m_next = 0;
    QChar m_terminator;
    bool m_first = false;
};

/// "1", "IV", "a", "2.1": the number of a list item or an article.
bool isEnumerator(QStringView word)
{
    if (word.size() > 6)
        return false;
    bool roman = true;
    bool number = true;
    for (const QChar c : word) {
        number = number && (c.isDigit() || c == u'.');
        roman = roman && QStringView(u"IVXLC").contains(c);
    }
    return number || roman || (word.size() == 1 && word[0].isLetter());
}

/// "TGVN." or "Baoquocte.vn." at a paragraph's start: the source, to which the first sentence belongs.
bool isDateline(QStringView word)
{
    qsizetype lower = 0;
    for (const QChar c : word)
        lower += c.isLower() ? 1 : 0;
    return word.size() >= 2 && word.size() <= 20 && (lower == 0 || word.contains(u'.'));
}

/// Whether ICU's break is one in Vietnamese.
bool isSentenceBreak(QStringView text, qsizetype sentenceStart, qsizetype position)
{
    const BreakContext context(text, sentenceStart, position);
    if (context.next().isLower())
        return false; // "Thật không?" ông hỏi.
    if (!context.afterFullStop())
        return true;
    if (context.wordIsSentence() &&
        (isEnumerator(context.word()) || (sentenceStart == 0 && isDateline(context.word()))))
        return false;
    return !isTitleAbbreviation(context.word());
}

/// A break that ICU does not see: "…" before a capital, a full stop before a sentence that begins with a
/// figure.
bool isMissedBreak(QStringView text, qsizetype sentenceStart, qsizetype position)
{
    const BreakContext context(text, sentenceStart, position);
    const QStringView word = context.word();
    if (word.isEmpty())
        return false;
    if (text[position - 1].isSpace() == false)
        return false;
    if (context.afterFullStop())
        return context.next().isDigit() && word.size() > 1 && word.back().isLower() &&
               !isTitleAbbreviation(word);
    return false;
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
    Q_UNUSED(isMissedBreak)
    qsizetype start = 0;
    for (const qsizetype end : icuBreaks(text)) {
        if (end < text.size() && !isSentenceBreak(text, start, end))
            continue;
        Span span{start, end};
        while (span.start < span.end && text[span.start].isSpace())
            ++span.start;
        while (span.end > span.start && text[span.end - 1].isSpace())
            --span.end;
        start = end;
        if (span.isEmpty())
            continue;
        const QStringView chunk = text.mid(span.start, span.length());
        const bool hasContent = std::any_of(chunk.begin(), chunk.end(),
                                            [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
        if (hasContent || result.isEmpty())
            result.append(span);
        else
            result.back().end = span.end;
    }
    return result;
}

} // namespace verbale::text
