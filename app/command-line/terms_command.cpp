#include "command-line/terms_command.h"

#include "command-line/inputs.h"
#include "session/receipts.h"
#include "session/source_text.h"
#include "session/tsv.h"
#include "text/code_points.h"

#include <algorithm>

namespace verbale::commandline {

namespace {

QString statusName(TermStatus status)
{
    switch (status) {
    case TermStatus::Preferred:
        return QStringLiteral("preferred");
    case TermStatus::Admitted:
        return QStringLiteral("admitted");
    case TermStatus::Deprecated:
        return QStringLiteral("deprecated");
    case TermStatus::Forbidden:
        return QStringLiteral("forbidden");
    }
    return {};
}

/// A hit as it is printed.
struct Row
{
    QString file;
    qint64 start = 0;
    qint64 end = 0;
    QString surface;
    TermHit hit;
};

/// A segment of an XLIFF file, by its XLIFF fragment identifier.
QString fragmentOf(const session::OpenedDocument &opened, const SegmentRef &ref)
{
    const Unit &unit = opened.document.units[ref.unit];
    return opened.path +
           QStringLiteral("#/f=%1/u=%2/%3").arg(unit.fileId, unit.id, unit.segments[ref.segment].id);
}

/// In a text, offsets count from the file's start; in XLIFF, from the start of the segment's source, and the
/// file names the segment by its XLIFF fragment identifier.
QList<Row> rowsOf(const session::OpenedDocument &opened)
{
    QList<Row> rows;
    for (const SegmentRef &ref : opened.document.segments()) {
        const Segment &segment = opened.document.at(ref);
        const text::CodePointIndex index(segment.source.text);
        const QString file = opened.isText() ? opened.path : fragmentOf(opened, ref);
        const qint64 base = opened.isText() ? segment.sourceStart : 0;
        for (const TermHit &hit : segment.terms) {
            rows.append({file, base + index.toCodePoints(hit.span.start),
                         base + index.toCodePoints(hit.span.end),
                         session::plainFromInline(segment.source, hit.span), hit});
        }
    }
    return rows;
}

/// Adds the terms that a line end or a sentence's end cuts in two. What lies inside one is nested.
void addAcross(QList<Row> &rows, const QString &file, const QList<session::SeamTerm> &across, bool nested)
{
    for (const session::SeamTerm &term : across) {
        for (Row &row : rows)
            row.hit.nested = row.hit.nested || (row.start < term.end && row.end > term.start);
        rows.append({file, term.start, term.end, term.surface, term.hit});
    }
    if (!nested)
        rows.removeIf([](const Row &row) { return row.hit.nested; });
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        return std::pair(a.start, -a.end) < std::pair(b.start, -b.end);
    });
}

/// Offsets count code points of the segment's source and of its target.
Json toJson(const TermReceipt &receipt, const QString &file, const Segment &segment)
{
    const text::CodePointIndex source(segment.source.text);
    const text::CodePointIndex target(segment.target.text);
    Json spans = Json::array();
    for (const Span &span : receipt.spans)
        spans.push_back({target.toCodePoints(span.start), target.toCodePoints(span.end)});
    Json json{{"file", file.toStdString()}, {"state", session::receiptName(receipt.state).toStdString()}};
    if (receipt.hit >= 0) { // else wording that is avoided whatever the source says
        const TermHit &hit = segment.terms[receipt.hit];
        json["start"] = source.toCodePoints(hit.span.start);
        json["end"] = source.toCodePoints(hit.span.end);
        json["entry"] = hit.entryId.toStdString();
        json["target"] = hit.target.toStdString();
    }
    json["spans"] = spans;
    json["found"] = receipt.found.toStdString();
    json["expected"] = receipt.expected.toStdString();
    json["reason"] = receipt.reason.toStdString();
    return json;
}

bool differs(const TermHit &hit)
{
    return hit.spelling == TermSpelling::Differs;
}

Json toJson(const Row &row)
{
    const TermHit &hit = row.hit;
    return {{"file", row.file.toStdString()},
            {"start", row.start},
            {"end", row.end},
            {"surface", row.surface.toStdString()},
            {"entry", hit.entryId.toStdString()},
            {"target", hit.target.toStdString()},
            {"status", statusName(hit.status).toStdString()},
            {"spelling", differs(hit) ? "differs" : "same"},
            {"nested", hit.nested}};
}

} // namespace

