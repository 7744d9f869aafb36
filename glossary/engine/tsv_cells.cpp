#include "glossary/engine/tsv_cells.h"

namespace verbale::glossary {

namespace {

TsvRow splitLine(QStringView line, qint64 number)
{
    TsvRow row{number, {}};
    qint64 column = 1;
    qint64 cellColumn = 1;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < line.size(); ++i, ++column) {
        if (line[i] == u'\t') {
            row.cells.push_back({line.mid(begin, i - begin), cellColumn});
            begin = i + 1;
            cellColumn = column + 1;
        } else if (line[i].isHighSurrogate() && i + 1 < line.size() && line[i + 1].isLowSurrogate()) {
            ++i;
        }
    }
    row.cells.push_back({line.mid(begin), cellColumn});
    return row;
}

/// What the character after a backslash stands for, or a null character.
QChar unescaped(QChar letter, bool inList)
{
    switch (letter.unicode()) {
    case u't':
        return u'\t';
    case u'n':
        return u'\n';
    case u'r':
        return u'\r';
    case u'\\':
        return u'\\';
    case u'|':
        return inList ? u'|' : u'\0';
    default:
        return u'\0';
    }
}

QString unescape(QStringView raw, bool inList)
{
    QString value;
    value.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const QChar meant = raw[i] == u'\\' && i + 1 < raw.size() ? unescaped(raw[i + 1], inList) : QChar();
        value += meant.isNull() ? raw[i] : meant;
        if (!meant.isNull())
            ++i;
    }
    return value;
}

} // namespace

std::vector<TsvRow> splitTsv(QStringView text)
{
    if (text.startsWith(QChar::ByteOrderMark))
        text = text.mid(1);
    std::vector<TsvRow> rows;
    qint64 number = 1;
    for (qsizetype begin = 0; begin < text.size(); ++number) {
        qsizetype end = begin;
        while (end < text.size() && text[end] != u'\n' && text[end] != u'\r')
            ++end;
        const QStringView line = text.mid(begin, end - begin);
        if (!line.trimmed().isEmpty())
            rows.push_back(splitLine(line, number));
        const bool crLf = end + 1 < text.size() && text[end] == u'\r' && text[end + 1] == u'\n';
        begin = end + (crLf ? 2 : 1);
    }
    return rows;
}

QString unescapeCell(QStringView raw)
{
    return unescape(raw.trimmed(), false);
}

QString unescapeText(QStringView raw)
{
    return unescape(raw, false);
}

QStringList unescapeList(QStringView raw)
{
    QStringList values;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= raw.size(); ++i) {
        if (i + 1 < raw.size() && raw[i] == u'\\') {
            ++i;
        } else if (i == raw.size() || raw[i] == u'|') {
            if (const QString value = unescape(raw.mid(begin, i - begin).trimmed(), true); !value.isEmpty())
                values.append(value);
            begin = i + 1;
        }
    }
    return values;
}

QString escapeCell(QStringView value)
{
    QString raw;
    raw.reserve(value.size());
    for (const QChar c : value) {
        switch (c.unicode()) {
        case u'\t':
            raw += u"\\t";
            break;
        case u'\n':
            raw += u"\\n";
            break;
        case u'\r':
            raw += u"\\r";
            break;
        case u'\\':
            raw += u"\\\\";
            break;
        default:
            raw += c;
        }
    }
    return raw;
}

QString escapeList(const QStringList &values)
{
    QStringList raw;
    for (const QString &value : values)
        raw.append(escapeCell(value).replace(u'|', QStringLiteral("\\|")));
    return raw.join(u'|');
}

} // namespace verbale::glossary
