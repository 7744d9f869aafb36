#include "xml/stream.h"

#include "xml/entity.h"
#include "xml/expat_input.h"

#define XML_DTD 1 // expat.h declares the limits of entity expansion only then; the library always has them
#include <expat.h>

#include <cstring>
#include <memory>

namespace verbale::xml {

namespace {

struct ParserDeleter
{
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

using ParserPointer = std::unique_ptr<XML_ParserStruct, ParserDeleter>;

/// One run of expat over a device.
class StreamRun
{
public:
    StreamRun(QIODevice &device, const StreamOptions &options, StreamVisitor &visitor)
        : m_device(device), m_options(options), m_visitor(visitor), m_parser(XML_ParserCreate(nullptr))
    {
        m_visitor.place = [this] { return here(); };
        m_visitor.offset = [this] { return qint64{XML_GetCurrentByteIndex(m_parser.get())}; };
        setHandlers();
        setEntityHandlers();
    }
    ~StreamRun()
    {
        m_visitor.place = {};
        m_visitor.offset = {};
    }
    StreamRun(const StreamRun &) = delete;
    StreamRun &operator=(const StreamRun &) = delete;

    Result<void> parse();

private:
    static StreamRun &self(void *userData) { return *static_cast<StreamRun *>(userData); }
    void setHandlers();
    void setEntityHandlers();
    void begin(const char *name, const char **attributes);
    void end(const char *name);
    void stop(const char *code, const QString &message);
    void stopIfVisitorSaysSo();
    bool feed();
    bool checkTagLength();
    [[nodiscard]] Place here() const;
    [[nodiscard]] Error expatError() const;

