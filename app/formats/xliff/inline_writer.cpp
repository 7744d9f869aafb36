#include "formats/xliff/inline_writer.h"

#include "xml/characters.h"
#include "xml/tag.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace verbale::xliff {

namespace {

using xml::Tag;

/// Whether `markup` is "<ph id='1'></ph>": a tag and its end, with nothing between them.
bool isEmptyPair(QStringView markup)
{
    const qsizetype cut = markup.lastIndexOf(QLatin1String("</"));
    if (cut <= 0)
        return false;
    const auto open = xml::scanTag(markup.first(cut));
    const auto close = xml::scanTag(markup.sliced(cut));
    return open && close && open->kind == Tag::Kind::Open && open->name == close->name;
}

bool isRemark(const QString &markup)
{
    return (markup.startsWith(QLatin1String("<!--")) && markup.endsWith(QLatin1String("-->"))) ||
           (markup.startsWith(QLatin1String("<?")) && markup.endsWith(QLatin1String("?>")));
}

/// What to write at each code of a text, balanced, and which pair encloses each place of the text.
class Codes
{
public:
    explicit Codes(const InlineText &text);

    [[nodiscard]] QString at(qsizetype code) const { return m_written[code]; }
    [[nodiscard]] qsizetype count() const { return m_written.size(); }
    [[nodiscard]] QString atEnd() const { return m_atEnd; }
    /// The innermost open pair before the position: -1 when there is none.
    [[nodiscard]] qsizetype enclosing(qsizetype position) const;

private:
    struct Open
    {
        QString name;
        qsizetype number;
    };
    QString write(const InlineCode &code);
    QString close(const QString &name);

    QList<Open> m_open;
    QStringList m_written;
    QString m_atEnd;
    QList<std::pair<qsizetype, qsizetype>>
        m_changes; ///< position after a code, and the innermost pair from there on
};

Codes::Codes(const InlineText &text)
{
    for (qsizetype i = 0; i < text.text.size() && !text.codes.isEmpty(); ++i) {
        if (text.text[i] != inlineCodeMark || m_written.size() >= text.codes.size())
            continue;
        m_written.append(write(text.codes[m_written.size()]));
        m_changes.append({i + 1, m_open.isEmpty() ? -1 : m_open.last().number});
    }
    while (!m_open.isEmpty())
        m_atEnd += QLatin1String("</") + m_open.takeLast().name + QLatin1Char('>');
}

QString Codes::close(const QString &name)
{
    const auto matches = [&name](const Open &open) { return open.name == name; };
    if (std::none_of(m_open.cbegin(), m_open.cend(), matches))
        return {};
    QString out;
    QString closed;
    do {
        closed = m_open.takeLast().name;
        out += QLatin1String("</") + closed + QLatin1Char('>');
    } while (closed != name);
    return out;
}

QString Codes::write(const InlineCode &code)
{
    if (code.markup == inlineCodeMark)
        return code.markup; // the character itself stood in the file
    if (isRemark(code.markup))
        return code.markup;
    const std::optional<Tag> tag = xml::scanTag(code.markup);
    if (!tag) {
        const bool whole =
            code.kind == InlineCode::Kind::Standalone && code.markup.lastIndexOf(QLatin1String("</")) > 0;
        return whole || isEmptyPair(code.markup) ? code.markup : QString();
    }
    if (tag->kind == Tag::Kind::Close)
        return close(tag->name);
    if (tag->kind == Tag::Kind::Open)
        m_open.append({tag->name, m_written.size()});
    return code.markup;
}

qsizetype Codes::enclosing(qsizetype position) const
{
    const auto after =
        std::upper_bound(m_changes.cbegin(), m_changes.cend(), position,
                         [](qsizetype place, const auto &change) { return place < change.first; });
    return after == m_changes.cbegin() ? -1 : std::prev(after)->second;
}

bool cutsPair(const QString &text, qsizetype position)
{
    return position > 0 && position < text.size() && text[position].isLowSurrogate() &&
           text[position - 1].isHighSurrogate();
}

/// Writes the text with its codes and marks from the start to the end.
class Writer
{
public:
    Writer(const InlineText &text, const QList<Mark> &marks, const InlineStyle &style)
        : m_text(text.text), m_codes(text), m_style(style)
    {
        m_textStyle.forbidden = QLatin1Char('<') + style.prefix + QLatin1String("cp hex=\"%1\"/>");
        m_textStyle.lineEnd = style.lineEnd;
        for (const Mark &mark : marks) {
            if (canStand(mark, m_text))
                m_marks.append(&mark);
        }
        std::stable_sort(m_marks.begin(), m_marks.end(), [](const Mark *a, const Mark *b) {
            return a->span.start != b->span.start ? a->span.start < b->span.start : a->span.end > b->span.end;
        });
    }

