#include "formats/conformance/xliff2_validate.h"

#include "formats/conformance/xliff2_document.h"

#include <limits>

namespace verbale::conformance {

Result<Report> validateXliff2(const QByteArray &bytes, const QString &fileName)
{
    if (bytes.size() > std::numeric_limits<int>::max()) {
        return Error{
            QStringLiteral("xliff.too-large"),
            QStringLiteral("The file is larger than 2 GB and is not validated; split it into files."),
            {fileName, 0, 0, -1}};
    }
    xliff2::Sink sink;
    // UTF-16 hides the name: those files are looked through anyway.
    const bool usesIts = bytes.contains("www.w3.org/2005/11/its") || bytes.contains('\0');
    xliff2::DocumentCheck check(sink, usesIts);
    const xml::ParseOptions options{fileName, QStringLiteral("xml"), 1024};
    const Result<void> parsed = xml::parse(bytes, options, check);
    if (parsed)
        check.finish();
    else
        sink.addPlain(parsed.error().where.offset, parsed.error().code, QStringLiteral("XML 1.0"),
                      parsed.error().message);
    Report report;
    report.format = check.isXliff() ? QStringLiteral("xliff") : QString();
    report.version = check.version();
    report.findings = sink.take(bytes, check.encoding);
    return report;
}

} // namespace verbale::conformance
