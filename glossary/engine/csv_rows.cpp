#include "glossary/engine/csv.h"

#include <algorithm>
#include <array>

namespace verbale::glossary {

namespace {

bool endsLine(QChar c)
{
    return c == u'\n' || c == u'\r';
}

QStringView firstLine(QStringView text)
{
    qsizetype end = 0;
    while (end < text.size() && !endsLine(text[end]))
        ++end;
    return text.first(end);
}

QStringView withoutMark(QStringView text)
{
    return text.startsWith(QChar::ByteOrderMark) ? text.mid(1) : text;
}

bool namesSeparator(QStringView line)
{
    return line.size() == 5 && line.startsWith(u"sep=", Qt::CaseInsensitive);
}

/// Cuts a text from its first character to its last.
class Splitter
{
public:
    Splitter(QStringView text, QChar separator, QString fileName)
        : m_text(text), m_separator(separator), m_fileName(std::move(fileName))
    {
    }

    CsvRows split();

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    void advance();
    void readRow();
    QStringView quotedCell();
    void skipRow();
    void reject(const char *message, qint64 line, qint64 column);

    QStringView m_text;
    QChar m_separator;
    QString m_fileName;
    qsizetype m_at = 0;
    qint64 m_line = 1;
    qint64 m_column = 1;
    bool m_bad = false;
    CsvRows m_result;
};

void Splitter::advance()
{
    const QChar c = m_text[m_at++];
    const bool crLf = c == u'\r' && !atEnd() && m_text[m_at] == u'\n';
    if (endsLine(c) && !crLf) {
        ++m_line;
        m_column = 1;
    } else if (!c.isLowSurrogate()) {
        ++m_column;
    }
}

void Splitter::reject(const char *message, qint64 line, qint64 column)
{
    if (!m_bad)
        m_result.rejected.append({QStringLiteral("glossary.bad-quotes"),
                                  QString::fromLatin1(message),
                                  {m_fileName, line, column, -1}});
    m_bad = true;
}

QStringView Splitter::quotedCell()
{
    const qint64 line = m_line;
    const qint64 column = m_column;
    advance();
    const qsizetype begin = m_at;
    bool doubled = false;
    while (!atEnd()) {
        if (m_text[m_at] != u'"') {
            advance();
        } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"') {
            doubled = true;
            advance();
            advance();
        } else {
            break;
        }
    }
    const QStringView inside = m_text.mid(begin, m_at - begin);
    if (atEnd()) {
        reject("a quoted cell is never closed; close its quote, or double a quote inside it", line, column);
        return inside;
    }
    advance();
    if (!atEnd() && m_text[m_at] != m_separator && !endsLine(m_text[m_at]))
        reject("text follows the closing quote of a cell; double the quotes inside a quoted cell", m_line,
               m_column);
    if (!doubled)
        return inside;
    m_result.unquoted.append(inside.toString().replace(QStringLiteral("\"\""), QStringLiteral("\"")));
    return m_result.unquoted.last();
}

void Splitter::skipRow()
{
    while (!atEnd() && !endsLine(m_text[m_at]))
        advance();
}

void Splitter::readRow()
{
    TsvRow row{m_line, {}};
    m_bad = false;
    for (bool more = true; more && !m_bad;) {
        const qint64 column = m_column;
        if (!atEnd() && m_text[m_at] == u'"') {
            row.cells.push_back({quotedCell(), column});
        } else {
            const qsizetype begin = m_at;
            while (!atEnd() && m_text[m_at] != m_separator && !endsLine(m_text[m_at]))
                advance();
            row.cells.push_back({m_text.mid(begin, m_at - begin), column});
        }
        more = !atEnd() && m_text[m_at] == m_separator;
        if (more)
            advance();
    }
    skipRow();
    const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                   [](const TsvCell &cell) { return cell.raw.trimmed().isEmpty(); });
    if (!m_bad && !blank)
        m_result.rows.push_back(std::move(row));
}

CsvRows Splitter::split()
{
    if (namesSeparator(firstLine(m_text)))
        skipRow();
    while (!atEnd()) {
        if (endsLine(m_text[m_at]))
            advance();
        else
            readRow();
    }
    return std::move(m_result);
}

int knownColumns(QStringView line, QChar separator)
{
    int known = 0;
    for (QStringView cell : line.split(separator)) {
        cell = cell.trimmed();
        if (cell.size() > 1 && cell.startsWith(u'"') && cell.endsWith(u'"'))
            cell = cell.sliced(1, cell.size() - 2);
        known += std::any_of(tsvColumns.begin(), tsvColumns.end(), [cell](const char *name) {
            return cell.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
        });
    }
    return known;
}

qsizetype countOutsideQuotes(QStringView line, QChar wanted)
{
    qsizetype count = 0;
    bool quoted = false;
    for (const QChar c : line) {
        quoted = c == u'"' ? !quoted : quoted;
        count += !quoted && c == wanted ? 1 : 0;
    }
    return count;
}

} // namespace

QChar csvSeparator(QStringView text)
{
    const QStringView line = firstLine(withoutMark(text));
    if (namesSeparator(line))
        return line.back();
    QChar best = u',';
    std::pair<int, qsizetype> most{knownColumns(line, best), countOutsideQuotes(line, best)};
    for (const QChar candidate : {QChar(u';'), QChar(u'\t')}) {
        const std::pair<int, qsizetype> score{knownColumns(line, candidate),
                                              countOutsideQuotes(line, candidate)};
        if (score > most) {
            best = candidate;
            most = score;
        }
    }
    return best;
}

CsvRows splitCsv(QStringView text, QChar separator, const QString &fileName)
{
    return Splitter(withoutMark(text), separator, fileName).split();
}

} // namespace verbale::glossary
