#pragma once

#include "plugins/machine-translation/engines/engine.h"

namespace verbale::mt {

/// DeepL's v3 glossaries: created once, then only what is new or changed is sent (PATCH); what was taken out
/// makes the whole pair be sent (PUT). Texts of entries are no documents, yet they leave the machine: they go
/// through the exit ledger like everything else. Pure.
class DeepLGlossary
{
public:
    explicit DeepLGlossary(QString address) : m_address(std::move(address)) {}

    /// `known`: what the service was given last; `wanted`: what it should have, the first of two entries for
    /// one source counts. A step holds what one request may.
    [[nodiscard]] static GlossaryPlan plan(const GlossaryState &known, const QList<TermPair> &wanted);
    [[nodiscard]] Result<HttpRequest> request(const GlossaryStep &step, const Batch &batch,
                                              const Secret &key) const;
    /// The id of the glossary that a step has made, changed or found, as the text of the only item.
    /// "mt.no-glossary": it is gone.
    [[nodiscard]] static EngineAnswer answer(const GlossaryStep &step, const HttpAnswer &answer);

private:
    QString m_address;
};

} // namespace verbale::mt
