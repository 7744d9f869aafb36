#include "formats/conformance/xliff2_references.h"

#include "formats/conformance/xliff2_values.h"

#include <algorithm>
#include <array>

namespace verbale::conformance::xliff2 {

namespace {

constexpr QChar cut(u'\x1f');

/// Finds the fault of a local reference's form and reports it.
bool isWellFormed(const xml::Element &element, const QString &reference, Fragment &fragment,
                  const Context &context)
{
    QString fault;
    fragment = parseFragment(QStringView(reference).sliced(1), fault);
    if (fault.isEmpty())
        return true;
    context.sink.error(
        element.start, "invalid-fragment", QStringLiteral("3 Fragment Identification"),
        QStringLiteral("The reference \"%1\" is no fragment identifier: %2.").arg(reference, fault));
    return false;
}

void checkComment(const Code &code, const QString &reference, const UnitScope &scope)
{
    const Context &context = scope.context();
    Fragment fragment;
    if (isLocal(reference) && !isWellFormed(*code.element, reference, fragment, context))
        return;
    if (isLocal(reference) && fragment.prefix == QLatin1String("n") && scope.find(fragment) == Found::NotText)
        return;
    context.sink.error(
        code.element->start, "comment-without-note", QStringLiteral("4.7.3.1.3 Comment Annotation"),
        QStringLiteral("The comment refers to \"%1\", which is no note of this unit; refer to one "
                       "(\"#n=ID\").")
            .arg(reference));
}

void checkAnnotationReference(const Code &code, const UnitScope &scope)
{
    const QString *reference = find(*code.element, QLatin1String("ref"));
    if (reference == nullptr)
        return;
    const QString *type = find(*code.element, QLatin1String("type"));
    if (type != nullptr && *type == QLatin1String("comment")) {
        checkComment(code, *reference, scope);
        return;
    }
    Fragment fragment;
    if (!isLocal(*reference) || !isWellFormed(*code.element, *reference, fragment, scope.context()))
        return;
    const Found found = scope.find(fragment);
    const QString section = QStringLiteral("4.3.1.27 ref");
    if (found == Found::No) {
        scope.context().sink.warning(
            code.element->start, "dangling-reference", section,
            QStringLiteral("The reference \"%1\" leads to nothing in this unit; correct it.")
                .arg(*reference));
    } else if (found == Found::Elsewhere) {
        scope.references().use(scope.place(), code.element->start, section, *reference, fragment);
    }
}

void checkSubFlows(const Code &code, const UnitScope &scope)
{
    constexpr std::array names{QLatin1String("subFlows"), QLatin1String("subFlowsStart"),
                               QLatin1String("subFlowsEnd")};
    for (const QLatin1String name : names) {
        const QString *units = find(*code.element, name);
        if (units == nullptr)
            continue;
        for (const QStringView unit : wordsOf(*units))
            scope.references().useUnit(scope.place(), code.element->start, name, unit.toString());
    }
}

void checkNotes(const UnitScope &scope)
{
    const Context &context = scope.context();
    for (const xml::Node &node : scope.unit().children) {
        if (!node.element || !context.is(*node.element, QLatin1String("notes")))
            continue;
        for (const xml::Node &child : node.element->children) {
            const QString *reference = child.element ? find(*child.element, QLatin1String("ref")) : nullptr;
            Fragment fragment;
            if (reference == nullptr || !isLocal(*reference) ||
                !isWellFormed(*child.element, *reference, fragment, context))
                continue;
            if (scope.find(fragment) != Found::Yes) {
                context.sink.error(
                    child.element->start, "dangling-reference", QStringLiteral("4.3.1.27 ref"),
                    QStringLiteral("The note refers to \"%1\", which is no segment or text of this "
                                   "unit; correct it.")
                        .arg(*reference));
            }
        }
    }
}

} // namespace

QString References::key(const QString &file, QStringView kind, const QString &id)
{
    return file + cut + kind.toString() + u'=' + id;
}

void References::addLeaf(const Place &place, const QString &leaf)
{
    const QString container =
        place.groups.isEmpty() ? place.file : key(place.file, u"g", place.groups.last());
    m_known.insert(container + cut + leaf);
}

void References::useUnit(const Place &place, qint64 offset, const QString &attribute, const QString &unit)
{
    m_pending.push_back({offset, true, attribute, unit, key(place.file, u"u", unit)});
}

void References::use(const Place &place, qint64 offset, const QString &section, const QString &reference,
                     const Fragment &fragment)
{
    const QString file = fragment.file.isEmpty() ? place.file : fragment.file;
    QString wanted = file;
    if (!fragment.unit.isEmpty()) {
        wanted = key(file, u"u", fragment.unit); // what is in other units is not kept
    } else {
        if (!fragment.group.isEmpty())
            wanted = key(file, u"g", fragment.group);
        const bool isKept = fragment.prefix == QLatin1String("n") ||
                            fragment.prefix == QLatin1String("res") ||
                            fragment.prefix == QLatin1String("mda");
        if (!fragment.id.isEmpty() && isKept)
            wanted += cut + fragment.prefix + u'=' + fragment.id;
    }
    m_pending.push_back({offset, false, section, reference, wanted});
}

void References::finishFile(const Context &context)
{
    for (const auto &[offset, item] : m_resourceUses) {
        if (m_resources.contains(item))
            continue;
        context.sink.warning(
            offset, "unknown-resource", QStringLiteral("5.5.5.6 ref"),
            QStringLiteral("The file has no resource \"%1\"; correct the reference.").arg(item));
    }
    m_resources.clear();
    m_resourceUses.clear();
}

void References::finish(const Context &context) const
{
    for (const Pending &pending : m_pending) {
        if (m_known.contains(pending.key))
            continue;
        if (pending.isSubFlow) {
            context.sink.error(
                pending.offset, "unknown-subflow", QStringLiteral("4.7.4 Sub-Flows"),
                QStringLiteral("%1 names the unit \"%2\", which this file has not; correct it or add "
                               "the unit.")
                    .arg(pending.section, pending.text));
        } else {
            context.sink.warning(
                pending.offset, "dangling-reference", pending.section,
                QStringLiteral("The reference \"%1\" leads to nothing in this document; correct it.")
                    .arg(pending.text));
        }
    }
}

UnitScope::UnitScope(const xml::Element &unit, const Place &place, References &references,
                     const Context &context)
    : m_unit(unit)
    , m_place(place)
    , m_references(references)
    , m_context(context)
    , m_content(contentOfUnit(unit, context))
{
}

const QSet<QString> &UnitScope::leaves() const
{
    if (!m_leaves) {
        m_leaves.emplace();
        for (const xml::Node &node : m_unit.children) {
            if (node.element && node.element->ns != m_context.core)
                addModuleLeaves(*node.element, m_context, *m_leaves);
        }
    }
    return *m_leaves;
}

Found UnitScope::findHere(const Fragment &fragment) const
{
    if (fragment.id.isEmpty())
        return Found::NotText; // the unit itself
    if (fragment.prefix.isEmpty())
        return m_content.inSource(fragment.id) != nullptr || m_content.partIds.contains(fragment.id)
                   ? Found::Yes
                   : Found::No;
    if (fragment.prefix == QLatin1String("t"))
        return m_content.inTarget(fragment.id) != nullptr ? Found::Yes : Found::No;
    if (fragment.prefix == QLatin1String("n"))
        return m_content.notes.contains(fragment.id) ? Found::NotText : Found::No;
    if (fragment.prefix == QLatin1String("d"))
        return m_content.data.contains(fragment.id) ? Found::NotText : Found::No;
    if (spaceOfPrefix(fragment.prefix) == Space::Foreign)
        return Found::Unknown; // an extension's, whose ids are its own
    return leaves().contains(fragment.prefix + u'=' + fragment.id) ? Found::NotText : Found::No;
}

Found UnitScope::find(const Fragment &fragment) const
{
    const bool isFile = fragment.file.isEmpty() || fragment.file == m_place.file;
    const bool isGroup = fragment.group.isEmpty() || m_place.groups.contains(fragment.group);
    const bool isHere = !fragment.leavesUnit() || (isFile && isGroup && fragment.unit == m_place.unit);
    return isHere ? findHere(fragment) : Found::Elsewhere;
}

void addModuleLeaves(const xml::Element &element, const Context &context, QSet<QString> &leaves)
{
    const Space space = context.spaceOf(element.ns);
    const QString *id = find(element, QLatin1String("id"));
    if (id == nullptr)
        id = find(element, xmlUri, QLatin1String("id"));
    if (id != nullptr && !prefixOf(space).isEmpty())
        leaves.insert(prefixOf(space) + u'=' + *id);
    for (const xml::Node &node : element.children) {
        if (node.element)
            addModuleLeaves(*node.element, context, leaves);
    }
}

void checkReferences(const UnitScope &scope)
{
    for (const auto *codes : {&scope.content().source, &scope.content().target}) {
        for (const Code &code : *codes) {
            if (code.isCode())
                checkSubFlows(code, scope);
            else if (code.isAnnotation())
                checkAnnotationReference(code, scope);
        }
    }
    checkNotes(scope);
}

void checkTextReference(const xml::Element &element, const QString &section, const UnitScope &scope)
{
    const QString *reference = find(element, QLatin1String("ref"));
    if (reference == nullptr)
        return;
    const Context &context = scope.context();
    Fragment fragment;
    if (isLocal(*reference) && !isWellFormed(element, *reference, fragment, context))
        return;
    if (isLocal(*reference) && scope.find(fragment) == Found::Yes)
        return;
    const qsizetype hash = reference->indexOf(u'#');
    const QString id = hash > 0 ? reference->sliced(hash + 1) : QString();
    if (scope.content().inSource(id) != nullptr || scope.content().inTarget(id) != nullptr) {
        context.sink.warning(
            element.start, "misspelt-reference", section,
            QStringLiteral("\"%1\" names a place of another document; for the text in this unit "
                           "write \"#%2\", or \"#t=%2\" in the target.")
                .arg(*reference, id));
        return;
    }
    context.sink.error(
        element.start, "reference-without-text", section,
        QStringLiteral("%1 refers to \"%2\", which is no text of this unit; refer to a segment or an "
                       "inline element of it (\"#ID\", in the target \"#t=ID\").")
            .arg(tagOf(element, context), *reference));
}

} // namespace verbale::conformance::xliff2
