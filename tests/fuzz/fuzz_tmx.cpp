#include "formats/tmx/read_tmx.h"
#include "formats/tmx/write_tmx.h"

#include <QtCore/QBuffer>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace verbale;

namespace {

void require(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

struct File
{
    tmx::TmxHeader header;
    QList<tmx::TmxUnit> units;
    bool ok = false;
};

File read(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    File file;
    tmx::TmxReadOptions options;
    options.fileName = QStringLiteral("fuzz.tmx");
    options.header = [&file](const tmx::TmxHeader &header) { file.header = header; };
    const auto summary = tmx::readTmx(
        buffer,
        [&file](tmx::TmxUnit &unit) -> Result<void> {
            file.units.append(std::move(unit));
            return {};
        },
        options);
    file.ok = summary.ok();
    if (!file.ok)
        require(!summary.error().message.isEmpty() && summary.error().where.line > 0, "errors have a place");
    return file;
}

QByteArray write(const File &file)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    tmx::TmxWriter writer(buffer, QStringLiteral("fuzz.tmx"));
    bool ok = writer.begin(file.header).ok();
    for (const tmx::TmxUnit &unit : file.units)
        ok = writer.write(unit).ok() && ok;
    require(writer.end().ok() && ok, "a buffer takes everything");
    return bytes;
}

} // namespace

/// Whatever the bytes are: they are refused with a place, or what is read can be written; and what has been
/// written once is read and written again as it is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const File first = read(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!first.ok)
        return 0;
    const QByteArray written = write(first);
    const File second = read(written);
    require(second.ok, "what is written can be read");
    require(write(second) == written, "what is written stays as it is");
    qsizetype next = 0;
    for (const tmx::TmxUnit &unit : first.units) {
        if (unit.variants.isEmpty())
            continue;
        require(next < second.units.size(), "no unit is lost");
        const tmx::TmxUnit &again = second.units[next++];
        require(again.variants.size() == unit.variants.size(), "no variant is lost");
        for (qsizetype i = 0; i < unit.variants.size(); ++i)
            require(QString(again.variants[i].text.text).remove(inlineCodeMark) ==
                        QString(unit.variants[i].text.text).remove(inlineCodeMark),
                    "no text is lost");
    }
    return 0;
}
