#pragma once

#include "command-line/command.h"

namespace verbale::commandline {

/// `segment`: the sentences of a text and where they stand in it.
class SegmentCommand : public Command
{
public:
    const char *name() const override { return "segment"; }
    const char *summary() const override { return "List the sentences of a text"; }
    void declare(VerbOptions &options) override;
    int run(Context &context) override;

private:
    [[nodiscard]] int exportRules(Context &context) const;
    [[nodiscard]] int list(Context &context) const;

    QString m_input;
    QString m_rules;
    QString m_exported;
    bool m_tsv = false;
    bool m_wholeFile = false;
    QString m_encoding;
};

} // namespace verbale::commandline
