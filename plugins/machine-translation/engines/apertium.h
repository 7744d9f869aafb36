#pragma once

#include "plugins/machine-translation/engines/engine.h"

namespace verbale::mt {

struct ApertiumOptions
{
    QString address = QStringLiteral("http://127.0.0.1:2737");
};

/// Apertium APY, POST /translate with a form of one text. Takes no key and keeps nothing; has no Vietnamese.
/// Limits: none; it is a server of one's own.
class ApertiumEngine : public Engine
{
public:
    explicit ApertiumEngine(ApertiumOptions options) : m_options(std::move(options)) {}

    [[nodiscard]] QString id() const override { return QStringLiteral("apertium"); }
    [[nodiscard]] QString name() const override { return QStringLiteral("Apertium"); }
    [[nodiscard]] QString url() const override { return m_options.address + QLatin1String("/translate"); }
    [[nodiscard]] QByteArray options() const override;
    [[nodiscard]] EngineLimits limits() const override;
    [[nodiscard]] TagNotation notation() const override { return TagNotation::Html; }
    [[nodiscard]] bool needsKey() const override { return false; }
    [[nodiscard]] Result<HttpRequest> request(const Batch &batch, const Secret &key) const override;
    [[nodiscard]] EngineAnswer answer(const Batch &batch, const HttpAnswer &answer) const override;

private:
    ApertiumOptions m_options;
};

} // namespace verbale::mt
