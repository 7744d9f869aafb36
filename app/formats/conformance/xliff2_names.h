#pragma once

#include "xml/parse.h"

#include <QtCore/QString>

namespace verbale::conformance::xliff2 {

/// The namespaces that the specifications of XLIFF 2.x define, and the two outside them.
enum class Space : quint8 {
    None, ///< attributes without a prefix
    Xml,
    Core,
    OtherCore, ///< the core of another version of XLIFF
    Matches,
    Glossary,
    Style,
    Metadata,
    Resource,
    Change,
    Size,
    Validation,
    Its,
    Itsm,
    Plural,
    Foreign
};

/// `core`: the namespace of the document's root.
Space spaceOf(const QString &uri, const QString &core);

/// The customary prefix, "mda"; empty for core and unknown namespaces.
QLatin1String prefixOf(Space space);
Space spaceOfPrefix(QStringView prefix);

/// Whether the prefix may stand in a fragment identifier (registered with the XLIFF TC).
bool isRegisteredPrefix(QStringView prefix);

inline constexpr QLatin1String core20("urn:oasis:names:tc:xliff:document:2.0");
inline constexpr QLatin1String core22("urn:oasis:names:tc:xliff:document:2.2");
/// Hints for schema validators, which XML Schema allows on every element.
inline constexpr QLatin1String schemaUri("http://www.w3.org/2001/XMLSchema-instance");
inline constexpr QLatin1String xmlUri("http://www.w3.org/XML/1998/namespace");

/// The attribute without a namespace, or nullptr.
const QString *find(const xml::Element &element, QLatin1String name);
const QString *find(const xml::Element &element, QLatin1String uri, QLatin1String name);

} // namespace verbale::conformance::xliff2
