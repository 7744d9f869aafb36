#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace verbale::architecture {

/// What one room of the house may use. "std", the C++ standard library, is open to all.
struct RoomRule
{
    QString room;             ///< "text", "formats", "plugins/glossary-alignment" ...
    QStringList rooms;        ///< the rooms it may include and link, besides itself
    QStringList libraries;    ///< what its public headers may include: "QtCore" ...
    QStringList ownLibraries; ///< what may be used inside it alone: "unicode" (ICU), "expat" ...
};

/// The rule of a room; nothing for a folder that the plan does not know.
std::optional<RoomRule> ruleOf(const QString &room);

/// The room of a file by its path from the top of the sources; empty when it lies in no room.
QString roomOfFile(const QString &path);

/// Rooms and files in which the limits hold.
inline constexpr int maximumFileLines = 700;
inline constexpr int maximumFunctionLines = 70;

/// One breach of a rule, for people.
struct Breach
{
    QString file;
    int line = 0;
    QString text;
    [[nodiscard]] QString toString() const;
};

/// An include line and what it leads to: the path of a file of the house, or a library.
struct Included
{
    int line = 0;
    QString file;    ///< from the top of the sources; empty for a library
    QString library; ///< empty for a file
};

/// Judges one file's includes. `publicHeader`: other rooms may include it.
QList<Breach> judgeIncludes(const QString &path, bool publicHeader, const QList<Included> &includes);

/// Judges what a target links: "Verbale::Text" and "verbale_text" by `roomOfTarget`, others as libraries.
struct Link
{
    int line = 0;
    QString name;
};
QList<Breach> judgeLinks(const QString &path, const QList<Link> &links,
                         const QHash<QString, QString> &roomOfTarget);

} // namespace verbale::architecture
