#include "command-line/glossary_command.h"

#include "session/files.h"

namespace verbale::commandline {

GlossaryCommand::GlossaryCommand()
{
    m_actions.push_back(glossaryImport());
    m_actions.push_back(glossaryExport());
    m_actions.push_back(glossaryLint());
    m_actions.push_back(glossaryStats());
    m_actions.push_back(glossaryFind());
    m_actions.push_back(glossaryHarvest());
    m_actions.push_back(glossaryProfile());
}

void GlossaryCommand::declare(VerbOptions &options)
{
    for (const auto &action : m_actions) {
        VerbOptions own = options.action(action->name(), action->summary(), action->chosen);
        action->declare(own);
    }
}

int GlossaryCommand::run(Context &context)
{
    for (const auto &action : m_actions) {
        if (action->chosen)
            return action->run(context);
    }
    complain(context,
             QStringLiteral(
                 "glossary needs one of import, export, lint, stats, find, harvest and profile. See `verbale "
                 "glossary --help`."));
    return Refused;
}

Result<QList<session::GlossarySource>> glossarySources(Context &context, const QStringList &names)
{
    QList<session::GlossarySource> sources;
    for (const QString &name : names.isEmpty() ? QStringList{QStringLiteral("builtin")} : names) {
        if (name != QLatin1String("-")) {
            sources.append({name});
            continue;
        }
        Result<QByteArray> bytes = session::readDevice(context.in, name);
        if (!bytes)
            return bytes.error();
        sources.append({name, *std::move(bytes), true});
    }
    return sources;
}

} // namespace verbale::commandline
