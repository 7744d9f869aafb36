#pragma once

#include "host/plugin_host.h"
#include "session/key.h"
#include "session/settings.h"

#include <verbale/sdk/translation_provider.h>

#include <chrono>

namespace verbale::session {

/// One harmless sentence for an engine, to find out whether the way there, the key and the settings are good.
/// It goes through the one door that every text goes through, and stands in the ledger as "connection-test".
struct ConnectionTest
{
    QString engine;
    Settings settings; ///< with the engine as it is to be tried, saved or not
    Key key;
    host::HostOptions plugins;
    /// Of this test alone: what was answered before is not sent again.
    QString sentence;
};

struct ConnectionAnswer
{
    QString engineName; ///< for people
    QString text;       ///< the translation
    std::chrono::milliseconds took{0};
    qint64 sentCharacters = 0;
    QStringList remarks; ///< what the engine's answer gives to think about
};

/// "Xin chào, đây là lần thử số 412345.": a number by the clock, which makes it a new one.
QString connectionSentence();

/// What would be sent, and where to. Nothing is sent. Both block, not for the GUI thread. Errors: those of
/// switchOn(), translateQuestion() and the plugin.
Result<TranslatePreview> previewConnection(const ConnectionTest &test, const StopToken &stop);
/// Sends it.
Result<ConnectionAnswer> tryConnection(const ConnectionTest &test, const StopToken &stop);

} // namespace verbale::session
