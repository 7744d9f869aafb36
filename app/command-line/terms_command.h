#pragma once

#include "command-line/assistance.h"
#include "command-line/command.h"
#include "command-line/json.h"
#include "command-line/printer.h"
#include "session/seams.h"

namespace verbale::commandline {

/// `terms`: the glossary's terms in texts and XLIFF files, and where they stand.
class TermsCommand : public Command
{
public:
    const char *name() const override { return "terms"; }
    const char *summary() const override { return "List the glossary's terms in a text"; }
    void declare(VerbOptions &options) override;
    int run(Context &context) override;

private:
    Result<void> list(Context &context, Assistance &assistance, const QString &input, Printer &out);
    Result<void> addReceipts(Assistance &assistance, session::OpenedDocument &opened);
    void print(const session::OpenedDocument &opened, const QList<session::SeamTerm> &across, Printer &out);

    QStringList m_inputs;
    QStringList m_glossaries;
    QString m_profile;
    QStringList m_said;          ///< warnings that were given already
    Json m_hits = Json::array(); ///< with --json
    Json m_receipts;             ///< with --json, once there was XLIFF: an array
    bool m_listed = false;       ///< an input could be read: there is a header or a list
    bool m_tsv = false;
    bool m_json = false;
    bool m_all = false;
    QString m_rules;
    bool m_wholeFile = false;
    QString m_encoding;
};

} // namespace verbale::commandline
