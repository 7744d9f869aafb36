#include "formats/conformance/xliff12_codes.h"

#include "formats/conformance/values.h"
#include "formats/conformance/xliff12_grammar.h"

#include <span>
#include <unordered_set>

namespace verbale::conformance {

using namespace xliff12;

namespace {

const QString inlineSection = QStringLiteral("3.2.4 Inline Elements");
const QString attributeSection = QStringLiteral("3.3.1 XLIFF Attributes");

const char *nameOf(int element)
{
    switch (element) {
    case G:
        return "g";
    case X:
        return "x";
    case Bx:
        return "bx";
    case Ex:
        return "ex";
    case Ph:
        return "ph";
    case Bpt:
        return "bpt";
    case Ept:
        return "ept";
    default:
        return "it";
    }
}

QString described(int element, const std::string &id)
{
    return QStringLiteral("<%1 id=\"%2\">").arg(QLatin1String(nameOf(element)), QString::fromStdString(id));
}

} // namespace

void Xliff12Codes::start(Role role)
{
    m_role = role;
    m_count = 0;
}

void Xliff12Codes::add(int element, const XmlTag &tag, Position position)
{
    if (m_count == m_codes.size())
        m_codes.emplace_back();
    Code &code = m_codes[m_count++];
    code.element = element;
    code.id = tag.value("id");
    const XmlAttribute *rid = tag.attribute({}, "rid");
    code.hasRid = rid != nullptr;
    code.rid = rid != nullptr ? trimmed(rid->value) : std::string_view();
    code.isPaired = false;
    code.mayBeCloned = (element == G || element == X || element == Bx || element == Ex) &&
                       trimmed(tag.value("clone")) != "no";
    code.attributes = element == It ? tag.value("pos") : std::string_view();
    if (element == X) {
        for (const XmlAttribute &attribute : tag.attributes) {
            if (!attribute.ns.empty())
                continue;
            code.attributes.append(attribute.name).append(1, '=').append(attribute.value).append(1, '\n');
        }
    }
    code.position = position;
}

void Xliff12Codes::finish()
{
    if (m_count == 0)
        return;
    checkIds();
    checkRids(Bpt, Ept);
    checkRids(Bx, Ex);
    pair(Bpt, Ept);
    pair(Bx, Ex);
}

void Xliff12Codes::checkIds()
{
    // Nearly every text has a handful of codes; a table is worth it only for the others.
    constexpr std::size_t few = 16;
    const std::span<const Code> codes(m_codes.data(), m_count);
    std::unordered_map<std::string, const Code *> known;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const Code &code = codes[i];
        if (m_count > few) {
            const auto [place, isNew] = known.emplace(std::to_string(code.element) + ' ' + code.id, &code);
            if (!isNew)
                checkDuplicate(*place->second, code);
            continue;
        }
        for (const Code &before : codes.first(i)) {
            if (before.element == code.element && before.id == code.id) {
                checkDuplicate(before, code);
                break;
            }
        }
    }
}

void Xliff12Codes::checkDuplicate(const Code &first, const Code &again)
{
    if (again.element == X && first.attributes == again.attributes)
        return;
    if (again.element == It && first.attributes != again.attributes)
        return; // the two ends of what another segment divides
    const bool isCopy = m_role != Role::Source || m_idsAreShared;
    if (isCopy && first.mayBeCloned && again.mayBeCloned)
        return;
    const QString message =
        QStringLiteral("%1 stands twice in the same text; give each code an id of its own.")
            .arg(described(again.element, again.id));
    // Of the codes that have the attribute clone the specification says when they may be copied.
    const bool hasClone = again.element == G || again.element == X || again.element == Bx;
    if (!isCopy || (hasClone && m_role == Role::Target))
        m_findings.error(again.position, "duplicate-code-id", attributeSection, message);
    else
        m_findings.warning(again.position, "duplicate-code-id", attributeSection, message);
}

