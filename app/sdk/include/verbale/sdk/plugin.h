#pragma once

#include <verbale/sdk/result.h>
#include <verbale/sdk/version.h>

#include <QtCore/QJsonObject>

#include <string_view>

namespace verbale {

/// What the host tells a plugin when it starts. JSON: members of the params of `initialize`, {"pluginId":
/// "...", "pluginFolder": "...", "dataFolder": "...", "settings": {...}, "locale": "vi"}
struct PluginContext
{
    QString pluginId;
    QString pluginFolder; ///< where plugin.json lies; read only
    QString dataFolder;   ///< the plugin's own writable folder; made on demand, may be empty
    QJsonObject settings; ///< the user's values for the descriptor's settings schema
    QString locale;       ///< of the user interface, BCP 47
};

/// A plugin's one object. Everything is called on the plugin's worker thread, but for interfaces that say
/// otherwise (TranslationProvider); no exception may leave it.
class Plugin
{
public:
    virtual ~Plugin() = default;

    /// Called once, before any interface is used. An Error ends in the state Failed with its message.
    virtual Result<void> start(const PluginContext &context) = 0;

    /// Called once before the library is unloaded, if start() succeeded.
    virtual void stop() = 0;

    /// The implementation of an interface that plugin.json lists under "provides", or nullptr. Return the
    /// address of the interface class: `static_cast<TermsProvider *>(this)`.
    virtual void *interfaceFor(std::string_view id) = 0;
};

} // namespace verbale

/// Makes CLASS (default-constructible, derived from verbale::Plugin) the plugin of this shared library.
#define VERBALE_EXPORT_PLUGIN(CLASS)                                                                         \
    extern "C" Q_DECL_EXPORT int verbale_plugin_sdk_major()                                                  \
    {                                                                                                        \
        return VERBALE_SDK_MAJOR;                                                                            \
    }                                                                                                        \
    extern "C" Q_DECL_EXPORT verbale::Plugin *verbale_plugin_create()                                        \
    {                                                                                                        \
        return new CLASS;                                                                                    \
    }
