#include "formats/conformance/tmx_checker.h"

#include "formats/conformance/language_tag.h"
#include "formats/conformance/tmx.h"
#include "formats/conformance/tmx_grammar.h"
#include "formats/conformance/values.h"

namespace verbale::conformance {

using namespace tmx;

namespace {

constexpr std::string_view tmxNamespace{"http://www.lisa.org/tmx14"};
const QString inlineSection = QStringLiteral("Content Elements");

int minorVersion(std::string_view version)
{
    if (version == "1.1" || version == "1.2" || version == "1.3")
        return version.back() - '0';
    return 4;
}

} // namespace

void TmxChecker::begin(const XmlTag &tag)
{
    const Position position = here();
    if (!m_structure)
        beginRoot(tag, position);
    const int element = m_structure->begin(tag, position);
    switch (element) {
    case Header:
        m_headerLanguage = tag.value("srclang");
        break;
    case Ude:
        m_hasBase = tag.attribute({}, "base") != nullptr;
        break;
    case Map:
        beginMap(tag, position);
        break;
    case Tu:
        m_unitPosition = position;
        m_sourceLanguage = tag.attribute({}, "srclang") != nullptr ? tag.value("srclang") : m_headerLanguage;
        m_hasSource = m_hasVariants = false;
        m_matchingOfUnit.clear();
        break;
    case Tuv:
        beginVariant(tag, position);
        break;
    case Seg:
        m_pairs.clear();
        m_matching.clear();
        break;
    default:
        if (element >= Bpt)
            beginCode(element, tag, position);
        break;
    }
}

void TmxChecker::beginRoot(const XmlTag &tag, Position position)
{
    m_version = toQString(tag.value("version"));
    m_grammar.emplace(tmxGrammar(minorVersion(tag.value("version"))));
    m_structure.emplace(*m_grammar, std::string(tag.ns), m_findings);
    if (!tag.ns.empty() && tag.ns != tmxNamespace) {
        m_findings.error(
            position, "namespace", QStringLiteral("tmx"),
            QStringLiteral("<tmx> is in the namespace \"%1\"; TMX has none.").arg(toQString(tag.ns)));
    }
}

void TmxChecker::beginVariant(const XmlTag &tag, Position position)
{
    const XmlAttribute *language = tag.attribute(xmlNamespace, "lang");
    const XmlAttribute *old = tag.attribute({}, "lang");
    if (old != nullptr && m_version >= QLatin1String("1.3")) {
        warnOnce("deprecated-lang", QStringLiteral("lang"), position,
                 QStringLiteral(
                     "The attribute lang is deprecated; use xml:lang. Only its first place is listed."));
    }
    const std::string_view tagOfLanguage = language != nullptr ? language->value
                                           : old != nullptr    ? old->value
                                                               : std::string_view();
    m_hasVariants = true;
    m_hasSource = m_hasSource || primaryLanguage(tagOfLanguage) == primaryLanguage(m_sourceLanguage);
    if (m_languages.size() < 1000 && m_languages.emplace(tagOfLanguage).second &&
        checkLanguageTag(tagOfLanguage) == LanguageTag::Unknown) {
        m_findings.warning(
            position, "unknown-language", QStringLiteral("xml:lang"),
            QStringLiteral("No language is registered as \"%1\". Only its first place is listed.")
                .arg(toQString(tagOfLanguage)));
    }
}

void TmxChecker::beginMap(const XmlTag &tag, Position position)
{
    const QString section = QStringLiteral("map");
    if (tag.attribute({}, "code") != nullptr && !m_hasBase) {
        m_findings.error(position, "missing-base", section,
                         QStringLiteral("<map> has a code, so that its <ude> needs the attribute base."));
    }
    if (tag.attribute({}, "code") == nullptr && tag.attribute({}, "ent") == nullptr &&
        tag.attribute({}, "subst") == nullptr) {
        m_findings.warning(position, "empty-map", section,
                           QStringLiteral("<map> should have one of the attributes code, ent and subst."));
    }
}

void TmxChecker::beginCode(int element, const XmlTag &tag, Position position)
{
    if (element == Ut) {
        warnOnce("deprecated-ut", inlineSection, position,
                 QStringLiteral("<ut> is deprecated; use <bpt>, <ept>, <it> or <ph>. Only its first place is "
                                "listed."));
    }
    if (const XmlAttribute *pair = tag.attribute({}, "i"); pair != nullptr && element == Bpt)
        openPair(std::string(pair->value), position);
    else if (pair != nullptr && element == Ept)
        closePair(std::string(pair->value), position);
    checkMatching(element, tag, position);
}

void TmxChecker::openPair(const std::string &key, Position position)
{
    Pair &pair = m_pairs[key];
    if (pair.isOpen || pair.isClosed) {
        m_findings.error(position, "duplicate-i", inlineSection,
                         QStringLiteral("i=\"%1\" belongs to an earlier <bpt> of the same segment.")
                             .arg(QString::fromStdString(key)));
    }
    pair = {position, true, false};
}

void TmxChecker::closePair(const std::string &key, Position position)
{
    Pair &pair = m_pairs[key];
    if (!pair.isOpen) {
        m_findings.error(position, "unpaired-code", inlineSection,
                         QStringLiteral("<ept i=\"%1\"> ends what no <bpt> before it begins.")
                             .arg(QString::fromStdString(key)));
    }
    pair.isOpen = false;
    pair.isClosed = true;
}

/// The attribute x says which codes of the variants of a unit are one and the same.
void TmxChecker::checkMatching(int element, const XmlTag &tag, Position position)
{
    const XmlAttribute *matching = tag.attribute({}, "x");
    if (matching == nullptr)
        return;
    const std::string key(matching->value);
    // A code that is divided has the x of its other half.
    const std::string kind = std::to_string(element) + std::string(tag.value("pos")) + ' ' + key;
    if (!m_matching.insert(kind).second) {
        m_findings.warning(position, "duplicate-x", inlineSection,
                           QStringLiteral("x=\"%1\" belongs to another <%2> of the same segment.")
                               .arg(toQString(key), toQString(tag.name)));
    }
    const auto [place, isNew] = m_matchingOfUnit.emplace(key, element);
    const bool isDivided = (place->second == Bpt && element == It) || (place->second == It && element == Bpt);
    if (!isNew && place->second != element && !isDivided) {
        m_findings.warning(
            position, "mismatched-x", inlineSection,
            QStringLiteral("x=\"%1\" belongs to another kind of code in the same <tu>.").arg(toQString(key)));
    }
}

void TmxChecker::end()
{
    const int element = m_structure->end();
    if (element == Seg)
        finishSegment();
    else if (element == Tu)
        finishUnit();
}

void TmxChecker::finishSegment()
{
    for (const auto &[key, pair] : m_pairs) {
        if (!pair.isOpen)
            continue;
        m_findings.error(
            pair.opened, "unpaired-code", inlineSection,
            QStringLiteral("<bpt i=\"%1\"> has no <ept> in the same segment; use <it> for a code "
                           "without its other half.")
                .arg(QString::fromStdString(key)));
    }
    m_pairs.clear();
}

void TmxChecker::finishUnit()
{
    if (m_hasVariants && !m_hasSource && !m_sourceLanguage.empty() && m_sourceLanguage != "*all*") {
        m_findings.warning(m_unitPosition, "missing-source", QStringLiteral("srclang"),
                           QStringLiteral("The <tu> has no <tuv> in its source language, \"%1\".")
                               .arg(QString::fromStdString(m_sourceLanguage)));
    }
}

void TmxChecker::warnOnce(const char *code, const QString &section, Position position, const QString &message)
{
    if (m_warned.insert(code).second)
        m_findings.warning(position, code, section, message);
}

Result<Report> validateTmx(const Pieces &pieces)
{
    Findings findings(QStringLiteral("tmx"), QStringLiteral("TMX 1.4b"));
    TmxChecker checker(findings);
    if (const Result<void> read = readXml(pieces, checker, findings.xml); !read)
        return read.error();
    return Report{QStringLiteral("tmx"), checker.version(), findings.take()};
}

} // namespace verbale::conformance