void Xliff12Codes::checkRids(int begin, int end)
{
    const std::span<const Code> codes(m_codes.data(), m_count);
    std::unordered_set<std::string_view> opened;
    for (const Code &code : codes) {
        if (code.element == begin && code.hasRid && !opened.insert(code.rid).second) {
            m_findings.error(code.position, "duplicate-rid", attributeSection,
                             QStringLiteral("rid=\"%1\" belongs to an earlier <%2> of the same text.")
                                 .arg(QString::fromStdString(code.rid), QLatin1String(nameOf(begin))));
        }
    }
    for (const Code &code : codes) {
        if (code.element == end && code.hasRid && !opened.contains(code.rid)) {
            m_findings.error(code.position, "unknown-rid", attributeSection,
                             QStringLiteral("rid=\"%1\" of <%2> is not the rid of a <%3> in the same text.")
                                 .arg(QString::fromStdString(code.rid), QLatin1String(nameOf(end)),
                                      QLatin1String(nameOf(begin))));
        }
    }
}

void Xliff12Codes::pair(int begin, int end)
{
    Openings byRid;
    Openings byId;
    std::vector<Code *> early; // closings before which nothing fitting was opened
    const auto close = [&](Code &closing) {
        Code *opening = closing.hasRid ? takeLast(byRid, closing.rid) : nullptr;
        if (opening == nullptr && !(closing.hasRid && hasRid(byId, closing.id)))
            opening = takeLast(byId, closing.id);
        if (opening != nullptr)
            opening->isPaired = closing.isPaired = true;
        return opening != nullptr;
    };
    for (Code &code : std::span<Code>(m_codes.data(), m_count)) {
        if (code.element == begin) {
            byId[code.id].push_back(&code);
            if (code.hasRid)
                byRid[code.rid].push_back(&code);
        } else if (code.element == end && !close(code)) {
            early.push_back(&code);
        }
    }
    for (Code *closing : early) {
        if (close(*closing)) {
            m_findings.error(closing->position, "pair-order", inlineSection,
                             QStringLiteral("%1 stands before the <%2> that it closes.")
                                 .arg(described(end, closing->id), QLatin1String(nameOf(begin))));
        }
    }
    pairLeftOver(begin, end);
}

/// The last one that is still open; null when there is none.
Xliff12Codes::Code *Xliff12Codes::takeLast(Openings &openings, const std::string &key)
{
    const auto found = openings.find(key);
    if (found == openings.end())
        return nullptr;
    std::vector<Code *> &list = found->second;
    while (!list.empty() && list.back()->isPaired)
        list.pop_back();
    return list.empty() ? nullptr : list.back();
}

bool Xliff12Codes::hasRid(Openings &openings, const std::string &key)
{
    const Code *last = takeLast(openings, key);
    return last != nullptr && last->hasRid;
}

/// Codes without a partner of their rid or id: where the text has as many endings as beginnings, in order,
/// they are taken for pairs.
void Xliff12Codes::pairLeftOver(int begin, int end)
{
    std::vector<Code *> open;
    for (Code &code : std::span<Code>(m_codes.data(), m_count)) {
        if (code.isPaired || (code.element != begin && code.element != end))
            continue;
        if (code.element == begin) {
            open.push_back(&code);
        } else if (!open.empty() && !(code.hasRid && open.back()->hasRid)) {
            m_findings.warning(code.position, "pair-ids", inlineSection,
                               QStringLiteral("%1 has not the id or rid of the <%2> that it closes.")
                                   .arg(described(end, code.id), QLatin1String(nameOf(begin))));
            open.pop_back();
        } else {
            unpaired(code);
        }
    }
    for (const Code *code : open)
        unpaired(*code);
}

void Xliff12Codes::unpaired(const Code &code)
{
    const bool begins = code.element == Bpt || code.element == Bx;
    const QString message = QStringLiteral("%1 has no partner that %2 it in the same text.")
                                .arg(described(code.element, code.id),
                                     begins ? QStringLiteral("closes") : QStringLiteral("opens"));
    // The specification says that each bpt has its ept; that a bx should have its ex.
    if ((code.element == Bpt || code.element == Ept) && m_role != Role::Suggestion)
        m_findings.error(code.position, "unpaired-code", inlineSection, message);
    else
        m_findings.warning(code.position, "unpaired-code", inlineSection, message);
}

} // namespace verbale::conformance
