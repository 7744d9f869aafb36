#include "formats/xliff12/table_text.h"

namespace verbale::xliff12 {

namespace {

QString escaped(const QString &text, const QString &special, const QString &names)
{
    QString out;
    out.reserve(text.size());
    for (const QChar character : text) {
        const qsizetype number = special.indexOf(character);
        if (number >= 0)
            out += u'\\';
        out += number >= 0 ? names[number] : character;
    }
    return out;
}

QString unescaped(const QString &text, const QString &special, const QString &names)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype number =
            text[i] == u'\\' && i + 1 < text.size() ? names.indexOf(text[i + 1]) : qsizetype(-1);
        out += number >= 0 ? special[number] : text[i];
        i += number >= 0 ? 1 : 0;
    }
    return out;
}

const QString cellSpecial = QStringLiteral("\t\n\r\\");
const QString cellNames = QStringLiteral("tnr\\");
const QString variantSpecial = QStringLiteral("|\\");

} // namespace

QString lineOf(const QStringList &cells)
{
    QStringList out;
    for (const QString &cell : cells)
        out << escaped(cell, cellSpecial, cellNames);
    return out.join(u'\t');
}

QStringList cellsOf(const QString &line)
{
    QStringList out;
    for (const QString &cell : line.split(u'\t'))
        out << unescaped(cell, cellSpecial, cellNames);
    return out;
}

QString variantsText(const QStringList &variants)
{
    QStringList out;
    for (const QString &variant : variants)
        out << escaped(variant, variantSpecial, variantSpecial);
    return out.join(u'|');
}

QStringList variantsOf(const QString &cell)
{
    QStringList out;
    QString variant;
    for (qsizetype i = 0; i < cell.size(); ++i) {
        if (cell[i] == u'\\' && i + 1 < cell.size()) {
            variant += cell[++i];
        } else if (cell[i] == u'|') {
            out << variant;
            variant.clear();
        } else {
            variant += cell[i];
        }
    }
    if (!cell.isEmpty())
        out << variant;
    return out;
}

} // namespace verbale::xliff12
