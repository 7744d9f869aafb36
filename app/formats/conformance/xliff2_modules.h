#pragma once

#include "formats/conformance/xliff2_references.h"

namespace verbale::conformance::xliff2 {

/// What the modules know of the places around one.
struct ModuleScope
{
    QString storageProfile; ///< empty: none is declared, so that storage sizes are not restricted
    QString generalProfile;
    QSet<QString> sizeData; ///< ids in slr:data of the enclosing elements
    QString switches;       ///< pgs:switch of the unit
};

void checkMatches(const xml::Element &matches, const UnitScope &scope);
void checkGlossary(const xml::Element &glossary, const UnitScope &scope);
void checkMetadata(const xml::Element &metadata, const Context &context);
void checkResources(const xml::Element &resourceData, References &references, const Context &context);
/// All of a unit.
void checkChanges(const std::vector<const xml::Element *> &changeTracks, const UnitScope &scope);
/// What can be told of revisions without what they apply to.
void checkRevisions(const xml::Element &changeTrack, const Context &context);
void checkValidation(const xml::Element &validation, const Context &context);
/// its:locQualityIssues and its:provenanceRecords.
void checkStandoff(const xml::Element &element, const Context &context);

/// Attributes of fs and slr on any element of the core.
void checkStyle(const xml::Element &element, const Context &context);
void checkSizes(const xml::Element &element, const ModuleScope &scope, const Context &context);
/// slr:sizeInfoRef, when the data around the element are known.
void checkSizeReference(const xml::Element &element, const QSet<QString> &data, const Context &context);
void addSizeData(const xml::Element &data, QSet<QString> &ids);
void readProfiles(const xml::Element &profiles, ModuleScope &scope, const Context &context);

void checkPlural(const xml::Element &unit, const InlineContent &content, const Context &context);

} // namespace verbale::conformance::xliff2
