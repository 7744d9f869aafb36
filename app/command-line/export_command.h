#pragma once

#include "command-line/command.h"
#include "session/open.h"

namespace verbale::commandline {

/// `export`: a document in another form.
class ExportCommand : public Command
{
public:
    const char *name() const override { return "export"; }
    const char *summary() const override { return "Write a document in another form: tsv, xliff-2.1"; }
    void declare(VerbOptions &options) override;
    int run(Context &context) override;

private:
    [[nodiscard]] Result<void> checkUse() const;
    [[nodiscard]] Result<QByteArray> convert(session::OpenedDocument opened) const;
    Result<void> put(Context &context, const QByteArray &bytes) const;

    QString m_input;
    QString m_format;
    QString m_output;
};

} // namespace verbale::commandline
