#pragma once

#include "command-line/context.h"
#include "command-line/exit_status.h"
#include "command-line/verb_options.h"

#include <memory>
#include <vector>

namespace verbale::commandline {

/// A verb of the command line. One object runs once.
class Command
{
public:
    Command() = default;
    virtual ~Command() = default;
    Command(const Command &) = delete;
    Command &operator=(const Command &) = delete;

    [[nodiscard]] virtual const char *name() const = 0;
    [[nodiscard]] virtual const char *summary() const = 0;
    virtual void declare(VerbOptions &options) = 0;

    /// The exit status. Whatever went wrong has been said on standard error by then.
    virtual int run(Context &context) = 0;
};

/// Every verb, in the order of the help.
std::vector<std::unique_ptr<Command>> allCommands();

} // namespace verbale::commandline
