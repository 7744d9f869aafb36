#pragma once

#include "command-line/command.h"
#include "session/convert.h"

namespace verbale::commandline {

/// `convert`: a text in a legacy Vietnamese encoding as UTF-8, NFC.
class ConvertCommand : public Command
{
public:
    const char *name() const override { return "convert"; }
    const char *summary() const override { return "Turn a text in a legacy Vietnamese encoding into UTF-8"; }
    void declare(VerbOptions &options) override;
    int run(Context &context) override;

private:
    Result<session::ConvertedText> convert(Context &context, qsizetype &inputBytes) const;
    Result<void> write(Context &context, const session::ConvertedText &converted) const;
    Result<void> report(Context &context, const session::ConvertedText &converted,
                        qsizetype inputBytes) const;

    QString m_input;
    QString m_output;
    QString m_from;
    bool m_capitals = false;
    bool m_replace = false;
    bool m_json = false;
};

} // namespace verbale::commandline
