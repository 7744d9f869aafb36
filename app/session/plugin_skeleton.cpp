#include "session/plugin_skeleton.h"

#include "host/descriptor.h"

#include <verbale/sdk/version.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QHash>

namespace verbale::session {

namespace {

const QString cpp = QStringLiteral("cpp");

/// A file of the skeleton: its name in the new folder, and the text that it is made of.
struct Part
{
    QString name;
    QString source;
};

QList<Part> partsOf(const PluginSkeleton &skeleton)
{
    const QString place = QLatin1String(":/session/skeletons/") + skeleton.language + QLatin1Char('/');
    if (skeleton.language == cpp) {
        return {{QStringLiteral("CMakeLists.txt"), place + QLatin1String("CMakeLists.txt.in")},
                {QStringLiteral("plugin.cpp"), place + skeleton.provides + QLatin1String(".cpp.in")},
                {QStringLiteral("plugin.json"), place + QLatin1String("plugin.json")}};
    }
    return {{QStringLiteral("main.py"), place + skeleton.provides + QLatin1String(".py")},
            {QStringLiteral("plugin.json"), place + QLatin1String("plugin.json")},
            {QStringLiteral("verbale_plugin.py"), place + QLatin1String("verbale_plugin.py")}};
}

/// "org.example.set-phrases" is called "Set phrases", and its class SetPhrasesPlugin.
QHash<QByteArray, QString> wordsOf(const PluginSkeleton &skeleton)
{
    const QString last = skeleton.id.section(QLatin1Char('.'), -1);
    QString title = QString(last).replace(QLatin1Char('-'), QLatin1Char(' ')).simplified();
    title[0] = title[0].toUpper();
    QString className = last[0].isDigit() ? QStringLiteral("Plugin") : QString();
    for (QString word : last.split(QLatin1Char('-'), Qt::SkipEmptyParts)) {
        word[0] = word[0].toUpper();
        className += word;
    }
    const QString formats =
        skeleton.provides == QLatin1String("format")
            ? QStringLiteral(",\n    \"formats\": [{\"name\": {\"en\": \"Lines of key = text\"}, "
                             "\"extensions\": [\"properties\"]}]")
            : QString();
    const QString sdk = QStringLiteral("%1.%2").arg(VERBALE_SDK_MAJOR).arg(VERBALE_SDK_MINOR);
    return {{"ID", skeleton.id},
            {"TITLE", title},
            {"CLASS", className + QLatin1String("Plugin")},
            {"LIBRARY", last},
            {"INTERFACE", skeleton.provides},
            {"FORMATS", formats},
            {"SDK", QStringLiteral(">=%1 <%2").arg(sdk).arg(VERBALE_SDK_MAJOR + 1)},
            {"SDKVERSION", sdk}};
}

Result<void> judge(const PluginSkeleton &skeleton)
{
    if (!host::isPluginId(skeleton.id))
        return Error{QStringLiteral("plugins.bad-id"),
                     QStringLiteral("'%1' is no plugin id: at most %2 letters, digits, dots and hyphens, as "
                                    "in org.example.my-plugin.")
                         .arg(skeleton.id.left(80))
                         .arg(host::pluginIdLimit)};
    if (!skeletonLanguages().contains(skeleton.language))
        return Error{QStringLiteral("plugins.bad-language"),
                     QStringLiteral("There is no skeleton in '%1'; choose one of %2.")
                         .arg(skeleton.language, skeletonLanguages().join(QLatin1String(", ")))};
    if (!skeletonInterfaces().contains(skeleton.provides))
        return Error{QStringLiteral("plugins.bad-interface"),
                     QStringLiteral("There is no skeleton that provides '%1'; choose one of %2.")
                         .arg(skeleton.provides, skeletonInterfaces().join(QLatin1String(", ")))};
    const QFileInfo place(skeleton.folder);
    if (place.exists() || place.isSymbolicLink())
        return Error{QStringLiteral("plugins.folder-exists"),
                     QStringLiteral("is there already and is not touched. Choose another --folder."),
                     {skeleton.folder}};
    return {};
}

Result<QByteArray> fill(const Part &part, const QHash<QByteArray, QString> &words)
{
    QFile source(part.source);
    if (!source.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("plugins.not-written"),
                     QStringLiteral("The skeleton of %1 is missing in this program.").arg(part.name)};
    QByteArray text = source.readAll();
    for (auto word = words.cbegin(); word != words.cend(); ++word)
        text.replace('@' + word.key() + '@', word.value().toUtf8());
    return text;
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && file.write(bytes) == bytes.size() &&
        file.flush())
        return {};
    return Error{QStringLiteral("plugins.not-written"),
                 QStringLiteral("cannot be written: %1.").arg(file.errorString()),
                 {path}};
}

} // namespace

QStringList skeletonLanguages()
{
    return {cpp, QStringLiteral("python")};
}

QStringList skeletonInterfaces()
{
    return {QStringLiteral("terms"), QStringLiteral("suggest"), QStringLiteral("check"),
            QStringLiteral("align"), QStringLiteral("format"),  QStringLiteral("command")};
}

Result<QStringList> writeSkeleton(const PluginSkeleton &skeleton)
{
    if (const Result<void> good = judge(skeleton); !good)
        return good.error();
    const QFileInfo place(skeleton.folder);
    // mkdir() fails for one that somebody makes at this moment, so what is taken away below is our own.
    if (!QDir().mkpath(place.absolutePath()) || !QDir().mkdir(place.absoluteFilePath()))
        return Error{QStringLiteral("plugins.not-written"),
                     QStringLiteral("This folder cannot be made."),
                     {skeleton.folder}};
    const QHash<QByteArray, QString> words = wordsOf(skeleton);
    QStringList written;
    for (const Part &part : partsOf(skeleton)) {
        const QString path = skeleton.folder + QLatin1Char('/') + part.name;
        const Result<QByteArray> text = fill(part, words);
        const Result<void> done = text ? write(path, *text) : Result<void>(text.error());
        if (!done) {
            QDir(skeleton.folder).removeRecursively();
            return done.error();
        }
        written.append(part.name);
    }
    return written;
}

} // namespace verbale::session
