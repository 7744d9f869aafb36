#pragma once

#include "xml/characters.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace verbale::xml {

struct Attribute
{
    QString ns; ///< the namespace's URI; empty for an attribute without a prefix
    QString name;
    QString value;
};

struct Element;

/// A piece of an element's content: a text, or an element.
struct Node
{
    QString text;
    std::unique_ptr<Element> element;
};

/// An element and where it stands: offsets count bytes of the file.
/// <a>text</a>: [start, startTagEnd) is "<a>", [endTagStart, end) is "</a>", which is empty for "<a/>".
struct Element
{
    QString ns;
    QString name;
    std::vector<Attribute> attributes;
    std::vector<Node> children; ///< adjoining texts are one
    qint64 start = 0;
    qint64 startTagEnd = 0;
    qint64 endTagStart = 0;
    qint64 end = 0;
    int kind = 0; ///< what Visitor::kindOf() has said of its name

    [[nodiscard]] bool is(QLatin1String uri, QLatin1String localName) const
    {
        return name == localName && ns == uri;
    }
    [[nodiscard]] bool has(QLatin1String attribute) const;
    [[nodiscard]] QString value(QLatin1String attribute) const; ///< of the attribute without a namespace
    [[nodiscard]] QString value(QLatin1String uri, QLatin1String attribute) const;
    [[nodiscard]] QString text() const; ///< all text in it, that of inner elements included
    /// A comment or a processing instruction, [start, end); only where contentOf() asks for them.
    [[nodiscard]] bool isRemark() const { return name.startsWith(u'#'); }
};

/// Walks through a file and takes the parts it wants as trees, so that memory is bounded by the largest of
/// them.
class Visitor
{
public:
    enum class Take { Walk, Tree, Skip };
    virtual ~Visitor() = default;
    /// `tag` has no children yet. Walk: begin() is called for the elements in it, then end(). Tree: tree() is
    /// called when it is complete. Skip: nothing of it is wanted.
    virtual Take begin(const Element &tag) = 0;
    virtual void tree(const Element &element) = 0;
    virtual void end() = 0;
    /// Text between the elements that are walked through, in pieces; `start` is the byte where one stands.
    virtual void text(QByteArrayView utf8, qint64 start);
    /// What is wanted in trees of what stands directly in an element. To say `Elements` where nothing but
    /// them (and white space) is to be expected saves much of the time and memory.
    enum class Content { Elements, Text, TextAndRemarks };
    /// Asked once for each name of elements in trees.
    virtual Content contentOf(const QString &uri, const QString &localName);
    /// A number for elements of this name, so that the visitor need not compare names again and again; asked
    /// once for each name.
    virtual int kindOf(const QString &uri, const QString &localName);

    /// Set by the visitor to stop with it; `where.offset` is completed with line and column.
    std::optional<Error> error;
    /// The file's encoding, set before the first begin().
    Encoding encoding = Encoding::Utf8;
};

struct ParseOptions
{
    QString fileName;   ///< for messages
    QString codePrefix; ///< of error codes: "xliff" for "xliff.malformed"
    int maximumDepth = 256;
    /// Of one tag, comment or text, in bytes: what is larger is refused before it is read to its end.
    qint64 maximumItem = 64LL * 1024 * 1024;
    bool isWhole = true;    ///< false: the bytes end somewhere in the root element
    qint64 offsetShift = 0; ///< added to every offset, for bytes that are a part of another file
    /// Told from time to time up to where the bytes have been read: they are not looked at again but by the
    /// visitor, and once more from the beginning where expat takes over.
    std::function<void(qint64 offset)> passed = {};
    bool onlyExpat = false; ///< false: only for what the quick way cannot read
};

/// Parses with namespaces. No external entity is fetched: a file that needs one, or declares
/// an entity with markup in it, is refused. Memory beside the trees is bounded by the largest tag. The
/// element of a tree lives until tree() returns. Errors: PREFIX.malformed, .encoding, .entity, .too-deep,
/// .too-large and the visitor's.
Result<void> parse(QByteArrayView bytes, const ParseOptions &options, Visitor &visitor);

} // namespace verbale::xml
