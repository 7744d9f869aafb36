#include "xml/parse.h"

#include "xml/entity.h"
#include "xml/names.h"
#include "xml/position.h"
#include "xml/quick_scan.h"

#define XML_DTD 1 // expat.h declares the limits of entity expansion only then; the library always has them
#include <expat.h>

#include <QtCore/QSet>

#include <algorithm>
#include <cstring>
#include <span>

namespace verbale::xml {

namespace {

constexpr qint64 chunkBytes = 64LL * 1024;
constexpr qint64 largestQuickToken = 1024LL * 1024;

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

QByteArray withXmlLineEnds(QByteArrayView text)
{
    return text.toByteArray().replace("\r\n", "\n").replace('\r', '\n');
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

/// One run over a file: a quick one as far as that goes, and expat from there on.
class Run
{
public:
    Run(QByteArrayView bytes, const ParseOptions &options, Visitor &visitor)
        : m_bytes(bytes), m_options(options), m_visitor(visitor)
    {
    }

    Result<void> parse();

private:
    static Run &self(void *userData) { return *static_cast<Run *>(userData); }
    bool readQuickly();
    bool take(QuickScan::Token token, const QuickScan &scan);
    bool addContent(std::string_view raw, bool isVerbatim);
    void setHandlers();
    bool feed();
    bool arrive(bool isEnd = false);
    void startElement(const char *name, const char **attributes);
    void startElement(std::string_view name, std::span<const RawAttribute> attributes);
    void endElement();
    void addText(const char *text, int length);
    void addRemark(const char *kind);
    void flushText();
    char16_t *roomForText(std::size_t size);
    [[nodiscard]] bool wantsText() const;
    Name *fill(Element &element, std::string_view name, std::span<const RawAttribute> attributes);
    void open(std::unique_ptr<Element> element, Name &name);
    void declareEntity(const char *name, const char *value, int length, bool parameter);
    void stop(const QString &code, const QString &message);
    void stopFor(NameFault fault);
    void stopIfVisitorSaysSo();
    void stopExpat();
    void refuseDepth();
    void refuseSize();
    [[nodiscard]] Error visitorError() const;
    [[nodiscard]] Error expatError() const;
    [[nodiscard]] Encoding encoding() const;
    [[nodiscard]] qint64 offset() const { return m_eventStart + m_options.offsetShift; }
    [[nodiscard]] bool isStopped() const { return m_visitor.error || m_fault != XML_ERROR_NONE; }

    QByteArrayView m_bytes;
    const ParseOptions &m_options;
    Visitor &m_visitor;
    ParserPointer m_parser;  ///< null as long as the quick way goes
    qint64 m_resumedAt = 0;  ///< from here on expat is listened to
    qint64 m_eventStart = 0; ///< of what is being told of, in `m_bytes`
    qint64 m_eventSize = 0;
    std::vector<RawAttribute> m_attributes; ///< as expat has told of them
    std::size_t m_specified = 0;            ///< of them, those that stand in the tag
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
        [](void *data, const XML_Char *) {
            if (self(data).arrive(true))
                self(data).endElement();
        });
    XML_SetCharacterDataHandler(
        parser, [](void *data, const XML_Char *text, int length) { self(data).addText(text, length); });
    XML_SetCommentHandler(parser, [](void *data, const XML_Char *) {
        if (self(data).arrive())
            self(data).addRemark("#comment");
    });
    XML_SetProcessingInstructionHandler(parser, [](void *data, const XML_Char *, const XML_Char *) {
        if (self(data).arrive())
            self(data).addRemark("#instruction");
    });
    XML_SetXmlDeclHandler(parser, [](void *data, const XML_Char *, const XML_Char *encodingName, int) {
        self(data).m_declaredEncoding = QString::fromLatin1(encodingName).toUpper();
    });
    XML_SetEntityDeclHandler(
        parser, [](void *data, const XML_Char *name, int parameter, const XML_Char *value, int length,
                   const XML_Char *, const XML_Char *, const XML_Char *,
                   const XML_Char *) { self(data).declareEntity(name, value, length, parameter != 0); });
    XML_SetSkippedEntityHandler(parser, [](void *data, const XML_Char *name, int) {
        if (!self(data).arrive())
            return;
        self(data).stop(QStringLiteral("entity"),
                        QStringLiteral("The entity \"%1\" is declared in another file, which is not fetched; "
                                       "write its text in its place and open the file again.")
                            .arg(QString::fromUtf8(name)));
    });
    XML_SetExternalEntityRefHandler(parser, [](XML_Parser parent, const XML_Char *, const XML_Char *,
                                               const XML_Char *, const XML_Char *) {
        Run &run = self(XML_GetUserData(parent));
        if (run.arrive())
            run.stop(QStringLiteral("entity"),
                     QStringLiteral("An entity refers to another file, which is not fetched; write its text "
                                    "in its place and open the file again."));
        return static_cast<int>(XML_STATUS_ERROR);
    });
    XML_SetBillionLaughsAttackProtectionMaximumAmplification(parser, 8.0F);
}

Result<void> Run::parse()
{
    bool done = !m_options.onlyExpat && readQuickly();
    if (!done && !isStopped()) {
        m_parser.reset(XML_ParserCreate(nullptr));
        setHandlers();
        done = feed();
    }
    if (m_visitor.error)
        return visitorError();
    if (!done)
        return expatError();
    return {};
}

/// Whether that was all of it. What is left, expat is to tell.
bool Run::readQuickly()
{
    QuickScan scan(m_bytes, m_options.isWhole, std::min(m_options.maximumItem, largestQuickToken));
    qint64 told = 0;
    for (;;) {
        const QuickScan::Token token = scan.next();
        m_resumedAt = scan.start();
        if (token == QuickScan::Token::Finished)
            return true;
        m_eventStart = scan.start();
        m_eventSize = scan.end() - scan.start();
        if (!take(token, scan) || isStopped())
            return false;
        if (m_options.passed && scan.end() - told >= chunkBytes) {
            told = scan.end();
            m_options.passed(told);
        }
    }
}

bool Run::take(QuickScan::Token token, const QuickScan &scan)
{
    using Token = QuickScan::Token;
    switch (token) {
    case Token::Start:
    case Token::Empty:
        m_specified = scan.attributes().size();
        startElement(scan.name(), scan.attributes());
        if (token == Token::Empty && !isStopped()) { // expat tells of its end too
            m_eventStart += m_eventSize;
            m_eventSize = 0;
            endElement();
        }
        return true;
    case Token::End:
        endElement();
        return true;
    case Token::Text:
    case Token::Verbatim:
        return addContent(scan.text(), token == Token::Verbatim);
    case Token::Comment:
        addRemark("#comment");
        return true;
    case Token::Instruction:
        addRemark("#instruction");
        return true;
    case Token::Finished:
    case Token::Unknown:
        break;
    }
    return false;
}

/// False when it cannot be taken the quick way; then nothing of it has been taken.
bool Run::addContent(std::string_view raw, bool isVerbatim)
{
    if (m_textSize + raw.size() > static_cast<std::size_t>(m_options.maximumItem))
        return false;
    if (m_tree.empty() && m_skipped == 0) {
        // White space between the elements that are walked through; expat tells of anything else in pieces.
        if (isVerbatim || raw.find_first_not_of(" \t\r\n") != std::string_view::npos)
            return false;
        const QByteArrayView space(raw.data(), static_cast<qsizetype>(raw.size()));
        if (space.contains('\r'))
            m_visitor.text(withXmlLineEnds(space), offset());
        else
            m_visitor.text(space, offset());
        return true;
    }
    if (raw.empty())
        return true;
    char16_t *const start = roomForText(raw.size());
    const char16_t *const end = decodeContent(raw, isVerbatim, start);
    if (end == nullptr)
        return false;
    if (wantsText())
        m_textSize += static_cast<std::size_t>(end - start);
    return true;
}

bool Run::wantsText() const
{
    return m_skipped == 0 && m_content.back() != Visitor::Content::Elements;
}

/// Whether what expat tells of is new; `isEnd` for the end of an element.
bool Run::arrive(bool isEnd)
{
    m_eventStart = XML_GetCurrentByteIndex(m_parser.get());
    m_eventSize = XML_GetCurrentByteCount(m_parser.get());
    // The end of an empty element stands behind its tag. A "]" that ends the file has no size either.
    const bool isEndOfEmpty = isEnd && m_eventSize == 0;
    const bool isNew =
        m_resumedAt == 0 || m_eventStart > m_resumedAt || (m_eventStart == m_resumedAt && !isEndOfEmpty);
    return isNew && !isStopped();
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
        m_eventStart = XML_GetCurrentByteIndex(m_parser.get());
        used = std::max(used, m_eventStart);
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
    if (!arrive())
        return;
    m_attributes.clear();
    for (const char **at = attributes; *at != nullptr; at += 2)
        m_attributes.push_back({at[0], at[1]});
    m_specified = static_cast<std::size_t>(XML_GetSpecifiedAttributeCount(m_parser.get())) / 2;
    startElement(std::string_view(name), m_attributes);
}

void Run::startElement(std::string_view name, std::span<const RawAttribute> attributes)
{
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
Name *Run::fill(Element &element, std::string_view name, std::span<const RawAttribute> attributes)
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
    std::size_t count = 0;
    std::size_t prefixed = 0;
    for (const RawAttribute &raw : attributes.first(m_specified)) {
        if (bindsPrefix(raw.name))
            continue;
        const Name *key = m_names.attribute(raw.name);
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
        attribute.value = m_values.text(raw.value);
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
    element.startTagEnd = element.start + m_eventSize;
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
    element->end = element->endTagStart + m_eventSize;
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
    if (!arrive() || m_skipped > 0)
        return;
    if (m_tree.empty()) {
        m_visitor.text({text, length}, offset());
        return;
    }
    if (!wantsText())
        return;
    const auto size = static_cast<std::size_t>(length);
    if (m_textSize + size > static_cast<std::size_t>(m_options.maximumItem))
        return refuseSize();
    char16_t *const start = roomForText(size);
    m_textSize += static_cast<std::size_t>(decodeUtf8({text, size}, start) - start);
}

/// Where text of so many code units can be appended.
char16_t *Run::roomForText(std::size_t size)
{
    if (m_text.size() < m_textSize + size)
        m_text.resize((m_textSize + size) * 2);
    return m_text.data() + m_textSize;
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
    if (m_tree.empty() || m_skipped > 0 || m_content.back() != Visitor::Content::TextAndRemarks)
        return;
    flushText();
    std::unique_ptr<Element> element = m_pool.take();
    element->name = QLatin1String(kind);
    element->ns.clear();
    element->attributes.clear();
    element->kind = 0;
    element->start = offset();
    element->end = element->start + m_eventSize;
    element->startTagEnd = element->end;
    element->endTagStart = element->end;
    m_tree.back()->children.push_back({{}, std::move(element)});
}

void Run::declareEntity(const char *name, const char *value, int length, bool parameter)
{
    if (!arrive() || parameter || value == nullptr)
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
    stopExpat();
}

void Run::stopFor(NameFault fault)
{
    m_fault = errorOf(fault);
    m_faultOffset = m_eventStart;
    stopExpat();
}

void Run::stopIfVisitorSaysSo()
{
    if (m_visitor.error)
        stopExpat();
}

void Run::stopExpat()
{
    if (m_parser)
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
    if (m_fault != XML_ERROR_NONE)
        error.where = locate(m_bytes, encoding(), m_faultOffset);
    else
        error.where = {{},
                       static_cast<qint64>(XML_GetCurrentLineNumber(m_parser.get())),
                       static_cast<qint64>(XML_GetCurrentColumnNumber(m_parser.get())) + 1,
                       XML_GetCurrentByteIndex(m_parser.get()) + m_options.offsetShift};
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

Result<void> parse(QByteArrayView bytes, const ParseOptions &options, Visitor &visitor)
{
    return Run(bytes, options, visitor).parse();
}

} // namespace verbale::xml
