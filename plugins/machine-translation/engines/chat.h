#pragma once

#include "plugins/machine-translation/engines/engine.h"

namespace verbale::mt {

struct ChatOptions
{
    QString address = QStringLiteral("https://api.openai.com/v1"); ///< what "/chat/completions" follows
    QString model;
    QString name = QStringLiteral("Chat model"); ///< for people
    bool withKey = true;
    bool jsonMode = true; ///< asks for response_format json_object
    QString instructions; ///< the user's own, about style
    int maxItems = 10;
    qint64 maxCharacters = 6'000;
    std::chrono::milliseconds firstByte{180'000}; ///< a model that is loaded first takes minutes
};

/// Chat completions as OpenAI, Ollama, llama.cpp and vLLM have them. Segments go as JSON data, each with an
/// id that is no number in a row: an answer that skips one cannot move the others. Terms go with the segment
/// that has them. Limits: services count requests and tokens a minute by account and model and name the state
/// in a 429; a model on this computer takes one request at a time, as it would only share its processor.
class ChatEngine : public Engine
{
public:
    explicit ChatEngine(ChatOptions options) : m_options(std::move(options)) {}

    [[nodiscard]] QString id() const override { return QStringLiteral("chat"); }
    [[nodiscard]] QString name() const override { return m_options.name; }
    [[nodiscard]] QString url() const override
    {
        return m_options.address + QLatin1String("/chat/completions");
    }
    [[nodiscard]] QByteArray options() const override;
    [[nodiscard]] EngineLimits limits() const override;
    [[nodiscard]] TagNotation notation() const override { return TagNotation::Tokens; }
    [[nodiscard]] bool takesContext() const override { return true; }
    [[nodiscard]] bool takesTerms() const override { return true; }
    [[nodiscard]] bool needsKey() const override { return m_options.withKey; }
    [[nodiscard]] Result<HttpRequest> request(const Batch &batch, const Secret &key) const override;
    [[nodiscard]] EngineAnswer answer(const Batch &batch, const HttpAnswer &answer) const override;

private:
    ChatOptions m_options;
};

/// What the items of a batch are called in the request: "s" and hexadecimal figures, no two alike.
QStringList chatIds(const Batch &batch);

} // namespace verbale::mt
