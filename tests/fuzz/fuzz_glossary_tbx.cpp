// Any bytes: a TBX file or a refusal, every finding with its place; what was read is written in every form
// and read back alike. Run: build/fuzz/fuzz/fuzz_glossary_tbx -max_total_time=60

#include "glossary/engine/tbx.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace verbale;
using namespace verbale::glossary;

namespace {

/// Ids that stand twice can only come from several entries without an id, which the reader names by number.
bool hasPlaces(const GlossaryContents &contents)
{
    for (const Error &finding : contents.rejectedRows) {
        if (finding.where.line < 1 || finding.message.isEmpty() || finding.code.isEmpty())
            return false;
    }
    return contents.places.size() == contents.termbase.entries().size();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString name = QStringLiteral("x.tbx");
    const Result<GlossaryContents> contents = readTbx(bytes, name);
    if (!contents.ok()) {
        if (contents.error().message.isEmpty() || contents.error().where.file != name)
            std::abort();
        return 0;
    }
    if (!hasPlaces(*contents))
        std::abort();
    for (const TbxForm form : {TbxForm::BasicDca, TbxForm::BasicDct, TbxForm::BasicV2}) {
        const GlossaryBytes written = writeTbx(contents->termbase, form);
        const Result<GlossaryContents> again = readTbx(written.bytes, name);
        if (!again.ok())
            std::abort();
        const qsizetype kept = again->termbase.entries().size();
        if (written.warnings.isEmpty() && again->rejectedRows.isEmpty() &&
            kept != contents->termbase.entries().size())
            std::abort();
    }
    return 0;
}
