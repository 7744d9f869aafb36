#pragma once

#include "plugins/machine-translation/engines/engine.h"

namespace verbale::mt {

struct GoogleV2Options
{
    QString address = QStringLiteral("https://translation.googleapis.com");
};

/// Google Cloud Translation v2 with an API key, which goes into a header: addresses are logged. Limits: 128
/// texts and 5,000 code points a request; of a project 6 million characters a minute, which six requests at a
/// time reach when an answer takes 0.3 s. Beyond, "User Rate Limit Exceeded" makes the queue wait.
class GoogleV2Engine : public Engine
{
public:
    explicit GoogleV2Engine(GoogleV2Options options) : m_options(std::move(options)) {}

    [[nodiscard]] QString id() const override { return QStringLiteral("google-v2"); }
    [[nodiscard]] QString name() const override { return QStringLiteral("Google Translation"); }
    [[nodiscard]] QString url() const override
    {
        return m_options.address + QLatin1String("/language/translate/v2");
    }
    [[nodiscard]] QByteArray options() const override;
    [[nodiscard]] EngineLimits limits() const override;
    [[nodiscard]] TagNotation notation() const override { return TagNotation::Html; }
    [[nodiscard]] Result<HttpRequest> request(const Batch &batch, const Secret &key) const override;
    [[nodiscard]] EngineAnswer answer(const Batch &batch, const HttpAnswer &answer) const override;

private:
    GoogleV2Options m_options;
};

struct GoogleV3Options
{
    QString address = QStringLiteral("https://translate.googleapis.com");
    QString project;
    QString location = QStringLiteral("us-central1");
    QString glossary;        ///< its id in that location; empty: none
    QString glossaryVersion; ///< what the user calls its state
    QString model;
};

/// Google Cloud Translation v3. Limits: 1,024 texts and 30,000 code points a request, of which a part is
/// used, so that requests run side by side and a refusal is soon narrowed down; the project's as in v2. The
/// key is an OAuth 2 token that the user has got from Google's own tools.
class GoogleV3Engine : public Engine
{
public:
    explicit GoogleV3Engine(GoogleV3Options options) : m_options(std::move(options)) {}

    [[nodiscard]] QString id() const override { return QStringLiteral("google-v3"); }
    [[nodiscard]] QString name() const override { return QStringLiteral("Google Translation"); }
    [[nodiscard]] QString url() const override;
    [[nodiscard]] QByteArray options() const override;
    [[nodiscard]] EngineLimits limits() const override;
    [[nodiscard]] TagNotation notation() const override { return TagNotation::Html; }
    [[nodiscard]] Result<HttpRequest> request(const Batch &batch, const Secret &key) const override;
    [[nodiscard]] EngineAnswer answer(const Batch &batch, const HttpAnswer &answer) const override;

private:
    [[nodiscard]] QString parent() const;

    GoogleV3Options m_options;
};

} // namespace verbale::mt
