#include "session/text_document.h"

#include "session/languages.h"
#include "session/segmentation.h"
#include "session/source_text.h"
#include "text/code_points.h"
#include "text/page_text.h"

#include <QtCore/QFileInfo>

namespace verbale::session {

using text::ArticlePiece;
using text::LineRole;

namespace {

/// Pieces that make one paragraph, as one span of the text.
struct Paragraph
{
    Span span;
    LineRole role = LineRole::Body;
    QString language;
};

QList<Paragraph> joinParagraphs(const QList<ArticlePiece> &pieces)
{
    QList<Paragraph> paragraphs;
    bool goesOn = false;
    for (const ArticlePiece &piece : pieces) {
        if (piece.role == LineRole::Dropped) {
            goesOn = false;
            continue;
        }
        if (goesOn)
            paragraphs.last().span.end = piece.span.end;
        else
            paragraphs.append({piece.span, piece.role, piece.language});
        goesOn = piece.continues;
    }
    return paragraphs;
}

/// The paragraph for the sentence breaker: a line end within it is no end of a sentence. Same length.
QString unwrapped(QStringView paragraph)
{
    QString result = paragraph.toString();
    for (QChar &character : result) {
        if (text::isLineEnd(character))
            character = u' ';
    }
    return result;
}

class DocumentMaker
{
public:
    DocumentMaker(const QString &text, text::SentenceBreaker breaker)
        : m_text(text), m_breaker(std::move(breaker)), m_index(text)
    {
    }

    Unit makeUnit(const Paragraph &paragraph, qsizetype number) const
    {
        Unit unit;
        unit.id = QStringLiteral("u%1").arg(number);
        unit.type = text::roleName(paragraph.role);
        unit.language = paragraph.language;
        const QStringView content = view(paragraph.span);
        qsizetype previousEnd = 0;
        for (const Span &sentence : m_breaker.sentences(unwrapped(content))) {
            if (!unit.segments.isEmpty())
                unit.segments.last().gapAfter =
                    content.mid(previousEnd, sentence.start - previousEnd).toString();
            unit.segments.append(
                makeSegment({paragraph.span.start + sentence.start, paragraph.span.start + sentence.end},
                            unit.segments.size() + 1));
            previousEnd = sentence.end;
        }
        return unit;
    }

    DroppedLine makeDropped(const ArticlePiece &piece) const
    {
        return {piece.line, m_index.toCodePoints(piece.span.start), m_index.toCodePoints(piece.span.end),
                piece.reason, view(piece.span).toString()};
    }

private:
    QStringView view(const Span &span) const { return QStringView(m_text).mid(span.start, span.length()); }

    Segment makeSegment(const Span &span, qsizetype number) const
    {
        Segment segment;
        segment.id = QStringLiteral("s%1").arg(number);
        segment.source = inlineFromPlain(view(span));
        segment.sourceStart = m_index.toCodePoints(span.start);
        segment.sourceEnd = m_index.toCodePoints(span.end);
        return segment;
    }

    const QString &m_text;
    text::SentenceBreaker m_breaker;
    text::CodePointIndex m_index;
};

} // namespace

Result<OpenedDocument> makeTextDocument(const text::DecodedText &decoded, const QString &path,
                                        const OpenOptions &options)
{
    OpenedDocument opened;
    const Result<text::SentenceBreaker> breaker = sentenceBreaker(options, opened.warnings);
    if (!breaker)
        return breaker.error();
    const QList<ArticlePiece> pieces =
        options.wholeFile ? text::wholeFile(decoded.text) : text::findArticle(decoded.text);
    const DocumentMaker maker(decoded.text, *breaker);

    opened.path = path;
    opened.text = decoded.text;
    opened.workingFile = workingFileFor(path);
    opened.document.originalName =
        path == QLatin1String("-") ? QStringLiteral("stdin.txt") : QFileInfo(path).fileName();
    opened.document.sourceLanguage =
        options.sourceLanguage.isEmpty() ? QStringLiteral("vi") : options.sourceLanguage;
    opened.document.targetLanguage =
        options.targetLanguage.isEmpty() ? QStringLiteral("en") : options.targetLanguage;
    for (const Paragraph &paragraph : joinParagraphs(pieces)) {
        Unit unit = maker.makeUnit(paragraph, opened.document.units.size() + 1);
        if (!unit.segments.isEmpty())
            opened.document.units.append(std::move(unit));
    }
    for (const ArticlePiece &piece : pieces) {
        if (piece.role == LineRole::Dropped)
            opened.dropped.append(maker.makeDropped(piece));
    }
    if (opened.document.units.isEmpty()) {
        return Error{
            QStringLiteral("document.no-text"),
            opened.dropped.isEmpty()
                ? QStringLiteral("There is no text to translate in this file.")
                : QStringLiteral("No article was found in this file. Keep every line with --whole-file."),
            {path}};
    }
    settleLanguages(opened);
    return opened;
}

} // namespace verbale::session
