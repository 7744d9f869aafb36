#pragma once

#include "plugins/machine-translation/engines/engine.h"

namespace verbale::mt {

enum class AzureVersion { V3, V2026 }; ///< api-version 3.0, 2026-06-06

struct AzureOptions
{
    QString address = QStringLiteral("https://api.cognitive.microsofttranslator.com");
    AzureVersion version = AzureVersion::V3;
    QString region;         ///< of the resource; empty for a global one
    QString category;       ///< 3.0: a custom model
    QString deployment;     ///< 2026-06-06: the model
    QString tone;           ///< 2026-06-06: "formal" ...
    bool sendsTerms = true; ///< as dictionary markup in the text
};

/// Azure Translator, POST /translate. Terms go along as dictionary markup: case-sensitive, and only where
/// English is one of the two languages. Limits: 1,000 texts and 50,000 characters a request; characters an
/// hour by the plan (2 million of the free one, counted as 33,300 a minute), which a 429 tells of. It answers
/// within 15 s.
class AzureEngine : public Engine
{
public:
    explicit AzureEngine(AzureOptions options) : m_options(std::move(options)) {}

    [[nodiscard]] QString id() const override { return QStringLiteral("azure"); }
    [[nodiscard]] QString name() const override { return QStringLiteral("Azure Translator"); }
    [[nodiscard]] QString url() const override { return m_options.address + QLatin1String("/translate"); }
    [[nodiscard]] QByteArray options() const override;
    [[nodiscard]] EngineLimits limits() const override;
    [[nodiscard]] TagNotation notation() const override { return TagNotation::Html; }
    [[nodiscard]] bool takesTerms() const override { return m_options.sendsTerms; }
    [[nodiscard]] qint64 estimatedCharacters(const Item &item) const override;
    [[nodiscard]] Result<HttpRequest> request(const Batch &batch, const Secret &key) const override;
    [[nodiscard]] EngineAnswer answer(const Batch &batch, const HttpAnswer &answer) const override;

private:
    AzureOptions m_options;
};

/// The terms of a text in HTML notation as dictionary markup: at whole words outside of tags, the longest
/// first.
QString withDictionary(const QString &html, const QList<TermPair> &terms);

} // namespace verbale::mt
