#pragma once

#include "plugins/machine-translation/engines/engine.h"

namespace verbale::mt {

struct ModernMtOptions
{
    QString address = QStringLiteral("https://api.modernmt.com");
    QList<qint64> hints; ///< memories
    QList<qint64> glossaries;
    QString glossaryVersion; ///< what the user calls their state
};

/// ModernMT, POST /translate with the method override that the service requires. Limits: 128 texts a request;
/// it publishes no rate.
class ModernMtEngine : public Engine
{
public:
    explicit ModernMtEngine(ModernMtOptions options) : m_options(std::move(options)) {}

    [[nodiscard]] QString id() const override { return QStringLiteral("modernmt"); }
    [[nodiscard]] QString name() const override { return QStringLiteral("ModernMT"); }
    [[nodiscard]] QString url() const override { return m_options.address + QLatin1String("/translate"); }
    [[nodiscard]] QByteArray options() const override;
    [[nodiscard]] EngineLimits limits() const override;
    [[nodiscard]] TagNotation notation() const override { return TagNotation::Html; }
    [[nodiscard]] Result<HttpRequest> request(const Batch &batch, const Secret &key) const override;
    [[nodiscard]] EngineAnswer answer(const Batch &batch, const HttpAnswer &answer) const override;

private:
    ModernMtOptions m_options;
};

} // namespace verbale::mt
