#include "glossary/engine/tbx_output.h"

#include "glossary/engine/tbx_words.h"
#include "xml/characters.h"

#include <QtCore/QHash>

namespace verbale::glossary::tbx {

namespace {

bool isAddress(const QString &text)
{
    return text.startsWith(QLatin1String("http://")) || text.startsWith(QLatin1String("https://"));
}

bool isXmlName(const QString &id)
{
    return !id.isEmpty() && toXmlId(id) == id;
}

const Property *idOf(const QList<Property> &properties, const char *kind)
{
    return findProperty(properties, QLatin1String("id"), QLatin1String(kind));
}

bool isGroupHead(const QString &kind)
{
    return kind == QLatin1String("descrip") || kind == QLatin1String("admin") ||
           kind == QLatin1String("transac") || kind == QLatin1String("termNote");
}

} // namespace

QString Output::nameOf(const QString &kind) const
{
    static const QHash<QString, QString> older{
        {QStringLiteral("conceptEntry"), QStringLiteral("termEntry")},
        {QStringLiteral("langSec"), QStringLiteral("langSet")},
        {QStringLiteral("termSec"), QStringLiteral("tig")},
        {QStringLiteral("tbx"), QStringLiteral("martif")},
        {QStringLiteral("tbxHeader"), QStringLiteral("martifHeader")},
        {QStringLiteral("refObjectSec"), QStringLiteral("refObjectList")},
    };
    return m_form == TbxForm::BasicV2 ? older.value(kind, kind) : kind;
}

void Output::announce(const ConceptEntry &entry)
{
    m_ids.insert(toXmlId(entry.id));
    const auto add = [this](const QList<Property> &properties) {
        for (const Property &property : properties) {
            if (property.kind == QLatin1String("id"))
                m_ids.insert(property.value);
        }
    };
    add(entry.extra);
    for (const Term &term : entry.terms)
        add(term.extra);
}

void Output::startTag(const QString &name, const Attributes &attributes)
{
    m_text += QString(m_depth * 2, u' ') + u'<' + name;
    for (const auto &[key, value] : attributes) {
        if (!value.isEmpty())
            xml::appendAttribute(m_text, key, value);
    }
    m_text += u'>';
}

void Output::writeText(const QString &text)
{
    const qsizetype from = m_text.size();
    xml::appendText(m_text, text);
    const auto replaced = QStringView(m_text).sliced(from).count(QChar::ReplacementCharacter) -
                          QStringView(text).count(QChar::ReplacementCharacter);
    if (replaced > 0)
        losses[QStringLiteral("characters that XML does not allow are replaced")] +=
            static_cast<int>(replaced);
}

void Output::element(const QString &name, const Attributes &attributes, const QString &text)
{
    startTag(name, attributes);
    writeText(text);
    m_text += QLatin1String("</") + name + QLatin1String(">\n");
}

void Output::open(const char *kind, const Attributes &attributes, const QList<Property> &properties)
{
    Attributes all = attributes;
    if (const Property *id = idOf(properties, kind))
        all.append({QStringLiteral("id"), id->value});
    // v3 has no id for a language section.
    if (m_form != TbxForm::BasicV2 && qstrcmp(kind, "langSec") == 0 && all.size() > attributes.size()) {
        all = attributes;
        ++losses[QStringLiteral("ids of language sections are left out")];
    }
    startTag(nameOf(QLatin1String(kind)), all);
    m_text += u'\n';
    ++m_depth;
}

void Output::close(const char *kind)
{
    --m_depth;
    m_text +=
        QString(m_depth * 2, u' ') + QLatin1String("</") + nameOf(QLatin1String(kind)) + QLatin1String(">\n");
}

void Output::term(const QString &text, const QList<Property> &properties)
{
    const Property *id = idOf(properties, "term");
    element(QStringLiteral("term"), {{QStringLiteral("id"), id != nullptr ? id->value : QString()}}, text);
}

bool Output::holdsValue(QLatin1String category, const QString &value) const
{
    const Category *known = findCategory(QString(category));
    return known != nullptr && allowsValue(*known, version(), value);
}

bool Output::isNative(const Property &property, Level level) const
{
    if (property.kind == QLatin1String("note"))
        return property.name.isEmpty();
    const Category *known = findCategory(property.name);
    if (known == nullptr || property.kind != QLatin1String(known->kind) ||
        (levelsOf(*known, version()) & level) == 0 ||
        !allowsValue(*known, version(), property.value.trimmed()))
        return false;
    if (property.kind != QLatin1String("xref"))
        return true;
    return version() == Version::V2 ? !property.target.isEmpty() : isAddress(property.target);
}

/// The id or address that a property may point to in this file; empty when there is none.
QString Output::targetOf(const Property &property)
{
    const QString &target = property.target;
    if (target.isEmpty() || property.kind == QLatin1String("xref"))
        return target;
    const bool known = m_ids.contains(target) || (m_form != TbxForm::BasicV2 && isAddress(target));
    if (known)
        return target;
    if (property.kind == QLatin1String("transacNote") && isXmlName(target)) {
        m_persons.insert(target, property.value);
        return target;
    }
    ++losses[QStringLiteral("references to what is not in the termbase are left out")];
    return {};
}

void Output::property(const Property &property, Level level)
{
    if (property.kind == QLatin1String("id"))
        return;
    if (property.kind == QLatin1String("date") && level == InGroup) {
        element(property.kind, {}, property.value);
        return;
    }
    const bool inGroup = level == InGroup;
    if (property.kind == QLatin1String("note") && property.name.isEmpty()) {
        element(property.kind, {}, property.value);
        return;
    }
    const bool native = inGroup || isNative(property, level);
    if (!native) {
        element(QStringLiteral("note"), {}, toOwnNote(property));
        return;
    }
    const QString target = targetOf(property);
    if (m_form == TbxForm::BasicDct) {
        const bool isMin = findCategory(property.name)->module == Dialect::Min;
        element((isMin ? QLatin1String("min:") : QLatin1String("basic:")) + property.name,
                {{QStringLiteral("target"), target}}, property.value);
        return;
    }
    element(property.kind, {{QStringLiteral("type"), property.name}, {QStringLiteral("target"), target}},
            property.value);
}

/// Whether a property stands as an element beside that head in a group.
bool Output::fitsGroup(const Property &property, const QString &headKind, Level level) const
{
    const bool isTransac = headKind == QLatin1String("transac");
    if (property.kind == QLatin1String("date"))
        return isTransac;
    if (property.kind == QLatin1String("note"))
        return m_form != TbxForm::BasicV2;
    if (!isNative(property, level))
        return false;
    if (m_form == TbxForm::BasicV2)
        return property.kind == (isTransac ? QLatin1String("transacNote") : QLatin1String("admin"));
    if (isTransac)
        return property.kind == QLatin1String("transacNote") || property.kind == QLatin1String("ref") ||
               property.kind == QLatin1String("xref");
    return (property.kind == QLatin1String("admin") && headKind != QLatin1String("admin")) ||
           property.kind == QLatin1String("ref") || property.kind == QLatin1String("xref");
}

void Output::group(const QList<Property> &members, Level level)
{
    const Property &head = members.first();
    const bool hasGroup = isGroupHead(head.kind) && isNative(head, level) &&
                          (m_form != TbxForm::BasicV2 || head.kind == QLatin1String("descrip") ||
                           head.kind == QLatin1String("transac"));
    const bool single = members.size() == 1;
    if (!hasGroup || (single && head.kind != QLatin1String("transac"))) {
        if (!single)
            ++losses[QStringLiteral("groups of values are taken apart")];
        for (const Property &member : members)
            property(member, level);
        return;
    }
    const QString name = head.kind + QLatin1String("Grp");
    QList<Property> outside;
    startTag(name, {});
    m_text += u'\n';
    ++m_depth;
    property(head, InGroup);
    for (const Property &member : members.sliced(1)) {
        if (fitsGroup(member, head.kind, level))
            property(member, InGroup);
        else if (m_form != TbxForm::BasicV2)
            element(QStringLiteral("note"), {}, toOwnNote(member));
        else
            outside.append(member);
    }
    --m_depth;
    m_text += QString(m_depth * 2, u' ') + QLatin1String("</") + name + QLatin1String(">\n");
    for (const Property &member : outside) {
        ++losses[QStringLiteral("values are taken out of their group")];
        property(member, level);
    }
}

void Output::properties(const QList<Property> &properties, Level level)
{
    for (qsizetype i = 0; i < properties.size();) {
        qsizetype end = i + 1;
        while (properties[i].group != 0 && end < properties.size() &&
               properties[end].group == properties[i].group)
            ++end;
        group(properties.sliced(i, end - i), level);
        i = end;
    }
}

/// Header or back matter of the file that the entries come from, in the names of this form.
void Output::frame(QString xml)
{
    if (m_form == TbxForm::BasicV2) {
        for (const char *kind : {"tbxHeader", "refObjectSec"}) {
            for (const char *end : {"<%1", "</%1"}) {
                const QString tag = QLatin1String(end);
                xml.replace(tag.arg(QLatin1String(kind)), tag.arg(nameOf(QLatin1String(kind))));
            }
        }
    }
    m_text += QString(m_depth * 2, u' ') + xml + u'\n';
}

void Output::shortHeader(const QString &title)
{
    open("tbxHeader", {});
    open("fileDesc", {});
    if (!title.isEmpty()) {
        open("titleStmt", {});
        element(QStringLiteral("title"), {}, title);
        close("titleStmt");
    }
    open("sourceDesc", {});
    element(QStringLiteral("p"), {}, QStringLiteral("Written by Verbale"));
    close("sourceDesc");
    close("fileDesc");
    close("tbxHeader");
}

void Output::begin(const QString &language, const QString &title, const QString &header)
{
    m_text = QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    const bool older = m_form == TbxForm::BasicV2;
    Attributes attributes{{QStringLiteral("type"), QStringLiteral("TBX-Basic")}};
    if (!older)
        attributes.append({QStringLiteral("style"),
                           m_form == TbxForm::BasicDct ? QStringLiteral("dct") : QStringLiteral("dca")});
    attributes.append({QStringLiteral("xml:lang"), language});
    if (!older)
        attributes.append({QStringLiteral("xmlns"), QLatin1String(coreNamespace)});
    if (m_form == TbxForm::BasicDct) {
        attributes.append({QStringLiteral("xmlns:min"), QLatin1String(minNamespace)});
        attributes.append({QStringLiteral("xmlns:basic"), QLatin1String(basicNamespace)});
    }
    open("tbx", attributes);
    if (header.isEmpty())
        shortHeader(title);
    else
        frame(header);
    open("text", {});
    open("body", {});
}

/// The people whom responsibilities point to: their names stand at the responsibilities.
void Output::references(const QString &back)
{
    for (const QString &id : m_persons.keys()) {
        if (back.contains(QStringLiteral(" id=\"%1\"").arg(id)))
            m_persons.remove(id);
    }
    if (m_persons.isEmpty()) {
        if (!back.isEmpty())
            frame(back);
        return;
    }
    open("back", {});
    open("refObjectSec", {{QStringLiteral("type"), QStringLiteral("respPerson")}});
    for (auto person = m_persons.cbegin(); person != m_persons.cend(); ++person) {
        open("refObject", {{QStringLiteral("id"), person.key()}});
        element(QStringLiteral("item"), {{QStringLiteral("type"), QStringLiteral("fn")}}, person.value());
        close("refObject");
    }
    close("refObjectSec");
    constexpr QLatin1String start("<back>");
    constexpr QLatin1String last("</back>");
    if (back.startsWith(start) && back.endsWith(last))
        frame(back.mid(start.size(), back.size() - start.size() - last.size()));
    close("back");
}

void Output::end(const QString &back)
{
    close("body");
    references(back);
    close("text");
    close("tbx");
}

} // namespace verbale::glossary::tbx
