#include "formats/tmx/write_document.h"

#include "formats/tmx/write_tmx.h"

namespace verbale::tmx {

namespace {

TmxDetail property(const QString &type, const QString &text)
{
    return {TmxDetail::Kind::Property, type, text, {}, {}};
}

QString languageOr(const QString &language, QLatin1String otherwise)
{
    return language.isEmpty() ? QString(otherwise) : language;
}

TmxHeader headerOf(const Document &document, const TmxExportOptions &options)
{
    TmxHeader header;
    const auto set = [&header](const char *name, const QString &value) {
        header.attributes.set(QLatin1String(name), value);
    };
    set("creationtool", QStringLiteral("Verbale"));
    set("creationtoolversion", languageOr(options.toolVersion, QLatin1String("unknown")));
    set("segtype", QStringLiteral("sentence"));
    set("o-tmf", languageOr(document.originalFormat, QLatin1String("verbale")));
    set("adminlang", QStringLiteral("en"));
    set("srclang", languageOr(document.sourceLanguage, QLatin1String("und")));
    set("datatype", document.originalFormat.isEmpty() ? QStringLiteral("plaintext") : QStringLiteral("xml"));
    if (options.date.isValid())
        set("creationdate", dateText(options.date));
    set("creationid", options.author);
    if (!document.originalName.isEmpty())
        header.details.append(property(QStringLiteral("x-document"), document.originalName));
    return header;
}

void appendNotes(QList<TmxDetail> &details, const Unit &unit, const Segment &segment)
{
    for (const Note &note : unit.notes) {
        if (!note.segmentId.isEmpty() && note.segmentId != segment.id)
            continue;
        details.append({TmxDetail::Kind::Note, {}, note.text, {}, {}});
        if (!note.author.isEmpty())
            details.append(property(QStringLiteral("x-note-author"), note.author));
        if (!note.category.isEmpty())
            details.append(property(QStringLiteral("x-note-category"), note.category));
        if (note.priority > 0)
            details.append(property(QStringLiteral("x-note-priority"), QString::number(note.priority)));
    }
}

TmxUnit unitOf(const Document &document, const SegmentRef &ref)
{
    const Unit &unit = document.units[ref.unit];
    const Segment &segment = document.at(ref);
    TmxUnit result;
    result.attributes.set(QStringLiteral("tuid"), document.segmentKey(ref));
    result.attributes.set(QStringLiteral("srclang"), unit.language);
    result.details.append(property(QStringLiteral("x-state"), stateName(segment.state)));
    if (!segment.subState.isEmpty())
        result.details.append(property(QStringLiteral("x-sub-state"), segment.subState));
    if (!unit.type.isEmpty())
        result.details.append(property(QStringLiteral("x-unit-type"), unit.type));
    appendNotes(result.details, unit, segment);
    TmxVariant source;
    source.language = languageOr(unit.language.isEmpty() ? document.sourceLanguage : unit.language.get(),
                                 QLatin1String("und"));
    source.text = segment.source;
    TmxVariant target;
    target.language = languageOr(document.targetLanguage, QLatin1String("und"));
    target.text = segment.target;
    result.variants = {source, target};
    return result;
}

/// What of a document TMX does not hold, as far as there is some of it.
class Losses
{
public:
    void look(const Unit &unit) { m_leftUntranslated += unit.translate ? 0 : 1; }
    void look(const Segment &segment)
    {
        m_terms += segment.terms.size();
        m_suggestions += segment.suggestions.size();
    }
    [[nodiscard]] QStringList sentences(const Document &document) const
    {
        QStringList result;
        if (m_terms > 0)
            result.append(QStringLiteral("Marked terms are not in TMX: %1.").arg(m_terms));
        if (m_suggestions > 0)
            result.append(QStringLiteral("Suggestions are not in TMX: %1.").arg(m_suggestions));
        if (m_leftUntranslated > 0)
            result.append(QStringLiteral("That a paragraph is not to be translated is not in TMX: %1.")
                              .arg(m_leftUntranslated));
        if (!document.leftOut.isEmpty())
            result.append(
                QStringLiteral("Lines that were left out are not in TMX: %1.").arg(document.leftOut.size()));
        return result;
    }

private:
    qsizetype m_terms = 0;
    qsizetype m_suggestions = 0;
    qsizetype m_leftUntranslated = 0;
};

} // namespace

Result<TmxExport> writeTmx(const Document &document, QIODevice &device, const TmxExportOptions &options)
{
    TmxExport result;
    TmxWriter writer(device, options.fileName);
    if (const Result<void> begun = writer.begin(headerOf(document, options)); !begun)
        return begun.error();
    Losses losses;
    for (qsizetype unit = 0; unit < document.units.size(); ++unit) {
        losses.look(document.units[unit]);
        for (qsizetype number = 0; number < document.units[unit].segments.size(); ++number) {
            const Segment &segment = document.units[unit].segments[number];
            losses.look(segment);
            if (!segment.hasTarget || segment.target.text.trimmed().isEmpty()) {
                ++result.withoutTarget;
            } else if (options.onlyConfirmed && segment.state == SegmentState::Initial) {
                ++result.unconfirmed;
            } else if (const Result<void> written = writer.write(unitOf(document, {unit, number}));
                       !written) {
                return written.error();
            }
        }
    }
    if (const Result<void> ended = writer.end(); !ended)
        return ended.error();
    result.units = writer.units();
    result.losses = losses.sentences(document) + writer.losses();
    return result;
}

} // namespace verbale::tmx
