#pragma once

#include "plugins/machine-translation/engines/engine.h"

namespace verbale::mt {

struct DeepLOptions
{
    QString address = QStringLiteral("https://api.deepl.com"); ///< deepLAddress() knows it by the key
    QString glossary;                                          ///< id of a v3 glossary; empty: none
    QString glossaryVersion;                                   ///< of what is in it; the user's own
    bool sendsTerms = false; ///< in a glossary of ours, in the place of that one
    QString formality;       ///< "prefer_more" ... ; Vietnamese has none
    QString model = QStringLiteral("quality_optimized");
    QString documentContext;                   ///< about the whole document, not charged and not translated
    QString english = QStringLiteral("EN-GB"); ///< for English of no region that DeepL has
};

/// Keys of the free plan end in ":fx" and are known to a host of their own.
QString deepLAddress(const Secret &key);

/// DeepL, POST /v2/translate with tag handling v2. Limits: its specification sets 128 KiB for a request, and
/// set 50 texts until November 2024, which is kept: more in one request makes the answer slower and a refusal
/// dearer to narrow down. It publishes no rate: 429 says that it is enough, without a Retry-After.
class DeepLEngine : public Engine
{
public:
    explicit DeepLEngine(DeepLOptions options) : m_options(std::move(options)) {}

    [[nodiscard]] QString id() const override { return QStringLiteral("deepl"); }
    [[nodiscard]] QString name() const override { return QStringLiteral("DeepL"); }
    [[nodiscard]] QString url() const override { return m_options.address + QLatin1String("/v2/translate"); }
    [[nodiscard]] QByteArray options() const override;
    [[nodiscard]] EngineLimits limits() const override;
    [[nodiscard]] TagNotation notation() const override { return TagNotation::Xml; }
    [[nodiscard]] bool takesTerms() const override { return m_options.sendsTerms; }
    [[nodiscard]] bool keepsGlossary() const override { return m_options.sendsTerms; }
    [[nodiscard]] GlossaryPlan planGlossary(const GlossaryState &known,
                                            const QList<TermPair> &wanted) const override;
    [[nodiscard]] qint64 estimatedCharacters(const Item &item) const override;
    [[nodiscard]] Result<HttpRequest> request(const Batch &batch, const Secret &key) const override;
    [[nodiscard]] EngineAnswer answer(const Batch &batch, const HttpAnswer &answer) const override;

private:
    DeepLOptions m_options;
};

} // namespace verbale::mt
