#include "formats/bilingual.h"

#include "formats/file_snapshot.h"
#include "formats/xliff12/names.h"
#include "formats/xliff12/xliff12.h"
#include "text/file_io.h"
#include "xml/parse.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

namespace verbale::bilingual {

namespace {

constexpr qint64 mostInMemory = 16LL * 1024 * 1024;
constexpr qint64 mostAtAll = 2LL * 1024 * 1024 * 1024 - 1;

/// Looks at the root's start tag and no further.
class RootLooker : public xml::Visitor
{
public:
    Take begin(const xml::Element &tag) override
    {
        version = tag.value(QLatin1String("version"));
        ns = tag.ns;
        error = Error{QStringLiteral("seen"), {}};
        return Take::Skip;
    }
    void tree(const xml::Element &) override {}
    void end() override {}

    QString version;
    QString ns;
};

/// XLIFF 1.0 to 1.2; whatever is no XLIFF at all is left to the reader of 2.x to refuse.
bool isOlderXliff(QByteArrayView bytes)
{
    RootLooker looker;
    const Result<void> stopped = xml::parse(bytes, {}, looker);
    const bool isOlder = looker.version.isEmpty() ? looker.ns.startsWith(xliff12::names::coreBeginning)
                                                  : looker.version.startsWith(QLatin1String("1."));
    return !stopped && isOlder;
}

bool isOlderXliff(const Document &document)
{
    return !document.originalBytes.isEmpty() && document.originalFormat.startsWith(QLatin1String("xliff-1."));
}

} // namespace

Result<OriginalBytes> openFile(const QString &path)
{
    const QFileInfo info(path);
    if (path != QLatin1String("-") && info.isFile() && info.size() > mostInMemory &&
        info.size() <= mostAtAll) {
        QFile file(path);
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
        if (!folder.isEmpty() && file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            auto snapshot = takeSnapshot(file, folder + QLatin1String("/verbale"));
            if (snapshot && file.error() == QFileDevice::NoError)
                return OriginalBytes(std::move(snapshot));
        }
    }
    const Result<QByteArray> bytes = text::readFile(path, mostAtAll);
    if (!bytes)
        return bytes.error();
    return OriginalBytes(*bytes);
}

Result<xliff::ReadXliff> read(const OriginalBytes &bytes, const QString &fileName)
{
    if (isOlderXliff(bytes.view()))
        return xliff12::read(bytes, fileName);
    return xliff::read(bytes, fileName);
}

Result<QByteArray> patch(const Document &document)
{
    return isOlderXliff(document) ? xliff12::patch(document) : xliff::patch(document);
}

Result<void> patchTo(const Document &document, QIODevice &device)
{
    return isOlderXliff(document) ? xliff12::patchTo(document, device) : xliff::patchTo(document, device);
}

} // namespace verbale::bilingual
