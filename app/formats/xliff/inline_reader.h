#pragma once

#include "document/inline_text.h"
#include "xml/parse.h"

#include <verbale/sdk/span.h>

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QSet>
#include <QtCore/QString>

#include <functional>
#include <vector>

namespace verbale::xliff {

/// A file's bytes and how to read them.
struct FileText
{
    QByteArrayView bytes;
    xml::Encoding encoding = xml::Encoding::Utf8;

    [[nodiscard]] QString slice(qint64 start, qint64 end) const
    {
        return xml::decode(bytes.sliced(start, end - start), encoding);
    }
};

/// An annotation that was lifted out of a text.
struct LiftedMark
{
    Span span;
    QString id;
    qint64 tagStart = 0; ///< its start tag's bytes
    qint64 tagEnd = 0;
};

struct LiftedText
{
    InlineText text;
    QList<LiftedMark> marks; ///< in the order in which they begin
    QStringList noteRefs;    ///< what comment annotations refer to
};

/// Reads source and target elements of one file. Inline elements become codes with their exact markup; cp
/// becomes its character. Equal lists of codes share their memory.
class InlineReader
{
public:
    /// Whether an annotation (its mrk or sm element) is taken out of the text and listed.
    using Lift = std::function<bool(const xml::Element &)>;

    explicit InlineReader(const FileText &file) : m_file(file) {}

    /// The unit's originalData, by the ids of its elements: to be set before its texts are read.
    void setOriginalData(const QHash<QString, QString> &data) { m_data = data; }

    /// `keepRemarks`: comments and processing instructions become codes too.
    LiftedText read(const xml::Element &element, const Lift &lift, bool keepRemarks = false);

private:
    using Kind = InlineCode::Kind;
    /// A code that has been met: what it says is looked up once for many of its like.
    struct Met
    {
        const xml::Element *element = nullptr; ///< null: a U+FFFC of the file itself
        Kind kind = Kind::Standalone;
        qint64 start = 0;
        qint64 end = 0;
        const char *disp = nullptr; ///< the attributes that speak of it
        const char *equiv = nullptr;
        const char *dataRef = nullptr;
    };
    struct Known
    {
        QByteArray key;
        RareList<InlineCode> codes;
    };

    void collectEnds(const xml::Element &element);
    void readContent(const xml::Element &element);
    void readElement(const xml::Element &element);
    void addText(const QString &text);
    bool addCharacter(const xml::Element &element);
    void addCode(const Met &code);
    void addPair(const xml::Element &element);
    bool liftMark(const xml::Element &element);
    bool liftStart(const xml::Element &element);
    bool liftEnd(const xml::Element &element);
    [[nodiscard]] RareList<InlineCode> metCodes();
    [[nodiscard]] InlineCode codeOf(const Met &met) const;
    [[nodiscard]] QString dataOf(const Met &met) const;

    FileText m_file;
    QHash<QString, QString> m_data;
    const Lift *m_lift = nullptr;
    bool m_keepRemarks = false;
    LiftedText m_result;
    QString m_text; ///< of the text being read; keeps its memory
    std::vector<Met> m_met;
    QByteArray m_key;
    std::vector<Known> m_known;
    QSet<QString> m_ends; ///< annotations whose em stands in this text
};

} // namespace verbale::xliff
