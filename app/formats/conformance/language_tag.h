#pragma once

#include <QtCore/QStringView>

namespace verbale::conformance {

/// Whether `tag` is well-formed by BCP 47 (RFC 5646, section 2.1): langtag, privateuse or grandfathered, with
/// no variant and no extension singleton twice. Whether its subtags are registered is not looked at.
bool isLanguageTag(QStringView tag);

/// Two tags name the same language when they differ in case alone (RFC 5646, section 2.1.1).
bool sameLanguage(QStringView one, QStringView other);

} // namespace verbale::conformance