void TermsCommand::declare(VerbOptions &options)
{
    options.files(m_inputs, "IN", "Text or XLIFF files; - is standard input");
    options.repeated("--glossary", m_glossaries, "FILE",
                     "A TSV glossary, the strongest first; 'builtin' is the shipped one (default)");
    options.text("--profile", m_profile, "NAME|FILE",
                 "The house style that the English follows: mofa (default), neutral, or a file");
    options.flag("--all", m_all, "Terms inside longer terms too");
    options.flag("--tsv", m_tsv, "Print file, start, end, surface, entry, target and status, tab-separated");
    options.flag("--json", m_json, "Print the hits as JSON, with their spelling and whether they are nested");
    declareEncoding(options, m_encoding);
    options.flag("--whole-file", m_wholeFile, "Look at every line, menus and links too");
    declareSegmentationRules(options, m_rules);
}

void TermsCommand::print(const session::OpenedDocument &opened, const QList<session::SeamTerm> &across,
                         Printer &out)
{
    if (!m_tsv && !m_json)
        out.line(opened.path);
    if (m_tsv && !m_listed) {
        out.text(session::tsvRow({QStringLiteral("file"), QStringLiteral("start"), QStringLiteral("end"),
                                  QStringLiteral("surface"), QStringLiteral("entry"),
                                  QStringLiteral("target"), QStringLiteral("status")}));
    }
    m_listed = true;
    QList<Row> rows = rowsOf(opened);
    if (!across.isEmpty())
        addAcross(rows, opened.path, across, m_all);
    for (const Row &row : rows) {
        const TermHit &hit = row.hit;
        if (m_json) {
            m_hits.push_back(toJson(row));
        } else if (m_tsv) {
            out.text(session::tsvRow({row.file, QString::number(row.start), QString::number(row.end),
                                      row.surface, hit.entryId, hit.target, statusName(hit.status)}));
        } else {
            out.line(QStringLiteral("  %1-%2  %3%4 -> %5  (%6, %7%8)")
                         .arg(row.start, 6)
                         .arg(row.end, -6)
                         .arg(hit.nested ? QStringLiteral("  ") : QString(), row.surface.simplified(),
                              hit.target, statusName(hit.status), hit.entryId,
                              differs(hit) ? QStringLiteral(", spelling differs") : QString()));
        }
    }
}

/// What became of the terms in the targets of an XLIFF file.
Result<void> TermsCommand::addReceipts(Assistance &assistance, session::OpenedDocument &opened)
{
    if (const Result<void> found = assistance.findReceipts(opened.document, opened.warnings); !found)
        return found;
    if (m_receipts.is_null())
        m_receipts = Json::array();
    for (const SegmentRef &ref : opened.document.segments()) {
        const Segment &segment = opened.document.at(ref);
        if (!session::receiptsHold(segment))
            continue;
        for (const TermReceipt &receipt : segment.receipts)
            m_receipts.push_back(toJson(receipt, fragmentOf(opened, ref), segment));
    }
    return {};
}

Result<void> TermsCommand::list(Context &context, Assistance &assistance, const QString &input, Printer &out)
{
    const Result<session::OpenOptions> options = openOptions(m_wholeFile, m_encoding, m_rules);
    if (!options)
        return options.error();
    Result<session::OpenedDocument> opened = openInput(context, input, *options);
    if (!opened)
        return opened.error();
    // What an XLIFF file carries is not what the glossary says now.
    for (const SegmentRef &ref : opened->document.segments())
        opened->document.at(ref).terms.clear();
    if (const Result<void> found = assistance.findTerms(opened->document, opened->warnings); !found)
        return found.error();
    if (m_json && !opened->isText()) {
        if (const Result<void> added = addReceipts(assistance, *opened); !added)
            return added.error();
    }
    session::Seams seams = session::seamsOf(*opened);
    QStringList known; // the same warnings once more
    if (const Result<void> found = assistance.findTerms(seams.document, known); !found)
        return found.error();
    for (const QString &warning : opened->warnings) {
        if (!m_said.contains(warning))
            warn(context, warning);
        m_said.append(warning);
    }
    print(*opened, session::termsAcross(seams), out);
    return {};
}

int TermsCommand::run(Context &context)
{
    Assistance assistance(context, m_glossaries, m_all, m_profile);
    Printer out(context.out);
    if (m_tsv && m_json) {
        complain(
            context,
            {QStringLiteral("command.two-forms"), QStringLiteral("--tsv and --json exclude each other"), {}});
        return Refused;
    }
    int status = Done;
    for (const QString &input : m_inputs) {
        const Result<void> listed = list(context, assistance, input, out);
        if (context.stop.stop_requested())
            return Interrupted;
        if (!listed) {
            complain(context, listed.error());
            status = Refused;
        }
        if (out.isClosed())
            break;
    }
    if (m_json && m_listed) {
        Json printed{{"hits", m_hits}};
        if (!m_receipts.is_null())
            printed["receipts"] = m_receipts;
        out.text(toText(printed));
    }
    if (const Result<void> printed = out.flush(); !printed) {
        complain(context, printed.error());
        return Refused;
    }
    return status;
}

} // namespace verbale::commandline
