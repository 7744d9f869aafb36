#pragma once

#include "formats/xliff/inline_reader.h"
#include "formats/xliff/xliff.h"

#include <QtCore/QHash>

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
};

/// A file as read, and where in its bytes the parts stand that patch() may change.
struct Parsed
{
    ReadXliff result; ///< document.originalBytes is not set
    xml::Encoding encoding = xml::Encoding::Utf8;
    ElementPlace root; ///< only its start tag
    bool hasTargetLanguage = false;
    QList<QList<SegmentPlace>> places; ///< [unit][segment], as in result.document
};

Result<Parsed> parseXliff(const QByteArray &bytes, const QString &fileName);

/// Names a thing whose name is missing or taken: `wanted`, or "s3", or "s3-2".
class UniqueNames
{
public:
    void reserve(const QString &name) { m_taken.insert(name); }
    QString take(const QString &wanted, const QString &fallback);

private:
    QSet<QString> m_taken;
};

/// One unit of the file.
struct ParsedUnit
{
    Unit unit;
    QList<SegmentPlace> places;
    QStringList foreign;              ///< namespaces of what is in it and not read
    qint64 segmentWithoutSource = -1; ///< its byte offset, when there is one
};

/// Reads the unit `element`; whether it is to be translated is the caller's to say.
ParsedUnit readUnit(const xml::Element &element, const QString &fileId, const QString &unitId,
                    const FileText &file);

/// Entries of the unit's glossary, by the id of the annotation that they belong to.
class UnitGlossary
{
public:
    void read(const xml::Element &glossary);
    /// Whether the annotation (mrk or sm) marks a term that has an entry here.
    [[nodiscard]] bool knows(const xml::Element &annotation) const;
    /// The hit of the annotation with this id; knows() has been asked about it.
    [[nodiscard]] TermHit hit(const LiftedMark &mark) const;

private:
    [[nodiscard]] qsizetype entryOf(const xml::Element &annotation) const;

    QList<TermHit> m_entries;
    QList<QSet<QString>> m_nested; ///< of each entry: the annotations of nested hits
    QHash<QString, qsizetype> m_byId;
    QHash<QString, qsizetype> m_byAnnotation;
    mutable QHash<QString, qsizetype> m_marked;
};

} // namespace verbale::xliff
