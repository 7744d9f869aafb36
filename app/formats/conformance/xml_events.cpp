#include "formats/conformance/xml_events.h"

#include "xml/expat_input.h"

#define XML_DTD 1 // expat.h declares the limits of entity expansion only then; the library always has them
#include <expat.h>

#include <cstring>
#include <memory>

namespace verbale::conformance {

namespace {

constexpr char separator = '\n'; // cannot stand in a namespace name after attribute normalisation
constexpr qsizetype pieceBytes = 1024 * 1024;
constexpr qint64 maximumTokenBytes = 32 * 1024 * 1024;
constexpr int maximumDepth = 1024; // as for XLIFF 2

struct ParserDeleter
{
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

struct SplitName
{
    std::string_view ns;
    std::string_view local;
};

SplitName split(const char *name)
{
    const std::string_view whole(name);
    const auto cut = whole.rfind(separator);
    if (cut == std::string_view::npos)
        return {{}, whole};
    return {whole.substr(0, cut), whole.substr(cut + 1)};
}

/// One run of expat over a file.
class Run
{
public:
    Run(XmlHandler &handler, QList<Finding> &findings);

    /// False when nothing more is to be read.
    bool feed(QByteArrayView piece);

private:
    static Run &self(void *userData) { return *static_cast<Run *>(userData); }
    void setHandlers();
    void start(const char *name, const char **attributes);
    void refuseEntity(const QString &what);
    void fail(const char *code, const QString &message);
    [[nodiscard]] bool isTokenTooLarge() const;
    void reportExpatError();
    [[nodiscard]] Position here() const;

