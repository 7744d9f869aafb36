#include "session/convert.h"

#include "text/compose.h"

#include <algorithm>

namespace verbale::session {

Result<ConvertedText> convertText(const QByteArray &bytes, const QString &path,
                                  const text::DecodeOptions &options)
{
    const Result<text::DecodedText> decoded = text::decode(bytes, path, options);
    if (!decoded)
        return decoded.error();
    QString text = text::composed(decoded->text);
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    ConvertedText converted;
    converted.bytes = text.toUtf8();
    converted.encoding = decoded->encoding;
    converted.confidence = decoded->confidence;
    converted.characters =
        std::count_if(text.cbegin(), text.cend(), [](QChar c) { return !c.isLowSurrogate(); });
    converted.warnings = decoded->warnings;
    return converted;
}

} // namespace verbale::session
