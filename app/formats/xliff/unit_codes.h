#pragma once

#include "document/document.h"
#include "formats/xliff/code_facts.h"

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QString>

#include <functional>

namespace verbale::xliff {

/// The inline codes of one unit as XLIFF 2.x has them, whatever format they were read from. A pair within one
/// text that crosses no other becomes pc, any other sc and ec, a code without its partner is isolated; what a
/// code stands for becomes original data. Ids are unique in the unit, and a target's code has the id of its
/// source's. No code is lost; an annotation without its end is.
class UnitCodes
{
public:
    /// Makes an id of the unit that is like the one wanted.
    using TakeId = std::function<QString(const QString &wanted)>;
    /// `fileUnits`: the ids that the file's units are written with, by their own, for codes with sub-flows.
    UnitCodes(const Unit &unit, const TakeId &takeId, const QHash<QString, QString> &fileUnits);

    /// The segment's text with codes whose markup is that of XLIFF 2.x without a prefix.
    [[nodiscard]] const InlineText &source(qsizetype segment) const { return m_texts[2 * segment]; }
    [[nodiscard]] const InlineText &target(qsizetype segment) const { return m_texts[2 * segment + 1]; }
    /// The <originalData> element, or nothing.
    [[nodiscard]] QString originalData(const QString &indent) const;

private:
    enum class Form { Left, Placeholder, Element, Spanning, Isolated };
    /// A code in a text. The tags of a pair know each other by their numbers.
    struct Tag
    {
        CodeFacts facts;
        qsizetype text = 0;
        qsizetype place = 0; ///< among the text's codes
        qsizetype partner = -1;
        qsizetype twin = -1; ///< of a target's code: its source's
        Form form = Form::Left;
        QString id;
        QString copyOf;
    };
    using Numbers = QList<qsizetype>;

    void collect(qsizetype text, const InlineText &content, const Unit &unit);
    void checkReference(CodeFacts &facts, const Unit &unit) const;
    void pair(const Numbers &tags);
    void chooseForm(Tag &tag) const;
    void separateCrossing(const Numbers &tags);
    void findTwins(const Numbers &sources, const Numbers &targets);
    void makeAlike(Tag &source, Tag &target);
    void nameAll(const TakeId &takeId);
    void write(const QHash<QString, QString> &fileUnits);

    [[nodiscard]] bool isHead(const Tag &tag) const;
    [[nodiscard]] QString xml(const Tag &tag, const QHash<QString, QString> &fileUnits);
    [[nodiscard]] static QString characterXml(const QString &markup);
    [[nodiscard]] QString annotationXml(const Tag &tag) const;
    [[nodiscard]] QString codeXml(const Tag &tag, const QHash<QString, QString> &fileUnits);
    [[nodiscard]] CodeTag endOf(const Tag &start, const Tag *end) const;
    void appendPair(QString &out, const Tag &tag, const QHash<QString, QString> &fileUnits);
    void appendSingle(QString &out, const CodeTag &said, const QHash<QString, QString> &fileUnits);
    [[nodiscard]] QString dataId(const QString &data);

    QList<InlineText> m_texts; ///< source and target of each segment
    QList<Tag> m_tags;
    QList<Numbers> m_ofText;
    QStringList m_data;
    QHash<QString, qsizetype> m_dataNumbers;
};

} // namespace verbale::xliff
