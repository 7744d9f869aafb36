#include "formats/conformance/language_tag.h"
#include "formats/conformance/xliff2_modules.h"

#include <algorithm>

namespace verbale::conformance::xliff2 {

namespace {

bool hasContent(const xml::Element &element)
{
    return std::any_of(element.children.begin(), element.children.end(),
                       [](const xml::Node &node) { return node.element || !node.text.trimmed().isEmpty(); });
}

/// The source or target of a resource: with content or a link, in the document's language. `isLenient`:
/// another language is only warned of, as in what is there for context alone.
void checkSide(const xml::Element &side, const QString &document, const char *attribute,
               const QString &section, bool isLenient, const Context &context)
{
    const bool isLink = find(side, QLatin1String("href")) != nullptr;
    if (isLink == hasContent(side)) {
        context.sink.error(
            side.start, "resource-content", section,
            QStringLiteral("%1 has either content or an href, and this one has %2; correct it.")
                .arg(tagOf(side, context), isLink ? QStringLiteral("both") : QStringLiteral("neither")));
    }
    const QString *language = find(side, xmlUri, QLatin1String("lang"));
    if (language != nullptr && !document.isEmpty() && !sameLanguage(*language, document)) {
        const QString message =
            QStringLiteral("The language of %1 is \"%2\", but %3 is \"%4\"; they have to be equal.")
                .arg(tagOf(side, context), *language, QLatin1String(attribute), document);
        if (isLenient)
            context.sink.warning(side.start, "language-mismatch", section, message);
        else
            context.sink.error(side.start, "language-mismatch", section, message);
    }
}

/// "type/subtype", with or without parameters.
bool isMimeType(QStringView value)
{
    const qsizetype end = value.indexOf(u';');
    const QStringView type = (end < 0 ? value : value.first(end)).trimmed();
    const qsizetype slash = type.indexOf(u'/');
    return slash > 0 && slash + 1 < type.size() && type.indexOf(u'/', slash + 1) < 0 && !type.contains(u' ');
}

void checkItem(const xml::Element &item, const Context &context)
{
    const QString *use = find(item, QLatin1String("context"));
    const bool isContext = use == nullptr || *use != QLatin1String("no");
    bool hasElements = false;
    bool hasSource = false;
    bool isInline = false;
    for (const xml::Node &node : item.children) {
        if (!node.element)
            continue;
        hasElements = true;
        const xml::Element &child = *node.element;
        if (context.is(child, Space::Resource, QLatin1String("source"))) {
            hasSource = true;
            isInline = isInline || hasContent(child);
            checkSide(child, context.sourceLanguage, "srcLang", QStringLiteral("5.5.4.5 source"), false,
                      context);
        } else if (context.is(child, Space::Resource, QLatin1String("target"))) {
            isInline = isInline || hasContent(child);
            checkSide(child, context.targetLanguage, "trgLang", QStringLiteral("5.5.4.6 target"), isContext,
                      context);
        }
    }
    const QString section = QStringLiteral("5.5.4.4 resourceItem");
    const QString *mimeType = find(item, QLatin1String("mimeType"));
    if (mimeType != nullptr && !isMimeType(*mimeType)) {
        context.sink.error(
            item.start, "invalid-value", QStringLiteral("5.5.5.3 mimeType"),
            QStringLiteral("\"%1\" is no MIME type (\"image/png\"); correct it.").arg(mimeType->left(80)));
    }
    if (!hasElements) {
        context.sink.error(item.start, "empty-resource", section,
                           QStringLiteral("The resource has no source, target or reference; add one."));
    } else if (!isInline && mimeType == nullptr) {
        context.sink.error(
            item.start, "missing-attribute", QStringLiteral("5.5.5.3 mimeType"),
            QStringLiteral("The resource has no content of its own, so its mimeType is required; add "
                           "it."));
    } else if (!isContext && !hasSource) {
        context.sink.error(
            item.start, "resource-without-source", QStringLiteral("5.5.4.5 source"),
            QStringLiteral("A resource that is to be modified (context is no) has a source; add it."));
    }
}

} // namespace

void checkResources(const xml::Element &resourceData, References &references, const Context &context)
{
    QSet<QString> ids;
    bool isEmpty = true;
    for (const xml::Node &node : resourceData.children) {
        if (!node.element)
            continue;
        isEmpty = false;
        const QString *id = find(*node.element, QLatin1String("id"));
        if (id != nullptr && ids.contains(*id)) {
            context.sink.error(
                node.element->start, "duplicate-id", QStringLiteral("5.5.5.1 id"),
                QStringLiteral("Another item of the resource data has the id \"%1\"; give this one its "
                               "own.")
                    .arg(*id));
        }
        if (id != nullptr)
            ids.insert(*id);
        const QString *reference = find(*node.element, QLatin1String("ref"));
        if (context.is(*node.element, Space::Resource, QLatin1String("resourceItem"))) {
            checkItem(*node.element, context);
            if (id != nullptr)
                references.addResource(*id);
        } else if (reference != nullptr) {
            references.useResource(node.element->start, *reference);
        }
    }
    if (isEmpty) {
        context.sink.error(
            resourceData.start, "empty-resource", QStringLiteral("5.5.4.2 resourceData"),
            QStringLiteral("The resource data have neither items nor references to items; add one or "
                           "remove them."));
    }
}

} // namespace verbale::conformance::xliff2
