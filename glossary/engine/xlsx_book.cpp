#include "glossary/engine/xlsx_book.h"

#include "xml/parse.h"

#include <QtCore/QDate>
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <cmath>
#include <functional>

namespace verbale::glossary::xlsx {

namespace {

using xml::Element;

/// Gives each element of the wanted names to a function; walks through the others.
class Collector : public xml::Visitor
{
public:
    Collector(QStringList wanted, std::function<void(const Element &)> take)
        : m_wanted(std::move(wanted)), m_take(std::move(take))
    {
    }
    Take begin(const Element &tag) override { return m_wanted.contains(tag.name) ? Take::Tree : Take::Walk; }
    void tree(const Element &element) override { m_take(element); }
    void end() override {}

private:
    QStringList m_wanted;
    std::function<void(const Element &)> m_take;
};

Result<void> collect(Package &package, const QString &part, const QStringList &wanted,
                     const std::function<void(const Element &)> &take)
{
    const Result<QByteArray> bytes = package.read(part);
    if (!bytes)
        return bytes.error();
    Collector collector(wanted, take);
    return xml::parse(*bytes, {package.fileName() + u'/' + part, QStringLiteral("xlsx"), 64}, collector);
}

struct Relation
{
    QString type; ///< the last word of the relationship's type
    QString target;
};

QString relationsOf(const QString &part)
{
    const qsizetype cut = part.lastIndexOf(u'/') + 1;
    return part.left(cut) + QLatin1String("_rels/") + part.mid(cut) + QLatin1String(".rels");
}

Result<QHash<QString, Relation>> readRelations(Package &package, const QString &part)
{
    QHash<QString, Relation> relations;
    const QString from = relationsOf(part);
    if (!package.has(from))
        return relations;
    const Result<void> read =
        collect(package, from, {QStringLiteral("Relationship")}, [&](const Element &element) {
            const QString type = element.value(QLatin1String("Type"));
            if (element.value(QLatin1String("TargetMode")) != QLatin1String("External"))
                relations.insert(element.value(QLatin1String("Id")),
                                 {type.mid(type.lastIndexOf(u'/') + 1),
                                  resolvePart(part, element.value(QLatin1String("Target")))});
        });
    if (!read)
        return read.error();
    return relations;
}

QString targetOf(const QHash<QString, Relation> &relations, QLatin1String type)
{
    for (const Relation &relation : relations) {
        if (relation.type == type)
            return relation.target;
    }
    return {};
}

/// The value of r:id, whichever of its two name spaces the file uses.
QString relationId(const Element &element)
{
    for (const xml::Attribute &attribute : element.attributes) {
        if (attribute.name == QLatin1String("id") && attribute.ns.endsWith(QLatin1String("relationships")))
            return attribute.value;
    }
    return {};
}

NumberKind kindOfBuiltIn(int number)
{
    if ((number >= 14 && number <= 16) || (number >= 27 && number <= 31) || number == 36 ||
        (number >= 50 && number <= 58))
        return NumberKind::Date;
    if (number == 17)
        return NumberKind::Month;
    if ((number >= 18 && number <= 21) || (number >= 32 && number <= 35) || (number >= 45 && number <= 47))
        return NumberKind::Time;
    return number == 22 ? NumberKind::DateTime : NumberKind::Number;
}

Result<void> readStyles(Package &package, const QString &part, Book &book)
{
    QHash<int, NumberKind> own;
    return collect(
        package, part, {QStringLiteral("numFmts"), QStringLiteral("cellXfs")}, [&](const Element &element) {
            for (const xml::Node &child : element.children) {
                if (!child.element)
                    continue;
                const int number = child.element->value(QLatin1String("numFmtId")).toInt();
                if (child.element->name == QLatin1String("numFmt"))
                    own.insert(number, kindOfFormat(child.element->value(QLatin1String("formatCode"))));
                else
                    book.styles.push_back(own.value(number, kindOfBuiltIn(number)));
            }
        });
}

/// "_x000D_" is a carriage return, "_x005F_x000D_" is "_x000D_".
QString unescaped(QString text)
{
    static const QRegularExpression escape(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
    if (!text.contains(QLatin1String("_x")))
        return text;
    QString result;
    qsizetype from = 0;
    for (auto matches = escape.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).sliced(from, match.capturedStart() - from);
        result += QChar(static_cast<char16_t>(match.captured(1).toUShort(nullptr, 16)));
        from = match.capturedEnd();
    }
    return result + QStringView(text).sliced(from).toString();
}

void addText(const Element &element, QString &text)
{
    for (const xml::Node &child : element.children) {
        if (!child.element)
            continue;
        if (child.element->name == QLatin1String("t"))
            text += child.element->text();
        else if (child.element->name == QLatin1String("r"))
            addText(*child.element, text);
    }
}

} // namespace

QString resolvePart(const QString &from, const QString &target)
{
    QStringList parts = target.startsWith(u'/') ? QStringList() : from.split(u'/').mid(0, from.count(u'/'));
    for (const QString &part : target.split(u'/', Qt::SkipEmptyParts)) {
        if (part == QLatin1String("..")) {
            if (!parts.isEmpty())
                parts.removeLast();
        } else if (part != QLatin1String(".")) {
            parts.append(part);
        }
    }
    return parts.join(u'/');
}

QString stringText(const Element &element)
{
    QString text;
    addText(element, text);
    return unescaped(text);
}

NumberKind kindOfFormat(const QString &code)
{
    static const QRegularExpression aside(QStringLiteral("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*."));
    QString plain = code.section(u';', 0, 0).toLower();
    plain.remove(aside);
    if (plain.contains(QLatin1String("general")))
        return NumberKind::Number;
    const bool time = plain.contains(u'h') || plain.contains(u's');
    const bool day = plain.contains(u'd');
    const bool year = plain.contains(u'y');
    if (day || (time && year))
        return time ? NumberKind::DateTime : NumberKind::Date;
    if (time)
        return NumberKind::Time;
    if (plain.contains(u'm'))
        return NumberKind::Month;
    return year ? NumberKind::Year : NumberKind::Number;
}

QString numberText(const QString &written, NumberKind kind, bool from1904)
{
    static const QRegularExpression plain(QStringLiteral("^-?[0-9]{1,15}(\\.[0-9]{1,10})?$"));
    bool isNumber = false;
    const double value = written.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value))
        return written;
    constexpr double latest = 2958466; // 31 December 9999
    if (kind == NumberKind::Number || value < 0 || value >= latest)
        return plain.match(written).hasMatch() ? written : QString::number(value, 'g', 15);
    const double days = std::floor(value);
    // 1900 has a 29 February in Excel, so that the days before it are counted from another one.
    const QDate zero = from1904 ? QDate(1904, 1, 1) : value < 60 ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
    const QDate date = zero.addDays(static_cast<qint64>(days));
    const auto minutes = static_cast<int>(std::lround((value - days) * 24 * 60));
    const QTime time = minutes >= 24 * 60 ? QTime(23, 59) : QTime(minutes / 60, minutes % 60);
    switch (kind) {
    case NumberKind::Year:
        return date.toString(QStringLiteral("yyyy"));
    case NumberKind::Month:
        return date.toString(QStringLiteral("yyyy-MM"));
    case NumberKind::Time:
        return time.toString(QStringLiteral("hh:mm"));
    case NumberKind::DateTime:
        if (minutes > 0)
            return date.toString(Qt::ISODate) + u' ' + time.toString(QStringLiteral("hh:mm"));
        break;
    case NumberKind::Number:
    case NumberKind::Date:
        break;
    }
    return date.toString(Qt::ISODate);
}

