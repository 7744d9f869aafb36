#pragma once

#include "plugins/machine-translation/engines/engine.h"

namespace verbale::mt {

/// A glossary as DeepL has it: one target for each source of a pair of languages.
struct GlossaryState
{
    QString id; ///< of the service; empty: none was made yet
    QList<TermPair> entries;
};

/// A step that brings the service's glossary to what it should be.
struct GlossaryStep
{
    enum class Kind { Create, Merge, Replace };
    Kind kind = Kind::Create;
    HttpRequest request;
};

/// Entries that were left out, and why: one bad term never sinks the others.
struct RejectedTerm
{
    TermPair term;
    QString reason;
};

struct GlossaryPlan
{
    std::optional<GlossaryStep> step; ///< nothing: the service has it all
    QList<RejectedTerm> rejected;
    QString version; ///< SHA-256 of the entries that are sent; for DeepLOptions::glossaryVersion
    qsizetype entries = 0;
};

/// DeepL's v3 glossaries: created once, then only what is new or changed is sent (PATCH); what was taken out
/// makes the whole pair be sent (PUT). Texts of entries are no documents, yet they leave the machine: they go
/// through the exit ledger like everything else. Pure.
class DeepLGlossary
{
public:
    DeepLGlossary(QString address, QString name) : m_address(std::move(address)), m_name(std::move(name)) {}

    /// `known`: what the service was given last; `wanted`: what it should have, the first of two entries for
    /// one source counts.
    [[nodiscard]] Result<GlossaryPlan> plan(const GlossaryState &known, const QList<TermPair> &wanted,
                                            const QString &sourceLanguage, const QString &targetLanguage,
                                            const Secret &key) const;
    /// The id of the glossary that a step has made or changed. `step` tells which answers are good.
    [[nodiscard]] std::variant<QString, Failure> answer(const GlossaryState &known,
                                                        const HttpAnswer &answer) const;

private:
    QString m_address;
    QString m_name;
};

} // namespace verbale::mt
