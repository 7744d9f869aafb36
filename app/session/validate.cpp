#include "session/validate.h"

#include "formats/bilingual.h"
#include "formats/conformance/tbx.h"
#include "formats/conformance/tmx.h"
#include "formats/conformance/xliff12.h"
#include "formats/conformance/xliff2_validate.h"
#include "formats/conformance/xml_events.h"
#include "text/file_io.h"

#include <QtCore/QBuffer>
#include <QtCore/QFile>

#include <functional>
#include <string>

namespace verbale::session {

namespace {

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

/// A file's bytes at once, for what is checked in memory.
using Whole = std::function<Result<OriginalBytes>()>;

Result<Report> validateXliff2(const Whole &whole, const QString &name)
{
    const Result<OriginalBytes> bytes = whole();
    if (!bytes)
        return bytes.error();
    const QByteArrayView view = bytes->view();
    Result<Report> report =
        conformance::validateXliff2(QByteArray::fromRawData(view.data(), view.size()), name);
    if (bytes->holder() != nullptr)
        bytes->holder()->forget(0, view.size());
    return report;
}

Result<Report> validateXliff(const Root &root, const Pieces &pieces, const Whole &whole, const QString &name)
{
    const QString xliff = QStringLiteral("xliff");
    const QString version = toQString(root.version);
    if (root.ns == "urn:oasis:names:tc:xliff:document:1.2" || (root.version == "1.2" && root.ns.empty()))
        return conformance::validateXliff12(pieces);
    if (root.ns.starts_with("urn:oasis:names:tc:xliff:document:2.") ||
        version.startsWith(QLatin1String("2.")))
        return validateXliff2(whole, name);
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

Result<Report> validateDevice(QIODevice &device, const Whole &whole, const QString &name,
                              const Progress &progress, const StopToken &stop)
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
        return validateXliff(root, pieces, whole, name);
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
    // Not the file itself in memory: who shortens it in the meantime would end this program.
    return validateDevice(
        file, [&path] { return bilingual::openFile(path); }, path, progress, stop);
}

Result<Report> validateBytes(const QByteArray &bytes, const QString &name)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return validateDevice(buffer, [&bytes] { return Result<OriginalBytes>(bytes); }, name, {}, {});
}

} // namespace verbale::session
