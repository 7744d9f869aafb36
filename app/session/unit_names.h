#pragma once

#include "document/document.h"

namespace verbale::session {

/// What the units of a document are called: "u1", or "f1/u1" where it has several files. For many names at
/// once: the document is looked through when this is made, and has to outlive it.
class UnitNames
{
public:
    explicit UnitNames(const Document &document);
    [[nodiscard]] QString of(const Unit &unit) const;
    [[nodiscard]] QString of(qsizetype unit) const { return of(m_document.units[unit]); }

private:
    const Document &m_document;
    bool m_severalFiles;
};

} // namespace verbale::session
