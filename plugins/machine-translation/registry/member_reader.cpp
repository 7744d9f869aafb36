#include "plugins/machine-translation/registry/member_reader.h"

#include <QtCore/QJsonArray>

#include <cmath>

namespace verbale::mt {

namespace {

constexpr qint64 mostExact = qint64(1) << 53; ///< beyond it JSON's numbers are no whole ones

std::optional<qint64> wholeNumber(const QJsonValue &value, qint64 least, qint64 most)
{
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number != std::floor(number) || std::abs(number) > double(mostExact))
        return std::nullopt;
    const auto whole = static_cast<qint64>(number);
    return whole < least || whole > most ? std::nullopt : std::optional(whole);
}

} // namespace

QJsonValue MemberReader::take(const char *name)
{
    m_known.append(QLatin1String(name));
    return m_object.value(QLatin1String(name));
}

void MemberReader::complain(const QString &sentence)
{
    m_mistakes.append({QStringLiteral("mt.settings"), QStringLiteral("%1 %2.").arg(m_what, sentence), {}});
}

void MemberReader::complainOf(const char *name, const QString &what)
{
    complain(QStringLiteral("has a mistake: \"%1\" has to be %2").arg(QLatin1String(name), what));
}

QString MemberReader::text(const char *name, const QString &otherwise)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isString())
        complainOf(name, QStringLiteral("a text"));
    const QString found = value.toString();
    return found.isEmpty() ? otherwise : found;
}

QString MemberReader::neededText(const char *name)
{
    const qsizetype before = m_mistakes.size();
    const QString found = text(name);
    if (found.isEmpty() && m_mistakes.size() == before)
        complain(QStringLiteral("needs a \"%1\"").arg(QLatin1String(name)));
    return found;
}

QString MemberReader::choice(const char *name, const QStringList &known)
{
    const QString found = text(name, known.first());
    if (known.contains(found))
        return found;
    complainOf(name, QStringLiteral("\"%1\", not \"%2\"").arg(known.join(QLatin1String("\" or \"")), found));
    return known.first();
}

bool MemberReader::flag(const char *name, bool otherwise)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isBool())
        complainOf(name, QStringLiteral("true or false"));
    return value.toBool(otherwise);
}

qint64 MemberReader::integer(const char *name, qint64 otherwise, qint64 least, qint64 most)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return otherwise;
    const std::optional<qint64> found = wholeNumber(value, least, most);
    if (!found)
        complainOf(name, QStringLiteral("a whole number from %1 to %2").arg(least).arg(most));
    return found.value_or(otherwise);
}

double MemberReader::number(const char *name, double otherwise, double most)
{
    const QJsonValue value = take(name);
    const double found = value.toDouble(otherwise);
    const bool isSound = value.isUndefined() || (value.isDouble() && found >= 0 && found <= most);
    if (!isSound)
        complainOf(name, QStringLiteral("a number from 0 to %1").arg(most));
    return isSound ? found : otherwise;
}

QList<qint64> MemberReader::integers(const char *name)
{
    const QJsonValue value = take(name);
    QList<qint64> found;
    bool isSound = value.isUndefined() || value.isArray();
    const QJsonArray list = value.toArray();
    for (const auto &one : list) {
        const std::optional<qint64> whole = wholeNumber(one, 0, mostExact);
        isSound = isSound && whole;
        found.append(whole.value_or(0));
    }
    if (!isSound)
        complainOf(name, QStringLiteral("a list of whole numbers"));
    return found;
}

std::optional<qint64> MemberReader::optionalInteger(const char *name)
{
    const QJsonValue value = take(name);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    const std::optional<qint64> found = wholeNumber(value, 0, mostExact);
    if (!found)
        complainOf(name, QStringLiteral("a whole number, 0 or more"));
    return found;
}

QJsonObject MemberReader::object(const char *name)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isObject())
        complainOf(name, QStringLiteral("an object"));
    return value.toObject();
}

QList<Error> MemberReader::mistakes()
{
    const QStringList names = m_object.keys();
    for (const QString &name : names) {
        if (!m_known.contains(name))
            complain(QStringLiteral("has a member that it does not know, \"%1\"; it knows \"%2\"")
                         .arg(name.left(60), m_known.join(QLatin1String("\", \""))));
    }
    return m_mistakes;
}

} // namespace verbale::mt
