#include "xml/parse.h"

#include "xml/entity.h"
#include "xml/names.h"
#include "xml/position.h"

#define XML_DTD 1 // expat.h declares the limits of entity expansion only then; the library always has them
#include <expat.h>

#include <QtCore/QSet>

#include <algorithm>
#include <cstring>

namespace verbale::xml {

namespace {

constexpr qint64 chunkBytes = 64LL * 1024;

struct ParserDeleter
{
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

using ParserPointer = std::unique_ptr<XML_ParserStruct, ParserDeleter>;

XML_Error errorOf(NameFault fault)
{
    switch (fault) {
    case NameFault::None:
        return XML_ERROR_NONE;
    case NameFault::UnboundPrefix:
        return XML_ERROR_UNBOUND_PREFIX;
    case NameFault::UndeclaredPrefix:
        return XML_ERROR_UNDECLARING_PREFIX;
    case NameFault::ReservedXml:
        return XML_ERROR_RESERVED_PREFIX_XML;
    case NameFault::ReservedXmlns:
        return XML_ERROR_RESERVED_PREFIX_XMLNS;
    case NameFault::ReservedUri:
        return XML_ERROR_RESERVED_NAMESPACE_URI;
    case NameFault::DuplicateAttribute:
        return XML_ERROR_DUPLICATE_ATTRIBUTE;
    case NameFault::Malformed:
        break;
    }
    return XML_ERROR_INVALID_TOKEN;
}

bool sharesData(const QString &one, const QString &other)
{
    return one.constData() == other.constData() && one.size() == other.size();
}

/// Two prefixes may stand for the same namespace. What has no namespace expat has compared.
bool repeatsAttribute(const Element &element)
{
    constexpr std::size_t fewEnoughForPairs = 16;
    if (element.attributes.size() > fewEnoughForPairs) {
        QSet<std::pair<QString, QString>> seen;
        for (const Attribute &attribute : element.attributes) {
            const qsizetype before = seen.size();
            if (!attribute.ns.isEmpty() &&
                (seen.insert({attribute.ns, attribute.name}), seen.size() == before))
                return true;
        }
        return false;
    }
    const auto same = [](const Attribute &one, const Attribute &other) {
        return one.name == other.name && one.ns == other.ns;
    };
    for (auto at = element.attributes.begin(); at != element.attributes.end(); ++at) {
        if (std::any_of(element.attributes.begin(), at,
                        [&](const Attribute &before) { return same(before, *at); }))
            return true;
    }
    return false;
}

/// Elements that are used again: their lists keep their memory.
class Pool
{
public:
    std::unique_ptr<Element> take()
    {
        if (m_free.empty())
            return std::make_unique<Element>();
        std::unique_ptr<Element> element = std::move(m_free.back());
        m_free.pop_back();
        return element;
    }

    void giveBack(std::unique_ptr<Element> element)
    {
        for (Node &child : element->children) {
            if (child.element)
                giveBack(std::move(child.element));
        }
        element->children.clear();
        if (m_free.size() < mostKept)
            m_free.push_back(std::move(element));
    }

private:
    static constexpr std::size_t mostKept = 1000;
    std::vector<std::unique_ptr<Element>> m_free;
};

/// One run of expat over a file.
class Run
{
public:
    Run(QByteArrayView bytes, const ParseOptions &options, Visitor &visitor)
        : m_bytes(bytes), m_options(options), m_visitor(visitor), m_parser(XML_ParserCreate(nullptr))
    {
        setHandlers();
    }

