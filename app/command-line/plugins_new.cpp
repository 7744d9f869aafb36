#include "command-line/inputs.h"
#include "command-line/plugins_command.h"
#include "command-line/printer.h"
#include "session/plugin_skeleton.h"

namespace verbale::commandline {

namespace {

class New : public PluginsAction
{
public:
    const char *name() const override { return "new"; }
    const char *summary() const override { return "Write a small plugin that works, to go on from"; }
    void declare(VerbOptions &options) override;
    Result<int> work(Context &context) override;

private:
    session::PluginSkeleton m_skeleton;
};

void New::declare(VerbOptions &options)
{
    options.file(m_skeleton.id, "NAME", "The new plugin's id, as in org.example.my-plugin");
    options.choice("--language", m_skeleton.language, session::skeletonLanguages(),
                   "What it is written in (needed)");
    options.choice("--provides", m_skeleton.provides, session::skeletonInterfaces(),
                   "What it helps with (needed)");
    options.text("--folder", m_skeleton.folder, "DIR", "The folder to make; without it ./NAME");
}

QStringList nextSteps(const session::PluginSkeleton &skeleton)
{
    const QString check = QStringLiteral("verbale plugins check ");
    if (skeleton.language != QLatin1String("cpp"))
        return {check + shellQuoted(skeleton.folder)};
    const QString build = skeleton.folder + QLatin1String("/build");
    return {QStringLiteral("cmake -S %1 -B %2").arg(shellQuoted(skeleton.folder), shellQuoted(build)),
            QStringLiteral("cmake --build %1").arg(shellQuoted(build)),
            check + shellQuoted(build + QLatin1String("/plugins/") + skeleton.id)};
}

Result<int> New::work(Context &context)
{
    for (const auto &[option, value] :
         {std::pair{"--language", m_skeleton.language}, std::pair{"--provides", m_skeleton.provides}}) {
        if (value.isEmpty())
            return Error{QStringLiteral("usage"),
                         QStringLiteral("plugins new needs %1. See `verbale plugins new --help`.")
                             .arg(QLatin1String(option))};
    }
    if (m_skeleton.folder.isEmpty())
        m_skeleton.folder = m_skeleton.id;
    while (m_skeleton.folder.size() > 1 && m_skeleton.folder.endsWith(QLatin1Char('/')))
        m_skeleton.folder.chop(1);
    const Result<QStringList> files = session::writeSkeleton(m_skeleton);
    if (!files)
        return files.error();
    Printer out(context.out);
    for (const QString &file : *files)
        out.line(m_skeleton.folder + QLatin1Char('/') + file);
    out.line(QStringLiteral("Next:"));
    for (const QString &step : nextSteps(m_skeleton))
        out.line(QStringLiteral("  ") + step);
    if (const Result<void> printed = out.flush(); !printed)
        return printed.error();
    return Done;
}

} // namespace

std::unique_ptr<PluginsAction> pluginsNew()
{
    return std::make_unique<New>();
}

} // namespace verbale::commandline
