#include "glossary/data/builtin_glossary.h"

#include "glossary/data/compiled_glossary.h"
#include "glossary/data/compiled_rules.h"

namespace verbale::glossary {

extern const unsigned char builtinGlossaryBytes[];
extern const unsigned int builtinGlossarySize;
extern const unsigned char builtinRulesBytes[];
extern const unsigned int builtinRulesSize;

Result<Termbase> builtinGlossary()
{
    return readCompiledGlossary(QByteArray::fromRawData(reinterpret_cast<const char *>(builtinGlossaryBytes),
                                                        static_cast<qsizetype>(builtinGlossarySize)));
}

Result<MatchRules> builtinMatchRules()
{
    return readCompiledRules(QByteArray::fromRawData(reinterpret_cast<const char *>(builtinRulesBytes),
                                                     static_cast<qsizetype>(builtinRulesSize)));
}

} // namespace verbale::glossary
