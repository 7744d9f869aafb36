#pragma once

#include "plugins/machine-translation/engines/engine.h"

namespace verbale::mt::test {

/// A service that takes texts as lines and gives each back in capitals; its statuses mean what they mean
/// elsewhere.
class PlainEngine : public Engine
{
public:
    explicit PlainEngine(EngineLimits limits, QString url = QStringLiteral("https://translate.example/v1"))
        : m_limits(limits), m_url(std::move(url))
    {
    }

    [[nodiscard]] QString id() const override { return QStringLiteral("plain"); }
    [[nodiscard]] QString name() const override { return QStringLiteral("Plain"); }
    [[nodiscard]] QString url() const override { return m_url; }
    [[nodiscard]] QByteArray options() const override { return {}; }
    [[nodiscard]] EngineLimits limits() const override { return m_limits; }
    [[nodiscard]] TagNotation notation() const override { return TagNotation::Tokens; }

    [[nodiscard]] Result<HttpRequest> request(const Batch &batch, const Secret &key) const override
    {
        HttpRequest request;
        request.url = m_url;
        request.secretHeaders = {{"Authorization", key}};
        for (const Item &item : batch.items)
            request.body += item.text.toUtf8() + '\n';
        return request;
    }

    [[nodiscard]] EngineAnswer answer(const Batch &batch, const HttpAnswer &answer) const override
    {
        const auto failure = [&](FailureKind kind) {
            return Failure{kind,
                           {QStringLiteral("plain.%1").arg(answer.status),
                            QStringLiteral("It said: ") + QString::fromUtf8(answer.body)},
                           answer.retryAfter};
        };
        switch (answer.status) {
        case 200:
            break;
        case 400:
            return failure(FailureKind::BadRequest);
        case 401:
            return failure(FailureKind::Key);
        case 429:
            return failure(FailureKind::Limited);
        case 456:
            return failure(FailureKind::Quota);
        case 503:
            return failure(FailureKind::Unbilled);
        default:
            return failure(FailureKind::BadAnswer);
        }
        QList<ItemAnswer> answers;
        for (const QByteArray &line : answer.body.split('\n')) {
            const qsizetype space = line.indexOf(' ');
            if (space > 0) // "0 TEXT": which item, and what it became
                answers.append({line.first(space).toLongLong(), QString::fromUtf8(line.mid(space + 1))});
        }
        return answers.isEmpty() && !batch.items.isEmpty() ? EngineAnswer(failure(FailureKind::BadAnswer))
                                                           : answers;
    }

    /// What the service would answer to a request's body.
    [[nodiscard]] static QByteArray translated(const QByteArray &body)
    {
        QByteArray answer;
        const QList<QByteArray> lines = body.split('\n');
        for (qsizetype i = 0; i + 1 < lines.size(); ++i)
            answer += QByteArray::number(i) + ' ' + lines[i].toUpper() + '\n';
        return answer;
    }

private:
    EngineLimits m_limits;
    QString m_url;
};

} // namespace verbale::mt::test
