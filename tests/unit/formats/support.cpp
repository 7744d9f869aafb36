#include "support.h"

#include "document/segmentation.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <algorithm>
#include <array>

namespace verbale::testing {

namespace {

/// A text as a C string, so that what cannot be seen can be read.
QString shown(const QString &text)
{
    QString out;
    for (const QChar unit : text) {
        if (unit.unicode() >= 0x20 && unit.unicode() < 0x7F)
            out += unit;
        else
            out += QStringLiteral("\\u%1").arg(unit.unicode(), 4, 16, QLatin1Char('0'));
    }
    return out;
}

QString shown(const InlineText &text)
{
    QString out = shown(text.text);
    for (const InlineCode &code : text.codes)
        out += QStringLiteral(" {%1 %2 %3 %4}")
                   .arg(static_cast<int>(code.kind))
                   .arg(shown(code.id), shown(code.markup), shown(code.display));
    return out;
}

QString shown(const TermHit &hit)
{
    return QStringLiteral("    term %1-%2 %3 -> %4 [%5] %6 %7 %8 %9")
               .arg(hit.span.start)
               .arg(hit.span.end)
               .arg(shown(hit.entryId), shown(hit.target), shown(hit.alternatives.join(u'|')))
               .arg(static_cast<int>(hit.status))
               .arg(shown(hit.domain), shown(hit.authority), shown(hit.note)) +
           QStringLiteral(" %1 %2").arg(shown(hit.glossary)).arg(hit.nested);
}

QString shown(const Suggestion &suggestion)
{
    QString out = QStringLiteral("    suggestion %1 kind %2 %3 from %4 coverage %5 complete %6")
                      .arg(shown(suggestion.segmentId))
                      .arg(static_cast<int>(suggestion.kind))
                      .arg(shown(suggestion.text), shown(suggestion.origin))
                      .arg(suggestion.coverage, 0, 'g', 17)
                      .arg(suggestion.complete);
    for (const Span &span : suggestion.untranslated)
        out += QStringLiteral(" %1-%2").arg(span.start).arg(span.end);
    return out;
}

} // namespace

QStringList describe(const Document &document)
{
    QStringList lines = {
        QStringLiteral("document %1 %2 %3")
            .arg(shown(document.originalName), document.sourceLanguage, document.targetLanguage)};
    for (const LeftOutLine &line : document.leftOut)
        lines << QStringLiteral("left out %1 %2-%3 %4 %5 of %6")
                     .arg(line.line)
                     .arg(line.start)
                     .arg(line.end)
                     .arg(line.reason, shown(line.text), line.fileId);
    for (const Unit &unit : document.units) {
        lines << QStringLiteral("unit %1/%2 type %3 translate %4")
                     .arg(unit.fileId, unit.id, shown(unit.type))
                     .arg(unit.translate);
        if (!unit.broughtBackFrom.isEmpty())
            lines << QStringLiteral("  back from %1 line %2").arg(unit.broughtBackFrom).arg(unit.line);
        for (const BoundaryDecision &boundary : unit.boundaries)
            lines << QStringLiteral("  boundary %1 %2").arg(boundary.position).arg(boundary.splits);
        for (const Note &note : unit.notes)
            lines << QStringLiteral("  note %1 %2 %3 %4")
                         .arg(note.id, shown(note.category), shown(note.text), note.segmentId);
        for (const Segment &segment : unit.segments) {
            if (!segment.canResegment)
                lines << QStringLiteral("  fixed");
            lines << QStringLiteral("  segment %1 %2 %3 offsets %4 %5 gap %6")
                         .arg(segment.id, stateName(segment.state), segment.subState)
                         .arg(segment.sourceStart)
                         .arg(segment.sourceEnd)
                         .arg(shown(segment.gapAfter));
            lines << QStringLiteral("    source ") + shown(segment.source);
            lines << (segment.hasTarget ? QStringLiteral("    target ") + shown(segment.target)
                                        : QStringLiteral("    no target"));
            for (const TermHit &hit : segment.terms)
                lines << shown(hit);
            for (const Suggestion &suggestion : segment.suggestions)
                lines << shown(suggestion);
        }
    }
    return lines;
}

Document sampleDocument()
{
    Document document;
    document.originalName = QStringLiteral("thông cáo.txt");
    document.sourceLanguage = QStringLiteral("vi");
    document.targetLanguage = QStringLiteral("en");

    TermHit asean;
    asean.entryId = QStringLiteral("asean-001");
    asean.target = QStringLiteral("Association of Southeast Asian Nations");
    asean.alternatives = {QStringLiteral("ASEAN")};
    asean.domain = QStringLiteral("asean");
    asean.authority = QStringLiteral("ASEAN Charter");
    asean.note = QStringLiteral("Full name on first mention & in titles.");
    asean.glossary = QStringLiteral("Diplomatic glossary");

    Segment title;
    title.id = QStringLiteral("s1");
    title.source.text = QStringLiteral("Hiệp hội các quốc gia Đông Nam Á");
    title.target.text = asean.target;
    title.hasTarget = true;
    title.subState = QStringLiteral("verbale:pretranslated");
    title.sourceStart = 0;
    title.sourceEnd = title.source.text.size();
    asean.span = {0, title.source.text.size()};
    title.terms = {asean};
    title.receipts = {{0,
                       ReceiptState::Used,
                       TermStatus::Preferred,
                       {{0, title.target.text.size()}},
                       title.target.text,
                       {},
                       {}}};
    Suggestion draft;
    draft.segmentId = QStringLiteral("f1/u1/s1");
    draft.text = asean.target;
    draft.origin = QStringLiteral("Glossary draft");
    draft.coverage = 1.0;
    draft.complete = true;
    title.suggestions = {draft};

    Segment first;
    first.id = QStringLiteral("s1");
    first.source.text = QStringLiteral("Hội nghị Cấp cao <ASEAN> khai mạc.\tNgày 9/5");
    first.gapAfter = QStringLiteral(" ");
    first.sourceStart = 33;
    first.sourceEnd = 33 + first.source.text.size();
    TermHit summit;
    summit.entryId = QStringLiteral("hội nghị cấp cao");
    summit.span = {0, 16};
    summit.target = QStringLiteral("Summit");
    summit.status = TermStatus::Admitted;
    first.terms = {summit};
    Suggestion partial;
    partial.segmentId = QStringLiteral("f1/u2/s1");
    partial.text = QStringLiteral("Summit <ASEAN> khai mạc.\tNgày 9/5");
    partial.origin = QStringLiteral("Glossary draft");
    partial.coverage = 0.4167;
    partial.untranslated = {{15, 23}, {25, 29}};
    first.suggestions = {partial};

    Segment second;
    second.id = QStringLiteral("s2");
    second.source.text = QStringLiteral("Các nước hoan nghênh.\n");
    second.target.text = QStringLiteral("Countries welcomed it.");
    second.hasTarget = true;
    second.state = SegmentState::Reviewed;

    Unit titleUnit;
    titleUnit.id = QStringLiteral("u1");
    titleUnit.type = QStringLiteral("title");
    titleUnit.segments = {title};
    titleUnit.notes = {{QStringLiteral("n1"),
                        QStringLiteral("pretranslation"),
                        QStringLiteral("Pre-translated: terms and figures only."),
                        QStringLiteral("s1"),
                        {},
                        {},
                        0}};
    Unit body;
    body.id = QStringLiteral("u2");
    body.type = QStringLiteral("body");
    body.segments = {first, second};
    Unit caption;
    caption.id = QStringLiteral("u3");
    caption.translate = false;
    Segment photo;
    photo.id = QStringLiteral("s1");
    photo.source.text = QStringLiteral("Ảnh: \u0003");
    caption.segments = {photo};
    document.units = {titleUnit, body, caption};
    return document;
}

QString XliffDocuments::text(int longest, bool xmlOnly)
{
    static const std::array<QString, 8> pieces = {
        QStringLiteral("Việt Nam"),     QStringLiteral("Vie\u0323\u0302t"),
        QStringLiteral("  "),           QStringLiteral("<&>\"']]>"),
        QStringLiteral("\U0001F30F"),   QStringLiteral("e\u0301"),
        QStringLiteral("\u2028\u0085"), QStringLiteral(" ")};
    static const std::array<QString, 5> wild = {QStringLiteral("\t\n\r\r\n"), QString(QChar(u'\0')),
                                                QStringLiteral("\u0001\u001F"), QString(QChar(0xD800)),
                                                QStringLiteral("\uFFFE\uFFFF")};
    QString out;
    for (int count = below(longest + 1); count > 0; --count) {
        const int dice = below(12);
        if (dice < 8)
            out += pieces[static_cast<std::size_t>(dice)];
        else if (dice < 10 && !xmlOnly)
            out += wild[static_cast<std::size_t>(below(5))];
        else
            out += QChar(static_cast<char16_t>(xmlOnly ? 0x20 + below(0x1000) : below(0x10000)));
    }
    return out.remove(inlineCodeMark);
}

InlineText XliffDocuments::inlineText(int longest)
{
    using Kind = InlineCode::Kind;
    InlineText result{text(longest, false), {}};
    if (below(3) > 0)
        return result;
    const QString standalone = QString::number(++m_code);
    result.codes.append({Kind::Standalone,
                         QLatin1Char('p') + standalone,
                         QStringLiteral("<ph id=\"p%1\" equiv=\"[%1&amp;]\"/>").arg(standalone),
                         QStringLiteral("[%1&]").arg(standalone),
                         {},
                         {}});
    result.text += inlineCodeMark;
    if (below(2) == 0) {
        const QString pair = QLatin1Char('b') + QString::number(++m_code);
        result.codes.append(
            {Kind::Opening, pair, QStringLiteral("<pc id=\"%1\" type=\"fmt\">").arg(pair), pair, {}, {}});
        result.codes.append({Kind::Closing, pair, QStringLiteral("</pc>"), pair, {}, {}});
        result.text += inlineCodeMark + text(longest, false) + inlineCodeMark + text(longest, false);
    }
    if (below(4) == 0) {
        result.codes.append({Kind::Standalone, {}, QString(inlineCodeMark), QString(inlineCodeMark), {}, {}});
        result.text += inlineCodeMark;
    }
    return result;
}

TermHit XliffDocuments::hit(const QString &source)
{
    TermHit hit;
    const auto size = static_cast<int>(source.size());
    const auto place = [&](int from) {
        int at = from + below(size - from + 1);
        if (at > 0 && at < size && source[at].isLowSurrogate() && source[at - 1].isHighSurrogate())
            ++at;
        return at;
    };
    hit.span.start = place(0);
    hit.span.end = place(static_cast<int>(hit.span.start));
    hit.entryId = below(2) == 0 ? QStringLiteral("e-%1").arg(below(3)) : text(2, true);
    hit.target = text(3, true);
    for (int i = below(3); i > 0; --i)
        hit.alternatives.append(text(3, true));
    hit.status = static_cast<TermStatus>(below(4));
    hit.domain = text(1, true);
    hit.authority = text(2, true);
    hit.note = text(2, true);
    hit.glossary = text(1, true);
    hit.nested = below(4) == 0;
    return hit;
}

Suggestion XliffDocuments::suggestion(const QString &key)
{
    Suggestion result;
    result.segmentId = key;
    result.kind = static_cast<SuggestionKind>(below(3));
    result.text = text(5, false) + QLatin1Char('z');
    if (below(3) == 0)
        result.text += inlineCodeMark + text(2, false);
    result.origin = text(2, true);
    result.coverage = below(10001) / 10000.0;
    result.complete = below(2) == 0;
    const qsizetype end = result.text.indexOf(u'z') + 1;
    if (below(2) == 0)
        result.untranslated.append({end - 1, end});
    return result;
}

Segment XliffDocuments::segment(int number, const QString &key)
{
    Segment segment;
    segment.id = QStringLiteral("s%1").arg(number);
    segment.source = inlineText(6);
    segment.hasTarget = below(2) == 0;
    if (segment.hasTarget) {
        segment.target = inlineText(6);
        segment.state = static_cast<SegmentState>(below(4));
    }
    if (below(3) == 0)
        segment.subState = QStringLiteral("verbale:pretranslated");
    if (below(2) == 0)
        segment.gapAfter = QStringLiteral(" \n\t").left(1 + below(3));
    if (below(2) == 0) {
        segment.sourceStart = below(1000000);
        segment.sourceEnd = segment.sourceStart + below(1000);
    }
    for (int i = below(5); i > 0; --i) {
        const TermHit candidate = hit(segment.source.text);
        if (!candidate.span.isEmpty())
            segment.terms.append(candidate);
    }
    std::stable_sort(segment.terms.begin(), segment.terms.end(), [](const TermHit &a, const TermHit &b) {
        return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
    });
    for (int i = below(3); i > 0; --i)
        segment.suggestions.append(suggestion(key + segment.id));
    return segment;
}

Unit XliffDocuments::unit(int number)
{
    static const std::array<QString, 6> types = {QString(),
                                                 QStringLiteral("title"),
                                                 QStringLiteral("body"),
                                                 QStringLiteral("html:p"),
                                                 QStringLiteral("a b%:c"),
                                                 QStringLiteral("phụ lục")};
    Unit unit;
    unit.id = QStringLiteral("u%1").arg(number);
    unit.fileId = QStringLiteral("f%1").arg(number / 3 + 1);
    unit.type = types[static_cast<std::size_t>(below(6))];
    unit.translate = below(4) > 0;
    for (int i = 1 + below(3); i > 0; --i)
        unit.segments.append(segment(static_cast<int>(unit.segments.size()) + 1,
                                     unit.fileId + QLatin1Char('/') + unit.id + QLatin1Char('/')));
    for (int i = below(3); i > 0; --i) {
        Note note;
        note.text = text(4, true);
        note.category = text(1, true);
        if (below(2) == 0) {
            note.id = QStringLiteral("n%1").arg(i);
            note.segmentId = below(2) == 0 ? QString() : unit.segments.first().id;
        }
        unit.notes.append(note);
    }
    const QString source = unitSource(unit).text;
    for (int i = below(3); i > 0; --i) {
        int place = source.size() > 1 ? 1 + below(static_cast<int>(source.size()) - 1) : 0;
        if (place > 0 && source[place].isLowSurrogate() && source[place - 1].isHighSurrogate())
            --place;
        if (place > 0)
            decideBoundary(unit.boundaries.edit(), {place, below(2) == 0});
    }
    if (below(5) == 0) {
        unit.broughtBackFrom = QStringLiteral("menu");
        unit.line = below(50);
    }
    return unit;
}

Document XliffDocuments::next()
{
    Document document;
    m_code = 0;
    document.originalName = text(3, true);
    document.sourceLanguage = QStringLiteral("vi");
    document.targetLanguage = below(2) == 0 ? QStringLiteral("en") : QStringLiteral("en-GB");
    for (int i = 1 + below(5); i > 0; --i)
        document.units.append(unit(static_cast<int>(document.units.size())));
    for (int i = below(4); i > 0; --i)
        document.leftOut.append(
            {below(99), below(999), 1000 + below(999), QStringLiteral("date-line"), text(4, true), {}});
    for (LeftOutLine &line : document.leftOut)
        line.fileId = document.units.first().fileId;
    return document;
}

QString sharedFolder()
{
    const QString named = qEnvironmentVariable("VERBALE_SHARED");
    const QString folder = named.isEmpty() ? QStringLiteral(VERBALE_SOURCE_DIR "/../shared") : named;
    return QDir(folder).exists() ? folder : QString();
}

} // namespace verbale::testing
