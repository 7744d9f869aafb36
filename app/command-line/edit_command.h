#pragma once

#include "command-line/command.h"
#include "session/edit.h"
#include "session/open.h"

namespace verbale::commandline {

/// `edit`: sets targets as the window would.
class EditCommand : public Command
{
public:
    const char *name() const override { return "edit"; }
    const char *summary() const override { return "Set targets and states of an XLIFF file"; }
    void declare(VerbOptions &options) override;
    int run(Context &context) override;

private:
    [[nodiscard]] Result<void> checkUse() const;
    /// Those of the options, then those of the table.
    [[nodiscard]] Result<QList<session::EditRequest>> requests() const;
    Result<void> edit(Context &context);
    Result<void> write(Context &context, const Document &document) const;
    Result<void> report(Context &context, const Document &document,
                        const QList<session::PlannedEdit> &edits) const;

    QString m_input;
    QString m_output;
    QString m_table;
    QList<OptionValue> m_groups;
    bool m_json = false;
};

} // namespace verbale::commandline
