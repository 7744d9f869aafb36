#pragma once

#include "text/decode.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace verbale::session {

/// A text as UTF-8 in NFC, its line ends as they were, without a byte order mark.
struct ConvertedText
{
    QByteArray bytes;
    text::Encoding encoding = text::Encoding::Utf8; ///< what it was in
    double confidence = 1;                          ///< 0 to 1
    qsizetype characters = 0;                       ///< code points of the result
    QStringList warnings;                           ///< sentences for people
};

/// Marks that stand in a wrong order are put right too. `path` is for messages. Errors: those of
/// text::decode.
Result<ConvertedText> convertText(const QByteArray &bytes, const QString &path,
                                  const text::DecodeOptions &options);

} // namespace verbale::session
