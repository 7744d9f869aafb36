#include "document/segmentation.h"
#include "formats/xliff12/names.h"
#include "formats/xliff12/parsed.h"

namespace verbale::xliff12 {

namespace {

using xml::Element;

/// What a file of ours says in a unit's context-group.
class OwnContexts
{
public:
    void read(const Element &group);
    void apply(Unit &unit) const;

private:
    struct Line
    {
        QString type;
        QString text;
    };
    static void setOffsets(Unit &unit, const QString &text);
    static void setNote(Unit &unit, const QString &text);
    static void setBoundary(Unit &unit, const QString &source, const Line &line);
    QList<Line> m_lines;
};

void OwnContexts::read(const Element &group)
{
    for (const xml::Node &node : group.children) {
        if (node.element && isCore(*node.element, "context"))
            m_lines.append({node.element->value(QLatin1String("context-type")), node.element->text()});
    }
}

void OwnContexts::apply(Unit &unit) const
{
    const QString source = m_lines.isEmpty() ? QString() : unitSource(unit).text;
    for (const Line &line : m_lines) {
        if (line.type == names::offsetsContext) {
            setOffsets(unit, line.text);
        } else if (line.type == names::noteContext) {
            setNote(unit, line.text);
        } else if (line.type == names::broughtBackContext) {
            unit.line = std::max<qint64>(0, line.text.section(u' ', 0, 0).toLongLong());
            unit.broughtBackFrom = line.text.section(u' ', 1);
        } else {
            setBoundary(unit, source, line);
        }
    }
}

void OwnContexts::setOffsets(Unit &unit, const QString &text)
{
    const QStringList parts = text.split(u' ');
    if (parts.size() != 3)
        return;
    for (Segment &segment : unit.segments) {
        if (segment.id != parts[0])
            continue;
        segment.sourceStart = std::max<qint64>(-1, parts[1].toLongLong());
        segment.sourceEnd = std::max<qint64>(-1, parts[2].toLongLong());
    }
}

void OwnContexts::setNote(Unit &unit, const QString &text)
{
    const auto field = [&text](int number) {
        const QString value = text.section(u' ', number, number);
        return value == QLatin1String("-")
                   ? QString()
                   : QString::fromUtf8(QByteArray::fromPercentEncoding(value.toUtf8()));
    };
    const qsizetype number = field(0).toLongLong();
    if (number < 0 || number >= unit.notes.size())
        return;
    Note &note = unit.notes[number];
    note.segmentId = field(1);
    note.category = field(2);
    note.id = field(3);
}

void OwnContexts::setBoundary(Unit &unit, const QString &source, const Line &line)
{
    const bool splits = line.type == names::splitContext;
    const qsizetype points = line.text.toLongLong();
    if ((!splits && line.type != names::joinContext) || points <= 0 || points > source.size())
        return;
    const qsizetype position = utf16Position(source, points);
    if (position > 0 && position < source.size())
        decideBoundary(unit.boundaries.edit(), {position, splits});
}

QString sizeLimit(const Element &element)
{
    QStringList limits;
    for (const char *name : {"maxwidth", "maxheight"}) {
        const QString value = element.value(QLatin1String(name));
        const QString unit = element.value(QLatin1String("size-unit"));
        if (!value.isEmpty())
            limits << QStringLiteral("%1 %2 %3")
                          .arg(QLatin1String(name), value, unit.isEmpty() ? QStringLiteral("pixel") : unit);
    }
    if (const QString bytes = element.value(QLatin1String("maxbytes")); !bytes.isEmpty())
        limits << QStringLiteral("maxbytes %1").arg(bytes);
    return limits.join(QLatin1String(", "));
}

void addNote(Unit &unit, const char *category, const QString &text)
{
    if (text.isEmpty())
        return;
    Note note;
    note.category = QLatin1String(category);
    note.text = text;
    unit.notes.append(note);
}

Note noteOf(const Element &element)
{
    Note note;
    note.text = element.text();
    note.author = element.value(QLatin1String("from"));
    const int priority = element.value(QLatin1String("priority")).toInt();
    note.priority = priority >= 1 && priority <= 10 ? priority : 0;
    const QString annotates = element.value(QLatin1String("annotates"));
    if (annotates == QLatin1String("source") || annotates == QLatin1String("target"))
        note.appliesTo = annotates;
    return note;
}

QString contextsOf(const Element &group)
{
    QStringList contexts;
    for (const xml::Node &node : group.children) {
        if (!node.element || !isCore(*node.element, "context"))
            continue;
        const QString type = node.element->value(QLatin1String("context-type"));
        const QString text = node.element->text().trimmed();
        if (!text.isEmpty())
            contexts << (type.isEmpty() ? text : type + QLatin1String(": ") + text);
    }
    return contexts.join(u'\n');
}

void notePlaces(const Element &group, NotePlaces &places)
{
    places.contexts = placeOf(group);
    for (const xml::Node &node : group.children) {
        if (!node.element)
            continue;
        if (node.element->value(QLatin1String("context-type")) == names::noteContext)
            places.about.append(
                {node.element->text().section(u' ', 0, 0).toLongLong(), placeOf(*node.element)});
        else
            ++places.others;
    }
}

} // namespace

void readNotes(const Element &element, const QString &groups, Unit &unit, NotePlaces &places)
{
    OwnContexts own;
    QStringList contexts;
    for (const xml::Node &node : element.children) {
        if (!node.element)
            continue;
        const Element &child = *node.element;
        if (isCore(child, "note")) {
            unit.notes.append(noteOf(child));
            places.notes.append(placeOf(child));
        } else if (isCore(child, "context-group") &&
                   child.value(QLatin1String("purpose")) == names::ownPurpose) {
            own.read(child);
            notePlaces(child, places);
        } else if (isCore(child, "context-group")) {
            contexts << contextsOf(child);
        }
    }
    own.apply(unit);
    QString name = element.value(QLatin1String("resname"));
    if (!groups.isEmpty())
        name = name.isEmpty() ? groups : groups + QLatin1String(" / ") + name;
    contexts.prepend(name);
    contexts.removeAll(QString());
    addNote(unit, "context", contexts.join(u'\n'));
    addNote(unit, "size", sizeLimit(element));
}

} // namespace verbale::xliff12