    Result<void> parse();

private:
    static Run &self(void *userData) { return *static_cast<Run *>(userData); }
    void setHandlers();
    bool feed();
    void startElement(const char *name, const char **attributes);
    void endElement();
    void addText(const char *text, int length);
    void addRemark(const char *kind);
    void flushText();
    Name *fill(Element &element, const char *name, const char **attributes);
    void open(std::unique_ptr<Element> element, Name &name);
    void declareEntity(const char *name, const char *value, int length, bool parameter);
    void stop(const QString &code, const QString &message);
    void stopFor(NameFault fault);
    void stopIfVisitorSaysSo();
    void refuseDepth();
    void refuseSize();
    [[nodiscard]] Error visitorError() const;
    [[nodiscard]] Error expatError() const;
    [[nodiscard]] Encoding encoding() const;
    [[nodiscard]] qint64 rawOffset() const { return XML_GetCurrentByteIndex(m_parser.get()); }
    [[nodiscard]] qint64 offset() const { return rawOffset() + m_options.offsetShift; }
    [[nodiscard]] bool isStopped() const { return m_visitor.error || m_fault != XML_ERROR_NONE; }

    QByteArrayView m_bytes;
    const ParseOptions &m_options;
    Visitor &m_visitor;
    ParserPointer m_parser;
    Names m_names;
    SharedTexts m_values;
    Pool m_pool;
    std::size_t m_walked = 0;                     ///< open elements outside trees
    std::vector<std::unique_ptr<Element>> m_tree; ///< the open elements of the tree being built
    std::vector<Visitor::Content> m_content;      ///< of each of them
    int m_skipped = 0;                            ///< open elements in one that is skipped
    std::vector<char16_t> m_text;                 ///< that has come since the last tag; only grows
    std::size_t m_textSize = 0;
    QString m_declaredEncoding;
    XML_Error m_fault = XML_ERROR_NONE; ///< of names
    qint64 m_faultOffset = 0;
};

void Run::setHandlers()
{
    XML_Parser parser = m_parser.get();
    XML_SetUserData(parser, this);
    XML_SetElementHandler(
        parser,
        [](void *data, const XML_Char *name, const XML_Char **attributes) {
            self(data).startElement(name, attributes);
        },
        [](void *data, const XML_Char *) { self(data).endElement(); });
    XML_SetCharacterDataHandler(
        parser, [](void *data, const XML_Char *text, int length) { self(data).addText(text, length); });
    XML_SetCommentHandler(parser, [](void *data, const XML_Char *) { self(data).addRemark("#comment"); });
    XML_SetProcessingInstructionHandler(
        parser, [](void *data, const XML_Char *, const XML_Char *) { self(data).addRemark("#instruction"); });
    XML_SetXmlDeclHandler(parser, [](void *data, const XML_Char *, const XML_Char *encodingName, int) {
        self(data).m_declaredEncoding = QString::fromLatin1(encodingName).toUpper();
    });
    XML_SetEntityDeclHandler(
        parser, [](void *data, const XML_Char *name, int parameter, const XML_Char *value, int length,
                   const XML_Char *, const XML_Char *, const XML_Char *,
                   const XML_Char *) { self(data).declareEntity(name, value, length, parameter != 0); });
    XML_SetSkippedEntityHandler(parser, [](void *data, const XML_Char *name, int) {
        self(data).stop(QStringLiteral("entity"),
                        QStringLiteral("The entity \"%1\" is declared in another file, which is not fetched; "
                                       "write its text in its place and open the file again.")
                            .arg(QString::fromUtf8(name)));
    });
    XML_SetExternalEntityRefHandler(parser, [](XML_Parser parent, const XML_Char *, const XML_Char *,
                                               const XML_Char *, const XML_Char *) {
        self(XML_GetUserData(parent))
            .stop(QStringLiteral("entity"),
                  QStringLiteral("An entity refers to another file, which is not fetched; write its text "
                                 "in its place and open the file again."));
        return static_cast<int>(XML_STATUS_ERROR);
    });
    XML_SetBillionLaughsAttackProtectionMaximumAmplification(parser, 8.0F);
}

Result<void> Run::parse()
{
    const bool done = feed();
    if (m_visitor.error)
        return visitorError();
    if (!done)
        return expatError();
    return {};
}

/// Gives expat the bytes in pieces. A piece is as large as what expat could not use yet, so that a large tag
/// is not looked at again and again.
bool Run::feed()
{
    qint64 fed = 0;
    qint64 used = 0;
    do {
        const qint64 size = std::min(std::max(chunkBytes, fed - used), m_bytes.size() - fed);
        void *buffer = XML_GetBuffer(m_parser.get(), static_cast<int>(size));
        if (buffer == nullptr)
            return false;
        if (size > 0)
            std::memcpy(buffer, m_bytes.data() + fed, static_cast<std::size_t>(size));
        fed += size;
        const bool last = m_options.isWhole && fed == m_bytes.size();
        const XML_Status status =
            XML_ParseBuffer(m_parser.get(), static_cast<int>(size), last ? XML_TRUE : XML_FALSE);
        if (status != XML_STATUS_OK || isStopped())
            return false;
        used = std::max<qint64>(used, rawOffset());
        if (fed - used > m_options.maximumItem) {
            refuseSize();
            return false;
        }
        if (m_options.passed)
            m_options.passed(used);
    } while (fed < m_bytes.size());
    return true;
}

void Run::startElement(const char *name, const char **attributes)
{
    if (isStopped())
        return;
    if (m_names.enter(attributes) != NameFault::None)
        return stopFor(m_names.fault());
    const std::size_t depth = m_walked + m_tree.size() + static_cast<std::size_t>(m_skipped);
    if (depth >= static_cast<std::size_t>(m_options.maximumDepth))
        return refuseDepth();
    if (m_skipped > 0) {
        ++m_skipped;
        return;
    }
    if (depth == 0)
        m_visitor.encoding = encoding();
    std::unique_ptr<Element> element = m_pool.take();
    Name *resolved = fill(*element, name, attributes);
    if (resolved == nullptr)
        return;
    if (!m_tree.empty()) {
        flushText();
        open(std::move(element), *resolved);
        return;
    }
    const Visitor::Take take = m_visitor.begin(*element);
    stopIfVisitorSaysSo();
    if (take == Visitor::Take::Tree) {
        open(std::move(element), *resolved);
        return;
    }
    m_pool.giveBack(std::move(element));
    if (take == Visitor::Take::Walk)
        ++m_walked;
    else
        m_skipped = 1;
}

/// The tag's name and attributes; null when they break a rule of namespaces, which stops the run.
Name *Run::fill(Element &element, const char *name, const char **attributes)
{
    Name *resolved = m_names.element(name);
    if (resolved == nullptr) {
        stopFor(m_names.fault());
        return nullptr;
    }
    if (!sharesData(element.name, resolved->local))
        element.name = resolved->local;
    if (!sharesData(element.ns, resolved->ns))
        element.ns = resolved->ns;
    // Attributes that a DTD adds by default stand after these: they are not in the tag, so they cannot be
    // patched. Declarations of namespaces are not attributes.
    const int specified = XML_GetSpecifiedAttributeCount(m_parser.get());
    std::size_t count = 0;
    std::size_t prefixed = 0;
    for (int i = 0; i < specified; i += 2) {
        if (attributes[i][0] == 'x' && std::strncmp(attributes[i], "xmlns", 5) == 0 &&
            (attributes[i][5] == '\0' || attributes[i][5] == ':'))
            continue;
        const Name *key = m_names.attribute(attributes[i]);
        if (key == nullptr) {
            stopFor(m_names.fault());
            return nullptr;
        }
        if (element.attributes.size() <= count)
            element.attributes.emplace_back();
        Attribute &attribute = element.attributes[count++];
        if (!sharesData(attribute.name, key->local))
            attribute.name = key->local;
        if (!sharesData(attribute.ns, key->ns))
            attribute.ns = key->ns;
        attribute.value = m_values.text(attributes[i + 1]);
        prefixed += key->ns.isEmpty() ? 0 : 1;
    }
    element.attributes.resize(count);
    if (prefixed > 1 && repeatsAttribute(element)) {
        stopFor(NameFault::DuplicateAttribute);
        return nullptr;
    }
    if (!resolved->kind)
        resolved->kind = m_visitor.kindOf(resolved->ns, resolved->local);
    element.kind = *resolved->kind;
    element.start = offset();
    element.startTagEnd = element.start + XML_GetCurrentByteCount(m_parser.get());
    return resolved;
}

void Run::open(std::unique_ptr<Element> element, Name &name)
{
    if (!name.content)
        name.content = static_cast<int>(m_visitor.contentOf(name.ns, name.local));
    m_content.push_back(static_cast<Visitor::Content>(*name.content));
    m_tree.push_back(std::move(element));
}

void Run::endElement()
{
    if (isStopped())
        return;
    m_names.leave();
    if (m_skipped > 0) {
        --m_skipped;
        return;
    }
    if (m_tree.empty()) {
        --m_walked;
        m_visitor.end();
        return;
    }
    flushText();
    std::unique_ptr<Element> element = std::move(m_tree.back());
    m_tree.pop_back();
    m_content.pop_back();
    element->endTagStart = offset();
    element->end = element->endTagStart + XML_GetCurrentByteCount(m_parser.get());
    if (!m_tree.empty()) {
        m_tree.back()->children.push_back({{}, std::move(element)});
        return;
    }
    m_visitor.tree(*element);
    stopIfVisitorSaysSo();
    m_pool.giveBack(std::move(element));
}

void Run::addText(const char *text, int length)
{
    if (isStopped() || m_skipped > 0)
        return;
    if (m_tree.empty()) {
        m_visitor.text({text, length}, offset());
        return;
    }
    if (m_content.back() == Visitor::Content::Elements)
        return;
    const auto size = static_cast<std::size_t>(length);
    if (m_textSize + size > static_cast<std::size_t>(m_options.maximumItem))
        return refuseSize();
    if (m_text.size() < m_textSize + size)
        m_text.resize((m_textSize + size) * 2);
    char16_t *start = m_text.data() + m_textSize;
    m_textSize += static_cast<std::size_t>(decodeUtf8({text, size}, start) - start);
}

void Run::flushText()
{
    if (m_textSize == 0)
        return;
    m_tree.back()->children.push_back(
        {QString(reinterpret_cast<const QChar *>(m_text.data()), static_cast<qsizetype>(m_textSize)),
         nullptr});
    m_textSize = 0;
}

void Run::addRemark(const char *kind)
{
    if (isStopped() || m_tree.empty() || m_skipped > 0 ||
        m_content.back() != Visitor::Content::TextAndRemarks)
        return;
    flushText();
    std::unique_ptr<Element> element = m_pool.take();
    element->name = QLatin1String(kind);
    element->ns.clear();
    element->attributes.clear();
    element->kind = 0;
    element->start = offset();
    element->end = element->start + XML_GetCurrentByteCount(m_parser.get());
    element->startTagEnd = element->end;
    element->endTagStart = element->end;
    m_tree.back()->children.push_back({{}, std::move(element)});
}

void Run::declareEntity(const char *name, const char *value, int length, bool parameter)
{
    if (isStopped() || parameter || value == nullptr)
        return;
    if (!isPlainEntity({value, length}))
        stop(QStringLiteral("entity"),
             QStringLiteral("The entity \"%1\" is declared with markup in it, which is not "
                            "expanded; write its content in its place and open the file "
                            "again.")
                 .arg(QString::fromUtf8(name)));
}

void Run::stop(const QString &code, const QString &message)
{
    m_visitor.error = Error{m_options.codePrefix + QLatin1Char('.') + code, message, {}};
    m_visitor.error->where.offset = std::max<qint64>(0, offset());
    XML_StopParser(m_parser.get(), XML_FALSE);
}

void Run::stopFor(NameFault fault)
{
    m_fault = errorOf(fault);
    m_faultOffset = rawOffset();
    XML_StopParser(m_parser.get(), XML_FALSE);
}

void Run::stopIfVisitorSaysSo()
{
    if (m_visitor.error)
        XML_StopParser(m_parser.get(), XML_FALSE);
}

void Run::refuseDepth()
{
    stop(QStringLiteral("too-deep"),
         QStringLiteral("The elements are nested more than %1 deep, which no real file "
                        "needs; the file is damaged or not meant to be read.")
             .arg(m_options.maximumDepth));
}

void Run::refuseSize()
{
    stop(QStringLiteral("too-large"),
         QStringLiteral("A single text, tag or comment has more than %1 MiB, which no real file needs; the "
                        "file is damaged or not meant to be read.")
             .arg(m_options.maximumItem / 1024 / 1024));
}

Error Run::visitorError() const
{
    Error error = *m_visitor.error;
    const qint64 at = error.where.offset;
    if (at >= 0 && m_options.offsetShift == 0)
        error.where = locate(m_bytes, encoding(), at);
    error.where.file = m_options.fileName;
    return error;
}

Error Run::expatError() const
{
    const XML_Error code = m_fault != XML_ERROR_NONE ? m_fault : XML_GetErrorCode(m_parser.get());
    Error error;
    error.where = {m_options.fileName, static_cast<qint64>(XML_GetCurrentLineNumber(m_parser.get())),
                   static_cast<qint64>(XML_GetCurrentColumnNumber(m_parser.get())) + 1, offset()};
    if (m_fault != XML_ERROR_NONE)
        error.where = locate(m_bytes, encoding(), m_faultOffset);
    error.where.file = m_options.fileName;
    if (code == XML_ERROR_UNKNOWN_ENCODING) {
        error.code = m_options.codePrefix + QLatin1String(".encoding");
        error.message =
            QStringLiteral("The file is declared to be in %1; save it as UTF-8 or UTF-16 and open it again.")
                .arg(m_declaredEncoding);
    } else if (code == XML_ERROR_UNDEFINED_ENTITY) {
        error.code = m_options.codePrefix + QLatin1String(".entity");
        error.message =
            QStringLiteral("An entity is used that the file does not declare; write its character in its "
                           "place and open the file again.");
    } else {
        error.code = m_options.codePrefix + QLatin1String(".malformed");
        error.message =
            QStringLiteral("The file is not well-formed XML (%1); export it again or open a backup.")
                .arg(QString::fromLatin1(XML_ErrorString(code)));
    }
    return error;
}

Encoding Run::encoding() const
{
    const QByteArrayView head = m_bytes.first(std::min<qsizetype>(2, m_bytes.size()));
    if (head == QByteArray("\xFF\xFE", 2) || head == QByteArray("<\0", 2))
        return Encoding::Utf16LittleEndian;
    if (head == QByteArray("\xFE\xFF", 2) || head == QByteArray("\0<", 2))
        return Encoding::Utf16BigEndian;
    if (m_declaredEncoding == QLatin1String("ISO-8859-1"))
        return Encoding::Latin1;
    if (m_declaredEncoding == QLatin1String("US-ASCII"))
        return Encoding::Ascii;
    return Encoding::Utf8;
}

} // namespace

bool Element::has(QLatin1String attribute) const
{
    for (const Attribute &candidate : attributes) {
        if (candidate.ns.isEmpty() && candidate.name == attribute)
            return true;
    }
    return false;
}

QString Element::value(QLatin1String attribute) const
{
    return value(QLatin1String(), attribute);
}

QString Element::value(QLatin1String uri, QLatin1String attribute) const
{
    for (const Attribute &candidate : attributes) {
        if (candidate.name == attribute && candidate.ns == uri)
            return candidate.value;
    }
    return {};
}

QString Element::text() const
{
    QString all;
    for (const Node &node : children)
        all += node.element ? node.element->text() : node.text;
    return all;
}

void Visitor::text(QByteArrayView, qint64) {}

Visitor::Content Visitor::contentOf(const QString &, const QString &)
{
    return Content::Text;
}

int Visitor::kindOf(const QString &, const QString &)
{
    return 0;
}

Result<void> parse(QByteArrayView bytes, const ParseOptions &options, Visitor &visitor)
{
    return Run(bytes, options, visitor).parse();
}

} // namespace verbale::xml
