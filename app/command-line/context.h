#pragma once

#include <verbale/sdk/control.h>
#include <verbale/sdk/result.h>

#include <QtCore/QIODevice>
#include <QtCore/QProcessEnvironment>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace verbale::commandline {

/// What a run of the program stands on: its streams, its place, its environment. Made by main(), or by a
/// test.
struct Context
{
    QIODevice &in;
    QIODevice &out;
    QIODevice &err;
    QString version;
    QString applicationFolder; ///< of the running program: shipped plugins are found from there
    QProcessEnvironment environment;
    QString settingsFile;         ///< where --settings is not given
    bool errorIsTerminal = false; ///< progress is shown only then
    StopToken stop;               ///< asked for by Ctrl+C
    // Filled from the options that every verb has.
    QStringList pluginPaths;
    bool safeMode = false;
    QStringList told = {}; ///< what warnOnce() has said
};

/// One line on standard error: "verbale: FILE:LINE:COLUMN: what is wrong".
void complain(Context &context, const Error &error);
/// The same without a place.
void complain(Context &context, const QString &message);
/// "verbale: warning: ..."
void warn(Context &context, const QString &message);
/// The same, for what several parts of a run come upon.
void warnOnce(Context &context, const QString &message);

} // namespace verbale::commandline
