#pragma once

#include "plugins/machine-translation/engines/engine.h"

#include <map>
#include <memory>

namespace verbale::mt::samples {

/// Every engine there is, with settings that show in its requests.
std::map<QString, std::unique_ptr<Engine>> engines();

/// Texts, with as many items.
Batch batchOf(const QStringList &texts, const QString &source = QStringLiteral("vi"),
              const QString &target = QStringLiteral("en"));

/// A good answer of that engine with these translations.
QByteArray goodAnswer(const QString &engine, const Batch &batch, const QStringList &translations);

HttpAnswer answerOf(int status, const QByteArray &body);

Secret key();
inline constexpr const char *keyText = "canary-5e1f-key";

} // namespace verbale::mt::samples
