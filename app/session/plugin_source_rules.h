#pragma once

#include "session/plugin_source.h"

#include <QtCore/QSet>

namespace verbale::session {

/// An Error "install.CODE" about a file of a plugin that is not installed.
Error sourceError(const char *code, const QString &file, const QString &message);
Error isALink(const QString &file);
Error isSpecial(const QString &file);
Error isChanged(const QString &file);
Error noDescriptor(const QString &source);
Error saysAnotherSize(const QString &file);

/// What a folder and an archive have to keep to alike: names that stay inside, once each, within the limits.
class SourceRules
{
public:
    explicit SourceRules(const InstallLimits &limits) : m_limits(limits) {}

    Result<void> takeFile(const QString &path, qint64 size);
    Result<void> takeFolder(const QString &path);

private:
    [[nodiscard]] Result<void> judgeName(const QString &path) const;
    Result<void> count(const QString &path);

    const InstallLimits m_limits;
    QSet<QString> m_files;
    QSet<QString> m_folders; ///< that files lie in, or that were named
    qsizetype m_entries = 0;
    qint64 m_bytes = 0;
};

} // namespace verbale::session
