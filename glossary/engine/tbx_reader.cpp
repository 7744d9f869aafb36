#include "glossary/engine/tbx.h"

#include "glossary/engine/tbx_entry.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSet>

#include <algorithm>
#include <tuple>

namespace verbale::glossary {

namespace {

using tbx::Dialect;
using tbx::FileKind;
using tbx::Finding;
using tbx::Node;
using tbx::Version;

constexpr qsizetype findingsKept = 1000;

/// A target and where it stands.
struct Mention
{
    QString id;
    qint64 offset = 0;
    qsizetype entry = -1; ///< the entry that it stands in; -1: outside of all
};

struct ReadEntry
{
    ConceptEntry entry;
    qint64 offset = 0;
    qint64 end = 0;
    bool good = true;
};

/// An element of header or back matter under its v3 name. Their elements have no name spaces of their own.
void appendXml(const xml::Element &element, const FileKind &file, QString &out)
{
    const QString name = tbx::makeNode(element, file).kind;
    out += u'<' + name;
    for (const xml::Attribute &attribute : element.attributes) {
        const bool isXml = attribute.ns == QLatin1String("http://www.w3.org/XML/1998/namespace");
        if (isXml || attribute.ns.isEmpty())
            xml::appendAttribute(out, isXml ? QStringLiteral("xml:") + attribute.name : attribute.name,
                                 attribute.value);
    }
    out += u'>';
    for (const xml::Node &child : element.children) {
        if (child.element)
            appendXml(*child.element, file, out);
        else
            xml::appendText(out, child.text);
    }
    out += QStringLiteral("</%1>").arg(name);
}

/// The form that is nearest to a file's own, and whether it is that form.
std::pair<TbxForm, bool> formOf(const FileKind &file)
{
    const bool isBasic = file.dialect == Dialect::Basic;
    if (file.version == Version::V2)
        return {TbxForm::BasicV2, isBasic};
    return {file.dct ? TbxForm::BasicDct : TbxForm::BasicDca, isBasic};
}

Dialect dialectNamed(const QString &name)
{
    if (name == QLatin1String("TBX-Core"))
        return Dialect::Core;
    if (name == QLatin1String("TBX-Min"))
        return Dialect::Min;
    return name == QLatin1String("TBX-Basic") ? Dialect::Basic : Dialect::Open;
}

class TbxVisitor : public xml::Visitor
{
public:
    Take begin(const xml::Element &tag) override;
    void tree(const xml::Element &element) override;
    void end() override;
    void checkReferences();

    /// An id for an entry of v2 that has none; no other element of the file has it.
    [[nodiscard]] QString freeId(int number) const;

    /// Where the file's parts stand, once it has been read.
    [[nodiscard]] std::shared_ptr<TbxSource> source(const QByteArray &bytes) const;

    std::vector<ReadEntry> entries;
    std::vector<Finding> findings;
    Losses losses;

private:
    void beginRoot(const xml::Element &tag);
    void refuse(const QString &message, const xml::Element &tag);
    void judge(const Node &node, qsizetype entry);
    void collectMentions(const Node &node, qsizetype entry);
    void add(Finding finding, qsizetype entry);
    void miss(const QString &message);

