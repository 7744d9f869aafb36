#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace verbale::xml {

/// The encodings that an XML file may be in. Others are refused by name.
enum class Encoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Latin1, Ascii };

QString decode(QByteArrayView bytes, Encoding encoding);

/// What the encoding cannot hold becomes a character reference, so `text` has to be content or attribute
/// values.
QByteArray encode(const QString &text, Encoding encoding);

/// Whether XML 1.0 allows the character; surrogates are allowed only as a pair, which this does not see.
bool isXmlCharacter(char32_t character);

/// How to write text between tags.
struct TextStyle
{
    /// Written instead of a character that XML does not allow, with "%1" for its hexadecimal code point of at
    /// least four digits; empty: U+FFFD stands in its place, for there is no other way.
    QString forbidden;
    QString lineEnd = QStringLiteral("\n");
};

/// `text` as content: & < > escaped, a carriage return as &#13;.
void appendText(QString &out, QStringView text, const TextStyle &style = {});

/// ` name="value"`, line ends and tabs as references, so that they survive. Not allowed characters become
/// U+FFFD.
void appendAttribute(QString &out, QStringView name, QStringView value);

bool isNmtoken(QStringView text);

/// An ASCII NMTOKEN like `text`: other characters become "_"; `fallback` when nothing is left.
QString toNmtoken(QStringView text, const QString &fallback);

} // namespace verbale::xml
