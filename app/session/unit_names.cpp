#include "session/unit_names.h"

#include <algorithm>

namespace verbale::session {

UnitNames::UnitNames(const Document &document)
    : m_document(document)
    , m_severalFiles(std::any_of(document.units.begin(), document.units.end(), [&document](const Unit &unit) {
        return unit.fileId != document.units.first().fileId;
    }))
{
}

QString UnitNames::of(const Unit &unit) const
{
    return m_severalFiles ? unit.fileId + u'/' + unit.id : unit.id;
}

} // namespace verbale::session
