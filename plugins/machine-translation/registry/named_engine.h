#pragma once

#include "plugins/machine-translation/engines/engine.h"

#include <memory>

namespace verbale::mt {

/// An engine under the name that the user's settings give it, so that two of one kind (a model on this
/// computer, one elsewhere) have queues, rates and lines in the ledger of their own.
class NamedEngine final : public Engine
{
public:
    /// `name`: in the settings. `perSecond`: 0 for the engine's own rate.
    NamedEngine(std::unique_ptr<const Engine> engine, const QString &name, double perSecond);

    /// "deepl"; "chat:ollama" where the name is another than the kind's.
    [[nodiscard]] QString id() const override { return m_id; }
    [[nodiscard]] QString name() const override { return m_engine->name(); }
    [[nodiscard]] QString url() const override { return m_engine->url(); }
    [[nodiscard]] QByteArray options() const override { return m_engine->options(); }
    [[nodiscard]] EngineLimits limits() const override;
    [[nodiscard]] TagNotation notation() const override { return m_engine->notation(); }
    [[nodiscard]] bool takesContext() const override { return m_engine->takesContext(); }
    [[nodiscard]] bool takesTerms() const override { return m_engine->takesTerms(); }
    [[nodiscard]] bool keepsGlossary() const override { return m_engine->keepsGlossary(); }
    [[nodiscard]] GlossaryPlan planGlossary(const GlossaryState &known,
                                            const QList<TermPair> &wanted) const override
    {
        return m_engine->planGlossary(known, wanted);
    }
    [[nodiscard]] bool needsKey() const override { return m_engine->needsKey(); }
    [[nodiscard]] qint64 estimatedCharacters(const Item &item) const override
    {
        return m_engine->estimatedCharacters(item);
    }
    [[nodiscard]] Result<HttpRequest> request(const Batch &batch, const Secret &key) const override
    {
        return m_engine->request(batch, key);
    }
    [[nodiscard]] EngineAnswer answer(const Batch &batch, const HttpAnswer &answer) const override
    {
        return m_engine->answer(batch, answer);
    }

private:
    std::unique_ptr<const Engine> m_engine;
    QString m_id;
    double m_perSecond;
};

} // namespace verbale::mt
