#include "formats/conformance/values.h"
#include "formats/conformance/xliff2_modules.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace verbale::conformance::xliff2 {

namespace {

/// The elements of a unit that revisions may apply to: all but those of modules.
struct Tracked
{
    QSet<QString> ids;
    QHash<std::pair<QString, QString>, const xml::Element *> elements; ///< by name and id
    QHash<QString, int> named;                                         ///< how many of a name
    QHash<QString, int> nameless;                                      ///< how many of them have no id

    void add(const xml::Element &parent, const Context &context)
    {
        for (const xml::Node &node : parent.children) {
            if (!node.element || node.element->ns != context.core)
                continue;
            const xml::Element &element = *node.element;
            ++named[element.name];
            if (const QString *id = find(element, QLatin1String("id"))) {
                ids.insert(*id);
                elements.insert({element.name, *id}, &element);
            } else {
                ++nameless[element.name];
            }
            add(element, context);
        }
    }
};

void checkTarget(const xml::Element &revisions, const Tracked &tracked, const Context &context)
{
    const QString *appliesTo = find(revisions, QLatin1String("appliesTo"));
    const QString *reference = find(revisions, QLatin1String("ref"));
    if (appliesTo == nullptr)
        return;
    if (reference != nullptr && !tracked.ids.contains(*reference)) {
        context.sink.error(
            revisions.start, "revisions-reference", QStringLiteral("5.6.5.5 ref"),
            QStringLiteral("The revisions refer to \"%1\", and nothing in this unit has that id; "
                           "correct it.")
                .arg(*reference));
    } else if (reference == nullptr && tracked.named.value(*appliesTo) > 1 &&
               tracked.nameless.value(*appliesTo) == 0) {
        context.sink.error(
            revisions.start, "revisions-without-reference", QStringLiteral("5.6.4.3 revisions"),
            QStringLiteral("The unit has several <%1> with ids, so the revisions say by ref to which "
                           "they apply; add it.")
                .arg(*appliesTo));
    }
}

/// What a property may name: the content, or an attribute of what the revisions apply to.
void checkProperty(const xml::Element &item, const xml::Element *element, const Context &context)
{
    const QString *property = find(item, QLatin1String("property"));
    if (property == nullptr || element == nullptr || *property == QLatin1String("content"))
        return;
    const QStringView name = QStringView(*property).sliced(property->lastIndexOf(u':') + 1);
    const bool isThere =
        std::any_of(element->attributes.begin(), element->attributes.end(),
                    [name](const xml::Attribute &attribute) { return attribute.name == name; });
    if (!isThere) {
        context.sink.error(
            item.start, "unknown-property", QStringLiteral("5.6.5.6 property"),
            QStringLiteral("The property \"%1\" is neither \"content\" nor an attribute of the element "
                           "that is tracked; correct it.")
                .arg(*property));
    }
}

template <typename Visit>
void forChildren(const xml::Element &parent, QLatin1String name, const Context &context, Visit visit)
{
    for (const xml::Node &node : parent.children) {
        if (node.element && context.is(*node.element, Space::Change, name))
            visit(*node.element);
    }
}

/// The forms of NOTE-datetime: a year, with a month, with a day, with a time and its zone. What is left out
/// is filled in, so that the whole can be looked up in the calendar.
bool isPointInTime(const QString &value)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{4}(?:-\\d\\d(?:-\\d\\d)?)?)(?:T(\\d\\d:\\d\\d)"
                                                        "(:\\d\\d(?:\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d))?$"));
    const QRegularExpressionMatch match = form.match(value);
    if (!match.hasMatch())
        return false;
    const QString day = match.captured(1);
    const QString whole = day + QStringLiteral("0000-01-01").sliced(day.size());
    const QString hour = match.captured(2);
    if (hour.isEmpty())
        return isDate(whole.toStdString());
    const QString seconds = match.captured(3).isEmpty() ? QStringLiteral(":00") : match.captured(3);
    return whole == day && isDateTime((day + u'T' + hour + seconds + match.captured(4)).toStdString());
}

void checkRevision(const xml::Element &revision, const Context &context)
{
    const QString *datetime = find(revision, QLatin1String("datetime"));
    if (datetime != nullptr && !isPointInTime(*datetime)) {
        context.sink.warning(
            revision.start, "revision-date", QStringLiteral("5.6.5.4 datetime"),
            QStringLiteral("\"%1\" is no date of ISO 8601 (\"2026-11-22T09:30:00+07:00\"); correct "
                           "it.")
                .arg(datetime->left(80)));
    }
    QSet<QString> properties;
    forChildren(revision, QLatin1String("item"), context, [&](const xml::Element &item) {
        const QString *property = find(item, QLatin1String("property"));
        if (property == nullptr)
            return;
        if (properties.contains(*property)) {
            context.sink.error(
                item.start, "repeated-property", QStringLiteral("5.6.5.6 property"),
                QStringLiteral("The revision states the property \"%1\" twice; keep one.").arg(*property));
        }
        properties.insert(*property);
    });
}

} // namespace

void checkRevisions(const xml::Element &changeTrack, const Context &context)
{
    forChildren(changeTrack, QLatin1String("revisions"), context, [&](const xml::Element &revisions) {
        QSet<QString> versions;
        forChildren(revisions, QLatin1String("revision"), context, [&](const xml::Element &revision) {
            if (const QString *version = find(revision, QLatin1String("version")))
                versions.insert(*version);
            checkRevision(revision, context);
        });
        const QString *current = find(revisions, QLatin1String("currentVersion"));
        if (current != nullptr && !versions.contains(*current)) {
            context.sink.error(
                revisions.start, "unknown-version", QStringLiteral("5.6.5.3 currentVersion"),
                QStringLiteral("currentVersion is \"%1\", the version of none of the revisions; "
                               "correct it.")
                    .arg(*current));
        }
    });
}

void checkChanges(const std::vector<const xml::Element *> &changeTracks, const UnitScope &scope)
{
    if (changeTracks.empty())
        return;
    const Context &context = scope.context();
    Tracked tracked;
    tracked.add(scope.unit(), context);
    const auto checkOne = [&](const xml::Element &revisions) {
        checkTarget(revisions, tracked, context);
        const QString *appliesTo = find(revisions, QLatin1String("appliesTo"));
        const QString *reference = find(revisions, QLatin1String("ref"));
        const xml::Element *element = appliesTo != nullptr && reference != nullptr
                                          ? tracked.elements.value({*appliesTo, *reference})
                                          : nullptr;
        if (element == nullptr)
            return;
        forChildren(revisions, QLatin1String("revision"), context, [&](const xml::Element &revision) {
            forChildren(revision, QLatin1String("item"), context,
                        [&](const xml::Element &item) { checkProperty(item, element, context); });
        });
    };
    for (const xml::Element *changeTrack : changeTracks) {
        checkRevisions(*changeTrack, context);
        forChildren(*changeTrack, QLatin1String("revisions"), context, checkOne);
    }
}

} // namespace verbale::conformance::xliff2
