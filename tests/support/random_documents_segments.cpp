#include "support/random_documents.h"

#include <algorithm>
#include <array>

namespace verbale::testing {

namespace {

using Kind = InlineCode::Kind;

enum CodeKind { Plain, Xliff12Pair, Xliff12Single, Xliff2Pair, Xliff2Single, Annotation, CodeKinds };

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

/// Tags of a pair say the same of themselves.
void sayTheSame(const InlineCode &opening, InlineCode &closing)
{
    closing.id = opening.id;
    closing.canCopy = opening.canCopy;
    closing.canDelete = opening.canDelete;
    closing.canReorder = opening.canReorder;
    closing.type = opening.type;
}

} // namespace

RandomDocuments::Codes RandomDocuments::newCodes(int kind)
{
    static const std::array<QString, 7> types = {QString(),
                                                 QStringLiteral("fmt"),
                                                 QStringLiteral("link"),
                                                 QStringLiteral("xlf:b"),
                                                 QStringLiteral("image"),
                                                 QStringLiteral("other"),
                                                 QStringLiteral("acme:mark")};
    InlineCode code;
    code.id = QStringLiteral("c%1").arg(++m_lastCode);
    if (kind == Annotation) {
        InlineCode end;
        code.kind = Kind::Opening;
        code.markup = QStringLiteral("<mrk id=\"%1\" translate=\"no\">").arg(code.id);
        end.kind = Kind::Closing;
        end.id = code.id;
        end.markup = QStringLiteral("</mrk>");
        return {code, end};
    }
    code.type = types[static_cast<std::size_t>(below(7))];
    code.canCopy = !oneIn(4);
    if (oneIn(3))
        code.data = QStringLiteral("<b class=\"%1\">").arg(text(1, false));
    const bool is12 = kind == Xliff12Pair || kind == Xliff12Single;
    if (kind == Xliff12Single || kind == Xliff2Single || (kind == Plain && oneIn(2))) {
        if (is12)
            code.markup = code.data.isEmpty()
                              ? QStringLiteral("<x id=\"%1\"/>").arg(code.id)
                              : QStringLiteral("<ph id=\"%1\">%2</ph>").arg(code.id, escaped(code.data));
        else if (kind == Xliff2Single)
            code.markup = QStringLiteral("<ph id=\"%1\" disp=\"[&amp;]\"/>").arg(code.id);
        return {code};
    }
    InlineCode end;
    code.kind = Kind::Opening;
    end.kind = Kind::Closing;
    sayTheSame(code, end);
    if (!code.data.isEmpty())
        end.data = QStringLiteral("</b>");
    if (is12 && code.data.isEmpty()) {
        code.markup = QStringLiteral("<g id=\"%1\">").arg(code.id);
        end.markup = QStringLiteral("</g>");
    } else if (is12) {
        code.markup = QStringLiteral("<bpt id=\"%1\">%2</bpt>").arg(code.id, escaped(code.data));
        end.markup = QStringLiteral("<ept id=\"%1\">%2</ept>").arg(code.id, escaped(end.data));
    } else if (kind == Xliff2Pair && oneIn(2)) {
        code.markup = QStringLiteral("<pc id=\"%1\">").arg(code.id);
        end.markup = QStringLiteral("</pc>");
    } else if (kind == Xliff2Pair) {
        code.markup = QStringLiteral("<sc id=\"%1\"/>").arg(code.id);
        end.markup = QStringLiteral("<ec startRef=\"%1\"/>").arg(code.id);
    }
    return {code, end};
}

/// Inserts a code at a place of the text, before what stands there.
void RandomDocuments::insert(InlineText &text, qsizetype at, const InlineCode &code)
{
    const qsizetype before = QStringView(text.text).first(at).count(inlineCodeMark);
    text.text.insert(at, inlineCodeMark);
    text.codes.insert(before, code);
}

/// A place of the text, from `from` on, that cuts no pair of surrogates.
qsizetype RandomDocuments::placeIn(const QString &text, qsizetype from)
{
    qsizetype at = from + below(static_cast<int>(text.size() - from) + 1);
    if (at > 0 && at < text.size() && text[at].isLowSurrogate() && text[at - 1].isHighSurrogate())
        ++at;
    return at;
}

/// Pairs begin and end anywhere, so that they nest, overlap and follow each other.
InlineText RandomDocuments::withCodes(const QList<Codes> &codes)
{
    InlineText result{text(6, false), {}};
    for (const Codes &tags : codes) {
        const qsizetype start = placeIn(result.text, 0);
        if (tags.size() == 2)
            insert(result, placeIn(result.text, start), tags[1]);
        insert(result, start, tags[0]);
    }
    if (oneIn(12)) {
        InlineCode itself; // the character as a part of the text
        itself.markup = inlineCodeMark;
        insert(result, 0, itself);
    }
    return result;
}

InlineText RandomDocuments::targetOf(const QList<Codes> &codes)
{
    if (oneIn(8))
        return {};
    QList<Codes> kept;
    for (const Codes &tags : codes) {
        if (m_options.tornCodes && oneIn(8))
            continue;
        const bool code = !tags.first().markup.startsWith(QLatin1String("<mrk"));
        if (m_options.tornCodes && oneIn(10) && tags.size() == 2 && code)
            kept.append({tags[below(2)]});
        else
            kept.append(tags);
        if (m_options.tornCodes && oneIn(10) && tags.first().canCopy)
            kept.append(tags);
    }
    if (m_options.tornCodes && oneIn(8))
        kept.append(newCodes(below(m_options.annotations ? CodeKinds : Annotation)));
    std::shuffle(kept.begin(), kept.end(), m_random);
    return withCodes(kept);
}

Segment RandomDocuments::segment(int number)
{
    Segment segment;
    segment.id = QStringLiteral("s%1").arg(number);
    QList<Codes> codes;
    if (!oneIn(3)) {
        for (int i = below(5); i > 0; --i) {
            const int kind = below(CodeKinds);
            if (kind != Annotation || m_options.annotations)
                codes.append(newCodes(kind));
        }
    }
    segment.source = withCodes(codes);
    segment.hasTarget = !oneIn(3);
    if (segment.hasTarget) {
        segment.target = targetOf(codes);
        segment.state = static_cast<SegmentState>(below(4));
    }
    if (oneIn(3))
        segment.subState = oneIn(2) ? QStringLiteral("verbale:pretranslated") : QStringLiteral("acme:seen");
    if (oneIn(2))
        segment.gapAfter = QStringLiteral(" \n\t").left(1 + below(3));
    if (oneIn(2)) {
        segment.sourceStart = below(1000000);
        segment.sourceEnd = segment.sourceStart + below(1000);
    }
    segment.canResegment = !oneIn(8);
    segment.terms = terms(segment.source.text);
    return segment;
}

} // namespace verbale::testing
