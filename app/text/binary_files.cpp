#include "text/binary_files.h"

#include <array>

namespace verbale::text {

namespace {

struct Signature
{
    const char *bytes;
    int length;
    const char *advice;
};

/// What people try to open by mistake.
constexpr std::array signatures = {
    Signature{"%PDF-", 5,
              "This is a PDF document. Copy or export its text to a .txt file in UTF-8 and open that."},
    Signature{"PK\x03\x04", 4,
              "This is a Word document (.docx) or another ZIP package. Save it as plain text in UTF-8 and "
              "open that."},
    Signature{"\xD0\xCF\x11\xE0", 4,
              "This is an old Word document (.doc). Save it as plain text in UTF-8 and open that."},
    Signature{"{\\rtf", 5,
              "This is a rich text (RTF) document. Save it as plain text in UTF-8 and open that."},
    Signature{"\xFF\xFE\0\0", 4, "This text is in UTF-32. Save it as UTF-8 and open it again."},
    Signature{"\0\0\xFE\xFF", 4, "This text is in UTF-32. Save it as UTF-8 and open it again."},
    Signature{"\x89PNG", 4, "This is a picture. Verbale opens texts."},
    Signature{"\xFF\xD8\xFF", 3, "This is a picture. Verbale opens texts."},
    Signature{"GIF8", 4, "This is a picture. Verbale opens texts."},
    Signature{"\x1F\x8B", 2, "This is a compressed file. Unpack it and open the text in it."},
    Signature{"7z\xBC\xAF\x27", 5, "This is a compressed file. Unpack it and open the text in it."},
    Signature{"Rar!\x1A\x07", 6, "This is a compressed file. Unpack it and open the text in it."},
};

} // namespace

QString binaryFileAdvice(QByteArrayView bytes)
{
    for (const Signature &signature : signatures) {
        if (bytes.startsWith(QByteArrayView(signature.bytes, signature.length)))
            return QLatin1String(signature.advice);
    }
    return {};
}

} // namespace verbale::text
