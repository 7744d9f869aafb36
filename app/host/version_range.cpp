#include "host/version_range.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

namespace verbale::host {

std::optional<QVersionNumber> parseVersion(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[0-9]{1,6}(\\.[0-9]{1,6}){0,3}$"));
    if (text.size() > 32 || text.endsWith(QLatin1Char('\n')) || !form.match(text).hasMatch())
        return std::nullopt;
    return QVersionNumber::fromString(text);
}

bool VersionRange::contains(const QVersionNumber &version) const
{
    // QVersionNumber orders 1.0 before 1.0.0; for a person they are the same version.
    const QVersionNumber plain = version.normalized();
    if (!minimum.isNull() && plain < minimum.normalized())
        return false;
    return below.isNull() || plain < below.normalized();
}

QString VersionRange::text() const
{
    QStringList parts;
    if (!minimum.isNull())
        parts << QStringLiteral(">=") + minimum.toString();
    if (!below.isNull())
        parts << QStringLiteral("<") + below.toString();
    return parts.isEmpty() ? QStringLiteral("any version") : parts.join(QLatin1Char(' '));
}

std::optional<VersionRange> VersionRange::parse(const QString &text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty() || words.size() > 2)
        return std::nullopt;
    VersionRange range;
    for (const QString &word : words) {
        const bool lower = word.startsWith(QLatin1String(">="));
        if (!lower && !word.startsWith(QLatin1Char('<')))
            return std::nullopt;
        const auto version = parseVersion(word.mid(lower ? 2 : 1));
        QVersionNumber &end = lower ? range.minimum : range.below;
        if (!version || !end.isNull())
            return std::nullopt;
        end = *version;
    }
    const bool empty =
        !range.below.isNull() && (range.below.normalized().isNull() || !range.contains(range.minimum));
    return empty ? std::nullopt : std::optional(range);
}

} // namespace verbale::host
