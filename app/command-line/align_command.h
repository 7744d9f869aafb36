#pragma once

#include "command-line/command.h"
#include "session/align.h"

namespace verbale::commandline {

/// `align`: which sentences of a text and of its translation belong together, as a table, TMX or XLIFF. A
/// plugin aligns them.
class AlignCommand : public Command
{
public:
    const char *name() const override { return "align"; }
    const char *summary() const override
    {
        return "Pair the sentences of a Vietnamese text and its English translation, by a plugin";
    }
    void declare(VerbOptions &options) override;
    int run(Context &context) override;

private:
    [[nodiscard]] Result<void> checkUse() const;
    [[nodiscard]] Result<QByteArray> bytesOf(Context &context, const session::Alignment &alignment,
                                             const session::AlignedSide &source,
                                             const session::AlignedSide &target) const;
    [[nodiscard]] Result<void> align(Context &context) const;

    QString m_source;
    QString m_target;
    QString m_output;
    QStringList m_glossaries;
    bool m_lines = false;
};

} // namespace verbale::commandline
