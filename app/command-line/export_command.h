#pragma once

#include "command-line/command.h"
#include "session/export.h"
#include "session/open.h"

namespace verbale::commandline {

/// `export`: a document in another form, and a list of what that form cannot carry.
class ExportCommand : public Command
{
public:
    const char *name() const override { return "export"; }
    const char *summary() const override
    {
        return "Write a document in another form: XLIFF, TMX, the English text, a review table";
    }
    void declare(VerbOptions &options) override;
    int run(Context &context) override;

private:
    [[nodiscard]] Result<void> checkUse() const;
    [[nodiscard]] Result<session::ExportedDocument> convert(Context &context,
                                                            const session::OpenedDocument &opened) const;
    Result<void> put(Context &context, const QByteArray &bytes) const;
    Result<void> tell(Context &context, const session::ExportedDocument &exported) const;
    Result<void> doExport(Context &context);
    [[nodiscard]] bool isToFile() const;

    QString m_input;
    QString m_format;
    QString m_output;
    bool m_keepLeftOut = false;
    bool m_transitional = false;
    bool m_json = false;
};

} // namespace verbale::commandline
