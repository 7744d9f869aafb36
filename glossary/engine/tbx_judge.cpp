#include "glossary/engine/tbx_models.h"

#include <QtCore/QDate>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace verbale::glossary::tbx {

namespace {

constexpr QLatin1String xmlNamespace("http://www.w3.org/XML/1998/namespace");

QString tagOf(const Node &node)
{
    return QLatin1Char('<') + node.element->name + QLatin1Char('>');
}

Finding finding(const char *rule, const QString &message, const Node &node)
{
    return {QStringLiteral("tbx.") + QLatin1String(rule), message, node.element->start};
}

QString nameOf(const xml::Attribute &attribute)
{
    return attribute.ns == xmlNamespace ? QStringLiteral("xml:") + attribute.name : attribute.name;
}

bool isName(const QString &text)
{
    static const QRegularExpression ncName(QStringLiteral("^[\\p{L}_][\\p{L}\\p{M}\\p{N}_.\\-·]*$"));
    return ncName.match(text).hasMatch();
}

bool isDate(const QString &text)
{
    static const QRegularExpression date(QStringLiteral("^(-?\\d{4,}-\\d\\d-\\d\\d)(Z|[+-]\\d\\d:\\d\\d)?$"));
    const QRegularExpressionMatch match = date.match(text);
    return match.hasMatch() && QDate::fromString(match.captured(1), Qt::ISODate).isValid();
}

bool isAddress(const QString &text)
{
    return (text.startsWith(QLatin1String("http://")) && text.size() > 7) ||
           (text.startsWith(QLatin1String("https://")) && text.size() > 8);
}

QString listed(const QStringList &kinds)
{
    QStringList tags;
    for (const QString &kind : kinds)
        tags.append(QLatin1Char('<') + kind + QLatin1Char('>'));
    return tags.join(QLatin1String(", "));
}

int levelOf(const QString &kind, int around)
{
    if (kind == QLatin1String("conceptEntry"))
        return OnConcept;
    if (kind == QLatin1String("langSec"))
        return OnLanguage;
    return kind == QLatin1String("termSec") ? OnTerm : around;
}

QString levelName(int level)
{
    return level == OnConcept    ? QStringLiteral("concept")
           : level == OnLanguage ? QStringLiteral("language")
                                 : QStringLiteral("term");
}

/// The step that takes the child, from `step` on; -1 when there is none.
int stepFor(const Model &model, const QString &kind, std::size_t step, int taken)
{
    for (std::size_t i = step; i < model.steps.size(); ++i) {
        const bool full = i == step && taken > 0 && !model.steps[i].many;
        if (!full && model.steps[i].kinds.contains(kind))
            return static_cast<int>(i);
    }
    return -1;
}

void judgeOrder(const Node &node, const Model &model, std::vector<Finding> &findings)
{
    std::size_t step = 0;
    int taken = 0;
    const auto missing = [&](std::size_t until, const Node &where) {
        for (; step < until; ++step, taken = 0) {
            if (taken < model.steps[step].least)
                findings.push_back(finding("structure",
                                           QStringLiteral("%1 has no %2 where one is needed")
                                               .arg(tagOf(node), listed(model.steps[step].kinds)),
                                           where));
        }
    };
    for (const Node &child : node.children) {
        const int found = stepFor(model, child.kind, step, taken);
        if (found < 0) {
            const bool known = stepFor(model, child.kind, 0, 0) >= 0;
            findings.push_back(
                finding("structure",
                        (known ? QStringLiteral("%1 stands in the wrong place or once too often in %2")
                               : QStringLiteral("%1 is not allowed in %2"))
                            .arg(tagOf(child), tagOf(node)),
                        child));
            continue;
        }
        missing(static_cast<std::size_t>(found), child);
        ++taken;
    }
    missing(model.steps.size(), node);
}

} // namespace

std::vector<Finding> Judge::judge(const Node &node) const
{
    std::vector<Finding> findings;
    judgeTree(node, 0, findings);
    return findings;
}

void Judge::judgeTree(const Node &node, int level, std::vector<Finding> &findings) const
{
    const int inside = levelOf(node.kind, level);
    judgeAttributes(node, findings);
    judgeContent(node, findings);
    judgeCategory(node, inside, findings);
    for (const Node &child : node.children)
        judgeTree(child, inside, findings);
}

void Judge::judgeContent(const Node &node, std::vector<Finding> &findings) const
{
    const Model *model = modelOf(node.kind, m_file);
    if (model == nullptr)
        return; // the element around it has been told that it may not hold this one
    judgeOrder(node, *model, findings);
    const auto isText = [](const xml::Node &child) { return !QStringView(child.text).trimmed().isEmpty(); };
    const auto &children = node.element->children;
    if (!model->text && std::any_of(children.begin(), children.end(), isText))
        findings.push_back(finding(
            "structure",
            QStringLiteral("text is not allowed directly in %1, only in its elements").arg(tagOf(node)),
            node));
    if (node.kind == QLatin1String("date") && m_file.version == Version::V3 &&
        !isDate(node.element->text().trimmed()))
        findings.push_back(finding(
            "value",
            QStringLiteral("\"%1\" is not a date; write year-month-day").arg(node.element->text().trimmed()),
            node));
    if (m_file.minFormat && node.kind == QLatin1String("termSec") &&
        std::count_if(node.children.begin(), node.children.end(),
                      [](const Node &child) { return child.kind == QLatin1String("term"); }) != 1)
        findings.push_back(finding("structure", QStringLiteral("<tig> needs exactly one <term>"), node));
}