Result<Book> readBook(Package &package)
{
    const Result<QHash<QString, Relation>> root = readRelations(package, QString());
    if (!root)
        return root.error();
    const QString workbook = targetOf(*root, QLatin1String("officeDocument"));
    if (workbook.isEmpty() || !package.has(workbook))
        return package.error(
            ".not-xlsx", QStringLiteral("not an XLSX spreadsheet but another packed file; save it as XLSX or "
                                        "as CSV (UTF-8) and read that"));
    const Result<QHash<QString, Relation>> relations = readRelations(package, workbook);
    if (!relations)
        return relations.error();
    Book book;
    const QStringList wanted{QStringLiteral("sheet"), QStringLiteral("workbookPr")};
    Result<void> done = collect(package, workbook, wanted, [&](const Element &element) {
        if (element.name == QLatin1String("workbookPr")) {
            const QString from = element.value(QLatin1String("date1904"));
            book.from1904 = from == QLatin1String("1") || from == QLatin1String("true");
            return;
        }
        const Relation relation = relations->value(relationId(element));
        const QString state = element.value(QLatin1String("state"));
        if (relation.type == QLatin1String("worksheet"))
            book.sheets.push_back({element.value(QLatin1String("name")), relation.target,
                                   !state.isEmpty() && state != QLatin1String("visible")});
    });
    const QString strings = targetOf(*relations, QLatin1String("sharedStrings"));
    if (done && package.has(strings))
        done = collect(package, strings, {QStringLiteral("si")},
                       [&](const Element &element) { book.strings.append(stringText(element)); });
    const QString styles = targetOf(*relations, QLatin1String("styles"));
    if (done && package.has(styles))
        done = readStyles(package, styles, book);
    if (!done)
        return done.error();
    if (book.sheets.empty())
        return package.error(".not-xlsx",
                             QStringLiteral("not an XLSX spreadsheet: it has no sheet of cells"));
    return book;
}

} // namespace verbale::glossary::xlsx
