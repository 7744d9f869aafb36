#include "xml/expat_input.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>

namespace verbale::xml {

namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

} // namespace

bool fillEncoding(const char *name, std::span<int, 256> table)
{
    UErrorCode status = U_ZERO_ERROR;
    const Converter converter(ucnv_open(name, &status), ucnv_close);
    if (U_FAILURE(status) || ucnv_getMaxCharSize(converter.get()) != 1)
        return false;
    for (int byte = 0; byte < 256; ++byte) {
        const char source = static_cast<char>(byte);
        char16_t units[4] = {};
        status = U_ZERO_ERROR;
        ucnv_reset(converter.get());
        const int32_t length = ucnv_toUChars(converter.get(), units, 4, &source, 1, &status);
        const bool known = U_SUCCESS(status) && length == 1 && units[0] != 0xFFFD;
        table[static_cast<std::size_t>(byte)] = known ? static_cast<int>(units[0]) : -1;
    }
    return true;
}

void MarkSeeker::see(QByteArrayView piece)
{
    const qsizetype count = std::min<qsizetype>(piece.size(), 3 - m_seen);
    if (count <= 0)
        return;
    std::copy_n(piece.begin(), count, m_head + m_seen);
    m_seen += count;
    const QByteArrayView head(m_head, m_seen);
    m_isMarked =
        head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF") || head.startsWith("\xEF\xBB\xBF");
}

} // namespace verbale::xml
