#include "glossary/engine/tbx_words.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

namespace verbale::glossary::tbx {

namespace {

struct StatusWord
{
    const char *beginning;
    TermStatus status;
};

constexpr std::array<StatusWord, 12> statusWords{{
    {"preferred", TermStatus::Preferred},
    {"standardized", TermStatus::Preferred},
    {"regulated", TermStatus::Preferred},
    {"legal", TermStatus::Preferred},
    {"recommended", TermStatus::Preferred},
    {"admitted", TermStatus::Admitted},
    {"deprecated", TermStatus::Deprecated},
    {"superseded", TermStatus::Deprecated},
    {"notRecommended", TermStatus::Deprecated},
    {"obsolete", TermStatus::Deprecated},
    {"forbidden", TermStatus::Forbidden},
    {"prohibited", TermStatus::Forbidden},
}};

bool isNameStart(char32_t c)
{
    return QChar::isLetter(c) || c == U'_';
}

bool isNamePart(char32_t c)
{
    return isNameStart(c) || QChar::isDigit(c) || c == U'.' || c == U'-' || QChar::isMark(c);
}

constexpr QLatin1String ownPrefix("verbale:");

} // namespace

std::optional<TermStatus> statusOfWord(QStringView word)
{
    for (const StatusWord &known : statusWords) {
        if (word.trimmed().startsWith(QLatin1String(known.beginning), Qt::CaseInsensitive))
            return known.status;
    }
    return std::nullopt;
}

QString wordOfStatus(TermStatus status)
{
    switch (status) {
    case TermStatus::Preferred:
        return QStringLiteral("preferredTerm-admn-sts");
    case TermStatus::Admitted:
        return QStringLiteral("admittedTerm-admn-sts");
    case TermStatus::Deprecated:
    case TermStatus::Forbidden:
        break;
    }
    return QStringLiteral("deprecatedTerm-admn-sts");
}

bool isShortType(QStringView termType)
{
    return termType == u"acronym" || termType == u"abbreviation" || termType == u"initialism";
}

QString typeOfTerm(const Term &term)
{
    if (!term.abbreviation)
        return {};
    const bool capitals =
        term.text.size() > 1 && std::none_of(term.text.begin(), term.text.end(),
                                             [](QChar c) { return c.isLower() || c == u'.' || c.isSpace(); });
    return capitals ? QStringLiteral("acronym") : QStringLiteral("abbreviation");
}

QString partOfSpeechFromTbx(const QString &word)
{
    return word == QLatin1String("properNoun") ? QStringLiteral("proper noun") : word;
}

QString partOfSpeechToTbx(const QString &word)
{
    return word == QLatin1String("proper noun") ? QStringLiteral("properNoun") : word;
}

QList<TermStatus> unstatedStatuses(const QList<Term> &terms, const QList<bool> &isStated)
{
    struct Seen
    {
        bool preferred = false;
        qsizetype first = -1;     ///< the first that is not stated
        qsizetype firstFull = -1; ///< the first of these that is no abbreviation
    };
    QHash<QString, Seen> byLanguage;
    for (qsizetype i = 0; i < terms.size(); ++i) {
        Seen &seen = byLanguage[terms[i].language];
        if (isStated[i]) {
            seen.preferred = seen.preferred || terms[i].status == TermStatus::Preferred;
            continue;
        }
        seen.first = seen.first < 0 ? i : seen.first;
        seen.firstFull = seen.firstFull < 0 && !terms[i].abbreviation ? i : seen.firstFull;
    }
    QList<TermStatus> statuses;
    for (qsizetype i = 0; i < terms.size(); ++i) {
        const Seen seen = byLanguage.value(terms[i].language);
        const bool best = i == (seen.firstFull < 0 ? seen.first : seen.firstFull);
        statuses.append(best && !seen.preferred ? TermStatus::Preferred : TermStatus::Admitted);
    }
    return statuses;
}

const Property *findProperty(const QList<Property> &properties, QLatin1String kind, QLatin1String name)
{
    const auto found = std::find_if(properties.begin(), properties.end(), [&](const Property &property) {
        return property.kind == kind && property.name == name;
    });
    return found == properties.end() ? nullptr : &*found;
}

QString toOwnNote(const Property &property)
{
    QString note = ownPrefix + (property.kind.isEmpty() ? QString() : property.kind + u'/') + property.name;
    if (!property.target.isEmpty())
        note += u'[' + property.target + u']';
    return note + u'=' + property.value;
}

std::optional<Property> fromOwnNote(const QString &note)
{
    static const QRegularExpression form(
        QStringLiteral("^verbale:(?:([^/=\\[\\]]*)/)?([^/=\\[\\]]*)(\\[[^\\]]*\\])?=(.*)$"),
        QRegularExpression::DotMatchesEverythingOption);
    if (!note.startsWith(ownPrefix))
        return std::nullopt;
    const QRegularExpressionMatch match = form.match(note);
    if (!match.hasMatch())
        return std::nullopt;
    const QString target = match.captured(3);
    return Property{match.captured(1), match.captured(2), match.captured(4),
                    target.isEmpty() ? QString() : target.sliced(1, target.size() - 2)};
}

QString toXmlId(const QString &id)
{
    static const QRegularExpression escape(QStringLiteral("_(?=x[0-9A-F]{4,6}_)"));
    QString clean = id;
    clean.replace(escape, QStringLiteral("_x005F_"));
    QString result;
    bool first = true;
    for (const char32_t c : clean.toUcs4()) {
        const bool keep = first ? isNameStart(c) : isNamePart(c);
        result +=
            keep ? QString::fromUcs4(&c, 1)
                 : QStringLiteral("_x%1_").arg(QString::number(static_cast<uint>(c), 16).toUpper(), 4, u'0');
        first = false;
    }
    return result.isEmpty() ? QStringLiteral("_") : result;
}

QString fromXmlId(const QString &xmlId)
{
    static const QRegularExpression escaped(QStringLiteral("_x([0-9A-F]{4,6})_"));
    QString result;
    qsizetype from = 0;
    for (auto matches = escaped.globalMatch(xmlId); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const char32_t c = match.captured(1).toUInt(nullptr, 16);
        if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
            continue;
        result += xmlId.mid(from, match.capturedStart() - from) + QString::fromUcs4(&c, 1);
        from = match.capturedEnd();
    }
    return result + xmlId.mid(from);
}

} // namespace verbale::glossary::tbx
