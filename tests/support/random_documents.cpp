#include "support/random_documents.h"

#include "document/segmentation.h"

#include <algorithm>
#include <array>

namespace verbale::testing {

QString RandomDocuments::text(int longest, bool xmlOnly)
{
    static const std::array<QString, 12> pieces = {QStringLiteral("Bộ Ngoại giao"),
                                                   QStringLiteral("đối tác chiến lược toàn diện"),
                                                   QStringLiteral("Vie\u0323\u0302t"),
                                                   QStringLiteral(" "),
                                                   QStringLiteral("  "),
                                                   QStringLiteral("<&>\"']]>"),
                                                   QStringLiteral("\U0001F30F\U0002070E"),
                                                   QStringLiteral("e\u0301"),
                                                   QStringLiteral("\u2028\u0085\u00A0"),
                                                   QStringLiteral("{1} %1 ⟦1⟧ &amp;"),
                                                   QStringLiteral("ngày 9/5"),
                                                   QStringLiteral(", ")};
    static const std::array<QString, 4> wild = {QString(QChar(u'\0')), QStringLiteral("\u0001\u001F"),
                                                QString(QChar(0xD800)), QStringLiteral("\u0008\u000B")};
    QString out;
    for (int count = below(longest + 1); count > 0; --count) {
        const int dice = below(15);
        if (dice < 12)
            out += pieces[static_cast<std::size_t>(dice)];
        else if (dice == 12 && !xmlOnly && m_options.controls)
            out += wild[static_cast<std::size_t>(below(4))];
        else if (dice == 13 && !xmlOnly)
            out += QStringLiteral("\t\n").mid(below(2), 1);
        else
            out += QChar(static_cast<char16_t>(0x20 + below(0x2000)));
    }
    return out.remove(inlineCodeMark);
}

TermHit RandomDocuments::hit(const QString &source)
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
    hit.entryId = oneIn(2) ? QStringLiteral("e-%1").arg(below(3)) : text(2, true);
    hit.target = text(3, true);
    for (int i = below(3); i > 0; --i)
        hit.alternatives.append(text(3, true));
    hit.status = static_cast<TermStatus>(below(4));
    hit.domain = text(1, true);
    hit.authority = text(2, true);
    hit.note = text(2, true);
    hit.glossary = text(1, true);
    hit.nested = oneIn(4);
    return hit;
}

QList<TermHit> RandomDocuments::terms(const QString &source)
{
    QList<TermHit> hits;
    for (int i = below(8) - 4; i > 0; --i) {
        const TermHit candidate = hit(source);
        if (!candidate.span.isEmpty())
            hits.append(candidate);
    }
    std::stable_sort(hits.begin(), hits.end(), [](const TermHit &a, const TermHit &b) {
        return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
    });
    return hits;
}

Suggestion RandomDocuments::suggestion(const QString &key)
{
    Suggestion result;
    result.segmentId = key;
    result.kind = static_cast<SuggestionKind>(below(3));
    result.text = text(5, false) + QLatin1Char('z');
    result.origin = QStringLiteral("Bộ nhớ ") + text(1, true);
    result.coverage = below(10001) / 10000.0;
    result.complete = oneIn(2);
    const qsizetype end = result.text.indexOf(u'z') + 1;
    if (oneIn(2))
        result.untranslated.append({end - 1, end});
    return result;
}

Note RandomDocuments::note(int number, const Unit &unit)
{
    static const std::array<QString, 3> sides = {QString(), QStringLiteral("source"),
                                                 QStringLiteral("target")};
    Note note;
    note.id = QStringLiteral("n%1").arg(number);
    note.text = QStringLiteral("Ghi chú ") + text(3, true);
    if (oneIn(2))
        note.category = QStringLiteral("terminology");
    if (oneIn(2))
        note.segmentId = unit.segments[below(static_cast<int>(unit.segments.size()))].id;
    if (oneIn(3))
        note.author = QStringLiteral("Nguyễn & Co");
    note.appliesTo = sides[static_cast<std::size_t>(below(3))];
    note.priority = below(11);
    return note;
}

Unit RandomDocuments::unit(const QString &fileId, int number)
{
    static const std::array<QString, 5> types = {QString(), QStringLiteral("title"), QStringLiteral("body"),
                                                 QStringLiteral("acme:kiểu"), QStringLiteral("câu chuyện")};
    Unit unit;
    unit.fileId = fileId;
    unit.id = (oneIn(5) ? QStringLiteral("đoạn-%1") : QStringLiteral("u%1")).arg(number);
    unit.type = types[static_cast<std::size_t>(below(5))];
    unit.translate = !oneIn(6);
    m_lastCode = 0;
    for (int i = 1 + below(4); i > 0; --i)
        unit.segments.append(segment(static_cast<int>(unit.segments.size()) + 1));
    for (Segment &segment : unit.segments) {
        const QString key = fileId + u'/' + unit.id + u'/' + segment.id;
        for (int i = below(5) - 2; i > 0; --i)
            segment.suggestions.append(suggestion(key));
    }
    for (int i = below(6) - 3; i > 0; --i)
        unit.notes.append(note(static_cast<int>(unit.notes.size()) + 1, unit));
    if (oneIn(8)) {
        const QString source = unitSource(unit).text;
        const qsizetype middle = source.size() / 2;
        if (middle > 0 && !source[middle].isLowSurrogate())
            unit.boundaries.append({middle, oneIn(2)});
    }
    if (oneIn(12)) {
        unit.broughtBackFrom = QStringLiteral("menu");
        unit.line = below(100);
    }
    return unit;
}

Document RandomDocuments::next()
{
    Document document;
    document.originalName = QStringLiteral("thông cáo %1.txt").arg(below(100));
    document.sourceLanguage = QStringLiteral("vi");
    document.targetLanguage = QStringLiteral("en");
    const int files = 1 + below(3) / 2;
    for (int file = 1; file <= files; ++file) {
        const QString fileId = QStringLiteral("f%1").arg(file);
        for (int number = 1 + below(4); number > 0; --number)
            document.units.append(unit(fileId, number));
    }
    for (int i = below(4) - 1; i > 0; --i)
        document.leftOut.append(
            {i, below(50), 50 + below(50), QStringLiteral("menu"), text(3, true), QStringLiteral("f1")});
    return document;
}

} // namespace verbale::testing
