#pragma once

#include "formats/conformance/finding.h"

#include <verbale/sdk/control.h>
#include <verbale/sdk/result.h>

#include <QtCore/QByteArrayView>
#include <QtCore/QIODevice>

#include <functional>
#include <string_view>
#include <vector>

namespace verbale::conformance {

/// 1-based; columns count Unicode code points.
struct Position
{
    qint64 line = 0;
    qint64 column = 0;
    friend bool operator==(const Position &, const Position &) = default;
};

/// UTF-8, entities resolved. The views hold only during the call that they are given to.
struct XmlAttribute
{
    std::string_view ns;
    std::string_view name;
    std::string_view value;
};

struct XmlTag
{
    std::string_view ns;
    std::string_view name;
    std::vector<XmlAttribute> attributes;

    /// Null when it is not there.
    [[nodiscard]] const XmlAttribute *attribute(std::string_view uri, std::string_view attributeName) const;
    /// Of the attribute without a namespace; empty when it is not there.
    [[nodiscard]] std::string_view value(std::string_view attributeName) const;
};

inline constexpr std::string_view xmlNamespace{"http://www.w3.org/XML/1998/namespace"};
inline constexpr std::string_view schemaInstanceNamespace{"http://www.w3.org/2001/XMLSchema-instance"};

class XmlHandler
{
public:
    virtual ~XmlHandler() = default;
    virtual void begin(const XmlTag &tag) = 0;
    virtual void end() = 0;
    /// A piece of text; a text may come in several pieces.
    virtual void text(std::string_view piece) = 0;

    /// Where the tag or text that is being handled begins. Set before the first call.
    std::function<Position()> here;
    /// Set by the handler when it has seen enough of the file.
    bool enough = false;
};

/// Gives the bytes of a file piece by piece; an empty piece is its end.
using Pieces = std::function<Result<QByteArrayView>()>;

/// `bytes` have to outlive the reading.
Pieces piecesOf(QByteArrayView bytes);
/// Reads the device, which has to outlive the reading, a mebibyte at a time. Error: file.read-failed.
Pieces piecesOf(QIODevice &device, const QString &name);

/// Parses with namespaces, in memory bounded by the largest tag. No external entity is fetched. What is wrong
/// with the XML itself is a finding, and nothing comes after it: xml.malformed, .encoding, .entity,
/// .too-deep, .too-large. Errors: those of `pieces`.
Result<void> readXml(const Pieces &pieces, XmlHandler &handler, QList<Finding> &findings);

} // namespace verbale::conformance
