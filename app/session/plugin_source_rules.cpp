#include "session/plugin_source_rules.h"

#include <algorithm>

namespace verbale::session {

namespace {

constexpr qsizetype longestName = 255; // bytes, as file systems have it
constexpr qsizetype longestPath = 1024;

/// Characters that a name of a file has no use for and that make it look like another one.
bool isUnfit(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return c == QChar::ReplacementCharacter || c == QLatin1Char('\\');
    }
}

} // namespace

Error sourceError(const char *code, const QString &file, const QString &message)
{
    return {QLatin1String("install.") + QLatin1String(code), message, {file}};
}

Error isALink(const QString &file)
{
    return sourceError("link", file,
                       QStringLiteral("it is a link, and a plugin is installed without links; put the file "
                                      "itself there"));
}

Error isSpecial(const QString &file)
{
    return sourceError("special", file,
                       QStringLiteral("it is no file and no folder; take it out and try again"));
}

Error isChanged(const QString &file)
{
    return sourceError("changed", file,
                       QStringLiteral("it was changed while it was read; try again when nobody writes it"));
}

Error noDescriptor(const QString &source)
{
    return sourceError(
        "no-descriptor", source,
        QStringLiteral("there is no plugin.json in it, so it is no plugin of Verbale's; choose "
                       "the folder or archive that holds one"));
}

Error saysAnotherSize(const QString &file)
{
    return sourceError("damaged", file,
                       QStringLiteral("it unpacks to another size than the archive says; get the archive "
                                      "again"));
}

Result<void> SourceRules::judgeName(const QString &path) const
{
    const bool hasDrive = path.size() > 1 && path[1] == QLatin1Char(':') && path[0].isLetter();
    const QStringList names = path.split(QLatin1Char('/'));
    if (path.startsWith(QLatin1Char('/')) || hasDrive || names.contains(QLatin1String("..")))
        return sourceError("outside", path,
                           QStringLiteral("its path leads out of the plugin's folder; nothing of this plugin "
                                          "should be trusted"));
    const bool unfit =
        std::any_of(path.cbegin(), path.cend(), isUnfit) || path.toUtf8().size() > longestPath ||
        std::any_of(names.cbegin(), names.cend(), [](const QString &name) {
            return name.isEmpty() || name == QLatin1String(".") || name.toUtf8().size() > longestName;
        });
    if (unfit)
        return sourceError("name", path,
                           QStringLiteral("its name is empty, too long or has characters that no file name "
                                          "needs; rename it"));
    if (names.size() - 1 > m_limits.depth)
        return sourceError("too-deep", path,
                           QStringLiteral("it lies more than %1 folders deep").arg(m_limits.depth));
    return {};
}

Result<void> SourceRules::count(const QString &path)
{
    if (++m_entries > m_limits.files)
        return sourceError(
            "too-many", path,
            QStringLiteral("the plugin has more than %1 files and folders").arg(m_limits.files));
    return {};
}

Result<void> SourceRules::takeFolder(const QString &path)
{
    if (const Result<void> good = judgeName(path); !good)
        return good;
    if (m_files.contains(path))
        return sourceError("double", path, QStringLiteral("a file and a folder have this name"));
    m_folders.insert(path);
    return count(path);
}

Result<void> SourceRules::takeFile(const QString &path, qint64 size)
{
    if (const Result<void> good = judgeName(path); !good)
        return good;
    if (m_files.contains(path) || m_folders.contains(path))
        return sourceError("double", path, QStringLiteral("it stands there twice"));
    for (qsizetype at = path.indexOf(QLatin1Char('/')); at >= 0;
         at = path.indexOf(QLatin1Char('/'), at + 1)) {
        if (m_files.contains(path.first(at)))
            return sourceError("double", path.first(at),
                               QStringLiteral("a file and a folder have this name"));
        m_folders.insert(path.first(at));
    }
    m_files.insert(path);
    if (size < 0 || size > m_limits.bytes - m_bytes)
        return sourceError(
            "too-large", path,
            QStringLiteral("with it the plugin has more than %1 MiB").arg(m_limits.bytes / (1024 * 1024)));
    m_bytes += size;
    return count(path);
}

} // namespace verbale::session