    XmlHandler &m_handler;
    QList<Finding> &m_findings;
    std::unique_ptr<XML_ParserStruct, ParserDeleter> m_parser;
    XmlTag m_tag; ///< kept, so that its list is not made anew for every tag
    QString m_declaredEncoding;
    xml::MarkSeeker m_mark;
    qint64 m_fed = 0;
    int m_depth = 0;
    bool m_over = false;
};

Run::Run(XmlHandler &handler, QList<Finding> &findings)
    : m_handler(handler), m_findings(findings), m_parser(XML_ParserCreateNS(nullptr, separator))
{
    m_handler.here = [this] { return here(); };
    setHandlers();
}

void Run::setHandlers()
{
    XML_Parser parser = m_parser.get();
    XML_SetUserData(parser, this);
    XML_SetElementHandler(
        parser,
        [](void *data, const XML_Char *name, const XML_Char **attributes) {
            self(data).start(name, attributes);
        },
        [](void *data, const XML_Char *) {
            Run &run = self(data);
            --run.m_depth;
            if (!run.m_over)
                run.m_handler.end();
        });
    XML_SetCharacterDataHandler(parser, [](void *data, const XML_Char *text, int length) {
        if (!self(data).m_over)
            self(data).m_handler.text({text, static_cast<std::size_t>(length)});
    });
    XML_SetXmlDeclHandler(parser, [](void *data, const XML_Char *, const XML_Char *encoding, int) {
        self(data).m_declaredEncoding = QString::fromLatin1(encoding);
    });
    XML_SetUnknownEncodingHandler(
        parser,
        [](void *data, const XML_Char *name, XML_Encoding *info) {
            static_cast<Run *>(data)->m_declaredEncoding = QString::fromUtf8(name).left(64);
            info->convert = nullptr;
            info->release = nullptr;
            return xml::fillEncoding(name, info->map) ? int{XML_STATUS_OK} : int{XML_STATUS_ERROR};
        },
        this);
    XML_SetSkippedEntityHandler(parser, [](void *data, const XML_Char *name, int) {
        self(data).refuseEntity(
            QStringLiteral("The entity \"%1\" is declared in another file").arg(QString::fromUtf8(name)));
    });
    XML_SetExternalEntityRefHandler(parser, [](XML_Parser parent, const XML_Char *, const XML_Char *,
                                               const XML_Char *, const XML_Char *) {
        self(XML_GetUserData(parent)).refuseEntity(QStringLiteral("An entity refers to another file"));
        return static_cast<int>(XML_STATUS_ERROR);
    });
    XML_SetBillionLaughsAttackProtectionMaximumAmplification(parser, 8.0F);
}

bool Run::feed(QByteArrayView piece)
{
    m_fed += piece.size();
    m_mark.see(piece);
    const auto status = XML_Parse(m_parser.get(), piece.data(), static_cast<int>(piece.size()),
                                  piece.isEmpty() ? XML_TRUE : XML_FALSE);
    if (m_over)
        return false;
    if (status != XML_STATUS_OK) {
        reportExpatError();
        return false;
    }
    if (isTokenTooLarge()) {
        fail("xml.too-large", QStringLiteral("A tag or comment is larger than %1 MiB, which no real file "
                                             "needs; the rest of the file is not checked.")
                                  .arg(maximumTokenBytes / (1024 * 1024)));
        return false;
    }
    return !piece.isEmpty();
}

void Run::start(const char *name, const char **attributes)
{
    ++m_depth;
    if (m_over)
        return;
    if (m_depth > maximumDepth) {
        fail("xml.too-deep", QStringLiteral("The elements are nested more than %1 deep, which no real file "
                                            "needs; the rest of the file is not checked.")
                                 .arg(maximumDepth));
        return;
    }
    const SplitName element = split(name);
    m_tag.ns = element.ns;
    m_tag.name = element.local;
    m_tag.attributes.clear();
    for (; *attributes != nullptr; attributes += 2) {
        const SplitName key = split(attributes[0]);
        m_tag.attributes.push_back({key.ns, key.local, attributes[1]});
    }
    m_handler.begin(m_tag);
    if (m_handler.enough) {
        m_over = true;
        XML_StopParser(m_parser.get(), XML_FALSE);
    }
}

void Run::refuseEntity(const QString &what)
{
    if (!m_over)
        fail("xml.entity", what + QStringLiteral(", which is not fetched; write its text in its place."));
}

void Run::fail(const char *code, const QString &message)
{
    const Position position = here();
    m_findings.append({position.line, position.column, Severity::Error, QString::fromLatin1(code),
                       QStringLiteral("XML 1.0"), message});
    m_over = true;
    XML_StopParser(m_parser.get(), XML_FALSE);
}

bool Run::isTokenTooLarge() const
{
    return m_fed - XML_GetCurrentByteIndex(m_parser.get()) > maximumTokenBytes;
}

void Run::reportExpatError()
{
    const XML_Error error = XML_GetErrorCode(m_parser.get());
    if (error == XML_ERROR_UNKNOWN_ENCODING) {
        fail(
            "xml.encoding",
            QStringLiteral("The file is declared to be in %1, which is not read; save it as UTF-8 or UTF-16.")
                .arg(m_declaredEncoding));
    } else {
        fail("xml.malformed", QStringLiteral("The file is not well-formed XML (%1); nothing after this place "
                                             "is checked.")
                                  .arg(QString::fromLatin1(XML_ErrorString(error))));
    }
}

Position Run::here() const
{
    const auto line = static_cast<qint64>(XML_GetCurrentLineNumber(m_parser.get()));
    const auto column = static_cast<qint64>(XML_GetCurrentColumnNumber(m_parser.get())) + 1;
    return {line, m_mark.corrected(line, column)};
}

} // namespace

const XmlAttribute *XmlTag::attribute(std::string_view uri, std::string_view attributeName) const
{
    for (const XmlAttribute &candidate : attributes) {
        if (candidate.name == attributeName && candidate.ns == uri)
            return &candidate;
    }
    return nullptr;
}

std::string_view XmlTag::value(std::string_view attributeName) const
{
    const XmlAttribute *found = attribute({}, attributeName);
    return found != nullptr ? found->value : std::string_view();
}

Pieces piecesOf(QByteArrayView bytes)
{
    return [bytes]() mutable -> Result<QByteArrayView> {
        const QByteArrayView piece = bytes.first(qMin(bytes.size(), pieceBytes));
        bytes = bytes.sliced(piece.size());
        return piece;
    };
}

Pieces piecesOf(QIODevice &device, const QString &name)
{
    auto buffer = std::make_shared<QByteArray>(pieceBytes, Qt::Uninitialized);
    return [&device, name, buffer]() -> Result<QByteArrayView> {
        const qint64 count = device.read(buffer->data(), buffer->size());
        if (count < 0) {
            return Error{
                QStringLiteral("file.read-failed"),
                QStringLiteral("The file could not be read to its end: %1.").arg(device.errorString()),
                {name}};
        }
        return QByteArrayView(*buffer).first(count);
    };
}

Result<void> readXml(const Pieces &pieces, XmlHandler &handler, QList<Finding> &findings)
{
    Run run(handler, findings);
    for (;;) {
        const Result<QByteArrayView> piece = pieces();
        if (!piece)
            return piece.error();
        if (!run.feed(*piece))
            break;
    }
    handler.here = {};
    return {};
}

} // namespace verbale::conformance
