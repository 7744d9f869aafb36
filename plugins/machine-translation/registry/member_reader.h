#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <optional>

namespace verbale::mt {

/// Reads one object of the settings, member by member. Whatever is wrong is kept as a sentence that names the
/// object and the member; what was asked for then has its default.
class MemberReader
{
public:
    /// `what`: for people, begins the sentences: `Engine "deepl"`.
    MemberReader(const QJsonObject &object, QString what) : m_object(object), m_what(std::move(what)) {}

    /// An empty text counts as absent.
    QString text(const char *name, const QString &otherwise = {});
    QString neededText(const char *name);
    /// One of `known`, the first of them where it is absent.
    QString choice(const char *name, const QStringList &known);
    bool flag(const char *name, bool otherwise);
    qint64 integer(const char *name, qint64 otherwise, qint64 least, qint64 most);
    double number(const char *name, double otherwise, double most);
    QList<qint64> integers(const char *name);
    /// Nothing: absent or null.
    std::optional<qint64> optionalInteger(const char *name);
    QJsonObject object(const char *name);

    /// `sentence` goes on after the name of the object: "needs a \"model\"".
    void complain(const QString &sentence);
    /// All mistakes ("mt.settings"); members that nobody has asked for by now are among them.
    [[nodiscard]] QList<Error> mistakes();

private:
    [[nodiscard]] QJsonValue take(const char *name);
    void complainOf(const char *name, const QString &what);

    QJsonObject m_object;
    QString m_what;
    QStringList m_known;
    QList<Error> m_mistakes;
};

} // namespace verbale::mt
