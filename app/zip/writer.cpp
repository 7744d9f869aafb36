#include "zip/writer.h"

#include <zip.h>

#include <memory>

namespace verbale::zip {

namespace {

struct FreeSource
{
    void operator()(zip_source_t *source) const { zip_source_free(source); }
};

QByteArray bytesOf(zip_source_t *source)
{
    QByteArray result;
    if (zip_source_open(source) != 0)
        return result;
    char piece[16384];
    for (;;) {
        const zip_int64_t got = zip_source_read(source, piece, sizeof piece);
        if (got <= 0)
            break;
        result.append(piece, static_cast<qsizetype>(got));
    }
    zip_source_close(source);
    return result;
}

} // namespace

QByteArray zipped(const QList<std::pair<QString, QByteArray>> &parts)
{
    const std::unique_ptr<zip_source_t, FreeSource> target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (!target)
        return {};
    zip_source_keep(target.get()); // the archive gives up one hold when it is closed
    zip_t *zip = zip_open_from_source(target.get(), ZIP_TRUNCATE, nullptr);
    if (zip == nullptr) {
        zip_source_free(target.get());
        return {};
    }
    bool good = true;
    for (const auto &[name, bytes] : parts) {
        zip_source_t *source =
            zip_source_buffer(zip, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
        const zip_int64_t index =
            source == nullptr ? -1 : zip_file_add(zip, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
            good = false;
            break;
        }
        // The first day that the format knows, wherever the program runs.
        constexpr zip_uint16_t firstOfJanuary1980 = 0x21;
        (void)zip_file_set_dostime(zip, static_cast<zip_uint64_t>(index), 0, firstOfJanuary1980, 0);
    }
    if (!good || zip_close(zip) != 0) {
        zip_discard(zip);
        return {};
    }
    return bytesOf(target.get());
}

} // namespace verbale::zip
