#include "support/document_description.h"

#include <algorithm>

namespace verbale::testing {

namespace {

/// A text as a C string, so that what cannot be seen can be read.
QString shown(const QString &text)
{
    QString out = QStringLiteral("\"");
    for (const QChar unit : text) {
        if (unit.unicode() >= 0x20 && unit.unicode() < 0x7F)
            out += unit;
        else
            out += QStringLiteral("\\u%1").arg(unit.unicode(), 4, 16, QLatin1Char('0'));
    }
    return out + u'"';
}

/// With U+FFFD for what XML does not allow.
QString allowed(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            ++i;
            continue;
        }
        const bool control = unit < u' ' && unit != u'\t' && unit != u'\n' && unit != u'\r';
        if (control || unit.isSurrogate() || unit == u'\uFFFE' || unit == u'\uFFFF')
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

QString shown(const InlineCode &code, const DescriptionOptions &options)
{
    QString out = QStringLiteral(" {%1").arg(static_cast<int>(code.kind));
    if (code.markup == inlineCodeMark)
        return out + QStringLiteral(" itself}");
    if (options.codeIds)
        out += QStringLiteral(" id ") + shown(code.id);
    if (options.codeContent)
        out +=
            QStringLiteral(" data ") + shown(options.forbiddenInData ? code.data.get() : allowed(code.data));
    if (options.codeTypes && options.codeContent)
        out += QStringLiteral(" type ") + shown(code.type);
    if (options.hints && options.codeContent)
        out += QStringLiteral(" hints %1%2%3").arg(code.canCopy).arg(code.canDelete).arg(code.canReorder);
    if (options.markup)
        out += u' ' + shown(code.markup) + u' ' + shown(code.display);
    return out + u'}';
}

QString shown(const InlineText &text, const DescriptionOptions &options)
{
    QString out = shown(text.text);
    for (const InlineCode &code : text.codes)
        out += shown(code, options);
    return out;
}

QString shown(const TermHit &hit)
{
    QStringList parts = {QStringLiteral("    term %1-%2").arg(hit.span.start).arg(hit.span.end)};
    for (const QString &text : {hit.entryId, hit.target, hit.alternatives.join(u'|'), hit.domain,
                                hit.authority, hit.note, hit.glossary})
        parts << shown(text);
    parts << QString::number(static_cast<int>(hit.status)) << QString::number(hit.nested);
    return parts.join(u' ');
}

QString shown(const Suggestion &suggestion)
{
    QString out = QStringLiteral("    suggestion kind %1 coverage %2 complete %3 ")
                      .arg(static_cast<int>(suggestion.kind))
                      .arg(suggestion.coverage, 0, 'f', 4)
                      .arg(suggestion.complete);
    out += shown(suggestion.text) + QStringLiteral(" from ") + shown(suggestion.origin);
    for (const Span &span : suggestion.untranslated)
        out += QStringLiteral(" %1-%2").arg(span.start).arg(span.end);
    return out;
}

void describe(QStringList &lines, const Segment &segment, const DescriptionOptions &options)
{
    QString line = QStringLiteral("  segment %1 %2").arg(segment.id, stateName(segment.state));
    if (options.subStates)
        line += u' ' + shown(segment.subState);
    if (options.offsets)
        line += QStringLiteral(" offsets %1 %2").arg(segment.sourceStart).arg(segment.sourceEnd);
    if (options.resegmentation)
        line += QStringLiteral(" resegment %1").arg(segment.canResegment);
    lines << line + QStringLiteral(" gap ") + shown(segment.gapAfter);
    lines << QStringLiteral("    source ") + shown(segment.source, options);
    lines << (segment.hasTarget ? QStringLiteral("    target ") + shown(segment.target, options)
                                : QStringLiteral("    no target"));
    if (options.terms) {
        for (const TermHit &hit : segment.terms)
            lines << shown(hit);
    }
    if (options.suggestions) {
        for (const Suggestion &suggestion : segment.suggestions)
            lines << shown(suggestion);
    }
}

QString shown(const Note &note, const DescriptionOptions &options)
{
    QString out = QStringLiteral("  note ") + shown(note.text) + QStringLiteral(" of ") + note.segmentId;
    if (options.noteCategories)
        out += u' ' + shown(note.category);
    if (options.noteDetails)
        out += QStringLiteral(" by ") + shown(note.author) + u' ' + note.appliesTo + u' ' +
               QString::number(note.priority);
    return out;
}

} // namespace

QStringList described(const Document &document, const DescriptionOptions &options)
{
    QStringList lines = {
        QStringLiteral("document %1 %2 %3")
            .arg(shown(document.originalName), document.sourceLanguage, document.targetLanguage)};
    if (options.ownMetadata) {
        for (const LeftOutLine &line : document.leftOut)
            lines << QStringLiteral("left out %1 %2-%3 %4 of %5 %6")
                         .arg(line.line)
                         .arg(line.start)
                         .arg(line.end)
                         .arg(line.reason, line.fileId, shown(line.text));
    }
    for (const Unit &unit : document.units) {
        lines << QStringLiteral("unit %1/%2 type %3 translate %4")
                     .arg(unit.fileId, unit.id, options.unitTypes ? shown(unit.type) : QString())
                     .arg(unit.translate);
        if (options.ownMetadata) {
            if (!unit.broughtBackFrom.isEmpty())
                lines << QStringLiteral("  back from %1 line %2").arg(unit.broughtBackFrom).arg(unit.line);
            for (const BoundaryDecision &boundary : unit.boundaries)
                lines << QStringLiteral("  boundary %1 %2").arg(boundary.position).arg(boundary.splits);
        }
        for (const Note &note : unit.notes)
            lines << shown(note, options);
        for (const Segment &segment : unit.segments)
            describe(lines, segment, options);
    }
    return lines;
}

QString firstDifference(const QStringList &actual, const QStringList &expected)
{
    QString unit;
    const qsizetype lines = std::max(actual.size(), expected.size());
    for (qsizetype i = 0; i < lines; ++i) {
        const QString is = actual.value(i);
        const QString should = expected.value(i);
        if (should.startsWith(QLatin1String("unit ")))
            unit = should;
        if (is != should)
            return unit + QStringLiteral("\n  is:     ") + is + QStringLiteral("\n  should: ") + should;
    }
    return {};
}

} // namespace verbale::testing
