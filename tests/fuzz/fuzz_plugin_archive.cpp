// Any bytes: a plugin's files whose names stay inside, once each and within the limits, or a refusal.
// Run: build/fuzz/fuzz/fuzz_plugin_archive -max_total_time=60

#include "promise.h"
#include "session/plugin_source.h"

#include <QtCore/QDir>
#include <QtCore/QSet>

#include <cstddef>
#include <cstdint>

using namespace verbale;
using namespace verbale::session;
using verbale::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const InstallLimits limits{50, 1024 * 1024, 1024 * 1024, 4, 100};
    Result<std::unique_ptr<PluginSource>> opened = openPluginArchive(bytes, QStringLiteral("x.zip"), limits);
    if (!opened) {
        require(opened.error().code.startsWith(QLatin1String("install.")), "a refusal has its code");
        require(!opened.error().message.isEmpty(), "a refusal says why");
        return 0;
    }
    PluginSource &source = *opened.value();
    require(source.files().size() <= limits.files && source.bytes() <= limits.bytes, "the limits hold");
    QSet<QString> names;
    for (qsizetype i = 0; i < source.files().size(); ++i) {
        const PluginSource::File &file = source.files().at(i);
        const QString clean = QDir::cleanPath(QStringLiteral("/in/") + file.path);
        require(clean == QLatin1String("/in/") + file.path, "a name leads into the folder");
        require(!names.contains(file.path), "a name stands there once");
        names.insert(file.path);
        qint64 got = 0;
        const Result<void> read = source.read(i, [&got](const QByteArray &piece) -> Result<void> {
            got += piece.size();
            return {};
        });
        require(got <= file.size, "no more comes than was said");
        require(!read.ok() || got == file.size, "what is read is whole");
    }
    require(names.contains(QStringLiteral("plugin.json")), "there is a descriptor");
    return 0;
}
