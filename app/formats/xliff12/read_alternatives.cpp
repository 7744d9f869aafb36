#include "formats/share.h"
#include "formats/xliff12/names.h"
#include "formats/xliff12/parsed.h"

namespace verbale::xliff12 {

namespace {

using xml::Element;

/// "85", "85%", "85.5" and "0.85" say the same; "1" and less without a point is per cent.
double quality(QString text)
{
    text = text.trimmed();
    const bool percent = text.endsWith(u'%');
    if (percent)
        text.chop(1);
    bool ok = false;
    const double value = text.trimmed().toDouble(&ok);
    if (!ok)
        return 0;
    return bilingual::share(!percent && value <= 1 && text.contains(u'.') ? value : value / 100);
}

SuggestionKind kindOf(const Element &alternative, const Element &target)
{
    const QString qualifier = target.value(QLatin1String("state-qualifier"));
    const QString tool = alternative.value(QLatin1String("tool-id"));
    const QString origin = alternative.value(QLatin1String("origin")).toLower();
    if (tool == names::draftTool || qualifier == QLatin1String("leveraged-glossary"))
        return SuggestionKind::GlossaryDraft;
    if (qualifier == QLatin1String("leveraged-mt") || qualifier == QLatin1String("mt-suggestion") ||
        origin == QLatin1String("mt") || origin.startsWith(QLatin1String("mt-")) ||
        origin.startsWith(QLatin1String("machine")))
        return SuggestionKind::MachineTranslation;
    return SuggestionKind::MemoryMatch;
}

/// Reads the alternatives of one unit.
class Alternatives
{
public:
    Alternatives(const QString &targetLanguage, InlineReader &reader, ParsedUnit &parsed)
        : m_targetLanguage(targetLanguage), m_reader(reader), m_parsed(parsed)
    {
    }
    /// Whether it is shown.
    bool read(const Element &alternative);

private:
    [[nodiscard]] bool isForReading(const Element &alternative) const;
    bool readTarget(const Element &alternative, const Element &target, const QString &source);
    [[nodiscard]] qsizetype segmentOf(const QString &mid, const QString &source) const;
    void add(qsizetype segment, const Element &alternative, const Element &target, const Element &content);
    bool addMarks(const Element &alternative, const Element &target, const Element &content);

    const QString &m_targetLanguage;
    InlineReader &m_reader;
    ParsedUnit &m_parsed;
};

/// What was rejected, and what is there to compare with, proposes nothing.
bool Alternatives::isForReading(const Element &alternative) const
{
    const QString type = alternative.value(QLatin1String("alttranstype"));
    return type.isEmpty() || type == QLatin1String("proposal") || type == QLatin1String("accepted") ||
           type == QLatin1String("previous-version");
}

bool Alternatives::read(const Element &alternative)
{
    if (!isForReading(alternative))
        return false;
    QString source;
    for (const xml::Node &node : alternative.children) {
        if (node.element && isCore(*node.element, "source"))
            source = node.element->text();
    }
    bool shown = false;
    for (const xml::Node &node : alternative.children) {
        if (node.element && isCore(*node.element, "target"))
            shown = readTarget(alternative, *node.element, source) || shown;
    }
    return shown;
}

bool Alternatives::readTarget(const Element &alternative, const Element &target, const QString &source)
{
    QString language = target.value(names::xml, QLatin1String("lang"));
    if (language.isEmpty())
        language = alternative.value(names::xml, QLatin1String("lang"));
    const auto primary = [](const QString &tag) { return tag.section(u'-', 0, 0).toLower(); };
    if (!language.isEmpty() && !m_targetLanguage.isEmpty() && primary(language) != primary(m_targetLanguage))
        return false;
    if (addMarks(alternative, target, target))
        return true;
    const qsizetype segment = segmentOf(alternative.value(QLatin1String("mid")), source);
    if (segment < 0)
        return false;
    add(segment, alternative, target, target);
    return true;
}

qsizetype Alternatives::segmentOf(const QString &mid, const QString &source) const
{
    const QList<Segment> &segments = m_parsed.unit.segments;
    if (segments.size() == 1)
        return 0;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const bool named = !mid.isEmpty() && m_parsed.place.segments[i].mid == mid;
        if (named || (mid.isEmpty() && segments[i].source.text == source))
            return i;
    }
    return -1;
}

bool Alternatives::addMarks(const Element &alternative, const Element &target, const Element &content)
{
    bool found = false;
    for (const xml::Node &node : content.children) {
        if (!node.element)
            continue;
        if (!isSegmentMark(*node.element)) {
            found = addMarks(alternative, target, *node.element) || found;
            continue;
        }
        const qsizetype segment = segmentOf(node.element->value(QLatin1String("mid")), {});
        if (segment >= 0)
            add(segment, alternative, target, *node.element);
        found = true;
    }
    return found;
}

void Alternatives::add(qsizetype number, const Element &alternative, const Element &target,
                       const Element &content)
{
    Segment &segment = m_parsed.unit.segments[number];
    const auto isUntranslated = [](const Element &mark) {
        return mark.value(QLatin1String("mtype")) == names::untranslatedMark;
    };
    const LiftedText text = m_reader.read(content, isUntranslated, false);
    if (text.text.isEmpty())
        return;
    Suggestion suggestion;
    suggestion.segmentId = m_parsed.unit.fileId + u'/' + m_parsed.unit.id + u'/' + segment.id;
    suggestion.kind = kindOf(alternative, target);
    suggestion.text = text.text.text;
    for (const xliff::LiftedMark &mark : text.marks)
        suggestion.untranslated.append(mark.span);
    suggestion.origin = alternative.value(QLatin1String("origin"));
    if (suggestion.origin.isEmpty())
        suggestion.origin = alternative.value(QLatin1String("tool-id"));
    if (suggestion.origin.isEmpty())
        suggestion.origin = alternative.value(QLatin1String("tool"));
    if (alternative.value(QLatin1String("alttranstype")) == QLatin1String("previous-version"))
        suggestion.origin = suggestion.origin.isEmpty()
                                ? QStringLiteral("previous version")
                                : QStringLiteral("previous version, ") + suggestion.origin;
    suggestion.coverage = quality(alternative.value(QLatin1String("match-quality")));
    suggestion.complete = alternative.value(QLatin1String("extradata")) == names::complete;
    if (suggestion.complete && suggestion.kind == SuggestionKind::MachineTranslation &&
        alternative.value(QLatin1String("match-quality")).isEmpty())
        suggestion.coverage = 1;
    segment.suggestions.append(suggestion);
}

} // namespace

bool readAlternatives(const QList<const Element *> &alternatives, const QString &targetLanguage,
                      InlineReader &reader, ParsedUnit &parsed)
{
    Alternatives all(targetLanguage, reader, parsed);
    bool shown = true;
    for (const Element *alternative : alternatives)
        shown = all.read(*alternative) && shown;
    return shown;
}

} // namespace verbale::xliff12