    FileKind m_file;
    std::vector<std::pair<QString, qint64>> m_open; ///< walked elements by their v3 names
    QSet<QString> m_seen;                           ///< of the elements that may stand once
    QSet<QString> m_ids;
    std::vector<Mention> m_targets;
    bool m_sound = true; ///< no finding outside the entries
    QString m_header;
    QString m_back;
};

void TbxVisitor::refuse(const QString &message, const xml::Element &tag)
{
    error = Error{QStringLiteral("tbx.not-tbx"), message, {}};
    error->where.offset = tag.start;
}

void TbxVisitor::add(Finding finding, qsizetype entry)
{
    if (entry >= 0)
        entries[static_cast<std::size_t>(entry)].good = false;
    m_sound = m_sound && entry >= 0;
    findings.push_back(std::move(finding));
}

void TbxVisitor::beginRoot(const xml::Element &tag)
{
    m_file.name = tag.value(QLatin1String("type"));
    if (tag.is(QLatin1String(tbx::coreNamespace), QLatin1String("tbx"))) {
        m_file.version = Version::V3;
        m_file.dct = tag.value(QLatin1String("style")) == QLatin1String("dct");
        m_file.dialect = dialectNamed(m_file.name);
        if (!m_file.name.startsWith(QLatin1String("TBX-")))
            return refuse(QStringLiteral("the attribute \"type\" of <tbx> has to name a dialect, such as "
                                         "\"TBX-Basic\""),
                          tag);
        if (!m_file.dct && tag.value(QLatin1String("style")) != QLatin1String("dca"))
            return refuse(QStringLiteral("the attribute \"style\" of <tbx> has to be \"dca\" or \"dct\""),
                          tag);
    } else if (tag.name == QLatin1String("martif")) {
        m_file.version = Version::V2;
        m_file.dialect = m_file.name == QLatin1String("TBX-Basic") ? Dialect::Basic : Dialect::Open;
        m_file.name = m_file.name.isEmpty() ? QStringLiteral("TBX") : m_file.name;
        return;
    } else if (tag.name == QLatin1String("TBX") &&
               tag.value(QLatin1String("dialect")) == QLatin1String("TBX-Min")) {
        m_file = {Version::V2, Dialect::Min, true, true, QStringLiteral("TBX-Min")};
        return;
    } else if (tag.name == QLatin1String("tbx")) {
        return refuse(QStringLiteral("<tbx> is not in the name space of TBX v3; add xmlns=\"%1\"")
                          .arg(QLatin1String(tbx::coreNamespace)),
                      tag);
    } else {
        return refuse(
            QStringLiteral("not a TBX file: it begins with <%1> instead of <tbx> or <martif>").arg(tag.name),
            tag);
    }
    if (tag.value(QLatin1String("http://www.w3.org/XML/1998/namespace"), QLatin1String("lang")).isEmpty())
        add({QStringLiteral("tbx.attribute"), QStringLiteral("<tbx> needs the attribute \"xml:lang\""),
             tag.start},
            -1);
}

xml::Visitor::Take TbxVisitor::begin(const xml::Element &tag)
{
    if (m_open.empty()) {
        beginRoot(tag);
        m_open.emplace_back(QStringLiteral("tbx"), tag.start);
        return Take::Walk;
    }
    const QString kind = tbx::makeNode(tag, m_file).kind;
    const QString around = m_open.back().first;
    const bool isEntry = kind == QLatin1String("conceptEntry") && around == QLatin1String("body");
    const bool isHeader =
        around == QLatin1String("tbx") &&
        (kind == QLatin1String("tbxHeader") || (m_file.minFormat && kind == QLatin1String("header")));
    const bool isBack = kind == QLatin1String("back") && around == QLatin1String("text");
    const bool isText = kind == QLatin1String("text") && around == QLatin1String("tbx") && !m_file.minFormat;
    const bool isBody = kind == QLatin1String("body") &&
                        around == (m_file.minFormat ? QLatin1String("tbx") : QLatin1String("text"));
    const bool early = (isText && !m_seen.contains(QStringLiteral("tbxHeader"))) ||
                       (isBack && !m_seen.contains(QStringLiteral("body")));
    if (!(isEntry || isHeader || isBack || isText || isBody) || (!isEntry && m_seen.contains(kind)) ||
        early) {
        add({QStringLiteral("tbx.structure"),
             QStringLiteral("<%1> is not allowed here in <%2>").arg(tag.name, around), tag.start},
            -1);
        if (!isText && !isBody)
            return Take::Skip;
    }
    m_seen.insert(kind);
    if (isText || isBody) {
        m_open.emplace_back(kind, tag.start);
        return Take::Walk;
    }
    return Take::Tree;
}

void TbxVisitor::tree(const xml::Element &element)
{
    const Node node = tbx::makeNode(element, m_file);
    if (node.kind != QLatin1String("conceptEntry")) {
        if (m_file.minFormat)
            return;
        judge(node, -1);
        appendXml(element, m_file, node.kind == QLatin1String("back") ? m_back : m_header);
        return;
    }
    const auto index = static_cast<qsizetype>(entries.size());
    entries.push_back({{}, element.start, element.end, true});
    judge(node, index);
    if (!entries.back().good)
        return;
    Losses here;
    entries.back().entry = tbx::readEntry(node, m_file, here);
    for (auto loss = here.cbegin(); loss != here.cend(); ++loss)
        losses[loss.key()] += loss.value();
    for (const Term &term : entries.back().entry.terms) {
        if (term.text.isEmpty()) {
            add({QStringLiteral("tbx.empty-term"), QStringLiteral("the entry has an empty term"),
                 element.start},
                index);
            return;
        }
    }
}

void TbxVisitor::judge(const Node &node, qsizetype entry)
{
    for (Finding &found : tbx::Judge(m_file).judge(node))
        add(std::move(found), entry);
    collectMentions(node, entry);
}

void TbxVisitor::collectMentions(const Node &node, qsizetype entry)
{
    const xml::Element &element = *node.element;
    if (const QString id = element.value(QLatin1String("id")); !id.isEmpty()) {
        if (m_ids.contains(id))
            add({QStringLiteral("tbx.id"),
                 QStringLiteral("the id \"%1\" is already taken by an earlier element").arg(id),
                 element.start},
                entry);
        m_ids.insert(id);
    }
    for (const char *attribute : {"target", "startRef"}) {
        const QString target = element.value(QLatin1String(attribute));
        if (!target.isEmpty())
            m_targets.push_back({target, element.start, entry});
    }
    for (const Node &child : node.children)
        collectMentions(child, entry);
}

/// What a target points to: an id of the file, or an address. v2 files of IATE and others point to what they
/// left out; only v3 makes a rule of it.
void TbxVisitor::checkReferences()
{
    if (m_file.version != Version::V3)
        return;
    for (const Mention &target : m_targets) {
        const bool address =
            target.id.startsWith(QLatin1String("http://")) || target.id.startsWith(QLatin1String("https://"));
        if (!address && !m_ids.contains(target.id))
            add({QStringLiteral("tbx.reference"),
                 QStringLiteral("the target \"%1\" is no id of this file and no http address").arg(target.id),
                 target.offset},
                target.entry);
    }
}

QString TbxVisitor::freeId(int number) const
{
    QString id = QStringLiteral("entry-%1").arg(number);
    while (m_ids.contains(id))
        id += QLatin1Char('_');
    return id;
}

std::shared_ptr<TbxSource> TbxVisitor::source(const QByteArray &bytes) const
{
    auto result = std::make_shared<TbxSource>();
    result->bytes = bytes;
    result->encoding = encoding;
    result->dialect = m_file.text();
    std::tie(result->form, result->isForm) = formOf(m_file);
    result->isSound = m_sound;
    result->header = m_header;
    result->back = m_back;
    return result;
}

void TbxVisitor::miss(const QString &message)
{
    add({QStringLiteral("tbx.structure"), message, m_open.back().second}, -1);
}

void TbxVisitor::end()
{
    const QString &kind = m_open.back().first;
    if (kind == QLatin1String("body") && entries.empty())
        miss(QStringLiteral("<body> holds no entry"));
    if (kind == QLatin1String("text") && !m_seen.contains(QStringLiteral("body")))
        miss(QStringLiteral("<text> needs a <body>"));
    if (kind == QLatin1String("tbx") && !m_file.minFormat && !m_seen.contains(QStringLiteral("text")))
        miss(QStringLiteral("<tbx> needs a <text>"));
    if (m_file.minFormat && kind == QLatin1String("tbx") && !m_seen.contains(QStringLiteral("body")))
        miss(QStringLiteral("<TBX> needs a <body>"));
    m_open.pop_back();
}

/// Lines and columns for byte offsets that are asked for in rising order, each part of the file decoded once.
class PlaceFinder
{
public:
    PlaceFinder(const QByteArray &bytes, xml::Encoding encoding, QString fileName)
        : m_bytes(bytes), m_encoding(encoding), m_fileName(std::move(fileName))
    {
    }

