#pragma once

#include "command-line/command.h"

namespace verbale::commandline {

/// `stats`: segments, words and progress. Needs no plugin.
class StatsCommand : public Command
{
public:
    const char *name() const override { return "stats"; }
    const char *summary() const override { return "Count segments, words and progress"; }
    void declare(VerbOptions &options) override;
    int run(Context &context) override;

private:
    QStringList m_inputs;
    bool m_json = false;
    QString m_rules;
    bool m_wholeFile = false;
    QString m_encoding;
};

} // namespace verbale::commandline
