#pragma once

#include "command-line/assistance.h"
#include "command-line/command.h"
#include "command-line/draft_report.h"
#include "command-line/output_place.h"

namespace verbale::commandline {

/// `draft`: the main job. Reads, finds the article, segments, marks the terms, pre-translates, writes
/// XLIFF, 2.1 unless another version is asked for.
class DraftCommand : public Command
{
public:
    const char *name() const override { return "draft"; }
    const char *summary() const override { return "Turn a Vietnamese text into a bilingual XLIFF draft"; }
    void declare(VerbOptions &options) override;
    int run(Context &context) override;

private:
    [[nodiscard]] Result<void> checkUse(Assistance &assistance) const;
    [[nodiscard]] Result<void> checkOutput(const DraftPlan &plan) const;
    Result<DraftReport> draft(Context &context, Assistance &assistance, const DraftPlan &plan);
    [[nodiscard]] Result<QByteArray> draftBytes(const Context &context, const session::OpenedDocument &opened,
                                                QStringList &warnings) const;
    Result<void> assist(Context &context, Assistance &assistance, session::OpenedDocument &opened);
    void translate(Context &context, Assistance &assistance, session::OpenedDocument &opened,
                   DraftReport &report) const;
    [[nodiscard]] session::MachineOptions machineOptions(const DraftReport &report) const;
    Result<void> print(Context &context, const QList<DraftReport> &reports) const;

    QStringList m_inputs;
    QString m_output;
    QStringList m_glossaries;
    QString m_profile;
    QString m_xliff;
    QStringList m_memories;
    QString m_engine;
    QString m_handling;
    bool m_again = false;
    QString m_redact;
    bool m_preview = false;
    QString m_rules;
    bool m_wholeFile = false;
    QString m_encoding;
    bool m_showDropped = false;
    bool m_json = false;
    bool m_force = false;
};

} // namespace verbale::commandline
