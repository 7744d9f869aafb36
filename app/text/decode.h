#pragma once

#include "text/encodings.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArrayView>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace verbale::text {

/// A decoded text as it stands in the file: its line ends and its byte order mark, if it has one, included.
/// Of a Unicode file it is not normalised, so that offsets into it are offsets into the file's text; what was
/// in another encoding is NFC.
struct DecodedText
{
    QString text;
    Encoding encoding = Encoding::Utf8;
    bool byteOrderMark = false;
    double confidence = 1; ///< 0 to 1, in the encoding; 1 also for one that was asked for
    QStringList warnings;  ///< sentences for people: what was done to the text, what may be wrong
};

struct DecodeOptions
{
    std::optional<Encoding> encoding; ///< take the bytes for this one; without it they are looked at
    bool capitals = false;            ///< restore the capitals that TCVN3 writes as small letters
    bool replaceBadBytes = false;     ///< undecodable bytes become U+FFFD, counted in a warning
};

/// Decodes UTF-8 and UTF-16 (by BOM, or without one where the bytes leave no doubt), the legacy Vietnamese
/// encodings, Telex and VIQR text and misread UTF-8, by what makes the likeliest Vietnamese. Bad bytes are an
/// error (text.bad-utf8, text.bad-utf16, text.bad-bytes) with byte offset, line and column; so are a binary
/// file (text.binary), an empty one (text.empty) and one whose encoding is not clear
/// (text.unknown-encoding, which names the likely ones). `fileName` is for messages only. Thread-safe.
Result<DecodedText> decode(QByteArrayView bytes, const QString &fileName, const DecodeOptions &options = {});

/// An encoding and how sure it is, for people: "TCVN3 (ABC), 97% sure"; the name alone where it is certain.
QString describeEncoding(Encoding encoding, double confidence);

} // namespace verbale::text
