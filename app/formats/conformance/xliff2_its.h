#pragma once

#include "formats/conformance/xliff2_structure.h"

#include <QtCore/QSet>
#include <QtCore/QStringList>

namespace verbale::conformance::xliff2 {

/// What ITS markup has around it.
struct ItsScope
{
    bool hasVersion = false;
    bool hasScore = false;
    bool hasVote = false;
    QStringList annotated;    ///< the data categories that an its:annotatorsRef names
    QSet<QString> records;    ///< ids of its:provenanceRecords of the enclosing elements
    QSet<QString> unitIssues; ///< ids of its:locQualityIssues of the unit
    QSet<QString> unitRecords;

    /// With what `tag` declares.
    [[nodiscard]] ItsScope within(const xml::Element &tag) const;
};

/// The ids of ITS's elements, which have to be unique in the document, and those that are referred to.
struct ItsIds
{
    QSet<QString> all;
    QSet<QString> used;
};

/// The ITS attributes of one element; `scope` includes them.
void checkIts(const xml::Element &element, const ItsScope &scope, ItsIds &ids, const Context &context);

/// An element and all in it.
void checkItsTree(const xml::Element &element, const ItsScope &around, ItsIds &ids, const Context &context);

/// A unit, whose marks may refer to issues and records in it.
void checkItsOfUnit(const xml::Element &unit, const ItsScope &around, ItsIds &ids, const Context &context);

} // namespace verbale::conformance::xliff2
