#include "command-line/inputs.h"

#include "command-line/assistance.h"
#include "session/files.h"
#include "session/invalid_file.h"
#include "session/journals.h"
#include "session/plugin_formats.h"
#include "session/settings.h"

#include <QtCore/QDateTime>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace verbale::commandline {

Result<session::OpenOptions> openOptions(bool wholeFile, const QString &encoding, const QString &rules)
{
    session::OpenOptions options;
    options.wholeFile = wholeFile;
    options.segmentationRules = rules;
    if (!encoding.isNull()) {
        const Result<text::Encoding> known = text::encodingFromId(encoding);
        if (!known)
            return known.error();
        options.encoding = *known;
    }
    return options;
}

void declareEncoding(VerbOptions &options, QString &encoding)
{
    options.text("--encoding", encoding, "NAME",
                 "Take texts for this encoding instead of finding it: utf-8, tcvn3, vni, windows-1258, ...");
}

void warnOfUnsaved(Context &context, const QString &workingFile)
{
    const auto unsaved = session::unsavedEdits(workingFile, session::stateFolder());
    if (!unsaved)
        return;
    const bool all = unsaved->count <= unsaved->segments.size();
    const QString names =
        unsaved->segments.join(QLatin1String(", ")) + (all ? QString() : QStringLiteral(", ..."));
    const QString time =
        QDateTime::fromMSecsSinceEpoch(unsaved->lastTime).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    warn(context,
         QStringLiteral("%1 has %2 unsaved %3 of %4 (%5). %6")
             .arg(workingFile)
             .arg(unsaved->count)
             .arg(unsaved->count == 1 ? QStringLiteral("edit") : QStringLiteral("edits"), time, names,
                  unsaved->heldBy ? QStringLiteral("It is open in the workbench; save it there.")
                                  : QStringLiteral("Open the file in the workbench to restore them.")));
}

std::unique_ptr<host::PluginHost> pluginsForFile(Context &context, const QString &name)
{
    const QString suffix = QFileInfo(name).suffix().toLower();
    if (suffix.isEmpty() || session::isOwnFormat(name))
        return nullptr;
    const Result<session::Settings> settings = session::loadSettings(context.settingsFile);
    if (!settings) { // they say which plugins are switched off
        warnOnce(context, settings.error().text());
        return nullptr;
    }
    auto host = makeHost(context, *settings);
    host->discover();
    const QList<host::PluginInfo> plugins = host->plugins();
    const bool any = std::any_of(plugins.begin(), plugins.end(), [&suffix](const host::PluginInfo &plugin) {
        const QList<host::FileFormat> &formats = plugin.descriptor.formats;
        return std::any_of(formats.begin(), formats.end(), [&suffix](const host::FileFormat &format) {
            return std::any_of(
                format.extensions.begin(), format.extensions.end(),
                [&suffix](const QString &extension) { return extension.section(u'.', -1) == suffix; });
        });
    });
    if (!any)
        return nullptr;
    host->start();
    return session::isPluginFile(*host, name) ? std::move(host) : nullptr;
}

Result<session::OpenedDocument> openInput(Context &context, const QString &path,
                                          const session::OpenOptions &options)
{
    if (path != QLatin1String("-")) {
        if (const auto host = pluginsForFile(context, path)) {
            Result<std::optional<session::OpenedDocument>> read =
                session::openWithPlugin(path, options, *host, context.stop);
            if (!read)
                return read.error();
            if (*read) {
                warnOfUnsaved(context, (*read)->workingFile);
                return std::move(**read);
            }
        }
        Result<session::OpenedDocument> opened = session::openDocument(path, options);
        if (opened)
            warnOfUnsaved(context, opened->workingFile);
        return opened;
    }
    const Result<QByteArray> bytes = session::readDevice(context.in, path);
    if (!bytes)
        return bytes.error();
    return session::openBytes(*bytes, path, options);
}

void warnOfInvalid(Context &context, const QString &path, const session::OpenedDocument &opened)
{
    if (opened.isText())
        return;
    const session::InvalidFile invalid = session::findInvalid(opened.document.originalBytes);
    if (!invalid.isValid())
        warn(context, session::describeInvalid(invalid, path));
}

void warnOfInvalidUnlessLarge(Context &context, const QString &path, const session::OpenedDocument &opened)
{
    constexpr qint64 largestChecked = 16 * 1024 * 1024;
    if (opened.document.originalBytes.size() <= largestChecked)
        warnOfInvalid(context, path, opened);
}

void declareSegmentationRules(VerbOptions &options, QString &file)
{
    options.text("--srx,--rules", file, "FILE.srx",
                 "Cut a text by these segmentation rules (SRX 2.0) instead of the shipped ones");
}

QString shellQuoted(const QString &path)
{
    static const QRegularExpression plain(QStringLiteral("^[\\p{L}\\p{M}\\p{N}_./+:@%=,-]+$"));
    if (plain.match(path).hasMatch())
        return path;
    QString escaped = path;
    escaped.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + escaped + QLatin1Char('\'');
}

} // namespace verbale::commandline
