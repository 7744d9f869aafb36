#pragma once

#include "formats/patch_frame.h"
#include "formats/xliff/parsed.h"
#include "formats/xliff12/flavour.h"
#include "formats/xliff12/inline_reader.h"

#include <functional>

namespace verbale::xliff12 {

using xliff::ElementPlace;

/// Where a segment of a unit with seg-source stands: its marks there and in the target.
struct SegmentPlace
{
    ElementPlace source;
    ElementPlace target;
    StatePlace state; ///< of its own (SDLXLIFF)
    QString mid;      ///< as the marks have it
    QString comment;  ///< of its mark in the target
};

/// What patch() has to know of a unit's notes.
struct NotePlaces
{
    struct Context
    {
        qsizetype note = 0; ///< which of the unit's notes it is about
        ElementPlace place;
    };
    QList<ElementPlace> notes; ///< the <note> elements: the first ones of the unit's notes
    ElementPlace contexts;     ///< the context-group that is our own
    QList<Context> about;      ///< what of it is about notes
    qsizetype others = 0;      ///< how many contexts it has that are not
};

/// What patch() has to know of a unit.
struct UnitPlace
{
    ElementPlace unit;
    ElementPlace source;
    ElementPlace segSource;
    ElementPlace target;
    bool isSegmented = false;    ///< seg-source holds its segments
    bool hasMoreTargets = false; ///< behind the first one, which is not valid
    StatePlace state;            ///< where its state is written
    states::TargetState attributes;
    QList<SegmentPlace> segments; ///< as in the unit; empty when it is not segmented
    NotePlaces notes;
};

struct ParsedUnit
{
    Unit unit;
    UnitPlace place;
    qint64 withoutSource = -1;       ///< its byte offset, when it has no source
    QString language;                ///< of its source, where that says it
    bool saysTargetLanguage = false; ///< its file names the target language
};

/// The glossary that a file of ours has for the marks of its terms, by the beginnings of their mids.
using TermEntries = QHash<QString, TermHit>;

/// Where a unit belongs, and what its surroundings say about it.
struct UnitFrame
{
    QString fileId;
    QString unitId;
    QString targetLanguage;
    QString context; ///< names of the groups around it
    bool translate = true;
    const TermEntries *terms = nullptr;
};

/// Reads units one after another.
class UnitReader
{
public:
    explicit UnitReader(const FileText &file) : m_markup(file), m_inline(m_markup) {}
    ParsedUnit read(const xml::Element &element, const UnitFrame &frame);

private:
    struct Children;
    void readPlain(const Children &children, ParsedUnit &parsed);
    bool readSegmented(const Children &children, ParsedUnit &parsed);
    void readPieces(const xml::Element &element, ParsedUnit &parsed, xliff::UniqueNames &ids);
    void readMark(const xml::Element &mark, ParsedUnit &parsed, xliff::UniqueNames &ids);
    void readTargetMarks(const xml::Element &element, ParsedUnit &parsed);
    void readTerms(Segment &segment, const LiftedText &text);
    [[nodiscard]] bool isTerm(const xml::Element &mark) const;

    SharedMarkup m_markup;
    InlineReader m_inline;
    UnitFrame m_frame;
};

/// The suggestions in a unit's alt-trans elements; whether one of them is kept but not shown.
bool readAlternatives(const QList<const xml::Element *> &alternatives, const QString &targetLanguage,
                      InlineReader &reader, ParsedUnit &parsed);

/// Notes, contexts and size limits of a unit, as notes; what a file of ours has put aside in its
/// context-group.
void readNotes(const xml::Element &element, const QString &groups, Unit &unit, NotePlaces &places);

ElementPlace placeOf(const xml::Element &element);

/// Where a <file> has what is our own in its header.
struct FilePlace
{
    QString id;
    qint64 start = -1;    ///< of its start tag
    ElementPlace leftOut; ///< the internal-file of its left-out lines
    qint64 tool = -1;     ///< where the first tool element begins: such lines can be put before it
    TermEntries terms;
};

/// What is remembered of a file for patch().
struct FileIndex : bilingual::FileIndex
{
    QList<FilePlace> files;
    QList<LeftOutLine> leftOut; ///< as the file has them
    [[nodiscard]] const FilePlace *fileOf(std::size_t mark) const;
};

/// Reads the unit with the number `mark` of the index again.
Result<ParsedUnit> readUnitAgain(const OriginalBytes &bytes, const FileIndex &index, std::size_t mark);

} // namespace verbale::xliff12
