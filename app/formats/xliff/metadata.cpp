#include "formats/xliff/metadata.h"

#include "document/segmentation.h"
#include "formats/xliff/names.h"
#include "xml/characters.h"

namespace verbale::xliff {

namespace {

constexpr qsizetype maximumLines = 5000;
constexpr qsizetype maximumText = 1024 * 1024;

/// Collects the metas of one group.
class Group
{
public:
    Group(QLatin1String category, const MetaStyle &style) : m_category(category), m_style(style) {}

    void add(const QString &type, const QString &text)
    {
        const QString step = m_style.lineEnd.isEmpty() ? QString() : QStringLiteral("  ");
        m_metas += m_style.indent + step + QLatin1Char('<') + m_style.prefix + QLatin1String("meta");
        xml::appendAttribute(m_metas, u"type", type);
        m_metas += QLatin1Char('>');
        xml::appendText(m_metas, text,
                        {{}, m_style.lineEnd.isEmpty() ? QStringLiteral("\n") : m_style.lineEnd});
        m_metas += QLatin1String("</") + m_style.prefix + QLatin1String("meta>") + m_style.lineEnd;
    }

    [[nodiscard]] QString xml() const
    {
        if (m_metas.isEmpty())
            return {};
        const QString name = m_style.prefix + QLatin1String("metaGroup");
        return m_style.indent + QLatin1Char('<') + name + QLatin1String(" category=\"") + m_category +
               QLatin1String("\">") + m_style.lineEnd + m_metas + m_style.indent + QLatin1String("</") +
               name + QLatin1Char('>') + m_style.lineEnd;
    }

private:
    QLatin1String m_category;
    const MetaStyle &m_style;
    QString m_metas;
};

} // namespace

QString offsetsGroup(const Unit &unit, const QStringList &ids, const MetaStyle &style)
{
    Group group(names::offsetsCategory, style);
    for (qsizetype i = 0; i < unit.segments.size(); ++i) {
        const Segment &segment = unit.segments[i];
        if (segment.sourceStart >= 0 || segment.sourceEnd >= 0)
            group.add(ids[i], QString::number(segment.sourceStart) + QLatin1Char(' ') +
                                  QString::number(segment.sourceEnd));
    }
    return group.xml();
}

QString noteSegmentsGroup(const Unit &unit, const QStringList &noteIds, const MetaStyle &style)
{
    Group group(names::notesCategory, style);
    for (qsizetype i = 0; i < unit.notes.size(); ++i) {
        if (!unit.notes[i].segmentId.isEmpty())
            group.add(noteIds[i], unit.notes[i].segmentId);
    }
    return group.xml();
}

QString noteAuthorsGroup(const Unit &unit, const QStringList &noteIds, const MetaStyle &style)
{
    Group group(names::authorsCategory, style);
    for (qsizetype i = 0; i < unit.notes.size(); ++i) {
        if (!unit.notes[i].author.isEmpty())
            group.add(noteIds[i], unit.notes[i].author);
    }
    return group.xml();
}

QString provenanceGroup(const QString &tool, const MetaStyle &style)
{
    Group group(names::provenanceCategory, style);
    group.add(names::provenanceTool, tool);
    return group.xml();
}

QString boundariesGroup(const Unit &unit, const MetaStyle &style)
{
    Group group(names::boundariesCategory, style);
    if (!unit.boundaries.isEmpty()) {
        const QString text = unitSource(unit).text;
        for (const BoundaryDecision &decision : unit.boundaries)
            group.add(decision.splits ? names::splitHere : names::joinHere,
                      QString::number(codePointCount(QStringView(text).first(decision.position))));
    }
    return group.xml();
}

QString broughtBackGroup(const Unit &unit, const MetaStyle &style)
{
    Group group(names::broughtBackCategory, style);
    if (!unit.broughtBackFrom.isEmpty()) {
        group.add(QStringLiteral("class"), unit.broughtBackFrom);
        group.add(QStringLiteral("line"), QString::number(unit.line));
    }
    return group.xml();
}

QString leftOutGroup(const QList<LeftOutLine> &lines, const MetaStyle &style)
{
    Group group(names::leftOutCategory, style);
    qsizetype size = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const LeftOutLine &line = lines[i];
        size += line.text.size();
        if (i >= maximumLines || size > maximumText) {
            group.add(names::moreLeftOut, QString::number(lines.size() - i));
            break;
        }
        QString reason = line.reason.isEmpty() ? QStringLiteral("none") : line.reason;
        group.add(QStringLiteral("%1 %2 %3 %4")
                      .arg(line.line)
                      .arg(line.start)
                      .arg(line.end)
                      .arg(reason.replace(u' ', u'-')),
                  line.text);
    }
    return group.xml();
}

} // namespace verbale::xliff
