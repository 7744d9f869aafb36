#pragma once

#include "command-line/command.h"
#include "session/plugin_folders.h"

namespace verbale::commandline {

/// `plugins list`, `plugins enable ID`, `plugins disable ID`.
class PluginsCommand : public Command
{
public:
    const char *name() const override { return "plugins"; }
    const char *summary() const override { return "List plugins, switch them on and off"; }
    void declare(VerbOptions &options) override;
    int run(Context &context) override;

private:
    Result<void> list(Context &context) const;
    Result<void> enable(Context &context) const;
    Result<void> disable(Context &context) const;
    [[nodiscard]] Error unknownPlugin() const;

    QString m_action;
    QString m_id;
    bool m_json = false;
};

} // namespace verbale::commandline