    Place at(qint64 offset)
    {
        const QString part = xml::decode(QByteArrayView(m_bytes).sliced(m_at, offset - m_at), m_encoding);
        for (qsizetype i = 0; i < part.size(); ++i) {
            const bool crLf = part[i] == u'\r' && i + 1 < part.size() && part[i + 1] == u'\n';
            if ((part[i] == u'\n' || part[i] == u'\r') && !crLf) {
                ++m_line;
                m_column = 1;
            } else if (!part[i].isLowSurrogate() && part[i] != QChar::ByteOrderMark) {
                ++m_column;
            }
        }
        m_at = offset;
        return {m_fileName, m_line, m_column, offset};
    }

private:
    const QByteArray &m_bytes;
    xml::Encoding m_encoding;
    QString m_fileName;
    qint64 m_at = 0;
    qint64 m_line = 1;
    qint64 m_column = 1;
};

QList<Error> errorsOf(std::vector<Finding> &findings, PlaceFinder place)
{
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &a, const Finding &b) { return a.offset < b.offset; });
    QList<Error> errors;
    for (const Finding &finding : findings) {
        if (errors.size() == findingsKept) {
            errors.append({QStringLiteral("tbx.more"),
                           QStringLiteral("%1 more findings are not listed")
                               .arg(static_cast<qsizetype>(findings.size()) - findingsKept),
                           errors.last().where});
            break;
        }
        errors.append({finding.rule, finding.message, place.at(finding.offset)});
    }
    return errors;
}

} // namespace

Result<GlossaryContents> readTbx(const QByteArray &bytes, const QString &fileName)
{
    constexpr int deepest = 64; // TBX itself needs about twelve
    TbxVisitor visitor;
    const Result<void> parsed = xml::parse(bytes, {fileName, QStringLiteral("tbx"), deepest}, visitor);
    if (!parsed)
        return parsed.error();
    visitor.checkReferences();

    const PlaceFinder start(bytes, visitor.encoding, fileName);
    GlossaryContents contents;
    contents.rejectedRows = errorsOf(visitor.findings, start);
    contents.warnings = lossSentences(visitor.losses);
    QList<ConceptEntry> entries;
    PlaceFinder place = start;
    int number = 0;
    const std::shared_ptr<TbxSource> source = visitor.source(bytes);
    for (ReadEntry &read : visitor.entries) {
        ++number;
        source->pieces.push_back({read.offset, read.end});
        if (!read.good)
            continue;
        if (read.entry.id.isEmpty())
            read.entry.id = visitor.freeId(number);
        source->pieces.back().entry = read.entry;
        entries.append(std::move(read.entry));
        contents.places.append(place.at(read.offset));
    }
    if (entries.isEmpty()) {
        const Error &first = contents.rejectedRows.first();
        return Error{QStringLiteral("tbx.no-terms"),
                     QStringLiteral("the file holds no usable entry; the first problem: ") + first.message,
                     first.where};
    }
    contents.termbase = Termbase(QFileInfo(fileName).completeBaseName(), std::move(entries));
    contents.tbx = source;
    return contents;
}

} // namespace verbale::glossary
