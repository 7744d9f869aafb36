#include "command-line/tsv.h"

namespace verbale::commandline {

QString escapeTsv(const QString &field)
{
    QString result;
    result.reserve(field.size());
    for (const QChar character : field) {
        switch (character.unicode()) {
        case u'\t':
            result += QLatin1String("\\t");
            break;
        case u'\n':
            result += QLatin1String("\\n");
            break;
        case u'\r':
            result += QLatin1String("\\r");
            break;
        case u'\\':
            result += QLatin1String("\\\\");
            break;
        default:
            result += character;
        }
    }
    return result;
}

QString unescapeTsv(const QString &field)
{
    QString result;
    result.reserve(field.size());
    for (qsizetype i = 0; i < field.size(); ++i) {
        const QChar next = field[i] == u'\\' && i + 1 < field.size() ? field[i + 1] : QChar();
        switch (next.unicode()) {
        case u't':
            result += u'\t';
            break;
        case u'n':
            result += u'\n';
            break;
        case u'r':
            result += u'\r';
            break;
        case u'\\':
            result += u'\\';
            break;
        default:
            result += field[i];
            continue;
        }
        ++i;
    }
    return result;
}

QString tsvRow(const QStringList &fields)
{
    QStringList escaped;
    for (const QString &field : fields)
        escaped.append(escapeTsv(field));
    return escaped.join(QLatin1Char('\t')) + QLatin1Char('\n');
}

} // namespace verbale::commandline
