// Any bytes: a CSV glossary or a refusal, every rejected row with its place; what was read is written and
// read back alike. Run: build/fuzz/fuzz/fuzz_glossary_csv -max_total_time=60

#include "glossary/engine/csv.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace verbale;
using namespace verbale::glossary;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString name = QStringLiteral("x.csv");
    const Result<GlossaryContents> contents = readCsv(bytes, name);
    if (!contents.ok()) {
        if (contents.error().message.isEmpty() || contents.error().where.file != name)
            std::abort();
        return 0;
    }
    for (const Error &row : contents->rejectedRows) {
        if (row.where.line < 1 || row.message.isEmpty())
            std::abort();
    }
    const Result<GlossaryContents> again = readCsv(writeCsv(contents->termbase, u';'), name);
    if (!again.ok() || !again->rejectedRows.isEmpty() ||
        again->termbase.entries() != contents->termbase.entries())
        std::abort();
    return 0;
}