    QString write();

private:
    void closeMarks(qsizetype position);
    void openMarks(qsizetype position);
    void writeText(qsizetype from, qsizetype to);
    [[nodiscard]] qsizetype nextStop(qsizetype position) const;

    const QString &m_text;
    Codes m_codes;
    const InlineStyle &m_style;
    xml::TextStyle m_textStyle;
    QList<const Mark *> m_marks;
    qsizetype m_nextMark = 0;
    qsizetype m_nextCode = 0;
    QList<const Mark *> m_nested;   ///< open mrk elements
    QList<const Mark *> m_crossing; ///< open sm elements
    QString m_out;
};

void Writer::closeMarks(qsizetype position)
{
    for (qsizetype i = 0; i < m_crossing.size();) {
        if (m_crossing[i]->span.end != position) {
            ++i;
            continue;
        }
        m_out += QLatin1Char('<') + m_style.prefix + QLatin1String("em startRef=\"") + m_crossing[i]->id +
                 QLatin1String("\"/>");
        m_crossing.removeAt(i);
    }
    while (!m_nested.isEmpty() && m_nested.last()->span.end == position) {
        m_nested.removeLast();
        m_out += QLatin1String("</") + m_style.prefix + QLatin1String("mrk>");
    }
}

void Writer::openMarks(qsizetype position)
{
    for (; m_nextMark < m_marks.size() && m_marks[m_nextMark]->span.start == position; ++m_nextMark) {
        const Mark *mark = m_marks[m_nextMark];
        const bool crosses = (!m_nested.isEmpty() && m_nested.last()->span.end < mark->span.end) ||
                             m_codes.enclosing(mark->span.start) != m_codes.enclosing(mark->span.end);
        (crosses ? m_crossing : m_nested).append(mark);
        m_out += QLatin1Char('<') + m_style.prefix + QLatin1String(crosses ? "sm id=\"" : "mrk id=\"") +
                 mark->id + QLatin1Char('"') + mark->attributes + QLatin1String(crosses ? "/>" : ">");
    }
}

void Writer::writeText(qsizetype from, qsizetype to)
{
    const QStringView part = QStringView(m_text).sliced(from, to - from);
    qsizetype start = 0;
    while (m_nextCode < m_codes.count()) {
        const qsizetype code = part.indexOf(inlineCodeMark, start);
        if (code < 0)
            break;
        xml::appendText(m_out, part.sliced(start, code - start), m_textStyle);
        m_out += m_codes.at(m_nextCode++);
        start = code + 1;
    }
    xml::appendText(m_out, part.sliced(start), m_textStyle);
}

qsizetype Writer::nextStop(qsizetype position) const
{
    qsizetype stop = m_text.size();
    if (m_nextMark < m_marks.size())
        stop = std::min(stop, m_marks[m_nextMark]->span.start);
    if (!m_nested.isEmpty())
        stop = std::min(stop, m_nested.last()->span.end);
    for (const Mark *mark : m_crossing)
        stop = std::min(stop, mark->span.end);
    return std::max(stop, position);
}

QString Writer::write()
{
    qsizetype position = 0;
    for (;;) {
        closeMarks(position);
        openMarks(position);
        const qsizetype stop = nextStop(position);
        writeText(position, stop);
        if (position == m_text.size())
            break;
        position = stop;
    }
    return m_out + m_codes.atEnd();
}

} // namespace

bool canStand(const Mark &mark, const QString &text)
{
    return mark.span.start >= 0 && mark.span.start < mark.span.end && mark.span.end <= text.size() &&
           !cutsPair(text, mark.span.start) && !cutsPair(text, mark.span.end);
}

QString inlineXml(const InlineText &text, const QList<Mark> &marks, const InlineStyle &style)
{
    return Writer(text, marks, style).write();
}

} // namespace verbale::xliff
