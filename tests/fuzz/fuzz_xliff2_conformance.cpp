#include "formats/conformance/xliff2_validate.h"
#include "promise.h"

#include <cstdint>

using namespace verbale;
using fuzz::require;

/// Whatever the bytes are: there is a report, its findings come in the order of the file and say what and
/// where.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto report = conformance::validateXliff2(bytes, QStringLiteral("fuzz.xlf"));
    require(report.ok(), "every file of this size is examined");
    require(report->findings.size() <= 2002, "the findings are bounded");
    qint64 line = 1;
    qint64 column = 1;
    for (const conformance::Finding &finding : report->findings) {
        require(finding.line > line || (finding.line == line && finding.column >= column),
                "findings are in order");
        require(!finding.code.isEmpty() && finding.message.endsWith(u'.'), "findings say what is wrong");
        line = finding.line;
        column = finding.column;
    }
    const auto again = conformance::validateXliff2(bytes, QStringLiteral("fuzz.xlf"));
    require(again.ok() && again->findings == report->findings, "the same file gets the same report");
    return 0;
}
