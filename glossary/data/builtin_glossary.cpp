#include "glossary/data/builtin_glossary.h"

#include "glossary/data/compiled_glossary.h"

namespace verbale::glossary {

extern const unsigned char builtinGlossaryBytes[];
extern const unsigned int builtinGlossarySize;

Result<Termbase> builtinGlossary()
{
    return readCompiledGlossary(QByteArray::fromRawData(reinterpret_cast<const char *>(builtinGlossaryBytes),
                                                        static_cast<qsizetype>(builtinGlossarySize)));
}

} // namespace verbale::glossary
