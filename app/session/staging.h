#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <functional>

namespace verbale::session {

/// A hidden folder beside plugins, with one folder in it that becomes a plugin or was one. Plugins are not
/// looked for in hidden folders. What a program that was killed has left there is removed after a day.
class StagingFolder
{
public:
    using Take = std::function<Result<void>(const QByteArray &piece)>;

    /// In `beside`, which is made when it is not there. `inner`: make the folder of that name, too. Errors
    /// of all: install.not-written.
    static Result<StagingFolder> make(const QString &beside, const QString &name, bool inner = true);

    [[nodiscard]] const QString &path() const { return m_path; } ///< of the inner folder

    /// Writes a file of what `produce` gives, makes the folders to it, and brings it to the disk.
    Result<void> write(const QString &name, bool executable,
                       const std::function<Result<void>(const Take &)> &produce);
    Result<void> sync() const; ///< brings every folder to the disk

    /// Gives a folder another place on the same disk, in one step. `exchange`: what stands there comes to
    /// where the folder was; otherwise nothing may stand there.
    static Result<void> putInPlace(const QString &folder, const QString &place, bool exchange);

    /// Removes an inner folder and the hidden one around it; no other.
    static void removeWith(const QString &inner);

private:
    explicit StagingFolder(QString path) : m_path(std::move(path)) {}

    QString m_path;
};

} // namespace verbale::session
