#pragma once

#include <QtCore/QLatin1String>

/// The namespaces of XLIFF and of what may stand in its files.
namespace verbale::namespaces {

inline constexpr QLatin1String core12{"urn:oasis:names:tc:xliff:document:1.2"};
inline constexpr QLatin1String core1Beginning{"urn:oasis:names:tc:xliff:document:1."};
inline constexpr QLatin1String core20{"urn:oasis:names:tc:xliff:document:2.0"};
inline constexpr QLatin1String core22{"urn:oasis:names:tc:xliff:document:2.2"};

// Modules of XLIFF 2.
inline constexpr QLatin1String glossary{"urn:oasis:names:tc:xliff:glossary:2.0"};
inline constexpr QLatin1String matches{"urn:oasis:names:tc:xliff:matches:2.0"};
inline constexpr QLatin1String metadata{"urn:oasis:names:tc:xliff:metadata:2.0"};
inline constexpr QLatin1String formatStyle{"urn:oasis:names:tc:xliff:fs:2.0"};
inline constexpr QLatin1String resourceData{"urn:oasis:names:tc:xliff:resourcedata:2.0"};
inline constexpr QLatin1String changeTracking20{"urn:oasis:names:tc:xliff:changetracking:2.0"};
inline constexpr QLatin1String changeTracking21{"urn:oasis:names:tc:xliff:changetracking:2.1"};
inline constexpr QLatin1String sizeRestriction{"urn:oasis:names:tc:xliff:sizerestriction:2.0"};
inline constexpr QLatin1String validation{"urn:oasis:names:tc:xliff:validation:2.0"};
inline constexpr QLatin1String plurals{"urn:oasis:names:tc:xliff:pgs:1.0"};
inline constexpr QLatin1String itsModule{"urn:oasis:names:tc:xliff:itsm:2.1"};

inline constexpr QLatin1String its{"http://www.w3.org/2005/11/its"};
inline constexpr QLatin1String xml{"http://www.w3.org/XML/1998/namespace"};

} // namespace verbale::namespaces
