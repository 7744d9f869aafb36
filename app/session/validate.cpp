#include "session/validate.h"

#include "formats/conformance/tbx.h"
#include "formats/conformance/tmx.h"
#include "formats/conformance/xliff12.h"
#include "formats/conformance/xliff2_validate.h"
#include "formats/conformance/xml_events.h"
#include "text/file_io.h"

#include <QtCore/QBuffer>
#include <QtCore/QFile>

#include <string>

namespace verbale::session {

namespace {

using conformance::Finding;
using conformance::Pieces;
using conformance::Report;
using conformance::Severity;

/// Looks at the root element and stops.
class Root : public conformance::XmlHandler
{
public:
    void begin(const conformance::XmlTag &tag) override
    {
        ns = tag.ns;
        name = tag.name;
        version = tag.value("version");
        position = here();
        enough = true;
    }
    void end() override {}
    void text(std::string_view) override {}

    std::string ns;
    std::string name;
    std::string version;
    conformance::Position position;
};

QString toQString(const std::string &text)
{
    return QString::fromStdString(text);
}

Report single(const Root &root, Severity severity, const QString &format, const char *code,
              const QString &message)
{
    return {format,
            toQString(root.version),
            {{root.position.line, root.position.column, severity, QString::fromLatin1(code), QString(),
              message}}};
}

/// XLIFF 2 is checked in memory; a file's pages come and go as the system sees fit.
Result<Report> validateXliff2(QIODevice &device, const QString &name)
{
    auto *file = qobject_cast<QFile *>(&device);
    uchar *pages = file != nullptr && file->size() > 0 ? file->map(0, file->size()) : nullptr;
    if (pages == nullptr)
        return conformance::validateXliff2(device.readAll(), name);
    const Result<Report> report = conformance::validateXliff2(
        QByteArray::fromRawData(reinterpret_cast<const char *>(pages), file->size()), name);
    file->unmap(pages);
    return report;
}

Result<Report> validateXliff(const Root &root, const Pieces &pieces, QIODevice &device, const QString &name)
{
    const QString xliff = QStringLiteral("xliff");
    const QString version = toQString(root.version);
    if (root.ns == "urn:oasis:names:tc:xliff:document:1.2" || (root.version == "1.2" && root.ns.empty()))
        return conformance::validateXliff12(pieces);
    if (root.ns.starts_with("urn:oasis:names:tc:xliff:document:2.") ||
        version.startsWith(QLatin1String("2.")))
        return validateXliff2(device, name);
    if (root.version == "1.0" || root.version == "1.1") {
        return single(
            root, Severity::Warning, xliff, "xliff.version-not-checked",
            QStringLiteral("XLIFF %1 is not checked; only that the beginning of the file can be read.")
                .arg(version));
    }
    return single(root, Severity::Error, xliff, "xliff.unknown-version",
                  QStringLiteral("There is no XLIFF with version=\"%1\" and the namespace \"%2\".")
                      .arg(version, toQString(root.ns)));
}

Result<Report> validateDevice(QIODevice &device, const QString &name, const Progress &progress,
                              const StopToken &stop)
{
    Root root;
    Report report;
    if (const Result<void> read = readXml(conformance::piecesOf(device, name), root, report.findings); !read)
        return read.error();
    if (!report.findings.isEmpty())
        return report;
    device.seek(0);
    Pieces pieces = [plain = conformance::piecesOf(device, name), &device, &name, &progress,
                     &stop]() -> Result<QByteArrayView> {
        if (stop.stop_requested())
            return Error{QStringLiteral("validate.stopped"), QStringLiteral("Stopped."), {name}};
        if (progress)
            progress(device.pos(), device.size());
        return plain();
    };
    if (root.name == "xliff")
        return validateXliff(root, pieces, device, name);
    if (root.name == "tmx")
        return conformance::validateTmx(pieces);
    if (root.name == "tbx" || root.name == "martif")
        return conformance::validateTbx(pieces);
    if (root.name == "TBX") {
        return single(
            root, Severity::Warning, QStringLiteral("tbx"), "tbx.version-not-checked",
            QStringLiteral("TBX-Min of 2013 is not checked; only that the beginning of the file can be "
                           "read."));
    }
    return single(root, Severity::Error, {}, "validate.unknown-format",
                  QStringLiteral("The root element is <%1>; only XLIFF, TMX and TBX can be checked.")
                      .arg(toQString(root.name)));
}

} // namespace

Result<Report> validateFile(const QString &path, const Progress &progress, const StopToken &stop)
{
    if (path == QLatin1String("-")) {
        const Result<QByteArray> bytes = text::readFile(path);
        return bytes ? validateBytes(*bytes, path) : Result<Report>(bytes.error());
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.isSequential()) {
        // Says what is wrong with the path; what can be read all the same is a pipe.
        const Result<QByteArray> bytes = text::readFile(path);
        return bytes ? validateBytes(*bytes, path) : Result<Report>(bytes.error());
    }
    return validateDevice(file, path, progress, stop);
}

Result<Report> validateBytes(const QByteArray &bytes, const QString &name)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return validateDevice(buffer, name, {}, {});
}

} // namespace verbale::session
