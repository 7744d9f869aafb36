#include "formats/conformance/xliff12_checker.h"

#include "formats/conformance/language_tag.h"
#include "formats/conformance/values.h"
#include "formats/conformance/xliff12.h"
#include "formats/conformance/xliff12_grammar.h"

#include <algorithm>
#include <array>

namespace verbale::conformance {

using namespace xliff12;

namespace {

constexpr std::string_view sdlNamespace{"http://sdl.com/"};
const QString attributeSection = QStringLiteral("3.3.1 XLIFF Attributes");
const QString languageSection = QStringLiteral("3.3.2 XML Namespace Attributes");
const QString structureSection = QStringLiteral("3.2.3 Structural Elements");
const QString headerSection = QStringLiteral("3.2.1 Top Level and Header Elements");

/// Whether xsi:schemaLocation gives the strict schema for the namespace of XLIFF 1.2.
bool namesStrictSchema(std::string_view locations)
{
    bool isXliff = false;
    bool isLocation = false;
    for (locations = trimmed(locations); !locations.empty(); locations = trimmed(locations)) {
        const auto end = std::min(locations.find_first_of(" \t\r\n"), locations.size());
        const std::string_view word = locations.substr(0, end);
        if (!isLocation)
            isXliff = word == xliff12Namespace;
        else if (isXliff && word.substr(word.rfind('/') + 1).find("strict") != std::string_view::npos)
            return true;
        isLocation = !isLocation;
        locations.remove_prefix(end);
    }
    return false;
}

void appendWithoutSpace(std::string &to, std::string_view piece)
{
    for (const char character : piece) {
        if (static_cast<unsigned char>(character) > ' ')
            to.push_back(character);
    }
}

bool isBase64(std::string_view text)
{
    const auto padding = text.find('=');
    const std::string_view digits = text.substr(0, padding);
    const std::string_view rest =
        padding == std::string_view::npos ? std::string_view() : text.substr(padding);
    return text.size() % 4 == 0 && rest.size() <= 2 &&
           rest.find_first_not_of('=') == std::string_view::npos &&
           digits.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") ==
               std::string_view::npos;
}

bool isInlineCode(int element)
{
    return element >= G && element <= It;
}

} // namespace

Xliff12Checker::Xliff12Checker(Findings &findings)
    : m_findings(findings), m_names(findings), m_codes(findings)
{
}

void Xliff12Checker::begin(const XmlTag &tag)
{
    const Position position = here();
    if (!m_structure)
        beginRoot(tag, position);
    const int parent = m_structure->ancestor(0);
    const int element = m_structure->begin(tag, position);
    if (parent == Xliff && element >= Structure::Foreign)
        m_endsWithFile = element == File;
    if (element < 0)
        return;
    checkDeprecated(element, tag, position);
    if (element == File)
        beginFile(tag, position);
    else if (element < Body)
        beginHeaderElement(element, tag, position);
    else if (element == Source || element == SegSource || element == Target)
        beginText(element, tag, position);
    else if (element == Mrk)
        beginMark(tag, position);
    else if (isInlineCode(element)) {
        m_codes.add(element, tag, position);
        referToUnits(tag, position);
    } else if (element == Sub)
        referToUnits(tag, position);
    else
        beginUnit(element, tag, position);
}

void Xliff12Checker::beginRoot(const XmlTag &tag, Position position)
{
    const XmlAttribute *locations = tag.attribute(schemaInstanceNamespace, "schemaLocation");
    m_grammar.emplace(xliff12Grammar(locations != nullptr && namesStrictSchema(locations->value)));
    m_structure.emplace(*m_grammar, std::string(tag.ns), m_findings);
    m_version = toQString(tag.value("version"));
    m_codes.setIdsAreShared(
        std::any_of(tag.attributes.begin(), tag.attributes.end(), [](const XmlAttribute &own) {
            return own.ns.substr(0, sdlNamespace.size()) == sdlNamespace;
        }));
    if (tag.ns != xliff12Namespace) {
        m_findings.error(position, "namespace", headerSection,
                         QStringLiteral("<xliff> is not in the namespace of XLIFF 1.2; write xmlns=\"%1\".")
                             .arg(toQString(xliff12Namespace)));
    } else if (m_version == QLatin1String("1.0") || m_version == QLatin1String("1.1")) {
        m_findings.warning(position, "older-version", headerSection,
                           QStringLiteral("version=\"%1\" stands in the namespace of XLIFF 1.2; the file is "
                                          "checked as XLIFF 1.2.")
                               .arg(m_version));
    }
}

void Xliff12Checker::beginFile(const XmlTag &tag, Position position)
{
    m_warned.clear();
    m_sourceLanguage = tag.value("source-language");
    m_targetLanguage = tag.value("target-language");
    for (const char *name : {"source-language", "target-language"}) {
        const XmlAttribute *language = tag.attribute({}, name);
        if (language != nullptr && checkLanguageTag(trimmed(language->value)) == LanguageTag::Unknown) {
            m_findings.warning(position, "unknown-language", attributeSection,
                               QStringLiteral("%1=\"%2\": no language is registered under this tag.")
                                   .arg(QLatin1String(name), toQString(language->value)));
        }
    }
    referTo(Xliff12Names::Tool, tag, "tool-id", "tool-id of <file>", position);
}

void Xliff12Checker::beginHeaderElement(int element, const XmlTag &tag, Position position)
{
    const auto define = [&](Xliff12Names::Kind kind, const char *attribute) {
        if (const XmlAttribute *name = tag.attribute({}, attribute))
            m_names.define(kind, name->value, position);
    };
    switch (element) {
    case Phase:
        define(Xliff12Names::Phase, "phase-name");
        referTo(Xliff12Names::Tool, tag, "tool-id", "tool-id of <phase>", position);
        break;
    case Tool:
        define(Xliff12Names::Tool, "tool-id");
        break;
    case CountGroup:
        define(Xliff12Names::CountGroup, "name");
        break;
    case ContextGroup:
        define(Xliff12Names::ContextGroup, "name");
        break;
    case ExternalFile:
        define(Xliff12Names::ExternalFile, "uid");
        break;
    case Count:
        referTo(Xliff12Names::Phase, tag, "phase-name", "phase-name of <count>", position);
        break;
    case InternalFile:
        m_isBase64 = toQString(tag.value("form")).compare(QLatin1String("base64"), Qt::CaseInsensitive) == 0;
        m_base64.clear();
        m_textPosition = position;
        break;
    default:
        break;
    }
}

void Xliff12Checker::beginUnit(int element, const XmlTag &tag, Position position)
{
    const XmlAttribute *id = tag.attribute({}, "id");
    if (element == TransUnit || element == BinUnit) {
        if (id != nullptr && trimmed(id->value).empty()) {
            m_findings.error(position, "empty-id", attributeSection,
                             QStringLiteral("id=\"\" identifies nothing; give the unit an id of its own."));
        } else if (id != nullptr) {
            m_names.define(Xliff12Names::Unit, id->value, position);
        }
        referTo(Xliff12Names::Phase, tag, "phase-name",
                element == TransUnit ? "phase-name of <trans-unit>" : "phase-name of <bin-unit>", position);
    }
    if (element == TransUnit) {
        m_unitSegments = {};
        m_source.clear();
        m_segSource.clear();
    } else if (element == Group && id != nullptr) {
        m_names.define(Xliff12Names::Group, id->value, position);
    } else if (element == BinTarget) {
        referTo(Xliff12Names::Phase, tag, "phase-name", "phase-name of <bin-target>", position);
    } else if (element == AltTrans) {
        m_inAlternative = true;
        m_alternativeSegments = {};
        referTo(Xliff12Names::Phase, tag, "phase-name", "phase-name of <alt-trans>", position);
        referTo(Xliff12Names::Tool, tag, "tool-id", "tool-id of <alt-trans>", position);
        if (const XmlAttribute *mid = tag.attribute({}, "mid"))
            m_unitSegments.references.emplace_back(trimmed(mid->value), position);
    }
    if (element == TransUnit || element == Group)
        checkSizes(tag, position);
}

void Xliff12Checker::beginText(int element, const XmlTag &tag, Position position)
{
    m_text = element;
    m_textDepth = m_structure->depth();
    m_textPosition = position;
    m_segmentMarks.clear();
    m_codes.start(m_inAlternative     ? Xliff12Codes::Role::Suggestion
                  : element == Source ? Xliff12Codes::Role::Source
                                      : Xliff12Codes::Role::Target);
    if (element == SegSource)
        (m_inAlternative ? m_alternativeSegments : m_unitSegments).hasSegSource = true;
    if (element == Target)
        referTo(Xliff12Names::Phase, tag, "phase-name", "phase-name of <target>", position);
    if (m_inAlternative)
        return; // a suggestion may be in another language
    if (element != Target) {
        checkLanguage(tag, "source-language", m_sourceLanguage, position);
        return;
    }
    checkLanguage(tag, "target-language", m_targetLanguage, position);
    if (m_targetLanguage.empty() && tag.attribute(xmlNamespace, "lang") == nullptr) {
        warnOnce("missing-target-language", position,
                 QStringLiteral("There is a <target>, but neither its <file> has a target-language nor it an "
                                "xml:lang. Only the first place is listed."));
    }
}

void Xliff12Checker::checkLanguage(const XmlTag &tag, const char *expectedName, const std::string &expected,
                                   Position position)
{
    const XmlAttribute *language = tag.attribute(xmlNamespace, "lang");
    if (language == nullptr || expected.empty() || trimmed(language->value).empty())
        return;
    if (language->value != expected && primaryLanguage(language->value) != primaryLanguage(expected)) {
        warnOnce("language-mismatch", position,
                 QStringLiteral("xml:lang=\"%1\" is another language than %2=\"%3\" of the <file>. Only the "
                                "first place is listed.")
                     .arg(toQString(language->value), QLatin1String(expectedName),
                          QString::fromStdString(expected)));
    }
}

void Xliff12Checker::beginMark(const XmlTag &tag, Position position)
{
    if (m_text < 0)
        return;
    const std::size_t depth = m_structure->depth();
    const bool isSegment = trimmed(tag.value("mtype")) == "seg";
    if (isSegment) {
        if (!m_segmentMarks.empty()) {
            m_findings.error(position, "nested-segment", QStringLiteral("3.2.5 Delimiter Element"),
                             QStringLiteral("A segment, <mrk mtype=\"seg\">, stands in another one."));
        }
        m_segmentMarks.push_back(depth);
    }
    const XmlAttribute *mid = tag.attribute({}, "mid");
    if (mid == nullptr) {
        if (isSegment && m_text == SegSource) {
            m_findings.warning(
                position, "segment-without-mid", attributeSection,
                QStringLiteral("A segment of <seg-source> has no mid, so that no target can be "
                               "matched with it."));
        }
        return;
    }
    Segments &segments = m_inAlternative ? m_alternativeSegments : m_unitSegments;
    const bool isDirect = depth == m_textDepth + 1;
    std::string key(trimmed(mid->value));
    if (m_text == SegSource && (isDirect || isSegment)) {
        if (!segments.mids.emplace(key, true).second) {
            m_findings.error(position, "duplicate-mid", attributeSection,
                             QStringLiteral("mid=\"%1\" belongs to an earlier segment of this <seg-source>.")
                                 .arg(QString::fromStdString(key)));
        }
    } else if (m_text == Target && (isDirect || (isSegment && segments.hasSegSource))) {
        segments.references.emplace_back(std::move(key), position);
    }
}

void Xliff12Checker::checkDeprecated(int element, const XmlTag &tag, Position position)
{
    if (element == PropGroup) {
        warnOnce(
            "deprecated", position,
            QStringLiteral("<prop-group> is deprecated; use an extension. Only its first place is listed."));
    }
    if (tag.attribute({}, "ts") != nullptr) {
        warnOnce(
            "deprecated-ts", position,
            QStringLiteral("The attribute ts is deprecated; use one of another namespace. Only its first "
                           "place is listed."));
    }
    if ((element == File || element == Phase || element == AltTrans) &&
        tag.attribute({}, "tool") != nullptr) {
        warnOnce(
            "deprecated-tool", position,
            QStringLiteral("The attribute tool is deprecated; use tool-id and <tool>. Only its first place "
                           "is listed."));
    }
}

void Xliff12Checker::checkSizes(const XmlTag &tag, Position position)
{
    static constexpr std::array<std::pair<const char *, const char *>, 3> limits{
        {{"minwidth", "maxwidth"}, {"minheight", "maxheight"}, {"minbytes", "maxbytes"}}};
    for (const auto &[least, most] : limits) {
        for (const char *name : {least, most}) {
            const XmlAttribute *size = tag.attribute({}, name);
            if (size != nullptr && isNmtoken(size->value) &&
                trimmed(size->value).find_first_not_of("0123456789.") != std::string_view::npos) {
                m_findings.warning(position, "size-not-a-number", attributeSection,
                                   QStringLiteral("%1=\"%2\" is not a number.")
                                       .arg(QLatin1String(name), toQString(size->value)));
            }
        }
        const QString minimum = toQString(trimmed(tag.value(least)));
        const QString maximum = toQString(trimmed(tag.value(most)));
        if (!minimum.isEmpty() && !maximum.isEmpty() && minimum.toDouble() > maximum.toDouble()) {
            m_findings.warning(position, "size-contradiction", attributeSection,
                               QStringLiteral("%1=\"%2\" is larger than %3=\"%4\".")
                                   .arg(QLatin1String(least), minimum, QLatin1String(most), maximum));
        }
    }
}

void Xliff12Checker::end()
{
    const Position position = m_isBase64 ? here() : Position{};
    const std::size_t depth = m_structure->depth();
    const int element = m_structure->end();
    if (element < 0)
        return;
    switch (element) {
    case Source:
    case SegSource:
    case Target:
        m_codes.finish();
        m_text = -1;
        if (element == SegSource && !m_inAlternative)
            compareSources(m_textPosition);
        break;
    case Mrk:
        if (!m_segmentMarks.empty() && m_segmentMarks.back() == depth)
            m_segmentMarks.pop_back();
        break;
    case AltTrans:
        finishSegments(m_alternativeSegments);
        m_inAlternative = false;
        break;
    case TransUnit:
        finishSegments(m_unitSegments);
        break;
    case InternalFile:
        if (std::exchange(m_isBase64, false) && !isBase64(m_base64)) {
            m_findings.error(m_textPosition, "invalid-base64", headerSection,
                             QStringLiteral("The content of <internal-file form=\"base64\"> is not Base64."));
        }
        break;
    case File:
        m_names.finish();
        break;
    case Xliff:
        if (!m_endsWithFile) {
            m_findings.error(position.line > 0 ? position : here(), "element-order", headerSection,
                             QStringLiteral("The last element in <xliff> has to be a <file>."));
        }
        break;
    default:
        break;
    }
}

void Xliff12Checker::finishSegments(Segments &segments)
{
    for (const auto &[mid, position] : segments.references) {
        if (segments.mids.contains(mid))
            continue;
        m_findings.error(position, "unknown-mid", attributeSection,
                         QStringLiteral("mid=\"%1\" is not the mid of a segment in <seg-source>.")
                             .arg(QString::fromStdString(mid)));
    }
}

void Xliff12Checker::compareSources(Position position)
{
    if (m_source != m_segSource) {
        m_findings.warning(position, "seg-source-differs", structureSection,
                           QStringLiteral("The text of <seg-source> is not that of <source>."));
    }
}

void Xliff12Checker::text(std::string_view piece)
{
    m_structure->text(piece, *this);
    if (m_isBase64)
        appendWithoutSpace(m_base64, piece);
    else if (m_text == Source && !m_inAlternative)
        appendWithoutSpace(m_source, piece);
    else if (m_text == SegSource && !m_inAlternative)
        appendWithoutSpace(m_segSource, piece);
}

void Xliff12Checker::warnOnce(const char *code, Position position, const QString &message)
{
    if (m_warned.emplace(code, true).second)
        m_findings.warning(position, code, attributeSection, message);
}

void Xliff12Checker::referTo(Xliff12Names::Kind kind, const XmlTag &tag, const char *attribute,
                             const char *from, Position position)
{
    if (const XmlAttribute *name = tag.attribute({}, attribute))
        m_names.refer(kind, kind == Xliff12Names::Phase ? trimmed(name->value) : name->value, from, position);
}

/// The specification speaks of one unit; SDL Trados Studio names several, with spaces between them.
void Xliff12Checker::referToUnits(const XmlTag &tag, Position position)
{
    std::string_view rest = trimmed(tag.value("xid"));
    while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        m_names.refer(Xliff12Names::Unit, rest.substr(0, end), "xid of an inline code", position);
        rest = trimmed(rest.substr(end));
    }
}

Result<Report> validateXliff12(const Pieces &pieces)
{
    Findings findings(QStringLiteral("xliff12"), QStringLiteral("XLIFF 1.2"));
    Xliff12Checker checker(findings);
    if (const Result<void> read = readXml(pieces, checker, findings.xml); !read)
        return read.error();
    return Report{QStringLiteral("xliff"), checker.version(), findings.take()};
}

} // namespace verbale::conformance
