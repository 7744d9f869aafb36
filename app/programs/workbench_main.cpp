#include "host/memory_dumps.h"
#include "session/dismissed_terms.h"
#include "session/key_store.h"
#include "session/plugin_folders.h"
#include "session/settings.h"
#include "workbench/interface_language.h"
#include "workbench/main_window.h"
#include "workbench/questions.h"
#include "workbench/safe_start.h"
#include "workbench/sample.h"
#include "workbench/theme.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QProcessEnvironment>
#include <QtWidgets/QApplication>

#include <cstdio>

namespace {

using namespace verbale;

struct Arguments
{
    QString file;
    QStringList pluginPaths;
    bool safeMode = false;
};

Arguments readArguments(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Translates Vietnamese diplomatic texts into English, with the right terms."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption pluginPath(QStringLiteral("plugin-path"),
                                        QStringLiteral("Look for plugins in <folder> too."),
                                        QStringLiteral("folder"));
    const QCommandLineOption safeMode(QStringLiteral("safe-mode"),
                                      QStringLiteral("Load no plugins; as holding Shift at the start."));
    parser.addOptions({pluginPath, safeMode});
    parser.addPositionalArgument(QStringLiteral("file"), QStringLiteral("A text or an XLIFF file to open."),
                                 QStringLiteral("[file]"));
    parser.process(application);
    if (parser.positionalArguments().size() > 1) {
        std::fputs("verbale-workbench: name one file at most\n", stderr);
        std::exit(2);
    }
    return {parser.positionalArguments().value(0), parser.values(pluginPath), parser.isSet(safeMode)};
}

} // namespace

int main(int argc, char **argv)
{
    host::keepKeysOutOfDumps();
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Verbale"));
    QApplication::setApplicationVersion(QStringLiteral(VERBALE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.verbale.Workbench"));
    const Arguments arguments = readArguments(application);
    const bool safeMode = arguments.safeMode || workbench::isShiftHeld();

    workbench::WindowServices services;
    services.settingsFile = session::settingsFile();
    const Result<session::Settings> settings = session::loadSettings(services.settingsFile);
    if (settings.ok()) {
        services.settings = settings.value();
    } else {
        // Damaged settings are not overwritten: nothing of this run is kept.
        services.settingsProblem = settings.error().text();
        services.settingsFile.clear();
    }
    workbench::InterfaceLanguage language;
    language.apply(services.settings.interfaceLanguage);
    workbench::applyAppearance(application, services.settings.colourScheme);
    services.language = &language;
    services.termbases = session::termbasesOptions(services.settings);
    services.journals = session::JournalOptions{session::stateFolder(),
                                                settings.ok() ? settings->userName : QString(), false};
    services.machineMemoryFile = session::stateFolder() + QStringLiteral("/machine-translation.json");
    services.environment = QProcessEnvironment::systemEnvironment();
    constexpr std::chrono::seconds toUnlock{60}; // a person types the keyring's password
    services.keys =
        std::make_shared<session::KeyStore>(session::KeyStore::Options{services.environment, toUnlock});
    services.questions = std::make_unique<workbench::DialogQuestions>();
    services.dismissedTermsFile = session::DismissedTerms::usualFile();
    services.sampleFile = workbench::findSample(QApplication::applicationDirPath());
    services.plugins = session::hostOptions(
        {QApplication::applicationDirPath(), arguments.pluginPaths, language.current(), safeMode},
        services.settings);
    services.pluginFolder = session::userPluginFolder();
    workbench::MainWindow window(std::move(services));
    window.show();
    if (!arguments.file.isEmpty())
        window.openFile(arguments.file);
    return QApplication::exec();
}
