#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArrayView>
#include <QtCore/QString>

namespace verbale::text {

enum class Encoding { Utf8, Utf16LittleEndian, Utf16BigEndian };

/// A decoded text as it stands in the file: its line ends and its byte order mark, if it has one, included,
/// so that offsets into it are offsets into the file's text. Not normalised.
struct DecodedText
{
    QString text;
    Encoding encoding = Encoding::Utf8;
    bool byteOrderMark = false;
};

/// Decodes UTF-8 and UTF-16 (by BOM, or without one where the bytes leave no doubt). Bad bytes are an error
/// (text.bad-utf8, text.bad-utf16) with byte offset, line and column; so are a binary file (text.binary) and
/// an empty one (text.empty). `fileName` is for messages only.
Result<DecodedText> decode(QByteArrayView bytes, const QString &fileName);

/// An encoding's name for people: "UTF-8", "UTF-16LE", "UTF-16BE".
QString encodingName(Encoding encoding);

} // namespace verbale::text
