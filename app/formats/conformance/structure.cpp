#include "formats/conformance/structure.h"

#include "formats/conformance/values.h"

namespace verbale::conformance {

namespace {

constexpr qsizetype shownCharacters = 60;

QString shown(std::string_view value)
{
    QString text = toQString(value).simplified();
    if (text.size() > shownCharacters)
        text = text.left(shownCharacters) + QStringLiteral("…");
    return text;
}

bool isNamed(const AttributeRule &rule, const XmlAttribute &attribute)
{
    if (attribute.ns.empty())
        return rule.name == attribute.name;
    return attribute.ns == xmlNamespace && rule.name.size() == attribute.name.size() + 4 &&
           rule.name.compare(0, 4, "xml:") == 0 &&
           rule.name.compare(4, std::string::npos, attribute.name) == 0;
}

const AttributeRule *findRule(const ElementRule &rule, const XmlAttribute &attribute)
{
    for (const AttributeRule &candidate : rule.attributes) {
        if (isNamed(candidate, attribute))
            return &candidate;
    }
    return nullptr;
}

} // namespace

Structure::Structure(const Grammar &grammar, std::string ns, Findings &findings)
    : m_grammar(grammar), m_ns(std::move(ns)), m_findings(findings)
{
}

int Structure::ancestor(std::size_t up) const
{
    return up < m_open.size() ? m_open[m_open.size() - 1 - up].element : int{Unknown};
}

int Structure::identify(const XmlTag &tag) const
{
    if (tag.ns != m_ns)
        return Foreign;
    const int found = m_grammar.find(tag.name);
    return found < 0 ? int{Unknown} : found;
}

int Structure::begin(const XmlTag &tag, Position position)
{
    if (m_skipped > 0) {
        ++m_skipped;
        return Skipped;
    }
    int element = identify(tag);
    if (!m_open.empty()) {
        Open &parent = m_open.back();
        if (m_grammar.at(parent.element).text == Text::Anything) {
            m_skipped = 1;
            return Skipped;
        }
        place(parent, element, tag, position);
    } else if (element != 0) {
        m_findings.error(position, "root", m_grammar.at(0).section,
                         QStringLiteral("The root element is <%1>; it has to be <%2>.")
                             .arg(shown(tag.name), toQString(m_grammar.at(0).name)));
        element = Unknown;
    }
    if (element < 0) {
        m_skipped = 1;
        return element;
    }
    checkAttributes(element, tag, position);
    m_open.push_back({element, 0, false, false, position});
    return element;
}

void Structure::place(Open &parent, int element, const XmlTag &tag, Position position)
{
    const ElementRule &rule = m_grammar.at(parent.element);
    const ElementSet bit = element == Foreign ? foreignElements : element < 0 ? 0 : ElementSet{1} << element;
    for (std::size_t next = parent.particle; bit != 0 && next < rule.model.size(); ++next) {
        const Particle &particle = rule.model[next];
        const bool isFilled = next == parent.particle && parent.isFilled;
        if ((particle.elements & bit) != 0 && (!isFilled || particle.isRepeatable)) {
            for (std::size_t passed = parent.particle; passed < next; ++passed) {
                if (rule.model[passed].isRequired && !(passed == parent.particle && parent.isFilled))
                    missing(parent, rule.model[passed]);
            }
            parent.particle = next;
            parent.isFilled = true;
            return;
        }
    }
    const QString name = shown(tag.name);
    const QString parentName = toQString(rule.name);
    if (bit == 0) {
        m_findings.error(
            position, "unknown-element", rule.section,
            QStringLiteral("There is no element <%1>; it stands in <%2>.").arg(name, parentName));
        return;
    }
    for (std::size_t passed = 0; passed <= parent.particle && passed < rule.model.size(); ++passed) {
        const Particle &particle = rule.model[passed];
        if ((particle.elements & bit) == 0)
            continue;
        if (particle.isRepeatable || passed < parent.particle) {
            m_findings.error(position, "element-order", rule.section,
                             QStringLiteral("<%1> in <%2> stands after what has to follow it; move it up.")
                                 .arg(name, parentName));
        } else {
            m_findings.error(
                position, "too-many-elements", rule.section,
                QStringLiteral("<%2> has more than one <%1>; it may have one.").arg(name, parentName));
        }
        return;
    }
    if (element == Foreign) {
        m_findings.error(position, "foreign-element", rule.section,
                         QStringLiteral("<%1> of the namespace \"%2\" may not stand in <%3>.")
                             .arg(name, shown(tag.ns), parentName));
    } else {
        m_findings.error(position, "unexpected-element", rule.section,
                         QStringLiteral("<%1> may not stand in <%2>.").arg(name, parentName));
    }
}

void Structure::missing(const Open &open, const Particle &particle)
{
    const ElementRule &rule = m_grammar.at(open.element);
    QStringList names;
    for (int element = 0; element < 63; ++element) {
        if ((particle.elements & (ElementSet{1} << element)) != 0)
            names.append(QLatin1Char('<') + toQString(m_grammar.at(element).name) + QLatin1Char('>'));
    }
    m_findings.error(
        open.position, "missing-element", rule.section,
        QStringLiteral("<%1> lacks its %2.").arg(toQString(rule.name), names.join(QStringLiteral(" or "))));
}

void Structure::checkAttributes(int element, const XmlTag &tag, Position position)
{
    const ElementRule &rule = m_grammar.at(element);
    for (const XmlAttribute &attribute : tag.attributes) {
        const AttributeRule *known = findRule(rule, attribute);
        if (known == nullptr) {
            checkOtherAttribute(rule, attribute, position);
            continue;
        }
        if (known->type != nullptr && !known->type->accepts(attribute.value)) {
            m_findings.error(position, known->type->code, rule.section,
                             QStringLiteral("%1=\"%2\" of <%3> is not %4.")
                                 .arg(toQString(known->name), shown(attribute.value), toQString(rule.name),
                                      QString::fromUtf8(known->type->expects)));
        }
    }
    for (const AttributeRule &wanted : rule.attributes) {
        const auto isThere = [&wanted](const XmlAttribute &attribute) { return isNamed(wanted, attribute); };
        if (wanted.isRequired && std::none_of(tag.attributes.begin(), tag.attributes.end(), isThere)) {
            m_findings.error(position, "missing-attribute", rule.section,
                             QStringLiteral("<%1> lacks its attribute %2.")
                                 .arg(toQString(rule.name), toQString(wanted.name)));
        }
    }
}

void Structure::checkOtherAttribute(const ElementRule &rule, const XmlAttribute &attribute, Position position)
{
    if (attribute.ns == schemaInstanceNamespace)
        return;
    const bool isForeign = !attribute.ns.empty() && attribute.ns != m_ns;
    if (isForeign && rule.others != OtherAttributes::None)
        return;
    const QString message =
        QStringLiteral("<%1> has no attribute %2.").arg(toQString(rule.name), shown(attribute.name));
    if (rule.others != OtherAttributes::Any) {
        m_findings.error(position, "unknown-attribute", rule.section, message);
    } else if (m_complained.emplace(rule.name + ' ' + std::string(attribute.name), 0).second) {
        m_findings.warning(position, "unknown-attribute", rule.section,
                           message + QStringLiteral(" The schema lets it pass; tools may drop it. Only its "
                                                    "first place is listed."));
    }
}

int Structure::end()
{
    if (m_skipped > 0) {
        --m_skipped;
        return Skipped;
    }
    const Open open = m_open.back();
    m_open.pop_back();
    const ElementRule &rule = m_grammar.at(open.element);
    for (std::size_t left = open.particle; left < rule.model.size(); ++left) {
        if (rule.model[left].isRequired && !(left == open.particle && open.isFilled))
            missing(open, rule.model[left]);
    }
    return open.element;
}

void Structure::text(std::string_view piece, const XmlHandler &handler)
{
    if (m_skipped > 0 || m_open.empty() || isWhiteSpace(piece))
        return;
    Open &open = m_open.back();
    const ElementRule &rule = m_grammar.at(open.element);
    if (rule.text != Text::None || open.complainedOfText)
        return;
    open.complainedOfText = true;
    m_findings.error(handler.here(), "unexpected-text", rule.section,
                     QStringLiteral("There may be no text in <%1>, but there is \"%2\".")
                         .arg(toQString(rule.name), shown(piece)));
}

} // namespace verbale::conformance
