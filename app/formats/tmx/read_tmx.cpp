#include "formats/tmx/read_tmx.h"

#include "formats/tmx/reader.h"

namespace verbale::tmx {

Result<TmxReadSummary> readTmx(QIODevice &device, const TakeUnit &take, const TmxReadOptions &options)
{
    xml::StreamOptions streaming;
    streaming.fileName = options.fileName;
    streaming.codePrefix = QStringLiteral("tmx");
    streaming.progress = options.progress;
    Reader reader(options, take);
    const Result<void> parsed = xml::parseStream(device, streaming, reader);
    if (!parsed)
        return parsed.error();
    return std::move(reader.summary);
}

} // namespace verbale::tmx
