#pragma once

#include "formats/patch_frame.h"
#include "formats/xliff/inline_reader.h"
#include "formats/xliff/xliff.h"

#include <QtCore/QHash>

#include <optional>
#include <vector>

namespace verbale::xliff {

/// Where an element stands in the file, in bytes; start < 0: there is none.
struct ElementPlace
{
    qint64 start = -1;
    qint64 startTagEnd = -1;
    qint64 endTagStart = -1;
    qint64 end = -1;
};

struct SegmentPlace
{
    ElementPlace segment;
    ElementPlace source;
    ElementPlace target;
    bool hasMoreTargets = false; ///< behind the first one, which is not valid
};

/// A segment or an ignorable of a unit, in the order of the file.
struct PartPlace
{
    SegmentPlace place;
    qsizetype segment = -1;  ///< its number in the unit; -1: an ignorable
    QString gap;             ///< of an ignorable: what gapAfter of the segment before it holds of it
    QList<LiftedMark> marks; ///< the term annotations of a segment's source
};

/// An element of a unit's modules that names a segment or an annotation.
struct Reference
{
    ElementPlace place;
    QString id;         ///< what its ref names
    QString entry;      ///< of a glossary entry: its own id
    bool draft = false; ///< of a match: a glossary draft
};

/// What patch() has to know of a unit whose segments are others than in the file.
struct UnitPlace
{
    ElementPlace unit;
    QList<PartPlace> parts;
    ElementPlace metadata; ///< the first one
    qsizetype metadataGroups = 0;
    ElementPlace boundaries; ///< our own groups in it
    ElementPlace offsets;
    ElementPlace noteSegments;
    ElementPlace notes;           ///< the first one
    QList<ElementPlace> noteList; ///< of each of the unit's notes
    ElementPlace matches;
    QList<Reference> matchList;
    QList<Reference> entries;
    QSet<QString> ids; ///< of everything in the unit
};

/// A <file> and where its metadata stands or would stand.
struct FilePlace
{
    QString id;
    qint64 content = -1; ///< where its notes, groups and units begin
    ElementPlace metadata;
    qsizetype metadataGroups = 0;
    ElementPlace leftOut;
};

/// What is remembered of a file for patch().
struct XliffIndex : bilingual::FileIndex
{
    ElementPlace root; ///< only its start tag
    QString coreNamespace;
    bool hasTargetLanguage = false;
    QList<FilePlace> files;
    QList<LeftOutLine> leftOut; ///< as the file has them
};

/// Names a thing whose name is missing or taken: `wanted`, or "s3", or "s3-2".
class UniqueNames
{
public:
    void reserve(const QString &name) { insert(name); }
    QString take(const QString &wanted, const QString &fallback);

private:
    bool insert(const QString &name);
    bool insertPrint(quint64 print);

    // Fingerprints, for there may be a million names.
    std::vector<quint64> m_inOrder; ///< of names that came in order so far
    std::vector<quint64> m_table;   ///< of all of them, once they do not; 0: free
    QString m_last;
    std::size_t m_count = 0;
    QHash<QString, int> m_numbers; ///< the last one given to a name that was taken
};

/// One unit of the file.
struct ParsedUnit
{
    Unit unit;
    UnitPlace place;                  ///< only for patch()
    QStringList foreign;              ///< namespaces of what is in it and not read
    qint64 segmentWithoutSource = -1; ///< its byte offset, when there is one
};

/// Where the unit `element` belongs, and what its surroundings say about it.
struct UnitFrame
{
    QString fileId;
    QString unitId;
    bool canResegment = true;
    bool wantsPlaces = false; ///< for patch()
};

/// Reads the unit `element`; whether it is to be translated is the caller's to say.
ParsedUnit readUnit(const xml::Element &element, const UnitFrame &frame, InlineReader &reader);

/// Reads the unit with the number `mark` of the index again, with its places.
Result<ParsedUnit> readUnitAgain(const OriginalBytes &bytes, const XliffIndex &index, std::size_t mark);

ElementPlace placeOf(const xml::Element *element);

/// "yes" or "no", or what the surroundings say.
bool saysYes(const xml::Element &element, QLatin1String attribute, bool otherwise);

/// The left-out lines in a metadata group of a file. `more`: how many were beyond what is kept.
QList<LeftOutLine> readLeftOut(const xml::Element &group, const QString &fileId, qint64 &more);

/// Entries of the unit's glossary, by the id of the annotation that they belong to.
class UnitGlossary
{
public:
    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    void read(const xml::Element &glossary);
    /// Whether the annotation (mrk or sm) marks a term that has an entry here.
    [[nodiscard]] bool knows(const xml::Element &annotation) const;
    /// The hit of the annotation with this id; knows() has been asked about it.
    [[nodiscard]] TermHit hit(const LiftedMark &mark) const;
    /// As knows(), of an annotation in the target: one that says no more than which of these hits of the
    /// source it carries.
    [[nodiscard]] bool carries(const xml::Element &annotation, const QList<LiftedMark> &ofSource) const;
    /// What the annotations of the target say of the hits of the source, of which `ofSource` are the marks.
    [[nodiscard]] QList<TermReceipt> receipts(const QList<LiftedMark> &ofTarget,
                                              const QList<LiftedMark> &ofSource, const QString &target) const;

private:
    [[nodiscard]] qsizetype entryOf(const xml::Element &annotation) const;

    QList<TermHit> m_entries;
    QList<QSet<QString>> m_nested; ///< of each entry: the annotations of nested hits
    QHash<QString, qsizetype> m_byId;
    QHash<QString, qsizetype> m_byAnnotation;
    mutable QHash<QString, qsizetype> m_marked;
};

} // namespace verbale::xliff
