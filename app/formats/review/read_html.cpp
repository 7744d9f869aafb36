#include "formats/review/reviewed_table.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <memory>
#include <vector>

namespace verbale::review {

namespace {

constexpr qsizetype mostNested = 400;

struct FreeContext
{
    void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
};

bool isOneOf(QByteArrayView name, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(), [name](const char *other) { return name == other; });
}

bool isBlock(QByteArrayView name)
{
    return isOneOf(name,
                   {"p", "div", "li", "ul", "ol", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"});
}

QString attribute(const xmlChar **attributes, const char *name)
{
    for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
        if (xmlStrEqual(attributes[0], reinterpret_cast<const xmlChar *>(name)) != 0)
            return QString::fromUtf8(reinterpret_cast<const char *>(attributes[1]));
    }
    return {};
}

/// What is not there any more, or never was seen.
bool isHidden(QByteArrayView name, const xmlChar **attributes)
{
    return isOneOf(name, {"del", "s", "strike", "script", "style", "template"}) ||
           attribute(attributes, "style").contains(QLatin1String("line-through"), Qt::CaseInsensitive);
}

/// The text of a cell while it is read, in the lines that a browser shows: a break ends a line, the edge of a
/// block one that has something in it. Where the page keeps its spaces, as ours does, they count; elsewhere a
/// run of them is one.
class CellText
{
public:
    explicit CellText(bool keepsSpaces) : m_keepsSpaces(keepsSpaces) {}

    void add(const QString &piece)
    {
        for (const QChar unit : piece) {
            const bool isSpace = unit == u' ' || unit == u'\n' || unit == u'\t' || unit == u'\r';
            if (m_keepsSpaces ? unit == u'\r' : isSpace && (m_text.isEmpty() || m_lineIsDue || endsInSpace()))
                continue;
            endDueLine();
            m_text += isSpace && !m_keepsSpaces ? QChar(u' ') : unit;
            m_endsInBreak = false;
        }
    }
    void lineBreak()
    {
        endDueLine();
        endLine();
        m_endsInBreak = true;
    }
    void block() { m_lineIsDue = m_lineIsDue || !(m_text.isEmpty() || m_text.endsWith(u'\n')); }

    /// Without the break that shows nothing with which a browser ends a cell that was edited.
    [[nodiscard]] QString text() const
    {
        const bool hasTail = m_endsInBreak || (!m_keepsSpaces && m_text.endsWith(u' '));
        return m_text.chopped(hasTail ? 1 : 0);
    }

private:
    [[nodiscard]] bool endsInSpace() const { return m_text.endsWith(u' ') || m_text.endsWith(u'\n'); }
    void endLine()
    {
        if (!m_keepsSpaces && m_text.endsWith(u' '))
            m_text.chop(1);
        m_text += u'\n';
    }
    void endDueLine()
    {
        if (m_lineIsDue)
            endLine();
        m_lineIsDue = false;
    }

    bool m_keepsSpaces;
    bool m_lineIsDue = false;
    bool m_endsInBreak = false;
    QString m_text;
};

struct OpenTable
{
    bool keepsSpaces = false;
    FoundTable found;
    std::optional<CellText> cell;
};

/// Takes the parser's events; the first review table ends the reading.
class PageReader
{
public:
    std::optional<ReviewedTable> result;
    bool tooDeep = false;

    void begin(QByteArrayView name, const xmlChar **attributes)
    {
        if (++m_depth > mostNested)
            tooDeep = true;
        if (m_hiddenFrom == 0 && isHidden(name, attributes))
            m_hiddenFrom = m_depth;
        if (name == "o:p")
            ++m_officeMarks;
        if (name == "table") {
            const QString classes = attribute(attributes, "class");
            m_tables.push_back({classes.split(u' ').contains(QLatin1String("verbale-review")), {}, {}});
        } else if (m_tables.empty()) {
            return;
        } else if (name == "tr") {
            endCell();
            m_tables.back().found.rows.append({attribute(attributes, "data-id").trimmed(), {}, {}, {}});
        } else if (name == "td" || name == "th") {
            endCell();
            m_tables.back().cell.emplace(m_tables.back().keepsSpaces);
        } else if (CellText *cell = openCell(); cell != nullptr && name == "br") {
            cell->lineBreak();
        } else if (cell != nullptr && isBlock(name)) {
            cell->block();
        }
    }

    void end(QByteArrayView name)
    {
        if (m_depth == m_hiddenFrom)
            m_hiddenFrom = 0;
        --m_depth;
        if (name == "o:p")
            --m_officeMarks;
        if (m_tables.empty())
            return;
        if (name == "td" || name == "th" || name == "tr")
            endCell();
        else if (name == "table")
            endTable();
        else if (CellText *cell = openCell(); cell != nullptr && isBlock(name))
            cell->block();
    }

    void text(QByteArrayView utf8)
    {
        CellText *cell = openCell();
        if (cell == nullptr)
            return;
        const QString text = QString::fromUtf8(utf8);
        if (m_officeMarks > 0 && text == QChar(QChar::Nbsp)) // what Word puts into an empty paragraph
            cell->lineBreak();
        else
            cell->add(text);
    }

private:
    /// nullptr: nothing that stands here is to be read.
    CellText *openCell()
    {
        if (m_hiddenFrom > 0 || m_tables.empty() || !m_tables.back().cell)
            return nullptr;
        return &*m_tables.back().cell;
    }

    void endCell()
    {
        OpenTable &table = m_tables.back();
        if (table.cell && !table.found.rows.isEmpty())
            table.found.rows.last().cells.append(table.cell->text());
        table.cell.reset();
    }

    /// A table that is no review is a part of the cell that it stands in.
    void endTable()
    {
        endCell();
        const FoundTable found = std::move(m_tables.back().found);
        const bool keepsSpaces = m_tables.back().keepsSpaces;
        m_tables.pop_back();
        result = reviewedTable(found);
        if (result)
            result->keepsSpaces = keepsSpaces;
        CellText *cell = openCell();
        if (result || cell == nullptr)
            return;
        for (const FoundTable::Row &row : found.rows) {
            cell->block();
            cell->add(row.cells.join(u' '));
        }
        cell->block();
    }

    std::vector<OpenTable> m_tables;
    qsizetype m_depth = 0;
    qsizetype m_hiddenFrom = 0; ///< the depth of the outermost element that is not shown; 0: none is open
    qsizetype m_officeMarks = 0;
};

/// The parser's callbacks: its `data` is the context, whose _private is the reader.
PageReader &readerOf(void *data)
{
    return *static_cast<PageReader *>(static_cast<htmlParserCtxtPtr>(data)->_private);
}

QByteArrayView view(const xmlChar *text)
{
    return reinterpret_cast<const char *>(text);
}

void stopWhenDone(void *data)
{
    const PageReader &reader = readerOf(data);
    if (reader.result || reader.tooDeep)
        xmlStopParser(static_cast<htmlParserCtxtPtr>(data));
}

void onStart(void *data, const xmlChar *name, const xmlChar **attributes)
{
    PageReader &reader = readerOf(data);
    if (!reader.result && !reader.tooDeep)
        reader.begin(view(name), attributes);
    stopWhenDone(data);
}

void onEnd(void *data, const xmlChar *name)
{
    PageReader &reader = readerOf(data);
    if (!reader.result && !reader.tooDeep)
        reader.end(view(name));
    stopWhenDone(data);
}

void onText(void *data, const xmlChar *text, int length)
{
    PageReader &reader = readerOf(data);
    if (!reader.result && !reader.tooDeep)
        reader.text({reinterpret_cast<const char *>(text), length});
}

} // namespace

Result<ReviewedTable> readReviewHtml(const QByteArray &utf8, const QString &fileName)
{
    if (utf8.size() > reviewedSizeLimit) {
        return Error{
            QStringLiteral("review.too-large"),
            QStringLiteral("The page has more than %1 MB; divide it.").arg(reviewedSizeLimit / (1024 * 1024)),
            {fileName}};
    }
    if (utf8.isEmpty())
        return noReviewTable(fileName);
    const std::unique_ptr<htmlParserCtxt, FreeContext> context(
        htmlCreateMemoryParserCtxt(utf8.constData(), static_cast<int>(utf8.size())));
    if (!context)
        return noReviewTable(fileName);
    PageReader reader;
    htmlSAXHandler handler = {};
    handler.startElement = onStart;
    handler.endElement = onEnd;
    handler.characters = onText;
    handler.ignorableWhitespace = onText;
    handler.cdataBlock = onText;
    *context->sax = handler;
    context->_private = &reader;
    context->userData = context.get();
    htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                          HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(context.get());
    if (reader.result)
        return *reader.result;
    if (reader.tooDeep) {
        return Error{QStringLiteral("review.too-deep"),
                     QStringLiteral("Elements are nested more than %1 deep, which no review table needs.")
                         .arg(mostNested),
                     {fileName}};
    }
    return noReviewTable(fileName);
}

} // namespace verbale::review
