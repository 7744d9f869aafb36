#include "formats/conformance/tbx_checker.h"

#include "formats/conformance/language_tag.h"
#include "formats/conformance/tbx.h"
#include "formats/conformance/tbx_grammar.h"
#include "formats/conformance/values.h"

#include <algorithm>

namespace verbale::conformance {

namespace {

constexpr std::string_view minNamespace{"http://www.tbxinfo.net/ns/min"};
constexpr std::string_view basicNamespace{"http://www.tbxinfo.net/ns/basic"};
constexpr std::size_t readTextBytes = 200; ///< of a value; the values of the lists are shorter

bool isGroup(std::string_view name)
{
    return name.size() > 3 && name.substr(name.size() - 3) == "Grp";
}

bool isCategoryElement(std::string_view name)
{
    return name == "admin" || name == "adminNote" || name == "descrip" || name == "descripNote" ||
           name == "ref" || name == "termNote" || name == "transac" || name == "transacNote" ||
           name == "xref";
}

unsigned levelOf(std::string_view name)
{
    return name == "conceptEntry" ? TbxCategory::Entry
           : name == "langSec"    ? TbxCategory::Language
           : name == "termSec"    ? TbxCategory::Term
                                  : 0U;
}

QString listed(std::span<const std::string_view> values)
{
    QStringList texts;
    for (const std::string_view value : values)
        texts.append(toQString(value));
    return texts.join(QStringLiteral(", "));
}

bool isExternal(std::string_view target)
{
    return target.substr(0, 7) == "http://" || target.substr(0, 8) == "https://";
}

} // namespace

void TbxChecker::begin(const XmlTag &tag)
{
    const Position position = here();
    if (!m_structure)
        beginRoot(tag, position);
    const int element = m_structure->begin(tag, position);
    ++m_depth;
    if (element == Structure::Foreign)
        beginForeign(tag, position);
    if (element < 0)
        return;
    checkIds(tag, tag.name == "xref", position);
    checkLanguage(tag, position);
    beginElement(m_grammar->at(element).name, tag, position);
}

void TbxChecker::beginRoot(const XmlTag &tag, Position position)
{
    const bool isOld = tag.name == "martif";
    m_version = isOld ? QStringLiteral("2") : QStringLiteral("3");
    m_isDct = tag.value("style") == "dct";
    m_grammar.emplace(isOld ? tbx2Grammar() : tbx3Grammar(m_isDct));
    m_structure.emplace(*m_grammar, std::string(tag.ns), m_findings);
    m_section = QStringLiteral("Dialects");
    if (isOld)
        return;
    if (tag.ns != tbxNamespace) {
        m_findings.error(position, "namespace", QStringLiteral("Header"),
                         QStringLiteral("<tbx> is not in the namespace of TBX 3; write xmlns=\"%1\".")
                             .arg(toQString(tbxNamespace)));
    }
    const std::string_view type = tag.value("type");
    m_dialect = type == "TBX-Core"    ? Dialect::Core
                : type == "TBX-Min"   ? Dialect::Min
                : type == "TBX-Basic" ? Dialect::Basic
                                      : Dialect::Unknown;
    if (m_dialect == Dialect::Unknown && type.substr(0, 4) == "TBX-") {
        m_findings.warning(position, "unknown-dialect", m_section,
                           QStringLiteral("The data categories of %1 are not checked, only its structure.")
                               .arg(toQString(type)));
    }
}

void TbxChecker::checkIds(const XmlTag &tag, bool isAddress, Position position)
{
    if (const XmlAttribute *id = tag.attribute({}, "id");
        id != nullptr && !m_ids.emplace(trimmed(id->value)).second) {
        m_findings.error(position, "duplicate-id", QStringLiteral("Identifiers"),
                         QStringLiteral("id=\"%1\" belongs to an earlier element; each needs its own.")
                             .arg(toQString(id->value)));
    }
    for (const char *name : {"target", "startRef"}) {
        const XmlAttribute *reference = tag.attribute({}, name);
        if (reference != nullptr && !isAddress && !isExternal(reference->value))
            m_references.try_emplace(std::string(trimmed(reference->value)), name, position);
    }
}

void TbxChecker::checkLanguage(const XmlTag &tag, Position position)
{
    const XmlAttribute *language = tag.attribute(xmlNamespace, "lang");
    if (language == nullptr || m_languages.size() >= 1000 || !m_languages.emplace(language->value).second ||
        checkLanguageTag(language->value) != LanguageTag::Unknown)
        return;
    m_findings.warning(position, "unknown-language", QStringLiteral("xml:lang"),
                       QStringLiteral("No language is registered as \"%1\". Only its first place is listed.")
                           .arg(toQString(language->value)));
}

void TbxChecker::beginElement(const std::string &name, const XmlTag &tag, Position position)
{
    const bool isNew = m_version == QLatin1String("3");
    if (name == "term")
        m_readings.push_back({nullptr, false, true, {}, position, m_depth});
    else if (name == "date" && isNew)
        m_readings.push_back({nullptr, true, false, {}, position, m_depth});
    else if (name == "sc" || name == "ec")
        addMarker(name == "sc", tag, position);
    else if (isNew && isCategoryElement(name))
        checkCategory(tag, position);
}

void TbxChecker::checkCategory(const XmlTag &tag, Position position)
{
    const std::string_view type = tag.value("type");
    if (m_isDct || tag.attribute({}, "type") == nullptr || m_dialect == Dialect::Unknown)
        return;
    const TbxCategory *category = findTbxCategory(tag.name, type);
    const bool isKnown = category != nullptr &&
                         (m_dialect == Dialect::Basic || (m_dialect == Dialect::Min && !category->isBasic));
    if (!isKnown) {
        m_findings.error(position, "unknown-category", m_section,
                         QStringLiteral("<%1 type=\"%2\"> is no data category of this dialect.")
                             .arg(toQString(tag.name), toQString(type)));
        return;
    }
    checkLevel(*category, position);
    if (!category->values.empty())
        m_readings.push_back({category, false, false, {}, position, m_depth});
}

void TbxChecker::beginForeign(const XmlTag &tag, Position position)
{
    if (m_dialect == Dialect::Unknown) {
        noteForeignId(tag);
        return;
    }
    const bool isModule = tag.ns == minNamespace || tag.ns == basicNamespace;
    const bool isAllowed = m_isDct && isModule && m_dialect != Dialect::Core &&
                           (tag.ns == minNamespace || m_dialect == Dialect::Basic);
    const TbxCategory *category = isAllowed ? findTbxTag(tag.name, tag.ns == basicNamespace) : nullptr;
    if (category == nullptr) {
        noteForeignId(tag);
        if (m_isDct) {
            m_findings.error(
                position, "unknown-category", m_section,
                QStringLiteral("<%1> of the namespace \"%2\" is no data category of this dialect.")
                    .arg(toQString(tag.name), toQString(tag.ns)));
        }
        return;
    }
    checkIds(tag, category->element == "xref", position);
    checkLevel(*category, position);
    if (!category->values.empty())
        m_readings.push_back({category, false, false, {}, position, m_depth});
}

/// The tags of a module that is not known may be referred to all the same.
void TbxChecker::noteForeignId(const XmlTag &tag)
{
    if (const XmlAttribute *id = m_isDct ? tag.attribute({}, "id") : nullptr)
        m_foreignIds.emplace(trimmed(id->value));
}

std::string TbxChecker::nameOfAncestor(std::size_t up) const
{
    const int element = m_structure->ancestor(up);
    return element < 0 ? std::string() : m_grammar->at(element).name;
}

void TbxChecker::checkLevel(const TbxCategory &category, Position position)
{
    // A tag of the DCT style is not among the open elements of the grammar, one of the DCA style is.
    const std::size_t up = m_isDct ? 0 : 1;
    std::string parent = nameOfAncestor(up);
    unsigned level = levelOf(parent);
    bool fits = true;
    if (isGroup(parent)) {
        level = levelOf(nameOfAncestor(up + 1));
        using enum TbxCategory::Inside;
        fits = category.inside == AnyGroup || (category.inside == NoTransaction && parent != "transacGrp") ||
               (category.inside == DescriptionOnly && parent == "descripGrp");
    }
    if (fits && (level & category.levels) != 0)
        return;
    QStringList levels;
    for (const char *name : {"conceptEntry", "langSec", "termSec"}) {
        if ((levelOf(name) & category.levels) != 0)
            levels.append(QLatin1Char('<') + QLatin1String(name) + QLatin1Char('>'));
    }
    m_findings.error(position, "category-level", m_section,
                     QStringLiteral("The data category %1 may stand in %2 only.")
                         .arg(toQString(category.name), levels.join(QStringLiteral(", "))));
}

void TbxChecker::addMarker(bool isStart, const XmlTag &tag, Position position)
{
    const std::size_t depth = m_depth - 1;
    if (m_markers.empty() || m_markers.back().first != depth)
        m_markers.push_back({depth, {}});
    m_markers.back().second.push_back({isStart, !tag.value("id").empty(),
                                       tag.attribute({}, "startRef") != nullptr,
                                       std::string(tag.value("isolated")), position});
}

/// What begins and ends in one text is not isolated; what does not, is.
void TbxChecker::finishMarkers(std::vector<Marker> &markers)
{
    const QString section = QStringLiteral("Text markup");
    const auto isStart = [](const Marker &marker) { return marker.isStart; };
    const auto firstStart = std::find_if(markers.begin(), markers.end(), isStart);
    const auto afterLastEnd = std::find_if_not(markers.rbegin(), markers.rend(), isStart).base();
    for (auto marker = markers.begin(); marker != markers.end(); ++marker) {
        const bool hasPartner = marker->isStart ? marker < afterLastEnd : firstStart < marker;
        if (marker->isolated == (hasPartner ? "yes" : "no")) {
            m_findings.error(
                marker->position, "isolated", section,
                hasPartner ? QStringLiteral("isolated=\"yes\", but the other half stands in the same text.")
                           : QStringLiteral("isolated=\"no\", but the other half is not in the same text."));
        }
        if (!marker->isStart && hasPartner && !marker->hasStart) {
            m_findings.error(
                marker->position, "missing-attribute", section,
                QStringLiteral("<ec> has its <sc> in the same text and needs a startRef to it."));
        }
        if (!marker->isStart && !hasPartner && !marker->hasId) {
            m_findings.error(marker->position, "missing-attribute", section,
                             QStringLiteral("<ec> has no <sc> in the same text and needs an id."));
        }
    }
}

void TbxChecker::text(std::string_view piece)
{
    m_structure->text(piece, *this);
    for (Reading &reading : m_readings) {
        reading.text.append(piece.substr(0, readTextBytes - reading.text.size()));
    }
}

void TbxChecker::end()
{
    (void)m_structure->end();
    while (!m_readings.empty() && m_readings.back().depth == m_depth) {
        finishReading(m_readings.back());
        m_readings.pop_back();
    }
    while (!m_markers.empty() && m_markers.back().first == m_depth) {
        finishMarkers(m_markers.back().second);
        m_markers.pop_back();
    }
    if (--m_depth == 0)
        finishReferences();
}

void TbxChecker::finishReading(const Reading &reading)
{
    if (reading.isTerm && isWhiteSpace(reading.text)) {
        m_findings.error(reading.position, "empty-term", QStringLiteral("Terminological entries"),
                         QStringLiteral("<term> is empty."));
    } else if (reading.isDate && !isDate(reading.text)) {
        m_findings.error(reading.position, "invalid-date", QStringLiteral("Terminological entries"),
                         QStringLiteral("\"%1\" is not a date as 2025-03-01.").arg(toQString(reading.text)));
    } else if (reading.category != nullptr) {
        const auto &values = reading.category->values;
        if (std::find(values.begin(), values.end(), reading.text) == values.end()) {
            m_findings.error(
                reading.position, "invalid-category-value", m_section,
                QStringLiteral("\"%1\" is not a value of %2: %3.")
                    .arg(toQString(reading.text), toQString(reading.category->name), listed(values)));
        }
    }
}

void TbxChecker::finishReferences()
{
    for (const auto &[target, from] : m_references) {
        if (m_ids.contains(target) || m_foreignIds.contains(target))
            continue;
        m_findings.error(
            from.second, "unknown-target", QStringLiteral("Identifiers"),
            QStringLiteral("%1=\"%2\" is not the id of an element of this file. Only its first place "
                           "is listed.")
                .arg(QString::fromStdString(from.first), QString::fromStdString(target)));
    }
}

Result<Report> validateTbx(const Pieces &pieces)
{
    Findings findings(QStringLiteral("tbx"), QStringLiteral("TBX"));
    TbxChecker checker(findings);
    if (const Result<void> read = readXml(pieces, checker, findings.xml); !read)
        return read.error();
    const QString version = checker.version();
    return Report{QStringLiteral("tbx"), version, findings.take()};
}

} // namespace verbale::conformance
