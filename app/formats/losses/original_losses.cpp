#include "formats/losses/original_losses.h"

#include "formats/xliff/names.h"
#include "xml/parse.h"

#include <QtCore/QHash>
#include <QtCore/QStringList>

namespace verbale {

namespace {

using xml::Element;

/// What an element or an attribute's namespace is called, and the stable code for it.
struct Name
{
    const char *code;
    const char *message;
};

using Names = QHash<QString, Name>;

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

const Names &xliff2Elements()
{
    static const Names names = {
        {latin("group"), {"groups", "The grouping of units is not kept."}},
        {latin("skeleton"), {"skeleton", "The skeleton of the original document is not kept."}}};
    return names;
}

const Names &xliff12Elements()
{
    static const Names names = {
        {latin("group"), {"groups", "The grouping of units is not kept."}},
        {latin("skl"), {"skeleton", "The skeleton of the original document is not kept."}},
        {latin("phase-group"), {"phases", "The phases of the work are not kept."}},
        {latin("tool"), {"tools", "The list of tools is not kept."}},
        {latin("reference"), {"references", "References to other files are not kept."}},
        {latin("glossary"), {"header-glossary", "A glossary in the header is not kept."}},
        {latin("count-group"), {"counts", "Counts of words and the like are not kept."}},
        {latin("prop-group"), {"properties", "Properties of other tools are not kept."}},
        {latin("context-group"), {"contexts", "Contexts of units are not kept."}},
        {latin("bin-unit"), {"binary-units", "Units with binary content are not kept."}}};
    return names;
}

const Names &lostNamespaces()
{
    static const Names names = {
        {namespaces::formatStyle, {"format-style", "Format styles are not kept."}},
        {namespaces::resourceData, {"resource-data", "Resource data is not kept."}},
        {namespaces::changeTracking20, {"change-tracking", "Tracked changes are not kept."}},
        {namespaces::changeTracking21, {"change-tracking", "Tracked changes are not kept."}},
        {namespaces::sizeRestriction, {"size-restriction", "Restrictions of size and length are not kept."}},
        {namespaces::validation, {"validation-rules", "Validation rules are not kept."}},
        {namespaces::plurals, {"plurals", "Plural, gender and select forms are not kept."}},
        {namespaces::itsModule, {"its", "ITS metadata is not kept."}},
        {namespaces::its, {"its", "ITS metadata is not kept."}}};
    return names;
}

/// Walks through the whole file and counts what is not in the document.
class Census : public xml::Visitor
{
public:
    explicit Census(bool is12) : m_is12(is12) {}

    Take begin(const Element &tag) override
    {
        const QString parent = m_open.isEmpty() ? QString() : m_open.last();
        look(tag, parent);
        m_open.append(tag.name);
        return Take::Walk;
    }
    void tree(const Element &) override {}
    void end() override { m_open.removeLast(); }

    LossList losses;

private:
    void look(const Element &tag, const QString &parent);
    void lookAtOwn(const Element &tag, const QString &parent);
    void lookAtForeign(const QString &uri, const QString &category);
    void count(const Name &name) { losses.add(name.code, latin(name.message), m_unit); }

    bool m_is12;
    QStringList m_open;
    QString m_root; ///< namespace of the root
    QString m_file;
    QString m_unit;
};

void Census::look(const Element &tag, const QString &parent)
{
    if (m_open.isEmpty())
        m_root = tag.ns;
    if (tag.ns == m_root)
        lookAtOwn(tag, parent);
    else
        lookAtForeign(tag.ns, tag.value(QLatin1String("category")));
    for (const xml::Attribute &attribute : tag.attributes) {
        if (!attribute.ns.isEmpty() && attribute.ns != tag.ns && attribute.ns != xliff::names::xml)
            lookAtForeign(attribute.ns, {});
    }
}

void Census::lookAtOwn(const Element &tag, const QString &parent)
{
    if (tag.name == QLatin1String("file")) {
        m_file = m_is12 ? tag.value(QLatin1String("original")) : tag.value(QLatin1String("id"));
        m_unit.clear();
    } else if (tag.name == QLatin1String("unit") || tag.name == QLatin1String("trans-unit")) {
        m_unit = m_file + u'/' + tag.value(QLatin1String("id"));
    }
    const Names &elements = m_is12 ? xliff12Elements() : xliff2Elements();
    const auto known = elements.constFind(tag.name);
    if (known != elements.cend())
        count(*known);
    if (m_is12 && tag.name == QLatin1String("trans-unit")) {
        for (const char *limit : {"maxwidth", "minwidth", "maxheight", "minheight", "maxbytes", "minbytes"}) {
            if (tag.has(QLatin1String(limit))) {
                count({"size-restriction", "Restrictions of size and length are not kept."});
                break;
            }
        }
        return;
    }
    const bool noteOfMore = (tag.name == QLatin1String("notes") && parent != QLatin1String("unit")) ||
                            (m_is12 && tag.name == QLatin1String("note") &&
                             (parent == QLatin1String("header") || parent == QLatin1String("group")));
    if (noteOfMore)
        count({"file-notes", "Notes about whole files or groups are not kept."});
    if (tag.name == QLatin1String("target") && tag.has(QLatin1String("order")))
        count({"target-order", "Another order of targets than of sources is not kept."});
    if (parent == QLatin1String("ignorable") && tag.name == QLatin1String("target"))
        count({"gap-targets", "Targets of what stands between segments are not kept."});
    if (m_open.contains(QLatin1String("ignorable")) &&
        (parent == QLatin1String("source") || parent == QLatin1String("pc")) &&
        tag.name != QLatin1String("cp"))
        count({"gap-codes", "Inline codes between segments are not kept."});
}

void Census::lookAtForeign(const QString &uri, const QString &category)
{
    using namespace xliff;
    if (uri == names::glossary || uri == names::matches)
        return;
    if (uri == names::metadata) {
        if (!category.isEmpty() && !category.startsWith(names::ownPrefix))
            count({"metadata", "Metadata of other tools is not kept."});
        return;
    }
    const auto known = lostNamespaces().constFind(uri);
    if (known != lostNamespaces().cend()) {
        count(*known);
        return;
    }
    losses.add("extensions", QStringLiteral("Extensions of the namespace %1 are not kept.").arg(uri), m_unit);
}

} // namespace

QList<Loss> originalLosses(const Document &document)
{
    if (document.originalBytes.isEmpty() || !document.originalFormat.startsWith(QLatin1String("xliff-")))
        return {};
    Census census(document.originalFormat == QLatin1String("xliff-1.2"));
    // What cannot be parsed was not read either.
    (void)xml::parse(document.originalBytes.toByteArray(), {}, census);
    return census.losses.all();
}

} // namespace verbale
