#include "plugins/glossary-alignment/figures.h"

#include <QtCore/QDate>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>

namespace verbale::alignment {

namespace {

bool matches(const QString &pattern, QStringView text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text.toString()).hasMatch();
}

/// Empty where there is doubt.
QString englishFigure(const QString &figure)
{
    static const QString digits = QStringLiteral("[0-9]+");
    static const QString years = QStringLiteral("[0-9]{4}-[0-9]{4}");
    static const QString grouped =
        QStringLiteral("[1-9][0-9]{0,2}((\\.[0-9]{3}){2,}(,[0-9]+)?|\\.[0-9]{3},[0-9]+)");
    static const QString decimal = QStringLiteral("0,[0-9]+|[0-9]+,([0-9]{1,2}|[0-9]{4,})");
    static const QString date = QStringLiteral("[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}");
    if (matches(digits, figure) || matches(years, figure))
        return figure;
    if (matches(grouped, figure) || matches(decimal, figure)) {
        QString english = figure;
        for (QChar &c : english) {
            if (c == u'.')
                c = u',';
            else if (c == u',')
                c = u'.';
        }
        return english;
    }
    if (matches(date, figure)) {
        const QStringList parts = figure.split(u'/');
        const int day = parts[0].toInt();
        const bool plain = day > 12 || day == parts[1].toInt();
        return plain && QDate::isValid(parts[2].toInt(), parts[1].toInt(), day) ? figure : QString();
    }
    return {};
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

Carried figureAt(QStringView text)
{
    constexpr QStringView joints = u".,/-";
    qsizetype end = 0;
    while (end < text.size() && (isDigit(text[end]) || (joints.contains(text[end]) && end > 0 &&
                                                        end + 1 < text.size() && isDigit(text[end + 1]))))
        ++end;
    return {end, englishFigure(text.first(end).toString())};
}

std::optional<Carried> dateAt(QStringView text)
{
    // Both forms of each accented letter, composed and decomposed.
    static const QRegularExpression pattern(
        QStringLiteral("^ng(?:à|a\\x{300})y\\s+(\\d{1,2})"
                       "(?:\\s*/\\s*(\\d{1,2})(?:\\s*/\\s*(\\d{4}))?"
                       "|\\s+th(?:á|a\\x{301})ng\\s+(\\d{1,2})(?:\\s+n(?:ă|a\\x{306})m\\s+(\\d{4}))?)"
                       "(?!\\w|\\s*[-–—/]\\s*\\d|[.,]\\d)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match =
        pattern.match(text.first(qMin<qsizetype>(text.size(), 64)).toString());
    if (!match.hasMatch())
        return std::nullopt;
    const int day = match.captured(1).toInt();
    const int month = match.captured(2).toInt() + match.captured(4).toInt(); // one of the two is empty
    const QString year = match.captured(3) + match.captured(5);
    constexpr int leapYear = 2000;
    if (!QDate::isValid(year.isEmpty() ? leapYear : year.toInt(), month, day))
        return std::nullopt;
    QString english = QString::number(day) + u' ' + QLocale::c().monthName(month);
    if (!year.isEmpty())
        english += u' ' + year;
    return Carried{match.capturedLength(), english};
}

} // namespace verbale::alignment