    QIODevice &m_device;
    const StreamOptions &m_options;
    StreamVisitor &m_visitor;
    ParserPointer m_parser;
    QString m_declaredEncoding;
    MarkSeeker m_mark;
    qint64 m_read = 0;
    int m_depth = 0;
    bool m_atEnd = false;
};

void StreamRun::setHandlers()
{
    XML_Parser parser = m_parser.get();
    XML_SetUserData(parser, this);
    XML_SetElementHandler(
        parser,
        [](void *data, const XML_Char *name, const XML_Char **attributes) {
            self(data).begin(name, attributes);
        },
        [](void *data, const XML_Char *name) { self(data).end(name); });
    XML_SetCharacterDataHandler(parser, [](void *data, const XML_Char *text, int length) {
        StreamRun &run = self(data);
        if (!run.m_visitor.error) {
            run.m_visitor.text(QByteArrayView(text, length));
            run.stopIfVisitorSaysSo();
        }
    });
    XML_SetXmlDeclHandler(parser, [](void *data, const XML_Char *, const XML_Char *encoding, int) {
        self(data).m_declaredEncoding = QString::fromUtf8(encoding).left(64);
    });
    // The declaration is told of only after the encoding has been found, so it is kept here too.
    XML_SetUnknownEncodingHandler(
        parser,
        [](void *data, const XML_Char *name, XML_Encoding *info) {
            static_cast<StreamRun *>(data)->m_declaredEncoding = QString::fromUtf8(name).left(64);
            info->convert = nullptr;
            info->release = nullptr;
            return fillEncoding(name, info->map) ? int{XML_STATUS_OK} : int{XML_STATUS_ERROR};
        },
        this);
}

void StreamRun::setEntityHandlers()
{
    XML_Parser parser = m_parser.get();
    XML_SetEntityDeclHandler(parser, [](void *data, const XML_Char *name, int parameter,
                                        const XML_Char *value, int length, const XML_Char *, const XML_Char *,
                                        const XML_Char *, const XML_Char *) {
        if (parameter != 0 || value == nullptr || isPlainEntity(QByteArrayView(value, length)))
            return;
        self(data).stop("entity",
                        QStringLiteral("The entity \"%1\" is declared with markup or other entities "
                                       "in it, which is not expanded; write its content in its "
                                       "place and open the file again.")
                            .arg(QString::fromUtf8(name).left(64)));
    });
    XML_SetSkippedEntityHandler(parser, [](void *data, const XML_Char *name, int) {
        self(data).stop("entity",
                        QStringLiteral("The entity \"%1\" is declared in another file, which is not fetched; "
                                       "write its text in its place and open the file again.")
                            .arg(QString::fromUtf8(name).left(64)));
    });
    XML_SetExternalEntityRefHandler(parser, [](XML_Parser parent, const XML_Char *, const XML_Char *,
                                               const XML_Char *, const XML_Char *) {
        self(XML_GetUserData(parent))
            .stop("entity",
                  QStringLiteral("An entity refers to another file, which is not fetched; write its "
                                 "text in its place and open the file again."));
        return static_cast<int>(XML_STATUS_ERROR);
    });
    XML_SetBillionLaughsAttackProtectionMaximumAmplification(parser, 8.0F);
}

void StreamRun::begin(const char *name, const char **attributes)
{
    if (m_visitor.error)
        return;
    if (++m_depth > m_options.maximumDepth) {
        stop("too-deep",
             QStringLiteral("The elements are nested more than %1 deep, which no real file needs; "
                            "the file is damaged or not meant to be read.")
                 .arg(m_options.maximumDepth));
        return;
    }
    // Not the attributes that a DTD in the file adds: they are not in the tag.
    m_visitor.begin({name, attributes, XML_GetSpecifiedAttributeCount(m_parser.get()) / 2});
    stopIfVisitorSaysSo();
}

void StreamRun::end(const char *name)
{
    if (m_visitor.error)
        return;
    --m_depth;
    m_visitor.end(name);
    stopIfVisitorSaysSo();
}

void StreamRun::stop(const char *code, const QString &message)
{
    if (m_visitor.error)
        return;
    m_visitor.error = Error{m_options.codePrefix + QLatin1Char('.') + QLatin1String(code), message, here()};
    XML_StopParser(m_parser.get(), XML_FALSE);
}

void StreamRun::stopIfVisitorSaysSo()
{
    if (!m_visitor.error)
        return;
    if (m_visitor.error->where.file.isEmpty())
        m_visitor.error->where = here();
    XML_StopParser(m_parser.get(), XML_FALSE);
}

Place StreamRun::here() const
{
    const auto line = static_cast<qint64>(XML_GetCurrentLineNumber(m_parser.get()));
    const auto column = static_cast<qint64>(XML_GetCurrentColumnNumber(m_parser.get())) + 1;
    return {m_options.fileName, line, m_mark.corrected(line, column),
            static_cast<qint64>(XML_GetCurrentByteIndex(m_parser.get()))};
}

/// Reads a chunk and gives it to expat; false at the end, or when something is wrong.
bool StreamRun::feed()
{
    const auto wanted = static_cast<int>(m_options.chunkBytes);
    void *buffer = XML_GetBuffer(m_parser.get(), wanted);
    if (buffer == nullptr) {
        stop("too-large", QStringLiteral("There is not enough memory to read the file."));
        return false;
    }
    const qint64 got = m_device.read(static_cast<char *>(buffer), wanted);
    if (got < 0) {
        stop("read-failed", QStringLiteral("The file could not be read (%1); look at the disk and try again.")
                                .arg(m_device.errorString()));
        return false;
    }
    m_read += got;
    m_mark.see(QByteArrayView(static_cast<const char *>(buffer), got));
    m_atEnd = got == 0 && !m_device.waitForReadyRead(-1);
    if (XML_ParseBuffer(m_parser.get(), static_cast<int>(got), m_atEnd ? XML_TRUE : XML_FALSE) !=
        XML_STATUS_OK)
        return false;
    if (m_atEnd)
        return false;
    if (!checkTagLength())
        return false;
    if (m_options.progress && !m_options.progress(m_read)) {
        stop("cancelled", QStringLiteral("Reading was stopped."));
        return false;
    }
    return true;
}

/// What expat has not told yet is one tag, comment or declaration that has begun and not ended.
bool StreamRun::checkTagLength()
{
    const qint64 told = XML_GetCurrentByteIndex(m_parser.get());
    if (told < 0 || m_read - told <= m_options.maximumTagBytes)
        return true;
    stop("too-large", QStringLiteral("A tag, comment or declaration is longer than %1 MB, which no real file "
                                     "needs; the file is damaged or not meant to be read.")
                          .arg(m_options.maximumTagBytes / (1024 * 1024)));
    return false;
}

Result<void> StreamRun::parse()
{
    while (feed()) {
    }
    if (m_visitor.error)
        return *m_visitor.error;
    if (XML_GetErrorCode(m_parser.get()) != XML_ERROR_NONE)
        return expatError();
    return {};
}

Error StreamRun::expatError() const
{
    const XML_Error code = XML_GetErrorCode(m_parser.get());
    Error error{m_options.codePrefix + QLatin1String(".malformed"), {}, here()};
    if (code == XML_ERROR_UNKNOWN_ENCODING) {
        error.code = m_options.codePrefix + QLatin1String(".encoding");
        error.message = QStringLiteral("The file is declared to be in %1, which cannot be read; save it as "
                                       "UTF-8 and open it again.")
                            .arg(m_declaredEncoding);
    } else if (code == XML_ERROR_UNDEFINED_ENTITY) {
        error.code = m_options.codePrefix + QLatin1String(".entity");
        error.message =
            QStringLiteral("An entity is used that the file does not declare; write its character "
                           "in its place and open the file again.");
    } else {
        error.message =
            QStringLiteral("The file is not well-formed XML (%1); export it again or open a backup.")
                .arg(QString::fromLatin1(XML_ErrorString(code)));
    }
    return error;
}

} // namespace

const char *StreamTag::value(const char *attribute) const
{
    for (int i = 0; i < attributeCount; ++i) {
        if (std::strcmp(attributes[2 * i], attribute) == 0)
            return attributes[2 * i + 1];
    }
    return nullptr;
}

Result<void> parseStream(QIODevice &device, const StreamOptions &options, StreamVisitor &visitor)
{
    return StreamRun(device, options, visitor).parse();
}

} // namespace verbale::xml
