#pragma once

#include "formats/conformance/xliff2_structure.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <vector>

namespace verbale::conformance::xliff2 {

enum class Kind : quint8 { Ph, Pc, Sc, Ec, Mrk, Sm, Em, Cp };

/// An inline element of a source or a target, as the text runs.
struct Code
{
    const xml::Element *element = nullptr;
    const xml::Element *parent = nullptr;
    Kind kind = Kind::Ph;
    int part = 0;
    const QString *id = nullptr;
    const QString *startRef = nullptr;

    [[nodiscard]] bool isAnnotation() const
    {
        return kind == Kind::Mrk || kind == Kind::Sm || kind == Kind::Em;
    }
    [[nodiscard]] bool isCode() const { return !isAnnotation() && kind != Kind::Cp; }
};

/// A segment or ignorable of a unit, or the source and target of a translation candidate.
struct Part
{
    const xml::Element *element = nullptr;
    const xml::Element *source = nullptr;
    const xml::Element *target = nullptr;
    bool isSegment = false;
};

/// The inline content that shares one scope of ids: a unit's or a candidate's.
struct InlineContent
{
    const xml::Element *owner = nullptr;
    bool isMatch = false;
    std::vector<Part> parts;
    std::vector<Code> source;
    std::vector<Code> target;
    QSet<QString> data;                  ///< ids in originalData
    QSet<QString> notes;                 ///< ids of the unit's notes
    QSet<QString> partIds;               ///< of segments and ignorables
    QHash<QString, qsizetype> sourceIds; ///< of codes to their place in `source`, the first of each id
    QHash<QString, qsizetype> targetIds;

    [[nodiscard]] const Code *inSource(const QString &id) const;
    [[nodiscard]] const Code *inTarget(const QString &id) const;
    [[nodiscard]] bool hasTarget() const;
};

InlineContent contentOfUnit(const xml::Element &unit, const Context &context);
InlineContent contentOfMatch(const xml::Element &match, const Context &context);

/// What is inherited by a unit.
struct Inherited
{
    QString language; ///< an xml:lang above; empty: none
    bool preserves = false;
};

/// Ids within the content (4.3.1.21).
void checkIds(const InlineContent &content, const Context &context);
/// Codes: their data, types, pairs and copies (4.2.3, 4.7.2).
void checkCodes(const InlineContent &content, const Context &context);
/// canReorder, canDelete and what targets have to keep (4.7.2.6).
void checkEditingHints(const InlineContent &content, const Context &context);
/// Segments: states, order, languages, white space (4.2.2, 4.8).
void checkSegments(const InlineContent &content, const Inherited &inherited, const Context &context);
/// mrk, sm and em (4.7.3), but for what they refer to.
void checkAnnotations(const InlineContent &content, const Context &context);
/// The ids of data, and the characters in them.
void checkData(const xml::Element &originalData, const Context &context);
/// cp (4.7.1.1), in originalData too.
void checkCharacter(const xml::Element &cp, const Context &context);

} // namespace verbale::conformance::xliff2
