#pragma once

#include "plugins/machine-translation/engines/engine.h"

namespace verbale::mt {

struct LibreTranslateOptions
{
    QString address; ///< of the server: "https://translate.example.org"
    int batchLimit = 25;
    qint64 charLimit = 2'000; ///< as the server's /frontend/settings say
    bool withKey = false;
};

/// LibreTranslate, POST /translate. A server that answers 403 has shut one out: it is not asked again.
/// Limits: each server sets its own, texts and characters of a request as well as requests; a server of one's
/// own sets none. After a 429 without a Retry-After a minute passes, as who goes on asking is shut out.
class LibreTranslateEngine : public Engine
{
public:
    explicit LibreTranslateEngine(LibreTranslateOptions options) : m_options(std::move(options)) {}

    [[nodiscard]] QString id() const override { return QStringLiteral("libretranslate"); }
    [[nodiscard]] QString name() const override { return QStringLiteral("LibreTranslate"); }
    [[nodiscard]] QString url() const override { return m_options.address + QLatin1String("/translate"); }
    [[nodiscard]] QByteArray options() const override;
    [[nodiscard]] EngineLimits limits() const override;
    [[nodiscard]] TagNotation notation() const override { return TagNotation::Html; }
    [[nodiscard]] bool needsKey() const override { return m_options.withKey; }
    [[nodiscard]] Result<HttpRequest> request(const Batch &batch, const Secret &key) const override;
    [[nodiscard]] EngineAnswer answer(const Batch &batch, const HttpAnswer &answer) const override;

private:
    LibreTranslateOptions m_options;
};

} // namespace verbale::mt
