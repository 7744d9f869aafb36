#include "formats/losses/model_losses.h"

#include "formats/xliff/unit_codes.h"
#include "xml/characters.h"

#include <algorithm>
#include <cstdlib>

namespace verbale {

namespace {

bool holdsForbidden(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar unit) {
        return !unit.isSurrogate() && !xml::isXmlCharacter(unit.unicode());
    });
}

/// Goes through a document once and asks of each part what the format does to it.
class Judge
{
public:
    Judge(const Document &document, const QString &format) : m_document(document), m_format(format) {}

    QList<Loss> losses()
    {
        for (const Unit &unit : m_document.units) {
            m_unit = unit.fileId + u'/' + unit.id;
            if (m_format.startsWith(QLatin1String("xliff-2")))
                toXliff2(unit);
            else if (m_format == QLatin1String("xliff-1.2"))
                toXliff12(unit);
            else if (m_format == QLatin1String("target"))
                toTarget(unit);
            else
                toTable(unit);
        }
        wholeDocument();
        return m_losses.all();
    }

private:
    void toXliff2(const Unit &unit);
    void toXliff12(const Unit &unit);
    void toTarget(const Unit &unit);
    void toTable(const Unit &unit);
    void wholeDocument();
    void count(const char *code, const char *message, qsizetype count = 1)
    {
        m_losses.add(code, QString::fromLatin1(message), m_unit, count);
    }

    const Document &m_document;
    const QString &m_format;
    QString m_unit;
    LossList m_losses;
};

void Judge::toXliff2(const Unit &unit)
{
    if (!unit.id.isEmpty() && !xml::isNmtoken(unit.id))
        count("unit-ids",
              "Ids of units with characters that XLIFF 2 does not allow in them are changed; the old "
              "id is kept as the unit's name.");
    for (const Note &note : unit.notes) {
        if (holdsForbidden(note.text))
            count("forbidden-characters", "Characters that XML does not allow become U+FFFD in notes.");
    }
    const bool fromElsewhere = !m_document.originalFormat.startsWith(QLatin1String("xliff-2"));
    for (const Segment &segment : unit.segments) {
        if (fromElsewhere && !m_document.originalFormat.isEmpty()) {
            count("codes-converted",
                  "Inline codes are written as pc, ph, sc and ec, their content as original data.",
                  segment.source.codes.size() + segment.target.codes.size());
            if (!segment.mergesWithNext)
                count("gap-codes", "Inline codes between segments are not kept.");
        }
        qsizetype annotations = 0;
        for (const InlineText *text : {&segment.source, &segment.target}) {
            qsizetype open = 0;
            for (const InlineCode &code : text->codes) {
                const xliff::CodeFacts facts = xliff::factsOf(code);
                if (facts.form == xliff::CodeFacts::Form::Annotation && !facts.isEmptyPair)
                    open += facts.kind == InlineCode::Kind::Opening ? 1 : -1;
            }
            annotations += open;
        }
        count("annotations", "Annotations without their end are left out.", std::abs(annotations));
    }
}

void Judge::toXliff12(const Unit &unit)
{
    for (const Segment &segment : unit.segments) {
        for (const InlineText *text : {&segment.source, &segment.target}) {
            for (const InlineCode &code : text->codes) {
                if (!code.canDelete || !code.canReorder)
                    count("code-hints", "XLIFF 1.2 cannot say that a code must not be deleted or moved.");
                if (holdsForbidden(code.data.get()))
                    count("forbidden-characters",
                          "Characters that XML does not allow become U+FFFD in what codes stand for.");
            }
            if (holdsForbidden(text->text))
                count("forbidden-characters", "Characters that XML does not allow become codes.");
        }
        if (!segment.hasTarget && !segment.subState.isEmpty())
            count("sub-states",
                  "XLIFF 1.2 has states of targets alone: that of a segment without one is not kept.");
        if (!segment.receipts.isEmpty())
            count("target-terms", "Where targets carry terms is not kept.", segment.receipts.size());
        if (!segment.canResegment)
            count("resegmentation", "XLIFF 1.2 cannot forbid another segmentation.");
    }
}

void Judge::toTarget(const Unit &unit)
{
    for (const Segment &segment : unit.segments) {
        const bool own = unit.language.isEmpty() || unit.language != m_document.targetLanguage;
        if (own && unit.translate && (!segment.hasTarget || segment.target.text.trimmed().isEmpty()) &&
            !segment.source.text.trimmed().isEmpty())
            count("untranslated", "Segments without a translation are given in the source language.");
        const InlineText &text = segment.hasTarget ? segment.target : segment.source;
        count("codes", "Inline codes have no place in a plain text.", text.codes.size());
    }
}

void Judge::toTable(const Unit &unit)
{
    for (const Segment &segment : unit.segments) {
        count("terms", "Terms are not in the table.", segment.terms.size());
        count("suggestions", "Suggestions are not in the table.", segment.suggestions.size());
    }
}

void Judge::wholeDocument()
{
    m_unit.clear();
    if (!m_format.startsWith(QLatin1String("xliff-")))
        count("left-out", "Lines that were left out of the document are not kept.",
              m_document.leftOut.size());
}

} // namespace

QList<Loss> modelLosses(const Document &document, const QString &format)
{
    return Judge(document, format).losses();
}

} // namespace verbale
