#include "xml/parse.h"

#define XML_DTD 1 // expat.h declares the limits of entity expansion only then; the library always has them
#include <expat.h>

#include <QtCore/QList>

#include <string>
#include <string_view>
#include <unordered_map>

namespace verbale::xml {

namespace {

constexpr char separator = '\n'; // cannot stand in a namespace name after attribute normalisation

struct Name
{
    QString ns;
    QString local;
};

struct StringHash : std::hash<std::string_view>
{
    using is_transparent = void;
};

struct ParserDeleter
{
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

using ParserPointer = std::unique_ptr<XML_ParserStruct, ParserDeleter>;

/// One run of expat over a file.
class Run
{
public:
    Run(const QByteArray &bytes, const ParseOptions &options, Visitor &visitor)
        : m_bytes(bytes)
        , m_options(options)
        , m_visitor(visitor)
        , m_parser(XML_ParserCreateNS(nullptr, separator))
    {
        setHandlers();
    }

    Result<void> parse();

private:
    static Run &self(void *userData) { return *static_cast<Run *>(userData); }
    void setHandlers();
    void startElement(const char *name, const char **attributes);
    void endElement();
    void addText(const char *text, int length);
    void declareEntity(const char *name, const char *value, int length, bool parameter);
    void stop(const QString &code, const QString &message);
    void stopIfVisitorSaysSo();
    const Name &intern(const char *name);
    [[nodiscard]] Error expatError() const;
    [[nodiscard]] Encoding encoding() const;
    [[nodiscard]] qint64 offset() const { return XML_GetCurrentByteIndex(m_parser.get()); }

    const QByteArray &m_bytes;
    const ParseOptions &m_options;
    Visitor &m_visitor;
    ParserPointer m_parser;
    std::unordered_map<std::string, Name, StringHash, std::equal_to<>> m_names;
    std::vector<Visitor::Take> m_walked;          ///< of the open elements outside trees
    std::vector<std::unique_ptr<Element>> m_tree; ///< the open elements of the tree being built
    int m_skipped = 0;                            ///< open elements in one that is skipped
    QString m_declaredEncoding;
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
    const auto status =
        XML_Parse(m_parser.get(), m_bytes.constData(), static_cast<int>(m_bytes.size()), XML_TRUE);
    if (m_visitor.error) {
        Error error = *m_visitor.error;
        error.where.file = m_options.fileName;
        if (error.where.offset >= 0) {
            QString before = decode(QByteArrayView(m_bytes).first(error.where.offset), encoding());
            before.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n');
            const qsizetype lineStart = before.lastIndexOf(u'\n') + 1;
            error.where.line = before.count(u'\n') + 1;
            error.where.column = before.sliced(lineStart).toUcs4().size() + 1;
        }
        return error;
    }
    if (status != XML_STATUS_OK)
        return expatError();
    return {};
}

void Run::startElement(const char *name, const char **attributes)
{
    if (m_visitor.error)
        return;
    if (m_skipped > 0) {
        ++m_skipped;
        return;
    }
    const auto depth = m_walked.size() + m_tree.size();
    if (depth >= static_cast<std::size_t>(m_options.maximumDepth)) {
        stop(QStringLiteral("too-deep"),
             QStringLiteral("The elements are nested more than %1 deep, which no real file "
                            "needs; the file is damaged or not meant to be read.")
                 .arg(m_options.maximumDepth));
        return;
    }
    if (depth == 0)
        m_visitor.encoding = encoding();
    auto element = std::make_unique<Element>();
    const Name &interned = intern(name);
    element->ns = interned.ns;
    element->name = interned.local;
    // Attributes that a DTD adds by default stand after these: they are not in the tag, so they cannot be
    // patched.
    const int specified = XML_GetSpecifiedAttributeCount(m_parser.get());
    for (int i = 0; i < specified; i += 2) {
        const Name &key = intern(attributes[i]);
        element->attributes.push_back({key.ns, key.local, QString::fromUtf8(attributes[i + 1])});
    }
    element->start = offset();
    element->startTagEnd = element->start + XML_GetCurrentByteCount(m_parser.get());
    if (!m_tree.empty()) {
        m_tree.push_back(std::move(element));
        return;
    }
    const Visitor::Take take = m_visitor.begin(*element);
    stopIfVisitorSaysSo();
    if (take == Visitor::Take::Walk)
        m_walked.push_back(take);
    else if (take == Visitor::Take::Tree)
        m_tree.push_back(std::move(element));
    else
        m_skipped = 1;
}

void Run::endElement()
{
    if (m_visitor.error)
        return;
    if (m_skipped > 0) {
        --m_skipped;
        return;
    }
    if (m_tree.empty()) {
        m_walked.pop_back();
        m_visitor.end();
        return;
    }
    std::unique_ptr<Element> element = std::move(m_tree.back());
    m_tree.pop_back();
    element->endTagStart = offset();
    element->end = element->endTagStart + XML_GetCurrentByteCount(m_parser.get());
    if (!m_tree.empty()) {
        m_tree.back()->children.push_back({{}, std::move(element)});
        return;
    }
    m_visitor.tree(*element);
    stopIfVisitorSaysSo();
}

void Run::addText(const char *text, int length)
{
    if (m_visitor.error || m_tree.empty() || m_skipped > 0)
        return;
    std::vector<Node> &children = m_tree.back()->children;
    if (children.empty() || children.back().element)
        children.push_back({});
    QString &end = children.back().text;
    end.isEmpty() ? end = QString::fromUtf8(text, length) : end += QString::fromUtf8(text, length);
}

void Run::declareEntity(const char *name, const char *value, int length, bool parameter)
{
    if (m_visitor.error || parameter || value == nullptr)
        return;
    const QByteArrayView text(value, length);
    if (text.contains('<') || text.contains('&'))
        stop(QStringLiteral("entity"),
             QStringLiteral("The entity \"%1\" is declared with markup in it, which is not "
                            "expanded; write its content in its place and open the file "
                            "again.")
                 .arg(QString::fromUtf8(name)));
}

void Run::stop(const QString &code, const QString &message)
{
    m_visitor.error = Error{m_options.codePrefix + QLatin1Char('.') + code, message, {}};
    m_visitor.error->where.offset = offset();
    XML_StopParser(m_parser.get(), XML_FALSE);
}

void Run::stopIfVisitorSaysSo()
{
    if (m_visitor.error)
        XML_StopParser(m_parser.get(), XML_FALSE);
}

const Name &Run::intern(const char *name)
{
    const std::string_view key(name);
    const auto known = m_names.find(key);
    if (known != m_names.end())
        return known->second;
    const auto cut = key.rfind(separator);
    Name split;
    if (cut == std::string_view::npos) {
        split.local = QString::fromUtf8(name);
    } else {
        split.ns = QString::fromUtf8(name, static_cast<qsizetype>(cut));
        split.local = QString::fromUtf8(name + cut + 1);
    }
    return m_names.emplace(std::string(key), std::move(split)).first->second;
}

Error Run::expatError() const
{
    const XML_Error code = XML_GetErrorCode(m_parser.get());
    Error error;
    error.where = {m_options.fileName, static_cast<qint64>(XML_GetCurrentLineNumber(m_parser.get())),
                   static_cast<qint64>(XML_GetCurrentColumnNumber(m_parser.get())) + 1, offset()};
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
    const QByteArray head = m_bytes.left(2);
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

Result<void> parse(const QByteArray &bytes, const ParseOptions &options, Visitor &visitor)
{
    return Run(bytes, options, visitor).parse();
}

} // namespace verbale::xml
