#pragma once

#include <QtCore/QString>

namespace verbale::mt {

/// True for what services, proxies and models say when there is no translation: the texts of HTTP's errors,
/// of quotas and keys, a web page, a model's refusal or its chatter before the translation. A translation
/// that begins with such words is none of them where the source speaks of the same: "Lỗi", "từ chối", the
/// number of the status. Both texts without their codes. Pure, thread-safe.
bool isErrorText(const QString &text, const QString &source);

/// True for a text in a code fence or in JSON, which the source is not.
bool isWrapped(const QString &text, const QString &source);

} // namespace verbale::mt