void Judge::judgeAttributes(const Node &node, std::vector<Finding> &findings) const
{
    const bool isTag = m_file.dct && node.element->value(QLatin1String("type")).isEmpty() &&
                       (carriesCategory(node.kind) || node.kind == QLatin1String("dct"));
    const AttributeRule rule = attributesOf(node.kind, m_file);
    QStringList present;
    for (const xml::Attribute &attribute : node.element->attributes) {
        const QString name = nameOf(attribute);
        present.append(name);
        if (attribute.ns.isEmpty() && !rule.allowed.contains(name) && !m_file.minFormat)
            findings.push_back(finding(
                "attribute", QStringLiteral("%1 has no attribute \"%2\"").arg(tagOf(node), name), node));
        if (name == QLatin1String("id") && !isName(attribute.value))
            findings.push_back(
                finding("id", QStringLiteral("the id \"%1\" is not an XML name").arg(attribute.value), node));
    }
    for (const QString &name : rule.required) {
        if (isTag && name == QLatin1String("type"))
            continue;
        if (!present.contains(name))
            findings.push_back(finding(
                "attribute", QStringLiteral("%1 needs the attribute \"%2\"").arg(tagOf(node), name), node));
    }
    if (present.contains(QLatin1String("type")) && carriesCategory(node.kind) && node.category.isEmpty())
        findings.push_back(
            finding("data-category", QStringLiteral("%1 names no data category").arg(tagOf(node)), node));
    if (node.kind == QLatin1String("langSec") && present.contains(QLatin1String("xml:lang")) &&
        node.element->value(xmlNamespace, QLatin1String("lang")).trimmed().isEmpty())
        findings.push_back(
            finding("attribute", QStringLiteral("xml:lang of %1 is empty").arg(tagOf(node)), node));
    if (node.kind == QLatin1String("xref") && m_file.version == Version::V3 &&
        present.contains(QLatin1String("target")) && !isAddress(node.element->value(QLatin1String("target"))))
        findings.push_back(finding(
            "reference",
            QStringLiteral("the target of %1 has to begin with http:// or https://").arg(tagOf(node)), node));
}

bool Judge::isInDialect(const Node &node) const
{
    const Category *category = findCategory(node.category);
    if (category == nullptr || !tbx::isInDialect(*category, m_file.dialect) ||
        node.kind != QLatin1String(category->kind))
        return false;
    if (!m_file.dct || m_file.minFormat)
        return true;
    return node.element->ns ==
           QLatin1String(category->module == Dialect::Min ? minNamespace : basicNamespace);
}

void Judge::judgeCategory(const Node &node, int level, std::vector<Finding> &findings) const
{
    const bool isForeign = m_file.version == Version::V3 && node.element->ns != QLatin1String(coreNamespace);
    if (isForeign && !m_file.dct) {
        findings.push_back(finding(
            "namespace",
            QStringLiteral("%1 is of another name space, which DCA style does not allow").arg(tagOf(node)),
            node));
        return;
    }
    const bool carries = carriesCategory(node.kind) || node.kind == QLatin1String("dct");
    if (!carries || level == 0 || node.category.isEmpty())
        return;
    if (m_file.dct && !m_file.minFormat && !isForeign) {
        findings.push_back(finding(
            "style", QStringLiteral("%1 is DCA style, which DCT style does not allow").arg(tagOf(node)),
            node));
        return;
    }
    const bool isFree = m_file.dialect == Dialect::Open ||
                        (m_file.dialect != Dialect::Core && node.kind.endsWith(QLatin1String("Note")) &&
                         node.kind != QLatin1String("termNote") && node.kind != QLatin1String("transacNote"));
    if (isFree)
        return;
    const QString value = node.element->text().trimmed();
    if (modernForm(m_file.version, node.category, value))
        return;
    if (node.category == QLatin1String("usageStatus")) {
        findings.push_back(
            finding("value",
                    QStringLiteral("usageStatus, now administrativeStatus, may not be \"%1\" in %2")
                        .arg(value.left(80), m_file.text()),
                    node));
        return;
    }
    if (!isInDialect(node)) {
        findings.push_back(finding("data-category",
                                   QStringLiteral("\"%1\" is not a data category of %2 for %3")
                                       .arg(node.category, m_file.text(), tagOf(node)),
                                   node));
        return;
    }
    const Category &category = *findCategory(node.category);
    if ((levelsOf(category, m_file.version) & level) == 0)
        findings.push_back(finding("level",
                                   QStringLiteral("%1 may not stand at the %2 level in %3")
                                       .arg(node.category, levelName(level), m_file.text()),
                                   node));
    if (!allowsValue(category, m_file.version, value))
        findings.push_back(finding(
            "value",
            QStringLiteral("%1 may not be \"%2\" in %3").arg(node.category, value.left(80), m_file.text()),
            node));
}

} // namespace verbale::glossary::tbx
