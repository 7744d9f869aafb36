#include "formats/tmx/tmx.h"

#include <QtCore/QLocale>

namespace verbale::tmx {

namespace {

QLatin1String dateFormat()
{
    return QLatin1String("yyyyMMdd'T'HHmmss'Z'");
}

/// "vie-VN" as "vi-vn".
QString comparableLanguage(QStringView tag)
{
    QString comparable = tag.trimmed().toString().toLower();
    comparable.replace(u'_', u'-');
    const qsizetype end = comparable.indexOf(u'-');
    const QString language = comparable.left(end);
    if (language.size() == 3) {
        const QString code = QLocale::languageToCode(QLocale::codeToLanguage(language));
        if (code.size() == 2)
            comparable = code + comparable.mid(language.size());
    }
    return comparable;
}

/// Whether the shorter tag, all of it, begins the longer one.
bool begins(QStringView shorter, QStringView longer)
{
    return !shorter.isEmpty() && longer.startsWith(shorter) &&
           (longer.size() == shorter.size() || longer[shorter.size()] == u'-');
}

} // namespace

QString TmxAttributes::value(QLatin1String name) const
{
    for (const TmxAttribute &attribute : m_all) {
        if (attribute.name == name)
            return attribute.value;
    }
    return {};
}

bool TmxAttributes::has(QLatin1String name) const
{
    for (const TmxAttribute &attribute : m_all) {
        if (attribute.name == name)
            return true;
    }
    return false;
}

void TmxAttributes::set(const QString &name, const QString &value)
{
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        if (m_all[i].name != name)
            continue;
        if (value.isEmpty())
            m_all.removeAt(i);
        else
            m_all[i].value = value;
        return;
    }
    if (!value.isEmpty())
        m_all.append({name, value});
}

QString TmxUnit::sourceLanguage(const TmxHeader &header) const
{
    const QString own = attributes.value(QLatin1String("srclang"));
    return own.isEmpty() ? header.attributes.value(QLatin1String("srclang")) : own;
}

const TmxVariant *TmxUnit::variant(QStringView language) const
{
    const TmxVariant *best = nullptr;
    int bestFit = 0;
    for (const TmxVariant &candidate : variants) {
        const int fit = languageFit(language, candidate.language);
        if (fit > bestFit) {
            best = &candidate;
            bestFit = fit;
        }
    }
    return best;
}

int languageFit(QStringView wanted, QStringView offered)
{
    if (wanted.isEmpty() || offered.isEmpty())
        return 0;
    const QString a = comparableLanguage(wanted);
    const QString b = comparableLanguage(offered);
    if (a == b)
        return 3;
    if (begins(a, b) || begins(b, a))
        return 2;
    return QStringView(a).left(a.indexOf(u'-')) == QStringView(b).left(b.indexOf(u'-')) ? 1 : 0;
}

QString dateText(const QDateTime &date)
{
    return date.toUTC().toString(dateFormat());
}

std::optional<QDateTime> parseDate(QStringView text)
{
    QDateTime date = QDateTime::fromString(text.trimmed().toString(), dateFormat());
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return date;
}

} // namespace verbale::tmx
