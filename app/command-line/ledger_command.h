#pragma once

#include "command-line/command.h"

namespace verbale::commandline {

/// `ledger`: every text that left this machine, and whether the chain of lines holds. Needs no plugin, and
/// makes no ledger where there is none.
class LedgerCommand : public Command
{
public:
    const char *name() const override { return "ledger"; }
    const char *summary() const override { return "List every text that left this machine"; }
    void declare(VerbOptions &options) override;
    int run(Context &context) override;

private:
    [[nodiscard]] Result<void> exportAll(Context &context) const;

    QString m_document;
    QString m_head;
    QString m_export;
    bool m_json = false;
};

} // namespace verbale::commandline
