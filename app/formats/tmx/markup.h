#pragma once

#include <QtCore/QByteArray>

namespace verbale::tmx {

/// The inline elements of TMX 1.4b.
enum class Inline { None, Bpt, Ept, It, Ph, Ut, Hi, Sub };

Inline inlineElement(QByteArrayView name);

/// Escaped as content and as an attribute's value; UTF-8.
void appendContent(QByteArray &out, QByteArrayView utf8);
void appendAttributeValue(QByteArray &out, QByteArrayView utf8);

} // namespace verbale::tmx
