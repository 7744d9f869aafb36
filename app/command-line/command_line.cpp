#include "command-line/command_line.h"

#include "command-line/align_command.h"
#include "command-line/command.h"
#include "command-line/convert_command.h"
#include "command-line/draft_command.h"
#include "command-line/edit_command.h"
#include "command-line/export_command.h"
#include "command-line/glossary_command.h"
#include "command-line/ledger_command.h"
#include "command-line/merge_command.h"
#include "command-line/plugins_command.h"
#include "command-line/printer.h"
#include "command-line/segment_command.h"
#include "command-line/stats_command.h"
#include "command-line/terms_command.h"
#include "command-line/validate_command.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <exception>

namespace verbale::commandline {

namespace {

constexpr const char *footer =
    "\nStart with: verbale draft ARTICLE.txt\n"
    "Exit status: 0 done, 1 done with findings, 2 wrong use or unusable input, 3 a fault of this program.";

const QStringList laterVerbs{QStringLiteral("check"), QStringLiteral("memory")};

/// The options of every verb, before it or after it.
void declareCommon(CLI::App &app, Context &context)
{
    VerbOptions options(app);
    options.repeated("--plugin-path", context.pluginPaths, "DIR", "Look for plugins in this folder too");
    options.flag("--safe-mode", context.safeMode, "Load no plugins");
    options.text("--settings", context.settingsFile, "FILE", "Use these settings instead of the user's");
}

std::vector<std::string> reversed(const QStringList &arguments)
{
    std::vector<std::string> result;
    for (auto argument = arguments.crbegin(); argument != arguments.crend(); ++argument)
        result.push_back(argument->toStdString());
    return result;
}

QString usageMessage(const CLI::App &app, const CLI::ParseError &error)
{
    const auto verbs = app.get_subcommands();
    const std::vector<std::string> extras = app.remaining();
    if (verbs.empty() && !extras.empty()) {
        const QString word = QString::fromStdString(extras.front());
        if (word.startsWith(QLatin1Char('-')))
            return QStringLiteral("Unknown option %1. See `verbale --help`.").arg(word);
        if (laterVerbs.contains(word))
            return QStringLiteral("The verb '%1' is not in this version.").arg(word);
        return QStringLiteral("Unknown verb '%1'. See `verbale --help`.").arg(word);
    }
    const QString command = verbs.empty()
                                ? QStringLiteral("verbale")
                                : QStringLiteral("verbale %1").arg(verbs.front()->get_name().c_str());
    QString what = QString::fromStdString(error.what()).trimmed();
    while (what.endsWith(QLatin1Char('.')))
        what.chop(1);
    return QStringLiteral("%1. See `%2 --help`.").arg(what, command);
}

void print(Context &context, const std::string &text)
{
    Printer(context.out).text(QString::fromStdString(text));
}

/// Parses; the chosen verb, or the exit status when there is none to run.
std::variant<Command *, int> choose(CLI::App &app, const std::vector<std::unique_ptr<Command>> &commands,
                                    const QStringList &arguments, Context &context)
{
    try {
        app.parse(reversed(arguments));
    } catch (const CLI::CallForHelp &) {
        print(context, app.help());
        return Done;
    } catch (const CLI::CallForVersion &) {
        print(context, QStringLiteral("verbale %1\n").arg(context.version).toStdString());
        return Done;
    } catch (const CLI::ParseError &error) {
        complain(context, usageMessage(app, error));
        return Refused;
    }
    for (const auto &command : commands) {
        if (app.got_subcommand(command->name()))
            return command.get();
    }
    print(context, app.help());
    complain(context, QStringLiteral("No verb was given. The main one is `verbale draft FILE`."));
    return Refused;
}

int runUnguarded(const QStringList &arguments, Context &context)
{
    CLI::App app{"Verbale: from a Vietnamese diplomatic text to an English draft", "verbale"};
    app.require_subcommand(0, 1);
    app.set_help_flag("-h,--help", "Print this help");
    app.set_version_flag("--version", "");
    app.footer(footer);
    declareCommon(app, context);
    const auto commands = allCommands();
    for (const auto &command : commands) {
        CLI::App *verb = app.add_subcommand(command->name(), command->summary());
        verb->footer("");
        VerbOptions options(*verb);
        command->declare(options);
        declareCommon(*verb, context);
    }
    const std::variant<Command *, int> chosen = choose(app, commands, arguments, context);
    if (const int *status = std::get_if<int>(&chosen))
        return *status;
    return std::get<Command *>(chosen)->run(context);
}

} // namespace

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<DraftCommand>());
    commands.push_back(std::make_unique<SegmentCommand>());
    commands.push_back(std::make_unique<TermsCommand>());
    commands.push_back(std::make_unique<AlignCommand>());
    commands.push_back(std::make_unique<ValidateCommand>());
    commands.push_back(std::make_unique<EditCommand>());
    commands.push_back(std::make_unique<ExportCommand>());
    commands.push_back(std::make_unique<MergeCommand>());
    commands.push_back(std::make_unique<ConvertCommand>());
    commands.push_back(std::make_unique<StatsCommand>());
    commands.push_back(std::make_unique<GlossaryCommand>());
    commands.push_back(std::make_unique<PluginsCommand>());
    commands.push_back(std::make_unique<LedgerCommand>());
    return commands;
}

int runCommandLine(const QStringList &arguments, Context &context)
{
    try {
        return runUnguarded(arguments, context);
    } catch (const std::exception &exception) {
        complain(context, QStringLiteral("Internal fault: %1. Please report it with the file that caused it.")
                              .arg(QString::fromLocal8Bit(exception.what())));
        return InternalFault;
    }
}

} // namespace verbale::commandline
