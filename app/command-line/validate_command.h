#pragma once

#include "command-line/command.h"

namespace verbale::commandline {

/// `validate`: whether files keep the rules of XLIFF, TMX and TBX. Needs no plugin.
class ValidateCommand : public Command
{
public:
    const char *name() const override { return "validate"; }
    const char *summary() const override { return "Check XLIFF, TMX and TBX files against their standards"; }
    void declare(VerbOptions &options) override;
    int run(Context &context) override;

private:
    QStringList m_inputs;
    bool m_json = false;
};

} // namespace verbale::commandline
