#pragma once

#include "command-line/json.h"
#include "session/merge_review.h"
#include "session/unit_names.h"

namespace verbale::commandline {

/// What a merge did, for programs and for people.
class MergeReport
{
public:
    MergeReport(const Document &document, const session::ReviewComparison &comparison);

    [[nodiscard]] Json json() const;
    [[nodiscard]] QString text() const;
    /// What a person has to look at: segments that were not found, sources that differ, codes that are lost.
    [[nodiscard]] QStringList warnings() const;

private:
    [[nodiscard]] Json changeJson(const session::ReviewChange &change) const;

    const Document &m_document;
    const session::ReviewComparison &m_comparison;
    session::UnitNames m_names;
};

/// Whether the command line makes the change by itself: not one whose sources differ, or of a locked segment.
bool isApplied(const session::ReviewChange &change);

} // namespace verbale::commandline
