#pragma once

#include "command-line/command.h"
#include "session/merge_review.h"
#include "session/open.h"

namespace verbale::commandline {

/// `merge`: brings a reviser's edits back into the file that they were made from.
class MergeCommand : public Command
{
public:
    const char *name() const override { return "merge"; }
    const char *summary() const override { return "Bring a reviser's edits back into an XLIFF file"; }
    void declare(VerbOptions &options) override;
    int run(Context &context) override;

private:
    [[nodiscard]] Result<void> checkUse() const;
    Result<int> merge(Context &context);
    Result<void> write(Context &context, const Document &document, bool changed) const;
    Result<void> report(Context &context, const Document &document,
                        const session::ReviewComparison &comparison) const;

    QString m_input;
    QString m_reviewed;
    QString m_output;
    bool m_json = false;
};

} // namespace verbale::commandline
