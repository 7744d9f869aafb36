#include "glossary/engine/tbx_node.h"

#include <QtCore/QHash>

namespace verbale::glossary::tbx {

namespace {

/// The v3 name of an element of v2.
QString modernName(const QString &name)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("termEntry"), QStringLiteral("conceptEntry")},
        {QStringLiteral("langSet"), QStringLiteral("langSec")},
        {QStringLiteral("tig"), QStringLiteral("termSec")},
        {QStringLiteral("ntig"), QStringLiteral("termSec")},
        {QStringLiteral("martif"), QStringLiteral("tbx")},
        {QStringLiteral("martifHeader"), QStringLiteral("tbxHeader")},
        {QStringLiteral("refObjectList"), QStringLiteral("refObjectSec")},
    };
    return names.value(name, name);
}

/// The category that a tag of the v2 format of TBX-Min stands for.
QString categoryOfMinTag(const QString &name)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("subjectField"), QStringLiteral("subjectField")},
        {QStringLiteral("termStatus"), QStringLiteral("administrativeStatus")},
        {QStringLiteral("customer"), QStringLiteral("customerSubset")},
        {QStringLiteral("partOfSpeech"), QStringLiteral("partOfSpeech")},
    };
    return names.value(name);
}

bool isForeign(const xml::Element &element)
{
    return !element.ns.isEmpty() && element.ns != QLatin1String(coreNamespace);
}

} // namespace

QString FileKind::text() const
{
    if (minFormat)
        return QStringLiteral("TBX-Min (v2)");
    if (version == Version::V2)
        return name + QStringLiteral(" (v2)");
    return name + (dct ? QStringLiteral(" (v3, DCT)") : QStringLiteral(" (v3, DCA)"));
}

Node makeNode(const xml::Element &element, const FileKind &file)
{
    Node node;
    node.element = &element;
    node.kind = file.version == Version::V2 ? modernName(element.name) : element.name;
    node.category = element.value(QLatin1String("type"));
    const QString ofTag = file.minFormat                   ? categoryOfMinTag(element.name)
                          : file.dct && isForeign(element) ? element.name
                                                           : QString();
    if (!ofTag.isEmpty()) {
        const Category *known = findCategory(ofTag);
        node.category = ofTag;
        node.kind = known != nullptr ? QString::fromLatin1(known->kind) : QStringLiteral("dct");
    }
    for (const xml::Node &child : element.children) {
        if (child.element)
            node.children.push_back(makeNode(*child.element, file));
    }
    return node;
}

} // namespace verbale::glossary::tbx
