#include "host/sandbox/program_lookup.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace verbale::host {

namespace {

Error noProgram(const QString &message)
{
    return {QStringLiteral("sandbox.no-program"), message};
}

/// The absolute path of an executable file, or an empty one.
QString findProgram(const QString &name, const QString &pluginFolder, const QStringList &folders)
{
    const QStringList places = name.contains(QLatin1Char('/')) ? QStringList(pluginFolder) : folders;
    for (const QString &place : places) {
        const QFileInfo file(QDir(place), name); // an absolute name stays as it is
        if (file.isFile() && file.isExecutable())
            return QDir::cleanPath(file.absoluteFilePath());
    }
    return {};
}

/// The words behind "#!" in the first line of a script; none when the file is no script.
QStringList scriptWords(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = file.read(256).split('\n').first();
    if (!line.startsWith("#!"))
        return {};
    return QString::fromUtf8(line.mid(2)).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// "/usr/bin/env python3", "/usr/bin/env -S python3 -u": the words behind env, else none.
QStringList wordsBehindEnv(QStringList words)
{
    if (words.isEmpty() || QFileInfo(words.takeFirst()).fileName() != QLatin1String("env"))
        return {};
    if (!words.isEmpty() && words.first() == QLatin1String("-S"))
        words.removeFirst();
    const bool plain = !words.isEmpty() && !words.first().startsWith(QLatin1Char('-')) &&
                       !words.first().contains(QLatin1Char('='));
    return plain ? words : QStringList();
}

} // namespace

QStringList programFolders()
{
    return {QStringLiteral("/usr/local/bin"), QStringLiteral("/usr/bin"), QStringLiteral("/bin")};
}

Result<ProgramLine> lookUpProgram(const Descriptor &descriptor, const QStringList &folders)
{
    if (descriptor.command.isEmpty())
        return noProgram(
            QStringLiteral("The plugin is no program of its own: its plugin.json has no \"command\"."));
    const QString &name = descriptor.command.first();
    QString program = findProgram(name, descriptor.folder, folders);
    if (program.isEmpty()) {
        return noProgram(
            QStringLiteral(
                "The plugin needs the program %1, which is not in %2; install it or the plugin again.")
                .arg(name, name.contains(QLatin1Char('/')) ? descriptor.folder
                                                           : folders.join(QLatin1String(", "))));
    }
    QStringList arguments = {program};
    for (const QString &word : descriptor.command.mid(1)) {
        const QFileInfo file(QDir(descriptor.folder), word);
        const bool isOwn = !word.isEmpty() && !word.startsWith(QLatin1Char('-')) && file.exists();
        arguments.append(isOwn ? QDir::cleanPath(file.absoluteFilePath()) : word);
    }
    const QStringList behindEnv = wordsBehindEnv(scriptWords(program));
    if (!behindEnv.isEmpty()) {
        const QString interpreter = findProgram(behindEnv.first(), descriptor.folder, folders);
        if (interpreter.isEmpty()) {
            return noProgram(QStringLiteral("%1 is a script for %2, which is not in %3; install it.")
                                 .arg(program, behindEnv.first(), folders.join(QLatin1String(", "))));
        }
        arguments = QStringList(interpreter) + behindEnv.mid(1) + arguments;
        program = interpreter;
    }
    ProgramLine line{QFile::encodeName(program), {}};
    for (const QString &argument : std::as_const(arguments))
        line.arguments.append(QFile::encodeName(argument));
    return line;
}

} // namespace verbale::host
